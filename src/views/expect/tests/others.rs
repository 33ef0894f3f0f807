//! The other tokens of a HAR file.

use super::*;

/// A HAR file with a request for each of these claims.
fn har(claims: &[&str]) -> String {
    let entry = |claims: &&str| {
        let bearer = token(r#"{"alg":"RS256"}"#, claims, 256);
        format!(
            r#"{{"startedDateTime":"2026-11-23T14:00:05.000Z","request":{{"method":"GET","url":"https://a.example/orders","headers":[{{"name":"Authorization","value":"Bearer {bearer}"}}]}},"response":{{"status":401,"content":{{}}}}}}"#
        )
    };
    format!(r#"{{"log":{{"entries":[{}]}}}}"#, claims.iter().map(entry).collect::<Vec<_>>().join(","))
}

#[test]
fn tells_which_tokens_of_a_har_file_would_be_refused() {
    let mut state = state(&har(&[r#"{"sub":"1"}"#, r#"{"sub":"2"}"#]));
    let sent = state.sent_tokens();
    assert_eq!(
        sent.iter().map(|it| (it.position, it.at)).collect::<Vec<_>>(),
        [(0, 1_795_442_405), (1, 1_795_442_405)]
    );
    let others = r#""others":[null,"A service that expects this would refuse it: the issuer differs."]"#;
    answered(&mut state, &[(Field::Audience, "orders")], &REFUSED.replace(r#""others":[]"#, others));
    let drawn = markup(panel(&state));
    assert!(
        drawn.contains("The tokens of this file, each at the time of its request: <b>1 of 2 would be refused</b>."),
        "{drawn}"
    );
    assert!(
        drawn.contains("<code>GET /orders</code>, 2026-11-23 14:00:05 UTC: <span>the issuer differs.</span>"),
        "{drawn}"
    );
    // An answer on another number of tokens is on other tokens.
    answered(&mut state, &[(Field::Issuer, "a")], &REFUSED.replace(r#""others":[]"#, r#""others":[null]"#));
    assert!(!markup(panel(&state)).contains("would be refused"));
    // One token, or none that was sent, needs no list.
    for text in [har(&[r#"{"sub":"1"}"#]), token(r#"{"alg":"RS256"}"#, "{}", 256)] {
        assert!(crate::views::testing::state(&text).sent_tokens().is_empty());
    }
}
