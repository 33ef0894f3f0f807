//! What the Authorization header carries besides bearer tokens. RFC 9110 section 11.6.2.

use super::{Lookalike, SECRET, Subject, bytes_of, strip_word};

const KERBEROS: &str = "It works once and for a few minutes, between this client and this server. Keep it to yourself.";

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let value = ["authorization:", "proxy-authorization:"].iter().find_map(|name| strip_word(subject.whole, name));
    let value = value.unwrap_or(subject.whole);
    basic(value).or_else(|| negotiate(value))
}

/// RFC 7617.
fn basic(value: &str) -> Option<Lookalike> {
    let bytes = bytes_of(strip_word(value, "basic ")?)?;
    let has_both = bytes.contains(&b':') && std::str::from_utf8(&bytes).is_ok();
    has_both.then(|| Lookalike {
        id: "looks-like-basic-credentials",
        name: "a user name and password (HTTP Basic)",
        message: "It holds both, only encoded: anyone can read them. They are not shown here.".to_owned(),
        advice: "If others saw it, change the password.",
        is_secret: true,
        inside: None,
    })
}

/// RFC 4559, and NTLM in the same place.
fn negotiate(value: &str) -> Option<Lookalike> {
    let named = ["negotiate ", "ntlm ", "kerberos "].iter().find_map(|scheme| strip_word(value, scheme));
    let bytes = bytes_of(named.unwrap_or(value))?;
    let start = bytes.get(..40).unwrap_or(&bytes);
    let has = |oid: &[u8]| start.windows(oid.len()).any(|window| window == oid);
    // The object identifiers 1.3.6.1.5.5.2 and 1.2.840.113554.1.2.2, behind the tag of an application's first type.
    let is_kerberos = start.starts_with(b"\x60")
        && (has(b"\x06\x06\x2b\x06\x01\x05\x05\x02") || has(b"\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02"));
    let (id, name, message) = if is_kerberos {
        (
            "looks-like-kerberos-ticket",
            "a Kerberos ticket (SPNEGO)",
            "It is what a browser sends to sign in with Kerberos: a ticket, encrypted for the server.",
        )
    } else if start.starts_with(b"NTLMSSP\0") {
        ("looks-like-ntlm-message", "an NTLM message", "It is a step of signing in to Windows with NTLM.")
    } else {
        return None;
    };
    Some(Lookalike {
        id,
        name,
        message: message.to_owned(),
        advice: if is_kerberos { KERBEROS } else { SECRET },
        is_secret: true,
        inside: None,
    })
}
