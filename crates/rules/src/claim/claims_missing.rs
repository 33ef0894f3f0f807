//! Usual claims that are missing although no standard requires them.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

use crate::kind::demands;
use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static CLAIMS_MISSING: Record = Record {
    id: "claims-missing",
    severity: Severity::Notice,
    title: "Usual claims missing",
    why: "JWTs need not have these claims. But without `iss` a service cannot tell which issuer's key to check with, and without `aud` the token works at every service that trusts the same issuer.",
    advice: "Write at least `iss` and `aud` into every token, and check both in every service.",
    references: &["RFC 7519 section 4.1", "RFC 8725 section 3.8", "RFC 8725 section 3.9", "RFC 9700 section 4.10.2"],
    guide: Question::Audience,
};

pub(crate) static AUD_MISSING: Record = Record {
    id: "aud-missing",
    severity: Severity::Warning,
    title: "No audience",
    why: "Without `aud` every service that trusts the issuer may accept the token, so one service can use it at another.",
    advice: "Write into `aud` which service or client the token is for, and refuse tokens without it.",
    references: &["RFC 7519 section 4.1.3", "RFC 8725 section 3.9", "OpenID Connect Core 1.0 section 3.1.3.7"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Claims, records: &[&CLAIMS_MISSING, &AUD_MISSING], check: Check::Once(check) };

/// The claims with their meaning, in the order in which the message names them.
const CLAIMS: [(&str, &str); 5] = [
    ("iss", "who issued it"),
    ("sub", "whom it is about"),
    ("aud", "which service it is for"),
    ("iat", "when it was issued"),
    ("jti", "its own ID"),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let is_for_one = matches!(profile.kind, TokenKind::OauthAccessToken | TokenKind::OidcIdToken);
    let is_general = matches!(profile.kind, TokenKind::AccessToken | TokenKind::Jwt);
    let is_disclosable = evaluation.description.sd_jwt.is_some();
    if !is_for_one && !is_general || is_disclosable {
        return Vec::new();
    }
    let Some(payload) = claims::whole_set(evaluation) else { return Vec::new() };
    let place = || Place::at(evaluation.token, payload);
    // A claim that its kind requires is named by the finding on the kind.
    let is_missing = |name: &str| !claims::has(payload, name) && !demands::lacks(evaluation, name);
    let mut found = Vec::new();
    let issuer = claims::issuer(evaluation);
    // Amazon Cognito and Adobe write `client_id` instead.
    let writes_aud = !matches!(issuer, Some(KnownIssuer::AdobeIms | KnownIssuer::Cognito));
    if is_for_one && writes_aud && is_missing("aud") {
        let message = "Names no audience (`aud`): any service that trusts its issuer may accept it.";
        let evidence = Evidence::new(&AUD_MISSING, message, place());
        // Keycloak names services only where it is configured to.
        found.push(if issuer == Some(KnownIssuer::Keycloak) {
            evidence.with_severity(Severity::Notice)
        } else {
            evidence
        });
    }
    // What a well-known issuer leaves out, it always leaves out.
    if profile.issuer.is_some() {
        return found;
    }
    let is_looked_for = |name: &str| match name {
        "aud" => !is_for_one,
        // OpenID Connect Core 1.0 section 2 has no `jti`.
        "jti" => profile.kind != TokenKind::OidcIdToken,
        _ => true,
    };
    let missing: Vec<_> = CLAIMS.iter().filter(|(name, _)| is_looked_for(name) && is_missing(name)).collect();
    let has_any_of = |names: &[&str]| missing.iter().any(|(name, _)| names.contains(name));
    // Few tokens need an ID of their own, so a missing `jti` alone is not worth a finding.
    if has_any_of(&["iss", "sub", "aud", "iat"]) {
        let named: Vec<_> = missing.iter().map(|(name, meaning)| format!("no `{name}` ({meaning})")).collect();
        let list = match named.as_slice() {
            [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
            _ => named.concat(),
        };
        let severity = if has_any_of(&["iss", "aud"]) { Severity::Notice } else { Severity::Info };
        found.push(Evidence::new(&CLAIMS_MISSING, format!("Has {list}."), place()).with_severity(severity));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, encode, findings, found_by, token_from, token_of, token_with};

    #[track_caller]
    fn fires(claims: &str, severity: Severity, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, "claims-missing", "/payload", message);
        let found = findings(&token).into_iter().find(|it| crate::testing::is_of(&RULE, it));
        assert_eq!(found.map(|finding| finding.severity), Some(severity));
    }

    #[test]
    fn says_all_in_one() {
        let message = "Has no `iss` (who issued it), no `sub` (whom it is about), no `aud` (which service it is for), no `iat` (when it was issued) and no `jti` (its own ID).";
        fires(r#"{"exp":1700003600}"#, Severity::Notice, message);
        let message = "Has no `aud` (which service it is for) and no `jti` (its own ID).";
        fires(r#"{"iss":"i","sub":"s","iat":1700000000}"#, Severity::Notice, message);
        let message = "Has no `iss` (who issued it) and no `aud` (which service it is for).";
        fires(r#"{"sub":"1","scp":"user","aud":null,"iat":1,"jti":"j"}"#, Severity::Notice, message);
        let message = "Has no `iat` (when it was issued) and no `jti` (its own ID).";
        fires(r#"{"iss":"i","sub":"s","aud":"a"}"#, Severity::Info, message);
    }

    #[test]
    fn warns_where_one_service_should_be_meant() {
        let message = "Names no audience (`aud`): any service that trusts its issuer may accept it.";
        let complete = r#""iss":"i","sub":"s","iat":1,"jti":"j""#;
        let token = token_with(&["{", complete, r#","scope":"a","client_id":"c"}"#].concat());
        check(&RULE, &token, "aud-missing", "/payload", message);
        // Where the kind demands it, that is said with the kind.
        check_quiet(&RULE, &token_with(&["{", complete, r#","nonce":"n","at_hash":"h"}"#].concat()));
        let keycloak = r#"{"iss":"https://sso.example/realms/shop","typ":"Bearer","sub":"s","scope":"a","azp":"c"}"#;
        check(&RULE, &token_with(keycloak), "aud-missing", "/payload", message);
        let severity = |token: &decode::Token| {
            findings(token).into_iter().find(|it| it.id() == "aud-missing").map(|it| it.severity)
        };
        assert_eq!(severity(&token_with(keycloak)), Some(Severity::Notice));
        assert_eq!(severity(&token), Some(Severity::Warning));
    }

    #[test]
    fn is_quiet_on_what_the_kind_or_the_issuer_never_has() {
        for claims in [
            r#"{"iss":"i","sub":"s","aud":"a","iat":1,"jti":"j"}"#,
            r#"{"iss":"i","sub":"s","aud":"a","iat":1}"#,
            r#"{"iss":"i","sub":"s","aud":"a","iat":1,"nonce":"n","at_hash":"h"}"#,
            r#"{"iss":"https://accounts.google.com","sub":"s","aud":"a","exp":1}"#,
            r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A","token_use":"access","sub":"s"}"#,
            r#"{"as":"ims-na1","type":"access_token","created_at":"1700000000000","client_id":"c"}"#,
            r#"{"events":{"urn:x":{}}}"#,
            r#"{"vct":"urn:x"}"#,
            r#"{"iss":"cut","#,
            "hello",
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET"}"#));
        check_quiet(&RULE, &token_from(r#"{"alg":"none"}"#, "{}"));
        check_quiet(&RULE, &token_of(&encode(r#"{"sub":"s","exp":1}"#)));
        check_quiet(&RULE, &token_of(&encode(r#"{"alg":"RS256"}"#)));
        let disclosed = token_of(&[&token_from(r#"{"alg":"ES256"}"#, "{}").text, "~WyJzYWx0IiwiYSIsMV0~"].concat());
        assert_eq!(found_by(&RULE, &disclosed), []);
    }
}
