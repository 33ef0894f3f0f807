//! What two tokens do not reveal is not said, in exact sentences.

use super::tests::{HEADER, check_topic, claims, compared, halves, remarks_of, rows, signed};
use super::*;
use crate::masked::MASK;
use test_tokens::{encode, token_from, token_of, token_with};

const ONE_DIRECTORY: &str = r#"{"iss":"https://login.microsoftonline.com/t-1/v2.0","tid":"t-1","oid":"o","sub":"1","sid":"s","iat":1700000000}"#;

#[track_caller]
fn check_unknown(one: &str, other: &str, name: &str, says: &str) {
    check_topic(one, other, name, Some((Likeness::Unknown, says)));
}

fn ids(comparison: &Comparison) -> Vec<&'static str> {
    comparison.remarks.iter().map(|remark| remark.id).filter(|id| *id != "same-signature").collect()
}

#[test]
fn anybody_can_write_a_directory_into_a_token() {
    let later = ONE_DIRECTORY.replace("1700000000", "1700003600");
    let found = claims(ONE_DIRECTORY, &later);
    assert_eq!(ids(&found), ["refreshed"], "{found:?}");
    for evil in
        ["https://evil.example", "https://evil.example/t-1/", "https://login.microsoftonline.com.evil.example/t-1/v2.0"]
    {
        let forged = later.replace("https://login.microsoftonline.com/t-1/v2.0", evil);
        let says = "Both have the same `sub`, but not the same issuer: a `sub` has a meaning only within its issuer.";
        check_unknown(ONE_DIRECTORY, &forged, "User", says);
        let says = "`sid` is the same, but they are not known to be of one issuer.";
        check_unknown(ONE_DIRECTORY, &forged, "Session", says);
        assert_eq!(ids(&claims(ONE_DIRECTORY, &forged)), [""; 0], "{evil}");
    }
    // The other address of the same directory.
    let first_version = later.replace("https://login.microsoftonline.com/t-1/v2.0", "https://sts.windows.net/t-1/");
    let says = "Both are about the same user or app: `tid` and `oid` are the same.";
    check_topic(ONE_DIRECTORY, &first_version, "User", Some((Likeness::Same, says)));
    let says = "Both name the same sign-in: `sid` is the same.";
    check_topic(ONE_DIRECTORY, &first_version, "Session", Some((Likeness::Same, says)));
    assert_eq!(ids(&claims(ONE_DIRECTORY, &first_version)), [""; 0], "a successor comes from the same address");
    // Elsewhere the two names may mean anything.
    let elsewhere = r#"{"iss":"https://a.example","tid":"t","oid":"organisation","sub":"1"}"#;
    let says = "`sub` differs, but they do not both name a client: some issuers call one user by another name for each \
        client.";
    check_unknown(elsewhere, &elsewhere.replace(r#""1""#, r#""2""#), "User", says);
}

#[test]
fn a_subject_is_nobody_without_its_issuer() {
    let grace = r#"{"iss":"https://a.example","sub":"grace"}"#;
    let says = "Both have the same `sub`, but their issuers cannot be compared.";
    check_unknown(grace, r#"{"sub":"grace"}"#, "User", says);
    check_unknown(r#"{"sub":"ada"}"#, grace, "User", "`sub` differs, but their issuers cannot be compared.");
    check_unknown(r#"{"sub":"a"}"#, r#"{"sub":"b"}"#, "User", "`sub` differs, but neither says who issued it.");
    let says = "`sub` differs, but they do not both name a client: some issuers call one user by another name for each \
        client.";
    let to = |sub: &str, aud: &str| format!(r#"{{"iss":"https://a.example","sub":"{sub}","aud":"{aud}"}}"#);
    check_unknown(&to("grace", "x"), &to("ada", "y"), "User", says);
}

#[test]
fn a_sign_in_is_one_of_one_user_at_one_issuer() {
    let at = |issuer: &str, time: &str| format!(r#"{{"iss":"{issuer}","sub":"1","auth_time":{time}}}"#);
    check_topic(&at("a", "5"), &at("b", "5"), "Session", None);
    check_topic(r#"{"iss":"a","auth_time":5}"#, r#"{"iss":"a","auth_time":5}"#, "Session", None);
    check_topic(r#"{"sub":"1","auth_time":5}"#, r#"{"sub":"1","auth_time":5}"#, "Session", None);
    for no_time in ["\"x\"", "null", "0", "0.0"] {
        check_topic(&at("a", no_time), &at("a", no_time), "Session", None);
    }
    let says = "Both name a sign-in at the same second, `auth_time`: likely the same one.";
    check_topic(&at("a", "1e3"), &at("a", "1000"), "Session", Some((Likeness::Same, says)));
    let says = "`sid` is the same, but they are not known to be of one issuer.";
    check_unknown(r#"{"iss":"a","sid":"s"}"#, r#"{"iss":"b","sid":"s"}"#, "Session", says);
    check_unknown(r#"{"sid":"s"}"#, r#"{"sid":"s"}"#, "Session", says);
    let says = "`sid` differs, but they are not known to be of one issuer.";
    check_unknown(r#"{"iss":"a","sid":"s"}"#, r#"{"iss":"b","sid":"t"}"#, "Session", says);
    let says = "Both name the client `web`, but different issuers: a client ID is unique only within its issuer.";
    check_unknown(r#"{"iss":"a","azp":"web"}"#, r#"{"iss":"b","azp":"web"}"#, "Client", says);
}

#[test]
fn what_is_redacted_is_not_known_to_be_the_same() {
    let names = ["iss", "sub", "tid", "oid", "sid", "azp", "aud", "jti", "scope", "exp"];
    let all: Vec<String> = names.iter().map(|name| format!(r#""{name}":"{MASK}""#)).collect();
    let masked = |iat: u32| format!(r#"{{{},"iat":{iat}}}"#, all.join(","));
    let found = claims(&masked(1_700_000_000), &masked(1_700_003_600));
    let topics: Vec<&str> = found.topics.iter().map(|topic| topic.name).collect();
    assert_eq!(topics, ["Key", "Times"]);
    assert_eq!(ids(&found), [""; 0]);
    let changes = rows(&found, Role::Payload);
    assert_eq!(changes.iter().filter(|row| row.ends_with(" Redacted")).count(), names.len(), "{changes:?}");

    let plain = r#"{"iss":"https://a.example","sub":"grace","aud":"api"}"#;
    let other = format!(r#"{{"iss":"{MASK}","sub":"{MASK}","aud":["api","{MASK}"]}}"#);
    check_unknown(plain, &other, "Issuer", "Only the first token has a readable `iss`.");
    check_unknown(&other, plain, "User", "Only the second token has a readable `sub`.");
    check_unknown(plain, &other, "Audience", "They may name more than can be read here.");
    assert_eq!(rows(&claims(plain, &other), Role::Payload)[..2], ["iss Redacted", "sub Redacted"]);

    let same = token_with(&masked(1));
    let says = "The very same text, character for character; what is redacted in it may differ.";
    assert_eq!(remarks_of(&compared(&same, &same)), [("same-token", "info", says)]);
    let key = format!(r#"{{"alg":"HS256","kid":"{MASK}"}}"#);
    let [one, other] = ["1", "2"].map(|sub| token_from(&key, &format!(r#"{{"sub":"{sub}"}}"#)));
    let found = compared(&one, &other);
    let topic = found.topics.iter().find(|topic| topic.name == "Key").unwrap();
    assert_eq!(
        (topic.outcome, &*topic.message),
        (Likeness::Unknown, "Their key IDs cannot be compared; the algorithm is the same.")
    );
}

#[test]
fn what_is_redacted_inside_hides_no_difference_beside_it() {
    let inside = |value: &str| format!(r#"{{"o":{{"a":"{MASK}","b":{value}}},"l":["{MASK}"],"s":"not {MASK}"}}"#);
    let found = claims(&inside("1"), &inside("2"));
    assert_eq!(rows(&found, Role::Payload), ["o Changed /b 1>2", "l Redacted", "s Same"]);
    assert_eq!(rows(&claims(&inside("1"), &inside("1")), Role::Payload), ["o Redacted", "l Redacted", "s Same"]);
    let name = format!(r#"{{"{MASK}":1,"o":{{"{MASK}":1}}}}"#);
    assert_eq!(rows(&claims(&name, &name), Role::Payload), [format!("{MASK} Redacted"), "o Redacted".to_owned()]);
}

#[test]
fn an_id_is_of_one_issuer_and_spaces_are_no_claims() {
    let id = |claims: &str| claims.to_owned();
    let one = id(r#"{"iss":"a","jti":"x","n":10}"#);
    assert_eq!(ids(&claims(&one, r#"{"iss":"a","jti":"x","n":11}"#)), ["same-id"]);
    for other in [
        r#"{"iss":"b","jti":"x","n":11}"#,
        r#"{"jti":"x","n":11}"#,
        r#"{ "iss":"a", "jti":"x", "n":1e1 }"#,
        r#"{"n":10,"jti":"x","iss":"a"}"#,
        // What is missing may only be cut.
        r#"{"iss":"a","jti":"x","#,
    ] {
        assert_eq!(ids(&claims(&one, other)), [""; 0], "{other}");
    }
    assert_eq!(ids(&claims(r#"{"jti":"x","n":10}"#, r#"{"jti":"x","n":11}"#)), [""; 0], "nobody issued them");
}

#[test]
fn a_time_that_cannot_be_read_may_still_be_one() {
    let hour = r#"{"iat":1700000000,"exp":1700003600}"#;
    for unread in ["\"never\"", "\"1700003600\"", "null"] {
        let other = format!(r#"{{"iat":1700000000,"exp":{unread}}}"#);
        let says = "Alike: issued at the same time. When the second token expires cannot be read here.";
        check_unknown(hour, &other, "Times", says);
        let says = "Alike: issued at the same time. When the first token expires cannot be read here.";
        check_unknown(&other, hour, "Times", says);
        check_unknown(&other, &other, "Times", "Alike: issued at the same time.");
    }
    check_unknown(
        hour,
        r#"{"iat":1700000000,"ex"#,
        "Times",
        "Alike: issued at the same time. When the second token expires cannot be read here.",
    );
    let header = encode(r#"{"alg":"dir","enc":"A128GCM"}"#);
    let encrypted = token_of(&format!("{header}..{}.{}.{}", encode([1; 12]), encode([2; 20]), encode([3; 16])));
    let found = compared(&token_with(r#"{"iss":"a","sub":"1","exp":1700003600}"#), &encrypted);
    let said: Vec<&str> = found.topics.iter().map(|topic| &*topic.message).collect();
    for says in [
        "Only the first token has a readable `iss`.",
        "Only the first token has a readable `sub`.",
        "When the second token expires cannot be read here.",
    ] {
        assert!(said.contains(&says), "{said:?}");
    }
}

#[test]
fn times_are_the_same_only_if_all_are() {
    let token = |start: &str| format!(r#"{{{start},"exp":1700003600}}"#);
    let issued = token(r#""iat":1700000000"#);
    let says = "Alike: issued at the same time, expires at the same time. Both last 1 hour.";
    let at_once = token(r#""iat":1700000000,"nbf":1700000000"#);
    check_topic(&issued, &at_once, "Times", Some((Likeness::Same, says)));
    let later = token(r#""iat":1700000000,"nbf":1700000060"#);
    check_unknown(&issued, &later, "Times", says);
    let says =
        "After: issued at the same time, usable from 1 minute later, expires at the same time. Both last 1 hour.";
    check_topic(&at_once, &later, "Times", Some((Likeness::Different, says)));
    check_unknown(&issued, &token(r#""x":1"#), "Times", "Alike: expires at the same time.");
    let beyond = r#"{"iss":"a","sub":"1","sid":"s","iat":1e400}"#;
    assert_eq!(ids(&claims(beyond, &beyond.replace("1e400", "1"))), [""; 0]);
}

#[test]
fn one_key_can_serve_several_algorithms() {
    let key = |one: &str, other: &str| {
        let comparison = compared(&token_from(one, "{}"), &token_from(other, "{}"));
        let topic = comparison.topics.into_iter().find(|topic| topic.name == "Key").expect("a topic");
        (topic.outcome, topic.message)
    };
    let with = |alg: &str| format!(r#"{{"alg":"{alg}","kid":"k"}}"#);
    let should = "Both name the key `k`, but not the same algorithm: a key should be for one of them alone.";
    let neither = "Both name the key `k`, but not the same algorithm: no key is meant for both.";
    for (one, other, expected) in [
        ("PS256", "RS256", (Likeness::Unknown, should)),
        ("HS256", "HS512", (Likeness::Unknown, should)),
        ("EdDSA", "Ed25519", (Likeness::Unknown, should)),
        ("ES256", "unheard-of", (Likeness::Unknown, should)),
        ("RS256", "HS256", (Likeness::Different, neither)),
        ("ES256", "ES384", (Likeness::Different, neither)),
    ] {
        assert_eq!(key(&with(one), &with(other)), (expected.0, expected.1.to_owned()), "{one} {other}");
    }
    let nameless = |alg: &str| format!(r#"{{"alg":"{alg}","x5t":"x"}}"#);
    for (one, other, expected) in [
        (nameless("RS256"), nameless("PS256"), (Likeness::Unknown, "Neither has a key ID; the algorithms differ.")),
        (nameless("RS256"), nameless("HS256"), (Likeness::Different, "Neither has a key ID; the algorithms differ.")),
        (
            nameless("RS256"),
            r#"{"typ":"JWT"}"#.to_owned(),
            (Likeness::Unknown, "Neither has a key ID; the algorithms cannot be compared."),
        ),
        (
            with("RS256"),
            r#"{"alg":"RS256","kid":7}"#.to_owned(),
            (Likeness::Unknown, "Only the first token has a readable `kid`."),
        ),
        (
            r#"{"typ":"JWT","kid":"k"}"#.to_owned(),
            r#"{"typ":"JWT","kid":"k"}"#.to_owned(),
            (Likeness::Same, "Both name the same key `k`, which proves nothing."),
        ),
    ] {
        assert_eq!(key(&one, &other), (expected.0, expected.1.to_owned()), "{one} {other}");
    }
}

#[test]
fn a_list_that_is_not_read_whole_lacks_nothing() {
    let says = "They may name more than can be read here.";
    check_unknown(r#"{"roles":["a",1]}"#, r#"{"roles":["a",2]}"#, "Roles", says);
    check_unknown(r#"{"scope":"read write"}"#, r#"{"scope":"read","x"#, "Scopes", says);
    let same = Some((Likeness::Same, "Both name the same: `a`."));
    check_topic(r#"{"roles":["a",null]}"#, r#"{"roles":["a"]}"#, "Roles", same);
}

#[test]
fn a_copied_half_is_no_proof_of_a_repeated_number() {
    let [one, other] = [2, 3].map(|s| signed(HEADER, &format!(r#"{{"sub":"{s}"}}"#), &halves(1, s)));
    let found = compared(&one, &other);
    assert!(found.remarks[0].message.contains("as if one secret number made both"), "{found:?}");
    assert!(found.remarks[0].message.contains("if both are genuine"), "{found:?}");
}
