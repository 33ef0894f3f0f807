//! What to change where nothing can be checked, since the token is encrypted.

use decode::Token;
use inspect::jose::issuers::KnownIssuer;
use inspect::recognise::Profile;

use super::shown;
use crate::said;

/// Auth0 encrypts two kinds of access token: "Get Access Tokens" tells of the one that is opaque, made without an audience,
/// and "JSON Web Encryption" of those of an API that has a key for it.
pub(crate) fn fix_of_encrypted(token: &Token, profile: &Profile, audiences: &[String]) -> Option<String> {
    if !token.format.is_encrypted() || profile.known_issuer() != Some(KnownIssuer::Auth0) {
        return None;
    }
    let alg = said::header_text(token, "alg")?;
    if alg.starts_with("RSA-OAEP") {
        return Some(
            "Decrypt it with the private key of your API, whose public key Auth0 has. The signed token is inside."
                .to_owned(),
        );
    }
    let is_opaque = alg == "dir" && said::header_text(token, "enc") == Some("A256GCM");
    let audience = audiences.first().filter(|text| !text.contains('<'));
    let parameter = audience.map_or("audience".to_owned(), |audience| format!("audience={audience}"));
    is_opaque.then(|| {
        format!(
            "Auth0 made it for itself, as it does if the client names no API. Let the client ask with {}: then the access token \
             is a signed JWT.",
            shown(&parameter)
        )
    })
}
