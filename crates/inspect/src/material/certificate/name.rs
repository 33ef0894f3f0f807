//! Names in certificates as one line of text: whole names as RFC 4514 writes them, and strings of any kind.

use crate::material::digest::hex;

use super::der::{DerFault, DerReader, OBJECT_IDENTIFIER, SEQUENCE, SET};
use super::oid;

/// RFC 4514 section 2: the last part first, joined by commas. `CN=issuer.example,O=Example\, Ltd.,C=DE`
pub(super) fn distinguished_name(mut sequence: DerReader) -> Result<String, DerFault> {
    let mut parts = Vec::new();
    while !sequence.is_at_end() {
        let mut set = sequence.take(SET, "a part of a name")?.contents;
        let mut part = String::new();
        while !set.is_at_end() {
            let mut attribute = set.take(SEQUENCE, "an attribute of a name")?.contents;
            let kind = attribute.take(OBJECT_IDENTIFIER, "the kind of an attribute")?;
            let value = attribute.any()?;
            if !part.is_empty() {
                part.push('+');
            }
            part.push_str(&oid::name(kind.bytes()));
            part.push('=');
            match string(value.tag, value.bytes()) {
                Some(text) => escape_into(&mut part, &text),
                None => {
                    part.push('#');
                    part.push_str(&hex(value.source()));
                }
            }
        }
        parts.push(part);
    }
    parts.reverse();
    Ok(parts.join(","))
}

/// The text of a string type of RFC 5280 section 4.1.2.4; None for any other type.
fn string(tag: u8, bytes: &[u8]) -> Option<String> {
    match tag {
        // UTF8String, NumericString, PrintableString, IA5String, VisibleString: all of them UTF-8, most less.
        0x0C | 0x12 | 0x13 | 0x16 | 0x1A => Some(String::from_utf8_lossy(bytes).into_owned()),
        // TeletexString, whose writers mean Latin-1.
        0x14 => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
        // BMPString: UTF-16, the high byte first.
        0x1E => {
            let units = bytes.chunks(2).map(|pair| pair.iter().fold(0, |unit: u16, byte| unit << 8 | u16::from(*byte)));
            Some(char::decode_utf16(units).map(|character| character.unwrap_or('\u{FFFD}')).collect())
        }
        _ => None,
    }
}

/// RFC 4514 section 2.4.
fn escape_into(line: &mut String, value: &str) {
    let last = value.chars().count().saturating_sub(1);
    for (at, character) in value.chars().enumerate() {
        match character {
            '\0' => {
                line.push_str("\\00");
                continue;
            }
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => line.push('\\'),
            '#' if at == 0 => line.push('\\'),
            ' ' if at == 0 || at == last => line.push('\\'),
            _ => {}
        }
        line.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name of one part with one attribute, whose value has this tag and these bytes.
    fn line(tag: u8, bytes: &[u8]) -> String {
        let wrap = |tag: u8, contents: &[u8]| [&[tag, contents.len() as u8], contents].concat();
        let attribute = [wrap(OBJECT_IDENTIFIER, &[0x55, 0x04, 0x03]), wrap(tag, bytes)].concat();
        let name = wrap(SET, &wrap(SEQUENCE, &attribute));
        distinguished_name(DerReader::new(&name)).expect("a name")
    }

    #[test]
    fn reads_every_kind_of_string() {
        assert_eq!(line(0x0C, "Zoë".as_bytes()), "CN=Zoë");
        assert_eq!(line(0x13, b"Zoe"), "CN=Zoe");
        assert_eq!(line(0x14, b"Zo\xEB"), "CN=Zoë");
        assert_eq!(line(0x1E, &[0, b'Z', 0x4E, 0x2D]), "CN=Z中");
        assert_eq!(line(0x1E, &[0xD8, 0, 0]), "CN=\u{FFFD}\\00");
        assert_eq!(line(0x0C, b"\xFF"), "CN=\u{FFFD}");
        assert_eq!(line(0x04, b"Zo"), "CN=#04025a6f");
    }

    #[test]
    fn escapes_what_would_look_like_more_of_the_name() {
        assert_eq!(line(0x0C, br#"a,O=b+c"<;>\"#), r#"CN=a\,O=b\+c\"\<\;\>\\"#);
        assert_eq!(line(0x0C, b" # "), "CN=\\ #\\ ");
        assert_eq!(line(0x0C, b"#a\0"), "CN=\\#a\\00");
        assert_eq!(line(0x0C, b""), "CN=");
    }

    #[test]
    fn an_empty_name_is_an_empty_line() {
        assert_eq!(distinguished_name(DerReader::new(&[])), Ok(String::new()));
    }
}
