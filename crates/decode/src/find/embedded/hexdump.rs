//! Hex dumps, as `hexdump -C`, `xxd`, `tcpdump -X` and packet analysers print them: an offset, bytes in hexadecimal, and
//! mostly the same bytes as text.
//!
//! The bytes are read from the hexadecimal digits, because the column of text shows a dot for many bytes.

use super::super::character::Spelling;
use super::text::{EmbeddedText, TextForm};
use crate::{Piece, Span};

/// A line of fewer bytes ends a dump.
const FEWEST: usize = 4;

/// Lines with more bytes are not looked at.
const MOST: usize = 64;

/// Longer lines are none of a dump, in bytes.
const LONGEST_LINE: usize = 400;

/// Searches a text for hex dumps.
pub(super) struct Hexdumps<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
}

impl<'t> Hexdumps<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The line at `start` as a span, without its line break, and where the next one starts. Of a longer line its
    /// beginning.
    fn line(&self, start: usize) -> (Span, usize) {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length =
            rest.iter().take(LONGEST_LINE).position(|byte| *byte == b'\n').unwrap_or(rest.len().min(LONGEST_LINE));
        (Span::new(start, self.text.floor_char_boundary(start + length)), start + length + 1)
    }

    /// The next place at or behind `at` and before `until` where a line starts.
    fn next_line_start(&self, until: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if self.at == 0 || bytes.get(self.at - 1) == Some(&b'\n') {
            return Some(self.at).filter(|at| *at < until.min(bytes.len()));
        }
        let rest = bytes.get(self.at..until.min(bytes.len()))?;
        let start = self.at + rest.iter().position(|byte| *byte == b'\n')? + 1;
        Some(start).filter(|start| *start < until.min(bytes.len()))
    }

    /// The next one that starts at or after `from` and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<EmbeddedText> {
        while let Some(start) = self.next_line_start(until) {
            let (first, mut next) = self.line(start);
            self.at = start + 1;
            if first.start < from {
                continue;
            }
            let Some(mut line) = DumpLine::read(self.text, first) else { continue };
            let mut bytes = Vec::new();
            let mut pieces = Vec::new();
            loop {
                let start = bytes.len();
                bytes.extend(&line.bytes);
                pieces.push(Piece { token: Span::new(start, bytes.len()), paste: line.place });
                let (span, behind) = self.line(next);
                let following = DumpLine::read(self.text, span);
                let expected = line.offset + line.bytes.len();
                let Some(following) = following.filter(|following| following.offset == expected) else { break };
                line = following;
                next = behind;
            }
            self.at = next;
            if pieces.len() > 1 {
                // A byte that is no character of a token becomes one that ends it, so that places stay the same.
                let shown = |byte: u8| if byte.is_ascii() { char::from(byte) } else { '|' };
                let text = bytes.into_iter().map(shown).collect();
                let (form, spelling) = (TextForm::Plain, Spelling::HexDump);
                return Some(EmbeddedText { text, form, spelling, message: None, pieces });
            }
        }
        self.at = self.at.max(until.min(self.text.len()));
        None
    }
}

/// One line of a dump.
struct DumpLine {
    offset: usize,
    bytes: Vec<u8>,
    /// The column of text, or else the hexadecimal digits, in bytes of the paste.
    place: Span,
}

impl DumpLine {
    fn read(text: &str, span: Span) -> Option<Self> {
        let line = span.in_str(text).trim_end();
        let digits = line.trim_start();
        let digits = digits.strip_prefix("0x").unwrap_or(digits);
        let length = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
        let (offset, rest) = digits.split_at_checked(length).filter(|_| (4..=16).contains(&length))?;
        let offset = usize::from_str_radix(offset, 16).ok()?;
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        if !rest.starts_with([' ', '\t']) {
            return None;
        }
        let mut bytes = Vec::new();
        let mut columns = rest;
        let mut end_of_digits = line.len() - rest.len();
        while let Some((group, behind)) = hex_group(columns) {
            // Two blanks and more end the digits where enough stand there already, as where the text is itself hexadecimal.
            bytes.extend(group);
            columns = behind;
            end_of_digits = line.len() - behind.len();
            if bytes.len() >= MOST {
                return None;
            }
        }
        (bytes.len() >= FEWEST).then_some(())?;
        let shown = columns.trim_start().trim_start_matches('|').trim_end_matches('|');
        let start = span.start + line.len() - columns.len() + columns.find(shown).unwrap_or_default();
        let is_shown = shown.len() >= bytes.len() && {
            let pairs = shown.bytes().zip(&bytes);
            pairs.clone().count() == bytes.len()
                && pairs.clone().all(|(shown, byte)| shown == *byte || shown == b'.' || !byte.is_ascii_graphic())
        };
        let place = match is_shown {
            true => Span::new(start, start + bytes.len()),
            false => Span::new(span.start + line.len() - rest.trim_start().len(), span.start + end_of_digits),
        };
        Some(Self { offset, bytes, place })
    }
}

