//! Where the code takes the key from.

use decode::Token;
use decode::json::Value;

use super::KeyPlace;
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

const FIREBASE: &str = "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com";

const PUBLISHED: [PublishedKeys; 15] = [
    row("https://login.microsoftonline.com/*/v2.0", "https://login.microsoftonline.com/{name}/discovery/v2.0/keys"),
    row("https://sts.windows.net/*/", "https://login.microsoftonline.com/{name}/discovery/keys"),
    row("https://accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs"),
    row("https://cloud.google.com/iap", "https://www.gstatic.com/iap/verify/public_key-jwk"),
    row("https://securetoken.google.com/*", FIREBASE),
    row("https://appleid.apple.com", "https://appleid.apple.com/auth/keys"),
    row("https://token.actions.githubusercontent.com", "{iss}/.well-known/jwks"),
    row("https://*.auth0.com/", "{iss}/.well-known/jwks.json"),
    row("https://*.okta.com/oauth2/*", "{iss}/v1/keys"),
    row("https://*.oktapreview.com/oauth2/*", "{iss}/v1/keys"),
    row("https://*.cloudflareaccess.com", "{iss}/cdn-cgi/access/certs"),
    row("https://*.supabase.co/auth/v1", "{iss}/.well-known/jwks.json"),
    row("https://cognito-idp.*.amazonaws.com/*", "{iss}/.well-known/jwks.json"),
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
        Some(issuer) if issuer.starts_with("https://") => KeyPlace::JwkSet(address(issuer)),
        _ => KeyPlace::PublicKey,
    }
}

/// Of the keys, or of the document that names it.
fn address(issuer: &str) -> String {
    let base = issuer.trim_end_matches('/');
    match PUBLISHED.iter().find_map(|known| Some((known, known.name_in(issuer)?))) {
        Some((known, name)) => known.address.replace("{iss}", base).replace("{name}", name),
        // OpenID Connect Discovery 1.0 section 4.
        None => format!("<jwks_uri of {base}/.well-known/openid-configuration>"),
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
            // Near misses.
            ("https://acme.okta.com", "<jwks_uri of https://acme.okta.com/.well-known/openid-configuration>"),
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
            ("accounts.google.com", "PublicKey"),
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
}
