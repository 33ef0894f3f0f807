//! The whole page, from top to bottom.

use std::rc::Rc;

use yew::prelude::*;

use super::columns::{pasted, pasted_below};
use super::footer::footer;
use super::toolbar::Toolbar;
use crate::browser::files;
use crate::state::columns::Columns;
use crate::state::paste::Loading;
use crate::state::{Action, Dialog, Dispatch, State, Toast};
use crate::views::answer::answer::answer;
use crate::views::answer::banner::banner;
use crate::views::answer::verdict_words::status_word;
use crate::views::check::outcome::CheckOutcome;
use crate::views::check::{use_as_key, waiting_key};
use crate::views::compare;
use crate::views::dialogs::catalogue::Catalogue;
use crate::views::dialogs::keys_dialog::KeysDialog;
use crate::views::dialogs::share_dialog::ShareDialog;
use crate::views::expect::left_by_link;
use crate::views::glyphs::{mark, shown};
use crate::views::guide::guide;
use crate::views::guide::tried::tried;
use crate::views::outline::bar::bar;
use crate::views::paste::empty::empty;
use crate::views::paste::switcher::switcher;
use crate::views::paste::tokenless::tokenless;
use crate::views::tokens::back_to_tokens;

pub fn screen(state: &State, dispatch: &Dispatch) -> Html {
    // A dialog says itself what its buttons did.
    let toast = state.toast.filter(|_| state.open_dialog.is_none());
    html! {
        <>
            <Toolbar has_text={!state.paste.text.is_empty()} theme={state.settings.theme} dispatch={dispatch.clone()} />
            {main(state, dispatch)}
            {guide(state, dispatch)}
            {footer(&state.settings.address, dispatch)}
            if let Some(shown) = state.shown().filter(|_| state.columns == Columns::One && state.has_outline()) {
                {bar(state, shown, dispatch)}
            }
            if let Some(shown) = state.shown() {
                <ShareDialog
                    is_open={state.open_dialog == Some(Dialog::Share)}
                    {shown}
                    sharing={state.sharing.clone()}
                    expectations={state.expectations_for_link()}
                    left_by_link={left_by_link(&state.expecting)}
                    is_one_of_several={state.paste.reading.groups.len() > 1}
                    toast={state.toast}
                    address={Rc::clone(&state.settings.address)}
                    dispatch={dispatch.clone()}
                />
            }
            <Catalogue
                is_open={state.open_dialog == Some(Dialog::Catalogue)}
                catalogue={state.catalogue.clone()}
                toast={state.toast}
                dispatch={dispatch.clone()}
            />
            <KeysDialog has_no_single_keys={state.settings.has_no_single_keys} dispatch={dispatch.clone()} />
            {file_field(dispatch)}
            if state.is_dragged_over {
                <p class="drop-here" aria-hidden="true">{"Drop the file to read it"}</p>
            }
            <p class="toast" role="status" data-shown={mark(toast.is_some())}>{toast.map(Toast::message)}</p>
            // Read aloud whenever it changes.
            <p class="unseen" role="status">{announcement(state)}</p>
        </>
    }
}

fn main(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <main
            data-has-token={mark(state.answer.inspected.is_some())}
            data-box-in-use={mark(state.paste.is_box_in_use())}
            data-tokens={state.shows_table().then_some(if state.table.is_left { "left" } else { "shown" })}
            data-hides-values={mark(state.settings.hides_values)}
            data-prints-token={mark(state.prints_token)}
            hidden={state.guide.is_open}
        >
            {pasted(state, dispatch)}
            {said(state, dispatch)}
            {pasted_below(state, dispatch)}
        </main>
    }
}

fn file_field(dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| files::take_chosen(&event, &dispatch)
    };
    html! { <input hidden=true type="file" id="file" aria-label="File" {onchange} /> }
}

fn said(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <section class="answer" aria-label="What it says">
            {tried(state, dispatch)}
            {back_to_tokens(state, dispatch)}
            if state.paste.reading.has_tabs() {
                <div class="switching">
                    {switcher(state, dispatch)}
                    {compare::offer(state, dispatch)}
                </div>
            }
            if let Some(shown) = state.shown() {
                {banner(state, shown, dispatch)}
            }
            {what_it_says(state, dispatch)}
        </section>
    }
}

fn what_it_says(state: &State, dispatch: &Dispatch) -> Html {
    if let Some(comparing) = &state.comparing {
        return compare::side_by_side(state, comparing, dispatch);
    }
    if let Some(Loading { name, read, size }) = &state.paste.loading {
        return progress(Some(name), *read, *size, dispatch);
    }
    match (state.paste.read_so_far, state.shown()) {
        (Some(position), _) => progress(None, position, state.paste.text.len(), dispatch),
        (None, Some(inspected)) => answer(state, inspected, dispatch),
        (None, None) if state.paste.text.trim().is_empty() => {
            html! { <>{waiting_key(&state.checking, dispatch)}{empty(dispatch)}</> }
        }
        (None, None) => html! { <>{use_as_key(state, dispatch)}{tokenless(&state.paste, state.clock.now)}</> },
    }
}

/// How far a long text or a file was read.
fn progress(name: Option<&str>, read: usize, size: usize, dispatch: &Dispatch) -> Html {
    let percent = read / (size / 100).max(1);
    html! {
        <p class="sentence progress">
            <span>
                {"Reading"}
                if let Some(name) = name {
                    {" "}<code>{shown(name)}</code>
                }
                {format!("… {percent} %")}
            </span>
            {" "}
            <button onclick={dispatch.on(Action::ReadingStopped)}>{"Stop"}</button>
        </p>
    }
}

/// For those who listen: changes only when the token or its status does.
fn announcement(state: &State) -> String {
    if let Some(comparison) = state.comparing.as_ref().and_then(|comparing| comparing.comparison.as_ref()) {
        return compare::announcement(comparison);
    }
    let Some(inspected) = state.shown() else {
        let note = state.paste.reading.notes.first().filter(|_| !state.paste.text.is_empty());
        // Back quotes are not read aloud.
        return note.map_or_else(String::new, |note| note.message.replace('`', ""));
    };
    let status = status_word(inspected.judgement.validity.status);
    let checked = CheckOutcome::of(state).announcement(inspected.token.format.is_encrypted());
    let checked = checked.as_deref().unwrap_or("Decoded, not verified.");
    format!("{}: {status}. {checked}", inspected.description.profile.kind.name())
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;
    use crate::views::testing::{dispatch, exact_markup, zone};

    /// The built page holds this as markup, so that something is seen before the app has arrived.
    #[test]
    fn the_page_before_the_app_is_the_empty_one() {
        let state = State::new(0, zone());
        let toolbar = html! { <Toolbar has_text=false theme={state.settings.theme} dispatch={dispatch()} /> };
        let empty = html! { <>{toolbar}{main(&state, &dispatch())}</> };
        expect_file!["../../boot/empty_page.html"].assert_eq(&(exact_markup(empty) + "\n"));
    }
}
