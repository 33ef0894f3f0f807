//! Two sets side by side, word by word: what was removed, what was added and what stayed.

use inspect::compare::{SetDifference, SideName, WordList};
use yew::prelude::*;

use super::rows::only_in;
use crate::views::glyphs::shown;

/// No more words that stayed are named: of more the number is told.
const STAYED: usize = 6;

/// The words of one of the two: first those that the other lacks.
pub(super) fn words_of(name: SideName, only: &WordList, stayed: &WordList) -> Html {
    let (mark, word) = only_in(name);
    html! {
        <div class="side">
            <span class="whose">{name.label()}</span>
            <span class="words">
                {all(only, mark, word)}
                {kept(stayed)}
                if only.is_empty() && stayed.is_empty() {
                    <span class="none">{"nothing"}</span>
                }
            </span>
        </div>
    }
}

/// A set inside a claim: "/api/roles + approver − writer = reader".
pub(super) fn set_within(set: &SetDifference, names: [SideName; 2]) -> Html {
    let (removed, added) = (only_in(names[0]), only_in(names[1]));
    html! {
        <li class="words">
            <code>{shown(&set.path)}</code>
            {all(&set.removed, removed.0, removed.1)}
            {all(&set.added, added.0, added.1)}
            {kept(&set.stayed)}
        </li>
    }
}

fn all(list: &WordList, mark: &'static str, word: &'static str) -> Html {
    html! {
        <>
            {for list.words.iter().map(|text| one(text, mark, word, true))}
            {more(list.more)}
        </>
    }
}

fn kept(list: &WordList) -> Html {
    let count = list.words.len() + list.more;
    if count > STAYED {
        return html! { <span class="word"><span class="sign" aria-hidden="true">{"="}</span>{format!("{count} in both")}</span> };
    }
    list.words.iter().map(|text| one(text, "=", "stayed", false)).collect()
}

fn one(text: &str, mark: &'static str, word: &'static str, differs: bool) -> Html {
    html! {
        <span class="word" data-differs={differs.then_some("")}>
            <span class="sign" aria-hidden="true">{mark}</span>
            <span class="unseen">{word}{" "}</span>
            <bdi dir="ltr">{shown(text)}</bdi>
        </span>
    }
}

fn more(count: usize) -> Html {
    html! {
        if count > 0 {
            <span class="none">{format!("and {count} more")}</span>
        }
    }
}
