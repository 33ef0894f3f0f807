//! What each action makes of the state, and what it wants done outside.

use std::rc::Rc;

use super::answer::PartView;
use super::catalogue::CatalogueState;
use super::change::StateChange;
use super::checking::CheckStage;
use super::clock::{Zone, read_moment};
use super::comparing::Source;
use super::examples;
use super::paste::{GivenText, Origin};
use super::selection::finding_element;
use super::{Action, Dialog, Effect, State, Toast};

impl State {
    /// The next state, in the place of this one.
    pub fn reduce(&mut self, action: Action) -> StateChange {
        let change = self.reduced(action);
        let change = self.follow_with_check(change);
        self.follow_with_expectations(change)
    }

    fn reduced(&mut self, action: Action) -> StateChange {
        match action {
            Action::Edited { text, origin, now } => self.edit_at(GivenText::new(text, origin), now),
            Action::LinkOpened { text, signature_left_out, claims_redacted, expectations, now } => {
                // The link is an entry of the browser's history itself: the guide's is no longer the last one.
                self.guide.is_in_history = false;
                self.expecting.take_from_link(&expectations);
                let text = text.into();
                self.edit_at(GivenText { text, origin: Origin::Link, signature_left_out, claims_redacted }, now)
            }
            Action::ExampleChosen { example, now } => self.open_example(example, Origin::Example, now),
            Action::FileWanted => StateChange::only(Effect::ChooseFile),
            Action::PasteWanted => StateChange::only(Effect::ReadClipboard),
            Action::PasteRefused => {
                self.toast = Some(Toast::NotPasted);
                StateChange::then(Effect::GoTo("box".to_owned()))
            }
            Action::Cleared { now } => {
                self.clear(now);
                StateChange::then(Effect::GoTo("box".to_owned()))
            }
            Action::UndoWanted { now } => self.undo(now),
            Action::DraggedOver(is_over) => {
                let was_over = std::mem::replace(&mut self.is_dragged_over, is_over);
                if was_over == is_over { StateChange::NONE } else { StateChange::VISIBLE }
            }
            Action::PageLeft => {
                let closed = self.open_dialog.map(Effect::CloseDialog);
                self.forget();
                StateChange::with(closed)
            }
            Action::TokenSeenInQuery => {
                self.paste.token_in_query = true;
                StateChange::VISIBLE
            }
            Action::ReadFurther { arrival, position } => self.read_further(arrival, position),
            Action::ReadThrough { arrival, reading, inspected, stopped_at } => {
                let change = self.read_through(arrival, reading, inspected);
                if change.is_visible {
                    self.paste.stopped_at = stopped_at;
                }
                change
            }
            Action::FileReadFurther(loading) => {
                self.paste.loading = Some(loading);
                StateChange::VISIBLE
            }
            Action::ReadingStopped => StateChange::only(Effect::StopReading),

            Action::Ticked(now) => {
                let has_forgotten = self.forget_kept(now);
                let change = self.tick(now);
                if has_forgotten { StateChange::VISIBLE } else { change }
            }
            Action::ZoneNamed(name) => {
                self.clock.zone = Rc::new(Zone { name: Some(name.into()), offset: self.clock.zone.offset });
                if self.answer.inspected.is_some() { StateChange::VISIBLE } else { StateChange::NONE }
            }
            Action::MomentChosen(moment) => self.choose_moment(moment),
            Action::MomentWritten(text) => {
                match read_moment(&text) {
                    Some(instant) => self.look_at(Some(instant)),
                    None => self.clock.unread = Some(text).filter(|text| !text.trim().is_empty()),
                }
                StateChange::VISIBLE
            }

            Action::TokenChosen(token) => {
                self.choose_another(token);
                StateChange::VISIBLE
            }
            Action::TableUsed(table_use) => self.use_table(table_use),
            Action::NestedOpened(position) => {
                if self.shown().is_some_and(|shown| position < shown.nested.len()) {
                    let opened = self.answer.opened.iter().copied().chain([position]).collect();
                    self.show(opened);
                }
                StateChange::then(Effect::ScrollToTop)
            }
            Action::OuterOpened(depth) => {
                let opened = self.answer.opened.iter().copied().take(depth).collect();
                self.show(opened);
                StateChange::then(Effect::ScrollToTop)
            }
            Action::ViewChosen { part, view } => {
                self.answer.choose_view(part, view);
                StateChange::VISIBLE
            }
            Action::JsonToggled { part, start } => {
                self.answer.toggle(part, start);
                StateChange::VISIBLE
            }
            Action::Unfolded(fold) => {
                self.answer.unfolded.push(fold);
                StateChange::VISIBLE
            }
            Action::FindingFollowed { id, severity } => StateChange::only(Effect::GoTo(finding_element(id, severity))),

            Action::PlaceWanted(id) => StateChange::only(Effect::GoToPlace(id)),
            Action::FilterWanted => self.want_filter(),
            Action::FilterToggled => self.toggle_filter(),
            Action::FilterWritten(text) => {
                self.filter(text);
                StateChange::VISIBLE
            }

            Action::Pointed(selection) => self.marking(|state| {
                state.marks.pointed = selection;
                None
            }),
            Action::Pinned(selection) => self.marking(|state| {
                state.marks.pinned = selection;
                selection.map(|_| Effect::RevealMarkedText)
            }),
            Action::CaretMoved(units) => self.marking(|state| {
                state.place_caret(units, false);
                state.marks.pinned.map(Effect::RevealRow)
            }),
            Action::BoxTapped(units) => self.marking(|state| {
                state.place_caret(units, true);
                state.marks.pinned.map(Effect::RevealRow)
            }),
            Action::SelectionFollowed(selection) => {
                // The exact text has no rows.
                if self.answer.view_of(selection.part) == PartView::ExactText {
                    self.answer.choose_view(selection.part, PartView::Table);
                }
                self.make_row_seen(selection);
                self.marks.pinned = Some(selection);
                StateChange::then(Effect::GoTo(selection.row_id()))
            }

            Action::ComparisonChosen(position) => self.compare_with(position),
            Action::SecondTextWanted => {
                self.begin_comparing(None, Source::Second { is_empty: true, is_cut: false, tokens: 0 });
                StateChange::then(Effect::GoTo("second".to_owned()))
            }
            Action::SecondWritten(text) => {
                self.compare_with_text(&text);
                StateChange::VISIBLE
            }
            Action::SidesSwapped => {
                if let Some(comparing) = &mut self.comparing {
                    comparing.swap();
                }
                StateChange::VISIBLE
            }
            Action::ComparisonEnded => {
                self.comparing = None;
                StateChange::then(Effect::GoToAnswerIfFocusIsLost)
            }

            Action::ShareOpened => self.open(Dialog::Share),
            Action::CatalogueOpened => self.open_catalogue(CatalogueState::default()),
            Action::CatalogueEntryOpened(id) => self.open_catalogue(CatalogueState::at(id)),
            Action::CheckLinkOpened(id) => {
                // The link is an entry of the browser's history itself: the guide's is no longer the last one.
                self.guide.is_in_history = false;
                self.open_catalogue(id.map_or_else(CatalogueState::at_unknown, CatalogueState::at))
            }
            Action::CatalogueSearched(text) => {
                self.catalogue.search = text;
                StateChange::VISIBLE
            }
            Action::KeysOpened => self.open(Dialog::Keys),
            Action::SingleKeysToggled => {
                self.settings.has_no_single_keys = !self.settings.has_no_single_keys;
                StateChange::then(Effect::SetSingleKeys(!self.settings.has_no_single_keys))
            }
            Action::BoxWanted => {
                let go_to_box = Effect::GoTo("box".to_owned());
                if !self.shows_table() {
                    return StateChange::only(go_to_box);
                }
                self.table.shows_text = true;
                StateChange::then(go_to_box)
            }
            Action::DialogClosed => StateChange::with(self.open_dialog.take().map(Effect::CloseDialog)),
            Action::ShareFormChosen(form) => {
                self.choose_form(form);
                StateChange::VISIBLE
            }
            Action::MasksChosen(choice) => {
                self.choose_masks(choice);
                StateChange::VISIBLE
            }
            Action::MaskToggled(position) => {
                self.toggle_mask(position);
                StateChange::VISIBLE
            }
            Action::ExpectationsShareToggled => {
                self.toggle_expectations_share();
                StateChange::VISIBLE
            }
            Action::CopyWanted(what) => match self.text_of(what) {
                Some(text) => StateChange::only(Effect::Copy { what, text }),
                None => StateChange::NONE,
            },
            Action::Copied { what, is_done } => {
                self.toast = Some(if is_done { Toast::Copied(what) } else { Toast::NotCopied });
                StateChange::VISIBLE
            }
            Action::ReportWanted => match self.shared_report() {
                Some(report) => StateChange::only(Effect::SaveReport(report)),
                None => StateChange::NONE,
            },
            Action::PrintWanted => {
                self.prints_token = true;
                StateChange::then(Effect::Print)
            }
            Action::PrintEnded => {
                let did_print_token = std::mem::take(&mut self.prints_token);
                if did_print_token { StateChange::VISIBLE } else { StateChange::NONE }
            }
            Action::ToastFaded => {
                self.toast = None;
                StateChange::VISIBLE
            }

            Action::GuideOpened => {
                self.guide.open(None);
                StateChange::then(Effect::JumpTo("guide-title".to_owned()))
            }
            Action::QuestionOpened(question) => self.open_question(question),
            Action::QuestionTried { question, now } => {
                let example = examples::position(question.asked().example);
                self.open_example(example, Origin::Tried(question), now)
            }
            Action::GuideClosed => {
                self.guide.is_open = false;
                StateChange::then(Effect::ReturnFromGuide)
            }
            Action::AddressRead(opened) => self.read_address(opened),
            Action::AnswerToggled(answer) => {
                self.guide.answers.toggle(answer);
                StateChange::VISIBLE
            }

            Action::ColumnsChanged(columns) => {
                let before = std::mem::replace(&mut self.columns, columns);
                if before == columns { StateChange::NONE } else { StateChange::VISIBLE }
            }
            Action::ThemeChosen(theme) => {
                self.settings.theme = theme;
                StateChange::then(Effect::SetTheme(theme))
            }
            Action::HidingToggled => {
                self.settings.hides_values = !self.settings.hides_values;
                self.toast = Some(if self.settings.hides_values { Toast::ValuesHidden } else { Toast::ValuesShown });
                StateChange::VISIBLE
            }

            Action::KeyWritten(key) => self.write_key(key),
            Action::KeyRemoved => self.remove_key(),
            Action::KeyFileWanted => StateChange::only(Effect::ChooseKeyFile),
            Action::KeyMovedToBox { now } => self.move_key_to_box(now),
            Action::TextUsedAsKey { now } => self.use_text_as_key(now),
            Action::CheckWanted => self.want_check(),
            Action::CheckSeen => self.see_check(),
            Action::CheckDue(check) => self.check_due(check),
            Action::SignatureChecked { check, answer } => self.take_answer(check, &answer),
            Action::CheckFailed { check, sentence } => self.end_check(check, CheckStage::Failed(sentence)),
            Action::DecryptedOpened => self.open_decrypted(),
            Action::ExpectationUsed(used) => self.use_expectations(used),

            Action::HowToCheckWanted => StateChange::only(Effect::OpenDetails("how-to-check")),
        }
    }
}
