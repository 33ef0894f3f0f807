//! Reads JSON and keeps what other readers discard: order, duplicates, numbers as written, and spans.
//!
//! Strict RFC 8259. Reading never fails: the result is everything before the first error, and the kind and place of that
//! error. It takes linear time and has a limited depth.

mod line_counter;
mod members;
mod parser;
mod pointer;
mod string;
mod value;

pub use members::Members;
pub use pointer::descend;
pub use value::{JsonKind, Member, Text, Value};

use crate::error::Fault;
use crate::limits::FAULTS_TOLD;

/// A text, read as far as possible.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The value that was read. None if not even its beginning could be read.
    pub value: Option<Value>,
    /// In the order of their places. Reading may have stopped at the last one.
    pub faults: Vec<Fault>,
    /// How many more there were behind the first [`FAULTS_TOLD`].
    pub faults_left_out: usize,
}

pub fn read(bytes: &[u8]) -> Document {
    parser::document(bytes, FAULTS_TOLD)
}

/// As [`read`], without a limit on the faults that are told.
pub(crate) fn read_with_all_faults(bytes: &[u8]) -> Document {
    parser::document(bytes, usize::MAX)
}

#[cfg(test)]
mod tests;
