//! The line below the box as long as a text that was cleared or replaced can come back. It is read aloud.

use yew::prelude::*;

use crate::browser::time::now;
use crate::state::kept::{Departure, Kept};
use crate::state::{Action, Dispatch};

pub fn kept_line(kept: Option<&Kept>, dispatch: &Dispatch) -> Html {
    html! { <p class="kept" role="status">{for kept.map(|kept| way_back(kept, dispatch))}</p> }
}

fn way_back(kept: &Kept, dispatch: &Dispatch) -> Html {
    let (what, words) = match kept.departure {
        Departure::Cleared => (Some("Cleared. "), "Undo"),
        Departure::Replaced => (Some("Replaced. "), "Back to your text"),
        Departure::Example | Departure::ExampleLeft => (None, "Back to your own text"),
    };
    let onclick = dispatch.from(|_: MouseEvent| Some(Action::UndoWanted { now: now() }));
    html! { <>{what}<button class="link" id="undo" {onclick}>{words}</button></> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;
    use crate::state::kept::KEPT_SECONDS;
    use crate::state::paste::Origin;
    use crate::views::testing::{NOW, dispatch, markup, state, token};

    fn said(state: &State) -> String {
        let markup = markup(kept_line(state.kept.as_ref(), &dispatch())).replace('\n', "");
        markup.replace("<p role=\"status\" class=\"kept\">", "").replace("</p>", "")
    }

    const UNDO: &str = r#"Cleared. <button id="undo" class="link">Undo</button>"#;
    const TO_YOUR_TEXT: &str = r#"Replaced. <button id="undo" class="link">Back to your text</button>"#;
    const TO_YOUR_OWN: &str = r#"<button id="undo" class="link">Back to your own text</button>"#;

    #[test]
    fn says_what_happened_and_leads_back() {
        let own = token(r#"{"alg":"HS256"}"#, r#"{"sub":"own"}"#, 32);
        let mut state = state(&own);
        assert_eq!(said(&state), "");
        state.reduce(Action::Cleared { now: NOW });
        assert_eq!(said(&state), UNDO);
        state.reduce(Action::UndoWanted { now: NOW + 1 });
        assert_eq!((said(&state), &*state.paste.text), (String::new(), &*own));
        state.reduce(Action::Edited { text: "another".to_owned(), origin: Origin::Pasted, now: NOW + 2 });
        assert_eq!(said(&state), TO_YOUR_TEXT);
        state.reduce(Action::ExampleChosen { example: 0, now: NOW + 3 });
        assert_eq!(said(&state), TO_YOUR_OWN);
        state.reduce(Action::Cleared { now: NOW + 4 });
        assert_eq!(said(&state), TO_YOUR_OWN, "not to the example");
        state.reduce(Action::Ticked(NOW + 4 + KEPT_SECONDS));
        assert_eq!(said(&state), "");
    }

    #[test]
    fn shows_nothing_of_the_text() {
        let mut state = state(&token(r#"{"alg":"HS256"}"#, r#"{"sub":"own"}"#, 32));
        state.reduce(Action::Cleared { now: NOW });
        let page = markup(crate::views::screen(&state, &dispatch()));
        assert!(page.contains("Undo") && !page.contains("eyJzdWIi"), "{page}");
    }
}
