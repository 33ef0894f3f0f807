//! Every finding there is, with why it matters and what to do: what docs/FINDINGS.md says, inside the page.

use inspect::Severity;
use rules::Record;
use yew::prelude::*;

use crate::state::{Action, Dispatch};
use crate::views::findings::severity::badge;
use crate::views::glyphs::{prose, reference};

#[derive(Properties, PartialEq)]
pub struct CatalogueProps {
    pub is_open: bool,
    pub dispatch: Dispatch,
}

/// Written out only while it is open: it is long.
#[component]
pub fn Catalogue(CatalogueProps { is_open, dispatch }: &CatalogueProps) -> Html {
    html! {
        <dialog class="catalogue" id="catalogue" aria-labelledby="catalogue-title">
            <header>
                <h2 id="catalogue-title">{"All findings"}</h2>
                <button onclick={dispatch.on(Action::DialogClosed)}>{"Close"}</button>
            </header>
            if *is_open {
                {for [Severity::Error, Severity::Warning, Severity::Notice, Severity::Info].into_iter().map(of_severity)}
            }
        </dialog>
    }
}

fn of_severity(severity: Severity) -> Html {
    html! {
        <>
            <h3>{badge(severity, severity.name())}</h3>
            {for rules::records().filter(|record| record.severity == severity).map(entry)}
        </>
    }
}

fn entry(record: &'static Record) -> Html {
    html! {
        <article class="entry" id={format!("finding-{}", record.id)} tabindex="-1">
            <h4>{prose(record.title)}{" "}<code>{record.id}</code></h4>
            <p>{prose(record.why)}{" "}{prose(record.advice)}{" "}{reference(&record.references.join(", "))}</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{dispatch, markup};

    #[test]
    fn has_every_record_when_it_is_open() {
        let drawn = |is_open| markup(html! { <Catalogue {is_open} dispatch={dispatch()} /> });
        let open = drawn(true);
        assert!(rules::records().all(|record| open.contains(&format!("id=\"finding-{}\"", record.id))));
        assert!(!drawn(false).contains("id=\"finding-"));
    }
}
