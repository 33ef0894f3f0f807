//! Copies "without the signature" of tokens that hold one which the finder does not see, but another program may.

use super::*;

const CLAIMS: &str = r#"{"sub":"u"}"#;

/// In a claim, in a list, as a name, in the header, around it and as the payload itself.
#[track_caller]
fn holds_none(text: &str) {
    for text in [text.to_owned(), encode(text), format!("Bearer {text}"), text.replace('.', "%2E")] {
        let string = json_string(&text);
        for claims in [
            format!(r#"{{"a":"b","t":{string}}}"#),
            format!(r#"{{"a":"b","t":[{{"deep":{string}}}]}}"#),
            format!(r#"{{"a":"b",{string}:1}}"#),
            format!(r#"{{"a":"b","t":{}}}"#, json_string(&format!(r#"{{"t":{string}}}"#))),
        ] {
            holds_no_signature(&outer(&claims));
        }
        let header = format!(r#"{{"alg":"HS256","kid":{string}}}"#);
        holds_no_signature(&compact(&header, r#"{"a":"b"}"#, &OUTER));
        holds_no_signature(&outer(&text));
        let disclosure = encode(format!(r#"["salt","t",{string}]"#));
        holds_no_signature(&format!("{}~{disclosure}~", outer(r#"{"a":"b","_sd_alg":"sha-256"}"#)));
    }
}

#[test]
fn whose_header_begins_with_white_space_or_a_byte_order_mark() {
    for before in [" ", "  ", "\n", "\t", "\r\n", "\u{FEFF}", "\u{FEFF} ", "\u{A0}", "\u{200B}", "\0", "\u{B}"] {
        for payload in ["{}", "text", "", "[1]", CLAIMS] {
            holds_none(&compact(&format!(r#"{before}{{"alg":"HS256"}}"#), payload, &SIGNATURE));
        }
    }
}

#[test]
fn to_which_letters_are_glued() {
    for payload in ["{}", "text", "", CLAIMS] {
        let token = compact(r#"{"alg":"HS256"}"#, payload, &SIGNATURE);
        for before in ["x", "xy", "xyz", "token", "_", "-", "0", "é", "jwt.", "a.b.", "v2_", "\u{200B}"] {
            holds_none(&format!("{before}{token}"));
        }
        for behind in ["x", "é", ".", "..x", "~", "_x", "=x"] {
            holds_none(&format!("{token}{behind}"));
        }
    }
}

#[test]
fn whose_header_is_none() {
    let utf_16: Vec<u8> = "{\"alg\":\"HS256\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for header in [
        encode("[{\"alg\":\"HS256\"}]"),
        encode("alg=HS256"),
        encode("\"HS256\""),
        encode("{'alg':'HS256'}"),
        encode("{alg:HS256}"),
        encode("{}"),
        encode("{\"typ\":\"JWT\"}"),
        encode(utf_16),
        encode([0xA1, 0x01, 0x05]),
        encode("// {\"alg\":\"HS256\"}"),
        "v4.local".to_owned(),
        "s".to_owned(),
        String::new(),
    ] {
        for payload in ["{}", "text", "", CLAIMS] {
            holds_none(&format!("{header}.{}.{}", encode(payload), encode(SIGNATURE)));
        }
    }
}

#[test]
fn and_the_page_can_say_that_something_was_left_out() {
    let token = compact(r#" {"alg":"HS256"}"#, "{}", &SIGNATURE);
    let unsigned = copy::without_signature(&first(&outer(&format!(r#"{{"a":"b","t":"x {token}"}}"#))));
    assert_eq!(unsigned.unread, 1);
    assert_eq!(unsigned.text, outer_without(r#"{"a":"b","t":"redacted by the sender"}"#));
}

fn outer_without(claims: &str) -> String {
    format!("{}.{}.", encode(r#"{"alg":"HS256"}"#), encode(claims))
}

#[test]
fn near_misses_stay_as_they_are() {
    for value in [
        "764086051850-6qr4p6gpi6hn506pt8ejuq83di341hur.apps.googleusercontent.com",
        "https://login.microsoftonline.com/9188040d-6c67-4cbb-b112-36a304b66dad/v2.0",
        "5b1f0a4e-7c3d-4f2a-9f0e-1a2b3c4d5e6f.5b1f0a4e-7c3d-4f2a-9f0e-1a2b3c4d5e6f.5b1f0a4e-7c3d-4f2a-9f0e-1a2b3c4d5e6f",
        "com.example.averylongpackagenamethatnobodytypes",
        "Mr. Grace B. M. Hopper-Of-The-Navy. See www.example.com/a.b.c",
        "1.2.3-beta.4",
    ] {
        let claims = format!(r#"{{"a":"{value}"}}"#);
        let unsigned = copy::without_signature(&first(&outer(&claims)));
        assert_eq!((unsigned.text, unsigned.unread), (outer_without(&claims), 0), "{value}");
    }
}

#[test]
fn in_a_json_serialization_whose_header_is_odd() {
    let signature = encode(SIGNATURE);
    for header in [" {\"alg\":\"HS256\"}", "\u{FEFF}{\"alg\":\"HS256\"}", "alg=HS256", "[]", "{}", "", "{\"alg\":1"] {
        let header = encode(header);
        for inner in [
            format!(r#"{{"payload":"e30","protected":"{header}","signature":"{signature}"}}"#),
            format!(r#"{{"payload":"dGV4dA","protected":"{header}","signature":"{signature}","x":1}}"#),
            format!(r#"{{"signature":"{signature}","payload":"e30","protected":"{header}"}}"#),
            format!(r#"{{"payload":"e30","signatures":[{{"protected":"{header}","signature":"{signature}"}}]}}"#),
            format!(r#"{{"payload":"e30","protected":"{header}","header":{{"kid":"a"}},"signature":"{signature}"}}"#),
            format!(r#"{{"protected":"{header}","iv":"AA","ciphertext":"{signature}","tag":"AA"}}"#),
        ] {
            let string = json_string(&inner);
            for claims in [
                format!(r#"{{"a":"b","vc":{inner}}}"#),
                format!(r#"{{"a":"b","vc":[[{inner}]]}}"#),
                format!(r#"{{"a":"b","t":{string}}}"#),
                format!(r#"{{"a":"b","t":{}}}"#, json_string(&format!("body: {inner} end"))),
                format!(r#"{{"a":"b","t":"{}"}}"#, encode(&inner)),
                format!(r#"{{"a":"b","t":{}}}"#, json_string(&string)),
                format!(r#"{{"a":"b",{string}:1}}"#),
            ] {
                holds_no_signature(&outer(&claims));
            }
        }
    }
}

#[test]
fn in_claims_that_are_named_like_the_members_of_a_token() {
    let signature = encode(SIGNATURE);
    let claims = format!(r#"{{"a":"b","payload":"x","signature":"{signature}"}}"#);
    holds_no_signature(&outer(&claims));
    let masked = redacted(&first(&outer(&claims)), &["signature"]);
    let expected = r#"{"a":"b","payload":"x","signature":"redacted by the sender"}"#;
    assert_eq!((masked.payload.as_str(), masked.unread), (expected, 0));
    // A claim by itself is no part of a token.
    let claims = format!(r#"{{"a":"b","signature":"{signature}"}}"#);
    assert_eq!(copy::without_signature(&first(&outer(&claims))).text, outer_without(&claims));
}
