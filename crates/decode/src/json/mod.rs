//! Bytes to JSON values that keep what other readers throw away: order, duplicates, numbers as written, spans.
//!
//! Strict RFC 8259. Reading never fails: it yields what is whole before the first thing that is wrong, and says
//! what and where that is. Linear in time, bounded in depth.

mod pointer;
mod value;

pub use pointer::descend;
pub use value::{Kind, Member, Text, Value};

use super::Span;
use super::error::{Expected, Fault, FaultKind, Hint};

/// How many containers may stand inside each other. RFC 8259 section 9 lets a reader set such a limit.
pub const DEPTH_LIMIT: usize = 128;

/// A text as far as it could be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What was read. None when not even its beginning could be.
    pub value: Option<Value>,
    /// In the order of their places. The last one may be what ended the reading.
    pub faults: Vec<Fault>,
}

pub fn read(bytes: &[u8]) -> Document {
    let mut reader = Reader { bytes, at: 0, faults: Vec::new(), lines: Lines::default() };
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        reader.at = 3;
        reader.fault(FaultKind::ByteOrderMark, Span::new(0, 3));
    }
    reader.skip_whitespace();
    if reader.peek().is_none() {
        reader.fault(FaultKind::Empty, Span::new(reader.at, reader.at));
        return Document { value: None, faults: reader.faults };
    }
    let read = reader.value(0, Expected::Value);
    if let Read::Whole(_) = read {
        reader.skip_whitespace();
        if reader.peek().is_some() {
            let found = reader.character();
            reader.fault(FaultKind::TextBehind(found), Span::new(reader.at, bytes.len()));
        }
    }
    let value = match read {
        Read::Whole(value) | Read::Cut(Some(value)) => Some(value),
        Read::Cut(None) => None,
    };
    Document { value, faults: reader.faults }
}

/// A value that is whole, or what there is of one after which nothing more can be read.
enum Read {
    Whole(Value),
    Cut(Option<Value>),
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    faults: Vec<Fault>,
    lines: Lines,
}

/// Counts lines and columns as far as they were asked for, so that a text full of faults costs no more.
#[derive(Default)]
struct Lines {
    upto: usize,
    line: usize,
    column: usize,
}

