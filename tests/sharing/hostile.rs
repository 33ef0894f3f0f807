//! The property: over the whole corpus, and over tokens made to get something through.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use decode::format::Format;
use decode::json::{JsonKind, Value};
use decode::{Part, Role};

use super::*;

/// What is masked in the tokens that are made here.
const SECRET: &str = "Grace+Hopper@example.com";

/// A value is a secret from so many bytes on.
const SHORT: usize = 4;

/// A shorter signature stands in other bytes by chance.
const LONG: usize = 8;

/// The texts and numbers of a value, but for those that the mask itself says.
fn values(part: &Part, value: &Value, all: &mut Vec<String>) {
    match &value.kind {
        JsonKind::String(text) => all.push(text.text.clone()),
        JsonKind::Number => all.push(part.source(value.span).into_owned()),
        JsonKind::Array(elements) => elements.iter().for_each(|value| values(part, value, all)),
        JsonKind::Object(members) => members.iter().for_each(|member| values(part, &member.value, all)),
        JsonKind::Bool(_) | JsonKind::Null => {}
    }
}

/// All texts in the JSON of a token and of those inside it.
fn texts(token: &Token, all: &mut Vec<String>) {
    for part in &token.parts {
        if let Some(value) = part.value() {
            values(part, value, all);
        }
    }
    token.nested.iter().for_each(|nested| texts(&nested.token, all));
}

fn signatures(token: &Token) -> Vec<Vec<u8>> {
    let is_proof = |part: &&Part| matches!(part.role, Role::Signature | Role::Ciphertext | Role::EncryptedKey);
    let own = token.parts.iter().filter(is_proof).map(|part| part.bytes.clone());
    let inside = token.nested.iter().flat_map(|nested| signatures(&nested.token));
    own.chain(inside).filter(|signature| signature.len() >= LONG).collect()
}

#[test]
fn no_copy_of_the_corpus_holds_a_signature_or_what_was_masked() {
    for (name, text, _) in common::corpus() {
        for token in decode(&text).tokens {
            let unsigned = copy::without_signature(&token);
            for signature in signatures(&token) {
                assert!(!holds(&unsigned.text, &signature), "{name}: {}", unsigned.text);
            }
            let offered = redact::maskable(&token, &describe(&token));
            let suggested = offered.iter().filter(|claim| claim.is_suggested).map(|claim| claim.name.as_str());
            let names: Vec<_> = suggested.collect();
            let Some(redacted) = redact::redacted(&token, &names) else { continue };
            let payload = token.payload().expect("claims");
            let mut masked = Vec::new();
            for member in payload.members().iter().filter(|member| names.contains(&member.name.text.as_str())) {
                values(payload, &member.value, &mut masked);
            }
            masked.retain(|text| text.len() >= SHORT && !"redacted by the sender".contains(&text.to_lowercase()));
            let mut left = Vec::new();
            decode(&redacted.text).tokens.iter().for_each(|token| texts(token, &mut left));
            for secret in masked {
                let lower = secret.to_ascii_lowercase();
                for text in &left {
                    assert!(!text.to_ascii_lowercase().contains(&lower), "{name}: {secret} in {text}");
                }
                assert!(!holds(&redacted.text, lower.as_bytes()), "{name}: {secret}");
            }
            for signature in signatures(&token) {
                assert!(!holds(&redacted.text, &signature), "{name}: {}", redacted.text);
            }
        }
    }
}

