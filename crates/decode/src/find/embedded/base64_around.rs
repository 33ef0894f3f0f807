//! base64 around a text with tokens: as Kubernetes keeps its secrets, Supabase its sessions, or `Basic` its passwords.
//!
//! Every stretch of base64 characters is looked at that holds what `eyJ`, with which most tokens begin, becomes in base64.

use super::super::character::Spelling;
use super::super::header_start;
use super::text::{EmbeddedText, TextForm, text_of_base64};
use crate::json::{self, Value};
use crate::{Piece, Span, base64url};

/// The line lengths of the usual encoders, in characters: RFC 7468 section 2, RFC 2045 section 6.8.
const LINE_LENGTHS: [usize; 2] = [64, 76];

/// What some programs write before base64: Supabase before a session.
const PREFIX: &str = "base64-";

/// A shorter stretch holds no token, in characters.
const SHORTEST: usize = 24;

/// Members of a JSON object that is itself a part of a token: then what it holds stands inside of that part.
const TOKEN_MEMBERS: [&str; 9] = ["alg", "enc", "typ", "iss", "sub", "aud", "exp", "iat", "jti"];

/// Searches a text for base64 with tokens in it.
pub(super) struct Base64Texts<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
}

impl<'t> Base64Texts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

impl Base64Texts<'_> {
    /// The next one that starts at or after `from` and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<EmbeddedText> {
        self.at = self.at.max(from);
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at + bytes.get(self.at..until)?.iter().position(|byte| base64url::is_character(*byte))?;
            let length = bytes.iter().skip(start).take_while(|byte| base64url::is_character(**byte)).count();
            self.at = start + length;
            if length < SHORTEST || !may_hold_token(Span::new(start, self.at).of(bytes)) {
                continue;
            }
            let lines = lines(bytes, start);
            let end = lines.last().map_or(self.at, |line| line.end);
            self.at = end;
            let begins_inside = start.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'~');
            if begins_inside || matches!(bytes.get(end), Some(b'.' | b'~')) {
                continue;
            }
            if let Some(text) = self.decoded(&lines) {
                return Some(text);
            }
        }
    }
}

impl Base64Texts<'_> {
    /// The text that these lines of base64 stand for. What stands before the base64 without a mark between them may be of
    /// the same characters: then the base64 begins behind the prefix, or where `eyJ` does.
    fn decoded(&self, lines: &[Span]) -> Option<EmbeddedText> {
        let first = lines.first()?.in_str(self.text);
        let behind_prefix = first.strip_prefix(PREFIX).map(|rest| first.len() - rest.len());
        let at_token = first.find("ZXlK").filter(|at| {
            header_start::is_boundary(self.text.as_bytes(), lines.first().map_or(0, |line| line.start) + at)
        });
        [Some(0), behind_prefix, at_token].into_iter().flatten().find_map(|skipped| {
            let mut characters = String::new();
            let mut pieces = Vec::new();
            for (position, line) in lines.iter().enumerate() {
                let line = if position == 0 { Span::new(line.start + skipped, line.end) } else { *line };
                let start = characters.len();
                characters.push_str(line.in_str(self.text));
                pieces.push(Piece { token: Span::new(start, characters.len()), paste: line });
            }
            let text = text_of_base64(&characters)?;
            let holds_text = text.chars().all(|c| !c.is_control() || c.is_ascii_whitespace());
            let embedded =
                EmbeddedText { text, form: TextForm::Base64, spelling: Spelling::Base64, message: None, pieces };
            (holds_text && !is_part_of_token(&embedded.text)).then_some(embedded)
        })
    }
}

/// Whether the characters hold what `eyJ` becomes in base64, at one of its three alignments.
fn may_hold_token(characters: &[u8]) -> bool {
    characters.windows(4).any(|window| match window {
        b"ZXlK" => true,
        [b'V', b'5', b'S', next] => (b'j'..=b'n').contains(next),
        b"leUp" | b"leUo" => true,
        _ => false,
    })
}

/// Whether the text is a header or claims set: a JSON object with members of one.
fn is_part_of_token(text: &str) -> bool {
    let document = json::read(text.trim_ascii().as_bytes());
    let has = |value: &Value| TOKEN_MEMBERS.iter().any(|name| value.member(name).is_some());
    text.trim_ascii_start().starts_with('{') && document.value.as_ref().is_some_and(has)
}

/// The lines of the base64 at `start`, which may be wrapped at a usual length.
fn lines(bytes: &[u8], start: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut at = start;
    loop {
        let length = bytes.iter().skip(at).take_while(|byte| base64url::is_character(**byte)).count();
        lines.push(Span::new(at, at + length));
        let behind = bytes.get(at + length..).unwrap_or_default();
        let blank = behind.len() - behind.trim_ascii_start().len();
        let breaks_line = behind.starts_with(b"\n") || behind.starts_with(b"\r\n");
        let continues = behind.get(blank).is_some_and(|byte| base64url::is_character(*byte));
        if !LINE_LENGTHS.contains(&length) || !breaks_line || !continues {
            let padding = behind.iter().take(2).take_while(|byte| **byte == b'=').count();
            if let Some(last) = lines.last_mut() {
                last.end += padding;
            }
            return lines;
        }
        at += length + blank;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

    use crate::decode;
    use crate::find::tests::TOKEN;
    use crate::testing::signed;

    #[track_caller]
    pub(in crate::find::embedded) fn check(paste: &str, token: &str, label: &str, repair: &str) {
        let decoded = decode(paste);
        let [found] = decoded.tokens.as_slice() else { panic!("{} tokens in {paste}", decoded.tokens.len()) };
        assert_eq!((found.text.as_str(), found.label.as_str()), (token, label));
        let repair = found.repairs.iter().find(|other| other.message == repair);
        assert_eq!(repair.map(|repair| repair.span), Some(found.span), "{:?}", found.repairs);
    }

    const BASE64: &str = "Decoded the base64 around the token.";

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
    fn near_misses_are_text() {
        let encoded = STANDARD.encode(TOKEN);
        for paste in
            ["ZXlK", "ZXlKhbGciOiJIUzI1NiJ9", &format!("x{encoded}"), &STANDARD.encode("eyJhbGciOiJIUzI1NiJ9.e30")]
        {
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
