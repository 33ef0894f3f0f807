//! Tests of what conditions say when they hold, and when they do not.

use super::*;
use test_tokens::token_from;

#[track_caller]
fn check(conditions: &[Condition], said: Option<&[&str]>) {
    let token = token_from(
        r#"{"alg":"RS256","kid":"ABC123DEFG","typ":"at+jwt"}"#,
        r#"{"iss":"https://a.example","sub":"12","aud":["x","https://a.example"],"typ":"ID","n":7,"o":{},"l":[{}],"t":[1]}"#,
    );
    let sentences = sentences(conditions, &TokenMembers::of(&token));
    let sentences = sentences.as_ref().map(|them| them.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(sentences.as_deref(), said, "{conditions:?}");
}

#[test]
fn says_what_holds() {
    check(&[typ("at+jwt")], Some(&["Its `typ` is `at+jwt`."]));
    check(&[claim("iss"), any_of(&["sub", "nope"]), claim("aud")], Some(&["It has `iss`, `sub` and `aud`."]));
    check(&[claim("iss"), no_claim("nope")], Some(&["It has `iss`, and no `nope`."]));
    check(&[no_claim("x"), no_claim("y"), no_claim_unsaid("z")], Some(&["It has neither `x` nor `y`."]));
    check(
        &[claim("iss"), header("kid"), claim_count(8)],
        Some(&["Its header has `kid`.", "It has `iss`, and nothing else."]),
    );
    check(&[is("sub", &["11", "12"])], Some(&["Its `sub` is `12`."]));
    check(&[is("aud", &["x"])], Some(&["Its `aud` holds `x`."]));
    check(&[is("typ", &["ID"])], Some(&["It has a claim `typ`, and that is `ID`."]));
    check(&[header_is("alg", &["RS256"])], Some(&["In its header, `alg` is `RS256`."]));
    check(
        &[begins("iss", &["https:"]), ends("iss", &[".example"])],
        Some(&["Its `iss` begins with `https:`.", "Its `iss` ends with `.example`."]),
    );
    check(&[address("iss", &["https://**.example"])], Some(&["Its `iss` has the form `https://*.example`."]));
    check(&[digits("sub"), digits("n")], Some(&["Its `sub` is a number.", "Its `n` is a number."]));
    check(&[header_apple_id("kid")], Some(&["In its header, `kid` is 10 capital letters and digits."]));
    check(&[object("o"), objects("l")], Some(&["It has `o` and `l`."]));
    check(&[same_as("iss", "iss")], Some(&["Its `iss` and its `iss` are the same."]));
}

#[test]
fn says_nothing_where_one_does_not() {
    let several: [&[Condition]; 20] = [
        &[typ("jwt")],
        &[claim("iss"), claim("nope")],
        &[no_claim("iss")],
        &[no_claim_unsaid("iss")],
        &[claim_count(7)],
        &[object("l")],
        &[objects("o")],
        &[objects("t")],
        &[is("sub", &["1"])],
        &[is("aud", &["y"])],
        &[header_is("alg", &["HS256"])],
        &[header("nope")],
        &[same_as("iss", "sub")],
        &[hexadecimal_32("iss")],
        &[apple_id("iss")],
        &[header_apple_id("alg")],
        &[same_as("iss", "nope")],
        &[is("n", &["7"])],
        &[ends("sub", &["12"])],
        &[any_of(&["nope", "neither"])],
    ];
    for conditions in several {
        check(conditions, None);
    }
}
