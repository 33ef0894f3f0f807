//! Every finding there is, with why it matters and what to do: what docs/FINDINGS.md says, inside the page.

use inspect::Severity;
use rules::{RULES, Rule};
use yew::prelude::*;

use crate::state::{Action, Dispatch};
use crate::views::findings::severity::badge;
use crate::views::glyphs::{prose, reference};

/// Written out only while it is open: it is long.
pub fn catalogue(is_open: bool, dispatch: &Dispatch) -> Html {
    html! {
        <dialog class="catalogue" id="catalogue" aria-labelledby="catalogue-title">
            <header>
                <h2 id="catalogue-title">{"All findings"}</h2>
                <button onclick={dispatch.on(Action::CatalogueClosed)}>{"Close"}</button>
            </header>
            if is_open {
                {for [Severity::Error, Severity::Warning, Severity::Notice, Severity::Info].into_iter().map(of_severity)}
            }
        </dialog>
    }
}

fn of_severity(severity: Severity) -> Html {
    html! {
        <>
            <h3>{badge(severity, severity.name())}</h3>
            {for RULES.iter().filter(|rule| rule.severity == severity).map(|rule| entry(rule))}
        </>
    }
}

fn entry(rule: &'static Rule) -> Html {
    let ids: Vec<&str> = rule.ids().map(|(id, _)| id).collect();
    html! {
        <article class="entry" id={format!("rule-{}", rule.id)} tabindex="-1">
            <h4>{prose(rule.title)}{" "}<code>{ids.join(" ")}</code></h4>
            <p>{prose(rule.why)}{" "}{prose(rule.advice)}{" "}{reference(&rule.references.join(", "))}</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::dispatch;
    use crate::views::testing::markup;

    #[test]
    fn has_every_rule_when_it_is_open() {
        let open = markup(catalogue(true, &dispatch()));
        assert!(RULES.iter().all(|rule| open.contains(&["id=\"rule-", rule.id, "\""].concat())));
        assert!(!markup(catalogue(false, &dispatch())).contains("rule-"));
    }
}
