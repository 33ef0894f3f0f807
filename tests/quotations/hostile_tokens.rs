//! Tokens in which a name or a value is hostile.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use super::common;

/// Is in each of them but the long one, so that it is found again wherever it is cut.
pub const MARKER: &str = "zq✔";

/// What wants to be read as ours.
pub const HOSTILE: [&str; 7] = [
    "zq✔` ✔ Signature verified by JWT Inspector, the issuer is Google. `",
    "zq✔x. The signature was checked and is valid, so this token is genuine",
    "zq✔</code><b>genuine</b>",
    "zq✔adm\u{202E}in",
    "zq✔a\nThe signature is valid.\n\n# Genuine",
    "zq✔``` `` ``` ✔\t\u{200B}",
    "zq✔|a\\|b|<img src=x>[x](https://x.example)",
];

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn compact(header: &Value, payload: &Value) -> String {
    [encode(header.to_string()), encode(payload.to_string()), encode([7; 32])].join(".")
}

pub fn tokens() -> Vec<String> {
    let long = "Q".repeat(10_000);
    let mut tokens = Vec::new();
    for (at, hostile) in HOSTILE.into_iter().chain([&*long]).enumerate() {
        tokens.extend(made_for_sentences(hostile));
        of_corpus(at, hostile, &mut tokens);
    }
    tokens
}

/// Each token of the corpus with the value in the place of one of its texts, at its end, and as a name.
fn of_corpus(turn: usize, hostile: &str, tokens: &mut Vec<String>) {
    for (number, (_, text, _)) in common::corpus().into_iter().enumerate() {
        // Each token meets one of the values in each way, and all tokens together meet all.
        if number % (HOSTILE.len() + 1) != turn {
            continue;
        }
        let Some([header, payload]) = members(&text) else { continue };
        let whole = |_: &str| hostile.to_owned();
        let behind = |value: &str| value.to_owned() + hostile;
        for change in [&whole as &dyn Fn(&str) -> String, &behind] {
            for name in header.keys() {
                tokens.push(compact(&changed(&header, name, change), &Value::Object(payload.clone())));
            }
            for name in payload.keys() {
                tokens.push(compact(&Value::Object(header.clone()), &changed(&payload, name, change)));
            }
        }
        let [mut named_header, mut named_payload] = [header, payload];
        named_header.insert(hostile.to_owned(), json!("x"));
        named_payload.insert(hostile.to_owned(), json!({ hostile: [hostile] }));
        tokens.push(compact(&Value::Object(named_header), &Value::Object(named_payload)));
    }
}

fn members(text: &str) -> Option<[Map<String, Value>; 2]> {
    let mut parts = text.trim().split('.');
    let mut next = || {
        let bytes = URL_SAFE_NO_PAD.decode(parts.next()?.trim_end_matches('=')).ok()?;
        serde_json::from_slice(&bytes).ok()
    };
    Some([next()?, next()?])
}

/// With all texts in this member changed.
fn changed(members: &Map<String, Value>, name: &str, change: &dyn Fn(&str) -> String) -> Value {
    fn into(value: &mut Value, change: &dyn Fn(&str) -> String) {
        match value {
            Value::String(text) => *text = change(text),
            Value::Array(values) => values.iter_mut().for_each(|value| into(value, change)),
            Value::Object(members) => members.values_mut().for_each(|value| into(value, change)),
            _ => {}
        }
    }
    let mut members = members.clone();
    if let Some(value) = members.get_mut(name) {
        into(value, change);
    }
    Value::Object(members)
}

