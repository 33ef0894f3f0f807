//! What a text was found to hold, as the page keeps it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use decode::har::Exchange;
use decode::slices::WholeText;
use decode::{Decoded, Note, Part, Span, Token};
use inspect::display::capped;
use inspect::validity::TokenTimes;
use inspection::{TokenPlace, annotate, places, places_within};

use super::selection::Selection;
use super::token_list::{MANY, Sighting, TokenList};

/// The tokens of one text. Made once for a text.
#[derive(Debug, PartialEq, Default)]
pub struct Reading {
    pub tokens: Vec<Rc<Token>>,
    pub notes: Vec<Note>,
    /// The requests of a HAR file.
    pub exchanges: Vec<Exchange>,
    /// The tokens without repetitions, in the order in which each first stands in the text.
    pub groups: Vec<Group>,
    /// What is told of each group, where there are many.
    pub list: TokenList,
    /// Each instant at which the status of one of several tokens changes, in ascending order.
    turns: Vec<i64>,
}

/// Tokens of the very same text.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Position of the first of them in [`Reading::tokens`].
    pub first: usize,
    pub count: usize,
    /// "id_token", "token 2" where several have one label, "token ×12" where one token stands there twelve times.
    pub name: String,
    pub times: TokenTimes,
    /// The most telling of its places.
    pub sighting: Sighting,
}

impl Reading {
    /// What a text was decoded to, and what it is if it holds no token.
    /// `whole` says how often each token stands in the whole text, where this is an excerpt.
    pub fn unlisted(text: &str, mut decoded: Decoded, whole: Option<&WholeText>) -> Self {
        annotate(text, &mut decoded, whole);
        let Decoded { tokens, notes, exchanges } = decoded;
        let tokens: Vec<Rc<Token>> = tokens.into_iter().map(Rc::new).collect();
        let groups = groups(&tokens, &exchanges, whole);
        let turns = if groups.len() > 1 { turns(&groups) } else { Vec::new() };
        Self { groups, tokens, notes, exchanges, list: TokenList::default(), turns }
    }

    /// As [`Reading::unlisted`], with its list.
    pub fn of(text: &str, decoded: Decoded, whole: Option<&WholeText>) -> Self {
        let mut reading = Self::unlisted(text, decoded, whole);
        while reading.list_next(whole) {}
        reading
    }

    /// Adds the next token to the list. False where there is no more to do. What is told of a token takes some time, and
    /// there may be thousands.
    pub fn list_next(&mut self, whole: Option<&WholeText>) -> bool {
        let Some(group) = self.groups.get(self.list.rows.len()).filter(|_| self.groups.len() >= MANY) else {
            return false;
        };
        let Some(token) = self.tokens.get(group.first) else { return false };
        self.list.add(token, group, whole.map_or(&self.exchanges, |whole| &whole.exchanges));
        true
    }

    /// Whether there are so many distinct tokens that they are a table.
    pub fn is_many(&self) -> bool {
        self.groups.len() >= MANY
    }

    /// Whether each has a tab.
    pub fn has_tabs(&self) -> bool {
        (2..MANY).contains(&self.groups.len())
    }

    /// The token that is shown first.
    pub fn first_choice(&self) -> usize {
        self.list.first_choice().unwrap_or_default()
    }

    /// Where the token at this position stands first.
    pub fn first_of(&self, position: usize) -> Option<usize> {
        if self.groups.binary_search_by_key(&position, |group| group.first).is_ok() {
            return Some(position);
        }
        let text = &self.tokens.get(position)?.text;
        let is_same = |group: &&Group| self.tokens.get(group.first).is_some_and(|token| token.text == *text);
        self.groups.iter().find(is_same).map(|group| group.first)
    }

    /// How many tokens there are, repetitions included.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// Everywhere that a token stands in the text, or in the whole text, where this is an excerpt.
    pub fn places(&self, token: &Token, whole: Option<&WholeText>) -> Vec<TokenPlace> {
        match whole {
            Some(whole) => places_within(token, whole),
            None => places(token, &self.tokens, &self.exchanges),
        }
    }

