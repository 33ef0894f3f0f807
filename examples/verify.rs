//! Reads a text from standard input, checks the signatures in it and decrypts with the keys of a file, holds the tokens
//! against what a service expects, and prints the report as JSON.

use std::io::Read;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use expectations::Expectations;
use inspect::time::numeric_date;
use inspection::inspect;
use serde_json::Value;
use share::report;
use verify::key;

const USAGE: &str = "\
usage: cargo run --release --example verify -- [--key KEYFILE] [--expect EXPECTATIONS.json] [--now SECONDS] < FILE

  --key KEYFILE              checks signatures and decrypts with the keys of this file
  --expect EXPECTATIONS.json holds every token against what a service expects (docs/EXPECTATIONS.md)
  --now SECONDS              judges at this time, in seconds since 1970-01-01T00:00:00Z
  -h, --help                 prints this

exit status:
  0  nothing was found against the tokens
  1  with --expect, a service would refuse one of them; with --key, one has no signature that fits these keys, or cannot
     be decrypted with them
  2  the arguments or a file could not be read, or there is no token";

/// Nothing that was asked speaks against a token. No service accepts one for that.
const NOTHING_AGAINST: u8 = 0;
const AGAINST: u8 = 1;
const NOT_CHECKED: u8 = 2;

fn main() -> ExitCode {
    let told = match asked(std::env::args().skip(1)) {
        Ok(Asked::Help) => {
            println!("{USAGE}");
            return ExitCode::from(NOTHING_AGAINST);
        }
        Ok(Asked::Report(arguments)) => run(&arguments, std::io::stdin()),
        Err(fault) => Err(format!("{fault}\n{USAGE}")),
    };
    match told {
        Ok(Told { report, notes, status }) => {
            println!("{report}");
            for note in notes {
                eprintln!("{note}");
            }
            ExitCode::from(status)
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(NOT_CHECKED)
        }
    }
}

#[derive(Debug, PartialEq)]
enum Asked {
    Help,
    Report(Arguments),
}

#[derive(Debug, PartialEq, Default)]
struct Arguments {
    key_file: Option<String>,
    /// What a service expects: the JSON that `expectations::json` describes.
    expectations_file: Option<String>,
    /// None is the time of this machine's clock.
    now: Option<i64>,
}

/// What is printed, and the exit status.
struct Told {
    report: String,
    notes: Vec<String>,
    status: u8,
}

fn asked(mut given: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut arguments = Arguments::default();
    let mut names: Vec<String> = Vec::new();
    while let Some(argument) = given.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        match name {
            "-h" | "--help" => return Ok(Asked::Help),
            "--key" | "--expect" | "--now" => {}
            _ => return Err(format!("expected --key, --expect, --now or --help, but found `{name}`")),
        }
        if names.iter().any(|earlier| earlier == name) {
            return Err(format!("expected `{name}` once, but found it again"));
        }
        let value = value.or_else(|| given.next()).ok_or_else(|| format!("expected a value behind `{name}`"))?;
        match name {
            "--key" => arguments.key_file = Some(value),
            "--expect" => arguments.expectations_file = Some(value),
            _ => arguments.now = Some(seconds(&value)?),
        }
        names.push(name.to_owned());
    }
    Ok(Asked::Report(arguments))
}

fn seconds(value: &str) -> Result<i64, String> {
    let seconds = value.parse().map_err(|_| format!("expected a whole number of seconds, but found `{value}`"))?;
    match numeric_date::likely_unit(seconds) {
        Some(unit) => Err(format!(
            "expected seconds behind `--now`, but `{value}` seems to count {}: in seconds it is {}",
            unit.name(),
            seconds / unit.per_second()
        )),
        None => Ok(seconds),
    }
}

fn clock() -> Result<i64, String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "this machine's clock is before 1970")?;
    i64::try_from(since.as_secs()).map_err(|fault| fault.to_string())
}

fn text_of(name: &str) -> Result<String, String> {
    let bytes = std::fs::read(name).map_err(|fault| format!("`{name}` could not be read: {fault}"))?;
    text(bytes).map_err(|fault| format!("`{name}` {fault}"))
}

