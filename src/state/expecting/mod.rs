//! What a service expects, as the reader writes it, and what that comes to for the token that is shown.
//!
//! Nothing of it is stored, and it goes into no link and no report by itself. The reader may choose a link that carries
//! some of it.

pub mod answer;
pub mod form;
mod linked;
pub mod others;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use decode::Token;
use inspect::validity::Status;
use share::report::ReportedExpectations;

use super::check_answer::{CheckedSignature, KeyOwnerAnswer, SignatureOutcome};
use super::checking::{CheckStage, Checking, is_checkable};
use super::paste::Origin;
use super::reduce::StateChange;
use super::{Effect, State};
use answer::ServiceAnswer;
use form::{ExpectationField, ExpectationForm};

/// The starting point that is the token itself.
pub const THIS_TOKEN: &str = "token";
/// As the starting point: the link that was opened, which cannot be chosen.
pub const FROM_LINK: &str = "link";
/// The form is asked for again at least so often while the clock runs, in seconds.
const MINUTE: i64 = 60;

/// What the reader did in the panel, and what came back to it.
#[derive(Debug, Clone, PartialEq)]
pub enum ExpectationUse {
    /// The panel came into sight.
    Seen,
    /// Its fields are to be shown.
    Opened,
    Written {
        field: ExpectationField,
        text: String,
    },
    SignatureToggled,
    MoreToggled,
    /// A profile by its id, or [`THIS_TOKEN`].
    StartChosen(String),
    Cleared,
    /// What was filled in or cleared is to be undone.
    UndoWanted,
    LibraryChosen(String),
    /// The pause before this round is over.
    Due(u32),
    Judged {
        round: u32,
        /// JSON: see [`ServiceAnswer`].
        answer: Rc<str>,
    },
    /// It could not be judged.
    Failed {
        round: u32,
        sentence: Rc<str>,
    },
}

#[derive(Default)]
pub struct Expecting {
    pub form: ExpectationForm,
    /// The fields are shown.
    pub is_open: bool,
    /// Those that are seldom needed too.
    pub shows_more: bool,
    /// The starting point that filled the fields.
    pub start: Option<String>,
    /// What the fields held before they were filled or cleared, and what had filled them.
    pub before: Option<(ExpectationForm, Option<String>)>,
    /// The library by its id; None is the first one.
    pub library: Option<String>,
    /// Why there is no answer to what was asked last. A sentence.
    pub failure: Option<Rc<str>>,
    answered: Option<Answered>,
    /// What was asked last.
    asked: Option<AskedService>,
    is_waiting: bool,
    /// How many rounds there were so far: tells an answer that it is late.
    round: u32,
    /// The starting point whose answer is awaited.
    filling: Option<String>,
    /// The form changes because somebody types.
    is_typing: bool,
    /// The panel was seen or used: nothing is asked before.
    is_wanted: bool,
}

struct Answered {
    asked: AskedService,
    answer: Rc<ServiceAnswer>,
}

/// All that an answer follows from.
#[derive(Clone)]
struct AskedService {
    token: Rc<Token>,
    minute: i64,
    status: Status,
    signature: &'static str,
    form: ExpectationForm,
    library: Option<String>,
    filling: Option<String>,
    /// The text whose other tokens are judged too; None where nothing is expected.
    sent_in: Option<u32>,
}

impl AskedService {
    fn is_same_token(&self, other: &Token) -> bool {
        std::ptr::eq(&*self.token, other) || self.token.text == other.text
    }
}

impl PartialEq for AskedService {
    fn eq(&self, other: &Self) -> bool {
        (self.minute, self.status, self.signature) == (other.minute, other.status, other.signature)
            && (&self.form, &self.library, &self.filling) == (&other.form, &other.library, &other.filling)
            && self.sent_in == other.sent_in
            && self.is_same_token(&other.token)
    }
}

/// Whether a service could look at it: what is encrypted is opened first, and a single segment is no token.
pub fn is_judgeable(token: &Token) -> bool {
    is_checkable(token) && !token.format.is_encrypted()
}

