//! The laws that hold for every input.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use decode::{Decoded, Token, base64url, decode, json, limits};
use inspect::compare::{Change, Comparison, Side, compare};
use inspect::describe::describe;
use inspection::inspect;
use proptest::prelude::*;
use share::report;

const NOW: i64 = 1_700_000_000;

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Text that is full of what tokens are made of.
fn token_like_text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        Just("eyJhbGciOiJIUzI1NiJ9".to_owned()),
        Just("eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDAwMDAwMH0".to_owned()),
        Just("Bearer ".to_owned()),
        Just("Authorization: ".to_owned()),
        Just("Cookie: a=".to_owned()),
        "[.=~%+/_-]{1,4}",
        Just("%2E".to_owned()),
        Just("\\n".to_owned()),
        Just("=\n".to_owned()),
        Just("\u{200B}".to_owned()),
        Just("é🎉".to_owned()),
        Just("\"name\":\"x\",\"value\":\"".to_owned()),
        Just("{\"payload\":\"e30\",".to_owned()),
        Just("\"protected\":\"eyJhbGciOiJIUzI1NiJ9\",".to_owned()),
        Just("\"signature\":\"AA\\u0041\"}".to_owned()),
        Just("{\"ciphertext\":\"AA\",\"header\":{\"alg\":\"dir\"}}".to_owned()),
        Just("\"signatures\":[{\"header\":{\"kb_jwt\":\"a.b.c\"},\"signature\":\"\"}]}".to_owned()),
        Just("eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.".to_owned()),
        Just("eyJ6aXAiOiJERUYifQ.".to_owned()),
        "[\\PC]{0,8}",
        "[A-Za-z0-9_-]{1,40}",
        "[ \t\r\n\"'<>{}\\[\\],;:&]{1,3}",
    ];
    prop::collection::vec(fragment, 0..24).prop_map(|fragments| fragments.concat())
}

fn spans_are_good(text: &str, decoded: &Decoded) {
    let mut end = 0;
    for token in &decoded.tokens {
        assert!(token.span.start >= end, "tokens are in order and apart");
        end = token.span.end;
        spans_of_token_are_good(text, token, 0);
    }
}

/// `text` is what its spans count bytes of: the paste, or the decoded part that holds it.
fn spans_of_token_are_good(text: &str, token: &Token, depth: usize) {
    assert!(depth <= limits::NESTED_DEPTH);
    assert!(text.get(token.span.start..token.span.end).is_some());
    assert!(token.repairs.iter().all(|repair| text.get(repair.span.start..repair.span.end).is_some()));
    assert_eq!(token.pieces.iter().map(|piece| piece.token.len()).sum::<usize>(), token.text.len());
    for piece in &token.pieces {
        assert!(text.get(piece.paste.start..piece.paste.end).is_some());
        if piece.paste.len() == piece.token.len() {
            assert_eq!(piece.paste.in_str(text), piece.token.in_str(&token.text), "nothing is invented");
        }
    }
    for part in &token.parts {
        assert!(token.text.get(part.span.start..part.span.end).is_some());
        for member in part.members() {
            assert!(member.span.end <= part.bytes.len() && member.value.span.end == member.span.end);
            let characters = token.characters_of(part, member.span);
            assert!(token.text.get(characters.start..characters.end).is_some());
            assert!(!token.in_paste(characters).is_empty());
        }
        for fault in &part.faults {
            let whole = if fault.kind.is_of_encoding() { token.text.len() } else { part.bytes.len() };
            assert!(fault.span.end <= whole, "{fault:?}");
        }
    }
    for nested in &token.nested {
        let text = token.parts[nested.part].text();
        spans_of_token_are_good(&text, &nested.token, depth + 1);
    }
}

/// An arbitrary claims set, as text.
fn claims() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        "-?[1-9][0-9]{0,30}(\\.[0-9]{1,20})?(e[0-9]{1,3})?",
        any::<String>().prop_map(|text| serde_json::to_string(&text).expect("a string")),
    ];
    let value = leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|values| format!("[{}]", values.join(","))),
            prop::collection::vec((any::<String>(), inner), 0..4).prop_map(|members| object(&members)),
        ]
    });
    prop::collection::vec(("[a-z]{1,8}", value), 1..6).prop_map(|members| object(&members))
}

