//! A token that one party uses on behalf of another.

use decode::json::JsonKind;
use guide::Question;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "delegated",
    severity: Severity::Info,
    title: "Used on behalf of another",
    why: "`sub` is the party whose rights are used; `act` is the party that uses them, and `may_act` one that is allowed to. A log that holds `sub` alone names the wrong actor.",
    advice: "Log both, and consider both for access. Earlier actors, nested in `act`, are for information only.",
    references: &["RFC 8693 section 4.1", "RFC 8693 section 4.4"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = ["act", "may_act"].into_iter().filter_map(|name| {
        let (part, member) = claims::claim(evaluation, name)?;
        let is_actor = matches!(member.value.kind, JsonKind::Object(_));
        let actors = std::iter::successors(Some(&member.value), |actor| actor.member("act")).count();
        let message = match (name, actors) {
            ("may_act", _) => "Another party may act for its subject (`may_act`).".to_owned(),
            (_, 1) => "Another party acts for its subject (`act`).".to_owned(),
            _ => format!("Another party acts for its subject, the last of {actors} (`act`)."),
        };
        is_actor.then(|| Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member)))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_actors() {
        let message = "Another party acts for its subject (`act`).";
        check(&RULE, &token_with(r#"{"act":{"sub":"a"}}"#), "delegated", "/payload/act", message);
        let message = "Another party acts for its subject, the last of 3 (`act`).";
        let token = token_with(r#"{"act":{"sub":"a","act":{"sub":"b","act":{"sub":"c"}}}}"#);
        check(&RULE, &token, "delegated", "/payload/act", message);
        let message = "Another party may act for its subject (`may_act`).";
        check(&RULE, &token_with(r#"{"may_act":{"sub":"a"}}"#), "delegated", "/payload/may_act", message);
    }

    #[test]
    fn is_quiet_without() {
        check_quiet(&RULE, &token_with(r#"{"act":"login","actor":{"sub":"a"}}"#));
    }

    #[test]
    fn counts_the_last_but_one_too() {
        let message = "Another party acts for its subject, the last of 2 (`act`).";
        let token = token_with(r#"{"act":{"sub":"a","act":{"sub":"b"}}}"#);
        check(&RULE, &token, "delegated", "/payload/act", message);
    }
}
