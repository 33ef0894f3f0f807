//! What stands around a token: the label it gets from there, and the repairs.

use super::super::{Repair, Span};
use super::Found;
use super::collect::Collected;
use super::unit::{Gap, Spelling};

/// How far back a label is looked for, in bytes.
const LOOK_BACK: usize = 4096;

/// What may surround a token without being worth a word.
const BLANK: &str = "\"'`<>()[],;.\u{2026}\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}\u{AB}\u{BB}";

/// The words that introduce a token in an `Authorization` header field: RFC 6750 section 2.1, RFC 9449 section 7.1.
const SCHEMES: [(&str, &str); 4] =
    [("bearer", "Bearer token"), ("dpop", "DPoP-bound token"), ("jwt", "token"), ("token", "token")];

/// A collected token with its label and all repairs.
pub(super) fn found(text: &str, collected: Collected) -> Found {
    let before = Before::of(text, collected.span.start);
    let label = label(&before);
    let repairs = repairs(text, &collected, &before);
    let Collected { span, text, pieces, .. } = collected;
    Found { label, span, repairs, text, pieces }
}

/// The text before a token, read backwards.
struct Before<'t> {
    /// The line as far as it is looked at, up to the name.
    line: &'t str,
    /// The opening quote or bracket that touches the token, or the scheme.
    wrapper: &'t str,
    /// The scheme's name and the bytes of the text from it to the token, or to its wrapper.
    scheme: Option<(&'static str, Span)>,
    /// `name` of `name=`, `"name": ` or `Name: `.
    name: Option<&'t str>,
    /// Where the name begins, in bytes of the text.
    name_start: usize,
    /// Where the first thing that belongs to the token's wrapping begins, in bytes of the text.
    start: usize,
}

impl<'t> Before<'t> {
    fn of(text: &'t str, at: usize) -> Self {
        let mut from = at.saturating_sub(LOOK_BACK);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let all = text.get(from..at).unwrap_or_default();
        let unwrapped = trim_wrapper(all);
        let wrapper = all.get(unwrapped.len()..).unwrap_or_default();
        let (rest, scheme) = match trim_scheme(unwrapped) {
            Some((rest, label)) => {
                (trim_wrapper(rest), Some((label, Span::new(from + rest.len(), from + unwrapped.len()))))
            }
            None => (unwrapped, None),
        };
        let (line, name) = trim_name(rest);
        Self { line, wrapper, scheme, name, name_start: from + line.len(), start: from + rest.len() }
    }
}

