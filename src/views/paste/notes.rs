//! What is to be said of the paste as a whole: where it came from, and what was done to it.

use decode::{Repair, Role};
use inspect::display::counted;
use inspect::masked;
use inspect::time::{instants, numeric_date};
use inspect::validity::Status;
use inspection::{Inspected, Judgement};
use yew::prelude::*;

use crate::state::paste::{GivenFile, Origin};
use crate::state::{Dispatch, State};
use crate::views::expect::from_link::from_link;
use crate::views::glyphs::{prose, size};

const LEAKED: &str = "The address of this page holds a token before its #. The server has already seen that one, so \
    treat it as leaked. It was not read here.";

/// Where the token came from, and whether it was changed before it was shared. Shown above the answer.
pub fn provenance(state: &State, dispatch: &Dispatch) -> Html {
    let masked = state.shown().filter(|_| state.paste.claims_redacted).map_or(0, |shown| masked::count(&shown.token));
    html! {
        <ul class="notes provenance">
            if state.paste.token_in_query {
                {warning(LEAKED)}
            }
            if masked > 0 {
                {note(&format!("Redacted by the sender, as the link says: {} in it.", counted(masked, "value")))}
            }
            if state.paste.origin == Origin::Link {
                {note("This token came from the link you opened; it is still in this browser's history.")}
                {from_link(state, dispatch)}
            }
        </ul>
    }
}

pub fn notes(state: &State) -> Html {
    let inspected = state.answer.inspected.as_ref();
    let repairs: &[Repair] = inspected.map(|inspected| &*inspected.token.repairs).unwrap_or_default();
    // Examples are no credentials.
    let caution = state.shown().filter(|_| state.paste.origin != Origin::Example).and_then(|shown| caution(shown));
    // Beside a token: what the text is, if the token is but a part of it.
    let remarks = state.paste.reading.notes.iter().filter(|_| inspected.is_some());
    let tokens = state.paste.reading.groups.len();
    html! {
        <ul class="notes">
            if let Some(caution) = caution {
                {warning(&caution)}
            }
            if let Origin::File(file) = &state.paste.origin {
                {of_file(file)}
            }
            if let Some(position) = state.paste.stopped_at {
                {stopped(position, state.paste.text.len())}
            }
            {for remarks.map(|remark| note(&remark.message))}
            {for repairs.iter().map(|repair| repaired(repair, tokens))}
        </ul>
    }
}

/// What was done to read the token. Of the text around it, the page says how many tokens it holds.
fn repaired(repair: &Repair, tokens: usize) -> Html {
    match repair.id {
        "surrounding-text" => note(&format!("Found {} in the text.", counted(tokens, "token"))),
        _ => note(&repair.message),
    }
}

fn note(sentence: &str) -> Html {
    html! { <li>{prose(sentence)}</li> }
}

fn warning(sentence: &str) -> Html {
    html! { <li data-severity="warning"><span aria-hidden="true">{"▲ "}</span>{sentence.to_owned()}</li> }
}

/// A warning beside a token that may still work.
fn caution(shown: &Inspected) -> Option<String> {
    let Inspected { token, judgement: Judgement { validity, .. }, .. } = shown;
    let is_encrypted = token.part(Role::Ciphertext).is_some_and(|part| !part.span.is_empty());
    if validity.status == Status::Expired || !token.has_signature() && !is_encrypted {
        return None;
    }
    // A time in another unit tells nothing of when it ends.
    let until = validity.expires_at.filter(|at| numeric_date::is_sensible(*at));
    let until = until.map(|at| format!(" until {}", instants::day_and_time(at))).unwrap_or_default();
    Some(format!("This token may still work: treat it like a password{until}."))
}

fn stopped(position: usize, whole: usize) -> Html {
    warning(&format!("Reading was stopped: only the first {} of {} were read.", size(position), size(whole)))
}

fn of_file(file: &GivenFile) -> Html {
    html! {
        <>
            if file.whole.is_some() {
                {note(&format!("The file has {}: only its tokens and the text around them are kept.", size(file.size)))}
            }
            if file.is_full {
                {warning("It holds more tokens than can be kept: later ones are left out.")}
            }
            if let Some(position) = file.stopped_at {
                {stopped(position, file.size)}
            }
            if file.is_lossy {
                {note("The file is not UTF-8 throughout. Unreadable bytes are shown as �.")}
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{NOW, dispatch, markup, state, token};

    fn is_cautious(header: &str, payload: &str, signature_bytes: usize) -> bool {
        markup(notes(&state(&token(header, payload, signature_bytes)))).contains("treat it like a password")
    }

    #[test]
    fn caution_beside_what_may_still_work() {
        let lasting = format!(r#"{{"exp":{}}}"#, NOW + 60);
        assert!(is_cautious(r#"{"alg":"HS256"}"#, &lasting, 32));
        assert!(is_cautious(r#"{"alg":"HS256"}"#, "{}", 32));
        let said = markup(notes(&state(&token(r#"{"alg":"HS256"}"#, &lasting, 32))));
        assert!(said.contains("like a password until 23 Nov 2026, 15:01:00 UTC."), "{said}");
    }

    #[test]
    fn says_how_many_tokens_the_text_holds() {
        let one = token(r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#, 32);
        let two = token(r#"{"alg":"HS256"}"#, r#"{"sub":"2"}"#, 32);
        let said = |text: &str| markup(notes(&state(text)));
        assert!(said(&format!("The first is {one} and no other.")).contains("<li>Found 1 token in the text.</li>"));
        assert!(said(&format!("First {one} then {two}.")).contains("<li>Found 2 tokens in the text.</li>"));
        assert!(!said(&one).contains("Found"));
    }

    #[test]
    fn where_it_came_from_is_said_apart() {
        let text = token(r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#, 32);
        let mut state = state("");
        state.reduce(crate::state::Action::LinkOpened {
            text,
            signature_left_out: false,
            claims_redacted: false,
            expectations: Default::default(),
            now: NOW,
        });
        let (before, after) = (markup(provenance(&state, &dispatch())), markup(notes(&state)));
        assert!(before.contains("came from the link") && !after.contains("came from the link"), "{before}{after}");
    }

    #[test]
    fn no_caution_beside_what_cannot() {
        assert!(!is_cautious(r#"{"alg":"HS256"}"#, r#"{"exp":1}"#, 32));
        assert!(!is_cautious(r#"{"alg":"none"}"#, "{}", 0));
    }
}
