//! Every profile, held against every token of the corpus: healthy tokens of its issuer meet all of it, and what tokens of
//! others do not meet stands in `profiles.expected`.
//!
//! `UPDATE_EXPECT=1 cargo test --test profiles` writes that file anew; the change is then there to be read.

mod common;

use std::fmt::Write;

use decode::decode;
use expect_test::expect_file;
use expectations::profiles::{self, PROFILES};
use expectations::{ExpectationOutcome, KnownSignature, judge};

/// Of each profile: how the names of corpus files begin that are healthy tokens of it.
const HEALTHY: [(&str, &[&str]); 15] = [
    (
        "oidc-id-token",
        &["oidc-id-token--core", "oidc-id-token--entra-v2", "oidc-id-token--okta-", "oidc-id-token--auth0"],
    ),
    ("rfc-9068", &["oauth-access-token--rfc-9068"]),
    ("entra-v1", &["oauth-access-token--entra-v1--"]),
    ("entra-v2", &["oauth-access-token--entra-v2--", "oidc-id-token--entra-v2"]),
    ("google", &["oidc-id-token--google"]),
    ("firebase", &["oidc-id-token--firebase.", "oidc-id-token--firebase--"]),
    ("cognito-id", &["oidc-id-token--cognito."]),
    ("cognito-access", &["oauth-access-token--cognito."]),
    ("auth0", &["oauth-access-token--auth0--"]),
    ("okta", &["oauth-access-token--okta-custom"]),
    ("okta-org", &["oauth-access-token--okta-org"]),
    ("keycloak", &["oauth-access-token--keycloak."]),
    ("kubernetes", &["service-account-token--k8s-bound", "service-account-token--eks"]),
    ("github-actions", &["workload-identity-token--github-actions"]),
    ("supabase", &["session-token--supabase-user"]),
];

/// Names of what is not met.
fn not_met(token: &decode::Token, profile: &profiles::ServiceProfile, now: i64) -> Vec<String> {
    let answer = judge(token, &(profile.expectations)(token), KnownSignature::NotChecked, now);
    let refused = answer.lines.into_iter().filter(|line| line.outcome == ExpectationOutcome::NotMet);
    refused.map(|line| line.kind.claim().unwrap_or(line.kind.id()).to_owned()).collect()
}

#[test]
fn healthy_tokens_meet_the_profile_of_their_issuer() {
    for profile in PROFILES {
        let (_, beginnings) = HEALTHY.iter().find(|(id, _)| *id == profile.id).expect("a row of its own");
        let mut met = 0;
        for (name, text, now) in common::corpus() {
            let is_healthy = beginnings.iter().any(|beginning| format!("{name}.").starts_with(beginning));
            if !is_healthy || name.contains("near-miss") {
                continue;
            }
            let token = &decode(&text).tokens[0];
            assert_eq!(not_met(token, profile, now.expect("an instant")), [""; 0], "{name} beside {}", profile.id);
            met += 1;
        }
        assert!(met > 0, "{}", profile.id);
    }
}

#[test]
fn tokens_of_others_name_what_differs() {
    let mut told = String::new();
    for (name, text, now) in common::corpus() {
        let Some(now) = now else { continue };
        let decoded = decode(&text);
        let Some(token) = decoded.tokens.first() else { continue };
        if token.format.is_encrypted() {
            continue;
        }
        writeln!(told, "{name}: {}", profiles::likely(token).map_or("-", |profile| profile.id)).expect("a text");
        for profile in PROFILES {
            let differences = not_met(token, profile, now);
            let shown = if differences.is_empty() { "met".to_owned() } else { differences.join(" ") };
            writeln!(told, "  {}: {shown}", profile.id).expect("a text");
        }
    }
    expect_file!["profiles.expected"].assert_eq(&told);
}

#[test]
fn a_token_meets_what_is_taken_from_it() {
    for (name, text, now) in common::corpus() {
        let Some(now) = now else { continue };
        for token in &decode(&text).tokens {
            let expected = profiles::from_token(token);
            let answer = judge(token, &expected, KnownSignature::NotChecked, now);
            let refused: Vec<_> =
                answer.lines.iter().filter(|line| line.outcome == ExpectationOutcome::NotMet).collect();
            assert!(refused.is_empty(), "{name}: {refused:?}");
        }
    }
}

#[test]
fn references_are_addresses_and_notes_are_sentences() {
    for profile in PROFILES {
        assert!(profile.reference.starts_with("https://"), "{}", profile.id);
        assert!(profile.note.ends_with('.') && !profile.note.contains("  "), "{}", profile.note);
    }
}
