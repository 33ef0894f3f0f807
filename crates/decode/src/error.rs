//! Everything that can be wrong with a part, as a kind, a place and a message.

use std::fmt;

use crate::Span;
use crate::limits::{INFLATED_PER_TEXT, INFLATED_PER_TOKEN, JSON_DEPTH};

/// Something that is wrong with a part, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// Bytes of the token's text for faults of the encoding ([`FaultKind::is_of_encoding`]), bytes of the decoded part for
    /// all others.
    pub span: Span,
    /// Line and column in the decoded part, both counted from 1, the column in characters. None for faults of the encoding.
    pub place: Option<(usize, usize)>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    // Of the encoding: RFC 7515 section 2, RFC 4648 sections 3 to 5.
    Padding,
    StandardAlphabet,
    ImpossibleLength,
    TrailingBits,
    ForeignCharacter(char),
    /// Somebody masked characters before sharing the token.
    Masked,

    // Of the compression: RFC 1951.
    BrokenDeflate,
    InflatesTooFar,

    // Of the text: RFC 8259 section 8.1.
    InvalidUtf8(u8),
    ByteOrderMark,

    // Of the JSON: RFC 8259.
    Empty,
    UnexpectedEnd(Expected),
    Unexpected {
        expected: Expected,
        found: char,
        hint: Option<Hint>,
    },
    ControlCharacter(u8),
    BadEscape(char),
    LeadingZero,
    TooDeep,
    TextBehind(char),
}

/// What the grammar of RFC 8259 requires at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Value,
    NameOrEnd,
    Name,
    Colon,
    CommaOrBrace,
    ValueOrEnd,
    CommaOrBracket,
    EndOfString,
    HexDigit,
    LowSurrogateOrText,
    Digit,
    EscapedCharacter,
}

/// What the writer probably meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    SingleQuote,
    TrailingComma,
    Comment,
    JavaScriptWord,
    PythonWord,
    UnquotedName,
    PlusSign,
    BareFraction,
    MissingComma,
}

impl FaultKind {
    /// Whether the base64url or the compression is at fault, and not the decoded text.
    pub fn is_of_encoding(&self) -> bool {
        use FaultKind::*;
        let is_of_base64 =
            matches!(self, Padding | StandardAlphabet | ImpossibleLength | TrailingBits | ForeignCharacter(_) | Masked);
        is_of_base64 || matches!(self, BrokenDeflate | InflatesTooFar)
    }

    /// Whether the part could be read completely in spite of it.
    pub fn is_soft(&self) -> bool {
        matches!(self, Self::Padding | Self::StandardAlphabet | Self::TrailingBits | Self::ByteOrderMark)
    }

    /// Whether the text ends too early.
    pub fn is_cut(&self) -> bool {
        matches!(self, Self::UnexpectedEnd(_))
    }

    /// The name of the kind in the report, in kebab case. It never changes.
    pub fn id(&self) -> &'static str {
        use FaultKind::*;
        match self {
            Padding => "base64-padding",
            StandardAlphabet => "base64-standard-alphabet",
            ImpossibleLength => "base64-invalid-length",
            TrailingBits => "base64-noncanonical",
            ForeignCharacter(_) => "illegal-character",
            Masked => "masked",
            BrokenDeflate => "deflate-broken",
            InflatesTooFar => "deflate-too-large",
            InvalidUtf8(_) => "json-invalid-utf8",
            ByteOrderMark => "json-bom",
            TooDeep => "json-deep",
            UnexpectedEnd(_) => "json-cut",
            _ => "json-invalid",
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use FaultKind::*;
        match self {
            Padding => f.write_str("expected base64url without padding, but found `=` at the end"),
            StandardAlphabet => f.write_str("expected the base64url alphabet, but found `+` or `/` of ordinary base64"),
            ImpossibleLength => f.write_str("a character is missing or too many: no bytes encode to this length"),
            TrailingBits => f.write_str("expected zero bits after the last byte, but found others"),
            ForeignCharacter(found) => write!(f, "expected a base64url character, but found {}", Quoted(*found)),
            Masked => f.write_str("expected a base64url character, but found a mask in place of what stood there"),
            BrokenDeflate => f.write_str("expected a whole DEFLATE stream, but it is damaged or cut off"),
            InflatesTooFar => {
                let [token, text] = [INFLATED_PER_TOKEN, INFLATED_PER_TEXT].map(|bytes| bytes / 1_000_000);
                write!(f, "inflates past the limit ({token} MB a token, {text} MB a text); the rest was not read")
            }
            InvalidUtf8(byte) => write!(f, "expected UTF-8, but found the byte 0x{byte:02X}"),
            ByteOrderMark => f.write_str("expected JSON, but found a byte-order mark before it"),
            Empty => f.write_str("expected a JSON value, but found nothing"),
            UnexpectedEnd(expected) => write!(f, "expected {expected}, but the text ends here"),
            Unexpected { expected, found, hint } => {
                write!(f, "expected {expected}, but found {}", Quoted(*found))?;
                hint.map_or(Ok(()), |hint| write!(f, " ({})", hint.message()))
            }
            ControlCharacter(byte) => {
                write!(f, "expected the control character U+{byte:04X} to be escaped, but found it unescaped")
            }
            BadEscape(found) => {
                write!(f, "expected an escape such as \\n or \\u0041, but found \\ and {}", Quoted(*found))
            }
            LeadingZero => f.write_str("expected a number without leading zeros, but found one with"),
            TooDeep => write!(f, "nested deeper than {} levels; the rest was not read", JSON_DEPTH),
            TextBehind(found) => {
                write!(f, "expected the end of the text, but found {} after the value", Quoted(*found))
            }
        }
    }
}

/// The kind and the place: "…, at line 2, column 5 (byte 17)".
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        match self.place {
            Some((line, column)) => write!(f, ", at line {line}, column {column} (byte {})", self.span.start),
            None => write!(f, ", at character {} of the token", self.span.start + 1),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a JSON value",
            Self::NameOrEnd => "a name in double quotes or `}`",
            Self::Name => "a name in double quotes",
            Self::Colon => "`:` after the name",
            Self::CommaOrBrace => "`,` or `}`",
            Self::ValueOrEnd => "a JSON value or `]`",
            Self::CommaOrBracket => "`,` or `]`",
            Self::EndOfString => "the closing `\"` of a string",
            Self::HexDigit => "four hexadecimal digits after \\u",
            Self::LowSurrogateOrText => "the rest of a string",
            Self::Digit => "a digit",
            Self::EscapedCharacter => "an escaped character after `\\`",
        })
    }
}

impl Hint {
    fn message(self) -> &'static str {
        match self {
            Self::SingleQuote => "JSON has double quotes only",
            Self::TrailingComma => "JSON allows no comma before the end",
            Self::Comment => "JSON has no comments",
            Self::JavaScriptWord => "JavaScript's NaN, Infinity and undefined are not JSON",
            Self::PythonWord => "JSON writes true, false and null; this looks like Python",
            Self::UnquotedName => "names stand in double quotes",
            Self::PlusSign => "numbers have no plus sign",
            Self::BareFraction => "a number needs a digit before the point",
            Self::MissingComma => "is a comma missing?",
        }
    }
}

/// A character of the pasted text in a message. Invisible characters and control characters are shown by their code.
struct Quoted(char);

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ' ' => f.write_str("a space"),
            '`' => f.write_str("a back quote"),
            c if c.is_ascii_graphic() || c.is_alphanumeric() => write!(f, "`{c}`"),
            c => write!(f, "U+{:04X}", c as u32),
        }
    }
}
