//! The table itself. Of thousands of rows only those near what is in sight are drawn.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::cells::{self, RowPlace};
use super::tools::Tools;
use crate::browser::table::{self, Sight};
use crate::state::reading::Reading;
use crate::state::token_list::TokenList;
use crate::state::token_list::arrange::{Arranged, Counts, Line};
use crate::state::token_list::criteria::Criteria;
use crate::state::{Action, Dispatch, TableUse};
use crate::views::glyphs::mark;
use crate::views::same::Same;

/// So many rows are drawn above and below what is in sight.
const AROUND: usize = 10;

#[derive(Properties, PartialEq)]
pub struct TokenTableProps {
    pub reading: Same<Reading>,
    pub criteria: Criteria,
    /// The token that is shown, where it first stands.
    pub chosen: Option<usize>,
    /// Another one was shown before.
    pub has_before: bool,
    pub now: i64,
    /// Statuses are the same as long as this is.
    pub turn: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn TokenTable(props: &TokenTableProps) -> Html {
    let list = &props.reading.list;
    let now = props.now;
    let basis = (props.reading.clone(), props.turn);
    let counts = use_memo(basis.clone(), |(reading, _)| Counts::of(&reading.list, now));
    let arranged = use_memo((basis, props.criteria.clone()), |((reading, _), criteria)| {
        Arranged::of(&reading.list, criteria, now)
    });
    let rows = use_node_ref();
    let sight = use_state_eq(|| Sight::FIRST);
    let wants_focus = use_mut_ref(|| false);
    let look = {
        let (rows, sight) = (rows.clone(), sight.setter());
        Callback::from(move |()| {
            if let Some(seen) = table::sight(&rows) {
                sight.set(seen);
            }
        })
    };
    {
        let look = look.clone();
        use_effect_with(Rc::clone(&arranged), move |_| look.emit(()));
    }
    {
        let look = look.clone();
        use_effect_with((), move |()| {
            let resizing = table::on_resize(look);
            move || drop(resizing)
        });
    }
    {
        let rows = rows.clone();
        use_effect_with(props.criteria.clone(), move |_| table::scroll_to_first(&rows));
    }
    {
        let wants_focus = Rc::clone(&wants_focus);
        use_effect(move || {
            if wants_focus.replace(false) {
                table::focus_chosen();
            }
        });
    }
    let layout = LineHeights::new(&arranged, *sight);
    let chosen =
        arranged.lines.iter().position(|line| first_at(list, *line).is_some_and(|first| Some(first) == props.chosen));
    let stop = chosen.or_else(|| arranged.lines.iter().position(|line| matches!(line, Line::Row(_))));
    let choose_by_key = {
        let (arranged, reading, rows) = (Rc::clone(&arranged), props.reading.clone(), rows.clone());
        let (dispatch, sight) = (props.dispatch.clone(), *sight);
        Callback::from(move |event: KeyboardEvent| {
            let Some(here) = stop.filter(|_| !has_modifier(&event)) else { return };
            let page = (sight.height / sight.row).max(2.0) as usize - 1;
            let there = match &*event.key() {
                "ArrowDown" => step(&arranged, here, 1, true),
                "ArrowUp" => step(&arranged, here, 1, false),
                "PageDown" => step(&arranged, here, page, true),
                "PageUp" => step(&arranged, here, page, false),
                "Home" => step(&arranged, here, usize::MAX, false),
                "End" => step(&arranged, here, usize::MAX, true),
                "Enter" | " " => here,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            let Some(first) = arranged.lines.get(there).and_then(|line| first_at(&reading.list, *line)) else { return };
            if there == here && matches!(&*event.key(), "Enter" | " ") {
                dispatch.send(Action::TableUsed(TableUse::Opened(first)));
                return;
            }
            let layout = LineHeights::new(&arranged, sight);
            // The head of its section too, where it is the first below it.
            let above = if step(&arranged, there, 1, false) == there { 0 } else { there };
            table::reveal(&rows, layout.top_of(above), layout.top_of(there + 1));
            *wants_focus.borrow_mut() = true;
            dispatch.send(Action::TokenChosen(first));
        })
    };
    let onkeydown = {
        let (dispatch, has_before) = (props.dispatch.clone(), props.has_before);
        Callback::from(move |event: KeyboardEvent| {
            match &*event.key() {
                _ if has_modifier(&event) => return,
                "f" => table::focus_filter(),
                "c" if has_before => dispatch.send(Action::TableUsed(TableUse::ComparedWithBefore)),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onscroll = look.reform(|_: Event| ());
    let line = |at: usize, line: Line| match line {
        Line::Head { section, count } => cells::head(section, count, at + 2, cells::columns(list).count()),
        Line::Row(position) => match list.rows.get(position) {
            Some(row) => {
                let place = RowPlace { index: at + 2, is_chosen: chosen == Some(at), is_stop: stop == Some(at) };
                cells::row(list, row, place, now, &props.dispatch)
            }
            None => Html::default(),
        },
    };
    let drawn = |range: Range<usize>| {
        let start = range.start;
        let lines = arranged.lines.get(range).unwrap_or_default();
        lines.iter().enumerate().map(move |(at, of)| (start + at, *of)).map(|(at, of)| line(at, of)).collect::<Html>()
    };
    html! {
        <>
            <Tools
                counts={&counts}
                listed={arranged.count}
                criteria={props.criteria.clone()}
                dispatch={props.dispatch.clone()}
            />
            <div
                role="grid"
                class="token-table"
                aria-label="Tokens found"
                aria-rowcount={(arranged.lines.len() + 1).to_string()}
                data-requests={mark(list.has_requests)}
                data-scrolls={mark(layout.top_of(arranged.lines.len()) > sight.height)}
                {onkeydown}
            >
                <div role="rowgroup" class="names">{cells::names(list, &props.criteria, &props.dispatch)}</div>
                <div role="rowgroup" class="lines" ref={rows} {onscroll} onkeydown={choose_by_key}>
                    {for layout.stretches(stop).into_iter().map(|stretch| match stretch {
                        DrawnOrRoom::Drawn(range) => drawn(range),
                        DrawnOrRoom::Room(height) => room(height),
                    })}
                </div>
            </div>
        </>
    }
}

/// The room of lines that are not drawn.
fn room(height: f64) -> Html {
    html! { <svg width="1" height={height.to_string()} aria-hidden="true" /> }
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

fn first_at(list: &TokenList, line: Line) -> Option<usize> {
    match line {
        Line::Row(position) => list.rows.get(position).map(|row| row.first),
        Line::Head { .. } => None,
    }
}

/// The row so many rows further, or the last one there is.
fn step(arranged: &Arranged, from: usize, rows: usize, is_down: bool) -> usize {
    let is_row = |at: &usize| matches!(arranged.lines.get(*at), Some(Line::Row(_)));
    let there = match is_down {
        true => (from + 1..arranged.lines.len()).filter(is_row).take(rows).last(),
        false => (0..from).rev().filter(is_row).take(rows).last(),
    };
    there.unwrap_or(from)
}

/// Where each line stands, in pixels.
struct LineHeights {
    sight: Sight,
    count: usize,
    /// The positions of the heads.
    heads: Vec<usize>,
}

#[derive(Debug, PartialEq)]
enum DrawnOrRoom {
    Drawn(Range<usize>),
    Room(f64),
}

impl LineHeights {
    fn new(arranged: &Arranged, sight: Sight) -> Self {
        let lines = arranged.lines.iter().enumerate();
        let heads = lines.filter(|(_, line)| matches!(line, Line::Head { .. })).map(|(at, _)| at).collect();
        Self { sight, count: arranged.lines.len(), heads }
    }

    fn top_of(&self, line: usize) -> f64 {
        let heads = self.heads.partition_point(|head| *head < line);
        heads as f64 * self.sight.head + (line - heads) as f64 * self.sight.row
    }

    /// The line at this height.
    fn at(&self, top: f64) -> usize {
        let about = (top / self.sight.row.max(1.0)) as usize;
        // Heads are lower than rows: with all of them above it, it is no further down than this.
        (about..=about + self.heads.len() + 1)
            .rev()
            .find(|line| self.top_of(*line) <= top)
            .unwrap_or(about)
            .min(self.count)
    }

    /// What is drawn, and the room between: what is in sight with some rows around it, and one line that must be there.
    fn stretches(&self, needed: Option<usize>) -> Vec<DrawnOrRoom> {
        let Sight { top, height, .. } = self.sight;
        let window = self.at(top).saturating_sub(AROUND)..(self.at(top + height) + AROUND).min(self.count);
        let needed = needed.filter(|needed| !window.contains(needed)).map(|needed| needed..needed + 1);
        let mut ranges: Vec<Range<usize>> = needed.into_iter().chain([window]).collect();
        ranges.sort_by_key(|range| range.start);
        let mut stretches = Vec::new();
        let mut end = 0;
        for range in ranges {
            if range.start > end {
                stretches.push(DrawnOrRoom::Room(self.top_of(range.start) - self.top_of(end)));
            }
            end = range.end;
            stretches.push(DrawnOrRoom::Drawn(range));
        }
        if end < self.count {
            stretches.push(DrawnOrRoom::Room(self.top_of(self.count) - self.top_of(end)));
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::token_list::Section;

    fn arranged(rows: usize) -> Arranged {
        let head = Line::Head { section: Section::Sent, count: rows };
        Arranged { lines: [head].into_iter().chain((0..rows).map(Line::Row)).collect(), count: rows }
    }

    fn layout(rows: usize, top: f64) -> LineHeights {
        LineHeights::new(&arranged(rows), Sight { top, height: 480.0, row: 48.0, head: 30.0 })
    }

    #[test]
    fn lines_stand_below_each_other() {
        let layout = layout(100, 0.0);
        assert_eq!([0, 1, 2, 101].map(|line| layout.top_of(line)), [0.0, 30.0, 78.0, 4830.0]);
        assert_eq!([0.0, 29.0, 30.0, 77.0, 78.0, 4829.0].map(|top| layout.at(top)), [0, 0, 1, 1, 2, 100]);
    }

    #[test]
    fn only_what_is_near_is_drawn() {
        assert_eq!(layout(5, 0.0).stretches(Some(1)), [DrawnOrRoom::Drawn(0..6)]);
        let far = layout(5_000, 48_000.0);
        let [DrawnOrRoom::Room(before), DrawnOrRoom::Drawn(drawn), DrawnOrRoom::Room(behind)] =
            &far.stretches(None)[..]
        else {
            panic!("one stretch is drawn")
        };
        assert_eq!(drawn, &(990..1020));
        assert_eq!(before + behind + (drawn.len() * 48) as f64, far.top_of(5_001));
        assert_eq!(far.stretches(Some(1))[1], DrawnOrRoom::Drawn(1..2), "the chosen one is there wherever it stands");
        assert_eq!(far.stretches(Some(1)).len(), 5);
    }

    #[test]
    fn steps_lead_from_row_to_row() {
        let arranged = arranged(20);
        assert_eq!(step(&arranged, 1, 1, true), 2);
        assert_eq!(step(&arranged, 1, 1, false), 1, "a head is no row");
        assert_eq!(step(&arranged, 5, usize::MAX, false), 1);
        assert_eq!(step(&arranged, 5, usize::MAX, true), 20);
        assert_eq!(step(&arranged, 5, 9, true), 14);
    }
}
