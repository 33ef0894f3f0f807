//! The same secret as another text or other bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::common::{CLAIMS, HS256, check, hs256};
use super::{IdCase, Told, case, of_check, with_secret};

/// What is told of a token that is signed with the one where the other was pasted.
fn told(signed_with: &[u8], pasted: &str) -> Told {
    of_check(with_secret(&hs256(HS256, CLAIMS, signed_with), pasted))
}

/// Of a secret that stands in a text of which not all is the secret.
fn told_of_text(signed_with: &str, pasted: &str) -> Told {
    of_check(check(&hs256(HS256, CLAIMS, signed_with.as_bytes()), pasted))
}

const SETTINGS: &str = r#"{"type":"HS256","key":"hunter-2-hunter-2"}"#;

pub const CASES: &[IdCase] = &[
    case("secret-trailing-newline", || told(b"hunter-2\r\n", "hunter-2"), || told(b"hunter-2\n\n\n", "hunter-2")),
    case("secret-trailing-blank", || told(b"hunter-2 ", "hunter-2"), || told(b"hunter-2  ", "hunter-2")),
    case("secret-trimmed", || told(b"hunter-2", " hunter-2\n"), || told(b"hunter 2", " hunter  2\n")),
    case("secret-quoted", || told(b"'hunter-2'", "hunter-2"), || told(b"'hunter-2\"", "hunter-2")),
    case("secret-unquoted", || told(b"hunter-2", "\"hunter-2\""), || told(b"hunter-2", "\"hunter-2'")),
    case("secret-unescaped", || told(b"one\ntwo", "one\\ntwo"), || told(b"one\ntwo", "one/ntwo")),
    case("secret-escaped", || told(b"one\\ntwo", "one\ntwo"), || told(b"one\\ttwo", "one\ntwo")),
    case("secret-line-ends", || told(b"one\r\ntwo", "one\ntwo"), || told(b"one\ttwo", "one\ntwo")),
    case("secret-name-removed", || told(b"hunter-2", "JWT_SECRET=hunter-2"), || told(b"hunter-2", "a secret=hunter-2")),
    case("secret-percent-decoded", || told(b"a b+c", "a%20b%2Bc"), || told(b"a b", "a%2xb")),
    case("secret-other-encoding", || told(b"caf\xE9", "caf\u{E9}"), || told(b"caf\xE8", "caf\u{E9}")),
    case("secret-base64", || told(b"hunter-2", "aHVudGVyLTI="), || told(b"hunter-3", "aHVudGVyLTI=")),
    case(
        "secret-base64-whole-quanta",
        || told(b"hunter", "aHVudGVyLTI"),
        // All of it is whole.
        || told(b"hunter", "aHVudGVy"),
    ),
    case("secret-hex", || told(b"hunter-2", "68756e7465722d32"), || told(b"hunter-2", "68756e7465722d3g")),
    case("secret-hex-lenient", || told(b"\x68\x75\x00\x6e", "6875zz6e"), || told(b"\x68\x75\x6e", "68756e")),
    case(
        "secret-is-base64-of-it",
        || told(STANDARD.encode("hunter-2").as_bytes(), "hunter-2"),
        || told(STANDARD.encode("hunter-3").as_bytes(), "hunter-2"),
    ),
    case("secret-is-hex-of-it", || told(b"68756e7465722d32", "hunter-2"), || told(b"68756e7465722d33", "hunter-2")),
    // MD5 of "hunter2".
    case(
        "secret-digest",
        || told(b"2ab96390c7dbe3439de74d0c9b0b1767", "hunter2"),
        || told(b"2ab96390c7dbe3439de74d0c9b0b1768", "hunter2"),
    ),
    case("secret-as-pasted", || told_of_text(SETTINGS, SETTINGS), || told_of_text("hunter-2-hunter-2", SETTINGS)),
    case("public-secret", || told(b"your-256-bit-secret", "hunter-2"), || told(b"your-257-bit-secret", "hunter-2")),
];

#[test]
fn every_form_of_a_digest_is_tried() {
    for signed_with in [
        "2ab96390c7dbe3439de74d0c9b0b1767",
        "2AB96390C7DBE3439DE74D0C9B0B1767",
        "KrljkMfb40Od500MmwsXZw==",
        "KrljkMfb40Od500MmwsXZw",
        "f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7",
        "9S+9MrKzuG/4jvbEkGKChfSCrxXdyylUH5S89Saj9sc=",
        "f3bbbd66a63d4bf1747940578ec3d0103530e21d",
    ] {
        assert!(told(signed_with.as_bytes(), "hunter2").contains(&"secret-digest"), "{signed_with}");
        assert!(told(signed_with.as_bytes(), " hunter2\n").contains(&"secret-digest"), "{signed_with}");
        assert!(!told(signed_with.as_bytes(), "hunter3").contains(&"secret-digest"), "{signed_with}");
    }
    let bytes = b"\x2a\xb9\x63\x90\xc7\xdb\xe3\x43\x9d\xe7\x4d\x0c\x9b\x0b\x17\x67";
    assert!(told(bytes, "hunter2").contains(&"secret-digest"));
}

#[test]
fn every_encoding_of_a_text_is_tried() {
    for (signed_with, pasted) in [
        (&b"Z\xFCrich"[..], "Z\u{FC}rich"),
        (b"Z?rich", "Z\u{FC}rich"),
        (b"Z\0\xFC\0", "Z\u{FC}"),
        (b"\0Z\0\xFC", "Z\u{FC}"),
        (b"\xFF\xFEZ\0\xFC\0", "Z\u{FC}"),
        (b"\xFE\xFF\0Z\0\xFC", "Z\u{FC}"),
        (b"\xEF\xBB\xBFhunter-2", "hunter-2"),
        (b"Z\xC3\x83\xC2\xBCrich", "Z\u{FC}rich"),
        // NFD, NFC.
        (b"Zu\xCC\x88rich", "Z\u{FC}rich"),
        (b"Z\xC3\xBCrich", "Zu\u{308}rich"),
    ] {
        assert_eq!(told(signed_with, pasted)[0], "secret-other-encoding", "{pasted:?}");
    }
    // Another letter, and another accent.
    for signed_with in [&b"Zo\xCC\x88rich"[..], b"Zu\xCC\x81rich", b"Zurich"] {
        assert!(!told(signed_with, "Z\u{FC}rich").contains(&"secret-other-encoding"));
    }
}
