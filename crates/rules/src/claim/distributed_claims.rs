//! Claims that stand elsewhere.

use crate::query::claims;
use crate::query::headers;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::json::{Kind, Member};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "distributed-claims",
    severity: Severity::Info,
    title: "Claims kept elsewhere",
    why: "A claim that is left out looks like one that is not so: a user in too many groups like one in none.",
    advice: "Fetch them from the source that the token names; groups of Microsoft Entra ID from Microsoft Graph.",
    references: &["OpenID Connect Core 1.0 section 5.6.2", "Microsoft Entra access token claims reference"],
    guide: Question::Size,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // A source with a token in it is none elsewhere: OpenID Connect Core 1.0 section 5.6.2.1.
    let is_remote = |member: &Member| member.value.members().iter().any(|of| of.value.member("endpoint").is_some());
    let sources = claims::claim(evaluation, "_claim_sources").filter(|(_, member)| is_remote(member));
    let groups = || claims::claim(evaluation, "hasgroups").filter(|(_, member)| member.value.kind == Kind::Bool(true));
    let found = sources.or_else(groups);
    let message = "Says that some claims are left out here and must be fetched.";
    found
        .map(|(part, member)| headers::evidence(&RECORD, evaluation, part, member, [message].concat()))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_sources_and_on_too_many_groups() {
        let message = "Says that some claims are left out here and must be fetched.";
        let claims = r#"{"_claim_names":{"groups":"src1"},"_claim_sources":{"src1":{"endpoint":"https://a.example"}}}"#;
        check(&RULE, &token_with(claims), "distributed-claims", "/payload/_claim_sources", message);
        let token = token_with(r#"{"hasgroups":true}"#);
        check(&RULE, &token, "distributed-claims", "/payload/hasgroups", message);
    }

    #[test]
    fn is_quiet_on_what_is_here() {
        let claims = r#"{"_claim_names":{"a":"src1"},"_claim_sources":{"src1":{"JWT":"x"}},"hasgroups":false}"#;
        check_quiet(&RULE, &token_with(claims));
    }
}
