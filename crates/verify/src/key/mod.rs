//! Keys in any text: PEM, JWK, JWKS, certificates, SSH keys, secrets, and what people paste around them.

mod bare;
mod collector;
mod der;
mod describe;
mod json_keys;
mod jwk;
mod lines;
mod oddities;
mod pem;
mod public;
mod reading;
mod roca;
mod source;
mod ssh;

#[cfg(test)]
mod tests;

use std::fmt;
use std::rc::Rc;

use decode::Span;

use crate::steps;

pub use describe::describe;
pub(crate) use oddities::LARGEST_RSA_BITS;
pub(crate) use pem::bytes as bytes_of_base64;

/// The most keys that are read from one text.
pub const LIMIT: usize = 1_000;

/// How much of a text is read, in bytes. More is said to be left out.
pub const LONGEST: usize = 1024 * 1024;

/// Any text into keys. Total and linear in time; what cannot be read is a remark, and the rest is read all the same.
pub fn read(text: &str) -> KeyRing {
    steps::finish(read_in_steps(text))
}

/// The same with pauses: see [`steps`].
pub async fn read_in_steps(text: &str) -> KeyRing {
    reading::read(text).await
}

/// The key of a certificate in DER.
pub(crate) fn of_certificate(der: &[u8]) -> Option<KeyMaterial> {
    der::read(der, None).ok().map(|key| key.material)
}

/// What a text was found to hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeyRing {
    pub keys: Vec<CandidateKey>,
    /// What was understood and is no key, or needs a word: an encrypted PEM, an address to open, a token in the wrong box.
    pub remarks: Vec<crate::Remark>,
}

/// One key, and where it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct CandidateKey {
    pub material: KeyMaterial,
    /// Where the text has a private key: what decrypting needs. Checking never uses it.
    pub private: Option<PrivateMaterial>,
    pub kid: Option<String>,
    /// What the key says of its use: `alg`, `use` and `key_ops` of RFC 7517 section 4.
    pub alg: Option<String>,
    pub public_use: Option<String>,
    pub key_ops: Vec<String>,
    pub form: KeyForm,
    /// Where it stood, in bytes of the pasted key text.
    pub span: Span,
    /// Of a certificate: seconds since 1970-01-01T00:00:00Z.
    pub not_after: Option<i64>,
    /// The certificate in which it stood, in DER.
    pub certificate: Option<Rc<[u8]>>,
    /// What had to be mended to read it, and what is odd about it.
    pub remarks: Vec<crate::Remark>,
}

/// What a signature is checked with, or content is encrypted to.
#[derive(Clone, PartialEq, Eq)]
pub enum KeyMaterial {
    /// A secret as the text has it, first of its readings: as UTF-8. Others are tries of `explain`.
    Secret(Vec<u8>),
    /// Big-endian, without leading zeros.
    Rsa { modulus: Vec<u8>, exponent: Vec<u8> },
    /// SEC 1 uncompressed coordinates, each as long as the curve's field.
    Ec { curve: EcCurve, x: Vec<u8>, y: Vec<u8> },
    /// The public key's bytes, RFC 8037.
    Okp { curve: OkpCurve, x: Vec<u8> },
    /// RFC 9964.
    MlDsa { parameters: MlDsaParameters, public: Vec<u8> },
}

/// Says of a secret how long it is and no more: what is printed somewhere must not hold it.
impl fmt::Debug for KeyMaterial {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Secret(secret) => write!(formatter, "Secret({} bytes)", secret.len()),
            Self::Rsa { modulus, exponent } => {
                formatter.debug_struct("Rsa").field("modulus", modulus).field("exponent", exponent).finish()
            }
            Self::Ec { curve, x, y } => {
                formatter.debug_struct("Ec").field("curve", curve).field("x", x).field("y", y).finish()
            }
            Self::Okp { curve, x } => formatter.debug_struct("Okp").field("curve", curve).field("x", x).finish(),
            Self::MlDsa { parameters, public } => {
                formatter.debug_struct("MlDsa").field("parameters", parameters).field("public", public).finish()
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EcCurve {
    P256,
    P384,
    P521,
    Secp256k1,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OkpCurve {
    Ed25519,
    Ed448,
    X25519,
    X448,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MlDsaParameters {
    MlDsa44,
    MlDsa65,
    MlDsa87,
}

/// What only the owner should have.
#[derive(Clone, PartialEq, Eq)]
pub enum PrivateMaterial {
    /// `d`, and the primes where the text has them; big-endian.
    Rsa { d: Vec<u8>, p: Option<Vec<u8>>, q: Option<Vec<u8>> },
    /// A scalar on the curve of the key, or an OKP seed.
    Scalar(Vec<u8>),
}

/// Says no more than that it is there: what is printed somewhere must not hold it.
impl fmt::Debug for PrivateMaterial {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("PrivateMaterial(…)")
    }
}

/// In which form the text had it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyForm {
    Secret,
    Spki,
    Pkcs1,
    Pkcs8,
    Sec1,
    Certificate,
    Ssh,
    Jwk,
    Jwks,
    KidMap,
}
