//! Text as it is shown: of hostile origin ([`decode::display`]), and counts.

use std::fmt::Display;

pub use decode::display::{Glyphs, capped, quoted, visible, visible_text};

/// "1 byte", "20 bytes".
pub fn counted(count: usize, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// The digits of a whole number in groups of three: "812", "16,384", "1,048,576".
pub fn grouped(number: impl Display) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed(names: &[String], last_joint: &str) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{}{last_joint}{last}", others.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

/// The first `most` names, and how many more there are: `a, b and 3 more`.
pub fn first_listed(names: impl ExactSizeIterator<Item = String>, most: usize, last_joint: &str) -> String {
    let more = names.len().saturating_sub(most);
    let mut shown: Vec<String> = names.take(most).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    listed(&shown, last_joint)
}

/// The fewest characters of an identifier that is shortened: those of a UUID and of most other random values.
const LONG_IDENTIFIER: usize = 24;
/// The fewest digits in it. Longer words of people have fewer.
const DIGITS: usize = 4;
/// How much of it is kept before and behind the gap.
const HEAD: usize = 8;
const TAIL: usize = 4;

/// The text with the middle of each long identifier left out: `api://3f1d2c44…9e10`. What ends an identifier stays, so
/// that an address keeps its domain.
pub fn shortened(text: &str) -> String {
    let is_of_identifier = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    text.split_inclusive(|character| !is_of_identifier(character))
        .map(|piece| {
            let identifier = piece.trim_end_matches(|character| !is_of_identifier(character));
            let digits = identifier.bytes().filter(u8::is_ascii_digit).count();
            let behind = identifier.len().saturating_sub(TAIL);
            match (piece.get(..HEAD), piece.get(behind..)) {
                (Some(head), Some(tail)) if identifier.len() >= LONG_IDENTIFIER && digits >= DIGITS => {
                    format!("{head}…{tail}")
                }
                _ => piece.to_owned(),
            }
        })
        .collect()
}

/// The most characters of a text that [`quoted_short`] keeps, the gap included.
const LONGEST_SHORT_QUOTATION: usize = 44;

/// A text [`quoted`] in a sentence that says who is who: long identifiers are [`shortened`], and so is what is still long.
pub fn quoted_short(text: &str) -> String {
    let text = shortened(text);
    let count = text.chars().count();
    if count <= LONGEST_SHORT_QUOTATION {
        return quoted(&text, LONGEST_SHORT_QUOTATION);
    }
    let tail = LONGEST_SHORT_QUOTATION / 3;
    let head: String = text.chars().take(LONGEST_SHORT_QUOTATION - tail - 1).collect();
    let tail: String = text.chars().skip(count - tail).collect();
    // One gap is enough where an identifier was shortened at this very place.
    quoted(&format!("{}…{}", head.trim_end_matches('…'), tail.trim_start_matches('…')), LONGEST_SHORT_QUOTATION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_the_middle_of_long_identifiers() {
        for (text, short) in [
            ("api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10", "api://3f1d2c44…9e10"),
            ("auth0|507f1f77bcf86cd799439020", "auth0|507f1f77…9020"),
            ("407408718192-a1b2c3d4e5f6g7h8.apps.example.com", "40740871…g7h8.apps.example.com"),
            ("urn:uuid:3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10/x", "urn:uuid:3f1d2c44…9e10/x"),
        ] {
            assert_eq!(shortened(text), short);
        }
        for text in [
            "",
            "Grace Hopper",
            "https://api.example.com/orders",
            "a-very-long-name-of-some-service-2",
            "ééééééééééééééééééééééé1234",
            "12345678901234567890123",
        ] {
            assert_eq!(shortened(text), text);
        }
    }

    #[test]
    fn quotes_the_ends_of_what_is_long() {
        let long = "x".repeat(100) + "y";
        assert_eq!(quoted_short(&long), format!("`{}…{}y`", "x".repeat(29), "x".repeat(13)));
        assert_eq!(quoted_short("a`\u{202E}b"), "`a⟨U+0060⟩⟨U+202E⟩b`");
        let hostile = format!("{}`\n", "é".repeat(60));
        assert_eq!(quoted_short(&hostile), format!("`{}…{}⟨U+0060⟩⟨U+000A⟩`", "é".repeat(29), "é".repeat(12)));
        let gaps = "organization:example:pipeline:shop-cccc3333-0123456789abcdef01234567:step:build:run:1";
        assert_eq!(quoted_short(gaps), "`organization:example:pipeline…ep:build:run:1`");
        assert_eq!(quoted_short(&"é".repeat(44)), format!("`{}`", "é".repeat(44)));
    }

    #[test]
    fn groups_digits() {
        let grouped = [0, 999, 1_000, 16_384, 1_048_576, usize::MAX].map(grouped);
        assert_eq!(grouped[..5], ["0", "999", "1,000", "16,384", "1,048,576"]);
        assert_eq!(grouped[5].replace(',', ""), usize::MAX.to_string());
    }
}
