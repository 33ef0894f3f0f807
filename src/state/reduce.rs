//! What each action makes of the state, and what it wants done outside.

use std::rc::Rc;

use ::guide::ASKED;
use rules::RULES;

use super::clock::{Moment, read_moment};
use super::comparing::Source;
use super::examples::{self, EXAMPLES};
use super::paste::Origin;
use super::reading::Reading;
use super::{Action, Dialog, Effect, State};

/// What came of an action.
#[derive(Debug, Default, PartialEq)]
pub struct Change {
    /// The page must be drawn again.
    pub is_visible: bool,
    pub effects: Vec<Effect>,
}

impl Change {
    const NONE: Self = Self { is_visible: false, effects: Vec::new() };
    const VISIBLE: Self = Self { is_visible: true, effects: Vec::new() };

    fn then(effect: Effect) -> Self {
        Self { is_visible: true, effects: vec![effect] }
    }

    /// The state stays as it is.
    fn only(effect: Effect) -> Self {
        Self { is_visible: false, effects: vec![effect] }
    }

    fn visible_if(is_visible: bool) -> Self {
        Self { is_visible, effects: Vec::new() }
    }
}

impl State {
    /// The next state, in the place of this one.
    pub fn reduce(&mut self, action: Action) -> Change {
        match action {
            Action::Edited { text, origin, now } => self.edit_at(text, origin, now),
            Action::LinkOpened { text, signature_left_out, claims_redacted, now } => {
                let change = self.edit_at(text, Origin::Link, now);
                self.paste.signature_left_out = signature_left_out;
                self.paste.claims_redacted = claims_redacted;
                self.judge_again();
                change
            }
            Action::ExampleChosen { example, now } => self.open_example(example, Origin::Example, now),
            Action::QuestionTried { place, now } => match ASKED.get(place) {
                Some(asked) => self.open_example(examples::position(asked.example), Origin::Tried(place), now),
                None => Change::NONE,
            },
            Action::FileWanted => Change::only(Effect::ChooseFile),
            Action::Cleared => {
                self.clear();
                Change::then(Effect::GoTo("box".to_owned()))
            }
            Action::PageLeft => {
                self.forget();
                Change::VISIBLE
            }
            Action::TokenSeenInQuery => {
                self.paste.token_in_query = true;
                Change::VISIBLE
            }
            Action::ReadFurther { arrival, .. } | Action::ReadThrough { arrival, .. }
                if arrival != self.paste.arrival =>
            {
                Change::NONE
            }
            Action::ReadFurther { position, .. } => {
                self.paste.read_so_far = Some(position);
                Change::VISIBLE
            }
            Action::ReadThrough { decoded, .. } => {
                self.paste.read_so_far = None;
                self.paste.reading = Rc::new(Reading::of(&self.paste.text, decoded));
                self.choose(0);
                Change::VISIBLE
            }
            Action::Ticked(now) => {
                self.clock.tick(now);
                // Another instant does not move with the clock.
                if self.clock.is_live() {
                    self.judge_again();
                }
                Change::visible_if(self.answer.inspected.is_some() || self.comparing.is_some())
            }
            Action::MomentChosen(moment) => self.choose_moment(moment),
            Action::MomentWritten(text) => {
                match read_moment(&text) {
                    Some(instant) => self.look_at(Some(instant)),
                    None => self.clock.unread = Some(text).filter(|text| !text.trim().is_empty()),
                }
                Change::VISIBLE
            }
            Action::ToastFaded => Change::visible_if(self.toast.take().is_some()),
            Action::Copied { what, is_done } => {
                self.toast = Some(if is_done { what.toast() } else { "The browser did not allow copying" });
                Change::VISIBLE
            }
            Action::CopyWanted(what) => match self.text_of(what) {
                Some(text) => Change::only(Effect::Copy { what, text }),
                None => Change::NONE,
            },
            Action::ReportWanted => Change::only(Effect::SaveReport(self.report())),
            Action::ThemeChosen(theme) => {
                self.settings.theme = theme;
                Change::then(Effect::SetTheme(theme))
            }
            Action::HidingToggled => {
                self.settings.hides_values = !self.settings.hides_values;
                Change::VISIBLE
            }
            Action::HowToCheckWanted => Change::only(Effect::OpenDetails("how-to-check")),
            Action::FindingsWanted => Change::only(Effect::GoTo("findings".to_owned())),
            Action::TokenChosen(_)
            | Action::NestedOpened(_)
            | Action::OuterOpened(_)
            | Action::TableChosen(_)
            | Action::ExactTextChosen(_)
            | Action::Unfolded(_) => self.reduce_answer(action),
            Action::Pointed(_)
            | Action::Pinned(_)
            | Action::SelectionFollowed(_)
            | Action::CaretMoved(_)
            | Action::BoxTapped(_) => self.reduce_marks(action),
            Action::ComparisonChosen(_)
            | Action::SecondTextWanted
            | Action::SecondWritten(_)
            | Action::SidesSwapped
            | Action::ComparisonEnded => self.reduce_comparing(action),
            Action::ShareOpened
            | Action::ShareClosed
            | Action::MaskToggled(_)
            | Action::CatalogueOpened
            | Action::CatalogueEntryOpened(_)
            | Action::CatalogueClosed
            | Action::DialogClosed => self.reduce_dialogs(action),
            Action::GuideOpened
            | Action::QuestionOpened(_)
            | Action::GuideClosed
            | Action::AnswerToggled(_)
            | Action::OwnTextWanted => self.reduce_guide(action),
        }
    }

