//! Chains that do not hold, and what is said of them.

use super::*;

/// With the root of this chain pasted, it proves nothing, and the sentence says why.
#[track_caller]
fn breaks(name: &str, root: &str, at: usize, why: &str) {
    let check = check(&token(name), &pem(root));
    assert_eq!((check.signature, check.whose), (SignatureVerdict::Fits, Some(KeyOwner::Token)), "{name}");
    let remark = check.remarks.iter().find(|remark| remark.id == "x5c-chain-broken").expect("a remark");
    assert!(remark.message.ends_with(why), "{}", remark.message);
    let chain = check.chain.expect("a chain");
    assert_eq!((chain.end, &chain.sentence), (ChainEnd::Broken { certificate: at }, &remark.message), "{name}");
}

#[test]
fn order_and_gaps_are_said() {
    let root = &certificates("ec")[2];
    breaks(
        "ec-wrong-order",
        root,
        0,
        "certificate 1 of `x5c`, `ec.example`. Its issuer is `Issuer of ec`, which is certificate 3 and not the next: the certificates are not in order.",
    );
    breaks(
        "ec-issuer-missing",
        root,
        0,
        "certificate 1 of `x5c`, `ec.example`. Its issuer is `Issuer of ec`, which is missing: the next is `Root of ec`.",
    );
    // Nor does it help to paste the root of a chain that ends before it.
    let check = check(&token("ec-alone"), &pem(root));
    assert_eq!(check.whose, Some(KeyOwner::Token));
    assert_eq!(check.chain.expect("a chain").end, ChainEnd::Whole);
}

/// Near misses: all names are right, and one key is not.
#[test]
fn names_alone_prove_nothing() {
    let (real, same_names) = (certificates("ec"), certificates("ec-same-names"));
    breaks(
        "ec",
        &certificates("ec-other-root")[0],
        2,
        "It has the name of the certificate that you pasted, but another key.",
    );
    breaks("ec", &same_names[2], 2, "It has the name of the certificate that you pasted, but another key.");
    breaks("ec-without-root", &same_names[2], 1, "but its signature does not fit that key.");
    let swapped = [real[0].clone(), same_names[1].clone(), same_names[2].clone()];
    let checked = chain_of(&swapped, &pem(&same_names[2])).check;
    assert_eq!(checked.end, ChainEnd::Broken { certificate: 0 });
    assert_eq!(
        checked.links[0].sentence,
        "It names the next as its issuer, but its signature does not fit the key of the next."
    );
}

/// Whoever has a certificate for one site could otherwise issue more.
#[test]
fn only_an_authority_issues_certificates() {
    for (name, at, why) in [
        ("not-an-authority", 0, "it is not that of a certificate authority (`basicConstraints`)."),
        ("no-cert-sign", 0, "its key is not for signing certificates (`keyUsage`)."),
        ("path-length", 2, "it allows 0 authorities below it, and there are 2 (`pathLenConstraint`)."),
    ] {
        let all = certificates(name);
        breaks(name, all.last().expect("a root"), at, why);
        // Pasting the issuer itself does not make it one.
        if at == 0 {
            assert_eq!(check(&token(name), &pem(&all[1])).whose, Some(KeyOwner::Token), "{name}");
            let alone = chain_of(&all[..1], &pem(&all[1])).check;
            assert!(alone.sentence.contains("which may not issue certificates"), "{}", alone.sentence);
        }
    }
    // The leaf as an issuer of itself is its own affair.
    let check = check(&token("self-signed"), &pem(&certificates("self-signed")[0]));
    assert_eq!((check.whose, ids(&check)), (Some(KeyOwner::Pasted), vec![]));
}

#[test]
fn a_root_of_version_1_is_the_readers_choice() {
    let all = certificates("version-1-root");
    let pasted = check(&token("version-1-root"), &pem(&all[2]));
    assert_eq!(pasted.whose, Some(KeyOwner::Pasted));
    assert_eq!(ids(&pasted), ["x5c-chain-to-pasted-root", "x5c-not-authority"]);
    let without = check(&token("version-1-root"), "");
    assert_eq!(without.chain.expect("a chain").end, ChainEnd::Broken { certificate: 1 });
}

#[test]
fn an_issuer_that_expired_is_named() {
    let (token, all) = (token("short-lived-issuer"), certificates("short-lived-issuer"));
    let later = check_at(&token, &pem(&all[2]), LATER);
    assert_eq!(
        (later.whose, ids(&later)),
        (Some(KeyOwner::Pasted), vec!["x5c-chain-to-pasted-root", "key-certificate-expired"])
    );
    let message = &later.remarks[1].message;
    assert!(
        message.starts_with("Certificate 2 of `x5c`, `Issuer of short-lived-issuer`, expired on 2026-12-28"),
        "{message}"
    );
    let validity = |check: SignatureCheck| -> Vec<_> {
        check.chain.expect("a chain").links.iter().map(|link| link.validity).collect()
    };
    use CertificateValidity::{Expired, NotYetValid, Valid};
    assert_eq!(validity(later), [Some(Valid), Some(Expired), Some(Valid)]);
    assert_eq!(ids(&check(&token, &pem(&all[2]))), ["x5c-chain-to-pasted-root"]);
    let before = check_at(&token, &pem(&all[2]), 0);
    assert_eq!(
        ids(&before),
        ["x5c-chain-to-pasted-root", "key-certificate-not-yet-valid", "key-certificate-not-yet-valid"]
    );
    assert_eq!(validity(before), [Some(NotYetValid); 3]);
    // What is behind the one that was pasted does not matter.
    let by_leaf = check_at(&token, &pem(&all[0]), LATER);
    assert_eq!(ids(&by_leaf), [""; 0]);
}

#[test]
fn weak_and_unknown_algorithms_are_said() {
    let all = certificates("sha1");
    let check = check(&token("sha1"), &pem(&all[2]));
    assert_eq!(check.whose, Some(KeyOwner::Token));
    let chain = check.chain.as_ref().expect("a chain");
    assert_eq!(chain.end, ChainEnd::NotChecked { certificate: 1 });
    assert_eq!(chain.links[1].sentence, "Not checked: it is signed by SHA-1, which is too weak to say who signed.");
    assert!(ids(&check).contains(&"x5c-chain-not-checked"));
    // The issuer itself can be pasted: what signed it is not needed then.
    let by_issuer = self::check(&token("sha1"), &pem(&all[1]));
    assert_eq!(by_issuer.whose, Some(KeyOwner::Pasted));
}
