//! An encrypted token without its key: what the size of each part says, and what cannot be known.
//!
//! RFC 7516, with the sizes of RFC 7518 sections 4 and 5.

use decode::json::Value;
use decode::{Part, Role, Token};

/// What the size of an encrypted token's part says, in full sentences. None for a part that is no secret of its own.
pub fn of_part(token: &Token, part: &Part) -> Option<String> {
    size(token, part).map(|size| match size {
        Size::Possible(sentence) | Size::Wrong(sentence) => sentence,
    })
}

/// The same for a part whose size cannot be right with the algorithms that the header names.
pub fn wrong_part(token: &Token, part: &Part) -> Option<String> {
    match size(token, part)? {
        Size::Wrong(sentence) => Some(sentence),
        Size::Possible(_) => None,
    }
}

/// Whether this is the name of a registered content encryption.
pub fn is_content_encryption(name: &str) -> bool {
    ContentEncryption::of(name).is_some()
}

/// What there is to say about a size.
enum Size {
    Possible(String),
    Wrong(String),
}

impl Size {
    fn possible(message: impl Into<String>) -> Self {
        Self::Possible(message.into())
    }

    fn wrong(message: impl Into<String>) -> Self {
        Self::Wrong(message.into())
    }
}

fn size(token: &Token, part: &Part) -> Option<Size> {
    let group = part.group.unwrap_or_default();
    let text_of = |name| token.parameter_of(group, name).and_then(Value::as_str);
    let algorithm = text_of("alg").unwrap_or_default();
    let content = ContentEncryption::of(text_of("enc").unwrap_or_default());
    let bytes = part.bytes.len();
    Some(match part.role {
        Role::EncryptedKey => encrypted_key(algorithm, content.as_ref(), bytes),
        Role::InitializationVector => fixed(bytes, content.map(|content| content.vector)),
        Role::AuthenticationTag => fixed(bytes, content.map(|content| content.tag)),
        Role::Ciphertext => ciphertext(content.as_ref(), bytes, token.parameter_of(group, "zip").is_some()),
        _ => return None,
    })
}

/// What anybody can know of the content, and what nobody can without the key. In full sentences.
pub fn knowable(token: &Token) -> Vec<String> {
    let text_of = |name| token.parameter(name).and_then(Value::as_str);
    let content_type = text_of("cty").unwrap_or_default();
    let mut sentences = vec![
        "Without the key nobody can read the claims: who issued it, whom it is about, when it expires.".to_owned(),
        "Encryption hides the content; by itself it does not show who wrote it.".to_owned(),
    ];
    // RFC 7519 section 5.2: the nested token may be signed or encrypted.
    if ["JWT", "application/jwt"].iter().any(|jwt| content_type.eq_ignore_ascii_case(jwt)) {
        sentences.push("Its `cty` says that another token is inside, signed or encrypted.".to_owned());
    }
    let copied: Vec<_> = ["iss", "sub", "aud"].into_iter().filter(|name| token.parameter(name).is_some()).collect();
    if !copied.is_empty() {
        let names = copied.join("`, `");
        sentences.push(format!("The header repeats `{names}` in the clear (RFC 7519 section 5.3)."));
    }
    sentences
}

/// Sizes that a content encryption algorithm fixes, in bytes.
struct ContentEncryption {
    key: usize,
    vector: usize,
    tag: usize,
    /// RFC 7518 section 5.2: padded to whole blocks of 16 bytes.
    is_padded: bool,
}

impl ContentEncryption {
    fn of(encryption: &str) -> Option<Self> {
        let (key, vector, tag) = match encryption {
            "A128GCM" => (16, 12, 16),
            "A192GCM" => (24, 12, 16),
            "A256GCM" => (32, 12, 16),
            "A128CBC-HS256" => (32, 16, 16),
            "A192CBC-HS384" => (48, 16, 24),
            "A256CBC-HS512" => (64, 16, 32),
            _ => return None,
        };
        Some(Self { key, vector, tag, is_padded: vector == 16 })
    }
}

fn fixed(bytes: usize, expected: Option<usize>) -> Size {
    match expected {
        Some(expected) if expected == bytes => Size::possible("As long as the encryption asks for."),
        Some(expected) => Size::wrong(format!("Should be {}: cut, or of another encryption.", count(expected))),
        None => Size::possible("Its length cannot be judged: the encryption is not a known one."),
    }
}

fn ciphertext(content: Option<&ContentEncryption>, bytes: usize, is_compressed: bool) -> Size {
    let what = if is_compressed { " of compressed content" } else { " of content" };
    match content {
        Some(content) if content.is_padded && (bytes == 0 || !bytes.is_multiple_of(16)) => {
            Size::wrong("Should be whole blocks of 16 bytes: cut, or of another encryption.")
        }
        Some(content) if content.is_padded => {
            let least = (bytes - 16).to_string();
            Size::possible(format!("{least} to {}{what}, padded to whole blocks.", count(bytes - 1)))
        }
        Some(_) => Size::possible(format!("Exactly {}{what}.", count(bytes))),
        None => Size::possible("The size of its content is unknown: the encryption is not a known one."),
    }
}

