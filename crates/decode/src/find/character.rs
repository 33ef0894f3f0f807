//! One character of the pasted text, in any of the spellings in which tokens are pasted.

use crate::base64url;

/// What stands at a place of the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Character {
    /// A character that tokens are made of: the two base64 alphabets, `.`, `=`, `~`.
    OfToken(u8, Spelling),
    /// Whitespace, which may stand between the characters of a token.
    Whitespace(Whitespace),
    /// A character that neither tokens nor whitespace have, or the end of the text.
    Other,
}

/// How a character of a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelling {
    Plain,
    /// `%2E` or `%252E`: RFC 3986 section 2.1, once or twice.
    Percent,
    /// `\/` or `\u002e`: RFC 8259 section 7.
    JsonEscape,
    /// `&#46;` or `&period;`
    HtmlEntity,
    /// `=2E`: RFC 2045 section 6.7.
    QuotedPrintable,
    /// The whole token is encoded in base64 once more.
    Base64,
    /// The whole token is written as pairs of digits.
    Digits,
    /// The whole token was cut into numbered parts.
    Parts,
    /// The whole token stands in a hex dump.
    HexDump,
    /// The bytes of the whole token are written as numbers.
    Numbers,
    /// `\.` or `\_`, as Markdown escapes them.
    Backslash,
    /// `[.]`, as addresses are kept from becoming links.
    Bracketed,
}

/// Whitespace between the characters of a token, which is no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whitespace {
    LineBreak,
    /// A backslash at the end of a line of a shell command.
    LineContinuation,
    /// A backslash and `n`, `r` or `t`, or the same as `\u000a`.
    EscapedLineBreak,
    /// `=` at the end of a line: RFC 2045 section 6.7.
    SoftLineBreak,
    /// `%0A` or `%20`
    PercentEncoded,
    /// The end of one string literal of source code and the beginning of the next: `" + "`, `' . '`, `").concat("`.
    Literals,
    /// Spaces, tabs and no-break spaces.
    Space,
    /// Zero-width characters and soft hyphens.
    Invisible,
}

impl Whitespace {
    pub(super) fn breaks_line(self) -> bool {
        !matches!(self, Self::Space | Self::Invisible)
    }
}

const INVISIBLE: [&str; 7] = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200E}"];

/// What stands at `at`, and its length in bytes. The length of [`Character::Other`] is 0.
pub(super) fn at(bytes: &[u8], at: usize) -> (Character, usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest {
        [b'%', ..] => percent(rest),
        [b'\\', ..] => backslash(rest),
        [b'&', ..] => entity(rest),
        [b'=', ..] => equals(rest),
        [b'.' | b'~', ..] => plain(rest),
        [first, ..] if base64url::is_character(*first) => plain(rest),
        [b'[', b'.', b']', ..] => (Character::OfToken(b'.', Spelling::Bracketed), 3),
        [b'<', ..] => match line_break_element(rest) {
            Some(length) => (Character::Whitespace(Whitespace::LineBreak), length),
            None => (Character::Other, 0),
        },
        [b'|', ..] => match between_cells(rest) {
            Some(length) => (Character::Whitespace(Whitespace::LineBreak), length),
            None => (Character::Other, 0),
        },
        // As syslog writes a line break.
        [b'#', b'0', b'1', b'2' | b'5', ..] => (Character::Whitespace(Whitespace::EscapedLineBreak), 4),
        [b'\n', ..] => (Character::Whitespace(Whitespace::LineBreak), 1 + quote_mark(rest, 1)),
        [b'\r', b'\n', ..] => (Character::Whitespace(Whitespace::LineBreak), 2 + quote_mark(rest, 2)),
        [b'\r', ..] => (Character::Whitespace(Whitespace::LineBreak), 1),
        [b' ' | b'\t', ..] => (Character::Whitespace(Whitespace::Space), 1),
        [b'"' | b'\'' | b'`', ..] => match between_literals(rest) {
            Some(length) => (Character::Whitespace(Whitespace::Literals), length),
            None => (Character::Other, 0),
        },
        [0xC2, 0xA0, ..] => (Character::Whitespace(Whitespace::Space), 2),
        _ => match INVISIBLE.iter().find(|invisible| rest.starts_with(invisible.as_bytes())) {
            Some(invisible) => (Character::Whitespace(Whitespace::Invisible), invisible.len()),
            None => (Character::Other, 0),
        },
    }
}

