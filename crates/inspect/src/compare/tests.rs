//! What two tokens say of each other, in exact sentences.

use super::*;
use crate::describe::describe;
use test_tokens::{encode, token_from, token_of, token_with};

pub(super) const HEADER: &str = r#"{"alg":"ES256","kid":"k1"}"#;

pub(super) fn compared(one: &Token, other: &Token) -> Comparison {
    let (a, b) = (describe(one), describe(other));
    compare(Side { token: one, description: &a }, Side { token: other, description: &b })
}

pub(super) fn claims(one: &str, other: &str) -> Comparison {
    compared(&token_with(one), &token_with(other))
}

/// Name, change, note and what differs inside.
pub(super) fn rows(comparison: &Comparison, role: Role) -> Vec<String> {
    let part = comparison.parts.iter().find(|part| part.role == role).expect("the part");
    let row = |row: &MemberRow| {
        let inside = row.inside.iter().map(|it| {
            let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".to_owned());
            format!(" {} {}>{}", it.path, side(&it.one), side(&it.other))
        });
        format!(
            "{} {:?}{}{}",
            row.name,
            row.change,
            inside.collect::<String>(),
            match &*row.note {
                "" => String::new(),
                note => format!(": {note}"),
            }
        )
    };
    part.rows.iter().map(row).collect()
}

#[track_caller]
pub(super) fn check_rows(one: &str, other: &str, expected: &[&str]) {
    assert_eq!(rows(&claims(one, other), Role::Payload), expected);
}

#[track_caller]
pub(super) fn check_topic(one: &str, other: &str, name: &str, expected: Option<(Likeness, &str)>) {
    let comparison = claims(one, other);
    let topic = comparison.topics.iter().find(|topic| topic.name == name);
    assert_eq!(topic.map(|topic| (topic.outcome, &*topic.message)), expected, "{:?}", comparison.topics);
}

pub(super) fn remarks_of(comparison: &Comparison) -> Vec<(&'static str, &'static str, &str)> {
    comparison.remarks.iter().map(|it| (it.id, it.severity.id(), &*it.message)).collect()
}

#[test]
fn members_stand_in_order_by_name() {
    check_rows(
        r#"{"b":1,"gone":true,"a":"x"}"#,
        r#"{"new":null,"a":"y","b":1}"#,
        &["b Same", "gone OnlyOne", "a Changed", "new OnlyOther"],
    );
    check_rows("{}", "{}", &[]);
}

