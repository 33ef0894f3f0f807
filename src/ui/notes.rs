//! What is to be said of the paste as a whole: where it came from, and what was done to it.

use decode::{Repair, Role};
use inspect::display::counted;
use inspect::validity::Status;
use inspect::{calendar, masked};
use inspection::{Inspected, Judgement};
use yew::prelude::*;

use super::app::{FILE_LIMIT, Origin, State};
use super::element::{Element, element};
use super::glyphs::{prose, size};

const LEAKED: &str = "The address of this page holds a token before its #. The server has already seen that one, so treat \
    it as leaked. It was not read here.";

pub fn notes(state: &State) -> Html {
    let repairs: &[Repair] = state.inspected.as_ref().map(|inspected| &*inspected.token.repairs).unwrap_or_default();
    // Examples are no credentials.
    let caution = state.shown().filter(|_| state.origin != Origin::Example).and_then(caution);
    let notes = element("ul")
        .class("notes")
        .when(state.token_in_query, |notes| notes.hold(warning(LEAKED.to_owned())))
        .when_some(caution, |notes, caution| notes.hold(warning(caution)));
    // Beside a token: what the text is, if the token is but a part of it.
    let kind = state.reading.notes.iter().filter(|_| state.inspected.is_some()).map(|remark| note(&remark.message));
    let masked = state.shown().filter(|_| state.claims_redacted).map_or(0, |shown| masked::count(&shown.token));
    let notes = notes.when(masked > 0, |notes| {
        let values = counted(masked, "value");
        notes.hold(note(&["Redacted by the sender, as the link says: ", &values, " in it."].concat()))
    });
    of_origin(notes, &state.origin).hold_all(kind).hold_all(repairs.iter().map(|repair| note(&repair.message))).node()
}

fn note(sentence: &str) -> Element {
    element("li").hold(prose(sentence))
}

fn warning(sentence: String) -> Element {
    let sign = element("span").with("aria-hidden", "true").say("▲ ");
    element("li").with("data-severity", "warning").hold(sign).text(sentence)
}

/// Beside what may be used by whoever sees it.
fn caution(shown: &Inspected) -> Option<String> {
    let Inspected { token, judgement: Judgement { validity, .. }, .. } = shown;
    let is_encrypted = token.part(Role::Ciphertext).is_some_and(|part| !part.span.is_empty());
    if validity.status == Status::Expired || !token.has_signature() && !is_encrypted {
        return None;
    }
    let until = validity.expires_at.map(|at| [" until ", &calendar::day_and_time(at)].concat()).unwrap_or_default();
    Some(["This token may still work: treat it like a password", &until, "."].concat())
}

fn of_origin(notes: Element, origin: &Origin) -> Element {
    match origin {
        Origin::Link => {
            notes.hold(note("This token came from the link you opened; it is still in this browser's history."))
        }
        Origin::File(file) => notes
            .when(file.cut, |notes| {
                let limit = size(FILE_LIMIT);
                notes.hold(note(&["The file is larger than ", &limit, ": only its beginning was read."].concat()))
            })
            .when(file.lossy, |notes| {
                notes.hold(note("The file is not UTF-8 throughout. Each byte that is not was replaced by U+FFFD."))
            }),
        _ => notes,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, markup, state, token};
    use super::*;

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
    fn no_caution_beside_what_cannot() {
        assert!(!is_cautious(r#"{"alg":"HS256"}"#, r#"{"exp":1}"#, 32));
        assert!(!is_cautious(r#"{"alg":"none"}"#, "{}", 0));
    }
}