impl Expecting {
    /// What can be chosen from, whatever the token is.
    pub fn choices(&self) -> Option<&ServiceAnswer> {
        self.answered.as_ref().map(|answered| &*answered.answer)
    }

    /// The answer on the token that is shown, though some fields may have changed since then.
    pub fn answer(&self) -> Option<&Rc<ServiceAnswer>> {
        let (answered, asked) = (self.answered.as_ref()?, self.asked.as_ref()?);
        answered.asked.is_same_token(&asked.token).then_some(&answered.answer)
    }

    /// The answer on everything as it stands.
    pub fn whole_answer(&self) -> Option<&Rc<ServiceAnswer>> {
        self.answer().filter(|_| self.answered.as_ref().is_some_and(|answered| answered.asked.form == self.form))
    }

    /// The answer as far as it is on what stands in this field.
    pub fn answer_on(&self, field: ExpectationField) -> Option<&Rc<ServiceAnswer>> {
        let is_same = |answered: &Answered| answered.asked.form.text(field) == self.form.text(field);
        self.answer().filter(|_| self.answered.as_ref().is_some_and(is_same))
    }

    /// The answer as far as it is on the signature.
    pub fn answer_on_signature(&self) -> Option<&Rc<ServiceAnswer>> {
        let is_same = |answered: &Answered| answered.asked.form.signature == self.form.signature;
        self.answer().filter(|_| self.answered.as_ref().is_some_and(is_same))
    }

    /// The answer, where something is said of it: the fields are shown, and something is expected or missed.
    pub fn said(&self) -> Option<&Rc<ServiceAnswer>> {
        let is_said = self.is_open && self.failure.is_none();
        self.answer().filter(|answer| is_said && (!self.form.is_empty() || answer.would_refuse))
    }

    /// What a report says of this token, where it is the one that is shown and the answer is on all that is written.
    pub fn reported_on(&self, token: &Token) -> Option<&ReportedExpectations> {
        let (answer, asked) = (self.said()?, self.asked.as_ref()?);
        (!self.is_late() && asked.is_same_token(token)).then_some(&answer.reported)
    }

    /// Another answer is on its way.
    pub fn is_late(&self) -> bool {
        self.whole_answer().is_none()
    }

    pub fn is_shown(&self, field: ExpectationField) -> bool {
        self.shows_more || !ExpectationField::MORE.contains(&field) || !self.form.text(field).is_empty()
    }

    /// The same page without expectations, on which answers that are still on their way are late.
    pub(super) fn forgotten(&self) -> Self {
        Self { round: self.round + 1, ..Self::default() }
    }

    /// Puts these into the fields. What stood there can come back.
    fn fill(&mut self, form: ExpectationForm, start: Option<String>) {
        let form = std::mem::replace(&mut self.form, form);
        let start = std::mem::replace(&mut self.start, start);
        // Who looks through starting points goes back to what they wrote themselves.
        let is_looking_through = self.before.is_some() && start.is_some() && self.start.is_some();
        if !form.is_empty() && !is_looking_through {
            self.before = Some((form, start));
        }
    }
}

