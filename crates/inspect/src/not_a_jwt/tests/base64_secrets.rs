//! Secrets that are base64 of JSON, alone and in the commands and files that they are copied from.

use super::*;

fn hex(length: usize) -> String {
    "0123456789abcdef".repeat(8)[..length].to_owned()
}

fn tunnel() -> String {
    let secret = STANDARD.encode(noise(32));
    let uuid = "6f1f2c1e-8b4f-4f0e-9c57-0f1b7c9f2a10";
    STANDARD.encode(format!(r#"{{"a":"{}","t":"{uuid}","s":"{secret}"}}"#, hex(32)))
}

fn enrollment() -> String {
    let json = format!(r#"{{"ver":"8.14.0","adr":["192.0.2.7:9200"],"fgr":"{}","key":"aB3:dE6"}}"#, hex(64));
    STANDARD.encode(json)
}

fn grafana() -> String {
    STANDARD.encode(format!(r#"{{"k":"{}","n":"ci","id":1}}"#, "aB3dE6gH".repeat(4)))
}

fn one_password() -> String {
    let json = r#"{"signInAddress":"my.1password.example","userAuth":{"method":"SRPg-4096"},"secretKey":"A3-B"}"#;
    format!("ops_{}", url_safe(json))
}

#[test]
fn they_are_named_and_not_shown() {
    for (text, id) in [
        (tunnel(), "looks-like-cloudflare-tunnel-token"),
        (enrollment(), "looks-like-elasticsearch-enrollment-token"),
        (grafana(), "looks-like-grafana-api-key"),
        (one_password(), "looks-like-1password-service-account-token"),
    ] {
        check(&text, id, true, None);
        for text in [
            text.clone(),
            format!("TOKEN={text}"),
            format!("run --token {text} --verbose"),
            format!("Authorization: Bearer {text}"),
            format!(r#"{{"token":"{text}","a":1}}"#),
        ] {
            let decoded = read(&text);
            assert_eq!(decoded.tokens, [], "{text}");
            let ids: Vec<_> = decoded.notes.iter().map(|note| note.id).collect();
            assert_eq!(ids, [id, "looks-like-secret"], "{text}");
        }
    }
}

#[test]
fn other_json_is_not() {
    for json in [
        r#"{"a":"1","t":"2","s":"3"}"#.to_owned(),
        format!(r#"{{"a":"{}","t":"x","s":"{}"}}"#, hex(32), STANDARD.encode(noise(32))),
        r#"{"k":"key","n":"name","id":1}"#.to_owned(),
        format!(r#"{{"k":"{}","n":"ci","id":"1"}}"#, "aB3dE6gH".repeat(4)),
        r#"{"ver":"8.14.0","adr":[],"fgr":"00","key":"a:b"}"#.to_owned(),
        r#"{"signInAddress":"my.1password.example"}"#.to_owned(),
    ] {
        let text = STANDARD.encode(&json);
        assert_eq!(recognise(&text).map(|it| it.id), Some("looks-like-base64"), "{json}");
        assert_eq!(read(&format!("--token {text}")).notes, [], "{json}");
        assert_eq!(read(&format!("--token {text}")).tokens.len(), 1, "{json}");
    }
    // A JWT whose header has such members is one.
    let jwt = format!("{}.{}.{}", grafana().trim_end_matches('='), url_safe(r#"{"sub":"u"}"#), url_safe(noise(32)));
    assert_eq!((read(&jwt).tokens.len(), read(&format!("a {jwt}")).notes), (1, vec![]));
}
