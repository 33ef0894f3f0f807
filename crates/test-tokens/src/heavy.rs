//! Texts that are hard on whoever reads them: each family of any size, for measurements and for tests of growth.

use crate::encode;

const HEADER: &str = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjIwMjYtMDEifQ";

/// A kind of text that takes long to read, in any size.
#[derive(Debug)]
pub struct HeavyText {
    /// In kebab case.
    pub name: &'static str,
    /// A text of about so many bytes.
    pub of_size: fn(usize) -> String,
}

pub const HEAVY_TEXTS: &[HeavyText] = &[
    HeavyText { name: "har", of_size: har },
    HeavyText { name: "many-tokens", of_size: many_tokens },
    HeavyText {
        name: "one-token-again-and-again",
        of_size: |bytes| repeated(&format!("{} ", token("{\"sub\":\"1\"}")), bytes),
    },
    HeavyText { name: "many-jwe", of_size: many_jwe },
    HeavyText {
        name: "one-long-claim",
        of_size: |bytes| token(&format!("{{\"a\":\"{}\"}}", "x".repeat(bytes * 3 / 4))),
    },
    HeavyText { name: "many-claims", of_size: many_claims },
    HeavyText {
        name: "one-claim-again-and-again",
        of_size: |bytes| token(&list('{', "\"sub\":\"1\"", '}', bytes * 3 / 4)),
    },
    HeavyText {
        name: "deep-claims",
        of_size: |bytes| {
            token(&list('{', &format!("\"a\":{}1{}", "[".repeat(100), "]".repeat(100)), '}', bytes * 3 / 4))
        },
    },
    HeavyText {
        name: "control-characters",
        of_size: |bytes| token(&format!("{{\"a\":\"{}\"}}", "\u{1}".repeat(bytes * 3 / 4))),
    },
    HeavyText {
        name: "invisible-characters",
        of_size: |bytes| token(&format!("{{\"a\":\"{}\"}}", "\u{200B}".repeat(bytes / 4))),
    },
    HeavyText { name: "json-faults", of_size: |bytes| token(&list('{', "'a':1", '}', bytes * 3 / 4)) },
    HeavyText {
        name: "more-segments",
        of_size: |bytes| format!("{}{}", token("{\"sub\":\"1\"}"), repeated(".AAAA", bytes)),
    },
    HeavyText { name: "more-dots", of_size: |bytes| format!("{}{}", token("{\"sub\":\"1\"}"), ".".repeat(bytes)) },
    HeavyText { name: "headers-and-dots", of_size: |bytes| repeated("eyJhIjox.", bytes) },
    HeavyText { name: "header-starts", of_size: |bytes| repeated("eyJ", bytes) },
    HeavyText { name: "line-break-after-each-character", of_size: |bytes| broken_lines(bytes, 1) },
    HeavyText { name: "lines-of-76", of_size: |bytes| broken_lines(bytes, 76) },
    HeavyText { name: "cookie-chunks", of_size: cookie_chunks },
    HeavyText { name: "glued-headers", of_size: |bytes| repeated(&format!("x{HEADER}.x"), bytes) },
    HeavyText {
        name: "base64-around",
        of_size: |bytes| encode(repeated(&format!("a={} ", token("{\"sub\":\"1\"}")), bytes * 3 / 4)),
    },
    HeavyText {
        name: "base64-tokens",
        of_size: |bytes| repeated(&format!("{} ", encode(token("{\"sub\":\"1\"}"))), bytes),
    },
    HeavyText { name: "base64-of-nothing", of_size: |bytes| repeated("ZXlKhbGciOiJIUzI1NiIsInR5cCI6 ", bytes) },
    HeavyText { name: "hex-dump", of_size: hex_dump },
    HeavyText { name: "string-literals", of_size: |bytes| broken_lines(bytes * 6 / 7, 30).replace('\n', "\" + \"") },
    HeavyText {
        name: "claims-of-text",
        of_size: |bytes| token(&list('{', "\"a\":\"eyJ was the beginning of a token; eyJ\"", '}', bytes * 3 / 4)),
    },
    HeavyText {
        name: "percent-encoded",
        of_size: |bytes| token(&list('{', "\"sub\":\"1\"", '}', bytes * 3 / 5)).replace('e', "%65"),
    },
    HeavyText { name: "jwe-recipients", of_size: jwe_recipients },
    HeavyText { name: "jws-signatures", of_size: jws_signatures },
    HeavyText { name: "protected-openers", of_size: |bytes| repeated("{\"protected\":", bytes) },
    HeavyText { name: "json-openers", of_size: |bytes| format!("{}\"signature\"", repeated("{\"a\":[", bytes)) },
    HeavyText { name: "disclosures", of_size: disclosures },
    HeavyText { name: "nested-tokens", of_size: nested_tokens },
    HeavyText {
        name: "certificates",
        of_size: |bytes| {
            let header =
                format!("{{\"alg\":\"RS256\",\"x5c\":[{}\"AA==\"]}}", repeated("\"MIIBAA==\",", bytes * 3 / 4));
            format!("{}.e30.AAAA", encode(header))
        },
    },
    HeavyText { name: "no-token", of_size: |bytes| repeated("lorem ipsum dolor. ", bytes) },
];

