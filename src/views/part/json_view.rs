//! A part as indented JSON, with objects and arrays that can be folded.

use std::ops::Range;

use decode::{Part, Span};
use inspect::describe::DescribedMember;
use inspect::display::{capped, counted};
use inspect::time::instants;
use yew::prelude::*;

use super::json_pieces::{json_code, shortened};
use super::members::show_more;
use super::row::makes_unusable;
use super::scopes::scopes;
use crate::pretty_json::{self, Brackets, JsonContainer, JsonLine, LineContent};
use crate::state::{Action, Dispatch, Fold, Selection, State};
use crate::views::glyphs::{in_quotes, mark, size};
use crate::views::long_list::{LongList, Rows};
use crate::views::same::{Same, SameToken};

/// So many lines are shown at first.
const LINES: usize = 400;
/// A longer value is shown in short at first, in characters.
const SHORT: usize = 300;
/// No more of a value is shown at all, in characters.
const LONGEST: usize = 100_000;

/// What the view follows from.
#[derive(Properties, PartialEq)]
pub struct JsonViewProps {
    shown: SameToken,
    /// Position of the part.
    part: usize,
    marked: Option<usize>,
    /// A member that something led to: its lines must be there.
    followed: Option<usize>,
    /// First bytes of the objects and arrays that were folded or unfolded.
    toggled: Vec<usize>,
    /// First bytes of the values that are not shortened.
    unfolded: Vec<usize>,
    shows_all_lines: bool,
    now: i64,
    dispatch: Dispatch,
}

pub fn json_view(state: &State, inspected: impl Into<SameToken>, part: usize, dispatch: &Dispatch) -> Html {
    let unfolded = state.answer.unfolded.iter().filter_map(|fold| match fold {
        Fold::JsonValue { part: of, start } if *of == part => Some(*start),
        _ => None,
    });
    let in_this_part = |selection: Selection| selection.member.filter(|_| selection.part == part);
    let props = JsonViewProps {
        shown: inspected.into(),
        part,
        marked: state.marks.marked().and_then(in_this_part),
        followed: state.marks.pinned.and_then(in_this_part),
        toggled: state.answer.toggled_in(part),
        unfolded: unfolded.collect(),
        shows_all_lines: state.answer.is_unfolded(Fold::JsonLines { part }),
        now: state.clock.now,
        dispatch: dispatch.clone(),
    };
    html! { <JsonView ..props /> }
}

#[component]
fn JsonView(props: &JsonViewProps) -> Html {
    let JsonViewProps { shown, part, marked, unfolded, dispatch, .. } = props;
    let lines = use_memo((shown.clone(), *part, props.toggled.clone()), |(shown, part, toggled)| {
        shown.token.parts.get(*part).map(|part| pretty_json::lines(part, toggled)).unwrap_or_default()
    });
    let first_of = |member: &Option<usize>| lines.iter().position(|line| member.is_some() && line.member == *member);
    let shows_all = props.shows_all_lines || first_of(&props.followed) >= Some(LINES);
    let count = if shows_all { lines.len() } else { lines.len().min(LINES) };
    let needed = first_of(marked);
    let rows = JsonRows {
        shown: shown.clone(),
        lines: (&lines).into(),
        part: *part,
        marked: *marked,
        unfolded: unfolded.clone(),
        now: props.now,
        dispatch: dispatch.clone(),
    };
    html! {
        <div class="json-view">
            <LongList<JsonRows> {rows} {count} {needed} />
            {show_more(lines.len() - count, Fold::JsonLines { part: *part }, dispatch)}
            if count == pretty_json::LONGEST {
                <p class="remark">{"Too long to show whole: “Copy” copies all of it."}</p>
            }
        </div>
    }
}

#[derive(Clone, PartialEq)]
struct JsonRows {
    shown: SameToken,
    lines: Same<Vec<JsonLine>>,
    part: usize,
    marked: Option<usize>,
    unfolded: Vec<usize>,
    now: i64,
    dispatch: Dispatch,
}

impl JsonRows {
    fn part(&self) -> Option<&Part> {
        self.shown.token.parts.get(self.part)
    }

    fn member_of(&self, line: &JsonLine) -> Option<&DescribedMember> {
        // The other lines of a member are inside its value.
        line.member.filter(|_| line.name.is_some() && line.depth == 1).and_then(|member| {
            let described = self.shown.description.parts.get(self.part)?;
            described.members.get(member)
        })
    }
}

impl Rows for JsonRows {
    const HEIGHT: usize = 20;
    const CLASS: &'static str = "json";

