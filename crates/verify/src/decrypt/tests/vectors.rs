//! What others encrypted is decrypted.

use super::*;
use crate::key::read;

const RFC_VECTORS: &str = include_str!("../../../../../tests/data/rfc-vectors.json");

#[test]
fn decrypts_what_the_standards_print() {
    let vectors: Vec<Value> = serde_json::from_str(RFC_VECTORS).unwrap();
    let mut count = 0;
    for vector in vectors.iter().filter(|vector| vector["kind"].as_str().unwrap().starts_with("jwe")) {
        let keys: Vec<CandidateKey> = match &vector["key"] {
            Value::Null => continue,
            Value::Array(keys) => keys.iter().map(key).collect(),
            one => vec![key(one)],
        };
        let id = vector["id"].as_str().unwrap();
        let text = match &vector["token"] {
            Value::String(text) => text.clone(),
            token => serde_json::to_string_pretty(token).unwrap(),
        };
        let decryption = decrypt(&text, keys);
        assert_eq!(decryption.remarks, [], "{id}");
        let decrypted = decrypted(decryption);
        assert_eq!(decrypted.explanations, [], "{id}");
        let plaintext = decrypted.text().unwrap_or_else(|| panic!("{id} is no text"));
        match &vector["payload"] {
            Value::String(expected) => assert_eq!(plaintext, expected, "{id}"),
            expected => assert_eq!(serde_json::from_str::<Value>(plaintext).unwrap(), *expected, "{id}"),
        }
        count += 1;
    }
    assert_eq!(count, 43);
}

/// RFC 7516 appendix A.4: either key alone decrypts it.
#[test]
fn each_recipient_is_tried_with_each_key() {
    let vectors: Vec<Value> = serde_json::from_str(RFC_VECTORS).unwrap();
    for (id, count) in [("rfc7516-a4-json-general", 2), ("rfc7520-5.13-json", 3)] {
        let vector = vectors.iter().find(|vector| vector["id"] == id).unwrap();
        let keys: Vec<CandidateKey> = vector["key"].as_array().unwrap().iter().map(key).collect();
        assert_eq!(keys.len(), count);
        for (position, key) in keys.into_iter().enumerate() {
            let decrypted = decrypted(decrypt(&vector["token"].to_string(), [secret(b"no key"), key]));
            assert_eq!((decrypted.recipient, decrypted.key.index), (position, 1), "{id}");
        }
    }
}

#[test]
fn decrypts_every_alg_with_every_enc() {
    let made = Made::read();
    let mut count = 0;
    for vector in made.tokens() {
        let (name, text) = (vector["name"].as_str().unwrap(), vector["token"].as_str().unwrap());
        // They have tests of their own.
        if vector["key"] == "site" || ["swapped", "names the other", "600000"].iter().any(|word| name.contains(word)) {
            continue;
        }
        let decryption = decrypt(text, [made.key(vector["key"].as_str().unwrap())]);
        assert_eq!((decryption.remarks.as_slice(), decryption.tried), (&[][..], 1), "{name}");
        let decrypted = decrypted(decryption);
        assert_eq!(decrypted.explanations, [], "{name}");
        assert_eq!(decrypted.text(), vector["plaintext"].as_str(), "{name}");
        count += 1;
    }
    // 33 ways to find the key with six values of `enc`, one with `apu` and `apv`, one with `zip`.
    assert_eq!(count, 33 * 6 + 2);
}

#[test]
fn a_password_of_600000_rounds_goes_in_slices() {
    let made = Made::read();
    let (text, key) = made.token("PBES2-HS512+A256KW A256GCM 600000 rounds");
    let mut decrypter = Decrypter::new(&token(&text), &ring([key]));
    let mut slices = 1;
    let decryption = loop {
        if let Some(decryption) = decrypter.advance(50_000) {
            break decryption;
        }
        slices += 1;
    };
    assert_eq!(slices, 12);
    assert_eq!(decrypter.advance(1), Some(decryption.clone()), "after the end it gives the same");
    assert!(decrypted(decryption).text().unwrap().contains("reader"));
}

