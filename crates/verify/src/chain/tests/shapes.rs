//! Certificates that are no certificates, too many of them, and checks in steps.

use proptest::prelude::*;

use super::*;

#[test]
fn what_cannot_be_read_is_said() {
    let all = certificates("ec");
    let texts = |second: Option<&str>| vec![Some(all[0].clone()), second.map(str::to_owned), Some(all[2].clone())];
    for (second, why) in [
        (None, "It cannot be read: it is no string."),
        (Some(""), "It cannot be read: it is no certificate in DER."),
        (Some("AAAA"), "It cannot be read: it is no certificate in DER."),
        (Some("MAA="), "It cannot be read: it is no certificate."),
        (Some(&all[1][..200]), "It cannot be read: it is no certificate in DER."),
    ] {
        let mut work = ChainWork::new(&texts(second), 0, &candidates::pasted(&key::read(&pem(&all[2]))));
        while work.step() {}
        let chain = work.conclude(Some(NOW)).check;
        assert_eq!(chain.end, ChainEnd::Broken { certificate: 0 }, "{second:?}");
        assert_eq!(
            (chain.links[0].sentence.as_str(), chain.links[1].sentence.as_str()),
            ("The next cannot be read.", why)
        );
    }
    let not_base64 = chain_of(&["?!".to_owned()], "").check;
    assert!(not_base64.sentence.starts_with("It leads no further than certificate 1 of `x5c`. It cannot be read: "));
}

/// As people write them: with line ends, in PEM, in the other alphabet.
#[test]
fn certificates_are_read_as_they_come() {
    let all = certificates("ec");
    let root = pem(&all[2]);
    for other in [pem(&all[1]), all[1].replace('+', "-").replace('/', "_"), all[1].replace('A', "A\n")] {
        let chain = chain_of(&[all[0].clone(), other, all[2].clone()], &root).check;
        assert_eq!(chain.end, ChainEnd::Pasted { certificate: 2, key: 0 });
    }
}

#[test]
fn many_certificates_are_bounded() {
    let root = certificates("ec").remove(2);
    let many = vec![root; 50];
    let checked = chain_of(&many, "");
    assert_eq!((checked.check.links.len(), checked.check.left_out), (20, 30));
    assert_eq!(checked.check.end, ChainEnd::NotChecked { certificate: 19 });
    let ids: Vec<_> = checked.remarks.iter().map(|remark| remark.id).collect();
    assert_eq!(ids, ["x5c-chain-not-checked", "x5c-long"]);
    // Many keys beside many certificates.
    let ring = candidates::pasted(&key::read(&format!(
        "[{}]",
        vec![r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#; 1_000].join(",")
    )));
    let mut work = ChainWork::new(&many.iter().take(20).cloned().map(Some).collect::<Vec<_>>(), 0, &ring);
    let steps = (0..).take_while(|_| work.step()).count();
    assert!(steps <= 20 + 100, "{steps}");
}

#[test]
fn a_check_counts_each_signature() {
    let decoded = decode::decode(&token("rsa")).tokens;
    let ring = key::read(&pem(&certificates("rsa")[2]));
    let mut checker = Checker::new(&decoded[0], &ring);
    let steps = (1..).take_while(|_| checker.advance(1).is_none()).count();
    // Two links, the root's own signature and the token's.
    assert_eq!(steps, 3);
}

#[test]
fn tokens_without_certificates_have_no_chain() {
    for header in [r#"{"alg":"ES256"}"#, r#"{"alg":"ES256","x5c":[]}"#, r#"{"alg":"ES256","x5c":"AAAA"}"#] {
        let token = format!("{}.e30.{}", decode::base64url::encode(header.as_bytes()), "A".repeat(86));
        assert_eq!(check(&token, "").chain, None, "{header}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A certificate with any of its bytes changed is never taken for a sound one, and nothing panics.
    #[test]
    fn a_changed_certificate_is_noticed(at in 0.0..1.0f64, bits in 1u8..) {
        let mut all = certificates("ed25519");
        let mut der = key::bytes_of_base64(&all[1]).expect("base64");
        let at = (at * der.len() as f64) as usize;
        der[at] ^= bits;
        all[1] = decode::base64url::encode(&der);
        let chain = chain_of(&all, &pem(&all[2])).check;
        prop_assert!(!matches!(chain.end, ChainEnd::Pasted { .. }), "byte {at}");
    }
}
