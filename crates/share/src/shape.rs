//! What looks like a signed token to anybody, whether or not it can be read as one.
//!
//! Other programs are more lenient than the finder: they skip white space before a header, or letters that are glued to it.
//! So a text in which something stands where a signature would stand does not go into a copy without signatures.

/// A signature is hardly ever shorter, in base64 characters: 16 bytes.
const SHORTEST: usize = 22;

/// Random base64 of this length hardly ever lacks a capital or a small letter; a shorter one may lack digits.
const LONG: usize = 40;

/// The segments that could be signatures: each stands behind two dots in one run of base64 segments, as the third segment
/// of a signed token and the later ones of an encrypted token do.
pub(super) fn possible_signatures(reading: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_of_run = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_=.".contains(byte);
    let runs = reading.split(move |byte| !is_of_run(byte)).filter(|run| run.len() > SHORTEST);
    runs.flat_map(|run| run.split(|byte| *byte == b'.').skip(2)).filter(|segment| could_be_signature(segment))
}

fn could_be_signature(segment: &[u8]) -> bool {
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
            assert_eq!(found(&[text, &signature].concat()), [signature.clone()], "{text}");
        }
        assert_eq!(found(&format!("a.b.{signature}.{signature}")).len(), 2);
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
