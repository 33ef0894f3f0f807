//! Tokens that are encoded as a whole: in base64 once more, as Kubernetes keeps its secrets, or in the digits of a health
//! card's QR code.

use super::character::Spelling;
use super::collector::Collected;
use super::header_start;
use crate::format::is_compact_token;
use crate::{Piece, Span, base64url};

/// base64 of `eyJ`, with which most compact tokens begin.
const ENCODED: &[u8] = b"ZXlK";

/// The characters before the digits. SMART Health Cards Framework, "Encoding chunks as QR codes".
const HEALTH_CARD: &str = "shc:/";

/// The line lengths of the usual encoders, in characters: RFC 7468 section 2, RFC 2045 section 6.8.
const LINE_LENGTHS: [usize; 2] = [64, 76];

/// Searches a text for encoded tokens, one after the other.
pub(super) struct EncodedTokens<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
    /// The next one, if it was found already.
    found: Option<Collected>,
}

impl<'t> EncodedTokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, found: None }
    }

    /// Where the next one starts, at or after `from` and before `until`, in bytes of the text.
    pub(super) fn peek(&mut self, from: usize, until: usize) -> Option<usize> {
        self.found.take_if(|found| found.span.start < from);
        self.at = self.at.max(from);
        let bytes = self.text.as_bytes();
        while self.found.is_none() {
            let rest = bytes.get(self.at..until)?;
            let Some(step) = rest.iter().position(|byte| matches!(byte, b'Z' | b's')) else {
                self.at = until;
                return None;
            };
            let start = self.at + step;
            let rest = bytes.get(start..).unwrap_or_default();
            let (text, length, spelling) = match rest.first() {
                Some(b'Z') if rest.starts_with(ENCODED) && header_start::is_boundary(bytes, start) => {
                    decode_base64(rest)
                }
                Some(b's') if rest.starts_with(HEALTH_CARD.as_bytes()) => decode_digits(rest),
                _ => (String::new(), 1, Spelling::Plain),
            };
            self.at = start + length;
            let stands_alone =
                !bytes.get(..start).unwrap_or_default().ends_with(b".") && bytes.get(self.at) != Some(&b'.');
            if stands_alone && is_compact_token(&text) {
                let span = Span::new(start, self.at);
                let pieces = vec![Piece { token: Span::new(0, text.len()), paste: span }];
                let spellings = vec![(spelling, span)];
                self.found = Some(Collected { span, text, pieces, spellings, ..Collected::default() });
            }
        }
        self.found.as_ref().map(|found| found.span.start).filter(|start| *start < until)
    }

    /// The one that `peek` found.
    pub(super) fn take(&mut self) -> Option<Collected> {
        self.found.take()
    }
}

/// The text that the base64 at the start of `rest` decodes to, and the length of the base64 in bytes with its line
/// breaks and padding.
fn decode_base64(rest: &[u8]) -> (String, usize, Spelling) {
    let mut encoded = String::new();
    let mut at = 0;
    loop {
        let line = rest.get(at..).unwrap_or_default();
        let length = line.iter().take_while(|byte| base64url::is_character(**byte)).count();
        encoded.extend(line.iter().take(length).map(|byte| char::from(*byte)));
        at += length;
        let behind = rest.get(at..).unwrap_or_default();
        let blank = behind.len() - behind.trim_ascii_start().len();
        let breaks_line = behind.starts_with(b"\n") || behind.starts_with(b"\r\n");
        if !LINE_LENGTHS.contains(&length)
            || !breaks_line
            || !behind.get(blank).is_some_and(|byte| base64url::is_character(*byte))
        {
            let padding = behind.iter().take(2).take_while(|byte| **byte == b'=').count();
            let text = String::from_utf8(base64url::decode(&encoded).bytes).unwrap_or_default();
            return (text.trim_ascii().to_owned(), at + padding, Spelling::Base64);
        }
        at += blank;
    }
}

