//! Other ways to read what stands in a field: a list in JSON, between commas, or a document that holds the value. They are
//! offered, since a comma may be part of an issuer.

use decode::json::{self, JsonKind, Value};
use inspect::display::{counted, quoted};

use super::form::{ExpectationField, ExpectationForm, claim_text, is_one_line};
use crate::state::check_answer::items;

/// Another way to read the text of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rereading {
    /// What it comes to: "Read as 2 values".
    pub words: String,
    /// What the field holds then.
    pub text: String,
    /// As it stands, all of it is a single value.
    pub is_one_value: bool,
}

impl ExpectationForm {
    /// None where the text can hardly be meant otherwise.
    pub fn rereading(&self, field: ExpectationField) -> Option<Rereading> {
        let text = self.text(field).trim();
        let read = match field {
            ExpectationField::Leeway | ExpectationField::Lifetime => None,
            ExpectationField::Claims => of_claims(text),
            _ => self.of_values(field, text),
        };
        read.filter(|read| !read.text.is_empty() && read.text != text)
    }

    fn of_values(&self, field: ExpectationField, text: &str) -> Option<Rereading> {
        let is_lines = matches!(field, ExpectationField::Issuer | ExpectationField::Audience);
        let entries = self.entries(field);
        let (values, source) = match read_json(text) {
            Some(Value { kind: JsonKind::String(text), .. }) => (vec![text.text], None),
            Some(list @ Value { kind: JsonKind::Array(_), .. }) => (strings(&list)?, None),
            Some(object) => {
                let (name, values) =
                    members_of(field).iter().find_map(|name| Some((*name, strings(object.member(name)?)?)))?;
                (values, Some(name))
            }
            None => (separated(text, is_lines, &entries)?, None),
        };
        if !values.iter().all(|value| is_one_line(value)) {
            return None;
        }
        let words = match (source, &*values) {
            (Some(name), _) => format!("Use its `{name}`"),
            (None, [value]) => format!("Read as {}", quoted(value, 40)),
            (None, values) => format!("Read as {}", counted(values.len(), "value")),
        };
        let joint = match field {
            ExpectationField::Scopes => " ",
            ExpectationField::Algorithms | ExpectationField::Type => ", ",
            _ => "\n",
        };
        let is_one_value = is_lines && entries.len() == 1 && values.len() > 1;
        Some(Rereading { words, text: values.join(joint), is_one_value })
    }
}

/// The members of a JSON document that hold what belongs into this field: discovery documents, settings, tokens.
fn members_of(field: ExpectationField) -> &'static [&'static str] {
    match field {
        ExpectationField::Issuer => &["issuer", "iss"],
        ExpectationField::Audience => &["audience", "aud"],
        ExpectationField::Algorithms => &["algorithms", "alg"],
        ExpectationField::Type => &["type", "typ"],
        ExpectationField::Scopes => &["scopes", "scope", "scp"],
        ExpectationField::Leeway | ExpectationField::Lifetime | ExpectationField::Claims => &[],
    }
}

/// What is JSON throughout, or the members of a list or of an object without the brackets around them.
fn read_json(text: &str) -> Option<Value> {
    let read = |text: &str| {
        let document = json::read(text.as_bytes());
        document.value.filter(|_| document.faults.is_empty())
    };
    if !text.starts_with(['[', '{', '"']) {
        return None;
    }
    let bare = text.trim_end_matches(',');
    read(text).or_else(|| read(&format!("[{bare}]"))).or_else(|| read(&format!("{{{bare}}}")))
}

/// A text, or a list of texts.
fn strings(value: &Value) -> Option<Vec<String>> {
    let strings = match value.as_str() {
        Some(text) => vec![text.to_owned()],
        None => items(Some(value)).map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()?,
    };
    (!strings.is_empty()).then_some(strings)
}