/// The length of `> `, `>> ` or `| `, with which mail programs and terminals begin a line.
fn quote_mark(rest: &[u8], at: usize) -> usize {
    let behind = rest.get(at..).unwrap_or_default();
    if behind.starts_with(b"| ") {
        return 2;
    }
    let marks = behind.iter().take(20).take_while(|byte| matches!(byte, b'>' | b' ')).count();
    let marks = behind.get(..marks).unwrap_or_default();
    if marks.starts_with(b">") && marks.ends_with(b" ") { marks.len() } else { 0 }
}

/// The length of `<br>` or `<wbr>`, with which HTML lets a line break.
fn line_break_element(rest: &[u8]) -> Option<usize> {
    const ELEMENTS: [&str; 6] = ["<br>", "<br/>", "<br />", "<wbr>", "<wbr/>", "<wbr />"];
    let starts =
        |element: &&&str| rest.get(..element.len()).is_some_and(|start| start.eq_ignore_ascii_case(element.as_bytes()));
    ELEMENTS.iter().find(starts).map(|element| element.len())
}

/// The length of what stands between two cells of a table that are below each other: `|`, a line break and `|`.
fn between_cells(rest: &[u8]) -> Option<usize> {
    let nearest = rest.get(..BETWEEN_LITERALS).unwrap_or(rest);
    let behind = nearest.strip_prefix(b"|")?.trim_ascii_start();
    let cell = behind.strip_prefix(b"|")?;
    let between = nearest.get(..nearest.len() - behind.len())?;
    between.contains(&b'\n').then_some(nearest.len() - cell.len())
}

/// The most bytes between two string literals that are joined: a line break and its indentation.
const BETWEEN_LITERALS: usize = 200;

/// The length of what stands between two string literals that source code joins, with the quotes of both: `"a" + "b"`,
/// `'a' . 'b'`, `"a" & _`, `"a" "b"`, `"a".concat("b"`. The second literal has the quote of the first.
fn between_literals(rest: &[u8]) -> Option<usize> {
    const OPERATORS: [&[u8]; 8] = [b"+", b".concat(", b"..", b".", b"&", b"||", b"<<", b"\\"];
    let (quote, behind) = rest.get(..BETWEEN_LITERALS).unwrap_or(rest).split_first()?;
    let operand = behind.strip_prefix(b")").unwrap_or(behind).trim_ascii_start();
    let operator = OPERATORS.iter().find_map(|operator| operand.strip_prefix(*operator));
    let mut next = operator.unwrap_or(operand).trim_ascii_start();
    // Visual Basic and the shell continue a line in this way.
    if let Some(line) = next.strip_prefix(b"_").or(next.strip_prefix(b"\\")) {
        next = line.trim_ascii_start();
    }
    // Without an operator, literals stand side by side with a blank between them.
    if operator.is_none() && next.len() == behind.len() {
        return None;
    }
    let next = next.strip_prefix(b"@").or(next.strip_prefix(b"b")).or(next.strip_prefix(b"f")).unwrap_or(next);
    let literal = next.strip_prefix(std::slice::from_ref(quote))?;
    let is_token = literal.first().is_some_and(|byte| base64url::is_character(*byte) || *byte == b'.');
    is_token.then_some(rest.len().min(BETWEEN_LITERALS) - literal.len())
}

fn plain(rest: &[u8]) -> (Character, usize) {
    (Character::OfToken(rest.first().copied().unwrap_or_default(), Spelling::Plain), 1)
}

/// The character that an escape of `length` bytes stands for. If it stands for whitespace, that is `whitespace`.
fn escaped(byte: u32, spelling: Spelling, whitespace: Whitespace, length: usize) -> (Character, usize) {
    match u8::try_from(byte) {
        Ok(b'\n' | b'\r' | b'\t' | b' ') => (Character::Whitespace(whitespace), length),
        Ok(byte) if base64url::is_character(byte) || matches!(byte, b'.' | b'=' | b'~') => {
            (Character::OfToken(byte, spelling), length)
        }
        _ => (Character::Other, 0),
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| Some(value << 4 | char::from(*digit).to_digit(16)?))
}

