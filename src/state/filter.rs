//! What narrows the tables of a token's parts: words that stand in a name, a value or a meaning.

use std::rc::Rc;

use decode::json::JsonKind;
use decode::{Part, Role};
use inspect::describe::DescribedMember;
use inspection::Inspected;

use super::answer::PartView;
use super::change::StateChange;
use super::columns::Columns;
use super::{Effect, Selection, State};

#[derive(Default)]
pub struct Filter {
    /// As the reader wrote it.
    pub text: String,
    /// Where there is one column, its field is shown when asked for.
    pub is_open: bool,
}

/// How many members a filter leaves, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matches {
    pub claims: (usize, usize),
    pub parameters: (usize, usize),
}

impl Matches {
    pub fn are_none(self) -> bool {
        self.claims.0 + self.parameters.0 == 0
    }
}

impl Filter {
    /// Nothing is narrowed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The members that are left of a part, by position. None where all are, because nothing is asked for.
    pub fn positions(&self, inspected: &Inspected, part: usize) -> Option<Rc<[usize]>> {
        if self.is_blank() {
            return None;
        }
        let words = self.words();
        let (Some(read), Some(described)) = (inspected.token.parts.get(part), inspected.description.parts.get(part))
        else {
            return Some(Rc::default());
        };
        let members = described.members.iter().enumerate();
        Some(members.filter(|(at, member)| has_all(&words, read, *at, member)).map(|(at, _)| at).collect())
    }

    pub fn shows(&self, inspected: &Inspected, part: usize, member: usize) -> bool {
        self.positions(inspected, part).is_none_or(|positions| positions.binary_search(&member).is_ok())
    }

    pub fn matches(&self, inspected: &Inspected) -> Matches {
        let mut matches = Matches::default();
        for (position, part) in inspected.description.parts.iter().enumerate() {
            let all = part.members.len();
            let left = self.positions(inspected, position).map_or(all, |positions| positions.len());
            let count = match part.role {
                Role::Payload => &mut matches.claims,
                role if role.is_header() => &mut matches.parameters,
                _ => continue,
            };
            *count = (count.0 + left, count.1 + all);
        }
        matches
    }

    fn words(&self) -> Vec<String> {
        self.text.split_whitespace().map(str::to_lowercase).collect()
    }
}

/// Every word stands in its name, in its value as written or as read, or in what is said of it.
fn has_all(words: &[String], part: &Part, position: usize, member: &DescribedMember) -> bool {
    let read = part.members().get(position).and_then(|read| match &read.value.kind {
        JsonKind::String(text) if text.escaped => Some(&*text.text),
        _ => None,
    });
    let said = [
        Some(&*member.name),
        Some(&*member.raw),
        read,
        Some(member.title),
        Some(member.short),
        Some(member.meaning),
        Some(member.reference),
        member.shown.as_deref(),
    ];
    let said: Vec<String> = said.into_iter().flatten().map(str::to_lowercase).collect();
    words.iter().all(|word| said.iter().any(|text| text.contains(word)))
}

impl State {
    pub(super) fn filter(&mut self, text: String) {
        // Only tables can be narrowed.
        if self.filter.is_blank() && !text.trim().is_empty() {
            self.answer.views.retain(|(_, view)| *view == PartView::Table);
        }
        self.filter.text = text;
    }

    /// Its field is asked for. Where there is one column, it stands over a table.
    pub(super) fn want_filter(&mut self) -> StateChange {
        self.filter.is_open = true;
        if self.columns == Columns::One {
            self.answer.views.clear();
        }
        StateChange::then(Effect::GoTo("filter".to_owned()))
    }

    /// Shows its field and goes there, or takes both away.
    pub(super) fn toggle_filter(&mut self) -> StateChange {
        let was_open = std::mem::take(&mut self.filter).is_open;
        self.filter.is_open = !was_open;
        if was_open { StateChange::VISIBLE } else { StateChange::then(Effect::GoTo("filter".to_owned())) }
    }

    /// A row that something leads to is not to be filtered away.
    pub(super) fn make_row_seen(&mut self, selection: Selection) {
        let is_shown = |member| self.shown().is_some_and(|shown| self.filter.shows(shown, selection.part, member));
        if !selection.member.is_none_or(is_shown) {
            self.filter.text.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::state::{Action, Selection};
    use crate::views::testing::{state, token};

    const CLAIMS: &str =
        r#"{"sub":"grace","name":"Gr\u00e4ce Hopper","exp":1795179600,"roles":["Orders.Read","x"],"a":{"b":"Deep"}}"#;

    #[track_caller]
    fn check(text: &str, names: &[&str]) {
        let mut state = state(&token(r#"{"alg":"RS256","kid":"grace-1"}"#, CLAIMS, 256));
        state.reduce(Action::FilterWritten(text.to_owned()));
        let shown = state.shown().unwrap();
        let members = &shown.description.parts[1].members;
        let positions = state.filter.positions(shown, 1);
        let found: Vec<&str> = match &positions {
            Some(positions) => positions.iter().map(|at| &*members[*at].name).collect(),
            None => members.iter().map(|member| &*member.name).collect(),
        };
        assert_eq!(found, names, "{text}");
    }

    #[test]
    fn finds_names_values_and_meanings() {
        check("", &["sub", "name", "exp", "roles", "a"]);
        check("  ", &["sub", "name", "exp", "roles", "a"]);
        check("ROLES", &["roles"]);
        check("orders.read", &["roles"]);
        check("deep", &["a"]);
        check("grÄce", &["name"]);
        check("u00e4", &["name"]);
        check("hopper gr", &["name"]);
        check("expires", &["exp"]);
        check("17951", &["exp"]);
        check("2026-11-20", &["exp"]);
        check("rfc 7519", &["sub", "exp"]);
        check("nothing of the kind", &[]);
    }

    #[test]
    fn counts_what_is_left() {
        let mut state = state(&token(r#"{"alg":"RS256","kid":"grace-1"}"#, CLAIMS, 256));
        state.reduce(Action::FilterWritten("grace".to_owned()));
        let matches = state.filter.matches(state.shown().unwrap());
        assert_eq!((matches.claims, matches.parameters, matches.are_none()), ((1, 5), (1, 2), false));
    }

    #[test]
    fn makes_way_for_a_row_that_something_leads_to() {
        let mut state = state(&token(r#"{"alg":"RS256"}"#, CLAIMS, 256));
        state.reduce(Action::FilterWritten("roles".to_owned()));
        state.reduce(Action::SelectionFollowed(Selection { part: 1, member: Some(3) }));
        assert_eq!(state.filter.text, "roles");
        state.reduce(Action::SelectionFollowed(Selection { part: 1, member: Some(0) }));
        assert_eq!(state.filter.text, "");
    }

    #[test]
    fn is_gone_with_the_token() {
        let mut state = state(&token(r#"{"alg":"RS256"}"#, CLAIMS, 256));
        state.reduce(Action::FilterWritten("roles".to_owned()));
        state.reduce(Action::PageLeft);
        assert_eq!(state.filter.text, "");
    }
}
