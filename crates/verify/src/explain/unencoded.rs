//! The payload was signed as it is, without base64url.

use std::rc::Rc;

use super::{Case, Tries};
use crate::signed_message::joined;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let message = &case.message;
    if message.payload_bytes == message.payload_text.as_bytes() {
        return Box::new(std::iter::empty());
    }
    let plain = joined(&message.header_text, &message.payload_bytes);
    let both = [&*message.header_bytes, b".", &*message.payload_bytes].concat();
    let alone = message.payload_bytes.clone();
    let attempts = case.plain_attempts();
    let inputs = [
        (
            "payload-unencoded",
            "It fits the payload as it is, not its base64url. That is right only with `b64` false and `crit` listing it (RFC 7797): write both into the header, or sign the base64url.",
            plain,
        ),
        (
            "segments-unencoded",
            "It fits header and payload as they are, joined by a dot, not their base64url. Sign the two segments as they stand in the token (RFC 7515 section 5.1).",
            both,
        ),
        (
            "payload-alone",
            "It fits the payload alone, without the header. Sign both segments with the dot between them (RFC 7515 section 5.1).",
            alone,
        ),
        (
            "payload-alone",
            "It fits the payload's segment alone, without the header. Sign both segments with the dot between them (RFC 7515 section 5.1).",
            message.payload_text.clone().into_bytes(),
        ),
    ];
    let tries = inputs.into_iter().flat_map(move |(id, message, input)| {
        let input: Rc<[u8]> = input.into();
        attempts.clone().into_iter().map(move |attempt| attempt.input(Rc::clone(&input)).named(id, message))
    });
    Box::new(tries)
}
