//! Reads a text from standard input and prints the report on it as JSON.

use std::io::Read;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use inspection::inspect;
use share::report;

const USAGE: &str = "usage: cargo run --release --example inspect -- [--now UNIX_SECONDS] < FILE";

fn main() -> ExitCode {
    let now = match now(std::env::args().skip(1)) {
        Ok(now) => now,
        Err(fault) => {
            eprintln!("{fault}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut bytes = Vec::new();
    if let Err(fault) = std::io::stdin().read_to_end(&mut bytes) {
        eprintln!("expected a text on standard input, but it could not be read: {fault}");
        return ExitCode::FAILURE;
    }
    let text = String::from_utf8_lossy(&bytes);
    if let std::borrow::Cow::Owned(_) = text {
        eprintln!("note: the input is not UTF-8; what is not stands as U+FFFD, and spans count the bytes of that text");
    }
    println!("{}", report::json(&inspect(&text, now)));
    ExitCode::SUCCESS
}

/// The instant to judge at, in seconds since 1970-01-01T00:00:00Z: the argument's, or this machine's.
fn now(mut arguments: impl Iterator<Item = String>) -> Result<i64, String> {
    let Some(argument) = arguments.next() else {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "this machine's clock is before 1970")?;
        return i64::try_from(since.as_secs()).map_err(|fault| fault.to_string());
    };
    let value = match argument.strip_prefix("--now") {
        Some("") => arguments.next(),
        Some(value) => value.strip_prefix('=').map(str::to_owned),
        None => return Err(format!("expected --now, but found `{argument}`")),
    };
    let value = value.ok_or("expected a number of seconds behind --now")?;
    if let Some(more) = arguments.next() {
        return Err(format!("expected nothing behind --now, but found `{more}`"));
    }
    value.parse().map_err(|_| format!("expected a number of seconds behind --now, but found `{value}`"))
}
