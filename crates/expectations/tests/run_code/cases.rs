//! Tokens and what is expected of them: each expectation met and not met.

use expectations::{Expectations, KnownSignature, json};

use crate::SECRET;
use crate::tokens::{hs256, of_rfc, with_times};

pub struct LibraryCase {
    pub name: &'static str,
    /// As JSON.
    pub expectations: &'static str,
    token: SignedToken,
}

enum SignedToken {
    /// With the secret that the service has.
    Hs256 { header: &'static str, claims: &'static str },
    /// With another one.
    ByStranger { claims: &'static str },
    /// The public key, as its file has it, was taken for a secret.
    WithPublicKey { claims: &'static str },
    /// `alg` is `none`.
    Unsigned { claims: &'static str },
    /// Of RFC 7515, A.2 or A.3. Both expired in 2011.
    Rfc { id: &'static str },
    /// The same, with the signature changed.
    RfcDamaged { id: &'static str },
}

use SignedToken::*;

const RS256: &str = "rfc7515-a2-rs256";
const ES256: &str = "rfc7515-a3-es256";
const RSA_KEY: &str = include_str!("../../../../tests/data/keys/rsa.spki.pem");
const P256_KEY: &str = include_str!("../../../../tests/data/keys/p256.spki.pem");

impl LibraryCase {
    pub fn expectations(&self) -> Expectations {
        json::read(self.expectations).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    pub fn token(&self, now: i64) -> String {
        let jwt = r#"{"alg":"HS256","typ":"JWT"}"#;
        match self.token {
            Hs256 { header, claims } => hs256(header, &with_times(claims, now), SECRET.as_bytes()),
            ByStranger { claims } => hs256(jwt, &with_times(claims, now), b"the secret of somebody else, long"),
            WithPublicKey { claims } => hs256(jwt, &with_times(claims, now), RSA_KEY.as_bytes()),
            Unsigned { claims } => {
                let [header, claims] = [r#"{"alg":"none"}"#, &with_times(claims, now)].map(test_tokens::encode);
                format!("{header}.{claims}.")
            }
            Rfc { id } => of_rfc(id),
            RfcDamaged { id } => {
                let token = of_rfc(id);
                let (signed, signature) = token.rsplit_once('.').expect("a signature");
                let turned: String = signature.chars().rev().collect();
                format!("{signed}.{turned}")
            }
        }
    }

    pub fn signature(&self) -> KnownSignature {
        match self.token {
            Hs256 { .. } | Rfc { .. } => KnownSignature::FitsPastedKey,
            ByStranger { .. } | WithPublicKey { .. } | RfcDamaged { .. } => KnownSignature::DoesNotFit,
            Unsigned { .. } => KnownSignature::Unsigned,
        }
    }

    pub fn public_key(&self) -> &'static str {
        match self.token {
            Rfc { id: ES256 } | RfcDamaged { id: ES256 } => P256_KEY,
            _ => RSA_KEY,
        }
    }
}

const fn case(name: &'static str, expectations: &'static str, token: SignedToken) -> LibraryCase {
    LibraryCase { name, expectations, token }
}

/// With the usual header.
const fn jwt(name: &'static str, expectations: &'static str, claims: &'static str) -> LibraryCase {
    typed(name, expectations, r#"{"alg":"HS256","typ":"JWT"}"#, claims)
}

const fn typed(
    name: &'static str,
    expectations: &'static str,
    header: &'static str,
    claims: &'static str,
) -> LibraryCase {
    case(name, expectations, Hs256 { header, claims })
}

const AT_JWT: &str = r#"{"alg":"HS256","typ":"at+jwt"}"#;
const SIGNED: &str = r#"{"algorithms":["HS256"],"signature":true}"#;

pub fn cases() -> Vec<LibraryCase> {
    [addressed(), of_header(), of_times(), of_claims(), of_signatures()].into_iter().flatten().collect()
}

fn addressed() -> Vec<LibraryCase> {
    vec![
        jwt("nothing expected", "{}", r#"{"sub":"1"}"#),
        jwt("nothing expected, all said", "{}", r#"{"iss":"a","aud":"b","sub":"1","jti":"2","exp":NOW+600}"#),
        jwt("issuer", r#"{"issuer":"https://a.example"}"#, r#"{"iss":"https://a.example"}"#),
        jwt("issuer: a slash more", r#"{"issuer":"https://a.example"}"#, r#"{"iss":"https://a.example/"}"#),
        jwt("issuer: missing", r#"{"issuer":"a"}"#, r#"{"sub":"1"}"#),
        jwt("one of two issuers", r#"{"issuer":["a","b"]}"#, r#"{"iss":"b"}"#),
        jwt("none of two issuers", r#"{"issuer":["a","b"]}"#, r#"{"iss":"c"}"#),
        jwt("audience", r#"{"audience":"orders"}"#, r#"{"aud":"orders"}"#),
        jwt("audience: another", r#"{"audience":"orders"}"#, r#"{"aud":"api://orders"}"#),
        jwt("audience: missing", r#"{"audience":"orders"}"#, r#"{"azp":"orders"}"#),
        jwt("audience: an array", r#"{"audience":"orders"}"#, r#"{"aud":["users","orders"]}"#),
        jwt("audience: an array without it", r#"{"audience":"orders"}"#, r#"{"aud":["users","api"]}"#),
        jwt("audience: an empty array", r#"{"audience":"orders"}"#, r#"{"aud":[]}"#),
        jwt("one of two audiences", r#"{"audience":["orders","api"]}"#, r#"{"aud":"api"}"#),
        jwt("a pattern is a text", r#"{"audience":"/.*/"}"#, r#"{"aud":"orders"}"#),
        jwt("the last of two", r#"{"audience":"b"}"#, r#"{"aud":"a","aud":"b"}"#),
        jwt("issuer: empty", r#"{"issuer":""}"#, r#"{"iss":"a"}"#),
        jwt("audience: empty", r#"{"audience":""}"#, r#"{"aud":"a"}"#),
        jwt("quotes in a text", r#"{"issuer":"a\"b\\c\n${d}#{e}'"}"#, r#"{"iss":"a\"b\\c\n${d}#{e}'"}"#),
        jwt("letters of the world", r#"{"issuer":"é😀\u2028"}"#, r#"{"iss":"é😀\u2028"}"#),
    ]
}

fn of_header() -> Vec<LibraryCase> {
    vec![
        jwt("algorithm", r#"{"algorithms":["HS256"]}"#, r#"{"sub":"1"}"#),
        jwt("algorithm: another", r#"{"algorithms":["HS512"]}"#, r#"{"sub":"1"}"#),
        jwt("one of two algorithms", r#"{"algorithms":["HS512","HS256"]}"#, r#"{"sub":"1"}"#),
        typed("type", r#"{"type":"at+jwt"}"#, AT_JWT, r#"{"sub":"1"}"#),
        typed("type: in full", r#"{"type":"application/at+jwt"}"#, AT_JWT, r#"{"sub":"1"}"#),
        typed("type: in capitals", r#"{"type":"at+jwt"}"#, r#"{"alg":"HS256","typ":"AT+JWT"}"#, r#"{"sub":"1"}"#),
        jwt("type: another", r#"{"type":"at+jwt"}"#, r#"{"sub":"1"}"#),
        typed("type: missing", r#"{"type":"JWT"}"#, r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#),
        jwt("one of two types", r#"{"type":["at+jwt","JWT"]}"#, r#"{"sub":"1"}"#),
        typed("none of two types", r#"{"type":["at+jwt","JWT"]}"#, r#"{"alg":"HS256","typ":"dpop+jwt"}"#, "{}"),
    ]
}

fn of_times() -> Vec<LibraryCase> {
    let hour = r#"{"longestLifetime":3600}"#;
    vec![
        jwt("not expired", "{}", r#"{"exp":NOW+600}"#),
        jwt("expired", "{}", r#"{"exp":NOW-600}"#),
        jwt("expired just now, with no leeway", "{}", r#"{"exp":NOW-5}"#),
        jwt("expired within the leeway", r#"{"leeway":60}"#, r#"{"exp":NOW-30}"#),
        jwt("expired before the leeway", r#"{"leeway":60}"#, r#"{"exp":NOW-90}"#),
        jwt("valid already", "{}", r#"{"nbf":NOW-60}"#),
        jwt("not valid yet", "{}", r#"{"nbf":NOW+600}"#),
        jwt("not valid yet, but within the leeway", r#"{"leeway":600}"#, r#"{"nbf":NOW+300}"#),
        jwt("exp is a text", "{}", r#"{"exp":"tomorrow"}"#),
        jwt("exp is null", "{}", r#"{"exp":null}"#),
        jwt("nbf is a text", "{}", r#"{"nbf":"today"}"#),
        jwt("lifetime", hour, r#"{"iat":NOW-60,"exp":NOW+3540}"#),
        jwt("lifetime: too long", hour, r#"{"iat":NOW-60,"exp":NOW+3541}"#),
        jwt("lifetime: without an end", hour, r#"{"iat":NOW-60}"#),
        jwt("lifetime: from nbf", hour, r#"{"nbf":NOW-60,"exp":NOW+7200}"#),
    ]
}

fn of_claims() -> Vec<LibraryCase> {
    let orders = r#"{"scopes":["Orders.Read"]}"#;
    vec![
        jwt("required", r#"{"required":["sub","exp","jti"]}"#, r#"{"sub":"1","jti":"2","exp":NOW+600}"#),
        jwt("required: missing", r#"{"required":["sub","exp","jti"]}"#, r#"{"sub":"1","exp":NOW+600}"#),
        jwt("required: no exp", r#"{"required":["exp"]}"#, r#"{"sub":"1"}"#),
        jwt("required: of a prototype", r#"{"required":["toString"]}"#, r#"{"sub":"1"}"#),
        jwt("required: the prototype", r#"{"required":["__proto__"]}"#, r#"{"sub":"1"}"#),
        jwt("required: null", r#"{"required":["act"]}"#, r#"{"act":null}"#),
        jwt("no object", "{}", r#"["sub"]"#),
        jwt("sub: empty", r#"{"claims":{"sub":""}}"#, r#"{"sub":"1"}"#),
        jwt("sub", r#"{"claims":{"sub":"1"}}"#, r#"{"sub":"1"}"#),
        jwt("sub: another", r#"{"claims":{"sub":"1"}}"#, r#"{"sub":"2"}"#),
        jwt("sub: missing", r#"{"claims":{"sub":"1"}}"#, r#"{"jti":"2"}"#),
        jwt("jti and nonce", r#"{"claims":{"jti":"1","nonce":"n"}}"#, r#"{"jti":"1","nonce":"n"}"#),
        jwt("nonce: another", r#"{"claims":{"jti":"1","nonce":"n"}}"#, r#"{"jti":"1","nonce":"m"}"#),
        jwt("tid", r#"{"claims":{"tid":"t"}}"#, r#"{"tid":"t"}"#),
        jwt("tid: another", r#"{"claims":{"tid":"t"}}"#, r#"{"tid":"T"}"#),
        jwt("tid: missing", r#"{"claims":{"tid":"t"}}"#, r#"{"sub":"t"}"#),
        jwt("listed", r#"{"claims":{"roles":"admin"}}"#, r#"{"roles":["user","admin"]}"#),
        jwt("not listed", r#"{"claims":{"roles":"admin"}}"#, r#"{"roles":["user"]}"#),
        jwt("a boolean", r#"{"claims":{"email_verified":true}}"#, r#"{"email_verified":true}"#),
        jwt("a boolean as a text", r#"{"claims":{"email_verified":true}}"#, r#"{"email_verified":"true"}"#),
        jwt("false", r#"{"claims":{"is_admin":false}}"#, r#"{"is_admin":false}"#),
        jwt("false: nought", r#"{"claims":{"is_admin":false}}"#, r#"{"is_admin":0}"#),
        jwt("a number", r#"{"claims":{"level":2}}"#, r#"{"level":2.0}"#),
        jwt("a number: another", r#"{"claims":{"level":2}}"#, r#"{"level":3}"#),
        jwt("a number: true", r#"{"claims":{"level":1}}"#, r#"{"level":true}"#),
        jwt("null", r#"{"claims":{"act":null}}"#, r#"{"act":null}"#),
        jwt("null: missing", r#"{"claims":{"act":null}}"#, r#"{"sub":"1"}"#),
        jwt("scope", orders, r#"{"scope":"openid Orders.Read"}"#),
        jwt("scope: an array", orders, r#"{"scp":["openid","Orders.Read"]}"#),
        jwt("scope: a part of a word", orders, r#"{"scope":"Orders.ReadWrite"}"#),
        jwt("scope: missing", orders, r#"{"roles":["Orders.Read"]}"#),
        jwt("scope: a space of another kind", orders, r#"{"scope":"Orders.Read\u00a0x"}"#),
        jwt("two scopes", r#"{"scopes":["a","b"]}"#, r#"{"scope":"a","scp":"b"}"#),
        jwt("one scope of two", r#"{"scopes":["a","b"]}"#, r#"{"scope":"a"}"#),
    ]
}

fn of_signatures() -> Vec<LibraryCase> {
    // Both tokens of RFC 7515 expired on 2011-03-22: the leeway is fifty years.
    let lenient = r#"{"issuer":"joe","algorithms":["RS256","ES256"],"leeway":1576800000,"signature":true}"#;
    let other = r#"{"issuer":"jane","algorithms":["RS256"],"leeway":1576800000,"signature":true}"#;
    vec![
        jwt("signature", SIGNED, r#"{"exp":NOW+600}"#),
        case("signature: of a stranger", SIGNED, ByStranger { claims: r#"{"exp":NOW+600}"# }),
        case("signature: none", SIGNED, Unsigned { claims: r#"{"exp":NOW+600}"# }),
        case(
            "signature: the public key as a secret",
            r#"{"algorithms":["RS256"],"signature":true}"#,
            WithPublicKey { claims: r#"{"exp":NOW+600}"# },
        ),
        case("RS256", lenient, Rfc { id: RS256 }),
        case("RS256: another issuer", other, Rfc { id: RS256 }),
        case("RS256: damaged", lenient, RfcDamaged { id: RS256 }),
        case("RS256: expired", r#"{"algorithms":["RS256"],"signature":true}"#, Rfc { id: RS256 }),
        case("ES256", lenient, Rfc { id: ES256 }),
        case("ES256: damaged", lenient, RfcDamaged { id: ES256 }),
        case("ES256: only RS256 expected", other, Rfc { id: ES256 }),
    ]
}
