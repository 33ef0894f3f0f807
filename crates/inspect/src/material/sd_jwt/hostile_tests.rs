//! Tokens made to take time, memory or the stack.

use super::tests::{SALT, disclosed, ids, read_token, token};

#[test]
fn ten_thousand_disclosures_are_no_burden() {
    let all: Vec<_> = (0..10_000).map(|at| disclosed(&format!(r#"["{SALT}{at}","claim-{at}",{at}]"#))).collect();
    let digests: Vec<_> = all.iter().map(|(_, digest)| format!("\"{digest}\"")).collect();
    let encoded: Vec<_> = all.iter().map(|(encoded, _)| encoded.as_str()).collect();
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":[{}]}}"#, digests.join(",")), &encoded));
    assert_eq!(sd_jwt.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count(), 10_000);
    assert_eq!(sd_jwt.processed.lines().count(), 10_002);
    // And all of them the same one.
    let sd_jwt = read_token(&token(
        &format!(r#"{{"_sd":[{}]}}"#, vec![digests[0].as_str(); 10_000].join(",")),
        &vec![encoded[0]; 10_000],
    ));
    assert_eq!(sd_jwt.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count(), 1);
    assert_eq!(ids(&sd_jwt.problems), ["sd-duplicate-digest"]);
}

/// Each inside the one before it, deeper than anyone looks.
#[test]
fn a_chain_of_disclosures_has_an_end() {
    let mut digest = "end".to_owned();
    let mut encoded = Vec::new();
    for _ in 0..10_000 {
        let (text, next) = disclosed(&format!(r#"["{SALT}","a",{{"_sd":["{digest}"]}}]"#));
        encoded.push(text);
        digest = next;
    }
    let encoded: Vec<_> = encoded.iter().map(String::as_str).collect();
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{digest}"]}}"#), &encoded));
    assert_eq!(sd_jwt.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count(), 128);
    let first = &sd_jwt.disclosures[0].problems[0];
    assert_eq!(first.message, "No digest that was read leads to this disclosure; not all of them could be.");
    assert_eq!(ids(&sd_jwt.disclosures[10_000 - 128].problems), ["sd-too-deep"]);
}

/// A long name above many disclosures would make their places as large as the square of the token.
#[test]
fn places_are_bounded() {
    let all: Vec<_> = (0..1_000).map(|at| disclosed(&format!(r#"["{SALT}{at}",{at}]"#))).collect();
    let elements: Vec<_> = all.iter().map(|(_, digest)| format!(r#"{{"...":"{digest}"}}"#)).collect();
    let encoded: Vec<_> = all.iter().map(|(encoded, _)| encoded.as_str()).collect();
    let payload = format!(r#"{{"{}":[{}]}}"#, "n".repeat(200_000), elements.join(","));
    let sd_jwt = read_token(&token(&payload, &encoded));
    let longest = sd_jwt.disclosures.iter().filter_map(|disclosure| disclosure.place.as_ref()).map(String::len).max();
    assert_eq!(longest, Some(500 + '…'.len_utf8()));
}

#[test]
fn the_text_is_bounded() {
    let mut payload = "[".repeat(100);
    payload.push_str(&"0,".repeat(400_000));
    let payload = format!(r#"{{"_sd":[],"a":{payload}0{}}}"#, "]".repeat(100));
    let sd_jwt = read_token(&token(&payload, &[]));
    assert!(sd_jwt.processed_is_cut);
    assert_eq!(sd_jwt.processed.len(), 5_000_000);
}

#[test]
fn too_many_disclosures_are_left() {
    let token = token("{}", &vec!["W10"; 20_001]);
    let sd_jwt = read_token(&token);
    assert_eq!(sd_jwt.disclosures.len(), 20_000);
    assert_eq!(ids(&sd_jwt.problems), ["sd-many-disclosures"]);
}
