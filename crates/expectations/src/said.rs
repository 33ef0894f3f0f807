//! What a token says, for profiles and hints: of several members with one name the last, and nothing that was masked.

use decode::Token;
use decode::json::{JsonKind, Value};
use inspect::masked::MASK;

pub(crate) fn claim<'t>(token: &'t Token, name: &str) -> Option<&'t Value> {
    token.payload()?.value()?.member(name)
}

pub(crate) fn text_claim<'t>(token: &'t Token, name: &str) -> Option<&'t str> {
    unmasked(claim(token, name)?)
}

pub(crate) fn header_text<'t>(token: &'t Token, name: &str) -> Option<&'t str> {
    unmasked(token.parameter(name)?)
}

/// Of `aud`, whether it is one text or an array of texts.
pub(crate) fn audiences(token: &Token) -> Vec<&str> {
    let Some(value) = claim(token, "aud") else { return Vec::new() };
    match &value.kind {
        JsonKind::Array(values) => values.iter().filter_map(unmasked).collect(),
        _ => unmasked(value).into_iter().collect(),
    }
}

fn unmasked(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| *text != MASK)
}

/// The form of an id in Entra ID: `8-4-4-4-12` hexadecimal digits.
pub(crate) fn is_guid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.chars().all(|character| character == '-' || character.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::{token_from, token_with};

    #[test]
    fn reads_what_is_said() {
        let token = token_with(r#"{"aud":["a",1,"b"],"iss":"x","iss":"y","sub":"redacted by the sender"}"#);
        assert_eq!(audiences(&token), ["a", "b"]);
        assert_eq!((text_claim(&token, "iss"), text_claim(&token, "sub")), (Some("y"), None));
        assert_eq!(audiences(&token_with(r#"{"aud":"a"}"#)), ["a"]);
        assert_eq!(header_text(&token_from(r#"{"alg":"RS256","typ":1}"#, "{}"), "typ"), None);
    }

    #[test]
    fn knows_the_form_of_a_guid() {
        assert!(is_guid("11112222-bbbb-3333-CCCC-4444dddd5555"));
        for text in ["", "common", "11112222-bbbb-3333-cccc-4444dddd555g", "11112222bbbb3333cccc4444dddd5555"] {
            assert!(!is_guid(text), "{text}");
        }
    }
}
