//! The same key by another rule: another hash, PKCS#1 for PSS and the other way round, another salt, another curve.

use std::rc::Rc;

use super::{Attempt, Case, Tries, Try};
use crate::check::{Sha2, SignatureRule};
use crate::key::{KeyMaterial, OkpCurve};

use SignatureRule::{Ecdsa, Hmac, Pkcs1, Pss, PssAnySalt, PssSalt};

impl SignatureRule {
    /// Whether a key of this kind is what the rule wants.
    pub(crate) fn is_for(self, key: &KeyMaterial) -> bool {
        match (self, key) {
            (Hmac(_), KeyMaterial::Secret(_)) => true,
            (Pkcs1(_) | Pss(_) | PssSalt(..) | PssAnySalt(_), KeyMaterial::Rsa { .. }) => true,
            (Ecdsa(wanted, _), KeyMaterial::Ec { curve, .. }) => wanted == *curve,
            (Self::EdDsa, KeyMaterial::Okp { curve, .. }) => matches!(curve, OkpCurve::Ed25519 | OkpCurve::Ed448),
            (Self::MlDsa(wanted), KeyMaterial::MlDsa { parameters, .. }) => wanted == *parameters,
            _ => false,
        }
    }

    /// The usual rule for a key of this kind.
    pub(crate) fn of_key(key: &KeyMaterial) -> Option<Self> {
        use crate::key::EcCurve::{P256, P384, P521, Secp256k1};
        Some(match key {
            KeyMaterial::Secret(_) => Hmac(Sha2::Sha256),
            KeyMaterial::Rsa { .. } => Pkcs1(Sha2::Sha256),
            KeyMaterial::Ec { curve, .. } => Ecdsa(
                *curve,
                match curve {
                    P256 | Secp256k1 => Sha2::Sha256,
                    P384 => Sha2::Sha384,
                    P521 => Sha2::Sha512,
                },
            ),
            KeyMaterial::Okp { curve: OkpCurve::Ed25519 | OkpCurve::Ed448, .. } => Self::EdDsa,
            KeyMaterial::Okp { .. } => return None,
            KeyMaterial::MlDsa { parameters, .. } => Self::MlDsa(*parameters),
        })
    }
}

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let alg = case.message.alg.clone().unwrap_or_else(|| "nothing".to_owned());
    let declared = case.message.rule;
    Box::new(case.attempts().into_iter().flat_map(move |attempt| of_key(&alg, declared, &attempt)))
}

fn of_key(alg: &str, declared: Option<SignatureRule>, attempt: &Attempt) -> Vec<Try> {
    let rules: Vec<SignatureRule> = match &*attempt.key {
        KeyMaterial::Secret(_) => Sha2::ALL.map(Hmac).to_vec(),
        KeyMaterial::Rsa { modulus, .. } => {
            let exact = Sha2::ALL.into_iter().flat_map(|hash| [Pkcs1(hash), Pss(hash)]);
            let salted = match declared {
                Some(Pss(hash)) => salts(hash, modulus.len()).map(|length| PssSalt(hash, length)).collect(),
                _ => Vec::new(),
            };
            exact.chain(salted).chain(Sha2::ALL.map(PssAnySalt)).collect()
        }
        KeyMaterial::Ec { curve, .. } => Sha2::ALL.map(|hash| Ecdsa(*curve, hash)).to_vec(),
        KeyMaterial::Okp { .. } | KeyMaterial::MlDsa { .. } => {
            SignatureRule::of_key(&attempt.key).into_iter().collect()
        }
    };
    let other = rules.into_iter().filter(|rule| Some(*rule) != declared);
    other.map(|rule| named(alg, declared, attempt.clone().rule(rule))).collect()
}

/// Whether an `alg` value stands for exactly this rule.
fn is_of_jose(rule: SignatureRule) -> bool {
    SignatureRule::named(rule.name()) == Some(rule)
}

