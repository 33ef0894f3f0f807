//! The other tokens of a HAR file.

use super::*;

/// The answer on others that are refused for these reasons.
fn refused_for(reasons: &[Option<&str>]) -> String {
    let json = |why: &Option<&str>| match why {
        Some(why) => format!("\"A service that expects this would refuse it: {why}.\""),
        None => "null".to_owned(),
    };
    let others = reasons.iter().map(json).collect::<Vec<_>>().join(",");
    REFUSED.replace(r#""others":[]"#, &format!(r#""others":[{others}]"#))
}

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
    assert!(drawn.contains("The answer above is as of now."), "{drawn}");
    assert!(drawn.contains("<summary>The issuer differs: 1 token</summary>"), "{drawn}");
    assert!(drawn.contains("<code>GET /orders</code>, answered 401, 2026-11-23 14:00:05 UTC</li>"), "{drawn}");
    // An answer on another number of tokens is on other tokens.
    answered(&mut state, &[(Field::Issuer, "a")], &REFUSED.replace(r#""others":[]"#, r#""others":[null]"#));
    assert!(!markup(panel(&state)).contains("would be refused"));
    // One token, or none that was sent, needs no list.
    for text in [har(&[r#"{"sub":"1"}"#]), token(r#"{"alg":"RS256"}"#, "{}", 256)] {
        assert!(crate::views::testing::state(&text).sent_tokens().is_empty());
    }
}

#[test]
fn tokens_are_grouped_by_reason_and_all_can_be_reached() {
    let claims: Vec<String> = (0..30).map(|n| format!(r#"{{"sub":"{n}"}}"#)).collect();
    let mut state = state(&har(&claims.iter().map(|claims| &**claims).collect::<Vec<_>>()));
    let reasons: Vec<Option<&str>> = (0..30)
        .map(|n| match n {
            0..5 => Some("the issuer differs"),
            5..27 => Some("it has expired"),
            _ => None,
        })
        .collect();
    answered(&mut state, &[(Field::Audience, "orders")], &refused_for(&reasons));
    let drawn = markup(panel(&state));
    assert!(drawn.contains("<b>27 of 30 would be refused</b>"), "{drawn}");
    let most = drawn.find("<summary>It has expired: 22 tokens</summary>").expect("the reason of most");
    assert!(drawn.find("<summary>The issuer differs: 5 tokens</summary>").is_some_and(|fewer| fewer > most), "{drawn}");
    assert_eq!(drawn.matches("answered 401").count(), 27);
    assert!(!drawn.contains("<details open"), "so many stand folded");
    // At another time the list judges as before, and the answer does not.
    state.reduce(Action::MomentWritten("1795999999".to_owned()));
    answered(&mut state, &[(Field::Audience, "orders")], &refused_for(&reasons));
    let drawn = markup(panel(&state));
    assert!(drawn.contains("The answer above is as of the time that you chose."), "{drawn}");
    assert!(drawn.contains("<small>As of 30 Nov 2026, 00:53:19 UTC:</small>"), "{drawn}");
}

#[test]
fn a_token_that_is_chosen_there_keeps_the_focus_in_the_panel() {
    let mut state = state(&har(&[r#"{"sub":"1"}"#, r#"{"sub":"2"}"#]));
    let effects = state.reduce(Action::ExpectationUsed(ExpectationUse::OtherChosen(1))).effects;
    assert!(effects.contains(&crate::state::Effect::GoToPlace(EXPECT.to_owned())), "{effects:?}");
    assert_eq!(state.answer.chosen, 1);
}
