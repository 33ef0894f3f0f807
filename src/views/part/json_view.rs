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
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, inspected, markup, state, token};
    use expect_test::expect;

    fn lines(payload: &str, change: impl FnOnce(&mut State)) -> Html {
        let mut state = state("");
        state.answer.inspected = Some(inspected(&token(r#"{"alg":"RS256"}"#, payload, 256)));
        change(&mut state);
        json_view(&state, state.answer.inspected.as_ref().unwrap(), 1, &dispatch())
    }

    #[test]
    fn colours_values_and_says_times_and_counts() {
        let claims = r#"{"exp":1795179600,"scope":"a b","n":1.0,"b":null,"o":{"x":["y"],"x":["\u0041",{}]}}"#;
        check(
            lines(claims, |_| {}),
            expect![[r#"
                <div class="json-view">
                <div class="long-list">
                <ul class="json">
                <li>
                <code>{</code>
                </li>
                <li id="row-1:0" tabindex="-1" data-selection="1:0">
                <code>  <span class="json-name">"exp"</span>: <span class="json-number">1795179600</span>,</code>
                <span class="hint">2026-11-20 13:00:00 UTC · <em data-severity="error">3 days ago</em>
                </span>
                </li>
                <li id="row-1:1" tabindex="-1" data-selection="1:1">
                <code>  <span class="json-name">"scope"</span>: <span class="json-string">"a b"</span>,</code>
                <span class="hint">2 scopes</span>
                </li>
                <li id="row-1:2" tabindex="-1" data-selection="1:2">
                <code>  <span class="json-name">"n"</span>: <span class="json-number">1.0</span>,</code>
                </li>
                <li id="row-1:3" tabindex="-1" data-selection="1:3">
                <code>  <span class="json-name">"b"</span>: <span class="json-literal">null</span>,</code>
                </li>
                <li id="row-1:4" tabindex="-1" data-selection="1:4">
                <button aria-expanded="true" aria-label="o: 2 members" class="fold">
                </button>
                <code>  <span class="json-name">"o"</span>: {</code>
                </li>
                <li data-selection="1:4">
                <code>    <span class="json-name">"x"</span>: [<span class="json-string">"y"</span>],</code>
                <span class="hint">1 item</span>
                </li>
                <li data-selection="1:4">
                <button aria-expanded="true" aria-label="x: 2 items" class="fold">
                </button>
                <code>    <span class="json-name">"x"</span>: [</code>
                <span class="hint">2 items</span>
                </li>
                <li data-selection="1:4">
                <code>      <span class="json-string">"\u0041"</span>,</code>
                </li>
                <li data-selection="1:4">
                <code>      {}</code>
                </li>
                <li data-selection="1:4">
                <code>    ]</code>
                </li>
                <li data-selection="1:4">
                <code>  }</code>
                </li>
                <li>
                <code>}</code>
                </li>
                </ul>
                </div>
                </div>"#]],
        );
    }

    #[test]
    fn folds_what_was_folded() {
        let fold = |state: &mut State| {
            state.reduce(Action::JsonToggled { part: 1, start: 5 });
        };
        check(
            lines(r#"{"o":{"x":1,"y":2},"z":[]}"#, fold),
            expect![[r#"
                <div class="json-view">
                <div class="long-list">
                <ul class="json">
                <li>
                <code>{</code>
                </li>
                <li id="row-1:0" tabindex="-1" data-selection="1:0">
                <button aria-expanded="false" aria-label="o: 2 members" class="fold">
                </button>
                <code>  <span class="json-name">"o"</span>: { <span class="folded">2 members</span>: <span class="json-name">"x"</span>, <span class="json-name">"y"</span> },</code>
                </li>
                <li id="row-1:1" tabindex="-1" data-selection="1:1">
                <code>  <span class="json-name">"z"</span>: []</code>
                </li>
                <li>
                <code>}</code>
                </li>
                </ul>
                </div>
                </div>"#]],
        );
    }

    #[test]
    fn marks_all_lines_of_a_member() {
        let point = |state: &mut State| {
            state.reduce(Action::Pointed(Some(Selection { part: 1, member: Some(1) })));
        };
        let markup = markup(lines(r#"{"a":1,"o":{"x":{"y":2}}}"#, point));
        assert_eq!(markup.matches("data-selection=\"1:1\" data-marked").count(), 5, "{markup}");
        assert_eq!(markup.matches("id=\"row-1:1\"").count(), 1, "{markup}");
    }

    #[test]
    fn shows_the_place_of_a_fault_and_what_stands_behind_it() {
        let markup = markup(lines(r#"{"sub":"1",'exp':1}"#, |_| {}));
        assert!(markup.contains("▸'</mark>exp':1}"), "{markup}");
    }

    #[test]
    fn shortens_a_long_value_until_all_of_it_is_asked_for() {
        let claims = format!(r#"{{"long":"{}","end":1}}"#, "ä".repeat(400));
        let short = markup(lines(&claims, |_| {}));
        assert!(short.contains("ä…</span>") && short.contains("show all (802 bytes)"), "{short}");
        let unfold = |state: &mut State| {
            state.reduce(Action::Unfolded(Fold::JsonValue { part: 1, start: 8 }));
        };
        assert!(!markup(lines(&claims, unfold)).contains('…'));
    }

    #[test]
    fn shows_hostile_text_as_text() {
        let hostile = "{\"<img src=x>\":[\"</script><b>\",{\"a\u{202e}b\":\"\u{202e}\"}]}";
        let markup = markup(lines(hostile, |_| {}));
        assert!(!markup.contains("<img") && !markup.contains("<b>") && !markup.contains('\u{202e}'), "{markup}");
    }

    #[test]
    fn draws_the_lines_in_sight_of_many() {
        let many: Vec<String> = (0..20_000).map(|n| format!(r#""n{n}":{n}"#)).collect();
        let claims = format!("{{{}}}", many.join(","));
        let at_first = markup(lines(&claims, |_| {}));
        assert!(at_first.contains("show 19602 more"), "{}", at_first.len());
        assert_eq!(at_first.matches("<li").count(), 50);
    }
}
