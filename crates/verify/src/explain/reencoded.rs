//! The JSON was written anew after signing: other white space, order, escapes or numbers.

use std::collections::HashSet;
use std::rc::Rc;

use decode::base64url;
use decode::json::{self, JsonKind, Value};

use super::{Case, Tries};
use crate::signed_message::joined;

/// Longer parts are not written anew, in bytes.
const LONGEST: usize = 16 * 1024;

/// How one program writes JSON.
#[derive(Debug, Clone, Copy)]
struct Writing {
    comma: &'static str,
    colon: &'static str,
    indent: usize,
    is_sorted: bool,
    escapes_slashes: bool,
    unicode: Unicode,
    has_plain_numbers: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unicode {
    AsIs,
    EscapedLower,
    EscapedUpper,
    /// `<`, `>` and `&` are escaped, as Go and Rails do.
    Html,
}

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let attempts = case.plain_attempts();
    let message = &case.message;
    let is_encoded = |bytes: &[u8], text: &str| base64url::decode(text).bytes == bytes;
    if attempts.is_empty() || message.payload_bytes.len() + message.header_bytes.len() > LONGEST {
        return Box::new(std::iter::empty());
    }
    let payload =
        json::read(&message.payload_bytes).value.filter(|_| is_encoded(&message.payload_bytes, &message.payload_text));
    let header = json::read(&message.header_bytes).value;
    let case = Rc::clone(case);
    // What differs in its padding alone is another try.
    let unpadded =
        joined(message.header_text.trim_end_matches('='), message.payload_text.trim_end_matches('=').as_bytes());
    let mut seen: HashSet<Vec<u8>> = HashSet::from([message.input(), unpadded]);
    // Few keys are worth hundreds of checks each.
    let attempts: Vec<_> = attempts.into_iter().take(super::FEW_KEYS).collect();
    let inputs = writings().flat_map(move |writing| {
        let message = &case.message;
        let write = |value: &Option<Value>, source: &[u8]| {
            value.as_ref().map(|value| base64url::encode(writing.text(value, source).as_bytes()))
        };
        let (new_header, new_payload) =
            (write(&header, &message.header_bytes), write(&payload, &message.payload_bytes));
        let with = |header: &str, payload: &str| joined(header, payload.as_bytes());
        let mut inputs = Vec::new();
        if let Some(new_payload) = &new_payload {
            inputs.push(("payload-reencoded", "payload", with(&message.header_text, new_payload)));
        }
        if let Some(new_header) = &new_header {
            inputs.push(("header-reencoded", "header", with(new_header, &message.payload_text)));
        }
        if let (Some(new_header), Some(new_payload)) = (&new_header, &new_payload) {
            inputs.push(("payload-reencoded", "header and payload", with(new_header, new_payload)));
        }
        inputs.into_iter().map(move |(id, part, input)| (id, part, writing, input)).collect::<Vec<_>>()
    });
    let inputs = inputs.filter(move |(.., input)| seen.insert(input.clone()));
    Box::new(inputs.flat_map(move |(id, part, writing, input)| {
        let input: Rc<[u8]> = input.into();
        let message = format!("It fits the {part} written {}: the JSON was decoded and written anew after signing, by a proxy, a tool or a person. Hand on the token's text as it is, and check that text.", writing.in_words());
        attempts.clone().into_iter().map(move |attempt| attempt.input(Rc::clone(&input)).named(id, message.clone()))
    }))
}

/// The likeliest first.
fn writings() -> impl Iterator<Item = Writing> {
    const SPACES: [(&str, &str, usize); 6] =
        [(",", ":", 0), (", ", ": ", 0), (",", ": ", 2), (",", ": ", 4), (", ", ":", 0), (",", ": ", 0)];
    let numbers = [false, true];
    let escapes = [
        (false, Unicode::AsIs),
        (true, Unicode::AsIs),
        (false, Unicode::EscapedLower),
        (false, Unicode::EscapedUpper),
        (false, Unicode::Html),
        (true, Unicode::EscapedLower),
    ];
    numbers.into_iter().flat_map(move |has_plain_numbers| {
        [false, true].into_iter().flat_map(move |is_sorted| {
            escapes.into_iter().flat_map(move |(escapes_slashes, unicode)| {
                SPACES.into_iter().map(move |(comma, colon, indent)| Writing {
                    comma,
                    colon,
                    indent,
                    is_sorted,
                    escapes_slashes,
                    unicode,
                    has_plain_numbers,
                })
            })
        })
    })
}

