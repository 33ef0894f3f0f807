//! Does what an action wants done outside the state.

use web_sys::{HtmlDialogElement, HtmlTextAreaElement};

use super::clipboard::{copy, read};
use super::document::{by_id, document, window};
use super::time::{after, now};
use super::{crypto, files, focus, keys, stop, table};
use crate::state::expecting::ExpectationUse;
use crate::state::paste::Origin;
use crate::state::settings::Theme;
use crate::state::{Action, Dialog, Dispatch, Effect};

/// Behind the last key that was pressed, in milliseconds.
const PAUSE_BEFORE_CHECK: u32 = 300;

pub fn perform(effect: Effect, dispatch: &Dispatch) {
    match effect {
        Effect::Copy { what, text } => {
            let dispatch = dispatch.clone();
            copy(text, move |is_done| dispatch.send(Action::Copied { what, is_done }));
        }
        Effect::SaveReport(report) => files::save("jwt-inspector-report.json", &report),
        Effect::SaveTable(table) => files::save("jwt-inspector-tokens.csv", &table),
        Effect::ChooseFile => files::choose("file"),
        Effect::ChooseKeyFile => files::choose("key-file"),
        Effect::CheckSoon(check) => {
            let dispatch = dispatch.clone();
            after(PAUSE_BEFORE_CHECK, move || dispatch.send(Action::CheckDue(check))).forget();
        }
        Effect::CheckSignature { check, request } => crypto::check(check, request.as_str().to_owned(), dispatch),
        Effect::JudgeSoon(round) => {
            let dispatch = dispatch.clone();
            let due = Action::ExpectationUsed(ExpectationUse::Due(round));
            after(PAUSE_BEFORE_CHECK, move || dispatch.send(due)).forget();
        }
        Effect::JudgeExpectations { round, request } => crypto::judge(round, request.as_str().to_owned(), dispatch),
        Effect::FillSecond(text) => {
            if let Some(second) = by_id::<HtmlTextAreaElement>("second") {
                second.set_value(&text);
            }
        }
        Effect::ReadClipboard => {
            let dispatch = dispatch.clone();
            read(move |text| {
                dispatch.send(match text {
                    Some(text) => Action::Edited { text, origin: Origin::Pasted, now: now() },
                    None => Action::PasteRefused,
                });
            });
        }
        Effect::Print => {
            let _ = window().print();
        }
        Effect::OpenDialog(dialog) => open(dialog),
        Effect::StopReading => stop::reading(),
        Effect::CloseDialog(dialog) => close(dialog),
        Effect::OpenDetails(id) => focus::open_details(id),
        Effect::GoTo(id) => focus::go_to(&id),
        Effect::JumpTo(id) => focus::jump_to(&id),
        Effect::GoToPlace(id) => focus::go_to_place(&id),
        Effect::ScrollToTop => focus::scroll_to_top(),
        Effect::ReturnFromGuide => focus::come_back(),
        Effect::GoToAnswerIfFocusIsLost => {
            // A list that the choice was made in may still be there.
            if focus::is_lost() {
                focus::go_to("answer");
                focus::scroll_to_top();
            }
        }
        Effect::GoToAnswerIfNarrow => focus::go_to_answer_if_narrow(),
        Effect::GoToTable => table::focus_chosen(),
        Effect::RevealRow(selection) => focus::reveal_beside(&format!("#{}", selection.row_id().replace(':', "\\:"))),
        Effect::RevealMarkedText => focus::reveal_in_box(),
        Effect::SetTheme(theme) => set_theme(theme),
        Effect::SetSingleKeys(are_on) => keys::set_single_keys(are_on),
    }
}

fn open(dialog: Dialog) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(dialog.id()) {
        let _ = dialog.show_modal();
    }
}

fn close(dialog: Dialog) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(dialog.id()) {
        dialog.close();
    }
}

fn set_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.id()),
        };
    }
}
