//! Times the core on this machine: a small token and big ones, and how each heavy family of texts grows.
//!
//! `--print FAMILY BYTES` prints a text of a family instead.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::decode;
use inspect::{Context, Evaluation, describe};
use inspection::judge;
use test_tokens::{HEAVY_TEXTS, HeavyText};

const NOW: i64 = 1_700_000_000;
/// In bytes.
const SIZES: [usize; 4] = [1_250_000, 2_500_000, 5_000_000, 10_000_000];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => {
            single_tokens();
            println!();
            growth(|_| true);
        }
        ["--family", name] => growth(|family| family.name == name),
        ["--print", name, bytes] => {
            let family = HEAVY_TEXTS.iter().find(|family| family.name == name);
            let (Some(family), Ok(bytes)) = (family, bytes.parse()) else {
                let names: Vec<&str> = HEAVY_TEXTS.iter().map(|family| family.name).collect();
                eprintln!("expected one of {} and a number of bytes", names.join(", "));
                return ExitCode::from(2);
            };
            println!("{}", (family.of_size)(bytes));
        }
        _ => {
            eprintln!("usage: bench [--family FAMILY | --print FAMILY BYTES]");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// What each family takes at sizes that double: where a time more than doubles, the work grows faster than the text.
fn growth(is_wanted: impl Fn(&HeavyText) -> bool) {
    println!(
        "Decoding and inspecting, without the report, in seconds; growth from each size to the next, and from the first to the last"
    );
    println!("{:<34}{:>8}{:>16}{:>16}{:>16}{:>9}", "family", "1.25 MB", "2.5 MB", "5 MB", "10 MB", "1.25->10");
    for family in HEAVY_TEXTS.iter().filter(|family| is_wanted(family)) {
        let seconds = SIZES.map(|bytes| {
            let text = (family.of_size)(bytes);
            let start = Instant::now();
            black_box(inspection::inspect(&text, NOW).tokens.len());
            start.elapsed().as_secs_f64()
        });
        let [first, .., last] = seconds;
        print!("{:<34}{first:>8.3}", family.name);
        for pair in seconds.windows(2) {
            if let [before, after] = pair {
                print!("{after:>9.3} {:>5.1}x", after / before);
            }
        }
        println!("{:>8.1}x", last / first);
    }
}

fn single_tokens() {
    println!("{:<44} {:>12} {:>12} {:>12}", "work", "least", "median", "most");
    let small = token(&claims(16));
    let big = token(&format!("{{\"sub\":\"u1\",\"exp\":1700003600,\"data\":\"{}\"}}", "x".repeat(750_000)));
    let wide = token(&claims(20_000));
    time(&format!("inspect, token of {} bytes", small.len()), 2_000, || inspection::inspect(&small, NOW).tokens.len());
    let decoded = decode(&small);
    if let Some(token) = decoded.tokens.first() {
        let description = describe::describe(token);
        let context = Context { now: NOW, ..Context::default() };
        let lasting = rules::LastingFindings::of(&Evaluation::new(token, &description, context));
        time("judge at another instant, the same token", 2_000, || {
            judge(token, &description, &lasting, context).findings.len()
        });
    }
    time(&format!("inspect, one claim, token of {} bytes", big.len()), 20, || {
        inspection::inspect(&big, NOW).tokens.len()
    });
    time(&format!("inspect, 20,000 claims, token of {} bytes", wide.len()), 20, || {
        inspection::inspect(&wide, NOW).tokens.len()
    });
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

fn time(work: &str, rounds: usize, mut run: impl FnMut() -> usize) {
    let mut durations: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    durations.sort();
    let shown = |at: usize| durations.get(at).map_or(String::new(), |duration| format!("{duration:.1?}"));
    println!("{work:<44} {:>12} {:>12} {:>12}", shown(0), shown(rounds / 2), shown(rounds - 1));
}
