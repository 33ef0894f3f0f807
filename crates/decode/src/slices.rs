//! Reads a text that is too long to hold, slice by slice, and keeps an excerpt of it: each token once, with the text
//! around it.

use std::collections::HashMap;

use crate::Span;
use crate::find::{Finder, FoundToken};
use crate::har::{Exchange, HarReader};

/// So much of the end of what was read is read again with the next slice, in bytes, in case a token goes on there.
const MARGIN: usize = 8 * 1024;
/// So much stands before that, in bytes, so that a label is found.
const CONTEXT: usize = 5 * 1024;
/// So much of the text is kept before a token and behind it, in bytes.
const BEFORE: usize = 200;
const BEHIND: usize = 100;
/// So much of the beginning is kept for a text without a token, in bytes.
const BEGINNING: usize = 2_000;

/// The tokens of a text that is not held as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// Each token once, in the order in which they first stand there, with the text around them. Without any token the
    /// beginning of the text.
    pub text: String,
    pub whole: WholeText,
    /// The text is not UTF-8 throughout. Each byte that is not is U+FFFD here.
    pub is_lossy: bool,
    /// The excerpt would have become too long: later tokens are left out.
    pub is_full: bool,
}

/// What is known of a text of which an excerpt is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WholeText {
    /// Where each token stands, in bytes of the whole text.
    pub places: HashMap<String, Vec<Span>>,
    /// The requests of a HAR file, in the order of the text.
    pub exchanges: Vec<Exchange>,
}

/// Takes slices of bytes, and makes an excerpt.
#[derive(Debug, Default)]
pub struct SlicedText {
    excerpt: Excerpt,
    /// In bytes.
    longest_excerpt: usize,
    beginning: String,
    /// What was read and may be needed again.
    held: String,
    /// How many bytes stand before that.
    gone: usize,
    har: HarReader,
    /// Up to here the tokens in `held` are known already.
    known: usize,
    /// The first bytes of a character whose rest stands in the next slice.
    unfinished: Vec<u8>,
}

impl SlicedText {
    /// One whose excerpt grows to about so many bytes at most.
    pub fn new(longest_excerpt: usize) -> Self {
        Self { longest_excerpt, ..Self::default() }
    }

    /// Reads the next slice.
    pub fn push(&mut self, slice: &[u8]) {
        self.hold(slice);
        if self.beginning.is_empty() {
            let end = self.held.floor_char_boundary(BEGINNING);
            self.beginning = self.held.get(..end).unwrap_or_default().to_owned();
        }
        self.read(self.held.len().saturating_sub(MARGIN));
    }

    /// What was found in a text that ends here, or of which no more is to be read: then a token that may go on is left out.
    pub fn finish(mut self, is_whole: bool) -> Excerpt {
        if is_whole && !self.unfinished.is_empty() {
            self.held.push('\u{FFFD}');
            self.excerpt.is_lossy = true;
        }
        if is_whole {
            self.read(usize::MAX);
        }
        if self.excerpt.whole.places.is_empty() {
            self.excerpt.text = self.beginning;
        }
        self.excerpt.whole.exchanges = self.har.finish();
        self.excerpt
    }

