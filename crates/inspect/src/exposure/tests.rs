//! What is said of tokens of each kind, and where nothing is said.

use super::super::{Context, describe, validity};
use super::*;
use crate::Evaluation;
use decode::Token;
use test_tokens::{NOW, token_from, token_with};

pub(super) fn at(token: &Token, now: i64, signature_left_out: bool) -> Option<Exposure> {
    let validity = validity::validity(token, now);
    let arrival = Context { signature_left_out, ..Context::default() };
    let context = Context { now, ..arrival };
    let description = describe::describe(token);
    exposure(&Evaluation::new(token, &description, context).at(&validity, context))
}

pub(super) fn of(token: &Token) -> Option<Exposure> {
    at(token, NOW, false)
}

/// One statement's exact words; None where it is not made.
pub(super) fn said(token: &Token, id: &str) -> Option<String> {
    let statements = of(token)?.statements;
    let here: Vec<_> = statements.into_iter().filter(|statement| statement.id == id).collect();
    assert!(here.len() < 2, "{id} twice");
    here.into_iter().next().map(|statement| statement.text)
}

#[track_caller]
pub(super) fn check(token: &Token, id: &str, text: &str) {
    assert_eq!(said(token, id).as_deref(), Some(text), "{id}");
}

#[track_caller]
pub(super) fn check_quiet(token: &Token, id: &str) {
    assert_eq!(said(token, id), None, "{id}");
}

