//! What a check that comes as JSON becomes in a report.

use decode::json;
use inspection::inspect;
use test_tokens::token_with;

use super::*;

fn reported(answer: &str, content: Option<DecryptedContent>) -> serde_json::Value {
    let value = json::read(answer.as_bytes()).value.expect("JSON");
    let checked = CheckedToken::read(&value, answer);
    let checked = content.into_iter().fold(checked, CheckedToken::with_content);
    let checks = |_: &Token, _: Option<(&Token, &Nested)>| Some(checked.clone());
    let report = json_with(&inspect(&token_with("{}").text, 0), Some(&checks));
    serde_json::from_str::<serde_json::Value>(&report).expect("JSON")["tokens"][0].clone()
}

#[test]
fn what_was_read_stands_there_as_it_was_written() {
    let check =
        r#"{"signature":"fits","key":{"index":2,"kid":"\u00e4\n"},"remarks":[],"tried":612,"new":[null,true,1.5]}"#;
    let token = reported(&format!(r#"{{"keys":[{{"kid":"k"}}],"signatures":[{check}],"decrypted":null}}"#), None);
    let mut expected: serde_json::Value = serde_json::from_str(check).expect("JSON");
    expected["new"][2] = "1.5".into();
    assert_eq!(token["signatureCheck"], expected);
    assert_eq!(token.get("decrypted"), None);
    let several = reported(&format!(r#"{{"signatures":[{check},{check}]}}"#), None);
    assert_eq!(several["signatureCheck"]["signatures"].as_array().map(Vec::len), Some(2));
}

#[test]
fn content_comes_from_the_caller_alone() {
    let answer = r#"{"signatures":[],"decrypted":{"how":"H.","text":"secret","base64url":"AA","tried":1}}"#;
    let decrypted = |content| reported(answer, content)["decrypted"].clone();
    assert_eq!(decrypted(None), serde_json::json!({ "how": "H.", "tried": 1 }));
    assert_eq!(decrypted(Some(DecryptedContent::Text("t".to_owned())))["text"], "t");
    assert_eq!(decrypted(Some(DecryptedContent::Bytes(vec![0xFF, 0xFE])))["base64url"], "__4");
}

#[test]
fn content_is_a_token_where_nothing_else_is_there() {
    let inner = token_with(r#"{"sub":"inner"}"#).text;
    let of = |text: String| DecryptedContent::of(text.into_bytes(), Context::default());
    assert!(matches!(of(format!(" {inner}\n")), DecryptedContent::Token(token) if token.token.text == inner));
    for text in
        [format!("{inner} {inner}"), format!(r#"{{"id_token_hint":"{inner}"}}"#), "{}".to_owned(), String::new()]
    {
        assert_eq!(of(text.clone()), DecryptedContent::Text(text));
    }
    assert_eq!(DecryptedContent::of(vec![0xFF], Context::default()), DecryptedContent::Bytes(vec![0xFF]));
}
