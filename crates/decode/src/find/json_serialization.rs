//! JSON serializations in the pasted text: alone, inside other JSON, or in a string of it with escapes.
//!
//! From each brace that a name follows, the text is read as JSON as far as that is possible. A value that is complete is
//! searched once, with all that it holds. Where reading fails, an inner brace may still start a complete object, so
//! the search continues directly after the outer brace. After reading [`READINGS`] times the length of the text in this
//! way, it continues at the place where reading failed instead. Line breaks inside strings, as RFCs print them, are removed.

use super::character::{Spelling, Whitespace};
use super::collector::Collected;
use super::json_string;
use crate::error::{Fault, FaultKind};
use crate::format::is_json_serialization;
use crate::json::{self, JsonKind, Value};
use crate::{Piece, Span};

/// How often each byte of the text may be read, on average.
const READINGS: usize = 8;

/// Every JSON serialization has a member whose name begins with one of these.
const NAMES: [&str; 3] = ["signature", "ciphertext", "protected"];

/// Searches a text for JSON serializations, one after the other.
pub(super) struct JsonSerializations<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
    /// How many bytes may still be read more than once.
    rereadable: usize,
    /// Found already but not yet asked for, the last one first.
    ahead: Vec<Collected>,
}

impl<'t> JsonSerializations<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // A text without these names is not searched further.
        let mut quoted = text.split('"').skip(1);
        let has_any = quoted.any(|text| NAMES.iter().any(|name| text.starts_with(name)));
        let at = if has_any { 0 } else { text.len() };
        Self { text, at, rereadable: text.len().saturating_mul(READINGS), ahead: Vec::new() }
    }

    /// The next one that starts at or after `from` and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<Collected> {
        self.at = self.at.max(from);
        loop {
            while let Some(next) = self.ahead.pop() {
                if next.span.start >= until {
                    self.ahead.push(next);
                    return None;
                }
                if next.span.start >= from {
                    return Some(next);
                }
            }
            let bytes = self.text.as_bytes();
            let step = bytes.get(self.at..until)?.iter().position(|byte| *byte == b'{');
            let Some(step) = step else {
                self.at = self.at.max(until);
                return None;
            };
            self.at += step;
            self.read();
        }
    }

    /// Reads the object that may start here.
    fn read(&mut self) {
        let start = self.at;
        self.at += 1;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        if bytes.get(1..).unwrap_or_default().trim_ascii_start().first() != Some(&b'"') {
            return;
        }
        let document = json::read_with_all_faults(bytes);
        let Some(value) = &document.value else { return };
        let Some(failed) = document.faults.iter().rfind(|fault| ends_reading(&fault.kind)) else {
            self.search(value, start, &document.faults);
            self.ahead.reverse();
            self.at = start + value.span.end;
            return;
        };
        let read = failed.span.start;
        let end = start + self.text.get(start..).unwrap_or_default().trim_end().len();
        // A string without its closing quote continues into other text, which usually has line breaks.
        let is_control = |fault: &Fault| matches!(fault.kind, FaultKind::ControlCharacter(_));
        let runs_on = document.faults.iter().any(|fault| is_control(fault) && start + fault.span.start < end);
        if failed.kind.is_cut() && !runs_on && is_json_serialization(value) {
            self.ahead.push(unwrapped(self.text, Span::new(start, end), start, &document.faults));
            self.at = self.text.len();
        } else if read > self.rereadable {
            self.at = start + read.max(1);
        } else {
            self.rereadable -= read;
        }
    }

    /// Collects the serializations in a value, in the order of the text. Spans of `value` count from `offset`.
    fn search(&mut self, value: &Value, offset: usize, faults: &[Fault]) {
        match &value.kind {
            JsonKind::Object(_) if is_json_serialization(value) => {
                let span = Span::new(offset + value.span.start, offset + value.span.end);
                self.ahead.push(unwrapped(self.text, span, offset, faults));
            }
            JsonKind::Object(members) => members.iter().for_each(|member| self.search(&member.value, offset, faults)),
            JsonKind::Array(values) => values.iter().for_each(|value| self.search(value, offset, faults)),
            // The string may hold JSON.
            JsonKind::String(text) if text.escaped => {
                let source = value.span.within_quotes();
                let source = Span::new(offset + source.start, offset + source.end);
                for (text, span) in json_string::within(&text.text, source.in_str(self.text)) {
                    let span = Span::new(source.start + span.start, source.start + span.end);
                    let pieces = vec![Piece { token: Span::new(0, text.len()), paste: span }];
                    let first = span.start + span.in_str(self.text).find('\\').unwrap_or_default();
                    let spellings = vec![(Spelling::JsonEscape, Span::new(first, first + 2))];
                    self.ahead.push(Collected { span, text, pieces, spellings, ..Collected::default() });
                }
            }
            _ => {}
        }
    }
}

