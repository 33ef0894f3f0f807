//! A finding: a record that fits a token, and where.

use inspect::Severity;

use crate::{Evidence, Place, Record};

/// Something found in a token.
#[derive(Debug, Clone)]
pub struct Finding {
    pub record: &'static Record,
    pub severity: Severity,
    /// A full sentence or two, with the actual values.
    pub message: String,
    pub place: Place,
}

impl Finding {
    /// The id of its record.
    pub fn id(&self) -> &'static str {
        self.record.id
    }
}

impl From<Evidence> for Finding {
    fn from(Evidence { record, severity, message, place }: Evidence) -> Self {
        Self { record, severity, message, place }
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id() && self.message == other.message && self.place == other.place
    }
}
