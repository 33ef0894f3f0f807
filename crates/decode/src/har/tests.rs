//! What is read of HAR files.

use super::*;

const HAR: &str = r#"{"log":{"version":"1.2","creator":{"name":"x","log":{"entries":[1]}},"pages":[{"startedDateTime":"no"}],"entries":[
{"startedDateTime":"2026-11-23T14:00:05.123Z","time":12.5,"request":{"method":"GET","url":"https:\/\/api.example/a?b=1","headers":[{"name":"url","value":"no"}],"cookies":[]},
 "response":{"status":401,"content":{"status":9,"text":"a \"quoted\" text {[ "},"headersSize":-1},"cache":{}},
{"_request":{"url":"no"},"request":{"url":"https://api.example/c","method":"POST"},"response":{"status":0},"startedDateTime":"2026-11-23T14:00:06Z"},
{"request":{},"response":{"content":{},"status":200}}]}}"#;

fn read(text: &str, stretch: usize) -> Vec<Exchange> {
    let mut reader = HarReader::default();
    text.as_bytes().chunks(stretch).for_each(|stretch| reader.push(stretch));
    reader.finish()
}

#[test]
fn each_entry_is_an_exchange() {
    let exchanges = read(HAR, usize::MAX);
    let told: Vec<_> = exchanges
        .iter()
        .map(|exchange| (exchange.method.as_str(), exchange.url.as_str(), exchange.status, exchange.started.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("GET", "https://api.example/a?b=1", Some(401), "2026-11-23T14:00:05.123Z"),
            ("POST", "https://api.example/c", None, "2026-11-23T14:00:06Z"),
            ("", "", Some(200), ""),
        ]
    );
    assert!(exchanges[0].span.in_str(HAR).starts_with("{\"started") && exchanges[0].span.in_str(HAR).ends_with("}}"));
    assert!(exchanges[0].request.in_str(HAR).starts_with("{\"method"));
    assert!(exchanges[0].response.in_str(HAR).ends_with("-1}"));
}

#[test]
fn stretches_of_any_size_give_the_same() {
    let whole = read(HAR, usize::MAX);
    for stretch in [1, 2, 3, 7, 64] {
        assert_eq!(read(HAR, stretch), whole, "in stretches of {stretch}");
    }
}

#[test]
fn a_place_belongs_to_an_exchange_and_a_side() {
    let exchanges = read(HAR, usize::MAX);
    let at = |text: &str| {
        let place = HAR.find(text).unwrap_or_else(|| panic!("{text}"));
        let position = exchange_at(&exchanges, place)?;
        Some((position, exchanges[position].side(place)))
    };
    assert_eq!(at("cookies"), Some((0, Some(ExchangeSide::Request))));
    assert_eq!(at("quoted"), Some((0, Some(ExchangeSide::Response))));
    assert_eq!(at("cache"), Some((0, None)));
    assert_eq!(at("api.example/c"), Some((1, Some(ExchangeSide::Request))));
    assert_eq!(at("version"), None);
}

#[test]
fn an_address_is_told_without_secrets() {
    let public = |url: &str| Exchange { url: url.to_owned(), ..Exchange::default() }.public_url();
    assert_eq!(
        public("https://api.example/a/b?code=abc&state=&flag#id_token=x"),
        "https://api.example/a/b?code=…&state=&flag"
    );
    assert_eq!(public("https://user:secret@api.example:8443/a"), "https://api.example:8443/a");
    assert_eq!(public("https://api.example/verify/eyJhbGciOiJIUzI1NiJ9.e30.AA"), "https://api.example/verify/…");
    assert_eq!(public("https://api.example/k/0123456789abcdef0123456789abcdef/x"), "https://api.example/k/…/x");
    assert_eq!(
        public("https://api.example/orders/7d444840-9dc0-11d1-b245-5ffdce74fad2"),
        "https://api.example/orders/7d444840-9dc0-11d1-b245-5ffdce74fad2"
    );
    assert_eq!(public("/relative?x=1"), "/relative?x=…");
    assert_eq!(public(""), "");
}

#[test]
fn what_is_cut_off_has_the_whole_entries() {
    for length in 0..HAR.len() {
        if let Some(text) = HAR.get(..length) {
            let exchanges = read(text, usize::MAX);
            assert_eq!(exchanges[..], read(HAR, usize::MAX)[..exchanges.len()], "the first {length} bytes");
        }
    }
}

