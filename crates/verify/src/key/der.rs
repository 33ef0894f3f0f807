//! Keys and certificates in DER: SPKI (RFC 5280 section 4.1.2.7), PKCS #1 (RFC 8017 appendix A.1), PKCS #8 (RFC 5958),
//! SEC 1 (RFC 5915) and X.509 (RFC 5280 section 4.1). The bytes say which it is; what a label says beside them is not needed.

use pkcs1::{RsaPrivateKeyRef, RsaPublicKeyRef};
use pkcs8::PrivateKeyInfoRef;
use sec1::EcPrivateKey;
use spki::der::asn1::{AnyRef, OctetStringRef};
use spki::der::{Decode, Tag, Tagged};
use spki::{AlgorithmIdentifierRef, ObjectIdentifier, SubjectPublicKeyInfoRef};
use x509_cert::time::Validity;

use super::collector::{ReadKey, unreadable};
use super::public::{of_ml_dsa, of_ml_dsa_seed, of_okp, of_point, of_scalar, of_seed, without_leading_zeros};
use super::{EcCurve, KeyForm, KeyMaterial, MlDsaParameters, OkpCurve, PrivateMaterial};
use crate::Remark;

/// What an algorithm identifier names: RFC 4055, RFC 5480, RFC 8410, RFC 9881.
#[derive(Clone, Copy)]
enum DerAlgorithm {
    Rsa,
    RsaPss,
    Ec,
    Okp(OkpCurve),
    MlDsa(MlDsaParameters),
}

const ALGORITHMS: [(&str, DerAlgorithm); 10] = [
    ("1.2.840.113549.1.1.1", DerAlgorithm::Rsa),
    ("1.2.840.113549.1.1.10", DerAlgorithm::RsaPss),
    ("1.2.840.10045.2.1", DerAlgorithm::Ec),
    ("1.3.101.110", DerAlgorithm::Okp(OkpCurve::X25519)),
    ("1.3.101.111", DerAlgorithm::Okp(OkpCurve::X448)),
    ("1.3.101.112", DerAlgorithm::Okp(OkpCurve::Ed25519)),
    ("1.3.101.113", DerAlgorithm::Okp(OkpCurve::Ed448)),
    ("2.16.840.1.101.3.4.3.17", DerAlgorithm::MlDsa(MlDsaParameters::MlDsa44)),
    ("2.16.840.1.101.3.4.3.18", DerAlgorithm::MlDsa(MlDsaParameters::MlDsa65)),
    ("2.16.840.1.101.3.4.3.19", DerAlgorithm::MlDsa(MlDsaParameters::MlDsa87)),
];

const CURVES: [(&str, EcCurve); 4] = [
    ("1.2.840.10045.3.1.7", EcCurve::P256),
    ("1.3.132.0.34", EcCurve::P384),
    ("1.3.132.0.35", EcCurve::P521),
    ("1.3.132.0.10", EcCurve::Secp256k1),
];

/// How long the first element says that it is, with its tag and its length. None where it says nothing that can be.
pub(super) fn outer_length(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [_, short @ ..=0x7F, ..] => Some(2 + usize::from(*short)),
        [_, long @ 0x81..=0x84, rest @ ..] => {
            let count = usize::from(long & 0x7F);
            let length = rest.get(..count)?.iter().fold(0, |length: usize, byte| length << 8 | usize::from(*byte));
            Some(2 + count + length)
        }
        _ => None,
    }
}

/// The curve that the contents of an `EC PARAMETERS` block name.
pub(super) fn curve_of_parameters(bytes: &[u8]) -> Option<EcCurve> {
    curve(&ObjectIdentifier::from_der(bytes).ok()?).ok()
}