/// Without a byte-order mark, which some editors write.
fn text(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err("is not UTF-8 text: it begins like UTF-16. Save it as UTF-8".to_owned());
    }
    let text = String::from_utf8(bytes).map_err(|fault| {
        let at = fault.utf8_error().valid_up_to();
        format!("is not UTF-8 text: the byte at place {at} belongs to no character")
    })?;
    Ok(text.strip_prefix('\u{FEFF}').map_or_else(|| text.clone(), str::to_owned))
}

fn expectations_in(name: &str) -> Result<Expectations, String> {
    expectations::json::read(&text_of(name)?).map_err(|fault| format!("`{name}`: {fault}"))
}

fn run(arguments: &Arguments, mut input: impl Read) -> Result<Told, String> {
    let Arguments { key_file, expectations_file, now } = arguments;
    let key_text = key_file.as_deref().map(text_of).transpose()?.unwrap_or_default();
    let expectations = expectations_file.as_deref().map(expectations_in).transpose()?;
    let now = now.map_or_else(clock, Ok)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|fault| format!("standard input could not be read: {fault}"))?;
    let inspection = inspect(&String::from_utf8_lossy(&bytes), now);
    let keys = key::read(&key_text);
    let mut notes: Vec<String> =
        keys.remarks.iter().map(|remark| format!("note on the keys: {}", remark.message)).collect();
    let report = report::json_with_keys(&inspection, &keys, &key_text, expectations.as_ref());
    let read: Value = serde_json::from_str(&report).map_err(|fault| format!("the report is not JSON: {fault}"))?;
    let tokens = list(&read["tokens"]);
    let is_against = |token: &Value| is_refused(token) || key_file.is_some() && !fits(token);
    let status = match tokens {
        [] => {
            notes.push("no token was found".to_owned());
            NOT_CHECKED
        }
        _ if tokens.iter().any(is_against) => AGAINST,
        _ => NOTHING_AGAINST,
    };
    Ok(Told { report, notes, status })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Of an encrypted token, the one inside, where it could be decrypted.
fn is_refused(token: &Value) -> bool {
    match token["decrypted"].get("token") {
        Some(inner) => is_refused(inner),
        None => token["expectations"]["verdict"] == "would-refuse",
    }
}

