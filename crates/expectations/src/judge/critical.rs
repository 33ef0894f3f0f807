//! What the header asks of every service, whatever that service expects: RFC 7515 section 4.1.11, RFC 7797 section 6.

use decode::Token;
use decode::json::{JsonKind, Value};
use inspect::display::{first_listed, quoted};

use super::judged_line::JudgedLine;
use super::token::doubted;

/// The most names in a sentence, and the most characters of each.
const NAMES: usize = 4;
const NAME: usize = 40;

/// Some services must refuse the token for it. Not all libraries look at `crit`.
pub(super) fn judged(token: &Token) -> Option<JudgedLine> {
    let crit = token.parameter("crit");
    let names: Vec<&str> = match crit.map(|crit| &crit.kind) {
        None => Vec::new(),
        Some(JsonKind::Array(names)) if !names.is_empty() && names.iter().all(|name| name.as_str().is_some()) => {
            names.iter().filter_map(Value::as_str).collect()
        }
        Some(_) => {
            let sentence =
                "`crit` in the header is no list of names: a service must refuse that (RFC 7515 section 4.1.11).";
            return Some(doubted("its `crit` is no list of names", sentence));
        }
    };
    let is_unencoded = token.parameter("b64").is_some_and(|b64| b64.kind == JsonKind::Bool(false));
    if is_unencoded && !names.contains(&"b64") {
        let sentence = "`b64` is false, but `crit` does not list it: a service must refuse that (RFC 7797 section 6).";
        return Some(doubted("`b64` is false, but `crit` does not list it", sentence));
    }
    let them = if names.len() == 1 { "it" } else { "them" };
    let listed = first_listed(names.iter().map(|name| quoted(name, NAME)), NAMES, " and ");
    (!names.is_empty()).then(|| {
        let sentence = format!("`crit` in the header lists {listed}: a service that does not know {them} must refuse the token (RFC 7515 section 4.1.11).");
        doubted(format!("its `crit` lists {listed}"), sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(header: &str) -> String {
        judged(&test_tokens::token_from(header, "{}")).and_then(|line| line.reason).unwrap_or_default()
    }

    #[test]
    fn says_what_a_service_must_know() {
        assert_eq!(
            told(r#"{"alg":"HS256","crit":["exp"],"exp":1}"#),
            "`crit` in the header lists `exp`: a service that does not know it must refuse the token (RFC 7515 section 4.1.11)."
        );
        assert_eq!(
            told(r#"{"alg":"HS256","b64":false,"crit":["b64","a","b","c","d"]}"#),
            "`crit` in the header lists `b64`, `a`, `b`, `c` and 1 more: a service that does not know them must refuse the token (RFC 7515 section 4.1.11)."
        );
        for crit in [r#""exp""#, "[]", "[1]", r#"["a",1]"#, "{}", "null", "true"] {
            assert_eq!(
                told(&format!(r#"{{"alg":"HS256","crit":{crit}}}"#)),
                "`crit` in the header is no list of names: a service must refuse that (RFC 7515 section 4.1.11)."
            );
        }
        for crit in ["", r#","crit":["a"]"#] {
            assert_eq!(
                told(&format!(r#"{{"alg":"HS256","b64":false{crit}}}"#)),
                "`b64` is false, but `crit` does not list it: a service must refuse that (RFC 7797 section 6)."
            );
        }
    }

    #[test]
    fn other_headers_ask_for_nothing() {
        for header in [r#"{"alg":"HS256"}"#, r#"{"alg":"HS256","b64":true}"#, r#"{"alg":"HS256","CRIT":["a"]}"#, "{}"] {
            assert_eq!(told(header), "");
        }
    }
}
