//! From a pasted text to everything that was found in it.

use crate::find::{self, Finder, FoundToken};
use crate::har::{Exchange, HarReader};
use crate::limits::{INFLATED_PER_TEXT, Remaining};
use crate::{Span, Token, nested};

/// A longer token is taken apart in a step of its own, in bytes.
const LONG: usize = 64 * 1024;

/// Everything that was found in one pasted text, in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decoded {
    pub tokens: Vec<Token>,
    pub notes: Vec<Note>,
    /// The requests of a HAR file, in the order of the text. Empty for any other text.
    pub exchanges: Vec<Exchange>,
}

/// A remark about the pasted text as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Stable, in kebab case.
    pub id: &'static str,
    /// A full sentence for people.
    pub message: String,
    /// When what the remark is about says that it expires, in seconds since 1970.
    pub expires_at: Option<i64>,
}

impl Note {
    pub fn new(id: &'static str, message: impl Into<String>) -> Self {
        Self { id, message: message.into(), expires_at: None }
    }
}

/// Finds and decodes every token of `text`.
pub fn decode(text: &str) -> Decoded {
    let mut reader = Reader::new(text);
    while reader.advance(usize::MAX) {}
    reader.finish()
}

/// Decodes a long text in steps, so that a page can respond between them.
pub struct Reader<'t> {
    text: &'t str,
    finder: Finder<'t>,
    tokens: Vec<Token>,
    /// Found, and to be taken apart in the next step: each of the two can take long.
    found: Option<FoundToken>,
    /// How many more bytes the compressed payloads of the text may inflate to.
    remaining_inflated_bytes: usize,
    har: HarReader,
    /// Up to here the text was read as a HAR file, in bytes.
    har_position: usize,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        let finder = Finder::new(text);
        Self {
            text,
            finder,
            tokens: Vec::new(),
            found: None,
            remaining_inflated_bytes: INFLATED_PER_TEXT,
            har: HarReader::default(),
            har_position: 0,
        }
    }

    /// Reads about `bytes` more of the text. Returns false once the end is reached.
    pub fn advance(&mut self, bytes: usize) -> bool {
        let until = self.finder.position().saturating_add(bytes);
        if let Some(found) = self.found.take() {
            self.push(found);
        }
        self.read_har(until);
        while self.finder.position() < until {
            match self.finder.next_before(until) {
                Some(found) if found.text.len() > LONG => {
                    self.found = Some(found);
                    return true;
                }
                Some(found) => self.push(found),
                None if self.finder.position() >= self.text.len() => return false,
                None => return true,
            }
        }
        self.finder.position() < self.text.len()
    }

    /// The place up to which the text was read, in bytes.
    pub fn position(&self) -> usize {
        self.finder.position()
    }

    fn push(&mut self, found: FoundToken) {
        let mut remaining = Remaining::for_token(self.remaining_inflated_bytes);
        let before = remaining.inflated_bytes;
        self.tokens.push(nested::token(found, 0, &mut remaining));
        self.remaining_inflated_bytes -= before - remaining.inflated_bytes;
    }

    fn read_har(&mut self, until: usize) {
        let until = until.clamp(self.har_position, self.text.len());
        self.har.push(Span::new(self.har_position, until).of(self.text.as_bytes()));
        self.har_position = until;
    }

    pub fn finish(mut self) -> Decoded {
        self.read_har(self.finder.position());
        if let Some(found) = self.found.take() {
            self.push(found);
        }
        if self.tokens.is_empty() {
            self.finder.leftovers().into_iter().for_each(|found| self.push(found));
        }
        let notes = if self.tokens.is_empty() { find::notes_on_tokenless_text(self.text) } else { Vec::new() };
        Decoded { tokens: self.tokens, notes, exchanges: self.har.finish() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{HS256, encode};

    #[test]
    fn steps_of_any_size_find_the_same() {
        let jwt = format!("{HS256}.eyJzdWIiOiIxIn0.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        let wrapped: Vec<_> = jwt.as_bytes().chunks(7).map(String::from_utf8_lossy).collect();
        let long = format!("{HS256}.{}.AA", "e".repeat(2 * LONG));
        let texts = [
            format!("{long} {jwt} {long}"),
            jwt.clone(),
            format!("a {jwt} b {jwt}\n{jwt}"),
            wrapped.join("\n"),
            format!("{}.eyJzdWIiOiIxIn0.AA and {jwt}", &HS256[3..]),
            format!("JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.AA {}", "eyJ".repeat(100)),
            format!("{{\"payload\":\"e30\",\"protected\":\"{HS256}\",\"signature\":\"AAEC\"}} {jwt}"),
            "eyJ.eyJ.eyJ".repeat(50),
            format!("{HS256} {HS256}"),
            jwt.replace('.', "%2E"),
            format!(
                "Cookie: s.1={}; t={jwt}; s.0={}\nCookie: s.0={}; s.1={}",
                &jwt[40..],
                &jwt[..40],
                &jwt[..50],
                &jwt[50..]
            ),
            format!("00000000  65 79 4a 68  |eyJh|\n00000004  62 47 63 69  |bGci|\n{jwt}\n"),
            format!("Basic {} x", encode(format!("user:{jwt}"))),
        ];
        for text in texts {
            let at_once = decode(&text);
            for step in [1, 5, 17, 100, 10_000] {
                let mut reader = Reader::new(&text);
                let mut steps = 0;
                while reader.advance(step) {
                    steps += 1;
                    assert!(steps <= 2 * text.len(), "it goes on, at {} of {text}", reader.position());
                }
                assert_eq!(reader.finish(), at_once, "in steps of {step}: {text}");
            }
        }
    }
}
