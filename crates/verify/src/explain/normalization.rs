//! Accented Latin letters as one character or as two: NFC and NFD of Unicode Standard Annex 15, as far as secrets need them.

/// A combining mark, the letters that it stands behind, and what they make with it, in the same order: all of the blocks
/// Latin-1 Supplement and Latin Extended-A. Tables for all scripts
/// are many times as large.
const MARKS: &[(char, &str, &str)] = &[
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ('\u{303}', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ('\u{304}', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
    ('\u{306}', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
    ('\u{307}', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
    ('\u{308}', "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
    ('\u{30A}', "AaUu", "ÅåŮů"),
    ('\u{30B}', "OoUu", "ŐőŰű"),
    ('\u{30C}', "CcDdEeLlNnRrSsTtZz", "ČčĎďĚěĽľŇňŘřŠšŤťŽž"),
    ('\u{327}', "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
    ('\u{328}', "AaEeIiUu", "ĄąĘęĮįŲų"),
];

/// With one character for each letter and its mark.
pub(super) fn composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let letter = out.chars().next_back().and_then(|base| with_mark(base, character));
        match letter {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            None => out.push(character),
        }
    }
    out
}

/// With each mark behind its letter.
pub(super) fn decomposed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match without_mark(character) {
            Some(pair) => out.extend(pair),
            None => out.push(character),
        }
    }
    out
}

fn with_mark(base: char, mark: char) -> Option<char> {
    let (_, letters, marked) = MARKS.iter().find(|(of, ..)| *of == mark)?;
    let at = letters.chars().position(|letter| letter == base)?;
    marked.chars().nth(at)
}

fn without_mark(character: char) -> Option<[char; 2]> {
    MARKS.iter().find_map(|(mark, letters, marked)| {
        let at = marked.chars().position(|letter| letter == character)?;
        Some([letters.chars().nth(at)?, *mark])
    })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn is_as_unicode_has_it() {
        for character in ('\u{0}'..='\u{17F}').map(String::from) {
            let [nfc, nfd]: [String; 2] = [character.nfc().collect(), character.nfd().collect()];
            assert_eq!((composed(&nfd), decomposed(&nfc)), (nfc, nfd), "{character}");
        }
    }

    #[test]
    fn leaves_everything_else_as_it_is() {
        for text in ["", "plain", "\u{301}", "x\u{301}", "ß", "ø", "\u{1F600}", "日本"] {
            assert_eq!((&*composed(text), &*decomposed(text)), (text, text));
        }
    }
}