    /// The requests that those places name.
    pub fn exchanges_of<'r>(&'r self, whole: Option<&'r WholeText>) -> &'r [Exchange] {
        whole.map_or(&self.exchanges, |whole| &whole.exchanges)
    }

    /// How many of the instants at which a status changes are over: statuses are the same as long as this is.
    pub fn turns_until(&self, now: i64) -> usize {
        self.turns.partition_point(|turn| *turn <= now)
    }

    /// Whether one of several tokens has another status at one instant than at the other.
    pub fn status_changes(&self, before: i64, now: i64) -> bool {
        self.turns_until(before) != self.turns_until(now)
    }

    /// The token that the byte at `offset` of the text belongs to: where one stands between the parts of another, that one.
    pub fn token_at(&self, offset: usize) -> Option<usize> {
        let tokens = self.tokens.iter().enumerate();
        let around = tokens.filter(|(_, token)| token.span.start <= offset && offset < token.span.end);
        around.min_by_key(|(_, token)| token.span.len()).map(|(position, _)| position)
    }
}

/// RFC 7519 sections 4.1.4 and 4.1.5: a token expires at `exp`, and begins at `nbf`.
fn turns(groups: &[Group]) -> Vec<i64> {
    let of_group = |group: &Group| {
        let validity = group.times.at(0);
        [validity.not_before, validity.expires_at].into_iter().flatten()
    };
    let mut turns: Vec<i64> = groups.iter().flat_map(of_group).collect();
    turns.sort_unstable();
    turns
}

fn groups(tokens: &[Rc<Token>], exchanges: &[Exchange], whole: Option<&WholeText>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_text: HashMap<&str, usize> = HashMap::new();
    let mut by_label: HashMap<&str, usize> = HashMap::new();
    for (first, token) in tokens.iter().enumerate() {
        let sighting = Sighting::of(token.span, exchanges);
        match by_text.entry(&token.text) {
            Entry::Occupied(known) => {
                if let Some(group) = groups.get_mut(*known.get()) {
                    group.count += 1;
                    group.sighting = group.sighting.min(sighting);
                }
            }
            Entry::Vacant(new) => {
                new.insert(groups.len());
                *by_label.entry(&token.label).or_default() += 1;
                let (name, times) = (capped(&token.label, 40), TokenTimes::of(token));
                groups.push(Group { first, count: 1, name, times, sighting });
            }
        }
    }
    if let Some(WholeText { places, exchanges, .. }) = whole {
        for group in &mut groups {
            let places = tokens.get(group.first).and_then(|token| places.get(&token.text));
            if let Some(places) = places {
                group.count = places.len();
                let sightings = places.iter().map(|span| Sighting::of(*span, exchanges));
                group.sighting = sightings.min().unwrap_or(group.sighting);
            }
        }
    }
    let mut named: HashMap<&str, usize> = HashMap::new();
    for group in &mut groups {
        let label = tokens.get(group.first).map_or("", |token| &*token.label);
        if by_label.get(label).is_some_and(|count| *count > 1) {
            let position = named.entry(label).or_default();
            *position += 1;
            group.name += &format!(" {position}");
        }
        if group.count > 1 {
            group.name += &format!(" ×{}", group.count);
        }
    }
    groups
}

/// A token, and those that it stands in.
pub struct Standing<'t> {
    pub token: &'t Token,
    /// The outermost first, each with the part that holds the next one.
    around: Vec<(&'t Token, &'t Part)>,
}

impl<'t> Standing<'t> {
    /// The way in is one of positions among what is nested.
    pub fn of(outermost: &'t Token, opened: &[usize]) -> Self {
        let mut standing = Self { token: outermost, around: Vec::new() };
        for position in opened {
            let Some(nested) = standing.token.nested.get(*position) else { break };
            let Some(part) = standing.token.parts.get(nested.part) else { break };
            standing.around.push((standing.token, part));
            standing.token = &nested.token;
        }
        standing
    }

    /// Where bytes `span` of the token's text stand in the pasted text: one span for each unbroken stretch. Inside
    /// another token, all characters that carry a bit of them.
    pub fn in_paste(&self, span: Span) -> Vec<Span> {
        let outwards = |spans: Vec<Span>, (token, part): &(&Token, &Part)| {
            spans.into_iter().flat_map(|span| token.in_paste(token.characters_of(part, span))).collect::<Vec<_>>()
        };
        self.around.iter().rev().fold(self.token.in_paste(span), outwards)
    }
}