/// RFC 7518 section 4: what each way to hand over the content key makes of it.
fn encrypted_key(algorithm: &str, content: Option<&ContentEncryption>, bytes: usize) -> Size {
    let key = content.map(|content| content.key);
    // AES Key Wrap adds eight bytes: RFC 3394 section 2.2.1.
    let wrapped = |added: usize| match key.map(|key| key + added) {
        Some(expected) if expected != bytes => {
            Size::wrong(format!("Should be {}: cut, or of another algorithm.", count(expected)))
        }
        _ => Size::possible(format!("The content key of {}, encrypted.", count(bytes.saturating_sub(added)))),
    };
    match algorithm {
        "dir" | "ECDH-ES" if bytes > 0 => Size::wrong("Should be empty: with this algorithm no key is sent along."),
        "dir" => Size::possible("Empty: both sides already share the key."),
        "ECDH-ES" => {
            Size::possible("Empty: the key is worked out from the `epk` of the header and the recipient's key.")
        }
        _ if bytes == 0 => Size::wrong("Empty, although this algorithm sends the key along."),
        "RSA1_5" | "RSA-OAEP" | "RSA-OAEP-256" | "RSA-OAEP-384" | "RSA-OAEP-512" => {
            Size::possible(format!("Encrypted to an RSA key of {} bits.", bytes * 8))
        }
        "A128GCMKW" | "A192GCMKW" | "A256GCMKW" => wrapped(0),
        _ if algorithm.ends_with("KW") => wrapped(8),
        _ => Size::possible("Its content is unknown: the algorithm is not a known one."),
    }
}

fn count(bytes: usize) -> String {
    bytes.to_string() + if bytes == 1 { " byte" } else { " bytes" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::{encode, token_of};

    #[track_caller]
    fn check(header: &str, lengths: [usize; 4], expected: [&str; 4]) {
        let parts = lengths.map(|length| encode("x".repeat(length)));
        let token = token_of(&[encode(header), parts.join(".")].join("."));
        let said: Vec<_> = token.parts.iter().filter_map(|part| of_part(&token, part)).collect();
        assert_eq!(said, expected);
    }

    const GOOD: &str = "As long as the encryption asks for.";

    #[test]
    fn sizes_say_what_is_inside() {
        check(
            r#"{"alg":"RSA-OAEP-256","enc":"A256GCM"}"#,
            [256, 12, 100, 16],
            ["Encrypted to an RSA key of 2048 bits.", GOOD, "Exactly 100 bytes of content.", GOOD],
        );
        check(
            r#"{"alg":"A128KW","enc":"A128CBC-HS256","zip":"DEF"}"#,
            [40, 16, 48, 16],
            [
                "The content key of 32 bytes, encrypted.",
                GOOD,
                "32 to 47 bytes of compressed content, padded to whole blocks.",
                GOOD,
            ],
        );
        check(
            r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#,
            [0, 12, 1, 16],
            [
                "Empty: the key is worked out from the `epk` of the header and the recipient's key.",
                GOOD,
                "Exactly 1 byte of content.",
                GOOD,
            ],
        );
    }

    #[test]
    fn sizes_that_cannot_be_are_named() {
        check(
            r#"{"alg":"dir","enc":"A256CBC-HS512"}"#,
            [3, 12, 40, 16],
            [
                "Should be empty: with this algorithm no key is sent along.",
                "Should be 16 bytes: cut, or of another encryption.",
                "Should be whole blocks of 16 bytes: cut, or of another encryption.",
                "Should be 32 bytes: cut, or of another encryption.",
            ],
        );
        check(
            r#"{"alg":"ECDH-ES+A256KW","enc":"A256GCM"}"#,
            [32, 12, 0, 16],
            ["Should be 40 bytes: cut, or of another algorithm.", GOOD, "Exactly 0 bytes of content.", GOOD],
        );
    }

    #[test]
    fn unknown_algorithms_are_not_judged() {
        check(
            r#"{"alg":"X","enc":"Y"}"#,
            [9, 9, 9, 9],
            [
                "Its content is unknown: the algorithm is not a known one.",
                "Its length cannot be judged: the encryption is not a known one.",
                "The size of its content is unknown: the encryption is not a known one.",
                "Its length cannot be judged: the encryption is not a known one.",
            ],
        );
    }

    #[test]
    fn says_what_the_header_gives_away() {
        let header = encode(r#"{"alg":"dir","enc":"A256GCM","cty":"JWT","iss":"https://issuer.example"}"#);
        let token = token_of(&format!("{header}..{}.AAAA.{}", encode("123456789012"), encode("1234567890123456")));
        let sentences = knowable(&token);
        assert_eq!(sentences.len(), 4);
        assert_eq!(sentences[2], "Its `cty` says that another token is inside, signed or encrypted.");
        assert_eq!(sentences[3], "The header repeats `iss` in the clear (RFC 7519 section 5.3).");
    }
}
