//! The two extensions that say most about a certificate: what it may be used for and whom else it names.

use crate::material::digest::hex;

use super::der::{BOOLEAN, DerFault, DerReader, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE};
use super::{AlternativeName, Certificate, oid};

/// The most alternative names that are kept.
const LIMIT: usize = 50;

/// RFC 5280 section 4.2.
pub(super) fn read(certificate: &mut Certificate, mut explicit: DerReader) -> Result<(), DerFault> {
    let mut extensions = explicit.take(SEQUENCE, "extensions")?.contents;
    while !extensions.is_at_end() {
        let mut extension = extensions.take(SEQUENCE, "an extension")?.contents;
        let identifier = extension.take(OBJECT_IDENTIFIER, "the kind of an extension")?;
        // Whether it is critical says nothing to us.
        extension.optional(BOOLEAN)?;
        let mut value = extension.take(OCTET_STRING, "an extension's value")?.contents;
        match oid::dotted(identifier.bytes()).as_str() {
            "2.5.29.19" => {
                let mut constraints = value.take(SEQUENCE, "basic constraints")?.contents;
                let authority = constraints.optional(BOOLEAN)?;
                certificate.says_it_is_authority = authority.is_some_and(|says| says.bytes() != [0]);
            }
            "2.5.29.17" => alternative_names(certificate, value.take(SEQUENCE, "alternative names")?.contents)?,
            _ => {}
        }
    }
    Ok(())
}

/// RFC 5280 section 4.2.1.6.
fn alternative_names(certificate: &mut Certificate, mut names: DerReader) -> Result<(), DerFault> {
    while !names.is_at_end() {
        let element = names.any()?;
        let bytes = element.bytes();
        let kind = match element.tag {
            0x81 => "email",
            0x82 => "DNS",
            0x86 => "URI",
            0x87 => "IP",
            _ => "",
        };
        let has_room = certificate.alternative_names.len() < LIMIT;
        let name = match kind {
            "" => None,
            "IP" => address(bytes),
            _ => Some(String::from_utf8_lossy(bytes).into_owned()),
        };
        match name.filter(|_| has_room) {
            Some(name) => certificate.alternative_names.push(AlternativeName { kind, name }),
            None => certificate.alternative_names_left_out += 1,
        }
    }
    Ok(())
}

/// Four numbers with dots, or eight groups of digits with colons.
fn address(bytes: &[u8]) -> Option<String> {
    let groups: Vec<String> = match bytes.len() {
        4 => return Some(bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(".")),
        16 => bytes.chunks(2).map(hex).collect::<Vec<_>>(),
        _ => return None,
    };
    let shortened = groups.iter().map(|group| match group.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    });
    Some(shortened.collect::<Vec<_>>().join(":"))
}
