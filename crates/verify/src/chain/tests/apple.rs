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
    // The root in the token is another certificate for the key that was pasted, without extensions: only the reader's counts.
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
        assert_eq!(chain.links[0].validity, Some(CertificateValidity::Valid));
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
    let told = |header: &str, claims: &str| {
        let token = test_tokens::token_from(header, claims);
        crate::where_keys_are(&token, inspect::recognise::profile(&token).known_issuer())
    };
    let x5c = r#"{"alg":"ES256","x5c":["AA","AA","AA"]}"#;
    let transaction = r#"{"transactionId":"1","bundleId":"com.example","signedDate":1700000000000}"#;
    let hint = told(x5c, transaction).expect("a hint");
    assert_eq!((hint.id, hint.command), ("x5c-root", None));
    assert!(hint.sentence.contains("Apple's root (AppleRootCA-G3)"), "{}", hint.sentence);
    let hint = told(x5c, r#"{"sub":"u"}"#).expect("a hint");
    assert_eq!(hint.id, "x5c-root");
    assert!(hint.sentence.contains("a root that you trust: paste that root here"), "{}", hint.sentence);
    // A token for Apple's API is signed with the reader's own key, and has no certificates.
    let own =
        r#"{"iss":"57246542-96fe-1a63-e053-0824d011072a","aud":"appstoreconnect-v1","bid":"com.example","exp":1}"#;
    assert_eq!(told(r#"{"alg":"ES256","kid":"2X9R4HXF34"}"#, own), None);
    // An issuer that publishes its keys says where.
    let google = told(&x5c.replace("ES", "RS"), r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#);
    assert_eq!(google.map(|hint| hint.id), Some("keys-at"));
}
