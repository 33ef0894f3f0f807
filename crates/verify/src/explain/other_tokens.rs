//! Parts of another token of the paste stand in this one.

use std::rc::Rc;

use super::{Attempt, Case, Tries, Try};
use crate::signed_message::joined;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let attempts: Vec<_> = case.plain_attempts().into_iter().take(super::FEW_KEYS).collect();
    let case = Rc::clone(case);
    Box::new((0..case.neighbours.len()).flat_map(move |at| with_neighbour(&case, &attempts, at)))
}

fn with_neighbour(case: &Case, attempts: &[Attempt], at: usize) -> Vec<Try> {
    let Some(other) = case.neighbours.get(at) else { return Vec::new() };
    let message = &case.message;
    let which = if case.neighbours.len() == 1 {
        "the other token of the paste".to_owned()
    } else {
        format!("another token of the paste (number {} of those beside it)", at + 1)
    };
    let mixed = [
        (joined(&message.header_text, other.payload_text.as_bytes()), &message.signature, "payload"),
        (joined(&other.header_text, message.payload_text.as_bytes()), &message.signature, "header"),
        (other.input(), &message.signature, "header and payload"),
        (message.input(), &other.signature, "signature"),
    ];
    let mut tries = Vec::new();
    for (input, signature, what) in mixed {
        let (input, signature): (Rc<[u8]>, Rc<[u8]>) = (input.into(), signature.as_slice().into());
        tries.extend(attempts.iter().cloned().map(|attempt| {
            attempt.input(Rc::clone(&input)).signature(Rc::clone(&signature)).named(
                "other-token-in-paste",
                format!("It fits with the {what} of {which}: the two tokens were mixed up. Take all three parts from one token."),
            )
        }));
    }
    tries
}
