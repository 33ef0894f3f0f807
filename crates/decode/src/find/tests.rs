//! What people paste, and what must be found in it.

use crate::decode;

pub(super) const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwic3ViIjoidTEiLCJhdWQiOiJhcGkiLCJpYXQiOjE2OTk5OTk5MDAsImV4cCI6MTcwMDAwMzUwMCwianRpIjoiYTEifQ.kWSsfPGUiS14tW4qONHSl8nR5BEL5Rrod9LrBlE7qKM";
const OTHER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidXNlciIsInJvbGUiOiJhZG1pbiJ9.R-cXB8kel2jWS8g296DIEfscyvpIkDXX5FELibOn7EU";

/// One token is found, whole, under this label, with these repairs.
#[track_caller]
fn check(paste: &str, label: &str, repairs: &[&str]) {
    check_token(paste, TOKEN, label, repairs);
}

#[track_caller]
fn check_token(paste: &str, token: &str, label: &str, repairs: &[&str]) {
    let decoded = decode(paste);
    let found: Vec<_> = decoded.tokens.iter().map(|token| (token.text.as_str(), token.label.as_str())).collect();
    assert_eq!(found, [(token, label)], "in {paste}");
    let ids: Vec<_> = decoded.tokens[0].repairs.iter().map(|repair| repair.id).collect();
    assert_eq!(ids, repairs, "in {paste}");
    let token = &decoded.tokens[0];
    assert!(token.repairs.iter().all(|repair| paste.get(repair.span.start..repair.span.end).is_some()));
    let spelled: String = token.pieces.iter().map(|piece| piece.token.in_str(&token.text)).collect();
    assert_eq!(spelled, token.text, "the pieces cover the token");
}

#[track_caller]
fn check_all(paste: &str, expected: &[(&str, &str)]) {
    let decoded = decode(paste);
    let found: Vec<_> = decoded.tokens.iter().map(|token| (token.text.as_str(), token.label.as_str())).collect();
    assert_eq!(found, expected, "in {paste}");
}

fn wrapped(token: &str, width: usize, separator: &str) -> String {
    let lines: Vec<_> = token.as_bytes().chunks(width).map(|line| String::from_utf8_lossy(line)).collect();
    lines.join(separator)
}

#[test]
fn raw_and_with_its_scheme() {
    check(TOKEN, "token", &[]);
    check(&format!("Bearer {TOKEN}"), "Bearer token", &["scheme-prefix"]);
    check(&format!("bearer {TOKEN}\n"), "Bearer token", &["scheme-prefix", "surrounding-whitespace"]);
    check(&format!("Authorization: Bearer {TOKEN}"), "Authorization header", &["authorization-prefix"]);
    check(&format!("authorization:Bearer {TOKEN}"), "Authorization header", &["authorization-prefix"]);
    check(&format!("DPoP {TOKEN}"), "DPoP-bound token", &["scheme-prefix"]);
    check(&format!("JWT {TOKEN}"), "token", &["scheme-prefix"]);
    check(&format!("Bearer{TOKEN}"), "Bearer token", &["scheme-prefix"]);
}

#[test]
fn in_quotes_and_brackets() {
    for (open, close) in [("\"", "\""), ("'", "'"), ("\u{201C}", "\u{201D}"), ("\u{2018}", "\u{2019}"), ("`", "`")] {
        check(&format!("{open}{TOKEN}{close}"), "token", &["quotes"]);
    }
    check(&format!("<{TOKEN}>"), "token", &["angle-brackets"]);
    check(&format!("{TOKEN}\""), "token", &["quotes"]);
    check(&format!("\"{TOKEN}"), "token", &["quotes"]);
    check(&format!("{TOKEN},"), "token", &["trailing-punctuation"]);
    check(&format!("{TOKEN};\n"), "token", &["trailing-punctuation", "surrounding-whitespace"]);
    check(&format!("  {TOKEN}\r\n"), "token", &["surrounding-whitespace"]);
}