impl Lines {
    fn place(&mut self, bytes: &[u8], at: usize) -> (usize, usize) {
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

impl Reader<'_> {
    fn fault(&mut self, kind: FaultKind, span: Span) {
        let place = Some(self.lines.place(self.bytes, span.start));
        self.faults.push(Fault { kind, span, place });
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let taken = self.peek() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    fn skip_whitespace(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// The character that stands here, for a sentence.
    fn character(&self) -> char {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let rest = rest.get(..rest.len().min(4)).unwrap_or_default();
        match rest.utf8_chunks().next() {
            Some(chunk) => chunk.valid().chars().next().unwrap_or('\u{FFFD}'),
            None => '\u{FFFD}',
        }
    }

    /// Says what is wrong here and ends the reading.
    fn unexpected(&mut self, expected: Expected, hint: Option<Hint>) {
        if self.peek().is_none() {
            self.fault(FaultKind::UnexpectedEnd(expected), Span::new(self.at, self.at));
        } else {
            let found = self.character();
            let end = (self.at + found.len_utf8()).min(self.bytes.len());
            self.fault(FaultKind::Unexpected { expected, found, hint }, Span::new(self.at, end));
        }
    }

    fn value(&mut self, depth: usize, expected: Expected) -> Read {
        let start = self.at;
        match self.peek() {
            Some(b'{' | b'[') if depth >= DEPTH_LIMIT => {
                self.fault(FaultKind::TooDeep, Span::new(start, start + 1));
                Read::Cut(None)
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => match self.string() {
                Some(text) => self.whole(start, Kind::String(text)),
                None => Read::Cut(None),
            },
            Some(b'-' | b'0'..=b'9') => match self.number() {
                // Inside a container, digits that the text ends on may be the first of more.
                Some(()) if depth > 0 && self.peek().is_none() => {
                    self.unexpected(Expected::Digit, None);
                    Read::Cut(None)
                }
                Some(()) => self.whole(start, Kind::Number),
                None => Read::Cut(None),
            },
            _ => self.word(start, expected),
        }
    }

    fn whole(&self, start: usize, kind: Kind) -> Read {
        Read::Whole(Value { span: Span::new(start, self.at), kind })
    }

    fn cut(&self, start: usize, kind: Kind) -> Read {
        Read::Cut(Some(Value { span: Span::new(start, self.at), kind }))
    }

    /// RFC 8259 section 3: the three literal names.
    fn word(&mut self, start: usize, expected: Expected) -> Read {
        let rest = self.bytes.get(start..).unwrap_or_default();
        for (word, kind) in [("true", Kind::Bool(true)), ("false", Kind::Bool(false)), ("null", Kind::Null)] {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return self.whole(start, kind);
            }
            if !rest.is_empty() && word.as_bytes().starts_with(rest) {
                self.at = self.bytes.len();
                self.unexpected(expected, None);
                return Read::Cut(None);
            }
        }
        let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word.as_bytes()));
        let hint = match rest.first() {
            Some(b'\'') => Some(Hint::SingleQuote),
            Some(b'/') => Some(Hint::Comment),
            Some(b'+') => Some(Hint::PlusSign),
            Some(b'.') => Some(Hint::BareFraction),
            Some(b']' | b'}') if self.follows_comma() => Some(Hint::TrailingComma),
            _ if starts(&["NaN", "Infinity", "undefined"]) => Some(Hint::JavaScriptWord),
            _ if starts(&["True", "False", "None"]) => Some(Hint::PythonWord),
            _ => None,
        };
        self.unexpected(expected, hint);
        Read::Cut(None)
    }

    fn follows_comma(&self) -> bool {
        let before = self.bytes.get(..self.at).unwrap_or_default();
        before.trim_ascii_end().ends_with(b",")
    }

    /// RFC 8259 section 4: object = `{` [ member *( `,` member ) ] `}`, member = string `:` value
    fn object(&mut self, depth: usize) -> Read {
        let start = self.at;
        self.at += 1;
        let mut members = Vec::new();
        self.skip_whitespace();
        if self.take(b'}') {
            return self.whole(start, Kind::Object(members));
        }
        let mut expected = Expected::NameOrEnd;
        loop {
            self.skip_whitespace();
            let name_start = self.at;
            if self.peek() != Some(b'"') {
                let hint = match self.peek() {
                    Some(b'\'') => Some(Hint::SingleQuote),
                    Some(b'/') => Some(Hint::Comment),
                    Some(b'}') if self.follows_comma() => Some(Hint::TrailingComma),
                    Some(b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$') => Some(Hint::UnquotedName),
                    _ => None,
                };
                self.unexpected(expected, hint);
                return self.cut(start, Kind::Object(members));
            }
            let Some(name) = self.string() else { return self.cut(start, Kind::Object(members)) };
            self.skip_whitespace();
            if !self.take(b':') {
                self.unexpected(Expected::Colon, None);
                return self.cut(start, Kind::Object(members));
            }
            self.skip_whitespace();
            let read = self.value(depth + 1, Expected::Value);
            let is_whole = matches!(read, Read::Whole(_));
            if let Read::Whole(value) | Read::Cut(Some(value)) = read {
                members.push(Member { name, span: Span::new(name_start, value.span.end), value });
            }
            if !is_whole {
                return self.cut(start, Kind::Object(members));
            }
            self.skip_whitespace();
            if self.take(b'}') {
                return self.whole(start, Kind::Object(members));
            }
            if !self.take(b',') {
                let hint = (self.peek() == Some(b'"')).then_some(Hint::MissingComma);
                self.unexpected(Expected::CommaOrBrace, hint);
                return self.cut(start, Kind::Object(members));
            }
            expected = Expected::Name;
        }
    }

    /// RFC 8259 section 5: array = `[` [ value *( `,` value ) ] `]`
    fn array(&mut self, depth: usize) -> Read {
        let start = self.at;
        self.at += 1;
        let mut values = Vec::new();
        self.skip_whitespace();
        if self.take(b']') {
            return self.whole(start, Kind::Array(values));
        }
        let mut expected = Expected::ValueOrEnd;
        loop {
            self.skip_whitespace();
            let read = self.value(depth + 1, expected);
            let is_whole = matches!(read, Read::Whole(_));
            if let Read::Whole(value) | Read::Cut(Some(value)) = read {
                values.push(value);
            }
            if !is_whole {
                return self.cut(start, Kind::Array(values));
            }
            self.skip_whitespace();
            if self.take(b']') {
                return self.whole(start, Kind::Array(values));
            }
            if !self.take(b',') {
                self.unexpected(Expected::CommaOrBracket, None);
                return self.cut(start, Kind::Array(values));
            }
            expected = Expected::Value;
        }
    }

    /// RFC 8259 section 6: number = [ `-` ] int [ `.` 1*DIGIT ] [ (`e` / `E`) [ `-` / `+` ] 1*DIGIT ]
    fn number(&mut self) -> Option<()> {
        self.take(b'-');
        let zero = self.at;
        if self.take(b'0') {
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                self.fault(FaultKind::LeadingZero, Span::new(zero, self.at));
                return None;
            }
        } else {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'-') || self.take(b'+');
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start {
            self.unexpected(Expected::Digit, None);
            return None;
        }
        Some(())
    }

    /// RFC 8259 section 7. None when it does not end.
    fn string(&mut self) -> Option<Text> {
        self.at += 1;
        let mut text = Text::default();
        loop {
            let plain = self.bytes.get(self.at..).unwrap_or_default();
            let length = plain.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F)).unwrap_or(plain.len());
            self.plain_text(length, &mut text);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Some(text);
                }
                Some(b'\\') => {
                    text.escaped = true;
                    self.escape(&mut text)?;
                }
                Some(control) => {
                    self.fault(FaultKind::ControlCharacter(control), Span::new(self.at, self.at + 1));
                    text.text.push(char::from(control));
                    self.at += 1;
                }
                None => {
                    self.unexpected(Expected::EndOfString, None);
                    return None;
                }
            }
        }
    }

    /// The next `length` bytes, with U+FFFD and a fault for each that is not UTF-8.
    fn plain_text(&mut self, length: usize, text: &mut Text) {
        let end = self.at + length;
        let bytes = self.bytes;
        for chunk in Span::new(self.at, end).of(bytes).utf8_chunks() {
            text.text.push_str(chunk.valid());
            self.at += chunk.valid().len();
            for &byte in chunk.invalid() {
                text.text.push('\u{FFFD}');
                self.fault(FaultKind::InvalidUtf8(byte), Span::new(self.at, self.at + 1));
                self.at += 1;
            }
        }
    }

    fn escape(&mut self, text: &mut Text) -> Option<()> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else {
            self.unexpected(Expected::EscapedCharacter, None);
            return None;
        };
        let plain = match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode_escape(text);
            }
            _ => {
                let found = self.character();
                self.fault(FaultKind::BadEscape(found), Span::new(start, self.at + 1));
                return None;
            }
        };
        text.text.push(plain);
        self.at += 1;
        Some(())
    }

    fn unicode_escape(&mut self, text: &mut Text) -> Option<()> {
        let unit = self.hex()?;
        if let Some(character) = char::from_u32(u32::from(unit)) {
            text.text.push(character);
            return Some(());
        }
        let before_low = self.at;
        if unit < 0xDC00 && self.bytes.get(self.at..).unwrap_or_default().starts_with(b"\\u") {
            self.at += 2;
            let low = self.hex()?;
            if let Some(Ok(character)) = char::decode_utf16([unit, low]).next() {
                text.text.push(character);
                return Some(());
            }
            self.at = before_low;
        }
        text.lone_surrogates.push((text.text.len(), unit));
        text.text.push('\u{FFFD}');
        Some(())
    }

    fn hex(&mut self) -> Option<u16> {
        let mut unit: u16 = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(16)) else {
                self.unexpected(Expected::HexDigit, None);
                return None;
            };
            unit = unit << 4 | digit as u16;
            self.at += 1;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests;
