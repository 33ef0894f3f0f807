//! A rule: what to look for in a token.

use crate::{CheckTheme, Evaluation, EvaluationAt, Evidence, Record};

/// Something to look for: the findings it can have, and how it looks.
#[derive(Debug)]
pub struct Rule {
    pub theme: CheckTheme,
    pub records: &'static [&'static Record],
    pub(crate) check: Check,
}

/// Most rules look at nothing that a clock changes, and need to look once.
#[derive(Debug)]
pub(crate) enum Check {
    Once(fn(&Evaluation) -> Vec<Evidence>),
    AtInstant(fn(&EvaluationAt) -> Vec<Evidence>),
}