/// The text that the digits at the start of `rest` stand for, and their length in bytes. Each pair of digits is the code
/// of a character minus 45. A long card is split into several QR codes, `shc:/1/3/…` to `shc:/3/3/…`; all of them must
/// follow each other.
fn decode_digits(rest: &[u8]) -> (String, usize, Spelling) {
    let mut text = String::new();
    let mut at = 0;
    for number in 1.. {
        let card = rest.get(at..).unwrap_or_default();
        let digits = card.strip_prefix(HEALTH_CARD.as_bytes()).unwrap_or_default();
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
            return (text, at, Spelling::Digits);
        }
        let behind = rest.get(at..).unwrap_or_default();
        at += behind.len() - behind.trim_ascii_start().len();
    }
    (String::new(), at.max(1), Spelling::Digits)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

    use crate::decode;
    use crate::find::tests::TOKEN;
    use crate::testing::signed;

    #[track_caller]
    fn check(paste: &str, token: &str, label: &str, repair: &str) {
        let decoded = decode(paste);
        let [found] = decoded.tokens.as_slice() else { panic!("{} tokens in {paste}", decoded.tokens.len()) };
        assert_eq!((found.text.as_str(), found.label.as_str()), (token, label));
        let repair = found.repairs.iter().find(|other| other.message == repair);
        assert_eq!(repair.map(|repair| repair.span), Some(found.span), "{:?}", found.repairs);
    }

    const BASE64: &str = "Decoded the base64 around the token.";
    const DIGITS: &str = "Read the digits of the QR code as characters.";

    fn card(text: &str) -> String {
        text.bytes().map(|byte| format!("{:02}", byte - 45)).collect()
    }

    #[test]
    fn base64_around_a_token_is_undone() {
        let encoded = STANDARD.encode(TOKEN);
        check(&encoded, TOKEN, "token", BASE64);
        check(&URL_SAFE_NO_PAD.encode(TOKEN), TOKEN, "token", BASE64);
        check(&STANDARD.encode(format!("{TOKEN}\n")), TOKEN, "token", BASE64);
        let secret =
            format!("kind: Secret\ndata:\n  ca.crt: TUlJQg==\n  token: {encoded}\n  namespace: ZGVmYXVsdA==\n");
        check(&secret, TOKEN, "token", BASE64);
        check(&format!("{{\"data\":{{\"id_token\":\"{encoded}\"}}}}"), TOKEN, "id_token", BASE64);
        for (width, line) in [(64, "\n"), (76, "\r\n"), (76, "\n    ")] {
            let lines: Vec<_> = encoded.as_bytes().chunks(width).map(String::from_utf8_lossy).collect();
            check(&lines.join(line), TOKEN, "token", BASE64);
        }
    }

    #[test]
    fn digits_of_a_health_card_are_read() {
        check(&format!("shc:/{}", card(TOKEN)), TOKEN, "token", DIGITS);
        let (first, second) = TOKEN.split_at(100);
        check(&format!("shc:/1/2/{}\nshc:/2/2/{}", card(first), card(second)), TOKEN, "token", DIGITS);
    }

    #[test]
    fn near_misses_are_text() {
        let encoded = STANDARD.encode(TOKEN);
        for paste in [
            "ZXlK",
            "ZXlKhbGciOiJIUzI1NiJ9",
            &format!("x{encoded}"),
            &STANDARD.encode(format!("{TOKEN} and more")),
            &STANDARD.encode("eyJhbGciOiJIUzI1NiJ9.e30"),
            "shc:/",
            "shc:/1/",
            "shc:/12345",
            &format!("shc:/1/2/{}", card(TOKEN.split_at(TOKEN.len() - 10).0)),
            &format!("shc:/2/2/{}", card(TOKEN)),
        ] {
            assert_eq!(decode(paste).tokens, [], "{paste}");
        }
    }

    #[test]
    fn a_token_that_is_a_payload_stays_inside() {
        let outer = signed(r#"{"alg":"HS256","cty":"JWT"}"#, TOKEN);
        let decoded = decode(&format!("{outer} {}", STANDARD.encode(TOKEN)));
        let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, [outer.as_str(), TOKEN]);
        let json =
            r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"ZXlKaGJHY2lPaUpJVXpJMU5pSjkuZTMwLkFB","signature":"AA"}"#;
        assert_eq!(decode(json).tokens.len(), 1);
        assert_eq!(decode(json).tokens[0].text, json);
    }
}
