//! A token that says it was issued later than now.

use crate::query::times;
use crate::time::expired::LEEWAY;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "issued-in-future",
    severity: Severity::Warning,
    title: "Issued in the future",
    why: "Clocks differ, or the time was made up. Many libraries refuse such a token, though no standard asks them to.",
    advice: "Compare the clocks of the issuer and of this device.",
    references: &["RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let now = evaluation.context.now;
    let issued = times::sensible(evaluation, "iat").filter(|(_, _, iat)| *iat > now.saturating_add(LEEWAY));
    let evidence = issued.map(|(part, member, iat)| {
        let message = ["Says it was issued ", &times::between(now, iat), " from now."].concat();
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
        let message = "Says it was issued 1 minute 1 second from now.";
        check(&RULE, &token, "issued-in-future", "/payload/iat", message);
    }

    #[test]
    fn is_quiet_within_it_and_on_other_units() {
        for claims in [r#"{"iat":1700000060}"#, r#"{"iat":1700000061000}"#, r#"{"iat":"x"}"#, r#"{"nbf":1800000000}"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
