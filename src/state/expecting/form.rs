//! What the reader writes of a service: the texts of the fields, and the JSON that they are read as.

use decode::json::{self, JsonKind, Value};
use inspect::display::quoted;

use super::length::{in_longest_unit, read_length};
use crate::state::check_answer::items;

/// A field of the form that holds a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectationField {
    Issuer,
    Audience,
    Algorithms,
    Type,
    Leeway,
    Claims,
    Scopes,
    Lifetime,
}

impl ExpectationField {
    pub const ALL: [Self; 8] = [
        Self::Issuer,
        Self::Audience,
        Self::Algorithms,
        Self::Type,
        Self::Leeway,
        Self::Claims,
        Self::Scopes,
        Self::Lifetime,
    ];
    /// Seldom needed, so folded while they are empty.
    pub const MORE: [Self; 3] = [Self::Claims, Self::Scopes, Self::Lifetime];

    /// Of its element.
    pub fn id(self) -> &'static str {
        match self {
            Self::Issuer => "expected-issuer",
            Self::Audience => "expected-audience",
            Self::Algorithms => "expected-algorithms",
            Self::Type => "expected-type",
            Self::Leeway => "expected-leeway",
            Self::Claims => "expected-claims",
            Self::Scopes => "expected-scopes",
            Self::Lifetime => "expected-lifetime",
        }
    }
}

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExpectationForm {
    /// In the order of [`ExpectationField::ALL`].
    texts: [String; ExpectationField::ALL.len()],
    pub signature: bool,
}

impl ExpectationForm {
    pub fn text(&self, field: ExpectationField) -> &str {
        let [issuer, audience, algorithms, types, leeway, claims, scopes, lifetime] = &self.texts;
        match field {
            ExpectationField::Issuer => issuer,
            ExpectationField::Audience => audience,
            ExpectationField::Algorithms => algorithms,
            ExpectationField::Type => types,
            ExpectationField::Leeway => leeway,
            ExpectationField::Claims => claims,
            ExpectationField::Scopes => scopes,
            ExpectationField::Lifetime => lifetime,
        }
    }

    pub fn write(&mut self, field: ExpectationField, text: String) {
        let fields = ExpectationField::ALL.into_iter().zip(&mut self.texts);
        fields.filter(|(at, _)| *at == field).for_each(|(_, written)| written.clone_from(&text));
    }

    pub fn is_blank(&self, field: ExpectationField) -> bool {
        self.text(field).trim().is_empty()
    }

    /// Whether nothing is expected beyond what every service looks at. A leeway alone expects nothing.
    pub fn is_empty(&self) -> bool {
        let said = |field: ExpectationField| field != ExpectationField::Leeway && !self.is_blank(field);
        !self.signature && !ExpectationField::ALL.into_iter().any(said)
    }

    /// The issuers and audiences, one a line; algorithms and types, between commas or spaces; scopes, between spaces.
    pub fn entries(&self, field: ExpectationField) -> Vec<&str> {
        let text = self.text(field);
        let entries: Vec<&str> = match field {
            ExpectationField::Algorithms | ExpectationField::Type => {
                text.split([',', ' ', '\t', '\n', '\r']).map(str::trim).collect()
            }
            ExpectationField::Scopes => text.split_whitespace().collect(),
            _ => text.lines().map(str::trim).collect(),
        };
        entries.into_iter().filter(|entry| !entry.is_empty()).collect()
    }

    /// Where the claim of this name stands among those that are written.
    pub fn position_of(&self, claim: &str) -> Option<usize> {
        let names = self.entries(ExpectationField::Claims);
        names.iter().position(|line| line.split('=').next().is_some_and(|name| name.trim() == claim))
    }

    /// Why the text of this field cannot be read. A sentence; None where it can.
    pub fn fault(&self, field: ExpectationField) -> Option<String> {
        match field {
            ExpectationField::Leeway => self.leeway().err(),
            ExpectationField::Lifetime => self.lifetime().err(),
            ExpectationField::Claims => self.claims().err(),
            _ => None,
        }
    }

