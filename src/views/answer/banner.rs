//! The banner beside every token, which cannot be dismissed: decoded is not verified.

use inspection::Inspected;
use yew::prelude::*;

use crate::state::checking::is_checkable;
use crate::state::{Action, Dispatch, State};
use crate::views::check::outcome::CheckOutcome;

/// On a narrow page only the first word is seen.
const CHECK: &str = "Check the signature…";

pub fn banner(state: &State, shown: &Inspected, dispatch: &Dispatch) -> Html {
    let is_encrypted = shown.token.format.is_encrypted();
    let (title, sentence) = CheckOutcome::of(state).banner(is_encrypted);
    html! {
        <div class="banner">
            <h2>{title}</h2>
            <p>{sentence}</p>
            if state.has_outline() && is_checkable(&shown.token) {
                <button aria-label={(!is_encrypted).then_some(CHECK)} onclick={dispatch.on(Action::CheckWanted)}>
                    if is_encrypted {
                        {"Decrypt…"}
                    } else {
                        {"Check"}<span>{" the signature"}</span>{"…"}
                    }
                </button>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, markup, state, token};
    use expect_test::expect;

    fn of(text: &str) -> Html {
        let state = state(text);
        banner(&state, state.shown().expect("a token"), &dispatch())
    }

    #[test]
    fn is_there_with_a_token() {
        check(
            of(&token(r#"{"alg":"HS256"}"#, "{}", 32)),
            expect![[r#"
                <div class="banner">
                <h2>Decoded, not verified</h2>
                <p>Anyone could have written this. The signature was not checked.</p>
                <button aria-label="Check the signature…">Check<span> the signature</span>…</button>
                </div>"#]],
        );
    }

    #[test]
    fn is_there_only_with_a_token() {
        for (text, is_there) in [("", false), ("hello", false), ("eyJhbGciOiJub25lIn0.e30.", true)] {
            let page = markup(crate::views::screen(&state(text), &dispatch()));
            assert_eq!(page.contains("Decoded, not verified</h2>"), is_there, "{text}");
        }
    }

    #[test]
    fn claims_that_could_be_read_are_not_called_unreadable() {
        let page =
            |claims: &str| markup(crate::views::screen(&state(&token(r#"{"alg":"HS256"}"#, claims, 32)), &dispatch()));
        let some = page(r#"{"sub":"1","role":"reader",'exp':1"#);
        assert!(some.contains("no exp could be read") && !some.contains("its claims could not be read"), "{some}");
        assert!(page("{").contains("its claims could not be read"));
    }

    #[test]
    fn says_nothing_of_a_signature_where_all_is_encrypted() {
        let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
        let markup = markup(of(&text));
        assert!(markup.contains("Nothing was decrypted") && !markup.contains("signature"), "{markup}");
    }
}
