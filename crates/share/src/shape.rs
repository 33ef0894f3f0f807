//! What looks like a signed token to anybody, in either form, whether or not it can be read as one.
//!
//! Other programs are more lenient than the finder: they skip white space before a header, or letters that are glued to it.
//! So a text in which something stands where a signature would stand does not go into a copy without signatures.

use decode::json::{JsonKind, Member};

/// A signature is hardly ever shorter, in base64 characters: 16 bytes.
const SHORTEST: usize = 22;

/// Random base64 of this length hardly ever lacks a capital or a small letter; a shorter one may lack digits.
const LONG: usize = 40;

/// Members of a JSON serialization without which it is worth nothing, and those of which one stands beside them.
/// RFC 7515 section 7.2, RFC 7516 section 7.2.
const PROOFS: [&str; 3] = ["signature", "ciphertext", "encrypted_key"];
const BESIDE: [&str; 5] = ["protected", "unprotected", "header", "payload", "iv"];

/// Whether a member of an object that is no token for the finder could still be the signature of one.
pub(super) fn is_possible_signature(member: &Member, beside: &[Member]) -> bool {
    let is_of = |names: &[&str], member: &Member| names.contains(&member.name.text.as_str());
    let JsonKind::String(text) = &member.value.kind else { return false };
    is_of(&PROOFS, member)
        && could_be_signature(text.text.as_bytes())
        && beside.iter().any(|member| is_of(&BESIDE, member))
}

/// What could be signatures in a text: segments, and members of JSON.
pub(super) fn possible_signatures(reading: &[u8]) -> impl Iterator<Item = &[u8]> {
    segments(reading).chain(members(reading))
}

/// The values of such members, in a text that names one of those beside them.
fn members(reading: &[u8]) -> impl Iterator<Item = &[u8]> {
    let named = |names: &'static [&str]| {
        reading.split(|byte| *byte == b'"').filter(|piece| names.iter().any(|name| name.as_bytes() == *piece))
    };
    let pieces: Vec<&[u8]> = match named(&BESIDE).next().is_some() && named(&PROOFS).next().is_some() {
        true => reading.split(|byte| *byte == b'"').collect(),
        false => Vec::new(),
    };
    let values = pieces.windows(3).filter_map(|window| match window {
        [name, colon, value] if PROOFS.iter().any(|proof| proof.as_bytes() == *name) => {
            (colon.trim_ascii() == b":").then_some(*value)
        }
        _ => None,
    });
    values.filter(|value| could_be_signature(value)).collect::<Vec<_>>().into_iter()
}

/// The segments that could be signatures: each stands behind two dots in one run of base64 segments, as the third segment
/// of a signed token and the later ones of an encrypted token do.
fn segments(reading: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_of_run = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_=.".contains(byte);
    let runs = reading.split(move |byte| !is_of_run(byte)).filter(|run| run.len() > SHORTEST);
    runs.flat_map(|run| run.split(|byte| *byte == b'.').skip(2)).filter(|segment| could_be_signature(segment))
}

pub(super) fn could_be_signature(segment: &[u8]) -> bool {
    let has = |is_one: fn(&u8) -> bool| segment.iter().any(&is_one);
    segment.len() >= SHORTEST
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && (segment.len() >= LONG || has(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::encode;

    fn found(text: &str) -> Vec<String> {
        possible_signatures(text.as_bytes()).map(|segment| String::from_utf8_lossy(segment).into_owned()).collect()
    }

    #[test]
    fn finds_what_stands_where_a_signature_would() {
        let signature = encode([0x9A, 0x01, 0xFE, 0x33].repeat(8));
        for text in ["e30.e30.", "xe30.e30.", "..", "a.=.", "t=e30.e30.", "a..", "\u{FEFF}e30.e30."] {
            assert_eq!(found(&[text, &signature].concat()), std::slice::from_ref(&signature), "{text}");
        }
        assert_eq!(found(&format!("a.b.{signature}.{signature}")).len(), 2);
    }

    #[test]
    fn finds_the_members_of_a_json_serialization() {
        let signature = encode([0x9A, 0x01, 0xFE, 0x33].repeat(8));
        for text in [
            r#"{"payload":"e30","protected":"x","signature":"SIG"}"#,
            r#"{"signature" : "SIG", "header": {}}"#,
            r#"body: {"protected":"x","iv":"AA","ciphertext":"SIG""#,
        ] {
            assert_eq!(found(&text.replace("SIG", &signature)), std::slice::from_ref(&signature), "{text}");
        }
        for text in
            [r#"{"signature":"SIG"}"#, r#"{"payload":"e30","sig":"SIG"}"#, r#"{"payload":"e30","signature":"by Ann"}"#]
        {
            assert_eq!(found(&text.replace("SIG", &signature)), [""; 0], "{text}");
        }
    }

    #[test]
    fn is_quiet_on_names_with_dots() {
        for text in [
            "764086051850-6qr4p6gpi6hn506pt8ejuq83di341hur.apps.googleusercontent.com",
            "https://login.microsoftonline.com/9188040d-6c67-4cbb-b112-36a304b66dad/v2.0",
            "5b1f0a4e-7c3d-4f2a-9f0e-1a2b3c4d5e6f.5b1f0a4e-7c3d-4f2a-9f0e-1a2b3c4d5e6f.5b1f0a4e-7c3d-4f2a-9f0e-1a2b3c4d5e6f",
            "com.example.averylongpackagenamethatnobodytypes",
            "0.AXEAXq8BfSU4T0yTz1ufmqDx2gIAAAAAAAAAwAAAAAAAAABxAAA.",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.",
            "1.2.3-beta.4",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
