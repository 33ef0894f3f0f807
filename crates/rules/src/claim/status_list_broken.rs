//! A status list that cannot be unpacked.

use crate::evidence::of_problem;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "status-list-broken",
    severity: Severity::Error,
    title: "Status list that cannot be read",
    why: "A verifier that cannot unpack the list does not learn which tokens were revoked or suspended. It must then refuse all tokens that the list is for.",
    advice: "In the status issuer, write `bits` as 1, 2, 4 or 8, pack the bytes with zlib (not gzip) and write them into `lst` in base64url.",
    references: &["Token Status List sections 4.1 and 4.2"],
    guide: Question::Revoke,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(list) = &evaluation.description.status_list else { return Vec::new() };
    let problems = list.problems.iter();
    problems.filter_map(|problem| of_problem(RULE.records, evaluation, list.part, problem)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};
    use decode::Token;

    fn with(list: &str) -> Token {
        let claims = String::from(r#"{"sub":"https://issuer.example/1","iat":1700000000,"status_list":LIST}"#);
        token_from(r#"{"alg":"ES256","typ":"statuslist+jwt"}"#, &claims.replace("LIST", list))
    }

    #[test]
    fn says_what_is_broken() {
        let message = "`bits` must be the number 1, 2, 4 or 8.";
        let token = with(r#"{"bits":3,"lst":"eNrbuRgAAhcBXQ"}"#);
        check(&RULE, &token, "status-list-broken", "/payload/status_list", message);
        let message = "`lst` is no whole zlib stream: it is damaged, cut off or packed otherwise.";
        let token = with(r#"{"bits":1,"lst":"uaM"}"#);
        check(&RULE, &token, "status-list-broken", "/payload/status_list", message);
    }

    #[test]
    fn is_quiet_on_whole_lists_and_elsewhere() {
        check_quiet(&RULE, &with(r#"{"bits":1,"lst":"eNrbuRgAAhcBXQ"}"#));
        check_quiet(&RULE, &with(r#"{"bits":2,"lst":"eNo76fITAAPfAgc"}"#));
        check_quiet(&RULE, &with(r#"{"idx":3,"uri":"https://issuer.example/1"}"#));
    }
}
