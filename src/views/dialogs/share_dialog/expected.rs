//! What the service expects, beside the token: whether a link carries it, and what that is.

use inspect::display;
use share::link::LinkExpectations;
use yew::prelude::*;

use super::{LONGEST, ShareDialogProps, SharedToken};
use crate::state::Action;
use crate::views::glyphs::shown;

/// Nothing where nothing of it is written.
pub(super) fn choice(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    if props.expectations.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <label class="with-expected">
                <input
                    type="checkbox"
                    id="share-expected"
                    checked={props.sharing.has_expectations}
                    onchange={props.dispatch.on(Action::ExpectationsShareToggled)}
                />
                <span>{"With what the service expects "}<small>{"(issuer, audience, algorithms)"}</small></span>
            </label>
            if !shared.expectations.is_empty() && shared.length <= LONGEST {
                <p class="fine">{extent(props, &shared.expectations)}</p>
            }
        </section>
    }
}

/// "In the link: issuer. Not in the link: scopes, clock leeway."
fn extent(props: &ShareDialogProps, carried: &LinkExpectations) -> String {
    let LinkExpectations { issuers, audiences, algorithms } = carried;
    let named = [("issuer", issuers), ("audience", audiences), ("algorithms", algorithms)];
    let names: Vec<&str> = named.into_iter().filter(|(_, values)| !values.is_empty()).map(|(name, _)| name).collect();
    match &*props.left_by_link {
        [] => format!("In the link: {}.", names.join(", ")),
        left => format!("In the link: {}. Not in the link: {}.", names.join(", "), left.join(", ")),
    }
}

/// In the preview: each value as text.
pub(super) fn carried(shared: &SharedToken) -> Html {
    if shared.length > LONGEST {
        return Html::default();
    }
    let LinkExpectations { issuers, audiences, algorithms } = &shared.expectations;
    let named = [("Expected issuer", issuers), ("Expected audience", audiences), ("Expected algorithm", algorithms)];
    html! {
        if !shared.expectations.is_empty() {
            <dl class="carried">
                for (name, values) in named.into_iter().filter(|(_, values)| !values.is_empty()) {
                    <dt>{name}</dt>
                    for value in values {
                        <dd><code>{shown(value)}</code></dd>
                    }
                }
            </dl>
        }
    }
}

/// What was chosen, and does not go along.
pub(super) fn left_out(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    if !props.sharing.has_expectations || props.expectations.is_empty() {
        return Html::default();
    }
    if shared.length > LONGEST {
        return html! { <p class="fine">{"Only a link carries what the service expects."}</p> };
    }
    let count = props.expectations.count().saturating_sub(shared.expectations.count());
    html! {
        if count > 0 {
            <p class="fine">
                {format!("{} left out: ", display::counted(count, "expectation"))}
                {"what is masked, what looks like a token, a key or a secret, and what is too long goes into no link."}
            </p>
        }
    }
}
