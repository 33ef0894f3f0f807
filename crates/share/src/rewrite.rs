//! How parts of a token are written: JSON with some of its values replaced, and bytes as characters.

use decode::error::FaultKind;
use decode::inflate::inflate;
use decode::json::{self, JsonKind, Value};
use decode::limits;
use decode::{Coding, Part, Span, Token, base64url};

/// A JSON text of which some names and values are replaced, and all else stays as it was written.
pub(super) struct Edits<'b> {
    pub(super) bytes: &'b [u8],
    /// RFC 6901, to the value that is being looked at.
    pub(super) pointer: String,
    /// The JSON that stands in the places of which bytes.
    replaced: Vec<(Span, String)>,
}

impl<'b> Edits<'b> {
    pub(super) fn new(bytes: &'b [u8], pointer: String) -> Self {
        Self { bytes, pointer, replaced: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.replaced.is_empty()
    }

    /// Puts a string in the place of a name or value.
    pub(super) fn replace(&mut self, span: Span, text: &str) {
        self.replaced.push((span, quoted(text)));
    }

    /// Looks at a member or an element.
    pub(super) fn within(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        json::descend(&mut self.pointer, name.chars());
        look(self);
        self.pointer.truncate(length);
    }

    /// The text with the replacements.
    pub(super) fn done(mut self) -> Vec<u8> {
        self.replaced.sort_by_key(|(span, _)| span.start);
        let mut text = Vec::with_capacity(self.bytes.len());
        let mut at = 0;
        for (span, by) in &self.replaced {
            text.extend_from_slice(Span::new(at, span.start).of(self.bytes));
            text.extend_from_slice(by.as_bytes());
            at = span.end;
        }
        text.extend_from_slice(self.bytes.get(at..).unwrap_or_default());
        text
    }
}

/// A text as a JSON string.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A value written anew, with its numbers as they were and each member as often as it was there.
pub(super) fn written(value: &Value, bytes: &[u8]) -> String {
    match &value.kind {
        JsonKind::String(text) => quoted(&text.text),
        JsonKind::Number => String::from_utf8_lossy(value.span.of(bytes)).into_owned(),
        JsonKind::Bool(is_true) => is_true.to_string(),
        JsonKind::Null => "null".to_owned(),
        JsonKind::Array(values) => {
            let values: Vec<_> = values.iter().map(|value| written(value, bytes)).collect();
            format!("[{}]", values.join(","))
        }
        JsonKind::Object(members) => {
            let member =
                |member: &json::Member| format!("{}:{}", quoted(&member.name.text), written(&member.value, bytes));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
        }
    }
}

/// Whether something of a part is missing in what was read of it.
pub(super) fn has_lost(part: &Part) -> bool {
    let is_loss = |kind: &FaultKind| {
        !kind.is_soft() && !matches!(kind, FaultKind::ControlCharacter(_) | FaultKind::ImpossibleLength)
    };
    part.faults.iter().any(|fault| is_loss(&fault.kind))
}

/// Bytes as a part of its coding writes them.
pub(super) fn characters(token: &Token, part: &Part, bytes: &[u8]) -> String {
    match part.coding {
        Coding::Base64url => base64url::encode(bytes),
        Coding::Plain => String::from_utf8_lossy(bytes).into_owned(),
        Coding::Deflated { .. } => {
            let characters = part.span.in_str(&token.text);
            match bytes == part.bytes && is_whole_stream(characters) {
                true => characters.to_owned(),
                false => base64url::encode(&stored(bytes)),
            }
        }
    }
}

/// Whether these characters are base64url of one compressed stream and of nothing else.
fn is_whole_stream(characters: &str) -> bool {
    let stream = base64url::decode(characters).bytes;
    // A stream that is also whole without its last byte has something behind it.
    let ends_with =
        |length: usize| inflate(stream.get(..length).unwrap_or_default(), limits::INFLATED_PER_TOKEN).1.is_none();
    base64url::encode(&stream) == characters && ends_with(stream.len()) && !ends_with(stream.len().saturating_sub(1))
}

/// RFC 1951 section 3.2.4: as a stream that compresses nothing.
pub(super) fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Vec::with_capacity(bytes.len() + 8);
    let mut blocks = bytes.chunks(0xFFFF).peekable();
    while let Some(block) = blocks.next() {
        let length = (block.len() as u16).to_le_bytes();
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length);
        stream.extend(length.map(|byte| !byte));
        stream.extend_from_slice(block);
    }
    stream
}
