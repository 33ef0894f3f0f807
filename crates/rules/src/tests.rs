//! What is found in whole tokens.

mod texts;

use super::*;
use crate::testing::{encode, grave_findings, token_from, token_of};

#[test]
fn every_record_is_whole() {
    for (at, record) in records().enumerate() {
        let id = record.id;
        assert!(
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{id}"
        );
        assert!(records().take(at).all(|other| other.id != id), "{id} twice");
        assert!(record.why.ends_with('.') && record.advice.ends_with('.'), "{id}");
        assert!(!record.title.is_empty() && !record.references.is_empty(), "{id}");
    }
}

#[track_caller]
fn check(token: &str, expected: &[(&str, &str)]) {
    let found = grave_findings(&token_of(token));
    let found: Vec<_> = found.iter().map(|finding| (finding.id().to_owned(), finding.place.pointer())).collect();
    let expected: Vec<_> = expected.iter().map(|(id, place)| ((*id).to_owned(), (*place).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn an_ordinary_token_gives_no_finding() {
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwic3ViIjoidTEiLCJhdWQiOiJhcGkiLCJpYXQiOjE2OTk5OTk5MDAsImV4cCI6MTcwMDAwMzUwMCwianRpIjoiYTEifQ.kWSsfPGUiS14tW4qONHSl8nR5BEL5Rrod9LrBlE7qKM",
        &[],
    );
}

#[test]
fn the_special_finding_is_the_one_that_is_shown() {
    let ids = |header: &str, claims: &str| {
        let found = grave_findings(&token_from(header, claims));
        found.iter().map(|finding| finding.id().to_owned()).collect::<Vec<_>>()
    };
    let app = ids(r#"{"alg":"RS256"}"#, r#"{"iss":"12345","iat":1700000000,"exp":1800000000}"#);
    assert!(app.contains(&"lifetime-over-limit".to_owned()), "{app:?}");
    assert!(!app.contains(&"lifetime-very-long".to_owned()), "{app:?}");
    let early = ids(r#"{"alg":"HS256"}"#, r#"{"iat":1700007200,"nbf":1700007200,"exp":1700010800}"#);
    assert_eq!(early, ["not-yet-valid", "claims-missing"]);
    let header = encode(r#"{"alg":"A256KW","enc":"A256GCM"}"#);
    let token = token_of(&format!("{header}.AAAA.AAAA.AAAA"));
    let found: Vec<_> = grave_findings(&token).iter().map(|finding| finding.id().to_owned()).collect();
    assert_eq!(found, ["wrong-segment-count"]);
}

#[test]
fn a_key_that_opens_everything_is_not_also_called_long_lived() {
    let found = grave_findings(&token_from(
        r#"{"alg":"HS256","typ":"JWT"}"#,
        r#"{"iss":"supabase","ref":"r","role":"service_role","iat":1700000000,"exp":2015360000}"#,
    ));
    assert_eq!(found.iter().map(|finding| finding.id()).collect::<Vec<_>>(), ["supabase-service-role"]);
}

#[test]
fn the_seeds_of_the_catalogue() {
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwic3ViIjoidTEiLCJhdWQiOiJhcGkiLCJpYXQiOjE2OTk5OTAwMDAsImV4cCI6MTY5OTk5MzYwMCwianRpIjoiYTIifQ.JZ2Le4wdpRgOJFL6PngKH_7ugb8HX5pjDfTQhJY1hbg",
        &[("expired", "/payload/exp")],
    );
    check("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImV4cCI6NDEwMjQ0NDgwMH0.", &[("alg-none", "/header/alg")]);
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidXNlciIsInJvbGUiOiJhZG1pbiJ9.R-cXB8kel2jWS8g296DIEfscyvpIkDXX5FELibOn7EU",
        &[
            ("json-duplicate-key", "/payload/role"),
            ("exp-missing", "/payload"),
            ("claims-missing", "/payload"),
            ("privileged-role", "/payload/role"),
        ],
    );
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwMDAwfQ.-wuDWa1mvaGlPYl5f_uns79UhYmkd7EUUW4PHI7Hmig",
        &[("exp-in-milliseconds", "/payload/exp"), ("claims-missing", "/payload")],
    );
    check(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSJ9.Scuiddd_iRbk8Knom3Rb9lM9hQFdks2obKdo27aJnAp",
        &[("exp-missing", "/payload"), ("base64-noncanonical", "/signature"), ("claims-missing", "/payload")],
    );
    check(
        "eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9.",
        &[("alg-none-variant", "/header/alg"), ("exp-missing", "/payload"), ("claims-missing", "/payload")],
    );
}
