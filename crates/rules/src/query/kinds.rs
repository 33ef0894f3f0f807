//! How sure it is what kind of token this is, for the rules about kinds.

use inspect::recognise::Certainty;

use crate::{Evaluation, Severity};

/// The severity of a breach of the rules of the token's kind: an error only where the token states its kind.
pub(crate) fn gravest(evaluation: &Evaluation) -> Severity {
    of_certainty(evaluation.description.profile.certainty)
}

pub(crate) fn of_certainty(certainty: Certainty) -> Severity {
    if certainty == Certainty::Stated { Severity::Error } else { Severity::Warning }
}
