//! What texts look like, and what does not look like anything. Secrets are put together here, so that none stands in
//! the source.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::*;
use decode::Decoded;

mod base64_secrets;
mod cookies;
mod decoded_claims;
mod look_alikes;
mod mentions;
mod placeholders;

fn read(text: &str) -> Decoded {
    let mut decoded = decode::decode(text);
    annotate(text, &mut decoded);
    decoded
}

fn url_safe(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Bytes that are no text, always the same.
fn noise(length: usize) -> Vec<u8> {
    let mut state: u32 = 7;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8 | 0x80
    };
    (0..length).map(|_| next()).collect()
}

/// It looks like this, is a secret or not, and shows this of what is inside. Nothing of it stands in the message.
#[track_caller]
fn check(text: &str, id: &str, is_secret: bool, inside: Option<&str>) {
    let found = recognise(text).unwrap_or_else(|| panic!("{text} looks like nothing"));
    assert_eq!((found.id, found.is_secret, found.inside.as_deref()), (id, is_secret, inside), "{text}");
    assert!(found.message.ends_with('.') && found.advice.ends_with('.') && !found.name.ends_with('.'));
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 12) {
        assert!(!found.message.contains(word), "{} quotes {word}", found.message);
    }
}

#[track_caller]
fn check_unknown(text: &str) {
    assert_eq!(recognise(text), None, "{text}");
}

fn pem(label: &str) -> String {
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(noise(48)))
}

