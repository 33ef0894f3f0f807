//! Signed tokens for what a service expects, and what `judge` says of each: what a library says of them must be the same.

pub mod claims;
mod differences;
mod registered;

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use claims::{CLAIMS, INSIDE};
use differences::{DIFFERENCES, LawfulDifference};
use expectations::code::{CodeInput, KeyPlace, LIBRARIES, Library, WrittenCode, write, write_for};
use expectations::{Expectations, KnownSignature, ServiceVerdict, json, judge};
use hmac::{Hmac, KeyInit, Mac};
use registered::REGISTERED;
use sha2::Sha256;
use test_tokens::{encode, token_of, token_with};

/// The environment variable of the written code, and what stands in it here. 32 bytes, as RFC 7518 section 3.2 demands.
pub const VARIABLE: &str = "JWT_SECRET";
pub const SECRET: &str = "a secret of thirty-two bytes ok!";

/// What a service expects, and tokens for it.
pub struct SignedCases {
    pub name: &'static str,
    pub expectations: &'static str,
    /// The members of the header besides `alg`, and the claims. `NOW` is the time of the run, to which a number may be added.
    pub tokens: &'static [(&'static str, &'static str)],
}

/// What a library does with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Taken {
    Taken,
    Refused,
}

/// The members of a usual header.
pub const JWT: &str = r#""typ":"JWT""#;

/// A program of one library, with tokens for it and what is expected of each.
#[derive(serde::Serialize)]
pub struct Program {
    pub name: &'static str,
    /// In which it runs: the public key stands there.
    pub folder: PathBuf,
    pub code: String,
    pub tokens: Vec<String>,
    #[serde(skip)]
    pub expected: Vec<Taken>,
}

pub fn library(id: &str) -> &'static Library {
    LIBRARIES.iter().find(|library| library.id == id).expect("a library of this id")
}

/// All that says what is expected whatever the token.
#[allow(dead_code, reason = "Envoy alone has a table of differences of its own")]
pub fn cases() -> impl Iterator<Item = &'static SignedCases> {
    REGISTERED.iter().chain(CLAIMS).chain(DIFFERENCES.iter().map(|difference| &difference.cases))
}

/// Every case, with the secret as the key.
pub fn programs(library: &Library) -> Vec<Program> {
    let inside = INSIDE.iter().map(|cases| program_of_first(library, cases));
    let cases = REGISTERED.iter().chain(CLAIMS).map(|cases| program(library, cases)).chain(inside);
    cases.chain(DIFFERENCES.iter().map(|difference| program_of_difference(library, difference))).collect()
}

/// With the code for the first token.
pub fn program_of_first(library: &Library, cases: &SignedCases) -> Program {
    Program { code: code_for_first(library, cases), ..program(library, cases) }
}

fn program_of_difference(library: &Library, difference: &LawfulDifference) -> Program {
    let mut program = program(library, &difference.cases);
    let signed = program.expected.first_mut().expect("a signed token");
    assert_eq!(*signed, Taken::Taken, "{}: nothing is against it", difference.cases.name);
    if let Some((_, note)) = difference.refused_by.iter().find(|(id, _)| *id == library.id) {
        *signed = Taken::Refused;
        let notes = written(library, &difference.cases.expected(), KeyPlace::Secret).notes;
        assert!(notes.iter().any(|it| it.contains(note)), "{}: {note}: {notes:?}", library.name);
    }
    program
}

impl SignedCases {
    fn expected(&self) -> Expectations {
        Expectations { signature: true, ..json::read(self.expectations).expect("expectations") }
    }
}

impl Program {
    /// With what `judge` says of the token.
    pub fn add(&mut self, expectations: &Expectations, token: String, signature: KnownSignature) {
        let answer = judge(&token_of(&token), expectations, signature, now());
        self.expected.push(match answer.verdict {
            ServiceVerdict::WouldRefuse => Taken::Refused,
            ServiceVerdict::NothingAgainst => Taken::Taken,
        });
        self.tokens.push(token);
    }
}

/// Libraries look at the clock of the machine, so the times of tokens go by it.
fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs();
    i64::try_from(now).expect("a time of this age")
}

pub fn program(library: &Library, cases: &SignedCases) -> Program {
    let now = now();
    let expectations = cases.expected();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let code = code(library, &expectations, KeyPlace::Secret);
    let mut program = Program { name: cases.name, folder, code, tokens: Vec::new(), expected: Vec::new() };
    for (header, claims) in cases.tokens {
        let comma = if header.is_empty() { "" } else { "," };
        let header = format!(r#"{{"alg":"HS256"{comma}{header}}}"#);
        let claims = at(claims, now);
        program.add(&expectations, signed(&header, &claims, SECRET), KnownSignature::FitsPastedKey);
        let by_stranger = signed(&header, &claims, "another secret of some 32 bytes!");
        program.add(&expectations, by_stranger, KnownSignature::DoesNotFit);
        let unsigned = format!("{}.{}.", encode(header.replace("HS256", "none")), encode(&claims));
        program.add(&expectations, unsigned, KnownSignature::Unsigned);
    }
    program
}

pub fn written(library: &Library, expectations: &Expectations, keys: KeyPlace) -> WrittenCode {
    of_input(library, &CodeInput { expectations, keys, keys_of_each: Vec::new() })
}

fn of_input(library: &Library, input: &CodeInput) -> WrittenCode {
    let of_no_token = judge(&token_with("{}"), &Expectations::default(), KnownSignature::NotChecked, 0);
    write(library, input, &of_no_token)
}

pub fn code_of(library: &Library, input: &CodeInput) -> String {
    lines(&of_input(library, input))
}

/// The code for the first token, which shows where claims stand.
fn code_for_first(library: &Library, cases: &SignedCases) -> String {
    let (_, claims) = cases.tokens.first().expect("a token");
    let token = token_of(&signed(r#"{"alg":"HS256"}"#, &at(claims, now()), SECRET));
    let expectations = cases.expected();
    let answer = judge(&token, &expectations, KnownSignature::FitsPastedKey, now());
    lines(&write_for(library, &expectations, &token, &answer))
}

fn lines(code: &WrittenCode) -> String {
    code.lines.iter().map(|line| format!("{}\n", line.text)).collect()
}

/// The code for these expectations alone, whatever the token.
pub fn code(library: &Library, expectations: &Expectations, keys: KeyPlace) -> String {
    lines(&written(library, expectations, keys))
}

/// `NOW+60` as a number.
fn at(claims: &str, now: i64) -> String {
    let mut parts = claims.split("NOW");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([',', '}', '"']).unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        let seconds: i64 = if number.is_empty() { 0 } else { number.parse().expect("seconds") };
        written.push_str(&format!("{}{rest}", now + seconds));
    }
    written
}

pub fn signed(header: &str, claims: &str, secret: &str) -> String {
    let signed = format!("{}.{}", encode(header), encode(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(signed.as_bytes());
    format!("{signed}.{}", encode(mac.finalize().into_bytes()))
}

#[test]
fn about_half_of_the_tokens_with_a_good_signature_are_refused() {
    let programs = programs(library("ruby-jwt"));
    let signed: Vec<Taken> = programs.iter().flat_map(|program| program.expected.iter().step_by(3).copied()).collect();
    let refused = signed.iter().filter(|verdict| **verdict == Taken::Refused).count();
    assert!((signed.len() / 3..signed.len() * 2 / 3).contains(&refused), "{refused} of {}", signed.len());
}
