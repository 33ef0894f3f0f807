//! A token whose `iat` is later than now.

use guide::Question;

use super::expired::LEEWAY;
use crate::query::times;
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "issued-in-future",
    severity: Severity::Warning,
    title: "Issued in the future",
    why: "The clocks of issuer and reader differ, or the time was made up. No standard requires a service to refuse such a token, but many libraries do.",
    advice: "Compare the clock of the issuer with the clock of this device, and set the wrong one.",
    references: &["RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let now = evaluation.now;
    let issued = times::sensible(evaluation, "iat").filter(|(_, _, iat)| *iat > now.saturating_add(LEEWAY));
    let evidence = issued.map(|(part, member, iat)| {
        let message = format!("Its `iat` is {} from now.", times::between(now, iat));
        Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_beyond_the_leeway() {
        let token = token_with(r#"{"iat":1700000061}"#);
        let message = "Its `iat` is 1 minute 1 second from now.";
        check(&RULE, &token, "issued-in-future", "/payload/iat", message);
    }

    #[test]
    fn is_quiet_within_it_and_on_other_units() {
        for claims in [r#"{"iat":1700000060}"#, r#"{"iat":1700000061000}"#, r#"{"iat":"x"}"#, r#"{"nbf":1800000000}"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
