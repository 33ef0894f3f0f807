//! Session cookies of Auth.js and NextAuth.js: a JWE with `dir` whose key is derived from the site's secret by HKDF
//! (RFC 5869) with SHA-256.

use hkdf::Hkdf;
use sha2::Sha256;

use super::twist::Twist;

/// The names of their cookies, which Auth.js 5 takes as salt.
const COOKIES: [&str; 8] = [
    "authjs.session-token",
    "__Secure-authjs.session-token",
    "next-auth.session-token",
    "__Secure-next-auth.session-token",
    "authjs.pkce.code_verifier",
    "__Secure-authjs.pkce.code_verifier",
    "authjs.state",
    "__Secure-authjs.state",
];

/// The keys of `length` bytes that they derive from a secret. `cookie` is the name of the cookie in which the token stood.
pub(super) fn derived_keys<'a>(
    secret: &'a [u8],
    length: usize,
    cookie: Option<&'a str>,
) -> impl Iterator<Item = (Vec<u8>, Twist)> + 'a {
    let salts = move || cookie.into_iter().chain(COOKIES.into_iter().filter(move |name| cookie != Some(*name)));
    // NextAuth.js 4 encrypts with A256GCM alone, Auth.js 5 with A256CBC-HS512 or A256GCM.
    let version_4 = std::iter::once("").chain(salts()).filter(move |_| length == 32).map(|salt| {
        let info = match salt {
            "" => "NextAuth.js Generated Encryption Key".to_owned(),
            salt => format!("NextAuth.js Generated Encryption Key ({salt})"),
        };
        (salt, info, Twist::NextAuthCookie as fn(String) -> Twist)
    });
    let version_5 = salts().filter(move |_| matches!(length, 32 | 64)).map(|salt| {
        (salt, format!("Auth.js Generated Encryption Key ({salt})"), Twist::AuthJsCookie as fn(String) -> Twist)
    });
    version_4.chain(version_5).filter_map(move |(salt, info, twist)| {
        let mut key = vec![0; length];
        Hkdf::<Sha256>::new(Some(salt.as_bytes()), secret).expand(info.as_bytes(), &mut key).ok()?;
        Some((key, twist(salt.to_owned())))
    })
}

/// The name of the cookie that a token's label tells, without the number of its chunk.
pub(super) fn cookie_name(label: &str) -> Option<&str> {
    let name = label.strip_prefix("cookie ")?;
    match name.rsplit_once('.') {
        Some((name, number)) if !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()) => Some(name),
        _ => Some(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_cookie_is_without_its_chunk() {
        assert_eq!(cookie_name("cookie authjs.session-token"), Some("authjs.session-token"));
        assert_eq!(cookie_name("cookie authjs.session-token.0"), Some("authjs.session-token"));
        assert_eq!(cookie_name("cookie session"), Some("session"));
        assert_eq!(cookie_name("access_token"), None);
    }

    #[test]
    fn a_cookie_of_another_name_comes_first_and_each_name_once() {
        let salts = |cookie| -> Vec<Twist> { derived_keys(b"secret", 64, cookie).map(|(_, twist)| twist).collect() };
        assert_eq!(salts(Some("mine")).len(), COOKIES.len() + 1);
        assert_eq!(salts(Some("mine"))[0], Twist::AuthJsCookie("mine".to_owned()));
        assert_eq!(salts(Some(COOKIES[3])).len(), COOKIES.len());
        assert_eq!(derived_keys(b"secret", 48, None).count(), 0);
        assert_eq!(derived_keys(b"secret", 32, None).count(), 2 * COOKIES.len() + 1);
    }
}
