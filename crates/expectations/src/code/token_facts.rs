//! What the code has to know of the token that it is written for.

use std::collections::{BTreeMap, BTreeSet};

use decode::Token;
use decode::json::{JsonKind, Value};

use crate::judge::names_inside;
use crate::{ClaimDemand, ExpectationAnswer, ExpectationKind, ExpectationOutcome, Expectations, ExpectedValue};
use crate::{KnownSignature, judge};

/// Empty where the code is written for no token.
#[derive(Debug, Default)]
pub(super) struct TokenFacts {
    /// The names that lead to a claim inside others, by the name that is expected.
    pub inside: BTreeMap<String, Vec<String>>,
    /// Expected scopes that the token has, where it lacks others.
    pub granted_scopes: BTreeSet<String>,
    /// Claims with a number that is the expected one as a floating-point number.
    pub same_as_float: BTreeSet<String>,
    /// Claims that are a text where another type is expected: the text as JSON.
    pub json_texts: BTreeMap<String, String>,
}

impl TokenFacts {
    pub fn of(expectations: &Expectations, token: &Token, answer: &ExpectationAnswer) -> Self {
        let mut facts = Self::default();
        for demand in &expectations.claims {
            let name = || demand.name.clone();
            let names = names_inside(token, &demand.name);
            let value = match &names {
                Some(names) => claim(token, names),
                None => claim(token, std::slice::from_ref(&demand.name)),
            };
            if let Some(names) = names {
                facts.inside.insert(name(), names);
            }
            let Some(value) = value else { continue };
            if is_same_as_float(token, value, demand) {
                facts.same_as_float.insert(name());
            }
            if let (JsonKind::String(text), Some(expected)) = (&value.kind, &demand.value)
                && !matches!(expected, ExpectedValue::Text(_))
            {
                facts.json_texts.insert(name(), json_of(&text.text));
            }
        }
        let is_scope_refused = answer.lines.iter().any(|line| line.kind == ExpectationKind::Scope && line.is_refused());
        if is_scope_refused && expectations.scopes.len() > 1 {
            facts.granted_scopes =
                expectations.scopes.iter().filter(|scope| is_granted(token, scope)).cloned().collect();
        }
        facts
    }
}

/// Of several members with one name the last.
fn claim<'t>(token: &'t Token, names: &[String]) -> Option<&'t Value> {
    names.iter().try_fold(token.payload()?.value()?, |value, name| value.member(name))
}

fn is_granted(token: &Token, scope: &str) -> bool {
    let alone = Expectations { scopes: vec![scope.to_owned()], ..Expectations::default() };
    let is_met = |outcome| outcome == ExpectationOutcome::Met;
    // Scopes do not depend on the time.
    let answer = judge(token, &alone, KnownSignature::NotChecked, 0);
    answer.lines.iter().any(|line| line.kind == ExpectationKind::Scope && is_met(line.outcome))
}

fn is_same_as_float(token: &Token, value: &Value, demand: &ClaimDemand) -> bool {
    let Some(ExpectedValue::Number(expected)) = &demand.value else { return false };
    let Some(payload) = token.payload() else { return false };
    let float = |number: &str| number.parse::<f64>().ok().filter(|number| number.is_finite());
    let is_same = |value: &Value| {
        let said = String::from_utf8_lossy(value.span.of(&payload.bytes));
        value.kind == JsonKind::Number && float(&said).is_some_and(|said| float(expected) == Some(said))
    };
    match &value.kind {
        JsonKind::Array(values) => values.iter().any(is_same),
        _ => is_same(value),
    }
}

/// A text is always written.
fn json_of(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
