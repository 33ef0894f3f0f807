//! What a press does outside the state: the clipboard, files, dialogs, scrolling.

use std::rc::Rc;

use ::guide::ASKED;
use decode::{Token, decode};
use inspect::Context;
use inspection::{Inspection, inspected};
use share::{link, report};
use yew::prelude::*;

use super::app::{Action, Origin, State, Theme};
use super::browser;
use super::catalogue;
use super::commands::{Command, Copy};
use super::examples::{self, EXAMPLES};
use super::guide;

pub fn perform(command: Command, state: &State, send: &Callback<Action>) {
    match command {
        Command::OpenExample(example) => {
            open_example(example, Origin::Example, send);
        }
        Command::Try(place) => {
            if let Some(asked) = ASKED.get(place) {
                open_example(examples::position(asked.example), Origin::Tried(place), send);
            }
        }
        Command::ChooseFile => browser::choose_file(),
        Command::Copy(what) => {
            if let Some(text) = text_of(what, state) {
                browser::copy(text, send.reform(move |done| Action::Copied { what, done }));
            }
        }
        Command::SaveReport => browser::save("jwt-inspector-report.json", &report(state)),
        Command::OpenShare => browser::open_dialog("share"),
        Command::CloseShare => browser::close_dialog("share"),
        Command::ShowHowToCheck => browser::open_details("how-to-check"),
        Command::ShowFindings => browser::go_to("findings"),
        Command::ShowCatalogue => browser::open_dialog("catalogue"),
        Command::ShowEntry(position) => {
            browser::open_dialog("catalogue");
            if let Some(record) = rules::records().nth(position) {
                browser::jump_to(&catalogue::id(record));
            }
        }
        Command::ShowGuide => browser::jump_to("guide-title"),
        Command::OpenGuide(place) => {
            browser::close_dialog("catalogue");
            browser::close_dialog("share");
            browser::jump_to(&ASKED.get(place).map_or("guide-title".to_owned(), guide::id));
        }
        Command::CloseGuide => browser::come_back(),
        Command::BackToOwn => browser::scroll_to_top(),
        Command::CloseCatalogue => browser::close_dialog("catalogue"),
        Command::GoTo(spot) => browser::go_to(&["row-", &spot.to_attribute()].concat()),
        Command::Clear => browser::go_to("box"),
        Command::ChooseTheme(theme) => browser::set_theme(match theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }),
        Command::OpenNested(_) | Command::BackTo(_) => browser::scroll_to_top(),
        // A list that the choice was made in may still be there.
        Command::CompareWith(_) | Command::EndComparison if browser::has_lost_focus() => {
            browser::go_to("answer");
            browser::scroll_to_top();
        }
        Command::CompareWithAnother => browser::go_to("second"),
        Command::CompareWith(_)
        | Command::EndComparison
        | Command::SwapCompared
        | Command::ChooseToken(_)
        | Command::ShowTable(_)
        | Command::ShowExactText(_)
        | Command::Unfold(_)
        | Command::LookAt(_)
        | Command::Mask(_)
        | Command::HideValues
        | Command::Answer(_) => {}
    }
}

fn open_example(example: usize, origin: Origin, send: &Callback<Action>) {
    if let Some(example) = EXAMPLES.get(example) {
        let now = browser::now();
        send.emit(Action::Edited { text: example.text(now), origin, now });
    }
}

fn text_of(what: Copy, state: &State) -> Option<String> {
    let token: &Token = &state.shown()?.token;
    Some(match what {
        Copy::WholeToken => token.text.clone(),
        Copy::TokenWithoutSignature => link::text_without_signature(token),
        Copy::Part(part) => token.parts.get(part)?.text().into_owned(),
        Copy::Member { part, member } => {
            let part = token.parts.get(part)?;
            let value = &part.members().get(member)?.value;
            // The text that a string says; anything else as it is written.
            value.as_str().map_or_else(|| part.source(value.span).into_owned(), str::to_owned)
        }
        Copy::WholeLink => browser::address() + &link::whole(token),
        Copy::LinkWithoutSignature => browser::address() + &link::without_signature(token),
        Copy::Report => report(state),
        Copy::Markdown => report::markdown(state.shown()?, None, state.now),
        Copy::RedactedMarkdown => {
            let tokens = decode(&state.redacted()?.text).tokens;
            let context = Context { signature_left_out: true, claims_redacted: true, ..state.context() };
            let redacted = inspected(&Rc::new(tokens.into_iter().next()?), context);
            report::markdown(state.shown()?, Some(&redacted), state.now)
        }
        Copy::RedactedLink => browser::address() + &link::redacted(&state.redacted()?),
        Copy::RedactedToken => state.redacted()?.text,
        Copy::HeaderLine => state.shown()?.judgement.exposure.as_ref()?.header_line?.to_owned(),
        Copy::ProcessedClaims => state.shown()?.description.sd_jwt.as_ref()?.processed.clone(),
    })
}

/// For all tokens of the text.
fn report(state: &State) -> String {
    let inspection = Inspection {
        evaluated_at: state.now,
        tokens: state.reading.tokens.iter().map(|token| inspected(token, state.context())).collect::<Vec<_>>(),
        notes: state.reading.notes.clone(),
    };
    report::json(&inspection)
}
