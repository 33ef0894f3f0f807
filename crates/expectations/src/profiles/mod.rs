//! Starting points: what services usually expect of the tokens of well-known issuers, and of kinds of token.

mod amazon;
mod google;
mod identity;
mod microsoft;
mod platforms;
mod said_claims;
mod standards;

use decode::Token;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise;

use crate::Expectations;
use said_claims::SaidClaims;

/// What the services of one issuer, or of one kind of token, expect.
#[derive(Debug)]
pub struct ServiceProfile {
    /// Stable, in kebab case.
    pub id: &'static str,
    /// "Microsoft Entra ID, v2.0".
    pub name: &'static str,
    /// Whose own documentation says so.
    pub reference: &'static str,
    /// What to fill in, and what this issuer is known for. Full sentences.
    pub note: &'static str,
    /// What is not known is left open: `<tenant>` stands for a text without a slash, which the reader fills in.
    pub expectations: fn(&Token) -> Expectations,
}

/// Every profile, in the order in which they are offered.
pub const PROFILES: &[ServiceProfile] = &[
    standards::OIDC_ID_TOKEN,
    standards::RFC_9068,
    microsoft::ENTRA_V1,
    microsoft::ENTRA_V2,
    google::GOOGLE,
    google::FIREBASE,
    amazon::COGNITO_ID,
    amazon::COGNITO_ACCESS,
    identity::AUTH0,
    identity::OKTA,
    identity::OKTA_ORG,
    identity::KEYCLOAK,
    platforms::KUBERNETES,
    platforms::GITHUB_ACTIONS,
    platforms::SUPABASE,
];

/// Seconds by which clocks may differ, where nothing else is written: as much as libraries usually allow.
const LEEWAY: u32 = 60;

/// What this token itself would meet: a starting point to change.
pub fn from_token(token: &Token) -> Expectations {
    let said = SaidClaims::of(token);
    let of_header = |name: &str| token.parameter(name).and_then(|value| value.as_str()).map(str::to_owned);
    Expectations {
        issuers: said.text("iss").map(str::to_owned).into_iter().collect(),
        audiences: said.texts("aud"),
        // Whatever the token says, no service expects an unsigned one.
        algorithms: of_header("alg").filter(|alg| !alg.eq_ignore_ascii_case("none")).into_iter().collect(),
        types: of_header("typ").into_iter().collect(),
        leeway: LEEWAY,
        ..Expectations::default()
    }
}

/// The profile that this token looks like, if there is one.
pub fn likely(token: &Token) -> Option<&'static ServiceProfile> {
    let profile = recognise::profile(token);
    let is_access_token = profile.kind == TokenKind::OauthAccessToken;
    let of_issuer = match profile.known_issuer() {
        Some(KnownIssuer::EntraV1 | KnownIssuer::EntraGraph) => Some(&microsoft::ENTRA_V1),
        Some(KnownIssuer::EntraV2) => Some(&microsoft::ENTRA_V2),
        Some(KnownIssuer::Google) => Some(&google::GOOGLE),
        Some(KnownIssuer::Firebase) => Some(&google::FIREBASE),
        Some(KnownIssuer::Cognito) if is_access_token => Some(&amazon::COGNITO_ACCESS),
        Some(KnownIssuer::Cognito) => Some(&amazon::COGNITO_ID),
        Some(KnownIssuer::Auth0) if is_access_token => Some(&identity::AUTH0),
        Some(KnownIssuer::OktaCustom) if is_access_token => Some(&identity::OKTA),
        Some(KnownIssuer::OktaOrg) if is_access_token => Some(&identity::OKTA_ORG),
        Some(KnownIssuer::Keycloak) if is_access_token => Some(&identity::KEYCLOAK),
        Some(KnownIssuer::K8sBound | KnownIssuer::Eks) => Some(&platforms::KUBERNETES),
        Some(KnownIssuer::GithubActions) => Some(&platforms::GITHUB_ACTIONS),
        Some(KnownIssuer::SupabaseUser) => Some(&platforms::SUPABASE),
        _ => None,
    };
    let is_typed = || token.parameter("typ").and_then(|typ| typ.as_str()).is_some_and(is_access_token_type);
    of_issuer.or(match profile.kind {
        TokenKind::OidcIdToken => Some(&standards::OIDC_ID_TOKEN),
        TokenKind::OauthAccessToken if is_typed() => Some(&standards::RFC_9068),
        _ => None,
    })
}

/// RFC 9068 section 2.1.
fn is_access_token_type(typ: &str) -> bool {
    ["at+jwt", "application/at+jwt"].iter().any(|known| typ.eq_ignore_ascii_case(known))
}

/// Texts of a list.
fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
