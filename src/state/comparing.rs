//! Two tokens side by side: which they are, and how a comparison begins, goes on and ends.

use std::rc::Rc;

use decode::{Token, decode};
use inspect::compare::{Comparison, Side, SideName, compare, side_names};
use inspect::describe::{Description, describe};
use inspect::display::capped;

use super::change::StateChange;
use super::reading::Reading;
use super::{Effect, Fold, State};

/// Of a second text no more is taken, in UTF-16 units.
pub const SECOND_LIMIT: usize = 1024 * 1024;
/// What a token is called that has no name in a text of its own.
pub const SECOND_TEXT: &str = "the second text";

/// The token that was shown, and one beside it.
pub struct Comparing {
    one: Compared,
    /// None as long as there is no second text with a token.
    other: Option<Compared>,
    pub source: Source,
    /// The one that was shown is the later of the two, so it stands at the right.
    is_later: bool,
    /// The reader swapped the sides.
    is_swapped: bool,
    /// Made once for two tokens.
    pub comparison: Option<Comparison>,
}

/// Where the other one comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The same text.
    Text,
    /// A second one, which holds so many tokens.
    Second { is_empty: bool, is_cut: bool, tokens: usize },
}

pub struct Compared {
    pub token: Rc<Token>,
    pub description: Rc<Description>,
    pub name: String,
}

impl Comparing {
    /// The two as they stand, the earlier one at the left unless the reader swapped them.
    pub fn sides(&self) -> (Option<&Compared>, Option<&Compared>) {
        match self.is_swapped != self.is_later {
            false => (Some(&self.one), self.other.as_ref()),
            true => (self.other.as_ref(), Some(&self.one)),
        }
    }

    /// The one that was shown.
    pub fn shown(&self) -> &Compared {
        &self.one
    }

    /// Whether the other is this token of the text.
    pub fn is_with(&self, token: &Token) -> bool {
        self.source == Source::Text && self.other.as_ref().is_some_and(|other| other.token.text == token.text)
    }

    /// Whether the text still holds what it is to hold.
    pub fn is_still_in(&self, reading: &Reading) -> bool {
        let holds = |wanted: &Token| reading.tokens.iter().any(|token| holds(token, &wanted.text));
        let other = self.other.as_ref().filter(|_| self.source == Source::Text);
        holds(&self.one.token) && other.is_none_or(|other| holds(&other.token))
    }

    pub fn swap(&mut self) {
        self.is_swapped = !self.is_swapped;
        self.compare();
    }

    fn compare(&mut self) {
        fn side(compared: &Compared) -> Side<'_> {
            Side { token: &compared.token, description: &compared.description }
        }
        self.is_later = self
            .other
            .as_ref()
            .is_some_and(|other| side_names(&self.one.token, &other.token) == [SideName::After, SideName::Before]);
        self.comparison = match self.sides() {
            (Some(one), Some(other)) => Some(compare(side(one), side(other))),
            _ => None,
        };
    }
}

/// Itself, or somewhere inside.
fn holds(token: &Token, text: &str) -> bool {
    token.text == text || token.nested.iter().any(|nested| holds(&nested.token, text))
}

impl State {
    pub(super) fn compare_with(&mut self, position: usize) -> StateChange {
        if let Some(other) = self.of_text(position) {
            self.begin_comparing(Some(other), Source::Text);
        }
        StateChange::then(Effect::GoToAnswerIfFocusIsLost)
    }

    /// Goes on comparing with the same token, if there is one.
    pub(super) fn begin_comparing(&mut self, other: Option<Compared>, source: Source) {
        self.answer.unfolded.retain(|fold| !matches!(fold, Fold::Compared { .. }));
        let is_swapped = self.comparing.as_ref().is_some_and(|comparing| comparing.is_swapped && other.is_some());
        let one = match self.comparing.take() {
            Some(comparing) => Some(comparing.one),
            None => self.shown_one(),
        };
        self.comparing = one.map(|one| Comparing { one, other, source, is_later: false, is_swapped, comparison: None });
        if let Some(comparing) = &mut self.comparing {
            comparing.compare();
        }
    }

    pub(super) fn compare_with_text(&mut self, text: &str) {
        if !self.comparing.as_ref().is_some_and(|comparing| comparing.source != Source::Text) {
            return;
        }
        let mut tokens = decode(text).tokens.into_iter();
        let first = tokens.next();
        let source = Source::Second {
            is_empty: text.trim().is_empty(),
            is_cut: text.len() >= SECOND_LIMIT,
            tokens: tokens.count() + usize::from(first.is_some()),
        };
        let other = first.map(|token| Compared {
            name: if token.label == "token" { SECOND_TEXT.to_owned() } else { capped(&token.label, 40) },
            description: Rc::new(describe(&token)),
            token: Rc::new(token),
        });
        self.begin_comparing(other, source);
    }