fn object(members: &[(String, String)]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", serde_json::to_string(name).expect("a name")))
        .collect();
    format!("{{{}}}", members.join(","))
}

fn token() -> impl Strategy<Value = String> {
    (claims(), prop::collection::vec(any::<u8>(), 32)).prop_map(|(claims, signature)| {
        format!("{}.{}.{}", encode(r#"{"alg":"HS256"}"#), encode(claims), encode(signature))
    })
}

fn wrap(token: &str, width: usize, separator: &str) -> String {
    let lines: Vec<_> = token.as_bytes().chunks(width).map(String::from_utf8_lossy).collect();
    lines.join(separator)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_panics_and_all_spans_are_good(text in token_like_text()) {
        spans_are_good(&text, &decode(&text));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        spans_are_good(&text, &decode(&text));
        json::read(&bytes);
        base64url::decode(&text);
        inspect(&format!("{}.{}.{}", encode(&bytes), encode(&bytes), encode(&bytes)), NOW);
        inspect(&format!("eyJhbGciOiJIUzI1NiJ9.{}.{}", encode(&bytes), text), NOW);
    }

    #[test]
    fn the_same_input_gives_the_same_report(text in token_like_text(), now in any::<i64>()) {
        let inspection = inspect(&text, now);
        prop_assert_eq!(&inspection, &inspect(&text, now));
        prop_assert_eq!(report::json(&inspection), report::json(&inspect(&text, now)));
    }

    #[test]
    fn every_report_is_json(text in token_like_text(), now in any::<i64>()) {
        let json = report::json(&inspect(&text, now));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }

    #[test]
    fn what_was_encoded_is_decoded(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for encoded in [encode(&bytes), STANDARD.encode(&bytes)] {
            prop_assert_eq!(&base64url::decode(&encoded).bytes, &bytes);
        }
        prop_assert_eq!(base64url::decode(&encode(&bytes)).faults, vec![]);
    }

    #[test]
    fn strict_json_agrees_with_serde_json(text in "[\\[\\]{}\",:0-9eE.+\\-truefalsn \\\\u]{0,24}") {
        let ours = json::read(text.as_bytes());
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        // serde_json refuses what a machine number cannot hold and lone surrogates; we keep both as written.
        let is_theirs_alone = theirs.as_ref().is_err_and(|error| {
            let sentence = error.to_string();
            sentence.contains("out of range") || sentence.contains("surrogate") || sentence.contains("hex escape")
        });
        if !is_theirs_alone {
            prop_assert_eq!(ours.faults.is_empty(), theirs.is_ok(), "{:?} {:?}", ours.faults, theirs);
        }
    }

    #[test]
    fn a_token_is_found_in_every_context(token in token(), width in 1usize..100) {
        for paste in [
            token.clone(),
            format!("Bearer {token}"),
            format!("Authorization: Bearer {token}\r\nHost: example\r\n\r\n"),
            format!("\"{token}\","),
            format!("<{token}>"),
            format!("curl 'https://x.example/' -H 'authorization: Bearer {token}' -d '{{}}'"),
            format!("Cookie: a=b; c=d; session={token}; e=f"),
            format!("https://app.example/cb#id_token={token}&state=1"),
            format!("{{\"access_token\": \"{token}\", \"expires_in\": 3600}}"),
            format!("{{\\\"id_token\\\":\\\"{token}\\\"}}"),
            format!("https://x.example/?u=%23access_token%3D{}%26", token.replace('.', "%2E")),
            format!("2026-01-01T00:00:00Z WARN auth token={token} refused"),
            format!("TOKEN={token}\nOTHER=1\n"),
            wrap(&token, width, "\n"),
            wrap(&token, width.max(16), "\r\n    "),
            wrap(&token, width.max(16), " "),
            wrap(&token, width.max(16), "\\n"),
            wrap(&token, width.max(16), "=\r\n"),
        ] {
            let texts: Vec<_> = decode(&paste).tokens.into_iter().map(|token| token.text).collect();
            prop_assert_eq!(texts, vec![token.clone()], "in {}", paste);
        }
    }

    #[test]
    fn a_json_serialization_is_found_in_every_context(claims in claims(), name in "[a-z]{1,8}") {
        let [protected, payload] = [encode(r#"{"alg":"HS256"}"#), encode(&claims)];
        let jws = format!(r#"{{"payload":"{payload}","signatures":[{{"protected":"{protected}","header":{{"kid":"{{"}},"signature":"AAEC"}}]}}"#);
        let jwe = format!(r#"{{"{name}":{claims},"protected":"{protected}","iv":"AA","ciphertext":"{payload}","tag":"AA"}}"#);
        for token in [jws, jwe] {
            let quoted = serde_json::to_string(&token).expect("a string");
            for paste in [
                token.clone(),
                format!("POST /x HTTP/1.1\r\nContent-Type: application/jose+json\r\n\r\n{token}\r\n"),
                format!("{{\"{name}\":[{{\"jws\":{token}}}],\"other\":{claims}}}"),
                format!("{{\"{name}\":{quoted}}}"),
                format!("it's \"{{ {name}: {token} }}"),
                format!("{claims}{token}{claims}"),
            ] {
                let decoded = decode(&paste);
                let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.clone()).collect();
                prop_assert_eq!(texts, vec![token.clone()], "in {}", paste);
                spans_are_good(&paste, &decoded);
            }
        }
    }

    #[test]
    fn a_repeated_token_is_told_once_with_its_places(one in token(), other in token(), times in 2usize..5) {
        let paste = format!("{one}\n").repeat(times) + &other + "\n" + &one;
        let inspection = inspect(&paste, NOW);
        let places: usize = inspection.tokens.iter().map(|token| token.places.len()).sum();
        prop_assert_eq!(places, times + 2);
        prop_assert_eq!(inspection.tokens.len(), if one == other { 1 } else { 2 });
        for token in &inspection.tokens {
            prop_assert!(token.places.iter().all(|place| place.span.in_str(&paste) == token.token.text));
        }
    }

    #[test]
    fn two_tokens_stay_two(first in token(), second in token(), separator in "[ \n\t,;]{1,3}") {
        let paste = format!("{first}{separator}{second}");
        let texts: Vec<_> = decode(&paste).tokens.into_iter().map(|token| token.text).collect();
        prop_assert_eq!(texts, vec![first, second]);
    }

    #[test]
    fn a_comparison_reads_the_same_from_both_sides(one in claims(), other in claims(), text in token_like_text()) {
        let token = |claims: &str| [encode(r#"{"alg":"ES256"}"#), encode(claims), encode([1; 64])].join(".");
        let mut tokens = decode(&[token(&one), token(&other), text].join("\n")).tokens;
        tokens.truncate(4);
        for (a, b) in tokens.iter().flat_map(|a| tokens.iter().map(move |b| (a, b))) {
            let (there, back) = (compared(a, b), compared(b, a));
            for part in &there.parts {
                let mirror = back.parts.iter().find(|it| it.role == part.role).expect("the same part");
                prop_assert_eq!(part.rows.len(), mirror.rows.len());
                for row in &part.rows {
                    let found = mirror.rows.iter().find(|it| it.name == row.name).expect("the same name");
                    let change = match row.change {
                        Change::OnlyOne => Change::OnlyOther,
                        Change::OnlyOther => Change::OnlyOne,
                        change => change,
                    };
                    prop_assert_eq!(found.change, change);
                    prop_assert_eq!((&found.one, &found.other), (&row.other, &row.one));
                    prop_assert!(a.text != b.text || row.change == Change::Same);
                }
            }
            prop_assert_eq!(there.topics.len(), back.topics.len());
        }
    }
}

fn compared(one: &Token, other: &Token) -> Comparison {
    let (a, b) = (describe(one), describe(other));
    compare(Side { token: one, description: &a }, Side { token: other, description: &b })
}
