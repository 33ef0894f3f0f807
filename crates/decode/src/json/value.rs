//! JSON values with the spans of their source.

use super::Members;
use crate::Span;

#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The bytes of the text that are exactly this value.
    pub span: Span,
    pub kind: JsonKind,
    /// It is an object or array of which only the beginning could be read: more may have stood in it.
    pub is_cut: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum JsonKind {
    Object(Members),
    Array(Vec<Value>),
    String(Text),
    /// Its digits are the text of the value's span. They are never converted to a number of the machine.
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
    /// With U+FFFD for each byte that is not UTF-8 and for each lone surrogate.
    pub text: String,
    /// Where in `text` a U+FFFD stands for a lone surrogate, and its code unit (RFC 8259 section 8.2).
    pub lone_surrogates: Vec<(usize, u16)>,
    /// Whether any `\` escape was used.
    pub escaped: bool,
}

impl Member {
    /// The span of its name with the quotes. `text` is the JSON text.
    pub fn name_span(&self, text: &[u8]) -> Span {
        let before = Span::new(self.span.start, self.value.span.start);
        let quote = before.of(text).iter().rposition(|byte| *byte == b'"').unwrap_or_default();
        Span::new(before.start, before.start + quote + 1)
    }
}

impl Value {
    /// The value of the member with this name. Of several, the last counts: RFC 7519 section 4.
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.last_member(name).map(|member| &member.value)
    }

    /// The last member with this name.
    pub fn last_member(&self, name: &str) -> Option<&Member> {
        match &self.kind {
            JsonKind::Object(members) => members.last_of(name),
            _ => None,
        }
    }

    pub fn members(&self) -> &[Member] {
        match &self.kind {
            JsonKind::Object(members) => members,
            _ => &[],
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) => Some(&text.text),
            _ => None,
        }
    }

    /// The name of its type in a sentence, with the words of RFC 8259 section 3.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            JsonKind::Object(_) => "an object",
            JsonKind::Array(_) => "an array",
            JsonKind::String(_) => "a string",
            JsonKind::Number => "a number",
            JsonKind::Bool(_) => "a boolean",
            JsonKind::Null => "null",
        }
    }
}
