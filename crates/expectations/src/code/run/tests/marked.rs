//! A line is marked where it is the one that refuses the token, and what the token says stands beside it.

use super::*;

/// The lines that are marked, each with what stands beside it.
fn marked(id: &str, expectations: &str, claims: &str) -> Vec<(String, String)> {
    let code = code_for(id, expectations, r#"{"alg":"RS256"}"#, claims);
    let refuses = code.lines.into_iter().filter(|line| line.refuses);
    refuses.map(|line| (line.text.trim().to_owned(), line.said.unwrap_or_default())).collect()
}

#[test]
fn of_lines_for_single_scopes_those_of_missing_ones() {
    let expectations = r#"{"issuer":"https://a.example","scopes":["orders.read","orders.write"]}"#;
    for (id, lines) in [
        ("nginx", &[r#""~(^|[ ,])orders\.write([ ,]|$)" 1;"#][..]),
        (
            "istio",
            &[
                r#"- { key: "request.auth.claims[scope]", values: ["orders.write"] }"#,
                r#"- { key: "request.auth.claims[scp]", values: ["orders.write"] }"#,
            ],
        ),
        ("envoy", &["- or_rules:"]),
    ] {
        let claims = r#"{"iss":"https://a.example","scope":"orders.read"}"#;
        let comment = "# the token says `orders.read`".to_owned();
        let expected: Vec<_> = lines.iter().map(|line| ((*line).to_owned(), comment.clone())).collect();
        assert_eq!(marked(id, expectations, claims), expected, "{id}");
        assert_eq!(marked(id, expectations, r#"{"iss":"https://a.example"}"#).len(), 2 * lines.len(), "{id}");
    }
}

#[test]
fn a_missing_exp_is_seen_by_the_line_that_demands_it() {
    let missing = |comment: &str| vec![format!("{comment} the token has no `exp`")];
    for (id, comment) in [
        ("asp-net", "//"),
        ("jose", "//"),
        ("jsonwebtoken-node", "//"),
        ("pyjwt", "#"),
        ("authlib", "#"),
        ("golang-jwt", "//"),
        ("java-jwt", "//"),
        ("jjwt", "//"),
        ("spring-security", "//"),
        ("jsonwebtoken-rust", "//"),
        ("ruby-jwt", "#"),
        ("php-jwt", "//"),
        ("envoy", "#"),
        ("nginx", "#"),
    ] {
        let lines = marked(id, r#"{"required":["exp"]}"#, "{}");
        assert_eq!(lines.iter().map(|(_, said)| said.clone()).collect::<Vec<_>>(), missing(comment), "{id}: {lines:?}");
        // The clock is to blame.
        let expired = marked(id, r#"{"required":["exp"]}"#, r#"{"exp":1}"#);
        assert!(expired.len() == 1 && expired != lines, "{id}: {expired:?}");
    }
    let lines = marked("asp-net", r#"{"required":["exp"]}"#, "{}");
    assert_eq!(lines[0].0, "RequireExpirationTime = true,");
    // It has no other line for it.
    let [(line, _)] = &marked("kong", r#"{"required":["exp"]}"#, "{}")[..] else { panic!("one line") };
    assert_eq!(line, r#"claims_to_verify: ["exp"]"#);
}

/// 9007199254740992 and 9007199254740993 are one floating-point number.
#[test]
fn a_line_that_takes_the_number_is_not_marked() {
    let expectations = r#"{"claims":{"uid":9007199254740992,"a.uid":9007199254740992}}"#;
    let claims = r#"{"uid":[1,9007199254740993],"a":{"uid":9007199254740993}}"#;
    let note = "This code would take `uid` of this token: as floating-point numbers, both numbers are the same.";
    for (id, is_taken) in [
        ("jose", true),
        ("jsonwebtoken-node", true),
        ("golang-jwt", true),
        ("java-jwt", true),
        ("jjwt", true),
        ("spring-security", true),
        ("asp-net", true),
        ("jsonwebtoken-rust", true),
        ("envoy", true),
        ("pyjwt", false),
        ("authlib", false),
        ("ruby-jwt", false),
        ("php-jwt", false),
    ] {
        let expected = if is_taken { 0 } else { 2 };
        assert_eq!(marked(id, expectations, claims).len(), expected, "{id}");
        let notes = code_for(id, expectations, r#"{"alg":"RS256"}"#, claims).notes;
        assert_eq!(notes.iter().any(|it| it == note), is_taken, "{id}: {notes:#?}");
        assert_eq!(notes.iter().any(|it| it.contains("numbers near it")), is_taken, "{id}: {notes:#?}");
        // Near misses.
        for claims in [r#"{"uid":9007199254740994}"#, r#"{"uid":"9007199254740993"}"#, r#"{"uid":[]}"#] {
            let expectations = r#"{"claims":{"uid":9007199254740992}}"#;
            assert_eq!(marked(id, expectations, claims).len(), 1, "{id}: {claims}");
        }
    }
}

#[test]
fn a_text_is_in_quotes_where_another_type_is_expected() {
    let said = |expected: &str, claims: &str| {
        let expectations = format!(r#"{{"claims":{{"t":{expected},"a.t":{expected}}}}}"#);
        marked("jose", &expectations, claims).into_iter().map(|(_, said)| said).collect::<Vec<_>>()
    };
    let quoted = [r#"// the token says `"5"`"#, r#"// the token says `"5"`"#];
    assert_eq!(said("5", r#"{"t":"5","a":{"t":"5"}}"#), quoted);
    assert_eq!(said("null", r#"{"t":"5","a":{"t":"5"}}"#), quoted);
    let plain = ["// the token says `5`", "// the token says `5`"];
    assert_eq!(said(r#""5""#, r#"{"t":5,"a":{"t":5}}"#), plain);
    assert_eq!(said(r#""6""#, r#"{"t":"5","a":{"t":"5"}}"#), plain);
}

#[test]
fn a_line_with_a_comment_gets_no_second_one() {
    let [(line, said)] = &marked("jose", r#"{"leeway":5}"#, r#"{"exp":1}"#)[..] else { panic!("one line") };
    assert_eq!(
        (line.as_str(), said.as_str()),
        ("clockTolerance: 5, // seconds", "(the token says `exp: 1970-01-01 00:00:01 UTC`)")
    );
}
