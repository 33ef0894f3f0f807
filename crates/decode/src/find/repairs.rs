//! Everything that was removed, joined or unescaped to read a token.

use super::character::{Spelling, Whitespace};
use super::collector::Collected;
use super::embedded::PartName;
use super::text_before::TextBefore;
use crate::format::is_compact_token;
use crate::{Repair, Span, display};

/// Punctuation around a token that does not count as other text.
const BLANK: &str = "\"'`<>()[],;.\u{2026}\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}\u{AB}\u{BB}";

/// So much of a text is quoted, in characters.
const LONGEST: usize = 100;

/// The repairs in the order of their places.
pub(super) fn repairs(text: &str, collected: &Collected, before: &TextBefore) -> Vec<Repair> {
    let mut repairs = Vec::new();
    let mut repair = |id, message: String, span: Span| {
        let at = repairs.partition_point(|other: &Repair| (other.span.start, other.span.end) <= (span.start, span.end));
        repairs.insert(at, Repair { id, message, span });
    };
    let end = collected.span.end;
    let start = before.glued.start;
    let after = text.get(end..).unwrap_or_default();

    let line = |span: Span| span.in_str(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_authorization = before.name.is_some_and(|name| name.eq_ignore_ascii_case("authorization"));
    let is_json = before.name.is_some() && before.wrapper.contains(['"', '\'', '`', '\\']);
    let head = text.get(..before.start).unwrap_or_default();
    let has_more = |text: &str| !text.trim_matches(|c: char| c.is_whitespace() || BLANK.contains(c)).is_empty();
    if is_authorization && !is_json {
        let span = Span::new(before.name_start, start);
        repair(
            "authorization-prefix",
            format!("Removed {} before the token.", display::quoted(&(line(span) + " "), LONGEST)),
            span,
        );
    } else if let Some((_, span)) = before.scheme {
        let span = Span::new(span.start, start);
        let word = line(span);
        let word = word.trim_matches(['"', '\'', '`', ' ']);
        repair(
            "scheme-prefix",
            format!("Removed {} before the token.", display::quoted(&format!("{word} "), LONGEST)),
            span,
        );
    }
    let wrapper = before.wrapper.trim();
    if !is_json && before.scheme.is_none() && !wrapper.is_empty() {
        let (id, what) = match wrapper.chars().last() {
            Some('<') => ("angle-brackets", "angle brackets"),
            Some('(' | '[') => ("brackets", "brackets"),
            _ => ("quotes", "quotes"),
        };
        repair(id, format!("Removed the {what} around the token."), Span::new(start - before.wrapper.len(), start));
    } else if !has_more(head) && before.name.is_none() && after.starts_with(['"', '\'', '`', '\u{201D}', '\u{2019}']) {
        let length = after.chars().next().map_or(0, char::len_utf8);
        let lone = if before.start == start { "a stray quote" } else { "the quote" };
        repair("quotes", format!("Removed {lone} after the token."), Span::new(end, end + length));
    }

    let glued = before.glued.in_str(text);
    if glued.ends_with('m') && glued.contains('[') {
        // The escape character itself is seen nowhere.
        if !glued.starts_with('\u{1B}') {
            repair(
                "colour-code",
                format!("Removed the colour code {} before the token.", display::quoted(glued, LONGEST)),
                before.glued,
            );
        }
    } else if !glued.is_empty() {
        repair(
            "text-before",
            format!("Left out {}, which directly precedes the token.", display::quoted(glued, LONGEST)),
            before.glued,
        );
    }
    let part = before.name.and_then(PartName::of).filter(|part| part.number == 0);
    let is_joined = collected.spellings.iter().any(|(spelling, _)| *spelling == Spelling::Parts);
    let is_part = !is_joined && !is_compact_token(&collected.text);
    if let Some(PartName { stem, separator, .. }) = part.filter(|_| is_part) {
        let next = display::quoted(&format!("{stem}{separator}1"), LONGEST);
        let message = format!("This is the first part alone: the rest stands in {next}.");
        repair("first-part", message, collected.span);
    }

    for (spelling, span) in &collected.spellings {
        let undid = |what| format!("Undid the {what} in the token ({}).", display::quoted(span.in_str(text), LONGEST));
        let (id, message) = match spelling {
            Spelling::Plain => continue,
            Spelling::Base64 => ("base64-around", "Decoded the base64 around the token.".to_owned()),
            Spelling::Parts => ("numbered-parts", "Joined the numbered parts of the value.".to_owned()),
            Spelling::HexDump => ("hex-dump", "Read the bytes of the hex dump.".to_owned()),
            Spelling::Numbers => ("numbers", "Read the numbers as the bytes of the token.".to_owned()),
            Spelling::Backslash => ("backslashes", undid("backslashes")),
            Spelling::Bracketed => ("bracketed-dots", undid("brackets around dots")),
            Spelling::Digits => ("digits", "Read the digits of the QR code as characters.".to_owned()),
            Spelling::Percent => ("percent-encoding", undid("percent-encoding")),
            Spelling::JsonEscape => ("json-escapes", undid("JSON escapes")),
            Spelling::HtmlEntity => ("html-entities", undid("HTML entities")),
            Spelling::QuotedPrintable => ("quoted-printable", undid("quoted-printable")),
        };
        repair(id, message, *span);
    }
    whitespace_repairs(collected, &mut repair);

    let punctuation = after.len() - after.trim_start_matches([',', ';', '.', '\u{2026}']).len();
    if punctuation > 0 && before.name.is_none() {
        let span = Span::new(end, end + punctuation);
        let punctuation = span.in_str(text);
        let what = display::quoted(punctuation, LONGEST);
        if punctuation.starts_with("...") || punctuation.starts_with('\u{2026}') {
            repair("ellipsis", format!("The text is cut off here: {what} replaces the rest."), span);
        } else {
            repair("trailing-punctuation", format!("Removed {what} after the token."), span);
        }
    } else if let Some(length) = text_after(after) {
        let span = Span::new(end, end + length);
        repair(
            "text-behind",
            format!("Left out {}, which directly follows the token.", display::quoted(span.in_str(text), LONGEST)),
            span,
        );
    }

    if has_more(head) && !is_authorization || has_more(after) {
        repair("surrounding-text", "Found a token in the text.".to_owned(), collected.span);
    } else if text.trim().len() < text.len() {
        let blank = text.len() - text.trim_start().len();
        let span = if blank > 0 { Span::new(0, blank) } else { Span::new(text.trim_end().len(), text.len()) };
        repair("surrounding-whitespace", "Removed the blanks and line breaks around the token.".to_owned(), span);
    }
    repairs
}

/// Each kind of whitespace: the id of its repair, and what one and several of them are called.
const WHITESPACE_NAMES: [(Whitespace, &str, &str, &str); 8] = [
    (Whitespace::LineBreak, "line-breaks", "line break", "line breaks"),
    (Whitespace::LineContinuation, "line-breaks", "continued line", "continued lines"),
    (
        Whitespace::EscapedLineBreak,
        "written-out-line-breaks",
        "written-out line break (`\\n`)",
        "written-out line breaks (`\\n`)",
    ),
    (Whitespace::SoftLineBreak, "quoted-printable", "quoted-printable line break", "quoted-printable line breaks"),
    (Whitespace::PercentEncoded, "percent-encoding", "percent-encoded blank", "percent-encoded blanks"),
    (Whitespace::Literals, "string-literals", "join of string literals", "joins of string literals"),
    (Whitespace::Space, "spaces", "space", "spaces"),
    (Whitespace::Invisible, "invisible-characters", "invisible character", "invisible characters"),
];

/// One repair for each kind of whitespace inside the token.
fn whitespace_repairs(collected: &Collected, repair: &mut impl FnMut(&'static str, String, Span)) {
    for (kind, id, one, many) in WHITESPACE_NAMES {
        let mut spans = collected.whitespace.iter().filter(|(found, _)| *found == kind).map(|(_, span)| *span);
        let Some(first) = spans.next() else { continue };
        let count = spans.count() + 1;
        let what = if count == 1 { one } else { many };
        repair(id, format!("Removed {count} {what} inside the token."), first);
    }
}

/// The length of text that directly follows the token without a delimiter, in bytes. It is limited to about 80 bytes.
fn text_after(after: &str) -> Option<usize> {
    let first = after.chars().next()?;
    let is_delimiter = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || "\"'`<>()[]{},;&|\\\u{201C}\u{201D}\u{2018}\u{2019}\u{AB}\u{BB}".contains(c)
    };
    if is_delimiter(first) || ["%22", "%26", "%20", "%2526"].iter().any(|escape| after.starts_with(escape)) {
        return None;
    }
    let end = after.char_indices().find(|(at, c)| is_delimiter(*c) || *at > 80);
    Some(end.map_or(after.len(), |(at, _)| at))
}
