//! Where the exposure is silent, and what it says on each side of a limit.

use super::tests::*;
use super::*;
use decode::Token;
use test_tokens::{NOW, encode, token_from, token_of, token_with};

#[test]
fn is_silent_where_it_does_not_apply() {
    let claims = encode(r#"{"email":"a@b.example"}"#);
    let signed = |header: &str, claims: &str| token_from(header, claims).text;
    for text in [
        signed(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET","email":"a"}"#),
        signed(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"sd_hash":"a"}"#),
        signed(r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#, r#"{"vct":"a","email":"a"}"#),
        signed(r#"{"alg":"ES256","typ":"secevent+jwt"}"#, r#"{"events":{"urn:x":{}},"email":"a"}"#),
        signed(r#"{"alg":"ES256","typ":"logout+jwt"}"#, r#"{"sid":"a"}"#),
        signed(r#"{"alg":"HS256"}"#, "hello"),
        [encode(r#"{"alg":"dir","enc":"A128GCM"}"#), "..AAAA.AAAA.AAAA".to_owned()].concat(),
        [encode(r#"{"alg":"HS256"}"#), "..".to_owned(), encode([7; 32])].concat(),
        claims.clone(),
        format!(
            "{{\"payload\":\"{claims}\",\"protected\":\"{}\",\"signature\":\"AAAA\"}}",
            encode(r#"{"alg":"HS256"}"#)
        ),
        [signed(r#"{"alg":"ES256"}"#, r#"{"email":"a"}"#), "~WyJzYWx0IiwiYSIsMV0~".to_owned()].concat(),
    ] {
        assert_eq!(of(&token_of(&text)), None, "{text}");
    }
}

#[test]
fn a_token_that_expires_by_other_claims_is_not_endless() {
    let adobe = |more: &str| {
        let claims = [r#"{"type":"access_token","created_at":"1700000000000","scope":"openid""#, more, "}"].concat();
        token_from(r#"{"alg":"RS256"}"#, &claims)
    };
    let exposure = of(&adobe(r#","as":"ims-na1""#)).expect("an exposure");
    let ids: Vec<_> = exposure.statements.iter().map(|statement| statement.id).collect();
    assert!(ids.contains(&"usable-until-elsewhere") && !ids.contains(&"usable-without-end"), "{ids:?}");
    let texts: String = exposure.statements.iter().map(|statement| statement.text.as_str()).collect();
    assert!(!["without end", "For ever", "never ends"].iter().any(|words| texts.contains(words)), "{texts}");
    assert_eq!(exposure.window, None);
    let unknown = of(&adobe("")).expect("an exposure");
    assert!(
        unknown.statements.iter().any(|statement| statement.id == "usable-without-end") && unknown.window.is_some()
    );
}

#[test]
fn of_what_is_no_credential_only_what_can_be_read_is_said() {
    let header = encode(r#"{"alg":"HS256"}"#);
    let with_email = encode(r#"{"exp":1700003600,"email":"a@b.example"}"#);
    let only = |exposure: Option<Exposure>| {
        let Exposure { statements, window, weights, header_line } = exposure.expect("an exposure");
        assert_eq!((window, weights, header_line), (None, Vec::new(), None));
        statements.into_iter().map(|statement| format!("{}: {}", statement.id, statement.text)).collect::<Vec<_>>()
    };
    let unsigned = "personal-data: There is no signature on this copy, so nobody should accept it. Whoever sees it can still read `email`.";
    let left_out = token_of(&format!("{header}.{with_email}."));
    assert_eq!(only(at(&left_out, NOW, true)), [unsigned]);
    assert_eq!(only(at(&left_out, NOW, false)), [unsigned]);
    let unsecured = token_of(&format!("{}.{with_email}.", encode(r#"{"alg":"none"}"#)));
    assert_eq!(only(of(&unsecured)), [unsigned]);
    let damaged = token_of(&format!("{header}.{}.{}", encode(r#"{"email":"a@b.example","#), encode([7; 32])));
    let not_whole =
        "personal-data: It is not whole, so nobody should accept it. Whoever sees it can still read `email`.";
    assert_eq!(only(of(&damaged)), [not_whole]);
    let empty = token_of(&format!("{header}.{}.", encode(r#"{"exp":1700003600}"#)));
    assert_eq!(at(&empty, NOW, true), None);
}

/// A token of exactly so many bytes.
fn of_length(length: usize) -> Token {
    let made = |kid: usize, fill: usize| {
        let header = format!("{{\"alg\":\"HS256\",\"kid\":\"{}\"}}", "k".repeat(kid));
        token_from(&header, &format!("{{\"a\":\"{}\"}}", "x".repeat(fill)))
    };
    let fill = (length - made(0, 0).text.len()) * 3 / 4;
    let near = (0..3).flat_map(|kid| (fill - 4..fill + 2).map(move |fill| made(kid, fill)));
    near.into_iter().find(|token| token.text.len() == length).expect("every length can be made")
}

#[test]
fn each_limit_of_size_is_kept_to_the_byte() {
    let name = "__Host-session".len();
    check(
        &of_length(4_096 - name),
        "cookie-limit",
        "As a cookie it fills 4,096 of the 4,096 bytes that browsers keep.",
    );
    check(
        &of_length(4_097 - name),
        "cookie-limit",
        "It is too large for a cookie: with its name 4,097 bytes, where browsers keep 4,096.",
    );
    let bearer = "Authorization: Bearer ".len();
    let within = "As a header it takes 99 % of the 8,192 bytes that Tomcat, the strictest of the common servers, allows for all headers.";
    check(&of_length(8_181 - bearer), "server-limits", within);
    for (length, who) in [
        (8_182, "Tomcat"),
        (8_190, "Tomcat"),
        (8_191, "Tomcat and Apache httpd"),
        (8_192, "Tomcat and Apache httpd"),
        (8_193, "Tomcat, Apache httpd and nginx"),
        (10_229, "Tomcat, Apache httpd and nginx"),
        (10_230, "Tomcat, Apache httpd, nginx and AWS API Gateway"),
        (16_373, "Tomcat, Apache httpd, nginx, AWS API Gateway and HAProxy"),
        (16_374, "Tomcat, Apache httpd, nginx, AWS API Gateway, HAProxy, Node.js and IIS"),
        (16_385, "Tomcat, Apache httpd, nginx, AWS API Gateway, HAProxy, Node.js, IIS, AWS ALB and Vercel"),
    ] {
        let text = format!("By default, these refuse a header of this length: {who}.");
        check(&of_length(length - bearer), "server-limits", &text);
    }
}

#[test]
fn a_list_needs_all_that_it_goes_by() {
    let to_stop = "To stop it, change the key, which ends every token signed with it, or let every server check a deny-list. It has no `jti`, so that would have to hold ";
    for (claims, listed) in [
        (r#"{"sub":"u"}"#, "a hash of its header and payload."),
        (r#"{"iat":1700000000}"#, "a hash of its header and payload."),
        (r#"{"uti":"a","sid":"b"}"#, "its `uti`."),
        (r#"{"session_id":"a"}"#, "its `session_id`, which ends the whole session."),
    ] {
        check(&token_with(claims), "stopped-sooner", &[to_stop, listed].concat());
    }
}

#[test]
fn refreshing_is_counted_from_5_minutes_to_a_day() {
    for (lasts, ending) in [
        (300, "It lasts 5 minutes, as short as tokens that are refreshed."),
        (301, " That takes 2 tokens instead of this one."),
        (600, " That takes 2 tokens instead of this one."),
        (86_400, " That takes 288 tokens instead of this one."),
        (86_401, "refuse at once."),
    ] {
        let claims = format!("\"iat\":1700000000,\"exp\":{}", 1_700_000_000 + lasts);
        let renewal = said(&access(&claims), "renewal").expect("a renewal");
        assert!(renewal.ends_with(ending), "{lasts}: {renewal}");
    }
}

#[test]
fn knows_what_is_refreshed_and_what_a_browser_keeps() {
    for (header, claims, is_in_browser, is_refreshed) in [
        (r#"{"alg":"HS256"}"#, r#""sub":"a""#, true, true),
        (r#"{"alg":"ES256","typ":"at+jwt"}"#, r#""sub":"a""#, true, true),
        (r#"{"alg":"HS256"}"#, r#""typ":"Refresh""#, false, false),
        (r#"{"alg":"ES256","typ":"client-authentication+jwt"}"#, r#""sub":"a""#, false, false),
        (r#"{"alg":"ES256","typ":"txntoken+jwt"}"#, r#""sub":"a""#, false, false),
        (r#"{"alg":"ES256"}"#, r#""sub":"system:serviceaccount:a:b","kubernetes.io":{}"#, false, false),
        (r#"{"alg":"HS256"}"#, r#""iss":"supabase","role":"anon""#, false, false),
    ] {
        let claims = format!("{{{claims},\"iat\":1700000000,\"exp\":1700003600}}");
        let token = token_from(header, &claims);
        let renewal = said(&token, "renewal").unwrap_or_default();
        assert_eq!(renewal.contains(" That takes 12 tokens"), is_refreshed, "{claims}: {renewal}");
        assert_eq!(said(&token, "script-access").is_some(), is_in_browser, "{claims}");
        assert_eq!(of(&token).and_then(|exposure| exposure.header_line).is_some(), is_in_browser, "{claims}");
    }
}
