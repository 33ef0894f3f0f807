//! Link fragments: a token to the part of an address behind `#`, and back.
//!
//! A fragment is not sent to servers (RFC 9110 section 7.1), but stays in history and in the chat that carried it. So
//! the first choice leaves the signature out: what is left is no credential.

mod expected;

use decode::Token;

pub use expected::LinkExpectations;

use super::copy::{self, Unsigned};
use super::redact::Redacted;

/// Says in a link that its sender left the signature out.
const LEFT_OUT: &str = "signature=left-out";

/// Says in a link that its sender masked some claims: their values are [`MASK`](inspect::masked::MASK).
const REDACTED: &str = "claims=redacted";

/// The names under which pages and identity providers put one token into a fragment.
const NAMES: [&str; 8] =
    ["token", "id_token", "access_token", "value", "jwt", "t", "debugger-io?token", "logout_token"];

/// How base64url writes `{"`, `{ "` and `{` with a line break: a fragment that is a token and no heading.
const BEGINNINGS: [&str; 4] = ["eyJ", "eyA", "ewo", "ew0"];

/// What came with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The text to read: the token alone, or the whole fragment where it holds several.
    pub text: String,
    pub signature_left_out: bool,
    pub claims_redacted: bool,
    /// What a service expects, as the sender wrote it.
    pub expectations: LinkExpectations,
}

/// `#token=<header>.<payload>.&signature=left-out`.
pub fn without_signature(token: &Token) -> String {
    of_unsigned(&copy::without_signature(token))
}

/// The same, of what is left of a token.
pub fn of_unsigned(unsigned: &Unsigned) -> String {
    format!("#token={}&{LEFT_OUT}", escaped(&unsigned.text))
}

/// `#token=<header>.<payload>.&signature=left-out&claims=redacted`.
pub fn redacted(redacted: &Redacted) -> String {
    format!("#token={}&{LEFT_OUT}&{REDACTED}", escaped(&redacted.text))
}

/// `#token=<token>`, as other tools read it too.
pub fn whole(token: &Token) -> String {
    format!("#token={}", escaped(&token.text))
}

/// One of these links, with what a service expects: `…&expected-issuer=…&expected-algorithms=RS256,ES256`.
pub fn with_expectations(link: &str, expectations: &LinkExpectations) -> String {
    [link, &expectations.fields()].concat()
}

/// RFC 3986 section 2.1: what a token may hold and a fragment should not.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' | b'/' => escaped.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => escaped.push(char::from(byte)),
            _ => {
                escaped.push('%');
                for digit in [byte >> 4, byte & 15] {
                    escaped.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
                }
            }
        }
    }
    escaped
}

/// What a fragment, with or without its `#`, brings. None when it brings no token.
pub fn read_fragment(fragment: &str) -> Option<Arrival> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let fragment = fragment.strip_prefix(['/', '?', '!']).unwrap_or(fragment);
    let says = |wanted: &str| fragment.split('&').any(|field| field == wanted);
    let (signature_left_out, claims_redacted) = (says(LEFT_OUT), says(REDACTED));
    let values: Vec<&str> = fragment
        .split('&')
        .filter_map(|field| NAMES.iter().find_map(|name| field.strip_prefix(name)?.strip_prefix('=')))
        .filter(|value| !value.is_empty())
        .collect();
    let text = match values.as_slice() {
        [] if BEGINNINGS.iter().any(|beginning| fragment.starts_with(beginning)) => {
            unescaped(fragment.split('&').next().unwrap_or_default())
        }
        [] => return None,
        [only] => unescaped(only),
        // What a service expects is no text to look for tokens in.
        _ => fragment.split('&').filter(|field| !expected::is_expectation(field)).collect::<Vec<_>>().join("&"),
    };
    let expectations = LinkExpectations::of_fragment(fragment);
    Some(Arrival { text, signature_left_out, claims_redacted, expectations })
}