#[test]
fn a_sound_token_of_the_corpus_is_copied_byte_for_byte() {
    let mut compared = 0;
    for (name, text, _) in common::corpus() {
        for token in decode(&text).tokens {
            let is_sound = token.nested.is_empty() && token.parts.iter().all(|part| part.faults.is_empty());
            let Some((rest, _)) = token.text.rsplit_once('.').filter(|_| token.format == Format::JwsCompact) else {
                continue;
            };
            if is_sound && token.parts.len() == 3 {
                let unread = copy::without_signature(&token).unread;
                assert_eq!((copy::without_signature(&token).text, unread), (format!("{rest}."), 0), "{name}");
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
}

#[test]
fn a_healthy_token_is_copied_byte_for_byte() {
    for (text, copy) in [
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAECAw", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9."),
        ("eyJhbGciOiJIUzI1NiJ9.eyAic3ViIiA6ICJ1MSJ9.AAECAw", "eyJhbGciOiJIUzI1NiJ9.eyAic3ViIiA6ICJ1MSJ9."),
    ] {
        assert_eq!(copy::without_signature(&first(text)).text, copy);
    }
    for claims in [
        r#"{"n":12345678901234567890,"f":1.50e+2,"s":"\u0067race","d":1,"d":2, "x" : [ ] }"#,
        r#"{"jti":"5b1f0a4e-7c3d.apps.example","state":"AbC.dEf","url":"https://a.example/?q=1%20+2"}"#,
        r#"{"c_hash":"LDktKdoQak3Pk0cnXxCltA","x":"TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu","v":"1.2.3.4"}"#,
    ] {
        let text = outer(claims);
        let expected = format!("{}.", text.rsplit_once('.').expect("a signature").0);
        assert_eq!(copy::without_signature(&first(&text)).text, expected, "{claims}");
    }
}

/// Headers of tokens inside, some odd and some damaged.
fn header() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(r#"{"alg":"HS256"}"#.to_owned()),
        Just(r#"{"1":1,"alg":"HS256"}"#.to_owned()),
        Just("{\t\"alg\":\"HS256\"}".to_owned()),
        Just(r#"{"é":[],"alg":"none"}"#.to_owned()),
        Just(r#"{"alg":"dir","enc":"A128GCM"}"#.to_owned()),
        Just(r#"{"alg":"HS256"} and more"#.to_owned()),
        Just(r#"{"alg":"HS256","kid":"x"#.to_owned()),
        Just(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#.to_owned()),
        Just(r#"{"alg":"ES256","zip":"DEF"}"#.to_owned()),
        "[a-z$_]{0,3}".prop_map(|name| format!(r#"{{"{name}":0,"alg":"HS256"}}"#)),
    ]
}

/// Payloads of tokens inside, most of which tell the secret.
fn payload() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(format!(r#"{{"sub":"{SECRET}"}}"#)),
        Just(format!(r#"{{"sub":"{SECRET}"#)),
        Just(format!(r#"{{"a":[{{"sub":"{SECRET}"}}],"sub":"{SECRET}","#)),
        Just(format!("sub={SECRET}&x=%2B")),
        Just(format!("sub={}", SECRET.replace('+', "%2B").replace('@', "%40"))),
        Just(SECRET.to_owned()),
        Just(String::new()),
        Just("{}".to_owned()),
        Just("text".to_owned()),
    ]
}

/// A text that holds a token with [`SIGNATURE`] in its ordinary place.
fn token_inside() -> impl Strategy<Value = String> {
    let signature = || encode(SIGNATURE);
    (header(), payload(), 0..8_u8).prop_map(move |(header, payload, shape)| {
        let (header, payload, signature) = (encode(header), encode(payload), signature());
        match shape {
            0 => format!("{header}.{payload}..{signature}"),
            1 => format!("{header}.{payload}.AAAA.{signature}.AAAA"),
            2 => format!("{header}.{payload}=.{signature}"),
            3 => format!(r#"{{"protected":"{header}","payload":"{payload}","signature":"{signature}"}}"#),
            4 => format!(
                r#"{{"payload":"{payload}","signatures":[{{"header":{{"alg":"HS256"}},"signature":"{signature}"}}]}}"#
            ),
            5 => format!("{header}.{payload}.{signature}~{}~", encode(format!(r#"["s","sub","{SECRET}"]"#))),
            _ => format!("{header}.{payload}.{signature}"),
        }
    })
}

/// How many wrappings there are.
pub const WRAPPINGS: u8 = 11;

/// The text in one more wrapping.
pub fn wrapped(text: &str, wrapping: u8) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    match wrapping % WRAPPINGS {
        0 => format!("Bearer {text}"),
        1 => encode(text),
        2 => STANDARD.encode(format!("x:{text}")),
        3 => json_string(text),
        4 => format!(r#"{{"t":{}}}"#, json_string(text)),
        5 => text.replace('%', "%25").replace('.', "%2E").replace('+', "%2B").replace('"', "%22"),
        6 => compact(r#"{"alg":"HS256","cty":"JWT"}"#, text, &OUTER),
        7 => compact(r#"{"alg":"HS256"}"#, &format!(r#"{{"t":[{}]}}"#, json_string(text)), &OUTER),
        8 => format!("https://a.example/?x=%FF&t={text}&y=a+b"),
        9 => format!("{text} {text}"),
        _ => format!("log: \"{text}\", and {SECRET}"),
    }
}

/// Where in the outer token it stands.
fn outermost(text: &str, place: u8) -> String {
    let string = json_string(text);
    let email = json_string(SECRET);
    match place {
        0 => outer(&format!(r#"{{"email":{email},{string}:1,"z":[2]}}"#)),
        1 => outer(&format!(r#"{{"email":{email},"deep":{}{string}{}}}"#, "[".repeat(60), "]".repeat(60))),
        2 => compact(&format!(r#"{{"alg":"HS256","kid":{string}}}"#), &format!(r#"{{"email":{email}}}"#), &OUTER),
        3 => format!("{}~{}~", outer(&format!(r#"{{"email":{email}}}"#)), encode(format!(r#"["salt","t",{string}]"#))),
        4 => outer(&format!(r#"{{"email":{email},"t":{string}"#)),
        5 => outer(&format!(r#"{{"email":{email}}} {string}"#)),
        6 => outer(text),
        7 => format!(r#"{{"unprotected":{{"alg":"dir","x":{string}}},"ciphertext":"AAAA"}}"#),
        8 => compact(&format!(r#"{{"alg":"HS256","x":{string}"#), &format!(r#"{{"email":{email}}}"#), &OUTER),
        _ => outer(&format!(r#"{{"email":{email},"t":{string},"u":{{"v":{string}}}}}"#)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_copy_of_a_hostile_token_holds_a_signature_or_what_was_masked(
        inside in token_inside(),
        wrappings in prop::collection::vec(0..11_u8, 0..4),
        place in 0..10_u8,
    ) {
        let text = wrappings.iter().fold(inside, |text, wrapping| wrapped(&text, *wrapping));
        let text = outermost(&text, place);
        let decoded = decode(&text);
        let Some(token) = decoded.tokens.first() else { return Ok(()) };
        let mut copies = vec![link::without_signature(token), markdown(&text)];
        if let Some(redacted) = redact::redacted(token, &["email"]) {
            let copy = link::redacted(&redacted);
            let is_masked = token.payload().is_some_and(|payload| {
                payload.members().iter().any(|member| member.name.text == "email")
            });
            let tells = is_masked && holds(&copy, SECRET.as_bytes());
            prop_assert!(!tells, "{copy}\ntells what is masked of\n{text}");
            copies.push(copy);
        }
        for copy in copies {
            prop_assert!(!holds(&copy, &SIGNATURE), "{copy}\nhas the signature of\n{text}");
            prop_assert!(!holds(&copy, encode(SIGNATURE).as_bytes()), "{copy}\nhas the signature of\n{text}");
        }
    }
}

#[test]
fn copies_of_hostile_tokens_take_bounded_time() {
    let before = Instant::now();
    let layers = (0..20).fold("x".to_owned(), |text, _| encode(format!("{text}%25\\u0025+")));
    for text in [
        "A".repeat(300_000),
        encode("eyJ".repeat(70_000)),
        "eyJhIjox.".repeat(30_000),
        "%25".repeat(100_000),
        "\\\\u005c".repeat(40_000),
        "a+b%2B".repeat(50_000),
        "{\"protected\":".repeat(20_000),
        "word ".repeat(60_000),
        " \n".repeat(100_000),
        layers,
    ] {
        let claims = format!(r#"{{"email":"{SECRET}","t":{}}}"#, json_string(&text));
        let token = first(&outer(&claims));
        assert!(copy::without_signature(&token).text.len() > 60);
        assert!(!redacted(&token, &["email"]).text.is_empty());
    }
    assert!(before.elapsed() < Duration::from_secs(120), "{:?}", before.elapsed());
}
