//! The same secret as another text or other bytes.

use super::*;

#[test]
fn names_what_happened_to_a_secret() {
    // What it was signed with, what was pasted, and what is said.
    let cases: &[(&[u8], &str, &str)] = &[
        (b"hunter-2-hunter-2\n", "hunter-2-hunter-2", "secret-trailing-newline"),
        (b"hunter-2-hunter-2\r\n", "hunter-2-hunter-2", "secret-trailing-newline"),
        (b"hunter-2-hunter-2", "hunter-2-hunter-2\n", "secret-trimmed"),
        (b"hunter-2-hunter-2", " hunter-2-hunter-2 ", "secret-trimmed"),
        (b"\"hunter-2-hunter-2\"", "hunter-2-hunter-2", "secret-quoted"),
        (b"'hunter-2-hunter-2'", "hunter-2-hunter-2", "secret-quoted"),
        (b"hunter-2-hunter-2", "\"hunter-2-hunter-2\"", "secret-unquoted"),
        (b"hunter\n2", "hunter\\n2", "secret-unescaped"),
        (b"hunter\\n2", "hunter\n2", "secret-escaped"),
        (b"one\r\ntwo", "one\ntwo", "secret-line-ends"),
        (b"one\ntwo", "one\r\ntwo", "secret-line-ends"),
        (b"hunter-2", "JWT_SECRET=hunter-2", "secret-name-removed"),
        (b"hunter-2", "export JWT_SECRET=\"hunter-2\"", "secret-name-removed"),
        (b"hunter-2", "secret: hunter-2", "secret-name-removed"),
        (b"a b+c/d", "a%20b%2Bc%2Fd", "secret-percent-decoded"),
        (b"caf\xE9 au lait", "caf\u{E9} au lait", "secret-other-encoding"),
        (b"h\0u\0n\0t\0", "hunt", "secret-other-encoding"),
        (b"hunter-2-hunter-2", "aHVudGVyLTItaHVudGVyLTI=", "secret-base64"),
        (b"hunter-2-hunter-2", "base64:aHVudGVyLTItaHVudGVyLTI=", "secret-base64"),
        (b"hunter-2-hunter", "aHVudGVyLTItaHVudGVyLTI", "secret-base64-whole-quanta"),
        (b"hunter-2", "68756e7465722d32", "secret-hex"),
        (b"\x68\x75\x00\x6e", "6875zz6e", "secret-hex-lenient"),
        (b"aHVudGVyLTItaHVudGVyLTI=", "hunter-2-hunter-2", "secret-is-base64-of-it"),
        (b"68756e7465722d32", "hunter-2", "secret-is-hex-of-it"),
        (b"f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7", "hunter2", "secret-digest"),
    ];
    for (secret, pasted, id) in cases {
        let check = with_secret(&signed_with(secret), pasted);
        assert_eq!(ids(&check), [*id], "{pasted:?}");
    }
}

#[test]
fn another_secret_is_explained_by_nothing() {
    for pasted in
        ["hunter-3", "\"hunter-3\"", "JWT_SECRET=hunter-3", "aHVudGVyLTM=", "68756e7465722d33", "a%20b", "one\r\ntwo"]
    {
        assert_unexplained(&with_secret(&signed_with(b"hunter-2-hunter-2"), pasted));
    }
}

#[test]
fn a_secret_that_fits_needs_no_explanation() {
    let check = with_secret(&signed_with(b"hunter-2"), "hunter-2");
    assert_eq!((check.signature, ids(&check)), (SignatureVerdict::Fits, vec![]));
    assert_eq!(check.remarks.iter().map(|remark| remark.id).collect::<Vec<_>>(), ["key-short-secret"]);
    let long = "a secret of thirty-two bytes or more";
    assert_eq!(with_secret(&signed_with(long.as_bytes()), long).remarks, []);
}

