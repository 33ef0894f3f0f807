//! The names of all values that one finding speaks of.

use inspect::display;

use crate::{Evidence, Place, Record};

/// How many names a message lists.
const SHOWN: usize = 6;

#[derive(Default)]
pub(crate) struct NamedValues {
    /// The first of the names, each once.
    pub(crate) names: Vec<String>,
    /// How many further names there are.
    more: usize,
    /// Where the first of the values is.
    place: Place,
}

impl NamedValues {
    /// `place` is asked for the first value only.
    pub(crate) fn add(&mut self, name: &str, place: impl FnOnce() -> Place) {
        let name = display::quoted(name, 40);
        if self.names.is_empty() {
            self.place = place();
        }
        if self.names.contains(&name) {
            return;
        }
        if self.names.len() < SHOWN {
            self.names.push(name);
        } else {
            self.more += 1;
        }
    }

    /// None where there are no values.
    pub(crate) fn evidence(self, record: &'static Record, beginning: &str) -> Option<Evidence> {
        if self.names.is_empty() {
            return None;
        }
        let more = if self.more == 0 { String::new() } else { format!(" and {} more", self.more) };
        let message = format!("{beginning}: {}{more}.", self.names.join(", "));
        Some(Evidence::new(record, message, self.place))
    }
}
