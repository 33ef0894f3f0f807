//! An ID token where an access token is expected, and the other way round; a refresh token.

use inspect::jose::kinds::TokenKind;

use super::HintInput;
use crate::ExpectationKind;

/// Claims that access tokens have and ID tokens do not: RFC 9068 section 2.2, RFC 8693 section 4.2, Entra ID and Okta.
const OF_ACCESS_TOKENS: [&str; 4] = ["client_id", "scope", "scp", "cid"];

/// Claims that ID tokens have and access tokens do not: OpenID Connect Core sections 2, 3.1.3.6 and 3.3.2.11.
const OF_ID_TOKENS: [&str; 3] = ["nonce", "at_hash", "c_hash"];

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let sentence = match input.kind {
        ExpectationKind::Audience if input.is_id_token_beside_access_token() => {
            "This is an ID token: its `aud` is the client that signed the user in. An API needs the access token."
        }
        ExpectationKind::Audience if input.profile.kind == TokenKind::RefreshToken => {
            "This is a refresh token, for its issuer alone. An API needs the access token."
        }
        ExpectationKind::Scope if input.is_id_token_beside_access_token() && input.said.is_none() => {
            "This is an ID token, which has no scopes. Send the access token."
        }
        ExpectationKind::Claim(name)
            if OF_ACCESS_TOKENS.contains(&&**name)
                && input.is_missing(name)
                && input.is_id_token_beside_access_token() =>
        {
            "This is an ID token. Send the access token."
        }
        ExpectationKind::Claim(name)
            if OF_ID_TOKENS.contains(&&**name)
                && input.is_missing(name)
                && input.profile.kind == TokenKind::OauthAccessToken =>
        {
            "This is an access token. The client checks the ID token, which has it."
        }
        _ => return None,
    };
    Some(sentence.to_owned())
}
