//! Whether a token continues: at a character that may end it, and after whitespace.
//!
//! In a header or payload the JSON decides: while the object is open, the next characters belong to it if they decode
//! to more of it. In a signature the length decides, which the algorithm fixes. Where it does not, the length of the
//! lines decides.

use super::character::{self, Character, Spelling, Whitespace};
use super::collector::{Collector, LOOK_AHEAD};
use crate::Span;
use crate::base64url;
use crate::json;

/// How many base64 characters must decode to more of an object before they are taken for a part of it. Other text
/// practically never does so.
const CONVINCING_LENGTH: usize = 24;

impl Collector<'_> {
    fn is_signature(&self) -> bool {
        self.dots == 2 && !self.is_encrypted && !self.has_tilde
    }

    fn is_complete_signature(&self) -> bool {
        self.is_signature() && self.signature_lengths.contains(&self.progress.length)
    }

    /// Whether the next character, `symbol`, belongs to the token. In its spelling it has `length` bytes.
    pub(super) fn accepts(&mut self, symbol: u8, length: usize) -> bool {
        let (next, next_length) = character::at(self.bytes, self.at + length);
        let in_object = self.dots < 2 && self.progress.is_object;
        match symbol {
            b'.' => self.accepts_dot(length),
            b'=' => {
                let ends_segment = match next {
                    Character::OfToken(b'=', _) => {
                        let after = character::at(self.bytes, self.at + length + next_length).0;
                        !matches!(after, Character::OfToken(after, _) if base64url::is_character(after) || after == b'=')
                    }
                    Character::OfToken(next, _) => next == b'.' || next == b'~',
                    _ => true,
                };
                ends_segment && self.progress.length % 4 > 1
            }
            b'~' => self.dots >= 2,
            b'+' | b'/' if in_object => !self.progress.is_complete,
            b'+' | b'/' if self.is_signature() => !self.is_complete_signature() && !self.is_url_safe,
            _ => !self.collected.text.ends_with('='),
        }
    }

    /// Whether a dot belongs to the token and does not end a sentence.
    fn accepts_dot(&mut self, length: usize) -> bool {
        if self.collected.text.ends_with("..") {
            return false;
        }
        let after_dot = self.at + length;
        let (next, next_length) = character::at(self.bytes, after_dot);
        match next {
            Character::OfToken(b'.', _) => {
                // Two dots have an empty segment between them, three are an ellipsis. Behind a complete header two dots may
                // also end the token: its payload and its signature are empty.
                let after = character::at(self.bytes, after_dot + next_length).0;
                let continues = match after {
                    Character::OfToken(after, _) => after != b'.',
                    _ => self.dots == 0 && self.progress.is_complete,
                };
                continues && !self.collected.text.ends_with('.')
            }
            Character::OfToken(_, _) => true,
            Character::Whitespace(_) => {
                let (whitespace, end) = self.whitespace_from(after_dot);
                if self.dots == 0 {
                    self.read_header();
                }
                // The dot counts as a character of its line.
                self.line_length += 1;
                let continues = self.continues_after_dot(&whitespace, end);
                self.line_length -= 1;
                self.dots == 1 || continues
            }
            Character::Other => {
                self.dots == 1
                    || self.mask_length(after_dot).is_some()
                    || self.dots == 0 && self.unencoded_length(after_dot).is_some()
            }
        }
    }

    /// The whitespace from `at` on, neighbours of one kind merged, and where it ends. Spaces around a line break count
    /// as part of it.
    pub(super) fn whitespace_from(&self, mut at: usize) -> (Vec<(Whitespace, Span)>, usize) {
        let mut found: Vec<(Whitespace, Span)> = Vec::new();
        while let (Character::Whitespace(kind), length) = character::at(self.bytes, at) {
            let indents = kind == Whitespace::Space && found.last().is_some_and(|(last, _)| last.breaks_line());
            match found.last_mut() {
                Some((last, span)) if *last == kind || indents => span.end = at + length,
                Some((last @ Whitespace::Space, span)) if kind.breaks_line() => {
                    *last = kind;
                    span.end = at + length;
                }
                _ => found.push((kind, Span::new(at, at + length))),
            }
            at += length;
        }
        (found, at)
    }

    /// Whether the token continues at `at`, which is where the whitespace ends.
    pub(super) fn continues_after(&mut self, whitespace: &[(Whitespace, Span)], at: usize) -> bool {
        let Character::OfToken(first, _) = character::at(self.bytes, at).0 else { return false };
        let breaks_line = whitespace.iter().any(|(kind, _)| kind.breaks_line());
        match first {
            b'=' => return false,
            // Only a line of a wrapped SD-JWT begins with `~`.
            b'~' => {
                return breaks_line && self.dots > 1 && !self.is_encrypted && !self.collected.text.ends_with('~');
            }
            b'.' => {
                let next = character::at(self.bytes, at + 1).0;
                let may_end_segment = self.dots > 1 || self.progress.is_complete || !self.progress.is_object;
                return may_end_segment
                    && self.dots < if self.is_encrypted { 4 } else { 2 }
                    && next != Character::OfToken(b'.', Spelling::Plain);
            }
            _ => {}
        }
        if self.collected.text.ends_with('.') {
            return self.continues_after_dot(whitespace, at);
        }
        if breaks_line && self.collected.text.ends_with('~') && self.continues_sd_jwt(at) {
            return true;
        }
        let holds_object = self.dots < if self.is_encrypted { 1 } else { 2 };
        if holds_object && (self.progress.is_object || self.progress.length < 2) && !self.progress.is_broken {
            return !self.progress.is_complete && self.continues_object(whitespace, at);
        }
        self.continues_binary(whitespace, at)
    }

    /// Whether the next segment starts at `at`, after a dot and whitespace.
    fn continues_after_dot(&mut self, whitespace: &[(Whitespace, Span)], at: usize) -> bool {
        let starts_object = base64url::starts_object(self.bytes.get(at..).unwrap_or_default());
        // The dot is not yet collected where `accepts` asks.
        let dots = if self.collected.text.ends_with('.') { self.dots } else { self.dots + 1 };
        if dots < 2 && !self.is_encrypted {
            return starts_object;
        }
        if self.is_encrypted {
            return self.continues_binary(whitespace, at);
        }
        // What starts an object after an unsigned token is the next token, not a signature.
        !starts_object && self.complete_signature_length(at, 0).is_some()
    }

    /// Whether the characters from `at` on decode to more of the object that is open.
    fn continues_object(&self, whitespace: &[(Whitespace, Span)], at: usize) -> bool {
        let mut progress = self.progress.clone();
        let mut at = at;
        let start = progress.length;
        loop {
            match character::at(self.bytes, at) {
                (Character::OfToken(b'.' | b'=', _), _) => return progress.is_complete,
                (Character::OfToken(symbol, _), length) => {
                    progress.push(symbol);
                    at += length;
                }
                (Character::Whitespace(_), length) if !progress.is_complete => at += length,
                _ => {
                    // Line breaks are usual inside a token, single spaces are not.
                    let least = if whitespace.iter().any(|(kind, _)| kind.breaks_line()) { 3 } else { 12 };
                    return progress.is_complete || progress.length - start >= least;
                }
            }
            if progress.is_broken {
                return false;
            }
            if progress.is_complete || progress.length - start >= CONVINCING_LENGTH {
                return true;
            }
        }
    }

    /// Whether an SD-JWT that has a line for each disclosure continues at `at`: with an array that ends in `~`, or with
    /// a token whose `typ` is that of a key binding JWT. RFC 9901 sections 4.2 and 4.3.
    fn continues_sd_jwt(&self, at: usize) -> bool {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let nearest = rest.get(..LOOK_AHEAD).unwrap_or(rest);
        let length = nearest.iter().take_while(|byte| base64url::is_character(**byte)).count();
        let segment = nearest.get(..length).unwrap_or_default();
        let text = std::str::from_utf8(segment).unwrap_or_default();
        match rest.get(length) {
            // `["` and `[ "`, in base64.
            Some(b'~') => text.starts_with("WyJ") || text.starts_with("WyAi"),
            Some(b'.') if base64url::starts_object(segment) => {
                let header = json::read(&base64url::decode(text).bytes).value;
                let typ = header.as_ref().and_then(|header| header.member("typ")?.as_str());
                typ.is_some_and(|typ| typ.eq_ignore_ascii_case("kb+jwt"))
            }
            _ => false,
        }
    }

    /// Whether a segment without JSON, such as a signature, continues at `at`: the lengths of signatures and of lines
    /// decide.
    fn continues_binary(&mut self, whitespace: &[(Whitespace, Span)], at: usize) -> bool {
        if self.is_signature() {
            if self.is_complete_signature() {
                return false;
            }
            if self.progress.length < self.signature_target {
                return true;
            }
            if let Some(length) = self.complete_signature_length(at, self.progress.length) {
                self.signature_target = length;
                return true;
            }
        }
        let mut end = at;
        let mut dots = 0;
        while let (Character::OfToken(symbol, _), length) = character::at(self.bytes, end) {
            dots += usize::from(symbol == b'.');
            end += length;
            if end - at > LOOK_AHEAD {
                break;
            }
        }
        // An SD-JWT on one line usually ends with `~`.
        if self.line_width == 0 && self.collected.text.ends_with('~') {
            return false;
        }
        let is_field_name = matches!(self.bytes.get(end), Some(b':'));
        // The first line may have begun before the token, so that a later one can be longer.
        let is_full_line = self.line_width == 0 && self.line_length >= 32
            || self.line_width > 0 && self.line_length >= self.line_width.max(16);
        let breaks_line = whitespace.iter().any(|(kind, _)| kind.breaks_line());
        // An SD-JWT may have the two dots of a key binding JWT after its own two. RFC 9901 section 4.
        let most_dots = if self.is_encrypted || self.has_tilde { 4 } else { 2 };
        let missing_dots = most_dots - self.dots.min(most_dots);
        let starts_token = base64url::starts_object(self.bytes.get(at..).unwrap_or_default()) && dots > 0;
        let continues_line = breaks_line && is_full_line && dots <= missing_dots;
        let has_missing_dots = !self.has_tilde && dots > 0 && dots <= missing_dots;
        !is_field_name && !starts_token && (continues_line || has_missing_dots)
    }

    /// The length at which a signature that has `length` characters so far is complete, if the characters from `at` on,
    /// with nothing but whitespace between them, end at exactly one of the algorithm's lengths.
    fn complete_signature_length(&self, mut at: usize, mut length: usize) -> Option<usize> {
        let longest = *self.signature_lengths.last()?;
        let until = at + LOOK_AHEAD;
        while at < until && length <= longest {
            match character::at(self.bytes, at) {
                (Character::OfToken(symbol, _), bytes) if base64url::is_character(symbol) => {
                    length += 1;
                    at += bytes;
                    let next = character::at(self.bytes, at).0;
                    let ends = !matches!(next, Character::OfToken(next, _) if base64url::is_character(next));
                    if ends && self.signature_lengths.contains(&length) && self.bytes.get(at) != Some(&b':') {
                        return Some(length);
                    }
                }
                (Character::Whitespace(_), bytes) => at += bytes,
                _ => return None,
            }
        }
        None
    }
}
