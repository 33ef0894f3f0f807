//! Claims that must be fetched from another source.

use decode::json::{JsonKind, Member};
use guide::Question;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "distributed-claims",
    severity: Severity::Info,
    title: "Claims kept elsewhere",
    why: "Some claims are not in the token but at another source. A service that does not know this takes a user in very many groups for one in none.",
    advice: "Fetch the claims from the source that the token names. For groups in Microsoft Entra ID ask Microsoft Graph.",
    references: &["OpenID Connect Core 1.0 section 5.6.2", "Microsoft Entra access token claims reference"],
    guide: Question::Size,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // OpenID Connect Core 1.0 section 5.6.2.1: a source that holds its claims in a token of its own need not be asked.
    let is_remote = |member: &Member| member.value.members().iter().any(|of| of.value.member("endpoint").is_some());
    let sources = claims::claim(evaluation, "_claim_sources").filter(|(_, member)| is_remote(member));
    let groups =
        || claims::claim(evaluation, "hasgroups").filter(|(_, member)| member.value.kind == JsonKind::Bool(true));
    let message = "Some claims are not in the token and must be fetched.";
    let evidence = sources
        .or_else(groups)
        .map(|(part, member)| Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member)));
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_sources_and_on_too_many_groups() {
        let message = "Some claims are not in the token and must be fetched.";
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
