//! Every finding there is, with why it matters and what to do: what docs/FINDINGS.md says, inside the page.

use inspect::Severity;
use rules::{RULES, Rule};
use yew::prelude::*;

use super::commands::Command;
use super::element::{Element, button, element};
use super::glyphs::{prose, short_reference};
use super::severity::badge;

/// Written out only while it is open: it is long.
pub fn catalogue(is_open: bool) -> Html {
    let header = element("header")
        .hold(element("h2").with("id", "catalogue-title").say("All findings"))
        .hold(button(Command::CloseCatalogue, "Close"));
    let dialog = element("dialog")
        .class("catalogue")
        .with("id", "catalogue")
        .with("aria-labelledby", "catalogue-title")
        .hold(header);
    let entries = |dialog: Element| {
        [Severity::Error, Severity::Warning, Severity::Notice, Severity::Info].into_iter().fold(
            dialog,
            |dialog, severity| {
                let rules = RULES.iter().filter(move |rule| rule.severity == severity);
                dialog
                    .hold(element("h3").hold(badge(severity, severity.name())))
                    .hold_all(rules.map(|rule| entry(rule)))
            },
        )
    };
    dialog.when(is_open, entries).node()
}

fn entry(rule: &'static Rule) -> Element {
    let reference = element("span").class("reference").text(short_reference(&rule.references.join(", ")));
    let ids = rule.ids().map(|(id, _)| id).collect::<Vec<_>>().join(" ");
    element("article")
        .class("entry")
        .with_value("id", ["rule-", rule.id].concat())
        .with("tabindex", "-1")
        .hold(element("h4").hold(prose(rule.title)).say(" ").hold(element("code").text(ids)))
        .hold(element("p").hold(prose(rule.why)).say(" ").hold(prose(rule.advice)).say(" ").hold(reference))
}

#[cfg(test)]
mod tests {
    use super::super::testing::markup;
    use super::*;

    #[test]
    fn has_every_rule_when_it_is_open() {
        let open = markup(catalogue(true));
        assert!(RULES.iter().all(|rule| open.contains(&["id=\"rule-", rule.id, "\""].concat())));
        assert!(!markup(catalogue(false)).contains("rule-"));
    }
}
