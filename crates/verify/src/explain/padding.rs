//! Padding that was added to or left out of the segments after signing, and the alphabet that was changed.

use std::rc::Rc;

use super::{Case, Tries};
use crate::signed_message::joined;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let (header, payload) = (case.message.header_text.as_str(), case.message.payload_text.as_str());
    let (bare_header, bare_payload) = (header.trim_end_matches('='), payload.trim_end_matches('='));
    let [full_header, full_payload] = [bare_header, bare_payload].map(padded);
    const PADDED: &str = "It fits once both parts end in `=` as ordinary base64 does: whoever signed kept the padding, as AWS load balancers do, and it was taken away on the way. Hand on the token as it comes, and check it with a library that keeps the padding.";
    const UNPADDED: &str = "It fits once the `=` at the ends of the parts are left out: they were added after signing. Hand on the token as it comes; RFC 7515 section 2 has no padding.";
    const ALPHABET: &str = "It fits once the parts are written in the other alphabet of base64 (`+` and `/` in place of `-` and `_`, or the other way round): the code that signs and the code that writes the token differ in it. RFC 7515 section 2 asks for base64url in both.";
    let shown = case.message.input();
    let mut inputs: Vec<_> = [
        (&*full_header, &*full_payload),
        (&*full_header, bare_payload),
        (bare_header, &*full_payload),
        (bare_header, bare_payload),
    ]
    .into_iter()
    .map(|(header, payload)| joined(header, payload.as_bytes()))
    .map(|input| match input.len() > shown.len() {
        true => ("padded-input", PADDED, input),
        false => ("unpadded-input", UNPADDED, input),
    })
    .collect();
    let rewritten: [fn(&str) -> String; 2] =
        [|text| text.replace('+', "-").replace('/', "_"), |text| text.replace('-', "+").replace('_', "/")];
    for rewrite in rewritten {
        for [header, payload] in [[bare_header, bare_payload], [full_header.as_str(), full_payload.as_str()]] {
            inputs.push(("standard-base64-input", ALPHABET, joined(&rewrite(header), rewrite(payload).as_bytes())));
        }
    }
    let mut seen = vec![shown];
    inputs.retain(|(.., input)| {
        let is_new = !seen.contains(input);
        seen.push(input.clone());
        is_new
    });
    let attempts = case.plain_attempts();
    let tries = inputs.into_iter().flat_map(move |(id, message, input)| {
        let input: Rc<[u8]> = input.into();
        attempts.clone().into_iter().map(move |attempt| attempt.input(Rc::clone(&input)).named(id, message))
    });
    Box::new(tries)
}

fn padded(segment: &str) -> String {
    let missing = (4 - segment.len() % 4) % 4;
    segment.to_owned() + &"=".repeat(missing)
}
