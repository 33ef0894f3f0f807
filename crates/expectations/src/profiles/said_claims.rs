//! What a token says that a profile takes over, and what claims a profile demands.

use decode::Token;
use decode::json::{JsonKind, Value};

use crate::judge::{TextFit, fit};
use crate::{ClaimDemand, ExpectedValue};

/// The claims of a token.
pub(super) struct SaidClaims<'t> {
    claims: Option<&'t Value>,
}

impl<'t> SaidClaims<'t> {
    pub fn of(token: &'t Token) -> Self {
        Self { claims: token.payload().and_then(|payload| payload.value()) }
    }

    fn claim(&self, name: &str) -> Option<&'t Value> {
        self.claims?.member(name)
    }

    pub fn text(&self, name: &str) -> Option<&'t str> {
        self.claim(name)?.as_str()
    }

    /// Of a text, itself; of an array, its texts.
    pub fn texts(&self, name: &str) -> Vec<String> {
        match self.claim(name).map(|value| &value.kind) {
            Some(JsonKind::String(text)) => vec![text.text.clone()],
            Some(JsonKind::Array(values)) => values.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    /// What `iss` says where it has one of these forms, or else the first form: the reader fills in what it leaves open.
    pub fn issuer(&self, forms: &[&str]) -> Vec<String> {
        let has_form = |said: &&str| {
            let fits = |form: &&str| !matches!(fit(said, &[(*form).to_owned()]), TextFit::Differs);
            forms.iter().any(fits)
        };
        let issuer = self.text("iss").filter(has_form).or(forms.first().copied());
        issuer.map(str::to_owned).into_iter().collect()
    }
}

/// The claim must be there.
pub(super) fn present(name: &str) -> ClaimDemand {
    ClaimDemand { name: name.to_owned(), value: None }
}

/// The claim must have this value.
pub(super) fn equal(name: &str, value: &str) -> ClaimDemand {
    ClaimDemand { name: name.to_owned(), value: Some(ExpectedValue::Text(value.to_owned())) }
}
