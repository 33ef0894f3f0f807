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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits() {
        let grouped = [0, 999, 1_000, 16_384, 1_048_576, usize::MAX].map(grouped);
        assert_eq!(grouped[..5], ["0", "999", "1,000", "16,384", "1,048,576"]);
        assert_eq!(grouped[5].replace(',', ""), usize::MAX.to_string());
    }
}
