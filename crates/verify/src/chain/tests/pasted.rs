//! What the reader pasted, and the verdict that follows.

use super::*;

const WHOLE: [&str; 7] = ["rsa", "ec", "mixed", "ed25519", "pss", "p521", "ec-same-names"];

#[test]
fn a_root_that_is_pasted_makes_the_key_the_readers() {
    for name in WHOLE {
        let check = check(&token(name), &pem(&certificates(name)[2]));
        assert_eq!((check.signature, check.whose), (SignatureVerdict::Fits, Some(KeyOwner::Pasted)), "{name}");
        assert_eq!(ids(&check), ["x5c-chain-to-pasted-root"], "{name}: {:?}", check.remarks);
        assert_eq!(check.explanations, [], "{name}");
        let chain = check.chain.expect("a chain");
        assert_eq!(chain.end, ChainEnd::Pasted { certificate: 2, key: 0 }, "{name}");
        assert_eq!(signers(&chain), ["next", "next", "is-pasted"], "{name}");
        let key = check.key.expect("a key");
        assert_eq!((key.index, key.from.as_str()), (0, "the first certificate of the token's `x5c`"), "{name}");
    }
}

#[test]
fn nothing_pasted_proves_nothing() {
    for name in WHOLE {
        let check = check(&token(name), "");
        assert_eq!((check.signature, check.whose), (SignatureVerdict::Fits, Some(KeyOwner::Token)), "{name}");
        assert_eq!(ids(&check), ["key-is-token-own", "x5c-chain-whole"], "{name}");
        let chain = check.chain.expect("a chain");
        assert_eq!(chain.end, ChainEnd::Whole, "{name}");
        assert_eq!(signers(&chain), ["next", "next", "itself"], "{name}");
    }
    let ChainCheck { sentence, caution, .. } = check(&token("ec"), "").chain.expect("a chain");
    assert_eq!(caution, "Whoever made the token could make all of `x5c`: paste the root that you trust.");
    assert_eq!(
        sentence,
        "Each certificate is signed by the next; the last one is `Root of ec`, its own issuer. Whoever made the token could make all of `x5c`: paste the root that you trust."
    );
}

/// The root is often left out: RFC 5246 section 7.4.2 lets TLS do so, and tokens do the same.
#[test]
fn the_root_need_not_be_in_the_chain() {
    let root = pem(&certificates("ec")[2]);
    let without_root = check(&token("ec-without-root"), &root);
    assert_eq!(without_root.whose, Some(KeyOwner::Pasted));
    let chain = without_root.chain.expect("a chain");
    assert_eq!(chain.end, ChainEnd::Pasted { certificate: 1, key: 0 });
    assert_eq!(signers(&chain), ["next", "pasted"]);
    assert_eq!(chain.links[1].sentence, "Signed by the certificate that you pasted, `Root of ec`.");
    assert_eq!(
        chain.sentence,
        "The certificates in `x5c` lead to the certificate that you pasted, `Root of ec`. Not checked: revocation, name constraints and policies."
    );
    assert_eq!(chain.caution, "Not checked: revocation, name constraints and policies.");
    let unpasted = check(&token("ec-without-root"), "").chain.expect("a chain");
    assert_eq!((unpasted.end, signers(&unpasted)), (ChainEnd::Whole, vec!["next", "not-in-chain"]));
    assert_eq!(unpasted.links[1].sentence, "Its issuer, `Root of ec`, is not in `x5c`.");
}

#[test]
fn an_issuer_or_the_leaf_may_be_pasted() {
    let all = certificates("ec");
    let by_issuer = check(&token("ec"), &pem(&all[1]));
    assert_eq!(by_issuer.whose, Some(KeyOwner::Pasted));
    assert_eq!(by_issuer.chain.expect("a chain").end, ChainEnd::Pasted { certificate: 1, key: 0 });
    // It is tried as any key is, and no chain is needed.
    let by_leaf = check(&token("ec"), &pem(&all[0]));
    assert_eq!((by_leaf.whose, ids(&by_leaf)), (Some(KeyOwner::Pasted), vec![]));
    assert_eq!(by_leaf.key.expect("a key").from, "certificate");
    let chain = by_leaf.chain.expect("a chain");
    assert_eq!(chain.end, ChainEnd::Pasted { certificate: 0, key: 0 });
    assert_eq!(chain.sentence, "The first certificate in `x5c` is the one that you pasted.");
    assert_eq!(chain.caution, "");
    // The issuer alone, for a token with nothing but its own certificate.
    let alone = check(&token("ec-alone"), &pem(&all[1]));
    assert_eq!((alone.whose, ids(&alone)), (Some(KeyOwner::Pasted), vec!["x5c-chain-to-pasted-root"]));
}

/// A key in PEM without its certificate has no name: whatever it signed is its.
#[test]
fn a_key_without_a_certificate_will_do() {
    let ring = key::read(&pem(&certificates("mixed")[2]));
    let key::KeyMaterial::Okp { x, .. } = &ring.keys[0].material else { panic!("{ring:?}") };
    let jwk = format!(r#"{{"kty":"OKP","crv":"Ed25519","x":"{}"}}"#, decode::base64url::encode(x));
    let check = check(&token("mixed"), &jwk);
    assert_eq!(check.whose, Some(KeyOwner::Pasted));
    let chain = check.chain.expect("a chain");
    assert_eq!(
        (chain.end, signers(&chain)),
        (ChainEnd::Pasted { certificate: 2, key: 0 }, vec!["next", "next", "is-pasted"])
    );
    let without_root = chain_of(&certificates("mixed")[..2], &jwk).check;
    assert_eq!(signers(&without_root), ["next", "pasted"]);
}

#[test]
fn the_root_is_found_among_other_keys() {
    let others = [pem(&certificates("rsa")[2]), pem(&certificates("ec")[2]), pem(&certificates("pss")[0])].concat();
    let check = check(&token("ec"), &others);
    assert_eq!((check.whose, check.key.map(|key| key.index)), (Some(KeyOwner::Pasted), Some(1)));
}

#[test]
fn another_root_proves_nothing() {
    let check = check(&token("ec"), &pem(&certificates("rsa")[2]));
    assert_eq!((check.signature, check.whose), (SignatureVerdict::Fits, Some(KeyOwner::Token)));
    assert!(ids(&check).contains(&"x5c-chain-whole"), "{:?}", check.remarks);
    let sentence = check.chain.expect("a chain").sentence;
    assert!(sentence.contains("This does not lead to what you pasted."), "{sentence}");
}

/// The certificates are sound, but the token was changed.
#[test]
fn a_chain_does_not_mend_a_signature() {
    let token = token("ec");
    let (input, signature) = token.rsplit_once('.').expect("a signature");
    let changed = format!("{input}.{}{signature}", if signature.starts_with('A') { "B" } else { "A" });
    let changed = &changed[..token.len()];
    let check = check(changed, &pem(&certificates("ec")[2]));
    assert_eq!((check.signature, check.whose), (SignatureVerdict::DoesNotFit, None), "{:?}", check.reason);
    assert!(matches!(check.chain.expect("a chain").end, ChainEnd::Pasted { certificate: 2, .. }));
}

#[test]
fn certificates_without_a_signature_are_not_checked() {
    let token = token("ec");
    let (input, _) = token.rsplit_once('.').expect("a signature");
    let check = check(&format!("{input}."), &pem(&certificates("ec")[2]));
    assert_eq!((check.signature, check.chain), (SignatureVerdict::Unsigned, None));
}
