//! What a text was found to hold, as the page keeps it.

use std::rc::Rc;

use decode::{Decoded, Note, Part, Span, Token};
use inspect::display::capped;
use inspect::not_a_jwt;

use super::selection::Selection;

/// The tokens of one text. Made once for a text.
#[derive(Debug, PartialEq, Default)]
pub struct Reading {
    pub tokens: Vec<Rc<Token>>,
    pub notes: Vec<Note>,
    /// The tokens without repetitions, in the order in which each first stands in the text.
    pub groups: Vec<Group>,
}

/// Tokens of the very same text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Position of the first of them in [`Reading::tokens`].
    pub first: usize,
    pub count: usize,
}

impl From<Decoded> for Reading {
    fn from(decoded: Decoded) -> Self {
        let tokens: Vec<Rc<Token>> = decoded.tokens.into_iter().map(Rc::new).collect();
        Self { groups: groups(&tokens), tokens, notes: decoded.notes }
    }
}

impl Reading {
    /// What a text was decoded to, and what it is where that is no token.
    pub fn of(text: &str, mut decoded: Decoded) -> Self {
        not_a_jwt::annotate(text, &mut decoded);
        Self::from(decoded)
    }

    /// "id_token", "token 2" where several have one label, "token ×12" where one token stands there twelve times.
    pub fn name_of(&self, group: &Group) -> String {
        let label = |group: &Group| self.tokens.get(group.first).map_or("", |token| &*token.label);
        let own = label(group);
        let same: Vec<&Group> = self.groups.iter().filter(|other| label(other) == own).collect();
        let mut name = capped(own, 40);
        if same.len() > 1 {
            let position = same.iter().position(|other| *other == group).unwrap_or_default();
            name += &format!(" {}", position + 1);
        }
        if group.count > 1 {
            name += &format!(" ×{}", group.count);
        }
        name
    }

    /// The token that the byte at `offset` of the text belongs to.
    pub fn token_at(&self, offset: usize) -> Option<usize> {
        self.tokens.iter().position(|token| token.span.start <= offset && offset < token.span.end)
    }
}

fn groups(tokens: &[Rc<Token>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // Positions of groups, in the order of their texts.
    let mut by_text: Vec<(&str, usize)> = Vec::new();
    for (position, token) in tokens.iter().enumerate() {
        match by_text.binary_search_by_key(&&*token.text, |(text, _)| text) {
            Ok(found) => groups[by_text[found].1].count += 1,
            Err(place) => {
                by_text.insert(place, (&token.text, groups.len()));
                groups.push(Group { first: position, count: 1 });
            }
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
        let reading = Reading::from(decoded);
        assert_eq!(reading.groups, [Group { first: 0, count: 2 }, Group { first: 1, count: 1 }]);
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
