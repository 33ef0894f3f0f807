//! Tokens in the requests of HAR files, judged at the time of the request: whole answers, as different tools write HARs.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::decode;
use decode::slices::SlicedText;
use inspect::Context;
use inspection::{Inspection, inspect, inspected_within};
use share::report;

/// 2023-11-14T22:13:20Z, where the tokens here expire; they are looked at an hour later.
const EXPIRY: i64 = 1_700_000_000;
const NOW: i64 = EXPIRY + 3_600;

fn token(claims: &str) -> String {
    let signature: Vec<u8> = (0..32).map(|at| (at * 151 % 251) as u8).collect();
    [&b"{\"alg\":\"HS256\",\"typ\":\"JWT\"}"[..], claims.as_bytes(), &signature]
        .map(|part| URL_SAFE_NO_PAD.encode(part))
        .join(".")
}

fn expired() -> String {
    token(r#"{"iss":"https://issuer.example","aud":"https://api.example","iat":1699996400,"exp":1700000000}"#)
}

fn entry(started: &str, request: &str, status: u16) -> String {
    format!(
        r#"{{"startedDateTime":"{started}","time":12,"request":{{"method":"GET","url":"https://api.example/orders/0",{request}}},"response":{{"status":{status},"content":{{"size":0}}}}}}"#
    )
}

fn bearer(token: &str) -> String {
    format!(r#""headers":[{{"name":"Authorization","value":"Bearer {token}"}}],"cookies":[]"#)
}

fn har(entries: &[String]) -> String {
    format!(r#"{{"log":{{"version":"1.2","creator":{{"name":"x","version":"1"}},"entries":[{}]}}}}"#, entries.join(","))
}

/// What is found of how its first token was sent.
fn sent(inspection: &Inspection) -> Vec<String> {
    let findings = inspection.tokens.iter().flat_map(|token| &token.judgement.findings);
    findings.filter(|it| it.id().starts_with("sent-")).map(|it| format!("{}: {}", it.id(), it.message)).collect()
}

const EXPLAINED: &str =
    "sent-expired: It had expired 35 seconds before it was sent. That explains the 401 of `GET /orders/0`.";

#[test]
fn any_tool_writes_the_time_in_its_own_way() {
    for (tool, started) in [
        ("Chrome", "2023-11-14T22:13:55.000Z"),
        ("Chrome, with microseconds", "2023-11-14T22:13:55.123456Z"),
        ("Firefox", "2023-11-14T23:13:55.123+01:00"),
        ("Charles", "2023-11-14T23:13:55+01:00"),
        ("Safari", "2023-11-14T22:13:55.512Z"),
        ("Fiddler", "2023-11-14T17:13:55.1234567-05:00"),
        ("in India", "2023-11-15T03:43:55+05:30"),
    ] {
        let text = har(&[entry(started, &bearer(&expired()), 401)]);
        assert_eq!(sent(&inspect(&text, NOW)), [EXPLAINED], "{tool}");
        // The order of the members is not fixed.
        let (before, rest) = text.split_once(r#""startedDateTime":"#).unwrap();
        let (time, rest) = rest.split_once(',').unwrap();
        let (entry, end) = rest.rsplit_once("}]}}").unwrap();
        let reordered = format!(r#"{before}{entry},"startedDateTime":{time}}}]}}}}{end}"#);
        assert_eq!(sent(&inspect(&reordered, NOW)), [EXPLAINED], "{tool}, reordered");
        // Pretty-printed with a byte order mark, as some tools write files.
        let pretty = format!("\u{FEFF}{}", text.replace("\":", "\" : ").replace(",\"", ",\r\n \""));
        assert_eq!(sent(&inspect(&pretty, NOW)), [EXPLAINED], "{tool}, pretty");
    }
}

#[test]
fn nothing_is_said_where_the_time_is_not_known() {
    for started in
        ["", "2023-11-14T22:13:55", "14.11.2023 22:13:55", "2023-11-14", "2023-13-14T22:13:55Z", "null", "1700000035"]
    {
        let inspection = inspect(&har(&[entry(started, &bearer(&expired()), 401)]), NOW);
        assert_eq!(sent(&inspection), [""; 0], "{started}");
        assert!(!report::json(&inspection).contains("stateThen"), "{started}");
    }
    let without = har(&[entry("", &bearer(&expired()), 401)]).replace(r#""startedDateTime":"","#, "");
    assert_eq!(sent(&inspect(&without, NOW)), [""; 0]);
}

#[test]
fn what_was_sent_in_time_is_quiet() {
    let text = har(&[entry("2023-11-14T22:13:19.999Z", &bearer(&expired()), 401)]);
    assert_eq!(sent(&inspect(&text, NOW)), [""; 0]);
}

#[test]
fn only_what_lets_a_request_in_is_judged() {
    let started = "2023-11-14T22:13:55.000Z";
    let token = expired();
    let judged = |request: &str| sent(&inspect(&har(&[entry(started, request, 401)]), NOW));
    let may_be =
        "sent-expired: It had expired 35 seconds before it was sent. That may be why `GET /orders/0` was answered 401.";
    for request in [
        format!(
            r#""headers":[{{"name":"Cookie","value":"session={token}"}}],"cookies":[{{"name":"session","value":"{token}"}}]"#
        ),
        format!(r#""cookies":[{{"name":"session","value":"{token}"}}]"#),
        format!(r#""headers":[{{"name":"X-Access-Token","value":"{token}"}}]"#),
    ] {
        assert_eq!(judged(&request), [may_be], "{request}");
    }
    for request in [
        format!(r#""headers":[{{"name":"Referer","value":"https://a.example/?x={token}"}}]"#),
        format!(r#""headers":[],"queryString":[{{"name":"id_token_hint","value":"{token}"}}]"#),
        // To be looked up or revoked, expired or not.
        format!(r#""headers":[],"postData":{{"mimeType":"application/x-www-form-urlencoded","text":"token={token}"}}"#),
    ] {
        assert_eq!(judged(&request), [""; 0], "{request}");
    }
    // What a response holds was not sent.
    let received = format!(
        r#"{{"startedDateTime":"{started}","request":{{"method":"POST","url":"https://a.example/t"}},"response":{{"status":401,"content":{{"text":"{token}"}}}}}}"#
    );
    assert_eq!(sent(&inspect(&har(&[received]), NOW)), [""; 0]);
    // Beside another token in the Authorization header.
    let other = self::token(r#"{"iss":"https://issuer.example","iat":1699999999,"exp":1700003600}"#);
    let both = format!(
        r#""headers":[{{"name":"Authorization","value":"Bearer {other}"}},{{"name":"Cookie","value":"s={token}"}}]"#
    );
    assert_eq!(judged(&both), [may_be]);
}

#[test]
fn the_report_says_how_it_stood_then() {
    let text = har(&[
        entry("2023-11-14T22:10:00Z", &bearer(&expired()), 200),
        entry("2023-11-14T23:13:55+01:00", &bearer(&expired()), 401),
        entry("yesterday", &bearer(&expired()), 401),
    ]);
    let report: serde_json::Value = serde_json::from_str(&report::json(&inspect(&text, NOW))).unwrap();
    let of = |place: usize| report["tokens"][0]["places"][place]["exchange"].clone();
    assert_eq!((&of(0)["stateThen"], of(0).get("secondsAfterExpiry")), (&"active".into(), None));
    assert_eq!((&of(1)["stateThen"], &of(1)["secondsAfterExpiry"]), (&"expired".into(), &35.into()));
    assert_eq!((of(2).get("stateThen"), of(2).get("secondsAfterExpiry")), (None, None));
}

#[test]
fn a_file_that_is_too_large_to_hold_gives_the_same() {
    // First received, then sent.
    let token = expired();
    let mut entries = vec![format!(
        r#"{{"request":{{"method":"POST","url":"https://a.example/t"}},"response":{{"status":200,"content":{{"text":"{{\"access_token\":\"{token}\"}}"}}}}}}"#
    )];
    entries.push(entry("2023-11-14T22:13:55Z", r#""headers":[]"#, 401));
    entries.extend((0..400).map(|_| entry("2023-11-14T22:13:55Z", &bearer(&token), 401)));
    let text = har(&entries);
    let held = inspect(&text, NOW);
    assert_eq!(sent(&held), [format!("{EXPLAINED} The same holds for 399 more.")]);
    let mut sliced = SlicedText::new(1_000_000);
    text.as_bytes().chunks(7_777).for_each(|slice| sliced.push(slice));
    let excerpt = sliced.finish(true);
    let mut decoded = decode(&excerpt.text);
    inspection::annotate(&excerpt.text, &mut decoded, Some(&excerpt.whole));
    let tokens: Vec<_> = decoded.tokens.into_iter().map(Rc::new).collect();
    let context = Context { now: NOW, ..Context::default() };
    let judged = inspected_within(&tokens, &excerpt.whole, context);
    let exchanges = excerpt.whole.exchanges;
    let whole = Inspection { evaluated_at: NOW, tokens: judged, notes: decoded.notes, exchanges };
    assert_eq!(sent(&whole), sent(&held));
    let instants = |inspection: &Inspection| -> Vec<Option<i64>> {
        inspection.tokens[0].places.iter().map(|place| place.sent_at).collect()
    };
    assert_eq!(instants(&whole), instants(&held));
    let notes = |inspection: &Inspection| -> Vec<String> {
        inspection
            .notes
            .iter()
            .filter(|note| note.id == "request-without-token")
            .map(|note| note.message.clone())
            .collect()
    };
    assert_eq!(notes(&whole), notes(&held));
    assert_eq!(notes(&held).len(), 1);
}

#[test]
fn other_texts_have_no_requests() {
    let inspection = inspect(&format!("GET /orders/0\nAuthorization: Bearer {}\n", expired()), NOW);
    assert_eq!(sent(&inspection), [""; 0]);
    assert!(inspection.notes.iter().all(|note| note.id != "request-without-token"));
}

#[test]
fn what_a_har_says_stands_in_quotations() {
    let hostile = "a` and `anybody\u{202E}";
    let request = entry("2023-11-14T22:13:55Z", &bearer(&expired()), 401).replace("orders/0", hostile);
    let without = entry("2023-11-14T22:13:55Z", r#""headers":[]"#, 401).replace("orders/0", hostile);
    let inspection = inspect(&har(&[request.replace("\"GET\"", r#""GET`\nx""#), without]), NOW);
    let said: Vec<String> =
        sent(&inspection).into_iter().chain(inspection.notes.into_iter().map(|note| note.message)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    for sentence in said {
        assert!(sentence.contains("/a⟨U+0060⟩ and ⟨U+0060⟩anybody⟨U+202E⟩`"), "{sentence}");
        assert!(!sentence.contains(['\n', '\u{202E}']), "{sentence}");
    }
}