    /// A text that is brought to the page while two tokens are compared: it is the second one, so that the first is not
    /// lost. Returns as much of it as is read.
    pub(super) fn compare_with_brought(&mut self, text: &str) -> String {
        let text = text.get(..text.floor_char_boundary(SECOND_LIMIT)).unwrap_or_default();
        self.begin_comparing(None, Source::Second { is_empty: true, is_cut: false, tokens: 0 });
        self.compare_with_text(text);
        text.to_owned()
    }

    pub(super) fn of_text(&self, position: usize) -> Option<Compared> {
        let token = self.paste.reading.tokens.get(position)?;
        let group = self.paste.reading.groups.iter().find(|group| group.first == position);
        let name = group.map_or_else(|| capped(&token.label, 40), |group| group.name.clone());
        Some(Compared { token: Rc::clone(token), description: Rc::new(describe(token)), name })
    }

    fn shown_one(&self) -> Option<Compared> {
        let shown = self.shown()?;
        let token = Rc::clone(&shown.token);
        let group = self.paste.reading.groups.iter().find(|group| {
            self.paste
                .reading
                .tokens
                .get(group.first)
                .is_some_and(|first| self.answer.opened.is_empty() && first.text == token.text)
        });
        let name = group.map_or_else(|| capped(&token.label, 40), |group| group.name.clone());
        Some(Compared { token, description: Rc::clone(&shown.description), name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::paste::Origin;
    use crate::state::{Action, Effect};
    use crate::views::testing::{NOW, state, token};

    fn claims(text: &str) -> String {
        token(r#"{"alg":"HS256"}"#, text, 32)
    }

    fn three() -> String {
        [r#"{"sub":"1"}"#, r#"{"sub":"2"}"#, r#"{"sub":"3"}"#].map(claims).join("\n")
    }

    fn edit(state: &mut State, text: &str, origin: Origin) {
        state.reduce(Action::Edited { text: text.to_owned(), origin, now: NOW });
    }

    /// The texts of both claims.
    fn sides(state: &State) -> Option<[String; 2]> {
        let claims = |side: Option<&Compared>| {
            side.and_then(|side| Some(side.token.payload()?.text().into_owned())).unwrap_or_default()
        };
        let (one, other) = state.comparing.as_ref()?.sides();
        Some([claims(one), claims(other)])
    }

    fn are(one: &str, other: &str) -> Option<[String; 2]> {
        Some([one.to_owned(), other.to_owned()])
    }

    #[test]
    fn any_two_of_a_text() {
        let mut state = state(&three());
        state.reduce(Action::TokenChosen(1));
        state.reduce(Action::ComparisonChosen(0));
        assert_eq!(sides(&state), are(r#"{"sub":"2"}"#, r#"{"sub":"1"}"#));
        state.reduce(Action::ComparisonChosen(2));
        state.reduce(Action::SidesSwapped);
        assert_eq!(sides(&state), are(r#"{"sub":"3"}"#, r#"{"sub":"2"}"#));
        state.reduce(Action::Ticked(NOW + 1));
        assert!(state.comparing.as_ref().is_some_and(|comparing| comparing.comparison.is_some()));
        state.reduce(Action::ComparisonEnded);
        assert!(state.comparing.is_none() && state.answer.chosen == 1);
        state.reduce(Action::ComparisonChosen(9));
        assert!(state.comparing.is_none());
    }

    #[test]
    fn a_second_text_leaves_the_first_alone() {
        let mut state = state(&claims(r#"{"sub":"1"}"#));
        let first = state.paste.text.clone();
        state.reduce(Action::SecondWritten(three()));
        assert!(state.comparing.is_none(), "nobody asked for it");
        state.reduce(Action::SecondTextWanted);
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, ""));
        state.reduce(Action::SecondWritten("no token".to_owned()));
        let source = |state: &State| state.comparing.as_ref().map(|comparing| comparing.source);
        assert_eq!(source(&state), Some(Source::Second { is_empty: false, is_cut: false, tokens: 0 }));
        state.reduce(Action::SecondWritten(three()));
        assert_eq!(source(&state), Some(Source::Second { is_empty: false, is_cut: false, tokens: 3 }));
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, r#"{"sub":"1"}"#));
        assert_eq!((&state.paste.text, state.paste.reading.tokens.len()), (&first, 1));
    }

    #[test]
    fn ends_when_one_of_the_two_is_gone_and_not_before() {
        let mut state = state(&three());
        state.reduce(Action::ComparisonChosen(1));
        edit(&mut state, &[&three(), " and more"].concat(), Origin::Typed);
        assert!(state.comparing.is_some());
        edit(&mut state, &[claims(r#"{"sub":"2"}"#), claims(r#"{"sub":"1"}"#)].join("\n"), Origin::Pasted);
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, r#"{"sub":"2"}"#));
        edit(&mut state, &claims(r#"{"sub":"2"}"#), Origin::Typed);
        assert!(state.comparing.is_none());
        state.reduce(Action::SecondTextWanted);
        state.reduce(Action::SecondWritten(three()));
        edit(&mut state, &[&claims(r#"{"sub":"2"}"#), " "].concat(), Origin::Typed);
        assert!(state.comparing.is_some(), "the second text is another");
        state.reduce(Action::Cleared { now: NOW });
        assert!(state.comparing.is_none());
    }

    #[test]
    fn the_earlier_one_stands_at_the_left() {
        let at = |iat: i64| claims(&format!(r#"{{"iat":{iat}}}"#));
        let mut state = state(&[at(2), at(1), at(3)].join("\n"));
        state.reduce(Action::ComparisonChosen(1));
        assert_eq!(sides(&state), are(r#"{"iat":1}"#, r#"{"iat":2}"#));
        state.reduce(Action::ComparisonChosen(2));
        assert_eq!(sides(&state), are(r#"{"iat":2}"#, r#"{"iat":3}"#));
        state.reduce(Action::SidesSwapped);
        assert_eq!(sides(&state), are(r#"{"iat":3}"#, r#"{"iat":2}"#));
        let names = |state: &State| state.comparing.as_ref()?.comparison.as_ref().map(|comparison| comparison.names);
        assert_eq!(names(&state), Some([SideName::After, SideName::Before]), "each keeps its name");
    }

    #[test]
    fn what_is_pasted_meanwhile_is_the_second_one() {
        let (one, two, three) = (claims(r#"{"sub":"1"}"#), claims(r#"{"sub":"2"}"#), claims(r#"{"sub":"3"}"#));
        let mut state = state(&[&*one, &*two].join("\n"));
        let first = state.paste.text.clone();
        state.reduce(Action::ComparisonChosen(1));
        let pasted = |text: &str| Action::Edited { text: text.to_owned(), origin: Origin::Pasted, now: NOW };
        let change = state.reduce(pasted(&three));
        assert_eq!(change.effects, [Effect::FillSecond(three)]);
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, r#"{"sub":"3"}"#));
        state.reduce(pasted("no token"));
        assert_eq!((sides(&state), &state.paste.text), (are(r#"{"sub":"1"}"#, ""), &first));
        let long = "€".repeat(SECOND_LIMIT);
        let change = state.reduce(pasted(&long));
        assert!(matches!(&*change.effects, [Effect::FillSecond(text)] if text.len() == SECOND_LIMIT - 1));
        state.reduce(Action::ComparisonEnded);
        state.reduce(pasted(&two));
        assert_eq!(&*state.paste.text, two);
    }

    #[test]
    fn choosing_a_token_shows_it() {
        let mut state = state(&three());
        state.reduce(Action::ComparisonChosen(1));
        state.reduce(Action::TokenChosen(2));
        assert!(state.comparing.is_none());
    }

    #[test]
    fn a_token_inside_another_is_compared_too() {
        let inner = claims(r#"{"sub":"inner"}"#);
        let outer = claims(&[r#"{"id_token_hint":""#, &inner, r#""}"#].concat());
        let mut state = state(&[&*outer, &claims(r#"{"sub":"2"}"#)].join("\n"));
        state.reduce(Action::NestedOpened(0));
        state.reduce(Action::ComparisonChosen(1));
        assert_eq!(sides(&state), are(r#"{"sub":"inner"}"#, r#"{"sub":"2"}"#));
        let name = &state.comparing.as_ref().expect("a comparison").shown().name;
        assert_eq!(name, "id_token_hint");
        let text = [&state.paste.text, " "].concat();
        edit(&mut state, &text, Origin::Typed);
        assert!(state.comparing.is_some());
    }
}
