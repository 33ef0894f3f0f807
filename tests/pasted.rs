//! What people paste, and what is said of it: whole answers, from the text to the findings, the summary and the notes.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use inspect::Severity;
use inspect::validity::Status;
use inspection::{Inspected, Inspection, inspect};
use share::report;

const NOW: i64 = 1_700_000_000;

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A token with a signature that looks like one.
fn signed(header: &str, claims: &str) -> String {
    let signature: Vec<u8> = (0..64).map(|at| (at * 151 % 251) as u8).collect();
    [encode(header), encode(claims), encode(signature)].join(".")
}

fn summary(inspected: &Inspected) -> String {
    inspected.judgement.summary.iter().map(|phrase| phrase.text.as_str()).collect()
}

/// The ids of the errors and warnings.
fn grave(inspection: &Inspection) -> BTreeSet<&'static str> {
    let findings = inspection.tokens.iter().flat_map(|token| &token.judgement.findings);
    findings.filter(|finding| finding.severity <= Severity::Warning).map(|finding| finding.id()).collect()
}

#[track_caller]
fn check_grave(text: &str, expected: &[&str]) {
    assert_eq!(grave(&inspect(text, NOW)).into_iter().collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_token_cut_inside_a_value_is_cut_off_and_nothing_else() {
    for claims in [
        r#"{"aud":["#,
        r#"{"exp":1700003600,"aud":["#,
        r#"{"iss":"https://a.example","sub":"u","ia"#,
        r#"{"exp":1700003600"#,
        r#"{"sub":"u","cnf":{"jwk":{"kty":"EC","crv":"P-256""#,
        r#"{"scope":""#,
        r#"{"sub":"u","exp":170000"#,
        r#"{"nonce":"n","email":"a@example.org""#,
        "{",
    ] {
        let text = [encode(r#"{"alg":"ES256","typ":"JWT"}"#), encode(claims)].join(".");
        check_grave(&text, &["truncated-token"]);
        let inspection = inspect(&text, NOW);
        let judgement = &inspection.tokens[0].judgement;
        assert_ne!(judgement.validity.status, Status::NoExpiry, "{claims}");
        let absent = ["aud-empty", "lifetime-unknown", "claims-missing", "exp-missing", "email-not-verified"];
        assert!(judgement.findings.iter().all(|finding| !absent.contains(&finding.id())), "{claims}");
    }
    // A whole token is judged as before.
    check_grave(&signed(r#"{"alg":"ES256"}"#, r#"{"exp":1700003600,"aud":[]}"#), &["aud-empty"]);
}

#[test]
fn a_cut_in_a_header_or_a_signature_is_said_once() {
    check_grave(&encode(r#"{"alg":"ES256","crit":["b64","#), &["truncated-token"]);
    check_grave(&encode(r#"{"alg":"ES256","x5c":["#), &["truncated-token"]);
    check_grave(&encode(r#"{"typ":"JWT","al"#), &["truncated-token"]);
    let whole = signed(r#"{"alg":"ES256"}"#, r#"{"sub":"u","exp":1700003600}"#);
    check_grave(&whole, &[]);
    for cut in [2, 3, 6, 10, 30] {
        check_grave(&whole[..whole.len() - cut], &["signature-length-mismatch"]);
    }
    check_grave(&whole[..whole.len() - 87], &["signature-missing"]);
}

#[test]
fn a_duration_in_place_of_a_time_is_named() {
    for seconds in [60, 600, 3600, 86_400, 2_592_000] {
        let claims = format!(r#"{{"iss":"i","sub":"u","aud":"a","jti":"1","iat":1699999990,"exp":{seconds}}}"#);
        let inspection = inspect(&signed(r#"{"alg":"ES256","kid":"1"}"#, &claims), NOW);
        assert_eq!(grave(&inspection).into_iter().collect::<Vec<_>>(), ["exp-is-duration"]);
        let said = summary(&inspection.tokens[0]);
        assert!(said.contains("Its `exp` is probably a duration") && !said.contains("years ago"), "{said}");
        let all = report::json(&inspection) + &report::markdown(&inspection.tokens[0], None, NOW);
        assert!(!all.contains("53 years ago") && !all.contains("sign in again"), "{all}");
    }
    for claims in [r#"{"exp":600}"#, r#"{"iat":100,"exp":700}"#] {
        assert!(grave(&inspect(&signed(r#"{"alg":"ES256"}"#, claims), NOW)).contains("expired"), "{claims}");
    }
}

#[test]
fn the_header_of_an_encrypted_token_says_when_it_ends() {
    let of = |times: &str| {
        let header = format!(r#"{{"alg":"dir","enc":"A256GCM"{times}}}"#);
        let text = format!("{}..{}.AAAA.{}", encode(header), encode([7; 12]), encode([9; 16]));
        let inspection = inspect(&text, NOW);
        (inspection.tokens[0].judgement.validity.status, summary(&inspection.tokens[0]))
    };
    let (status, said) = of(r#","iat":1699990000,"uat":1699999000,"exp":1700003600"#);
    assert_eq!(status, Status::Active);
    assert!(said.ends_with("expires in 1 hour. These times stand in its header; the rest is encrypted."), "{said}");
    assert_eq!(of(r#","exp":1699999999"#).0, Status::Expired);
    assert_eq!(of(r#","nbf":1700000001"#).0, Status::NotYetValid);
    for unknown in ["", r#","iat":1699990000"#, r#","exp":"x""#, r#","uat":1699990000"#] {
        assert_eq!(of(unknown).0, Status::Unknown, "{unknown}");
    }
}

#[test]
fn what_is_no_token_is_named_with_its_times() {
    for (text, id, expires_at) in [
        ("{'sub': 'x', 'exp': 1700000000, 'a': True, 'b': None}".to_owned(), "looks-like-decoded-claims", Some(NOW)),
        (
            format!(
                "k8s-aws-v1.{}",
                encode(
                    "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&X-Amz-Date=20231114T221320Z&X-Amz-Expires=60"
                )
            ),
            "looks-like-eks-token",
            Some(NOW + 900),
        ),
        (
            format!("{}.{}", encode([0x5A; 32]), encode(r#"{"algorithm":"HMAC-SHA256","user_id":"1"}"#)),
            "looks-like-facebook-signed-request",
            None,
        ),
        (
            r#"{"payloadType":"application/vnd.in-toto+json","payload":"e30","signatures":[{"sig":"AAAA"}]}"#
                .to_owned(),
            "looks-like-dsse-envelope",
            None,
        ),
    ] {
        let inspection = inspect(&text, NOW);
        assert!(inspection.tokens.is_empty(), "{text}");
        assert_eq!((inspection.notes[0].id, inspection.notes[0].expires_at), (id, expires_at), "{text}");
        let report: serde_json::Value = serde_json::from_str(&report::json(&inspection)).expect("JSON");
        let status = expires_at.map(|at| if at <= NOW { "expired" } else { "active" });
        assert_eq!(report["notes"][0]["status"].as_str(), status);
    }
    for quiet in [r#"{"sub":"x"}"#, r#"{"port":8080,"debug":true}"#, "exp: 1700000000"] {
        assert_eq!(inspect(quiet, NOW).notes[0].id, "not-a-jwt", "{quiet}");
    }
}

#[test]
fn a_status_list_is_unpacked_in_the_report() {
    let header = r#"{"alg":"ES256","typ":"statuslist+jwt","kid":"1"}"#;
    let claims = |list: &str| {
        format!(r#"{{"sub":"https://i.example/1","iat":1699999000,"exp":1700003600,"status_list":{list}}}"#)
    };
    let report = |list: &str| -> serde_json::Value {
        serde_json::from_str(&report::json(&inspect(&signed(header, &claims(list)), NOW))).expect("JSON")
    };
    let list = report(r#"{"bits":1,"lst":"eNrbuRgAAhcBXQ"}"#)["tokens"][0]["statusList"].clone();
    assert_eq!((&list["entries"], &list["set"]), (&16.into(), &9.into()));
    assert_eq!(list["first"][1], serde_json::json!({"index": 3, "status": 1}));
    check_grave(&signed(header, &claims(r#"{"bits":1,"lst":"eNrbuRgAAhcBXQ"}"#)), &[]);
    check_grave(&signed(header, &claims(r#"{"bits":5,"lst":"eNrbuRgAAhcBXQ"}"#)), &["status-list-broken"]);
    check_grave(&signed(header, &claims(r#"{"bits":1,"lst":"AAAA"}"#)), &["status-list-broken"]);
}

#[test]
fn a_credential_in_a_command_is_named_and_no_jwt() {
    let key = format!("ghp_{}", "aB3dE6gH9jK2".repeat(3));
    let payload = [r#"{"sub":"ann","exp":"2030-01-01T00:00:00+00:00"}"#.as_bytes(), &[9; 64]].concat();
    let paseto = format!("v4.public.{}", encode(payload));
    let mapbox = format!("pk.{}.{}", encode(r#"{"u":"ann","a":"ckab12cdef0123456789"}"#), encode([9; 16]));
    for (text, id) in [
        (format!("curl -H \"Authorization: Bearer {key}\" https://a.example"), "looks-like-github-token"),
        (format!("curl -H \"Authorization: Bearer {paseto}\" https://a.example"), "looks-like-paseto-public"),
        (format!("https://api.mapbox.com/styles/v1?access_token={mapbox}&x=y"), "looks-like-mapbox-token"),
        ("curl -H \"Authorization: Bearer undefined\" https://a.example".to_owned(), "token-placeholder"),
    ] {
        let inspection = inspect(&text, NOW);
        assert!(inspection.tokens.is_empty(), "{text}");
        assert_eq!(inspection.notes.first().map(|note| note.id), Some(id), "{text}");
    }
    let jwt = signed(r#"{"alg":"ES256"}"#, r#"{"iss":"i","sub":"u","exp":1700003600}"#);
    let inspection = inspect(&format!("{paseto}\n{jwt}\n{key}"), NOW);
    assert_eq!(inspection.tokens.iter().map(|it| it.token.text.as_str()).collect::<Vec<_>>(), [jwt]);
    assert_eq!(
        inspection.notes.iter().map(|note| note.message.as_str()).collect::<Vec<_>>(),
        ["The text also holds a signed PASETO token and a GitHub personal access token, which are not JWTs."]
    );
}
