//! Cookies of frameworks, alone and where a decoder takes their beginning for a token.

use super::*;

#[test]
fn cookies_of_frameworks() {
    let signature = url_safe(noise(20));
    let session = r#"{"user_id":"42","_fresh":true}"#;
    check(
        &[&url_safe(session), ".", "ZVPwAA", ".", &signature].concat(),
        "looks-like-flask-session",
        true,
        Some(session),
    );
    let compressed = [&[0x78, 0x9c][..], &noise(40)].concat();
    let flask = [".", &url_safe(compressed), ".", "ZVPwAA", ".", &signature].concat();
    assert!(flask.starts_with(".eJ"));
    check(&flask, "looks-like-flask-session", true, None);
    check(&["session=", &flask].concat(), "looks-like-flask-session", true, None);

    let django = [&url_safe(r#"{"id":7}"#), ":1r2wVE:", &url_safe(noise(32))].concat();
    check(&django, "looks-like-django-signed", true, Some(r#"{"id":7}"#));
    check(&["sessionid=", &django].concat(), "looks-like-django-signed", true, Some(r#"{"id":7}"#));
    check(&["Cookie: sessionid=", &django].concat(), "looks-like-django-signed", true, Some(r#"{"id":7}"#));
    check_unknown("note:1r2wVE:short");

    let rails = [&STANDARD.encode(r#"{"a":1}"#), "--", &"0a".repeat(20)].concat();
    check(&rails, "looks-like-rails-signed", true, Some(r#"{"a":1}"#));
    let encrypted = [STANDARD.encode(noise(60)), STANDARD.encode(noise(12)), STANDARD.encode(noise(16))].join("--");
    check(&encrypted, "looks-like-rails-encrypted", true, None);
    check(&encrypted.replace('=', "%3D").replace('/', "%2F"), "looks-like-rails-encrypted", true, None);
    check_unknown("git log --oneline --graph");

    let laravel = STANDARD.encode(r#"{"iv":"AAAA","value":"BBBB","mac":"cccc","tag":""}"#);
    check(&laravel, "looks-like-laravel-cookie", true, None);
    check(&["CfDJ8", &url_safe(noise(80))].concat(), "looks-like-aspnet-data-protection", true, None);
    let express = ["s%3A", &url_safe(noise(24)), ".", &STANDARD.encode(noise(32)).replace('=', "").replace('+', "%2B")];
    check(&express.concat(), "looks-like-express-cookie", true, None);
}

#[test]
fn cookies_that_begin_like_a_token() {
    let django = [&url_safe(r#"{"id":7}"#), ":1r2wVE:", &url_safe(noise(32))].concat();
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
    let token =
        [&url_safe(r#"{"alg":"HS256"}"#), ".", &url_safe(r#"{"sub":"ann"}"#), ".", &url_safe(noise(32))].concat();
    for text in [token.clone(), format!("Authorization: Bearer {token}"), format!("{token}\n{token}")] {
        let decoded = read(&text);
        assert!(!decoded.tokens.is_empty());
        assert_eq!(decoded.notes, []);
    }
}
