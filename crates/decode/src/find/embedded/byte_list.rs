//! The bytes of a token written as numbers: in hexadecimal digits without blanks, or as a list of decimal numbers, as
//! programs print a buffer: `{"type":"Buffer","data":[101,121,74,…]}`.

use super::super::character::Spelling;
use super::text::{EmbeddedText, TextForm};
use crate::{Piece, Span};

/// `eyJ` in hexadecimal digits, in lower case.
const HEXADECIMAL: &[u8] = b"65794a";

/// The first of the numbers of `eyJ`.
const FIRST_NUMBER: &[u8] = b"101";

/// Fewer bytes hold no token.
const FEWEST: usize = 24;

/// Searches a text for bytes that are written as numbers.
pub(super) struct ByteLists<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
}

impl<'t> ByteLists<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next one that starts at or after `from` and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<EmbeddedText> {
        self.at = self.at.max(from);
        let bytes = self.text.as_bytes();
        let until = until.min(bytes.len());
        while let Some(step) = bytes.get(self.at..until)?.iter().position(|byte| matches!(byte, b'6' | b'1')) {
            let start = self.at + step;
            let rest = bytes.get(start..).unwrap_or_default();
            let is_boundary =
                start.checked_sub(1).and_then(|at| bytes.get(at)).is_none_or(|byte| !byte.is_ascii_hexdigit());
            let (list, length) = match () {
                () if !is_boundary => (Vec::new(), 1),
                () if starts_as(rest, HEXADECIMAL) => hexadecimal(rest),
                () if rest.starts_with(FIRST_NUMBER) => decimal(rest),
                () => (Vec::new(), 1),
            };
            self.at = start + length.max(1);
            if list.len() >= FEWEST && list.starts_with(b"eyJ") && list.is_ascii() {
                let text = list.into_iter().map(char::from).collect();
                let pieces = vec![Piece { token: Span::new(0, length), paste: Span::new(start, self.at) }];
                let (form, spelling) = (TextForm::Whole, Spelling::Numbers);
                return Some(EmbeddedText { text, form, spelling, message: None, pieces });
            }
        }
        self.at = self.at.max(until);
        None
    }
}

fn starts_as(text: &[u8], lower_case: &[u8]) -> bool {
    text.get(..lower_case.len()).is_some_and(|start| start.eq_ignore_ascii_case(lower_case))
}

/// The bytes that hexadecimal digits stand for, and how many bytes of the text they take.
fn hexadecimal(text: &[u8]) -> (Vec<u8>, usize) {
    let length = text.iter().take_while(|byte| byte.is_ascii_hexdigit()).count() & !1;
    let pairs = text.get(..length).unwrap_or_default().chunks_exact(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    (pairs.filter_map(byte).collect(), length)
}

/// The bytes of a list of decimal numbers with commas or blanks between them, and how many bytes of the text they take.
fn decimal(text: &[u8]) -> (Vec<u8>, usize) {
    let mut list = Vec::new();
    let mut at = 0;
    let mut end = 0;
    loop {
        let digits = text.iter().skip(at).take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let number = text.get(at..at + digits).and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
        let Some(number) = number else { return (list, end) };
        list.push(number);
        end = at + digits;
        let is_between = |byte: &&u8| byte.is_ascii_whitespace() || **byte == b',';
        let between = text.iter().skip(end).take(40).take_while(is_between).count();
        if between == 0 {
            return (list, end);
        }
        at = end + between;
    }
}

#[cfg(test)]
mod tests {
    use crate::decode;
    use crate::find::tests::TOKEN;

    #[track_caller]
    fn check(paste: &str) {
        let decoded = decode(paste);
        let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, [TOKEN], "in {paste}");
        assert!(
            decoded.tokens[0].repairs.iter().any(|repair| repair.id == "numbers"),
            "{:?}",
            decoded.tokens[0].repairs
        );
    }

    #[test]
    fn numbers_are_read_as_bytes() {
        let hex: String = TOKEN.bytes().map(|byte| format!("{byte:02x}")).collect();
        let list = |separator: &str| TOKEN.bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(separator);
        check(&hex);
        check(&hex.to_uppercase());
        check(&format!("token: 0x{hex}\n"));
        check(&format!("{{\"type\":\"Buffer\",\"data\":[{}]}}", list(",")));
        check(&format!("[{}]", list(" ")));
        check(&format!("bytes = [\n    {}\n]", list(",\n    ")));
    }

    #[test]
    fn near_misses_are_text() {
        for text in ["65794a", "101, 121, 74", "65794a6162636465666768696a6b6c6d6e6f70", "1012174", "id 65794b"] {
            assert_eq!(decode(text).tokens, [], "{text}");
        }
    }
}
