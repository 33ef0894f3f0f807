//! A text in which keys may stand, and where it stands in the pasted text.

use decode::Span;

#[derive(Debug, Clone, Copy)]
pub(super) struct KeyText<'t> {
    pub text: &'t str,
    place: TextPlace,
}

#[derive(Debug, Clone, Copy)]
enum TextPlace {
    /// Byte for byte, from here on.
    At(usize),
    /// It is spelled differently there, so it corresponds only as a whole.
    As(Span),
}

impl<'t> KeyText<'t> {
    pub fn whole(text: &'t str) -> Self {
        Self { text, place: TextPlace::At(0) }
    }

    /// A stretch of this text.
    pub fn part(self, span: Span) -> Self {
        let place = match self.place {
            TextPlace::At(start) => TextPlace::At(start + span.start),
            whole => whole,
        };
        Self { text: span.in_str(self.text), place }
    }

    /// Another spelling of a stretch of this text.
    pub fn respelled<'o>(self, span: Span, text: &'o str) -> KeyText<'o> {
        KeyText { text, place: TextPlace::As(self.in_paste(span)) }
    }

    pub fn in_paste(self, span: Span) -> Span {
        match self.place {
            TextPlace::At(start) => Span::new(start + span.start, start + span.end),
            TextPlace::As(whole) => whole,
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

    /// Whether it stands in the pasted text byte for byte.
    pub fn is_exact(self) -> bool {
        matches!(self.place, TextPlace::At(_))
    }
}

/// Percent escapes as what they stand for, and `+` as it stands there: base64 has it.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut pieces = text.split('%');
    bytes.extend(pieces.next().unwrap_or_default().as_bytes());
    for piece in pieces {
        match piece.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(piece.get(2..).unwrap_or_default().as_bytes());
            }
            None => {
                bytes.push(b'%');
                bytes.extend(piece.as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
