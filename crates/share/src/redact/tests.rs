//! What is left of a token when claims are masked, and that nothing else is.

use super::super::link;
use super::super::rewrite::stored;
use super::*;
use decode::decode;
use inspect::Context;
use inspect::describe::describe;
use inspect::masked::MASK;
use inspection::judge_all;
use test_tokens::{encode, token_from, token_of, token_with};

const CLAIMS: &str = r#"{"iss":"https://login.example.com", "sub":"grace-17","email":"Grace@example.com","exp":1700003600,"roles":["staff","grace-17"],"n":12345678901234567890}"#;

fn redact(token: &Token, names: &[&str]) -> Redacted {
    redacted(token, names).expect("claims")
}

#[track_caller]
fn check(claims: &str, names: &[&str], payload: &str, also: &[&str]) {
    let redacted = redact(&token_with(claims), names);
    assert_eq!(redacted.payload, payload);
    assert_eq!(redacted.also, also);
}

#[test]
fn masks_what_was_chosen_and_leaves_the_rest_as_it_was() {
    check(
        CLAIMS,
        &["email"],
        r#"{"iss":"https://login.example.com", "sub":"grace-17","email":"redacted by the sender","exp":1700003600,"roles":["staff","grace-17"],"n":12345678901234567890}"#,
        &[],
    );
    check(r#"{"a":{"b":[1]},"a":2}"#, &["a"], r#"{"a":"redacted by the sender","a":"redacted by the sender"}"#, &[]);
    check(r#"{"a":1}"#, &[], r#"{"a":1}"#, &[]);
}

#[test]
fn masks_the_same_value_wherever_it_stands() {
    check(
        r#"{"email":"grace@example.com","upn":"GRACE@example.com","login":"https://x.example/?u=grace%40example.com","by":{"grace@example.com":1},"u":"\u0067race@example.com"}"#,
        &["email"],
        r#"{"email":"redacted by the sender","upn":"redacted by the sender","login":"redacted by the sender","by":{"redacted by the sender":1},"u":"redacted by the sender"}"#,
        &["/payload/upn", "/payload/login", "/payload/by/redacted by the sender", "/payload/u"],
    );
    check(
        r#"{"tel":491234567,"note":"call 491234567","n":491234567,"other":1}"#,
        &["tel"],
        r#"{"tel":"redacted by the sender","note":"redacted by the sender","n":"redacted by the sender","other":1}"#,
        &["/payload/note", "/payload/n"],
    );
    // A short value is in many words.
    check(
        r#"{"locale":"en","iss":"open","l":"EN"}"#,
        &["locale"],
        r#"{"locale":"redacted by the sender","iss":"open","l":"redacted by the sender"}"#,
        &["/payload/l"],
    );
}

#[test]
fn masks_the_header_and_tokens_inside_too() {
    let inner = token_with(r#"{"email":"grace@example.com"}"#).text;
    let token = token_from(
        r#"{"alg":"HS256","kid":"grace@example.com"}"#,
        &[r#"{"email":"grace@example.com","hint":""#, &inner, r#"","other":"x"}"#].concat(),
    );
    let redacted = redact(&token, &["email"]);
    assert_eq!(redacted.also, ["/header/kid", "/payload/hint"]);
    let read = token_of(&redacted.text);
    assert_eq!(
        read.header().map(|part| part.text().into_owned()).as_deref(),
        Some(r#"{"alg":"HS256","kid":"redacted by the sender"}"#)
    );
}

/// All texts that a link holds once it is taken apart, with its own characters.
fn all_texts(link: &str) -> String {
    let arrival = link::read_fragment(link).expect("a token");
    let mut all = vec![link.to_owned(), arrival.text.clone()];
    fn collect(token: &Token, all: &mut Vec<String>) {
        all.push(token.text.clone());
        all.extend(token.parts.iter().map(|part| part.text().into_owned()));
        token.nested.iter().for_each(|nested| collect(&nested.token, all));
        // A text around a token hides it from nobody.
        let texts = token.parts.iter().filter(|part| part.value().is_some()).map(|part| part.text().into_owned());
        let wrapped = texts.flat_map(|text| decode(&text.replace("\\/", "/")).tokens);
        wrapped.filter(|inner| inner.text != token.text).for_each(|inner| collect(&inner, all));
    }
    decode(&arrival.text).tokens.iter().for_each(|token| collect(token, &mut all));
    all.join("\n").to_lowercase()
}

#[test]
fn a_link_holds_neither_the_masked_values_nor_the_signature() {
    let plain = token_with(CLAIMS);
    let flattened = [
        r#"{"payload":""#,
        &encode(CLAIMS),
        r#"","protected":""#,
        &encode(r#"{"alg":"HS256"}"#),
        r#"","header":{"kid":"grace-17"},"signature":""#,
        &encode([0x5A; 32]),
        r#""}"#,
    ];
    let flattened = token_of(&flattened.concat());
    let unencoded = token_of(
        &[
            &encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#),
            ".",
            r#"{"sub":"grace-17","email":"grace@example$com"}"#,
            ".",
            &encode([0x5A; 32]),
        ]
        .concat(),
    );
    let disclosures = [
        encode(r#"["salt1","sub","grace-17"]"#),
        encode(r#"["salt2","city","Berlin"]"#),
        encode(r#"["salt3",{"deep":["Grace@Example.com"]}]"#),
    ]
    .join("~");
    let sd_jwt =
        token_of(&[&token_from(r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#, CLAIMS).text, "~", &disclosures, "~"].concat());
    let compressed = stored(CLAIMS.as_bytes());
    let compressed = token_of(
        &[&encode(r#"{"alg":"ES256","zip":"DEF"}"#), ".", &encode(compressed), ".", &encode([0x5A; 64])].concat(),
    );
    for token in [plain, flattened, unencoded, sd_jwt, compressed] {
        let link = link::redacted(&redact(&token, &["sub", "email"]));
        let texts = all_texts(&link);
        for secret in ["grace-17", "grace@example", &encode("grace-17")] {
            assert!(!texts.contains(&secret.to_lowercase()), "{secret} in {texts}");
        }
        let signature = token.signature().expect("a signature").span.of(token.text.as_bytes());
        assert!(!texts.contains(&String::from_utf8_lossy(signature).to_lowercase()), "{texts}");
        assert!(texts.contains(MASK), "{texts}");
    }
}

#[test]
fn a_redacted_link_is_this_byte_for_byte() {
    let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsIm4iOjF9.AAECAw");
    let redacted = redact(&token, &["sub"]);
    assert_eq!(redacted.payload, r#"{"sub":"redacted by the sender","n":1}"#);
    assert_eq!(
        link::redacted(&redacted),
        "#token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyZWRhY3RlZCBieSB0aGUgc2VuZGVyIiwibiI6MX0.&signature=left-out&claims=redacted"
    );
}

/// An SD-JWT with these disclosures; `claims` gets their digests, in their order, for `{0}`, `{1}` and so on.
fn sd_jwt_of(claims: &dyn Fn(&[String]) -> String, disclosures: &dyn Fn(&[String]) -> Vec<String>) -> Token {
    let digests = |disclosures: &[String]| {
        let joined: String = disclosures.iter().map(|it| [&encode(it), "~"].concat()).collect();
        let token = token_of(&[&token_from(r#"{"alg":"ES256"}"#, "{}").text, "~", &joined].concat());
        let read = sd_jwt::read(&token).expect("disclosures").disclosures;
        (read.into_iter().map(|it| it.digest.expect("SHA-256")).collect::<Vec<_>>(), joined)
    };
    // Once to know the digests of the innermost, once more with them in place.
    let (inner, _) = digests(&disclosures(&vec![String::new(); 8]));
    let (found, joined) = digests(&disclosures(&inner));
    token_of(&[&token_from(r#"{"alg":"ES256"}"#, &claims(&found)).text, "~", &joined].concat())
}

#[test]
fn disclosures_that_tell_are_left_out() {
    let token = sd_jwt_of(&|digests| format!(r#"{{"a":1,"_sd":["{}","{}"]}}"#, digests[0], digests[1]), &|_| {
        vec![r#"["s","sub","grace-17"]"#.to_owned(), r#"["s","city","Berlin"]"#.to_owned()]
    });
    let redacted = redact(&token, &["sub"]);
    assert_eq!(redacted.left_out, 1);
    assert!(redacted.text.ends_with(&[".~", &encode(r#"["s","city","Berlin"]"#), "~"].concat()), "{}", redacted.text);
}

#[test]
fn what_a_masked_structure_discloses_is_left_out_with_it() {
    // `address` holds a digest in the open, `home` is a disclosure that holds one.
    let token = sd_jwt_of(
        &|digests| {
            format!(
                r#"{{"address":{{"_sd":["{}"]}},"list":[{{"...":"{}"}}],"_sd":["{}"]}}"#,
                digests[0], digests[1], digests[3]
            )
        },
        &|inner| {
            vec![
                r#"["s0","street","Hidden Lane 5"]"#.to_owned(),
                r#"["s1","secret element"]"#.to_owned(),
                r#"["s2","floor","Hidden floor"]"#.to_owned(),
                format!(r#"["s3","home",{{"_sd":["{}"]}}]"#, inner[2]),
            ]
        },
    );
    let redacted = redact(&token, &["address", "list", "home"]);
    assert_eq!(redacted.left_out, 4);
    assert!(redacted.text.ends_with(".~"), "{}", redacted.text);
    // What is not masked stays.
    assert_eq!(redact(&token, &["address"]).left_out, 1);
}

#[test]
fn a_segment_alone_is_masked_too() {
    let token = token_of(&encode(CLAIMS));
    let texts = all_texts(&link::redacted(&redact(&token, &["sub", "email"])));
    assert!(!texts.contains("grace") && texts.contains(MASK), "{texts}");
}

#[test]
fn tokens_inside_lose_their_signatures() {
    let inner = token_with(r#"{"email":"inner@example.com"}"#);
    let signature = inner.text.rsplit('.').next().expect("a signature").to_lowercase();
    let flattened = {
        let mut pieces = inner.text.split('.');
        let mut next = || pieces.next().unwrap_or_default();
        format!(r#"{{"protected":"{}","payload":"{}","signature":"{}"}}"#, next(), next(), next())
    };
    let deep = token_with(&format!(r#"{{"deeper":"{}"}}"#, inner.text));
    let deep_signature = deep.text.rsplit('.').next().expect("a signature").to_lowercase();
    for claims in [
        format!(r#"{{"a":"b","hint":"{}"}}"#, inner.text),
        format!(r#"{{"a":"b","log":"Authorization: Bearer {} and more"}}"#, inner.text),
        format!(r#"{{"a":"b","list":[{{"url":"https:\/\/x.example\/?id_token_hint={}"}}]}}"#, inner.text),
        format!(r#"{{"a":"b","vc":{flattened}}}"#),
        format!(r#"{{"a":"b","hint":"{}"}}"#, deep.text),
    ] {
        let token = token_with(&claims);
        for link in [link::without_signature(&token), link::redacted(&redact(&token, &["a"]))] {
            let texts = all_texts(&link);
            assert!(!texts.contains(&signature) && !texts.contains(&deep_signature), "{claims}: {texts}");
            assert!(texts.contains("inner@example.com"), "{claims}: {texts}");
        }
        // What the token inside tells is masked with the claim around it.
        let masked = claims.replacen(r#""a":"b""#, r#""a":"INNER@example.com""#, 1);
        let texts = all_texts(&link::redacted(&redact(&token_with(&masked), &["a"])));
        assert!(!texts.contains("inner@example.com"), "{masked}: {texts}");
    }
    // The payload may be a token itself, and so may what the header carries.
    let nested = token_from(r#"{"alg":"HS256","cty":"JWT"}"#, &inner.text);
    let chain = token_from(&format!(r#"{{"alg":"HS256","trust_chain":["{}"]}}"#, inner.text), "{}");
    for token in [nested, chain] {
        let texts = all_texts(&link::without_signature(&token));
        assert!(!texts.contains(&signature) && texts.contains("inner@example.com"), "{texts}");
    }
}

#[test]
fn masks_other_spellings_of_the_same() {
    for other in [
        r#""{\"mail\":\"gr\\u00e4ce@example.com\"}""#,
        r#""https://x.example/?u=gr%25C3%25A4ce%2540example.com""#,
        r#""state=Z3LDpGNlQGV4YW1wbGUuY29t.x""#,
        r#"["x",{"y":"to: GRäCE@EXAMPLE.COM"}]"#,
    ] {
        let redacted = redact(&token_with(&format!(r#"{{"email":"gräce@example.com","other":{other}}}"#)), &["email"]);
        assert_eq!(redacted.payload.matches(MASK).count(), 2, "{}", redacted.payload);
    }
    let plus = redact(&token_with(r#"{"name":"Grace Hopper","other":"q=Grace+Hopper"}"#), &["name"]);
    assert_eq!(plus.payload.matches(MASK).count(), 2, "{}", plus.payload);
}

#[test]
fn a_mask_hides_nothing_but_itself() {
    let context = Context { now: 1_700_000_000, signature_left_out: true, claims_redacted: true, ..Context::default() };
    for (header, claims, id) in [
        (r#"{"alg":"redacted by the sender","alg":"none"}"#, "{}", "alg-none"),
        (r#"{"alg":"HS256"}"#, r#"{"exp":"redacted by the sender","exp":1}"#, "expired"),
        (r#"{"alg":"HS256"}"#, r#"{"exp":"redacted by the sender","exp":1}"#, "json-duplicate-key"),
        (
            r#"{"alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA","n":"redacted by the sender"}}"#,
            "{}",
            "jwk-private",
        ),
        (r#"{"alg":"HS256","kid":"../../etc/passwd","x":"redacted by the sender"}"#, "{}", "kid-path-traversal"),
    ] {
        let text = [&encode(header), ".", &encode(claims), "."].concat();
        let found = &judge_all(decode(&text), context).tokens[0].judgement.findings;
        assert!(found.iter().any(|finding| finding.id() == id), "{id} in {found:?}");
    }
}

#[test]
fn of_countless_values_those_chosen_by_themselves_are_looked_for_first() {
    let groups: Vec<_> = (0..500).map(|at| format!("\"a long name of group number {at}\"")).collect();
    let claims =
        format!(r#"{{"groups":[{}],"email":"grace@example.com","u":"x grace@example.com y"}}"#, groups.join(","));
    assert!(!redact(&token_with(&claims), &["groups", "email"]).payload.contains("grace"));
}

#[test]
fn what_is_masked_raises_no_finding() {
    let token = token_with(r#"{"iss":"https://a.example","exp":1699990000000,"iat":"x","n":"a\u202eb"}"#);
    let ids = |text: &str, claims_redacted| {
        let context = Context { now: 1_700_000_000, signature_left_out: true, claims_redacted, ..Context::default() };
        let inspection = judge_all(decode(text), context);
        inspection.tokens[0].judgement.findings.iter().map(|finding| finding.id().to_owned()).collect::<Vec<_>>()
    };
    let text = redact(&token, &["exp", "iat"]).text;
    let without = ids(&text, true);
    assert!(!without.iter().any(|id| id.starts_with("exp-") || id.starts_with("iat-")), "{without:?}");
    assert!(without.contains(&"invisible-characters".to_owned()), "{without:?}");
    assert!(ids(&text, false).iter().any(|id| id == "exp-is-text"));
}

#[test]
fn one_secret_among_others_in_a_token_inside_is_enough() {
    for inner in [
        r#"{"a":"x","email":"grace@example.com"}"#,
        r#"{"a":["x","grace@example.com"]}"#,
        r#"{"a":"x","by":{"grace@example.com":1,"b":2}}"#,
    ] {
        let inner = token_with(inner).text;
        let claims = [r#"{"email":"grace@example.com","hint":""#, &inner, r#"","n":1}"#].concat();
        check(
            &claims,
            &["email"],
            r#"{"email":"redacted by the sender","hint":"redacted by the sender","n":1}"#,
            &["/payload/hint"],
        );
    }
}

#[test]
fn from_four_letters_on_a_value_is_found_in_others() {
    for (secret, holds, is_masked) in [("anna", "joanna", true), ("ann", "joann", false), ("ann", "Ann", true)] {
        let redacted = redact(&token_with(&format!(r#"{{"name":"{secret}","nick":"{holds}"}}"#)), &["name"]);
        assert_eq!(!redacted.also.is_empty(), is_masked, "{secret} in {holds}");
        assert_eq!(!redacted.payload.contains(holds), is_masked, "{secret} in {holds}");
    }
}

#[test]
fn every_claim_is_offered_every_value_is_looked_for_and_twenty_places_are_named() {
    let claims = |count: usize| (0..count).map(|at| format!("\"c{at}\":\"grace@example.com\"")).collect::<Vec<_>>();
    for count in [99, 100, 101, 1_000] {
        let token = token_with(&format!("{{{}}}", claims(count).join(",")));
        assert_eq!(maskable(&token, &describe(&token)).len(), count);
    }
    for (count, named) in [(20, 19), (21, 20), (22, 20)] {
        let redacted = redact(&token_with(&format!("{{{}}}", claims(count).join(","))), &["c0"]);
        assert_eq!(redacted.also.len(), named);
        assert!(!redacted.payload.contains("grace"), "{}", redacted.payload);
    }
    let secrets: Vec<String> = (0..2_000).map(|at| format!("\"secret{at:04}\"")).collect();
    for holds in ["in secret0199", "in secret0200", "secret1999 x"] {
        let claims = format!(r#"{{"all":[{}],"n":"{holds}"}}"#, secrets.join(","));
        assert!(!redact(&token_with(&claims), &["all"]).also.is_empty(), "{holds}");
    }
}

#[test]
fn a_stream_has_blocks_of_65535_bytes() {
    for (length, blocks) in [(1, 1), (65_535, 1), (65_536, 2), (131_070, 2), (131_071, 3)] {
        let stream = stored(&vec![b'x'; length]);
        assert_eq!(stream.len(), length + 5 * blocks, "{length}");
        assert_eq!(stream[0], u8::from(blocks == 1), "{length}");
    }
}

#[test]
fn any_of_several_secrets_is_found_in_others_and_nothing_else_is_masked() {
    let inner = token_with(r#"{"email":"ada@example.org"}"#).text;
    let claims = [
        r#"{"email":"grace@example.com","name":"Hopper","a":"mailto:grace@example.com","b":"Ms Hopper","hint":""#,
        &inner,
        r#""}"#,
    ]
    .concat();
    let redacted = redact(&token_with(&claims), &["email", "name"]);
    assert_eq!(redacted.also, ["/payload/a", "/payload/b"]);
    let (unsigned, _) = inner.rsplit_once('.').expect("a signature");
    assert!(redacted.payload.contains(unsigned), "{}", redacted.payload);
}