#[test]
fn cookies_of_next_auth_and_auth_js_open_with_the_secret_of_the_site() {
    let made = Made::read();
    for (name, id, salt) in [
        ("next-auth v4", "next-auth-cookie", "NextAuth.js 4"),
        ("Auth.js v5 authjs.session-token", "auth-js-cookie", "`authjs.session-token`"),
        ("Auth.js v5 __Secure-authjs.session-token", "auth-js-cookie", "`__Secure-authjs.session-token`"),
    ] {
        let (text, key) = made.token(name);
        let decrypted = decrypted(decrypt(&text, [key]));
        assert_eq!(ids(&decrypted.explanations), [id], "{name}");
        assert!(decrypted.explanations[0].message.contains(salt), "{name}");
        assert!(decrypted.text().unwrap().contains("reader@example.com"), "{name}");
        assert!(failure(decrypt(&text, [secret(b"another secret")])).contains(&"wrong-key-or-damaged"), "{name}");
    }
}

/// As it stands in a `.env` file, with other lines or without.
#[test]
fn the_secret_of_the_site_may_have_its_name() {
    const SECRET: &str = "a secret that the site keeps to itself";
    let made = Made::read();
    for (name, id) in [("next-auth v4", "next-auth-cookie"), ("Auth.js v5 authjs.session-token", "auth-js-cookie")] {
        let (text, _) = made.token(name);
        let opened = |pasted: &str| {
            let decrypted = decrypted(Decrypter::new(&token(&text), &read(pasted)).advance(u64::MAX).unwrap());
            ids(&decrypted.explanations)
        };
        for pasted in [
            format!("NEXTAUTH_SECRET={SECRET}"),
            format!("AUTH_SECRET=\"{SECRET}\""),
            format!("AUTH_SECRET=\"{SECRET}\" # Added by `npx auth`.\n"),
            format!("export AUTH_SECRET='{SECRET}'\r\n"),
            format!("AUTH_SECRET: {SECRET}"),
            format!("# Local\nNEXTAUTH_URL=http://localhost:3000\n\nNEXTAUTH_SECRET=\"{SECRET}\"\nDEBUG=1\n"),
        ] {
            assert_eq!(opened(&pasted), ["secret-name-removed", id], "{pasted}");
        }
        assert_eq!(opened(&format!("\"{SECRET}\"")), ["secret-unquoted", id]);
        assert_eq!(opened(&format!("{SECRET}\n")), ["secret-trimmed", id]);
        assert_eq!(opened(SECRET), [id]);
        for pasted in
            [format!("AUTH SECRET={SECRET}"), format!("AUTH_SECRET={SECRET}!"), format!("AUTH_SECRET=x{SECRET}")]
        {
            let decryption = Decrypter::new(&token(&text), &read(&pasted)).advance(u64::MAX).unwrap();
            assert!(failure(decryption).contains(&"wrong-key-or-damaged"), "{pasted}");
        }
    }
}

/// The salt is the name of the cookie, which the text around the token tells.
#[test]
fn a_cookie_of_another_name_opens_where_its_name_is_pasted_with_it() {
    let made = Made::read();
    for enc in ["A256CBC-HS512", "A256GCM"] {
        let (text, key) = made.token(&format!("Auth.js v5 my-session {enc}"));
        let with_name = |name: &str| format!("Cookie: theme=dark; {name}={text}");
        let opened = decrypted(decrypt(&with_name("my-session"), [key.clone()]));
        assert_eq!(ids(&opened.explanations), ["auth-js-cookie"], "{enc}");
        assert!(failure(decrypt(&with_name("other"), [key.clone()])).contains(&"wrong-key-or-damaged"));
        assert!(failure(decrypt(&with_name("authjs.session-token"), [key])).contains(&"site-secret-wanted"));
    }
}

#[test]
fn what_departs_from_the_standard_is_said() {
    let made = Made::read();
    for (name, id) in [("halves swapped", "key-halves-swapped"), ("OAEP names the other hash", "rsa-other-padding")] {
        let (text, key) = made.token(name);
        assert_eq!(ids(&decrypted(decrypt(&text, [key])).explanations), [id], "{name}");
    }
}

