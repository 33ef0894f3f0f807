//! Two tokens side by side: which they are, and how a comparison begins, goes on and ends.

use std::rc::Rc;

use decode::{Token, decode};
use inspect::compare::{Comparison, Side, compare};
use inspect::describe::{Description, describe};
use inspect::display::capped;

use super::app::{Fold, State};
use super::commands::Command;
use super::reading::Reading;
use super::switcher;

/// Of a second text no more is taken, in UTF-16 units.
pub const SECOND_LIMIT: usize = 1024 * 1024;

/// The token that was shown, and one beside it.
pub struct Comparing {
    one: Compared,
    /// None as long as there is no second text with a token.
    other: Option<Compared>,
    pub source: Source,
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
    /// This one and the other, as they stand.
    pub fn sides(&self) -> (Option<&Compared>, Option<&Compared>) {
        match self.is_swapped {
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

    fn compare(&mut self) {
        fn side(compared: &Compared) -> Side<'_> {
            Side { token: &compared.token, description: &compared.description }
        }
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
    pub fn compare(&mut self, command: Command) {
        match command {
            Command::CompareWith(position) => {
                let other = self.of_text(position);
                if other.is_some() {
                    self.begin(other, Source::Text);
                }
            }
            Command::CompareWithAnother => {
                self.begin(None, Source::Second { is_empty: true, is_cut: false, tokens: 0 });
            }
            Command::SwapCompared => {
                if let Some(comparing) = &mut self.comparing {
                    comparing.is_swapped = !comparing.is_swapped;
                    comparing.compare();
                }
            }
            _ => self.comparing = None,
        }
    }

    /// The same one goes on to be compared, if any is.
    fn begin(&mut self, other: Option<Compared>, source: Source) {
        self.unfolded.retain(|fold| !matches!(fold, Fold::Compared { .. }));
        let is_swapped = self.comparing.as_ref().is_some_and(|comparing| comparing.is_swapped && other.is_some());
        let one = match self.comparing.take() {
            Some(comparing) => Some(comparing.one),
            None => self.shown_one(),
        };
        self.comparing = one.map(|one| Comparing { one, other, source, is_swapped, comparison: None });
        if let Some(comparing) = &mut self.comparing {
            comparing.compare();
        }
    }

    pub fn compare_with_text(&mut self, text: &str) {
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
            name: if token.label == "token" { "the second text".to_owned() } else { capped(&token.label, 40) },
            description: Rc::new(describe(&token)),
            token: Rc::new(token),
        });
        self.begin(other, source);
    }

    fn of_text(&self, position: usize) -> Option<Compared> {
        let token = self.reading.tokens.get(position)?;
        let group = self.reading.groups.iter().find(|group| group.first == position);
        let name = group.map_or_else(|| capped(&token.label, 40), |group| switcher::name(self, group));
        Some(Compared { token: Rc::clone(token), description: Rc::new(describe(token)), name })
    }

    fn shown_one(&self) -> Option<Compared> {
        let shown = self.shown()?;
        let token = Rc::clone(&shown.token);
        let group = self.reading.groups.iter().find(|group| {
            self.reading.tokens.get(group.first).is_some_and(|first| self.opened.is_empty() && first.text == token.text)
        });
        let name = group.map_or_else(|| capped(&token.label, 40), |group| switcher::name(self, group));
        Some(Compared { token, description: Rc::clone(&shown.description), name })
    }
}

#[cfg(test)]
mod tests {
    use super::super::app::{Action, Origin};
    use super::super::testing::{NOW, state, token};
    use super::*;

