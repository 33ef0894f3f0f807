//! Texts that differ in a few characters, each in the place of another: look-alikes, and letters of other scripts.

use inspect::display::{first_listed, quoted};
use inspect::look_alikes::{are_alike, look_alike, shape};

/// The most replaced characters of which each is told.
const TOLD: usize = 3;
/// Of so many characters one may be another that does not look alike.
const OF: usize = 3;

/// "looks much the same, but has `о` (U+043E, Cyrillic) where you expect `o`"
pub(super) fn by_look_alikes(said: &str, expected: &str) -> Option<String> {
    let pairs = pairs(said, expected)?;
    pairs
        .iter()
        .all(|(one, other)| are_alike(*one, *other))
        .then(|| format!("looks much the same, but {}", in_words(&pairs)))
}

/// "has `é` (U+00E9) where you expect `e`": where characters that are not of ASCII are the whole difference.
pub(super) fn by_a_few(said: &str, expected: &str) -> Option<String> {
    let pairs = pairs(said, expected)?;
    let is_foreign = |(one, other): &(char, char)| !one.is_ascii() || !other.is_ascii();
    (pairs.iter().all(is_foreign) && pairs.len() * OF <= said.chars().count()).then(|| in_words(&pairs))
}

/// With one character for all that look alike.
pub(super) fn shapes(text: &str) -> String {
    text.chars().map(shape).collect()
}

/// The characters that differ, of the token and of what is expected. None where the texts are not equally long.
fn pairs(said: &str, expected: &str) -> Option<Vec<(char, char)>> {
    let is_equally_long = said.chars().count() == expected.chars().count();
    is_equally_long.then(|| said.chars().zip(expected.chars()).filter(|(one, other)| one != other).collect())
}

/// "has `о` (U+043E, Cyrillic) where you expect `o`, and `0` (a digit) where you expect `O` (a letter)"
fn in_words(pairs: &[(char, char)]) -> String {
    let mut different: Vec<(char, char)> = Vec::new();
    for pair in pairs {
        if !different.contains(pair) {
            different.push(*pair);
        }
    }
    let told = different
        .iter()
        .map(|(one, other)| format!("{} where you expect {}", named(*one, *other), named(*other, *one)));
    format!("has {}", first_listed(told, TOLD, ", and "))
}

/// A character of ASCII needs no name beside one that is none.
fn named(character: char, beside: char) -> String {
    let shown = quoted(character.encode_utf8(&mut [0; 4]), 1);
    let code = u32::from(character);
    match look_alike(character) {
        Some(found) => format!("{shown} (U+{code:04X}, {})", found.what),
        None if !character.is_ascii() => format!("{shown} (U+{code:04X})"),
        None if !beside.is_ascii() => shown,
        None => match character {
            '0'..='9' => format!("{shown} (a digit)"),
            'A'..='Z' => format!("{shown} (a capital letter)"),
            'a'..='z' => format!("{shown} (a small letter)"),
            _ => shown,
        },
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::super::of;

    #[test]
    fn names_what_looks_alike() {
        let mut told = String::new();
        for (said, expected) in [
            ("\u{43E}rders", "orders"),
            ("orders", "\u{43E}rders"),
            ("\u{43E}rders", "\u{3BF}rders"),
            ("\u{3BF}rd\u{435}rs", "orders"),
            ("\u{FF41}pi", "api"),
            ("adm\u{131}n", "admin"),
            ("api\u{2013}orders", "api-orders"),
            ("api\u{2011}orders", "api-orders"),
            ("\u{201C}api\u{201D}", "\"api\""),
            ("a\u{A0}b", "a b"),
            ("v\u{661}", "v1"),
            ("https:\u{2215}\u{2215}a.example", "https://a.example"),
            ("0oa1bcd", "Ooa1bcd"),
            ("0oa1bcd", "0oalbcd"),
            ("app-Il", "app-lI"),
            ("\u{430}\u{441}\u{435}\u{440}", "acep"),
            // Accents.
            ("caf\u{E9}", "cafe\u{301}"),
            ("Nguye\u{302}\u{303}n", "Nguy\u{1EC5}n"),
            ("\u{439}", "\u{438}\u{306}"),
            // Two differences.
            ("\u{41E}rders", "orders"),
            ("https://\u{430}.example/", "https://a.example"),
            // A few characters that do not look alike.
            ("caf\u{E9}", "cafe"),
            ("na\u{EF}ve", "naive"),
            ("\u{416}orders", "xorders"),
            // Other texts.
            ("orders", "ordert"),
            ("\u{65E5}\u{672C}", "\u{4E2D}\u{570B}"),
            ("caf\u{E9}s", "cafe"),
            ("1", "2"),
            ("api", "app"),
        ] {
            told.push_str(&format!("{said} {expected}: {}\n", of(said, expected).unwrap_or_default()));
        }
        expect![[r#"
            оrders orders: looks much the same, but has `о` (U+043E, Cyrillic) where you expect `o`
            orders оrders: looks much the same, but has `o` where you expect `о` (U+043E, Cyrillic)
            оrders οrders: looks much the same, but has `о` (U+043E, Cyrillic) where you expect `ο` (U+03BF, Greek)
            οrdеrs orders: looks much the same, but has `ο` (U+03BF, Greek) where you expect `o`, and `е` (U+0435, Cyrillic) where you expect `e`
            ａpi api: looks much the same, but has `ａ` (U+FF41, full-width) where you expect `a`
            admın admin: looks much the same, but has `ı` (U+0131, Latin, without its dot) where you expect `i`
            api–orders api-orders: looks much the same, but has `–` (U+2013, en dash) where you expect `-`
            api‑orders api-orders: looks much the same, but has `‑` (U+2011, non-breaking hyphen) where you expect `-`
            “api” "api": looks much the same, but has `“` (U+201C, quotation mark) where you expect `"`, and `”` (U+201D, quotation mark) where you expect `"`
            a b a b: looks much the same, but has ` ` (U+00A0, space) where you expect ` `
            v١ v1: looks much the same, but has `١` (U+0661, Arabic-Indic digit) where you expect `1`
            https:∕∕a.example https://a.example: looks much the same, but has `∕` (U+2215, slash) where you expect `/`
            0oa1bcd Ooa1bcd: looks much the same, but has `0` (a digit) where you expect `O` (a capital letter)
            0oa1bcd 0oalbcd: looks much the same, but has `1` (a digit) where you expect `l` (a small letter)
            app-Il app-lI: looks much the same, but has `I` (a capital letter) where you expect `l` (a small letter), and `l` (a small letter) where you expect `I` (a capital letter)
            асер acep: looks much the same, but has `а` (U+0430, Cyrillic) where you expect `a`, `с` (U+0441, Cyrillic) where you expect `c`, `е` (U+0435, Cyrillic) where you expect `e`, and 1 more
            café café: differs only in how its accents are written: in one character with the letter, or in one behind it (Unicode normalization)
            Nguyễn Nguyễn: differs only in how its accents are written: in one character with the letter, or in one behind it (Unicode normalization)
            й й: differs only in how its accents are written: in one character with the letter, or in one behind it (Unicode normalization)
            Оrders orders: differs only in upper and lower case and by characters that look alike
            https://а.example/ https://a.example: differs only by the `/` at its end and by characters that look alike
            café cafe: has `é` (U+00E9) where you expect `e`
            naïve naive: has `ï` (U+00EF) where you expect `i`
            Жorders xorders: has `Ж` (U+0416) where you expect `x`
            orders ordert: 
            日本 中國: 
            cafés cafe: 
            1 2: 
            api app: 
        "#]].assert_eq(&told);
    }
}
