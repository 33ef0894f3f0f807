//! What is cut off, masked or kept back is not judged as if it were there: of the healthy tokens, with anything of them
//! missing, nothing grave is said but that it is missing.

mod common;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::decode;
use inspect::describe::describe;
use inspect::{Context, Severity};
use inspection::{Inspected, Inspection, inspect, judge_all};
use serde_json::Value;
use share::redact;

/// Names, texts and instants of the healthy tokens: all of the corpus but pastes and near misses, and what the RFCs
/// print with a good signature.
fn healthy() -> Vec<(String, String, i64)> {
    let is_healthy = |(name, text, now): (String, String, Option<i64>)| {
        now.filter(|_| !name.contains("near-miss")).map(|now| (name, text, now))
    };
    let mut healthy: Vec<_> = common::corpus().into_iter().filter_map(is_healthy).collect();
    let vectors: Vec<Value> = serde_json::from_str(include_str!("data/rfc-vectors.json")).expect("JSON");
    healthy.extend(vectors.iter().filter(|vector| vector["valid"] == true).map(|vector| {
        let text = vector["token"].as_str().map_or_else(|| vector["token"].to_string(), str::to_owned);
        (vector["id"].as_str().expect("an id").to_owned(), text, common::active_at(&vector["payload"]))
    }));
    healthy
}

/// The ids of every error and warning of the tokens and of those inside them, each with its place and message.
fn grave(inspection: &Inspection) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    inspection.tokens.iter().for_each(|token| collect(token, &mut found));
    found
}

fn collect(inspected: &Inspected, found: &mut Vec<(&'static str, String)>) {
    let findings = inspected.judgement.findings.iter().filter(|finding| finding.severity <= Severity::Warning);
    found.extend(findings.map(|it| (it.id(), format!("{} at {}: {}", it.id(), it.place.pointer(), it.message))));
    inspected.nested.iter().for_each(|nested| collect(nested, found));
}

/// What is grave there and not in the whole token, and is not one of these.
fn beyond(found: &Inspection, whole: &BTreeSet<&str>, allowed: &[&str]) -> Vec<String> {
    let new = grave(found).into_iter().filter(|(id, _)| !whole.contains(id) && !allowed.contains(id));
    new.map(|(_, message)| message).collect()
}

fn ids(inspection: &Inspection) -> BTreeSet<&'static str> {
    grave(inspection).into_iter().map(|(id, _)| id).collect()
}

/// Where a text is cut: behind every name, value and bracket of its JSON, around every dot and tilde, at the ends, and
/// at every seventh character else.
fn cuts(text: &str, seed: usize) -> Vec<usize> {
    let mut cuts: BTreeSet<usize> = (seed % 7..text.len()).step_by(7).collect();
    let mut start = 0;
    for segment in text.split(['.', '~']) {
        let end = start + segment.len();
        cuts.extend([start, start + 1, start + 2, start + 3, end.saturating_sub(1), end]);
        let bytes = URL_SAFE_NO_PAD.decode(segment).unwrap_or_default();
        let is_structure = |byte: &u8| b"{[:,\"]}".contains(byte);
        cuts.extend(
            (1..segment.len())
                .filter(|at| bytes.get(at * 3 / 4 - usize::from(*at > 1)).is_some_and(is_structure))
                .map(|at| start + at),
        );
        start = end + 1;
    }
    // Of a long token every third, not always the same.
    if text.len() > 1_200 {
        cuts = cuts.into_iter().skip(seed % 3).step_by(3).collect();
    }
    cuts.retain(|cut| *cut > 3 && *cut < text.len() && text.is_char_boundary(*cut));
    cuts.into_iter().collect()
}

/// What is rightly said of a token that ends before its time. Where the end is missing, so is the signature, or a part
/// of it.
const OF_A_CUT: [&str; 8] = [
    "truncated-token",
    "signature-missing",
    "missing-final-dot",
    "signature-length-mismatch",
    "base64-invalid-length",
    "wrong-segment-count",
    "jwe-part-length",
    // A signature that ends where one by a shorter key would end.
    "rsa-key-too-small",
];

#[test]
fn a_cut_is_the_only_thing_wrong() {
    let (mut found, mut count) = (Vec::new(), 0);
    for (seed, (name, text, now)) in healthy().into_iter().enumerate() {
        let of_whole = ids(&inspect(&text, now));
        for cut in cuts(&text, seed) {
            count += 1;
            let mut allowed = OF_A_CUT.to_vec();
            // A shorter presentation, in which a disclosure may lack the one that leads to it.
            allowed.extend(text[..cut].ends_with('~').then_some("sd-unmatched-disclosure"));
            // How long the signatures of its algorithm are is not registered.
            allowed.extend(name.starts_with("nats-credential").then_some("base64-noncanonical"));
            let beyond = beyond(&inspect(&text[..cut], now), &of_whole, &allowed);
            found.extend(beyond.into_iter().map(|message| format!("{name} cut at {cut}: {message}")));
        }
    }
    assert!(count > 10_000, "only {count} cuts");
    assert!(found.is_empty(), "{} of {count}\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_mask_is_no_value() {
    let (mut found, mut count) = (Vec::new(), 0);
    for (name, text, now) in healthy() {
        let whole = inspect(&text, now);
        let of_whole = ids(&whole);
        let Some(token) = whole.tokens.first().map(|first| &first.token) else { continue };
        let claims = redact::maskable(token, &describe(token));
        let names: Vec<&str> = claims.iter().map(|claim| claim.name.as_str()).collect();
        let pairs = names.windows(2);
        for chosen in names.chunks(1).chain(pairs).chain([names.as_slice()]) {
            let Some(copy) = redact::redacted(token, chosen) else { continue };
            count += 1;
            let context = Context { now, signature_left_out: true, claims_redacted: true, ..Context::default() };
            let beyond = beyond(&judge_all(decode(&copy.text), context), &of_whole, &[]);
            found.extend(beyond.into_iter().map(|message| format!("{name} without {chosen:?}: {message}")));
        }
    }
    assert!(count > 1_000, "only {count} copies");
    assert!(found.is_empty(), "{} of {count}\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_claim_that_is_kept_back_is_not_missing() {
    let mut count = 0;
    for (name, text, now) in healthy().into_iter().filter(|(_, text, _)| !text.starts_with('{')) {
        let Some((jwt, rest)) = text.split_once('~') else { continue };
        let (disclosures, _) = rest.rsplit_once('~').unwrap_or_default();
        let disclosures: Vec<&str> = disclosures.split('~').filter(|disclosure| !disclosure.is_empty()).collect();
        let of_whole = ids(&inspect(&text, now));
        for kept in 0..=disclosures.len() {
            for shown in [&disclosures[..kept], &disclosures[kept..]] {
                count += 1;
                let presented = format!("{jwt}~{}", shown.iter().map(|one| format!("{one}~")).collect::<String>());
                // A disclosure inside a disclosure leads nowhere without the outer one.
                let found = beyond(&inspect(&presented, now), &of_whole, &["sd-unmatched-disclosure"]);
                assert_eq!(found, [] as [String; 0], "{name} with {shown:?}");
            }
        }
    }
    assert!(count > 20, "only {count} presentations");
}
