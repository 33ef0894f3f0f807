//! Certificates and tokens of the App Store, from Apple's own tests.

use super::*;

fn data() -> Value {
    serde_json::from_str(include_str!("../../../../../tests/data/x5c/app-store.json")).expect("JSON")
}

#[test]
fn a_signed_transaction_leads_to_its_root() {
    let data = data();
    let text = |name: &str| data[name].as_str().expect("a string").to_owned();
    let pasted = check(&text("transaction"), &pem(&text("testRoot")));
    assert_eq!((pasted.signature, pasted.whose), (SignatureVerdict::Fits, Some(KeyOwner::Pasted)));
    assert_eq!(ids(&pasted), ["x5c-chain-to-pasted-root"]);
    let chain = pasted.chain.expect("a chain");
    assert_eq!(chain.links[0].subject, "Leaf");
    let real_root = check(&text("transaction"), &pem(data["production"][2].as_str().expect("a string")));
    assert_eq!(real_root.whose, Some(KeyOwner::Token));
}

#[test]
fn the_certificates_of_production_lead_to_apples_root() {
    let data = data();
    let list = data["production"].as_array().expect("a list");
    let production: Vec<String> = list.iter().map(|text| text.as_str().expect("a string").to_owned()).collect();
    for pasted in [&production[2], &production[1]] {
        let chain = chain_of(&production, &pem(pasted)).check;
        assert!(matches!(chain.end, ChainEnd::Pasted { .. }), "{chain:?}");
        assert_eq!(chain.links[0].validity, Some(CertificateValidity::Expired));
    }
    let chain = chain_of(&production[..2], &pem(&production[2])).check;
    let names: Vec<&str> = chain.links.iter().map(|link| link.subject.as_str()).collect();
    assert_eq!(
        names,
        [
            "Prod ECC Mac App Store and iTunes Store Receipt Signing",
            "Apple Worldwide Developer Relations Certification Authority"
        ]
    );
    assert_eq!(chain.links[1].sentence, "Signed by the certificate that you pasted, `Apple Root CA - G3`.");
    let chain = chain_of(&production, &pem(data["testRoot"].as_str().expect("a string"))).check;
    assert_eq!(chain.end, ChainEnd::Whole);
}

#[test]
fn the_hint_asks_for_the_root() {
    let data = data();
    let tokens = decode::decode(data["transaction"].as_str().expect("a string")).tokens;
    let hint = crate::where_keys_are(&tokens[0], inspect::recognise::profile(&tokens[0]).known_issuer());
    let hint = hint.expect("a hint");
    assert_eq!((hint.id, hint.command), ("x5c-root", None));
    assert!(hint.sentence.contains("AppleRootCA-G3") && hint.sentence.contains("paste it here"), "{}", hint.sentence);
}
