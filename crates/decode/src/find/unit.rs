//! One step through the pasted text: a character of a token, however it is spelled, a gap, or the end.

/// What stands at a place of the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A character that tokens are made of: the two base64 alphabets, `.`, `=`, `~`.
    Symbol(u8, Spelling),
    /// Something that tokens are wrapped with.
    Gap(Gap),
    /// Something that no token holds, or the end.
    Stop,
}

/// How a symbol is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelling {
    Plain,
    /// `%2E`, or `%252E`
    Percent,
    /// `\/`, `\u002e`
    JsonEscape,
    /// `&#46;`, `&period;`
    HtmlEntity,
    /// `=2E`
    QuotedPrintable,
    /// The token as a whole in base64.
    Base64,
    /// The token as a whole in pairs of digits.
    Digits,
}

/// What breaks a token apart without being part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    LineBreak,
    /// A backslash at the end of a line of a shell command.
    Continuation,
    /// `\n` or `\r`, written out
    WrittenOut,
    /// `=` at the end of a line
    QuotedPrintable,
    /// `%0A`, `%20`
    Percent,
    Space,
    /// Zero-width characters and the like.
    Invisible,
}

impl Gap {
    pub(super) fn breaks_line(self) -> bool {
        !matches!(self, Self::Space | Self::Invisible)
    }
}

pub(super) fn is_base64(symbol: u8) -> bool {
    symbol.is_ascii_alphanumeric() || matches!(symbol, b'-' | b'_' | b'+' | b'/')
}

const INVISIBLE: [&str; 7] = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200E}"];

/// What stands at `at`, and how many bytes it takes.
pub(super) fn at(bytes: &[u8], at: usize) -> (Unit, usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest {
        [b'%', ..] => percent(rest),
        [b'\\', ..] => backslash(rest),
        [b'&', ..] => entity(rest),
        [b'=', ..] => equals(rest),
        [b'.' | b'~', ..] => symbol(rest),
        [first, ..] if is_base64(*first) => symbol(rest),
        [b'\n', ..] => (Unit::Gap(Gap::LineBreak), 1 + quoting(rest, 1)),
        [b'\r', b'\n', ..] => (Unit::Gap(Gap::LineBreak), 2 + quoting(rest, 2)),
        [b'\r', ..] => (Unit::Gap(Gap::LineBreak), 1),
        [b' ' | b'\t', ..] => (Unit::Gap(Gap::Space), 1),
        [0xC2, 0xA0, ..] => (Unit::Gap(Gap::Space), 2),
        _ => match INVISIBLE.iter().find(|mark| rest.starts_with(mark.as_bytes())) {
            Some(mark) => (Unit::Gap(Gap::Invisible), mark.len()),
            None => (Unit::Stop, 0),
        },
    }
}

/// The `> ` with which mail programs and terminals begin a line, in bytes.
fn quoting(rest: &[u8], at: usize) -> usize {
    match rest.get(at..) {
        Some([b'>' | b'|', b' ', ..]) => 2,
        _ => 0,
    }
}

fn symbol(rest: &[u8]) -> (Unit, usize) {
    (Unit::Symbol(rest.first().copied().unwrap_or_default(), Spelling::Plain), 1)
}

/// A byte written in some way: a symbol, a gap or neither.
fn spelled(byte: u8, spelling: Spelling, gap: Gap, length: usize) -> (Unit, usize) {
    match byte {
        b'\n' | b'\r' | b'\t' | b' ' => (Unit::Gap(gap), length),
        b'.' | b'=' | b'~' => (Unit::Symbol(byte, spelling), length),
        _ if is_base64(byte) => (Unit::Symbol(byte, spelling), length),
        _ => (Unit::Stop, 0),
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| Some(value << 4 | char::from(*digit).to_digit(16)?))
}

/// RFC 3986 section 2.1, once or twice over.
fn percent(rest: &[u8]) -> (Unit, usize) {
    let skipped = if rest.starts_with(b"%25") { 3 } else { 1 };
    match rest.get(skipped..skipped + 2).and_then(hex) {
        Some(byte) if byte < 0x80 => spelled(byte as u8, Spelling::Percent, Gap::Percent, skipped + 2),
        _ => (Unit::Stop, 0),
    }
}

/// RFC 8259 section 7, also where the JSON was itself put into a string; a shell's continued line.
fn backslash(rest: &[u8]) -> (Unit, usize) {
    let slashes = rest.iter().take_while(|byte| **byte == b'\\').count();
    let length = slashes + 1;
    match rest.get(slashes) {
        Some(b'n' | b'r' | b't') => (Unit::Gap(Gap::WrittenOut), length),
        Some(b'/') => (Unit::Symbol(b'/', Spelling::JsonEscape), length),
        Some(b'u') => match rest.get(length..length + 4).and_then(hex) {
            Some(unit) if unit < 0x80 => spelled(unit as u8, Spelling::JsonEscape, Gap::WrittenOut, length + 4),
            _ => (Unit::Stop, 0),
        },
        Some(b'\n') if slashes == 1 => (Unit::Gap(Gap::Continuation), 2),
        Some(b'\r') if slashes == 1 => (Unit::Gap(Gap::Continuation), 2),
        _ => (Unit::Stop, 0),
    }
}

fn entity(rest: &[u8]) -> (Unit, usize) {
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
        Some((name, byte)) => (Unit::Symbol(*byte, Spelling::HtmlEntity), name.len()),
        None => (Unit::Stop, 0),
    }
}

/// Padding, or quoted-printable's escape and soft line break (RFC 2045 section 6.7).
fn equals(rest: &[u8]) -> (Unit, usize) {
    let goes_on = |at: usize| rest.get(at).is_some_and(|byte| is_base64(*byte) || *byte == b'.');
    match rest {
        [b'=', b'\n', ..] if goes_on(2) => (Unit::Gap(Gap::QuotedPrintable), 2),
        [b'=', b'\r', b'\n', ..] if goes_on(3) => (Unit::Gap(Gap::QuotedPrintable), 3),
        [b'=', b'3', b'D' | b'd', ..] => (Unit::Symbol(b'=', Spelling::QuotedPrintable), 3),
        [b'=', b'2', b'E' | b'e', ..] => (Unit::Symbol(b'.', Spelling::QuotedPrintable), 3),
        _ => symbol(rest),
    }
}
