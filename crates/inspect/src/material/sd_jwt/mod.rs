//! Selective disclosure: which disclosure belongs to which digest, and the claims as a verifier would see them.
//!
//! RFC 9901. Everything here is hashing. A disclosure that fits its digest is what the payload names, whoever made
//! that payload; who did, only the signature can show, and it is not checked here.

mod conclude;
mod digests;
mod disclosure;
mod key_binding;
mod lookup;
mod pointer;
mod pretty;
mod process;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vector_tests;

use decode::format::Format;
use decode::json::{JsonKind, Value};
use decode::{Part, Role, Span, Token};

use crate::display::counted;
use crate::material::digest::Hash;
use crate::problem::Problem;
use crate::{Severity, display};

pub use key_binding::{KeyBinding, SdHash, key_binding};

/// The disclosures of a token and the claims that they reveal.
#[derive(Debug, Clone, PartialEq)]
pub struct SdJwt {
    /// Which part of the token is the payload: an index into [`Token::parts`].
    pub payload: usize,
    /// What `_sd_alg` says, SHA-256 where it is not there; None for one that is not known here, and then no
    /// disclosure can be matched.
    pub hash: Option<Hash>,
    /// Whether there is an `_sd_alg`.
    pub hash_is_declared: bool,
    /// In the order in which they stand in the token.
    pub disclosures: Vec<Disclosure>,
    /// Digests without a disclosure: claims that are kept back, or decoys. Nobody but the issuer can tell which.
    pub undisclosed: usize,
    /// RFC 9901 section 7.1: the payload with the disclosed claims in the places of their digests and without the
    /// digests, as pretty-printed JSON. Names, strings and numbers as they are written in the token.
    pub processed: String,
    /// [`SdJwt::processed`] would be longer than 5 MB and stops there.
    pub processed_is_cut: bool,
    /// Of the payload, spans in it; each disclosure has its own beside. At most 100.
    pub problems: Vec<Problem>,
}

/// One disclosure as far as it can be read. RFC 9901 section 4.2.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosure {
    /// Which part of the token it is: an index into [`Token::parts`].
    pub part: usize,
    pub salt: Option<String>,
    /// None for an element of an array.
    pub name: Option<String>,
    /// Bytes of the decoded disclosure that hold the value; None where there is none.
    pub value: Option<Span>,
    /// In base64url, of the disclosure as it stands in the token; None where the hash is not known.
    pub digest: Option<String>,
    /// RFC 6901: where the value stands in the processed claims; None where no digest leads to it. One of more than
    /// 500 bytes ends there with `…`.
    pub place: Option<String>,
    /// The token is cut off in it.
    pub is_cut: bool,
    /// Spans in the decoded disclosure.
    pub problems: Vec<Problem>,
    /// Where the source of the name and of the value stands.
    pub(super) name_source: Span,
}

/// The most disclosures of one token that are read.
const DISCLOSURE_LIMIT: usize = 20_000;

/// The most problems that are kept for the payload, and for each disclosure.
const PROBLEM_LIMIT: usize = 100;

/// Reads a token as an SD-JWT: one with disclosures, with a `~`, or with digests in its payload. None for any other,
/// and for one whose payload is no JSON object.
pub fn read(token: &Token) -> Option<SdJwt> {
    let payload = token.parts.iter().position(|part| part.role == Role::Payload)?;
    let claims = token.parts.get(payload)?.value()?;
    let is_disclosure = |part: &Part| part.role == Role::Disclosure;
    let has_digests = || claims.member("_sd").is_some() || claims.member("_sd_alg").is_some();
    let is_of_format = matches!(token.format, Format::SdJwt | Format::SdJwtWithKeyBinding);
    if !(is_of_format || token.parts.iter().any(is_disclosure) || has_digests())
        || !matches!(claims.kind, JsonKind::Object(_))
    {
        return None;
    }
    match hash_of(claims) {
        DeclaredHash::Absent => Some(with_hash(token, payload, Some(Hash::Sha256), false)),
        DeclaredHash::Known(hash) => Some(with_hash(token, payload, Some(hash), true)),
        DeclaredHash::Misspelled(hash, declared) => Some(with_meant_hash(token, payload, hash, declared)),
        DeclaredHash::Unknown(declared) => Some(with_unknown_hash(token, payload, declared)),
    }
}