#[test]
fn values_are_compared_by_value() {
    check_rows(
        r#"{"n":1000,"s":"é","o":{"a":1,"b":[1,2]},"z":0.5}"#,
        r#"{"n":1e3,"s":"\u00e9","o":{"b":[1,2.0],"a":1},"z":5}"#,
        &["n Rewritten", "s Rewritten", "o Rewritten", "z Changed"],
    );
    // Beyond what a double holds.
    check_rows(r#"{"n":9007199254740993}"#, r#"{"n":9007199254740992}"#, &["n Changed"]);
    check_rows(r#"{"s":"\ud800"}"#, r#"{"s":"\ud801"}"#, &["s Changed"]);
    check_rows(r#"{"a":"1"}"#, r#"{"a":1}"#, &["a Changed"]);
}

#[test]
fn what_differs_inside_is_named() {
    check_rows(
        r#"{"address":{"city":"Berlin","zip":1,"lines":["a","b"]}}"#,
        r#"{"address":{"city":"Hamburg","country":"DE","lines":["a","c","d"]}}"#,
        &[r#"address Changed /city "Berlin">"Hamburg" /zip 1>- /lines/1 "b">"c" /lines/2 ->"d" /country ->"DE""#],
    );
}

#[test]
fn of_a_repeated_name_the_last_counts() {
    check_rows(
        r#"{"sub":"a","x":1,"sub":"b"}"#,
        r#"{"sub":"b","x":1}"#,
        &["x Same", "sub Same: The first token repeats the name: the last one is compared."],
    );
    check_rows(
        r#"{"sub":"a"}"#,
        r#"{"sub":"a","sub":"b"}"#,
        &["sub Changed: The second token repeats the name: the last one is compared."],
    );
    check_rows(
        r#"{"s":1,"s":2}"#,
        r#"{"s":1,"s":2}"#,
        &["s Same: Both repeat the name: the last one of each is compared."],
    );
}

#[test]
fn times_moved_by_so_much() {
    check_rows(
        r#"{"iat":1700000000,"exp":1700003600,"n":1}"#,
        r#"{"iat":1700003300,"exp":1700002600,"n":2}"#,
        &["iat Changed: After: 55 minutes later.", "exp Changed: After: 16 minutes 40 seconds earlier.", "n Changed"],
    );
    let hour = r#"{"iat":1700000000,"exp":1700003600}"#;
    for (other, outcome, says) in [
        (hour, Likeness::Same, "Alike: issued at the same time, expires at the same time. Both last 1 hour."),
        (
            r#"{"iat":1700003600,"exp":1700007200}"#,
            Likeness::Different,
            "After: issued 1 hour later, expires 1 hour later. Both last 1 hour.",
        ),
        (
            r#"{"nbf":1700000000,"exp":1700028800}"#,
            Likeness::Different,
            "After: expires 7 hours later. Lifetime: After 8 hours · Before 1 hour.",
        ),
        ("{}", Likeness::Different, "Only the first token says when it expires."),
        (
            r#"{"iat":1700000000}"#,
            Likeness::Different,
            "Alike: issued at the same time. Only the first token says when it expires.",
        ),
        (r#"{"exp":1e400}"#, Likeness::Different, "Second: expires at another time. "),
    ] {
        check_topic(hour, other, "Times", Some((outcome, says.trim_end())));
    }
    check_topic("{}", r#"{"sub":"1"}"#, "Times", None);
}

#[test]
fn tells_users_apart() {
    let grace = r#"{"iss":"https://a.example","sub":"grace"}"#;
    for (other, expected) in [
        (grace, Some((Likeness::Same, "Both are about the same user or app: `iss` and `sub` are the same."))),
        (
            r#"{"iss":"https://a.example","sub":"ada","client_id":"x"}"#,
            Some((
                Likeness::Unknown,
                "`sub` differs, but they do not both name a client: some issuers call one user by another name for \
                 each client.",
            )),
        ),
        (
            r#"{"iss":"https://b.example","sub":"grace"}"#,
            Some((
                Likeness::Unknown,
                "Both have the same `sub`, but not the same issuer: a `sub` has a meaning only within its issuer.",
            )),
        ),
        (
            r#"{"iss":"https://b.example","sub":"ada"}"#,
            Some((Likeness::Unknown, "Issuer and `sub` differ: the user may still be the same.")),
        ),
        ("{}", Some((Likeness::Unknown, "Only the first token has a subject, `sub`."))),
    ] {
        check_topic(grace, other, "User", expected);
    }
    check_topic(
        r#"{"sub":"1"}"#,
        r#"{"sub":"1"}"#,
        "User",
        Some((Likeness::Unknown, "Both have the same `sub`, but neither says who issued it.")),
    );
    check_topic("{}", "{}", "User", None);
    let of_web = r#"{"iss":"https://a.example","sub":"grace","azp":"web"}"#;
    let says = "They are about different users or apps: `sub` differs.";
    check_topic(of_web, &of_web.replace("grace", "ada"), "User", Some((Likeness::Different, says)));
    let says = "`sub` differs, and so does the client: some issuers call one user by another name for each client.";
    let of_app = r#"{"iss":"https://a.example","sub":"ada","azp":"app"}"#;
    check_topic(of_web, of_app, "User", Some((Likeness::Unknown, says)));
    check_topic(
        r#"{"tid":"t","oid":"o","sub":"1","iss":"https://sts.windows.net/t/"}"#,
        r#"{"tid":"t","oid":"o","sub":"2","iss":"https://login.microsoftonline.com/t/v2.0"}"#,
        "User",
        Some((Likeness::Same, "Both are about the same user or app: `tid` and `oid` are the same.")),
    );
    check_topic(
        r#"{"tid":"t","oid":"o","sub":"1","iss":"https://sts.windows.net/t/"}"#,
        r#"{"tid":"u","oid":"o","sub":"1","iss":"https://sts.windows.net/u/"}"#,
        "User",
        Some((Likeness::Different, "They are about different accounts: the directory, `tid`, differs.")),
    );
}

#[test]
fn tells_sign_ins_and_clients_apart() {
    let one = r#"{"iss":"https://a.example","sid":"s1","session_state":"x"}"#;
    let other = r#"{"iss":"https://a.example","sid":"s2","session_state":"x"}"#;
    check_topic(one, one, "Session", Some((Likeness::Same, "Both name the same sign-in: `sid` is the same.")));
    check_topic(one, other, "Session", Some((Likeness::Different, "They name different sessions: `sid` differs.")));
    check_topic(one, "{}", "Session", None);
    let says = "Both name a sign-in at the same second, `auth_time`: likely the same one.";
    let grace = r#"{"iss":"https://a.example","sub":"grace","auth_time":5}"#;
    check_topic(grace, grace, "Session", Some((Likeness::Same, says)));
    check_topic(grace, &grace.replace('5', "5.0"), "Session", Some((Likeness::Same, says)));
    let says = "They name sign-ins at different times: `auth_time`.";
    check_topic(grace, &grace.replace('5', "6"), "Session", Some((Likeness::Different, says)));
    check_topic(r#"{"sub":"a","auth_time":5}"#, r#"{"sub":"b","auth_time":5}"#, "Session", None);
    check_topic(
        r#"{"azp":"web"}"#,
        r#"{"client_id":"web"}"#,
        "Client",
        Some((Likeness::Same, "Both name the client `web`.")),
    );
    check_topic(
        r#"{"azp":"web"}"#,
        r#"{"cid":"app"}"#,
        "Client",
        Some((Likeness::Different, "Second: `app` · First: `web`.")),
    );
}

#[test]
fn scopes_are_gained_and_lost() {
    let one = r#"{"scope":"read  profile","aud":"api"}"#;
    check_topic(
        one,
        r#"{"scp":["profile","read"]}"#,
        "Scopes",
        Some((Likeness::Same, "Both name the same: `read`, `profile`.")),
    );
    check_topic(
        one,
        r#"{"scope":"read write admin"}"#,
        "Scopes",
        Some((Likeness::Different, "Only the second token: `write`, `admin` · only the first token: `profile`.")),
    );
    check_topic(one, r#"{"scope":"profile"}"#, "Scopes", Some((Likeness::Different, "Only the first token: `read`.")));
    check_topic(
        one,
        r#"{"aud":["api","b c"]}"#,
        "Audience",
        Some((Likeness::Different, "Only the second token: `b c`.")),
    );
    check_topic("{}", "{}", "Scopes", None);
    let many: Vec<String> = (0..40).map(|n| format!("s{n}")).collect();
    let comparison = claims("{\"x\":1}", &format!(r#"{{"scope":"{}"}}"#, many.join(" ")));
    assert!(
        comparison.topics.iter().any(|topic| topic.message.ends_with("`s11` and 28 more.")),
        "{:?}",
        comparison.topics
    );
}

#[test]
fn keys_are_named_and_prove_nothing() {
    let key = |one: &str, other: &str| {
        let comparison = compared(&token_from(one, "{}"), &token_from(other, "{}"));
        let topic = comparison.topics.into_iter().find(|topic| topic.name == "Key").expect("a topic");
        (topic.outcome, topic.message)
    };
    let says = |outcome, message: &str| (outcome, message.to_owned());
    let same = "Both name the same key `k1` and algorithm, which proves nothing.";
    assert_eq!(key(HEADER, HEADER), says(Likeness::Same, same));
    let other = r#"{"alg":"ES256","kid":"k2"}"#;
    assert_eq!(key(HEADER, other), says(Likeness::Different, "Second: `k2` · First: `k1`."));
    let algorithm = "Both name the key `k1`, but not the same algorithm: no key is meant for both.";
    assert_eq!(key(HEADER, r#"{"alg":"HS256","kid":"k1"}"#), says(Likeness::Different, algorithm));
    assert_eq!(key(HEADER, r#"{"alg":"ES256"}"#), says(Likeness::Unknown, "Only the first token has a key ID, `kid`."));
    let bring = |x: &str| format!(r#"{{"alg":"EdDSA","jwk":{{"kty":"OKP","crv":"Ed25519","x":"{x}"}}}}"#);
    let (a, b) =
        (bring("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"), bring("AAqYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
    assert_eq!(key(&a, &a), says(Likeness::Same, "Both bring the very same key in `jwk`, which proves nothing."));
    assert_eq!(key(&a, &b), says(Likeness::Different, "They bring different keys in `jwk`."));
    // Each issuer names its keys as it likes.
    let [one, other] = ["a", "b"].map(|iss| token_from(HEADER, &format!(r#"{{"iss":"{iss}"}}"#)));
    let topic = compared(&one, &other).topics.into_iter().find(|topic| topic.name == "Key").unwrap();
    assert_eq!(topic.outcome, Likeness::Unknown);
}

/// A token with exactly this signature.
pub(super) fn signed(header: &str, claims: &str, signature: &[u8]) -> Token {
    token_of(&[encode(header), encode(claims), encode(signature)].join("."))
}

pub(super) fn halves(r: u8, s: u8) -> Vec<u8> {
    [[r; 32], [s; 32]].concat()
}

#[test]
fn a_number_used_twice_gives_the_key_away() {
    let one = signed(HEADER, r#"{"sub":"1"}"#, &halves(1, 2));
    let other = signed(HEADER, r#"{"sub":"2"}"#, &halves(1, 3));
    let message = "The two signatures begin with the same half (R) over different content, as if one secret number \
        made both. Both name the key `k1`: if both are genuine and of one key, its private key can be computed from \
        these two tokens.";
    let found = compared(&one, &other);
    assert_eq!(remarks_of(&found), [("ecdsa-nonce-reuse", "error", message)]);
    let nameless = r#"{"alg":"ES256"}"#;
    let found = compared(&signed(nameless, "{}", &halves(1, 2)), &other);
    assert!(found.remarks[0].message.contains("one secret number made both. If both are genuine"), "{found:?}");
}

#[test]
fn other_signatures_give_nothing_away() {
    let one = signed(HEADER, r#"{"sub":"1"}"#, &halves(1, 2));
    let quiet = |other: &Token| {
        let found = compared(&one, other);
        assert!(found.remarks.iter().all(|remark| remark.id != "ecdsa-nonce-reuse"), "{found:?}");
    };
    quiet(&signed(HEADER, r#"{"sub":"2"}"#, &halves(2, 2)));
    // The same content: whoever derives the number from it gets it again (RFC 6979), and S may stand for its negative.
    quiet(&signed(HEADER, r#"{"sub":"1"}"#, &halves(1, 3)));
    quiet(&signed(r#"{"alg":"ES256K","kid":"k1"}"#, r#"{"sub":"2"}"#, &halves(1, 3)));
    quiet(&signed(HEADER, r#"{"sub":"2"}"#, &halves(1, 3)[..63]));
    // A copy of the whole signature is no second use of its number.
    quiet(&signed(HEADER, r#"{"sub":"2"}"#, &halves(1, 2)));
    let zero = signed(HEADER, r#"{"sub":"2"}"#, &halves(0, 2));
    assert!(compared(&signed(HEADER, r#"{"sub":"1"}"#, &halves(0, 3)), &zero).remarks.is_empty());
    let hash = r#"{"alg":"HS512"}"#;
    let (one, other) = (signed(hash, r#"{"a":1}"#, &halves(1, 2)), signed(hash, r#"{"a":2}"#, &halves(1, 3)));
    assert!(compared(&one, &other).remarks.is_empty());
}

#[test]
fn one_signature_fits_one_content() {
    let (one, other) =
        (signed(HEADER, r#"{"sub":"1"}"#, &halves(1, 2)), signed(HEADER, r#"{"sub":"2"}"#, &halves(1, 2)));
    let message = "Both end in the same signature, but what it signs differs: it fits one of them at most.";
    assert_eq!(remarks_of(&compared(&one, &other)), [("same-signature", "error", message)]);
    // What is left out may be the same or not.
    let [one, other] = [1, 2].map(|kid| signed(&format!(r#"{{"alg":"ES256","kid":"{kid}"}}"#), "", &halves(1, 2)));
    assert!(compared(&one, &other).remarks.is_empty());
}

#[test]
fn knows_the_same_token_and_the_same_claims() {
    let one = signed(HEADER, r#"{"sub":"1"}"#, &halves(1, 2));
    let same = "The very same token, character for character.";
    assert_eq!(remarks_of(&compared(&one, &one)), [("same-token", "info", same)]);
    let message = "Header and payload are the same; only the signature differs.";
    let other = signed(HEADER, r#"{"sub":"1"}"#, &halves(4, 5));
    assert_eq!(remarks_of(&compared(&one, &other)), [("same-claims", "info", message)]);
    let [one, other] = [1, 2].map(|byte| signed(r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#, &[byte; 32]));
    assert_eq!(remarks_of(&compared(&one, &other)), [("same-claims", "warning", message)]);
}

#[test]
fn an_id_is_for_one_token() {
    let message = "Both have the ID `x` (`jti`), but their claims differ.";
    let found = claims(r#"{"iss":"i","jti":"x","a":1}"#, r#"{"iss":"i","jti":"x","a":2}"#);
    assert_eq!(
        remarks_of(&found).into_iter().filter(|it| it.0 == "same-id").collect::<Vec<_>>(),
        [("same-id", "warning", message)]
    );
    let found = claims(r#"{"iss":"i","jti":"x","a":1}"#, r#"{"iss":"i","jti":"y","a":2}"#);
    assert!(found.remarks.iter().all(|remark| remark.id != "same-id"), "{found:?}");
}

#[test]
fn knows_a_successor() {
    let token = |iat: i64, more: &str| {
        format!(r#"{{"iss":"https://a.example","sub":"1","sid":"s","iat":{iat},"exp":{}{more}}}"#, iat + 3600)
    };
    let refreshed = |one: &str, other: &str| {
        let found = claims(one, other).remarks;
        found.into_iter().find(|remark| remark.id == "refreshed").map(|remark| remark.message)
    };
    let first = token(1_700_000_000, "");
    let says = "The later token is likely the refreshed successor of the earlier one: same user, same sign-in, issued \
                55 minutes later.";
    assert_eq!(refreshed(&first, &token(1_700_003_300, "")).as_deref(), Some(says));
    assert_eq!(refreshed(&token(1_700_003_300, ""), &first).as_deref(), Some(says));
    assert_eq!(refreshed(&first, &token(1_700_000_000, r#","x":1"#)), None);
    assert_eq!(refreshed(&first, &token(1_700_003_300, r#","aud":"other""#)), None);
    assert_eq!(refreshed(&first, &token(1_700_003_300, "").replace("\"s\"", "\"t\"")), None);
}
