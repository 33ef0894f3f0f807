//! Times the core on this machine: a small token, a big one, and a big text full of tokens.

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::decode;
use inspect::{self, Context, describe};
use inspection::judge;

const NOW: i64 = 1_700_000_000;

fn main() {
    println!("{:<44} {:>12} {:>12} {:>12}", "work", "least", "median", "most");
    let small = token(&claims(16));
    let big = token(&format!("{{\"sub\":\"u1\",\"exp\":1700003600,\"data\":\"{}\"}}", "x".repeat(750_000)));
    let wide = token(&claims(20_000));
    let har = har(&small, 10_000_000);
    time(&format!("inspect, token of {} bytes", small.len()), 2_000, || inspection::inspect(&small, NOW).tokens.len());
    let decoded = decode(&small);
    if let Some(token) = decoded.tokens.first() {
        let description = describe::describe(token);
        let context = Context { now: NOW, ..Context::default() };
        time("judge alone, the same token", 2_000, || judge(token, &description, context).findings.len());
    }
    time(&format!("inspect, one claim, token of {} bytes", big.len()), 20, || {
        inspection::inspect(&big, NOW).tokens.len()
    });
    time(&format!("inspect, 20,000 claims, token of {} bytes", wide.len()), 20, || {
        inspection::inspect(&wide, NOW).tokens.len()
    });
    time(&format!("decode, HAR of {} bytes", har.len()), 10, || decode(&har).tokens.len());
    let log = format!("GET /me\nAuthorization: Bearer {small}\n").repeat(10_000_000 / small.len());
    time(&format!("decode, log of {} bytes full of tokens", log.len()), 5, || decode(&log).tokens.len());
    let wrapped: Vec<_> = big.as_bytes().chunks(76).map(String::from_utf8_lossy).collect();
    let wrapped = wrapped.join("\n");
    time(&format!("decode, wrapped token of {} bytes", wrapped.len()), 10, || decode(&wrapped).tokens.len());
}

fn claims(count: usize) -> String {
    let extra: Vec<_> = (0..count).map(|at| format!("\"claim_{at}\":\"value number {at}\"")).collect();
    format!(
        "{{\"iss\":\"https://issuer.example\",\"sub\":\"u1\",\"aud\":\"api\",\"iat\":1699990000,\"exp\":1700003600,\"scope\":\"read write\",{}}}",
        extra.join(",")
    )
}

fn token(claims: &str) -> String {
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let signature: Vec<u8> = (0..=255).collect();
    [encode(r#"{"alg":"RS256","kid":"2026-01"}"#), encode(claims), URL_SAFE_NO_PAD.encode(signature)].join(".")
}

/// A browser's record of requests, most of it text without tokens.
fn har(token: &str, bytes: usize) -> String {
    let body = "the response said elephants were everywhere, see \\\"example\\\" &c. ".repeat(200);
    let entry = format!(
        "{{\"request\":{{\"headers\":[{{\"name\":\"Authorization\",\"value\":\"Bearer {token}\"}}]}},\"response\":{{\"content\":{{\"text\":\"{body}\"}}}}}},\n"
    );
    entry.repeat(bytes / entry.len() + 1)
}

fn time(work: &str, rounds: usize, mut run: impl FnMut() -> usize) {
    let mut durations: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    durations.sort();
    let shown = |at: usize| durations.get(at).map_or(String::new(), |duration| format!("{duration:.1?}"));
    println!("{work:<44} {:>12} {:>12} {:>12}", shown(0), shown(rounds / 2), shown(rounds - 1));
}