#[test]
fn keys() {
    check(&pem(&["PRIVATE", "KEY"].join(" ")), "looks-like-private-key", true, None);
    check(&pem(&["RSA", "PRIVATE", "KEY"].join(" ")), "looks-like-private-key", true, None);
    check(&pem(&["OPENSSH", "PRIVATE", "KEY"].join(" ")), "looks-like-private-key", true, None);
    let account = format!("{{\"type\":\"service_account\",\"private_key\":{:?}}}", pem(&["PRIVATE", "KEY"].join(" ")));
    check(&account, "looks-like-private-key", true, None);
    check(&pem("PUBLIC KEY"), "looks-like-public-key", false, None);
    check(&pem("CERTIFICATE"), "looks-like-certificate", false, None);
    check(&pem("CERTIFICATE REQUEST"), "looks-like-certificate-request", false, None);
    check(&pem("PGP MESSAGE"), "looks-like-pem", false, None);
    check("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ ann@host.example", "looks-like-ssh-key", false, None);
    check(r#"{"kty":"EC","crv":"P-256","x":"a","y":"b"}"#, "looks-like-public-jwk", false, None);
    check(r#"{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}"#, "looks-like-private-jwk", true, None);
    check(r#"{"kty":"oct","k":"c"}"#, "looks-like-private-jwk", true, None);
    check(r#"{"kty":"AKP","alg":"ML-DSA-44","pub":"a","priv":"b"}"#, "looks-like-private-jwk", true, None);
    check(r#"{ "keys": [{"kty":"RSA","n":"a","e":"AQAB"}] }"#, "looks-like-key-set", false, None);
    check(r#"{"keys":[{"kty":"RSA","n":"a"},{"kty":"oct","k":"c"}]}"#, "looks-like-private-key-set", true, None);
    check_unknown("-----BEGIN PRIVATE KEY----- is how such a file begins");
    check_unknown("see -----BEGIN CERTIFICATE----- and what follows it in the file that the server was given by you");
    check_unknown("ssh-rsa is old");
    check_unknown(r#"{"keys":[]}"#);
    check_unknown(r#"{"keys":["a"]}"#);
    check_unknown(r#"{"kty":1}"#);
}

#[test]
fn authorization_schemes() {
    let basic = format!("Basic {}", STANDARD.encode("ann:correct horse"));
    check(&basic, "looks-like-basic-credentials", true, None);
    check(&format!("Authorization: {basic}"), "looks-like-basic-credentials", true, None);
    let mut ticket = b"\x60\x82\x01\x00\x06\x06\x2b\x06\x01\x05\x05\x02".to_vec();
    ticket.extend(noise(100));
    let ticket = STANDARD.encode(ticket);
    assert!(ticket.starts_with("YII"));
    check(&format!("Negotiate {ticket}"), "looks-like-kerberos-ticket", true, None);
    check(&ticket, "looks-like-kerberos-ticket", true, None);
    check(&format!("NTLM {}", STANDARD.encode("NTLMSSP\0\u{1}\0\0\0")), "looks-like-ntlm-message", true, None);
    check_unknown("Basic income for all");
    check_unknown("Negotiate YII");
}

#[test]
fn other_token_formats() {
    let payload = r#"{"sub":"ann","exp":"2030-01-01T00:00:00+00:00"}"#;
    let signed = |version: &str, signature| {
        format!("v{version}.public.{}", url_safe([payload.as_bytes(), &noise(signature)].concat()))
    };
    for (version, signature) in [("1", 256), ("2", 64), ("3", 96), ("4", 64)] {
        check(&signed(version, signature), "looks-like-paseto-public", true, Some(payload));
    }
    let footed = format!("{}.{}", signed("4", 64), url_safe(r#"{"kid":"1"}"#));
    check(&footed, "looks-like-paseto-public", true, Some(&format!("{payload} (footer: {{\"kid\":\"1\"}})")));
    check(&format!("v4.local.{}", url_safe(noise(90))), "looks-like-paseto-local", true, None);
    check_unknown("v4.public.release");
    check_unknown("v4.local.network");

    // Its payload is JSON behind a dot, as that of a token is.
    let decoded = read(&signed("4", 64));
    assert_eq!(decoded.tokens, []);
    assert_eq!(
        decoded.notes.iter().map(|it| it.id).collect::<Vec<_>>(),
        ["looks-like-paseto-public", "looks-like-secret", "looks-like-inside"]
    );
    let footed = format!("v4.local.{}.{}", url_safe(noise(90)), url_safe(r#"{"kid":"1"}"#));
    check(&footed, "looks-like-paseto-local", true, Some(r#"{"kid":"1"}"#));
    let decoded = read(&footed);
    assert_eq!(decoded.tokens, []);
    assert_eq!(
        decoded.notes.last().map(|note| note.message.as_str()),
        Some("Its footer can be read without a key: `{\"kid\":\"1\"}`.")
    );

    let number = STANDARD.encode("198622483471925248");
    let discord = format!("{number}.Cl2FMQ.{}", url_safe(noise(20)));
    check(&discord, "looks-like-discord-token", true, None);
    assert_eq!(read(&discord).tokens, []);
    let mapbox = format!("{}.{}", url_safe(r#"{"u":"ann","a":"ckab12cdef0123456789"}"#), url_safe(noise(16)));
    for (beginning, is_secret) in [("pk.", false), ("sk.", true), ("tk.", true)] {
        let text = [beginning, &mapbox].concat();
        check(&text, "looks-like-mapbox-token", is_secret, None);
        assert_eq!(read(&text).tokens, []);
        assert_eq!(read(&text).notes.len(), 1 + usize::from(is_secret));
    }
    assert_eq!(read(&format!("xk.{mapbox}")).tokens.len(), 1);
    let telegram = format!("110201543:AA{}", url_safe(noise(25)).split_at(33).0);
    for text in [&telegram, &format!("TELEGRAM_TOKEN={telegram}"), &format!("token: {telegram}")] {
        check(text, "looks-like-telegram-token", true, None);
    }
    check(&format!("shc:/1/3/{}", "5762".repeat(40)), "looks-like-health-card-part", false, None);
    check_unknown("shc:/1/3/");

    let fernet = [&[0x80][..], &1_700_000_000_u64.to_be_bytes(), &noise(16), &noise(32), &noise(32)].concat();
    let text = STANDARD.encode(&fernet).replace('+', "-").replace('/', "_");
    assert!(text.starts_with("gAAAA"));
    check(&text, "looks-like-fernet", true, None);
    assert_eq!(
        recognise(&text).map(|it| it.message).as_deref(),
        Some("It is encrypted with a shared key. Made on 2023-11-14 22:13:20 UTC.")
    );

    let first = "0021location http://a.example/\n001aidentifier one of them\n";
    check(&STANDARD.encode(first), "looks-like-macaroon", true, None);
    let second = [&[2, 1, 9][..], b"a.example", &noise(60)].concat();
    assert!(url_safe(&second).starts_with("AgE"));
    check(&url_safe(second), "looks-like-macaroon", true, None);
}

#[test]
fn saml() {
    let xml = r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"></samlp:Response>"#;
    check(xml, "looks-like-saml", true, None);
    check(&STANDARD.encode(xml), "looks-like-saml", true, None);
    let form = format!("SAMLResponse={}&RelayState=x", STANDARD.encode(xml).replace('=', "%3D"));
    check(&form, "looks-like-saml", true, None);
    let deflated = STANDARD.encode(noise(60)).replace('+', "%2B").replace('/', "%2F");
    let link = format!("https://idp.example/sso?SAMLRequest={deflated}&RelayState=x");
    check(&link, "looks-like-saml-request", false, None);
    assert!(recognise(&link).is_some_and(|it| it.message.contains("compressed")));
    check_unknown("<p>SAML is an XML format.</p>");
    check_unknown("the SAMLResponse= parameter is posted");
}

#[test]
fn answers_of_authorization_servers() {
    check(r#"{"access_token":"aB3","token_type":"Bearer","expires_in":3600}"#, "looks-like-token-response", true, None);
    check(r#"{"error":"invalid_grant","error_description":"x"}"#, "looks-like-error-response", false, None);
    check(r#"{"active":true,"sub":"ann"}"#, "looks-like-introspection-response", false, None);
    check(r#"{"issuer":"https://a.example","jwks_uri":"b"}"#, "looks-like-server-metadata", false, None);
    let code = "https://app.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz";
    check(code, "looks-like-authorization-code", true, None);
    check("https://app.example/cb#access_token=2YotnFZFEjr1zCsicMWpAA", "looks-like-link-with-token", true, None);
    check("postgres://ann:secret@db.example/main", "looks-like-link-with-password", true, None);
    check_unknown("https://shop.example/?promo_code=WINTERWINTERWINTER&state=NY");
    check_unknown("https://shop.example/?code=SPRING&state=NY");
    check_unknown("https://ann@git.example/repository.git");
    check_unknown(r#"{"access_token":""}"#);
    check_unknown(r#"{"active":"yes"}"#);
}

#[test]
fn identifiers_and_digests() {
    check("6f1f2c1e-8b4f-4f0e-9c57-0f1b7c9f2a10", "looks-like-uuid", false, None);
    check("{6F1F2C1E-8B4F-4F0E-9C57-0F1B7C9F2A10}", "looks-like-uuid", false, None);
    check("01ARZ3NDEKTSV4RRFFQ69G5FAV", "looks-like-ulid", false, None);
    check("9fceb02d0ae598e95dc970b74767f19372d61af8", "looks-like-hex", false, None);
    let message = recognise("9fceb02d0ae598e95dc970b74767f19372d61af8").map(|it| it.message);
    assert_eq!(
        message.as_deref(),
        Some("By its length it could be a digest, such as a git commit's, a session's ID, a key or an opaque token.")
    );
    check_unknown("6f1f2c1e-8b4f-4f0e-9c57");
    check_unknown("9fceb02d0ae598e95dc970b74767f19372d61af");
    check_unknown("9fceb02 rules: flag tokens without exp");
}

#[test]
fn base64() {
    check(
        &STANDARD.encode("Grüße aus dem Norden, 张三"),
        "looks-like-base64",
        false,
        Some("Grüße aus dem Norden, 张三"),
    );
    let long = "It is a dangerous business, going out of your door. ".repeat(40);
    let wrapped: Vec<_> =
        STANDARD.encode(&long).as_bytes().chunks(76).map(|it| String::from_utf8_lossy(it).into_owned()).collect();
    assert!(
        recognise(&wrapped.join("\n")).is_some_and(|it| it.inside.is_some_and(|inside| inside.starts_with("It is a")))
    );
    for (bytes, what) in [
        (&b"\x1f\x8b\x08\0"[..], "gzip data"),
        (b"\x78\x9c", "zlib data"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"PK\x03\x04", "a ZIP archive"),
    ] {
        let text = STANDARD.encode([bytes, &noise(40)].concat());
        check(&text, "looks-like-base64", false, None);
        assert!(recognise(&text).is_some_and(|it| it.message.ends_with(&format!(": {what}."))), "{what}");
    }
    check(&STANDARD.encode(pem(&["PRIVATE", "KEY"].join(" "))), "looks-like-base64", true, None);
    check(&STANDARD.encode("{\"a\":\"json\"}"), "looks-like-base64", false, Some("{\"a\":\"json\"}"));
    check(&STANDARD.encode("ann:correct-horse"), "looks-like-base64", true, None);
    check(
        &STANDARD.encode(STANDARD.encode("twice is not once")),
        "looks-like-base64",
        false,
        Some(&STANDARD.encode("twice is not once")),
    );
    check("dGhpcyBpcyBoaWRkZW7igK7igK4", "looks-like-base64", false, Some("this is hidden\u{202E}\u{202E}"));
}

#[test]
fn opaque_tokens() {
    check("2YotnFZFEjr1zCsicMWpAA", "looks-like-opaque-token", true, None);
    check("Bearer mF_9B5f.41JqMx7Q2z", "looks-like-opaque-token", true, None);
    check("sid=k3j4h5g6f7d8s9a0p1o2", "looks-like-opaque-token", true, None);
}

#[test]
fn what_looks_like_nothing() {
    for text in [
        "The quick brown fox jumps over the lazy dog.",
        "internationalization",
        "decodeBase64StringOfToken",
        "let token = decode(text).tokens.first();",
        "fn main() { println!(\"hello\"); }",
        "ann.example@mail.example.org",
        "1.2.3-beta.4+build.20231114",
        "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
        "src/inspect/profile/mod.rs:42",
        "2023-11-14T22:13:20Z",
        "+49 30 1234567890123456",
        "https://www.example.org/some/path?with=parameters",
        "{\"hello\":\"world\"}",
        "<html><body>hello</body></html>",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "VARIABLE_NAME_IN_CAPITALS",
        "Token expired at 10:15",
        "error: invalid_token",
        "é",
        "=",
        ":",
        "%",
        "--",
        "s:",
        "v4.",
        "Basic ",
    ] {
        check_unknown(text);
        assert_eq!(notes(text).iter().map(|note| note.id).collect::<Vec<_>>(), ["not-a-jwt"], "{text}");
    }
    assert_eq!(notes("  \n"), []);
}

#[test]
fn notes_say_what_it_is_and_what_to_do() {
    let notes = notes("6f1f2c1e-8b4f-4f0e-9c57-0f1b7c9f2a10");
    assert_eq!(
        notes,
        [Note::new(
            "looks-like-uuid",
            "This is not a JWT. It looks like a UUID. It could be the ID of a session, a reference token, or \
             the name of anything. Only its issuer can say what it means and whether it still works."
        )]
    );
}

#[test]
fn a_list_of_short_lines_is_no_token() {
    check_unknown("4b5a0b7e-6f0c-4a58-9d51-0f7a4f0f5c11\n0e0b0b52-9f6e-4e1c-8a57-1f2d1c5b7a90\n");
    check_unknown("aB3dE5gH7jK9mN1p\nqR2tU4wX6zA8cD0f\n");
    let wrapped: String = url_safe(noise(90)).chars().collect();
    let (first, second) = wrapped.split_at(64);
    check(&format!("{first}\n{second}"), "looks-like-opaque-token", true, None);
}
