//! What kind of token this is, and the evidence. Never more than the evidence.
//!
//! A family of kinds is a file; the list below is the order in which they are asked, the most certain first.

mod jose;
mod oauth;
mod openid;

use crate::decode::json::{Kind, Value};
use crate::decode::{Role, Token};

/// A kind of token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Stable, kebab-case.
    pub id: &'static str,
    /// As a sentence says it, without an article.
    pub name: &'static str,
    /// Full sentences.
    pub because: Vec<String>,
}

type Recognise = fn(&Evidence) -> Option<Profile>;

const RECOGNISERS: [Recognise; 3] = [oauth::recognise, openid::recognise, jose::recognise];

pub fn profile(token: &Token) -> Profile {
    let evidence = Evidence::of(token);
    let recognised = RECOGNISERS.iter().find_map(|recognise| recognise(&evidence));
    recognised.unwrap_or_else(|| jose::unrecognised(&evidence))
}

/// What a recogniser may look at.
struct Evidence<'t> {
    token: &'t Token,
    header: Option<&'t Value>,
    payload: Option<&'t Value>,
}

impl<'t> Evidence<'t> {
    fn of(token: &'t Token) -> Self {
        let value = |role| token.part(role).and_then(|part| part.value());
        Self { token, header: value(Role::Header), payload: value(Role::Payload) }
    }

    fn claim(&self, name: &str) -> Option<&'t Value> {
        self.payload?.member(name)
    }

    fn has(&self, name: &str) -> bool {
        self.claim(name).is_some()
    }

    fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }

    fn header_text(&self, name: &str) -> Option<&'t str> {
        self.header?.member(name)?.as_str()
    }

    /// RFC 7515 section 4.1.9: compared without the `application/` prefix and without case.
    fn is_typed(&self, expected: &str) -> bool {
        self.header_text("typ").is_some_and(|typ| {
            let short = typ.get(..12).filter(|prefix| prefix.eq_ignore_ascii_case("application/")).and(typ.get(12..));
            short.unwrap_or(typ).eq_ignore_ascii_case(expected)
        })
    }

    fn has_claims(&self) -> bool {
        self.payload.is_some_and(|payload| matches!(payload.kind, Kind::Object(_)))
    }

    /// "It has `a`, `b` and `c`." for those of the claims that are there; None when none is.
    fn having(&self, names: &[&str]) -> Option<String> {
        let there: Vec<_> = names.iter().filter(|name| self.has(name)).map(|name| ["`", name, "`"].concat()).collect();
        let (last, others) = there.split_last()?;
        Some(match others {
            [] => ["It has ", last, "."].concat(),
            _ => ["It has ", &others.join(", "), " and ", last, "."].concat(),
        })
    }
}

fn typed(typ: &str) -> String {
    ["Its `typ` is `", typ, "`."].concat()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{token_from, token_of, token_with};
    use super::*;

    #[track_caller]
    fn check(token: &Token, id: &str, because: &[&str]) {
        let profile = profile(token);
        assert_eq!(
            (profile.id, profile.because.iter().map(String::as_str).collect::<Vec<_>>()),
            (id, because.to_vec())
        );
    }

    #[test]
    fn names_what_the_type_says() {
        check(
            &token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"sub":"a"}"#),
            "oauth-access-token",
            &["Its `typ` is `at+jwt`."],
        );
        check(
            &token_from(r#"{"alg":"RS256","typ":"application/AT+JWT"}"#, "{}"),
            "oauth-access-token",
            &["Its `typ` is `at+jwt`."],
        );
        check(
            &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET"}"#),
            "dpop-proof",
            &["Its `typ` is `dpop+jwt`."],
        );
    }

    #[test]
    fn names_what_the_claims_show() {
        check(&token_with(r#"{"nonce":"n","at_hash":"h"}"#), "oidc-id-token", &["It has `nonce` and `at_hash`."]);
        check(
            &token_with(r#"{"iss":"i","sub":"s","aud":"a","exp":1,"iat":1,"azp":"a"}"#),
            "oidc-id-token",
            &["It has `iss`, `sub`, `aud`, `exp`, `iat` and `azp`, and no `scope`."],
        );
        check(
            &token_with(r#"{"scope":"read","client_id":"c"}"#),
            "oauth-access-token",
            &["It has `scope` and `client_id`."],
        );
        check(
            &token_with(r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#),
            "oidc-logout-token",
            &["Its `events` names a back-channel logout."],
        );
        check(&token_with(r#"{"events":{"urn:x":{}}}"#), "security-event-token", &["It has `events`."]);
    }

    #[test]
    fn knows_the_access_tokens_of_well_known_issuers() {
        let required = r#""iss":"i","sub":"s","aud":"a","exp":1,"iat":1,"azp":"c""#;
        let with = |more: &str| token_with(&["{", required, ",", more, "}"].concat());
        check(&with(r#""azpacr":"1","roles":["R"]"#), "oauth-access-token", &["It has `azp` and `azpacr`."]);
        check(&with(r#""gty":"client-credentials""#), "oauth-access-token", &["It has `azp` and `gty`."]);
        let because = "It has a claim `typ`, and that is `Bearer`.";
        check(&with(r#""typ":"Bearer","nonce":"n","scope":"openid""#), "oauth-access-token", &[because]);
        let because = "It has a claim `typ`, and that is `Refresh`.";
        check(&with(r#""typ":"Refresh","scope":"openid""#), "refresh-token", &[because]);
        check(&with(r#""typ":"ID","sid":"1""#), "oidc-id-token", &["It has a claim `typ`, and that is `ID`."]);
        let cognito = r#"{"token_use":"access","scope":"s","auth_time":1,"client_id":"c"}"#;
        check(&token_with(cognito), "oauth-access-token", &["Its `token_use` is `access`."]);
        check(&token_with(r#"{"scope":"read","auth_time":1}"#), "jwt", &["Its payload is a set of claims."]);
    }

    #[test]
    fn claims_no_more_than_the_evidence() {
        check(&token_with(r#"{"sub":"u1"}"#), "jwt", &["Its payload is a set of claims."]);
        check(
            &token_with(r#"{"iss":"i","sub":"s","aud":"a","exp":1,"iat":1}"#),
            "jwt",
            &["Its payload is a set of claims."],
        );
        check(&token_from(r#"{"alg":"none"}"#, r#"{"sub":"u1"}"#), "unsecured-jwt", &["Its `alg` is `none`."]);
        check(&token_from(r#"{"alg":"HS256"}"#, "hello"), "jws", &["Its payload is no JSON object."]);
        check(&token_of("eyJhbGciOiJSUzI1NiJ9"), "jose-header", &["It is a single segment with header parameters."]);
    }
}