    fn hold(&mut self, slice: &[u8]) {
        let known = self.held.len();
        let mut bytes = std::mem::take(&mut self.unfinished);
        bytes.extend_from_slice(slice);
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.held.push_str(chunk.valid());
            let broken = chunk.invalid();
            // At the very end it may be the beginning of a character.
            let may_go_on =
                chunks.peek().is_none() && std::str::from_utf8(broken).is_err_and(|error| error.error_len().is_none());
            if may_go_on {
                self.unfinished = broken.to_vec();
            } else if !broken.is_empty() {
                self.excerpt.is_lossy = true;
                broken.iter().for_each(|_| self.held.push('\u{FFFD}'));
            }
        }
        self.har.push(self.held.as_bytes().get(known..).unwrap_or_default());
    }

    /// Takes the tokens that end before `certain`, a place in `held`, and lets go of what stands before the others.
    fn read(&mut self, certain: usize) {
        // Where they stand is enough: nothing is taken apart.
        let mut finder = Finder::new(&self.held);
        let tokens: Vec<FoundToken> = std::iter::from_fn(|| finder.next_before(usize::MAX)).collect();
        let mut keep_from = self.held.len().min(certain);
        let mut end = 0;
        let known = self.known;
        for (position, token) in tokens.iter().enumerate() {
            let span = token.span;
            if span.end > certain {
                keep_from = keep_from.min(span.start);
                break;
            }
            if span.start >= known {
                let next = tokens.get(position + 1).map_or(self.held.len(), |next| next.span.start);
                let from = self.held.ceil_char_boundary(span.start.saturating_sub(BEFORE).max(end).min(span.start));
                let to = self.held.floor_char_boundary(span.end.saturating_add(BEHIND).min(next));
                self.take(token, from, to.max(span.end));
                self.known = self.known.max(span.end);
            }
            // Between the parts of a token others may stand.
            end = end.max(span.end);
        }
        let gone = self.held.floor_char_boundary(keep_from.saturating_sub(CONTEXT));
        self.held.drain(..gone);
        self.gone += gone;
        self.known = self.known.saturating_sub(gone);
    }

    fn take(&mut self, token: &FoundToken, from: usize, to: usize) {
        let place = Span::new(self.gone + token.span.start, self.gone + token.span.end);
        if let Some(places) = self.excerpt.whole.places.get_mut(&token.text) {
            places.push(place);
        } else if self.excerpt.text.len() > self.longest_excerpt {
            self.excerpt.is_full = true;
        } else {
            self.excerpt.whole.places.insert(token.text.clone(), vec![place]);
            self.excerpt.text.push_str(self.held.get(from..to).unwrap_or_default());
            self.excerpt.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode;
    use crate::har::exchange_at;
    use crate::testing::{HS256, encode};

    fn excerpt(text: &[u8], slice: usize) -> Excerpt {
        let mut sliced = SlicedText::new(1_000_000);
        text.chunks(slice).for_each(|slice| sliced.push(slice));
        sliced.finish(true)
    }

    fn token(claims: &str) -> String {
        format!("{HS256}.{}.{}", encode(claims), encode([7; 32]))
    }

    /// Texts and labels, each once, in order.
    fn distinct(text: &str) -> Vec<(String, String)> {
        let mut seen = Vec::new();
        for token in decode(text).tokens {
            if !seen.iter().any(|(text, _)| *text == token.text) {
                seen.push((token.text, token.label));
            }
        }
        seen
    }

    /// A log with tokens of all forms, some of them again and again, and longer than the margin.
    fn log() -> String {
        let mut log = String::new();
        let long = token(&format!("{{\"long\":\"{}\"}}", "x".repeat(20_000)));
        for line in 0..400 {
            let jwt = token(&format!("{{\"sub\":\"{}\"}}", line % 7));
            log += &match line % 8 {
                0 => format!("GET /orders/{line} Authorization: Bearer {jwt}\n"),
                1 => format!("{{\"access_token\":\"{jwt}\",\"id_token\":\"{}\"}}\n", token("{\"aud\":\"web\"}")),
                2 => format!("Cookie: session={jwt}; theme=grün\n"),
                3 => format!(
                    "{{\"payload\":\"{}\",\"protected\":\"{HS256}\",\"signature\":\"AAEC\"}}\n",
                    encode(format!("{{\"n\":{line}}}"))
                ),
                4 => format!("{}\n", "nothing to see here, é. ".repeat(200)),
                5 if line % 80 == 5 => format!("token: {long}\n"),
                6 => format!(
                    "{}\n",
                    jwt.as_bytes().chunks(60).map(String::from_utf8_lossy).collect::<Vec<_>>().join("\n")
                ),
                _ => "x\n".to_owned(),
            };
        }
        log
    }

    #[test]
    fn the_excerpt_has_each_token_of_the_whole_text() {
        let log = log();
        let expected = distinct(&log);
        assert!(expected.len() > 50, "{} tokens", expected.len());
        for slice in [1_000, 7_777, 30_000, 1_000_000] {
            let excerpt = excerpt(log.as_bytes(), slice);
            assert_eq!(distinct(&excerpt.text), expected, "in slices of {slice}");
            let all = decode(&log).tokens;
            for (text, _) in &expected {
                let count = all.iter().filter(|token| token.text == *text).count();
                let places = excerpt.whole.places.get(text).map_or(&[][..], Vec::as_slice);
                assert_eq!(places.len(), count, "in slices of {slice}: {text}");
                let expected: Vec<_> = all.iter().filter(|token| token.text == *text).map(|token| token.span).collect();
                assert_eq!(places, expected, "in slices of {slice}: {text}");
            }
            assert!(!excerpt.is_lossy && !excerpt.is_full);
        }
    }

    #[test]
    fn characters_and_broken_bytes_lie_across_slices() {
        let jwt = token("{}");
        let bytes = [b"\xC3\xA9 \xFF \xE2\x82 ".as_slice(), jwt.as_bytes(), b" \xE2\x82"].concat();
        for slice in 1..12 {
            let excerpt = excerpt(&bytes, slice);
            assert!(excerpt.is_lossy, "in slices of {slice}");
            assert_eq!(distinct(&excerpt.text), [(jwt.clone(), "token".to_owned())], "in slices of {slice}");
            assert!(excerpt.text.starts_with("é \u{FFFD} \u{FFFD}"), "{}", excerpt.text);
        }
    }

    #[test]
    fn where_reading_stops_no_token_is_cut() {
        let jwt = token("{}");
        let mut sliced = SlicedText::new(1_000_000);
        sliced.push(format!("{jwt} {}{}", " ".repeat(MARGIN), &jwt[..jwt.len() - 5]).as_bytes());
        let places = sliced.finish(false).whole.places;
        assert_eq!(places, HashMap::from([(jwt.clone(), vec![Span::new(0, jwt.len())])]));
    }

    #[test]
    fn a_text_without_a_token_is_known_by_its_beginning() {
        let excerpt = excerpt("<?xml version=\"1.0\"?> ".repeat(1_000).as_bytes(), 500);
        assert!(excerpt.whole.places.is_empty() && excerpt.text.starts_with("<?xml"));
    }

    #[test]
    fn a_har_file_keeps_its_requests() {
        let entry = |number: usize| {
            let jwt = token(&format!("{{\"n\":{}}}", number % 3));
            format!(
                "{{\"request\":{{\"url\":\"https://x.example/{number}\",\"headers\":[\"Bearer {jwt}\"]}},\"response\":{{\"status\":200}}}}"
            )
        };
        let entries: Vec<_> = (0..50).map(entry).collect();
        let text = format!("{{\"log\":{{\"entries\":[{}]}}}}", entries.join(",\n"));
        for slice in [500, 7_777, 1_000_000] {
            let whole = excerpt(text.as_bytes(), slice).whole;
            assert_eq!(whole.exchanges, decode(&text).exchanges, "in slices of {slice}");
            let requests = |places: &[Span]| -> Vec<usize> {
                places.iter().filter_map(|place| exchange_at(&whole.exchanges, place.start)).collect()
            };
            let first = requests(&whole.places[&token("{\"n\":0}")]);
            assert_eq!(first, (0..50).step_by(3).collect::<Vec<_>>(), "in slices of {slice}");
        }
    }

    #[test]
    fn an_excerpt_ends_where_it_would_be_too_long() {
        let mut sliced = SlicedText::new(1_000);
        for line in 0..100 {
            sliced.push(format!("{}\n", token(&format!("{{\"n\":{line}}}"))).as_bytes());
        }
        let excerpt = sliced.finish(true);
        assert!(excerpt.is_full && excerpt.text.len() < 2_000, "{}", excerpt.text.len());
    }
}
