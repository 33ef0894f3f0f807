//! ECDH-ES: a key agreed with the ephemeral key of the header. RFC 7518 section 4.6, RFC 8037 section 3.2.

use sha2::{Digest, Sha256};

use crate::key::{EcCurve, KeyMaterial, OkpCurve, PrivateMaterial};

/// Why no secret comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoAgreement {
    /// The ephemeral key is of another type or curve than the reader's.
    OtherCurve,
    /// The ephemeral key is no point of its curve, or the reader's number no key.
    NoKey,
}

/// On one curve; `$curve` is the crate of it and `$length` the bytes of its field.
macro_rules! agree_on {
    ($curve:ident, $length:literal, $scalar:expr, $x:expr, $y:expr) => {{
        let [scalar, x, y] = [$scalar, $x, $y].map(|number| padded::<$length>(number));
        let point = [&[4][..], &x?, &y?].concat();
        let public = $curve::PublicKey::from_sec1_bytes(&point).map_err(|_| NoAgreement::NoKey)?;
        let private = $curve::SecretKey::from_slice(&scalar?).map_err(|_| NoAgreement::NoKey)?;
        private.diffie_hellman(&public).raw_secret_bytes().to_vec()
    }};
}

/// The shared secret Z of the reader's key, with its type in `own`, and the ephemeral key.
pub(super) fn agree(
    own: &KeyMaterial,
    private: &PrivateMaterial,
    ephemeral: &KeyMaterial,
) -> Result<Vec<u8>, NoAgreement> {
    let PrivateMaterial::Scalar(scalar) = private else { return Err(NoAgreement::OtherCurve) };
    match (own, ephemeral) {
        (KeyMaterial::Ec { curve: own, .. }, KeyMaterial::Ec { curve, x, y }) if own == curve => Ok(match curve {
            EcCurve::P256 => agree_on!(p256, 32, scalar, x, y),
            EcCurve::P384 => agree_on!(p384, 48, scalar, x, y),
            EcCurve::P521 => agree_on!(p521, 66, scalar, x, y),
            EcCurve::Secp256k1 => return Err(NoAgreement::OtherCurve),
        }),
        (KeyMaterial::Okp { curve: own, .. }, KeyMaterial::Okp { curve, x }) if own == curve => match curve {
            OkpCurve::X25519 => agree_on_x25519(scalar, x),
            OkpCurve::X448 => agree_on_x448(scalar, x),
            OkpCurve::Ed25519 | OkpCurve::Ed448 => Err(NoAgreement::OtherCurve),
        },
        _ => Err(NoAgreement::OtherCurve),
    }
}

fn agree_on_x25519(scalar: &[u8], x: &[u8]) -> Result<Vec<u8>, NoAgreement> {
    let [scalar, x] = [scalar, x].map(<[u8; 32]>::try_from);
    let (Ok(scalar), Ok(x)) = (scalar, x) else { return Err(NoAgreement::NoKey) };
    let shared = x25519_dalek::StaticSecret::from(scalar).diffie_hellman(&x25519_dalek::PublicKey::from(x));
    // RFC 8037 section 3.2 with RFC 7748 section 6.1: a secret of zeros comes of a point of small order.
    shared.was_contributory().then(|| shared.as_bytes().to_vec()).ok_or(NoAgreement::NoKey)
}

fn agree_on_x448(scalar: &[u8], x: &[u8]) -> Result<Vec<u8>, NoAgreement> {
    let [scalar, x] = [scalar, x].map(<[u8; 56]>::try_from);
    let (Ok(scalar), Ok(x)) = (scalar, x) else { return Err(NoAgreement::NoKey) };
    x448::x448(scalar, x).map(Vec::from).ok_or(NoAgreement::NoKey)
}

/// A number with the zeros in front that its field has, which some writers leave out.
fn padded<const LENGTH: usize>(number: &[u8]) -> Result<[u8; LENGTH], NoAgreement> {
    let mut padded = [0; LENGTH];
    let start = LENGTH.checked_sub(number.len()).ok_or(NoAgreement::NoKey)?;
    padded.get_mut(start..).ok_or(NoAgreement::NoKey)?.copy_from_slice(number);
    Ok(padded)
}

/// The Concat KDF of NIST SP 800-56A as RFC 7518 section 4.6.2 has it: a key of `length` bytes.
pub(super) fn concat_kdf(secret: &[u8], algorithm: &str, party_u: &[u8], party_v: &[u8], length: usize) -> Vec<u8> {
    let count = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX).to_be_bytes();
    let mut key = Vec::new();
    for round in 1u32.. {
        if key.len() >= length {
            break;
        }
        let mut hash = Sha256::new_with_prefix(round.to_be_bytes());
        hash.update(secret);
        for field in [algorithm.as_bytes(), party_u, party_v] {
            hash.update(count(field.len()));
            hash.update(field);
        }
        hash.update(count(length * 8));
        key.extend(hash.finalize());
    }
    key.truncate(length);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7518 appendix C.
    #[test]
    fn derives_the_key_of_the_standard() {
        let secret = [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128,
            106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];
        let key = concat_kdf(&secret, "A128GCM", b"Alice", b"Bob", 16);
        assert_eq!(decode::base64url::encode(&key), "VqqN6vgjbSBcIijNcacQGg");
    }

    /// RFC 7748 section 6.2, and a point of small order.
    #[test]
    fn agrees_on_x448() {
        let bytes = |hex: &str| -> Vec<u8> {
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
        };
        let alice = bytes(
            "9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b",
        );
        let bob = bytes(
            "3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609",
        );
        let shared = "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a449a5037514a879d";
        assert_eq!(agree_on_x448(&alice, &bob), Ok(bytes(shared)));
        assert_eq!(agree_on_x448(&alice, &[0; 56]), Err(NoAgreement::NoKey));
        assert_eq!(agree_on_x25519(&[7; 32], &[0; 32]), Err(NoAgreement::NoKey));
        assert_eq!(agree_on_x25519(&[7; 31], &[9; 32]), Err(NoAgreement::NoKey));
    }
}
