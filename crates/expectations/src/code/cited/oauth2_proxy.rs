//! oauth2-proxy 7.15, behind the middleware `ForwardAuth` of Traefik. It cannot be run here.
//!
//! Written from `docs/configuration/overview.md` ("Config Options"), `docs/configuration/integrations/traefik.md` and
//! `docs/features/endpoints.md`, all of 7.15.3, and from `pkg/providers/oidc/verifier.go`.

use super::quoted::double_quoted;
use super::{block, listed_as, names_of, section};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ExpectationKind, Expectations};

pub(crate) const LIBRARY: Library = Library {
    id: "oauth2-proxy",
    name: "oauth2-proxy (Traefik ForwardAuth)",
    version: "7.15",
    reference: "https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview",
    comment: "#",
    write,
};

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    block(code, "# oauth2-proxy.cfg\nprovider = \"oidc\"");
    // `oidc_issuer_url`: one; `insecure_oidc_skip_issuer_verification` is false by default.
    let issuer = expected.issuers.first().map_or("<issuer>", String::as_str);
    code.line_for(&ExpectationKind::Issuer, format!("oidc_issuer_url = {}", double_quoted(issuer)));
    code.line("skip_oidc_discovery = true");
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            code.line_for(&ExpectationKind::Signature, format!("oidc_jwks_url = {}", double_quoted(address)));
        }
        KeyPlace::Secret | KeyPlace::PublicKey => {
            code.line_for(
                &ExpectationKind::Signature,
                "oidc_public_key_files = [\"/etc/oauth2-proxy/public-key.pem\"]",
            );
        }
    }
    block(code, "login_url = \"<authorization endpoint>\"\nredeem_url = \"<token endpoint>\"");
    if !expected.algorithms.is_empty() {
        let algorithms = listed_as(&expected.algorithms, double_quoted);
        code.line_for(&ExpectationKind::Algorithm, format!("oidc_enabled_signing_algs = [{algorithms}]"));
    }
    // `aud` has to have the client ID or one of the extra audiences (`verifier.go`).
    let client = expected.audiences.first().map_or("<client ID>", String::as_str);
    code.line_for(&ExpectationKind::Audience, format!("client_id = {}", double_quoted(client)));
    if let Some(extra) = expected.audiences.get(1..).filter(|extra| !extra.is_empty()) {
        let extra = listed_as(extra, double_quoted);
        code.line_for(&ExpectationKind::Audience, format!("oidc_extra_audiences = [{extra}]"));
    }
    block(
        code,
        "client_secret_file = \"/etc/oauth2-proxy/client-secret\"\ncookie_secret_file = \"/etc/oauth2-proxy/cookie-secret\"\nemail_domains = [\"*\"]",
    );
    // A request with a token that is not valid gets 403, not the page to sign in.
    block(code, "skip_jwt_bearer_tokens = true\nbearer_token_login_fallback = false\nreverse_proxy = true");
    code.line("trusted_proxy_ips = [\"<address of Traefik>\"]");
    section(code, TRAEFIK);
    notes(input, code);
}

/// `traefik.md`: `/oauth2/auth` answers 202 or 401.
const TRAEFIK: &str = "
# Traefik, dynamic configuration
http:
  middlewares:
    service-auth:
      forwardAuth:
        address: \"http://oauth2-proxy:4180/oauth2/auth\"
        trustForwardHeader: true";

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    code.note("These are two files: what oauth2-proxy reads, and the middleware that Traefik asks.");
    code.note("Fill in `<authorization endpoint>`, `<token endpoint>` and `<address of Traefik>`.");
    code.note("oauth2-proxy has no option for the clock leeway.");
    if expected.issuers.is_empty() {
        code.note("oauth2-proxy needs an issuer: fill in `<issuer>`.");
    } else if expected.issuers.len() > 1 {
        code.note("oauth2-proxy has one issuer; more of them, each with its audience, go into `extra_jwt_issuers`.");
    }
    if expected.audiences.is_empty() {
        code.note("oauth2-proxy always compares `aud` with the client ID: fill in `<client ID>`.");
    }
    if input.keys == KeyPlace::Secret {
        code.note("oauth2-proxy takes public keys alone: it cannot check a token that is signed with a shared secret.");
    }
    let unsaid = unsaid(expected);
    if !unsaid.is_empty() {
        code.note(format!(
            "oauth2-proxy has no option for {}: your service has to check that.",
            inspect::display::listed(&unsaid, " or ")
        ));
    }
}

fn unsaid(expected: &Expectations) -> Vec<String> {
    let mut unsaid = Vec::new();
    if !expected.types.is_empty() {
        unsaid.push("`typ`".to_owned());
    }
    unsaid.extend(expected.claims.iter().map(|demand| names_of([demand.name.as_str()])));
    if !expected.scopes.is_empty() {
        unsaid.push("scopes".to_owned());
    }
    if expected.longest_lifetime.is_some() {
        unsaid.push("the lifetime".to_owned());
    }
    unsaid
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/oauth2_proxy.txt"]);
    }
}
