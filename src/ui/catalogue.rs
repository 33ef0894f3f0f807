//! Every finding there is, with why it matters and what to do: what docs/FINDINGS.md says, inside the page.

use inspect::Severity;
use rules::Record;
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
                let records = rules::records().filter(|record| record.severity == severity);
                dialog.hold(element("h3").hold(badge(severity, severity.name()))).hold_all(records.map(entry))
            },
        )
    };
    dialog.when(is_open, entries).node()
}

/// The id of the element that explains a record.
pub fn id(record: &Record) -> String {
    format!("finding-{}", record.id)
}

fn entry(record: &'static Record) -> Element {
    let reference = element("span").class("reference").text(short_reference(&record.references.join(", ")));
    element("article")
        .class("entry")
        .with_value("id", id(record))
        .with("tabindex", "-1")
        .hold(element("h4").hold(prose(record.title)).say(" ").hold(element("code").text(record.id)))
        .hold(element("p").hold(prose(record.why)).say(" ").hold(prose(record.advice)).say(" ").hold(reference))
}

#[cfg(test)]
mod tests {
    use super::super::testing::markup;
    use super::*;

    #[test]
    fn has_every_record_when_it_is_open() {
        let open = markup(catalogue(true));
        assert!(rules::records().all(|record| open.contains(&format!("id=\"{}\"", id(record)))));
        assert!(!markup(catalogue(false)).contains("id=\"finding-"));
    }
}
