//! A time with a fraction of a second.

use crate::query::times;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "time-fractional",
    severity: Severity::Info,
    title: "Fractions of a second",
    why: "Fractions are allowed, but some libraries refuse or round them.",
    advice: "Nothing to do, unless a library complains.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter(|(_, _, date)| date.fraction && !date.out_of_range)
        .map(|(part, member, _)| {
            times::evidence(
                &RECORD,
                evaluation,
                part,
                member,
                "has fractions of a second, which some libraries refuse or round.",
            )
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_a_fraction() {
        let message = "`iat` has fractions of a second, which some libraries refuse or round.";
        check(&RULE, &token_with(r#"{"iat":1598358554.3746235}"#), "time-fractional", "/payload/iat", message);
    }

    #[test]
    fn is_quiet_on_whole_seconds() {
        check_quiet(&RULE, &token_with(r#"{"iat":1.0,"exp":17e8}"#));
    }
}
