//! Throw-away certificates made for these tests, whole, cut and broken, and the headers that they stand in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::material::digest::{Hash, base64url, hex};
use decode::json;

const RSA_ROOT: &str = include_str!("../../../../../tests/data/certificates/rsa-root.pem");
pub(super) const P256_LEAF: &str = include_str!("../../../../../tests/data/certificates/p256-leaf.pem");
const ED25519: &str = include_str!("../../../../../tests/data/certificates/ed25519.pem");

/// What stands between the lines of a PEM file, as `x5c` has it.
pub(super) fn base64(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with("-----")).collect()
}

pub(super) fn bytes(pem: &str) -> Vec<u8> {
    STANDARD.decode(base64(pem)).expect("base64")
}

fn chain_in(header: &str) -> Chain {
    let value = json::read(header.as_bytes()).value.expect("JSON");
    chain(&value).unwrap_or_else(|| panic!("nothing of certificates in {header}"))
}

fn chain_of(certificates: &[&str]) -> Chain {
    let list: Vec<_> = certificates.iter().map(|certificate| format!("\"{certificate}\"")).collect();
    chain_in(&format!(r#"{{"alg":"ES256","x5c":[{}]}}"#, list.join(",")))
}

pub(super) fn certificate(base64: &str) -> Certificate {
    chain_of(&[base64]).certificates.remove(0)
}

pub(super) fn messages(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.message.as_str()).collect()
}

pub(super) const ROOT_NAME: &str = r"CN=Example Test Root,OU=Keys,O=Example\, Ltd.,L=München,ST=Bayern,C=DE";

/// Compared with what `openssl x509` prints of the same files.
#[test]
fn reads_an_rsa_root() {
    let root = certificate(&base64(RSA_ROOT));
    assert_eq!(root.problems, []);
    assert_eq!(root.length, bytes(RSA_ROOT).len());
    assert_eq!((root.subject.as_deref(), root.issuer.as_deref()), (Some(ROOT_NAME), Some(ROOT_NAME)));
    assert_eq!((root.is_self_issued, root.is_named_by_next), (Some(true), None));
    assert_eq!(root.serial_number.as_deref(), Some("5a3c9f0011223344"));
    assert_eq!((root.not_before, root.not_after), (Some(1_795_556_526), Some(2_110_916_526)));
    assert_eq!(root.public_key, Some(PublicKey { kind: "RSA key".to_owned(), bits: Some(2048) }));
    assert_eq!(root.signature_algorithm.as_deref(), Some("RSA PKCS #1 v1.5 with SHA-256"));
    assert!(root.says_it_is_authority && root.alternative_names.is_empty());
    assert_eq!(root.sha1, "ggnxy4dySuEh11kTEcuQnOlnQgU");
    assert_eq!(root.sha256, "OMVbCHTYWto8GKA600UNyw9FGbUlDkNp2TbGGXtXdHU");
    assert_eq!(root.sha256_hex, "38c55b0874d85ada3c18a03ad3450dcb0f4519b5250e4369d936c6197b577475");
}

#[test]
fn reads_a_leaf_with_other_names() {
    let leaf = certificate(&base64(P256_LEAF));
    assert_eq!(leaf.problems, []);
    assert_eq!(
        leaf.subject.as_deref(),
        Some("serialNumber=42,emailAddress=keys@issuer.example,CN=issuer.example,DC=example,DC=com")
    );
    assert_eq!((leaf.issuer.as_deref(), leaf.is_self_issued), (Some(ROOT_NAME), Some(false)));
    assert_eq!(leaf.serial_number.as_deref(), Some("80f1"));
    let key = PublicKey { kind: "elliptic-curve key on P-256".to_owned(), bits: Some(256) };
    assert_eq!(leaf.public_key, Some(key));
    assert!(!leaf.says_it_is_authority);
    let names: Vec<_> = leaf.alternative_names.iter().map(|name| (name.kind, name.name.as_str())).collect();
    assert_eq!(
        names,
        [
            ("DNS", "issuer.example"),
            ("DNS", "*.issuer.example"),
            ("URI", "https://issuer.example/keys"),
            ("email", "keys@issuer.example"),
            ("IP", "192.0.2.7"),
            ("IP", "2001:db8:0:0:0:0:0:1"),
        ]
    );
    assert_eq!(leaf.alternative_names_left_out, 1);
    assert_eq!(leaf.sha1, "l7CJK-IdAhjkiPe-dD3h5P162Y8");
}

/// Its validity ends after 2049, and is a GeneralizedTime therefore.
#[test]
fn reads_an_ed25519_certificate() {
    let certificate = certificate(&base64(ED25519));
    assert_eq!(certificate.problems, []);
    assert_eq!((certificate.not_before, certificate.not_after), (Some(1_795_556_526), Some(3_523_556_526)));
    let key = PublicKey { kind: "elliptic-curve key on Ed25519".to_owned(), bits: Some(256) };
    assert_eq!(certificate.public_key, Some(key));
    assert_eq!(certificate.signature_algorithm.as_deref(), Some("Ed25519"));
    assert_eq!(
        (certificate.subject.as_deref(), certificate.serial_number.as_deref()),
        (Some("CN=ed25519.example"), Some("01"))
    );
}

#[test]
fn tells_whether_the_names_of_a_chain_fit() {
    let (leaf, root, other) = (base64(P256_LEAF), base64(RSA_ROOT), base64(ED25519));
    let fits = |chain: &Chain| -> Vec<_> { chain.certificates.iter().map(|read| read.is_named_by_next).collect() };
    let whole = chain_of(&[&leaf, &root]);
    assert_eq!(fits(&whole), [Some(true), None]);
    assert!(whole.problems.is_empty() && whole.certificates.iter().all(|read| read.problems.is_empty()));
    let turned = chain_of(&[&root, &leaf]);
    assert_eq!(fits(&turned), [Some(false), None]);
    assert_eq!(
        messages(&turned.certificates[0].problems),
        ["The issuer named in certificate 1 of `x5c` is not the subject of certificate 2: the list is not a chain, \
             or not in order."]
    );
    assert_eq!(fits(&chain_of(&[&leaf, &other, &root])), [Some(false), Some(false), None]);
    assert_eq!(fits(&chain_of(&[&leaf, "MAA=", &root])), [None, None, None]);
}

#[test]
fn says_what_is_wrong_with_a_list() {
    assert_eq!(
        messages(&chain_in(r#"{"x5c":"MII"}"#).problems),
        ["`x5c` must be an array of strings, but is a string."]
    );
    assert_eq!(
        messages(&chain_in(r#"{"x5c":[]}"#).problems),
        ["`x5c` is empty: it must hold at least the certificate of the key."]
    );
    let number = chain_in(r#"{"x5c":[7]}"#).certificates.remove(0);
    assert_eq!(messages(&number.problems), ["A certificate in `x5c` must be a string, but is a number."]);
    let long = chain_in(&format!(r#"{{"x5c":[{}]}}"#, vec!["7"; 51].join(",")));
    assert_eq!(messages(&long.problems), ["`x5c` holds 51 certificates; only the first 50 were read."]);
    assert_eq!(long.certificates.len(), 50);
    assert_eq!(chain(&json::read(br#"{"alg":"ES256","x5u":"https://a.example"}"#).value.expect("JSON")), None);
}

/// The certificate is read all the same, and this one sentence said.
#[track_caller]
fn check_encoding(text: &str, id: &str, message: &str) {
    let read = certificate(text);
    let problems: Vec<_> = read.problems.iter().map(|problem| (problem.id, problem.message.as_str())).collect();
    assert_eq!(problems, [(id, message)]);
    assert_eq!(read.sha1, certificate(&base64(ED25519)).sha1);
}

#[test]
fn says_what_is_wrong_with_the_base64() {
    let whole = base64(ED25519);
    let der = bytes(ED25519);
    check_encoding(
        &base64url(&der),
        "x5c-base64url",
        "The certificate is written in base64url, but `x5c` wants ordinary base64 with `+`, `/` and padding (RFC 7515 section 4.1.6).",
    );
    check_encoding(
        &ED25519.replace('\n', "\\n"),
        "x5c-pem",
        "The certificate has the lines of PEM around it, which must be left out of `x5c`.",
    );
    check_encoding(
        &whole.replacen('A', "\\r\\n A", 1).replacen("\\r\\n A", "A\\r\\n", 1),
        "x5c-white-space",
        "The certificate has white space in its base64, which must be left out of `x5c`.",
    );
    let read = certificate("MIIB*AAA");
    assert_eq!(messages(&read.problems)[0], "The certificate is not base64 at character 4: `*` is not allowed there.");
    let read = certificate("MI IB*AAA");
    assert!(messages(&read.problems).contains(&"The certificate is not base64: `*` is not allowed there."));
    let unpadded = certificate("MAAwAA");
    assert_eq!(
        messages(&unpadded.problems)[0],
        "The certificate's base64 lacks the `=` at its end, which `x5c` wants (RFC 7515 section 4.1.6)."
    );
}

#[track_caller]
fn check_thumbprint(value: &str, comparison: ThumbprintMatch, message: &str) {
    let header = format!(r#"{{"x5t":"{value}","x5c":["{}"]}}"#, base64(ED25519));
    let thumbprints = chain_in(&header).thumbprints;
    assert_eq!(thumbprints.len(), 1);
    assert_eq!((thumbprints[0].comparison, thumbprints[0].message.as_str()), (comparison, message));
    assert_eq!(thumbprints[0].span.in_str(&header), format!("\"{value}\""));
}

#[test]
fn compares_thumbprints_with_the_first_certificate() {
    let sha1 = Hash::Sha1.digest(&bytes(ED25519));
    check_thumbprint(
        "wCy5mGG_Xy7U40JDJPJ4jlBEkJo",
        ThumbprintMatch::Match,
        "`x5t` is the SHA-1 thumbprint of the first certificate of `x5c`. That shows that the two belong together, not who made them.",
    );
    check_thumbprint(
        &base64url(&[0; 20]),
        ThumbprintMatch::Mismatch,
        "`x5t` is not the SHA-1 thumbprint of the first certificate of `x5c`: it names another certificate.",
    );
    check_thumbprint(
        &base64url(&[0; 32]),
        ThumbprintMatch::WrongLength,
        "`x5t` holds 32 bytes, but a SHA-1 thumbprint has 20 bytes.",
    );
    let hexadecimal = "`x5t` holds hexadecimal digits where the bytes themselves should be in base64url. ";
    let matches = format!("{hexadecimal}It still belongs to the first certificate of `x5c`.");
    for written in [hex(&sha1), hex(&sha1).to_uppercase(), base64url(hex(&sha1).as_bytes())] {
        check_thumbprint(&written, ThumbprintMatch::Hexadecimal { matches: true }, &matches);
    }
    check_thumbprint(
        &hex(&[0; 20]),
        ThumbprintMatch::Hexadecimal { matches: false },
        &format!("{hexadecimal}It is not that of the first certificate of `x5c` either."),
    );
}

/// If the first entry is not a certificate, the second is not used in its place.
#[test]
fn only_the_first_certificate_counts() {
    let header = format!(r#"{{"x5t":"wCy5mGG_Xy7U40JDJPJ4jlBEkJo","x5c":[7,"{}"]}}"#, base64(ED25519));
    assert_eq!(chain_in(&header).thumbprints[0].comparison, ThumbprintMatch::NothingToCompare);
}

#[test]
fn thumbprints_without_a_certificate_have_their_length_alone() {
    let header = format!(r#"{{"x5t":5,"x5t#S256":"{}"}}"#, base64url(&[0; 32]));
    let found: Vec<_> =
        chain_in(&header).thumbprints.into_iter().map(|found| (found.name, found.comparison, found.message)).collect();
    assert_eq!(
        found,
        [
            ("x5t", ThumbprintMatch::WrongType, "`x5t` must be a string, but is a number.".to_owned()),
            (
                "x5t#S256",
                ThumbprintMatch::NothingToCompare,
                "`x5t#S256` has the length of a SHA-256 thumbprint; there is no certificate here to compare it with."
                    .to_owned()
            ),
        ]
    );
}
