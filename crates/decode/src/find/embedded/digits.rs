//! The digits of a health card's QR code. SMART Health Cards Framework, "Encoding chunks as QR codes".

use super::super::character::Spelling;
use super::text::{EmbeddedText, TextForm};
use crate::{Piece, Span};

/// The characters before the digits.
const PREFIX: &str = "shc:/";

/// Searches a text for the digits of health cards.
pub(super) struct HealthCards<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
}

impl<'t> HealthCards<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

impl HealthCards<'_> {
    /// The next one that starts at or after `from` and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<EmbeddedText> {
        self.at = self.at.max(from);
        while let Some(step) = self.text.as_bytes().get(self.at..until)?.iter().position(|byte| *byte == b's') {
            let start = self.at + step;
            let rest = self.text.get(start..).unwrap_or_default();
            let (text, length) = if rest.starts_with(PREFIX) { decode(rest.as_bytes()) } else { (String::new(), 1) };
            self.at = start + length;
            if !text.is_empty() {
                let pieces = vec![Piece { token: Span::new(0, length), paste: Span::new(start, self.at) }];
                return Some(EmbeddedText {
                    text,
                    form: TextForm::Whole,
                    spelling: Spelling::Digits,
                    message: None,
                    pieces,
                });
            }
        }
        self.at = until;
        None
    }
}

/// The text that the digits at the start of `rest` stand for, and their length in bytes. Each pair of digits is the code
/// of a character minus 45. A long card is split into several QR codes, `shc:/1/3/…` to `shc:/3/3/…`; all of them must
/// follow each other.
fn decode(rest: &[u8]) -> (String, usize) {
    let mut text = String::new();
    let mut at = 0;
    for number in 1.. {
        let card = rest.get(at..).unwrap_or_default();
        let digits = card.strip_prefix(PREFIX.as_bytes()).unwrap_or_default();
        let is_part = digits.get(1) == Some(&b'/') && digits.get(3) == Some(&b'/');
        let (digits, count) = match (is_part, digits) {
            (true, [part, _, count @ b'1'..=b'9', _, digits @ ..]) if *part == b'0' + number => (digits, count - b'0'),
            (false, digits) if number == 1 => (digits, 1),
            _ => break,
        };
        let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let pairs = digits.get(..length).unwrap_or_default().chunks_exact(2);
        text.extend(pairs.map(|pair| char::from(pair.iter().fold(0, |code, digit| code * 10 + digit - b'0') + 45)));
        at += card.len() - digits.len() + length;
        if number == count {
            return (text, at);
        }
        let behind = rest.get(at..).unwrap_or_default();
        at += behind.len() - behind.trim_ascii_start().len();
    }
    (String::new(), at.max(1))
}

#[cfg(test)]
mod tests {
    use crate::decode;
    use crate::find::embedded::base64_around::tests::check;
    use crate::find::tests::TOKEN;

    const DIGITS: &str = "Read the digits of the QR code as characters.";

    fn card(text: &str) -> String {
        text.bytes().map(|byte| format!("{:02}", byte - 45)).collect()
    }

    #[test]
    fn digits_of_a_health_card_are_read() {
        check(&format!("shc:/{}", card(TOKEN)), TOKEN, "token", DIGITS);
        let (first, second) = TOKEN.split_at(100);
        check(&format!("shc:/1/2/{}\nshc:/2/2/{}", card(first), card(second)), TOKEN, "token", DIGITS);
    }

    #[test]
    fn near_misses_are_text() {
        for paste in [
            "shc:/",
            "shc:/1/",
            "shc:/12345",
            &format!("shc:/1/2/{}", card(TOKEN.split_at(TOKEN.len() - 10).0)),
            &format!("shc:/2/2/{}", card(TOKEN)),
        ] {
            assert_eq!(decode(paste).tokens, [], "{paste}");
        }
    }
}
