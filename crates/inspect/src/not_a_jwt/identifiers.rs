//! Identifiers and digests: only their maker knows for certain what they are.

use super::known::TextKind;
use super::{CharacterClass, PastedText, RecognisedText, is_made_of};

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let text = subject.bare.trim_matches(['{', '}']);
    // RFC 9562.
    let is_uuid = text.len() == 36
        && text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.split('-').all(|group| is_made_of(group, CharacterClass::HexDigits));
    // 48 bits of milliseconds and 80 random ones, in Crockford's base 32.
    let is_ulid = text.len() == 26
        && is_made_of(text, CharacterClass::CapitalsAndDigits)
        && !text.contains(['I', 'L', 'O', 'U'])
        && text.starts_with(['0', '1'])
        && text.bytes().filter(u8::is_ascii_digit).count() >= 3;
    // MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512.
    let is_digest = matches!(text.len(), 32 | 40 | 56 | 64 | 96 | 128) && is_made_of(text, CharacterClass::HexDigits);
    let kind = if is_uuid {
        TextKind::Uuid
    } else if is_ulid {
        TextKind::Ulid
    } else if is_digest {
        TextKind::Hex
    } else {
        return None;
    };
    Some(kind.recognised())
}
