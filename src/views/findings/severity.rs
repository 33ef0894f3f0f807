//! How grave something is: a sign, a word and a colour, never the colour alone.

use inspect::Severity;
use yew::prelude::*;

/// With the words that say what is so grave.
pub fn badge(severity: Severity, words: &str) -> Html {
    html! {
        <span class="severity" data-severity={severity.id()}>
            <span aria-hidden="true">{sign(severity)}</span>
            {format!(" {words}")}
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
