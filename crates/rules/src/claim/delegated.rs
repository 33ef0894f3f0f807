//! A token that one party uses for another.

use crate::query::claims;
use crate::query::headers;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::json::Kind;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "delegated",
    severity: Severity::Info,
    title: "On behalf of another",
    why: "`sub` is whose rights are used. `act` is who uses them, and `may_act` who is allowed to.",
    advice: "Write both into logs, and decide by both what is allowed. Earlier actors are for information alone.",
    references: &["RFC 8693 section 4.1", "RFC 8693 section 4.4"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = ["act", "may_act"].into_iter().filter_map(|name| {
        let (part, member) = claims::claim(evaluation, name)?;
        let is_actor = matches!(member.value.kind, Kind::Object(_));
        let chain = std::iter::successors(Some(&member.value), |actor| actor.member("act")).count();
        let chain = if chain > 1 { [", the last of ", &chain.to_string()].concat() } else { String::new() };
        let message = match name {
            "act" => ["Says that another party acts for its subject", &chain, " (`act`)."].concat(),
            _ => "Says that another party may act for its subject (`may_act`).".to_owned(),
        };
        is_actor.then(|| headers::evidence(&RECORD, evaluation, part, member, message))
    });
    found.collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_actors() {
        let message = "Says that another party acts for its subject (`act`).";
        check(&RULE, &token_with(r#"{"act":{"sub":"a"}}"#), "delegated", "/payload/act", message);
        let message = "Says that another party acts for its subject, the last of 3 (`act`).";
        let token = token_with(r#"{"act":{"sub":"a","act":{"sub":"b","act":{"sub":"c"}}}}"#);
        check(&RULE, &token, "delegated", "/payload/act", message);
        let message = "Says that another party may act for its subject (`may_act`).";
        check(&RULE, &token_with(r#"{"may_act":{"sub":"a"}}"#), "delegated", "/payload/may_act", message);
    }

    #[test]
    fn is_quiet_without() {
        check_quiet(&RULE, &token_with(r#"{"act":"login","actor":{"sub":"a"}}"#));
    }

    #[test]
    fn counts_the_last_but_one_too() {
        let message = "Says that another party acts for its subject, the last of 2 (`act`).";
        let token = token_with(r#"{"act":{"sub":"a","act":{"sub":"b"}}}"#);
        check(&RULE, &token, "delegated", "/payload/act", message);
    }
}
