//! Another text than the one that stands in the token was signed.

use super::*;

const SECRET: &str = "hunter-2-hunter-2";

/// A token with this text, whose signature is over `input`.
fn signed_elsewhere(shown: &str, input: &str) -> String {
    format!("{shown}.{}", encode(&hmac(Sha2::Sha256, SECRET.as_bytes(), input.as_bytes())))
}

fn segments(header: &str, payload: &str) -> String {
    format!("{}.{}", encode(header.as_bytes()), encode(payload.as_bytes()))
}

#[test]
fn json_that_was_written_anew() {
    let shown = segments(HEADER, r#"{"sub":"ann","url":"https://a.example/b","n":1,"name":"Zoë","b":"<"}"#);
    for signed in [
        r#"{"sub": "ann", "url": "https://a.example/b", "n": 1, "name": "Zoë", "b": "<"}"#,
        r#"{"b":"<","n":1,"name":"Zoë","sub":"ann","url":"https://a.example/b"}"#,
        r#"{"sub":"ann","url":"https:\/\/a.example\/b","n":1,"name":"Zoë","b":"<"}"#,
        r#"{"sub":"ann","url":"https://a.example/b","n":1,"name":"Zo\u00eb","b":"<"}"#,
        r#"{"sub":"ann","url":"https://a.example/b","n":1,"name":"Zoë","b":"\u003c"}"#,
        "{\n  \"sub\": \"ann\",\n  \"url\": \"https://a.example/b\",\n  \"n\": 1,\n  \"name\": \"Zoë\",\n  \"b\": \"<\"\n}",
    ] {
        let token = signed_elsewhere(&shown, &segments(HEADER, signed));
        assert_explained(&with_secret(&token, SECRET), "payload-reencoded");
        assert_unexplained(&with_secret(&token, "hunter-3-hunter-3"));
    }
    let header = signed_elsewhere(&segments(r#"{"typ":"JWT","alg":"HS256"}"#, CLAIMS), &segments(HEADER, CLAIMS));
    assert_explained(&with_secret(&header, SECRET), "header-reencoded");
    // A changed value is no other spelling.
    let changed = signed_elsewhere(&segments(HEADER, r#"{"sub":"bob"}"#), &segments(HEADER, r#"{"sub": "ann"}"#));
    assert_unexplained(&with_secret(&changed, SECRET));
}

#[test]
fn padding_is_kept_as_it_was_pasted() {
    let bare = segments(HEADER, r#"{"sub":"anna"}"#);
    let full: String = bare
        .split('.')
        .map(|segment| format!("{segment:=<0$}", segment.len().div_ceil(4) * 4))
        .collect::<Vec<_>>()
        .join(".");
    assert_ne!(bare, full);
    // A load balancer's token as it comes.
    let whole = with_secret(&signed_over(&full, SECRET.as_bytes()), SECRET);
    assert_eq!(whole.signature, SignatureVerdict::Fits);
    assert!(whole.remarks.iter().any(|remark| remark.id == "signed-with-padding"));
    assert_explained(&with_secret(&signed_elsewhere(&bare, &full), SECRET), "padded-input");
    assert_explained(&with_secret(&signed_elsewhere(&full, &bare), SECRET), "unpadded-input");
    assert_unexplained(&with_secret(&signed_elsewhere(&bare, &full), "hunter-3"));
}

#[test]
fn payloads_that_were_signed_as_they_are() {
    let shown = segments(HEADER, CLAIMS);
    let header = encode(HEADER.as_bytes());
    assert_explained(
        &with_secret(&signed_elsewhere(&shown, &format!("{header}.{CLAIMS}")), SECRET),
        "payload-unencoded",
    );
    assert_explained(
        &with_secret(&signed_elsewhere(&shown, &format!("{HEADER}.{CLAIMS}")), SECRET),
        "segments-unencoded",
    );
    assert_explained(&with_secret(&signed_elsewhere(&shown, CLAIMS), SECRET), "payload-alone");
    let unencoded = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    let fits = with_secret(&signed_over(&format!("{}.$02", encode(unencoded.as_bytes())), SECRET.as_bytes()), SECRET);
    assert_eq!((fits.signature, ids(&fits)), (SignatureVerdict::Fits, vec![]));
}

#[test]
fn microsoft_signs_the_hash_of_the_nonce() {
    let header = |nonce: &str| format!(r#"{{"typ":"JWT","nonce":"{nonce}","alg":"HS256"}}"#);
    let hash = encode(&crate::check::digest(Sha2::Sha256, b"n-0S6_WzA2Mj"));
    let token = signed_elsewhere(&segments(&header("n-0S6_WzA2Mj"), CLAIMS), &segments(&header(&hash), CLAIMS));
    let check = with_secret(&token, SECRET);
    assert_explained(&check, "entra-nonce");
    assert!(check.explanations[0].message.contains("Microsoft signs tokens for its own services"));
    let other = signed_elsewhere(&segments(&header("n-0S6_WzA2Mk"), CLAIMS), &segments(&header(&hash), CLAIMS));
    assert_unexplained(&with_secret(&other, SECRET));
}

#[test]
fn parts_of_two_tokens() {
    let [one, two] = [r#"{"sub":"ann"}"#, r#"{"sub":"bob"}"#]
        .map(|claims| signed_over(&segments(HEADER, claims), SECRET.as_bytes()));
    let signature = |token: &str| token.rsplit('.').next().map(str::to_owned).expect("a signature");
    let mixed = one.replace(&signature(&one), &signature(&two));
    let beside = |other: &str| {
        Checker::new(&token_of(&mixed), &ring(SECRET.as_bytes())).beside([&token_of(other)]).finish().remove(0)
    };
    assert_explained(&beside(&two), "other-token-in-paste");
    let stranger = signed_over(&segments(HEADER, r#"{"sub":"eve"}"#), SECRET.as_bytes());
    assert_unexplained(&beside(&stranger));
}

#[test]
fn remarks_on_what_must_be_refused() {
    let remarks = |header: &str| {
        let check = with_secret(&signed_over(&segments(header, CLAIMS), SECRET.as_bytes()), SECRET);
        (
            check.signature,
            check.remarks.iter().map(|remark| remark.id).filter(|id| *id != "key-short-secret").collect::<Vec<_>>(),
        )
    };
    assert_eq!(remarks(r#"{"alg":"HS256","crit":["exp"],"exp":1}"#), (SignatureVerdict::Fits, vec!["crit-unknown"]));
    assert_eq!(remarks(r#"{"alg":"HS256","b64":false}"#), (SignatureVerdict::Fits, vec!["b64-without-crit"]));
    assert_eq!(remarks(r#"{"alg":"HS256","b64":true,"crit":["b64"]}"#), (SignatureVerdict::Fits, vec![]));
    let none = with_secret(&format!("{}.", segments(r#"{"alg":"none"}"#, CLAIMS)), SECRET);
    assert_eq!((none.signature, none.remarks[0].id), (SignatureVerdict::Unsigned, "alg-none"));
    let missing = with_secret(&format!("{}.", segments(HEADER, CLAIMS)), SECRET);
    assert_eq!((missing.signature, missing.remarks[0].id), (SignatureVerdict::Unsigned, "signature-missing"));
}
