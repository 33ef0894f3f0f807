//! Link fragments: a token to the part of an address behind `#`, and back.
//!
//! A fragment is not sent to servers (RFC 9110 section 7.1), but stays in history and in the chat that carried it. So
//! the first choice leaves the signature out: what is left is no credential.

use crate::decode::format::Format;
use crate::decode::{Role, Token};

/// Says in a link that its sender left the signature out.
const LEFT_OUT: &str = "signature=left-out";

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
}

/// `#token=<header>.<payload>.&signature=left-out`, with the disclosures of an SD-JWT, but no key binding.
///
/// An encrypted token has no signature: whoever holds its ciphertext holds the token, so only its header goes along.
pub fn without_signature(token: &Token) -> String {
    let text_of = |role| token.part(role).map_or("", |part| part.span.in_str(&token.text));
    let unsigned = match token.format {
        Format::JweCompact | Format::JweJsonFlattened | Format::JweJsonGeneral => text_of(Role::Header).to_owned(),
        Format::Segment => token.text.clone(),
        Format::JwsCompact | Format::JwsJsonFlattened | Format::JwsJsonGeneral => {
            [text_of(Role::Header), ".", text_of(Role::Payload), "."].concat()
        }
        Format::SdJwt | Format::SdJwtWithKeyBinding => {
            let mut unsigned = [text_of(Role::Header), ".", text_of(Role::Payload), ".~"].concat();
            for part in token.parts.iter().filter(|part| part.role == Role::Disclosure) {
                unsigned.push_str(part.span.in_str(&token.text));
                unsigned.push('~');
            }
            unsigned
        }
    };
    ["#token=", &escaped(&unsigned), "&", LEFT_OUT].concat()
}

/// `#token=<token>`, as other tools read it too.
pub fn whole(token: &Token) -> String {
    ["#token=", &escaped(&token.text)].concat()
}

/// What a token may hold and a fragment should not: the standard alphabet and padding.
fn escaped(text: &str) -> String {
    text.replace('+', "%2B").replace('=', "%3D")
}

/// What a fragment, with or without its `#`, brings. None when it brings no token.
pub fn read_fragment(fragment: &str) -> Option<Arrival> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let fragment = fragment.strip_prefix(['/', '?', '!']).unwrap_or(fragment);
    let signature_left_out = fragment.split('&').any(|field| field == LEFT_OUT);
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
        _ => fragment.to_owned(),
    };
    Some(Arrival { text, signature_left_out })
}

/// RFC 3986 section 2.1, for ASCII; anything else stays as it is.
fn unescaped(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, escape) = rest.split_at(at);
        unescaped.push_str(before);
        let byte = escape.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(u8::is_ascii);
        match byte {
            Some(byte) => unescaped.push(char::from(byte)),
            None => unescaped.push('%'),
        }
        rest = escape.get(if byte.is_some() { 3 } else { 1 }..).unwrap_or_default();
    }
    unescaped.push_str(rest);
    unescaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::decode;

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
}