/// `curve` is what stands before the key, in a block of its own.
pub(super) fn read(bytes: &[u8], curve: Option<EcCurve>) -> Result<ReadKey, Remark> {
    let length = outer_length(bytes).filter(|_| bytes.first() == Some(&0x30));
    let Some(length) = length else {
        return Err(unreadable("expected the DER of a key or certificate, but found other bytes"));
    };
    let Some(whole) = bytes.get(..length) else {
        let found = bytes.len();
        return Err(unreadable(format!("expected {length} bytes, but found {found}: the end is missing")));
    };
    let elements = Vec::<AnyRef>::from_der(whole).map_err(|error| broken("a sequence of elements", error))?;
    let tags: Vec<Tag> = elements.iter().map(Tagged::tag).collect();
    let mut key = match *tags {
        [Tag::Sequence, Tag::BitString] => spki(whole),
        [Tag::Sequence, Tag::Sequence, Tag::BitString] => certificate(&elements),
        [Tag::Integer, Tag::Integer] => pkcs1_public(whole, KeyForm::Pkcs1),
        [Tag::Integer, Tag::Sequence, Tag::OctetString, ..] => pkcs8(whole),
        [Tag::Integer, Tag::OctetString, ..] => sec1(whole, curve, KeyForm::Sec1),
        [Tag::Integer, Tag::Integer, Tag::Integer, Tag::Integer, Tag::Integer, Tag::Integer] => {
            Err(unreadable("it is a DSA private key, which no JOSE algorithm uses"))
        }
        [Tag::Integer, Tag::Integer, Tag::Integer, ..] => pkcs1_private(whole, KeyForm::Pkcs1),
        [Tag::Sequence, Tag::OctetString] => Err(encrypted("PKCS #8")),
        [Tag::Integer, Tag::Sequence] | [Tag::Integer, Tag::Sequence, Tag::Sequence] => Err(Remark {
            id: "is-pkcs12",
            message:
                "it is a PKCS #12 file (.p12, .pfx). `openssl pkcs12 -in FILE -nokeys` writes its certificates as PEM"
                    .to_owned(),
        }),
        _ => Err(unreadable("expected a public key, private key or certificate, but found DER of another form")),
    }?;
    if key.form == KeyForm::Certificate {
        key.certificate = Some(whole.into());
    }
    if let Some(more) = bytes.len().checked_sub(length).filter(|more| *more > 0) {
        key.remark(
            "key-bytes-behind",
            format!("Behind the end of the key stand {more} more bytes, which were left out."),
        );
    }
    Ok(key)
}

pub(super) fn encrypted(form: &str) -> Remark {
    let message = format!(
        "it is an encrypted private key ({form}), which cannot be read here. `openssl pkey -in FILE -pubout` asks for its password and writes the public key"
    );
    Remark { id: "key-encrypted", message }
}

fn broken(expected: &str, error: spki::der::Error) -> Remark {
    let place = error.position().map(|position| format!(" at byte {position}")).unwrap_or_default();
    unreadable(format!("expected {expected}, but found something else{place}"))
}

fn algorithm(identifier: &AlgorithmIdentifierRef) -> Result<DerAlgorithm, Remark> {
    let oid = identifier.oid.to_string();
    let known = ALGORITHMS.into_iter().find(|(number, _)| *number == oid);
    known.map(|(_, algorithm)| algorithm).ok_or_else(|| Remark {
        id: "key-unknown-type",
        message: format!("keys of the algorithm {oid} are not known here"),
    })
}

fn curve(oid: &ObjectIdentifier) -> Result<EcCurve, Remark> {
    let oid = oid.to_string();
    let known = CURVES.into_iter().find(|(number, _)| *number == oid);
    known.map(|(_, curve)| curve).ok_or_else(|| Remark {
        id: "key-unknown-type",
        message: format!("the curve {oid} is not known here: only P-256, P-384, P-521 and secp256k1 are"),
    })
}

fn named_curve(identifier: &AlgorithmIdentifierRef) -> Result<EcCurve, Remark> {
    let oid = identifier.parameters_oid();
    curve(&oid.map_err(|_| unreadable("expected the name of a curve, but found none: its parameters are not read"))?)
}

fn spki(bytes: &[u8]) -> Result<ReadKey, Remark> {
    let info = SubjectPublicKeyInfoRef::from_der(bytes).map_err(|error| broken("a public key (SPKI)", error))?;
    public_key(&info, KeyForm::Spki)
}

