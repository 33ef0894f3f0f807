//! What to know beside a verdict: of the key that fits, and of the token.

use decode::display::quoted;

use crate::candidates::Candidate;
use crate::check::SignatureRule;
use crate::explain::Case;
use crate::key::{CandidateKey, KeyMaterial};
use crate::signed_message::SignedMessage;
use crate::{KeyOwner, Remark, key, public_secrets};

const LONGEST_NAME: usize = 60;

/// Of the token alone.
pub(crate) fn of_token(case: &Case) -> Vec<Remark> {
    let message = &case.message;
    let mut remarks = Vec::new();
    let mut say = |id, message: String| remarks.push(Remark { id, message });
    let is_empty = message.signature_text.is_empty();
    if message.says_none() {
        let what = if is_empty { "" } else { ", although a signature is there" };
        say(
            "alg-none",
            format!(
                "`alg` says that nobody signed this token{what}. A verifier must refuse it unless it expects unsigned tokens (RFC 7518 section 3.6)."
            ),
        );
    } else if is_empty && message.alg.is_some() && case.obstacle.is_none() {
        let alg = quoted(message.alg.as_deref().unwrap_or_default(), LONGEST_NAME);
        say(
            "signature-missing",
            format!("`alg` announces {alg}, but there is no signature. A verifier must refuse this token."),
        );
    }
    if !message.unknown_crit.is_empty() {
        let names: Vec<String> = message.unknown_crit.iter().take(8).map(|name| quoted(name, LONGEST_NAME)).collect();
        let names = names.join(", ");
        say(
            "crit-unknown",
            format!(
                "`crit` lists {names}: a verifier that does not know what that means must refuse the token, whatever the signature is (RFC 7515 section 4.1.11)."
            ),
        );
    }
    if message.is_b64_uncritical {
        say("b64-without-crit", "`b64` is false, but `crit` does not list it: a verifier must refuse the token, because readers that do not know `b64` take another payload for the signed one (RFC 7797 section 6).".to_owned());
    }
    if message.header_text.contains('=') || message.payload_text.ends_with('=') && !is_plain(message) {
        say("signed-with-padding", "The parts of this token end in `=`, and the signature is over them as they are. Libraries that leave the padding out before they check refuse it; AWS load balancers make such tokens.".to_owned());
    }
    if message.has_trailing_bits {
        say(
            "signature-not-canonical",
            "The last character of the signature has bits set that belong to no byte. Strict libraries refuse it; where it is accepted, one token has several texts.".to_owned(),
        );
    }
    remarks
}

fn is_plain(message: &SignedMessage) -> bool {
    message.payload_bytes == message.payload_text.as_bytes()
}