    /// As JSON. What cannot be read is left out.
    pub fn json(&self) -> String {
        let list = |name: &str, field| {
            let entries: Vec<String> = self.entries(field).into_iter().map(in_json).collect();
            (!entries.is_empty()).then(|| format!("\"{name}\":[{}]", entries.join(",")))
        };
        let claims = self.claims().unwrap_or_default();
        let required: Vec<String> =
            claims.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| in_json(name)).collect();
        let valued: Vec<String> =
            claims.iter().filter_map(|(name, value)| Some(format!("{}:{}", in_json(name), value.as_ref()?))).collect();
        let number = |name: &str, number: Option<u64>| number.map(|number| format!("\"{name}\":{number}"));
        let members = [
            list("issuer", ExpectationField::Issuer),
            list("audience", ExpectationField::Audience),
            list("algorithms", ExpectationField::Algorithms),
            list("type", ExpectationField::Type),
            (!required.is_empty()).then(|| format!("\"required\":[{}]", required.join(","))),
            (!valued.is_empty()).then(|| format!("\"claims\":{{{}}}", valued.join(","))),
            list("scopes", ExpectationField::Scopes),
            number("leeway", self.leeway().ok().flatten()),
            number("longestLifetime", self.lifetime().ok().flatten()),
            self.signature.then(|| "\"signature\":true".to_owned()),
        ];
        format!("{{{}}}", members.into_iter().flatten().collect::<Vec<_>>().join(","))
    }

    /// Expectations as JSON writes them, a value of `source`.
    pub fn of_json(expected: &Value, source: &str) -> Self {
        let texts = |name: &str| -> Vec<String> {
            match expected.member(name) {
                Some(Value { kind: JsonKind::String(text), .. }) => vec![text.text.clone()],
                list => items(list).filter_map(|item| item.as_str().map(str::to_owned)).collect(),
            }
        };
        let number = |name: &str| -> Option<u64> { expected.member(name)?.span.in_str(source).parse().ok() };
        let claims = expected.member("claims").map(Value::members).unwrap_or_default();
        let claims = claims.iter().map(|claim| format!("{} = {}", claim.name.text, claim_text(&claim.value, source)));
        let mut form = Self::default();
        form.write(ExpectationField::Issuer, texts("issuer").join("\n"));
        form.write(ExpectationField::Audience, texts("audience").join("\n"));
        form.write(ExpectationField::Algorithms, texts("algorithms").join(", "));
        form.write(ExpectationField::Type, texts("type").join(", "));
        form.write(
            ExpectationField::Claims,
            texts("required").into_iter().chain(claims).collect::<Vec<_>>().join("\n"),
        );
        form.write(ExpectationField::Scopes, texts("scopes").join(" "));
        form.write(
            ExpectationField::Leeway,
            number("leeway").filter(|leeway| *leeway > 0).map(|leeway| leeway.to_string()).unwrap_or_default(),
        );
        form.write(ExpectationField::Lifetime, number("longestLifetime").map(in_longest_unit).unwrap_or_default());
        form.signature = matches!(expected.member("signature"), Some(Value { kind: JsonKind::Bool(true), .. }));
        form
    }

    fn leeway(&self) -> Result<Option<u64>, String> {
        read_length(self.text(ExpectationField::Leeway), u32::MAX.into())
    }

    fn lifetime(&self) -> Result<Option<u64>, String> {
        match read_length(self.text(ExpectationField::Lifetime), u64::MAX)? {
            Some(0) => Err("A lifetime is at least 1 second.".to_owned()),
            seconds => Ok(seconds),
        }
    }

    /// Their names, with the JSON of the value that each must have.
    fn claims(&self) -> Result<Vec<(&str, Option<String>)>, String> {
        let mut claims: Vec<(&str, Option<String>)> = Vec::new();
        for line in self.entries(ExpectationField::Claims) {
            let (name, value) = match line.split_once('=') {
                Some((name, value)) => (name.trim(), Some(value.trim())),
                None => (line, None),
            };
            if name.is_empty() {
                return Err(format!("{} has no name before `=`.", quoted(line, 24)));
            }
            if claims.iter().any(|(known, _)| *known == name) {
                return Err(format!("{} stands in two lines.", quoted(name, 24)));
            }
            claims.push((name, value.map(|value| claim_json(name, value)).transpose()?));
        }
        Ok(claims)
    }
}

/// The JSON of what was written as a value: numbers, `true`, `false`, `null` and texts in quotes are JSON already.
fn claim_json(name: &str, written: &str) -> Result<String, String> {
    let document = json::read(written.as_bytes());
    match document.value.filter(|_| document.faults.is_empty()).map(|value| value.kind) {
        Some(JsonKind::Object(_) | JsonKind::Array(_)) => {
            Err(format!("{} can be compared with a text, a number, `true`, `false` or `null`.", quoted(name, 24)))
        }
        Some(_) => Ok(written.to_owned()),
        None => Ok(in_json(written)),
    }
}

/// How a value is written in the field: a text in quotes only where it would be read as something else.
pub(super) fn claim_text(value: &Value, source: &str) -> String {
    match value.as_str() {
        Some(text) if is_one_line(text) && claim_json("", text).is_ok_and(|json| json == in_json(text)) => {
            text.to_owned()
        }
        _ => value.span.in_str(source).to_owned(),
    }
}

/// Whether it can stand in a line of its own, with nothing lost.
pub(super) fn is_one_line(text: &str) -> bool {
    text.trim() == text && !text.contains(['\n', '\r'])
}

fn in_json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
