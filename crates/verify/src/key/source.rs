//! A text in which keys may stand, and where it stands in the pasted text.

use decode::Span;

#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'t> {
    pub text: &'t str,
    place: Place,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    /// Byte for byte, from here on.
    At(usize),
    /// It is spelled differently there, so it corresponds only as a whole.
    As(Span),
}

impl<'t> Source<'t> {
    pub fn whole(text: &'t str) -> Self {
        Self { text, place: Place::At(0) }
    }

    /// A stretch of this text.
    pub fn part(self, span: Span) -> Self {
        let place = match self.place {
            Place::At(start) => Place::At(start + span.start),
            whole => whole,
        };
        Self { text: span.in_str(self.text), place }
    }

    /// Another spelling of a stretch of this text.
    pub fn respelled<'o>(self, span: Span, text: &'o str) -> Source<'o> {
        Source { text, place: Place::As(self.in_paste(span)) }
    }

    pub fn in_paste(self, span: Span) -> Span {
        match self.place {
            Place::At(start) => Span::new(start + span.start, start + span.end),
            Place::As(whole) => whole,
        }
    }

    pub fn span(self) -> Span {
        self.in_paste(Span::new(0, self.text.len()))
    }

    /// The stretch without the space around it.
    pub fn trimmed(self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        self.part(Span::new(start, start + self.text.trim().len()))
    }

    /// The line in which a place stands, from 1; None where the text is spelled differently.
    pub fn is_exact(self) -> bool {
        matches!(self.place, Place::At(_))
    }
}