#[test]
fn in_commands_and_dumps() {
    check(
        &format!("curl -sS 'https://api.example/v1' -H 'Accept: */*' -H 'Authorization: Bearer {TOKEN}' --compressed"),
        "Authorization header",
        &["authorization-prefix", "surrounding-text"],
    );
    check(
        &format!("GET /x HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer {TOKEN}\r\nAccept: text/html\r\n\r\n"),
        "Authorization header",
        &["authorization-prefix", "surrounding-text"],
    );
    check(
        &format!("> Authorization: Bearer {TOKEN}\n> Host: x"),
        "Authorization header",
        &["authorization-prefix", "surrounding-text"],
    );
    check(&format!("X-Amzn-Oidc-Data: {TOKEN}\nHost: x"), "X-Amzn-Oidc-Data header", &["surrounding-text"]);
    check(&format!("export ID_TOKEN={TOKEN}"), "ID_TOKEN", &["surrounding-text"]);
    check(&format!("  token: {TOKEN}\n  other: 1"), "token", &["surrounding-text"]);
    check(&format!("2026-11-20 ERROR [main] token={TOKEN} refused: expired"), "token", &["surrounding-text"]);
    check(&format!("The token {TOKEN}. It fails."), "token", &["surrounding-text", "trailing-punctuation"]);
    check(&format!("here it is: {TOKEN}"), "token", &["surrounding-text"]);
    check(&format!("see {TOKEN} is broken"), "token", &["surrounding-text"]);
}

#[test]
fn in_cookies() {
    check(&format!("Cookie: a=b; c=d; session={TOKEN}"), "cookie session", &["surrounding-text"]);
    check(&format!("Cookie: session={TOKEN}; a=b"), "cookie session", &["surrounding-text"]);
    check(&format!("Set-Cookie: __Host-sid={TOKEN}; Path=/; HttpOnly"), "cookie __Host-sid", &["surrounding-text"]);
    check(&format!("curl -b 'a=1; sid={TOKEN}' https://x.example"), "cookie sid", &["surrounding-text"]);
}

#[test]
fn in_urls() {
    check(&format!("https://app.example/cb#id_token={TOKEN}&state=x"), "id_token", &["surrounding-text"]);
    check(&format!("https://app.example/cb?access_token={TOKEN}"), "access_token", &["surrounding-text"]);
    check(&format!("https://app.example/verify/{TOKEN}"), "token", &["surrounding-text"]);
    let encoded = TOKEN.replace('.', "%2E");
    check(&format!("https://app.example/cb?token={encoded}&x=1"), "token", &["surrounding-text", "percent-encoding"]);
    check(
        &format!("https://app.example/r?u=https%3A%2F%2Fx%2F%23id_token%3D{encoded}%26state%3D1"),
        "id_token",
        &["surrounding-text", "percent-encoding"],
    );
}

#[test]
fn in_links_inside_links() {
    let encoded = TOKEN.replace('.', "%252E");
    let paste = format!("https://x.example/cb?r=https%253A%252F%252Fy%252F%2523access_token%253D{encoded}%2526a%253D1");
    check(&paste, "access_token", &["surrounding-text", "percent-encoding"]);
}

#[test]
fn in_colours() {
    check(&format!("\x1B[1;32m{TOKEN}\x1B[0m"), "token", &["surrounding-text"]);
    check(&format!("token=\x1B[32m{TOKEN}\x1B[0m"), "token", &["surrounding-text"]);
}

#[test]
fn in_json() {
    check(&format!("{{\"access_token\":\"{TOKEN}\"}}"), "access_token", &["surrounding-text"]);
    check(&format!("{{\n  \"id_token\": \"{TOKEN}\",\n  \"expires_in\": 3600\n}}"), "id_token", &["surrounding-text"]);
    check(&format!("{{\"body\":\"{{\\\"access_token\\\":\\\"{TOKEN}\\\"}}\"}}"), "access_token", &["surrounding-text"]);
    check(&format!("{{\"data\":{{\"auth\":{{\"token\":\"{TOKEN}\"}}}}}}"), "token", &["surrounding-text"]);
    check(
        &format!("{{\"headers\":[{{\"name\":\"Authorization\",\"value\":\"Bearer {TOKEN}\"}}]}}"),
        "Authorization header",
        &["scheme-prefix", "surrounding-text"],
    );
    check(
        &format!("{{\"cookies\":[{{\"name\": \"sid\", \"value\": \"{TOKEN}\"}}]}}"),
        "cookie sid",
        &["surrounding-text"],
    );
}

