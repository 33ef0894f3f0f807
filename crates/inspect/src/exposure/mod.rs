//! What it costs if this token leaks: statements that follow from the token, and what the pictures beside them show.
//!
//! Only tokens that their holder can use are described. A proof, an event or a credential in a wallet is made
//! for another risk, and of one without its signature nothing remains but what can be read in it.

mod advice;
mod claims;
mod keeping;
mod revocation;
pub mod size;
mod state;
pub mod window;

use decode::format::Format;
use guide::Question;

use super::validity::Status;
use crate::EvaluationAt;
use crate::jose::keeping::{Keeping, Stop};
use crate::jose::kinds::Expiry;
use crate::jose::possession::Possession;
use claims::Claims;
use size::Weight;
use window::{Times, Window};

/// What there is to say about one token at one instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// In the order of their topics.
    pub statements: Vec<Statement>,
    /// None where no copy can be used, or nobody can tell until when.
    pub window: Option<Window>,
    /// The heaviest first, and what remains at the end. Empty where size is not spoken of.
    pub weights: Vec<Weight>,
    /// For the cookie that takes the token's place in a browser.
    pub header_line: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub topic: Topic,
    /// Stable, kebab-case.
    pub id: &'static str,
    /// One or two full sentences, with back quotes around names.
    pub text: String,
    /// The question of the guide that says more.
    pub guide: Question,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Revocation,
    State,
    Size,
    Storage,
    Lifetime,
}

impl Topic {
    pub const ALL: [Self; 5] = [Self::Revocation, Self::State, Self::Size, Self::Storage, Self::Lifetime];

    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::State => "state",
            Self::Size => "size",
            Self::Storage => "storage",
            Self::Lifetime => "lifetime",
        }
    }

    /// As the page says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Revocation => "Revocation",
            Self::State => "State",
            Self::Size => "Size",
            Self::Storage => "Storage",
            Self::Lifetime => "Lifetime",
        }
    }
}

/// None where nothing of it applies.
pub fn exposure(evaluation: &EvaluationAt) -> Option<Exposure> {
    let token = evaluation.token;
    let profile = &evaluation.description.profile;
    if token.format != Format::JwsCompact {
        return None;
    }
    let payload = token.payload()?;
    let claims = Claims::of(payload);
    let advice = advice::of(profile, &claims);
    if advice.is_none() && profile.possession() != Possession::Unprotected {
        return None;
    }
    let is_signed = token.signature().is_some_and(|signature| !signature.bytes.is_empty());
    let is_whole = payload.error().is_none() && !token.is_cut_off();
    let mut said = Statements(Vec::new());
    let advice = match advice {
        Some(advice) if is_signed && is_whole => advice,
        _ => {
            revocation::of_what_is_no_credential(&claims, token, &mut said)?;
            return Some(Exposure { statements: said.0, window: None, weights: Vec::new(), header_line: None });
        }
    };
    let now = evaluation.now;
    let times = Times::of(evaluation.validity);
    let status = evaluation.validity.status;
    let is_endless = status == Status::NoExpiry && profile.expiry() != Expiry::Elsewhere;
    let leaked = LeakedToken { evaluation, advice, claims, times, is_endless, now };
    revocation::statements(&leaked, &mut said);
    state::statements(&leaked, &mut said);
    let weights = size::statements(&leaked, &mut said);
    keeping::statements(&leaked, &mut said);
    let ends_otherwise =
        status == Status::NoExpiry && (!is_endless || matches!(advice.stop, Stop::Issuer | Stop::Object(_)));
    Some(Exposure {
        statements: said.0,
        window: window::window(status, times, now).filter(|_| !ends_otherwise),
        weights,
        header_line: advice.is_in_browser.then_some(advice::HEADER_LINE),
    })
}

/// The token, and what the statements about its leak follow from.
struct LeakedToken<'a> {
    evaluation: &'a EvaluationAt<'a>,
    advice: &'static Keeping,
    claims: Claims<'a>,
    times: Times,
    /// It has no `exp`, and nothing else that says when it expires.
    is_endless: bool,
    now: i64,
}

struct Statements(Vec<Statement>);

impl Statements {
    fn add(&mut self, topic: Topic, id: &'static str, guide: Question, text: impl Into<String>) {
        self.0.push(Statement { topic, id, text: text.into(), guide });
    }
}

#[cfg(test)]
mod limit_tests;
#[cfg(test)]
mod tests;
