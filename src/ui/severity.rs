//! How grave something is: a sign, a word and a colour, never the colour alone.

use jwt_inspector::inspect::rules::Severity;
use yew::prelude::*;

pub fn badge(severity: Severity) -> Html {
    html! {
        <span class="severity" data-severity={severity.id()}>
            <span aria-hidden="true">{ sign(severity) }</span>
            { " " }
            { severity.name() }
        </span>
    }
}

/// Told apart by their shapes.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "▲",
        Severity::Notice => "○",
        Severity::Info => "·",
    }
}