fn public_key(info: &SubjectPublicKeyInfoRef, form: KeyForm) -> Result<ReadKey, Remark> {
    let bits = info.subject_public_key.raw_bytes();
    Ok(match algorithm(&info.algorithm)? {
        DerAlgorithm::Rsa => pkcs1_public(bits, form)?,
        DerAlgorithm::RsaPss => for_pss(pkcs1_public(bits, form)?),
        DerAlgorithm::Ec => {
            let curve = named_curve(&info.algorithm)?;
            ReadKey::public(of_point(curve, bits).ok_or_else(|| no_point(curve))?, form)
        }
        DerAlgorithm::Okp(curve) => ReadKey::public(of_okp(curve, bits).map_err(unreadable)?, form),
        DerAlgorithm::MlDsa(parameters) => ReadKey::public(of_ml_dsa(parameters, bits).map_err(unreadable)?, form),
    })
}

/// RFC 4055 section 1.2.
fn for_pss(mut key: ReadKey) -> ReadKey {
    key.remark("key-rsa-pss", "This RSA key says it is for RSASSA-PSS only: PS256, PS384 or PS512, and not RS256.");
    key
}

fn no_point(curve: EcCurve) -> Remark {
    unreadable(format!("expected a point on {}, but these coordinates are not on the curve", curve.name()))
}

fn pkcs1_public(bytes: &[u8], form: KeyForm) -> Result<ReadKey, Remark> {
    let key = RsaPublicKeyRef::from_der(bytes).map_err(|error| broken("an RSA public key", error))?;
    rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes()).map(|material| ReadKey::public(material, form))
}

/// RSA numbers, without leading zeros.
pub(super) fn rsa(modulus: &[u8], exponent: &[u8]) -> Result<KeyMaterial, Remark> {
    let [modulus, exponent] = [modulus, exponent].map(|number| without_leading_zeros(number).to_vec());
    match modulus.last() {
        None => Err(unreadable("the modulus is zero: this is no RSA key")),
        Some(last) if last % 2 == 0 => Err(unreadable("the modulus is even: this is no RSA key")),
        Some(_) => Ok(KeyMaterial::Rsa { modulus, exponent }),
    }
}

fn pkcs1_private(bytes: &[u8], form: KeyForm) -> Result<ReadKey, Remark> {
    let key = RsaPrivateKeyRef::from_der(bytes).map_err(|error| broken("an RSA private key", error))?;
    let private = PrivateMaterial::Rsa {
        d: key.private_exponent.as_bytes().to_vec(),
        p: Some(key.prime1.as_bytes().to_vec()),
        q: Some(key.prime2.as_bytes().to_vec()),
    };
    let material = rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes())?;
    Ok(ReadKey::private(material, Some(private), form))
}

fn pkcs8(bytes: &[u8]) -> Result<ReadKey, Remark> {
    let info = PrivateKeyInfoRef::from_der(bytes).map_err(|error| broken("a private key (PKCS #8)", error))?;
    let contents = info.private_key.as_bytes();
    let octets = || <&OctetStringRef>::from_der(contents).map(OctetStringRef::as_bytes);
    match algorithm(&info.algorithm)? {
        DerAlgorithm::Rsa => pkcs1_private(contents, KeyForm::Pkcs8),
        DerAlgorithm::RsaPss => pkcs1_private(contents, KeyForm::Pkcs8).map(for_pss),
        DerAlgorithm::Ec => sec1(contents, Some(named_curve(&info.algorithm)?), KeyForm::Pkcs8),
        DerAlgorithm::Okp(curve) => {
            let seed = octets().map_err(|error| broken("a private key of RFC 8410", error))?;
            let material = of_seed(curve, seed).ok_or_else(|| {
                unreadable(format!("expected a private key on {}, but found {} bytes", curve.name(), seed.len()))
            })?;
            Ok(ReadKey::private(material, Some(PrivateMaterial::Scalar(seed.to_vec())), KeyForm::Pkcs8))
        }
        DerAlgorithm::MlDsa(parameters) => {
            // RFC 9881 section 6: the seed alone in [0], or first in a sequence with the expanded key.
            let seed = match contents {
                [0x80, 32, seed @ ..] => seed.get(..32),
                _ => Vec::<AnyRef>::from_der(contents).ok().and_then(|both| Some(both.first()?.value())),
            };
            let material = seed.and_then(|seed| of_ml_dsa_seed(parameters, seed));
            let material = material.ok_or_else(|| {
                unreadable(format!("expected the seed of an {} key, but found none", parameters.name()))
            })?;
            Ok(ReadKey::private(material, None, KeyForm::Pkcs8))
        }
    }
}

