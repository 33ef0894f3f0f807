//! Reads keys from JWK and JWKS, and everything else as a secret.

use decode::Span;
use decode::json::{self, JsonKind, Value};

use super::{CandidateKey, EcCurve, KeyForm, KeyMaterial, KeyRing, MlDsaParameters, OkpCurve};

pub fn read(text: &str) -> KeyRing {
    let document = json::read(text.as_bytes());
    let keys = match document.value.as_ref() {
        Some(value) if value.member("kty").is_some() => jwk(value, KeyForm::Jwk).into_iter().collect(),
        Some(value) => match value.member("keys").map(|keys| &keys.kind) {
            Some(JsonKind::Array(keys)) => keys.iter().filter_map(|value| jwk(value, KeyForm::Jwks)).collect(),
            _ => Vec::new(),
        },
        None if text.is_empty() || text.starts_with("-----") => Vec::new(),
        None => vec![key(KeyMaterial::Secret(text.as_bytes().to_vec()), KeyForm::Secret, Span::new(0, text.len()))],
    };
    KeyRing { keys, remarks: Vec::new() }
}

fn key(material: KeyMaterial, form: KeyForm, span: Span) -> CandidateKey {
    CandidateKey {
        material,
        private: None,
        kid: None,
        alg: None,
        public_use: None,
        key_ops: Vec::new(),
        form,
        span,
        not_after: None,
        remarks: Vec::new(),
    }
}

fn jwk(value: &Value, form: KeyForm) -> Option<CandidateKey> {
    let text = |name: &str| value.member(name).and_then(Value::as_str);
    let bytes = |name: &str| Some(decode::base64url::decode(text(name)?).bytes);
    let material = match (text("kty")?, text("crv").or(text("alg"))) {
        ("oct", _) => KeyMaterial::Secret(bytes("k")?),
        ("RSA", _) => KeyMaterial::Rsa { modulus: bytes("n")?, exponent: bytes("e")? },
        ("EC", Some(name)) => {
            let all = [EcCurve::P256, EcCurve::P384, EcCurve::P521, EcCurve::Secp256k1];
            let curve = all.into_iter().find(|curve| curve.name() == name)?;
            KeyMaterial::Ec { curve, x: bytes("x")?, y: bytes("y")? }
        }
        ("OKP", Some("Ed25519")) => KeyMaterial::Okp { curve: OkpCurve::Ed25519, x: bytes("x")? },
        ("OKP", Some("Ed448")) => KeyMaterial::Okp { curve: OkpCurve::Ed448, x: bytes("x")? },
        ("AKP", Some("ML-DSA-44")) => {
            KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa44, public: bytes("pub")? }
        }
        ("AKP", Some("ML-DSA-65")) => {
            KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa65, public: bytes("pub")? }
        }
        ("AKP", Some("ML-DSA-87")) => {
            KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa87, public: bytes("pub")? }
        }
        _ => return None,
    };
    let mut key = key(material, form, value.span);
    key.kid = text("kid").map(str::to_owned);
    key.alg = text("alg").map(str::to_owned);
    key.public_use = text("use").map(str::to_owned);
    if let Some(JsonKind::Array(operations)) = value.member("key_ops").map(|operations| &operations.kind) {
        key.key_ops = operations.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    }
    Some(key)
}

/// "RSA 2048", "EC P-256", "Ed25519", "secret of 32 bytes".
pub fn describe(key: &CandidateKey) -> String {
    match &key.material {
        KeyMaterial::Secret(secret) => format!("secret of {} bytes", secret.len()),
        KeyMaterial::Rsa { modulus, .. } => format!("RSA {}", modulus.len() * 8),
        KeyMaterial::Ec { curve, .. } => format!("EC {}", curve.name()),
        KeyMaterial::Okp { curve, .. } => format!("{curve:?}"),
        KeyMaterial::MlDsa { parameters, .. } => format!("{parameters:?}"),
    }
}

impl EcCurve {
    pub fn name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Secp256k1 => "secp256k1",
        }
    }

    pub fn coordinate_length(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

impl KeyForm {
    pub fn name(self) -> &'static str {
        match self {
            Self::Secret => "text",
            Self::Spki | Self::Pkcs1 | Self::Pkcs8 | Self::Sec1 => "PEM",
            Self::Certificate => "certificate",
            Self::Ssh => "SSH key",
            Self::Jwk => "JWK",
            Self::Jwks => "JWKS",
            Self::KidMap => "map of key IDs",
        }
    }
}
