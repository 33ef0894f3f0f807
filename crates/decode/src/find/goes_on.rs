//! Whether a token goes on: at a character that may end it, and at every gap.
//!
//! Within header and payload the JSON itself tells: while the object is open the next characters belong to it if
//! they decode to more of it. In a signature its length tells, which the algorithm fixes; where it does not, the
//! width of the lines.

use super::super::{Span, base64url, json};
use super::anchor;
use super::collect::{Collector, LOOK_AHEAD};
use super::unit::{self, Gap, Spelling, Unit, is_base64};

/// How many characters must decode to more of an object before they are taken for it: no other text does that.
const PROOF: usize = 24;

impl Collector<'_> {
    pub(super) fn is_signature(&self) -> bool {
        self.dots == 2 && !self.is_encrypted && !self.has_tilde
    }

    pub(super) fn signature_is_whole(&self) -> bool {
        self.is_signature() && self.signature_lengths.contains(&self.probe.length)
    }

    /// Whether a symbol that stands right here belongs to the token.
    pub(super) fn accepts(&mut self, symbol: u8, length: usize) -> bool {
        let (next, next_length) = unit::at(self.bytes, self.at + length);
        let in_object = self.dots < 2 && self.probe.is_object;
        match symbol {
            b'.' => {
                if self.collected.text.ends_with("..") {
                    return false;
                }
                match next {
                    Unit::Symbol(b'.', _) => {
                        // Two dots are an empty part, three are "and so on".
                        let behind = unit::at(self.bytes, self.at + length + next_length).0;
                        matches!(behind, Unit::Symbol(symbol, _) if symbol != b'.')
                            && !self.collected.text.ends_with('.')
                    }
                    Unit::Symbol(_, _) => true,
                    Unit::Gap(_) => {
                        let (gaps, end) = self.gaps(self.at + length);
                        if self.dots == 0 {
                            self.read_header();
                        }
                        // The line is as long as it is with the dot.
                        self.line_length += 1;
                        let goes_on = self.continues_behind_dot(end, &gaps);
                        self.line_length -= 1;
                        self.dots == 1 || goes_on
                    }
                    Unit::Stop => self.dots == 1 || self.dots == 0 && self.unencoded_length(self.at + length).is_some(),
                }
            }
            b'=' => {
                let ends = match next {
                    Unit::Symbol(b'=', _) => {
                        let behind = unit::at(self.bytes, self.at + length + next_length).0;
                        !matches!(behind, Unit::Symbol(symbol, _) if is_base64(symbol) || symbol == b'=')
                    }
                    Unit::Symbol(symbol, _) => symbol == b'.' || symbol == b'~',
                    _ => true,
                };
                ends && self.probe.length % 4 > 1
            }
            b'~' => self.dots >= 2,
            b'+' | b'/' if in_object => !self.probe.is_complete,
            b'+' | b'/' if self.is_signature() => !self.signature_is_whole() && !self.is_url_safe,
            _ => !self.collected.text.ends_with('='),
        }
    }

    /// The gaps from `at` on, merged where two of a kind adjoin, and where they end.
    pub(super) fn gaps(&self, mut at: usize) -> (Vec<(Gap, Span)>, usize) {
        let mut gaps: Vec<(Gap, Span)> = Vec::new();
        while let (Unit::Gap(gap), length) = unit::at(self.bytes, at) {
            let indents = gap == Gap::Space && gaps.last().is_some_and(|(last, _)| last.breaks_line());
            match gaps.last_mut() {
                Some((last, span)) if *last == gap || indents => span.end = at + length,
                Some((last @ Gap::Space, span)) if gap.breaks_line() => {
                    *last = gap;
                    span.end = at + length;
                }
                _ => gaps.push((gap, Span::new(at, at + length))),
            }
            at += length;
        }
        (gaps, at)
    }

    /// Whether the token goes on at `at`, behind gaps.
    pub(super) fn goes_on(&mut self, at: usize, gaps: &[(Gap, Span)]) -> bool {
        let Unit::Symbol(first, _) = unit::at(self.bytes, at).0 else { return false };
        let breaks = gaps.iter().any(|(gap, _)| gap.breaks_line());
        if first == b'=' || first == b'~' {
            // A line of a wrapped SD-JWT, which nothing else begins with.
            return first == b'~'
                && breaks
                && self.dots > 1
                && !self.is_encrypted
                && !self.collected.text.ends_with('~');
        }
        if first == b'.' {
            let next = unit::at(self.bytes, at + 1).0;
            let may_end_here = self.dots > 1 || self.probe.is_complete || !self.probe.is_object;
            return may_end_here
                && self.dots < if self.is_encrypted { 4 } else { 2 }
                && next != Unit::Symbol(b'.', Spelling::Plain);
        }
        if self.collected.text.ends_with('.') {
            return self.continues_behind_dot(at, gaps);
        }
        if breaks && self.collected.text.ends_with('~') && self.continues_disclosures(at) {
            return true;
        }
        let holds_object = self.dots < if self.is_encrypted { 1 } else { 2 };
        if holds_object && (self.probe.is_object || self.probe.length < 2) && !self.probe.is_broken {
            return !self.probe.is_complete && self.continues_object(at, gaps);
        }
        self.continues_opaque(at, gaps)
    }

    /// Behind a dot and gaps: the next part, or something else?
    fn continues_behind_dot(&mut self, at: usize, gaps: &[(Gap, Span)]) -> bool {
        let rest = self.bytes.get(at..).unwrap_or_default();
        // The dot itself may not have been taken yet.
        let dots = if self.collected.text.ends_with('.') { self.dots } else { self.dots + 1 };
        if dots < 2 && !self.is_encrypted {
            return anchor::is_object_start(rest);
        }
        if self.is_encrypted {
            return self.continues_opaque(at, gaps);
        }
        // A token behind an unsecured one is no signature.
        !anchor::is_object_start(rest) && self.finds_signature_end(at, 0).is_some()
    }

    /// Whether what follows decodes to more of the object that is open.
    fn continues_object(&self, at: usize, gaps: &[(Gap, Span)]) -> bool {
        let mut probe = self.probe.clone();
        let mut at = at;
        let start = probe.length;
        loop {
            match unit::at(self.bytes, at) {
                (Unit::Symbol(b'.' | b'=', _), _) => return probe.is_complete,
                (Unit::Symbol(symbol, _), length) => {
                    probe.push(symbol);
                    at += length;
                }
                (Unit::Gap(_), length) if !probe.is_complete => at += length,
                _ => {
                    let taken = probe.length - start;
                    let few = if gaps.iter().any(|(gap, _)| gap.breaks_line()) { 3 } else { 12 };
                    return probe.is_complete || taken >= few;
                }
            }
            if probe.is_broken {
                return false;
            }
            if probe.is_complete || probe.length - start >= PROOF {
                return true;
            }
        }
    }

    /// An SD-JWT with a line for each disclosure goes on with an array that ends in `~`, or with a token that says it is
    /// the key binding JWT. RFC 9901 sections 4.2 and 4.3.
    fn continues_disclosures(&self, at: usize) -> bool {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let run = rest.get(..LOOK_AHEAD).unwrap_or(rest);
        let run = run.get(..run.iter().take_while(|byte| is_base64(**byte)).count()).unwrap_or_default();
        let text = std::str::from_utf8(run).unwrap_or_default();
        match rest.get(run.len()) {
            // `["` and `[ "`, in base64.
            Some(b'~') => text.starts_with("WyJ") || text.starts_with("WyAi"),
            Some(b'.') if anchor::is_object_start(run) => {
                let header = json::read(&base64url::decode(text).bytes).value;
                let typ = header.as_ref().and_then(|header| header.member("typ")?.as_str());
                typ.is_some_and(|typ| typ.eq_ignore_ascii_case("kb+jwt"))
            }
            _ => false,
        }
    }

    /// Parts that say nothing by themselves: lengths and line widths decide.
    fn continues_opaque(&mut self, at: usize, gaps: &[(Gap, Span)]) -> bool {
        if self.is_signature() {
            if self.signature_is_whole() {
                return false;
            }
            if self.probe.length < self.signature_target {
                return true;
            }
            if let Some(target) = self.finds_signature_end(at, self.probe.length) {
                self.signature_target = target;
                return true;
            }
        }
        let mut end = at;
        let mut dots = 0;
        while let (Unit::Symbol(symbol, _), length) = unit::at(self.bytes, end) {
            dots += usize::from(symbol == b'.');
            end += length;
            if end - at > LOOK_AHEAD {
                break;
            }
        }
        // An SD-JWT on one line that ends as one does.
        if self.line_width == 0 && self.collected.text.ends_with('~') {
            return false;
        }
        let is_field = matches!(self.bytes.get(end), Some(b':'));
        let is_full_line = self.line_width == 0 && self.line_length >= 32
            || self.line_length == self.line_width && self.line_width >= 16;
        let breaks = gaps.iter().any(|(gap, _)| gap.breaks_line());
        // An SD-JWT may have those of a key binding JWT behind its own. RFC 9901 section 4.
        let most_dots = if self.is_encrypted || self.has_tilde { 4 } else { 2 };
        let missing_dots = most_dots - self.dots.min(most_dots);
        let starts_token = anchor::is_object_start(self.bytes.get(at..).unwrap_or_default()) && dots > 0;
        !is_field
            && !starts_token
            && (breaks && is_full_line && dots <= missing_dots || !self.has_tilde && dots > 0 && dots <= missing_dots)
    }

    /// The length at which a signature that has `length` characters so far is whole, if the runs from `at` on, with
    /// nothing but gaps between them, reach exactly that.
    fn finds_signature_end(&self, mut at: usize, mut length: usize) -> Option<usize> {
        let longest = *self.signature_lengths.last()?;
        let until = at + LOOK_AHEAD;
        while at < until && length <= longest {
            match unit::at(self.bytes, at) {
                (Unit::Symbol(symbol, _), bytes) if is_base64(symbol) => {
                    length += 1;
                    at += bytes;
                    let ends = !matches!(unit::at(self.bytes, at).0, Unit::Symbol(next, _) if is_base64(next));
                    if ends && self.signature_lengths.contains(&length) && self.bytes.get(at) != Some(&b':') {
                        return Some(length);
                    }
                }
                (Unit::Gap(_), bytes) => at += bytes,
                _ => return None,
            }
        }
        None
    }
}
