//! The page before anything was pasted: what it takes, how, and what it promises.

use yew::prelude::*;

use super::commands::Command;
use super::element::{button, element, link};
use super::examples::{EXAMPLES, OFFERED_FIRST};
use super::glyphs::{prose, prose_with};

const SENTENCE: &str = "Paste anything that holds a token. See `what it says`, `what that means now` and `what nobody \
    has verified`.";
const WHAT: &str = "A token by itself, or the text around it: an `Authorization` header, a cookie, a curl command, a \
    token response, a log, a HAR file. Wrapped, quoted or cut is fine.";
const PROMISE: &str = "The token stays in this tab. Your browser forbids this page to connect to anything, and nothing \
    is stored. ";

pub fn empty() -> Html {
    let how = element("dd")
        .hold(prose_with("kbd", "`Ctrl` `V` anywhere on this page. Or drop a file, or "))
        .hold(link(Command::ChooseFile, "choose one"))
        .hold(prose(". Or open a link that ends in `#token=…`."));
    let examples = OFFERED_FIRST.iter().map(|position| {
        button(Command::OpenExample(*position), EXAMPLES.get(*position).map_or("", |example| example.name))
    });
    let facts = element("dl")
        .fact("What", element("dd").hold(prose(WHAT)))
        .fact("How", how)
        .fact("Promise", element("dd").say(PROMISE).hold(link(Command::ShowHowToCheck, "How to check")))
        .fact("Try", element("dd").class("cluster").hold_all(examples));
    element("div")
        .class("empty")
        .hold(element("p").class("sentence").hold(prose_with("b", SENTENCE)))
        .hold(facts)
        .node()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::*;
    use expect_test::expect;

    #[test]
    fn teaches_what_how_and_why() {
        check(
            empty(),
            expect![[r#"
            <div class="empty">
            <p class="sentence">Paste anything that holds a token. See <b>what it says</b>, <b>what that means now</b> and <b>what nobody has verified</b>.</p>
            <dl>
            <dt>What</dt>
            <dd>A token by itself, or the text around it: an <code>Authorization</code> header, a cookie, a curl command, a token response, a log, a HAR file. Wrapped, quoted or cut is fine.</dd>
            <dt>How</dt>
            <dd>
            <kbd>Ctrl</kbd> <kbd>V</kbd> anywhere on this page. Or drop a file, or <button data-do="choose-file" class="link">choose one</button>. Or open a link that ends in <code>#token=…</code>.</dd>
            <dt>Promise</dt>
            <dd>The token stays in this tab. Your browser forbids this page to connect to anything, and nothing is stored. <button data-do="how-to-check" class="link">How to check</button>
            </dd>
            <dt>Try</dt>
            <dd class="cluster">
            <button data-do="example:0">Expired ID token</button>
            <button data-do="example:1">Active access token</button>
            <button data-do="example:2">Token response</button>
            <button data-do="example:3">Damaged token</button>
            <button data-do="example:4">Unsecured token</button>
            </dd>
            </dl>
            </div>"#]],
        );
    }
}
