//! Tests of the tables against the registries, and of how names are looked up.

mod citations;
mod short_meanings;

use std::collections::BTreeSet;

use super::algorithms::{ALGORITHMS, AlgorithmFamily};
use super::*;

const CLAIMS_CSV: &str = include_str!("../../../../tests/data/iana-jwt-claims.csv");
const HEADER_PARAMETERS_CSV: &str = include_str!("../../../../tests/data/iana-jose-header-parameters.csv");
const ALGORITHMS_CSV: &str = include_str!("../../../../tests/data/iana-jose-algorithms.csv");
const CONFIRMATION_METHODS_CSV: &str = include_str!("../../../../tests/data/iana-jwt-confirmation-methods.csv");
const TYPES_CSV: &str = include_str!("../../../../tests/data/jose-typ-values.csv");

/// Every table of entries with the name to show in a failure.
fn tables() -> [(&'static str, &'static [Entry]); 7] {
    [
        ("CLAIMS", claims::CLAIMS),
        ("VENDOR_CLAIMS", vendor_claims::VENDOR_CLAIMS),
        ("VENDOR_PREFIXES", vendor_claims::VENDOR_PREFIXES),
        ("HEADER_PARAMETERS", header_parameters::HEADER_PARAMETERS),
        ("VENDOR", header_parameters::VENDOR),
        ("TYPES", types::TYPES),
        ("CONFIRMATION_METHODS", confirmation::CONFIRMATION_METHODS),
    ]
}

#[test]
fn tables_are_sorted_and_names_unique() {
    for (table, entries) in tables() {
        let names = entries.iter().map(|entry| match table {
            "TYPES" => entry.name.to_ascii_lowercase(),
            _ => entry.name.to_owned(),
        });
        is_strictly_sorted(table, names.collect());
    }
    is_strictly_sorted("ALGORITHMS", ALGORITHMS.iter().map(|it| it.name.to_owned()).collect());
}

#[track_caller]
fn is_strictly_sorted(table: &str, names: Vec<String>) {
    for (before, after) in names.iter().zip(names.iter().skip(1)) {
        assert!(before < after, "{table}: move the line of {after:?} before {before:?}, or drop one of the two");
    }
}

#[test]
fn texts_are_phrases() {
    for (table, entries) in tables() {
        for entry in entries {
            are_phrases(table, entry.name, &[entry.title, entry.meaning, entry.reference]);
        }
    }
    for algorithm in ALGORITHMS.iter() {
        are_phrases("ALGORITHMS", algorithm.name, &[algorithm.title, algorithm.meaning, algorithm.reference]);
    }
}

#[track_caller]
fn are_phrases(table: &str, name: &str, texts: &[&str]) {
    for text in texts {
        assert!(!text.is_empty(), "{table}, {name}: say something");
        assert!(text.chars().count() <= 120, "{table}, {name}: shorten {text:?} to 120 characters");
        assert_eq!(*text, text.trim(), "{table}, {name}: drop the outer spaces");
        assert!(!text.ends_with('.'), "{table}, {name}: drop the full stop of {text:?}");
    }
}

#[test]
fn vendor_tables_repeat_no_registered_name() {
    for entry in vendor_claims::VENDOR_CLAIMS.iter().copied() {
        assert!(named(claims::CLAIMS, entry.name).is_none(), "{} is registered: drop the vendor's line", entry.name);
    }
    for entry in header_parameters::VENDOR.iter().copied() {
        let registered = named(header_parameters::HEADER_PARAMETERS, entry.name);
        assert!(registered.is_none(), "{} is registered: drop the vendor's line", entry.name);
    }
}

#[test]
fn claims_are_those_of_iana() {
    same_names_and_references(claims::CLAIMS, CLAIMS_CSV, "claims.rs");
}

#[test]
fn header_parameters_are_those_of_iana() {
    same_names_and_references(header_parameters::HEADER_PARAMETERS, HEADER_PARAMETERS_CSV, "header_parameters.rs");
}

#[test]
fn confirmation_methods_are_those_of_iana() {
    same_names_and_references(confirmation::CONFIRMATION_METHODS, CONFIRMATION_METHODS_CSV, "confirmation.rs");
}

