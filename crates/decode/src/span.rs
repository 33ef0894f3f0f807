//! A stretch of text, in bytes.

/// Bytes `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    pub start: usize,
    /// Not before `start`.
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

    /// What a JSON string's span has between its quotes.
    pub(super) fn within_quotes(self) -> Self {
        Self::new(self.start + 1, self.end.saturating_sub(1))
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes it names, or none where it reaches outside.
    pub fn of(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.start..self.end).unwrap_or_default()
    }

    /// The text it names, or none where it reaches outside or into the middle of a character.
    pub fn in_str(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// One stretch of a token and where it stands in the pasted text. Either both spans have one length, byte for
/// byte, or the paste spells the stretch longer (`%2E`), and nothing finer is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub token: Span,
    pub paste: Span,
}

impl Piece {
    pub(super) fn in_paste(self, span: Span) -> Span {
        if self.token.len() != self.paste.len() {
            return self.paste;
        }
        let start = span.start.max(self.token.start) - self.token.start;
        let end = span.end.min(self.token.end) - self.token.start;
        Span::new(self.paste.start + start, self.paste.start + end)
    }
}
