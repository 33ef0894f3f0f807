//! Where the code takes the key from.

use decode::Token;
use decode::json::Value;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise;

use super::{IssuerKeys, KeyPlace};
use crate::Expectations;

/// An issuer that publishes its keys at an address that follows from its own.
struct PublishedKeys {
    /// A `*` stands for a text without a slash.
    issuer: &'static str,
    /// `{iss}` is the issuer without a slash at its end, `{name}` what the last `*` stands for.
    address: &'static str,
}

const fn row(issuer: &'static str, address: &'static str) -> PublishedKeys {
    PublishedKeys { issuer, address }
}

/// The discovery document of the issuer names it; the page "Verify ID Tokens" has the same keys as certificates.
const FIREBASE: &str = "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com";

/// Each group begins with the page that says so.
const PUBLISHED: [PublishedKeys; 30] = [
    // Microsoft, "Access tokens in the Microsoft identity platform"; the hosts of other clouds: "National clouds".
    row("https://login.microsoftonline.com/*/v2.0", "https://login.microsoftonline.com/{name}/discovery/v2.0/keys"),
    row("https://login.microsoftonline.us/*/v2.0", "https://login.microsoftonline.us/{name}/discovery/v2.0/keys"),
    row(
        "https://login.partner.microsoftonline.cn/*/v2.0",
        "https://login.partner.microsoftonline.cn/{name}/discovery/v2.0/keys",
    ),
    row("https://sts.windows.net/*/", "https://login.microsoftonline.com/{name}/discovery/keys"),
    row("https://sts.chinacloudapi.cn/*/", "https://login.partner.microsoftonline.cn/{name}/discovery/keys"),
    // Google, "Verify the Google ID token on your server side".
    row("accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs"),
    row("https://accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs"),
    // Google, "Securing your app with signed headers".
    row("https://cloud.google.com/iap", "https://www.gstatic.com/iap/verify/public_key-jwk"),
    row("https://securetoken.google.com/*", FIREBASE),
    // Google, "Method: getSessionCookiePublicKeys".
    row("https://session.firebase.google.com/*", "https://identitytoolkit.googleapis.com/v1/sessionCookiePublicKeys"),
    // Google, "Method: projects.locations.clusters.getJwks".
    row("https://container.googleapis.com/v1/projects/*/locations/*/clusters/*", "{iss}/jwks"),
    // Apple, "Fetch Apple's public key to verify token signatures".
    row("https://appleid.apple.com", "https://appleid.apple.com/auth/keys"),
    // GitHub, "OpenID Connect reference", leads to the discovery document, which names it.
    row("https://token.actions.githubusercontent.com", "{iss}/.well-known/jwks"),
    // GitLab, "Configure OpenID Connect in AWS", has it of every instance, under the instance's address.
    row("https://gitlab.com", "{iss}/oauth/discovery/keys"),
    // Auth0, "JSON Web Key Sets".
    row("https://*.auth0.com/", "{iss}/.well-known/jwks.json"),
    // Okta, "Okta API Products Release Notes 2020" has both paths, and "Okta organizations" the hosts.
    row("https://*.okta.com/oauth2/*", "{iss}/v1/keys"),
    row("https://*.oktapreview.com/oauth2/*", "{iss}/v1/keys"),
    row("https://*.okta-emea.com/oauth2/*", "{iss}/v1/keys"),
    row("https://*.okta.com", "{iss}/oauth2/v1/keys"),
    row("https://*.oktapreview.com", "{iss}/oauth2/v1/keys"),
    row("https://*.okta-emea.com", "{iss}/oauth2/v1/keys"),
    // Cloudflare, "Validate JWTs".
    row("https://*.cloudflareaccess.com", "{iss}/cdn-cgi/access/certs"),
    // Supabase, "JWT Signing Keys".
    row("https://*.supabase.co/auth/v1", "{iss}/.well-known/jwks.json"),
    // Amazon, "Verifying JSON web tokens"; "IssuerConfigurationType" for the second form, and the source of Amazon's library
    // `aws-jwt-verify` for the third.
    row("https://cognito-idp.*.amazonaws.com/*", "{iss}/.well-known/jwks.json"),
    row("https://issuer-cognito-idp.*.amazonaws.com/*", "{iss}/.well-known/jwks.json"),
    row("https://issuer.cognito-idp.*.amazonaws.com/*", "{iss}/.well-known/jwks.json"),
    // Amazon, "Fetch signing keys to validate OIDC tokens".
    row("https://oidc.eks.*.amazonaws.com/id/*", "{iss}/keys"),
    row("https://oidc.eks.*.amazonaws.com.cn/id/*", "{iss}/keys"),
    // Keycloak, "Securing applications and services with OpenID Connect": the certificate endpoint.
    row("https://*/realms/*", "{iss}/protocol/openid-connect/certs"),
    row("https://*/auth/realms/*", "{iss}/protocol/openid-connect/certs"),
];

