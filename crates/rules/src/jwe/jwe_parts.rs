//! An encrypted token whose header and parts do not fit together.

use crate::evidence::LIMIT;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::Value;
use decode::{Part, Role};
use guide::Question;
use inspect::display;
use inspect::display::counted;
use inspect::material::jwe;

pub(crate) static JWE_ENC_MISSING: Record = Record {
    id: "jwe-enc-missing",
    severity: Severity::Error,
    title: "No valid content encryption",
    why: "`enc` must name the algorithm that encrypted the content. Without a registered name no recipient can decrypt the token.",
    advice: "Write a registered name such as `A256GCM` into `enc` where the token is made.",
    references: &["RFC 7516 section 4.1.2", "RFC 7518 section 5"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static JWE_MISSING_PARAM: Record = Record {
    id: "jwe-missing-param",
    severity: Severity::Error,
    title: "Parameter for decryption missing",
    why: "The algorithm in `alg` needs this header parameter to find the content key. Without it no recipient can decrypt the token.",
    advice: "Write the header with a JOSE library, and pass it on unchanged.",
    references: &["RFC 7518 section 4.6.1", "RFC 7518 section 4.7.1", "RFC 7518 section 4.8.1"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static JWE_KEY_PART: Record = Record {
    id: "jwe-key-part",
    severity: Severity::Error,
    title: "Encrypted key does not fit the algorithm",
    why: "The algorithm fixes whether there is an encrypted key and how long it is. This one does not fit, so the content key cannot be found.",
    advice: "Copy the whole token again. If it stays so, check that `alg` is the algorithm that was used.",
    references: &["RFC 7516 section 5.2", "RFC 7518 section 4"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static JWE_PART_LENGTH: Record = Record {
    id: "jwe-part-length",
    severity: Severity::Error,
    title: "Part of the wrong length",
    why: "The content encryption fixes the length of the initialization vector and of the authentication tag. With another length decryption fails.",
    advice: "Copy the whole token again. If it stays so, check that `enc` is the algorithm that was used.",
    references: &["RFC 7516 section 5.2", "RFC 7518 section 5"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Encryption,
    records: &[&JWE_ENC_MISSING, &JWE_MISSING_PARAM, &JWE_KEY_PART, &JWE_PART_LENGTH],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    if !token.format.is_encrypted() || token.is_cut_off() || !is_whole(evaluation) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for group in 0..token.group_count().clamp(1, LIMIT + 1) {
        missing(evaluation, group, &mut found);
    }
    // The length of a damaged part says nothing.
    let judged = |part: &&Part| part.group.unwrap_or_default() <= LIMIT && part.error().is_none();
    let parts = token.parts.iter().filter(judged).filter_map(|part| Some((part, jwe::wrong_part(token, part)?)));
    found.extend(parts.map(|(part, sentence)| {
        let bytes = counted(part.bytes.len(), "byte");
        let message = format!("The {} has {bytes}. {sentence}", part.role.name());
        let record = if part.role == Role::EncryptedKey { &JWE_KEY_PART } else { &JWE_PART_LENGTH };
        Evidence::new(record, message, Place::role(part.role))
    }));
    found.truncate(LIMIT);
    found
}

/// Whether all headers could be read. Otherwise it is not known what is missing.
fn is_whole(evaluation: &Evaluation) -> bool {
    let parts = &evaluation.token.parts;
    let is_header = |part: &&Part| part.role.is_header();
    parts.iter().filter(is_header).all(|part| part.value().is_some() && part.error().is_none())
}

fn missing(evaluation: &Evaluation, group: usize, found: &mut Vec<Evidence>) {
    let parameter = |name: &str| evaluation.token.parameter_of(group, name);
    let header = evaluation.token.headers_of(group).find(|part| part.role == Role::Header);
    let mut say = |record: &'static Record, name: &str, message: String| {
        let place = header.map_or_else(Place::default, |header| Place::of(evaluation.token, header, name));
        let evidence = Evidence::new(record, message, place);
        // Recipients that share a header would give the same message again.
        if found.iter().all(|before| before.message != evidence.message) {
            found.push(evidence);
        }
    };
    match parameter("enc").map(|enc| (enc, enc.as_str())) {
        None => {
            say(&JWE_ENC_MISSING, "enc", "The header does not say how the content was encrypted (`enc`).".to_owned())
        }
        Some((_, Some(enc))) if jwe::is_content_encryption(enc) => {}
        Some((_, Some(enc))) => {
            let message = format!("The content encryption {} is not a registered one.", display::quoted(enc, 40));
            say(&JWE_ENC_MISSING, "enc", message);
        }
        Some((enc, None)) => {
            say(&JWE_ENC_MISSING, "enc", format!("`enc` must be a string, but is {}.", enc.type_name()));
        }
    }
    let algorithm = parameter("alg").and_then(Value::as_str).unwrap_or_default();
    for name in needed(algorithm).iter().filter(|name| parameter(name).is_none()) {
        say(&JWE_MISSING_PARAM, name, format!("The algorithm `{algorithm}` needs `{name}` in the header."));
    }
}

/// RFC 7518 sections 4.6.1, 4.7.1 and 4.8.1: what must stand in the header with an algorithm.
fn needed(algorithm: &str) -> &'static [&'static str] {
    match algorithm {
        "ECDH-ES" | "ECDH-ES+A128KW" | "ECDH-ES+A192KW" | "ECDH-ES+A256KW" => &["epk"],
        "A128GCMKW" | "A192GCMKW" | "A256GCMKW" => &["iv", "tag"],
        "PBES2-HS256+A128KW" | "PBES2-HS384+A192KW" | "PBES2-HS512+A256KW" => &["p2s", "p2c"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, found_by, token_of};
    use decode::Token;

    fn token(header: &str, lengths: [usize; 4]) -> Token {
        let parts = lengths.map(|length| encode("x".repeat(length)));
        token_of(&[encode(header), parts.join(".")].join("."))
    }

    #[track_caller]
    fn fires(header: &str, lengths: [usize; 4], id: &str, place: &str, message: &str) {
        check(&RULE, &token(header, lengths), id, place, message);
    }

    #[test]
    fn fires_without_a_known_content_encryption() {
        let message = "The header does not say how the content was encrypted (`enc`).";
        fires(r#"{"alg":"dir"}"#, [0, 12, 9, 16], "jwe-enc-missing", "/header", message);
        let message = "The content encryption `A256CBC` is not a registered one.";
        fires(r#"{"alg":"dir","enc":"A256CBC"}"#, [0, 12, 9, 16], "jwe-enc-missing", "/header/enc", message);
        let message = "`enc` must be a string, but is a number.";
        fires(r#"{"alg":"dir","enc":1}"#, [0, 12, 9, 16], "jwe-enc-missing", "/header/enc", message);
    }

    #[test]
    fn fires_on_parts_of_a_wrong_size() {
        let message = "The encrypted key has 3 bytes. Should be empty: with this algorithm no key is sent along.";
        let header = r#"{"alg":"dir","enc":"A256GCM"}"#;
        fires(header, [3, 12, 9, 16], "jwe-key-part", "/encryptedKey", message);
        let message = "The initialization vector has 16 bytes. Should be 12 bytes: cut, or of another encryption.";
        fires(header, [0, 16, 9, 16], "jwe-part-length", "/initializationVector", message);
        let message = "The authentication tag has 1 byte. Should be 16 bytes: cut, or of another encryption.";
        fires(header, [0, 12, 9, 1], "jwe-part-length", "/authenticationTag", message);
        let message = "The encrypted key has 0 bytes. Empty, although this algorithm sends the key along.";
        fires(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#, [0, 12, 9, 16], "jwe-key-part", "/encryptedKey", message);
    }

    #[test]
    fn fires_without_what_the_algorithm_needs() {
        let message = "The algorithm `ECDH-ES` needs `epk` in the header.";
        fires(r#"{"alg":"ECDH-ES","enc":"A256GCM"}"#, [0, 12, 9, 16], "jwe-missing-param", "/header", message);
        let password = token(r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM"}"#, [24, 12, 9, 16]);
        assert_eq!(found_by(&RULE, &password).len(), 2);
        let wrapped = token(r#"{"alg":"A128GCMKW","enc":"A128GCM","iv":"AAAA"}"#, [16, 12, 9, 16]);
        assert_eq!(found_by(&RULE, &wrapped).len(), 1);
    }

    #[test]
    fn is_quiet_on_whole_ones_and_on_what_it_does_not_know() {
        check_quiet(&RULE, &token(r#"{"alg":"dir","enc":"A256GCM"}"#, [0, 12, 9, 16]));
        check_quiet(&RULE, &token(r#"{"alg":"X","enc":"A128CBC-HS256"}"#, [5, 16, 16, 16]));
        check_quiet(&RULE, &token_of(&format!("{}.e30.AAAA", encode(r#"{"alg":"HS256"}"#))));
    }

    #[test]
    fn knows_what_each_algorithm_needs() {
        for (algorithms, names) in [
            ("ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW", "epk"),
            ("A128GCMKW A192GCMKW A256GCMKW", "iv tag"),
            ("PBES2-HS256+A128KW PBES2-HS384+A192KW PBES2-HS512+A256KW", "p2s p2c"),
            ("dir RSA-OAEP A128KW A256KW ECDH-1PU", ""),
        ] {
            for algorithm in algorithms.split(' ') {
                assert_eq!(super::needed(algorithm).join(" "), names, "{algorithm}");
            }
        }
    }
}
