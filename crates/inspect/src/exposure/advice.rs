//! How to keep this token: what is known of its issuer or kind, where a copy of it can be used.

use super::claims::Claims;
use crate::jose::keeping::{self, Keeping};
use crate::jose::kinds::TokenKind;
use crate::jose::possession::Possession;
use crate::recognise::Profile;
use decode::json::Value;

/// The cookie that RFC 10017 asks of a backend. `__Host-` makes browsers insist on `Secure`
/// and `Path=/`, and refuse a `Domain`: RFC 6265bis section 4.1.3.2.
pub(super) const HEADER_LINE: &str =
    "Set-Cookie: __Host-session=RANDOM_SESSION_ID; Path=/; Secure; HttpOnly; SameSite=Strict";

/// None for a token that nobody can misuse by holding a copy.
pub(super) fn of(profile: &Profile, claims: &Claims) -> Option<&'static Keeping> {
    match profile.possession() {
        Possession::Bearer(_) if profile.kind == TokenKind::Jwt && !is_of_session(claims) => {
            Some(&keeping::UNKNOWN_CLAIMS)
        }
        Possession::Bearer(keeping) => Some(keeping),
        Possession::NotBearer | Possession::Published | Possession::Unprotected => None,
    }
}

/// Whether the claims tell for a while who somebody is. In tokens that a caller signs for itself, `iss` begins with
/// `sub`.
fn is_of_session(claims: &Claims) -> bool {
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    let is_own = text("sub").zip(text("iss")).is_some_and(|(sub, iss)| iss.starts_with(sub));
    let has = |name: &str| claims.get(name).is_some();
    has("exp") && ["sub", "user_id", "userId", "uid"].into_iter().any(has) && !is_own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_line_has_what_the_prefix_asks_for_and_no_value() {
        let attributes: Vec<&str> = HEADER_LINE.split("; ").collect();
        assert_eq!(attributes[0], "Set-Cookie: __Host-session=RANDOM_SESSION_ID");
        assert!(["Path=/", "Secure", "HttpOnly", "SameSite=Strict"].iter().all(|part| attributes.contains(part)));
        assert!(!HEADER_LINE.contains("Domain"));
    }
}
