//! All checks: every finding there is, by theme, each with why it matters and what to do.

use inspect::display::counted;
use rules::Record;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::catalogue::CatalogueState;
use crate::state::{Action, Copied, Dispatch, Toast};
use crate::views::fields::kept_nowhere;
use crate::views::findings::severity::badge;
use crate::views::glyphs::{prose, reference};

#[derive(Properties, PartialEq)]
pub struct CatalogueProps {
    pub is_open: bool,
    pub catalogue: CatalogueState,
    pub toast: Option<Toast>,
    pub dispatch: Dispatch,
}

/// Written out only while it is open: it is long.
#[component]
pub fn Catalogue(CatalogueProps { is_open, catalogue, toast, dispatch }: &CatalogueProps) -> Html {
    html! {
        <dialog class="catalogue" id="catalogue" aria-labelledby="catalogue-title">
            <header>
                <h2 id="catalogue-title">{"All checks"}</h2>
                if *is_open {
                    {search(catalogue, dispatch)}
                }
                <button onclick={dispatch.on(Action::DialogClosed)}>{"Close"}</button>
            </header>
            if *is_open {
                {checks(catalogue, *toast, dispatch)}
            }
        </dialog>
    }
}

fn search(catalogue: &CatalogueState, dispatch: &Dispatch) -> Html {
    let field = html! {
        <input
            type="search"
            id="catalogue-search"
            aria-label="Search the checks"
            placeholder="Search"
            value={catalogue.search.clone()}
            oninput={dispatch.from(|event: InputEvent| Some(Action::CatalogueSearched(value_of(&event)?)))}
        />
    };
    kept_nowhere(field)
}

fn checks(catalogue: &CatalogueState, toast: Option<Toast>, dispatch: &Dispatch) -> Html {
    let themes = catalogue.matching();
    let count: usize = themes.iter().map(|(_, records)| records.len()).sum();
    let all = counted(rules::records().count(), "check");
    let extent = if catalogue.is_searched() { format!("{count} of {all}") } else { all };
    html! {
        <>
            if catalogue.is_unknown {
                <p class="unknown" role="alert">{"The link names a check that this page does not have."}</p>
            }
            <p class="fine" role="status">{extent}</p>
            {for themes.into_iter().map(|(theme, records)| html! {
                <section key={theme.name()}>
                    <h3>{theme.name()}</h3>
                    {for records.into_iter().map(|record| entry(record, catalogue.opened, toast, dispatch))}
                </section>
            })}
        </>
    }
}

fn entry(record: &'static Record, opened: Option<&'static str>, toast: Option<Toast>, dispatch: &Dispatch) -> Html {
    let Record { id, severity, title, why, advice, references, .. } = record;
    let what = Copied::CheckLink(id);
    let said = toast.filter(|toast| *toast == Toast::Copied(what) || *toast == Toast::NotCopied);
    html! {
        <details class="entry" key={*id} id={format!("finding-{id}")} tabindex="-1" open={opened == Some(id)}>
            <summary>
                {badge(*severity, severity.name())}
                <h4>{prose(title)}</h4>
                <code>{*id}</code>
            </summary>
            <p>{prose(why)}</p>
            <p>{prose(advice)}</p>
            <p>
                {reference(&references.join(", "))}{" "}
                <button class="link" aria-label={format!("Copy link to {id}")} onclick={dispatch.on(Action::CopyWanted(what))}>
                    {"Copy link"}
                </button>
                {" "}<span role="status">{said.map(Toast::message)}</span>
            </p>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{dispatch, markup};

    fn drawn(is_open: bool, catalogue: CatalogueState) -> String {
        markup(html! { <Catalogue {is_open} {catalogue} toast={None::<Toast>} dispatch={dispatch()} /> })
    }

    #[test]
    fn has_every_record_when_it_is_open() {
        let open = drawn(true, CatalogueState::default());
        assert!(rules::records().all(|record| open.contains(&format!("id=\"finding-{}\"", record.id))));
        assert!(open.contains(&format!("{} checks", rules::records().count())), "{open}");
        assert!(!open.contains("open=\"open\""), "all are folded");
        assert!(!drawn(false, CatalogueState::default()).contains("id=\"finding-"));
    }

    #[test]
    fn unfolds_the_one_that_it_was_opened_at() {
        let open = drawn(true, CatalogueState::at("alg-none"));
        assert_eq!(open.matches("open=\"open\"").count(), 1, "{open}");
    }

    #[test]
    fn says_how_many_match() {
        let catalogue = CatalogueState { search: "alg-none-variant".to_owned(), ..CatalogueState::default() };
        let found = drawn(true, catalogue);
        assert!(found.contains(&format!("1 of {} checks", rules::records().count())), "{found}");
        assert_eq!(found.matches("id=\"finding-").count(), 1);
    }

    #[test]
    fn a_link_to_a_check_that_does_not_exist_opens_all_of_them() {
        let all = drawn(true, CatalogueState::at_unknown());
        assert!(all.contains("The link names a check that this page does not have."), "{all}");
        assert!(all.contains("id=\"finding-alg-none\""));
    }
}
