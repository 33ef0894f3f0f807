//! How grave something is: a sign, a word and a colour, never the colour alone.

use inspect::Severity;

use super::element::{Element, element};

/// With the words that say what is so grave.
pub fn badge(severity: Severity, words: &str) -> Element {
    element("span")
        .class("severity")
        .with("data-severity", severity.id())
        .hold(element("span").with("aria-hidden", "true").say(sign(severity)))
        .text([" ", words].concat())
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
