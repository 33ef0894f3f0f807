//! What the page is told, as JSON.

use serde_json::{Value, json};
use verify::decrypt::{Decryption, DecryptionOutcome};
use verify::key::{self, CandidateKey, KeyRing};
use verify::{
    CertificateValidity, ChainCheck, ChainLink, Explanation, FittingKey, KeyOwner, KeySourceHint, Remark,
    SignatureCheck,
};

/// All that was found out. The members of JSON are those of the report where that has them too.
pub(crate) struct BlockAnswer {
    pub ring: KeyRing,
    /// One for each signature of the token.
    pub signatures: Vec<SignatureCheck>,
    /// Where the keys of such tokens are to be had.
    pub hint: Option<KeySourceHint>,
    /// None for a token that is not encrypted.
    pub decryption: Option<Decryption>,
}

impl BlockAnswer {
    pub fn json(&self) -> Value {
        json!({
            "keys": list(&self.ring.keys, pasted_key),
            "keyRemarks": list(&self.ring.remarks, remark),
            "signatures": list(&self.signatures, signature_check),
            "whereKeysAre": self.hint.as_ref().map(hint),
            "decrypted": self.decryption.as_ref().map(decryption),
        })
    }
}

fn list<T>(items: &[T], json_of: fn(&T) -> Value) -> Value {
    items.iter().map(json_of).collect()
}

fn pasted_key(key: &CandidateKey) -> Value {
    json!({
        "kid": key.kid,
        "kind": key::describe(key),
        "from": key.form.name(),
        "isPrivate": key.private.is_some(),
        "remarks": list(&key.remarks, remark),
    })
}

fn remark(remark: &Remark) -> Value {
    json!({ "id": remark.id, "message": remark.message })
}

fn explanation(explanation: &Explanation) -> Value {
    json!({ "id": explanation.id, "message": explanation.message })
}

fn signature_check(check: &SignatureCheck) -> Value {
    json!({
        "signature": check.signature.id(),
        "whose": check.whose.map(KeyOwner::id),
        "key": check.key.as_ref().map(fitting_key),
        "remarks": list(&check.remarks, remark),
        "explanations": list(&check.explanations, explanation),
        "tried": check.tried,
        "reason": check.reason,
        "chain": check.chain.as_ref().map(chain),
    })
}

fn chain(chain: &ChainCheck) -> Value {
    json!({
        "certificates": list(&chain.links, certificate),
        "end": chain.end.id(),
        "at": chain.end.certificate(),
        "message": chain.sentence,
        "caution": chain.caution,
    })
}

fn certificate(link: &ChainLink) -> Value {
    json!({
        "subject": link.subject,
        "signer": link.signer.id(),
        "message": link.sentence,
        "notAfter": link.not_after,
        "validity": link.validity.map(CertificateValidity::id),
    })
}

fn fitting_key(key: &FittingKey) -> Value {
    json!({ "index": key.index, "kid": key.kid, "kind": key.kind, "from": key.from })
}

fn hint(hint: &KeySourceHint) -> Value {
    json!({ "id": hint.id, "sentence": hint.sentence, "command": hint.command })
}

/// `text` is null where the plaintext is no UTF-8; then `base64url` has it.
fn decryption(decryption: &Decryption) -> Value {
    let remarks = list(&decryption.remarks, remark);
    match &decryption.outcome {
        DecryptionOutcome::Decrypted(decrypted) => json!({
            "key": fitting_key(&decrypted.key),
            "recipient": decrypted.recipient,
            "how": decrypted.how,
            "text": decrypted.text(),
            "base64url": decrypted.text().is_none().then(|| decode::base64url::encode(&decrypted.plaintext)),
            "explanations": list(&decrypted.explanations, explanation),
            "remarks": remarks,
            "tried": decryption.tried,
        }),
        DecryptionOutcome::Failed(reasons) => {
            json!({ "reasons": list(reasons, explanation), "remarks": remarks, "tried": decryption.tried })
        }
    }
}
