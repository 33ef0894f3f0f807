//! Parts of another token of the paste stand in this one.

use std::rc::Rc;

use super::{Case, Tries};
use crate::signed_message::joined;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let message = &case.message;
    let attempts = case.plain_attempts();
    let mut tries = Vec::new();
    for (at, other) in case.neighbours.iter().enumerate() {
        let which = if case.neighbours.len() == 1 {
            "the other token of the paste".to_owned()
        } else {
            format!("another token of the paste (number {} of those beside it)", at + 1)
        };
        let mixed = [
            (joined(&message.header_text, other.payload_text.as_bytes()), message.signature.clone(), "payload"),
            (joined(&other.header_text, message.payload_text.as_bytes()), message.signature.clone(), "header"),
            (other.input(), message.signature.clone(), "header and payload"),
            (message.input(), other.signature.clone(), "signature"),
        ];
        for (input, signature, what) in mixed {
            tries.extend(attempts.iter().take(super::FEW_KEYS).cloned().map(|attempt| {
                attempt.input(input.clone()).signature(signature.clone()).named(
                    "other-token-in-paste",
                    format!("It fits with the {what} of {which}: the two tokens were mixed up. Take all three parts from one token."),
                )
            }));
        }
    }
    Box::new(tries.into_iter())
}
