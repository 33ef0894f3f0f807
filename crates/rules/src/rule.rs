//! A rule: what to look for in a token.

use crate::{Evaluation, Evidence, Record};

/// Something to look for: the findings it can have, and how it looks.
#[derive(Debug)]
pub struct Rule {
    pub records: &'static [&'static Record],
    pub(crate) check: fn(&Evaluation) -> Vec<Evidence>,
}
