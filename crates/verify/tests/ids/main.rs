//! Each id of an explanation, a remark or a hint has something that needs it, and a near miss that must not raise it.

// What Clippy lets off in test functions, it does not in what they call.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]

mod chains;
#[path = "../common/mod.rs"]
mod common;
mod decryption;
mod keys;
mod remarks;
mod secrets;
mod signatures;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use test_tokens::token_of;
use verify::key::{self, KeyMaterial, KeyRing};
use verify::{Checker, SignatureCheck};

/// What is told, by id.
pub type Told = Vec<&'static str>;

/// An id, what needs it, and what is near to that and must not raise it.
pub struct IdCase {
    pub id: &'static str,
    pub needed: fn() -> Told,
    pub near_miss: fn() -> Told,
}

pub const fn case(id: &'static str, needed: fn() -> Told, near_miss: fn() -> Told) -> IdCase {
    IdCase { id, needed, near_miss }
}

/// The ids of a check: its explanations, then its remarks.
pub fn of_check(check: SignatureCheck) -> Told {
    let explanations = check.explanations.iter().map(|explanation| explanation.id);
    explanations.chain(check.remarks.iter().map(|remark| remark.id)).collect()
}

/// One secret as it is, whatever the reader of keys would make of it.
pub fn with_secret(token: &str, secret: &str) -> SignatureCheck {
    let mut ring: KeyRing = key::read("x");
    ring.keys[0].material = KeyMaterial::Secret(secret.as_bytes().to_vec());
    Checker::new(&token_of(token), &ring).finish().remove(0)
}

fn cases() -> impl Iterator<Item = &'static IdCase> {
    [secrets::CASES, signatures::CASES, remarks::CASES, keys::CASES, chains::CASES, decryption::CASES]
        .into_iter()
        .flatten()
}

#[test]
fn each_is_told_where_it_is_needed_and_not_beside_it() {
    let mut wrong = Vec::new();
    for IdCase { id, needed, near_miss } in cases() {
        let (told, told_beside) = (needed(), near_miss());
        if !told.contains(id) {
            wrong.push(format!("{id} is not told: {told:?}"));
        }
        if told_beside.contains(id) {
            wrong.push(format!("{id} is told of its near miss: {told_beside:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whoever adds an id writes a case for it.
#[test]
fn each_id_of_the_crate_has_a_case() {
    let mut in_sources = BTreeSet::new();
    ids_of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut in_sources);
    let with_case: BTreeSet<String> = cases().map(|case| case.id.to_owned()).collect();
    let missing: Vec<_> = in_sources.difference(&with_case).collect();
    assert!(missing.is_empty(), "write cases in crates/verify/tests/ids for {missing:?}");
    let unknown: Vec<_> = with_case.difference(&in_sources).collect();
    assert!(unknown.is_empty(), "no source has {unknown:?}");
}

/// Texts in kebab case that are no ids of messages: names of SSH keys, parts of cookie names, states of certificates,
/// and verdicts on signatures.
const OTHER_NAMES: [&str; 11] = [
    "cannot-be-checked",
    "does-not-fit",
    "is-pasted",
    "next-auth",
    "not-checked",
    "not-in-chain",
    "not-yet-valid",
    "session-token",
    "ssh-ed25519",
    "ssh-ed448",
    "ssh-rsa",
];

/// Every string in kebab case is an id, in what is neither a test nor the list of published secrets.
// The core reads no files; this test reads the core.
#[allow(clippy::disallowed_methods)]
fn ids_of_folder(folder: &Path, ids: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        if ["tests", "tests.rs", "public_secrets.rs"].contains(&name) {
            continue;
        }
        if path.is_dir() {
            ids_of_folder(&path, ids);
            continue;
        }
        let text = fs::read_to_string(&path).expect("text");
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("what stands before the tests");
        let texts = code.split('"').filter(|text| is_kebab_case(text) && !OTHER_NAMES.contains(text));
        ids.extend(texts.map(str::to_owned));
    }
}

fn is_kebab_case(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.contains('-') && text.split('-').all(is_word)
}
