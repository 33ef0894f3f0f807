//! What the reader does in the panel, and what becomes of it.

use std::rc::Rc;

use super::form::{ExpectationField, ExpectationForm};
use super::{FROM_LINK, PANEL, Replacement};
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
    /// The text of this field is to be read as was offered.
    Reread(ExpectationField),
    SignatureToggled,
    MoreToggled,
    /// A profile by its id, or [`THIS_TOKEN`].
    StartChosen(String),
    Cleared,
    /// What stood in the fields is to come back.
    UndoWanted,
    LibraryChosen(String),
    /// Another token of the text, by its position.
    OtherChosen(usize),
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
                expecting.start.take_if(|start| start == FROM_LINK);
                expecting.is_typing = true;
                // A field that is emptied stays where it is.
                expecting.shows_more |= ExpectationField::MORE.contains(&field);
            }
            ExpectationUse::SignatureToggled => {
                expecting.form.signature = !expecting.form.signature;
                expecting.start.take_if(|start| start == FROM_LINK);
            }
            ExpectationUse::Reread(field) => {
                if let Some(read) = expecting.form.rereading(field) {
                    let mut form = expecting.form.clone();
                    form.write(field, read.text);
                    expecting.reread(form);
                    expecting.start.take_if(|start| start == FROM_LINK);
                }
                return StateChange::then(Effect::GoTo(field.id().to_owned()));
            }
            ExpectationUse::MoreToggled => {
                let first = expecting.hidden().next();
                expecting.shows_more = !expecting.shows_more;
                // They appear above the button.
                return StateChange::with(first.map(|field| Effect::GoTo(field.id().to_owned())));
            }
            ExpectationUse::OtherChosen(position) => {
                expecting.is_wanted = true;
                self.choose_another(position);
                return StateChange::then(Effect::GoToPlace(PANEL.to_owned()));
            }
            ExpectationUse::StartChosen(start) => expecting.filling = Some(start).filter(|start| !start.is_empty()),
            ExpectationUse::LibraryChosen(library) => expecting.library = Some(library),
            ExpectationUse::Cleared => {
                expecting.fill(ExpectationForm::default(), None, Replacement::Cleared);
                (expecting.is_open, expecting.shows_more) = (false, false);
                let to = if expecting.before.is_some() { "expected-undo" } else { "expected-start" };
                return StateChange::then(Effect::GoTo(to.to_owned()));
            }
            ExpectationUse::UndoWanted => {
                expecting.undo();
                expecting.is_open = true;
                return StateChange::then(Effect::GoTo(ExpectationField::Issuer.id().to_owned()));
            }
        }
        self.expecting.is_wanted = true;
        StateChange::VISIBLE
    }
}
