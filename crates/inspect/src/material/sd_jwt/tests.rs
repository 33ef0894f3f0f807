//! Tokens made here, to follow the rules and to break them.

use super::*;
use crate::material::digest::base64url;
use test_tokens::{encode, token_of};

/// A disclosure as it stands in a token, and its digest.
pub(super) fn disclosed(json: &str) -> (String, String) {
    let encoded = encode(json);
    let digest = base64url(&Hash::Sha256.digest(encoded.as_bytes()));
    (encoded, digest)
}

pub(super) fn token(payload: &str, disclosures: &[&str]) -> Token {
    let mut text = format!("{}.{}.c2ln~", encode(r#"{"alg":"ES256"}"#), encode(payload));
    for disclosure in disclosures {
        text.push_str(disclosure);
        text.push('~');
    }
    token_of(&text)
}

pub(super) fn read_token(token: &Token) -> SdJwt {
    read(token).unwrap_or_else(|| panic!("no SD-JWT: {}", token.text))
}

pub(super) fn ids(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.id).collect()
}

pub(super) const SALT: &str = "2GLC42sKQveCfGfryNRN9w";

#[test]
fn copies_names_numbers_and_strings_as_they_are_written() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}", "\u006eum", 1.50e+2]"#));
    let payload =
        format!(r#"{{ "a\u002fb" :{{"_sd":["{digest}"],"n":-0.0,"t":"\u00e9"}},"big":12345678901234567890}}"#);
    let sd_jwt = read_token(&token(&payload, &[&encoded]));
    assert_eq!(sd_jwt.disclosures[0].place.as_deref(), Some("/a~1b/num"));
    assert_eq!(
        sd_jwt.processed,
        r#"{
  "a\u002fb": {
    "\u006eum": 1.50e+2,
    "n": -0.0,
    "t": "\u00e9"
  },
  "big": 12345678901234567890
}"#
    );
}

