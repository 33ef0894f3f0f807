//! An ID token, which tells a client who signed in and is not for APIs.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "id-token-not-for-apis",
    severity: Severity::Info,
    title: "ID token",
    why: "An ID token tells a client who signed in. An API that accepts it accepts tokens that were made for another party, and with no scope.",
    advice: "Send the access token to APIs, and accept an ID token only in the client that `aud` names.",
    references: &["OpenID Connect Core 1.0 section 2", "RFC 9700 section 2.3"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// Issuers whose documentation lets their ID tokens be sent to APIs.
const FOR_APIS: [KnownIssuer; 8] = [
    KnownIssuer::Apple,
    KnownIssuer::Cognito,
    KnownIssuer::CognitoIdentity,
    KnownIssuer::Dex,
    KnownIssuer::Firebase,
    KnownIssuer::FirebaseEmulator,
    KnownIssuer::Google,
    KnownIssuer::Sigstore,
];

/// Whether it is an ID token whose issuer does not let it be sent to APIs.
pub(crate) fn is_not_for_apis(evaluation: &Evaluation) -> bool {
    let is_id_token =
        evaluation.description.profile.kind == TokenKind::OidcIdToken && evaluation.token.payload().is_some();
    is_id_token && !claims::issuer(evaluation).is_some_and(|issuer| FOR_APIS.contains(&issuer))
}

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !is_not_for_apis(evaluation) {
        return Vec::new();
    }
    let message = "An ID token tells the app named in `aud` who signed in. APIs are meant to get an access token.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "aud"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, encode, found_by, token_of, token_with};

    #[test]
    fn fires_on_id_tokens() {
        let message = "An ID token tells the app named in `aud` who signed in. APIs are meant to get an access token.";
        let token = token_with(r#"{"nonce":"n","at_hash":"h","aud":"a"}"#);
        check(&RULE, &token, "id-token-not-for-apis", "/payload/aud", message);
    }

    #[test]
    fn knows_whose_id_tokens_are_for_apis() {
        for (iss, is_for_apis) in [
            ("https://appleid.apple.com", true),
            ("https://cognito-idp.eu-west-1.amazonaws.com/p", true),
            ("https://securetoken.google.com/p", true),
            ("https://accounts.google.com", true),
            ("https://cognito-identity.amazonaws.com", true),
            ("https://oauth2.sigstore.dev/auth", true),
            ("https://slack.com", false),
            ("https://a.okta.com", false),
            ("https://gitlab.com", false),
        ] {
            let token = token_with(&format!(r#"{{"typ":"ID","iss":"{iss}"}}"#));
            assert_eq!(found_by(&RULE, &token).is_empty(), is_for_apis, "{iss}");
        }
        let emulated = encode(r#"{"iss":"https://securetoken.google.com/p"}"#);
        check_quiet(&RULE, &token_of(&format!("{}.{emulated}.", encode(r#"{"alg":"none"}"#))));
    }
}
