//! Keys in words.

use crate::FittingKey;
use crate::key::{CandidateKey, EcCurve, KeyForm, KeyMaterial, MlDsaParameters, OkpCurve};

/// "RSA 2048", "EC P-256", "secret of 32 bytes".
pub(super) fn kind(material: &KeyMaterial) -> String {
    match material {
        KeyMaterial::Secret(secret) if secret.len() == 1 => "secret of 1 byte".to_owned(),
        KeyMaterial::Secret(secret) => format!("secret of {} bytes", secret.len()),
        KeyMaterial::Rsa { modulus, .. } => format!("RSA {}", bits(modulus)),
        KeyMaterial::Ec { curve: EcCurve::P256, .. } => "EC P-256".to_owned(),
        KeyMaterial::Ec { curve: EcCurve::P384, .. } => "EC P-384".to_owned(),
        KeyMaterial::Ec { curve: EcCurve::P521, .. } => "EC P-521".to_owned(),
        KeyMaterial::Ec { curve: EcCurve::Secp256k1, .. } => "EC secp256k1".to_owned(),
        KeyMaterial::Okp { curve: OkpCurve::Ed25519, .. } => "Ed25519".to_owned(),
        KeyMaterial::Okp { curve: OkpCurve::Ed448, .. } => "Ed448".to_owned(),
        KeyMaterial::Okp { curve: OkpCurve::X25519, .. } => "X25519".to_owned(),
        KeyMaterial::Okp { curve: OkpCurve::X448, .. } => "X448".to_owned(),
        KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa44, .. } => "ML-DSA-44".to_owned(),
        KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa65, .. } => "ML-DSA-65".to_owned(),
        KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa87, .. } => "ML-DSA-87".to_owned(),
    }
}

fn bits(number: &[u8]) -> usize {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let first = number.get(zeros).map_or(0, |byte| byte.leading_zeros());
    ((number.len() - zeros) * 8).saturating_sub(first as usize)
}

pub(super) fn fitting_key(index: usize, key: &CandidateKey) -> FittingKey {
    let from = match key.form {
        KeyForm::Secret => "text",
        KeyForm::Spki | KeyForm::Pkcs1 | KeyForm::Pkcs8 | KeyForm::Sec1 => "PEM",
        KeyForm::Certificate => "certificate",
        KeyForm::Ssh => "SSH key",
        KeyForm::Jwk => "JWK",
        KeyForm::Jwks => "JWKS",
        KeyForm::KidMap => "map of keys by their `kid`",
    };
    FittingKey { index, kid: key.kid.clone(), kind: kind(&key.material), from: from.to_owned() }
}
