//! Starting points: what services usually expect of the tokens of well-known issuers, and of kinds of token.

mod cognito;
mod entra;
mod filled;
mod google;
mod identity;
mod oauth;
mod platforms;

use decode::Token;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise;

use crate::{Expectations, said};

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
    oauth::ID_TOKEN,
    oauth::ACCESS_TOKEN,
    identity::AUTH0,
    cognito::ACCESS,
    cognito::ID,
    google::FIREBASE,
    platforms::GITHUB_ACTIONS,
    google::GOOGLE,
    identity::KEYCLOAK,
    platforms::KUBERNETES,
    entra::V1,
    entra::V2,
    identity::OKTA_CUSTOM,
    identity::OKTA_ORG,
    platforms::SUPABASE,
];

/// What this token itself would meet: a starting point to change.
pub fn from_token(token: &Token) -> Expectations {
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect();
    // How a key is encrypted is no signature algorithm, and `none` is nothing to expect.
    let algorithm = said::header_text(token, "alg").filter(|alg| !token.format.is_encrypted() && *alg != "none");
    Expectations {
        issuers: one(said::text_claim(token, "iss")),
        audiences: said::audiences(token).into_iter().map(str::to_owned).collect(),
        algorithms: one(algorithm),
        types: one(said::header_text(token, "typ").filter(|_| !token.format.is_encrypted())),
        leeway: filled::LEEWAY,
        ..Expectations::default()
    }
}

/// The profile that this token looks like, if there is one.
pub fn likely(token: &Token) -> Option<&'static ServiceProfile> {
    let profile = recognise::profile(token);
    let is_id_token = profile.kind == TokenKind::OidcIdToken;
    let of_issuer = match profile.known_issuer() {
        Some(KnownIssuer::EntraV1) => Some(&entra::V1),
        Some(KnownIssuer::EntraV2) => Some(&entra::V2),
        Some(KnownIssuer::EntraGraph) => {
            let is_v2 = said::text_claim(token, "iss").is_some_and(|iss| iss.ends_with("/v2.0"));
            Some(if is_v2 { &entra::V2 } else { &entra::V1 })
        }
        Some(KnownIssuer::Google) if is_id_token => Some(&google::GOOGLE),
        Some(KnownIssuer::Firebase) => Some(&google::FIREBASE),
        Some(KnownIssuer::Cognito) if is_id_token => Some(&cognito::ID),
        Some(KnownIssuer::Cognito) => Some(&cognito::ACCESS),
        Some(KnownIssuer::K8sBound | KnownIssuer::Eks) => Some(&platforms::KUBERNETES),
        Some(KnownIssuer::GithubActions) => Some(&platforms::GITHUB_ACTIONS),
        Some(KnownIssuer::SupabaseUser) => Some(&platforms::SUPABASE),
        Some(issuer) if profile.kind == TokenKind::OauthAccessToken => match issuer {
            KnownIssuer::Auth0 => Some(&identity::AUTH0),
            KnownIssuer::OktaCustom => Some(&identity::OKTA_CUSTOM),
            KnownIssuer::OktaOrg => Some(&identity::OKTA_ORG),
            KnownIssuer::Keycloak => Some(&identity::KEYCLOAK),
            _ => None,
        },
        _ => None,
    };
    of_issuer.or_else(|| of_kind(token, profile.kind))
}

fn of_kind(token: &Token, kind: TokenKind) -> Option<&'static ServiceProfile> {
    let typ = said::header_text(token, "typ").unwrap_or_default().to_ascii_lowercase();
    match kind {
        TokenKind::OidcIdToken => Some(&oauth::ID_TOKEN),
        TokenKind::OauthAccessToken if matches!(&*typ, "at+jwt" | "application/at+jwt") => Some(&oauth::ACCESS_TOKEN),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
