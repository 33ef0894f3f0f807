//! Redacted copies: what is masked stands nowhere in them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;

const EMAIL: &str = "grace+jwt@example.com";

/// With `email` masked, nothing of it is left where a claim has this text.
#[track_caller]
fn is_masked(text: &str) {
    let claims = format!(r#"{{"email":"{EMAIL}","other":{},"n":1}}"#, json_string(text));
    holds_no_email(&outer(&claims));
    let claims = format!(r#"{{"email":"{EMAIL}","other":[{{"x":{}}}],{}:1}}"#, json_string(text), json_string(text));
    holds_no_email(&outer(&claims));
    let header = format!(r#"{{"alg":"HS256","kid":{}}}"#, json_string(text));
    holds_no_email(&compact(&header, &format!(r#"{{"email":"{EMAIL}"}}"#), &OUTER));
}

#[track_caller]
fn holds_no_email(text: &str) {
    let link = link::redacted(&redacted(&first(text), &["email"]));
    assert!(!holds(&link, EMAIL.as_bytes()), "{link}\ntells what is masked of\n{text}");
}

#[test]
fn in_a_url() {
    let escaped = "grace%2Bjwt%40example.com";
    for text in [
        format!("https://a.example/?u={EMAIL}"),
        format!("https://a.example/?u={escaped}"),
        format!("https://a.example/?u={}", escaped.to_lowercase()),
        format!("https://a.example/?u={}", escaped.replace('%', "%25")),
        format!("https://a.example/?u={}", escaped.replace('%', "%2525").to_uppercase()),
        format!("https://a.example/?a=b+c&u={escaped}&d=e+f"),
        "https://a.example/?u=%67%72%61%63%65%2B%6a%77%74%40%65%78%61%6d%70%6c%65.com".to_owned(),
        format!("mailto:{EMAIL}?subject=x"),
    ] {
        is_masked(&text);
    }
    let spaced =
        outer(r#"{"email":"Grace Hopper","a":"q=Grace+Hopper","b":"q=grace%20hopper","c":"q=GRACE%2520HOPPER+x"}"#);
    let link = link::redacted(&redacted(&first(&spaced), &["email"]));
    assert!(!holds(&link, b"grace hopper"), "{link}");
}

#[test]
fn beside_an_escape_that_is_no_utf_8() {
    for text in ["%FF", "%C3", "%E2%82", "%FFx%FE", "%", "%4", "%zz"] {
        is_masked(&format!("{text}grace%2Bjwt%40example.com"));
        is_masked(&format!("u=grace%2Bjwt%40example.com&x={text}"));
    }
}

#[test]
fn in_base64_wherever_its_groups_begin() {
    for case in [str::to_owned, str::to_uppercase, |text: &str| text.replace('g', "G")] as [fn(&str) -> String; 3] {
        let email = case(EMAIL);
        for before in ["", "a", "ab", "abc", "svc:"] {
            for behind in ["", ":p", ":pw", "\n"] {
                let text = format!("{before}{email}{behind}");
                is_masked(&format!("Basic {}", STANDARD.encode(&text)));
                is_masked(&encode(&text));
                is_masked(&format!("state={}.x", encode(&text)));
                is_masked(&format!("x{}", encode(&text)));
            }
        }
        is_masked(&STANDARD.encode(STANDARD.encode(&email)));
        is_masked(&STANDARD.encode(json_string(&email)));
        is_masked(&STANDARD.encode(email.replace('@', "%40")));
        is_masked(&encode(format!(r#"{{"u":"{}"}}"#, email.replace('@', "\\u0040"))));
        is_masked(&STANDARD.encode(&email).replace('=', "%3D"));
        let long = STANDARD.encode(format!("{}{email}{}", "x".repeat(70), "y".repeat(70)));
        let lines: Vec<_> = long.as_bytes().chunks(76).map(String::from_utf8_lossy).collect();
        is_masked(&lines.join("\n"));
    }
}

#[test]
fn in_a_token_inside() {
    let told = format!(r#"{{"sub":"{EMAIL}"}}"#);
    let stored = {
        let length = (told.len() as u16).to_le_bytes();
        [&[1][..], &length, &length.map(|byte| !byte), told.as_bytes()].concat()
    };
    let deflated = format!("{}.{}.{}", encode(r#"{"alg":"ES256","zip":"DEF"}"#), encode(stored), encode(SIGNATURE));
    for payload in [
        told.clone(),
        told[..told.len() - 1].to_owned(),
        told[..told.len() - 2].to_owned(),
        format!("{told} behind"),
        format!("{{oops {told}"),
        format!("sub={EMAIL}&x=1"),
        "sub=grace%2Bjwt%40example.com".to_owned(),
        EMAIL.to_owned(),
        format!("\"{EMAIL}\""),
    ] {
        for header in [r#"{"alg":"HS256"}"#, r#"{"1":1,"alg":"HS256"}"#] {
            let inner = compact(header, &payload, &SIGNATURE);
            is_masked(&inner);
            is_masked(&format!("Bearer {inner}"));
            is_masked(&encode(&inner));
            is_masked(&STANDARD.encode(format!("token {inner}")));
            is_masked(&inner.replace('.', "%2E"));
        }
    }
    is_masked(&deflated);
    is_masked(&compact(&format!(r#"{{"alg":"HS256","kid":"{EMAIL}"}}"#), "{}", &SIGNATURE));
    is_masked(&compact(r#"{"alg":"HS256"}"#, &compact(r#"{"alg":"HS256"}"#, &told, &SIGNATURE), &SIGNATURE));
    let flattened =
        format!(r#"{{"payload":"{}","protected":"{}","signature":"AA"}}"#, encode(&told), encode(r#"{"alg":"HS256"}"#));
    is_masked(&flattened);
    holds_no_email(&outer(&format!(r#"{{"email":"{EMAIL}","vc":{flattened}}}"#)));
}

#[test]
fn in_disclosures() {
    for disclosure in [
        format!(r#"["salt","email","{EMAIL}"]"#),
        format!(r#"["salt","u","x {EMAIL}"]"#),
        format!(r#"["salt","{EMAIL}",1]"#),
        format!(r#"["{EMAIL}","x",1]"#),
        format!(r#"["salt","u","{EMAIL}"#),
        format!(r#"u={EMAIL}"#),
        format!(r#"["salt","u","{}"]"#, encode(EMAIL)),
    ] {
        holds_no_email(&format!("{}~{}~", outer(&format!(r#"{{"email":"{EMAIL}"}}"#)), encode(&disclosure)));
    }
}

#[test]
fn as_the_name_of_a_member_of_a_masked_object() {
    for claims in [
        format!(r#"{{"email":{{"{EMAIL}":1}},"other":"{EMAIL}"}}"#),
        format!(r#"{{"email":{{"x":[{{"{EMAIL}":1}}]}},"other":"to {EMAIL}","{EMAIL}":2}}"#),
        format!(r#"{{"email":{{"{EMAIL}":1}},"other":"{}"}}"#, encode(EMAIL)),
    ] {
        holds_no_email(&outer(&claims));
    }
    let token = first(&outer(r#"{"users":{"grace":1,"address":2},"sub":"grace","scope":"address","grace":"x"}"#));
    let payload = redacted(&token, &["users"]).payload;
    assert_eq!(
        payload,
        r#"{"users":"redacted by the sender","sub":"redacted by the sender","scope":"address","grace":"x"}"#
    );
}

#[test]
fn the_places_that_are_masked_too_do_not_tell_it() {
    let claims = format!(r#"{{"email":"{EMAIL}","by":{{"{EMAIL}":1,"x":"{EMAIL}"}},"{}":[1]}}"#, encode(EMAIL));
    let also = redacted(&first(&outer(&claims)), &["email"]).also;
    let mask = "redacted by the sender";
    assert_eq!(also, [format!("/payload/by/{mask}"), "/payload/by/x".to_owned(), format!("/payload/{mask}")]);
}

#[test]
fn in_the_hundred_and_first_claim() {
    let many: Vec<_> = (0..150).map(|at| format!(r#""c{at}":"value number {at}""#)).collect();
    let token = first(&outer(&format!(r#"{{{},"email":"{EMAIL}"}}"#, many.join(","))));
    let offered = redact::maskable(&token, &describe(&token));
    assert_eq!(offered.len(), 151);
    assert!(offered.last().is_some_and(|last| last.name == "email" && last.is_suggested));
    let names: Vec<_> = offered.iter().map(|claim| claim.name.as_str()).collect();
    let link = link::redacted(&redacted(&token, &names));
    assert!(!holds(&link, EMAIL.as_bytes()) && !holds(&link, b"value number"), "{link}");
}

#[test]
fn of_thousands_of_values_each_one() {
    let many: Vec<_> = (0..3_000).map(|at| format!(r#""group {at:05} of them""#)).collect();
    let token = first(&outer(&format!(r#"{{"groups":[{}],"other":"in group 02999 of them"}}"#, many.join(","))));
    assert_eq!(redacted(&token, &["groups"]).also, ["/payload/other"]);
}

#[test]
fn very_short_values_in_a_masked_object_are_masked_there_alone() {
    let claims =
        r#"{"address":{"country":"DE","number":7,"region":"BE"},"locale":"DE","n":7,"iss":"DE","zoneinfo":"BE"}"#;
    assert_eq!(
        redacted(&first(&outer(claims)), &["address"]).payload,
        r#"{"address":"redacted by the sender","locale":"DE","n":7,"iss":"DE","zoneinfo":"BE"}"#
    );
}

#[test]
fn in_the_redacted_report() {
    let inner = compact(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":"{EMAIL}"}}"#), &SIGNATURE);
    for other in
        [EMAIL.to_owned(), format!("Bearer {inner}"), encode(EMAIL), format!("u={}", EMAIL.replace('+', "%2B"))]
    {
        let text = outer(&format!(r#"{{"email":"{EMAIL}","sub":"{other}","t":"{other}"}}"#));
        let copy = redacted(&first(&text), &["email"]).text;
        let (whole, told) = (inspect(&text, 1_700_000_000), inspect(&copy, 1_700_000_000));
        let report = report::markdown(&whole.tokens[0], Some(&told.tokens[0]), 1_700_000_000);
        assert!(!holds(&report, EMAIL.as_bytes()) && !holds(&report, &SIGNATURE), "{report}");
    }
}

#[test]
fn of_four_characters_and_more() {
    for secret in ["Zo7e", "0815", "x@y.z", "a b c", "Über", "q-7_Z", "100%"] {
        let hidden = |text: &str| {
            let link = link::redacted(&redacted(&first(text), &["email"]));
            let lower = secret.to_ascii_lowercase();
            assert!(!holds(&link, lower.as_bytes()), "{link}\ntells {secret} of\n{text}");
        };
        for one in 0..hostile::WRAPPINGS {
            for other in 0..hostile::WRAPPINGS {
                let text = hostile::wrapped(&hostile::wrapped(secret, one), other);
                // The last of them names another secret.
                let text = json_string(&text.replace("Grace+Hopper@example.com", "nobody"));
                hidden(&outer(&format!(r#"{{"email":"{secret}","t":{text},"u":[{{{text}:1}}]}}"#)));
            }
        }
        hidden(&outer(&format!(r#"{{"email":"{secret}","t":"{secret}","n":"{secret}{secret}"}}"#)));
        hidden(&compact(
            &format!(r#"{{"alg":"HS256","kid":"{secret}"}}"#),
            &format!(r#"{{"email":"{secret}"}}"#),
            &OUTER,
        ));
    }
}

#[test]
fn shorter_ones_are_masked_where_they_stand_alone() {
    for secret in ["DE", "en", "7", "Bo", "x"] {
        let claims = format!(
            r#"{{"email":"{secret}","locale":"{secret}","region":"BEDENX7","word":"{secret}kind of a text","jti":"{}"}}"#,
            encode(format!("{secret}{secret}"))
        );
        let payload = redacted(&first(&outer(&claims)), &["email"]).payload;
        let mask = "redacted by the sender";
        let expected = claims.replacen(&format!("\"{secret}\""), &format!("\"{mask}\""), 2);
        assert_eq!(payload, expected);
    }
}