/// What stands between commas, or in lists as programs write them.
fn separated(text: &str, is_lines: bool, entries: &[&str]) -> Option<Vec<String>> {
    let is_list = text.starts_with('[') && text.ends_with(']');
    let inner = if is_list { text.trim_start_matches('[').trim_end_matches(']') } else { text };
    let is_between = |c: char| matches!(c, ',' | '\n' | '\r') || !is_lines && (c == ';' || c.is_whitespace());
    let bare = |piece: &str| -> String {
        let piece = piece.trim();
        let inner = ['"', '\''].into_iter().find_map(|quote| piece.strip_prefix(quote)?.strip_suffix(quote));
        inner.unwrap_or(piece).to_owned()
    };
    let values: Vec<String> = inner.split(is_between).map(bare).filter(|piece| !piece.is_empty()).collect();
    if values != entries {
        return Some(values);
    }
    // Names may hold spaces, addresses do not.
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let are_addresses = words.iter().all(|word| word.contains("://") || word.starts_with("urn:"));
    (is_lines && are_addresses && words != entries).then_some(words)
}

fn of_claims(text: &str) -> Option<Rereading> {
    let lines = match read_json(text) {
        Some(Value { kind: JsonKind::Object(_), .. }) => object_lines(text)?,
        Some(list @ Value { kind: JsonKind::Array(_), .. }) => strings(&list)?,
        Some(Value { kind: JsonKind::String(name), .. }) => vec![name.text],
        Some(_) => return None,
        None => {
            let written = text.lines().map(str::trim).filter(|line| !line.is_empty());
            written.flat_map(|line| claims_in_line(line).unwrap_or_else(|| vec![line.to_owned()])).collect()
        }
    };
    let is_readable = |line: &String| is_one_line(line) && !line.is_empty() && !line.starts_with('=');
    if !lines.iter().all(is_readable) || text.lines().map(str::trim).eq(lines.iter().map(|line| &**line)) {
        return None;
    }
    let words = match &*lines {
        [line] => format!("Read as {}", quoted(line, 40)),
        lines => format!("Read as {}", counted(lines.len(), "claim")),
    };
    Some(Rereading { words, text: lines.join("\n"), is_one_value: false })
}

/// The members of a JSON object, one a line. Of lists and objects the name alone.
fn object_lines(text: &str) -> Option<Vec<String>> {
    let source = if text.starts_with('{') { text.to_owned() } else { format!("{{{}}}", text.trim_end_matches(',')) };
    let object = json::read(source.as_bytes()).value?;
    let line = |member: &json::Member| {
        let name = &member.name.text;
        let value = match member.value.kind {
            JsonKind::Array(_) | JsonKind::Object(_) => String::new(),
            _ => format!(" = {}", claim_text(&member.value, &source)),
        };
        (!name.contains('=') && is_one_line(name)).then(|| format!("{name}{value}"))
    };
    object.members().iter().map(line).collect::<Option<Vec<_>>>().filter(|lines| !lines.is_empty())
}

/// A line of `name: value`, or of several claims with commas between them. None where it is one claim as it stands.
fn claims_in_line(line: &str) -> Option<Vec<String>> {
    let of_pair = |(name, value): (&str, &str)| {
        let bare = |text: &str| -> String {
            let inner = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
            inner.unwrap_or(text).to_owned()
        };
        let name = bare(name.trim().trim_matches('"'));
        let value = bare(value.trim().trim_end_matches(','));
        let is_pair = !name.is_empty() && !value.is_empty() && !name.contains(|c: char| c == '=' || c.is_whitespace());
        is_pair.then(|| vec![format!("{name} = {value}")])
    };
    if let Some(pair) = line.split_once(": ").and_then(of_pair) {
        return Some(pair);
    }
    let pieces: Vec<&str> = line.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let is_name = |piece: &&str| !piece.contains(|c: char| c == '=' || c.is_whitespace());
    let is_pair = |piece: &&str| piece.split_once('=').is_some_and(|(name, _)| is_name(&name.trim()));
    let are_claims = pieces.iter().all(is_name) || pieces.iter().all(is_pair);
    (line.contains(',') && are_claims).then(|| pieces.into_iter().map(str::to_owned).collect())
}
