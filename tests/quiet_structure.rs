//! No error and no warning on tokens that are well made: the corpus while its tokens are active, and what the RFCs
//! print with a good signature.

mod common;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jwt_inspector::inspect;
use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::rules::Severity;
use serde_json::Value;

/// The rules about structure, JSON, algorithms and signatures.
const BEGINNINGS: [&str; 15] = [
    "alg-",
    "base64-",
    "ecdsa-",
    "empty-",
    "invisible-",
    "json-",
    "jwe-alg-",
    "many-",
    "mixed-",
    "nested-",
    "rsa-",
    "sample-",
    "signature-",
    "url-",
    "whitespace-",
];

/// What is rightly found: the id, and the beginning of the name of what it is found in.
type Allowed = [(&'static str, &'static str)];

const IN_THE_CORPUS: &Allowed = &[
    // Its kind says it.
    ("alg-none", "unsecured-jwt--"),
    // The emulator signs nothing.
    ("alg-none", "oidc-id-token--firebase-emulator"),
    ("alg-none", "custom-token--firebase-custom--emulator"),
    // OpenID Connect Core 1.0 section 6.1 lets request objects be unsigned.
    ("alg-none", "request-object--untyped"),
];

const IN_THE_RFCS: &Allowed = &[
    // Printed to show what is not signed.
    ("alg-none", "rfc"),
    // These RFCs still encrypt their examples so.
    ("jwe-alg-rsa1-5", "rfc75"),
    // Two signatures in the appendix of RFC 8693 are printed without their ends.
    ("signature-length-mismatch", "rfc8693-a."),
    ("base64-noncanonical", "rfc8693-a."),
];

fn all<'i>(inspected: &'i Inspected, found: &mut Vec<&'i Inspected>) {
    found.push(inspected);
    inspected.nested.iter().for_each(|nested| all(nested, found));
}

/// The findings that are not allowed; of those that are, `used` gets the positions.
fn wrong(name: &str, text: &str, now: i64, allowed: &Allowed, used: &mut BTreeSet<usize>) -> Vec<String> {
    let inspection = inspect(text, now);
    let mut tokens = Vec::new();
    inspection.tokens.iter().for_each(|token| all(token, &mut tokens));
    let findings = tokens.iter().flat_map(|token| &token.judgement.findings);
    let grave = findings.filter(|finding| matches!(finding.severity, Severity::Error | Severity::Warning));
    let ours = grave.filter(|finding| BEGINNINGS.iter().any(|beginning| finding.id.starts_with(beginning)));
    let unexpected = ours.filter(|finding| {
        let exception = allowed.iter().position(|(id, of)| finding.id == *id && name.starts_with(of));
        used.extend(exception);
        exception.is_none()
    });
    unexpected.map(|finding| format!("{name}: {} {}", finding.id, finding.message)).collect()
}

#[test]
fn the_corpus_is_well_made() {
    let mut read = 0;
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for (name, text, now) in common::corpus() {
        let Some(now) = now.filter(|_| !name.contains("near-miss")) else { continue };
        found.append(&mut wrong(&name, &text, now, IN_THE_CORPUS, &mut used));
        read += 1;
    }
    assert!(read >= 150, "only {read} files were found");
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(used.len(), IN_THE_CORPUS.len(), "drop the exceptions that nothing needs any more: only {used:?} are");
}

#[test]
fn what_the_rfcs_print_is_well_made() {
    let vectors: Vec<Value> = serde_json::from_str(include_str!("data/rfc-vectors.json")).expect("JSON");
    let mut read = 0;
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for vector in vectors {
        let text = match &vector["token"] {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            token => token.to_string(),
        };
        let name = vector["id"].as_str().expect("an id");
        found.append(&mut wrong(name, &text, 1_700_000_000, IN_THE_RFCS, &mut used));
        read += 1;
    }
    assert!(read >= 100, "only {read} vectors were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(used.len(), IN_THE_RFCS.len(), "drop the exceptions that nothing needs any more: only {used:?} are");
}

/// Everything that is found, in tokens made to show one thing.
#[track_caller]
fn check(token: &str, expected: &[&str]) {
    let inspection = inspect(token, 1_700_000_000);
    let findings = &inspection.tokens[0].judgement.findings;
    let ids: Vec<_> = findings.iter().map(|finding| finding.id.as_ref()).filter(|id| *id != "exp-missing").collect();
    assert_eq!(ids, expected, "{token}");
}

#[test]
fn one_cause_one_finding() {
    check("eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9.", &["alg-none-variant"]);
    check("eyJhbGciOiJFUzI1NiJ9.eyJhZG1pbiI6InRydWUifQ.MAYCAQACAQA", &["ecdsa-psychic"]);
    let zeros = URL_SAFE_NO_PAD.encode([0; 64]);
    check(&["eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &zeros].concat(), &["ecdsa-psychic"]);
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSJ9.Scuiddd_iRbk8Knom3Rb9lM9hQFdks2obKdo27aJnAp",
        &["base64-noncanonical"],
    );
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiYWxpY2VcdTIwMmVuaW1kYSJ9.91x49Lsho8LGQvI-7D1WnMUURVGRXkKHGxqmPEoIjxA",
        &["invisible-characters"],
    );
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImFjY291bnQiOjkwMDcxOTkyNTQ3NDA5OTN9.HlPzII8xjiuiOhV0bUtZYf2w3i7b1Y8R6S_OnuYol1g",
        &["json-big-number"],
    );
    // A cookie that Flask signed is no token, and lacks nothing.
    check("eyJ1c2VyX2lkIjo3fQ.ZVPxAA.EfatjsUqKYSrqv18O1FlA3hcIHI", &["payload-not-json"]);
}
