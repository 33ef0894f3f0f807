//! One member of a part: its name, its value as written, and what it means.

use std::ops::Range;
use std::rc::Rc;

use decode::{Part, Role, Token};
use inspect::describe::{DescribedMember, Occurrence};
use inspect::display::capped;
use yew::prelude::*;

use super::flags::RowFlag;
use super::inside::openers;
use super::instants::distance;
use super::values::{ShownValue, member_value};
use crate::state::clock::Zone;
use crate::state::{Action, Copied, Dispatch, Selection};
use crate::views::glyphs::{beginning, in_quotes, mark, prose, reference, shown};
use crate::views::long_list::Rows;
use crate::views::same::{Same, SameToken};

/// A longer name is cut: the exact text has all of it.
const LONGEST_NAME: usize = 300;
/// From so many bytes on a value gets the whole width.
const LONG: usize = 48;

/// The members of a part.
#[derive(Clone, PartialEq)]
pub struct MemberRows {
    pub shown: SameToken,
    /// Position of the part.
    pub part: usize,
    pub marked: Option<usize>,
    /// Positions of the members that a filter leaves; None where it leaves all.
    pub left: Option<Rc<[usize]>>,
    /// Those whose values are not shortened.
    pub unfolded: Vec<usize>,
    pub flags: Vec<RowFlag>,
    pub now: i64,
    pub zone: Same<Zone>,
    pub dispatch: Dispatch,
}

impl MemberRows {
    fn members(&self) -> &[DescribedMember] {
        self.shown.description.parts.get(self.part).map_or(&[], |part| &part.members)
    }

    /// Of the members in these rows, in ascending order.
    fn positions(&self, rows: &Range<usize>) -> Vec<usize> {
        match &self.left {
            None => rows.clone().collect(),
            Some(left) => left.get(rows.start..rows.end.min(left.len())).unwrap_or_default().to_vec(),
        }
    }
}

impl Rows for MemberRows {
    fn draw(&self, rows: Range<usize>) -> Html {
        let Some(part) = self.shown.token.parts.get(self.part) else { return Html::default() };
        let members = self.positions(&rows).into_iter().filter_map(|at| Some((at, self.members().get(at)?)));
        members.map(|(position, member)| row(self, part, position, member)).collect()
    }

    fn only(&self, rows: &Range<usize>) -> Self {
        let drawn = self.positions(rows);
        let is_drawn = |member: &usize| drawn.binary_search(member).is_ok();
        let tells_time = drawn.iter().filter_map(|at| self.members().get(*at)).any(|member| member.instant.is_some());
        Self {
            marked: self.marked.filter(is_drawn),
            unfolded: self.unfolded.iter().copied().filter(is_drawn).collect(),
            flags: self.flags.iter().filter(|flag| is_drawn(&flag.member)).cloned().collect(),
            now: if tells_time { self.now } else { 0 },
            ..self.clone()
        }
    }
}

fn row(rows: &MemberRows, part: &Part, position: usize, member: &DescribedMember) -> Html {
    let selection = Selection { part: rows.part, member: Some(position) };
    let is_marked = rows.marked == Some(position);
    let short_name = beginning(&member.name, LONGEST_NAME);
    let value = ShownValue::of(part, position, member);
    let copy = Action::CopyWanted(Copied::Member { part: rows.part, member: position });
    html! {
        <li
            class="row"
            id={selection.row_id()}
            data-selection={selection.to_attribute()}
            data-marked={mark(is_marked)}
            data-long={mark(member.raw.len() > LONG)}
        >
            {for rows.flags.iter().filter(|flag| flag.member == position).map(|flag| flag.draw(&rows.dispatch))}
            {name(short_name.unwrap_or(&member.name), short_name.is_some(), value.count())}
            {member_value(rows, part, position, member, &value)}
            {reference(member.reference)}
            <button
                class="copy"
                aria-label={format!("Copy {}", in_quotes(&capped(&member.name, 40)))}
                onclick={rows.dispatch.on(copy)}
            >
                {"Copy"}
            </button>
            {meaning(rows, part.role, member)}
            {openers(&rows.shown, rows.part, Some(member.value_span), &rows.dispatch)}
            if is_marked {
                <p class="carriers">
                    {"Carried by "}<mark>{carriers(&rows.shown.token, part, member)}</mark>
                </p>
            }
        </li>
    }
}

/// With how many items the value has.
fn name(name: &str, is_shortened: bool, count: Option<usize>) -> Html {
    let dots = if is_shortened { "…" } else { "" };
    match count {
        None => html! { <span class="name">{shown(name)}{dots}</span> },
        Some(count) => html! {
            <span class="name"><span>{shown(name)}{dots}</span>{" "}<small class="count">{format!("[{count}]")}</small></span>
        },
    }
}

fn repeated(occurrence: Occurrence) -> Option<&'static str> {
    Some(match occurrence {
        Occurrence::Only => return None,
        Occurrence::First => "repeated: most parsers use the last one, some use this first one. ",
        Occurrence::Between => "repeated: most parsers use the last one. ",
        Occurrence::Last => "repeated: most parsers use this one, the last. ",
    })
}

/// Whether it is this instant that makes the token unusable now.
pub fn makes_unusable(member: &DescribedMember, role: Role, now: i64) -> bool {
    member.instant.is_some_and(|instant| match &*member.name {
        "exp" => role == Role::Payload && instant <= now,
        "nbf" => role == Role::Payload && instant > now,
        _ => false,
    })
}

/// What the value says now, and what the name means: in a few words, which unfold to more.
fn meaning(rows: &MemberRows, role: Role, member: &DescribedMember) -> Html {
    let is_bad = makes_unusable(member, role, rows.now);
    html! {
        <div class="meaning">
            if let Some(said) = repeated(member.occurrence) {
                <b class="repeated">{said}</b>
            }
            if let Some(value) = member.shown.as_ref().filter(|_| member.instant.is_none()) {
                <p><em>{prose(value)}</em></p>
            }
            if member.title.is_empty() {
                if let Some(seconds) = member.instant {
                    <p>{distance(seconds, rows.now, &rows.zone, is_bad)}</p>
                }
                <p>{"Not registered: ask its issuer"}</p>
            } else {
                <details>
                    <summary>
                        if let Some(seconds) = member.instant {
                            {member.title}{" "}{distance(seconds, rows.now, &rows.zone, is_bad)}
                        } else {
                            {member.short}
                        }
                    </summary>
                    <p>
                        <span class="title">{member.title}</span>{": "}{member.meaning}{". "}{member.reference}
                    </p>
                </details>
            }
        </div>
    }
}

/// The beginning of the characters that carry it.
fn carriers(token: &Token, part: &Part, member: &DescribedMember) -> String {
    let characters = token.characters_of(part, member.span).in_str(&token.text);
    beginning(characters, 72).map_or_else(|| characters.to_owned(), |short| format!("{short}…"))
}