/// Of the key that fits, for this token.
pub(crate) fn of_key(case: &Case, fitting: &Candidate, now: Option<i64>) -> Vec<Remark> {
    let (key, message) = (&*fitting.key, &case.message);
    let mut remarks = key.remarks.clone();
    let mut say = |id: &'static str, message: String| {
        if remarks.iter().all(|remark: &Remark| remark.id != id) {
            remarks.push(Remark { id, message });
        }
    };
    if case.is_confirmed(fitting) {
        say("key-binding", "The key is the one that the token around it names in `cnf`: the holder of that key signed this. Whether the issuer named it is what the signature of the token around it says.".to_owned());
    } else if fitting.owner == KeyOwner::Token {
        let unless =
            if fitting.from.contains("x5c") { ", unless its certificates end in a root that you trust" } else { "" };
        say(
            "key-is-token-own",
            format!(
                "The signature fits the key that the token itself carries. Anyone can make such a token: this proves nothing{unless}."
            ),
        );
    }
    if let Some(publisher) = fitting.publisher.or_else(|| published_secret(key)) {
        say("key-is-public", format!("This secret is published ({publisher}), so anyone can sign with it."));
    }
    if key.public_use.as_deref() == Some("enc") {
        say("key-for-encryption", "The key says that it is for encryption (`use` is \"enc\"). Libraries that choose keys by `use` do not find it.".to_owned());
    }
    if let Some(first) = encryption_key_before(case, fitting) {
        let (first, number, count) = (first.index + 1, fitting.index + 1, case.pasted.len());
        let kind = key::describe(&fitting.key);
        say(
            "encryption-key-first",
            format!(
                "Key {first} of {count} is for encryption (`use` is \"enc\") and stands before the one that fits, key {number} ({kind}). Code that takes the first key of its type refuses the token: choose the key by `kid`, and leave out those with `use` \"enc\"."
            ),
        );
    }
    if let (Some(of_key), Some(of_token)) = (&key.alg, &message.alg)
        && !is_same_algorithm(of_key, of_token)
    {
        let (of_key, of_token) = (quoted(of_key, LONGEST_NAME), quoted(of_token, LONGEST_NAME));
        say(
            "key-alg-differs",
            format!(
                "The key says that it is for {of_key}, but the token is signed with {of_token}. Libraries that compare the two refuse it."
            ),
        );
    }
    if !key.key_ops.is_empty() && !key.key_ops.iter().any(|operation| operation == "verify") {
        let is_signing_key = key.private.is_some() && key.key_ops.iter().any(|operation| operation == "sign");
        if !is_signing_key {
            let operations: Vec<String> = key.key_ops.iter().take(8).map(|name| quoted(name, LONGEST_NAME)).collect();
            let operations = operations.join(", ");
            say(
                "key-ops-differ",
                format!(
                    "The key says that it is for {operations} (`key_ops`), not for \"verify\". Libraries that look at it refuse the key."
                ),
            );
        }
    }
    if let (Some(of_key), Some(of_token)) = (&key.kid, &message.kid)
        && of_key != of_token
    {
        say("kid-differs", kid_differs(case, fitting, of_key, of_token));
    }
    if let (KeyMaterial::Secret(secret), Some(SignatureRule::Hmac(hash))) = (&key.material, message.rule)
        && secret.len() < hash.length()
    {
        let (alg, has, wanted) = (SignatureRule::Hmac(hash).name(), bits(secret.len()), bits(hash.length()));
        say(
            "key-short-secret",
            format!(
                "The secret has {has} bits; RFC 7518 section 3.2 demands {wanted} or more for {alg}. Some libraries refuse it: .NET 8 with IDX10720, and earlier versions with IDX10653 if it has fewer than 128. Short secrets can be guessed: use one of {wanted} random bits."
            ),
        );
    }
    if key.private.is_some() {
        say(
            "key-is-private",
            "This is a private key. To check a signature, its public part is enough: whoever has this one can sign."
                .to_owned(),
        );
    }
    if let (Some(not_after), Some(now)) = (key.not_after, now)
        && not_after < now
    {
        let date = inspect::time::instants::utc(not_after);
        say("key-certificate-expired", format!("The certificate of this key expired on {date}."));
    }
    if let Some(kid) = &key.kid {
        let of_owner = if fitting.owner == KeyOwner::Pasted { &case.pasted } else { &case.own };
        let same = of_owner.iter().filter(|other| other.key.kid.as_ref() == Some(kid)).count();
        if same > 1 {
            let kid = quoted(kid, LONGEST_NAME);
            say(
                "key-duplicate-kid",
                format!("{same} keys have the `kid` {kid}: which of them a library takes is not defined."),
            );
        }
    }
    remarks
}

/// The first of the reader's keys that is of the right type, if it is for encryption and another one fits.
fn encryption_key_before<'c>(case: &'c Case, fitting: &Candidate) -> Option<&'c Candidate> {
    let rule = case.message.rule.filter(|_| fitting.owner == KeyOwner::Pasted)?;
    let first = case.pasted.iter().filter(|other| rule.is_for(&other.key.material)).min_by_key(|other| other.index)?;
    (first.index < fitting.index && first.key.public_use.as_deref() == Some("enc")).then_some(first)
}

fn bits(bytes: usize) -> usize {
    bytes * 8
}

/// Where a secret of the reader's is published.
fn published_secret(key: &CandidateKey) -> Option<&'static str> {
    let KeyMaterial::Secret(secret) = &key.material else { return None };
    public_secrets::ALL.iter().find(|public| public.text.as_bytes() == secret).map(|public| public.publisher)
}

fn kid_differs(case: &Case, fitting: &Candidate, of_key: &str, of_token: &str) -> String {
    let (number, count) = (fitting.index + 1, case.pasted.len());
    let named = case.pasted.iter().find(|other| other.key.kid.as_deref() == Some(of_token));
    match named {
        Some(named) if fitting.owner == KeyOwner::Pasted => {
            format!("Key {number} of {count} fits, though the token's `kid` names key {}.", named.index + 1)
        }
        _ => format!(
            "The key's `kid` is {}, but the token names {}. Libraries that choose keys by `kid` do not find it.",
            quoted(of_key, LONGEST_NAME),
            quoted(of_token, LONGEST_NAME)
        ),
    }
}

/// RFC 9864 gives two names to what "EdDSA" was.
fn is_same_algorithm(of_key: &str, of_token: &str) -> bool {
    let is_eddsa = |alg: &str| matches!(alg, "EdDSA" | "Ed25519" | "Ed448");
    of_key == of_token || is_eddsa(of_key) && is_eddsa(of_token) && (of_key == "EdDSA" || of_token == "EdDSA")
}
