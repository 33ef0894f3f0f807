//! The grammar of JSON: objects, arrays, numbers and literal names. RFC 8259 sections 2 to 6.

use super::line_counter::LineCounter;
use super::{Document, JsonKind, Member, Value};
use crate::Span;
use crate::error::{Expected, Fault, FaultKind, Hint};
use crate::limits::JSON_DEPTH;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A value, or the beginning of one after which reading must stop.
enum Parsed {
    Complete(Value),
    Truncated(Option<Value>),
}

pub(super) struct Parser<'b> {
    pub(super) bytes: &'b [u8],
    /// The next byte to read.
    pub(super) at: usize,
    faults: Vec<Fault>,
    faults_told: usize,
    faults_left_out: usize,
    lines: LineCounter,
}

/// Reads a whole text. Of the faults after which reading goes on, the first `faults_told` are told.
pub(super) fn document(bytes: &[u8], faults_told: usize) -> Document {
    let lines = LineCounter::default();
    let mut parser = Parser { bytes, at: 0, faults: Vec::new(), faults_told, faults_left_out: 0, lines };
    if bytes.starts_with(BYTE_ORDER_MARK) {
        parser.at = BYTE_ORDER_MARK.len();
        parser.fault(FaultKind::ByteOrderMark, Span::new(0, parser.at));
    }
    parser.skip_whitespace();
    if parser.peek().is_none() {
        parser.fault(FaultKind::Empty, Span::new(parser.at, parser.at));
        return parser.finish(None);
    }
    let value = match parser.value(0, Expected::Value) {
        Parsed::Complete(value) => {
            parser.skip_whitespace();
            if parser.peek().is_some() {
                let found = parser.character();
                parser.fault(FaultKind::TextBehind(found), Span::new(parser.at, bytes.len()));
            }
            Some(value)
        }
        Parsed::Truncated(value) => value,
    };
    parser.finish(value)
}