#[test]
fn other_texts_have_none() {
    for text in [
        "",
        "hello",
        "[{\"request\":{\"url\":\"a\"}}]",
        "{\"entries\":[{\"request\":{\"url\":\"a\"}}]}",
        "{",
        "}",
        "{\"log\":[]}",
    ] {
        assert_eq!(read(text, usize::MAX), [], "{text}");
    }
}

#[test]
fn knows_what_a_request_carries() {
    let request = |members: &str| {
        let har = format!(
            r#"{{"log":{{"entries":[{{"request":{{{members}}},"response":{{"headers":[{{"name":"Set-Cookie","value":"x"}}]}}}}]}}}}"#
        );
        (read(&har, usize::MAX).remove(0), har)
    };
    let carrier = |members: &str| {
        let (exchange, har) = request(members);
        (exchange.has_credentials(), exchange.carrier(har.find("eyJ").unwrap_or(0)))
    };
    let header = |name: &str| {
        format!(r#""headers":[{{"name":"Accept","value":"*/*"}},{{"name":"{name}","value":"Bearer eyJ"}}]"#)
    };
    for (members, expected) in [
        (header("Authorization"), (true, Some(Carrier::Authorization))),
        (header("authorization"), (true, Some(Carrier::Authorization))),
        (header("Cookie"), (true, Some(Carrier::Other))),
        (header("X-Auth-Token"), (true, Some(Carrier::Other))),
        (header("X-Api-Key"), (true, Some(Carrier::Other))),
        (header("X-Auth-User"), (true, Some(Carrier::Other))),
        (header("Referer"), (false, None)),
        (header("X-Author"), (false, None)),
        (header(":authority"), (false, None)),
        (header("Sec-WebSocket-Key"), (false, None)),
        (r#""cookies":[{"name":"a","value":"eyJ"}]"#.to_owned(), (true, Some(Carrier::Other))),
        (r#""cookies":[],"headers":[]"#.to_owned(), (false, None)),
        (r#""url":"https://a.example/x?keyword=eyJ&author=me&design=1""#.to_owned(), (false, None)),
        // The value may stand before the name.
        (r#""headers":[{"value":"eyJ","name":"Authorization"}]"#.to_owned(), (true, Some(Carrier::Authorization))),
        (r#""url":"https://a.example/x?access_token=eyJ&b=1""#.to_owned(), (true, Some(Carrier::Other))),
        (r#""url":"https://a.example/x?id_token_hint=eyJ""#.to_owned(), (false, None)),
        (r#""url":"https://a.example/x?page=eyJ#access_token=x""#.to_owned(), (false, None)),
        (r#""url":"https://u:eyJ@a.example/x""#.to_owned(), (true, Some(Carrier::Other))),
        (r#""postData":{"text":"token=eyJ"}"#.to_owned(), (false, None)),
        ("".to_owned(), (false, None)),
    ] {
        assert_eq!(carrier(&members), expected, "{members}");
    }
    let (exchange, har) = request(r#""postData":{"params":[{"name":"a"}],"text":"x"},"method":"PUT""#);
    assert_eq!(exchange.body.in_str(&har), r#"{"params":[{"name":"a"}],"text":"x"}"#);
    assert_eq!(exchange.method, "PUT");
}

#[test]
fn a_request_is_named_by_its_method_and_path() {
    let name = |method: &str, url: &str| {
        Exchange { method: method.to_owned(), url: url.to_owned(), ..Exchange::default() }.name()
    };
    assert_eq!(name("GET", "https://api.example:8443/orders/0?page=2#x"), "GET /orders/0?page=…");
    assert_eq!(name("GET", "https://api.example"), "GET /");
    assert_eq!(name("POST", "/relative"), "POST /relative");
    assert_eq!(name("", "https://api.example/a"), "/a");
    assert_eq!(name("GET", ""), "GET");
    assert_eq!(name("", ""), "");
}

#[test]
fn many_credentials_of_one_request_stay_few() {
    let header = r#"{"name":"X-Token","value":"x"}"#;
    let headers = vec![header; 1_000].join(",");
    let har = format!(r#"{{"log":{{"entries":[{{"request":{{"headers":[{headers}]}},"response":{{}}}}]}}}}"#);
    assert_eq!(read(&har, usize::MAX)[0].other_credentials.len(), 20);
}
