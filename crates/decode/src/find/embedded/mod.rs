//! Texts that stand in the pasted text in another form, and hold tokens: base64 around a token, parts of a cookie, a hex
//! dump, the digits of a QR code, bytes as numbers.
//!
//! Each form has a file with a `Source`, which finds the next text of that form. The tokens in that text are found in the
//! same way as those in the paste, and their places are then led back to the paste.

mod base64_around;
mod byte_list;
mod digits;
mod hexdump;
mod numbered_parts;
mod text;

use std::collections::VecDeque;

use super::FoundToken;
use crate::Span;
use crate::limits::EMBEDDED_DEPTH;
use base64_around::Base64Texts;
use byte_list::ByteLists;
use digits::HealthCards;
use hexdump::Hexdumps;
use numbered_parts::NumberedParts;
pub(super) use numbered_parts::PartName;
use text::EmbeddedText;

/// Finds the texts of one form, one after the other.
enum EmbeddedSource<'t> {
    Base64(Base64Texts<'t>),
    ByteLists(ByteLists<'t>),
    HealthCards(HealthCards<'t>),
    Hexdumps(Hexdumps<'t>),
    NumberedParts(NumberedParts<'t>),
}

impl EmbeddedSource<'_> {
    /// The next text that starts at or after `from` and before `until`, in bytes of the pasted text.
    fn next(&mut self, from: usize, until: usize) -> Option<EmbeddedText> {
        match self {
            Self::Base64(texts) => texts.next(from, until),
            Self::ByteLists(lists) => lists.next(from, until),
            Self::HealthCards(cards) => cards.next(from, until),
            Self::Hexdumps(dumps) => dumps.next(from, until),
            Self::NumberedParts(parts) => parts.next(from, until),
        }
    }
}

/// Finds the tokens in embedded texts, one after the other.
pub(super) struct EmbeddedTokens<'t> {
    text: &'t str,
    /// How many texts the searched text is itself embedded in.
    depth: usize,
    /// With what each has found already, and where that starts.
    sources: Vec<(EmbeddedSource<'t>, Option<(usize, EmbeddedText)>)>,
    /// The tokens of the text that was searched last, in order.
    found: VecDeque<FoundToken>,
    /// Where texts with tokens stand: no other token starts there. Ascending, in bytes.
    taken: VecDeque<Span>,
}

impl<'t> EmbeddedTokens<'t> {
    pub(super) fn new(text: &'t str, depth: usize) -> Self {
        let sources = if depth < EMBEDDED_DEPTH {
            vec![
                (EmbeddedSource::NumberedParts(NumberedParts::new(text)), None),
                (EmbeddedSource::Hexdumps(Hexdumps::new(text)), None),
                (EmbeddedSource::HealthCards(HealthCards::new(text)), None),
                (EmbeddedSource::Base64(Base64Texts::new(text)), None),
                (EmbeddedSource::ByteLists(ByteLists::new(text)), None),
            ]
        } else {
            Vec::new()
        };
        Self { text, depth, sources, found: VecDeque::new(), taken: VecDeque::new() }
    }

    /// Where the next one starts, at or after `from` and before `until`, in bytes of the text.
    pub(super) fn peek(&mut self, from: usize, until: usize) -> Option<usize> {
        while self.taken.front().is_some_and(|span| span.end <= from) {
            self.taken.pop_front();
        }
        loop {
            while self.found.front().is_some_and(|found| found.span.start < from) {
                self.found.pop_front();
            }
            if let Some(found) = self.found.front() {
                return Some(found.span.start).filter(|start| *start < until);
            }
            for (source, ahead) in &mut self.sources {
                ahead.take_if(|(start, _)| *start < from);
                if ahead.is_none() {
                    *ahead = source.next(from, until).map(|text| (text.span().start, text));
                }
            }
            let ahead = self.sources.iter_mut().map(|(_, ahead)| ahead).filter(|ahead| ahead.is_some());
            let (_, nearest) = ahead.min_by_key(|ahead| ahead.as_ref().map(|(start, _)| *start))?.take()?;
            self.found.extend(nearest.tokens(self.text, self.depth));
            if !self.found.is_empty() {
                self.found.make_contiguous().sort_by_key(|found| found.span);
                let mut taken: Vec<_> = self.taken.drain(..).chain(nearest.places()).collect();
                taken.sort();
                self.taken = taken.into();
            }
        }
    }

    /// The one that `peek` found.
    pub(super) fn take(&mut self) -> Option<FoundToken> {
        self.found.pop_front()
    }

    /// The end of the embedded text that holds the byte `at`. Must be asked in ascending order.
    pub(super) fn end_at(&mut self, at: usize) -> Option<usize> {
        while self.taken.front().is_some_and(|span| span.end <= at) {
            self.taken.pop_front();
        }
        self.taken.iter().take_while(|span| span.start <= at).find(|span| at < span.end).map(|span| span.end)
    }
}
