//! Bytes to JSON values that keep what other readers throw away: order, duplicates, numbers as written, spans.
//!
//! Strict RFC 8259. Reading never fails: it yields what is whole before the first thing that is wrong, and says
//! what and where that is. Linear in time, bounded in depth.

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

#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Bytes of the text that hold exactly this value.
    pub span: Span,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Object(Vec<Member>),
    Array(Vec<Value>),
    String(Text),
    /// Its digits are the text of the value's span: they are never turned into a machine number.
    Number,
    Bool(bool),
    Null,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub name: Text,
    /// From the name's opening quote to the end of the value.
    pub span: Span,
    pub value: Value,
}

/// A string with its escapes resolved.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Text {
    /// U+FFFD stands for each byte that is not UTF-8 and for each lone surrogate.
    pub text: String,
    /// Where in `text` a U+FFFD stands for half of a UTF-16 pair, and which half (RFC 8259 section 8.2).
    pub lone_surrogates: Vec<(usize, u16)>,
    /// Whether any `\` escape was used.
    pub escaped: bool,
}

impl Value {
    /// RFC 7519 section 4: of members with one name, the last counts.
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.members().iter().rev().find(|member| member.name.text == name).map(|member| &member.value)
    }

    pub fn members(&self) -> &[Member] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(&text.text),
            _ => None,
        }
    }

    /// What kind of value it is, in JSON's own words.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Object(_) => "an object",
            Kind::Array(_) => "an array",
            Kind::String(_) => "a string",
            Kind::Number => "a number",
            Kind::Bool(_) => "a boolean",
            Kind::Null => "null",
        }
    }
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
mod tests {
    use super::*;

    /// The names that were read, and the sentences of what was wrong.
    #[track_caller]
    fn check(text: &[u8], names: &[&str], faults: &[&str]) {
        let document = read(text);
        let found: Vec<_> =
            document.value.iter().flat_map(|value| value.members()).map(|member| member.name.text.as_str()).collect();
        assert_eq!(found, names);
        let sentences: Vec<_> = document.faults.iter().map(ToString::to_string).collect();
        assert_eq!(sentences, faults);
    }

    #[test]
    fn keeps_order_duplicates_and_spans() {
        let text = br#"{ "b" : 1.0 , "a":-0,"b":1e400}"#;
        check(text, &["b", "a", "b"], &[]);
        let document = read(text);
        let members = document.value.as_ref().map(Value::members).unwrap_or_default();
        let raw: Vec<_> = members.iter().map(|m| String::from_utf8_lossy(m.value.span.of(text)).into_owned()).collect();
        assert_eq!(raw, ["1.0", "-0", "1e400"]);
        assert_eq!(members[0].span.of(text), br#""b" : 1.0"#);
    }

    #[test]
    fn gives_the_members_that_are_whole() {
        check(
            br#"{"a":1,"b":"x","c":tr"#,
            &["a", "b"],
            &["expected a JSON value, but the text ends here, at line 1, column 22 (byte 21)"],
        );
        check(
            br#"{"a":1,"b":"x"#,
            &["a"],
            &["expected the closing `\"` of a string, but the text ends here, at line 1, column 14 (byte 13)"],
        );
        check(
            br#"{"a":{"b":1,"#,
            &["a"],
            &["expected a name in double quotes, but the text ends here, at line 1, column 13 (byte 12)"],
        );
    }

    #[test]
    fn says_what_the_writer_meant() {
        check(
            b"{'a':1}",
            &[],
            &[
                "expected a name in double quotes or `}`, but found `'` (JSON has double quotes only), at line 1, column 2 (byte 1)",
            ],
        );
        check(
            b"{\"a\":1,\n}",
            &["a"],
            &[
                "expected a name in double quotes, but found `}` (JSON allows no comma before the end), at line 2, column 1 (byte 8)",
            ],
        );
        check(
            b"{\"a\":NaN}",
            &[],
            &[
                "expected a JSON value, but found `N` (JavaScript's NaN, Infinity and undefined are not JSON), at line 1, column 6 (byte 5)",
            ],
        );
        check(
            b"{\"a\":True}",
            &[],
            &[
                "expected a JSON value, but found `T` (JSON writes true, false and null; this looks like Python), at line 1, column 6 (byte 5)",
            ],
        );
        check(
            b"{a:1}",
            &[],
            &[
                "expected a name in double quotes or `}`, but found `a` (names stand in double quotes), at line 1, column 2 (byte 1)",
            ],
        );
        check(
            b"{} x",
            &[],
            &["expected the end of the text, but found `x` behind the value, at line 1, column 4 (byte 3)"],
        );
        check(
            b"{\"a\":01}",
            &[],
            &["expected a number without leading zeros, but found one with, at line 1, column 6 (byte 5)"],
        );
        check(
            br#"{"a":"\x"}"#,
            &[],
            &["expected an escape such as \\n or \\u0041, but found \\ and `x`, at line 1, column 7 (byte 6)"],
        );
        check(b"", &[], &["expected a JSON value, but found nothing, at line 1, column 1 (byte 0)"]);
    }

    #[test]
    fn locates_what_is_not_utf8_and_reads_on() {
        check(
            b"{\"name\":\"J\xfcrgen\",\"b\":1}",
            &["name", "b"],
            &["expected UTF-8, but found the byte 0xFC, at line 1, column 11 (byte 10)"],
        );
        let document = read(b"{\"name\":\"J\xfcrgen\"}");
        let name = document.value.as_ref().and_then(|value| value.member("name")).and_then(Value::as_str);
        assert_eq!(name, Some("J\u{FFFD}rgen"));
    }

    #[test]
    fn resolves_escapes_and_keeps_lone_surrogates() {
        let document = read(br#"["\u0041\ud83d\ude00\n", "a\ud83d", "\ude00\u0041"]"#);
        let Some(Value { kind: Kind::Array(values), .. }) = document.value else { panic!("an array") };
        let texts: Vec<_> = values.iter().filter_map(Value::as_str).collect();
        assert_eq!(texts, ["A😀\n", "a\u{FFFD}", "\u{FFFD}A"]);
        let Kind::String(second) = &values[1].kind else { panic!("a string") };
        assert_eq!(second.lone_surrogates, [(1, 0xD83D)]);
        assert_eq!(document.faults, []);
    }

    #[test]
    fn reads_on_behind_a_raw_control_character() {
        check(
            b"{\"a\":\"x\ny\",\"b\":1}",
            &["a", "b"],
            &[
                "expected the control character U+000A as an escape, but found it as it is, at line 1, column 8 (byte 7)",
            ],
        );
    }

    #[test]
    fn stops_at_the_depth_limit() {
        let deep = "[".repeat(1_000_000);
        let document = read(deep.as_bytes());
        assert_eq!(document.faults.len(), 1);
        assert_eq!(document.faults[0].kind, FaultKind::TooDeep);
        assert_eq!(document.faults[0].span.start, DEPTH_LIMIT);
    }

    #[test]
    fn reports_a_byte_order_mark() {
        check(
            b"\xEF\xBB\xBF{\"a\":1}",
            &["a"],
            &["expected JSON, but found a byte-order mark before it, at line 1, column 1 (byte 0)"],
        );
    }
}