fn with_hash(token: &Token, payload: usize, hash: Option<Hash>, hash_is_declared: bool) -> SdJwt {
    let mut problems = Vec::new();
    let is_disclosure = |(_, part): &(usize, &Part)| part.role == Role::Disclosure;
    let parts = token.parts.iter().enumerate().filter(is_disclosure);
    let disclosures: Vec<Disclosure> =
        parts.clone().take(DISCLOSURE_LIMIT).map(|(at, part)| disclosure::read(token, at, part, hash)).collect();
    let count = parts.count();
    if count > DISCLOSURE_LIMIT {
        let count = count.to_string();
        let message = format!("The token has {count} disclosures; only the first 20000 were looked at.");
        let span = token.parts.get(payload).and_then(Part::value).map(|claims| claims.span).unwrap_or_default();
        problems.push(Problem::new("sd-many-disclosures", Severity::Warning, span, message));
    }
    process::process(
        token,
        SdJwt {
            payload,
            hash,
            hash_is_declared,
            disclosures,
            undisclosed: 0,
            processed: String::new(),
            processed_is_cut: false,
            problems,
        },
    )
}

/// Tries the hash that another spelling of its name means. It counts if every disclosure fits.
fn with_meant_hash(token: &Token, payload: usize, hash: Hash, declared: &Value) -> SdJwt {
    let mut tried = with_hash(token, payload, Some(hash), true);
    let said = display::quoted(declared.as_str().unwrap_or_default(), 40);
    let name = hash.name();
    let begin = format!("`_sd_alg` is {said}, but the name is written `{name}`: a verifier may refuse the token.");
    let fits = tried.matched() == tried.disclosures.len();
    let message = match (fits, tried.disclosures.is_empty()) {
        (true, true) => begin,
        (true, false) => format!("{begin} Every disclosure fits {name}, so the claims were put together with it."),
        (false, _) => {
            tried = with_hash(token, payload, None, true);
            format!("{begin} Not every disclosure fits {name}, so none was matched.")
        }
    };
    tried.problems.insert(0, Problem::new("sd-hash-misspelled", Severity::Error, declared.span, message));
    tried
}

fn with_unknown_hash(token: &Token, payload: usize, declared: &Value) -> SdJwt {
    let mut read = with_hash(token, payload, None, true);
    let said = match declared.as_str() {
        Some(name) => display::quoted(name, 40),
        None => declared.type_name().to_owned(),
    };
    let message = format!(
        "`_sd_alg` is {said}, which is not known here: only sha-256, sha-384 and sha-512 are, so no disclosure can be matched."
    );
    read.problems.insert(0, Problem::new("sd-unknown-hash", Severity::Error, declared.span, message));
    read
}

impl SdJwt {
    /// How many disclosures have their place in the processed claims.
    pub fn matched(&self) -> usize {
        self.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count()
    }

    /// What digests without a disclosure may be; None where there are none or none could be matched.
    pub fn undisclosed_in_words(&self) -> Option<String> {
        self.hash.filter(|_| self.undisclosed > 0)?;
        let count = counted(self.undisclosed, "digest");
        let verb = if self.undisclosed == 1 { " has" } else { " have" };
        Some(format!(
            "{count}{verb} no disclosure here: claims that were kept back, or decoys. The token does not say which."
        ))
    }
}

fn severity_of(id: &str) -> Severity {
    match id {
        "sd-short-salt" => Severity::Notice,
        "sd-hidden-claim" | "sd-too-deep" | "sd-many-disclosures" => Severity::Warning,
        _ => Severity::Error,
    }
}

/// What `_sd_alg` says. RFC 9901 section 4.1.1.
enum DeclaredHash<'t> {
    /// Then it is SHA-256.
    Absent,
    Known(Hash),
    /// Another spelling of the name of this one.
    Misspelled(Hash, &'t Value),
    Unknown(&'t Value),
}

fn hash_of(claims: &Value) -> DeclaredHash<'_> {
    let Some(declared) = claims.member("_sd_alg") else { return DeclaredHash::Absent };
    let name = declared.as_str().unwrap_or_default();
    match (Hash::named(name), Hash::meant(name)) {
        (Some(hash), _) => DeclaredHash::Known(hash),
        (None, Some(hash)) => DeclaredHash::Misspelled(hash, declared),
        (None, None) => DeclaredHash::Unknown(declared),
    }
}
