//! Cookies of frameworks, alone and where a decoder takes their beginning for a token.

use super::*;

#[test]
fn cookies_of_frameworks() {
    let signature = url_safe(noise(20));
    let session = r#"{"user_id":"42","_fresh":true}"#;
    check(&format!("{}.ZVPwAA.{signature}", url_safe(session)), "looks-like-flask-session", true, Some(session));
    let compressed = [&[0x78, 0x9c][..], &noise(40)].concat();
    let flask = format!(".{}.ZVPwAA.{signature}", url_safe(compressed));
    assert!(flask.starts_with(".eJ"));
    check(&flask, "looks-like-flask-session", true, None);
    check(&format!("session={flask}"), "looks-like-flask-session", true, None);

    let django = format!("{}:1r2wVE:{}", url_safe(r#"{"id":7}"#), url_safe(noise(32)));
    check(&django, "looks-like-django-signed", true, Some(r#"{"id":7}"#));
    check(&format!("sessionid={django}"), "looks-like-django-signed", true, Some(r#"{"id":7}"#));
    check(&format!("Cookie: sessionid={django}"), "looks-like-django-signed", true, Some(r#"{"id":7}"#));
    check_unknown("note:1r2wVE:short");

    let rails = format!("{}--{}", STANDARD.encode(r#"{"a":1}"#), "0a".repeat(20));
    check(&rails, "looks-like-rails-signed", true, Some(r#"{"a":1}"#));
    let encrypted = [STANDARD.encode(noise(60)), STANDARD.encode(noise(12)), STANDARD.encode(noise(16))].join("--");
    check(&encrypted, "looks-like-rails-encrypted", true, None);
    check(&encrypted.replace('=', "%3D").replace('/', "%2F"), "looks-like-rails-encrypted", true, None);
    check_unknown("git log --oneline --graph");

    let laravel = STANDARD.encode(r#"{"iv":"AAAA","value":"BBBB","mac":"cccc","tag":""}"#);
    check(&laravel, "looks-like-laravel-cookie", true, None);
    check(&format!("CfDJ8{}", url_safe(noise(80))), "looks-like-aspnet-data-protection", true, None);
    let express = ["s%3A", &url_safe(noise(24)), ".", &STANDARD.encode(noise(32)).replace('=', "").replace('+', "%2B")];
    check(&express.concat(), "looks-like-express-cookie", true, None);
}

#[test]
fn cookies_that_begin_like_a_token() {
    let django = format!("{}:1r2wVE:{}", url_safe(r#"{"id":7}"#), url_safe(noise(32)));
    let laravel = STANDARD.encode(r#"{"iv":"AAAA","value":"BBBB","mac":"cccc","tag":""}"#);
    for (text, id) in [(django, "looks-like-django-signed"), (laravel, "looks-like-laravel-cookie")] {
        let decoded = read(&text);
        assert_eq!(decoded.tokens.len(), 1);
        assert_eq!(decoded.notes.first().map(|note| note.id), Some(id));
    }
    let header = url_safe(r#"{"alg":"RS256","kid":"1"}"#);
    assert_eq!(read(&header).notes, []);
}

#[test]
fn an_ordinary_token_is_left_alone() {
    let token = format!("{}.{}.{}", url_safe(r#"{"alg":"HS256"}"#), url_safe(r#"{"sub":"ann"}"#), url_safe(noise(32)));
    for text in [token.clone(), format!("Authorization: Bearer {token}"), format!("{token}\n{token}")] {
        let decoded = read(&text);
        assert!(!decoded.tokens.is_empty());
        assert_eq!(decoded.notes, []);
    }
}
