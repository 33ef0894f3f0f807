//! A stretch of text, in bytes.

/// Bytes `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    pub start: usize,
    /// Never less than `start`.
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span of a JSON string without its quotes.
    pub(super) fn within_quotes(self) -> Self {
        Self::new(self.start + 1, self.end.saturating_sub(1))
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes in this span. Empty if the span is not inside `bytes`.
    pub fn of(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.start..self.end).unwrap_or_default()
    }

    /// The text in this span. Empty if the span is not inside `text` or splits a character.
    pub fn in_str(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A stretch of a token and its place in the pasted text. If both spans have the same length, they are equal byte for
/// byte. Otherwise the pasted text spells the stretch differently (`%2E`), and it corresponds only as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub token: Span,
    pub paste: Span,
}

impl Piece {
    /// The place in the pasted text of the bytes `span` of the token, as far as they are in this piece.
    pub(super) fn in_paste(self, span: Span) -> Span {
        if self.token.len() != self.paste.len() {
            return self.paste;
        }
        let start = span.start.max(self.token.start) - self.token.start;
        let end = span.end.min(self.token.end) - self.token.start;
        Span::new(self.paste.start + start, self.paste.start + end)
    }
}
