//! What a service expects, held against a token: a request in, as JSON, and the answer out.

use decode::json::{self as tokens_json, Document, JsonKind, Value as JsonValue};
use decode::{Token, decode};
use expectations::code::{self, CodeLine, LIBRARIES, Library, WrittenCode};
use expectations::profiles::{self, PROFILES, ServiceProfile};
use expectations::{ExpectationAnswer, Expectations, KnownSignature, ServiceVerdict, json, judge};
use serde_json::{Value, json};

/// The profile that is no issuer's, but what the token itself would meet.
const FROM_TOKEN: &str = "token";

/// Answers a request. What is missing in it, or of another type, is empty.
///
/// The request: `{"token", "expectations", "signature", "now", "library", "profile", "others": [{"token", "at"}]}`.
/// The answer: `{"answer", "profiles", "likelyProfile", "filled", "libraries", "code", "others", "error"}`.
pub fn expect(request: &str) -> String {
    let request = ExpectRequest { text: request, document: tokens_json::read(request.as_bytes()) };
    let token = request.string("token").and_then(first_token);
    let (expectations, error) = match request.expectations() {
        Ok(expectations) => (expectations, None),
        Err(error) => (Expectations::default(), Some(error)),
    };
    let now = request.number(request.member("now")).unwrap_or_default();
    let signature = request.string("signature").and_then(KnownSignature::of_id).unwrap_or_default();
    let answer = token.as_ref().map(|token| judge(token, &expectations, signature, now));
    let library = request.string("library").and_then(|id| LIBRARIES.iter().find(|library| library.id == id));
    let code = library
        .zip(token.as_ref())
        .zip(answer.as_ref())
        .map(|((library, token), answer)| code::write_for(library, &expectations, token, answer));
    let filled = token.as_ref().and_then(|token| Some(json::write(&filled(request.string("profile")?, token)?)));
    let null = || "null".to_owned();
    let members = [
        // As the report has it.
        ("answer", answer.as_ref().map_or_else(null, ExpectationAnswer::json)),
        ("profiles", json_of(PROFILES.iter().map(profile_json).collect::<Value>())),
        ("likelyProfile", json_of(token.as_ref().and_then(profiles::likely).map(|profile| profile.id))),
        // Numbers and their order stay as they are written.
        ("filled", filled.unwrap_or_else(null)),
        ("libraries", json_of(LIBRARIES.iter().map(library_json).collect::<Value>())),
        ("code", json_of(code.as_ref().map(code_json))),
        ("others", json_of(request.others(&expectations))),
        ("error", json_of(error)),
    ];
    let members: Vec<String> = members.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", members.join(","))
}

fn json_of(value: impl Into<Value>) -> String {
    value.into().to_string()
}

struct ExpectRequest<'t> {
    text: &'t str,
    document: Document,
}

impl ExpectRequest<'_> {
    fn member(&self, name: &str) -> Option<&JsonValue> {
        self.document.value.as_ref()?.member(name)
    }

    fn string(&self, name: &str) -> Option<&str> {
        self.member(name)?.as_str()
    }

    fn number(&self, value: Option<&JsonValue>) -> Option<i64> {
        value?.span.in_str(self.text).parse().ok()
    }

    fn expectations(&self) -> Result<Expectations, String> {
        match self.member("expectations").filter(|value| value.kind != JsonKind::Null) {
            Some(value) => json::read(value.span.in_str(self.text)),
            None => Ok(Expectations::default()),
        }
    }

    /// For each of the other tokens, at its own time, the sentence that says why it would be refused.
    fn others(&self, expectations: &Expectations) -> Vec<Option<String>> {
        let Some(JsonKind::Array(others)) = self.member("others").map(|others| &others.kind) else { return Vec::new() };
        let sentence = |other: &JsonValue| {
            let token = first_token(other.member("token")?.as_str()?)?;
            let answer = judge(&token, expectations, KnownSignature::NotChecked, self.number(other.member("at"))?);
            (answer.verdict == ServiceVerdict::WouldRefuse).then_some(answer.sentence)
        };
        others.iter().map(sentence).collect()
    }
}

fn first_token(text: &str) -> Option<Token> {
    decode(text).tokens.into_iter().next()
}

fn filled(profile: &str, token: &Token) -> Option<Expectations> {
    if profile == FROM_TOKEN {
        return Some(profiles::from_token(token));
    }
    let profile = PROFILES.iter().find(|known| known.id == profile)?;
    Some((profile.expectations)(token))
}

fn profile_json(profile: &ServiceProfile) -> Value {
    json!({ "id": profile.id, "name": profile.name, "reference": profile.reference, "note": profile.note })
}

fn library_json(library: &Library) -> Value {
    json!({
        "id": library.id,
        "name": library.name,
        "version": library.version,
        "reference": library.reference,
        "isRun": library.is_run(),
    })
}

fn code_json(code: &WrittenCode) -> Value {
    let line = |line: &CodeLine| json!({ "text": line.text, "said": line.said, "refuses": line.refuses });
    let lines: Value = code.lines.iter().map(line).collect();
    json!({ "lines": lines, "notes": code.notes })
}

#[cfg(test)]
mod tests;