    fn draw(&self, rows: Range<usize>) -> Html {
        let Some(part) = self.part() else { return Html::default() };
        self.lines.get(rows).unwrap_or_default().iter().map(|line| json_line(self, part, line)).collect()
    }

    fn only(&self, rows: &Range<usize>) -> Self {
        let lines = self.lines.get(rows.clone()).unwrap_or_default();
        let (first, last) = (lines.first().map_or(0, |line| line.start), lines.last().map_or(0, |line| line.start));
        let tells_time = lines.iter().filter_map(|line| self.member_of(line)).any(|member| member.instant.is_some());
        Self {
            marked: self.marked.filter(|marked| lines.iter().any(|line| line.member == Some(*marked))),
            unfolded: self.unfolded.iter().copied().filter(|start| (first..=last).contains(start)).collect(),
            now: if tells_time { self.now } else { 0 },
            ..self.clone()
        }
    }
}

fn json_line(rows: &JsonRows, part: &Part, line: &JsonLine) -> Html {
    let member = rows.member_of(line);
    let selection = line.member.map(|member| Selection { part: rows.part, member: Some(member) });
    let is_unfolded = rows.unfolded.contains(&line.start);
    let characters = if is_unfolded { LONGEST } else { SHORT };
    html! {
        // A fold button keeps the focus, because its line stays the same element.
        <li
            key={line.start}
            id={member.and(selection).map(Selection::row_id)}
            tabindex={member.map(|_| "-1")}
            data-selection={selection.map(Selection::to_attribute)}
            data-marked={mark(line.member.is_some() && line.member == rows.marked)}
        >
            {fold_button(rows, part, line)}
            {json_code(part, line, characters)}
            {rest_of_value(rows, part, line, is_unfolded)}
            {hint(rows, part, line, member)}
        </li>
    }
}

fn fold_button(rows: &JsonRows, part: &Part, line: &JsonLine) -> Html {
    let (container, is_expanded) = match &line.content {
        LineContent::Opening(container) if container.can_fold => (container, true),
        LineContent::Folded { container, .. } => (container, false),
        _ => return Html::default(),
    };
    let toggled = Action::JsonToggled { part: rows.part, start: line.start };
    html! {
        <button
            class="fold"
            aria-expanded={is_expanded.to_string()}
            aria-label={fold_name(part, line, container)}
            onclick={rows.dispatch.on(toggled)}
        />
    }
}

/// "roles: 3 items", or "3 items" for what has no name.
fn fold_name(part: &Part, line: &JsonLine, container: &JsonContainer) -> String {
    match line.name {
        Some(name) => {
            let name = part.source(Span::new(name.start + 1, name.end.saturating_sub(1)));
            format!("{}: {}", in_quotes(&capped(&name, 40)), container.extent())
        }
        None => container.extent(),
    }
}

/// A button for what was left out of a long value, or what can be done instead.
fn rest_of_value(rows: &JsonRows, part: &Part, line: &JsonLine, is_unfolded: bool) -> Html {
    let span = match &line.content {
        LineContent::Plain(value) => value.span,
        LineContent::Unread(span) => *span,
        _ => return Html::default(),
    };
    let characters = if is_unfolded { LONGEST } else { SHORT };
    if shortened(part, span, characters).is_none() {
        return Html::default();
    }
    let length = size(span.len());
    if is_unfolded {
        return html! {
            <span class="hint">{format!("Too long to show whole ({length}): “Copy” copies all of it.")}</span>
        };
    }
    let unfolded = Action::Unfolded(Fold::JsonValue { part: rows.part, start: line.start });
    html! {
        <button class="link" onclick={rows.dispatch.on(unfolded)}>{format!("show all ({length})")}</button>
    }
}

/// A remark after a value. It is not part of the text and is not copied with it.
fn hint(rows: &JsonRows, part: &Part, line: &JsonLine, member: Option<&DescribedMember>) -> Html {
    if let Some((seconds, member)) = member.and_then(|member| Some((member.instant?, member))) {
        let is_bad = makes_unusable(member, part.role, rows.now);
        return html! {
            <span class="hint">
                {instants::utc(seconds)}{" · "}
                <em data-severity={is_bad.then_some("error")}>{instants::relative(seconds, rows.now)}</em>
            </span>
        };
    }
    let count = match &line.content {
        LineContent::ShortArray(values) => counted(values.len(), "item"),
        LineContent::Opening(container) if container.brackets == Brackets::Array => container.extent(),
        LineContent::Plain(_) => match member.and_then(scopes) {
            Some(words) => counted(words.len(), "scope"),
            None => return Html::default(),
        },
        _ => return Html::default(),
    };
    html! { <span class="hint">{count}</span> }
}

#[cfg(test)]
mod tests;