fn ends_reading(kind: &FaultKind) -> bool {
    !matches!(kind, FaultKind::TextBehind(_) | FaultKind::ControlCharacter(_) | FaultKind::InvalidUtf8(_))
}

/// The text of a span without the line breaks inside its strings. Each of those is one of `faults`, which are in order and
/// count bytes from `offset` of the text.
fn unwrapped(text: &str, span: Span, offset: usize, faults: &[Fault]) -> Collected {
    let mut collected = Collected { span, ..Collected::default() };
    let mut at = span.start;
    let mut take = |from: usize, to: usize| {
        let start = collected.text.len();
        collected.text.push_str(Span::new(from, to).in_str(text));
        let token = Span::new(start, collected.text.len());
        collected.pieces.push(Piece { token, paste: Span::new(from, to) });
    };
    let mut whitespace = Vec::new();
    let first = faults.partition_point(|fault| offset + fault.span.start < span.start);
    for fault in faults.iter().skip(first) {
        let start = offset + fault.span.start;
        if start >= span.end {
            break;
        }
        if start < at || !matches!(fault.kind, FaultKind::ControlCharacter(b'\n' | b'\r')) {
            continue;
        }
        let rest = Span::new(start, span.end).in_str(text);
        let end = start + rest.len() - rest.trim_ascii_start().len();
        take(at, start);
        whitespace.push((Whitespace::LineBreak, Span::new(start, end)));
        at = end;
    }
    take(at, span.end);
    collected.whitespace = whitespace;
    collected
}

#[cfg(test)]
mod tests {
    use crate::testing::HS256;
    use crate::{Token, decode};

