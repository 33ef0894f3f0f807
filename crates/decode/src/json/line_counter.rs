//! Line and column of a place in a text.

use crate::Span;

/// Counts lines and columns up to the last place that was asked for, so that each byte is counted once. Places must be
/// asked for in ascending order.
#[derive(Default)]
pub(super) struct LineCounter {
    /// The bytes before this place are counted.
    upto: usize,
    line: usize,
    column: usize,
}

impl LineCounter {
    /// The line and the column of the byte `at`, both counted from 1, the column in characters.
    pub(super) fn place(&mut self, bytes: &[u8], at: usize) -> (usize, usize) {
        for &byte in Span::new(self.upto, at).of(bytes) {
            if byte == b'\n' {
                self.line += 1;
                self.column = 0;
            } else if byte & 0xC0 != 0x80 {
                self.column += 1;
            }
        }
        self.upto = self.upto.max(at);
        (self.line + 1, self.column + 1)
    }
}
