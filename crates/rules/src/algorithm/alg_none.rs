//! A token that says it is not signed.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "alg-none",
    severity: Severity::Error,
    title: "Unsigned token",
    why: "A token with `none` has no signature, so nothing shows who wrote it. Services that accepted such tokens by mistake let anybody sign in as anyone.",
    advice: "Accept only the algorithms that the service expects, and never `none`.",
    references: &[
        "RFC 7519 section 6",
        "RFC 7518 section 3.6",
        "RFC 8725 section 3.2",
        "draft-ietf-jose-deprecate-none-rsa15",
        "CVE-2022-23540",
    ],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let headers =
        evaluation.token.parts.iter().filter(|part| matches!(part.role, Role::Header | Role::UnprotectedHeader));
    let named = headers.filter_map(|part| Some((part, part.value()?.member("alg")?.as_str()?)));
    let mut unsecured = None;
    for (header, algorithm) in named {
        match algorithm {
            "none" => unsecured = unsecured.or(Some(header)),
            // Another signature of the token has a real algorithm.
            _ => return Vec::new(),
        }
    }
    let message = "Unsigned: anyone can change any claim in this token.";
    unsecured
        .map(|header| Evidence::new(&RECORD, message, Place::of(evaluation.token, header, "alg")))
        .into_iter()
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires_on_none() {
        let token = token_of(&format!("{}.{}.", encode(r#"{"alg":"none"}"#), encode(r#"{"sub":"u"}"#)));
        check(&RULE, &token, "alg-none", "/header/alg", "Unsigned: anyone can change any claim in this token.");
    }

    #[test]
    fn fires_on_none_that_nothing_protects() {
        let token = token_of(r#"{"payload":"e30","header":{"alg":"none"},"signature":""}"#);
        let message = "Unsigned: anyone can change any claim in this token.";
        check(&RULE, &token, "alg-none", "/unprotectedHeader/alg", message);
    }

    #[test]
    fn fires_where_no_signature_is_one() {
        let signatures = r#"{"header":{"alg":"none"},"signature":""},{"header":{"alg":"none"},"signature":""}"#;
        let token = token_of(&[r#"{"payload":"e30","signatures":["#, signatures, "]}"].concat());
        let message = "Unsigned: anyone can change any claim in this token.";
        check(&RULE, &token, "alg-none", "/unprotectedHeader/alg", message);
    }

    #[test]
    fn is_quiet_on_other_algorithms() {
        check_quiet(&RULE, &token_with("{}"));
        let signatures = r#"{"header":{"alg":"none"},"signature":""},{"header":{"alg":"HS256"},"signature":"AAAA"}"#;
        let token = token_of(&[r#"{"payload":"e30","signatures":["#, signatures, "]}"].concat());
        check_quiet(&RULE, &token);
    }
}
