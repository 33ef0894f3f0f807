//! The page before anything was pasted: what it takes, what a token is, where to find one, and what the page promises.

use yew::prelude::*;

use super::three_parts::three_parts;
use crate::browser::time::now;
use crate::state::examples::{EXAMPLES, OFFERED_FIRST};
use crate::state::{Action, Dispatch};
use crate::views::glyphs::{prose, prose_with};

const SENTENCE: &str = "Paste anything that holds a token. See `what it says`, `what that means now` and `what nobody \
    has verified`.";
const PROMISE: &str = "The token stays in this tab. The policy of this page forbids it to load, fetch or submit \
    anything, and nothing is stored. ";

/// Where people find tokens.
const PLACES: [(&str, &str); 5] = [
    ("In a browser", "Developer tools, Network, a request: Copy as cURL, or save all as a HAR file"),
    ("In a request", "The header `Authorization: Bearer eyJ…`, or a cookie"),
    ("In a sign-in answer", "`access_token` and `id_token` in its JSON, or after `#` in the address"),
    ("In a log", "Paste whole lines, wrapped, quoted or truncated: every token in them is found"),
    ("In a link", "An address of this page that ends in `#token=…`"),
];

pub fn empty(dispatch: &Dispatch) -> Html {
    html! {
        <div class="empty">
            <p class="sentence">{prose_with("b", SENTENCE)}</p>
            <p class="fine">
                {PROMISE}
                <button class="link" onclick={dispatch.on(Action::HowToCheckWanted)}>{"How to check"}</button>
            </p>
            {three_parts()}
            <section class="panel" aria-labelledby="places-title">
                <header><h2 id="places-title">{"Where to find a token"}</h2></header>
                <dl class="places">
                    for (place, how) in PLACES {
                        <div><dt>{place}</dt><dd>{prose(how)}</dd></div>
                    }
                </dl>
            </section>
            <p class="cluster">
                <span class="fine">{"Or try"}</span>
                {for OFFERED_FIRST.iter().map(|position| example(*position, dispatch))}
            </p>
        </div>
    }
}

/// What a keyboard and a mouse can do beside the buttons: not said where there are none.
pub fn ways_to_paste() -> Html {
    html! {
        <span class="fine with-mouse">{prose_with("kbd", "`Ctrl` `V` anywhere on this page, or drop a file")}</span>
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
                <p class="fine">The token stays in this tab. The policy of this page forbids it to load, fetch or submit anything, and nothing is stored. <button class="link">How to check</button>
                </p>
                <section aria-label="The three parts of a token" class="three-parts">
                <div data-role="header">
                <h2>Header</h2>
                <code class="written">eyJhbGciOiJSUzI1NiIsImtpZCI6IjdjOWQ0YSJ9</code>
                <code>{"alg":"RS256","kid":"7c9d4a"}</code>
                <p>How it was signed, and with which key.</p>
                </div>
                <div data-role="payload">
                <h2>Claims</h2>
                <code class="written">eyJpc3MiOiJsb2dpbi5leGFtcGxlLmNvbSIsInN1YiI6ImdyYWNlIiwiYXVkIjoib3JkZXJzIiwiZXhwIjoxNzk1ODI2Mjc5fQ</code>
                <code>{"iss":"login.example.com","sub":"grace","aud":"orders","exp":1795826279}</code>
                <p>Whom it is about, whom it is for, and until when. Anyone can read this, and anyone could have written it.</p>
                </div>
                <div data-role="signature">
                <h2>Signature</h2>
                <code class="written">bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGj…</code>
                <code>256 bytes</code>
                <p>Made with the issuer’s key. Only a check with that key tells who wrote the rest.</p>
                </div>
                </section>
                <section aria-labelledby="places-title" class="panel">
                <header>
                <h2 id="places-title">Where to find a token</h2>
                </header>
                <dl class="places">
                <div>
                <dt>In a browser</dt>
                <dd>Developer tools, Network, a request: Copy as cURL, or save all as a HAR file</dd>
                </div>
                <div>
                <dt>In a request</dt>
                <dd>The header <code>Authorization: Bearer eyJ…</code>, or a cookie</dd>
                </div>
                <div>
                <dt>In a sign-in answer</dt>
                <dd>
                <code>access_token</code> and <code>id_token</code> in its JSON, or after <code>#</code> in the address</dd>
                </div>
                <div>
                <dt>In a log</dt>
                <dd>Paste whole lines, wrapped, quoted or truncated: every token in them is found</dd>
                </div>
                <div>
                <dt>In a link</dt>
                <dd>An address of this page that ends in <code>#token=…</code>
                </dd>
                </div>
                </dl>
                </section>
                <p class="cluster">
                <span class="fine">Or try</span>
                <button>Expired ID token</button>
                <button>Active access token</button>
                <button>Token response</button>
                <button>Damaged token</button>
                <button>Unsecured token</button>
                </p>
                </div>"#]],
        );
    }
}
