//! An ordinary, well-made token shows no error and no warning: neither those of the corpus, each as its issuer makes it
//! and at a time when it is active, nor those that the RFCs print. All rules are asked.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use inspect::Severity;
use inspection::{Inspected, inspect};
use serde_json::Value;

/// What is rightly said of a token that somebody made as it should be made: the beginning of the token's name, the
/// finding, and why.
type Allowed = [(&'static str, &'static str, &'static str)];

const IN_THE_CORPUS: &Allowed = &[
    ("unsecured-jwt--", "alg-none", "it says of itself that nobody signed it"),
    ("oidc-id-token--firebase-emulator", "alg-none", "the emulator signs nothing"),
    ("custom-token--firebase-custom--emulator", "alg-none", "the emulator signs nothing"),
    ("request-object--untyped", "alg-none", "OpenID Connect Core 1.0 section 6.1 lets request objects be unsigned"),
    (
        "access-token--home-assistant--long-lived",
        "lifetime-very-long",
        "ten years is what the name says, and a leak lasts as long",
    ),
    ("service-account-token--k8s-legacy", "k8s-legacy", "the old kind, which works until its Secret is deleted"),
    ("api-key--supabase-service-role", "supabase-service-role", "the key is for servers alone, and this is none"),
    ("oauth-access-token--okta-org", "okta-org-access-token", "no API but Okta's own can check it"),
    ("refresh-token--", "refresh-token", "people paste it where they should paste an access token"),
    ("oidc-logout-token--untyped", "oidc-logout-token-missing-claim", "made as the drafts had it, without `exp`"),
    ("dpop-proof--untyped", "dpop-proof-untyped", UNTYPED),
    ("entity-statement--untyped", "entity-statement-untyped", UNTYPED),
    ("key-binding-jwt--untyped", "key-binding-jwt-untyped", UNTYPED),
    ("passport--untyped", "passport-untyped", UNTYPED),
    ("status-list--untyped", "status-list-untyped", UNTYPED),
    ("token-introspection-response--untyped", "token-introspection-response-untyped", UNTYPED),
    ("trust-mark--untyped", "trust-mark-untyped", UNTYPED),
];

const UNTYPED: &str = "made to be known without the type that its kind must name";

const IN_THE_RFCS: &Allowed = &[
    ("rfc7520-5.9-", "jwe-zip", "shows compression, which RFC 8725 section 3.6 has advised against since"),
    (
        "rfc8225-7.1-passport",
        "iat-is-text",
        "the example writes its time as text, and RFC 8225 section 4.2.1 as a number",
    ),
    ("rfc75", "jwe-alg-rsa1-5", "these RFCs still encrypt their examples so"),
];

/// A token and all that are nested in it.
fn all<'i>(inspected: &'i Inspected, found: &mut Vec<&'i Inspected>) {
    found.push(inspected);
    inspected.nested.iter().for_each(|nested| all(nested, found));
}

/// When the last of a token and those inside it was issued: a proof of a holder's key is made later than the rest.
fn issued(inspected: &Inspected) -> i64 {
    let within = inspected.nested.iter().map(|nested| issued(nested)).max();
    inspected.judgement.validity.issued_at.map_or(i64::MIN, |iat| iat + 1).max(within.unwrap_or(i64::MIN))
}

/// The errors and warnings that are not allowed; of those that are, `used` gets the positions.
fn wrong(name: &str, text: &str, now: i64, allowed: &Allowed, used: &mut BTreeSet<usize>) -> Vec<String> {
    let inspection = inspect(text, now);
    assert_eq!(inspection.tokens.len(), 1, "{name}");
    let mut tokens = Vec::new();
    inspection.tokens.iter().for_each(|token| all(token, &mut tokens));
    let findings = tokens.iter().flat_map(|token| &token.judgement.findings);
    let grave = findings.filter(|finding| finding.severity <= Severity::Warning);
    let unexpected = grave.filter(|finding| {
        let exception = allowed.iter().position(|(of, id, _)| finding.id() == *id && name.starts_with(of));
        used.extend(exception);
        exception.is_none()
    });
    unexpected.map(|it| format!("{name}: {} at {}: {}", it.id(), it.place.pointer(), it.message)).collect()
}

#[track_caller]
fn check(found: &[String], used: &BTreeSet<usize>, allowed: &Allowed) {
    assert!(found.is_empty(), "{}", found.join("\n"));
    let unused: Vec<_> = (0..allowed.len()).filter(|at| !used.contains(at)).map(|at| allowed[at]).collect();
    assert!(unused.is_empty(), "drop the exceptions that nothing needs any more: {unused:?}");
    assert!(allowed.iter().all(|(_, _, why)| !why.is_empty()));
}

#[test]
fn the_corpus_is_quiet() {
    let (mut found, mut used) = (Vec::new(), BTreeSet::new());
    let mut kinds = BTreeMap::<String, usize>::new();
    for (name, text, now) in common::corpus() {
        let Some(now) = now.filter(|_| !name.contains("near-miss")) else { continue };
        found.append(&mut wrong(&name, &text, now, IN_THE_CORPUS, &mut used));
        *kinds.entry(name.split("--").next().unwrap_or_default().to_owned()).or_default() += 1;
    }
    assert!(kinds.len() >= 40 && kinds.values().sum::<usize>() >= 150, "only {kinds:?} were found");
    check(&found, &used, IN_THE_CORPUS);
}

/// What every token of an issuer has, because it makes them so, is no remark on this one.
#[test]
fn a_service_that_cannot_be_changed_gets_few_remarks() {
    let mut read = 0;
    for (name, text, now) in common::corpus() {
        let Some(now) = now.filter(|_| name.contains("--sap-xsuaa")) else { continue };
        let inspection = inspect(&text, now);
        let ids: Vec<_> = inspection.tokens[0].judgement.findings.iter().map(|finding| finding.id()).collect();
        assert!(ids.len() <= 3, "{name}: {ids:?}");
        read += 1;
    }
    assert!(read >= 2);
}

/// RFC 9068 demands more than widely used servers write, and no service misses it.
#[test]
fn access_tokens_of_widely_used_servers_get_notices_at_most() {
    let is_meant = |name: &str| name.contains("--duende") || name.contains("--clerk--at-jwt");
    let mut read = 0;
    for (name, text, now) in common::corpus() {
        let Some(now) = now.filter(|_| is_meant(&name)) else { continue };
        let inspection = inspect(&text, now);
        let found = &inspection.tokens[0].judgement.findings;
        assert!(found.iter().all(|finding| finding.severity >= Severity::Notice), "{name}: {found:?}");
        read += 1;
    }
    assert_eq!(read, 3);
}

#[test]
fn what_the_rfcs_print_with_a_good_signature_is_quiet() {
    let vectors: Vec<Value> = serde_json::from_str(include_str!("data/rfc-vectors.json")).expect("JSON");
    let (mut found, mut used, mut read) = (Vec::new(), BTreeSet::new(), 0);
    for vector in vectors.iter().filter(|vector| vector["valid"] == true) {
        let name = vector["id"].as_str().expect("an id");
        let text = vector["token"].as_str().map_or_else(|| vector["token"].to_string(), str::to_owned);
        let now = common::active_at(&vector["payload"]);
        let now = inspect(&text, now).tokens.iter().map(issued).max().unwrap_or(now).max(now);
        found.append(&mut wrong(name, &text, now, IN_THE_RFCS, &mut used));
        read += 1;
    }
    assert!(read >= 80, "only {read} vectors were read");
    check(&found, &used, IN_THE_RFCS);
}

/// What is true of nearly all of these.
const BESIDE: [&str; 5] = ["claims-missing", "exp-missing", "alg-hmac", "ecdsa-malleable", "kid-missing"];

/// Everything else that is found, in tokens made to show one thing.
#[track_caller]
fn check_all(token: &str, expected: &[&str]) {
    let inspection = inspect(token, 1_700_000_000);
    let findings = &inspection.tokens[0].judgement.findings;
    let ids: Vec<_> = findings.iter().map(|finding| finding.id()).filter(|id| !BESIDE.contains(id)).collect();
    assert_eq!(ids, expected, "{token}");
}

#[test]
fn one_cause_one_finding() {
    check_all("eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9.", &["alg-none-variant"]);
    check_all("eyJhbGciOiJFUzI1NiJ9.eyJhZG1pbiI6InRydWUifQ.MAYCAQACAQA", &["ecdsa-psychic"]);
    let zeros = URL_SAFE_NO_PAD.encode([0; 64]);
    check_all(&["eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &zeros].concat(), &["ecdsa-psychic"]);
    check_all(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSJ9.Scuiddd_iRbk8Knom3Rb9lM9hQFdks2obKdo27aJnAp",
        &["base64-noncanonical"],
    );
    check_all(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiYWxpY2VcdTIwMmVuaW1kYSJ9.91x49Lsho8LGQvI-7D1WnMUURVGRXkKHGxqmPEoIjxA",
        &["invisible-characters"],
    );
    check_all(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImFjY291bnQiOjkwMDcxOTkyNTQ3NDA5OTN9.HlPzII8xjiuiOhV0bUtZYf2w3i7b1Y8R6S_OnuYol1g",
        &["json-big-number"],
    );
    // A cookie that Flask signed is no token, and lacks nothing.
    check_all("eyJ1c2VyX2lkIjo3fQ.ZVPxAA.EfatjsUqKYSrqv18O1FlA3hcIHI", &["payload-not-json"]);
}