#[test]
fn types_are_those_of_the_list() {
    same_names_and_references(types::TYPES, &TYPES_CSV.replace("application/", ""), "types.rs");
}

#[test]
fn algorithms_are_those_of_iana() {
    let records = records(ALGORITHMS_CSV);
    let registered: BTreeSet<&str> = records.iter().map(|record| cell(record, 0)).collect();
    let explained: BTreeSet<&str> = ALGORITHMS.iter().map(|algorithm| algorithm.name).collect();
    assert_eq!(explained, registered, "algorithms.rs and its CSV must hold the same names");
    for record in &records {
        let algorithm = algorithm(cell(record, 0));
        assert_eq!(algorithm.map(|it| usage_in_csv(it.usage)), Some(cell(record, 2)), "usage of {record:?}");
        assert_eq!(algorithm.map(|it| standing_in_csv(it.standing)), Some(cell(record, 3)), "standing of {record:?}");
        assert!(algorithm.is_some_and(|it| cites(it.reference, cell(record, 5))), "reference of {record:?}");
    }
}

fn usage_in_csv(usage: AlgorithmUse) -> &'static str {
    match usage {
        AlgorithmUse::Signature | AlgorithmUse::KeyManagement => "alg",
        AlgorithmUse::ContentEncryption => "enc",
        AlgorithmUse::KeyOnly => "JWK",
    }
}

fn standing_in_csv(standing: IanaStanding) -> &'static str {
    match standing {
        IanaStanding::Required => "Required",
        IanaStanding::RecommendedPlus => "Recommended+",
        IanaStanding::Recommended => "Recommended",
        IanaStanding::RecommendedMinus => "Recommended-",
        IanaStanding::Optional => "Optional",
        IanaStanding::Deprecated => "Deprecated",
        IanaStanding::Prohibited => "Prohibited",
    }
}

#[test]
fn signature_lengths_go_with_keys() {
    for algorithm in ALGORITHMS.iter() {
        let signs = matches!(algorithm.checked_with, CheckedWith::SharedSecret | CheckedWith::PublicKey);
        assert_eq!(!algorithm.signature_lengths().is_empty(), signs, "{}", algorithm.name);
        if algorithm.usage == AlgorithmUse::Signature {
            assert_ne!(algorithm.checked_with, CheckedWith::NotASignature, "{}", algorithm.name);
        }
    }
}

#[test]
fn every_line_is_found_by_its_name() {
    let claims = [claims::CLAIMS, vendor_claims::VENDOR_CLAIMS, vendor_claims::VENDOR_PREFIXES];
    for entry in claims.into_iter().flatten().copied() {
        assert_eq!(claim(entry.name), Some(entry));
    }
    let header_parameters = [header_parameters::HEADER_PARAMETERS, header_parameters::VENDOR];
    for entry in header_parameters.into_iter().flatten().copied() {
        assert_eq!(header_parameter(entry.name), Some(entry));
    }
    for algorithm in ALGORITHMS.iter() {
        assert_eq!(super::algorithm(algorithm.name), Some(algorithm));
    }
    for entry in types::TYPES.iter().copied() {
        assert_eq!(token_type(entry.name), Some(entry));
    }
    for entry in confirmation::CONFIRMATION_METHODS.iter().copied() {
        assert_eq!(confirmation_method(entry.name), Some(entry));
    }
}

#[test]
fn names_nobody_documented_are_unknown() {
    for name in ["", "é", "Exp", "exp ", "applicatiöns/"] {
        assert_eq!(claim(name), None, "{name:?}");
        assert_eq!(header_parameter(name), None, "{name:?}");
        assert_eq!(algorithm(name), None, "{name:?}");
        assert_eq!(token_type(name), None, "{name:?}");
        assert_eq!(confirmation_method(name), None, "{name:?}");
    }
    assert_eq!(algorithm("hs256"), None);
    assert_eq!(algorithm("NONE"), None);
}

