//! Inputs made to cost: what is kept of them is bounded, whatever they want.

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::error::FaultKind;
use decode::format::Format;
use decode::{Coding, Role, Token, decode, limits};
use inspect::compare::{Change, Comparison, Side, compare};
use inspect::describe::describe;
use inspection::inspect;
use share::{redact, report};

const HS256: &str = r#"{"alg":"HS256"}"#;

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn signed(header: &str, payload: impl AsRef<[u8]>) -> String {
    [encode(header), encode(payload), encode([7; 32])].join(".")
}

#[track_caller]
fn only(text: &str) -> Token {
    let mut tokens = decode(text).tokens;
    assert_eq!(tokens.len(), 1);
    tokens.swap_remove(0)
}

/// A raw DEFLATE stream that inflates to `length` times the letter `a`: one literal, then repetitions of 258 bytes in
/// the fixed codes of RFC 1951 section 3.2.6.
fn bomb(length: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = Vec::new();
    let mut code = |value: u32, count: u32| bits.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
    // The last block, with fixed codes: written from the lowest bit on.
    code(0b110, 3);
    code(0b0011_0000 + u32::from(b'a'), 8);
    for _ in 0..length / 258 {
        code(0b1100_0101, 8);
        code(0, 5);
    }
    code(0, 7);
    bits.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << at)).collect()
}

/// The deepest chain of tokens inside tokens, and how many there are.
fn depth_and_count(token: &Token) -> (usize, usize) {
    token
        .nested
        .iter()
        .map(|nested| depth_and_count(&nested.token))
        .fold((0, 0), |(depth, count), (inner, more)| (depth.max(inner + 1), count + more + 1))
}

