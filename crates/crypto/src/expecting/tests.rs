//! Requests and their answers.

use serde_json::{Value, json};
use test_tokens::token_with;

use super::expect;

fn answered(request: &Value) -> Value {
    serde_json::from_str(&expect(&request.to_string())).expect("JSON")
}

#[test]
fn answers_with_lines_in_the_shape_of_the_report() {
    let token = token_with(r#"{"iss":"https://a/","aud":"api","exp":1700003600}"#).text;
    let answer = answered(&json!({
        "token": token,
        "expectations": { "issuer": "https://a", "audience": "api", "signature": true },
        "signature": "fits-pasted",
        "now": 1_700_000_000,
    }));
    let said = &answer["answer"];
    assert_eq!(said["verdict"], "would-refuse");
    assert_eq!(said["sentence"], "A service that expects this would refuse it: the issuer differs.");
    assert_eq!(
        said["lines"][0],
        json!({
            "expectation": "issuer",
            "claim": null,
            "outcome": "not-met",
            "reason": "The token says `https://a/`. It differs only by the `/` at its end.",
            "fix": "Expect it with the slash at its end: `https://a/`.",
            "said": "`https://a/`",
        })
    );
    assert_eq!(said["lines"].as_array().map(Vec::len), Some(4));
    assert_eq!((&answer["error"], &answer["code"], &answer["filled"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!((&answer["others"], answer["profiles"].is_array()), (&json!([]), true));
}

#[test]
fn fills_in_what_the_token_itself_meets() {
    let token = token_with(r#"{"iss":"a"}"#).text;
    let answer = answered(&json!({ "token": token, "profile": "token" }));
    assert!(answer["filled"].is_object());
    assert_eq!(answered(&json!({ "token": token, "profile": "no such" }))["filled"], Value::Null);
}

#[test]
fn judges_other_tokens_at_their_own_time() {
    let token = token_with(r#"{"exp":1700003600}"#).text;
    let answer = answered(&json!({
        "token": token,
        "now": 1_700_000_000,
        "others": [{ "token": token, "at": 1_700_003_599 }, { "token": token, "at": 1_700_003_600 }, { "token": 1 }],
    }));
    let expired = "A service that expects this would refuse it: it has expired.";
    assert_eq!(answer["others"], json!([null, expired, null]));
}

#[test]
fn says_what_is_wrong_with_the_expectations() {
    let answer = answered(&json!({ "token": token_with("{}").text, "expectations": { "leeway": "x" } }));
    assert_eq!(
        answer["error"],
        "expected a whole number of seconds for `leeway`, but found a string, at line 1, column 11"
    );
    assert!(answer["answer"].is_object());
}

#[test]
fn any_text_gives_an_answer() {
    for text in ["", "{}", "[]", "{\"token\":1,\"now\":\"x\",\"others\":{}}", "{\"token\":\"hello\",\"library\":\"x\"}"]
    {
        let answer: Value = serde_json::from_str(&expect(text)).expect("JSON");
        assert_eq!(answer["answer"], Value::Null, "{text}");
    }
}
