//! Tokens by their kind, whoever issues them: OpenID Connect Core 1.0 and RFC 9068.

use decode::Token;
use inspect::jose::kinds::TokenKind;
use inspect::recognise;

use super::ServiceProfile;
use super::filled::{SIGNATURES, algorithm, open_audience, required, signed};
use crate::{Expectations, said};

pub(super) const ID_TOKEN: ServiceProfile = ServiceProfile {
    id: "oidc-id-token",
    name: "OpenID Connect ID token",
    reference: "https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation",
    note: "Fill in the client ID: an ID token is for the client that signed the user in, not for an API. If the client \
           sent a `nonce`, it must check that too.",
    expectations: |token| Expectations {
        claims: ["sub", "exp", "iat"].map(required).into(),
        ..signed(https_issuer(token), client_id(token), algorithm(token, SIGNATURES))
    },
};

/// Section 2.2 requires the claims, section 2.1 any signature, and section 4 the type, with or without `application/`.
pub(super) const ACCESS_TOKEN: ServiceProfile = ServiceProfile {
    id: "rfc-9068",
    name: "OAuth access token (RFC 9068)",
    reference: "https://www.rfc-editor.org/rfc/rfc9068.html#section-4",
    note: "Fill in the identifier of your API. Many issuers do not follow this RFC and leave the type `JWT`, or leave \
           out `client_id` or `jti`: then take those lines out.",
    expectations: |token| Expectations {
        types: vec!["at+jwt".to_owned()],
        claims: ["sub", "client_id", "exp", "iat", "jti"].map(required).into(),
        ..signed(https_issuer(token), open_audience(token, "API"), algorithm(token, SIGNATURES))
    },
};

/// The audience of an ID token is a client ID, which some issuers let be an address. Of another token it tells nothing.
fn client_id(token: &Token) -> Vec<String> {
    match recognise::profile(token).kind {
        TokenKind::OidcIdToken => open_audience(token, "client ID"),
        _ => vec!["<client ID>".to_owned()],
    }
}

/// OpenID Connect Core section 2 wants an address with `https`, and so does RFC 8414 section 2, whose issuer RFC 9068
/// section 4 compares with.
fn https_issuer(token: &Token) -> Vec<String> {
    let said = said::text_claim(token, "iss").filter(|iss| iss.starts_with("https://"));
    vec![said.unwrap_or("https://<issuer>").to_owned()]
}
