//! A value that was cut into numbered parts because a cookie has room for about 4,000 bytes: `session.0=…; session.1=…`.
//!
//! Supabase, Auth.js and others count from 0 behind a dot or an underscore, ASP.NET from `C1`. The parts may stand in any
//! order, and other values between them.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::super::character::Spelling;
use super::super::collector::signature_characters;
use super::text::{EmbeddedText, TextForm};
use crate::format::{is_compact_token, take_apart};
use crate::json::Value;
use crate::{Piece, Role, Span, base64url, display};

/// The parts of a value stand within so many bytes behind the first.
const FARTHEST: usize = 128 * 1024;

/// A longer name is none of a cookie, in bytes.
const LONGEST_NAME: usize = 128;

/// A value that was cut into numbered parts, and what its parts are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::find) struct PartName<'n> {
    /// The name of the whole.
    pub(in crate::find) stem: &'n str,
    /// What stands between that and the number.
    pub(in crate::find) separator: &'n str,
    pub(in crate::find) number: usize,
}

impl<'n> PartName<'n> {
    /// `session.0`, `session_1`, `sessionC2`.
    pub(in crate::find) fn of(name: &'n str) -> Option<Self> {
        let before = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = name.get(before.len()..)?;
        let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
        let separator = ["__", ".", "_", "-", "C"].into_iter().find(|separator| before.ends_with(separator))?;
        let stem = before.strip_suffix(separator).filter(|stem| !stem.is_empty())?;
        let separator = before.get(stem.len()..)?;
        (separator != "C" || number > 0).then_some(Self { stem, separator, number })
    }
}

/// Searches a text for values that were cut into numbered parts.
pub(super) struct NumberedParts<'t> {
    text: &'t str,
    /// The place up to which the text was searched for parts, in bytes.
    at: usize,
    /// The parts of the values that may have more of them, by the name of the whole and the separator.
    open: HashMap<(&'t str, &'t str), Vec<(usize, Span)>>,
    /// Where the first parts of those stand, with their names. Ascending; some are closed already.
    begun: VecDeque<(usize, (&'t str, &'t str))>,
    /// Whole values that were not yet asked for, by where they start.
    ahead: BTreeMap<usize, EmbeddedText>,
}

impl<'t> NumberedParts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: HashMap::new(), begun: VecDeque::new(), ahead: BTreeMap::new() }
    }

    /// The next one that starts at or after `from` and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<EmbeddedText> {
        self.search(until.saturating_add(FARTHEST));
        while let Some((start, name)) = self.begun.pop_front_if(|(start, _)| *start < until) {
            if self.open.get(&name).and_then(|parts| parts.first()).is_some_and(|(_, first)| first.start == start) {
                self.close(name);
            }
        }
        while let Some(first) = self.ahead.first_entry() {
            if *first.key() >= until {
                return None;
            }
            let (start, text) = first.remove_entry();
            if start >= from {
                return Some(text);
            }
        }
        None
    }

    /// Collects the parts up to a place. One whose number is there already begins the next value of that name, and so
    /// does one that stands too far behind the first.
    fn search(&mut self, until: usize) {
        while let Some((part, value)) = next_part(self.text, self.at, until) {
            self.at = value.end;
            let name = (part.stem, part.separator);
            let begins_next = self.open.get(&name).is_some_and(|parts| {
                let is_far = parts.first().is_some_and(|(_, first)| first.start + FARTHEST < value.start);
                is_far || parts.iter().any(|(number, _)| *number == part.number)
            });
            if begins_next {
                self.close(name);
            }
            let parts = self.open.entry(name).or_default();
            if parts.is_empty() {
                self.begun.push_back((value.start, name));
            }
            parts.push((part.number, value));
        }
        self.at = self.at.max(until.min(self.text.len()));
    }

    fn close(&mut self, (stem, separator): (&'t str, &'t str)) {
        if let Some(parts) = self.open.remove(&(stem, separator)) {
            self.join(PartName { stem, separator, number: 0 }, parts);
        }
    }

    fn join(&mut self, name: PartName, mut parts: Vec<(usize, Span)>) {
        parts.sort();
        let first = usize::from(name.separator == "C" || parts.first().is_some_and(|(number, _)| *number == 1));
        let is_complete = parts.iter().enumerate().all(|(position, (number, _))| *number == position + first);
        let [(_, begin), (_, second), ..] = parts.as_slice() else { return };
        let second = second.in_str(self.text);
        let is_token_of_its_own = base64url::starts_object(second.as_bytes()) && second.contains('.');
        if !is_complete || is_token_of_its_own || is_whole(begin.in_str(self.text)) {
            return;
        }
        let mut text = String::new();
        let mut pieces = Vec::new();
        for (_, place) in &parts {
            let start = text.len();
            text.push_str(place.in_str(self.text));
            pieces.push(Piece { token: Span::new(start, text.len()), paste: *place });
        }
        let part = |number: usize| display::quoted(&format!("{}{}{number}", name.stem, name.separator), LONGEST_NAME);
        let names = match parts.len() {
            2 => format!("{} and {}", part(first), part(first + 1)),
            count => format!("{} to {}", part(first), part(first + count - 1)),
        };
        let message = Some(format!("Joined the {} parts {names}.", parts.len()));
        let (form, spelling) = (TextForm::Plain, Spelling::Parts);
        let whole = EmbeddedText { text, form, spelling, message, pieces };
        self.ahead.insert(whole.span().start, whole);
    }
}

