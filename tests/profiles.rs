//! Every profile of a service over the corpus: tokens of its issuer meet it, and of others it says in what they differ.
//!
//! `UPDATE_EXPECT=1 cargo test --test profiles` writes the table anew; the change is then there to be read.

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;

use decode::{Token, decode};
use expect_test::expect_file;
use expectations::profiles::{self, PROFILES, ServiceProfile};
use expectations::{ExpectationAnswer, ExpectationOutcome, KnownSignature, judge};

/// 2023-11-14T22:13:20Z, for pastes, which have no instant of their own.
const NOW: i64 = 1_700_000_000;

/// Tokens that do not meet the profile that they look like: the beginning of the name, what differs, and why.
const DIFFERENT: &[(&str, &[&str], &str)] = &[
    ("firebase-session--other-scheme--near-miss", &["issuer"], PLAIN_HTTP),
    ("google--insecure-scheme--near-miss", &["issuer"], PLAIN_HTTP),
    ("oauth-access-token--clerk--at-jwt", &["claim client_id", "claim jti"], "RFC 9068 section 2.2 requires both"),
    ("oauth-access-token--duende--machine", &["claim sub"], "RFC 9068 section 2.2 requires it"),
    ("oauth-access-token--duende--user", &["claim jti"], "RFC 9068 section 2.2 requires it"),
    ("oauth-access-token--keycloak--no-audience", &["audience"], "no mapper adds one"),
    ("oidc-id-token--firebase-emulator", &["algorithm", "signature"], "the emulator signs nothing"),
    ("oidc-id-token--fusionauth", &["issuer"], "its issuer is no address with `https`, which OpenID Connect wants"),
];

const PLAIN_HTTP: &str = "OpenID Connect wants an issuer with `https`";

fn answer(token: &Token, profile: &ServiceProfile, now: i64) -> ExpectationAnswer {
    judge(token, &(profile.expectations)(token), KnownSignature::NotChecked, now)
}

/// What is not met: `issuer`, `claim tid`.
fn refused(answer: &ExpectationAnswer) -> Vec<String> {
    let lines = answer.lines.iter().filter(|line| line.outcome == ExpectationOutcome::NotMet);
    let name = |kind: &expectations::ExpectationKind| match kind.claim() {
        Some(claim) => format!("{} {claim}", kind.id()),
        None => kind.id().to_owned(),
    };
    lines.map(|line| name(&line.kind)).collect()
}

fn tokens() -> impl Iterator<Item = (String, Token, i64)> {
    common::corpus().into_iter().filter_map(|(name, text, active_at)| {
        let token = decode(&text).tokens.into_iter().next()?;
        Some((name, token, active_at.unwrap_or(NOW)))
    })
}

#[test]
fn tokens_meet_the_profile_that_they_look_like() {
    let mut wrong = Vec::new();
    let mut unused: Vec<&str> = DIFFERENT.iter().map(|(name, ..)| *name).collect();
    for (name, token, now) in tokens() {
        let Some(profile) = profiles::likely(&token) else { continue };
        let found = refused(&answer(&token, profile, now));
        let allowed = DIFFERENT.iter().find(|(beginning, ..)| name.starts_with(beginning));
        let expected: &[&str] = allowed.map_or(&[], |(_, differences, _)| differences);
        if let Some((beginning, ..)) = allowed {
            unused.retain(|name| name != beginning);
        }
        if found != expected {
            wrong.push(format!("{name} for {}: {}", profile.id, found.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unused.is_empty(), "no token is called {unused:?}");
}

#[test]
fn tokens_of_others_differ_in_what_they_differ() {
    let mut table = String::new();
    for (name, token, now) in tokens() {
        let likely = profiles::likely(&token).map_or("none", |profile| profile.id);
        writeln!(table, "{name}: {likely}").expect("a text takes all");
        let mut profiles_by_difference: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for profile in PROFILES {
            let differences = refused(&answer(&token, profile, now)).join(", ");
            profiles_by_difference.entry(differences).or_default().push(profile.id);
        }
        for (differences, profiles) in profiles_by_difference {
            let differences = if differences.is_empty() { "nothing" } else { &differences };
            writeln!(table, "  {differences}: {}", profiles.join(" ")).expect("a text takes all");
        }
    }
    expect_file!["profiles.expected"].assert_eq(&table);
}

/// The profile of an access token, and of an ID token of the same issuer what the documentation tells them apart by.
const TOLD_APART: &[(&str, &str, &[&str])] = &[
    ("oidc-id-token--keycloak", "keycloak", &["claim typ"]),
    ("oidc-id-token--cognito", "cognito-access", &["claim token_use", "claim client_id"]),
    ("oauth-access-token--cognito", "cognito-id", &["audience", "claim token_use"]),
];

#[test]
fn tokens_of_one_issuer_are_told_apart() {
    for (name, id, differences) in TOLD_APART {
        let profile = PROFILES.iter().find(|profile| profile.id == *id).expect("a profile");
        let (_, token, now) = tokens().find(|(other, ..)| other == name).expect("a token of this name");
        assert_eq!(refused(&answer(&token, profile, now)), *differences, "{name} for {id}");
    }
}

/// A token meets what it says itself, but for its time. What every service demands of it is in `token_lines.expected`.
#[test]
fn tokens_meet_what_they_say_themselves() {
    for (name, token, now) in tokens() {
        let answer = judge(&token, &profiles::from_token(&token), KnownSignature::NotChecked, now);
        let found: Vec<String> =
            refused(&answer).into_iter().filter(|kind| kind != "time" && kind != "token").collect();
        assert!(found.is_empty(), "{name}: {}", found.join(", "));
    }
}
