//! What a token brings along beside its claims: keys and certificates, wherever they stand.

use decode::json::Value;
use decode::{Part, Role, Token};

use super::certificate::{self, Chain};
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
    }
    keys
}

pub fn chains(token: &Token) -> Vec<EnclosedChain> {
    let mut chains = Vec::new();
    for (part, value) in values(token).filter(|(part, _)| token.parts.get(*part).is_some_and(is_header)) {
        for object in [Some(value), value.member("jwk")].into_iter().flatten() {
            chains.extend(certificate::chain(object).map(|chain| EnclosedChain { part, chain }));
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
    fn finds_certificates_in_headers_alone() {
        let header = r#"{"alg":"RS256","x5t":"AAAA","jwk":{"kty":"RSA","x5c":[]}}"#;
        let chains = chains(&token_from(header, r#"{"x5c":[]}"#));
        assert_eq!(chains.iter().map(|chain| chain.part).collect::<Vec<_>>(), [0, 0]);
    }
}
