//! PEM, DER, SSH, and what is done to them on their way.

use super::super::{EcCurve, KeyForm, KeyMaterial, OkpCurve, describe, read};
use super::{key_file, ids, only, ring_ids, same, vector_key};

const RSA: &str = key_file!("rsa.spki.pem");
const P256: &str = key_file!("p256.spki.pem");

fn rsa() -> KeyMaterial {
    only(&vector_key("rfc7515-a2-rs256").to_string()).material
}

fn p256() -> KeyMaterial {
    only(&vector_key("rfc7515-a3-es256").to_string()).material
}

#[test]
fn every_form_of_an_rsa_key_is_the_same_key() {
    let key = rsa();
    for (text, form, is_private) in [
        (key_file!("rsa.spki.pem"), KeyForm::Spki, false),
        (key_file!("rsa.pkcs1-public.pem"), KeyForm::Pkcs1, false),
        (key_file!("rsa.pkcs1.pem"), KeyForm::Pkcs1, true),
        (key_file!("rsa.pkcs8.pem"), KeyForm::Pkcs8, true),
        (key_file!("rsa.certificate.pem"), KeyForm::Certificate, false),
        (key_file!("rsa.openssh"), KeyForm::Ssh, true),
        (key_file!("rsa.openssh.pub"), KeyForm::Ssh, false),
        (key_file!("rsa.ssh2.pub"), KeyForm::Ssh, false),
    ] {
        let found = same(text, &key);
        assert_eq!(found.form, form, "{text}");
        assert_eq!(found.private.is_some(), is_private, "{text}");
        assert_eq!(ids(&found).contains(&"key-is-private"), is_private, "{text}");
        assert_eq!(describe(&found), "RSA 2048");
    }
}

#[test]
fn private_numbers_are_the_same_in_every_form() {
    let key = only(&vector_key("rfc7515-a2-rs256").to_string()).private;
    for text in [key_file!("rsa.pkcs1.pem"), key_file!("rsa.pkcs8.pem"), key_file!("rsa.openssh")] {
        assert!(only(text).private == key, "{text}");
    }
    for (id, files) in [
        ("rfc7515-a3-es256", [key_file!("p256.pkcs8.pem"), key_file!("p256.sec1.pem"), key_file!("p256.openssh")]),
        ("rfc7515-a4-es512", [key_file!("p521.pkcs8.pem"), key_file!("p521.sec1.pem"), key_file!("p521.openssh")]),
    ] {
        let key = only(&vector_key(id).to_string()).private;
        for text in files {
            assert!(only(text).private == key, "{text}");
        }
    }
}

#[test]
fn every_form_of_a_key_on_a_curve_is_the_same_key() {
    let key = p256();
    for text in [
        key_file!("p256.spki.pem"),
        key_file!("p256.spki-compressed.pem"),
        key_file!("p256.sec1.pem"),
        key_file!("p256.sec1-parameters.pem"),
        key_file!("p256.pkcs8.pem"),
        key_file!("p256.certificate.pem"),
        key_file!("p256.request.pem"),
        key_file!("p256.openssh"),
        key_file!("p256.openssh.pub"),
    ] {
        assert_eq!(describe(&same(text, &key)), "EC P-256");
    }
    for (id, files) in [
        ("rfc7520-5.4-compact", [key_file!("p384.spki.pem"), key_file!("p384.sec1.pem"), key_file!("p384.openssh")]),
        ("rfc7515-a4-es512", [key_file!("p521.spki.pem"), key_file!("p521.sec1.pem"), key_file!("p521.openssh")]),
    ] {
        let key = only(&vector_key(id).to_string()).material;
        for text in files {
            same(text, &key);
        }
    }
    let public = same(key_file!("secp256k1.sec1.pem"), &only(key_file!("secp256k1.spki.pem")).material);
    assert!(matches!(public.material, KeyMaterial::Ec { curve: EcCurve::Secp256k1, .. }));
}

#[test]
fn every_form_of_an_edwards_or_montgomery_key_is_the_same_key() {
    let ed25519 = only(&vector_key("rfc8037-a4-ed25519").to_string()).material;
    for text in [key_file!("ed25519.spki.pem"), key_file!("ed25519.pkcs8.pem"), key_file!("ed25519.certificate.pem")] {
        assert_eq!(describe(&same(text, &ed25519)), "Ed25519");
    }
    let x25519 = only(&vector_key("cookbook-curve25519-ecdh-es-compact").to_string()).material;
    for text in [key_file!("x25519.spki.pem"), key_file!("x25519.pkcs8.pem")] {
        same(text, &x25519);
    }
    same(key_file!("ed448.pkcs8.pem"), &only(key_file!("ed448.spki.pem")).material);
    same(key_file!("x448.pkcs8.pem"), &only(key_file!("x448.spki.pem")).material);
    same(key_file!("ssh-ed25519.openssh"), &only(key_file!("ssh-ed25519.openssh.pub")).material);
}

