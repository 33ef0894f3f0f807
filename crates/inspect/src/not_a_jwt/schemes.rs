//! What the Authorization header carries besides bearer tokens. RFC 9110 section 11.6.2.

use super::known::TextKind;
use super::{PastedText, RecognisedText, bytes_of, strip_word};

/// The object identifiers 1.3.6.1.5.5.2 (SPNEGO) and 1.2.840.113554.1.2.2 (Kerberos).
const OBJECT_IDENTIFIERS: [&[u8]; 2] =
    [b"\x06\x06\x2b\x06\x01\x05\x05\x02", b"\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02"];

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let value = ["authorization:", "proxy-authorization:"].iter().find_map(|name| strip_word(subject.whole, name));
    let value = value.unwrap_or(subject.whole);
    // RFC 7617.
    if let Some(credentials) = strip_word(value, "basic ") {
        let bytes = bytes_of(credentials)?;
        let has_both = bytes.contains(&b':') && std::str::from_utf8(&bytes).is_ok();
        return (has_both).then(|| TextKind::BasicCredentials.recognised());
    }
    // RFC 4559, and NTLM in the same place.
    let named = ["negotiate ", "ntlm ", "kerberos "].iter().find_map(|scheme| strip_word(value, scheme));
    let bytes = bytes_of(named.unwrap_or(value))?;
    let start = bytes.get(..40).unwrap_or(&bytes);
    let has = |identifier: &&[u8]| start.windows(identifier.len()).any(|window| window == *identifier);
    // After the tag [APPLICATION 0].
    if start.starts_with(b"\x60") && OBJECT_IDENTIFIERS.iter().any(has) {
        return Some(TextKind::KerberosTicket.recognised());
    }
    (start.starts_with(b"NTLMSSP\0")).then(|| TextKind::NtlmMessage.recognised())
}
