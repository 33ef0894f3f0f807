//! Claims that are left out though nothing demands them.

use crate::kind::kind_rules;
use crate::query::claims;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
pub(crate) static CLAIMS_MISSING: Record = Record {
    id: "claims-missing",
    severity: Severity::Notice,
    title: "Claims left out",
    why: "No JWT must have them. But without `iss` nobody knows whose key to check with, and without `aud` a service can use the token at another that goes by the same issuer.",
    advice: "Let the issuer write at least `iss` and `aud`, and let every service check both.",
    references: &["RFC 7519 section 4.1", "RFC 8725 section 3.8", "RFC 8725 section 3.9", "RFC 9700 section 4.10.2"],
    guide: Question::Audience,
};

pub(crate) static AUD_MISSING: Record = Record {
    id: "aud-missing",
    severity: Severity::Warning,
    title: "Claims left out",
    why: "No JWT must have them. But without `iss` nobody knows whose key to check with, and without `aud` a service can use the token at another that goes by the same issuer.",
    advice: "Let the issuer write at least `iss` and `aud`, and let every service check both.",
    references: &["RFC 7519 section 4.1", "RFC 8725 section 3.8", "RFC 8725 section 3.9", "RFC 9700 section 4.10.2"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { records: &[&CLAIMS_MISSING, &AUD_MISSING], check };

/// What each says, in the order in which they are told.
const CLAIMS: [(&str, &str); 5] = [
    ("iss", "` (who issued it)"),
    ("sub", "` (whom it is about)"),
    ("aud", "` (which service it is for)"),
    ("iat", "` (when it was issued)"),
    ("jti", "` (its own ID)"),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let is_for_one = matches!(profile.id, "oauth-access-token" | "oidc-id-token");
    let is_general = matches!(profile.id, "access-token" | "jwt");
    let is_disclosable = evaluation.description.sd_jwt.is_some();
    if !is_for_one && !is_general || is_disclosable {
        return Vec::new();
    }
    let Some(payload) = claims::whole_set(evaluation) else { return Vec::new() };
    // What its kind demands is said with the kind.
    let is_missing = |name: &str| !claims::has(payload, name) && !kind_rules::lacks(evaluation, name);
    let mut found = Vec::new();
    let mut say = |id: &str, severity, message: String| {
        let mut evidence = Evidence::new(RULE.by_id("claims-missing"), message, Place::at(evaluation.token, payload));
        evidence.record = RULE.by_id(id);
        evidence.severity = severity;
        found.push(evidence);
    };
    // Amazon Cognito writes `client_id` instead.
    let issuer = claims::issuer(evaluation);
    if is_for_one && issuer != "cognito" && is_missing("aud") {
        let message = "Does not say which service it is for (`aud`): any that goes by its issuer may accept it.";
        // Keycloak names services where it was told to.
        let severity = if issuer == "keycloak" { Severity::Notice } else { Severity::Warning };
        say("aud-missing", severity, message.to_owned());
    }
    // A well-known issuer leaves out what it always does.
    if profile.issuer.is_some() {
        return found;
    }
    // OpenID Connect Core 1.0 section 2 has no `jti`.
    let is_other = |name: &str| match name {
        "aud" => !is_for_one,
        "jti" => profile.id != "oidc-id-token",
        _ => true,
    };
    let missing: Vec<_> = CLAIMS.iter().filter(|(name, _)| is_other(name) && is_missing(name)).collect();
    let mut message = String::new();
    for (at, (name, what)) in missing.iter().enumerate() {
        let joint = match at {
            0 => "Has no `",
            _ if at + 1 == missing.len() => " and no `",
            _ => ", no `",
        };
        [joint, name, what].into_iter().for_each(|piece| message.push_str(piece));
    }
    // Few tokens need an ID of their own.
    if missing.iter().any(|(name, _)| *name != "jti") {
        let is_notable = missing.iter().any(|(name, _)| matches!(*name, "iss" | "aud"));
        message.push('.');
        say("claims-missing", if is_notable { Severity::Notice } else { Severity::Info }, message);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use super::Severity;
    use crate::testing::{check, check_quiet, encode, findings, found_by, token_from, token_of, token_with};

    #[track_caller]
    fn fires(claims: &str, severity: Severity, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, "claims-missing", "/payload", message);
        let found = findings(&token).into_iter().find(|it| crate::testing::is_of(&RULE, &it));
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
        let message = "Does not say which service it is for (`aud`): any that goes by its issuer may accept it.";
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