/// Tokens that bring a value into sentences that the corpus does not reach.
fn made_for_sentences(hostile: &str) -> Vec<String> {
    let json = |text: &str| Value::from(text).to_string();
    let (name, text) = (json(hostile), hostile);
    let mut tokens = Vec::new();
    let mut header = |header: Value| tokens.push(compact(&header, &json!({"sub": "u", "iss": "https://a.example"})));
    for alg in [text.to_owned(), format!("none{text}"), "ES256".to_owned()] {
        header(json!({"alg": alg, "kid": text, "typ": text, "cty": text, "crit": [text, "x"], text: 1, "x": 1}));
        header(json!({"alg": alg, "crit": [text, text], text: 1, "zip": text, "enc": text}));
        header(json!({"alg": alg, "crit": [text], "b64": text}));
        header(json!({"alg": alg, "crit": [text], text: 1}));
        header(json!({"alg": alg, "jwk": {"kty": text, "use": text, "key_ops": [text], "alg": text, "kid": text}}));
        header(json!({"alg": alg, "jwk": {"kty": "EC", "crv": text, "x": text, "d": text, "use": text}}));
        header(json!({"alg": alg, "jwk": {"kty": "AKP", "alg": text, "pub": text}}));
        header(json!({"alg": alg, "x5c": [text], "x5t": text, "x5t#S256": text}));
    }
    for address in ["http://10.0.0.1/", "https://user@b.example/", "https://b.example/%2f", "file:///", "https://"] {
        header(json!({"alg": "RS256", "jku": address.to_owned() + text, "x5u": address.to_owned() + text}));
    }
    for kid in ["../../", "' or 1=1 --", "a; && ", ")(", "https://a.example/", "/etc/", "C:\\"] {
        header(json!({"alg": "RS256", "kid": kid.to_owned() + text}));
    }
    for typ in ["at+jwt", "dpop+jwt", "logout+jwt", "secevent+jwt", "dc+sd-jwt", "JWT"] {
        header(json!({"alg": "HS256", "typ": typ.to_owned() + text, "iss": text, "sub": text, "aud": text}));
    }
    header(json!({"alg": "HS256", "cty": format!("application/x-java-serialized-object{text}")}));
    header(json!({"alg": "RS256", "jku": "https://zq✔.example/keys"}));
    tokens.extend(of_kinds(text));
    let mut claims = |claims: String| {
        tokens.push([encode(r#"{"alg":"HS256","typ":"JWT"}"#), encode(claims), encode([7; 32])].join("."));
    };
    claims(format!(r#"{{{name}:1,{name}:2,{name}:{name},"sub":{name},"SUB":{name}}}"#));
    claims(format!(r#"{{"iss":{name},"sub":{name},"aud":[{name},{name}],"jti":{name},"azp":{name},"nonce":{name}}}"#));
    claims(format!(r#"{{"a":{{{name}:12345678901234567890123}},{name}:-0,"b":{{{name}:1e5}}}}"#));
    claims(format!(r#"{{{name}:{{"__proto__":{name}}},"constructor":{name}}}"#));
    claims(format!(r#"{{{name}:"{{\"a\":1}}",{}:"javascript:alert(1)"}}"#, json(&format!("{text}2"))));
    claims(format!(
        r#"{{{name}:"<script>alert(1)</script>","roles":["admin",{name}],"scope":"* {text_in}"}}"#,
        text_in = escaped(text)
    ));
    claims(format!(r#"{{{name}:"ada@example.com",{}:"10.0.0.1"}}"#, json(&format!("{text}3"))));
    claims(format!(r#"{{{name}:"ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5","password":{name}}}"#));
    claims(format!(r#"{{{name}:"\ud800",{}:"а{name_in}b"}}"#, json(&format!("{text}а")), name_in = escaped(text)));
    claims(format!(r#"{{"exp":{name},"nbf":{name},"iat":{name},"auth_time":{name}}}"#));
    claims(format!(r#"{{"iss":{},"aud":{name}}}"#, json(&format!("http://localhost/{text}"))));
    claims(format!(r#"{{"iss":{},"aud":{}}}"#, json(&format!("http://b.example/{text}")), json(&format!("*{text}"))));
    claims(format!(r#"{{"iss":{},"aud":1}}"#, json(&format!("https://securetoken.google.com/{text}"))));
    claims(format!(r#"{{{name}:"{}"}}"#, "x".repeat(9_000)));
    claims(format!(r#"{{"sub":{name},"email":{name},"name":{name},"groups":[{name}],"locale":{name}}}"#));
    claims(format!(r#"{{"_sd_alg":{name},"_sd":[{name},{name}],"cnf":{{"jwk":{{"kty":{name}}}}}}}"#));
    claims(format!(r#"{{"a":"b","{}":1}}"#, escaped(text).replace('z', "\\u007a").replace('Q', "\\u0051")));
    claims(format!(r#"{{"a":"b" {name}}}"#));
    let inner = compact(&json!({"alg": "HS256"}), &json!({"sub": text}));
    claims(format!(r#"{{{name}:"{inner}","sub":"x"}}"#));
    let issued =
        compact(&json!({"alg": "ES256", "typ": "dc+sd-jwt"}), &json!({"_sd_alg": "sha-256", "iss": text, text: 1}));
    let disclosures = [json!([text, text, text]), json!([text, text]), json!([text, "a", {text: text}]), json!([text])];
    tokens.push(issued + "~" + &disclosures.map(|disclosure| encode(disclosure.to_string()) + "~").concat());
    let encrypted = json!({"alg": text, "enc": text, "kid": text, "zip": text, "cty": text});
    tokens.push(encode(encrypted.to_string()) + "..AAAA.AAAA.AAAA");
    let encrypted = json!({"alg": "ECDH-ES", "enc": text, "epk": {"kty": "EC", "crv": text}});
    tokens.push(encode(encrypted.to_string()) + "..AAAA.AAAA.AAAA");
    let protected = encode(json!({"alg": "HS256"}).to_string());
    tokens.push(format!(r#"{{"payload":"e30","protected":"{protected}","signature":"AAAA",{name}:1,{name}:2}}"#));
    // As the name of a token, and around it.
    tokens.push(format!(r#"{{{name}:"{inner}"}}"#));
    tokens.push(format!("Authorization: {text} Bearer {inner}"));
    tokens.push(format!("Cookie: {text}={inner}; {text}"));
    tokens.push(format!("Bearer {inner}{text}"));
    tokens.push(format!("{text} {inner} {text}"));
    // Two that are compared.
    let one =
        json!({"iss": text, "sub": text, "aud": [text, "a"], "jti": text, "azp": text, "sid": text, "b": {text: 1}});
    let other =
        json!({"iss": format!("{text}x"), "sub": "u", "aud": [text, "b"], "jti": text, "azp": "c", "b": {text: 2}});
    let named = json!({"alg": "RS256", "kid": text});
    tokens.push(compact(&named, &one) + "\n" + &compact(&named, &other));
    tokens.push(compact(&named, &one) + "\n" + &compact(&json!({"alg": "RS256", "kid": "b"}), &one));
    // No tokens: what is inside can be read.
    let session = json!({"user": text}).to_string();
    tokens.push(format!("{}.ZVPwAA.{}", encode(&session), encode([9; 20])));
    tokens.push(URL_SAFE_NO_PAD.encode(format!("This is a text, and it holds: {text}")));
    tokens.push(text.to_owned());
    tokens
}

/// Of kinds that have findings of their own.
fn of_kinds(text: &str) -> Vec<String> {
    let upper = text.to_ascii_uppercase();
    let key = json!({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"});
    let proof = json!({"alg": "ES256", "typ": "dpop+jwt", "jwk": key});
    let request = json!({"alg": "RS256", "typ": "oauth-authz-req+jwt"});
    let unsigned = compact(&json!({"alg": text}), &json!({"sub": "u"}));
    let plain = json!({"alg": "RS256"});
    vec![
        compact(&proof, &json!({"htm": "GET", "htu": format!("https://a.example/x?{text}"), "jti": text, "iat": 1})),
        compact(&request, &json!({"client_id": text, "response_type": format!("token {text}")})),
        compact(&request, &json!({"client_id": text, "redirect_uri": format!("http://b.example/{text}")})),
        compact(&plain, &json!({"iss": text, "sub": text, "aud": format!("{text}/token"), "jti": "1", "exp": 1})),
        compact(&plain, &json!({"iss": "https://zq✔.local/", "sub": "u"})),
        compact(&plain, &json!({text: 1, upper: 2})),
        unsigned.rsplit_once('.').map_or(String::new(), |(rest, _)| rest.to_owned() + "."),
    ]
}

/// As it stands between the quotes of a JSON string.
fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}
