//! A part of both tokens: what differs name by name, and what is the same folded away.

use decode::Role;
use inspect::compare::{Change, ComparedPart, Difference, Held, MemberRow, SideName};
use inspect::display::capped;
use inspect::time::instants;
use yew::prelude::*;

use super::marked::marked;
use super::sets::{set_within, words_of};
use super::sign;
use crate::state::{Dispatch, Fold, State};
use crate::views::glyphs::{prose, shown};
use crate::views::part::members::show_more;
use crate::views::part::panel::head;

/// So many rows are written out at first.
const ROWS: usize = 200;

pub(super) fn differing(part: &ComparedPart) -> impl Iterator<Item = &MemberRow> {
    part.rows.iter().filter(|row| row.change != Change::Same)
}

pub(super) fn part(
    state: &State,
    names: [SideName; 2],
    (at, part): (usize, &ComparedPart),
    dispatch: &Dispatch,
) -> Html {
    let (title, label) = match part.role {
        Role::Payload => ("Claims", "Claims compared"),
        Role::Header => ("Header", "Header compared"),
        Role::SharedHeader => ("Shared header", "Shared header compared"),
        _ => ("Unprotected header", "Unprotected header compared"),
    };
    let changed: Vec<&MemberRow> = differing(part).collect();
    let same: Vec<&MemberRow> = part.rows.iter().filter(|row| row.change == Change::Same).collect();
    let fold = Fold::Compared { part: at };
    let count = if state.answer.is_unfolded(fold) { changed.len() } else { changed.len().min(ROWS) };
    html! {
        <section class="panel" data-role={part.role.id()} aria-label={label}>
            <header>{head(title, extent(part, names), dispatch)}</header>
            for remark in &part.remarks {
                <p class="remark">{prose(remark)}</p>
            }
            if changed.is_empty() && !same.is_empty() {
                <p class="nothing">{"Nothing differs here."}</p>
            }
            if !changed.is_empty() {
                <ul class="rows">{for changed.iter().take(count).map(|row| differs(row, names, state.clock.now))}</ul>
            }
            {show_more(changed.len() - count, fold, dispatch)}
            if !same.is_empty() {
                {alike(&same)}
            }
        </section>
    }
}

/// "2 changed, 1 added, 12 the same".
fn extent(part: &ComparedPart, names: [SideName; 2]) -> String {
    let said = [Change::Changed, Change::OnlyOne, Change::OnlyOther, Change::Rewritten, Change::Redacted, Change::Same]
        .into_iter()
        .filter_map(|change| {
            let count = part.rows.iter().filter(|row| row.change == change).count();
            let word = if change == Change::Rewritten { "written differently" } else { words(change, names).1 };
            (count > 0).then(|| format!("{count} {word}"))
        });
    said.collect::<Vec<_>>().join(", ")
}

/// A sign, and the word for it.
fn words(change: Change, names: [SideName; 2]) -> (&'static str, &'static str) {
    match change {
        Change::Same => ("=", "the same"),
        Change::Rewritten => ("≈", "written differently, same value"),
        Change::Changed => ("≠", "changed"),
        Change::OnlyOne => only_in(names[0]),
        Change::OnlyOther => only_in(names[1]),
        Change::Redacted => ("?", "redacted"),
    }
}

/// The same for what only one of the two has.
pub(super) fn only_in(name: SideName) -> (&'static str, &'static str) {
    match name {
        SideName::Before => ("−", "removed"),
        SideName::After => ("+", "added"),
        SideName::First => ("−", "only in the first"),
        SideName::Second => ("+", "only in the second"),
    }
}

fn differs(row: &MemberRow, names: [SideName; 2], now: i64) -> Html {
    let (mark, word) = words(row.change, names);
    let set = row.sets.iter().find(|set| set.path.is_empty());
    let inner: Vec<_> = row.sets.iter().filter(|set| !set.path.is_empty()).collect();
    html! {
        <li class="diff">
            <p class="what"><span class="name">{shown(&row.name)}</span>{sign(mark, word)}</p>
            if let Some(set) = set {
                {words_of(names[0], &set.removed, &set.stayed)}
                {words_of(names[1], &set.added, &set.stayed)}
            } else {
                {side(names[0], row, row.one.as_ref(), row.other.as_ref(), now)}
                {side(names[1], row, row.other.as_ref(), row.one.as_ref(), now)}
            }
            if !row.note.is_empty() {
                <p class="note">{prose(&row.note)}</p>
            }
            if !row.inside.is_empty() || !inner.is_empty() {
                <ul class="within">
                    {for inner.iter().map(|set| set_within(set, names))}
                    {for row.inside.iter().map(|difference| within(difference, names))}
                    if row.has_more_inside {
                        <li>{"and more"}</li>
                    }
                </ul>
            }
        </li>
    }
}

fn side(name: SideName, row: &MemberRow, held: Option<&Held>, beside: Option<&Held>, now: i64) -> Html {
    // What differs inside objects and lists is told below them: their members may have changed places.
    // And a mask differs from no value.
    let is_simple = |held: &Held| row.change != Change::Redacted && !held.raw.starts_with(['{', '[']);
    let beside = beside.filter(|beside| is_simple(beside) && held.is_some_and(is_simple));
    html! {
        <div class="side">
            <span class="whose">{name.label()}</span>
            if let Some(held) = held {
                <span class="value" dir="ltr">{marked(&held.raw, beside)}</span>
                if let Some(instant) = held.instant {
                    <span class="when">{instants::utc(instant)}</span>
                    <span class="when">{instants::relative(instant, now)}</span>
                }
            } else {
                <span class="none">{"not there"}</span>
            }
        </div>
    }
}

/// "/address/city "Berlin" ≠ "Hamburg"".
fn within(difference: &Difference, names: [SideName; 2]) -> Html {
    let code = |text: &str| html! { <code dir="ltr">{shown(text)}</code> };
    let only = |text: &str, name| {
        let (mark, word) = only_in(name);
        html! { <>{sign(mark, word)}{" "}{code(text)}</> }
    };
    let said = match (&difference.one, &difference.other) {
        (Some(one), Some(other)) => html! { <>{code(one)}{" ≠ "}{code(other)}</> },
        (Some(one), None) => only(one, names[0]),
        (None, Some(other)) => only(other, names[1]),
        (None, None) => Html::default(),
    };
    html! { <li><code>{shown(&difference.path)}</code>{" "}{said}</li> }
}

fn alike(same: &[&MemberRow]) -> Html {
    let hidden = same.len().saturating_sub(ROWS);
    html! {
        <details class="alike">
            <summary>{format!("{} the same", same.len())}</summary>
            <ul>
                for row in same.iter().take(ROWS) {
                    <li>
                        <span class="name">{shown(&row.name)}</span>
                        <span class="value" dir="ltr">
                            {row.one.as_ref().map_or_else(String::new, |held| capped(&held.raw, 80))}
                        </span>
                        if !row.note.is_empty() {
                            <span class="note">{prose(&row.note)}</span>
                        }
                    </li>
                }
            </ul>
            if hidden > 0 {
                <p class="nothing">{format!("and {hidden} more")}</p>
            }
        </details>
    }
}
