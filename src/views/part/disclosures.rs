//! Selective disclosure: what was disclosed and where it belongs, and the claims as a verifier would see them.

use std::ops::Range;
use std::rc::Rc;

use decode::{Span, Token};
use inspect::display::{capped, counted, quoted};
use inspect::material::sd_jwt::{Disclosure, SdHash, SdJwt};
use inspection::Inspected;
use yew::prelude::*;

use super::members::show_more;
use super::panel::section;
use super::problems::problems;
use crate::state::{Action, Copied, Dispatch, Fold, Selection, State};
use crate::views::glyphs::{mark, prose, shown, size};
use crate::views::long_list::{LongList, Rows};
use crate::views::same::SameToken;

/// So many are shown at first.
const ROWS: usize = 50;
/// A longer value is cut, in characters.
const VALUE: usize = 300;
/// So many bytes of the claims put together are shown.
const PROCESSED: usize = 20_000;

pub fn disclosures(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    html! {
        if let Some(read) = &inspected.description.sd_jwt {
            {list(state, inspected, read, dispatch)}
            {processed(read, dispatch)}
        }
    }
}

fn list(state: &State, inspected: &Rc<Inspected>, read: &SdJwt, dispatch: &Dispatch) -> Html {
    let all = read.disclosures.len();
    let count = if state.answer.is_unfolded(Fold::Disclosures) { all } else { all.min(ROWS) };
    let is_marked =
        |disclosure: &Disclosure| state.marks.marked() == Some(Selection { part: disclosure.part, member: None });
    let marked = read.disclosures.iter().position(is_marked);
    let contents = html! {
        <>
            <LongList<DisclosureRows> rows={DisclosureRows { shown: inspected.into(), marked }} {count} needed={marked} />
            {show_more(all - count, Fold::Disclosures, dispatch)}
            if let Some(sentence) = read.undisclosed_in_words() {
                <p class="remark">{sentence}</p>
            }
            if let Some(binding) = &inspected.description.key_binding {
                <p class="remark" data-severity={(binding.outcome != SdHash::Match).then_some("error")}>
                    {prose(&binding.message)}
                </p>
            }
            {problems(&read.problems)}
        </>
    };
    section("Disclosures", counted(all, "disclosure"), dispatch, contents)
}

#[derive(Clone, PartialEq)]
struct DisclosureRows {
    shown: SameToken,
    marked: Option<usize>,
}

impl Rows for DisclosureRows {
    fn draw(&self, rows: Range<usize>) -> Html {
        let Some(read) = &self.shown.description.sd_jwt else { return Html::default() };
        let disclosures = read.disclosures.iter().enumerate().skip(rows.start).take(rows.len());
        disclosures.map(|(position, of)| row(self.marked == Some(position), &self.shown.token, of)).collect()
    }

    fn only(&self, rows: &Range<usize>) -> Self {
        Self { marked: self.marked.filter(|position| rows.contains(position)), ..self.clone() }
    }
}

fn row(is_marked: bool, token: &Token, disclosure: &Disclosure) -> Html {
    let selection = Selection { part: disclosure.part, member: None };
    let part = token.parts.get(disclosure.part);
    let source = |span: Span| part.map(|part| capped(&part.source(span), VALUE)).unwrap_or_default();
    let place = disclosure.place.as_ref().map(|place| format!("belongs at {}", quoted(place, 120)));
    let salt = disclosure.salt.as_ref().map(|salt| format!("salt {}", quoted(salt, 60)));
    let digest = disclosure.digest.as_ref().map(|digest| format!("digest `{digest}`"));
    let meaning: Vec<String> = [place, salt, digest].into_iter().flatten().collect();
    html! {
        <li
            class="row"
            id={selection.row_id()}
            data-selection={selection.to_attribute()}
            data-role="disclosure"
            data-marked={mark(is_marked)}
        >
            <span class="name">
                if let Some(name) = &disclosure.name {
                    {shown(&capped(name, 80))}
                } else if disclosure.is_cut {
                    {"cut off"}
                } else {
                    {"array element"}
                }
            </span>
            <span class="value" dir="ltr">{disclosure.value.map(source).unwrap_or_default()}</span>
            <p class="meaning">{prose(&meaning.join(", "))}</p>
            if !disclosure.problems.is_empty() {
                <div class="inside">{problems(&disclosure.problems)}</div>
            }
        </li>
    }
}

fn processed(read: &SdJwt, dispatch: &Dispatch) -> Html {
    let text = &read.processed;
    if read.disclosures.is_empty() || text.is_empty() {
        return Html::default();
    }
    let end = text.floor_char_boundary(PROCESSED);
    let contents = html! {
        <>
            <p class="remark">
                {"The disclosed claims in their places, as a verifier sees them after it has checked the signature. \
                    This page has not checked it."}
            </p>
            <pre class="exact" dir="ltr">{shown(text.get(..end).unwrap_or_default())}</pre>
            if end < text.len() {
                <p class="remark">{"Too long to show whole; “Copy” copies all of it."}</p>
            }
            <button class="more" onclick={dispatch.on(Action::CopyWanted(Copied::ProcessedClaims))}>{"Copy"}</button>
        </>
    };
    section("Claims put together", size(text.len()), dispatch, contents)
}