/// The key for what is expected, or, where nothing is, for what the token says.
pub fn key_place(expectations: &Expectations, token: &Token) -> KeyPlace {
    let of_token = token.parameter("alg").and_then(Value::as_str);
    let is_secret = match expectations.algorithms.as_slice() {
        [] => of_token.is_some_and(|name| name.starts_with("HS")),
        names => names.iter().all(|name| name.starts_with("HS")),
    };
    if is_secret {
        return KeyPlace::Secret;
    }
    let said = || token.payload()?.value()?.member("iss").and_then(Value::as_str);
    let issuer = expectations.issuers.first().map(String::as_str).or_else(said);
    match issuer {
        Some(issuer) if said() == Some(issuer) && is_for_okta_alone(token) => KeyPlace::PublicKey,
        Some(issuer) => address(issuer).map_or(KeyPlace::PublicKey, KeyPlace::JwkSet),
        None => KeyPlace::PublicKey,
    }
}

/// Of several issuers that have JWK Sets at different addresses.
pub(super) fn of_each_issuer(expectations: &Expectations, first: &KeyPlace) -> Vec<IssuerKeys> {
    let KeyPlace::JwkSet(first) = first else { return Vec::new() };
    let keys = |issuer: &String| IssuerKeys {
        issuer: issuer.clone(),
        address: address(issuer).unwrap_or_else(|| format!("<address of the JWK Set of {issuer}>")),
    };
    let each: Vec<IssuerKeys> = expectations.issuers.iter().map(keys).collect();
    if each.iter().all(|keys| keys.address == *first) { Vec::new() } else { each }
}

/// Okta, "Key rotation": the org authorization server publishes the keys of its ID tokens, not of its access tokens.
fn is_for_okta_alone(token: &Token) -> bool {
    let profile = recognise::profile(token);
    profile.known_issuer() == Some(KnownIssuer::OktaOrg) && profile.kind == TokenKind::OauthAccessToken
}

/// Of the keys, or of the document that names it. None where the issuer is no address.
fn address(issuer: &str) -> Option<String> {
    let base = issuer.trim_end_matches('/');
    match PUBLISHED.iter().find_map(|known| Some((known, known.name_in(issuer)?))) {
        Some((known, name)) => Some(known.address.replace("{iss}", base).replace("{name}", name)),
        // OpenID Connect Discovery 1.0 section 4.
        None if issuer.starts_with("https://") => {
            Some(format!("<jwks_uri of {base}/.well-known/openid-configuration>"))
        }
        None => None,
    }
}

