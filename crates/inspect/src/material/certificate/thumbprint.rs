//! `x5t` and `x5t#S256` against the certificate that they should name. RFC 7515 sections 4.1.7 and 4.1.8.

use crate::display::counted;
use crate::material::digest::{Hash, hex};
use decode::json::Value;
use decode::{Span, base64url};

/// A thumbprint parameter and the result of comparing it.
#[derive(Debug, Clone, PartialEq)]
pub struct Thumbprint {
    /// `x5t` or `x5t#S256`.
    pub name: &'static str,
    /// The span of its value, in bytes of the decoded part.
    pub span: Span,
    pub comparison: ThumbprintMatch,
    /// A full sentence for people.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThumbprintMatch {
    /// It is that of the first certificate of `x5c`.
    Match,
    /// It is that of another certificate.
    Mismatch,
    /// It is written in hexadecimal, by itself or inside the base64url, and is that of the first certificate or not.
    Hexadecimal { matches: bool },
    /// It cannot be one: not so many bytes as the digest has.
    WrongLength,
    /// No string.
    WrongType,
    /// There is no certificate here to compare it with.
    NothingToCompare,
}

pub(super) fn thumbprints(object: &Value, first: Option<&[u8]>) -> Vec<Thumbprint> {
    let parameters = [("x5t", Hash::Sha1, "SHA-1"), ("x5t#S256", Hash::Sha256, "SHA-256")];
    parameters
        .into_iter()
        .filter_map(|(name, hash, hash_name)| {
            let value = object.member(name)?;
            let (comparison, message) = compare(value, name, hash, hash_name, first);
            Some(Thumbprint { name, span: value.span, comparison, message })
        })
        .collect::<Vec<_>>()
}

fn compare(value: &Value, name: &str, hash: Hash, hash_name: &str, first: Option<&[u8]>) -> (ThumbprintMatch, String) {
    let Some(text) = value.as_str() else {
        return (ThumbprintMatch::WrongType, format!("`{name}` must be a string, but is {}.", value.type_name()));
    };
    let digest = first.map(|first| hash.digest(first));
    let found = base64url::decode(text).bytes;
    let is_hexadecimal = |text: &[u8]| text.len() == 2 * hash.length() && text.iter().all(u8::is_ascii_hexdigit);
    let hexadecimal = [text.as_bytes(), &found].into_iter().find(|text| is_hexadecimal(text));
    if let Some(hexadecimal) = hexadecimal {
        let matches = digest.as_ref().is_some_and(|digest| hexadecimal.eq_ignore_ascii_case(hex(digest).as_bytes()));
        let whose = match (digest.is_some(), matches) {
            (true, true) => "It still belongs to the first certificate of `x5c`.",
            (true, false) => "It is not that of the first certificate of `x5c` either.",
            (false, _) => "There is no certificate here to compare it with.",
        };
        let message =
            format!("`{name}` holds hexadecimal digits where the bytes themselves should be in base64url. {whose}");
        return (ThumbprintMatch::Hexadecimal { matches }, message);
    }
    if found.len() != hash.length() {
        let (found, wanted) = (counted(found.len(), "byte"), counted(hash.length(), "byte"));
        let message = format!("`{name}` holds {found}, but a {hash_name} thumbprint has {wanted}.");
        return (ThumbprintMatch::WrongLength, message);
    }
    match digest {
        None => (
            ThumbprintMatch::NothingToCompare,
            format!(
                "`{name}` has the length of a {hash_name} thumbprint; there is no certificate here to compare it with."
            ),
        ),
        Some(digest) if digest == found => (
            ThumbprintMatch::Match,
            format!(
                "`{name}` is the {hash_name} thumbprint of the first certificate of `x5c`. That shows that the two belong together, not who made them."
            ),
        ),
        Some(_) => (
            ThumbprintMatch::Mismatch,
            format!(
                "`{name}` is not the {hash_name} thumbprint of the first certificate of `x5c`: it names another certificate."
            ),
        ),
    }
}
