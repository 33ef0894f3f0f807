//! What comparing says at its limits.

use super::tests::*;
use super::*;
use test_tokens::{encode, token_from, token_of, token_with};

#[test]
fn says_what_cannot_be_compared() {
    let remarks = |one: &Token, other: &Token| {
        let found = compared(one, other);
        let part = found.parts.into_iter().find(|part| part.role == Role::Payload);
        part.map_or_else(Vec::new, |part| {
            assert!(part.rows.is_empty());
            part.remarks
        })
    };
    let plain = token_with(r#"{"sub":"1"}"#);
    let header = encode(r#"{"alg":"dir","enc":"A128GCM"}"#);
    let encrypted = token_of(&format!("{header}..{}.{}.{}", encode([1; 12]), encode([2; 20]), encode([3; 16])));
    assert_eq!(remarks(&plain, &encrypted), ["The second token is encrypted: its claims cannot be read here."]);
    assert_eq!(remarks(&encrypted, &plain), ["The first token is encrypted: its claims cannot be read here."]);
    assert_eq!(rows(&compared(&encrypted, &encrypted), Role::Header), ["alg Same", "enc Same"]);
    assert_eq!(
        remarks(&plain, &token_with("just text")),
        ["The second token cannot be read whole here.", "The two payloads differ."]
    );
    let text = token_from(r#"{"alg":"HS256"}"#, "just text");
    assert_eq!(remarks(&plain, &text), ["The second token has no claims by name.", "The two payloads differ."]);
    let cut = token_with(r#"{"sub":"1","ro"#);
    let found = compared(&plain, &cut);
    let payload = found.parts.iter().find(|part| part.role == Role::Payload).unwrap();
    assert_eq!(payload.remarks, ["The second token breaks off here: what seems to be missing may only be cut."]);
    assert_eq!(payload.rows.len(), 1);
}

#[test]
fn sentences_hold_hostile_text_within_bounds() {
    let hostile = format!(r#"{{"iss":"`<b>`\u202e{}","sub":"1"}}"#, "x".repeat(500));
    for topic in claims(&hostile, &hostile).topics {
        assert!(topic.message.len() < 300 && topic.message.matches('`').count() % 2 == 0, "{}", topic.message);
        assert!(!topic.message.contains('\u{202e}'), "{}", topic.message);
    }
}

#[test]
fn knows_each_name_of_what_is_compared() {
    for (name, topic) in [
        ("sid", "Session"),
        ("session_state", "Session"),
        ("origin_jti", "Session"),
        ("azp", "Client"),
        ("client_id", "Client"),
        ("appid", "Client"),
        ("cid", "Client"),
        ("aud", "Audience"),
        ("scope", "Scopes"),
        ("scp", "Scopes"),
        ("scopes", "Scopes"),
        ("permissions", "Scopes"),
        ("roles", "Roles"),
        ("role", "Roles"),
        ("groups", "Groups"),
    ] {
        let with = |value: &str| format!("{{\"iss\":\"i\",\"{name}\":\"{value}\"}}");
        for (other, outcome) in [("a", Likeness::Same), ("b", Likeness::Different)] {
            let comparison = claims(&with("a"), &with(other));
            let found = comparison.topics.iter().find(|it| it.name == topic).map(|it| it.outcome);
            assert_eq!(found, Some(outcome), "{name}");
        }
    }
    check_topic(
        r#"{"aud":"a b","x":1}"#,
        r#"{"aud":["a","b"]}"#,
        "Audience",
        Some((Likeness::Different, "Second: `a`, `b` · First: `a b`.")),
    );
}

#[test]
fn twelve_are_told() {
    let list = |count: usize, what: &str| (0..count).map(|n| format!("\"{what}{n}\"")).collect::<Vec<_>>().join(",");
    for (count, ending) in [(12, "`s10`, `s11`."), (13, "`s11` and 1 more.")] {
        let comparison = claims("{\"x\":1}", &format!(r#"{{"scp":[{}]}}"#, list(count, "s")));
        assert!(comparison.topics.iter().any(|topic| topic.message.ends_with(ending)), "{:?}", comparison.topics);
    }
    for (count, has_more) in [(12, false), (13, true)] {
        let [one, other] = ["a", "b"].map(|what| format!(r#"{{"l":[{}]}}"#, list(count, what)));
        let comparison = claims(&one, &other);
        let part = comparison.parts.iter().find(|part| part.role == Role::Payload).expect("the claims");
        assert_eq!((part.rows[0].inside.len(), part.rows[0].has_more_inside), (12, has_more), "{count}");
    }
}

#[test]
fn knows_which_algorithms_repeat_themselves() {
    for (algs, severity) in [
        ("HS256 HS384 HS512 RS256 RS384 RS512 EdDSA Ed25519 Ed448", "warning"),
        ("ES256 ES384 ES512 PS256 PS512", "info"),
    ] {
        for alg in algs.split(' ') {
            let unsigned = [encode(format!("{{\"alg\":\"{alg}\"}}")), encode(r#"{"sub":"a"}"#)].join(".");
            let [one, other] = [1, 2].map(|byte| token_of(&[&*unsigned, &encode([byte; 64])].join(".")));
            let comparison = compared(&one, &other);
            let found = comparison.remarks.iter().find(|it| it.id == "same-claims");
            assert_eq!(found.map(|it| it.severity.id()), Some(severity), "{alg}");
            assert_eq!(found.map(|it| it.advice.is_empty()), Some(severity == "info"), "{alg}");
        }
    }
}