/// Takes off quotes, brackets and blanks that touch the token, in any spelling.
fn trim_wrapper(text: &str) -> &str {
    const ENDINGS: [&str; 16] = [
        "\"", "'", "`", "<", "(", "[", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{AB}", "\\",
        "%22", "&quot;", "%20",
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

/// Takes off `Bearer` and its like, when it stands as a word of its own.
fn trim_scheme(text: &str) -> Option<(&str, &'static str)> {
    let with_colon = text.strip_suffix(':');
    let text = with_colon.or(text.strip_suffix('+')).unwrap_or(text);
    // `token:` is a name, `Bearer:` never.
    let schemes = if with_colon.is_some() { SCHEMES.get(..1) } else { SCHEMES.get(..) };
    schemes?.iter().find_map(|(scheme, label)| {
        let start = text.len().checked_sub(scheme.len())?;
        let word = text.get(start..)?;
        let rest = text.get(..start)?;
        let is_word =
            !rest.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-') || rest.ends_with("%22");
        // In prose, "the token" is no scheme.
        let is_prose = !matches!(*scheme, "bearer" | "dpop") && rest.trim_end().ends_with(char::is_alphanumeric);
        (word.eq_ignore_ascii_case(scheme) && is_word && !is_prose).then_some((rest, *label))
    })
}

/// Takes off `name=`, `"name": "` or `name: `, and gives the name.
fn trim_name(text: &str) -> (&str, Option<&str>) {
    const SEPARATORS: [&str; 8] = ["=", ":", "=>", "%3D", "%3d", "%253D", "\\u003d", "&#61;"];
    let separated = SEPARATORS.iter().find_map(|separator| text.strip_suffix(separator));
    let Some(rest) = separated else { return (text, None) };
    let rest = rest.strip_suffix('=').unwrap_or(rest);
    let rest = trim_wrapper(rest);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '@');
    let name_start = rest
        .rfind(|c| !is_name(c))
        .map_or(0, |at| at + rest.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
    let name = rest.get(name_start..).unwrap_or_default().trim_start_matches(['-', '.', ':']);
    let line = rest.get(..name_start).unwrap_or_default();
    // A percent escape before the name is no part of it: `%26id_token`, `%2526id_token`.
    let escape = if name.starts_with("25") { 4 } else { 2 };
    let name = if line.ends_with('%') { name.get(escape..).unwrap_or(name) } else { name };
    // In prose, a word before a colon is no name.
    let is_prose = text.ends_with(':')
        && rest.len() + 1 == text.len()
        && line.trim_end_matches(' ').ends_with(char::is_alphanumeric)
        && !line.ends_with(char::is_alphanumeric)
        && !name.contains('-')
        && !name.eq_ignore_ascii_case("authorization");
    if name.is_empty() || name.len() > 64 || is_prose { (line, None) } else { (line, Some(name)) }
}

fn label(before: &Before) -> String {
    let scheme = before.scheme.map(|(label, _)| label);
    let Some(mut name) = before.name else { return scheme.unwrap_or("token").to_owned() };
    let mut line = before.line;
    if name == "value"
        && let Some((outer, named)) = har_name(line)
    {
        name = named;
        line = outer;
        if name.eq_ignore_ascii_case("cookie") {
            return "cookie".to_owned();
        }
        if har_list(line) == Some("cookies") {
            return format!("cookie {name}");
        }
    }
    if is_in_cookie(line) {
        return format!("cookie {name}");
    }
    if name.eq_ignore_ascii_case("authorization") || name.eq_ignore_ascii_case("dpop") {
        let capital = if name.eq_ignore_ascii_case("dpop") { "DPoP" } else { "Authorization" };
        return format!("{capital} header");
    }
    let begins_line =
        line.trim_end_matches(['>', '<', ' ', '\'', '"', '*']).ends_with(['\n', 'H']) || line.trim().is_empty();
    if begins_line && name.contains('-') && !name.contains(['_', '.']) {
        return format!("{name} header");
    }
    if name.starts_with("http:") || name.starts_with("https:") {
        return scheme.unwrap_or("token").to_owned();
    }
    name.to_owned()
}

/// `X` of `"name": "X", ` before `"value"`: an entry of a HAR's header, cookie or query list.
fn har_name(line: &str) -> Option<(&str, &str)> {
    let rest = trim_wrapper(line.trim_end_matches(['"', '\\', ' ', '\n', '\t', '\r']).strip_suffix(',')?);
    let start = rest.rfind(['"', '\\'])? + 1;
    let name = rest.get(start..)?;
    let outer = trim_wrapper(rest.get(..start)?);
    let outer = trim_wrapper(outer.strip_suffix(':')?).strip_suffix("name")?;
    Some((outer, name))
}

/// Which list of a HAR entry a place is in.
fn har_list(line: &str) -> Option<&'static str> {
    ["cookies", "headers", "queryString"]
        .into_iter()
        .filter_map(|list| line.rfind(list).map(|at| (at, list)))
        .max()
        .map(|(_, list)| list)
}

/// Whether a place is within the value of a `Cookie` or `Set-Cookie` field, or of curl's `-b`.
fn is_in_cookie(line: &str) -> bool {
    let line = line.rsplit(['\n', '\r']).next().unwrap_or_default();
    let line = line.rfind("\\n").and_then(|at| line.get(at + 2..)).unwrap_or(line);
    let lower = line.to_ascii_lowercase();
    let cookie = ["cookie:", "cookie\",\"value\":", "cookie\", \"value\":", "--cookie ", "-b '", "-b \"", "cookie'"]
        .iter()
        .filter_map(|start| lower.rfind(start).map(|at| at + start.len()))
        .max();
    // Another header field or argument behind it ends it.
    cookie.is_some_and(|start| {
        let value = lower.get(start..).unwrap_or_default();
        !value.contains(" -h ") && !value.trim_start_matches([' ', '"', '\'']).contains(['"', '\''])
    })
}

fn repairs(text: &str, collected: &Collected, before: &Before) -> Vec<Repair> {
    let mut repairs = Vec::new();
    // In order: there are few, so each is put where it belongs.
    let mut repair = |id, message: String, span: Span| {
        let at = repairs.partition_point(|other: &Repair| (other.span.start, other.span.end) <= (span.start, span.end));
        repairs.insert(at, Repair { id, message, span });
    };
    let Span { start, end } = collected.span;
    let behind = text.get(end..).unwrap_or_default();

    let line = |span: Span| span.in_str(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_authorization = before.name.is_some_and(|name| name.eq_ignore_ascii_case("authorization"));
    let is_json = before.name.is_some() && before.wrapper.contains(['"', '\'', '\\']);
    let head = text.get(..before.start).unwrap_or_default();
    let has_more = |text: &str| {
        !text.trim_matches(|c: char| c.is_whitespace() || BLANK.chars().any(|blank| blank == c)).is_empty()
    };
    if is_authorization && !is_json {
        let span = Span::new(before.name_start, start);
        repair("authorization-prefix", format!("Removed `{} ` before the token.", line(span)), span);
    } else if let Some((_, span)) = before.scheme {
        let span = Span::new(span.start, start);
        let word = line(span);
        let word = word.trim_matches(['"', '\'', '`', ' ']);
        repair("scheme-prefix", format!("Removed `{word} ` before the token."), span);
    }
    let wrapper = before.wrapper.trim();
    if !is_json && before.scheme.is_none() && !wrapper.is_empty() {
        let (id, what) = match wrapper.chars().last() {
            Some('<') => ("angle-brackets", "angle brackets"),
            Some('(' | '[') => ("brackets", "brackets"),
            _ => ("quotes", "quotes"),
        };
        repair(id, format!("Removed the {what} around the token."), Span::new(start - before.wrapper.len(), start));
    } else if !has_more(head) && before.name.is_none() && behind.starts_with(['"', '\'', '`', '\u{201D}', '\u{2019}']) {
        let length = behind.chars().next().map_or(0, char::len_utf8);
        let lone = if before.start == start { "a stray quote" } else { "the quote" };
        repair("quotes", format!("Removed {lone} behind the token."), Span::new(end, end + length));
    }

    for (spelling, span) in &collected.spellings {
        let mut whole = |id, message: &str| repair(id, message.to_owned(), *span);
        let (id, how) = match spelling {
            Spelling::Plain => continue,
            Spelling::Base64 => {
                whole("base64-around", "Decoded the base64 around the token.");
                continue;
            }
            Spelling::Digits => {
                whole("digits", "Read the digits of the QR code as characters.");
                continue;
            }
            Spelling::Percent => ("percent-encoding", "percent-encoding"),
            Spelling::JsonEscape => ("json-escapes", "JSON escapes"),
            Spelling::HtmlEntity => ("html-entities", "HTML entities"),
            Spelling::QuotedPrintable => ("quoted-printable", "quoted-printable"),
        };
        repair(id, format!("Undid the {how} in the token (`{}`).", span.in_str(text)), *span);
    }
    gaps(collected, &mut repair);

    let punctuation = behind.len() - behind.trim_start_matches([',', ';', '.', '\u{2026}']).len();
    if punctuation > 0 && before.name.is_none() {
        let span = Span::new(end, end + punctuation);
        let what = span.in_str(text);
        if what.starts_with("...") || what.starts_with('\u{2026}') {
            repair("ellipsis", format!("The text is cut here: `{what}` stands in place of the rest."), span);
        } else {
            repair("trailing-punctuation", format!("Removed `{what}` behind the token."), span);
        }
    } else if let Some(length) = glued(behind) {
        let span = Span::new(end, end + length);
        repair(
            "text-behind",
            format!("Left out `{}`, which is glued to the end of the token.", span.in_str(text)),
            span,
        );
    }

    if has_more(head) && !is_authorization || has_more(behind) {
        let around = text.len() - collected.span.len();
        let bytes = if around == 1 { "byte" } else { "bytes" };
        repair(
            "surrounding-text",
            format!("Took the token out of the text around it ({around} other {bytes})."),
            collected.span,
        );
    } else if text.trim().len() < text.len() {
        let blank = text.len() - text.trim_start().len();
        let span = if blank > 0 { Span::new(0, blank) } else { Span::new(text.trim_end().len(), text.len()) };
        repair("surrounding-whitespace", "Removed the blanks and line breaks around the token.".to_owned(), span);
    }
    repairs
}

/// Each kind of gap: the id of its repair, and what one and several of them are called.
const GAPS: [(Gap, &str, &str, &str); 7] = [
    (Gap::LineBreak, "line-breaks", "line break", "line breaks"),
    (Gap::Continuation, "line-breaks", "continued line", "continued lines"),
    (Gap::WrittenOut, "written-out-line-breaks", "written-out line break (`\\n`)", "written-out line breaks (`\\n`)"),
    (Gap::QuotedPrintable, "quoted-printable", "quoted-printable line break", "quoted-printable line breaks"),
    (Gap::Percent, "percent-encoding", "percent-encoded blank", "percent-encoded blanks"),
    (Gap::Space, "spaces", "space", "spaces"),
    (Gap::Invisible, "invisible-characters", "invisible character", "invisible characters"),
];

/// One repair for each kind of gap.
fn gaps(collected: &Collected, repair: &mut impl FnMut(&'static str, String, Span)) {
    for (kind, id, one, many) in GAPS {
        let mut spans = collected.gaps.iter().filter(|(gap, _)| *gap == kind).map(|(_, span)| *span);
        let Some(first) = spans.next() else { continue };
        let count = spans.count() + 1;
        let what = if count == 1 { one } else { many };
        repair(id, format!("Removed {count} {what} inside the token."), first);
    }
}

/// Something that touches the token's end and is no delimiter. A quarter of a line of it is shown.
fn glued(behind: &str) -> Option<usize> {
    let first = behind.chars().next()?;
    let is_delimiter = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || "\"'`<>()[]{},;&|\\\u{201C}\u{201D}\u{2018}\u{2019}\u{AB}\u{BB}".chars().any(|delimiter| delimiter == c)
    };
    if is_delimiter(first) || ["%22", "%26", "%20", "%2526"].iter().any(|escape| behind.starts_with(escape)) {
        return None;
    }
    let end = behind.char_indices().find(|(at, c)| is_delimiter(*c) || *at > 80);
    Some(end.map_or(behind.len(), |(at, _)| at))
}
