//! What a token brings along beside its claims: keys and certificates, wherever they stand.

use decode::json::Value;
use decode::{Part, Role, Token};

use super::certificate::{self, Chain, InPlaceOfAddress, PublicKey};
use super::key::{self, Key};

/// A key that stands in a part.
#[derive(Debug, Clone, PartialEq)]
pub struct EnclosedKey {
    /// An index into [`Token::parts`].
    pub part: usize,
    /// RFC 6901, from the part's value: `/jwk`, `/cnf/jwk`, `/jwks/keys/0`.
    pub pointer: String,
    pub key: Key,
}

/// A chain of certificates, or thumbprints of one, in a header or beside a key in it.
#[derive(Debug, Clone, PartialEq)]
pub struct EnclosedChain {
    /// An index into [`Token::parts`].
    pub part: usize,
    pub chain: Chain,
}

pub fn keys(token: &Token) -> Vec<EnclosedKey> {
    let mut keys = Vec::new();
    for (part, value) in values(token) {
        keys.extend(key::all_in(value).into_iter().map(|(pointer, key)| EnclosedKey { part, pointer, key }));
        if token.parts.get(part).is_some_and(is_header) {
            keys.extend(addresses(value).filter_map(|(name, value)| {
                Some(EnclosedKey { part, pointer: format!("/{name}"), key: key_for_address(value)? })
            }));
        }
    }
    keys
}

/// The header parameters that name the address of a key.
fn addresses(header: &Value) -> impl Iterator<Item = (&'static str, &Value)> {
    ["jku", "x5u"].into_iter().filter_map(|name| Some((name, header.member(name)?)))
}

/// A key that stands where its address should: in base64, or as a JWK.
fn key_for_address(value: &Value) -> Option<Key> {
    match certificate::in_place_of_address(value) {
        Some(InPlaceOfAddress::Key(PublicKey { kind, bits })) => Some(Key::of_kind(value.span, kind, bits)),
        Some(InPlaceOfAddress::Chain(_)) => None,
        None => key::read(value),
    }
}

pub fn chains(token: &Token) -> Vec<EnclosedChain> {
    let mut chains = Vec::new();
    for (part, value) in values(token).filter(|(part, _)| token.parts.get(*part).is_some_and(is_header)) {
        for object in [Some(value), value.member("jwk")].into_iter().flatten() {
            chains.extend(certificate::chain(object).map(|chain| EnclosedChain { part, chain }));
        }
        for (_, value) in addresses(value) {
            if let Some(InPlaceOfAddress::Chain(chain)) = certificate::in_place_of_address(value) {
                chains.push(EnclosedChain { part, chain });
            }
        }
    }
    chains
}

fn is_header(part: &Part) -> bool {
    part.role.is_header()
}

