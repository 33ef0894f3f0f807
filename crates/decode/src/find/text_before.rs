//! The text before a token: what wraps the token, the scheme that introduces it and the name it is given.

use super::header_start;
use crate::Span;

/// How much of the text before a token is looked at, in bytes.
const LOOK_BACK: usize = 4096;

/// The schemes that introduce a token in an `Authorization` header field, in lower case, and the label that each
/// gives: RFC 6750 section 2.1,
/// RFC 9449 section 7.1.
const SCHEMES: [(&str, &str); 5] = [
    ("bearer", "Bearer token"),
    ("dpop", "DPoP-bound token"),
    ("basic", "token"),
    ("jwt", "token"),
    ("token", "token"),
];

/// The text before a token, read backwards.
pub(super) struct TextBefore<'t> {
    /// The text before the name. It may be more than one line.
    pub(super) line: &'t str,
    /// The quotes, brackets and blanks that stand directly before the token.
    pub(super) wrapper: &'t str,
    /// The label that the scheme gives, and the scheme's place in the text: up to the wrapper.
    pub(super) scheme: Option<(&'static str, Span)>,
    /// `name` of `name=`, `"name": ` or `Name: `.
    pub(super) name: Option<&'t str>,
    /// Where the name begins, in bytes of the text.
    pub(super) name_start: usize,
    /// Where the wrapper and the scheme begin, in bytes of the text.
    pub(super) start: usize,
    /// A colour code, or letters without a mark between them and the token, in bytes of the text. Mostly empty.
    pub(super) glued: Span,
}

impl<'t> TextBefore<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        let from = text.ceil_char_boundary(at.saturating_sub(LOOK_BACK));
        let all = text.get(from..at).unwrap_or_default();
        let all = all.get(..all.len() - glued_length(all)).unwrap_or_default();
        let glued = Span::new(from + all.len(), at);
        let unwrapped = trim_literal_prefix(trim_wrapper(all), all);
        let wrapper = all.get(unwrapped.len()..).unwrap_or_default();
        let (rest, scheme) = match trim_scheme(unwrapped) {
            Some((rest, label)) => {
                let scheme = Span::new(from + rest.len(), from + unwrapped.len());
                (trim_literal_prefix(trim_wrapper(rest), rest), Some((label, scheme)))
            }
            None => (unwrapped, None),
        };
        let (line, name) = trim_name(rest);
        Self { line, wrapper, scheme, name, name_start: from + line.len(), start: from + rest.len(), glued }
    }
}

/// The text without the quotes, brackets and blanks at its end, in any spelling.
pub(super) fn trim_wrapper(text: &str) -> &str {
    const ENDINGS: [&str; 18] = [
        "\"", "'", "`", "<", "(", "[", "^", "\\x22", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}",
        "\u{AB}", "\\", "%22", "&quot;", "%20",
    ];
    let mut rest = text;
    loop {
        let blank_free = rest.trim_end_matches([' ', '\t', '\n', '\r', '\u{A0}', '\u{FEFF}', '\u{200B}']);
        let trimmed = ENDINGS.iter().find_map(|ending| blank_free.strip_suffix(ending)).unwrap_or(blank_free);
        if trimmed.len() == rest.len() {
            return rest;
        }
        rest = trimmed;
    }
}

/// How much of the end of the text is glued to the token that follows: a colour code, or letters that are no escape.
fn glued_length(text: &str) -> usize {
    if let Some(length) = header_start::colour_length(text.as_bytes()) {
        return length;
    }
    if header_start::is_boundary(text.as_bytes(), text.len()) {
        return 0;
    }
    let is_glued = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    text.len() - text.trim_end_matches(is_glued).len()
}

/// The text without the letter of `b'…'`, `f"…"` or `@"…"`, with which string literals begin in source code. `all` has the
/// quote behind it.
fn trim_literal_prefix<'t>(text: &'t str, all: &str) -> &'t str {
    let is_quoted = all.get(text.len()..).is_some_and(|wrapper| wrapper.starts_with(['"', '\'']));
    let rest = text.trim_end_matches(['b', 'B', 'f', 'r', 'u', '@', '$']);
    let is_prefix = text.len() - rest.len() <= 2 && !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if is_quoted && is_prefix { trim_wrapper(rest) } else { text }
}

/// The text without the scheme at its end, if one stands there as a word of its own, and the label of that scheme.
fn trim_scheme(text: &str) -> Option<(&str, &'static str)> {
    let with_colon = text.strip_suffix(':');
    let text = with_colon.or(text.strip_suffix('+')).unwrap_or(text);
    // Before a colon, `token` is a name and `Bearer` is a scheme.
    let schemes = if with_colon.is_some() { SCHEMES.get(..1) } else { SCHEMES.get(..) };
    schemes?.iter().find_map(|(scheme, label)| {
        let start = text.len().checked_sub(scheme.len())?;
        let word = text.get(start..)?;
        let rest = text.get(..start)?;
        let is_word =
            !rest.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-') || rest.ends_with("%22");
        // "the token" in a sentence is no scheme.
        let is_prose = !matches!(*scheme, "bearer" | "dpop") && rest.trim_end().ends_with(char::is_alphanumeric);
        (word.eq_ignore_ascii_case(scheme) && is_word && !is_prose).then_some((rest, *label))
    })
}

/// The text without `name=`, `"name":` or `name:` at its end, and the name.
fn trim_name(text: &str) -> (&str, Option<&str>) {
    const SEPARATORS: [&str; 13] =
        ["=", ":", "=>", "=3D", "=3d", "%3D", "%3d", "%253D", "%3A", "%3a", "%253A", "\\u003d", "&#61;"];
    let separated = SEPARATORS.iter().find_map(|separator| text.strip_suffix(separator));
    let Some(rest) = separated else { return (text, None) };
    let rest = rest.strip_suffix('=').unwrap_or(rest);
    let rest = trim_wrapper(rest);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '@');
    let line = rest.trim_end_matches(is_name);
    let name = rest.get(line.len()..).unwrap_or_default().trim_start_matches(['-', '.', ':']);
    // The digits of a percent escape before the name are no part of it: `%26id_token`, `%2526id_token`.
    let escape = if name.starts_with("25") { 4 } else { 2 };
    let name = match line.chars().last() {
        Some('%') => name.get(escape..).unwrap_or(name),
        // As web servers log a quote: `\x22id_token`.
        Some('\\') => name.strip_prefix("x22").unwrap_or(name),
        _ => name,
    };
    // A word before a colon in a sentence is no name.
    let is_prose = text.ends_with(':')
        && rest.len() + 1 == text.len()
        && line.trim_end_matches(' ').ends_with(char::is_alphanumeric)
        && !line.ends_with(char::is_alphanumeric)
        && !name.contains('-')
        && !name.eq_ignore_ascii_case("authorization");
    if name.is_empty() || name.len() > 64 || is_prose { (line, None) } else { (line, Some(name)) }
}
