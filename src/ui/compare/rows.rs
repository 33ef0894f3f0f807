//! A part of both tokens: what differs name by name, and what is the same folded away.

use decode::Role;
use inspect::calendar;
use inspect::compare::{Change, ComparedPart, Difference, Held, Row};
use inspect::display::capped;
use yew::prelude::*;

use super::super::app::{Fold, State};
use super::super::commands::Command;
use super::super::element::{Element, button, element};
use super::super::glyphs::{prose, shown};
use super::super::panel::{head, panel};
use super::marked::marked;
use super::sign;

/// So many rows are written out at first.
const ROWS: usize = 200;

pub(super) fn differing(part: &ComparedPart) -> impl Iterator<Item = &Row> {
    part.rows.iter().filter(|row| row.change != Change::Same)
}

pub(super) fn part(state: &State, part: &ComparedPart, at: usize) -> Html {
    let (title, label) = match part.role {
        Role::Payload => ("Claims", "Claims compared"),
        Role::Header => ("Header", "Header compared"),
        Role::SharedHeader => ("Shared header", "Shared header compared"),
        _ => ("Unprotected header", "Unprotected header compared"),
    };
    let changed = differing(part).collect::<Vec<_>>();
    let same = part.rows.iter().filter(|row| row.change == Change::Same).collect::<Vec<_>>();
    let fold = Fold::Compared { part: at };
    let count = if state.unfolded.contains(&fold) { changed.len() } else { changed.len().min(ROWS) };
    let hidden = changed.len() - count;
    panel(part.role, label)
        .hold(head(title, extent(part)))
        .hold_all(part.remarks.iter().map(|remark| element("p").class("remark").hold(prose(remark))))
        .when(changed.is_empty() && !same.is_empty(), |panel| {
            panel.hold(element("p").class("nothing").say("Nothing differs here."))
        })
        .when(!changed.is_empty(), |panel| {
            let rows = changed.iter().take(count).map(|row| differs(row, state.now));
            panel.hold(element("ul").class("rows").hold_all(rows))
        })
        .when(hidden > 0, |panel| {
            panel.hold(button(Command::Unfold(fold), ["show ", &hidden.to_string(), " more"].concat()).class("more"))
        })
        .when(!same.is_empty(), |panel| panel.hold(alike(&same)))
        .node()
}

/// "2 changed, 1 only in the other, 12 the same".
fn extent(part: &ComparedPart) -> String {
    let mut said: Vec<String> = Vec::new();
    for change in
        [Change::Changed, Change::OnlyOne, Change::OnlyOther, Change::Rewritten, Change::Redacted, Change::Same]
    {
        let count = part.rows.iter().filter(|row| row.change == change).count();
        if count > 0 {
            let word = if change == Change::Rewritten { "written differently" } else { words(change).1 };
            said.push([&count.to_string(), " ", word].concat());
        }
    }
    said.join(", ")
}

fn words(change: Change) -> (&'static str, &'static str) {
    match change {
        Change::Same => ("=", "the same"),
        Change::Rewritten => ("≈", "written differently, same value"),
        Change::Changed => ("≠", "changed"),
        Change::OnlyOne => ("−", "only in this token"),
        Change::OnlyOther => ("+", "only in the other"),
        Change::Redacted => ("?", "redacted"),
    }
}

fn differs(row: &Row, now: i64) -> Element {
    let (mark, word) = words(row.change);
    // What differs inside objects and lists is told below them: their members may have changed places.
    // And a mask differs from no value.
    let is_simple = |held: &Held| row.change != Change::Redacted && !held.raw.starts_with(['{', '[']);
    let side = |word: &'static str, held: &Option<Held>, beside: &Option<Held>| {
        let beside = beside.as_ref().filter(|beside| is_simple(beside) && held.as_ref().is_some_and(is_simple));
        let side = element("div").class("side").hold(element("span").class("whose").say(word));
        match held {
            None => side.hold(element("span").class("none").say("not there")),
            Some(held) => side
                .hold(element("span").class("value").with("dir", "ltr").hold(marked(&held.raw, beside)))
                .when_some(held.instant, |side, instant| {
                    side.hold(element("span").class("when").text(calendar::utc(instant)))
                        .hold(element("span").class("when").text(calendar::relative(instant, now)))
                }),
        }
    };
    element("li")
        .class("diff")
        .hold(
            element("p")
                .class("what")
                .hold(element("span").class("name").hold(shown(&row.name)))
                .hold(sign(mark, word)),
        )
        .hold(side("This token", &row.one, &row.other))
        .hold(side("The other", &row.other, &row.one))
        .when(!row.note.is_empty(), |item| item.hold(element("p").class("note").hold(shown(&row.note))))
        .when(!row.inside.is_empty(), |item| {
            let list = element("ul").class("within").hold_all(row.inside.iter().map(within));
            item.hold(list.when(row.has_more_inside, |list| list.hold(element("li").say("and more"))))
        })
}

/// "/address/city: "Berlin" → "Hamburg"".
fn within(difference: &Difference) -> Element {
    let item = element("li").hold(element("code").hold(shown(&difference.path))).say(" ");
    let code = |text: &str| element("code").with("dir", "ltr").hold(shown(text));
    match (&difference.one, &difference.other) {
        (Some(one), Some(other)) => item.hold(code(one)).say(" became ").hold(code(other)),
        (Some(one), None) => item.hold(code(one)).say(" only in this token"),
        (None, Some(other)) => item.hold(code(other)).say(" only in the other"),
        (None, None) => item,
    }
}

fn alike(same: &[&Row]) -> Element {
    let rows = same.iter().take(ROWS).map(|row| {
        let raw = row.one.as_ref().map_or("", |held| &*held.raw);
        let value = element("span").class("value").with("dir", "ltr").text(capped(raw, 80));
        let row_of = element("li").hold(element("span").class("name").hold(shown(&row.name))).hold(value);
        row_of.when(!row.note.is_empty(), |item| item.hold(element("span").class("note").hold(shown(&row.note))))
    });
    let hidden = same.len().saturating_sub(ROWS);
    element("details")
        .class("alike")
        .hold(element("summary").text([&same.len().to_string(), " the same"].concat()))
        .hold(element("ul").hold_all(rows))
        .when(hidden > 0, |details| {
            details.hold(element("p").class("nothing").text(["and ", &hidden.to_string(), " more"].concat()))
        })
}
