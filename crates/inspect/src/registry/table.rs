//! The form the tables have: one text each, one line a name, searched by halves.
//!
//! A text takes a third of the room that an array of structs with five string pointers takes, packed or not.

use std::cmp::Ordering;

use super::{Algorithm, CheckedWith, Entry, Kind, Standing, Usage};

/// Stands between the fields of a line, and so in none of them.
const SEPARATOR: char = '|';

/// The line of a sorted table whose name compares as equal. `compare` tells how a name lies to the wanted one.
pub(crate) fn line(table: &'static str, compare: &dyn Fn(&str) -> Ordering) -> Option<&'static str> {
    let mut rest = table;
    while !rest.is_empty() {
        let (before, after) = rest.split_at_checked(rest.floor_char_boundary(rest.len() / 2))?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = before.len() + after.find('\n')?;
        let line = rest.get(start..end)?;
        rest = match compare(name_of(line)) {
            Ordering::Equal => return Some(line),
            Ordering::Less => rest.get(end + 1..)?,
            Ordering::Greater => rest.get(..start)?,
        };
    }
    None
}

/// The first field of a line.
pub(super) fn name_of(line: &str) -> &str {
    line.split_once(SEPARATOR).map_or(line, |(name, _)| name)
}

impl Entry {
    /// Reads `name|kind|title|meaning|reference`.
    pub(super) fn of(line: &'static str) -> Option<Self> {
        let mut fields = line.split(SEPARATOR);
        Some(Self {
            name: fields.next()?,
            kind: match fields.next()? {
                "t" => Kind::Text,
                "n" => Kind::Timestamp,
                "d" => Kind::Duration,
                "u" => Kind::Uri,
                "k" => Kind::Key,
                "a" => Kind::Algorithm,
                "e" => Kind::Encryption,
                "y" => Kind::Type,
                "b" => Kind::Boolean,
                "o" => Kind::Other,
                _ => return None,
            },
            title: fields.next()?,
            meaning: fields.next()?,
            reference: fields.next()?,
        })
    }
}

impl Algorithm {
    /// Reads `name|usage|standing|title|meaning|reference|signature lengths|checked with`.
    pub(super) fn of(line: &'static str) -> Option<Self> {
        let mut fields = line.split(SEPARATOR);
        Some(Self {
            name: fields.next()?,
            usage: match fields.next()? {
                "s" => Usage::Signature,
                "m" => Usage::KeyManagement,
                "c" => Usage::ContentEncryption,
                "k" => Usage::KeyOnly,
                _ => return None,
            },
            standing: match fields.next()? {
                "Required" => Standing::Required,
                "Recommended+" => Standing::RecommendedPlus,
                "Recommended" => Standing::Recommended,
                "Recommended-" => Standing::RecommendedMinus,
                "Optional" => Standing::Optional,
                "Deprecated" => Standing::Deprecated,
                "Prohibited" => Standing::Prohibited,
                _ => return None,
            },
            title: fields.next()?,
            meaning: fields.next()?,
            reference: fields.next()?,
            lengths: fields.next()?,
            checked_with: match fields.next()? {
                "s" => CheckedWith::SharedSecret,
                "p" => CheckedWith::PublicKey,
                "n" => CheckedWith::Nothing,
                "-" => CheckedWith::NotASignature,
                _ => return None,
            },
        })
    }
}
