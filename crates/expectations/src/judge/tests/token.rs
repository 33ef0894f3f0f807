//! What every service demands of a token, on both sides.

use expect_test::expect;
use test_tokens::{NOW, encode, token_from, token_of};

use super::{ExpectationKind, KnownSignature, Token, judge};
use crate::json;

pub(super) const HEADER: &str = r#"{"alg":"RS256","typ":"JWT"}"#;
pub(super) const CLAIMS: &str = r#"{"iss":"a","exp":1700003600}"#;

/// The sentence, and the lines on the token itself.
pub(super) fn told_of(token: &Token, expectations: &str, signature: KnownSignature) -> String {
    let answer = judge(token, &json::read(expectations).expect("expectations"), signature, NOW);
    let lines = answer.lines.iter().filter(|line| line.kind == ExpectationKind::Token);
    let lines: String = lines
        .map(|line| format!("    {}: {}\n", line.outcome.id(), line.reason.as_deref().unwrap_or_default()))
        .collect();
    format!("{}\n{lines}", answer.sentence)
}

fn told(token: &Token) -> String {
    told_of(token, "{}", KnownSignature::NotChecked)
}

fn text(header: &str, payload: &str, signature: impl AsRef<[u8]>) -> String {
    format!("{}.{}.{}", encode(header), encode(payload), encode(signature))
}

fn table(cases: &[(&str, String)]) -> String {
    cases.iter().map(|(name, text)| format!("{name}: {}", told(&token_of(text)))).collect()
}

