//! A header that names no algorithm.

use crate::evidence::LIMIT;
use crate::query::algorithms::algorithm;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::format::Format;
use decode::json::JsonKind;
use decode::{Part, Token};
use guide::Question;
use inspect::jose::kinds::TokenKind;

pub(crate) static RECORD: Record = Record {
    id: "alg-missing",
    severity: Severity::Error,
    title: "No algorithm",
    why: "Every signed or encrypted token must name its algorithm. A verifier that guesses the algorithm can be led to a wrong one.",
    advice: "Write `alg` into the header where the token is made, and refuse tokens without it.",
    references: &["RFC 7515 section 4.1.1", "RFC 7516 section 4.1.1"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

/// Formats that look like a token but have no JOSE header.
const FOREIGN: [TokenKind; 3] = [TokenKind::FlaskSession, TokenKind::LaravelCookie, TokenKind::Unreadable];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.format == Format::Segment || FOREIGN.contains(&evaluation.description.profile.kind) {
        return Vec::new();
    }
    let headers: Vec<&Part> = headers::of_token(evaluation.token).collect();
    // The shared headers name the algorithm, or cannot be read completely and may name it. What is cut off may name it, too.
    if evaluation.token.is_cut || headers.iter().any(|header| header.group.is_none() && is_told(header)) {
        return wrong(evaluation.token, &headers);
    }
    let of_group = |group: &[&Part]| {
        let header = group.first().filter(|_| !group.iter().any(|header| is_told(header)))?;
        let is_object = header.value().is_some_and(|value| matches!(value.kind, JsonKind::Object(_)));
        let message = "The header does not say which algorithm was used.";
        is_object.then(|| Evidence::new(&RECORD, message, Place::role(header.role)))
    };
    let (shared, own): (Vec<&Part>, Vec<&Part>) = headers.iter().partition(|header| header.group.is_none());
    let groups = if own.is_empty() { &shared } else { &own };
    let missing = groups.chunk_by(|a, b| a.group == b.group).filter_map(of_group);
    missing.chain(wrong(evaluation.token, &headers)).take(LIMIT).collect()
}

fn is_told(header: &Part) -> bool {
    algorithm(header).is_some() || header.error().is_some()
}

/// `alg` parameters that are empty or not a string.
fn wrong(token: &Token, headers: &[&Part]) -> Vec<Evidence> {
    let of_header = |header: &&Part| {
        let member = algorithm(header)?;
        let is = match member.value.as_str() {
            Some("") => "empty",
            Some(_) => return None,
            None => member.value.type_name(),
        };
        let message = format!("`alg` must name an algorithm, but is {is}.");
        Some(Evidence::new(&RECORD, message, Place::member(token, header, member)))
    };
    headers.iter().filter_map(of_header).take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of, token_with};

    #[test]
    fn fires_where_nothing_is_named() {
        let message = "The header does not say which algorithm was used.";
        check(&RULE, &token_from(r#"{"typ":"JWT"}"#, r#"{"a":1}"#), "alg-missing", "/header", message);
        let text = r#"{"payload":"e30","protected":"eyJraWQiOiJhIn0","header":{"x":1},"signature":"AAAA"}"#;
        check(&RULE, &token_of(text), "alg-missing", "/header", message);
        for (alg, is) in [("1", "a number"), ("null", "null"), ("\"\"", "empty")] {
            let message = format!("`alg` must name an algorithm, but is {is}.");
            let header = format!("{{\"alg\":{alg}}}");
            check(&RULE, &token_from(&header, "{}"), "alg-missing", "/header/alg", &message);
        }
    }

    #[test]
    fn is_quiet_where_it_is_named_anywhere() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(
            &RULE,
            &token_of(r#"{"payload":"e30","protected":"e30","header":{"alg":"HS256"},"signature":"AAAA"}"#),
        );
        let shared = r#"{"protected":"eyJlbmMiOiJBMTI4R0NNIn0","unprotected":{"alg":"A128KW"},"recipients":[{"header":{"kid":"a"},"encrypted_key":"AA"},{"header":{"kid":"b"},"encrypted_key":"AA"}],"iv":"AA","ciphertext":"AA","tag":"AA"}"#;
        check_quiet(&RULE, &token_of(shared));
    }

    #[test]
    fn is_quiet_on_cookies_single_segments_and_broken_headers() {
        check_quiet(&RULE, &token_of("eyJ1c2VyX2lkIjo3fQ.ZVPxAA.EfatjsUqKYSrqv18O1FlA3hcIHI"));
        check_quiet(&RULE, &token_of(&encode(r#"{"typ":"JWT","kid":"1"}"#)));
        check_quiet(&RULE, &token_from(r#"{"typ":"JWT","al"#, "{}"));
    }
}