pub(super) fn access(claims: &str) -> Token {
    token_from(r#"{"alg":"ES256","typ":"at+jwt"}"#, &format!("{{{claims}}}"))
}

pub(super) const ACCESS: &str =
    r#""iss":"https://i.example","sub":"u1","jti":"a1","scope":"read","iat":1699997120,"exp":1700000720"#;

#[test]
fn an_access_token_has_all_topics_in_order() {
    let exposure = of(&access(ACCESS)).expect("an exposure");
    let ids: Vec<_> =
        exposure.statements.iter().map(|it| format!("{} {} {}", it.topic.id(), it.id, it.guide.id())).collect();
    assert_eq!(
        ids,
        [
            "revocation usable-until revoke",
            "revocation stopped-sooner revoke",
            "state carried-state stale",
            "state can-go-stale stale",
            "size bytes-each-request size",
            "size cookie-limit size",
            "size server-limits size",
            "storage kept-where local-storage",
            "storage script-access local-storage",
            "storage cross-site-requests local-storage",
            "storage backend-holds-it local-storage",
            "lifetime healthy-lifetime lifetime",
            "lifetime renewal lifetime",
        ]
    );
    assert!(exposure.window.is_some() && !exposure.weights.is_empty() && exposure.header_line.is_some());
}

#[test]
fn every_statement_is_a_sentence() {
    let claims = r#"{"email":"a","roles":["b"],"cnf":{"jkt":"c"}}"#;
    for kind in [r#"{"alg":"HS256"}"#, r#"{"alg":"ES256","typ":"at+jwt"}"#, r#"{"alg":"ES256","typ":"txntoken+jwt"}"#] {
        for statement in of(&token_from(kind, claims)).expect("an exposure").statements {
            assert!(statement.text.ends_with('.') && !statement.text.contains("  "), "{}", statement.text);
            for verdict in [" valid", "secure", " safe", "trusted"] {
                assert!(!statement.text.contains(verdict), "{} says `{verdict}`", statement.text);
            }
        }
    }
}

#[test]
fn says_how_long_a_copy_can_be_used() {
    check(
        &access(ACCESS),
        "usable-until",
        "Whoever holds a copy can use it for 12 minutes more, until 14 Nov 2023, 22:25:20 UTC, wherever it is accepted.",
    );
    check(
        &token_with(r#"{"nbf":1700000300,"exp":1700003900}"#),
        "usable-later",
        "Whoever holds a copy can use it for 1 hour from its `nbf` on, until 14 Nov 2023, 23:18:20 UTC, wherever it is accepted.",
    );
    check(
        &token_with(r#"{"sub":"u1"}"#),
        "usable-without-end",
        "Whoever holds a copy can use it as long as it is accepted: it has no `exp`.",
    );
    let refresh = token_with(r#"{"typ":"Refresh"}"#);
    let until = "Whoever holds a copy can use it until its issuer refuses it: it has no `exp`.";
    check(&refresh, "usable-until-refused", until);
    assert_eq!(of(&refresh).and_then(|exposure| exposure.window), None);
    check(
        &token_with(r#"{"iat":1700000000,"exp":1700003600000}"#),
        "usable-as-written",
        "Whoever holds a copy can use it practically forever: `exp` is far beyond any usual time.",
    );
    check(
        &token_with(r#"{"exp":"soon"}"#),
        "usable-unknown",
        "How long a copy can be used is unknown: its times cannot be read.",
    );
}

#[test]
fn says_what_other_claims_come_to_where_there_is_no_exp() {
    let adobe = token_with(r#"{"as":"ims-na1","created_at":"1700000000123","expires_in":"86400000"}"#);
    let text = "Whoever holds a copy can use it until 15 Nov 2023, 22:13:20 UTC where `created_at` and `expires_in` are counted, and for longer elsewhere: it has no `exp`.";
    check(&adobe, "usable-without-end", text);
}

#[test]
fn one_that_is_not_to_be_used_yet_may_never_end_or_never_begin() {
    let endless = token_with(r#"{"sub":"a","nbf":1700003600}"#);
    let text = "Whoever holds a copy can use it from its `nbf` on, as long as it is accepted: it has no `exp`.";
    check(&endless, "usable-later-without-end", text);
    let never = token_with(r#"{"sub":"a","nbf":1700007200,"exp":1700003600}"#);
    check(&never, "usable-never", "It can never be used: it expires before its `nbf`.");
}

#[test]
fn what_names_no_key_binds_to_none() {
    for cnf in [r#"{"jkt":null}"#, r#"{"made-up":"x"}"#, "{}", "1"] {
        check_quiet(&access(&format!("\"exp\":1700003600,\"cnf\":{cnf}")), "bound-to-key");
    }
}

#[test]
fn of_an_expired_one_what_can_be_read_remains() {
    let token =
        token_with(r#"{"iat":1699990000,"exp":1699993600,"name":"Ann","email":"a@b.example","groups":["staff"]}"#);
    check(&token, "expired", "It expired 1 hour ago: wherever `exp` is checked, a copy is refused.");
    check(
        &token,
        "personal-data",
        "Expired or not, whoever sees it can read `name`, `email` and `groups`: a signature hides nothing.",
    );
    for id in ["usable-until", "stopped-sooner", "can-go-stale", "bound-to-key"] {
        check_quiet(&token, id);
    }
    check(
        &token_with(r#"{"exp":1700000000}"#),
        "expired",
        "It expired just now: wherever `exp` is checked, a copy is refused, though some allow for clocks a few minutes off.",
    );
    check(
        &token_with(r#"{"exp":1699999699}"#),
        "expired",
        "It expired 5 minutes ago: wherever `exp` is checked, a copy is refused.",
    );
    check(&token_with(r#"{"exp":-1e400}"#), "expired", "It has expired: wherever `exp` is checked, a copy is refused.");
    check_quiet(&token_with(r#"{"exp":1700000000}"#), "personal-data");
}

#[test]
fn says_what_would_stop_it_sooner() {
    let to_stop = "To stop it, change the key, which ends every token signed with it, or let every server check ";
    let by_list = |token: &Token, list: &str| check(token, "stopped-sooner", &[to_stop, list].concat());
    by_list(&access(ACCESS), "a deny-list of `iss` and `jti`.");
    by_list(&token_with(r#"{"jti":"a"}"#), "a deny-list of `jti`.");
    by_list(&token_with(r#"{"jti":"a","status":{"status_list":{}}}"#), "the list that its `status` names.");
    let without = |claims: &str, listed: &str| {
        let list = format!("a deny-list. It has no `jti`, so that would have to hold {listed}.");
        by_list(&token_with(claims), &list);
    };
    without(r#"{"sid":"s","sub":"u","iat":1700000000}"#, "its `sid`, which ends the whole session");
    without(
        r#"{"sub":"u","iat":1700000000}"#,
        "its `sub` and a time, which ends all that was issued to that subject before",
    );
    without(r#"{"jti":""}"#, "a hash of its header and payload");
    check(
        &token_with(r#"{"typ":"Refresh","exp":1700086400}"#),
        "stopped-sooner",
        "Only its issuer accepts it, and can refuse it at the next use.",
    );
    let assertion = |claims: &str| token_from(r#"{"alg":"ES256","typ":"client-authentication+jwt"}"#, claims);
    check(
        &assertion(r#"{"jti":"a","exp":1700000060}"#),
        "stopped-sooner",
        "Whoever accepts it can remember its `jti` and accept it once. Whether they do, a token cannot say.",
    );
    check(
        &assertion(r#"{"exp":1700000060}"#),
        "stopped-sooner",
        "It has no `jti`, but whoever accepts it can remember a hash of its header and payload and accept it once. Whether they do, a token cannot say.",
    );
}

#[test]
fn a_key_that_it_is_bound_to_changes_what_a_copy_is_worth() {
    let with = |cnf: &str| access(&format!("{ACCESS},\"cnf\":{cnf}"));
    let says =
        |proof: &str| format!("`cnf` binds it to a key: where {proof} is demanded with it, a copy alone is useless.");
    check(&with(r#"{"jkt":"a"}"#), "bound-to-key", &says("DPoP"));
    check(&with(r#"{"x5t#S256":"a"}"#), "bound-to-key", &says("a client certificate"));
    check(&with(r#"{"jwk":{}}"#), "bound-to-key", &says("a proof of possession"));
    check_quiet(&with("{}"), "bound-to-key");
    check_quiet(&with(r#""x""#), "bound-to-key");
    let text = said(&with(r#"{"jkt":"a"}"#), "usable-until").expect("until when");
    assert!(
        text.starts_with("Where that proof is not demanded, whoever holds a copy can use it for 12 minutes more"),
        "{text}"
    );
}

#[test]
fn says_what_a_session_would_keep_and_what_goes_stale() {
    let token =
        token_with(r#"{"iss":"i","sub":"u1","exp":1700003600,"roles":["admin"],"email":"a@b.example","theme":"dark"}"#);
    check(
        &token,
        "carried-state",
        "A server session would store `sub`, `roles`, `email` and `theme` behind a random ID.",
    );
    check(
        &token,
        "can-go-stale",
        "Until it expires, it keeps the values from when it was issued, even if these change: `roles` and `email`.",
    );
    let endless = said(&token_with(r#"{"roles":["a"]}"#), "can-go-stale").expect("a statement");
    assert!(endless.starts_with("As long as it is accepted, it keeps the values"), "{endless}");
    check_quiet(&token_with(r#"{"iss":"i","exp":1700003600}"#), "carried-state");
    check_quiet(&token_with(r#"{"sub":"u1","exp":1700003600}"#), "can-go-stale");
}

#[test]
fn counts_the_bytes_of_every_request() {
    let token = access(ACCESS);
    assert_eq!(token.text.len(), 259);
    check(
        &token,
        "bytes-each-request",
        "Sent with every request it adds 283 bytes as an `Authorization` header, or 284 as a cookie. A 32-byte session \
         id adds 57. In 1,000 requests that is 283 kB against 57 kB, before HTTP/2 or 3 shortens headers that repeat.",
    );
    check(&token, "cookie-limit", "As a cookie it fills 273 of the 4,096 bytes that browsers keep.");
    check(
        &token,
        "server-limits",
        "As a header it takes 3 % of the 8,192 bytes that Tomcat, the strictest of the common servers, allows for all headers.",
    );
}

#[test]
fn names_whom_it_is_too_large_for() {
    let large = |bytes: usize| token_with(&format!("{{\"x\":\"{}\"}}", "y".repeat(bytes)));
    let token = large(9_000);
    assert_eq!(token.text.len(), 12_092);
    check(
        &token,
        "cookie-limit",
        "It is too large for a cookie: with its name 12,106 bytes, where browsers keep 4,096.",
    );
    check(
        &token,
        "server-limits",
        "By default, these refuse a header of this length: Tomcat, Apache httpd, nginx and AWS API Gateway.",
    );
    assert!(
        said(&large(12_400), "server-limits").expect("limits").contains("HAProxy, Node.js, IIS, AWS ALB and Vercel")
    );
}

#[test]
fn what_is_not_sent_often_has_no_size() {
    for token in [
        token_with(r#"{"typ":"Refresh","exp":1700086400}"#),
        token_from(r#"{"alg":"ES256","typ":"client-authentication+jwt"}"#, r#"{"exp":1700000060}"#),
    ] {
        let exposure = of(&token).expect("an exposure");
        assert!(exposure.statements.iter().all(|statement| statement.topic != Topic::Size));
        assert_eq!((exposure.weights, exposure.header_line), (Vec::new(), None));
    }
}

#[test]
fn says_where_it_belongs_by_what_it_is() {
    let service = token_with(r#"{"iss":"kubernetes/serviceaccount","sub":"system:serviceaccount:a:b"}"#);
    let kept = said(&service, "kept-where").expect("a place");
    assert!(kept.starts_with("Keep it in a file or secret store that this workload alone can read"), "{kept}");
    for id in ["script-access", "cross-site-requests", "backend-holds-it", "carried-state"] {
        check_quiet(&service, id);
    }
    let id_token = token_with(r#"{"nonce":"n","at_hash":"h","exp":1700003600}"#);
    assert!(said(&id_token, "kept-where").expect("a place").contains("never as the key to an API"));
    assert!(said(&access(ACCESS), "kept-where").expect("a place").ends_with("Never in local storage."));
}

#[test]
fn what_is_published_by_design_cannot_leak() {
    let key = |role: &str| token_with(&format!("{{\"iss\":\"supabase\",\"exp\":2000000000,\"role\":\"{role}\"}}"));
    assert_eq!(of(&key("anon")), None);
    check(
        &key("service_role"),
        "kept-where",
        "Keep it in a secret store on a server. What ships with a page, an app or a repository is published.",
    );
}

#[test]
fn kubernetes_refuses_what_belongs_to_nothing() {
    let refuses = |object: &str| {
        let notice = " that it names is deleted. Other servers that check only its signature and times do not notice.";
        format!("Kubernetes refuses it once {object}{notice}")
    };
    let bound =
        r#"{"iss":"https://k8s.example","sub":"system:serviceaccount:a:b","exp":1700003600,"kubernetes.io":{}}"#;
    check(&token_with(bound), "stopped-sooner", &refuses("the pod or ServiceAccount"));
    assert!(said(&token_with(bound), "bytes-each-request").is_some());
    let legacy = token_with(r#"{"iss":"kubernetes/serviceaccount","sub":"system:serviceaccount:a:b"}"#);
    check(&legacy, "stopped-sooner", &refuses("the Secret or ServiceAccount"));
    check(
        &legacy,
        "usable-until-refused",
        "Whoever holds a copy can use it until the Secret or ServiceAccount that it names is deleted: it has no `exp`.",
    );
    assert_eq!(of(&legacy).and_then(|exposure| exposure.window), None);
}

#[test]
fn a_client_secret_ends_with_its_key() {
    let claims = r#"{"iss":"T","iat":1700000000,"exp":1700003600,"aud":"https://appleid.apple.com","sub":"app"}"#;
    let secret = token_from(r#"{"alg":"ES256","kid":"k"}"#, claims);
    check(
        &secret,
        "stopped-sooner",
        "It cannot be revoked by itself: revoking its key where that is registered ends every token signed with the \
         key.",
    );
    check_quiet(&secret, "bytes-each-request");
}

#[test]
fn speaks_of_browsers_only_where_somebody_may_be_signed_in() {
    for claims in [r#"{"sub":"u","exp":1700003600}"#, r#"{"user_id":7,"exp":1700003600}"#] {
        assert!(said(&token_with(claims), "script-access").is_some(), "{claims}");
    }
    for claims in [
        r#"{"iss":"TEAM","iat":1700000000}"#,
        r#"{"transactionId":"1","productId":"p"}"#,
        r#"{"iss":"A.B.SHA512:x","sub":"A.B","iat":1700000000,"exp":1700003600}"#,
        r#"{"iat":1700000000,"jti":"j","email":"a@b.example"}"#,
    ] {
        let token = token_with(claims);
        for id in ["script-access", "backend-holds-it", "carried-state"] {
            check_quiet(&token, id);
        }
        assert!(said(&token, "kept-where").expect("a place").contains("If a browser holds it"), "{claims}");
        assert_eq!(of(&token).and_then(|exposure| exposure.header_line), None);
    }
}

#[test]
fn says_what_a_healthy_lifetime_is() {
    check(
        &access(ACCESS),
        "healthy-lifetime",
        "RFC 6750 section 5.3 asks for an hour at most for this kind of token. This one is valid for 1 hour.",
    );
    check(
        &token_with("{}"),
        "healthy-lifetime",
        "No limit is known for this kind of token; our advice is a day at most. This one has no expiry time.",
    );
    check(
        &token_with(r#"{"exp":1700003600}"#),
        "healthy-lifetime",
        "No limit is known for this kind of token; our advice is a day at most. The lifetime of this one is unknown.",
    );
    let renewal = said(&access(ACCESS), "renewal").expect("a renewal");
    assert!(renewal.ends_with("can refuse at once. That takes 12 tokens instead of this one."), "{renewal}");
    check(
        &access(r#""iat":1700000000,"exp":1700000120"#),
        "renewal",
        "It lasts 2 minutes, as short as tokens that are refreshed.",
    );
    let long = said(&access(r#""iat":1700000000,"exp":1702592000"#), "renewal").expect("a renewal");
    assert!(long.ends_with("refuse at once."), "{long}");
}