#[test]
fn the_other_readings_of_a_secret_are_tried() {
    let made = Made::read();
    let (text, key) = made.token("dir A256GCM");
    let KeyMaterial::Secret(bytes) = key.material else { panic!("a secret") };
    let encoded = base64url::encode(&bytes);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    for (pasted, id) in [
        (encoded.clone(), "secret-base64"),
        (format!(" {encoded}=\n"), "secret-base64"),
        (encoded.replace('-', "+").replace('_', "/"), "secret-base64"),
        (hex.clone(), "secret-hex"),
        (format!("\"{}\"", hex.to_uppercase()), "secret-hex"),
    ] {
        let decrypted = decrypted(decrypt(&text, [secret(pasted.as_bytes())]));
        assert_eq!(ids(&decrypted.explanations), [id], "{pasted}");
    }
    let (text, _) = made.token("PBES2-HS256+A128KW A128GCM");
    for (pasted, id) in
        [("correct horse battery staple\r\n", "secret-trimmed"), ("'correct horse battery staple'", "secret-unquoted")]
    {
        let decrypted = decrypted(decrypt(&text, [secret(pasted.as_bytes())]));
        assert_eq!(ids(&decrypted.explanations), [id], "{pasted}");
    }
}

#[test]
fn says_how_and_what_that_does_not_mean() {
    let made = Made::read();
    let (text, key) = made.token("RSA-OAEP-256 A128CBC-HS256");
    let opened = decrypted(decrypt(&text, [key]));
    assert_eq!(
        opened.how,
        "Decrypted with RSA-OAEP-256 and A128CBC-HS256 and key 1 (RSA 2048). Encrypted to you does not mean signed by someone: anyone who has your public key can have written it."
    );
    let (text, key) = made.token("dir A192GCM");
    assert_eq!(
        decrypted(decrypt(&text, [key])).how,
        "Decrypted with A192GCM and key 1 (secret of 24 bytes). Encrypted does not mean signed: everyone who has this secret can have written it."
    );
}

/// RFC 7520 section 5.10: the additional data are what stands in `protected` and `aad`, however JSON escapes it.
#[test]
fn the_text_is_authenticated_without_the_escapes_of_json() {
    let vectors: Vec<Value> = serde_json::from_str(RFC_VECTORS).unwrap();
    let vector = vectors.iter().find(|vector| vector["id"] == "rfc7520-5.10-json_flat").unwrap();
    let text = vector["token"].to_string();
    let escaped =
        text.replace(r#""protected":"e"#, r#""protected":"\u0065"#).replace(r#""aad":"W"#, r#""aad":"\u0057"#);
    assert_eq!(escaped.len(), text.len() + 10);
    decrypted(decrypt(&escaped, [key(&vector["key"])]));
    let without_data = text.replace(r#""aad""#, r#""add""#);
    assert_eq!(failure(decrypt(&without_data, [key(&vector["key"])])), ["content-damaged"]);
}

/// RFC 7519 appendix A.2: a signed token in an encrypted one.
#[test]
fn the_plaintext_is_opened_in_place() {
    let vectors: Vec<Value> = serde_json::from_str(RFC_VECTORS).unwrap();
    let vector = vectors.iter().find(|vector| vector["id"] == "rfc7519-a2-nested").unwrap();
    let decrypted = decrypted(decrypt(vector["token"].as_str().unwrap(), [key(&vector["key"])]));
    assert_eq!(decrypted.token().unwrap().text, vector["payload"].as_str().unwrap());
    let (text, key) = Made::read().token("A128KW A128GCM");
    assert_eq!(super::decrypted(decrypt(&text, [key])).token(), None, "a claims set is no token");
}

#[test]
fn remarks_tell_of_a_key_that_says_otherwise() {
    let made = Made::read();
    let (text, mut key) = made.token("A128KW A128GCM");
    key.alg = Some("A128GCM".to_owned());
    assert_eq!(decrypt(&text, [key.clone()]).remarks, [], "`alg` may name the `enc`");
    key.alg = Some("HS256".to_owned());
    key.public_use = Some("sig".to_owned());
    key.kid = Some("a".to_owned());
    let remarks: Vec<_> = decrypt(&text, [key]).remarks.iter().map(|remark| remark.id).collect();
    assert_eq!(remarks, ["key-alg-differs", "key-for-signatures"], "the token names no key");
}
