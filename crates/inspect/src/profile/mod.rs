//! What kind of token this is, who it says it comes from, and the evidence for both. Never more than the evidence.
//!
//! What is known stands in tables: [`kinds`] and [`issuers`], in [conditions](condition) that also give the sentences
//! of the evidence. The most certain is asked first: what the token says it is, then what its issuer alone makes, then
//! what it contains, then its form.

mod address;
mod condition;
mod events;
mod evidence;
mod form;
mod issuers;
mod kinds;

use decode::Token;
use evidence::Evidence;

/// A kind of token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Stable, kebab-case.
    pub id: &'static str,
    /// As a sentence says it, without an article.
    pub name: &'static str,
    /// Full sentences.
    pub because: Vec<String>,
    pub certainty: Certainty,
    /// Who it says it comes from, where that is well known.
    pub issuer: Option<Issuer>,
}

impl Profile {
    /// The issuer's id, empty where none is known.
    pub fn issuer_id(&self) -> &'static str {
        self.issuer.as_ref().map_or("", |issuer| issuer.id)
    }
}

/// A well-known issuer or platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// Stable, kebab-case. What belongs together has one beginning: `entra-v1`, `entra-v2`.
    pub id: &'static str,
    /// As a sentence says it.
    pub name: &'static str,
    /// Full sentences.
    pub because: Vec<String>,
    pub certainty: Certainty,
}

/// How far the evidence goes, however true the token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// It says so: in `typ`, in `iss`, in a claim made for that, by its form.
    Stated,
    /// It has what such tokens have.
    Likely,
}

impl Certainty {
    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Likely => "likely",
        }
    }
}

pub fn profile(token: &Token) -> Profile {
    let evidence = Evidence::of(token);
    let issuer = issuers::recognise(&evidence);
    let (kind, certainty) = kind(&evidence, issuer.as_ref());
    let name = kind_line(kind.id).map_or(kind.id, |(name, _)| name);
    Profile { id: kind.id, name, because: kind.because, certainty, issuer: issuer.map(|(issuer, _)| issuer) }
}

/// Whether a kind of token is meant to have `exp`.
pub fn expects_expiry(kind: &str) -> bool {
    kind_line(kind).is_none_or(|(_, expiry)| !expiry.is_empty())
}

/// Whether [conditions](condition) hold for a token.
pub fn holds(conditions: &str, token: &Token) -> bool {
    condition::sentences(conditions, &Evidence::of(token)).is_some()
}

/// Whether there is a kind of token or an issuer of this id.
pub fn is_known(id: &str) -> bool {
    is_kind(id) || issuers::ISSUERS.lines().any(|line| line.split('|').nth(1) == Some(id))
}

/// Whether there are tokens of this kind.
pub fn is_kind(id: &str) -> bool {
    kind_line(id).is_some()
}

/// What was recognised, and why.
struct Kind {
    id: &'static str,
    because: Vec<String>,
}

