//! A time that is zero.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::{claims, times};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "time-zero",
    severity: Severity::Warning,
    title: "Time is zero",
    why: "Zero is 1 January 1970. Some issuers mean “no such time” by it, but a service reads what is written: with an `exp` of 0 the token expired long ago.",
    advice: "Leave the claim out where there is no such time.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_from_keycloak = claims::issuer(evaluation) == Some(KnownIssuer::Keycloak);
    times::numbers(evaluation)
        .filter(|(_, _, date)| date.seconds == 0 && !date.fraction)
        .map(|(part, member, _)| {
            let evidence = times::evidence(&RECORD, evaluation, part, member, "is 0, which is 1 Jan 1970.");
            // No service refuses a token for an `nbf` or `auth_time` of 0. Keycloak's offline tokens have an `exp` of 0.
            if is_from_keycloak || matches!(member.name.text.as_str(), "nbf" | "auth_time") {
                evidence.with_severity(Severity::Info)
            } else {
                evidence
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_with};

    #[test]
    fn fires_on_zero() {
        let message = "`exp` is 0, which is 1 Jan 1970.";
        check(&RULE, &token_with(r#"{"exp":0}"#), "time-zero", "/payload/exp", message);
        check(&RULE, &token_with(r#"{"exp":-0.0e3}"#), "time-zero", "/payload/exp", message);
    }

    #[test]
    fn is_a_remark_where_it_does_no_harm() {
        let offline = r#"{"iss":"https://sso.example/realms/shop","typ":"Offline","iat":1699999000,"exp":0}"#;
        for claims in [r#"{"nbf":0,"auth_time":0,"exp":1700003600}"#, offline] {
            let found = findings(&token_with(claims));
            let found: Vec<_> = found.iter().filter(|finding| finding.id() == "time-zero").collect();
            assert!(!found.is_empty() && found.iter().all(|finding| finding.severity == Severity::Info), "{claims}");
        }
    }

    #[test]
    fn is_quiet_on_other_numbers() {
        check_quiet(&RULE, &token_with(r#"{"exp":1,"iat":0.5,"nbf":-1,"n":0}"#));
    }

    #[test]
    fn is_more_than_a_remark_elsewhere() {
        for claims in [r#"{"exp":0}"#, r#"{"iat":0}"#, r#"{"iss":"https://a.okta.com","exp":0}"#] {
            let found = findings(&token_with(claims)).into_iter().find(|finding| finding.id() == "time-zero");
            assert!(found.is_some_and(|finding| finding.severity < Severity::Info), "{claims}");
        }
    }
}
