//! The page before anything was pasted: what it takes, how, and what it promises.

use yew::prelude::*;

use super::commands::Command;
use super::examples::{EXAMPLES, OFFERED_FIRST};

pub fn empty() -> Html {
    html! {
        <div class="empty">
            <p class="sentence">
                { "Paste anything that holds a token. See " }
                <b>{ "what it says" }</b>
                { ", " }
                <b>{ "what that means now" }</b>
                { " and " }
                <b>{ "what nobody has verified" }</b>
                { "." }
            </p>
            <dl>
                <dt>{ "What" }</dt>
                <dd>
                    { "A token by itself, or the text around it: an " }
                    <code>{ "Authorization" }</code>
                    { " header, a cookie, a curl command, a token response, a log, a HAR file. Wrapped, quoted or cut is fine." }
                </dd>
                <dt>{ "How" }</dt>
                <dd>
                    <kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "V" }</kbd>
                    { " anywhere on this page. Or drop a file, or " }
                    <button class="link" data-do={Command::ChooseFile.to_attribute()}>{ "choose one" }</button>
                    { ". Or open a link that ends in " }
                    <code>{ "#token=…" }</code>
                    { "." }
                </dd>
                <dt>{ "Promise" }</dt>
                <dd>
                    { "The token stays in this tab. Your browser forbids this page to connect to anything, and nothing is stored. " }
                    <button class="link" data-do={Command::ShowHowToCheck.to_attribute()}>{ "How to check" }</button>
                </dd>
                <dt>{ "Try" }</dt>
                <dd class="cluster">
                    for position in OFFERED_FIRST {
                        <button data-do={Command::OpenExample(position).to_attribute()}>
                            { EXAMPLES.get(position).map_or("", |example| example.name) }
                        </button>
                    }
                </dd>
            </dl>
        </div>
    }
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