#[test]
fn several_stay_apart() {
    check_all(&format!("{TOKEN}\n{OTHER}"), &[(TOKEN, "token"), (OTHER, "token")]);
    check_all(&format!("{TOKEN} {OTHER}"), &[(TOKEN, "token"), (OTHER, "token")]);
    check_all(
        &format!("{{\"access_token\":\"{TOKEN}\",\"id_token\":\"{OTHER}\"}}"),
        &[(TOKEN, "access_token"), (OTHER, "id_token")],
    );
    check_all(&format!("#access_token={TOKEN}&id_token={OTHER}"), &[(TOKEN, "access_token"), (OTHER, "id_token")]);
    let unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImV4cCI6NDEwMjQ0NDgwMH0.";
    check_all(&format!("{unsigned}\n{TOKEN}"), &[(unsigned, "token"), (TOKEN, "token")]);
}

#[test]
fn disclosures_end_where_the_line_does() {
    let sd_jwt = format!("{TOKEN}~WyJzYWx0IiwiYSIsMV0~");
    let bound = format!("{sd_jwt}{OTHER}");
    for behind in ["", "\n", "\nabcdefghijkl", " and more", "\n~", ", x"] {
        let decoded = decode(&format!("{sd_jwt}{behind}"));
        let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, [sd_jwt.as_str()], "before {behind:?}");
    }
    check_all(
        &format!("{sd_jwt}\n{bound}\n{sd_jwt}\n{TOKEN}"),
        &[(&sd_jwt, "token"), (&bound, "token"), (&sd_jwt, "token"), (TOKEN, "token")],
    );
    check_all(&format!("{{\"vp_token\":\"{bound}\",\"b\":\"{sd_jwt}\"}}"), &[(&bound, "vp_token"), (&sd_jwt, "b")]);
}

#[test]
fn a_line_for_each_disclosure() {
    let disclosures = ["WyJzYWx0IiwiYSIsMV0", "WyAic2FsdCIsICJiIiwgMiBd"];
    let key_binding = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImtiK2p3dCJ9.eyJub25jZSI6IjEifQ.c2lnbmF0dXJl";
    for line in ["\n", "\r\n  "] {
        let sd_jwt = format!("{TOKEN}~{}~", disclosures.join("~"));
        let paste = sd_jwt.replace('~', &format!("~{line}"));
        check_token(paste.trim_end(), &sd_jwt, "token", &["line-breaks"]);
        let bound = format!("{sd_jwt}{key_binding}");
        check_token(&bound.replace('~', &format!("~{line}")), &bound, "token", &["line-breaks"]);
    }
    check_all(&format!("{TOKEN}~\n{OTHER}"), &[(&format!("{TOKEN}~"), "token"), (OTHER, "token")]);
}

#[test]
fn an_unencoded_payload_begins_with_any_character() {
    let header = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    for payload in ["{\"a\":1}", "$ 02", "hello~you", "(x)"] {
        let token = format!("{header}.{payload}.{}", "A".repeat(43));
        check_token(&token, &token, "token", &[]);
    }
    check_token(header, header, "token", &[]);
}

#[test]
fn wrapped_at_any_column() {
    for width in 1..TOKEN.len() {
        let decoded = decode(&wrapped(TOKEN, width, "\n"));
        let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, [TOKEN], "wrapped at {width}");
    }
    check(&wrapped(TOKEN, 64, "\r\n    "), "token", &["line-breaks"]);
    check(&wrapped(TOKEN, 64, "\n> "), "token", &["line-breaks"]);
    check(&wrapped(TOKEN, 20, " "), "token", &["spaces"]);
    check(&wrapped(TOKEN, 76, "\\n"), "token", &["written-out-line-breaks"]);
    check(&wrapped(TOKEN, 76, "=\n"), "token", &["quoted-printable"]);
    check(&wrapped(TOKEN, 70, " \\\n  "), "token", &["line-breaks"]);
    check(
        &format!("Authorization: Bearer {}\nHost: x", wrapped(TOKEN, 40, "\n  ")),
        "Authorization header",
        &["authorization-prefix", "surrounding-text", "line-breaks"],
    );
}

#[test]
fn wrapped_ones_stay_apart() {
    let paste = format!("{}\n{}", wrapped(TOKEN, 64, "\n"), wrapped(OTHER, 64, "\n"));
    check_all(&paste, &[(TOKEN, "token"), (OTHER, "token")]);
}

