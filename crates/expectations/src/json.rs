//! Expectations as JSON: the file of the command line, and what the page asks of the block.
//!
//! ```json
//! { "issuer": "…" or ["…"], "audience": "…" or ["…"], "algorithms": ["RS256"], "type": "at+jwt" or ["…"],
//!   "required": ["sub"], "claims": { "tid": "…", "email_verified": true }, "scopes": ["Orders.Read"] or "openid Orders.Read",
//!   "leeway": 60, "longestLifetime": 3600, "signature": true }
//! ```
//!
//! Each member may be left out, and what is left out, `null` or empty is not expected.

use decode::json::{self, JsonKind, Value};
use inspect::display::{listed, quoted};

use crate::{ClaimDemand, Expectations, ExpectedValue};

/// The names of the members, in the order in which they are written.
const MEMBERS: [&str; 10] = [
    "issuer",
    "audience",
    "algorithms",
    "type",
    "required",
    "claims",
    "scopes",
    "leeway",
    "longestLifetime",
    "signature",
];

/// The most characters of a name in a message.
const NAME: usize = 60;

/// The expectations of a text. The error says what is wrong, where, and what was expected.
pub fn read(text: &str) -> Result<Expectations, String> {
    let document = json::read(text.as_bytes());
    if let Some(fault) = document.faults.iter().find(|fault| !fault.kind.is_soft()) {
        return Err(fault.to_string());
    }
    let reader = ExpectationsReader { text };
    match document.value {
        Some(root) => reader.expectations(&root),
        None => Err("expected a JSON object, but found nothing".to_owned()),
    }
}

struct ExpectationsReader<'t> {
    text: &'t str,
}

impl ExpectationsReader<'_> {
    fn expectations(&self, root: &Value) -> Result<Expectations, String> {
        let JsonKind::Object(members) = &root.kind else {
            return Err(self.unexpected(None, "a JSON object", root));
        };
        let mut expected = Expectations::default();
        for (at, member) in members.iter().enumerate() {
            let name = member.name.text.as_str();
            let place = self.place(member.span.start);
            if members.iter().take(at).any(|earlier| earlier.name.text == name) {
                return Err(format!("expected {} once, but found it again, {place}", quoted(name, NAME)));
            }
            if !MEMBERS.contains(&name) {
                let known = MEMBERS.map(|name| format!("`{name}`"));
                return Err(format!(
                    "expected one of {}, but found {}, {place}",
                    listed(&known, " and "),
                    quoted(name, NAME)
                ));
            }
            if member.value.kind != JsonKind::Null {
                self.member(&mut expected, name, &member.value)?;
            }
        }
        Ok(expected)
    }

    fn member(&self, expected: &mut Expectations, name: &str, value: &Value) -> Result<(), String> {
        match name {
            "issuer" => expected.issuers = self.texts(name, value)?,
            "audience" => expected.audiences = self.texts(name, value)?,
            "algorithms" => expected.algorithms = self.texts(name, value)?,
            "type" => expected.types = self.texts(name, value)?,
            "scopes" => expected.scopes = self.scopes(name, value)?,
            "required" => {
                for name in self.texts(name, value)? {
                    self.demand(&mut expected.claims, ClaimDemand { name, value: None });
                }
            }
            "claims" => self.claims(&mut expected.claims, value)?,
            "leeway" => expected.leeway = self.seconds(name, value)?,
            "longestLifetime" => expected.longest_lifetime = Some(self.seconds(name, value)?),
            _ => match value.kind {
                JsonKind::Bool(is_expected) => expected.signature = is_expected,
                _ => return Err(self.unexpected(Some(name), "true or false", value)),
            },
        }
        Ok(())
    }

    /// A text alone or an array of texts, without those that are empty.
    fn texts(&self, name: &str, value: &Value) -> Result<Vec<String>, String> {
        let values = match &value.kind {
            JsonKind::Array(values) => values.as_slice(),
            _ => std::slice::from_ref(value),
        };
        let text = |value: &Value| match value.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(self.unexpected(Some(name), "a string or an array of strings", value)),
        };
        let mut texts = values.iter().map(text).collect::<Result<Vec<_>, _>>()?;
        texts.retain(|text| !text.is_empty());
        Ok(texts)
    }

    /// A text alone has spaces between scopes, as RFC 6749 section 3.3 writes them, and no scope has one.
    fn scopes(&self, name: &str, value: &Value) -> Result<Vec<String>, String> {
        let texts = self.texts(name, value)?;
        let JsonKind::Array(values) = &value.kind else {
            return Ok(texts.iter().flat_map(|text| text.split_ascii_whitespace()).map(str::to_owned).collect());
        };
        let has_space =
            |value: &&Value| value.as_str().is_some_and(|text| text.contains(|it: char| it.is_ascii_whitespace()));
        match values.iter().find(has_space) {
            Some(several) => Err(format!(
                "expected one scope in each item of {}, but found {}, {}: no scope has a space",
                quoted(name, NAME),
                quoted(several.as_str().unwrap_or_default(), NAME),
                self.place(several.span.start)
            )),
            None => Ok(texts),
        }
    }

    fn claims(&self, demands: &mut Vec<ClaimDemand>, value: &Value) -> Result<(), String> {
        let JsonKind::Object(members) = &value.kind else {
            return Err(self.unexpected(Some("claims"), "an object with a value for each claim", value));
        };
        for member in members {
            let name = member.name.text.clone();
            let expected = match &member.value.kind {
                JsonKind::String(text) => ExpectedValue::Text(text.text.clone()),
                JsonKind::Number => ExpectedValue::Number(member.value.span.in_str(self.text).to_owned()),
                JsonKind::Bool(is_so) => ExpectedValue::Boolean(*is_so),
                JsonKind::Null => ExpectedValue::Null,
                JsonKind::Array(_) | JsonKind::Object(_) => {
                    return Err(self.unexpected(Some(&name), "a string, a number, true, false or null", &member.value));
                }
            };
            self.demand(demands, ClaimDemand { name, value: Some(expected) });
        }
        Ok(())
    }

    /// A claim is demanded once, with its value where it has one.
    fn demand(&self, demands: &mut Vec<ClaimDemand>, demand: ClaimDemand) {
        match demands.iter_mut().find(|earlier| earlier.name == demand.name) {
            Some(earlier) if demand.value.is_some() => *earlier = demand,
            Some(_) => {}
            None => demands.push(demand),
        }
    }

    fn seconds<T: std::str::FromStr>(&self, name: &str, value: &Value) -> Result<T, String> {
        let number = Some(value).filter(|value| value.kind == JsonKind::Number);
        let seconds = number.and_then(|number| number.span.in_str(self.text).parse().ok());
        seconds.ok_or_else(|| self.unexpected(Some(name), "a whole number of seconds", value))
    }

    fn unexpected(&self, name: Option<&str>, expected: &str, value: &Value) -> String {
        let of = name.map_or_else(String::new, |name| format!(" for {}", quoted(name, NAME)));
        let found = match value.kind {
            JsonKind::Number => quoted(value.span.in_str(self.text), NAME),
            _ => value.type_name().to_owned(),
        };
        format!("expected {expected}{of}, but found {found}, {}", self.place(value.span.start))
    }

    fn place(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("at line {line}, column {column}")
    }
}