impl Writing {
    fn in_words(self) -> String {
        let mut words = vec![match (self.comma, self.indent) {
            (", ", _) => "with blanks behind commas and colons".to_owned(),
            (_, 0) if self.colon == ": " => "with blanks behind colons".to_owned(),
            (_, 0) => "without white space".to_owned(),
            (_, indent) => format!("on lines indented by {indent}"),
        }];
        if self.is_sorted {
            words.push("with its members in alphabetical order".to_owned());
        }
        if self.escapes_slashes {
            words.push("with `\\/` for `/`".to_owned());
        }
        match self.unicode {
            Unicode::AsIs => {}
            Unicode::Html => words.push("with `\\u003c`, `\\u003e` and `\\u0026` for `<`, `>` and `&`".to_owned()),
            Unicode::EscapedLower | Unicode::EscapedUpper => {
                words.push("with `\\u` escapes for all that is not ASCII".to_owned())
            }
        }
        if self.has_plain_numbers {
            words.push("with its numbers as JavaScript prints them".to_owned());
        }
        inspect::display::listed(&words, " and ")
    }

    fn text(self, value: &Value, source: &[u8]) -> String {
        let mut out = String::new();
        self.write(&mut out, value, source, 0);
        out
    }

    fn write(self, out: &mut String, value: &Value, source: &[u8], depth: usize) {
        match &value.kind {
            JsonKind::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                if self.is_sorted {
                    members.sort_by(|a, b| a.name.text.cmp(&b.name.text));
                }
                self.list(out, ['{', '}'], depth, members, |out, member| {
                    self.string(out, &member.name.text);
                    out.push_str(self.colon);
                    self.write(out, &member.value, source, depth + 1);
                });
            }
            JsonKind::Array(values) => {
                self.list(out, ['[', ']'], depth, values.iter().collect(), |out, value| {
                    self.write(out, value, source, depth + 1);
                });
            }
            JsonKind::String(text) => self.string(out, &text.text),
            JsonKind::Number | JsonKind::Bool(_) | JsonKind::Null => {
                let text = String::from_utf8_lossy(value.span.of(source));
                out.push_str(&if self.has_plain_numbers { plain_number(&text) } else { text.into_owned() });
            }
        }
    }

    fn list<T>(
        self,
        out: &mut String,
        [open, close]: [char; 2],
        depth: usize,
        items: Vec<T>,
        mut write: impl FnMut(&mut String, T),
    ) {
        let is_empty = items.is_empty();
        let line = |out: &mut String, depth: usize| {
            if self.indent > 0 && !is_empty {
                out.push('\n');
                out.push_str(&" ".repeat(self.indent * depth));
            }
        };
        out.push(open);
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                out.push_str(self.comma);
            }
            line(out, depth + 1);
            write(out, item);
        }
        line(out, depth);
        out.push(close);
    }

    fn string(self, out: &mut String, text: &str) {
        out.push('"');
        for character in text.chars() {
            match character {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\u{8}' => out.push_str("\\b"),
                '\u{C}' => out.push_str("\\f"),
                '/' if self.escapes_slashes => out.push_str("\\/"),
                '<' | '>' | '&' if self.unicode == Unicode::Html => self.escape(out, character),
                '\0'..='\u{1F}' => self.escape(out, character),
                _ if !character.is_ascii() && matches!(self.unicode, Unicode::EscapedLower | Unicode::EscapedUpper) => {
                    self.escape(out, character);
                }
                _ => out.push(character),
            }
        }
        out.push('"');
    }

    fn escape(self, out: &mut String, character: char) {
        for unit in character.encode_utf16(&mut [0; 2]) {
            out.push_str(&match self.unicode {
                Unicode::EscapedUpper => format!("\\u{unit:04X}"),
                _ => format!("\\u{unit:04x}"),
            });
        }
    }
}

/// `1.0` as `1`, `1e3` as `1000`. Integers stay as they are.
fn plain_number(text: &str) -> String {
    let is_integer = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match text.parse::<f64>() {
        Ok(number) if !is_integer && number.abs() < 1e21 => number.to_string(),
        _ => text.to_owned(),
    }
}
