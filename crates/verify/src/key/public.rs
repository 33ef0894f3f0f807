//! Public keys from what the forms hold: points, coordinates and the private numbers that they follow from.

use ::ml_dsa::{Keypair, MlDsa44, MlDsa65, MlDsa87, Seed};
use p256::elliptic_curve::sec1::ToSec1Point;

use super::{EcCurve, KeyMaterial, MlDsaParameters, OkpCurve};

/// The crate of a curve, in an expression that is the same for all four.
macro_rules! on_each_curve {
    ($of:expr, $curve:ident, $then:expr) => {
        match $of {
            EcCurve::P256 => {
                use p256 as $curve;
                $then
            }
            EcCurve::P384 => {
                use p384 as $curve;
                $then
            }
            EcCurve::P521 => {
                use p521 as $curve;
                $then
            }
            EcCurve::Secp256k1 => {
                use k256 as $curve;
                $then
            }
        }
    };
}

/// A point as SEC 1 section 2.3.3 writes it, compressed or not. None for one that is not on the curve.
pub(super) fn of_point(of: EcCurve, point: &[u8]) -> Option<KeyMaterial> {
    let uncompressed = on_each_curve!(of, curve, {
        curve::PublicKey::from_sec1_bytes(point).ok()?.to_sec1_point(false).as_bytes().to_vec()
    });
    split(of, &uncompressed)
}

/// The point that belongs to a private number.
pub(super) fn of_scalar(of: EcCurve, scalar: &[u8]) -> Option<KeyMaterial> {
    let scalar = padded(scalar, of.coordinate_length())?;
    let uncompressed = on_each_curve!(of, curve, {
        curve::SecretKey::from_slice(&scalar).ok()?.public_key().to_sec1_point(false).as_bytes().to_vec()
    });
    split(of, &uncompressed)
}

fn split(curve: EcCurve, uncompressed: &[u8]) -> Option<KeyMaterial> {
    let (x, y) = uncompressed.get(1..)?.split_at_checked(curve.coordinate_length())?;
    Some(KeyMaterial::Ec { curve, x: x.to_vec(), y: y.to_vec() })
}

/// A number with exactly so many bytes. None for one that needs more.
pub(super) fn padded(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let number = without_leading_zeros(number);
    let mut bytes = vec![0; length.checked_sub(number.len())?];
    bytes.extend(number);
    Some(bytes)
}

pub(super) fn without_leading_zeros(number: &[u8]) -> &[u8] {
    let first = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    number.get(first..).unwrap_or_default()
}

/// A public key of RFC 8037, or why it is none.
pub(super) fn of_okp(curve: OkpCurve, x: &[u8]) -> Result<KeyMaterial, String> {
    let (found, wanted, name) = (x.len(), curve.public_length(), curve.name());
    if found != wanted {
        return Err(format!("expected {wanted} bytes of a public key on {name}, but found {found}"));
    }
    let is_point = match curve {
        OkpCurve::Ed25519 => ed25519_dalek::VerifyingKey::try_from(x).is_ok(),
        OkpCurve::Ed448 => <&[u8; 57]>::try_from(x).is_ok_and(|x| ed448_goldilocks::VerifyingKey::from_bytes(x).is_ok()),
        // Any bytes are a key there: RFC 7748 section 5.
        OkpCurve::X25519 | OkpCurve::X448 => true,
    };
    match is_point {
        true => Ok(KeyMaterial::Okp { curve, x: x.to_vec() }),
        false => Err(format!("expected a point on {name}, but these bytes are none")),
    }
}

/// The public key that belongs to a private one of RFC 8032 or RFC 7748.
pub(super) fn of_seed(curve: OkpCurve, seed: &[u8]) -> Option<KeyMaterial> {
    let x = match curve {
        OkpCurve::Ed25519 => {
            ed25519_dalek::SigningKey::from_bytes(seed.try_into().ok()?).verifying_key().to_bytes().to_vec()
        }
        OkpCurve::Ed448 => {
            ed448_goldilocks::SigningKey::try_from(seed).ok()?.verifying_key().to_bytes().to_vec()
        }
        OkpCurve::X25519 => {
            let secret = x25519_dalek::StaticSecret::from(<[u8; 32]>::try_from(seed).ok()?);
            x25519_dalek::PublicKey::from(&secret).as_bytes().to_vec()
        }
        OkpCurve::X448 => {
            // RFC 7748 section 5: the base point is at 5.
            let mut base = [0; 56];
            base[0] = 5;
            x448::x448(seed.try_into().ok()?, base)?.to_vec()
        }
    };
    Some(KeyMaterial::Okp { curve, x })
}

/// A public key of RFC 9964, or why it is none.
pub(super) fn of_ml_dsa(parameters: MlDsaParameters, public: &[u8]) -> Result<KeyMaterial, String> {
    let (found, name) = (public.len(), parameters.name());
    match parameters.public_length() {
        Some(wanted) if wanted != found => {
            Err(format!("expected {wanted} bytes of a public key of {name}, but found {found}"))
        }
        _ => Ok(KeyMaterial::MlDsa { parameters, public: public.to_vec() }),
    }
}

/// The public key that belongs to a seed: FIPS 204 section 5.1.
pub(super) fn of_ml_dsa_seed(parameters: MlDsaParameters, seed: &[u8]) -> Option<KeyMaterial> {
    let seed = Seed::try_from(seed).ok()?;
    let public = match parameters {
        MlDsaParameters::MlDsa44 => {
            ::ml_dsa::SigningKey::<MlDsa44>::from_seed(&seed).verifying_key().encode().to_vec()
        }
        MlDsaParameters::MlDsa65 => {
            ::ml_dsa::SigningKey::<MlDsa65>::from_seed(&seed).verifying_key().encode().to_vec()
        }
        MlDsaParameters::MlDsa87 => {
            ::ml_dsa::SigningKey::<MlDsa87>::from_seed(&seed).verifying_key().encode().to_vec()
        }
    };
    Some(KeyMaterial::MlDsa { parameters, public })
}