fn sec1(bytes: &[u8], outside: Option<EcCurve>, form: KeyForm) -> Result<ReadKey, Remark> {
    let key = EcPrivateKey::from_der(bytes).map_err(|error| broken("an elliptic-curve private key (SEC 1)", error))?;
    let inside = key.parameters.and_then(|parameters| parameters.named_curve());
    let curve = match inside.as_ref().map(curve).transpose()?.or(outside) {
        Some(curve) => curve,
        None => curve_of_pair(&key).ok_or_else(|| unreadable("expected the name of a curve, but found none"))?,
    };
    let material = of_scalar(curve, key.private_key)
        .ok_or_else(|| unreadable(format!("expected a private key on {}, but this number is none", curve.name())))?;
    let mut read = ReadKey::private(material, Some(PrivateMaterial::Scalar(key.private_key.to_vec())), form);
    if key.public_key.is_some_and(|point| of_point(curve, point).is_none_or(|public| public != read.material)) {
        read.remark(
            "key-pair-differs",
            "The public key that stands beside this private key is another one. The one that belongs to it is used.",
        );
    }
    Ok(read)
}

/// The curve on which the public key belongs to the private one, where none is named.
fn curve_of_pair(key: &EcPrivateKey) -> Option<EcCurve> {
    EcCurve::ALL.into_iter().filter(|curve| curve.coordinate_length() == key.private_key.len()).find(|curve| {
        let public = key.public_key.and_then(|point| of_point(*curve, point));
        public.is_some() && public == of_scalar(*curve, key.private_key)
    })
}

/// A certificate, of which the key and the end of its validity are read, or a request for one.
fn certificate(elements: &[AnyRef]) -> Result<ReadKey, Remark> {
    let body = elements.first().map(|body| body.decode_as::<Vec<AnyRef>>());
    let body = body
        .and_then(Result::ok)
        .ok_or_else(|| unreadable("expected the body of a certificate, but found something else"))?;
    let is_version = |element: &&AnyRef| element.tag().is_context_specific() && element.tag().number().value() == 0;
    let version = usize::from(body.first().filter(is_version).is_some());
    let at = |position: usize| body.get(version + position).filter(|element| element.tag() == Tag::Sequence);
    // RFC 2986 section 4.1: a version, a name, a key.
    if version == 0 && at(3).is_none() {
        let info =
            at(2).and_then(info).ok_or_else(|| unreadable("expected a certificate, but found DER of another form"))?;
        let mut key = public_key(&info, KeyForm::Certificate)?;
        key.remark(
            "is-certificate-request",
            "This is a request for a certificate, and not yet one. Its key was taken.",
        );
        return Ok(key);
    }
    let info = at(5)
        .and_then(info)
        .ok_or_else(|| unreadable("expected the public key of a certificate, but found something else"))?;
    let mut key = public_key(&info, KeyForm::Certificate)?;
    let validity = at(3).and_then(|validity| validity.decode_as::<Validity>().ok());
    key.not_after = validity.and_then(|validity| i64::try_from(validity.not_after.to_unix_duration().as_secs()).ok());
    Ok(key)
}

fn info<'d>(element: &AnyRef<'d>) -> Option<SubjectPublicKeyInfoRef<'d>> {
    element.decode_as().ok()
}