/// What terminals, editors, `.env` files and source code make of a PEM.
#[test]
fn mended_pem_is_the_same_key() {
    let key = rsa();
    let lines: Vec<&str> = RSA.lines().collect();
    let body = lines[1..lines.len() - 1].concat();
    let escaped = RSA.trim().replace('\n', "\\n");
    for text in [
        RSA.replace('\n', "\r\n"),
        RSA.replace('\n', "\r"),
        RSA.replace('\n', " "),
        RSA.replace('\n', ""),
        RSA.replace('\n', "\n    "),
        RSA.replace('\n', "\n\n"),
        format!("\u{FEFF}{RSA}"),
        format!("KEY={RSA}"),
        format!("export JWT_PUBLIC_KEY=\"{escaped}\""),
        format!("JWT_PUBLIC_KEY='{escaped}\\n'"),
        escaped.replace("\\n", "\\r\\n"),
        escaped.replace("\\n", "\\\\n"),
        format!("const key = '{}';", lines.join("\\n' +\n  '")),
        format!("key = \"{}\"", lines.join("\\n\"\n       \"")),
        format!("  key: |\n    {}", lines.join("\n    ")),
        lines.join("\n> "),
        lines.join("\n# "),
        RSA.replace("-----", "\u{2014}\u{2014}-"),
        RSA.replace("-----", "----"),
        RSA.replace("PUBLIC KEY-----\n", "PUBLIC KEY-----\nComment: example\n\n"),
        RSA.replace("END PUBLIC", "END RSA PUBLIC"),
        RSA.replace("BEGIN PUBLIC", "BEGIN CERTIFICATE"),
        RSA.replace('+', "-").replace('/', "_"),
        body.clone(),
        body.trim_end_matches('=').to_owned(),
        format!("KEYCLOAK_KEY={body}"),
        format!("PORT=80\nPUBLIC=\"{body}\"\n"),
        lines[1..lines.len() - 1].join("\n"),
        lines[1..lines.len() - 1].join("\\n"),
        format!("https://jwt.io/#token=&publicKey={}", RSA.replace('\n', "%0A").replace(' ', "%20")),
        format!("https://jwt.io/#debugger-io?token=eyJ&publicKey={}", RSA.replace('\n', "%0D%0A").replace('+', "%2B")),
    ] {
        same(&text, &key);
    }
    // In hexadecimal, and the PEM itself in base64, as container secrets have it.
    use base64::Engine;
    let base64 = base64::engine::general_purpose::STANDARD.encode(RSA);
    same(&base64, &key);
    same(&format!("JWT_PUBLIC_KEY_BASE64={base64}"), &key);
    let der = base64::engine::general_purpose::STANDARD.decode(&body).expect("base64");
    same(&der.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), &key);
}

#[test]
fn says_what_was_mended() {
    let escaped = RSA.trim().replace('\n', "\\n");
    assert_eq!(ids(&only(&escaped)), ["pem-escaped-line-ends"]);
    let cut = RSA.get(..RSA.len() - 27).expect("ASCII");
    assert_eq!(ids(&only(cut)), ["pem-without-end"]);
    assert_eq!(ids(&only(RSA)), [""; 0]);
    assert!(ids(&only(key_file!("p256.request.pem"))).contains(&"is-certificate-request"));
}

#[test]
fn several_keys_have_each_their_place() {
    let text = format!("# first\n{RSA}\n# second\n{P256}\n{}", key_file!("rsa.openssh.pub"));
    let ring = read(&text);
    let materials: Vec<_> = ring.keys.iter().map(|key| &key.material).collect();
    assert_eq!(materials, [&rsa(), &p256(), &rsa()]);
    assert_eq!(ring.keys[0].span.in_str(&text), RSA.trim());
    assert_eq!(ring.keys[1].span.in_str(&text), P256.trim());
    assert!(ring.keys[2].span.in_str(&text).starts_with("ssh-rsa AAAA"));
    assert_eq!(ring.remarks, []);
}

#[test]
fn a_chain_gives_the_key_of_each_certificate_with_its_end() {
    let chain = format!("{}{}", key_file!("p256.certificate.pem"), key_file!("ed25519.certificate.pem"));
    let ring = read(&chain);
    assert_eq!(ring.keys.len(), 2);
    assert!(ring.keys.iter().all(|key| key.not_after.is_some_and(|seconds| seconds > 2_000_000_000)));
    assert!(matches!(ring.keys[1].material, KeyMaterial::Okp { curve: OkpCurve::Ed25519, .. }));
}

#[test]
fn encrypted_keys_are_named() {
    for text in [key_file!("rsa.pkcs8-encrypted.pem"), key_file!("rsa.pkcs1-encrypted.pem")] {
        for text in [text.to_owned(), text.replace('\n', "\\n"), text.replace('\n', " ")] {
            let ring = read(&text);
            assert_eq!((ring.keys.len(), ring_ids(&ring)), (0, vec!["key-encrypted"]), "{text}");
            assert!(ring.remarks[0].message.contains("openssl pkey"));
        }
    }
    // OpenSSH leaves the public key in clear.
    let key = same(key_file!("p256.openssh-encrypted"), &p256());
    assert_eq!((ids(&key), key.private.is_some()), (vec!["key-encrypted"], false));
}
