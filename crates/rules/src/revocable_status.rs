//! A token whose issuer says elsewhere whether it has been revoked.

use super::{Evidence, Rule, Severity, Evaluation, claims, headers};

pub(super) const RULE: Rule = Rule {
    id: "revocable-status",
    title: "State kept in a list",
    severity: Severity::Info,
    why: "It may have been revoked before it expires, and nothing in the token itself shows that.",
    advice: "Let the verifier fetch the list and look up the token's place in it.",
    references: &["draft-ietf-oauth-status-list section 6.2"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = claims::claim(evaluation, "status").filter(|(_, member)| {
        let list = member.value.member("status_list");
        list.is_some_and(|list| list.member("idx").is_some() && list.member("uri").is_some())
    });
    let message = "Says that a list of its issuer tells whether it has been revoked. This page did not look it up.";
    found.map(|(part, member)| headers::evidence(evaluation, part, member, RULE.id, &[message])).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_a_place_in_a_list() {
        let message = "Says that a list of its issuer tells whether it has been revoked. This page did not look it up.";
        let token = token_with(r#"{"status":{"status_list":{"idx":0,"uri":"https://a.example/1"}}}"#);
        check("revocable-status", &token, "revocable-status", "/payload/status", message);
    }

    #[test]
    fn is_quiet_on_other_states() {
        for status in ["\"active\"", "{}", r#"{"status_list":{"idx":0}}"#] {
            check_quiet("revocable-status", &token_with(&["{\"status\":", status, "}"].concat()));
        }
    }
}
