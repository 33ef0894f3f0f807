//! What checking the signatures of a token found out, in the report.

use verify::{CertificateValidity, ChainCheck, ChainLink, Explanation, FittingKey, KeyOwner, Remark, SignatureCheck};

use super::value::{Json, list, object};

/// One signature stands there by itself; several stand in `signatures`, in their order.
pub(super) fn of<'a>(checks: Vec<SignatureCheck>) -> Json<'a> {
    alone_or_several(checks.into_iter().map(signature).collect())
}

pub(super) fn alone_or_several(checks: Vec<Json>) -> Json {
    match <[Json; 1]>::try_from(checks) {
        Ok([check]) => check,
        Err(checks) => object().with("signatures", Json::List(checks)).json(),
    }
}

fn signature<'a>(check: SignatureCheck) -> Json<'a> {
    let members = object()
        .with("signature", check.signature.id())
        // Whose key fits.
        .with("whose", check.whose.map(KeyOwner::id))
        .with("key", check.key.map(key))
        // On the key that fits, and on the token.
        .with("remarks", list(check.remarks, remark))
        // The likeliest first.
        .with("explanations", list(check.explanations, explanation))
        // How many checks were made.
        .with("tried", check.tried)
        // Why it cannot be checked.
        .with("reason", check.reason);
    match check.chain {
        Some(of_token) => members.with("chain", chain(of_token)).json(),
        None => members.json(),
    }
}

/// Of the certificates in `x5c`, in their order.
fn chain<'a>(ChainCheck { links, end, sentence, left_out, caution: _ }: ChainCheck) -> Json<'a> {
    object()
        .with("certificates", list(links, certificate))
        // How far they lead.
        .with("end", end.id())
        // The certificate at which it ends, from 0.
        .with("at", end.certificate())
        .with("message", sentence)
        // How many more there are, which were not checked.
        .with("leftOut", left_out)
        .json()
}

fn certificate<'a>(ChainLink { subject, signer, sentence, not_after, validity }: ChainLink) -> Json<'a> {
    object()
        .with("subject", subject)
        // Who signed it.
        .with("signer", signer.id())
        .with("message", sentence)
        .with("notAfter", not_after)
        .with("validity", validity.map(CertificateValidity::id))
        .json()
}

pub(super) fn remark<'a>(Remark { id, message }: Remark) -> Json<'a> {
    object().with("id", id).with("message", message).json()
}

pub(super) fn explanation<'a>(Explanation { id, message }: Explanation) -> Json<'a> {
    object().with("id", id).with("message", message).json()
}

pub(super) fn key<'a>(FittingKey { index, kid, kind, from }: FittingKey) -> Json<'a> {
    object().with("index", index).with("kid", kid).with("kind", kind).with("from", from).json()
}
