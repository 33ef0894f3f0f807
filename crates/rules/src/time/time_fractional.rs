//! A time with a fraction of a second.

use guide::Question;

use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "time-fractional",
    severity: Severity::Info,
    title: "Time with fractions of a second",
    why: "The standard allows fractions, but some libraries refuse them or round them.",
    advice: "If a library refuses the token, write whole seconds in the issuer.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let rest = "has fractions of a second, which some libraries refuse or round.";
    times::numbers(evaluation)
        .filter(|(_, _, date)| date.fraction && !date.out_of_range)
        .map(|(part, member, _)| times::evidence(&RECORD, evaluation, part, member, rest))
        .collect()
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
