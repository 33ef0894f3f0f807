//! A second opinion: what we say of signed tokens beside what jose says of them. tests/data/jose/README.md tells how they
//! were made.

// What Clippy lets off in test functions, it does not in what they call.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;

use serde_json::Value;
use test_tokens::token_of;
use verify::{Checker, KeyOwner, SignatureCheck, SignatureVerdict, key};

/// One token, with what is known of it.
struct Opinion<'f> {
    name: &'f str,
    token: &'f str,
    key: &'f str,
    /// What follows from how the token was made.
    verdict: SignatureVerdict,
    jose: SignatureVerdict,
    difference: Option<&'f Value>,
}

fn fixture() -> Value {
    serde_json::from_str(include_str!("../../../tests/data/jose/tokens.json")).expect("JSON")
}

fn verdict(word: &str) -> SignatureVerdict {
    match word {
        "fits" => SignatureVerdict::Fits,
        "does-not-fit" => SignatureVerdict::DoesNotFit,
        "cannot-be-checked" => SignatureVerdict::CannotBeChecked,
        "unsigned" => SignatureVerdict::Unsigned,
        other => panic!("{other} is no verdict"),
    }
}

fn opinions<'f>(fixture: &'f Value) -> Vec<Opinion<'f>> {
    let list = |name: &str| fixture[name].as_array().expect("a list");
    let difference = |name: &Value| {
        let is_named = |difference: &&Value| difference["name"] == *name;
        list("differences").iter().find(is_named).unwrap_or_else(|| panic!("{name} is not in the table"))
    };
    let read = |row: &'f Value| {
        let row = row.as_array().expect("a row");
        let text = |at: usize| row[at].as_str().expect("a text");
        let key = row[2].as_u64().and_then(|key| usize::try_from(key).ok()).expect("a position");
        Opinion {
            name: text(0),
            token: text(1),
            key: list("keys")[key].as_str().expect("a text"),
            verdict: verdict(text(3)),
            jose: verdict(text(4)),
            difference: row.get(5).map(difference),
        }
    };
    list("tokens").iter().map(read).collect()
}

impl Opinion<'_> {
    fn check(&self) -> SignatureCheck {
        let ring = key::read(self.key);
        let checks = Checker::new(&token_of(self.token), &ring).with_key_text(self.key).finish();
        assert_eq!(checks.len(), 1, "{}", self.name);
        checks.into_iter().next().expect("one")
    }

    /// What a row of the table says in this column.
    fn stated(&self, column: &str) -> Option<&str> {
        self.difference?[column].as_str()
    }
}

#[test]
fn jose_and_we_agree_but_for_the_differences_of_the_table() {
    let fixture = fixture();
    let opinions = opinions(&fixture);
    assert!(opinions.len() >= 500, "{} tokens", opinions.len());
    let mut disagreements = Vec::new();
    for opinion in &opinions {
        let ours = opinion.check();
        let expected = opinion.stated("ours").map_or(opinion.verdict, verdict);
        let fits = ours.signature == SignatureVerdict::Fits;
        let owner = match opinion.stated("whose") {
            _ if !fits => None,
            Some("public") => Some(KeyOwner::Public),
            _ => Some(KeyOwner::Pasted),
        };
        let has_remark = |id: &str| ours.remarks.iter().any(|remark| remark.id == id);
        let is_remarked = !fits || opinion.stated("remark").is_none_or(has_remark);
        if (ours.signature, ours.whose) != (expected, owner) || !is_remarked {
            disagreements.push(format!("{}: {ours:?}", opinion.name));
        }
        // Where no difference is named, there is none.
        if opinion.difference.is_none() && opinion.jose != expected {
            disagreements.push(format!("{}: jose says {:?}", opinion.name, opinion.jose));
        }
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

#[test]
fn every_algorithm_is_there_and_every_verdict() {
    let fixture = fixture();
    let opinions = opinions(&fixture);
    for alg in [
        "HS256",
        "HS384",
        "HS512",
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES512",
        "EdDSA",
        "Ed25519",
        "ML-DSA-44",
        "ML-DSA-65",
        "ML-DSA-87",
    ] {
        for wanted in [SignatureVerdict::Fits, SignatureVerdict::DoesNotFit] {
            let is_meant =
                |opinion: &&Opinion| opinion.jose == wanted && opinion.name.split_once(',').unwrap().0 == alg;
            assert!(opinions.iter().any(|opinion| is_meant(&opinion)), "{alg} {wanted:?}");
        }
    }
}

#[test]
fn each_difference_of_the_table_is_met() {
    let fixture = fixture();
    let name = |difference: &Value| difference["name"].as_str().expect("a name").to_owned();
    let met: BTreeSet<String> = opinions(&fixture).iter().filter_map(|opinion| opinion.difference.map(name)).collect();
    let stated: BTreeSet<String> = fixture["differences"].as_array().expect("a list").iter().map(name).collect();
    assert_eq!(met, stated);
}
