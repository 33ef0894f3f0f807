//! The page before anything was pasted: what it takes, how, and what it promises.

use yew::prelude::*;

use crate::browser::time::now;
use crate::state::examples::{EXAMPLES, OFFERED_FIRST};
use crate::state::{Action, Dispatch};
use crate::views::glyphs::{prose, prose_with};

const SENTENCE: &str = "Paste anything that holds a token. See `what it says`, `what that means now` and `what nobody \
    has verified`.";
const WHAT: &str = "A token by itself, or the text around it: an `Authorization` header, a cookie, a curl command, a \
    token response, a log, a HAR file. Wrapped, quoted or cut is fine.";
const PROMISE: &str = "The token stays in this tab. The policy of this page forbids it to load, fetch or submit anything, \
    and nothing is stored. ";

pub fn empty(dispatch: &Dispatch) -> Html {
    html! {
        <div class="empty">
            <p class="sentence">{prose_with("b", SENTENCE)}</p>
            <dl>
                <dt>{"What"}</dt>
                <dd>{prose(WHAT)}</dd>
                <dt>{"How"}</dt>
                <dd>
                    {prose_with("kbd", "`Ctrl` `V` anywhere on this page. Or drop a file, or ")}
                    <button class="link" onclick={dispatch.on(Action::FileWanted)}>{"choose one"}</button>
                    {prose(". Or open a link that ends in `#token=…`.")}
                </dd>
                <dt>{"Promise"}</dt>
                <dd>
                    {PROMISE}
                    <button class="link" onclick={dispatch.on(Action::HowToCheckWanted)}>{"How to check"}</button>
                </dd>
                <dt>{"Try"}</dt>
                <dd class="cluster">
                    {for OFFERED_FIRST.iter().map(|position| example(*position, dispatch))}
                </dd>
            </dl>
        </div>
    }
}

/// A button that opens the example at this position.
pub fn example(position: usize, dispatch: &Dispatch) -> Html {
    let name = EXAMPLES.get(position).map_or("", |example| example.name);
    let onclick = dispatch.from(move |_: MouseEvent| Some(Action::ExampleChosen { example: position, now: now() }));
    html! { <button {onclick}>{name}</button> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch};
    use expect_test::expect;

    #[test]
    fn teaches_what_how_and_why() {
        check(
            empty(&dispatch()),
            expect![[r#"
                <div class="empty">
                <p class="sentence">Paste anything that holds a token. See <b>what it says</b>, <b>what that means now</b> and <b>what nobody has verified</b>.</p>
                <dl>
                <dt>What</dt>
                <dd>A token by itself, or the text around it: an <code>Authorization</code> header, a cookie, a curl command, a token response, a log, a HAR file. Wrapped, quoted or cut is fine.</dd>
                <dt>How</dt>
                <dd>
                <kbd>Ctrl</kbd> <kbd>V</kbd> anywhere on this page. Or drop a file, or <button class="link">choose one</button>. Or open a link that ends in <code>#token=…</code>.</dd>
                <dt>Promise</dt>
                <dd>The token stays in this tab. The policy of this page forbids it to load, fetch or submit anything, and nothing is stored. <button class="link">How to check</button>
                </dd>
                <dt>Try</dt>
                <dd class="cluster">
                <button>Expired ID token</button>
                <button>Active access token</button>
                <button>Token response</button>
                <button>Damaged token</button>
                <button>Unsecured token</button>
                </dd>
                </dl>
                </div>"#]],
        );
    }
}