#[test]
fn healthy_tokens_have_no_line() {
    let nothing = "Nothing here would make a service refuse it.\n";
    for alg in ["HS256", "RS256", "ES256", "EdDSA", "PS512", "ES256K", "ML-DSA-44"] {
        assert_eq!(told(&token_from(&format!("{{\"alg\":\"{alg}\"}}"), CLAIMS)), nothing, "{alg}");
    }
    // RSA keys of other sizes.
    for length in [320, 384, 512, 1024] {
        assert_eq!(told(&token_of(&text(HEADER, CLAIMS, vec![7; length]))), nothing, "{length}");
    }
    // What surrounds a token in a paste is not of the token.
    let whole = text(HEADER, CLAIMS, [7; 256]);
    let (start, end) = whole.split_at(40);
    for paste in
        [format!("\"{whole}\","), format!("Bearer {whole}"), format!("{start}\n{end}"), format!("{start} {end}")]
    {
        assert_eq!(told(&token_of(&paste)), nothing, "{paste}");
    }
    let disclosing = format!("{}~{}~", text(HEADER, CLAIMS, [7; 256]), encode(r#"["salt","a",1]"#));
    assert_eq!(told(&token_of(&disclosing)), nothing);
}

#[test]
fn parts_that_are_missing_or_too_many() {
    let whole = text(HEADER, CLAIMS, [7; 256]);
    let unsigned = format!("{}.{}", encode(HEADER), encode(CLAIMS));
    let cases = [
        ("no signature", format!("{unsigned}.")),
        ("no last dot", unsigned.clone()),
        ("cut in the payload", unsigned[..unsigned.len() - 6].to_owned()),
        ("cut in the signature", whole[..whole.len() - 141].to_owned()),
        ("its last character is missing", whole[..whole.len() - 1].to_owned()),
        ("four parts", format!("{whole}.AAAA")),
        ("a header alone", encode(HEADER)),
        ("no payload", format!("{}..{}", encode(HEADER), encode([7; 256]))),
        ("a payload alone is empty", format!("{}..", encode(HEADER))),
    ];
    expect![[r#"
        no signature: A service that expects this would refuse it: its signature is missing.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
        no last dot: A service that expects this would refuse it: its signature is missing.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
        cut in the payload: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
        cut in the signature: A service that expects this would refuse it: its signature is damaged.
            not-met: As pasted, its signature cannot be read: a character is missing or too many: no bytes encode to this length.
        its last character is missing: A service that expects this would refuse it: its signature is damaged.
            not-met: As pasted, its signature cannot be read: a character is missing or too many: no bytes encode to this length.
        four parts: A service that expects this would refuse it: it has 4 parts.
            not-met: It has 4 parts, but a signed token has 3 (RFC 7515 section 7.1).
        a header alone: Nothing that was checked would make a service refuse it.
            not-checked: Only a part of a token is here.
        no payload: Some services would refuse it: its payload is not in it.
            not-checked: Its payload is not in it, but travels apart (RFC 7515 appendix F): many libraries do not read that.
        a payload alone is empty: A service that expects this would refuse it: its signature is missing, and its payload is no JSON object.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
    "#]].assert_eq(&table(&cases));
}

#[test]
fn parts_that_cannot_be_read() {
    let signature = encode([7; 256]);
    let with = |header: &str, payload: &str| format!("{header}.{payload}.{signature}");
    let (header, payload) = (encode(HEADER), encode(CLAIMS));
    let cases = [
        ("trailing comma", text(HEADER, r#"{"iss":"a",}"#, [7; 256])),
        ("an opening brace", text(HEADER, "{", [7; 256])),
        ("an array", text(HEADER, r#"["a"]"#, [7; 256])),
        ("a text", text(HEADER, "hello", [7; 256])),
        ("a header with a trailing comma", text(r#"{"alg":"RS256",}"#, CLAIMS, [7; 256])),
        ("padding", with(&header, &format!("{payload}="))),
        ("ordinary base64", with(&header, &encode(r#"{"iss":"a?>?>?>"}"#).replace('_', "/").replace('-', "+"))),
        ("stray bits", with(&header, &format!("{}R", &payload[..payload.len() - 1]))),
        ("a byte-order mark", text(HEADER, &format!("\u{feff}{CLAIMS}"), [7; 256])),
        ("not UTF-8", with(&header, &encode(b"{\"iss\":\"\xfc\",\"exp\":1700003600}"))),
        ("a signature with a star", format!("{header}.{payload}.AAA*AAA")),
        ("names twice", text(HEADER, r#"{"iss":"a","sub":"b","sub":"c","exp":1700003600,"iss":"a"}"#, [7; 256])),
        ("a parameter twice", text(r#"{"alg":"RS256","kid":"a","kid":"b"}"#, CLAIMS, [7; 256])),
        (
            "JSON serialization",
            format!(r#"{{"payload":"{payload}","protected":"{header}","signature":"{signature}"}}"#),
        ),
    ];
    expect![[r#"
        trailing comma: A service that expects this would refuse it: its payload is no JSON.
            not-met: As pasted, its payload cannot be read: expected a name in double quotes, but found `}` (JSON allows no comma before the end).
        an opening brace: A service that expects this would refuse it: its payload is no JSON.
            not-met: As pasted, its payload cannot be read: expected a name in double quotes or `}`, but the text ends here.
        an array: A service that expects this would refuse it: its payload is no JSON object.
        a text: A service that expects this would refuse it: its payload is no JSON object.
        a header with a trailing comma: A service that expects this would refuse it: its header is no JSON.
            not-met: As pasted, its header cannot be read: expected a name in double quotes, but found `}` (JSON allows no comma before the end).
        padding: Some services would refuse it: its payload has padding.
            not-checked: In its payload: expected base64url without padding, but found `=` at the end (RFC 7515 section 2). Some libraries refuse that.
        ordinary base64: Some services would refuse it: its payload is in ordinary base64.
            not-checked: In its payload: expected the base64url alphabet, but found `+` or `/` of ordinary base64 (RFC 7515 section 2). Some libraries refuse that.
        stray bits: Some services would refuse it: its payload has stray bits at its end.
            not-checked: In its payload: expected zero bits after the last byte, but found others (RFC 4648 section 3.5). Some libraries refuse that.
        a byte-order mark: Some services would refuse it: its payload has a byte-order mark.
            not-checked: In its payload: expected JSON, but found a byte-order mark before it (RFC 8259 section 8.1). Some libraries refuse that.
        not UTF-8: Some services would refuse it: its payload is not UTF-8.
            not-checked: In its payload: expected UTF-8, but found the byte 0xFC (RFC 7519 section 7.2). Some libraries refuse that.
        a signature with a star: A service that expects this would refuse it: its signature is too short.
            not-met: As pasted, its signature has 2 bytes, but one by `RS256` has 256, 384 or 512.
        names twice: Some services would refuse it: `sub` and `iss` stand in its payload several times.
            not-checked: In its payload, `sub` and `iss` stand several times: a service may refuse that, or take the last one (RFC 7519 section 4).
        a parameter twice: Some services would refuse it: `kid` stands in its header several times.
            not-checked: In its header, `kid` stands several times: a service may refuse that, or take the last one (RFC 7515 section 4).
        JSON serialization: Some services would refuse it: it is not in the compact serialization.
            not-checked: It is in the JSON serialization. A JWT is in the compact one (RFC 7519 section 3), and many libraries read no other.
    "#]].assert_eq(&table(&cases));
}

#[test]
fn masks_are_no_faults() {
    let unsigned = format!("{}.{}", encode(HEADER), encode(CLAIMS));
    let masked = format!("{}.{}.", encode(HEADER), encode(r#"{"iss":"redacted by the sender","exp":1700003600}"#));
    let cases = [
        ("a masked signature", format!("{unsigned}.[REDACTED]")),
        ("a word for a signature", format!("{unsigned}.signature_here")),
        ("a masked payload", format!("{}.****.{}", encode(HEADER), encode([7; 256]))),
        ("masked claims, and no signature", masked),
    ];
    let by_link = told_of(&token_of(&format!("{unsigned}.")), "{}", KnownSignature::LeftOut);
    let expected = told_of(&token_of(&format!("{unsigned}.")), r#"{"signature":true}"#, KnownSignature::LeftOut);
    expect![[r#"
        a masked signature: Nothing that was checked would make a service refuse it.
            not-checked: Its signature is masked here.
        a word for a signature: Nothing that was checked would make a service refuse it.
            not-checked: Its signature is masked here.
        a masked payload: Nothing that was checked would make a service refuse it.
            not-checked: Its payload is masked here.
        masked claims, and no signature: Nothing here would make a service refuse it.
        by a link: Nothing here would make a service refuse it.
        expected: Nothing here would make a service refuse it.
    "#]]
    .assert_eq(&format!("{}by a link: {by_link}expected: {expected}", table(&cases)));
}

#[test]
fn algorithms_that_a_service_refuses() {
    let with = |header: &str| text(header, CLAIMS, [7; 32]);
    let cases = [
        ("no algorithm", with(r#"{"typ":"JWT"}"#)),
        ("a number", with(r#"{"alg":5}"#)),
        ("nobody's", with(r#"{"alg":"XX99"}"#)),
        ("another case", with(r#"{"alg":"hs256"}"#)),
        ("a disguise", with(r#"{"alg":"nOnE"}"#)),
        ("of encryption", with(r#"{"alg":"RSA-OAEP"}"#)),
        ("a short signature", with(r#"{"alg":"ES256"}"#)),
        ("a long signature", text(r#"{"alg":"HS256"}"#, CLAIMS, [7; 64])),
        ("a small key", text(HEADER, CLAIMS, [7; 128])),
        ("an odd key", text(HEADER, CLAIMS, [7; 300])),
        ("crit", with(r#"{"alg":"HS256","crit":["x-foo"],"x-foo":1}"#)),
        ("crit is empty", with(r#"{"alg":"HS256","crit":[]}"#)),
    ];
    expect![[r#"
        no algorithm: A service that expects this would refuse it: its header has no `alg`.
            not-met: Its header has no `alg`, which every token has (RFC 7515 section 4.1.1).
        a number: A service that expects this would refuse it: its `alg` is not a string.
            not-met: Its `alg` is a number, not a string (RFC 7515 section 4.1.1).
        nobody's: A service that expects this would refuse it: no library knows its algorithm `XX99`.
            not-met: Its `alg` is `XX99`, which is not registered. Expect it under Algorithms if your service knows it.
        another case: A service that expects this would refuse it: no library knows its algorithm `hs256`.
            not-met: Its `alg` is `hs256`, which is not registered. Expect it under Algorithms if your service knows it.
        a disguise: A service that expects this would refuse it: no library knows its algorithm `nOnE`.
            not-met: Its `alg` is `nOnE`, which is not registered. Expect it under Algorithms if your service knows it.
        of encryption: A service that expects this would refuse it: its algorithm `RSA-OAEP` signs nothing.
            not-met: Its `alg` is `RSA-OAEP`, which is no algorithm of signatures.
        a short signature: A service that expects this would refuse it: its signature is too short.
            not-met: As pasted, its signature has 32 bytes, but one by `ES256` has 64.
        a long signature: A service that expects this would refuse it: its signature has the wrong length.
            not-met: As pasted, its signature has 64 bytes, but one by `HS256` has 32.
        a small key: Some services would refuse it: its RSA key has only 1,024 bits.
            not-checked: Its signature has 128 bytes, so its RSA key has 1,024 bits: some libraries refuse less than 2,048 (RFC 7518 section 3.3).
        an odd key: Nothing that was checked would make a service refuse it.
            not-checked: Its signature has 300 bytes, which few RSA keys make: it may be cut off.
        crit: Some services would refuse it: its `crit` lists `x-foo`.
            not-checked: `crit` in the header lists `x-foo`: a service that does not know it must refuse the token (RFC 7515 section 4.1.11).
        crit is empty: Some services would refuse it: its `crit` is no list of names.
            not-checked: `crit` in the header is no list of names: a service must refuse that (RFC 7515 section 4.1.11).
    "#]].assert_eq(&table(&cases));
}

/// What another line says, this one leaves to it.
#[test]
fn unsigned_tokens_under_expectations() {
    let none = token_of(&text(r#"{"alg":"none"}"#, CLAIMS, ""));
    let without_dot = token_of(&format!("{}.{}", encode(r#"{"alg":"none"}"#), encode(CLAIMS)));
    let signed = token_of(&text(r#"{"alg":"none"}"#, CLAIMS, [7; 32]));
    let three_parts = token_of(&text(r#"{"alg":"none","enc":"A128GCM"}"#, CLAIMS, ""));
    let missing = token_of(&text(HEADER, CLAIMS, ""));
    let odd = token_from(r#"{"alg":"XX99"}"#, CLAIMS);
    let mut all = String::new();
    for (name, token) in [
        ("none", &none),
        ("none without the last dot", &without_dot),
        ("none with a signature", &signed),
        ("none with enc", &three_parts),
        ("missing", &missing),
        ("XX99", &odd),
    ] {
        for expectations in [
            "{}",
            r#"{"algorithms":["RS256"]}"#,
            r#"{"algorithms":["none"]}"#,
            r#"{"algorithms":["XX99"]}"#,
            r#"{"signature":true}"#,
        ] {
            let told = told_of(token, expectations, KnownSignature::NotChecked);
            all.push_str(&format!("{name} {expectations}: {told}"));
        }
    }
    expect![[r#"
        none {}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none {"algorithms":["RS256"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none {"algorithms":["none"]}: Nothing here would make a service refuse it.
        none {"algorithms":["XX99"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none {"signature":true}: A service that expects this would refuse it: it is not signed.
        none without the last dot {}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none without the last dot {"algorithms":["RS256"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none without the last dot {"algorithms":["none"]}: A service that expects this would refuse it: the dot at its end is missing.
            not-met: The dot at its end is missing, which a token without a signature has (RFC 7519 section 6.1).
        none without the last dot {"algorithms":["XX99"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none without the last dot {"signature":true}: A service that expects this would refuse it: it is not signed.
        none with a signature {}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none with a signature {"algorithms":["RS256"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none with a signature {"algorithms":["none"]}: A service that expects this would refuse it: its `alg` is `none`, but it has a signature.
            not-met: Its `alg` is `none`, so its signature must be empty (RFC 7518 section 3.6), and it is not.
        none with a signature {"algorithms":["XX99"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none with a signature {"signature":true}: A service that expects this would refuse it: it is not signed.
        none with enc {}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none with enc {"algorithms":["RS256"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none with enc {"algorithms":["none"]}: Nothing that was checked would make a service refuse it.
        none with enc {"algorithms":["XX99"]}: A service that expects this would refuse it: it is not signed.
            not-met: It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 section 3.6).
        none with enc {"signature":true}: A service that expects this would refuse it: it is not signed.
        missing {}: A service that expects this would refuse it: its signature is missing.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
        missing {"algorithms":["RS256"]}: A service that expects this would refuse it: its signature is missing.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
        missing {"algorithms":["none"]}: A service that expects this would refuse it: its signature is missing, and the algorithm differs.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
        missing {"algorithms":["XX99"]}: A service that expects this would refuse it: its signature is missing, and the algorithm differs.
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
        missing {"signature":true}: A service that expects this would refuse it: its signature is missing.
        XX99 {}: A service that expects this would refuse it: no library knows its algorithm `XX99`.
            not-met: Its `alg` is `XX99`, which is not registered. Expect it under Algorithms if your service knows it.
        XX99 {"algorithms":["RS256"]}: A service that expects this would refuse it: the algorithm differs.
        XX99 {"algorithms":["none"]}: A service that expects this would refuse it: the algorithm differs.
        XX99 {"algorithms":["XX99"]}: Nothing here would make a service refuse it.
        XX99 {"signature":true}: A service that expects this would refuse it: no library knows its algorithm `XX99`.
            not-met: Its `alg` is `XX99`, which is not registered. Expect it under Algorithms if your service knows it.
    "#]].assert_eq(&all);
}
