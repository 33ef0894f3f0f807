//! What a token brings along, in the report: keys, certificates, disclosures. Each name is there only where there is
//! something to say under it.

use inspect::describe::Description;
use inspect::material::certificate::{AlternativeName, Certificate, Thumbprint, ThumbprintMatch};
use inspect::material::digest::Hash;
use inspect::material::enclosed::{EnclosedChain, EnclosedKey};
use inspect::material::sd_jwt::{Disclosure, KeyBinding, SdHash, SdJwt};
use inspect::material::status_list::StatusList;
use inspect::problem::Problem;

use super::value::{Json, Object, list, object};

pub fn add<'a>(mut object: Object<'a>, description: &'a Description) -> Object<'a> {
    if !description.keys.is_empty() {
        object = object.with("keys", list(&description.keys, key));
    }
    if !description.chains.is_empty() {
        object = object.with("certificateChains", list(&description.chains, chain));
    }
    if let Some(read) = &description.sd_jwt {
        object = object.with("sdJwt", sd_jwt(read));
    }
    if let Some(read) = &description.key_binding {
        object = object.with("keyBinding", key_binding(read));
    }
    if let Some(read) = &description.status_list {
        object = object.with("statusList", status_list(read));
    }
    object
}

fn status_list(read: &StatusList) -> Json<'_> {
    object()
        .with("part", read.part)
        // Null where `bits` is none of 1, 2, 4 and 8.
        .with("bits", read.bits.map(usize::from))
        .with("entries", read.entries)
        .with("set", read.set())
        // How many entries have each status but 0.
        .with(
            "counts",
            list(&read.counts, |(status, count)| {
                object().with("status", usize::from(*status)).with("entries", *count).json()
            }),
        )
        // The first entries that are not 0.
        .with(
            "first",
            list(&read.first, |(index, status)| {
                object().with("index", *index).with("status", usize::from(*status)).json()
            }),
        )
        .with("problems", problems(&read.problems))
        .json()
}

fn problems(problems: &[Problem]) -> Json<'_> {
    list(problems, |problem| {
        object()
            .with("id", problem.id)
            .with("severity", problem.severity.id())
            .with("message", problem.message.as_str())
            // Bytes of the decoded part.
            .with("span", problem.span)
            .json()
    })
}

fn key(found: &EnclosedKey) -> Json<'_> {
    let key = &found.key;
    object()
        // An index into `parts`, and RFC 6901 from there.
        .with("part", found.part)
        .with("pointer", found.pointer.as_str())
        .with("kind", key.kind.as_str())
        .with("bits", key.bits)
        .with("purpose", key.purpose.as_deref())
        .with("keyId", key.key_id.as_deref())
        // RFC 7638, SHA-256.
        .with("thumbprint", key.thumbprint.as_deref())
        .with("privateMembers", list(&key.private_members, |name| (*name).into()))
        .with("problems", problems(&key.problems))
        .json()
}

fn chain(found: &EnclosedChain) -> Json<'_> {
    object()
        .with("part", found.part)
        .with("certificates", list(&found.chain.certificates, certificate))
        .with("thumbprints", list(&found.chain.thumbprints, thumbprint))
        .with("problems", problems(&found.chain.problems))
        .json()
}

fn certificate(certificate: &Certificate) -> Json<'_> {
    let public_key = certificate.public_key.as_ref();
    object()
        .with("span", certificate.span)
        .with("bytes", certificate.length)
        .with("subject", certificate.subject.as_deref())
        .with("issuer", certificate.issuer.as_deref())
        .with("serialNumber", certificate.serial_number.as_deref())
        // Seconds since 1970-01-01T00:00:00Z.
        .with("notBefore", certificate.not_before)
        .with("notAfter", certificate.not_after)
        .with("publicKey", public_key.map(|key| key.kind.as_str()))
        .with("publicKeyBits", public_key.and_then(|key| key.bits))
        .with("signatureAlgorithm", certificate.signature_algorithm.as_deref())
        .with("saysItIsAuthority", certificate.says_it_is_authority)
        .with("alternativeNames", list(&certificate.alternative_names, alternative_name))
        .with("alternativeNamesLeftOut", certificate.alternative_names_left_out)
        .with("isSelfIssued", certificate.is_self_issued)
        .with("isNamedByNext", certificate.is_named_by_next)
        // base64url, as in `x5t` and `x5t#S256`.
        .with("sha1", certificate.sha1.as_str())
        .with("sha256", certificate.sha256.as_str())
        .with("problems", problems(&certificate.problems))
        .json()
}

fn alternative_name(name: &AlternativeName) -> Json<'_> {
    object().with("kind", name.kind).with("name", name.name.as_str()).json()
}

fn thumbprint(thumbprint: &Thumbprint) -> Json<'_> {
    let comparison = match thumbprint.comparison {
        ThumbprintMatch::Match => "match",
        ThumbprintMatch::Mismatch => "mismatch",
        ThumbprintMatch::Hexadecimal { matches: true } => "hexadecimal-match",
        ThumbprintMatch::Hexadecimal { matches: false } => "hexadecimal",
        ThumbprintMatch::WrongLength => "wrong-length",
        ThumbprintMatch::WrongType => "wrong-type",
        ThumbprintMatch::NothingToCompare => "nothing-to-compare",
    };
    object()
        .with("name", thumbprint.name)
        .with("comparison", comparison)
        .with("message", thumbprint.message.as_str())
        .json()
}

fn sd_jwt(read: &SdJwt) -> Json<'_> {
    object()
        // Null for one that is not known here.
        .with("hash", read.hash.map(Hash::name))
        .with("disclosures", list(&read.disclosures, disclosure))
        // Digests without a disclosure: claims kept back, or decoys.
        .with("undisclosed", read.undisclosed)
        // JSON text: the claims as a verifier would see them, RFC 9901 section 7.1.
        .with("processed", read.processed.as_str())
        .with("processedIsCut", read.processed_is_cut)
        .with("problems", problems(&read.problems))
        .json()
}

fn disclosure(disclosure: &Disclosure) -> Json<'_> {
    object()
        .with("part", disclosure.part)
        .with("salt", disclosure.salt.as_deref())
        // Null for an element of an array.
        .with("name", disclosure.name.as_deref())
        .with("digest", disclosure.digest.as_deref())
        // RFC 6901, in the processed claims.
        .with("place", disclosure.place.as_deref())
        .with("problems", problems(&disclosure.problems))
        .json()
}

fn key_binding(read: &KeyBinding) -> Json<'_> {
    let outcome = match read.outcome {
        SdHash::Match => "match",
        SdHash::Mismatch => "mismatch",
        SdHash::Absent => "absent",
        SdHash::WrongType => "wrong-type",
        SdHash::Unreadable => "unreadable",
        SdHash::UnknownHash => "unknown-hash",
    };
    object()
        .with("part", read.part)
        .with("sdHash", read.sd_hash.as_deref())
        .with("computed", read.computed.as_deref())
        .with("outcome", outcome)
        .with("message", read.message.as_str())
        .json()
}
