//! Characters that look like one of ASCII, and what they are: after the "confusables" of Unicode Technical Standard 39.

/// Letters of other scripts, and the letters of ASCII that each looks like, in the same order.
const LETTERS: &[(&str, &str, &str)] = &[
    ("Cyrillic", "АВЕЅІЈКМНОРСТУХҮԚԜԌӀ", "ABESIJKMHOPCTYXYQWGI"),
    ("Cyrillic", "асеѕіјорухһԁԛԝӏѵүг", "acesijopyxhdqwlvyr"),
    ("Greek", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿϹ", "ABEZHIKMNOPTYXJC"),
    ("Greek", "αγηικνορτυχωϲϳ", "aynikvoptuxwcj"),
    ("Armenian", "ՕՍՏԼօոսհցզլյ", "OUSLonuhgqlj"),
    ("Cherokee", "ᎠᎪᏴᏟᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ", "DABCEHJKLMPRSTVWZ"),
    ("Latin, without its dot", "ıȷ", "ij"),
    ("Latin, another form", "ɑɡſʟɪʏ", "agsLIY"),
];

/// Other characters, and those of ASCII that each looks like, in the same order.
const SIGNS: &[(&str, &str, &str)] = &[
    ("hyphen", "‐", "-"),
    ("non-breaking hyphen", "‑", "-"),
    ("figure dash", "‒", "-"),
    ("en dash", "–", "-"),
    ("em dash", "—", "-"),
    ("minus sign", "−", "-"),
    ("quotation mark", "‘’‚‛“”„‟«»", "''''\"\"\"\"\"\""),
    ("prime", "′″", "'\""),
    ("slash", "⁄∕", "//"),
    ("colon", "ː∶։", ":::"),
    ("dot", "․", "."),
    ("space", "\u{A0}\u{2002}\u{2003}\u{2007}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}", "          "),
];

/// The digit zero of other scripts, which nine others follow.
const ZEROS: &[(&str, char)] = &[
    ("Arabic-Indic digit", '\u{660}'),
    ("Extended Arabic-Indic digit", '\u{6F0}'),
    ("NKo digit", '\u{7C0}'),
    ("Devanagari digit", '\u{966}'),
    ("Bengali digit", '\u{9E6}'),
    ("Gurmukhi digit", '\u{A66}'),
    ("Gujarati digit", '\u{AE6}'),
    ("Tamil digit", '\u{BE6}'),
    ("Telugu digit", '\u{C66}'),
    ("Kannada digit", '\u{CE6}'),
    ("Thai digit", '\u{E50}'),
    ("Lao digit", '\u{ED0}'),
    ("Tibetan digit", '\u{F20}'),
    ("Myanmar digit", '\u{1040}'),
    ("Khmer digit", '\u{17E0}'),
];

/// A character that looks like another one, or stands for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookAlike {
    /// The character of ASCII.
    pub like: char,
    /// "Cyrillic", "en dash", "full-width".
    pub what: &'static str,
}

/// What a character that is not of ASCII looks like.
pub fn look_alike(character: char) -> Option<LookAlike> {
    if character.is_ascii() {
        return None;
    }
    let code = u32::from(character);
    let ascii = |first: char, count: u32| {
        let code = u32::from(first).checked_add(count)?;
        char::from_u32(code).filter(char::is_ascii)
    };
    let found = |like: char, what| Some(LookAlike { like, what });
    match code {
        // The forms of `!` to `~`.
        0xFF01..=0xFF5E => return found(ascii('!', code - 0xFF01)?, "full-width"),
        // Thirteen alphabets, `A` to `Z` and `a` to `z` each, and five times ten digits.
        0x1D400..=0x1D6A3 => {
            let place = (code - 0x1D400) % 52;
            let letter = if place < 26 { ascii('A', place) } else { ascii('a', place - 26) };
            return found(letter?, "mathematical letter");
        }
        0x1D7CE..=0x1D7FF => return found(ascii('0', (code - 0x1D7CE) % 10)?, "mathematical digit"),
        _ => {}
    }
    let digit = ZEROS.iter().find_map(|(what, zero)| {
        let value = code.checked_sub(u32::from(*zero)).filter(|value| *value < 10)?;
        Some(LookAlike { like: ascii('0', value)?, what })
    });
    digit.or_else(|| {
        LETTERS.iter().chain(SIGNS).find_map(|(what, characters, like)| {
            let at = characters.chars().position(|other| other == character)?;
            Some(LookAlike { like: like.chars().nth(at)?, what })
        })
    })
}

/// Whether two characters that differ can be taken for each other.
pub fn are_alike(one: char, other: char) -> bool {
    shape(one) == shape(other)
}

/// The same for all characters that look alike.
pub fn shape(character: char) -> char {
    match look_alike(character).map_or(character, |found| found.like) {
        'O' => '0',
        'I' | 'l' | '|' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_long_as_what_they_stand_for() {
        for (what, characters, like) in LETTERS.iter().chain(SIGNS) {
            assert_eq!(characters.chars().count(), like.chars().count(), "{what}");
            assert!(like.is_ascii() && characters.chars().all(|character| !character.is_ascii()), "{what}");
        }
    }

    #[test]
    fn no_character_stands_in_two_rows() {
        let all: Vec<char> = LETTERS.iter().chain(SIGNS).flat_map(|(_, characters, _)| characters.chars()).collect();
        for (at, character) in all.iter().enumerate() {
            assert!(
                !all.iter().skip(at + 1).any(|other| other == character),
                "{character} U+{:04X}",
                u32::from(*character)
            );
        }
    }

    #[test]
    fn letters_are_of_their_script() {
        for (what, characters, _) in LETTERS {
            let range = match *what {
                "Cyrillic" => 0x400..=0x52F,
                "Greek" => 0x370..=0x3FF,
                "Armenian" => 0x530..=0x58F,
                "Cherokee" => 0x13A0..=0x13FF,
                _ => 0x100..=0x2AF,
            };
            for character in characters.chars() {
                assert!(range.contains(&u32::from(character)), "{what}: {character}");
            }
        }
    }

    #[test]
    fn says_what_a_character_looks_like() {
        for (character, like, what) in [
            ('\u{43E}', 'o', "Cyrillic"),
            ('\u{3BF}', 'o', "Greek"),
            ('\u{FF41}', 'a', "full-width"),
            ('\u{FF0F}', '/', "full-width"),
            ('\u{131}', 'i', "Latin, without its dot"),
            ('\u{2013}', '-', "en dash"),
            ('\u{201C}', '"', "quotation mark"),
            ('\u{A0}', ' ', "space"),
            ('\u{661}', '1', "Arabic-Indic digit"),
            ('\u{1D41A}', 'a', "mathematical letter"),
            ('\u{1D7D8}', '0', "mathematical digit"),
        ] {
            assert_eq!(look_alike(character), Some(LookAlike { like, what }), "{character}");
        }
        for character in ['o', '-', 'é', 'ж', 'Ω', '日', 'ß', '\u{200B}'] {
            assert_eq!(look_alike(character), None, "{character}");
        }
    }

    #[test]
    fn characters_of_ascii_may_look_alike_too() {
        for (one, other) in [('0', 'O'), ('1', 'l'), ('I', 'l'), ('\u{41E}', '0'), ('\u{43E}', '\u{3BF}')] {
            assert!(are_alike(one, other), "{one} {other}");
        }
        for (one, other) in [('o', 'O'), ('0', 'o'), ('i', 'l'), ('a', 'b'), ('\u{43E}', '0')] {
            assert!(!are_alike(one, other), "{one} {other}");
        }
    }
}
