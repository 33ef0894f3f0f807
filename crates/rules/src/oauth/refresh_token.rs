//! A refresh token, which is for its issuer alone.

use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "refresh-token",
    severity: Severity::Warning,
    title: "Refresh token",
    why: "A refresh token yields new access tokens for as long as it lives. It is for its issuer alone: an API that receives one could use it in the user's name.",
    advice: "Send it only to the token endpoint of its issuer, and send an access token to APIs.",
    references: &["RFC 6749 section 1.5", "RFC 9700 section 4.14"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::RefreshToken || !claims::has_any(evaluation) {
        return Vec::new();
    }
    let message = "A refresh token brings new tokens: it is for its issuer alone, and never for an API.";
    vec![Evidence::new(&RECORD, message, claims::set_place(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "A refresh token brings new tokens: it is for its issuer alone, and never for an API.";
        let token = token_with(r#"{"token_type":"refresh","exp":2000000000}"#);
        check(&RULE, &token, "refresh-token", "/payload", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [r#"{"token_type":"access"}"#, r#"[]"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
