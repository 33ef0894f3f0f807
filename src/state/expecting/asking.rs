//! When the block is asked what the expectations come to, with what, and what its answer does.

use std::rc::Rc;

use decode::Token;
use expectations::KnownSignature;
use inspect::validity::Status;

use super::answer::ServiceAnswer;
use super::form::ExpectationForm;
use super::{Replacement, is_judgeable};
use crate::state::change::StateChange;
use crate::state::check_answer::{KeyOwnerAnswer, SignatureOutcome};
use crate::state::checking::{CheckStage, Checking};
use crate::state::paste::Origin;
use crate::state::{Effect, State};

/// The form is asked for again at least so often while the clock runs, in seconds.
const MINUTE: i64 = 60;

/// An answer, and to what.
pub(super) struct Answered {
    pub asked: AskedService,
    pub answer: Rc<ServiceAnswer>,
}

/// All that an answer follows from.
#[derive(Clone)]
pub(super) struct AskedService {
    pub token: Rc<Token>,
    minute: i64,
    /// The instant that the reader looks at instead of now.
    pub looked_at: Option<i64>,
    status: Status,
    signature: KnownSignature,
    pub form: ExpectationForm,
    library: Option<String>,
    filling: Option<String>,
    /// The text whose other tokens are judged too; None where nothing is expected.
    sent_in: Option<u32>,
}

impl AskedService {
    pub fn is_same_token(&self, other: &Token) -> bool {
        std::ptr::eq(&*self.token, other) || self.token.text == other.text
    }
}

impl PartialEq for AskedService {
    fn eq(&self, other: &Self) -> bool {
        (self.minute, self.looked_at, self.status) == (other.minute, other.looked_at, other.status)
            && self.signature == other.signature
            && (&self.form, &self.library, &self.filling) == (&other.form, &other.library, &other.filling)
            && self.sent_in == other.sent_in
            && self.is_same_token(&other.token)
    }
}

impl State {
    /// Asks again if anything changed that an answer follows from.
    pub(in crate::state) fn follow_with_expectations(&mut self, mut change: StateChange) -> StateChange {
        let is_typing = std::mem::take(&mut self.expecting.is_typing);
        let asking = self.asking();
        if asking == self.expecting.asked {
            return change;
        }
        let is_same_token = match (&asking, &self.expecting.asked) {
            (Some(asking), Some(asked)) => asked.is_same_token(&asking.token),
            _ => false,
        };
        let expecting = &mut self.expecting;
        expecting.asked = asking;
        expecting.round += 1;
        expecting.failure = None;
        if expecting.asked.is_none() {
            return change;
        }
        expecting.is_waiting = is_typing || !is_same_token && self.paste.origin == Origin::Typed;
        change.effects.extend(match expecting.is_waiting {
            true => Some(Effect::JudgeSoon(expecting.round)),
            false => self.ask_service(),
        });
        change
    }

    /// None where there is nothing to ask, or nobody saw the panel.
    pub(super) fn asking(&self) -> Option<AskedService> {
        if !self.expecting.is_wanted {
            return None;
        }
        let shown = self.shown().filter(|shown| is_judgeable(&shown.token))?;
        Some(AskedService {
            token: Rc::clone(&shown.token),
            minute: self.clock.now.div_euclid(MINUTE),
            looked_at: self.clock.looked_at,
            status: shown.judgement.validity.status,
            signature: match self.is_signature_left_out(&shown.token) {
                true => KnownSignature::LeftOut,
                false => known_signature(&self.checking),
            },
            form: self.expecting.form.clone(),
            library: self.expecting.library.clone(),
            filling: self.expecting.filling.clone(),
            sent_in: (!self.expecting.form.is_empty()).then_some(self.paste.arrival),
        })
    }

    /// The link that brought the token says so.
    fn is_signature_left_out(&self, token: &Token) -> bool {
        self.paste.signature_left_out && self.answer.opened.is_empty() && !token.has_signature()
    }

    fn ask_service(&self) -> Option<Effect> {
        let asked = self.expecting.asked.as_ref()?;
        let request = serde_json::json!({
            "token": asked.token.text,
            "signature": asked.signature.id(),
            "now": self.clock.now,
            "library": asked.library,
            "profile": asked.filling,
            "others": if asked.sent_in.is_some() { self.others() } else { Vec::new() },
        });
        // The numbers that the reader wrote stay as they were written.
        let rest = request.to_string();
        let request =
            format!("{{\"expectations\":{},{}", asked.form.json(), rest.strip_prefix('{').unwrap_or_default());
        Some(Effect::JudgeExpectations { round: self.expecting.round, request: request.into() })
    }

    /// Nobody typed for a while.
    pub(super) fn judging_due(&mut self, round: u32) -> StateChange {
        if round != self.expecting.round || !std::mem::take(&mut self.expecting.is_waiting) {
            return StateChange::NONE;
        }
        self.ask_service().map_or(StateChange::NONE, StateChange::only)
    }

    pub(super) fn take_judgement(&mut self, round: u32, answer: &str) -> StateChange {
        let expecting = &mut self.expecting;
        if round != expecting.round {
            return StateChange::NONE;
        }
        let Some(asked) = expecting.asked.clone() else { return StateChange::NONE };
        let mut answer = match ServiceAnswer::read(answer) {
            Ok(answer) => answer,
            Err(sentence) => {
                expecting.filling = None;
                expecting.failure = Some(sentence.into());
                return StateChange::VISIBLE;
            }
        };
        if expecting.library.is_none() {
            expecting.library = answer.libraries.first().map(|library| library.id.clone());
        }
        let start = expecting.filling.take();
        if let (Some(form), true) = (answer.filled.take(), start.is_some()) {
            expecting.fill(form, start, Replacement::Filled);
            expecting.is_open = true;
        }
        expecting.answered = Some(Answered { asked, answer: Rc::new(answer) });
        StateChange::VISIBLE
    }
}

/// What the check panel found out of the signatures. Without a key of the reader's, one that does not fit was only tried with
/// keys that the token carries and published secrets.
pub(super) fn known_signature(checking: &Checking) -> KnownSignature {
    let CheckStage::Checked(answer) = &checking.stage else { return KnownSignature::NotChecked };
    let has_key = !answer.keys.is_empty();
    KnownSignature::of_several(answer.signatures.iter().map(|check| match check.outcome {
        SignatureOutcome::Fits if check.fits(KeyOwnerAnswer::Pasted) => KnownSignature::FitsPastedKey,
        SignatureOutcome::Fits => KnownSignature::FitsOtherKey,
        SignatureOutcome::Unsigned => KnownSignature::Unsigned,
        _ if !has_key => KnownSignature::NotChecked,
        SignatureOutcome::CannotBeChecked => KnownSignature::CannotBeChecked,
        SignatureOutcome::DoesNotFit => KnownSignature::DoesNotFit,
    }))
}