/// The bytes of the hexadecimal digits at the start of `text`, behind blanks: 1, 2 or 4 bytes up to the next blank.
fn hex_group(text: &str) -> Option<(Vec<u8>, &str)> {
    let trimmed = text.trim_start_matches([' ', '\t', '-']);
    if trimmed.len() == text.len() {
        return None;
    }
    let length = trimmed.find([' ', '\t', '-']).unwrap_or(trimmed.len());
    let (group, rest) = trimmed.split_at_checked(length)?;
    let is_group = matches!(length, 2 | 4 | 8) && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    // Three blanks stand before a column of text that may itself be of such digits.
    let is_column = text.len() - trimmed.len() > 2 && !rest.contains(' ');
    if !is_group || is_column {
        return None;
    }
    let pairs = group.as_bytes().chunks_exact(2).map(|pair| std::str::from_utf8(pair).unwrap_or_default());
    let bytes: Option<Vec<u8>> = pairs.map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
    Some((bytes?, rest))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use crate::decode;
    use crate::find::tests::TOKEN;

    fn shown(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { '.' }).collect()
    }

    /// As `hexdump -C` prints it.
    fn canonical(bytes: &[u8]) -> String {
        let mut dump = String::new();
        for (line, bytes) in bytes.chunks(16).enumerate() {
            let hex: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            let (left, right) = hex.split_at(hex.len().min(8));
            let columns = format!("{}  {}", left.join(" "), right.join(" "));
            writeln!(dump, "{:08x}  {columns:<49} |{}|", line * 16, shown(bytes)).expect("a text takes all");
        }
        dump
    }

    /// As `xxd` prints it.
    fn pairs(bytes: &[u8]) -> String {
        let mut dump = String::new();
        for (line, bytes) in bytes.chunks(16).enumerate() {
            let hex: Vec<_> =
                bytes.chunks(2).map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect::<String>()).collect();
            writeln!(dump, "{:08x}: {:<39}  {}", line * 16, hex.join(" "), shown(bytes)).expect("a text takes all");
        }
        dump
    }

    #[track_caller]
    fn check(dump: &str) {
        let decoded = decode(dump);
        let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, [TOKEN], "in\n{dump}");
        let token = &decoded.tokens[0];
        let marked: String =
            token.in_paste(crate::Span::new(0, TOKEN.len())).iter().map(|span| span.in_str(dump)).collect();
        assert_eq!(marked, TOKEN, "the column of text is marked");
        assert!(token.repairs.iter().any(|repair| repair.id == "hex-dump"), "{:?}", token.repairs);
    }

    #[test]
    fn a_token_in_a_dump_is_read() {
        let request = format!("GET / HTTP/1.1\r\nAuthorization: Bearer {TOKEN}\r\nHost: x\r\n\r\n");
        for text in [TOKEN.to_owned(), request.clone(), format!("\0\u{1}{TOKEN}\0")] {
            check(&canonical(text.as_bytes()));
            check(&pairs(text.as_bytes()));
        }
        check(&format!("12:00:01 IP a.1 > b.80:\n{}", pairs(request.as_bytes())));
        let label = decode(&canonical(request.as_bytes())).tokens[0].label.clone();
        assert_eq!(label, "Authorization header");
    }

    #[test]
    fn without_a_column_of_text_the_digits_are_marked() {
        let dump: String =
            canonical(TOKEN.as_bytes()).lines().map(|line| format!("{}\n", &line[..58].trim_end())).collect();
        let decoded = decode(&dump);
        assert_eq!(decoded.tokens.len(), 1, "in\n{dump}");
        assert_eq!(decoded.tokens[0].text, TOKEN);
    }

    #[test]
    fn near_misses_are_text() {
        for text in ["00000000  01 02 03\n00000003  04\n", "1234 5678\n9012 3456\n", "deadbeef cafe babe 0000\n"] {
            assert_eq!(decode(text).tokens, [], "{text}");
        }
    }
}