impl Parser<'_> {
    fn finish(self, value: Option<Value>) -> Document {
        Document { value, faults: self.faults, faults_left_out: self.faults_left_out }
    }

    pub(super) fn fault(&mut self, kind: FaultKind, span: Span) {
        let ends_reading = !matches!(kind, FaultKind::ControlCharacter(_) | FaultKind::InvalidUtf8(_));
        if self.faults.len() >= self.faults_told && !ends_reading {
            self.faults_left_out += 1;
            return;
        }
        let place = Some(self.lines.place(self.bytes, span.start));
        self.faults.push(Fault { kind, span, place });
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Skips a byte and returns true, if it is the next one.
    fn skip(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_whitespace(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// The character at the current place, for a message.
    pub(super) fn character(&self) -> char {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let rest = rest.get(..rest.len().min(4)).unwrap_or_default();
        match rest.utf8_chunks().next() {
            Some(chunk) => chunk.valid().chars().next().unwrap_or('\u{FFFD}'),
            None => '\u{FFFD}',
        }
    }

    /// Adds the fault that the text ends here or has another character than expected.
    pub(super) fn unexpected(&mut self, expected: Expected, hint: Option<Hint>) {
        if self.peek().is_none() {
            self.fault(FaultKind::UnexpectedEnd(expected), Span::new(self.at, self.at));
        } else {
            let found = self.character();
            let end = (self.at + found.len_utf8()).min(self.bytes.len());
            self.fault(FaultKind::Unexpected { expected, found, hint }, Span::new(self.at, end));
        }
    }

    fn value(&mut self, depth: usize, expected: Expected) -> Parsed {
        let start = self.at;
        match self.peek() {
            Some(b'{' | b'[') if depth >= JSON_DEPTH => {
                self.fault(FaultKind::TooDeep, Span::new(start, start + 1));
                Parsed::Truncated(None)
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => match self.string() {
                Some(text) => self.complete(start, JsonKind::String(text)),
                None => Parsed::Truncated(None),
            },
            Some(b'-' | b'0'..=b'9') => match self.number() {
                // At the end of the text, the last digits of a number in an object or array may be missing.
                Some(()) if depth > 0 && self.peek().is_none() => {
                    self.unexpected(Expected::Digit, None);
                    Parsed::Truncated(None)
                }
                Some(()) => self.complete(start, JsonKind::Number),
                None => Parsed::Truncated(None),
            },
            _ => self.word(start, expected),
        }
    }

    fn complete(&self, start: usize, kind: JsonKind) -> Parsed {
        Parsed::Complete(Value { span: Span::new(start, self.at), kind, is_cut: false })
    }

    fn truncated(&self, start: usize, kind: JsonKind) -> Parsed {
        Parsed::Truncated(Some(Value { span: Span::new(start, self.at), kind, is_cut: true }))
    }

    /// RFC 8259 section 3: the three literal names.
    fn word(&mut self, start: usize, expected: Expected) -> Parsed {
        let rest = self.bytes.get(start..).unwrap_or_default();
        for (word, kind) in [("true", JsonKind::Bool(true)), ("false", JsonKind::Bool(false)), ("null", JsonKind::Null)]
        {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return self.complete(start, kind);
            }
            if !rest.is_empty() && word.as_bytes().starts_with(rest) {
                self.at = self.bytes.len();
                self.unexpected(expected, None);
                return Parsed::Truncated(None);
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
        Parsed::Truncated(None)
    }

    fn follows_comma(&self) -> bool {
        let before = self.bytes.get(..self.at).unwrap_or_default();
        before.trim_ascii_end().ends_with(b",")
    }

    /// RFC 8259 section 4: object = `{` [ member *( `,` member ) ] `}`, member = string `:` value
    fn object(&mut self, depth: usize) -> Parsed {
        let start = self.at;
        self.at += 1;
        let mut members = Vec::new();
        self.skip_whitespace();
        if self.skip(b'}') {
            return self.complete(start, JsonKind::Object(members.into()));
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
                return self.truncated(start, JsonKind::Object(members.into()));
            }
            let Some(name) = self.string() else { return self.truncated(start, JsonKind::Object(members.into())) };
            self.skip_whitespace();
            if !self.skip(b':') {
                self.unexpected(Expected::Colon, None);
                return self.truncated(start, JsonKind::Object(members.into()));
            }
            self.skip_whitespace();
            let parsed = self.value(depth + 1, Expected::Value);
            let is_complete = matches!(parsed, Parsed::Complete(_));
            if let Parsed::Complete(value) | Parsed::Truncated(Some(value)) = parsed {
                members.push(Member { name, span: Span::new(name_start, value.span.end), value });
            }
            if !is_complete {
                return self.truncated(start, JsonKind::Object(members.into()));
            }
            self.skip_whitespace();
            if self.skip(b'}') {
                return self.complete(start, JsonKind::Object(members.into()));
            }
            if !self.skip(b',') {
                let hint = (self.peek() == Some(b'"')).then_some(Hint::MissingComma);
                self.unexpected(Expected::CommaOrBrace, hint);
                return self.truncated(start, JsonKind::Object(members.into()));
            }
            expected = Expected::Name;
        }
    }

    /// RFC 8259 section 5: array = `[` [ value *( `,` value ) ] `]`
    fn array(&mut self, depth: usize) -> Parsed {
        let start = self.at;
        self.at += 1;
        let mut values = Vec::new();
        self.skip_whitespace();
        if self.skip(b']') {
            return self.complete(start, JsonKind::Array(values));
        }
        let mut expected = Expected::ValueOrEnd;
        loop {
            self.skip_whitespace();
            let parsed = self.value(depth + 1, expected);
            let is_complete = matches!(parsed, Parsed::Complete(_));
            if let Parsed::Complete(value) | Parsed::Truncated(Some(value)) = parsed {
                values.push(value);
            }
            if !is_complete {
                return self.truncated(start, JsonKind::Array(values));
            }
            self.skip_whitespace();
            if self.skip(b']') {
                return self.complete(start, JsonKind::Array(values));
            }
            if !self.skip(b',') {
                self.unexpected(Expected::CommaOrBracket, None);
                return self.truncated(start, JsonKind::Array(values));
            }
            expected = Expected::Value;
        }
    }

    /// RFC 8259 section 6: number = [ `-` ] int [ `.` 1*DIGIT ] [ (`e` / `E`) [ `-` / `+` ] 1*DIGIT ]
    fn number(&mut self) -> Option<()> {
        self.skip(b'-');
        let zero = self.at;
        if self.skip(b'0') {
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                self.fault(FaultKind::LeadingZero, Span::new(zero, self.at));
                return None;
            }
        } else {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _ = self.skip(b'-') || self.skip(b'+');
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
}