/// As [`read`] reads it. What is not expected is left out.
pub fn write(expectations: &Expectations) -> String {
    let Expectations { issuers, audiences, algorithms, types, claims, scopes, leeway, longest_lifetime, signature } =
        expectations;
    let required = claims.iter().filter(|demand| demand.value.is_none()).map(|demand| demand.name.clone());
    let valued = claims.iter().filter_map(|demand| Some((&demand.name, demand.value.as_ref()?)));
    let values: Vec<String> = valued.map(|(name, value)| format!("{}:{}", string(name), of_value(value))).collect();
    let members = [
        array(issuers),
        array(audiences),
        array(algorithms),
        array(types),
        array(&required.collect::<Vec<_>>()),
        (!values.is_empty()).then(|| format!("{{{}}}", values.join(","))),
        array(scopes),
        (*leeway > 0).then(|| leeway.to_string()),
        longest_lifetime.map(|longest| longest.to_string()),
        signature.then(|| "true".to_owned()),
    ];
    let written = MEMBERS.iter().zip(members).filter_map(|(name, value)| Some(format!("\"{name}\":{}", value?)));
    format!("{{{}}}", written.collect::<Vec<_>>().join(","))
}

fn array(texts: &[String]) -> Option<String> {
    let written: Vec<String> = texts.iter().map(|text| string(text)).collect();
    (!written.is_empty()).then(|| format!("[{}]", written.join(",")))
}

/// With quotes and escapes. Nothing in a text can fail to be written.
fn string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn of_value(value: &ExpectedValue) -> String {
    match value {
        ExpectedValue::Text(text) => string(text),
        ExpectedValue::Number(number) => number.clone(),
        ExpectedValue::Boolean(is_so) => is_so.to_string(),
        ExpectedValue::Null => "null".to_owned(),
    }
}

#[cfg(test)]
mod tests;