/// RFC 3986 section 2.1; what does not come to UTF-8 stays as it is.
fn unescaped(text: &str) -> String {
    let mut unescaped = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, escape) = rest.split_at(at);
        unescaped.extend_from_slice(before.as_bytes());
        let byte = escape.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        unescaped.push(byte.unwrap_or(b'%'));
        rest = escape.get(if byte.is_some() { 3 } else { 1 }..).unwrap_or_default();
    }
    unescaped.extend_from_slice(rest.as_bytes());
    String::from_utf8(unescaped).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use decode::decode;

    const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAECAw";

    fn read(fragment: &str) -> Option<(String, bool)> {
        read_fragment(fragment).map(|arrival| (arrival.text, arrival.signature_left_out))
    }

    #[test]
    fn leaves_the_signature_out_and_says_so() {
        let token = &decode(TOKEN).tokens[0];
        let link = without_signature(token);
        assert_eq!(link, "#token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.&signature=left-out");
        assert_eq!(read(&link), Some(("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.".to_owned(), true)));
    }

    #[test]
    fn carries_the_whole_token_when_asked_to() {
        let token = &decode(TOKEN).tokens[0];
        assert_eq!(whole(token), ["#token=", TOKEN].concat());
        assert_eq!(read(&whole(token)), Some((TOKEN.to_owned(), false)));
    }

    #[test]
    fn escapes_what_a_fragment_should_not_hold() {
        let padded = "eyJhbGciOiJIUzI1NiIgfQ==.eyJzdWIiOiJ1MSJ9.+A==";
        let token = &decode(padded).tokens[0];
        assert_eq!(whole(token), "#token=eyJhbGciOiJIUzI1NiIgfQ%3D%3D.eyJzdWIiOiJ1MSJ9.%2BA%3D%3D");
        assert_eq!(read(&whole(token)), Some((padded.to_owned(), false)));
    }

    #[test]
    fn a_token_without_signature_gets_its_dot() {
        let token = &decode("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9").tokens[0];
        assert_eq!(without_signature(token), "#token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.&signature=left-out");
    }

    #[test]
    fn nothing_that_works_goes_along() {
        let jwe = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";
        let link = without_signature(&decode(jwe).tokens[0]);
        assert_eq!(link, "#token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0&signature=left-out");
        let key_binding = TOKEN;
        let sd_jwt = format!("{TOKEN}~WyJzYWx0IiwiYSIsMV0~{key_binding}");
        let link = without_signature(&decode(&sd_jwt).tokens[0]);
        assert_eq!(link, "#token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.~WyJzYWx0IiwiYSIsMV0~&signature=left-out");
        let link = without_signature(&decode("eyJhbGciOiJIUzI1NiJ9").tokens[0]);
        assert_eq!(link, "#token=eyJhbGciOiJIUzI1NiJ9&signature=left-out");
        let link = without_signature(&decode(&format!("{TOKEN}.BAUG")).tokens[0]);
        assert_eq!(link, "#token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.&signature=left-out");
    }

    #[test]
    fn reads_the_names_that_other_tools_use() {
        for name in ["token", "id_token", "access_token", "value", "debugger-io?token", "jwt"] {
            assert_eq!(read(&format!("#{name}={TOKEN}")), Some((TOKEN.to_owned(), false)), "{name}");
        }
        assert_eq!(read(&format!("#{TOKEN}")), Some((TOKEN.to_owned(), false)));
        assert_eq!(read(&format!("#{TOKEN}&signature=left-out")), Some((TOKEN.to_owned(), true)));
        assert_eq!(read(&format!("#token={}", TOKEN.replace('.', "%2E"))), Some((TOKEN.to_owned(), false)));
    }

    #[test]
    fn keeps_a_redirect_with_several_whole() {
        let fragment = format!("access_token={TOKEN}&token_type=Bearer&id_token={TOKEN}&state=x");
        assert_eq!(read(&format!("#{fragment}")), Some((fragment, false)));
    }

    #[test]
    fn is_quiet_on_other_fragments() {
        for fragment in ["", "#", "#guide", "#token=", "#section=2", "#eyebrow", "#ewer"] {
            assert_eq!(read(fragment), None, "{fragment}");
        }
    }

    #[track_caller]
    fn check_unsigned(text: &str, expected: &str) {
        let link = without_signature(&decode(text).tokens[0]);
        let arrival = read_fragment(&link).expect("a token");
        assert_eq!((arrival.text.as_str(), arrival.signature_left_out), (expected, true), "{link}");
    }

    #[test]
    fn a_json_serialization_leaves_everything_out_that_works() {
        let header = "eyJhbGciOiJIUzI1NiJ9";
        check_unsigned(
            r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"SECRETA"},{"header":{"alg":"HS256"},"signature":"SECRETA"}]}"#,
            "eyJhbGciOiJIUzI1NiJ9.e30.",
        );
        check_unsigned(
            r#"{"payload":"e30","protected":"eyJhbGciOiJ\u0049UzI1NiJ9","signature":"SECRETA"}"#,
            "eyJhbGciOiJIUzI1NiJ9.e30.",
        );
        check_unsigned(
            &format!(
                r#"{{"payload":"e30","protected":"{header}","signature":"SECRETA","header":{{"disclosures":["WyJzYWx0IiwiYSIsMV0"],"kb_jwt":"{TOKEN}"}}}}"#
            ),
            "eyJhbGciOiJIUzI1NiJ9.e30.~WyJzYWx0IiwiYSIsMV0~",
        );
        check_unsigned(r#"{"payload":"e30","header":{"alg":"HS256"},"signature":"SECRETA"}"#, "e30");
        let secret = r#""encrypted_key":"SECRETA","iv":"SECRETA","ciphertext":"SECRETA","tag":"SECRETA""#;
        check_unsigned(&format!(r#"{{"protected":"{header}",{secret}}}"#), header);
        check_unsigned(
            &format!(r#"{{"unprotected":{{"alg":"dir"}},{secret}}}"#),
            r#"{"unprotected":{"alg":"dir"},"ciphertext":""}"#,
        );
    }

    #[test]
    fn an_unencoded_payload_travels_in_json() {
        let header = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
        let compact = [header, ".a&b#\u{E9}\"%41.", &"A".repeat(43)].concat();
        let json = [r#"{"protected":""#, header, r#"","payload":"a&b#é\"%41"}"#].concat();
        check_unsigned(&compact, &json);
        assert_eq!(
            decode(&json).tokens[0].payload().map(|part| part.text().into_owned()).as_deref(),
            Some("a&b#\u{E9}\"%41")
        );
        assert_eq!(read(&whole(&decode(&compact).tokens[0])), Some((compact, false)));
    }
}
