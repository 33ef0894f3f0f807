//! The signature on a certificate: RFC 4055, RFC 5758, RFC 8410, RFC 9881.

use pkcs1::RsaPssParamsOwned;
use spki::AlgorithmIdentifierRef;

use super::certificate::ChainCertificate;
use crate::check::{self, Mismatch, Sha2, SignatureRule};
use crate::key::{KeyMaterial, MlDsaParameters};

/// How a certificate says that it is signed.
#[derive(Debug)]
pub(super) enum CertificateRule {
    Rule(SignatureRule),
    /// On the curve of the issuer's key, with the signature in DER.
    EcdsaInDer(Sha2),
    /// In words.
    NotChecked(String),
}

const RULES: [(&str, SignatureRule); 8] = [
    ("1.2.840.113549.1.1.11", SignatureRule::Pkcs1(Sha2::Sha256)),
    ("1.2.840.113549.1.1.12", SignatureRule::Pkcs1(Sha2::Sha384)),
    ("1.2.840.113549.1.1.13", SignatureRule::Pkcs1(Sha2::Sha512)),
    ("1.3.101.112", SignatureRule::EdDsa),
    ("1.3.101.113", SignatureRule::EdDsa),
    ("2.16.840.1.101.3.4.3.17", SignatureRule::MlDsa(MlDsaParameters::MlDsa44)),
    ("2.16.840.1.101.3.4.3.18", SignatureRule::MlDsa(MlDsaParameters::MlDsa65)),
    ("2.16.840.1.101.3.4.3.19", SignatureRule::MlDsa(MlDsaParameters::MlDsa87)),
];

const ECDSA: [(&str, Sha2); 3] = [
    ("1.2.840.10045.4.3.2", Sha2::Sha256),
    ("1.2.840.10045.4.3.3", Sha2::Sha384),
    ("1.2.840.10045.4.3.4", Sha2::Sha512),
];

/// By their numbers: RFC 8017 appendix B.1.
const HASHES: [(&str, Sha2); 3] = [
    ("2.16.840.1.101.3.4.2.1", Sha2::Sha256),
    ("2.16.840.1.101.3.4.2.2", Sha2::Sha384),
    ("2.16.840.1.101.3.4.2.3", Sha2::Sha512),
];

const PSS: &str = "1.2.840.113549.1.1.10";
/// RSA and ECDSA with SHA-1, and SHA-1 itself.
const WITH_SHA1: [&str; 3] = ["1.2.840.113549.1.1.5", "1.2.840.10045.4.1", "1.3.14.3.2.26"];

impl CertificateRule {
    pub fn of(algorithm: &AlgorithmIdentifierRef) -> Self {
        let number = algorithm.oid.to_string();
        if let Some((_, rule)) = RULES.iter().find(|(known, _)| *known == number) {
            return Self::Rule(*rule);
        }
        if let Some((_, hash)) = ECDSA.iter().find(|(known, _)| *known == number) {
            return Self::EcdsaInDer(*hash);
        }
        if number == PSS {
            return Self::pss(algorithm);
        }
        Self::unknown(&number)
    }

    fn unknown(number: &str) -> Self {
        Self::NotChecked(match WITH_SHA1.contains(&number) {
            true => "SHA-1, which is too weak to say who signed".to_owned(),
            false => format!("the algorithm {number}, which is not known here"),
        })
    }

    /// RFC 4055 section 3.1. What is left out there stands for SHA-1.
    fn pss(algorithm: &AlgorithmIdentifierRef) -> Self {
        let parameters = algorithm.parameters.and_then(|parameters| parameters.decode_as::<RsaPssParamsOwned>().ok());
        let Some(parameters) = parameters else {
            return Self::NotChecked("RSASSA-PSS with parameters that cannot be read".to_owned());
        };
        let hash = parameters.hash.oid.to_string();
        let Some((_, known)) = HASHES.iter().find(|(number, _)| *number == hash) else { return Self::unknown(&hash) };
        if parameters.mask_gen.parameters.as_ref().is_none_or(|mask| mask.oid != parameters.hash.oid) {
            return Self::NotChecked("RSASSA-PSS with two different hash functions".to_owned());
        }
        Self::Rule(match usize::from(parameters.salt_len) == known.length() {
            true => SignatureRule::Pss(*known),
            false => SignatureRule::PssAnySalt(*known),
        })
    }
}

/// What came of the check of one signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CertificateFit {
    Fits,
    DoesNotFit,
    /// In words: which algorithm.
    NotChecked(String),
}

impl ChainCertificate {
    /// Whether this certificate is signed with the key.
    pub fn fits(&self, issuer: &KeyMaterial) -> CertificateFit {
        let fits = match (&self.rule, issuer) {
            (CertificateRule::NotChecked(why), _) => return CertificateFit::NotChecked(why.clone()),
            (CertificateRule::Rule(rule), _) => check::fits(*rule, issuer, &self.body, &self.signature),
            (CertificateRule::EcdsaInDer(hash), KeyMaterial::Ec { curve, .. }) => {
                match check::ecdsa_from_der(&self.signature, curve.coordinate_length()) {
                    Some(signature) => check::fits(SignatureRule::Ecdsa(*curve, *hash), issuer, &self.body, &signature),
                    None => Ok(false),
                }
            }
            (CertificateRule::EcdsaInDer(_), _) => Err(Mismatch::OtherKeyType),
        };
        match fits {
            Ok(true) => CertificateFit::Fits,
            Ok(false) | Err(Mismatch::OtherKeyType) => CertificateFit::DoesNotFit,
            Err(Mismatch::TooLarge) => CertificateFit::NotChecked("a key of more bits than are tried".to_owned()),
            Err(Mismatch::NoKey) => CertificateFit::NotChecked("a key whose numbers are no key".to_owned()),
        }
    }
}
