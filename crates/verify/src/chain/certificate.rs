//! What a chain needs of a certificate: RFC 5280 section 4.1. Read element by element, since people paste and send
//! certificates that are not quite as the RFC has them.

use spki::der::asn1::{AnyRef, BitStringRef};
use spki::der::{Decode, Encode, Reader, SliceReader, Tag, Tagged};
use spki::{AlgorithmIdentifierRef, ObjectIdentifier};
use x509_cert::ext::Extensions;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};
use x509_cert::time::Validity;

use super::CertificateValidity;
use super::signature::CertificateRule;
use crate::key::{self, KeyMaterial};

#[derive(Debug)]
pub(super) struct ChainCertificate {
    pub key: KeyMaterial,
    /// Its name, in DER.
    pub subject: Vec<u8>,
    pub issuer: Vec<u8>,
    pub not_before: i64,
    pub not_after: i64,
    /// Whether it says that it is of a certificate authority: RFC 5280 section 4.2.1.9. None where it says nothing.
    pub is_authority: Option<bool>,
    /// How many more authorities may stand below it.
    pub path_length: Option<u8>,
    /// Whether its key may sign certificates: RFC 5280 section 4.2.1.3. None where it says nothing.
    pub may_sign_certificates: Option<bool>,
    pub rule: CertificateRule,
    /// What is signed.
    pub body: Vec<u8>,
    pub signature: Vec<u8>,
}

impl ChainCertificate {
    /// Or what is wrong with it.
    pub fn read(der: &[u8]) -> Result<Self, String> {
        let elements = Vec::<AnyRef>::from_der(der).map_err(|_| "it is no certificate in DER".to_owned())?;
        let [body, algorithm, signature] = elements.as_slice() else {
            return Err("it is no certificate".to_owned());
        };
        let fields = body.decode_as::<Vec<AnyRef>>().map_err(|_| missing("body"))?;
        let is_tagged =
            |field: &AnyRef, number: u32| field.tag().is_context_specific() && field.tag().number().value() == number;
        let version = usize::from(fields.first().is_some_and(|field| is_tagged(field, 0)));
        let field = |position: usize, name: &str| fields.get(version + position).ok_or_else(|| missing(name));
        if field(1, "algorithm")? != algorithm {
            return Err("it names two different signature algorithms".to_owned());
        }
        let source = |element: &AnyRef| element.to_der().map_err(|_| missing("names"));
        let algorithm = algorithm.decode_as::<AlgorithmIdentifierRef>().map_err(|_| missing("signature algorithm"))?;
        let validity = field(3, "validity")?.decode_as::<Validity>().map_err(|_| missing("validity"))?;
        let seconds =
            |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
        let signature = signature.decode_as::<BitStringRef>().ok().and_then(|bits| bits.as_bytes());
        let extensions = match fields.iter().find(|field| is_tagged(field, 3)) {
            Some(explicit) => Extensions::from_der(explicit.value()).map_err(|_| missing("extensions"))?,
            None => Extensions::new(),
        };
        let extension = |number: &str| {
            let mut found = extensions.iter().filter(|extension| extension.extn_id.to_string() == number);
            match (found.next(), found.next()) {
                (Some(_), Some(_)) => Err("it has one extension twice".to_owned()),
                (only, _) => Ok(only.map(|extension| extension.extn_value.as_bytes())),
            }
        };
        let constraints = extension("2.5.29.19")?.map(BasicConstraints::from_der).transpose();
        let constraints = constraints.map_err(|_| missing("basic constraints"))?;
        let usage = extension("2.5.29.15")?.map(KeyUsage::from_der).transpose().map_err(|_| missing("key usage"))?;
        Ok(Self {
            key: key::of_certificate(der).ok_or_else(|| "its key cannot be read".to_owned())?,
            issuer: source(field(2, "issuer")?)?,
            subject: source(field(4, "subject")?)?,
            not_before: seconds(validity.not_before),
            not_after: seconds(validity.not_after),
            is_authority: constraints.as_ref().map(|constraints| constraints.ca),
            path_length: constraints.and_then(|constraints| constraints.path_len_constraint),
            may_sign_certificates: usage.map(|usage| usage.key_cert_sign()),
            rule: CertificateRule::of(&algorithm),
            body: body.to_der().map_err(|_| missing("body"))?,
            signature: signature.ok_or_else(|| missing("signature"))?.to_vec(),
        })
    }

    pub fn is_self_issued(&self) -> bool {
        self.subject == self.issuer
    }

    /// Whether both are of one subject with one key.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.key == other.key && self.subject == other.subject
    }

    pub fn validity_at(&self, now: i64) -> CertificateValidity {
        match now {
            _ if now > self.not_after => CertificateValidity::Expired,
            _ if now < self.not_before => CertificateValidity::NotYetValid,
            _ => CertificateValidity::Valid,
        }
    }
}

fn missing(what: &str) -> String {
    format!("its {what} cannot be read")
}

/// Of a name in DER: the common name, or else the unit, the organisation, or whatever is last. RFC 5280 section 4.1.2.4.
pub(super) fn common_name(name: &[u8]) -> String {
    const KINDS: [&str; 3] = ["2.5.4.3", "2.5.4.11", "2.5.4.10"];
    let attributes = attributes(name).unwrap_or_default();
    let of_kind = |kind: &&str| attributes.iter().rev().find(|(number, _)| number == kind);
    KINDS.iter().find_map(of_kind).or(attributes.last()).map(|(_, text)| text.clone()).unwrap_or_default()
}

fn attributes(name: &[u8]) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    for set in Vec::<AnyRef>::from_der(name).ok()? {
        let mut reader = SliceReader::new(set.value()).ok()?;
        while !reader.is_finished() {
            let attribute = AnyRef::decode(&mut reader).ok()?.decode_as::<Vec<AnyRef>>().ok()?;
            let [kind, value] = attribute.as_slice() else { return None };
            found.push((kind.decode_as::<ObjectIdentifier>().ok()?.to_string(), text(value)));
        }
    }
    Some(found)
}

fn text(value: &AnyRef) -> String {
    match value.tag() {
        // UTF-16, the high byte first.
        Tag::BmpString => {
            let units =
                value.value().chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
            char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        // TeletexString, whose writers mean Latin-1.
        Tag::TeletexString => value.value().iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8_lossy(value.value()).into_owned(),
    }
}