#[test]
fn types_are_found_in_any_case_with_or_without_application() {
    for name in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"] {
        assert_eq!(token_type(name).map(|entry| entry.name), Some("at+jwt"), "{name}");
    }
    assert_eq!(token_type("jwt").map(|entry| entry.name), Some("JWT"));
    assert_eq!(token_type("application/"), None);
}

#[test]
fn the_longest_prefix_counts() {
    let found = |name| claim(name).map(|entry| entry.name);
    assert_eq!(found("cognito:groups"), Some("cognito:"));
    assert_eq!(found("https://hasura.io/jwt/claims"), Some("https://hasura.io/jwt/claims"));
    assert_eq!(found("https://example.com/roles"), Some("https://"));
    assert_eq!(found("xms_tcdt"), Some("xms_tcdt"));
    assert_eq!(found("xms_unheard_of"), Some("xms_"));
}

/// Sections that IANA names by their numbers in earlier drafts, and where they are in OpenID Federation 1.0.
const MOVED_SECTIONS: [(&str, &str); 2] = [
    ("[OpenID Federation 1.0, Section 3.2]", "[OpenID Federation 1.0, Section 3.1.2]"),
    ("[OpenID Federation 1.0, Section 3.3]", "[OpenID Federation 1.0, Section 3.1.3]"),
];

#[track_caller]
fn same_names_and_references(entries: &[Entry], csv: &str, file: &str) {
    let records = records(csv);
    for record in &records {
        let entry = entries.iter().find(|entry| entry.name == cell(record, 0));
        assert!(entry.is_some(), "{file}: add a line for {:?}", cell(record, 0));
        let reference = record.last().map_or("", String::as_str);
        let moved = MOVED_SECTIONS.iter().find(|(registered, _)| *registered == reference);
        let reference = moved.map_or(reference, |(_, now)| now);
        assert!(
            entry.is_some_and(|it| cites(it.reference, reference)),
            "{file}: cite {reference} for {:?}",
            cell(record, 0)
        );
    }
    for entry in entries {
        let registered = records.iter().any(|record| cell(record, 0) == entry.name);
        assert!(registered, "{file}: {:?} is not in the CSV, so it belongs to the vendors", entry.name);
    }
}

/// Whether the first RFC and the section that `[RFC7519, Section 4.1.4]` names stand in our reference.
fn cites(reference: &str, registered: &str) -> bool {
    let after = |marker: &str, ends: &[char]| {
        let (_, rest) = registered.split_once(marker)?;
        rest.split(ends).next().map(str::to_owned)
    };
    after("[RFC", &[',', ']', ' ', '-'])
        .is_none_or(|number| number.is_empty() || reference.contains(&format!("RFC {number}")))
        && after(", Section ", &[']']).is_none_or(|section| reference.contains(&format!("section {section}")))
}

#[track_caller]
fn cell(record: &[String], column: usize) -> &str {
    record.get(column).map_or("", String::as_str)
}

