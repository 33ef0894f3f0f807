//! What is encrypted is no signed JWT, though it may hold one: RFC 7516.

use decode::Token;
use decode::format::Format;
use inspect::jose;
use inspect::jose::algorithms::AlgorithmUse;

use super::form::cut;
use super::{refused, says_none, unknown};
use crate::Expectations;
use crate::judge::judged_line::JudgedLine;

/// How many parts the compact serialization has: RFC 7516 section 7.1.
const PARTS: usize = 5;

pub(in crate::judge) const ENCRYPTED: &str = "it is encrypted";

/// A token of three parts that says `none` is an unsecured one, though its header has `enc`.
pub(in crate::judge) fn is_encrypted(token: &Token) -> bool {
    let is_unsecured = token.format == Format::JweCompact && token.parts.len() == 3 && says_none(token);
    token.format.is_encrypted() && !is_unsecured
}

pub(super) fn judged(token: &Token, expectations: &Expectations) -> Vec<JudgedLine> {
    let count = token.parts.len() + token.unsplit_segments();
    if token.is_cut_off() || token.format == Format::JweCompact && count == 2 {
        return vec![cut()];
    }
    if token.format == Format::JweCompact && count != PARTS {
        let clause = format!("it has {count} parts");
        let sentence = format!("It has {count} parts, but an encrypted token has {PARTS} (RFC 7516 section 7.1).");
        return vec![refused(clause, sentence)];
    }
    let names = &expectations.algorithms;
    let is_of_keys =
        |name: &String| jose::algorithm(name).is_some_and(|known| known.usage == AlgorithmUse::KeyManagement);
    match names.iter().any(is_of_keys) {
        true => Vec::new(),
        false if expectations.signature || !names.is_empty() => {
            let sentence = "It is encrypted, so a service that expects a signed token cannot read it. One that decrypts \
                            it may find a signed token inside.";
            vec![refused(ENCRYPTED, sentence)]
        }
        false => vec![unknown("It is encrypted: only whoever has the key can say what is inside.")],
    }
}