#[test]
fn names_published_secrets() {
    let token = signed_with(b"your-256-bit-secret");
    let alone = check(&token, &KeyRing::default());
    assert_eq!((alone.signature, alone.whose), (SignatureVerdict::Fits, Some(crate::KeyOwner::Public)));
    assert!(alone.remarks.iter().any(|remark| remark.id == "key-is-public" && remark.message.contains("jwt.io")));
    assert_eq!(ids(&alone), Vec::<&str>::new());
    let beside = with_secret(&token, "hunter-2-hunter-2");
    assert_eq!((beside.whose, ids(&beside)), (Some(crate::KeyOwner::Public), vec!["public-secret"]));
    let pasted = with_secret(&token, "your-256-bit-secret");
    assert_eq!((pasted.whose, ids(&pasted)), (Some(crate::KeyOwner::Pasted), vec![]));
    assert!(pasted.remarks.iter().any(|remark| remark.id == "key-is-public"));
    let unknown = check(&signed_with(b"hunter-2-hunter-2"), &KeyRing::default());
    assert_eq!((unknown.signature, unknown.whose), (SignatureVerdict::CannotBeChecked, None));
    assert!(unknown.reason.is_some() && unknown.tried > 5);
}

#[test]
fn a_cut_signature_is_told_by_its_beginning() {
    let token = signed_with(b"hunter-2-hunter-2");
    let cut = &token[..token.len() - 8];
    assert_explained(&with_secret(cut, "hunter-2-hunter-2"), "signature-cut");
    // Of another secret, only the length can be told.
    let other = with_secret(cut, "hunter-3-hunter-3");
    assert!(other.explanations.iter().all(|told| told.message.contains("or another key")), "{:?}", other.explanations);
    // Too short to tell anything.
    let short = &token[..token.len() - 30];
    assert!(
        with_secret(short, "hunter-2-hunter-2").explanations.iter().all(|told| !told.message.contains("these fit"))
    );
}

#[test]
fn other_hashes_and_forms_of_the_signature() {
    let input = format!("{}.{}", encode(HEADER.as_bytes()), encode(CLAIMS.as_bytes()));
    let with_signature = |signature: &[u8]| format!("{input}.{}", encode(signature));
    let secret = "hunter-2-hunter-2";
    let tag = |hash| hmac(hash, secret.as_bytes(), input.as_bytes());
    assert_explained(&with_secret(&with_signature(&tag(Sha2::Sha512)), secret), "other-hash");
    let hex = inspect::material::digest::hex(&tag(Sha2::Sha256));
    assert_explained(&with_secret(&with_signature(hex.as_bytes()), secret), "signature-hex");
    let digest = crate::check::digest(Sha2::Sha256, input.as_bytes());
    assert_explained(
        &with_secret(&with_signature(&hmac(Sha2::Sha256, secret.as_bytes(), &digest)), secret),
        "hashed-twice",
    );
    assert_unexplained(&with_secret(&with_signature(&tag(Sha2::Sha256)), "hunter-3"));
}

#[test]
fn a_signature_in_standard_base64_is_none_of_jws() {
    let secret = b"hunter-2-hunter-2";
    let token = (0..100)
        .map(|at| {
            let input = format!("{}.{}", encode(HEADER.as_bytes()), encode(format!("{{\"n\":{at}}}").as_bytes()));
            signed_over(&input, secret)
        })
        .find(|token| token.rsplit('.').next().is_some_and(|signature| signature.contains(['-', '_'])))
        .expect("one with such a character");
    let (input, signature) = token.rsplit_once('.').expect("a signature");
    let standard = format!("{input}.{}", signature.replace('-', "+").replace('_', "/"));
    assert_explained(&with_secret(&standard, "hunter-2-hunter-2"), "standard-base64-signature");
    assert_unexplained(&with_secret(&standard, "hunter-3-hunter-3"));
    // Something stands behind it.
    let behind = format!("{token}AA.AA");
    let whole = with_secret(&behind, "hunter-2-hunter-2");
    assert_ne!(whole.signature, SignatureVerdict::Fits, "{behind}");
    // Padding alone changes nothing of what it says.
    assert_eq!(with_secret(&format!("{token}="), "hunter-2-hunter-2").signature, SignatureVerdict::Fits);
}