/// "ES256", or where no `alg` value stands for it "ECDSA on P-256 with SHA-512".
fn in_words(rule: SignatureRule) -> String {
    match rule {
        Ecdsa(curve, hash) if !is_of_jose(rule) => format!("ECDSA on {} with {}", curve.name(), hash.name()),
        PssSalt(..) | PssAnySalt(_) => format!("{} with a salt of another length", rule.name()),
        _ => rule.name().to_owned(),
    }
}

/// The lengths of salt that programs use: that of some hash, none, and the longest that has room (RFC 8017 section 9.1.1).
fn salts(hash: Sha2, modulus_length: usize) -> impl Iterator<Item = usize> {
    const SHA1_LENGTH: usize = 20;
    let longest = modulus_length.checked_sub(hash.length() + 2);
    let lengths = Sha2::ALL.map(Sha2::length).into_iter().chain([SHA1_LENGTH, 0]).chain(longest);
    lengths.filter(move |length| *length != hash.length())
}

/// `PKCS#1 for PSS` is a signature by PKCS#1 where the header announces PSS.
fn named(alg: &str, declared: Option<SignatureRule>, attempt: Attempt) -> Try {
    let (rule, name) = (attempt.rule, attempt.rule.name());
    let hash = rule.hash().map_or("", Sha2::name);
    match (declared, rule) {
        (Some(Pss(_)), Pkcs1(_)) => attempt.named(
            "pkcs1-for-pss",
            format!("It fits by {name}: the signature has the padding of PKCS#1 v1.5, not that of PSS which {alg} announces. Write {name} in `alg`, or sign with PSS."),
        ),
        (Some(Pkcs1(_)), Pss(_) | PssSalt(..) | PssAnySalt(_)) => attempt.named(
            "pss-for-pkcs1",
            format!("It fits by {}: the signature has the padding of PSS, not that of PKCS#1 v1.5 which {alg} announces. {}", in_words(rule), match is_of_jose(rule) {
                true => format!("Write {name} in `alg`, or sign with PKCS#1 v1.5."),
                false => "Sign with PKCS#1 v1.5.".to_owned(),
            }),
        ),
        (Some(Pss(declared)), PssSalt(found, _) | PssAnySalt(found)) if declared == found => {
            let salt = match rule {
                PssSalt(_, 0) => "no salt".to_owned(),
                PssSalt(_, length) => format!("a salt of {length} bytes"),
                _ => "a salt of another length".to_owned(),
            };
            let wanted = found.length();
            attempt.named(
                "pss-salt-length",
                format!("It fits by PSS with {salt}. RFC 7518 section 3.5 wants one as long as the hash, {wanted} bytes for {alg}, and strict libraries refuse any other: set the salt length in the code that signs."),
            )
        }
        (Some(Ecdsa(wanted, _)), Ecdsa(curve, _)) if wanted != curve => attempt.named(
            "other-curve",
            format!("It fits by {}, but {alg} is for {}: the key is on another curve than `alg` says. {}", in_words(rule), wanted.name(), match is_of_jose(rule) {
                true => format!("Write {name} in `alg`, or sign with a key on {}.", wanted.name()),
                false => format!("Sign with a key on {} and its hash.", wanted.name()),
            }),
        ),
        (Some(Hmac(_)), Hmac(_)) | (Some(Pkcs1(_)), Pkcs1(_)) | (Some(Pss(_)), Pss(_) | PssSalt(..) | PssAnySalt(_)) => attempt.named(
            "other-hash",
            format!("It fits with {hash}, as {name} has it, but `alg` says {alg}. Make the code that signs use the algorithm that it writes in `alg`."),
        ),
        (Some(Ecdsa(..)), Ecdsa(..)) => attempt.named(
            "other-hash",
            format!("It fits with {hash}, but {alg} wants another hash. Set the hash in the code that signs."),
        ),
        _ => attempt.named(
            "other-algorithm",
            format!("It fits by {}, but `alg` says {alg}. Write in `alg` what the code really signs with; a verifier that believes `alg` refuses the token.", in_words(rule)),
        ),
    }
}