/// Whether a text is a whole token, so that what its next part would add is none of it.
fn is_whole(text: &str) -> bool {
    is_compact_token(text) && {
        let (_, parts) = take_apart(text);
        let header = parts.first().and_then(|header| header.value());
        let alg = header.and_then(|header| header.member("alg")).and_then(Value::as_str).unwrap_or_default();
        let signature = parts.iter().find(|part| part.role == Role::Signature);
        signature.is_some_and(|signature| signature_characters(alg).contains(&signature.span.len()))
    }
}

/// The next name of a numbered part that ends at or behind `from` and before `until`, and the place of its value.
fn next_part(text: &str, from: usize, until: usize) -> Option<(PartName<'_>, Span)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..until.min(bytes.len()))?.iter().position(u8::is_ascii_digit)?;
        let digits = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + digits;
        let separator = at.checked_sub(1).and_then(|before| bytes.get(before));
        at = end;
        // Most numbers are none of a name.
        let is_likely = digits <= 2
            && matches!(separator, Some(b'.' | b'_' | b'-' | b'C'))
            && matches!(bytes.get(end), Some(b'=' | b':' | b' ' | b'"' | b'\'' | b'\\' | b'\t'));
        if !is_likely {
            continue;
        }
        let Some(value) = value_behind(text, end) else { continue };
        let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        let before = bytes.get(from..end).unwrap_or_default();
        let length = before.iter().rev().take(LONGEST_NAME).take_while(is_name).count();
        let Some(name) = text.get(end - length..end).and_then(PartName::of) else { continue };
        return Some((name, value));
    }
}

/// The place of the value of a name that ends at `end`: in a cookie, a form, JSON, a HAR file or a table.
fn value_behind(text: &str, end: usize) -> Option<Span> {
    let rest = text.get(end..)?;
    let is_end = |c: char| c.is_whitespace() || matches!(c, ';' | '"' | '\'' | ',' | '\\' | '&' | '<' | '>' | '|');
    let behind_name = rest.trim_start_matches(['\\', '"', '\'']);
    let quotes = rest.len() - behind_name.len();
    let blank_free = behind_name.trim_start_matches(' ');
    let value = if let Some(value) = blank_free.strip_prefix(['=', ':']) {
        value.trim_start_matches(' ').trim_start_matches(['\\', '"', '\''])
    } else if let Some(value) = behind_name.strip_prefix('\t') {
        value
    } else if quotes > 0 {
        let value = blank_free.strip_prefix(',')?.trim_start().trim_start_matches(['\\', '"']).strip_prefix("value")?;
        value
            .trim_start_matches(['\\', '"'])
            .trim_start()
            .strip_prefix(':')?
            .trim_start()
            .trim_start_matches(['\\', '"'])
    } else {
        return None;
    };
    let start = text.len() - value.len();
    let length = value.find(is_end).unwrap_or(value.len());
    (length > 0).then(|| Span::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts() {
        let parts = |name| PartName::of(name).map(|part| (part.stem, part.separator, part.number));
        assert_eq!(parts("session.0"), Some(("session", ".", 0)));
        assert_eq!(parts("__session__1"), Some(("__session", "__", 1)));
        assert_eq!(parts("_oauth2_proxy_0"), Some(("_oauth2_proxy", "_", 0)));
        assert_eq!(parts(".AspNetCore.CookiesC2"), Some((".AspNetCore.Cookies", "C", 2)));
        for name in ["session", "0", ".0", "sha256", "C1", "sessionC0", "a.123"] {
            assert_eq!(parts(name), None, "{name}");
        }
    }

    #[test]
    fn values_of_parts() {
        for text in [
            "s.0=abc; s.1=x",
            "\"s.0\":\"abc\",",
            "\"s.0\" : \"abc\"",
            "{\\\"s.0\\\":\\\"abc\\\"}",
            "{\"name\":\"s.0\",\"value\":\"abc\",\"path\":\"/\"}",
            "{\"name\": \"s.0\",\n  \"value\": \"abc\"}",
            "s.0\tabc\t/",
            "s.0: abc\n",
        ] {
            let (name, value) = next_part(text, 0, usize::MAX).unwrap_or_else(|| panic!("none in {text}"));
            assert_eq!((name.stem, name.number, value.in_str(text)), ("s", 0, "abc"), "in {text}");
        }
        for text in ["s.0", "version 1.0 of it", "\"s.0\", \"name\": \"x\"", "s.0=;"] {
            assert_eq!(next_part(text, 0, usize::MAX), None, "in {text}");
        }
    }
}
