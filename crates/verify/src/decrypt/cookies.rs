//! Session cookies of Auth.js and NextAuth.js: a JWE with `dir` whose key is derived from the site's secret by HKDF
//! (RFC 5869) with SHA-256.

use decode::Token;
use decode::display::quoted;
use decode::json::Value;
use hkdf::Hkdf;
use sha2::Sha256;

use super::twist::Twist;

/// In the order of how often they are seen. Of the names of cookies, Auth.js 5 has all with `authjs` and NextAuth.js 4 with
/// `next-auth`; a site over HTTPS has them with the prefix.
const NAMES: [&str; 4] = ["session-token", "pkce.code_verifier", "state", "nonce"];
const PRODUCTS: [&str; 2] = ["authjs", "next-auth"];
const PREFIXES: [&str; 2] = ["", "__Secure-"];

/// What Auth.js 5 takes as salt where a token stands in no cookie of its own.
const OTHER_SALTS: [&str; 2] = ["encodedState", "encodedWebauthnChallenge"];

/// The salts that are tried: the names of the cookies, that of the token's own first, and the others.
fn salts(cookie: Option<&str>) -> Vec<String> {
    let mut salts: Vec<String> = cookie.into_iter().map(str::to_owned).collect();
    let names = NAMES.iter().flat_map(|name| PRODUCTS.map(|product| format!("{product}.{name}")));
    let cookies = names.flat_map(|name| PREFIXES.map(|prefix| format!("{prefix}{name}")));
    salts.extend(cookies.chain(OTHER_SALTS.map(str::to_owned)).filter(|salt| cookie != Some(salt)));
    salts
}

/// Whether a cookie of this name is one of theirs.
pub(super) fn is_theirs(cookie: &str) -> bool {
    let name = cookie.strip_prefix("__Secure-").or(cookie.strip_prefix("__Host-")).unwrap_or(cookie);
    PRODUCTS.iter().any(|product| name.strip_prefix(product).is_some_and(|rest| rest.starts_with('.')))
}

/// What to paste for a session of theirs: one in a cookie that they name, or one whose header is what they write.
pub(crate) fn site_secret_wanted(token: &Token) -> Option<String> {
    const SECRET: &str = "comes from the secret of the site, which is in `NEXTAUTH_SECRET` or `AUTH_SECRET` there: paste that secret as the key.";
    if !token.format.is_encrypted() {
        return None;
    }
    if let Some(cookie) = cookie_name(&token.label).filter(|cookie| is_theirs(cookie)) {
        return Some(format!("The cookie {} is one of NextAuth.js or Auth.js: its key {SECRET}", quoted(cookie, 60)));
    }
    let text = |name| token.parameter(name).and_then(Value::as_str);
    let enc = text("enc").filter(|enc| matches!(*enc, "A256GCM" | "A256CBC-HS512"))?;
    let is_theirs = text("alg") == Some("dir")
        && token.header()?.members().iter().all(|member| matches!(&*member.name.text, "alg" | "enc" | "kid"));
    is_theirs.then(|| {
        format!("NextAuth.js and Auth.js encrypt their sessions in this way (`dir` with {enc}). If this is one, its key {SECRET}")
    })
}

/// The keys of `length` bytes that they derive from a secret. `cookie` is the name of the cookie in which the token stood.
pub(super) fn derived_keys(secret: &[u8], length: usize, cookie: Option<&str>) -> Vec<(Vec<u8>, Twist)> {
    let salts = salts(cookie);
    let mut derivations = Vec::new();
    // NextAuth.js 4 encrypts with A256GCM alone, Auth.js 5 with A256CBC-HS512 or A256GCM.
    if length == 32 {
        derivations.push((String::new(), NEXT_AUTH.to_owned(), Twist::NextAuthCookie as fn(String) -> Twist));
        let salted =
            salts.iter().map(|salt| (salt.clone(), format!("{NEXT_AUTH} ({salt})"), Twist::NextAuthCookie as _));
        derivations.extend(salted);
    }
    if matches!(length, 32 | 64) {
        derivations
            .extend(salts.iter().map(|salt| (salt.clone(), format!("{AUTH_JS} ({salt})"), Twist::AuthJsCookie as _)));
    }
    let keys = derivations.into_iter().filter_map(|(salt, info, twist)| {
        let mut key = vec![0; length];
        Hkdf::<Sha256>::new(Some(salt.as_bytes()), secret).expand(info.as_bytes(), &mut key).ok()?;
        Some((key, twist(salt)))
    });
    keys.collect()
}

/// What HKDF is told that the key is for, before the salt in brackets.
const NEXT_AUTH: &str = "NextAuth.js Generated Encryption Key";
const AUTH_JS: &str = "Auth.js Generated Encryption Key";

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
        let twists = |cookie| -> Vec<Twist> {
            derived_keys(b"secret", 64, cookie).into_iter().map(|(_, twist)| twist).collect()
        };
        assert_eq!(twists(Some("mine")).len(), 19);
        assert_eq!(twists(Some("mine"))[0], Twist::AuthJsCookie("mine".to_owned()));
        assert_eq!(twists(None)[0], Twist::AuthJsCookie("authjs.session-token".to_owned()));
        assert_eq!(twists(Some("__Secure-authjs.state")).len(), 18);
        assert_eq!(derived_keys(b"secret", 48, None), []);
        assert_eq!(derived_keys(b"secret", 32, None).len(), 2 * 18 + 1);
    }

    #[test]
    fn their_cookies_are_known_by_name() {
        for name in ["authjs.session-token", "__Secure-next-auth.session-token", "__Host-authjs.csrf-token"] {
            assert!(is_theirs(name), "{name}");
        }
        for name in ["session", "authjs", "my-next-auth.session-token", "next-authentic.x"] {
            assert!(!is_theirs(name), "{name}");
        }
    }
}
