//! A text in another form, and the way from its tokens back to the pasted text.

use super::super::character::Spelling;
use super::super::collector::Collected;
use super::super::label::{self, is_generic};
use super::super::repairs::repairs;
use super::super::text_before::TextBefore;
use super::super::{Finder, FoundToken};
use super::numbered_parts::PartName;
use crate::format::is_compact_token;
use crate::{Piece, Repair, Span, base64url};

/// How the text came out of the characters of the paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextForm {
    /// Character by character.
    Plain,
    /// Decoded from base64.
    Base64,
    /// As a whole.
    Whole,
}

/// A text that stands in the paste in another form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EmbeddedText {
    pub(super) text: String,
    pub(super) form: TextForm,
    /// How the repair calls the form.
    pub(super) spelling: Spelling,
    /// The sentence of the repair, where it depends on more than the form.
    pub(super) message: Option<String>,
    /// Where the characters stand that the text came out of. With [`TextForm::Base64`] the first spans count the base64
    /// characters. In the order of the text, which need not be that of the paste.
    pub(super) pieces: Vec<Piece>,
}

impl EmbeddedText {
    /// From the first to the last place of the paste.
    pub(super) fn span(&self) -> Span {
        let start = self.places().map(|place| place.start).min();
        let end = self.places().map(|place| place.end).max();
        Span::new(start.unwrap_or_default(), end.unwrap_or_default())
    }

    /// The stretches of the paste that it came out of.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> + '_ {
        self.pieces.iter().map(|piece| piece.paste)
    }

    /// The tokens in it, with their places in the paste. `depth` is that of the paste.
    pub(super) fn tokens(&self, paste: &str, depth: usize) -> Vec<FoundToken> {
        let whole = self.span();
        let mut finder = Finder::within(&self.text, depth + 1);
        let mut tokens = Vec::new();
        while let Some(found) = finder.next_before(usize::MAX) {
            // What is decoded by chance can look like a piece of a token.
            let is_whole = || is_compact_token(&found.text) || found.text.starts_with('{');
            if self.form == TextForm::Plain || is_whole() {
                tokens.push(self.in_paste(found, paste, whole));
            }
        }
        tokens
    }

    /// `whole` is the span of this text.
    fn in_paste(&self, found: FoundToken, paste: &str, whole: Span) -> FoundToken {
        let mut pieces: Vec<_> = found.pieces.iter().flat_map(|piece| self.pieces_in_paste(*piece)).collect();
        // Padding and a line break behind a token that is all of the text belong to its last characters.
        let is_all = self.text.get(found.span.end..).unwrap_or_default().trim().is_empty();
        if let (true, Some(last), Some(place)) = (is_all, pieces.last_mut(), self.places().last()) {
            last.paste.end = place.end;
        }
        let start = pieces.iter().map(|piece| piece.paste.start).min().unwrap_or_default();
        let end = pieces.iter().map(|piece| piece.paste.end).max().unwrap_or_default();
        let span = Span::new(start, end);
        let before = TextBefore::new(paste, whole.start);
        let outer = label::label(&before);
        // `name:` begins a header field only where other lines stand.
        let is_name = found.label.ends_with(" header") && !self.text.contains('\n');
        let inner = if is_name { "token".to_owned() } else { found.label };
        // The name before a token in `Basic` credentials is that of a user.
        let is_field = outer.ends_with(" header");
        let label = match !is_generic(&outer) && (is_field || is_generic(&inner)) {
            true => whole_name(&outer),
            false => inner,
        };
        let spellings = vec![(self.spelling, span)];
        let collected = Collected { span: whole, text: found.text.clone(), spellings, ..Collected::default() };
        let mut all = repairs(paste, &collected, &before);
        if let (Some(message), Some(repair)) = (&self.message, all.iter_mut().find(|repair| repair.span == span)) {
            repair.message.clone_from(message);
        }
        let inner = found.repairs.into_iter().filter(|repair| !repair.id.starts_with("surrounding"));
        all.extend(inner.map(|repair| Repair { span: self.span_in_paste(repair.span), ..repair }));
        FoundToken { label, span, repairs: all, text: found.text, pieces }
    }

    /// The characters that the bytes `span` of the text came out of.
    fn characters(&self, span: Span) -> Span {
        match self.form {
            TextForm::Plain => span,
            TextForm::Base64 => base64url::characters_of(span),
            TextForm::Whole => Span::new(0, self.pieces.last().map_or(0, |piece| piece.token.end)),
        }
    }

    /// The pieces with any of these characters.
    fn stretches(&self, characters: Span) -> impl Iterator<Item = &Piece> {
        let first = self.pieces.partition_point(|piece| piece.token.end <= characters.start);
        self.pieces.iter().skip(first).take_while(move |piece| piece.token.start < characters.end)
    }

    fn span_in_paste(&self, span: Span) -> Span {
        let characters = self.characters(span);
        let places: Vec<_> = self.stretches(characters).map(|piece| piece.in_paste(characters)).collect();
        let start = places.iter().map(|place| place.start).min().unwrap_or_default();
        Span::new(start, places.iter().map(|place| place.end).max().unwrap_or(start))
    }

    /// A piece of a token in this text as pieces of the paste: one for each stretch of the paste that it came out of.
    fn pieces_in_paste(&self, piece: Piece) -> Vec<Piece> {
        let characters = self.characters(piece.paste);
        let stretches: Vec<_> = self
            .stretches(characters)
            .map(|stretch| {
                let end = stretch.token.end.min(characters.end) - characters.start;
                (end, stretch.in_paste(characters))
            })
            .collect();
        let mut start = piece.token.start;
        let last = stretches.len().saturating_sub(1);
        let mut pieces = Vec::new();
        for (position, (characters_end, place)) in stretches.into_iter().enumerate() {
            let read = match self.form {
                TextForm::Base64 => characters_end * 3 / 4,
                _ => characters_end,
            };
            let end = if position == last { piece.token.end } else { piece.token.end.min(piece.token.start + read) };
            pieces.push(Piece { token: Span::new(start, end), paste: place });
            start = end;
        }
        pieces
    }
}

/// The label of the first of several parts, without its number: `cookie session` of `cookie session.0`.
fn whole_name(label: &str) -> String {
    PartName::of(label).map_or(label, |part| part.stem).to_owned()
}

/// The text that base64 of either alphabet stands for, if it is UTF-8.
pub(super) fn text_of_base64(characters: &str) -> Option<String> {
    let bytes = base64url::decode(characters).bytes;
    String::from_utf8(bytes).ok()
}
