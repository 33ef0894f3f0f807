//! An e-mail address that the issuer does not vouch for.

use decode::json::JsonKind;
use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "email-not-verified",
    severity: Severity::Notice,
    title: "E-mail address not verified",
    why: "The user may have entered somebody else's address. A service that identifies users by e-mail address lets them into that person's account.",
    advice: "Identify users by `iss` and `sub` together; with Microsoft Entra ID by `tid` and `oid`.",
    references: &["OpenID Connect Core 1.0 section 5.7", "Microsoft Entra ID token claims reference"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = claims::claim(evaluation, "email").and_then(|(part, member)| {
        member.value.as_str().filter(|text| !text.is_empty())?;
        let kind = evaluation.description.profile.kind;
        let verified = claims::claim(evaluation, "email_verified").map(|(_, member)| &member.value);
        let is_denied = verified.is_some_and(|it| it.kind == JsonKind::Bool(false) || it.as_str() == Some("false"));
        let message = if is_denied {
            "The e-mail address is not verified, so it does not identify the user."
        } else if claims::lacks(evaluation, "email_verified")
            && matches!(kind, TokenKind::OidcIdToken | TokenKind::UserinfoResponse)
        {
            "No claim says that the e-mail address is verified, so it may not identify the user."
        } else {
            return None;
        };
        let evidence = Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member));
        // In Microsoft Entra ID users and administrators can change the address.
        let is_notable = is_denied || claims::issuer(evaluation).is_some_and(KnownIssuer::is_entra);
        Some(if is_notable { evidence } else { evidence.with_severity(Severity::Info) })
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, check_severity, token_with};

    #[track_caller]
    fn fires(claims: &str, severity: Severity, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, "email-not-verified", "/payload/email", message);
        check_severity(&token, "email-not-verified", severity);
    }

    #[test]
    fn fires_where_it_is_denied_or_left_open() {
        let denied = "The e-mail address is not verified, so it does not identify the user.";
        fires(r#"{"email":"a@b.example","email_verified":false}"#, Severity::Notice, denied);
        fires(r#"{"email":"a@b.example","email_verified":"false"}"#, Severity::Notice, denied);
        let open = "No claim says that the e-mail address is verified, so it may not identify the user.";
        fires(r#"{"email":"a@b.example","nonce":"n","at_hash":"h"}"#, Severity::Info, open);
        let entra =
            r#"{"iss":"https://login.microsoftonline.com/1/v2.0","email":"a@b.example","nonce":"n","at_hash":"h"}"#;
        fires(entra, Severity::Notice, open);
    }

    #[test]
    fn is_quiet_on_verified_ones_and_without_any() {
        for claims in [
            r#"{"email":"a@b.example","email_verified":true}"#,
            r#"{"email":"a@b.example","email_verified":"true"}"#,
            r#"{"email_verified":false}"#,
            r#"{"email":"","email_verified":false}"#,
            r#"{"email":"a@b.example","sub":"u"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }

    #[test]
    fn fires_on_answers_about_users() {
        let open = "No claim says that the e-mail address is verified, so it may not identify the user.";
        fires(r#"{"iss":"i","sub":"s","aud":"a","email":"a@b.example"}"#, Severity::Info, open);
    }
}