#[test]
fn a_megabyte_of_ciphertext() {
    let compact = [
        encode(r#"{"alg":"dir","enc":"A128GCM"}"#),
        String::new(),
        encode([1; 12]),
        encode(vec![2; 1 << 20]),
        encode([3; 16]),
    ];
    let text = compact.join(".");
    let token = only(&text);
    assert_eq!((token.format, token.parts.len()), (Format::JweCompact, 5));
    assert_eq!(token.part(Role::Ciphertext).map(|part| part.bytes.len()), Some(1 << 20));
    assert!(token.parts.iter().all(|part| part.faults.is_empty()));
    let report = report::json(&inspect(&text, 0));
    assert!(report.len() < text.len() + 10_000, "the ciphertext stands there once");
    let json = format!(r#"{{"protected":"{}","iv":"AA","ciphertext":"{}","tag":"AA"}}"#, compact[0], compact[3]);
    assert_eq!(only(&json).part(Role::Ciphertext).map(|part| part.bytes.len()), Some(1 << 20));
}

#[test]
fn ten_thousand_disclosures() {
    let disclosure = encode(r#"["salt","name","value"]"#);
    let text = [signed(HS256, "{}"), "~".to_owned(), [disclosure.as_str(), "~"].concat().repeat(10_000)].concat();
    let token = only(&text);
    let count = token.parts.iter().filter(|part| part.role == Role::Disclosure).count();
    assert_eq!((token.format, count), (Format::SdJwt, 10_000));
    // Each stands there twice: as a part, and as a disclosure with what is wrong with it.
    let report = report::json(&inspect(&text, 0));
    assert!(report.len() < 60 * text.len(), "{} bytes for {}", report.len(), text.len());
}

#[test]
fn ten_thousand_signatures() {
    // Each padded and too short: two faults, of which the first ones say it.
    let signature = format!(r#"{{"protected":"{}","signature":"AA=="}}"#, encode(HS256));
    let text = format!(r#"{{"payload":"e30","signatures":[{}]}}"#, vec![signature; 10_000].join(","));
    let token = only(&text);
    assert_eq!((token.format, token.parts.len()), (Format::JwsJsonGeneral, 20_001));
    assert_eq!(token.parts.last().and_then(|part| part.group), Some(9_999));
    let inspection = inspect(&text, 0);
    let findings = &inspection.tokens[0].judgement.findings;
    assert!(findings.len() < 50, "{} findings", findings.len());
}

#[test]
fn thirty_thousand_odd_names_and_values() {
    let members: String = (0..30_000)
        .map(|at| format!("\"\\u0061\u{202E}\u{430}{at}\":[9007199254740993,-0,\"\\ud83d\"],\"B{at}\":1,\"b{at}\":1,"))
        .collect();
    let before = Instant::now();
    let inspection = inspect(&signed(HS256, format!("{{{members}\"__proto__\":1}}")), 0);
    let findings = &inspection.tokens[0].judgement.findings;
    assert!(findings.len() < 200, "{} findings", findings.len());
    // A quadratic step takes minutes.
    assert!(before.elapsed() < Duration::from_secs(20), "{:?}", before.elapsed());
}

#[test]
fn names_of_algorithms_without_end() {
    for alg in ["A".repeat(1 << 20), "\u{200B}".repeat(1 << 18), "none".repeat(1 << 18)] {
        let header = format!("{{\"alg\":\"{alg}\"}}");
        let inspection = inspect(&signed(&header, "{}"), 0);
        let messages = inspection.tokens[0].judgement.findings.iter().map(|finding| finding.message.len());
        assert!(messages.max().is_some_and(|longest| longest < 1000));
    }
}

#[test]
fn tokens_in_tokens_to_any_depth() {
    // base64url makes each layer a third longer, a header that is JSON does not.
    let mut compact = signed(HS256, "{}");
    let mut json = r#"{"payload":"e30","protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AA"}"#.to_owned();
    for _ in 0..24 {
        compact = signed(r#"{"alg":"HS256","cty":"JWT"}"#, &compact);
    }
    for _ in 0..60 {
        json = format!(r#"{{"payload":"e30","header":{{"alg":"HS256","a":{json}}},"signature":"AA"}}"#);
    }
    for text in [&compact, &json] {
        assert_eq!(depth_and_count(&only(text)), (limits::NESTED_DEPTH, limits::NESTED_DEPTH));
    }
    let deep = "{\"payload\":".repeat(100_000) + "\"signature\"";
    assert_eq!(decode(&deep).tokens, []);
}

#[test]
fn tokens_in_tokens_in_any_number() {
    let list = |text: &str| signed(HS256, format!(r#"["{}"]"#, [text; 30].join("\",\"")));
    let text = list(&list(&list(&signed(HS256, "{}"))));
    assert_eq!(depth_and_count(&only(&text)).1, limits::NESTED_COUNT);
}

#[test]
fn a_deflate_bomb() {
    let stream = bomb(30_000_000);
    let zipped = signed(r#"{"alg":"HS256","zip":"DEF"}"#, &stream);
    let token = only(&zipped);
    let payload = token.payload().expect("a payload");
    assert_eq!(payload.bytes.len(), limits::INFLATED_PER_TOKEN);
    assert_eq!(payload.coding, Coding::Deflated { compressed: stream.len() });
    assert_eq!(payload.faults[0].kind, FaultKind::InflatesTooFar);
    assert!(payload.bytes.iter().all(|byte| *byte == b'a'), "what was inflated is kept");
    let whole = only(&signed(r#"{"alg":"HS256","zip":"DEF"}"#, bomb(258_000)));
    assert_eq!(whole.payload().map(|payload| payload.bytes.len()), Some(258_001));
}

#[test]
fn many_deflate_bombs() {
    let zipped = signed(r#"{"alg":"HS256","zip":"DEF"}"#, bomb(5_200_000));
    let inflated = |token: &Token| token.payload().map_or(0, |payload| payload.bytes.len());
    let tokens = decode(&[zipped.as_str(); 10].join("\n")).tokens;
    assert_eq!(tokens.len(), 10);
    assert_eq!(tokens.iter().map(inflated).sum::<usize>(), 4 * limits::INFLATED_PER_TOKEN);
    let nested = only(&signed(HS256, format!(r#"["{}"]"#, [zipped.as_str(); 10].join("\",\""))));
    assert_eq!(nested.nested.len(), 10);
    assert_eq!(nested.nested.iter().map(|nested| inflated(&nested.token)).sum::<usize>(), limits::INFLATED_PER_TOKEN);
}

#[test]
fn hostile_headers_take_bounded_time() {
    let before = Instant::now();
    for piece in ["'", "|", "`", "union ", "/*", ";", "\" ", "http:", "1.", "\n"] {
        let long = piece.repeat(100_000);
        let names: Vec<_> = (0..20_000).map(|at| format!("{piece}{}", at % 10_000)).collect();
        let header = serde_json::json!({"alg": "HS256", "kid": long, "jku": format!("https://{long}"), "crit": names});
        let token = format!("{}.e30.c2ln", URL_SAFE_NO_PAD.encode(header.to_string()));
        assert_eq!(inspect(&token, 0).tokens.len(), 1);
    }
    // A quadratic step takes minutes.
    assert!(before.elapsed() < Duration::from_secs(30), "{:?}", before.elapsed());
}

#[test]
fn countless_recipients_and_signatures_take_bounded_time() {
    let before = Instant::now();
    let one =
        r#"{"header":{"alg":"A128KW","kid":"k","zip":"DEF","b64":false},"encrypted_key":"AAAA","signature":"AAAA"}"#;
    let all = vec![one; 5_000].join(",");
    let header = URL_SAFE_NO_PAD.encode(r#"{"enc":"A128GCM"}"#);
    let encrypted =
        format!(r#"{{"protected":"{header}","recipients":[{all}],"iv":"AAAA","ciphertext":"AAAA","tag":"AAAA"}}"#);
    let signed = format!(r#"{{"payload":"e30","signatures":[{all}]}}"#);
    for text in [encrypted, signed] {
        assert_eq!(inspect(&text, 0).tokens.len(), 1);
    }
    assert!(before.elapsed() < Duration::from_secs(30), "{:?}", before.elapsed());
}

#[test]
fn countless_masks_take_bounded_time() {
    let before = Instant::now();
    let claims: Vec<_> = (0..20_000).map(|at| format!("\"c{at}\":\"value {at}\"")).collect();
    let values: Vec<_> = (0..20_000).map(|at| format!("\"value {at}\"")).collect();
    let token = only(&signed(HS256, format!("{{{},\"all\":[{}]}}", claims.join(","), values.join(","))));
    assert_eq!(redact::maskable(&token, &describe(&token)).len(), 20_001);
    let redacted = redact::redacted(&token, &["all"]).expect("claims");
    assert!(
        !redacted.payload.contains("value 19999"),
        "each value is found where it stands alone, however many there are"
    );
    // A quadratic step takes minutes.
    assert!(before.elapsed() < Duration::from_secs(60), "{:?}", before.elapsed());
}

#[test]
fn two_tokens_of_twenty_thousand_claims_side_by_side() {
    fn compared(one: &Token, other: &Token) -> Comparison {
        let (a, b) = (describe(one), describe(other));
        let start = Instant::now();
        let comparison = compare(Side { token: one, description: &a }, Side { token: other, description: &b });
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
        comparison
    }
    let claims = |value: &str| {
        let all: Vec<String> = (0..20_000).map(|n| format!(r#""name-{}":{value}"#, n * 7_919 % 20_000)).collect();
        only(&signed(HS256, format!("{{{}}}", all.join(","))))
    };
    let found = compared(&claims("1"), &claims("2"));
    assert_eq!(found.parts[0].rows.iter().filter(|row| row.change == Change::Changed).count(), 20_000);
    // All of one name, and each inside a very long one.
    let repeated =
        |value: &str| only(&signed(HS256, format!("{{{}}}", vec![format!(r#""a":{value}"#); 20_000].join(","))));
    assert_eq!(compared(&repeated("1"), &repeated("2")).parts[0].rows.len(), 1);
    let inside = |value: &str| {
        let name = "n".repeat(100_000);
        only(&signed(
            HS256,
            format!(r#"{{"{name}":[{}],"scope":"{}"}}"#, vec![value; 20_000].join(","), "a ".repeat(50_000)),
        ))
    };
    let found = compared(&inside("1"), &inside("2"));
    let row = &found.parts[0].rows[0];
    assert!(row.inside.len() == 12 && row.has_more_inside);
    let told: usize = found.topics.iter().map(|topic| topic.message.len()).sum();
    assert!(told < 2_000, "{told}");
}
