//! The JSON of a part in lines, indented by two blanks. Names and values stand in them as they are written: nothing is
//! serialized again.

mod layout;

#[cfg(test)]
mod tests;

use decode::json::{JsonKind, Value};
use decode::{Part, Span};
use inspect::display::counted;

use layout::{Folds, Layout};

/// No more lines are laid out to be shown.
pub const LONGEST: usize = 100_000;
/// What each level is indented by.
const INDENT: &str = "  ";

/// One line of JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonLine {
    /// The first byte of its value or bracket, by which it is told from all other lines.
    pub start: usize,
    /// How many objects and arrays are open where it begins.
    pub depth: usize,
    /// The top-level member that it belongs to.
    pub member: Option<usize>,
    /// With its quotes.
    pub name: Option<Span>,
    pub content: LineContent,
    pub has_comma: bool,
}

/// What stands in a line behind the name. Spans count bytes of the decoded part.
#[derive(Debug, Clone, PartialEq)]
pub enum LineContent {
    Plain(PlainValue),
    /// A short array of plain values.
    ShortArray(Vec<PlainValue>),
    /// An object or array of which the following lines are the content.
    Opening(JsonContainer),
    /// An object or array whose content is hidden.
    Folded {
        container: JsonContainer,
        /// The names of its first members, if it is an object with short names.
        names: Vec<Span>,
    },
    /// An object or array without content.
    Empty(Brackets),
    Closing(Brackets),
    /// All the text from the place where it could be read no further.
    Unread(Span),
}

/// A value without other values in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlainValue {
    pub kind: PlainKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainKind {
    String,
    Number,
    /// `true`, `false` or `null`.
    Literal,
}

/// An object or array.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct JsonContainer {
    pub brackets: Brackets,
    /// How many members or items were read.
    pub count: usize,
    /// It can be folded: it is not the whole text, and its end was read.
    pub can_fold: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brackets {
    Object,
    Array,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum JsonPiece {
    Punctuation(&'static str),
    Name(Span),
    Plain(PlainValue),
    /// In the place of what is folded: "3 items".
    Count(String),
    Unread(Span),
}

impl PlainValue {
    /// None for an object or array.
    pub fn of(value: &Value) -> Option<Self> {
        let kind = match value.kind {
            JsonKind::Object(_) | JsonKind::Array(_) => return None,
            JsonKind::String(_) => PlainKind::String,
            JsonKind::Number => PlainKind::Number,
            JsonKind::Bool(_) | JsonKind::Null => PlainKind::Literal,
        };
        Some(Self { kind, span: value.span })
    }
}

impl JsonContainer {
    /// "5 members", "1 item".
    pub fn extent(&self) -> String {
        let unit = match self.brackets {
            Brackets::Object => "member",
            Brackets::Array => "item",
        };
        counted(self.count, unit)
    }
}

impl Brackets {
    fn opening(self) -> &'static str {
        match self {
            Self::Object => "{",
            Self::Array => "[",
        }
    }

    fn closing(self) -> &'static str {
        match self {
            Self::Object => "}",
            Self::Array => "]",
        }
    }
}

impl JsonLine {
    pub fn indentation(&self) -> String {
        INDENT.repeat(self.depth)
    }

    /// What stands in it, behind the indentation.
    pub fn pieces(&self) -> Vec<JsonPiece> {
        use JsonPiece::{Count, Name, Plain, Punctuation, Unread};
        let mut pieces = Vec::new();
        if let Some(name) = self.name {
            pieces.extend([Name(name), Punctuation(": ")]);
        }
        match &self.content {
            LineContent::Plain(value) => pieces.push(Plain(*value)),
            LineContent::ShortArray(values) => {
                pieces.push(Punctuation("["));
                pieces.extend(separated(values.iter().map(|value| Plain(*value))));
                pieces.push(Punctuation("]"));
            }
            LineContent::Opening(container) => pieces.push(Punctuation(container.brackets.opening())),
            LineContent::Folded { container, names } => {
                pieces.extend([Punctuation(container.brackets.opening()), Punctuation(" ")]);
                pieces.push(Count(container.extent()));
                if !names.is_empty() {
                    pieces.push(Punctuation(": "));
                    pieces.extend(separated(names.iter().map(|name| Name(*name))));
                }
                pieces.extend([Punctuation(" "), Punctuation(container.brackets.closing())]);
            }
            LineContent::Empty(Brackets::Object) => pieces.push(Punctuation("{}")),
            LineContent::Empty(Brackets::Array) => pieces.push(Punctuation("[]")),
            LineContent::Closing(brackets) => pieces.push(Punctuation(brackets.closing())),
            LineContent::Unread(span) => pieces.push(Unread(*span)),
        }
        if self.has_comma {
            pieces.push(Punctuation(","));
        }
        pieces
    }
}

fn separated(pieces: impl Iterator<Item = JsonPiece>) -> impl Iterator<Item = JsonPiece> {
    pieces.enumerate().flat_map(|(at, piece)| {
        let comma = (at > 0).then_some(JsonPiece::Punctuation(", "));
        comma.into_iter().chain([piece])
    })
}

/// The lines of a part, at most [`LONGEST`]. `toggled` are the first bytes of those objects and arrays that are not folded
/// or unfolded as they are at first, in ascending order.
pub fn lines(part: &Part, toggled: &[usize]) -> Vec<JsonLine> {
    let mut lines = Vec::new();
    if let Some(value) = part.value() {
        let mut emit = |line| lines.push(line);
        Layout::new(&part.bytes, Folds::Toggled(toggled), LONGEST, &mut emit).document(value);
    }
    lines
}

/// At most so many lines of one value in a part, with nothing folded.
pub fn lines_of(value: &Value, part: &Part, at_most: usize) -> Vec<JsonLine> {
    let mut lines = Vec::new();
    let mut emit = |line| lines.push(line);
    Layout::new(&part.bytes, Folds::None, at_most, &mut emit).value(value);
    lines
}

/// All lines of a part as a text, with nothing folded. None if nothing could be read.
pub fn text(part: &Part) -> Option<String> {
    let mut text = String::new();
    let mut emit = |line: JsonLine| {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line.indentation());
        for piece in line.pieces() {
            match piece {
                JsonPiece::Punctuation(punctuation) => text.push_str(punctuation),
                JsonPiece::Count(count) => text.push_str(&count),
                JsonPiece::Name(span) | JsonPiece::Plain(PlainValue { span, .. }) | JsonPiece::Unread(span) => {
                    text.push_str(&part.source(span));
                }
            }
        }
    };
    Layout::new(&part.bytes, Folds::None, usize::MAX, &mut emit).document(part.value()?);
    text.truncate(text.trim_ascii_end().len());
    Some(text)
}
