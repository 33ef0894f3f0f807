//! A token whose `typ` and claims belong to different kinds.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::Value;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "typ-mismatch",
    severity: Severity::Warning,
    title: "Type and claims contradict each other",
    why: "`typ` names one kind of token, but a claim belongs to another kind. A service that checks only one of the two may accept a token that was not meant for it.",
    advice: "Check `typ` where tokens are received, and refuse claims that belong to another kind.",
    references: &["RFC 8725 section 2.8", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Header, records: &[&RECORD], check: Check::Once(check) };

/// Types of one kind of token, in lower case and without `application/`, with the claim of [`CLAIMS`] that belongs to
/// it.
const TYPES: [(&str, &str); 7] = [
    ("at+jwt", ""),
    ("client-authentication+jwt", ""),
    ("dpop+jwt", "htm"),
    ("kb+jwt", ""),
    ("logout+jwt", "events"),
    ("oauth-authz-req+jwt", ""),
    ("secevent+jwt", "events"),
];

/// Claims that one kind alone has. OpenID Connect Core 1.0 section 3.1.3.6, RFC 9449 section 4.2, RFC 8417 section 2.2.
const CLAIMS: [(&str, &str); 4] = [
    ("at_hash", "an ID token"),
    ("c_hash", "an ID token"),
    ("htm", "a DPoP proof"),
    ("events", "a security event token"),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let typ = evaluation.token.parameter("typ").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let bare = typ.strip_prefix("application/").unwrap_or(&typ);
    let (Some((typ, own)), Some(payload)) = (TYPES.iter().find(|(typ, _)| *typ == bare), evaluation.token.payload())
    else {
        return Vec::new();
    };
    let is_there = |name: &str| payload.value().is_some_and(|claims| claims.member(name).is_some());
    let strange = CLAIMS.iter().find(|(name, _)| name != own && is_there(name));
    let evidence = strange.map(|(name, kind)| {
        let message = format!("Its `typ` is `{typ}`, but `{name}` belongs to {kind}.");
        Evidence::new(&RECORD, message, Place::of_name(evaluation.token, payload, name))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_on_claims_of_another_kind() {
        let message = "Its `typ` is `at+jwt`, but `at_hash` belongs to an ID token.";
        let token = token_from(r#"{"alg":"RS256","typ":"application/AT+jwt"}"#, r#"{"nonce":"n","at_hash":"x"}"#);
        check(&RULE, &token, "typ-mismatch", "/payload/at_hash", message);
        let message = "Its `typ` is `dpop+jwt`, but `events` belongs to a security event token.";
        let token = token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET","events":{}}"#);
        check(&RULE, &token, "typ-mismatch", "/payload/events", message);
    }

    #[test]
    fn is_quiet_on_claims_that_belong_and_on_types_that_say_little() {
        for (typ, claims) in [
            ("dpop+jwt", r#"{"htm":"GET","htu":"https://a.example"}"#),
            ("logout+jwt", r#"{"events":{}}"#),
            ("at+jwt", r#"{"scope":"a","nonce":"n"}"#),
            ("JWT", r#"{"at_hash":"x","events":{}}"#),
        ] {
            check_quiet(&RULE, &token_from(&format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#), claims));
        }
    }

    #[test]
    fn knows_each_type_and_each_claim() {
        let claims = [
            ("at_hash", "an ID token"),
            ("c_hash", "an ID token"),
            ("htm", "a DPoP proof"),
            ("events", "a security event token"),
        ];
        for (typ, own) in [
            ("at+jwt", ""),
            ("client-authentication+jwt", ""),
            ("dpop+jwt", "htm"),
            ("kb+jwt", ""),
            ("logout+jwt", "events"),
            ("oauth-authz-req+jwt", ""),
            ("secevent+jwt", "events"),
        ] {
            for (name, kind) in claims {
                let header = format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#);
                let token = token_from(&header, &format!(r#"{{"{name}":"x"}}"#));
                if name == own {
                    check_quiet(&RULE, &token);
                } else {
                    let message = format!("Its `typ` is `{typ}`, but `{name}` belongs to {kind}.");
                    check(&RULE, &token, "typ-mismatch", &format!("/payload/{name}"), &message);
                }
            }
            check_quiet(&RULE, &token_from(&format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#), "[]"));
        }
    }
}