    fn jws(payload: &str) -> String {
        format!(r#"{{"payload":"{payload}","protected":"{HS256}","signature":"AAEC"}}"#)
    }

    #[track_caller]
    fn check(paste: &str, expected: &[(&str, &str)]) -> Vec<Token> {
        let tokens = decode(paste).tokens;
        let found: Vec<_> = tokens.iter().map(|token| (token.text.as_str(), token.label.as_str())).collect();
        assert_eq!(found, expected, "in {paste}");
        tokens
    }

    #[test]
    fn finds_one_by_itself_and_in_other_text() {
        let jws = jws("e30");
        let jws = jws.as_str();
        assert_eq!(check(jws, &[(jws, "token")])[0].repairs, []);
        check(&format!("\n {jws}\n"), &[(jws, "token")]);
        check(&format!("body={jws}; done"), &[(jws, "body")]);
        check(&format!("{{\"sub\":1,\"vp\":{jws},\"b\":[{jws}]}}"), &[(jws, "vp"), (jws, "b")]);
        check(&format!("he said \"{{\" and {{\"then\n{jws} {{"), &[(jws, "token")]);
        check(&format!("{{ \"broken\": yes, \"a\": {jws} }}"), &[(jws, "a")]);
        check(&format!("{jws}{jws}"), &[(jws, "token"), (jws, "token")]);
    }

    #[test]
    fn finds_one_that_is_a_string_of_other_json() {
        let jws = jws("e30");
        let paste = format!("{{\"body\":\"{}\"}}", jws.replace('"', "\\\""));
        let tokens = check(&paste, &[(&jws, "body")]);
        let ids: Vec<_> = tokens[0].repairs.iter().map(|repair| repair.id).collect();
        assert_eq!(ids, ["surrounding-text", "json-escapes"]);
        let header = tokens[0].header().expect("a header").span;
        assert_eq!(tokens[0].in_paste(header), [tokens[0].span]);
    }

    #[test]
    fn finds_those_that_are_somewhere_in_a_string() {
        let (jws, compact) = (jws("e30"), [HS256, "e30", "AAEC"].join("."));
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        let inner = format!("{{\"x\":\"{}\",\"a\":{jws},\"b\":\"{compact}\",\"c\":[{jws}]}}", escaped("ä\" é"));
        let paste = format!("{{\"body\":\"{}\"}}", escaped(&inner).replace('é', "\\u00e9"));
        let tokens = check(&paste, &[(&jws, "a"), (&compact, "b"), (&jws, "c")]);
        for token in &tokens {
            assert_eq!(token.span.in_str(&paste).replace('\\', ""), token.text);
        }
        let twice = format!("{{\"k\":\"{}\"}}", escaped(&format!("{{\"m\":\"{}\"}}", escaped(&jws))));
        let tokens = check(&twice, &[(&jws, "m")]);
        assert_eq!(tokens[0].span.in_str(&twice).replace('\\', ""), jws);
    }

    #[test]
    fn keeps_the_order_among_other_tokens() {
        let (jws, compact) = (jws("e30"), [HS256, "e30", "AAEC"].join("."));
        let unsigned = format!("{HS256}.e30.");
        check(
            &format!("{compact}\n{jws}\n{compact} {jws} {unsigned}"),
            &[(&compact, "token"), (&jws, "token"), (&compact, "token"), (&jws, "token"), (&unsigned, "token")],
        );
        check(
            &format!("{{\"a\":\"{compact}\",\"b\":{jws},\"c\":\"{compact}\"}}"),
            &[(&compact, "a"), (&jws, "b"), (&compact, "c")],
        );
    }

    #[test]
    fn joins_strings_that_a_document_wraps() {
        let paste = format!(
            "{{\r\n  \"payload\":\r\n   \"e3\r\n    0\",\n \"protected\":\"{}\n\t{}\",\"signature\":\"AA\"}}",
            &HS256[..7],
            &HS256[7..]
        );
        let joined = format!("{{\r\n  \"payload\":\r\n   \"e30\",\n \"protected\":\"{HS256}\",\"signature\":\"AA\"}}");
        let tokens = check(&paste, &[(&joined, "token")]);
        let repairs: Vec<_> = tokens[0].repairs.iter().map(|repair| repair.message.as_str()).collect();
        assert_eq!(repairs, ["Removed 2 line breaks inside the token."]);
        let header = tokens[0].header().expect("a header").span;
        let spelled: Vec<_> = tokens[0].in_paste(header).into_iter().map(|span| span.in_str(&paste)).collect();
        assert_eq!(spelled, [&HS256[..7], &HS256[7..]]);
    }

    #[test]
    fn a_cut_one_gives_what_is_whole() {
        let jws = jws("e30");
        let cut = &jws[..jws.len() - 3];
        let tokens = check(&format!("{cut}\n"), &[(cut, "token")]);
        assert!(tokens[0].is_cut && tokens[0].signature().is_none() && tokens[0].payload().is_some());
        let jwt = format!("{HS256}.e30.");
        check(&format!("{cut}\nBearer {jwt}"), &[(&jwt, "Bearer token")]);
        let inside = format!("{{\"a\":{cut}");
        assert!(check(&inside, &[(cut, "a")])[0].is_cut);
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        let units = [
            "{\"payload\":",
            "{",
            "{\"",
            "{\"signature\":\"",
            "{\"a\":[",
            "{\"protected\":\"eyJ\",",
            "{ \"a\"",
            "\\\"{",
            "{\"payload\":\"a\",\"protected\":\"eyJ\",\"signature\":\"b\"}",
            "{\"a\":1} {",
            "eyJ{\"a\":{\"b\":{}",
        ];
        for unit in units {
            decode(&(unit.repeat(400_000 / unit.len()) + "\"signature\""));
        }
    }
}
