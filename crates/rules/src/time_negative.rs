//! A time before 1970.

use super::{Evidence, Rule, Severity, Evaluation, times};
use inspect::calendar;

pub(super) const RULE: Rule = Rule {
    id: "time-negative",
    title: "Before 1970",
    severity: Severity::Warning,
    why: "No token was issued before 1970. A subtraction went wrong, or a field was never set.",
    advice: "Look at how the time is computed.",
    references: &["RFC 7519 section 2"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter(|(_, _, date)| date.seconds < 0)
        .map(|(part, member, date)| {
            if date.out_of_range {
                return times::evidence(evaluation, part, member, "is earlier than any calendar begins.");
            }
            let rest = ["is before 1970: ", &calendar::day_and_time(date.seconds), "."].concat();
            times::evidence(evaluation, part, member, &rest)
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_below_zero() {
        let message = "`iat` is before 1970: 31 Dec 1969, 23:59:59 UTC.";
        check("time-negative", &token_with(r#"{"iat":-1}"#), "time-negative", "/payload/iat", message);
    }

    #[test]
    fn is_quiet_at_zero() {
        check_quiet("time-negative", &token_with(r#"{"iat":0,"exp":-0}"#));
    }
}