/// RFC 3986 section 2.1, once or twice.
fn percent(rest: &[u8]) -> (Character, usize) {
    let skipped = if rest.starts_with(b"%25") { 3 } else { 1 };
    match rest.get(skipped..skipped + 2).and_then(hex) {
        Some(byte) => escaped(byte, Spelling::Percent, Whitespace::PercentEncoded, skipped + 2),
        None => (Character::Other, 0),
    }
}

/// An escape of RFC 8259 section 7, with more backslashes where the JSON was itself put into a string; or the
/// continued line of a shell command.
fn backslash(rest: &[u8]) -> (Character, usize) {
    let backslashes = rest.iter().take_while(|byte| **byte == b'\\').count();
    let length = backslashes + 1;
    match rest.get(backslashes) {
        Some(b'n' | b'r' | b't') => (Character::Whitespace(Whitespace::EscapedLineBreak), length),
        Some(b'/') => (Character::OfToken(b'/', Spelling::JsonEscape), length),
        Some(symbol @ (b'.' | b'_' | b'-' | b'~')) if backslashes == 1 => {
            (Character::OfToken(*symbol, Spelling::Backslash), 2)
        }
        Some(b'u') => match rest.get(length..length + 4).and_then(hex) {
            Some(unit) => escaped(unit, Spelling::JsonEscape, Whitespace::EscapedLineBreak, length + 4),
            None => (Character::Other, 0),
        },
        Some(b'\n' | b'\r') if backslashes == 1 => (Character::Whitespace(Whitespace::LineContinuation), 2),
        _ => (Character::Other, 0),
    }
}

fn entity(rest: &[u8]) -> (Character, usize) {
    const INVISIBLE: [&[u8]; 5] = [b"&shy;", b"&#173;", b"&ZeroWidthSpace;", b"&#8203;", b"&zwnj;"];
    if let Some(entity) = INVISIBLE.iter().find(|entity| rest.starts_with(entity)) {
        return (Character::Whitespace(Whitespace::Invisible), entity.len());
    }
    const ENTITIES: [(&[u8], u8); 8] = [
        (b"&period;", b'.'),
        (b"&equals;", b'='),
        (b"&lowbar;", b'_'),
        (b"&#46;", b'.'),
        (b"&#61;", b'='),
        (b"&#x2E;", b'.'),
        (b"&#x2e;", b'.'),
        (b"&#x3D;", b'='),
    ];
    match ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
        Some((name, byte)) => (Character::OfToken(*byte, Spelling::HtmlEntity), name.len()),
        None => (Character::Other, 0),
    }
}

/// Padding, or an escape or soft line break of quoted-printable (RFC 2045 section 6.7).
fn equals(rest: &[u8]) -> (Character, usize) {
    let is_followed_by_token =
        |at: usize| rest.get(at).is_some_and(|byte| base64url::is_character(*byte) || *byte == b'.');
    let escaped = |symbol| (Character::OfToken(symbol, Spelling::QuotedPrintable), 3);
    match rest {
        [b'=', b'\n', ..] if is_followed_by_token(2 + quote_mark(rest, 2)) => {
            (Character::Whitespace(Whitespace::SoftLineBreak), 2 + quote_mark(rest, 2))
        }
        [b'=', b'\r', b'\n', ..] if is_followed_by_token(3 + quote_mark(rest, 3)) => {
            (Character::Whitespace(Whitespace::SoftLineBreak), 3 + quote_mark(rest, 3))
        }
        [b'=', b'3', b'D' | b'd', ..] => escaped(b'='),
        [b'=', b'2', b'E' | b'e', ..] => escaped(b'.'),
        [b'=', b'2', b'D' | b'd', ..] => escaped(b'-'),
        [b'=', b'5', b'F' | b'f', ..] => escaped(b'_'),
        [b'=', b'7', b'E' | b'e', ..] => escaped(b'~'),
        [b'=', b'2', b'B' | b'b', ..] => escaped(b'+'),
        [b'=', b'2', b'F' | b'f', ..] => escaped(b'/'),
        _ => plain(rest),
    }
}
