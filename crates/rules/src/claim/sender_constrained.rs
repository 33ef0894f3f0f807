//! A token that only the holder of a key should be able to use.

use decode::json::Member;
use guide::Question;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "sender-constrained",
    severity: Severity::Info,
    title: "Bound to a key",
    why: "The sender must prove that it holds the key named in `cnf`, so a stolen copy alone should not work. A service that does not ask for the proof accepts it anyway.",
    advice: "Make every service check the proof: a DPoP header, the client certificate, or a signature with the key.",
    references: &["RFC 7800 section 3.1", "RFC 9449 section 6.1", "RFC 8705 section 3.1", "RFC 9700 section 4.10.1"],
    guide: Question::Revoke,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = claims::claim(evaluation, "cnf").and_then(|(part, member)| {
        let key = member.value.members().iter().find_map(key_named_by)?;
        let message = format!("Bound to {key}.");
        Some(Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member)))
    });
    found.into_iter().collect()
}

/// What kind of key a member of `cnf` names.
fn key_named_by(member: &Member) -> Option<&'static str> {
    match member.name.text.as_str() {
        "jkt" => Some("a key for DPoP proofs"),
        "x5t#S256" => Some("a client certificate (mutual TLS)"),
        "jwk" | "jwe" | "jku" | "kid" => Some("a key"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn says_to_what() {
        for (cnf, to) in [
            (r#"{"jkt":"k"}"#, "a key for DPoP proofs"),
            (r#"{"x5t#S256":"k"}"#, "a client certificate (mutual TLS)"),
            (r#"{"x":1,"jwk":{}}"#, "a key"),
        ] {
            let token = token_with(&["{\"cnf\":", cnf, "}"].concat());
            let message = ["Bound to ", to, "."].concat();
            check(&RULE, &token, "sender-constrained", "/payload/cnf", &message);
        }
    }

    #[test]
    fn is_quiet_without_a_key() {
        check_quiet(&RULE, &token_with(r#"{"cnf":{},"jkt":"k"}"#));
        check_quiet(&RULE, &token_with(r#"{"cnf":"jkt"}"#));
    }

    #[test]
    fn knows_each_way_to_name_a_key() {
        for name in ["jwk", "jwe", "jku", "kid"] {
            let token = token_with(&["{\"cnf\":{\"", name, "\":\"x\"}}"].concat());
            check(&RULE, &token, "sender-constrained", "/payload/cnf", "Bound to a key.");
        }
    }
}