    fn edit_at(&mut self, text: String, origin: Origin, now: i64) -> Change {
        let is_typed = origin == Origin::Typed;
        self.clock.tick(now);
        self.edit(text, origin);
        if is_typed { Change::VISIBLE } else { Change::then(Effect::ScrollToTop) }
    }

    fn open_example(&mut self, example: usize, origin: Origin, now: i64) -> Change {
        match EXAMPLES.get(example) {
            Some(example) => self.edit_at(example.text(now), origin, now),
            None => Change::NONE,
        }
    }

    fn choose_moment(&mut self, moment: Moment) -> Change {
        let validity = self.shown().map(|shown| shown.judgement.validity);
        let instant = validity.and_then(|validity| moment.of(&validity));
        if moment == Moment::Now || instant.is_some() {
            self.look_at(instant);
        }
        Change::VISIBLE
    }

    fn reduce_answer(&mut self, action: Action) -> Change {
        match action {
            Action::TokenChosen(token) => self.choose(token),
            Action::NestedOpened(position) => {
                if self.shown().is_some_and(|shown| position < shown.nested.len()) {
                    let opened = self.answer.opened.iter().copied().chain([position]).collect();
                    self.show(opened);
                }
                return Change::then(Effect::ScrollToTop);
            }
            Action::OuterOpened(depth) => {
                let opened = self.answer.opened.iter().copied().take(depth).collect();
                self.show(opened);
                return Change::then(Effect::ScrollToTop);
            }
            Action::TableChosen(part) => self.answer.exact.retain(|exact| *exact != part),
            Action::ExactTextChosen(part) => {
                self.answer.exact.retain(|exact| *exact != part);
                self.answer.exact.push(part);
            }
            Action::Unfolded(fold) => self.answer.unfolded.push(fold),
            _ => return Change::NONE,
        }
        Change::VISIBLE
    }

    fn reduce_marks(&mut self, action: Action) -> Change {
        let before = (self.marks.marked(), self.answer.chosen);
        let mut change = Change::NONE;
        match action {
            Action::Pointed(selection) => self.marks.pointed = selection,
            Action::Pinned(selection) => {
                self.marks.pinned = selection;
                change.effects.extend(selection.map(|_| Effect::RevealMarkedText));
            }
            Action::SelectionFollowed(selection) => {
                self.answer.exact.retain(|exact| *exact != selection.part);
                self.marks.pinned = Some(selection);
                return Change::then(Effect::GoTo(selection.row_id()));
            }
            Action::CaretMoved(units) | Action::BoxTapped(units) => {
                self.place_caret(units, matches!(action, Action::BoxTapped(_)));
                change.effects.extend(self.marks.pinned.map(Effect::RevealRow));
            }
            _ => {}
        }
        change.is_visible = before != (self.marks.marked(), self.answer.chosen);
        change
    }

    fn reduce_comparing(&mut self, action: Action) -> Change {
        match action {
            Action::ComparisonChosen(position) => {
                if let Some(other) = self.of_text(position) {
                    self.begin_comparing(Some(other), Source::Text);
                }
                Change::then(Effect::GoToAnswerIfFocusIsLost)
            }
            Action::SecondTextWanted => {
                self.begin_comparing(None, Source::Second { is_empty: true, is_cut: false, tokens: 0 });
                Change::then(Effect::GoTo("second".to_owned()))
            }
            Action::SecondWritten(text) => {
                self.compare_with_text(&text);
                Change::VISIBLE
            }
            Action::SidesSwapped => {
                if let Some(comparing) = &mut self.comparing {
                    comparing.swap();
                }
                Change::VISIBLE
            }
            _ => {
                self.comparing = None;
                Change::then(Effect::GoToAnswerIfFocusIsLost)
            }
        }
    }

    fn reduce_dialogs(&mut self, action: Action) -> Change {
        match action {
            Action::ShareOpened => {
                self.open_dialog = Some(Dialog::Share);
                Change::then(Effect::OpenDialog(Dialog::Share))
            }
            Action::CatalogueOpened => {
                self.open_dialog = Some(Dialog::Catalogue);
                Change::then(Effect::OpenDialog(Dialog::Catalogue))
            }
            Action::CatalogueEntryOpened(position) => {
                self.open_dialog = Some(Dialog::Catalogue);
                let entry = RULES.get(position).map(|rule| Effect::JumpTo(format!("rule-{}", rule.id)));
                let effects = [Effect::OpenDialog(Dialog::Catalogue)].into_iter().chain(entry).collect();
                Change { is_visible: true, effects }
            }
            Action::MaskToggled(position) => {
                self.toggle_mask(position);
                Change::VISIBLE
            }
            _ => {
                let closed = self.open_dialog.take();
                Change { is_visible: closed.is_some(), effects: closed.map(Effect::CloseDialog).into_iter().collect() }
            }
        }
    }

    fn reduce_guide(&mut self, action: Action) -> Change {
        match action {
            Action::GuideOpened => {
                self.guide.open(None);
                Change::then(Effect::JumpTo("guide-title".to_owned()))
            }
            Action::QuestionOpened(place) => {
                self.guide.open(Some(place));
                let id = ASKED.get(place).map_or("guide-title".to_owned(), |asked| format!("guide-{}", asked.id));
                let closed = self.open_dialog.take().map(Effect::CloseDialog);
                Change { is_visible: true, effects: closed.into_iter().chain([Effect::JumpTo(id)]).collect() }
            }
            Action::GuideClosed => {
                self.guide.is_open = false;
                Change::then(Effect::ReturnFromGuide)
            }
            Action::AnswerToggled(answer) => {
                self.guide.answers.toggle(answer);
                Change::VISIBLE
            }
            _ => {
                self.restore_own_text();
                Change::then(Effect::ScrollToTop)
            }
        }
    }
}