/// A signature of it fits a key of the file, or it could be decrypted and so fits the token inside, if there is one.
fn fits(token: &Value) -> bool {
    if let Some(decrypted) = token.get("decrypted") {
        return decrypted.get("key").is_some() && decrypted.get("token").is_none_or(fits);
    }
    let check = &token["signatureCheck"];
    let checks = check.get("signatures").map_or(std::slice::from_ref(check), list);
    checks.iter().any(|check| check["signature"] == "fits" && check["whose"] == "pasted")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// RFC 7515, appendix A.1.
    const TOKEN: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const KEY: &str =
        r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#;
    const OTHER_KEY: &str =
        r#"{"kty":"oct","k":"AAAASysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#;

    fn asked_of(given: &[&str]) -> Result<Asked, String> {
        asked(given.iter().map(|argument| (*argument).to_owned()))
    }

    /// A file of this test, with these bytes.
    fn file(name: &str, bytes: &[u8]) -> String {
        let path = std::env::temp_dir().join(format!("verify-{}-{name}", std::process::id()));
        fs::write(&path, bytes).expect("a file");
        path.to_string_lossy().into_owned()
    }

    fn run_with(name: &str, key: Option<&str>, expected: Option<&str>, input: &str) -> Result<Told, String> {
        let arguments = Arguments {
            key_file: key.map(|key| file(&format!("{name}-key"), key.as_bytes())),
            expectations_file: expected.map(|expected| file(&format!("{name}-expected"), expected.as_bytes())),
            now: Some(1_300_819_000),
        };
        let told = run(&arguments, input.as_bytes());
        for file in [arguments.key_file, arguments.expectations_file].into_iter().flatten() {
            fs::remove_file(file).expect("removed");
        }
        told
    }

    #[test]
    fn reads_arguments() {
        let report = |key: Option<&str>, expected: Option<&str>, now| {
            let [key_file, expectations_file] = [key, expected].map(|name| name.map(str::to_owned));
            Ok(Asked::Report(Arguments { key_file, expectations_file, now }))
        };
        assert_eq!(asked_of(&[]), report(None, None, None));
        assert_eq!(asked_of(&["--key", "k", "--expect=e", "--now", "-1"]), report(Some("k"), Some("e"), Some(-1)));
        assert_eq!(asked_of(&["--now=0"]), report(None, None, Some(0)));
        for given in [&["--help"][..], &["-h"], &["--key", "k", "--help"]] {
            assert_eq!(asked_of(given), Ok(Asked::Help));
        }
    }

    #[test]
    fn says_what_is_wrong_with_arguments() {
        for (given, fault) in [
            (&["--key"][..], "expected a value behind `--key`"),
            (&["--verbose"], "expected --key, --expect, --now or --help, but found `--verbose`"),
            (&["token.txt"], "expected --key, --expect, --now or --help, but found `token.txt`"),
            (&["--expect", "a", "--expect=b"], "expected `--expect` once, but found it again"),
            (&["--now", "1", "--now", "1"], "expected `--now` once, but found it again"),
            (&["--now", "today"], "expected a whole number of seconds, but found `today`"),
            (&["--now", "1.5"], "expected a whole number of seconds, but found `1.5`"),
            (
                &["--now", "1795446000000"],
                "expected seconds behind `--now`, but `1795446000000` seems to count milliseconds: in seconds it is 1795446000",
            ),
        ] {
            assert_eq!(asked_of(given), Err(fault.to_owned()));
        }
    }

    #[test]
    fn the_exit_status_says_whether_something_is_against_a_token() {
        let met = Some(r#"{"issuer":"joe"}"#);
        let differs = Some(r#"{"issuer":"jim"}"#);
        let two = format!("{TOKEN}\n{}", TOKEN.replace("dBjft", "dBjfs"));
        for (name, key, expected, input, status) in [
            ("nothing", None, None, TOKEN, NOTHING_AGAINST),
            ("met", None, met, TOKEN, NOTHING_AGAINST),
            ("differs", None, differs, TOKEN, AGAINST),
            ("fits", Some(KEY), None, TOKEN, NOTHING_AGAINST),
            ("no-fit", Some(OTHER_KEY), None, TOKEN, AGAINST),
            ("no-key", Some("hello world"), None, TOKEN, AGAINST),
            ("one-of-two", Some(KEY), None, &two, AGAINST),
            ("fits-differs", Some(KEY), differs, TOKEN, AGAINST),
            ("fits-met", Some(KEY), met, TOKEN, NOTHING_AGAINST),
            ("none", None, met, "hello", NOT_CHECKED),
            ("empty", Some(KEY), met, "", NOT_CHECKED),
        ] {
            let told = run_with(name, key, expected, input).expect(name);
            assert_eq!(told.status, status, "{name}");
            assert!(told.report.starts_with('{'), "{name}");
            assert_eq!(told.notes.iter().any(|note| note == "no token was found"), status == NOT_CHECKED, "{name}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_an_error() {
        let fault = |name: &str, expected: &str| run_with(name, None, Some(expected), TOKEN).err().unwrap_or_default();
        assert!(fault("no-json", "{").contains("-no-json-expected`: expected"));
        assert!(fault("unknown", r#"{"aud":"x"}"#).contains("but found `aud`"));
        assert!(run_with("mark", None, Some("\u{FEFF}{}"), TOKEN).is_ok());
        let missing = Arguments { key_file: Some("no/such/file".to_owned()), ..Arguments::default() };
        assert!(
            run(&missing, TOKEN.as_bytes()).err().is_some_and(|fault| fault.starts_with("`no/such/file` could not"))
        );
        let of = |bytes: &[u8]| text(bytes.to_vec()).unwrap_or_else(|fault| fault);
        assert_eq!(of(b"{\"a\":\"\xFC\"}"), "is not UTF-8 text: the byte at place 6 belongs to no character");
        assert_eq!(of(b"\xFF\xFE{\0"), "is not UTF-8 text: it begins like UTF-16. Save it as UTF-8");
        assert_eq!(of("ü".as_bytes()), "ü");
    }
}
