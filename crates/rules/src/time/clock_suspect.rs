//! A device whose clock cannot be right.

use guide::Question;
use inspect::time::instants;

use crate::{Check, CheckTheme, EvaluationAt, Evidence, Place, Record, Rule, Severity};

/// 2026-11-01T00:00:00Z, shortly before this version was made: a clock that shows an earlier time is wrong. Kept by
/// hand, so that two builds of the same source give the same bytes.
const MADE: i64 = 1_793_491_200;

/// 20 years: this version will not be in use for longer.
const OLD: i64 = 20 * 31_556_952;

pub(crate) static RECORD: Record = Record {
    id: "clock-suspect",
    severity: Severity::Warning,
    title: "Is this clock right?",
    why: "Whether a token is expired or not yet valid is judged here by the clock of this device. With a wrong clock these findings are wrong.",
    advice: "Set the clock of this device, or compare the times in the token with the true time yourself.",
    references: &["RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let now = evaluation.now;
    if !evaluation.is_clock || (MADE..=MADE + OLD).contains(&now) {
        return Vec::new();
    }
    let day = instants::short_day(now, 0);
    let message = format!(
        "The clock of this device shows {day}, which is probably wrong: what this page says about times may be \
            wrong too."
    );
    vec![Evidence::new(&RECORD, message, Place::default())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{findings_in, token_with};
    use inspect::Context;

    fn said(now: i64, is_clock: bool) -> Vec<String> {
        let token = token_with("{}");
        let context = Context { now, is_clock, ..Context::default() };
        let findings = findings_in(&token, context);
        findings.into_iter().filter(|it| it.id() == "clock-suspect").map(|it| it.message).collect()
    }

    #[test]
    fn fires_before_this_was_made_and_long_after() {
        let early = "The clock of this device shows 1 Jan 1970, which is probably wrong: what this page says about \
            times may be wrong too.";
        assert_eq!(said(0, true), [early]);
        let late = "The clock of this device shows 31 Oct 2046, which is probably wrong: what this page says about \
            times may be wrong too.";
        assert_eq!(said(MADE + OLD + 1, true), [late]);
    }

    #[test]
    fn is_quiet_between_and_where_the_instant_was_chosen() {
        assert!(said(MADE, true).is_empty() && said(MADE + OLD, true).is_empty() && said(0, false).is_empty());
    }

    #[test]
    fn is_quiet_for_twenty_years_to_the_second() {
        for (now, is_quiet) in
            [(1_793_491_199, false), (1_793_491_200, true), (2_424_630_240, true), (2_424_630_241, false)]
        {
            assert_eq!(said(now, true).is_empty(), is_quiet, "{now}");
        }
    }
}