/// The parts that can hold keys, with their positions and values.
fn values(token: &Token) -> impl Iterator<Item = (usize, &Value)> {
    let parts = token.parts.iter().enumerate().filter(|(_, part)| is_header(part) || part.role == Role::Payload);
    parts.filter_map(|(position, part)| Some((position, part.value()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_from;

    #[test]
    fn finds_keys_in_headers_and_claims() {
        let key = r#"{"kty":"oct","k":"AAAA"}"#;
        let header = format!("{{\"alg\":\"HS256\",\"jwk\":{key}}}");
        let payload = format!("{{\"cnf\":{{\"jwk\":{key}}},\"jwks\":{{\"keys\":[{key}]}}}}");
        let keys = keys(&token_from(&header, &payload));
        let places: Vec<_> = keys.iter().map(|key| (key.part, &*key.pointer)).collect();
        assert_eq!(places, [(0, "/jwk"), (1, "/cnf/jwk"), (1, "/jwks/keys/0")]);
    }

    #[test]
    fn finds_keys_that_stand_where_addresses_should() {
        let p384 = "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEqjEIgup6RHgq/5x1AtIZYKdt88Z1DkdxE4yMVWdFBxYH4geIbsbvBD3RfiPaM4NeqQm/pGsJ/F4POm8hPrRCpbnJ24eLPQ6+q3HGP5KXlLQiP7EGzxhi/iuISWmjetSI";
        let p256 = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEdtM5bVizjYch9GgtQQTlhkDu8hFU9N8azmV7uXIcdcwNlBQCiV5TETiuWPZef7y0S0BDFA+gQOxN3FTca/4Mlg==";
        let ed25519 = "MCowBQYDK2VwAyEAUQrtFS5DuugkiOXNW0pZoGJJLQwvQVj/2p96eSTwy4c=";
        let pem = format!("-----BEGIN PUBLIC KEY-----\\n{ed25519}\\n-----END PUBLIC KEY-----");
        let url_safe = p384.replace('+', "-").replace('/', "_");
        for (value, kind, bits) in [
            (p384, "elliptic-curve key on P-384", Some(384)),
            (&url_safe, "elliptic-curve key on P-384", Some(384)),
            (p256, "elliptic-curve key on P-256", Some(256)),
            (ed25519, "elliptic-curve key on Ed25519", None),
            (&pem, "elliptic-curve key on Ed25519", None),
        ] {
            for name in ["x5u", "jku"] {
                let token = token_from(&format!(r#"{{"alg":"ES384","{name}":"{value}"}}"#), "{}");
                let found = keys(&token);
                let [EnclosedKey { part: 0, pointer, key }] = found.as_slice() else { panic!("{found:?}") };
                assert_eq!((pointer.as_str(), key.kind.as_str()), (&*format!("/{name}"), kind));
                assert!(bits.is_none() || key.bits == bits, "{key:?}");
                assert_eq!(chains(&token), []);
            }
        }
        let jwk = r#"{"alg":"ES256","x5u":{"kty":"oct","k":"AAAA"}}"#;
        assert_eq!(keys(&token_from(jwk, "{}")).len(), 1);
        for value in ["https://issuer.example/certificate", "MHYwEAYHKoZI", "keys.json", "AAAA", ""] {
            let token = token_from(&format!(r#"{{"alg":"ES384","x5u":"{value}"}}"#), r#"{"x5u":"MCow"}"#);
            assert_eq!((keys(&token), chains(&token)), (vec![], vec![]), "{value}");
        }
    }

    #[test]
    fn finds_a_certificate_that_stands_where_a_list_or_an_address_should() {
        let certificate = "MIIBNzCB6qADAgECAgEBMAUGAytlcDAaMRgwFgYDVQQDDA9lZDI1NTE5LmV4YW1wbGUwIBcNMjYxMTI0MjE0MjA2WhgPMjA4MTA4MjcyMTQyMDZaMBoxGDAWBgNVBAMMD2VkMjU1MTkuZXhhbXBsZTAqMAUGAytlcAMhAJgHwAxmQpArXpdMs5zRze6o/CFhRQ5zVZw0ndbzi6I1o1MwUTAdBgNVHQ4EFgQU/qhXi9ExuSKet1Z9fpIUwJrxF54wHwYDVR0jBBgwFoAU/qhXi9ExuSKet1Z9fpIUwJrxF54wDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQB1HhpNleZT6K28JtnbCjb7x9TendiWIq1eGuDcY/Jq8MJH5Z1g/L1c4BBd2Qfffb21ohx6QKdeQwNn1pWkH0wN";
        let subject = |header: String| {
            let chains = chains(&token_from(&header, "{}"));
            let subjects: Vec<_> =
                chains.iter().flat_map(|found| &found.chain.certificates).map(|it| it.subject.clone()).collect();
            (subjects, chains.iter().flat_map(|found| &found.chain.problems).map(|it| it.id).collect::<Vec<_>>())
        };
        let expected = vec![Some("CN=ed25519.example".to_owned())];
        let single = subject(format!(r#"{{"alg":"EdDSA","x5c":"{certificate}"}}"#));
        assert_eq!(single, (expected.clone(), vec!["x5c-no-array"]));
        assert_eq!(subject(format!(r#"{{"alg":"EdDSA","x5c":["{certificate}"]}}"#)), (expected.clone(), vec![]));
        assert_eq!(subject(format!(r#"{{"alg":"EdDSA","x5u":"{certificate}"}}"#)), (expected, vec![]));
        for value in ["MIIB", "hello", ""] {
            assert_eq!(subject(format!(r#"{{"alg":"EdDSA","x5c":"{value}"}}"#)), (vec![], vec!["x5c-no-array"]));
        }
    }

    #[test]
    fn finds_certificates_in_headers_alone() {
        let header = r#"{"alg":"RS256","x5t":"AAAA","jwk":{"kty":"RSA","x5c":[]}}"#;
        let chains = chains(&token_from(header, r#"{"x5c":[]}"#));
        assert_eq!(chains.iter().map(|chain| chain.part).collect::<Vec<_>>(), [0, 0]);
    }
}