/// RFC 4180 without line breaks inside cells; the row of column names is left out.
fn records(csv: &str) -> Vec<Vec<String>> {
    csv.lines().skip(1).map(cells).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(character),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn reads_quoted_cells() {
    assert_eq!(
        cells(r#"exi,"""Expires in"". Lifetime, in s",[IETF]"#),
        ["exi", r#""Expires in". Lifetime, in s"#, "[IETF]"]
    );
}

#[test]
fn the_issuer_comes_before_the_kind_and_both_before_the_registry() {
    let title = |kind, issuer, name: &str| ClaimMeanings::of(kind, issuer).claim(name).map(|entry| entry.title);
    let jwt = |issuer, name| title(TokenKind::Jwt, Some(issuer), name);
    assert_eq!(jwt(KnownIssuer::EntraV1, "oid"), Some("Object ID"));
    assert_eq!(jwt(KnownIssuer::EntraV1, "exp"), Some("Expires"));
    assert_eq!(title(TokenKind::ServiceAccountToken, Some(KnownIssuer::Eks), "kubernetes.io"), Some("Bound to"));
    assert_eq!(title(TokenKind::Jwt, None, "sub"), Some("Subject"));
    assert_eq!(title(TokenKind::Jwt, None, "made-up"), None);
}

#[test]
fn vendors_share_what_their_claims_mean() {
    let claim = |issuer, name| ClaimMeanings::of(TokenKind::Jwt, Some(issuer)).claim(name);
    let title = |issuer, name| claim(issuer, name).map(|entry| entry.title);
    assert_eq!(title(KnownIssuer::EntraGraph, "oid"), Some("Object ID"));
    assert_eq!(title(KnownIssuer::GoogleIap, "hd"), Some("Workspace domain"));
    assert_eq!(title(KnownIssuer::GoogleIap, "aud"), Some("Protected resource"));
    assert_eq!(title(KnownIssuer::GoogleIap, "jti"), title(KnownIssuer::Apple, "jti"));
    assert_eq!(title(KnownIssuer::AppleClientSecret, "sub"), Some("Client ID"));
    assert_eq!(claim(KnownIssuer::SupabaseUser, "role").map(|entry| entry.kind), Some(ValueKind::Text));
}

#[test]
fn what_an_issuer_says_reaches_no_other_tokens_of_its_vendor() {
    let title = |issuer, name| ClaimMeanings::of(TokenKind::Jwt, Some(issuer)).claim(name).map(|entry| entry.title);
    assert_eq!(title(KnownIssuer::FirebaseCustom, "aud"), Some("Audience"), "it is no project");
    assert_eq!(title(KnownIssuer::FirebaseCustom, "sub"), Some("Service account"));
    assert_eq!(title(KnownIssuer::GoogleServiceAccount, "sub"), Some("Subject"), "a delegated user is an address");
    assert_eq!(title(KnownIssuer::AppleConnect, "sub"), Some("Subject"), "it is the word `user`");
    assert_eq!(title(KnownIssuer::GoogleIap, "google"), Some("Access levels"));
    assert_eq!(title(KnownIssuer::Google, "google"), Some("Instance (Google Cloud)"));
    assert_eq!(title(KnownIssuer::Clerk, "azp"), Some("Origin"), "it is the page's");
    assert_eq!(title(KnownIssuer::GoogleWallet, "typ"), Some("Kind of token"), "it is not Keycloak's");
    assert_eq!(title(KnownIssuer::Snowflake, "iss"), Some("Account, user and key"));
}

#[test]
fn says_what_it_is_that_few_know() {
    for name in [
        "repo_property_tier",
        "in_corp",
        "ztdid",
        "aka_vcts",
        "gcip",
        "device_key",
        "newUser",
        "age_equal_or_over",
        "issuing_authority",
        "issuing_country",
        "date_of_expiry",
        "sex",
    ] {
        assert!(claim(name).is_some(), "{name}");
    }
    let of_clerk = ClaimMeanings::of(TokenKind::SessionToken, Some(KnownIssuer::Clerk));
    assert_eq!(of_clerk.claim("v").map(|entry| entry.title), Some("Version"));
    for near_miss in ["repo_property", "in_corporation", "newuser", "v"] {
        assert_eq!(claim(near_miss), None, "{near_miss}");
    }
    let azp = claim("azp").map(|entry| entry.meaning);
    assert!(azp.is_some_and(|meaning| meaning.contains("Keycloak") && !meaning.contains("Google")));
}

#[test]
fn what_is_known_of_an_algorithm_agrees_with_itself() {
    for algorithm in ALGORITHMS {
        let name = algorithm.name;
        if let Some(prefix) = algorithm.family.prefix() {
            assert!(name.starts_with(prefix), "{name}");
        }
        if let (AlgorithmFamily::Ecdsa, Some(curve)) = (algorithm.family, algorithm.curve) {
            // RFC 7518 section 3.4: R and S, each as long as a coordinate.
            assert_eq!(algorithm.signature_lengths(), [2 * curve.facts().coordinate_length], "{name}");
        }
        if let (AlgorithmFamily::Hmac, Some(hash)) = (algorithm.family, algorithm.hash) {
            assert_eq!(algorithm.signature_lengths(), [hash.length()], "{name}");
        }
        assert_eq!(algorithm.checked_with, algorithm.family.checked_with(), "{name}");
    }
}
