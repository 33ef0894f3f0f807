//! Copies "without the signature": no signature of any token inside goes along.

use super::*;

/// The header of a token inside.
const HEADER: &str = r#"{"alg":"HS256"}"#;

fn signature() -> String {
    encode(SIGNATURE)
}

/// Texts that a claim may have, each with a token in it that has the signature.
#[track_caller]
fn in_a_claim(text: &str) {
    holds_no_signature(&outer(&format!(r#"{{"a":"b","t":{}}}"#, json_string(text))));
    holds_no_signature(&outer(&format!(r#"{{"a":"b","t":[{{"deep":{}}}]}}"#, json_string(text))));
    holds_no_signature(&outer(&format!(r#"{{"a":"b",{}:1}}"#, json_string(text))));
    let header = format!(r#"{{"alg":"HS256","kid":{}}}"#, json_string(text));
    holds_no_signature(&compact(&header, r#"{"a":"b"}"#, &OUTER));
}

#[test]
fn of_a_token_whose_header_begins_unusually() {
    for header in [
        r#"{"1":1,"alg":"HS256"}"#,
        r#"{"":1,"alg":"HS256"}"#,
        r#"{"$":1,"alg":"HS256"}"#,
        "{\"\t\":1,\"alg\":\"HS256\"}",
        "{\t\"alg\":\"HS256\"}",
        "{\n\"alg\":\"HS256\"}",
        "{\r\n \"alg\":\"HS256\"}",
        "{ \"alg\":\"HS256\"}",
        r#"{"é":1,"alg":"HS256"}"#,
        r#"{"日":1,"alg":"HS256"}"#,
        r#"{"\u0061lg":"HS256"}"#,
        r#"{"~":1,"alg":"HS256"}"#,
        r#"{"A":1,"alg":"HS256"}"#,
        r#"{"_":1,"alg":"HS256"}"#,
        r#"{"/":1,"alg":"HS256"}"#,
        r#"{"😀":1,"alg":"HS256"}"#,
        "{\"\u{2028}\":1,\"alg\":\"HS256\"}",
        r#"{"a":{"b":[]},"alg":"HS256"}"#,
        r#"{"alg" : "HS256"}"#,
        r#"{"0123456789":1,"alg":"HS256"}"#,
        "{\u{B}\"alg\":\"HS256\"}",
    ] {
        for payload in ["{}", "text", "[1]", "", "{ }", "\"x\"", "1", r#"{"sub":"u"}"#] {
            in_a_claim(&compact(header, payload, &SIGNATURE));
        }
    }
}

#[test]
fn of_an_encrypted_token_whose_header_begins_unusually() {
    for header in [r#"{"1":1,"alg":"dir","enc":"A128GCM"}"#, r#"{"alg":"dir","enc":"A128GCM"}"#] {
        for middle in ["..AAAA.", ".QUJD.AAAA.", ".A=.AAAA.", "..AAAA=.", ".=.=.", ".==.AAAA==."] {
            in_a_claim(&[&encode(header), middle, &signature(), ".AAAAAAAAAAAAAAAAAAAAAA"].concat());
        }
    }
}

#[test]
fn of_a_token_with_padding_in_the_middle() {
    let header = encode(HEADER);
    for middle in [
        ".=.",
        "..",
        ".===.",
        ".e30=.",
        "=.=.",
        "==.e30==.",
        ".====.",
        ".e30.=",
        ".=.=",
        ".e30..",
        ".e30...",
        "=..=",
        "==..",
        ".e3=0.",
        ".==e30.",
        "=.e30=.=",
        ".....=",
    ] {
        in_a_claim(&[&header, middle, &signature()].concat());
        in_a_claim(&[&header, middle, &signature(), "=="].concat());
        in_a_claim(&["Bearer ", &header, middle, &signature()].concat());
    }
}

#[test]
fn of_a_token_in_damaged_json() {
    let inner = inner();
    let deep = |levels: usize| format!("{}\"{inner}\"{}", "[".repeat(levels), "]".repeat(levels));
    for payload in [
        format!(r#"{{"a":"b"}} {{"t":"{inner}"}}"#),
        format!(r#"{{"a":"b"}}{inner}"#),
        format!(r#"{{"a":"b","t":"{inner}"#),
        format!(r#"{{"a":"b","t":"{inner}""#),
        format!(r#"{{"a":"b","t":"{}"#, inner.replace('e', "\\u0065")),
        format!(r#"{{"a":"b" oops "t":"{inner}"}}"#),
        format!(r#"{{"a":"b","t":"{inner}",}}"#),
        format!(r#"{{'a':'b','t':'{inner}'}}"#),
        format!(r#"{{"a":"b","x":01,"t":"{inner}"}}"#),
        format!(r#"{{"a":"b","x":"\q","t":"{inner}"}}"#),
        format!(r#"{{"a":"b","t":{}}}"#, deep(126)),
        format!(r#"{{"a":"b","t":{}}}"#, deep(127)),
        format!(r#"{{"a":"b","t":{}}}"#, deep(128)),
        format!(r#"{{"a":"b","t":{}}}"#, deep(400)),
        format!("\"{inner}"),
        format!("x{{\"t\":\"{inner}\"}}"),
        format!("t={inner}&a=b"),
        format!("{{\"a\":\"b\"}}\n{{\"t\":\"{inner}\"}}\n"),
        format!("{{\"a\":\"b\",\"a\":\"b\",t:\"{inner}\"}}"),
        format!("{{\"a\":\"b\"/* {inner} */}}"),
        format!("[{{\"a\":\"b\"}}]{inner}"),
        format!("---\na: b\nt: {inner}\n"),
        format!("t={}&a=b", inner.replace('.', "%2E").replace('e', "%65")),
        format!("<t>{inner}</t>"),
        format!("{{\"a\":\"b\",\"t\":\"{inner}\u{1}\"}}"),
        format!("{{\"a\":\"b\",\"t\":\"{inner}\n\"}}"),
    ] {
        holds_no_signature(&outer(&payload));
        let unencoded = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
        let unencoded = format!(
            r#"{{"protected":"{}","payload":{},"signature":"{}"}}"#,
            encode(unencoded),
            json_string(&payload),
            encode(OUTER)
        );
        holds_no_signature(&unencoded);
    }
}

#[test]
fn of_a_token_in_bytes_that_are_no_text() {
    let inner = inner();
    for (before, behind) in
        [(&b"{\"a\":\"b\",\"t\":\""[..], &b"\xFF\"}"[..]), (b"\xFF\xFE", b""), (b"\xA1\x61\x74\x78\x80", b"\xFF")]
    {
        let payload = [before, inner.as_bytes(), behind].concat();
        let text = format!("{}.{}.{}", encode(HEADER), encode(payload), encode(OUTER));
        holds_no_signature(&text);
    }
}

#[test]
fn of_a_token_behind_the_header() {
    let inner = inner();
    for header in [
        format!(r#"{{"alg":"HS256"}} {{"t":"{inner}"}}"#),
        format!(r#"{{"alg":"HS256"}}{inner}"#),
        format!(r#"{{"alg":"HS256","t":"{inner}"#),
        format!(r#"{{"alg":"HS256","t":"{inner}",}}"#),
        format!(r#"{{"alg":"HS256","t":"{inner}"}}"#),
        format!(r#"{{"alg":"HS256","{inner}":1}}"#),
    ] {
        holds_no_signature(&compact(&header, r#"{"a":"b"}"#, &OUTER));
        holds_no_signature(&encode(&header));
        holds_no_signature(&format!(
            "{}..AAAA.AAAA.AAAA",
            encode(header.replace("HS256\"", "dir\",\"enc\":\"A128GCM\""))
        ));
    }
}

#[test]
fn of_a_token_in_base64() {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let inner = inner();
    for text in [
        inner.clone(),
        format!("Bearer {inner}"),
        format!("x{inner}"),
        format!("xy {inner} and more"),
        format!("{inner}\n"),
    ] {
        in_a_claim(&encode(&text));
        in_a_claim(&STANDARD.encode(&text));
        in_a_claim(&format!("Basic {}", STANDARD.encode(format!("user:{text}"))));
        in_a_claim(&STANDARD.encode(STANDARD.encode(&text)));
        in_a_claim(&format!("data:text/plain;base64,{}", STANDARD.encode(&text)));
        in_a_claim(&encode(json_string(&text)));
        in_a_claim(&STANDARD.encode(text.replace('.', "%2E")));
        holds_no_signature(&outer(&STANDARD.encode(&text)));
        let lines: Vec<_> = STANDARD
            .encode(&text)
            .as_bytes()
            .chunks(76)
            .map(|line| String::from_utf8_lossy(line).into_owned())
            .collect();
        in_a_claim(&lines.join("\r\n"));
    }
}

#[test]
fn of_a_token_that_a_text_holds() {
    let inner = inner();
    for text in [
        inner.clone(),
        format!("Bearer {inner}"),
        format!("{inner}.{inner}"),
        format!("{inner} {inner}"),
        format!("{inner}~{}~", encode(r#"["s","a",1]"#)),
        format!("{inner}~{}~{inner}", encode(r#"["s","a",1]"#)),
        format!("https://a.example/#id_token={inner}&state=x"),
        format!("https://a.example/?r=https%3A%2F%2Fb.example%2F%3Ft%3D{}", inner.replace('.', "%252E")),
        json_string(&json_string(&inner)),
        format!(r#"{{"t":"{inner}"}}"#),
        format!(r#"{{"t":{}}}"#, json_string(&format!(r#"{{"u":"{inner}"}}"#))),
        format!("{}..{}", encode(HEADER), signature()),
        format!("{}.{}..{}", encode(HEADER), encode("{}"), signature()),
        format!("{}.{}.AAAA.{}", encode(HEADER), encode("{}"), signature()),
        compact(HEADER, &compact(HEADER, &inner, &OUTER), &OUTER),
        compact(HEADER, &format!(r#"{{"log":"Bearer {inner}"}}"#), &OUTER),
        compact(HEADER, &format!(r#"{{"log":"{}"}}"#, encode(&inner)), &OUTER),
        inner.replace('.', "%2E"),
        inner.replace('.', "&#46;"),
        inner.replace('.', "=2E"),
    ] {
        in_a_claim(&text);
    }
}

#[test]
fn of_a_serialization_in_json() {
    let signature = signature();
    let header = encode(r#"{"1":1,"alg":"HS256"}"#);
    for inner in [
        format!(r#"{{"payload":"e30","protected":"{header}","signature":"{signature}"}}"#),
        format!(r#"{{"payload":"","header":{{"alg":"HS256"}},"signature":"{signature}"}}"#),
        format!(r#"{{"payload":"e30","signatures":[{{"header":{{"alg":"HS256"}},"signature":"{signature}"}}]}}"#),
        format!(
            r#"{{"payload":"e30","signatures":[{{"protected":"{header}","signature":"AA"}},{{"header":{{"alg":"HS256"}},"signature":"{signature}"}}]}}"#
        ),
        format!(r#"{{"header":{{"alg":"dir"}},"ciphertext":"{signature}","tag":"AA"}}"#),
        format!(r#"{{"unprotected":{{"alg":"dir"}},"ciphertext":"AA","encrypted_key":"{signature}"}}"#),
        format!(r#"{{"recipients":[{{"header":{{"alg":"dir"}},"encrypted_key":"{signature}"}}],"ciphertext":"AA"}}"#),
    ] {
        holds_no_signature(&outer(&format!(r#"{{"a":"b","vc":{inner}}}"#)));
        holds_no_signature(&outer(&format!(r#"{{"a":"b","vc":[[{inner}]]}}"#)));
        in_a_claim(&inner);
        in_a_claim(&json_string(&inner));
        in_a_claim(&encode(&inner));
        in_a_claim(&format!("body: {inner} end"));
        in_a_claim(&format!(r#"{{"x":{inner}}}"#));
        // As the payload itself.
        holds_no_signature(&outer(&inner));
    }
}

#[test]
fn of_a_token_in_an_encrypted_token_without_a_protected_header() {
    let inner = inner();
    for header in [
        format!(r#"{{"alg":"dir","t":"{inner}"}}"#),
        format!(r#"{{"alg":"dir","t":["Bearer {inner}"]}}"#),
        format!(r#"{{"alg":"dir","{inner}":1}}"#),
        format!(r#"{{"alg":"dir","t":"{}"}}"#, encode(&inner)),
    ] {
        for text in [
            format!(r#"{{"unprotected":{header},"ciphertext":"AAAA","tag":"AA"}}"#),
            format!(r#"{{"header":{header},"ciphertext":"AAAA","tag":"AA"}}"#),
            format!(r#"{{"recipients":[{{"header":{header},"encrypted_key":"AA"}}],"ciphertext":"AAAA"}}"#),
            format!(r#"{{"protected":"{}","ciphertext":"AAAA"}}"#, encode(&header)),
        ] {
            holds_no_signature(&text);
        }
    }
}

#[test]
fn of_a_token_in_a_disclosure() {
    let inner = inner();
    let flattened = {
        let pieces: Vec<_> = inner.split('.').collect();
        format!(r#"{{"protected":"{}","payload":"{}","signature":"{}"}}"#, pieces[0], pieces[1], pieces[2])
    };
    let issued = outer(r#"{"a":"b","_sd_alg":"sha-256"}"#);
    for disclosure in [
        inner.clone(),
        flattened.clone(),
        json_string(&inner),
        format!(r#"["salt","t","{inner}"]"#),
        format!(r#"["salt","t","Bearer {inner}"]"#),
        format!(r#"["salt","{inner}",1]"#),
        format!(r#"["{inner}","t",1]"#),
        format!(r#"["salt","t",{flattened}]"#),
        format!(r#"["salt","t",{}]"#, json_string(&flattened)),
        format!(r#"["salt","t",1] {inner}"#),
        format!(r#"["salt","t","{inner}"#),
        format!(r#"["salt","t","{}"]"#, encode(&inner)),
    ] {
        holds_no_signature(&format!("{issued}~{}~", encode(&disclosure)));
        holds_no_signature(&format!("{issued}~{}~{inner}", encode(&disclosure)));
    }
    holds_no_signature(&format!("{issued}~{inner}~"));
    holds_no_signature(&format!("{issued}~{inner}"));
}

#[test]
fn of_the_hundred_and_first_token_inside() {
    let inner = inner();
    let flattened = format!(r#"{{"header":{{"alg":"HS256"}},"payload":"e30","signature":"{}"}}"#, signature());
    for (one, count) in [(json_string(&inner), 130), (flattened, 130)] {
        let many = vec![one; count].join(",");
        let text = outer(&format!(r#"{{"a":"b","all":[{many}]}}"#));
        let token = first(&text);
        assert!(!holds(&link::without_signature(&token), &SIGNATURE));
        assert!(!holds(&link::redacted(&redacted(&token, &["a"])), &SIGNATURE));
    }
}

#[test]
fn of_tokens_in_tokens_in_tokens() {
    let mut text = inner();
    for level in 0..24 {
        text = match level % 3 {
            0 => compact(HEADER, &text, &OUTER),
            1 => compact(HEADER, &format!(r#"{{"t":"{text}"}}"#), &OUTER),
            _ => compact(HEADER, &format!(r#"{{"t":"Bearer {text}"}}"#), &OUTER),
        };
        let link = link::without_signature(&first(&text));
        // The decoders of this test go as far as this: the last levels are looked at in what is written of them.
        assert!(!holds(&link, &SIGNATURE) && !holds(&link, &OUTER), "{level}");
    }
}

#[test]
fn of_a_token_in_a_compressed_payload() {
    let inner = inner();
    let stored = |payload: &[u8]| {
        let length = (payload.len() as u16).to_le_bytes();
        [&[1][..], &length, &length.map(|byte| !byte), payload].concat()
    };
    let claims = format!(r#"{{"a":"b","t":"{inner}"}}"#);
    let cut = stored(claims.as_bytes());
    for payload in [
        stored(claims.as_bytes()),
        [stored(br#"{"a":"b"}"#), inner.clone().into_bytes()].concat(),
        cut[..cut.len() - 3].to_vec(),
        stored(inner.as_bytes()),
    ] {
        holds_no_signature(&format!(
            "{}.{}.{}",
            encode(r#"{"alg":"ES256","zip":"DEF"}"#),
            encode(payload),
            encode(OUTER)
        ));
    }
}

#[test]
fn in_markdown_of_claims_put_together() {
    let inner = inner();
    let flattened = format!(r#"{{"header":{{"alg":"HS256"}},"payload":"e30","signature":"{}"}}"#, signature());
    for value in [
        format!("\"Bearer {inner}\""),
        json_string(&inner),
        json_string(&flattened),
        flattened.clone(),
        json_string(&encode(&inner)),
    ] {
        let issued = outer(&format!(r#"{{"a":"b","_sd_alg":"sha-256","t":{value}}}"#));
        holds_no_signature(&format!("{issued}~{}~", encode(r#"["salt","name","Grace"]"#)));
        holds_no_signature(&format!("{issued}~{}~", encode(format!(r#"["salt","t",{value}]"#))));
    }
}

#[test]
fn of_a_token_that_is_read_in_two_ways() {
    // As it stands, its payload goes on up to the dot of the address; without the escapes the signature ends it.
    let header = encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
    let payload = encode("sub=x");
    for text in [
        format!("log: \"{header}%2E{payload}%2E%2E{}\", and grace@example.com", signature()),
        format!("{header}.{payload}%2E{} to a.example", signature()),
        format!(r"{header}.{payload}\u002e{} to a.example", signature()),
    ] {
        in_a_claim(&text);
    }
}