fn kind(evidence: &Evidence, issuer: Option<&(Issuer, &'static str)>) -> (Kind, Certainty) {
    let by = |table| by_table(table, evidence);
    // A part of a token is not yet a token of some kind.
    if evidence.is_segment() {
        return (by(kinds::SEGMENTS).unwrap_or_else(|| form::recognise(evidence)), Certainty::Stated);
    }
    if let Some(mut kind) = by(kinds::TYPED) {
        kind.because.append(&mut events::in_words(evidence));
        return (kind, Certainty::Stated);
    }
    if let Some(kind) = events::recognise(evidence).or_else(|| by(kinds::STATED)) {
        return (kind, Certainty::Stated);
    }
    if let Some((issuer, id)) = issuer.filter(|(_, id)| !id.is_empty()) {
        return (Kind { id, because: issuer.because.clone() }, issuer.certainty);
    }
    let by_content =
        || by(kinds::SHAPES).or_else(|| form::signed_cookie(evidence)).filter(|_| !evidence.is_disclosable());
    let likely = by(kinds::CREDENTIALS).or_else(by_content).filter(|_| !evidence.is_encrypted());
    match likely {
        Some(kind) => (kind, Certainty::Likely),
        None => (form::recognise(evidence), Certainty::Stated),
    }
}

/// The first line of a table whose conditions hold.
fn by_table(table: &'static str, evidence: &Evidence) -> Option<Kind> {
    table.lines().find_map(|line| {
        let (conditions, id) = line.split_once('|')?;
        Some(Kind { id, because: condition::sentences(conditions, evidence)? })
    })
}

/// A kind's name, and whether it is meant to expire.
fn kind_line(id: &str) -> Option<(&'static str, &'static str)> {
    kinds::KINDS.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix('|')?.split_once('|'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::{token_from, token_of, token_with};

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
    fn a_header_that_nothing_protects_is_one_too() {
        let only_unprotected = r#"{"payload":"aGk","header":{"alg":"HS256"},"signature":"AAAA"}"#;
        check(&token_of(only_unprotected), "jws", &["Its payload is no JSON object."]);
        let unsecured = r#"{"payload":"e30","protected":"eyJraWQiOiIxIn0","header":{"alg":"none"},"signature":""}"#;
        check(&token_of(unsecured), "unsecured-jwt", &["Its `alg` is `none`."]);
        let detached = ["..", "rq3pjT1hoRwyAGEGkTYAbA".repeat(4).split_at(86).0].concat();
        check(&token_of(&detached), "jws", &["It has a signature, and its payload is left out."]);
    }

    #[test]
    fn names_what_the_claims_show() {
        check(&token_with(r#"{"nonce":"n","at_hash":"h"}"#), "oidc-id-token", &["It has `nonce` and `at_hash`."]);
        check(&token_with(r#"{"nonce":"n","aud":"a"}"#), "jwt", &["Its payload is a set of claims."]);
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
    fn every_kind_of_the_tables_has_a_name() {
        let tables = [kinds::TYPED, kinds::STATED, kinds::CREDENTIALS, kinds::SHAPES, kinds::SEGMENTS];
        for line in tables.into_iter().flat_map(str::lines) {
            let (_, id) = line.split_once('|').unwrap_or_else(|| panic!("{line}: two fields"));
            assert!(kind_line(id).is_some(), "{id} has no name");
        }
        for line in kinds::KINDS.lines() {
            assert_eq!(line.split('|').count(), 3, "{line}");
        }
    }

    #[test]
    fn the_corpus_has_two_of_each_kind_and_issuer_and_a_near_miss_of_each_issuer() {
        const CORPUS: &str = include_str!("../../../../tests/corpus.expected");
        let count = |beginning: &str, end: &str| {
            CORPUS.lines().filter(|line| line.starts_with(beginning) && line.ends_with(end)).count()
        };
        let mut missing = Vec::new();
        for id in kinds::KINDS.lines().filter_map(|line| line.split('|').next()) {
            // What stands alone is found only where an object begins, which makes it a header or claims.
            if id != "segment" && count(&["  kind    ", id, " ("].concat(), "") < 2 {
                missing.push(["two tokens of kind ", id].concat());
            }
        }
        for id in issuers::ISSUERS.lines().filter_map(|line| line.split('|').nth(1)) {
            if count(&["  issuer  ", id, " ("].concat(), "") < 2 {
                missing.push(["two tokens from ", id].concat());
            }
            if count(&[id, "--"].concat(), "--near-miss") < 1 {
                missing.push(["a near miss of ", id].concat());
            }
        }
        for shape in [kinds::CREDENTIALS, kinds::SHAPES, kinds::SEGMENTS].into_iter().flat_map(str::lines) {
            let id = shape.rsplit('|').next().unwrap_or_default();
            if count(&[id, "--"].concat(), "--near-miss") < 1 {
                missing.push(["a near miss of kind ", id].concat());
            }
        }
        assert!(missing.is_empty(), "tests/corpus needs {}", missing.join(", "));
    }

    #[test]
    fn knows_every_type_of_the_registry() {
        const TYPES_CSV: &str = include_str!("../../../../tests/data/jose-typ-values.csv");
        let generic = ["JWT", "JOSE", "JOSE+JSON", "sd-jwt+json", "application/didcomm-plain+json"];
        for line in TYPES_CSV.lines().skip(1) {
            let typ = line.split(',').next().unwrap_or_default();
            let token = token_from(&format!("{{\"alg\":\"ES256\",\"typ\":\"{typ}\"}}"), "{}");
            assert_eq!(profile(&token).id == "jwt", generic.contains(&typ), "{typ}");
        }
    }

    #[test]
    fn what_is_only_a_part_is_named_as_a_part() {
        let claims = test_tokens::encode(r#"{"iss":"https://accounts.google.com","nonce":"n"}"#);
        let token = token_of(&claims);
        check(&token, "jwt-claims", &["It is a single segment with a JSON object that has registered claims."]);
        assert_eq!(profile(&token).issuer.map(|issuer| issuer.id), Some("google"));
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