#[test]
fn what_is_hidden_is_removed_and_counted() {
    let sd_jwt = read_token(&token(r#"{"a":{"_sd":["x","y"]},"l":[{"...":"z"}],"_sd_alg":"sha-512"}"#, &[]));
    assert_eq!(sd_jwt.processed, "{\n  \"a\": {},\n  \"l\": []\n}");
    assert_eq!((sd_jwt.undisclosed, sd_jwt.hash), (3, Some(Hash::Sha512)));
    assert_eq!(
        sd_jwt.undisclosed_in_words().as_deref(),
        Some("3 digests have no disclosure here: claims that were kept back, or decoys. The token does not say which.")
    );
    assert_eq!((sd_jwt.matched(), sd_jwt.problems), (0, Vec::new()));
}

#[test]
fn disclosures_lead_to_disclosures() {
    let (inner, inner_digest) = disclosed(&format!(r#"["{SALT}","inner",true]"#));
    let (element, element_digest) = disclosed(&format!(r#"["{SALT}",[1,{{"...":"decoy"}}]]"#));
    let (outer, outer_digest) =
        disclosed(&format!(r#"["{SALT}","outer",{{"_sd":["{inner_digest}"],"l":[{{"...":"{element_digest}"}}]}}]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{outer_digest}"]}}"#), &[&inner, &element, &outer]));
    let places: Vec<_> = sd_jwt.disclosures.iter().map(|disclosure| disclosure.place.as_deref()).collect();
    assert_eq!(places, [Some("/outer/inner"), Some("/outer/l/0"), Some("/outer")]);
    assert_eq!(sd_jwt.undisclosed, 1);
    // Without the outer one, nothing leads to the others.
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{outer_digest}"]}}"#), &[&inner, &element]));
    assert!(sd_jwt.disclosures.iter().all(|disclosure| ids(&disclosure.problems) == ["sd-unmatched-disclosure"]));
}

/// One disclosure in `_sd` of the payload, and what is said of it.
#[track_caller]
fn check_disclosure(json: &str, id: &str, message: &str) {
    let (encoded, digest) = disclosed(json);
    let token = token(&format!(r#"{{"_sd":["{digest}"],"iat":1}}"#), &[&encoded]);
    let sd_jwt = read_token(&token);
    let problems: Vec<_> =
        sd_jwt.disclosures[0].problems.iter().map(|problem| (problem.id, problem.message.as_str())).collect();
    assert_eq!(problems, [(id, message)]);
    assert_eq!(sd_jwt.problems, []);
    let is_used = matches!(id, "sd-short-salt" | "sd-hidden-claim");
    assert_eq!(sd_jwt.disclosures[0].place.is_some(), is_used);
}

#[test]
fn says_what_is_wrong_with_a_disclosure() {
    check_disclosure(r#"{"a":1}"#, "sd-malformed-disclosure", "A disclosure must be an array, but this is an object.");
    check_disclosure(
        r#"["a"]"#,
        "sd-malformed-disclosure",
        "A disclosure must have 2 elements (salt, value) or 3 (salt, name, value), but this has 1 element.",
    );
    check_disclosure(r#"[1,"a",2]"#, "sd-malformed-disclosure", "The salt must be a string, but is a number.");
    check_disclosure(
        &format!(r#"["{SALT}",null,2]"#),
        "sd-malformed-disclosure",
        "The name must be a string, but is null.",
    );
    check_disclosure(
        &format!(r#"["{SALT}","a","#),
        "sd-malformed-disclosure",
        "The disclosure cannot be read: expected a JSON value, but the text ends here.",
    );
    for name in ["_sd", "..."] {
        check_disclosure(
            &format!(r#"["{SALT}","{name}",["x"]]"#),
            "sd-reserved-name",
            "The name of a disclosed claim may not be `_sd` or `...`: a verifier must reject the token.",
        );
    }
    check_disclosure(
        r#"["c2FsdA","a",2]"#,
        "sd-short-salt",
        "The salt has 4 bytes; at least 16 random ones are recommended, so that nobody can guess the value from its digest.",
    );
    check_disclosure(
        &format!(r#"["{SALT}","exp",2]"#),
        "sd-hidden-claim",
        "`exp` is needed to judge the token, yet its holder can keep it back: it should not be selectively disclosable.",
    );
    check_disclosure(
        &format!(r#"["{SALT}","iat",2]"#),
        "sd-claim-exists",
        "The claim `iat` is there already where this disclosure belongs: a verifier must reject the token.",
    );
    check_disclosure(
        &format!(r#"["{SALT}",2]"#),
        "sd-wrong-place",
        "The digest of this disclosure stands for a claim, but the disclosure has no name: a verifier must reject the token.",
    );
}

#[test]
fn a_credential_must_show_its_type_and_status() {
    for (typ, payload, name, is_forbidden) in [
        ("dc+sd-jwt", "", "vct", true),
        ("application/dc+sd-jwt", "", "vct#integrity", true),
        ("vc+sd-jwt", r#""vct":"https://a.example/id","#, "aka_vcts", true),
        ("", r#""vct":"https://a.example/id","#, "status", true),
        ("dc+sd-jwt", "", "sub", false),
        // The W3C's type, and any other token.
        ("vc+sd-jwt", "", "status", false),
        ("", "", "status", false),
    ] {
        let (encoded, digest) = disclosed(&format!(r#"["{SALT}","{name}","x"]"#));
        let header = encode(format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#));
        let payload = encode(format!(r#"{{{payload}"_sd":["{digest}"]}}"#));
        let sd_jwt = read_token(&token_of(&format!("{header}.{payload}.c2ln~{encoded}~")));
        let problems: Vec<_> = sd_jwt.disclosures[0].problems.iter().map(|problem| problem.message.clone()).collect();
        let message = format!(
            "`{name}` is in a disclosure, so its holder can keep it back: SD-JWT VC section 2.2.2 forbids that."
        );
        assert_eq!(problems, if is_forbidden { vec![message] } else { Vec::new() }, "{typ} {name}");
    }
}

#[test]
fn a_name_in_an_array_has_no_place() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","a",2]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"l":[{{"...":"{digest}"}}]}}"#), &[&encoded]));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), ["sd-wrong-place"]);
    assert_eq!(sd_jwt.processed, "{\n  \"l\": []\n}");
}

#[test]
fn two_disclosures_of_one_name_give_the_first() {
    let (first, first_digest) = disclosed(&format!(r#"["{SALT}","a",1]"#));
    let (second, second_digest) = disclosed(&format!(r#"["{SALT}","a",2]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{second_digest}","{first_digest}"]}}"#), &[&first, &second]));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), ["sd-claim-exists"]);
    assert_eq!(sd_jwt.processed, "{\n  \"a\": 2\n}");
    // In objects that stand beside each other, both are fine.
    let payload = format!(r#"{{"x":{{"_sd":["{second_digest}"]}},"_sd":["{first_digest}"]}}"#);
    let sd_jwt = read_token(&token(&payload, &[&first, &second]));
    assert!(sd_jwt.disclosures.iter().all(|disclosure| disclosure.problems.is_empty()));
}

#[test]
fn names_digests_that_stand_twice_and_disclosures_that_repeat() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","a",1]"#));
    let payload =
        format!(r#"{{"_sd":["{digest}","decoy"],"b":{{"_sd":["{digest}"]}},"c":["decoy",{{"...":"decoy"}}]}}"#);
    let sd_jwt = read_token(&token(&payload, &[&encoded, &encoded]));
    let messages: Vec<_> = sd_jwt.problems.iter().map(|problem| problem.message.clone()).collect();
    let twice = |digest: &str| format!("The digest `{digest}` stands in the token 2 times: a verifier must reject it.");
    assert!(messages.contains(&twice(&digest)) && messages.contains(&twice("decoy")) && messages.len() == 2);
    assert_eq!(sd_jwt.problems[0].span.in_str(&payload).len(), sd_jwt.problems[0].span.len());
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), [""; 0]);
    assert_eq!(ids(&sd_jwt.disclosures[1].problems), ["sd-repeated-disclosure"]);
    assert_eq!(sd_jwt.disclosures[0].place.as_deref(), Some("/a"));
}

#[test]
fn an_unknown_hash_matches_nothing() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","a",1]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{digest}"],"_sd_alg":"md5\u202e"}}"#), &[&encoded]));
    assert_eq!((sd_jwt.hash, sd_jwt.hash_is_declared, sd_jwt.undisclosed), (None, true, 1));
    assert_eq!(sd_jwt.undisclosed_in_words(), None);
    assert_eq!((&sd_jwt.disclosures[0].digest, &sd_jwt.disclosures[0].place), (&None, &None));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), [""; 0]);
    let messages: Vec<_> = sd_jwt.problems.iter().map(|problem| problem.message.as_str()).collect();
    let message = "`_sd_alg` is `md5⟨U+202E⟩`, which is not known here: only sha-256, sha-384 and sha-512 are, so no disclosure can be matched.";
    assert_eq!(messages, [message]);
}

#[test]
fn a_misspelled_hash_is_tried() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","given_name","John"]"#));
    for name in ["sha256", "SHA-256", "sha_256", "SHA256", "Sha-256", "sha 256"] {
        let payload = format!(r#"{{"_sd":["{digest}","x"],"_sd_alg":"{name}"}}"#);
        let sd_jwt = read_token(&token(&payload, &[&encoded]));
        assert_eq!((sd_jwt.hash, sd_jwt.matched(), sd_jwt.undisclosed), (Some(Hash::Sha256), 1, 1), "{name}");
        assert!(sd_jwt.processed.contains("\"given_name\": \"John\""), "{}", sd_jwt.processed);
        assert_eq!(
            sd_jwt.problems.iter().map(|it| (it.id, it.message.as_str())).collect::<Vec<_>>(),
            [(
                "sd-hash-misspelled",
                &*format!(
                    "`_sd_alg` is `{name}`, but the name is written `sha-256`: a verifier may refuse the token. Every disclosure fits sha-256, so the claims were put together with it."
                ),
            )]
        );
    }
    // One that fits and one that does not: nothing is put together.
    let (other, _) = disclosed(&format!(r#"["{SALT}","family_name","Doe"]"#));
    let payload = format!(r#"{{"_sd":["{digest}"],"_sd_alg":"sha256"}}"#);
    let sd_jwt = read_token(&token(&payload, &[&encoded, &other]));
    assert_eq!((sd_jwt.hash, sd_jwt.matched(), ids(&sd_jwt.problems)), (None, 0, vec!["sd-hash-misspelled"]));
    assert!(sd_jwt.disclosures.iter().all(|disclosure| disclosure.problems.is_empty()));
    for unknown in ["sha3-256", "sha", "256", "md5", "sha-256-128", ""] {
        let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{digest}"],"_sd_alg":"{unknown}"}}"#), &[&encoded]));
        assert_eq!((sd_jwt.hash, ids(&sd_jwt.problems)), (None, vec!["sd-unknown-hash"]), "{unknown}");
    }
}

#[test]
fn every_known_hash_matches() {
    for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
        let encoded = encode(format!(r#"["{SALT}","a",1]"#));
        let digest = base64url(&hash.digest(encoded.as_bytes()));
        let payload = format!(r#"{{"_sd":["{digest}"],"_sd_alg":"{}"}}"#, hash.name());
        let sd_jwt = read_token(&token(&payload, &[&encoded]));
        assert_eq!(sd_jwt.disclosures[0].place.as_deref(), Some("/a"));
    }
}

#[test]
fn says_what_is_wrong_with_a_payload() {
    let payload = r#"{"_sd":"x","a":{"_sd":[1],"_sd_alg":"sha-256"},"...":"y","l":[{"...":"z","b":1},{"...":2}]}"#;
    let sd_jwt = read_token(&token(payload, &[]));
    let problems: Vec<_> = sd_jwt.problems.iter().map(|problem| (problem.id, problem.span.in_str(payload))).collect();
    assert_eq!(
        problems,
        [
            ("sd-no-digests", "\"x\""),
            ("sd-reserved-name", r#""...":"y""#),
            ("sd-no-digests", "1"),
            ("sd-nested-hash", r#""_sd_alg":"sha-256""#),
            ("sd-reserved-name", r#""...":"z""#),
            ("sd-reserved-name", r#""...":2"#),
        ]
    );
    assert_eq!(sd_jwt.undisclosed, 0);
}

/// The top of the payload has its own rules.
#[test]
fn deeper_claims_are_like_any_other() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","exp",2]"#));
    let payload = format!(r#"{{"a":{{"_sd":["{digest}"],"_sd_alg":"sha-512"}}}}"#);
    let sd_jwt = read_token(&token(&payload, &[&encoded]));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), [""; 0]);
    assert_eq!(sd_jwt.processed, "{\n  \"a\": {\n    \"exp\": 2,\n    \"_sd_alg\": \"sha-512\"\n  }\n}");
}

/// Disclosures below a disclosure that was left out were not searched, so they are not called unmatched for certain.
#[test]
fn says_no_more_of_the_unmatched_than_is_known() {
    let (inner, inner_digest) = disclosed(&format!(r#"["{SALT}","inner",true]"#));
    for outer in
        [format!(r#"["{SALT}","a",{{"_sd":["{inner_digest}"]}}]"#), format!(r#"["{SALT}",["{inner_digest}"]]"#)]
    {
        let (outer, outer_digest) = disclosed(&outer);
        let payload = format!(r#"{{"a":1,"_sd":["{outer_digest}"]}}"#);
        let sd_jwt = read_token(&token(&payload, &[&inner, &outer]));
        let message = "No digest that was read leads to this disclosure; not all of them could be.";
        assert_eq!(sd_jwt.disclosures[0].problems[0].message, message);
    }
    let sd_jwt = read_token(&token(r#"{"a":1}"#, &[&inner]));
    let message = "No digest leads to this disclosure, neither in the payload nor in a disclosure that one leads to: a verifier must reject the token.";
    assert_eq!(sd_jwt.disclosures[0].problems[0].message, message);
}

#[test]
fn what_is_no_sd_jwt_is_none() {
    let plain = |payload: &str| token_of(&format!("{}.{}.c2ln", encode(r#"{"alg":"ES256"}"#), encode(payload)));
    assert_eq!(read(&plain(r#"{"sub":"x","sd":["y"]}"#)), None);
    assert_eq!(read(&plain("[\"_sd\"]")), None);
    assert_eq!(read(&token("[1]", &[])), None);
    assert_eq!(key_binding(&plain("{}")), None);
    // Its issuer-signed JWT alone is one whose claims are all kept back.
    assert_eq!(read(&plain(r#"{"_sd":["x"]}"#)).map(|sd_jwt| sd_jwt.undisclosed), Some(1));
}

#[track_caller]
fn check_binding(payload: &str, outcome: SdHash, message: &str) {
    // The empty disclosure is hashed as everything is that stands there.
    let mut text = format!("{}.{}.c2ln~~", encode(r#"{"alg":"ES256"}"#), encode(r#"{"_sd_alg":"sha-384"}"#));
    let digest = base64url(&Hash::Sha384.digest(text.as_bytes()));
    text.push_str(&format!(
        "{}.{}.c2ln",
        encode(r#"{"alg":"ES256","typ":"kb+jwt"}"#),
        encode(payload.replace("HASH", &digest))
    ));
    let binding = key_binding(&token_of(&text)).expect("a key binding JWT");
    assert_eq!((binding.outcome, binding.message), (outcome, message.replace("HASH", &digest)));
    assert_eq!(binding.computed, Some(digest));
}

#[test]
fn compares_what_a_key_binding_jwt_speaks_of() {
    check_binding(
        r#"{"sd_hash":"HASH"}"#,
        SdHash::Match,
        "`sd_hash` is the hash of this SD-JWT with just these disclosures: the key binding JWT was made for it. Who made it, only its signature can show, and that is not checked here.",
    );
    check_binding(
        r#"{"sd_hash":"x"}"#,
        SdHash::Mismatch,
        "`sd_hash` is `x`, but the hash of what stands before the key binding JWT is `HASH`: it was made for another SD-JWT or for other disclosures, or something was changed.",
    );
    check_binding(
        r#"{"nonce":"x"}"#,
        SdHash::Absent,
        "The key binding JWT has no `sd_hash`, which it must have: it could be attached to any other SD-JWT.",
    );
    check_binding(r#"{"sd_hash":1}"#, SdHash::WrongType, "`sd_hash` must be a string, but is a number.");
    check_binding(
        r#"{"sd_hash":"#,
        SdHash::Unreadable,
        "The payload of the key binding JWT cannot be read as a JSON object, so its `sd_hash` is not known.",
    );
}