impl State {
    pub(super) fn use_expectations(&mut self, used: ExpectationUse) -> StateChange {
        let expecting = &mut self.expecting;
        match used {
            ExpectationUse::Seen => {
                expecting.is_wanted = true;
                return StateChange::NONE;
            }
            ExpectationUse::Due(round) => return self.judging_due(round),
            ExpectationUse::Judged { round, answer } => return self.take_judgement(round, &answer),
            ExpectationUse::Failed { round, sentence } => {
                if round != expecting.round {
                    return StateChange::NONE;
                }
                expecting.failure = Some(sentence);
                return StateChange::VISIBLE;
            }
            ExpectationUse::Opened => {
                expecting.is_open = true;
                expecting.is_wanted = true;
                return StateChange::then(Effect::GoTo(ExpectationField::Issuer.id().to_owned()));
            }
            ExpectationUse::Written { field, text } => {
                expecting.form.write(field, text);
                expecting.before = None;
                expecting.start.take_if(|start| start == FROM_LINK);
                expecting.is_typing = true;
                // A field that is emptied stays where it is.
                expecting.shows_more |= ExpectationField::MORE.contains(&field);
            }
            ExpectationUse::SignatureToggled => {
                expecting.form.signature = !expecting.form.signature;
                expecting.before = None;
                expecting.start.take_if(|start| start == FROM_LINK);
            }
            ExpectationUse::MoreToggled => expecting.shows_more = !expecting.shows_more,
            ExpectationUse::StartChosen(start) => expecting.filling = Some(start).filter(|start| !start.is_empty()),
            ExpectationUse::LibraryChosen(library) => expecting.library = Some(library),
            ExpectationUse::Cleared => {
                expecting.before = None;
                expecting.fill(ExpectationForm::default(), None);
                (expecting.is_open, expecting.shows_more) = (false, false);
                let to = if expecting.before.is_some() { "expected-undo" } else { "expected-start" };
                return StateChange::then(Effect::GoTo(to.to_owned()));
            }
            ExpectationUse::UndoWanted => {
                if let Some(before) = expecting.before.take() {
                    (expecting.form, expecting.start) = before;
                }
                expecting.is_open = true;
                return StateChange::then(Effect::GoTo(ExpectationField::Issuer.id().to_owned()));
            }
        }
        self.expecting.is_wanted = true;
        StateChange::VISIBLE
    }

    /// Asks again if anything changed that an answer follows from.
    pub(super) fn follow_with_expectations(&mut self, mut change: StateChange) -> StateChange {
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
    fn asking(&self) -> Option<AskedService> {
        if !self.expecting.is_wanted {
            return None;
        }
        let shown = self.shown().filter(|shown| is_judgeable(&shown.token))?;
        Some(AskedService {
            token: Rc::clone(&shown.token),
            minute: self.clock.now.div_euclid(MINUTE),
            status: shown.judgement.validity.status,
            signature: known_signature(&self.checking),
            form: self.expecting.form.clone(),
            library: self.expecting.library.clone(),
            filling: self.expecting.filling.clone(),
            sent_in: (!self.expecting.form.is_empty()).then_some(self.paste.arrival),
        })
    }

    fn ask_service(&self) -> Option<Effect> {
        let asked = self.expecting.asked.as_ref()?;
        let request = serde_json::json!({
            "token": asked.token.text,
            "signature": asked.signature,
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
    fn judging_due(&mut self, round: u32) -> StateChange {
        if round != self.expecting.round || !std::mem::take(&mut self.expecting.is_waiting) {
            return StateChange::NONE;
        }
        self.ask_service().map_or(StateChange::NONE, StateChange::only)
    }

    fn take_judgement(&mut self, round: u32, answer: &str) -> StateChange {
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
            expecting.fill(form, start);
            expecting.is_open = true;
        }
        expecting.answered = Some(Answered { asked, answer: Rc::new(answer) });
        StateChange::VISIBLE
    }
}

/// What the panel above found out of the signature.
fn known_signature(checking: &Checking) -> &'static str {
    let CheckStage::Checked(answer) = &checking.stage else { return "not-checked" };
    let any = |is_so: &dyn Fn(&CheckedSignature) -> bool| answer.signatures.iter().any(is_so);
    let has_outcome = |outcome| any(&|it| it.outcome == outcome);
    if any(&|it| it.fits(KeyOwnerAnswer::Pasted)) {
        "fits-pasted"
    } else if has_outcome(SignatureOutcome::Fits) {
        "fits-other"
    } else if has_outcome(SignatureOutcome::Unsigned) {
        "unsigned"
    } else if checking.key.is_blank() || answer.signatures.is_empty() {
        "not-checked"
    } else if has_outcome(SignatureOutcome::DoesNotFit) {
        "does-not-fit"
    } else {
        "cannot-be-checked"
    }
}