    fn claims(text: &str) -> String {
        token(r#"{"alg":"HS256"}"#, text, 32)
    }

    fn three() -> String {
        [r#"{"sub":"1"}"#, r#"{"sub":"2"}"#, r#"{"sub":"3"}"#].map(claims).join("\n")
    }

    fn press(state: &mut State, command: Command) {
        state.learn(Action::Pressed(command));
    }

    fn edit(state: &mut State, text: &str, origin: Origin) {
        state.learn(Action::Edited { text: text.to_owned(), origin, now: NOW });
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
        press(&mut state, Command::ChooseToken(1));
        press(&mut state, Command::CompareWith(0));
        assert_eq!(sides(&state), are(r#"{"sub":"2"}"#, r#"{"sub":"1"}"#));
        press(&mut state, Command::CompareWith(2));
        press(&mut state, Command::SwapCompared);
        assert_eq!(sides(&state), are(r#"{"sub":"3"}"#, r#"{"sub":"2"}"#));
        state.learn(Action::Ticked(NOW + 1));
        assert!(state.comparing.as_ref().is_some_and(|comparing| comparing.comparison.is_some()));
        press(&mut state, Command::EndComparison);
        assert!(state.comparing.is_none() && state.chosen == 1);
        press(&mut state, Command::CompareWith(9));
        assert!(state.comparing.is_none());
    }

    #[test]
    fn a_second_text_leaves_the_first_alone() {
        let mut state = state(&claims(r#"{"sub":"1"}"#));
        let first = state.text.clone();
        state.learn(Action::SecondWritten(three()));
        assert!(state.comparing.is_none(), "nobody asked for it");
        press(&mut state, Command::CompareWithAnother);
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, ""));
        state.learn(Action::SecondWritten("no token".to_owned()));
        let source = |state: &State| state.comparing.as_ref().map(|comparing| comparing.source);
        assert_eq!(source(&state), Some(Source::Second { is_empty: false, is_cut: false, tokens: 0 }));
        state.learn(Action::SecondWritten(three()));
        assert_eq!(source(&state), Some(Source::Second { is_empty: false, is_cut: false, tokens: 3 }));
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, r#"{"sub":"1"}"#));
        assert_eq!((&state.text, state.reading.tokens.len()), (&first, 1));
    }

    #[test]
    fn ends_when_one_of_the_two_is_gone_and_not_before() {
        let mut state = state(&three());
        press(&mut state, Command::CompareWith(1));
        edit(&mut state, &[&three(), " and more"].concat(), Origin::Typed);
        assert!(state.comparing.is_some());
        edit(&mut state, &[claims(r#"{"sub":"2"}"#), claims(r#"{"sub":"1"}"#)].join("\n"), Origin::Pasted);
        assert_eq!(sides(&state), are(r#"{"sub":"1"}"#, r#"{"sub":"2"}"#));
        edit(&mut state, &claims(r#"{"sub":"2"}"#), Origin::Typed);
        assert!(state.comparing.is_none());
        press(&mut state, Command::CompareWithAnother);
        state.learn(Action::SecondWritten(three()));
        edit(&mut state, &[&claims(r#"{"sub":"2"}"#), " "].concat(), Origin::Typed);
        assert!(state.comparing.is_some(), "the second text is another");
        press(&mut state, Command::Clear);
        assert!(state.comparing.is_none());
    }

    #[test]
    fn choosing_a_token_shows_it() {
        let mut state = state(&three());
        press(&mut state, Command::CompareWith(1));
        press(&mut state, Command::ChooseToken(2));
        assert!(state.comparing.is_none());
    }

    #[test]
    fn a_token_inside_another_is_compared_too() {
        let inner = claims(r#"{"sub":"inner"}"#);
        let outer = claims(&[r#"{"id_token_hint":""#, &inner, r#""}"#].concat());
        let mut state = state(&[&*outer, &claims(r#"{"sub":"2"}"#)].join("\n"));
        press(&mut state, Command::OpenNested(0));
        press(&mut state, Command::CompareWith(1));
        assert_eq!(sides(&state), are(r#"{"sub":"inner"}"#, r#"{"sub":"2"}"#));
        let name = &state.comparing.as_ref().expect("a comparison").shown().name;
        assert_eq!(name, "id_token_hint");
        let text = [&state.text, " "].concat();
        edit(&mut state, &text, Origin::Typed);
        assert!(state.comparing.is_some());
    }
}