#[test]
fn pieces_of_tokens() {
    let segments: Vec<_> = TOKEN.split('.').collect();
    let header_and_payload = segments[..2].join(".");
    check_token(segments[0], segments[0], "token", &[]);
    check_token(segments[1], segments[1], "token", &[]);
    check_token(&header_and_payload, &header_and_payload, "token", &[]);
    check_token(&format!("{header_and_payload}."), &format!("{header_and_payload}."), "token", &[]);
    check_token(&TOKEN[..100], &TOKEN[..100], "token", &[]);
    check_token(&format!("{}...", &TOKEN[..100]), &TOKEN[..100], "token", &["ellipsis"]);
    check_token(&TOKEN[9..], &TOKEN[9..], "token", &[]);
    check_token(&format!("{TOKEN}.abcd"), &format!("{TOKEN}.abcd"), "token", &[]);
    check(&format!("{TOKEN}#section"), "token", &["surrounding-text", "text-behind"]);
}

#[test]
fn unusual_headers() {
    let pretty = "ewogICJhbGciOiAiSFMyNTYiCn0.eyJzdWIiOiJ1MSJ9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    check_token(&format!("Bearer {pretty}"), pretty, "Bearer token", &["scheme-prefix"]);
    let padded = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyMSJ9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    check_token(padded, padded, "token", &[]);
    let padded_inside = "eyJhbGciOiJIUzI1NiIgfQ==.eyJzdWIiOiJ1c2VyMSJ9.abcd";
    check_token(padded_inside, padded_inside, "token", &[]);
    let standard = "eyJhbGciOiJIUzI1NiJ9.eyJuIjoifn5+Pz8/In0.AAAA+AAAAAAAAAAAAAAA/AAAAAAAAAAAAAAAAAAAAAA=";
    check_token(standard, standard, "token", &[]);
    let empty = "e30.e30.";
    check_token(empty, empty, "token", &[]);
}

#[test]
fn payloads_that_are_no_json_may_hold_braces() {
    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
    let (header, _) = TOKEN.split_once('.').unwrap();
    let (_, signature) = TOKEN.rsplit_once('.').unwrap();
    // A brace opens an object at the beginning alone; `+` and `/` stand for what follows.
    let rest = b"\xFB\xEF\xBE\xFF\xFF\xFF";
    for beginning in [
        &b"\x00{\"a\":1}"[..],
        b"a {} ",
        b"[{}]",
        b"[{\"a\":1}]  ",
        b"\"{}\"",
        b"12{}",
        b"\xFF\xFE{\x00}\x00",
        b"\x78\x9C{x}y",
        b"}{}",
        b"{\x00",
    ] {
        let payload = [beginning, rest].concat();
        let plain = format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(&payload));
        check_token(&plain, &plain, "token", &[]);
        let standard = format!("{header}.{}.{signature}", STANDARD_NO_PAD.encode(&payload));
        assert!(standard.contains("+") || standard.contains("/"));
        check_token(&standard, &standard, "token", &[]);
    }
    // Behind a whole object such characters belong to the text around it.
    let unsigned = TOKEN.rsplit_once('.').unwrap().0;
    assert_eq!(decode(&format!("{unsigned}+more")).tokens[0].text, unsigned);
    assert_eq!(decode(&format!("{unsigned}/more")).tokens[0].text, unsigned);
}

#[test]
fn text_without_a_token() {
    for text in [
        "hello",
        "eye of the beholder",
        "www.example.com",
        "eyJ",
        "{\"a\":1}",
        "key: value.other.thing",
        "a BMW e30.325i, 1988",
        "java.util.concurrent.ThreadPoolExecutor.getActiveCount",
        "MyVeryLongDocumentName2023.FinalVersionReally2.Backup2022Copy.docx",
    ] {
        let decoded = decode(text);
        assert_eq!(decoded.tokens, [], "in {text}");
        assert_eq!(decoded.notes[0].id, "not-a-jwt");
    }
    assert_eq!(decode(" \n").notes, []);
}

#[test]
fn hostile_texts_take_linear_time() {
    for unit in [
        "eyJ7S_zG.eyJH0-Z.",
        "eyJ",
        "eyJ ",
        "eyJ\n",
        "a.eyJ",
        "eyJhbGci\n",
        "eyJhbGciOiJIUzI1NiJ9.e30.a\n",
        "eyJhIjox.",
        "%65",
        "\\",
        "ZXlK ",
        "ZXlKhbGciOi",
        "shc:/12",
        "shc:/1/9/1 ",
        "eyJhbGciOiJIUzI1NiJ9.e30.AA~\nWyJh~\n",
        "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.{",
    ] {
        let paste = unit.repeat(400_000 / unit.len());
        decode(&paste);
    }
}
