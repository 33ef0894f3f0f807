//! Reads a text from standard input, checks the signatures in it with the keys of a file and the tokens against what a service
//! expects, and prints the report as JSON.

use std::io::Read;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use decode::{Nested, Token};
use expectations::Expectations;
use inspection::inspect;
use share::report;
use verify::{Checker, key};

const USAGE: &str = "usage: cargo run --release --example verify -- \
    [--key KEYFILE] [--expect EXPECTATIONS.json] [--now UNIX_SECONDS] < FILE";

fn main() -> ExitCode {
    let report = arguments(std::env::args().skip(1)).map_err(|fault| format!("{fault}\n{USAGE}")).and_then(run);
    match report {
        Ok(report) => println!("{report}"),
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

struct Arguments {
    key_file: Option<String>,
    /// What a service expects: the JSON that `expectations::json` describes.
    expectations_file: Option<String>,
    now: i64,
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let (mut key_file, mut expectations_file, mut now) = (None, None, None);
    while let Some(argument) = given.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), given.next()),
        };
        let value = value.ok_or_else(|| format!("expected a value behind `{name}`"))?;
        match name {
            "--key" => key_file = Some(value),
            "--expect" => expectations_file = Some(value),
            "--now" => {
                let seconds =
                    value.parse().map_err(|_| format!("expected a number of seconds, but found `{value}`"))?;
                now = Some(seconds);
            }
            _ => return Err(format!("expected --key, --expect or --now, but found `{name}`")),
        }
    }
    let now = match now {
        Some(now) => now,
        None => {
            let since =
                SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "this machine's clock is before 1970")?;
            i64::try_from(since.as_secs()).map_err(|fault| fault.to_string())?
        }
    };
    Ok(Arguments { key_file, expectations_file, now })
}

fn text_of(name: &str) -> Result<String, String> {
    let bytes = std::fs::read(name).map_err(|fault| format!("`{name}` could not be read: {fault}"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn expectations_in(name: &str) -> Result<Expectations, String> {
    expectations::json::read(&text_of(name)?).map_err(|fault| format!("`{name}`: {fault}"))
}

fn run(Arguments { key_file, expectations_file, now }: Arguments) -> Result<String, String> {
    let key_text = key_file.as_deref().map(text_of).transpose()?.unwrap_or_default();
    let expectations = expectations_file.as_deref().map(expectations_in).transpose()?;
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|fault| format!("standard input could not be read: {fault}"))?;
    let inspection = inspect(&String::from_utf8_lossy(&bytes), now);
    let keys = key::read(&key_text);
    for remark in &keys.remarks {
        eprintln!("note on the keys: {}", remark.message);
    }
    let checks = |token: &Token, place: Option<(&Token, &Nested)>| {
        let checker = match place {
            Some((outer, nested)) => Checker::of_nested(outer, nested, &keys),
            None => Checker::new(token, &keys).beside(inspection.tokens.iter().map(|inspected| &*inspected.token)),
        };
        checker.with_key_text(&key_text).at(now).finish()
    };
    let Some(expectations) = expectations else {
        return Ok(report::json_with(&inspection, Some(&checks), None));
    };
    let judgements = |token: &Token, place: Option<(&Token, &Nested)>| {
        expectations::judge(token, &expectations, report::known_signature(&checks(token, place)), now)
    };
    Ok(report::json_with(&inspection, Some(&checks), Some(&judgements)))
}
