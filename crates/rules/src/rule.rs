//! A rule: what to look for in a token.

use crate::{Evaluation, Evidence, Record};

/// Something to look for: the findings it can have, and how it looks.
#[derive(Debug)]
pub struct Rule {
    pub records: &'static [&'static Record],
    pub(crate) check: fn(&Evaluation) -> Vec<Evidence>,
}

// TEMPORARY: for the rules whose evidence still names its record by id.
impl Rule {
    pub(crate) fn by_id(&self, id: &str) -> &'static Record {
        let first = self.records.first().copied();
        crate::record::find(self.records, id).or(first).unwrap_or(&crate::algorithm::alg_none::RECORD)
    }
}
