//! What a JSON text holds, with a span for everything and nothing thrown away.

use crate::Span;

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

impl Member {
    /// The bytes of its name in those of the text, with the quotes around it.
    pub fn name_span(&self, text: &[u8]) -> Span {
        let before = Span::new(self.span.start, self.value.span.start);
        let quote = before.of(text).iter().rposition(|byte| *byte == b'"').unwrap_or_default();
        Span::new(before.start, before.start + quote + 1)
    }
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