impl PublishedKeys {
    /// Of an issuer that this is: what the last `*` stands for.
    fn name_in<'i>(&self, issuer: &'i str) -> Option<&'i str> {
        if self.issuer.split('/').count() != issuer.split('/').count() {
            return None;
        }
        self.issuer.split('/').zip(issuer.split('/')).try_fold("", |name, (known, part)| match known.split_once('*') {
            None => (known == part).then_some(name),
            Some((begins, ends)) => {
                let name = part.strip_prefix(begins)?.strip_suffix(ends)?;
                (!name.is_empty() && !name.contains(['<', '?', '#', '@'])).then_some(name)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use test_tokens::token_from;

    use super::*;
    use crate::json;

    fn place(header: &str, claims: &str, expectations: &str) -> String {
        let expectations = json::read(expectations).expect("expectations");
        match key_place(&expectations, &token_from(header, claims)) {
            KeyPlace::JwkSet(address) => address,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn of_issuers_that_publish_their_keys() {
        for (issuer, keys) in [
            ("https://login.microsoftonline.com/t/v2.0", "https://login.microsoftonline.com/t/discovery/v2.0/keys"),
            ("https://sts.windows.net/t/", "https://login.microsoftonline.com/t/discovery/keys"),
            ("https://accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs"),
            ("accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs"),
            ("https://acme.eu.auth0.com/", "https://acme.eu.auth0.com/.well-known/jwks.json"),
            ("https://a.cloudflareaccess.com", "https://a.cloudflareaccess.com/cdn-cgi/access/certs"),
            (
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a",
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a/.well-known/jwks.json",
            ),
            ("https://securetoken.google.com/project", FIREBASE),
            ("https://acme.okta.com/oauth2/default", "https://acme.okta.com/oauth2/default/v1/keys"),
            ("https://a.example/realms/r", "https://a.example/realms/r/protocol/openid-connect/certs"),
            (
                "https://a.example:8443/auth/realms/r",
                "https://a.example:8443/auth/realms/r/protocol/openid-connect/certs",
            ),
            ("https://abc.supabase.co/auth/v1", "https://abc.supabase.co/auth/v1/.well-known/jwks.json"),
            (
                "https://token.actions.githubusercontent.com",
                "https://token.actions.githubusercontent.com/.well-known/jwks",
            ),
            ("https://login.microsoftonline.us/t/v2.0", "https://login.microsoftonline.us/t/discovery/v2.0/keys"),
            (
                "https://login.partner.microsoftonline.cn/t/v2.0",
                "https://login.partner.microsoftonline.cn/t/discovery/v2.0/keys",
            ),
            ("https://sts.chinacloudapi.cn/t/", "https://login.partner.microsoftonline.cn/t/discovery/keys"),
            (
                "https://session.firebase.google.com/project",
                "https://identitytoolkit.googleapis.com/v1/sessionCookiePublicKeys",
            ),
            (
                "https://container.googleapis.com/v1/projects/p/locations/l/clusters/c",
                "https://container.googleapis.com/v1/projects/p/locations/l/clusters/c/jwks",
            ),
            ("https://gitlab.com", "https://gitlab.com/oauth/discovery/keys"),
            ("https://acme.okta.com", "https://acme.okta.com/oauth2/v1/keys"),
            ("https://acme.okta-emea.com/oauth2/default", "https://acme.okta-emea.com/oauth2/default/v1/keys"),
            (
                "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a",
                "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a/.well-known/jwks.json",
            ),
            (
                "https://issuer.cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a",
                "https://issuer.cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a/.well-known/jwks.json",
            ),
            ("https://oidc.eks.us-west-2.amazonaws.com/id/ABC", "https://oidc.eks.us-west-2.amazonaws.com/id/ABC/keys"),
            (
                "https://oidc.eks.cn-north-1.amazonaws.com.cn/id/ABC",
                "https://oidc.eks.cn-north-1.amazonaws.com.cn/id/ABC/keys",
            ),
            // Near misses.
            (
                "https://login.example.us/t/v2.0",
                "<jwks_uri of https://login.example.us/t/v2.0/.well-known/openid-configuration>",
            ),
            ("https://gitlab.example.com", "<jwks_uri of https://gitlab.example.com/.well-known/openid-configuration>"),
            (
                "https://acme.okta.com.example/oauth2/default",
                "<jwks_uri of https://acme.okta.com.example/oauth2/default/.well-known/openid-configuration>",
            ),
            (
                "https://token.actions.githubusercontent.com/octo",
                "<jwks_uri of https://token.actions.githubusercontent.com/octo/.well-known/openid-configuration>",
            ),
            (
                "https://a.example/realms/<realm>",
                "<jwks_uri of https://a.example/realms/<realm>/.well-known/openid-configuration>",
            ),
            (
                "https://supabase.co/auth/v1",
                "<jwks_uri of https://supabase.co/auth/v1/.well-known/openid-configuration>",
            ),
            ("https://sts.windows.net/t", "<jwks_uri of https://sts.windows.net/t/.well-known/openid-configuration>"),
            (
                "https://login.microsoftonline.com/<tenant>/v2.0",
                "<jwks_uri of https://login.microsoftonline.com/<tenant>/v2.0/.well-known/openid-configuration>",
            ),
            (
                "https://evil.example/x.auth0.com/",
                "<jwks_uri of https://evil.example/x.auth0.com/.well-known/openid-configuration>",
            ),
            ("https://a.example/", "<jwks_uri of https://a.example/.well-known/openid-configuration>"),
            ("http://a.example", "PublicKey"),
            ("accounts.google.com.example", "PublicKey"),
        ] {
            assert_eq!(place(r#"{"alg":"RS256"}"#, &format!(r#"{{"iss":"{issuer}"}}"#), "{}"), keys);
        }
    }

    #[test]
    fn what_is_expected_goes_before_what_the_token_says() {
        let claims = r#"{"iss":"https://accounts.google.com"}"#;
        let appleid = r#"{"issuer":"https://appleid.apple.com"}"#;
        assert_eq!(place(r#"{"alg":"RS256"}"#, claims, appleid), "https://appleid.apple.com/auth/keys");
        assert_eq!(place(r#"{"alg":"HS256"}"#, claims, "{}"), "Secret");
        assert_eq!(place(r#"{"alg":"RS256"}"#, claims, r#"{"algorithms":["HS256","HS512"]}"#), "Secret");
        assert_eq!(place(r#"{"alg":"HS256"}"#, "{}", r#"{"algorithms":["HS256","RS256"]}"#), "PublicKey");
        assert_eq!(place(r#"{"alg":"RS256"}"#, r#"{"iss":7}"#, "{}"), "PublicKey");
    }

    #[test]
    fn of_several_issuers_each_has_its_own() {
        let each = |issuers: &str| {
            let expectations = json::read(&format!(r#"{{"issuer":{issuers}}}"#)).expect("expectations");
            let keys = key_place(&expectations, &token_from(r#"{"alg":"RS256"}"#, "{}"));
            of_each_issuer(&expectations, &keys).into_iter().map(|keys| keys.address).collect::<Vec<_>>()
        };
        assert_eq!(
            each(r#"["https://sts.windows.net/t/","https://login.microsoftonline.com/t/v2.0"]"#),
            [
                "https://login.microsoftonline.com/t/discovery/keys",
                "https://login.microsoftonline.com/t/discovery/v2.0/keys"
            ]
        );
        assert_eq!(
            each(r#"["https://appleid.apple.com","b"]"#),
            ["https://appleid.apple.com/auth/keys", "<address of the JWK Set of b>"]
        );
        for one_set in [r#"["https://accounts.google.com","accounts.google.com"]"#, r#"["https://a.example"]"#, "[]"] {
            assert_eq!(each(one_set), [""; 0], "{one_set}");
        }
        assert_eq!(each(r#"["a","b"]"#), [""; 0], "no JWK Set is known of the first");
    }

    #[test]
    fn access_tokens_of_the_org_server_of_okta_have_no_published_keys() {
        let access = r#"{"iss":"https://acme.okta.com","aud":"https://acme.okta.com","cid":"c","scp":["openid"]}"#;
        assert_eq!(place(r#"{"alg":"RS256"}"#, access, "{}"), "PublicKey");
        let custom = r#"{"issuer":"https://acme.okta.com/oauth2/default"}"#;
        assert_eq!(place(r#"{"alg":"RS256"}"#, access, custom), "https://acme.okta.com/oauth2/default/v1/keys");
        let id = r#"{"iss":"https://acme.okta.com","aud":"c","sub":"u","nonce":"n","exp":2,"iat":1}"#;
        assert_eq!(place(r#"{"alg":"RS256"}"#, id, "{}"), "https://acme.okta.com/oauth2/v1/keys");
    }
}
