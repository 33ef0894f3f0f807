//! A token that a key decrypts.

use decode::Token;
use decode::display::quoted;
use decode::inflate::inflate;
use decode::limits::INFLATED_PER_TOKEN;

use super::algorithm::KeyManagement;
use super::envelope::{Envelope, Recipient};
use super::plan::DecryptionAttempt;
use super::{Decryption, DecryptionOutcome, OpenedContent};
use crate::key::CandidateKey;
use crate::{FittingKey, Remark};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decrypted {
    pub key: FittingKey,
    /// The position of the recipient in a JSON serialization; 0 in a compact one.
    pub recipient: usize,
    /// What was encrypted, inflated where `zip` says so.
    pub plaintext: Vec<u8>,
    /// How it was decrypted, and what that says of who wrote it. Full sentences.
    pub how: String,
    /// What had to be done otherwise than the standards or the pasted text say. Empty for most tokens.
    pub explanations: Vec<crate::Explanation>,
}

impl Decrypted {
    /// The plaintext as text, where it is UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.plaintext).ok()
    }

    /// The token that the plaintext is, with nothing but blank space around it: a nested JWT (RFC 7519 section 2).
    pub fn token(&self) -> Option<Token> {
        whole_token(self.text()?)
    }
}

/// The token that a text is, with nothing but blank space around it.
pub fn whole_token(text: &str) -> Option<Token> {
    let mut tokens = decode::decode(text).tokens;
    let token = tokens.pop().filter(|_| tokens.is_empty())?;
    let is_whole = token.span.in_str(text).trim() == text.trim();
    is_whole.then_some(token)
}

pub(super) fn decryption(
    envelope: &Envelope,
    attempt: &DecryptionAttempt,
    key: &CandidateKey,
    opened: OpenedContent,
    tried: usize,
) -> Decryption {
    let mut remarks = Vec::new();
    let plaintext = inflated(envelope, opened.plaintext, &mut remarks);
    let recipient = envelope.recipients.get(attempt.recipient);
    if let Some(recipient) = recipient {
        tell_of_key(envelope, recipient, key, attempt.key, &mut remarks);
    }
    let fitting = FittingKey::new(attempt.key, key, key.form.name());
    let decrypted = Decrypted {
        how: how(envelope, recipient, &fitting),
        key: fitting,
        recipient: recipient.map_or(0, |recipient| recipient.group),
        plaintext,
        explanations: attempt.twists.iter().chain(&opened.twist).map(|twist| twist.explanation()).collect(),
    };
    Decryption { outcome: DecryptionOutcome::Decrypted(Box::new(decrypted)), remarks, tried }
}

/// RFC 7516 section 4.1.3: compressed before it was encrypted.
fn inflated(envelope: &Envelope, plaintext: Vec<u8>, remarks: &mut Vec<Remark>) -> Vec<u8> {
    match envelope.zip.as_deref() {
        None => plaintext,
        Some("DEF") => {
            let (inflated, fault) = inflate(&plaintext, INFLATED_PER_TOKEN);
            if let Some(fault) = fault {
                let message = format!("The plaintext is shown as far as it could be inflated: {fault}.");
                remarks.push(Remark { id: fault.id(), message });
            }
            inflated
        }
        Some(zip) => {
            let message =
                format!("`zip` is {}, which is not known here: the plaintext is still compressed.", quoted(zip, 40));
            remarks.push(Remark { id: "zip-unknown", message });
            plaintext
        }
    }
}

fn tell_of_key(
    envelope: &Envelope,
    recipient: &Recipient,
    key: &CandidateKey,
    index: usize,
    remarks: &mut Vec<Remark>,
) {
    let mut tell = |id, message: String| remarks.push(Remark { id, message });
    let number = index + 1;
    if recipient.has_crit {
        let message = "The header's `crit` lists parameters that a reader must understand or refuse the token. None of them is understood here.";
        tell("crit-unknown", message.to_owned());
    }
    let has_key_of_its_own =
        matches!(recipient.algorithm(), Some(KeyManagement::Direct | KeyManagement::Agreement { wrapping: None }));
    if has_key_of_its_own && !recipient.encrypted_key.is_empty() {
        let message = "The token has an encrypted key, though its `alg` needs none. RFC 7516 section 5.2 asks readers to refuse it.";
        tell("encrypted-key-not-empty", message.to_owned());
    }
    if let Some(alg) = &key.alg
        && recipient.alg.as_ref() != Some(alg)
        && *alg != envelope.enc
    {
        tell(
            "key-alg-differs",
            format!("Key {number} says that it is for {}, but it decrypts this token.", quoted(alg, 40)),
        );
    }
    if key.public_use.as_deref() == Some("sig") {
        tell(
            "key-for-signatures",
            format!("Key {number} says that it is for signatures (`use` is \"sig\"), but it decrypts this token."),
        );
    }
    if let (Some(own), Some(named)) = (&key.kid, &recipient.kid)
        && own != named
    {
        let (own, named) = (quoted(own, 40), quoted(named, 40));
        tell("kid-differs", format!("The header names the key {named}, but key {number}, {own}, decrypts it."));
    }
}

fn how(envelope: &Envelope, recipient: Option<&Recipient>, key: &FittingKey) -> String {
    let FittingKey { index, kind, .. } = key;
    let enc = &envelope.enc;
    let number = index + 1;
    let with = match recipient.and_then(|recipient| recipient.alg.as_deref()) {
        None | Some("dir") => format!("with {enc}"),
        Some(alg) => format!("with {alg} and {enc}"),
    };
    let meaning = match recipient.and_then(Recipient::algorithm) {
        Some(KeyManagement::Rsa(_) | KeyManagement::Agreement { .. }) => {
            "Encrypted to you does not mean signed by someone: anyone who has your public key can have written it."
        }
        _ => "Encrypted does not mean signed: everyone who has this secret can have written it.",
    };
    format!("Decrypted {with} and key {number} ({kind}). {meaning}")
}
