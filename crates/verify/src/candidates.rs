//! The keys that are tried: the reader's, then those in the token itself, then published ones.

use std::rc::Rc;

use decode::json::{JsonKind, Value};
use decode::{Role, Token};

use crate::key::{self, CandidateKey, KeyForm, KeyMaterial, KeyRing};
use crate::{KeyOwner, public_secrets};

/// A key, whose it is, and where it was found.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub key: Rc<CandidateKey>,
    pub owner: KeyOwner,
    /// Among the keys of that owner.
    pub index: usize,
    pub from: String,
    /// Of a published secret: where it is published.
    pub publisher: Option<&'static str>,
}

/// The reader's. Those that the token names by `kid` come first.
pub(crate) fn pasted(ring: &KeyRing, kid: Option<&str>) -> Vec<Candidate> {
    let is_named = |candidate: &Candidate| kid.is_some() && candidate.key.kid.as_deref() == kid;
    let (named, others): (Vec<Candidate>, Vec<Candidate>) = ring
        .keys
        .iter()
        .enumerate()
        .map(|(index, key)| Candidate {
            key: Rc::new(key.clone()),
            owner: KeyOwner::Pasted,
            index,
            from: key.form.name().to_owned(),
            publisher: None,
        })
        .partition(is_named);
    [named, others].concat()
}

/// What the token brings along: `jwk` and `x5c` of its header, and the claims that name the key it is signed with.
pub(crate) fn of_token(token: &Token, group: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    for header in token.headers_of(group) {
        let source = |value: &Value| header.source(value.span).into_owned();
        if let Some(jwk) = header.value().and_then(|value| value.member("jwk")) {
            found.extend(read(&source(jwk), "the token's `jwk`"));
        }
        let chain = header.value().and_then(|value| value.member("x5c")).map(|chain| &chain.kind);
        if let Some(JsonKind::Array(certificates)) = chain
            && let Some(first) = certificates.first().and_then(Value::as_str)
        {
            let pem = format!("-----BEGIN CERTIFICATE-----\n{first}\n-----END CERTIFICATE-----\n");
            found.extend(read(&pem, "the first certificate of the token's `x5c`"));
        }
    }
    if let Some(payload) = token.part(Role::Payload)
        && let Some(claims) = payload.value()
    {
        // Self-issued ID tokens, and the entity statements of OpenID Federation.
        for (name, from) in [("sub_jwk", "the token's `sub_jwk`"), ("jwks", "the token's `jwks`")] {
            let source = claims.member(name).map(|value| payload.source(value.span).into_owned());
            found.extend(source.iter().flat_map(|source| read(source, from)));
        }
    }
    numbered(found, KeyOwner::Token)
}

/// The key that the token around a key binding JWT names in `cnf`: RFC 9901 section 4.1.2.
pub(crate) fn of_confirmation(outer: &Token) -> Vec<Candidate> {
    let source = outer.part(Role::Payload).and_then(|payload| {
        let jwk = payload.value()?.member("cnf")?.member("jwk")?;
        Some(payload.source(jwk.span).into_owned())
    });
    let found = source.iter().flat_map(|source| read(source, "`cnf` of the token around it")).collect();
    numbered(found, KeyOwner::Token)
}

/// Secrets that are published, so that anyone can sign with them; also read as base64, as some libraries do.
pub(crate) fn published() -> Vec<Candidate> {
    let candidate = |(index, secret): (usize, &public_secrets::PublicSecret)| Candidate {
        key: Rc::new(secret_key(secret.text.as_bytes().to_vec())),
        owner: KeyOwner::Public,
        index,
        from: secret.publisher.to_owned(),
        publisher: Some(secret.publisher),
    };
    let read_as_base64 = |candidate: &Candidate| {
        let KeyMaterial::Secret(text) = &candidate.key.material else { return None };
        let text = std::str::from_utf8(text).ok().filter(|text| text.len() >= 16)?;
        let decoded = decode::base64url::decode(text);
        let is_base64 = decoded.faults.iter().all(|fault| fault.kind.is_soft());
        is_base64.then(|| Candidate {
            key: Rc::new(secret_key(decoded.bytes)),
            from: format!("{}, read as base64", candidate.from),
            ..candidate.clone()
        })
    };
    let plain: Vec<Candidate> = public_secrets::ALL.iter().enumerate().map(candidate).collect();
    let decoded: Vec<Candidate> = plain.iter().filter_map(read_as_base64).collect();
    [plain, decoded].concat()
}

fn secret_key(secret: Vec<u8>) -> CandidateKey {
    CandidateKey {
        material: KeyMaterial::Secret(secret),
        private: None,
        kid: None,
        alg: None,
        public_use: None,
        key_ops: Vec::new(),
        form: KeyForm::Secret,
        span: decode::Span::default(),
        not_after: None,
        remarks: Vec::new(),
    }
}

fn read(text: &str, from: &str) -> Vec<(CandidateKey, String)> {
    let is_asymmetric = |key: &CandidateKey| !matches!(key.material, KeyMaterial::Secret(_));
    key::read(text).keys.into_iter().filter(is_asymmetric).map(|key| (key, from.to_owned())).collect()
}

fn numbered(found: Vec<(CandidateKey, String)>, owner: KeyOwner) -> Vec<Candidate> {
    let candidate = |(index, (key, from))| Candidate { key: Rc::new(key), owner, index, from, publisher: None };
    found.into_iter().enumerate().map(candidate).collect()
}
