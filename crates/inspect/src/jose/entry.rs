//! What one name of a registry says, and how its values are to be explained.

/// What one name says. It tells what a token claims, so it is true of a forged token as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// As it stands in a token. For a family of names, only their beginning.
    pub name: &'static str,
    /// A few words for a heading.
    pub title: &'static str,
    /// What a reader wants to know first, in at most [`LONGEST_SHORT`] characters, understood without the title.
    pub short: &'static str,
    pub kind: ValueKind,
    /// One phrase, no full stop.
    pub meaning: &'static str,
    /// The document that defines the name, with its section where there is one.
    pub reference: &'static str,
}

/// The most characters of a short meaning: it stands in one line beside the value.
pub const LONGEST_SHORT: usize = 36;

/// How a value is to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// A string to be shown as it is.
    Text,
    /// NumericDate, seconds since 1970-01-01T00:00:00Z: RFC 7519 section 2.
    Timestamp,
    /// A number of seconds.
    Duration,
    /// The address of something. It must not be fetched.
    Uri,
    /// A JSON Web Key, or a set of them: RFC 7517.
    Key,
    /// A name for [`algorithm`](super::algorithm): how it was signed, or how its key was encrypted.
    Algorithm,
    /// A name for [`algorithm`](super::algorithm): how the content was encrypted.
    Encryption,
    /// A media type for [`token_type`](super::token_type), perhaps without its `application/`.
    Type,
    /// True or false. Some issuers write it as a string or as 0 and 1.
    Boolean,
    /// A list, an object, a plain number, or different things at different issuers.
    Other,
}

pub(super) const fn text(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Text, meaning, reference }
}

pub(super) const fn timestamp(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Timestamp, meaning, reference }
}

pub(super) const fn duration(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Duration, meaning, reference }
}

pub(super) const fn uri(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Uri, meaning, reference }
}

pub(super) const fn key(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Key, meaning, reference }
}

pub(super) const fn algorithm(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Algorithm, meaning, reference }
}

pub(super) const fn encryption(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Encryption, meaning, reference }
}

pub(super) const fn media_type(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Type, meaning, reference }
}

pub(super) const fn boolean(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Boolean, meaning, reference }
}

pub(super) const fn other(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Entry {
    Entry { name, title, short, kind: ValueKind::Other, meaning, reference }
}