fn token(claims: &str) -> String {
    format!("{HEADER}.{}.{}", encode(claims), encode([7; 256]))
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

/// An object or array that has one element again and again.
fn list(opens: char, element: &str, closes: char, bytes: usize) -> String {
    format!("{opens}{}{element}{closes}", repeated(&format!("{element},"), bytes))
}

/// What browsers save of requests: most of it is text without tokens.
fn har(bytes: usize) -> String {
    let body = "the response said elephants were everywhere, see \\\"example\\\" &c. ".repeat(40);
    let mut text = "{\"log\":{\"version\":\"1.2\",\"entries\":[".to_owned();
    let mut count = 0;
    while text.len() < bytes {
        let token = token(&format!("{{\"sub\":\"u1\",\"jti\":\"{}\",\"exp\":1700003600}}", count % 40));
        text += &format!(
            "{{\"request\":{{\"method\":\"GET\",\"url\":\"https://api.example/orders/{count}\",\"headers\":[{{\"name\":\"Authorization\",\
             \"value\":\"Bearer {token}\"}}]}},\"response\":{{\"status\":200,\"content\":{{\"text\":\"{body}\"}}}}}},\n"
        );
        count += 1;
    }
    text + "{}]}}"
}

/// All of them different.
fn many_tokens(bytes: usize) -> String {
    let mut text = String::new();
    for count in 0.. {
        text += &format!("Authorization: Bearer {}\n", token(&format!("{{\"sub\":\"{count}\",\"exp\":1700003600}}")));
        if text.len() >= bytes {
            break;
        }
    }
    text
}

fn many_jwe(bytes: usize) -> String {
    let header = encode(r#"{"alg":"dir","enc":"A256GCM"}"#);
    let mut text = String::new();
    for count in 0.. {
        text += &format!("{header}..{}.{}.{}\n", encode([1; 12]), encode(format!("{count:040}")), encode([2; 16]));
        if text.len() >= bytes {
            break;
        }
    }
    text
}

fn many_claims(bytes: usize) -> String {
    let mut claims = "{\"iss\":\"https://issuer.example\"".to_owned();
    for count in 0.. {
        claims += &format!(",\"claim_{count}\":\"value number {count}\"");
        if claims.len() >= bytes * 3 / 4 {
            break;
        }
    }
    token(&(claims + "}"))
}

fn broken_lines(bytes: usize, width: usize) -> String {
    let lines = bytes / (width + 1);
    let token = token(&format!("{{\"a\":\"{}\"}}", "x".repeat(lines * width * 3 / 4)));
    token.as_bytes().chunks(width).map(String::from_utf8_lossy).collect::<Vec<_>>().join("\n")
}

/// As libraries split tokens that are too long for one cookie.
fn cookie_chunks(bytes: usize) -> String {
    let token = token(&format!("{{\"a\":\"{}\"}}", "x".repeat(200)));
    let (begins, ends) = token.split_at(token.len() / 2);
    repeated(&format!("Cookie: session.0={begins}; session.1={ends}\n"), bytes)
}

/// As `xxd` prints many tokens.
fn hex_dump(bytes: usize) -> String {
    let mut text = String::new();
    for (line, bytes) in many_tokens(bytes / 4).as_bytes().chunks(16).enumerate() {
        let pairs: Vec<_> =
            bytes.chunks(2).map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect::<String>()).collect();
        text += &format!(
            "{:08x}: {:<39}  {}\n",
            line * 16,
            pairs.join(" "),
            String::from_utf8_lossy(bytes).replace('\n', ".")
        );
    }
    text
}

fn jwe_recipients(bytes: usize) -> String {
    let recipient = "{\"header\":{\"alg\":\"A128KW\",\"kid\":\"7\"},\"encrypted_key\":\"AAAA\"}";
    format!(
        "{{\"protected\":\"{}\",\"recipients\":{},\"iv\":\"{}\",\"ciphertext\":\"AAAA\",\"tag\":\"{}\"}}",
        encode(r#"{"enc":"A128GCM"}"#),
        list('[', recipient, ']', bytes),
        encode([1; 12]),
        encode([2; 16])
    )
}

fn jws_signatures(bytes: usize) -> String {
    let signature = format!("{{\"protected\":\"{}\",\"signature\":\"AAAA\"}}", encode(r#"{"alg":"ES256"}"#));
    format!("{{\"payload\":\"{}\",\"signatures\":{}}}", encode("{\"sub\":\"1\"}"), list('[', &signature, ']', bytes))
}

fn disclosures(bytes: usize) -> String {
    let mut text = token("{\"_sd_alg\":\"sha-256\",\"_sd\":[\"AAAA\"]}") + "~";
    for count in 0.. {
        text += &format!("{}~", encode(format!("[\"salt-{count}\",\"name-{count}\",\"value\"]")));
        if text.len() >= bytes {
            break;
        }
    }
    text
}

fn nested_tokens(bytes: usize) -> String {
    let inner = token("{\"sub\":\"1\"}");
    token(&list('{', &format!("\"a\":\"{inner}\""), '}', bytes * 3 / 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_of_about_the_size_asked_for() {
        for HeavyText { name, of_size } in HEAVY_TEXTS {
            let length = of_size(100_000).len();
            assert!((70_000..160_000).contains(&length), "{name} has {length} bytes");
        }
    }
}
