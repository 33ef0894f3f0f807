//! What the reader does in the panel, and what becomes of it.

use std::rc::Rc;

use super::FROM_LINK;
use super::form::{ExpectationField, ExpectationForm};
use crate::state::change::StateChange;
use crate::state::{Effect, State};

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

impl State {
    pub(in crate::state) fn use_expectations(&mut self, used: ExpectationUse) -> StateChange {
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
}
