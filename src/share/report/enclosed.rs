//! What a token brings along, in the report: keys, certificates, disclosures. Each name is there only where there is
//! something to say under it.

use crate::inspect::certificate::{AlternativeName, Certificate, Comparison, Thumbprint};
use crate::inspect::describe::Description;
use crate::inspect::digest::Hash;
use crate::inspect::enclosed::{EnclosedChain, EnclosedKey};
use crate::inspect::problem::Problem;
use crate::inspect::sd_jwt::{Disclosure, KeyBinding, SdHash, SdJwt};

use super::value::{Json, list};

pub fn add<'a>(members: &mut Vec<(&'static str, Json<'a>)>, description: &'a Description) {
    if !description.keys.is_empty() {
        members.push(("keys", list(&description.keys, key)));
    }
    if !description.chains.is_empty() {
        members.push(("certificateChains", list(&description.chains, chain)));
    }
    if let Some(read) = &description.sd_jwt {
        members.push(("sdJwt", sd_jwt(read)));
    }
    if let Some(read) = &description.key_binding {
        members.push(("keyBinding", key_binding(read)));
    }
}

fn text(text: &Option<String>) -> Json<'_> {
    text.as_deref().into()
}

/// A time in seconds since 1970-01-01T00:00:00Z.
fn time(seconds: Option<i64>) -> Json<'static> {
    seconds.map_or(Json::Null, Json::Number)
}

fn problems(problems: &[Problem]) -> Json<'_> {
    list(problems, |problem| {
        Json::Object(vec![
            ("id", problem.id.into()),
            ("severity", problem.severity.id().into()),
            ("message", problem.message.as_str().into()),
            // Bytes of the decoded part.
            ("span", problem.span.into()),
        ])
    })
}

fn key(found: &EnclosedKey) -> Json<'_> {
    let key = &found.key;
    Json::Object(vec![
        // An index into `parts`, and RFC 6901 from there.
        ("part", found.part.into()),
        ("pointer", found.pointer.as_str().into()),
        ("kind", key.kind.as_str().into()),
        ("bits", key.bits.into()),
        ("purpose", text(&key.purpose)),
        ("keyId", text(&key.key_id)),
        // RFC 7638, SHA-256.
        ("thumbprint", text(&key.thumbprint)),
        ("privateMembers", list(&key.private_members, |name| (*name).into())),
        ("problems", problems(&key.problems)),
    ])
}

fn chain(found: &EnclosedChain) -> Json<'_> {
    Json::Object(vec![
        ("part", found.part.into()),
        ("certificates", list(&found.chain.certificates, certificate)),
        ("thumbprints", list(&found.chain.thumbprints, thumbprint)),
        ("problems", problems(&found.chain.problems)),
    ])
}

fn certificate(certificate: &Certificate) -> Json<'_> {
    let public_key = certificate.public_key.as_ref();
    Json::Object(vec![
        ("span", certificate.span.into()),
        ("bytes", certificate.length.into()),
        ("subject", text(&certificate.subject)),
        ("issuer", text(&certificate.issuer)),
        ("serialNumber", text(&certificate.serial_number)),
        ("notBefore", time(certificate.not_before)),
        ("notAfter", time(certificate.not_after)),
        ("publicKey", public_key.map(|key| key.kind.as_str()).into()),
        ("publicKeyBits", public_key.and_then(|key| key.bits).into()),
        ("signatureAlgorithm", text(&certificate.signature_algorithm)),
        ("saysItIsAuthority", certificate.says_it_is_authority.into()),
        ("alternativeNames", list(&certificate.alternative_names, alternative_name)),
        ("alternativeNamesLeftOut", certificate.alternative_names_left_out.into()),
        ("isSelfIssued", certificate.is_self_issued.into()),
        ("isNamedByNext", certificate.is_named_by_next.into()),
        // base64url, as in `x5t` and `x5t#S256`.
        ("sha1", certificate.sha1.as_str().into()),
        ("sha256", certificate.sha256.as_str().into()),
        ("problems", problems(&certificate.problems)),
    ])
}

fn alternative_name(name: &AlternativeName) -> Json<'_> {
    Json::Object(vec![("kind", name.kind.into()), ("name", name.name.as_str().into())])
}

fn thumbprint(thumbprint: &Thumbprint) -> Json<'_> {
    let comparison = match thumbprint.comparison {
        Comparison::Match => "match",
        Comparison::Mismatch => "mismatch",
        Comparison::Hexadecimal { matches: true } => "hexadecimal-match",
        Comparison::Hexadecimal { matches: false } => "hexadecimal",
        Comparison::WrongLength => "wrong-length",
        Comparison::WrongType => "wrong-type",
        Comparison::NothingToCompare => "nothing-to-compare",
    };
    Json::Object(vec![
        ("name", thumbprint.name.into()),
        ("comparison", comparison.into()),
        ("message", thumbprint.message.as_str().into()),
    ])
}

fn sd_jwt(read: &SdJwt) -> Json<'_> {
    Json::Object(vec![
        // Null for one that is not known here.
        ("hash", read.hash.map(Hash::name).into()),
        ("disclosures", list(&read.disclosures, disclosure)),
        // Digests without a disclosure: claims kept back, or decoys.
        ("undisclosed", read.undisclosed.into()),
        // JSON text: the claims as a verifier would see them, RFC 9901 section 7.1.
        ("processed", read.processed.as_str().into()),
        ("processedIsCut", read.processed_is_cut.into()),
        ("problems", problems(&read.problems)),
    ])
}

fn disclosure(disclosure: &Disclosure) -> Json<'_> {
    Json::Object(vec![
        ("part", disclosure.part.into()),
        ("salt", text(&disclosure.salt)),
        // Null for an element of an array.
        ("name", text(&disclosure.name)),
        ("digest", text(&disclosure.digest)),
        // RFC 6901, in the processed claims.
        ("place", text(&disclosure.place)),
        ("problems", problems(&disclosure.problems)),
    ])
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
    Json::Object(vec![
        ("part", read.part.into()),
        ("sdHash", text(&read.sd_hash)),
        ("computed", text(&read.computed)),
        ("outcome", outcome.into()),
        ("message", read.message.as_str().into()),
    ])
}
