//! A token that one party uses for another.

use super::{Evidence, Rule, Severity, Evaluation, claims, headers};
use decode::json::Kind;

pub(super) const RULE: Rule = Rule {
    id: "delegated",
    title: "On behalf of another",
    severity: Severity::Info,
    why: "`sub` is whose rights are used. `act` is who uses them, and `may_act` who is allowed to.",
    advice: "Write both into logs, and decide by both what is allowed. Earlier actors are for information alone.",
    references: &["RFC 8693 section 4.1", "RFC 8693 section 4.4"],
    members: "",
    check,
};

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
        is_actor.then(|| headers::evidence(evaluation, part, member, RULE.id, &[&message]))
    });
    found.collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_actors() {
        let message = "Says that another party acts for its subject (`act`).";
        check("delegated", &token_with(r#"{"act":{"sub":"a"}}"#), "delegated", "/payload/act", message);
        let message = "Says that another party acts for its subject, the last of 3 (`act`).";
        let token = token_with(r#"{"act":{"sub":"a","act":{"sub":"b","act":{"sub":"c"}}}}"#);
        check("delegated", &token, "delegated", "/payload/act", message);
        let message = "Says that another party may act for its subject (`may_act`).";
        check("delegated", &token_with(r#"{"may_act":{"sub":"a"}}"#), "delegated", "/payload/may_act", message);
    }

    #[test]
    fn is_quiet_without() {
        check_quiet("delegated", &token_with(r#"{"act":"login","actor":{"sub":"a"}}"#));
    }

    #[test]
    fn counts_the_last_but_one_too() {
        let message = "Says that another party acts for its subject, the last of 2 (`act`).";
        let token = token_with(r#"{"act":{"sub":"a","act":{"sub":"b"}}}"#);
        check("delegated", &token, "delegated", "/payload/act", message);
    }
}
