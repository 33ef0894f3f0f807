//! A token whose issuer keeps its status in a list.

use guide::Question;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "revocable-status",
    severity: Severity::Info,
    title: "Status kept in a list",
    why: "The token may have been revoked or suspended before it expires, and nothing in the token itself shows that.",
    advice: "In the verifier, fetch the status list and look up the entry that `status` names.",
    references: &["draft-ietf-oauth-status-list section 6.2"],
    guide: Question::Revoke,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = claims::claim(evaluation, "status").filter(|(_, member)| {
        let list = member.value.member("status_list");
        list.is_some_and(|list| list.member("idx").is_some() && list.member("uri").is_some())
    });
    let message = "A status list of its issuer tells whether it was revoked. This page did not fetch the list.";
    let evidence =
        found.map(|(part, member)| Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member)));
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_a_place_in_a_list() {
        let message = "A status list of its issuer tells whether it was revoked. This page did not fetch the list.";
        let token = token_with(r#"{"status":{"status_list":{"idx":0,"uri":"https://a.example/1"}}}"#);
        check(&RULE, &token, "revocable-status", "/payload/status", message);
    }

    #[test]
    fn is_quiet_on_other_states() {
        for status in ["\"active\"", "{}", r#"{"status_list":{"idx":0}}"#] {
            check_quiet(&RULE, &token_with(&["{\"status\":", status, "}"].concat()));
        }
    }
}