/// Where a part or a member stands in the pasted text.
pub fn in_paste(standing: &Standing, selection: Selection) -> Vec<Span> {
    let Some(part) = standing.token.parts.get(selection.part) else {
        return Vec::new();
    };
    match selection.member {
        None => standing.in_paste(part.span),
        Some(member) => part
            .members()
            .get(member)
            .map(|member| standing.in_paste(standing.token.characters_of(part, member.span)))
            .unwrap_or_default(),
    }
}

/// The member that the byte at `offset` of the pasted text carries.
pub fn member_at(standing: &Standing, offset: usize) -> Option<Selection> {
    let byte = Span::new(offset, offset + 1);
    let parts = standing.token.parts.iter().enumerate();
    let selections = parts.flat_map(|(part, content)| {
        (0..content.members().len()).map(move |member| Selection { part, member: Some(member) })
    });
    selections.into_iter().find(|selection| in_paste(standing, *selection).iter().any(|span| span.overlaps(byte)))
}

/// Byte offset of a place that a text box counts in UTF-16 units.
pub fn byte_offset(text: &str, utf16_units: usize) -> usize {
    let mut units = 0;
    text.char_indices()
        .find(|(_, character)| {
            let here = units >= utf16_units;
            units += character.len_utf16();
            here
        })
        .map_or(text.len(), |(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::token;
    use decode::{base64url, decode};

    #[test]
    fn counts_offsets_as_a_text_box_does() {
        let text = "a€😀b";
        let offsets: Vec<usize> = [0, 1, 2, 4, 5, 9].iter().map(|units| byte_offset(text, *units)).collect();
        assert_eq!(offsets, [0, 1, 4, 8, 9, 9]);
    }

    #[test]
    fn groups_equal_tokens_where_they_first_stand() {
        let decoded = decode("eyJhIjoxfQ.eyJiIjoxfQ.AA eyJhIjoxfQ.eyJiIjoyfQ.AA eyJhIjoxfQ.eyJiIjoxfQ.AA");
        let reading = Reading::of("", decoded, None);
        let groups: Vec<_> = reading.groups.iter().map(|group| (group.first, group.count, &*group.name)).collect();
        assert_eq!(groups, [(0, 2, "token 1 ×2"), (1, 1, "token 2")]);
    }

    #[test]
    fn finds_the_member_that_a_character_carries() {
        let decoded = decode("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwiZXhwIjoxfQ.");
        let token = &Standing::of(&decoded.tokens[0], &[]);
        let exp = Selection { part: 1, member: Some(1) };
        let span = in_paste(token, exp)[0];
        assert_eq!(member_at(token, span.start), Some(exp));
        assert_eq!(member_at(token, span.end - 1), Some(exp));
        assert_eq!(member_at(token, 0), None);
    }

    #[test]
    fn finds_the_member_of_a_token_inside_a_token() {
        let inner = token(r#"{"alg":"none"}"#, r#"{"sub":"inner"}"#, 0);
        let text = token(r#"{"alg":"HS256"}"#, &[r#"{"id_token_hint":""#, &inner, r#""}"#].concat(), 32);
        let decoded = decode(&text);
        let standing = Standing::of(&decoded.tokens[0], &[0]);
        assert_eq!(standing.token.text, inner);
        let sub = Selection { part: 1, member: Some(0) };
        let [span] = in_paste(&standing, sub)[..] else { panic!("one stretch") };
        assert_eq!(member_at(&standing, span.start + 2), Some(sub));
        // Decoded twice, the marked characters hold the member.
        let payload = span.start - text.find('.').unwrap() - 1;
        let carried = base64url::decode(&text[span.start - payload % 4..span.end]).bytes;
        let carried = String::from_utf8(carried).unwrap();
        let member = inner.split('.').nth(1).unwrap();
        assert!(carried.contains(&member[2..member.len() - 2]), "{carried}");
    }
}
