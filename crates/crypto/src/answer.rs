//! What the page is told, as JSON.

use serde_json::{Value, json};
use verify::Remark;
use verify::key::{self, CandidateKey, KeyRing};

pub(crate) fn json(ring: &KeyRing, fits: &[bool]) -> String {
    json!({
        "keys": ring.keys.iter().map(key_json).collect::<Vec<_>>(),
        "keyRemarks": remarks(&ring.remarks),
        "signatures": fits,
        "whereKeysAre": null,
        "decrypted": null,
    })
    .to_string()
}

fn key_json(key: &CandidateKey) -> Value {
    json!({
        "kid": key.kid,
        "kind": key::describe(key),
        "from": key.form.name(),
        "isPrivate": key.private.is_some(),
        "remarks": remarks(&key.remarks),
    })
}

fn remarks(remarks: &[Remark]) -> Vec<Value> {
    remarks.iter().map(|remark| json!({ "id": remark.id, "message": remark.message })).collect()
}
