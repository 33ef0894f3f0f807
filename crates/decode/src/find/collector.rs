//! Collects the characters of one compact token.

use super::character::{self, Character, Spelling, Whitespace};
use super::object_progress::ObjectProgress;
use crate::format::is_unencoded_by;
use crate::json::{self, Value};
use crate::signature::signature_lengths;
use crate::{Piece, Span, base64url, mask};

/// How far ahead of the current place a decision may look, in bytes of the pasted text.
pub(super) const LOOK_AHEAD: usize = 16 * 1024;

/// The number of base64 characters within which the first member's name of a header must end.
const LONGEST_NAME: usize = 160;

/// The signature of an RSA key of 8,192 bits, in bytes: rare, but long enough to be wrapped over many lines.
const LONGEST_RSA: usize = 1_024;

/// The lengths in base64url characters that signatures by an algorithm have, in ascending order.
pub(super) fn signature_characters(alg: &str) -> Vec<usize> {
    let lengths = signature_lengths(alg);
    let longest = lengths.contains(&512).then_some(LONGEST_RSA);
    lengths.iter().copied().chain(longest).map(|bytes| (bytes * 4).div_ceil(3)).collect()
}

/// The characters of one token and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Collected {
    /// Bytes of the pasted text.
    pub span: Span,
    pub text: String,
    pub pieces: Vec<Piece>,
    /// The whitespace that was left out between the first and the last character. Neighbours of one kind are merged.
    pub whitespace: Vec<(Whitespace, Span)>,
    /// The first character in each spelling other than plain.
    pub spellings: Vec<(Spelling, Span)>,
}

impl Collected {
    pub(super) fn is_single_segment(&self) -> bool {
        !self.text.contains('.')
    }

    /// Whether the second segment is a JSON object with members that is no header. Such a token is found even where
    /// its header lost its first characters.
    pub(super) fn has_readable_payload(&self) -> bool {
        let Some(payload) = self.text.split('.').nth(1) else { return false };
        let document = json::read(&base64url::decode(payload).bytes);
        document.value.is_some_and(|value| {
            !value.members().is_empty() && value.member("alg").is_none() && value.member("enc").is_none()
        })
    }
}

#[derive(Default)]
pub(super) struct Collector<'t> {
    /// The pasted text.
    pub(super) bytes: &'t [u8],
    /// The next character to read, in bytes of the pasted text.
    pub(super) at: usize,
    pub(super) collected: Collected,
    /// Of the segment that is being collected.
    pub(super) progress: ObjectProgress,
    /// Of the header, once its dot was read.
    pub(super) finished_header: Option<ObjectProgress>,
    pub(super) dots: usize,
    /// The header is no JSON and was collected up to its dot, because a payload follows.
    pub(super) has_broken_header: bool,
    /// A member's name was read in the payload, and the payload has ended.
    has_claims: bool,
    /// RFC 7516 section 9: the header has `enc`.
    pub(super) is_encrypted: bool,
    pub(super) has_tilde: bool,
    /// A `-` or `_` was read, so `+` and `/` do not belong to the token's alphabet.
    pub(super) is_url_safe: bool,
    pub(super) signature_lengths: Vec<usize>,
    /// The length at which the signature will be complete, in base64 characters, if looking ahead found it. Else 0.
    pub(super) signature_target: usize,
    /// The number of characters since the last line break.
    pub(super) line_length: usize,
    /// The number of characters on the longest line before that. 0 on the first line.
    pub(super) line_width: usize,
}

impl<'t> Collector<'t> {
    /// One that collects the token that starts at `start`.
    pub(super) fn new(bytes: &'t [u8], start: usize) -> Self {
        Self { bytes, at: start, ..Self::default() }
    }

    /// The token that was collected, if the characters have a header that can be read, or claims.
    pub(super) fn token(self) -> Option<Collected> {
        let has_header = self.has_broken_header || self.header_progress().has_name || self.has_empty_header();
        (has_header && !self.lacks_claims()).then(|| self.finish())
    }

    /// Collects up to the end of the token, or until it is clear that no token starts here: then it returns true. Stops
    /// at about the byte `until` of the text.
    pub(super) fn run(&mut self, until: usize) -> bool {
        loop {
            if self.at >= until && self.at < self.bytes.len() {
                return false;
            }
            let plain = self.plain_length();
            let (character, length) = character::at(self.bytes, self.at);
            match character {
                Character::OfToken(symbol, spelling) => {
                    if plain > 0 {
                        self.push_plain(plain);
                    } else if !self.accepts(symbol, length) {
                        return true;
                    } else {
                        self.push(symbol, spelling, length);
                    }
                    if self.is_hopeless() {
                        return true;
                    }
                    if self.dots == 0 && self.progress.is_broken && !self.progress.has_name {
                        self.push_broken_header();
                        if self.dots == 0 {
                            return true;
                        }
                    }
                }
                Character::Whitespace(_) => {
                    let (whitespace, end) = self.whitespace_from(self.at);
                    if !self.continues_after(&whitespace, end) {
                        return true;
                    }
                    if whitespace.iter().any(|(kind, _)| kind.breaks_line()) {
                        self.line_width = self.line_width.max(self.line_length);
                        self.line_length = 0;
                    }
                    self.collected.whitespace.extend(whitespace);
                    self.at = end;
                }
                Character::Other => match self.mask_length(self.at) {
                    Some(length) => self.push_mask(length),
                    None => return true,
                },
            }
        }
    }

    /// The length of the mask at `at`, which somebody put in place of characters of this token. Behind it stands more of
    /// the token, or none.
    pub(super) fn mask_length(&self, at: usize) -> Option<usize> {
        let has_begun = self.dots > 0 || self.progress.length > 3;
        let is_in_jws = !self.is_encrypted && !self.has_tilde && self.dots < 3;
        let length = mask::length(self.bytes.get(at..)?).filter(|_| has_begun && is_in_jws)?;
        let behind = character::at(self.bytes, at + length).0;
        // A header without its end is none of a token.
        let ends = !matches!(behind, Character::OfToken(..));
        (!ends || self.dots > 0).then_some(length)
    }

    /// Keeps the mask as it is written: the part that holds it says so.
    fn push_mask(&mut self, length: usize) {
        let paste = Span::new(self.at, self.at + length);
        let start = self.collected.text.len();
        self.collected.text.push_str(&String::from_utf8_lossy(paste.of(self.bytes)));
        self.push_piece(Span::new(start, self.collected.text.len()), paste);
        self.progress.is_broken = true;
        self.has_broken_header |= self.dots == 0 && !self.progress.has_name;
        self.at += length;
    }

    /// Whether no token can come of what was collected: the first segment has no member's name within
    /// [`LONGEST_NAME`] characters or before its dot. Giving up early keeps a text with many possible headers from
    /// being read over and over.
    fn is_hopeless(&self) -> bool {
        let header = self.header_progress();
        self.lacks_claims() && (self.dots > 1 || self.progress.length > LONGEST_NAME)
            || !self.has_broken_header
                && !header.has_name
                && !header.is_complete
                && (self.dots > 0 || self.progress.length > LONGEST_NAME)
    }

    /// Whether neither the header nor the payload has members. A token with a broken header must have claims, since
    /// other texts, such as nonces, can look like two segments.
    fn lacks_claims(&self) -> bool {
        self.has_broken_header && !self.has_claims && !(self.dots == 1 && self.progress.has_name)
    }

    fn header_progress(&self) -> &ObjectProgress {
        self.finished_header.as_ref().unwrap_or(&self.progress)
    }

    /// Whether the header is `{}` and the payload starts like claims. `e30.` alone also stands in other texts.
    fn has_empty_header(&self) -> bool {
        let payload = || self.collected.text.split('.').nth(1).unwrap_or_default();
        self.header_progress().is_complete && self.dots > 0 && base64url::starts_object(payload().as_bytes())
    }

    /// Collects the rest of a first segment that is no JSON, up to and with its dot, if a payload follows.
    fn push_broken_header(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take(LOOK_AHEAD).take_while(|byte| base64url::is_character(**byte)).count();
        let behind = rest.get(length..).unwrap_or_default();
        if behind.strip_prefix(b".").is_some_and(base64url::starts_object) {
            for _ in 0..=length {
                if let Some(symbol) = self.bytes.get(self.at).copied() {
                    self.push(symbol, Spelling::Plain, 1);
                }
            }
            self.has_broken_header = true;
        }
    }

    /// How many characters of the base64url alphabet stand here in a row: they need no decision.
    fn plain_length(&self) -> usize {
        if self.collected.text.ends_with('=') {
            return 0;
        }
        // A header is collected in short steps, so that a text that is not a header is given up early.
        let longest = if self.dots == 0 || self.lacks_claims() { LONGEST_NAME } else { LOOK_AHEAD };
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_plain = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        rest.iter().take(longest).take_while(is_plain).count()
    }

    fn push_plain(&mut self, length: usize) {
        let paste = Span::new(self.at, self.at + length);
        let start = self.collected.text.len();
        for &symbol in paste.of(self.bytes) {
            self.collected.text.push(char::from(symbol));
            self.is_url_safe |= matches!(symbol, b'-' | b'_');
            self.progress.push(symbol);
        }
        self.push_piece(Span::new(start, start + length), paste);
        self.line_length += length;
        self.at += length;
    }

    /// Adds a piece, or makes the last one longer where both are written byte for byte and adjoin.
    fn push_piece(&mut self, token: Span, paste: Span) {
        match self.collected.pieces.last_mut() {
            Some(last)
                if last.paste.end == paste.start
                    && last.token.len() == last.paste.len()
                    && token.len() == paste.len() =>
            {
                last.token.end = token.end;
                last.paste.end = paste.end;
            }
            _ => self.collected.pieces.push(Piece { token, paste }),
        }
    }

    /// `length` is that of the symbol in its spelling, in bytes of the pasted text.
    fn push(&mut self, symbol: u8, spelling: Spelling, length: usize) {
        let paste = Span::new(self.at, self.at + length);
        let token = Span::new(self.collected.text.len(), self.collected.text.len() + 1);
        self.push_piece(token, paste);
        if spelling != Spelling::Plain && self.collected.spellings.iter().all(|(known, _)| *known != spelling) {
            self.collected.spellings.push((spelling, paste));
        }
        self.collected.text.push(char::from(symbol));
        self.line_length += 1;
        self.at += length;
        match symbol {
            b'.' => self.start_segment(),
            b'~' => self.has_tilde = true,
            _ => {
                self.is_url_safe |= matches!(symbol, b'-' | b'_');
                self.progress.push(symbol);
            }
        }
    }

    /// Reads the header that was collected, for what it says of the segments after it.
    pub(super) fn read_header(&mut self) -> Option<Value> {
        let header = base64url::decode(self.collected.text.trim_end_matches('.'));
        let value = json::read(&header.bytes).value;
        let text_of = |name: &str| value.as_ref().and_then(|value| value.member(name)).and_then(Value::as_str);
        self.signature_lengths = signature_characters(text_of("alg").unwrap_or_default());
        self.is_encrypted = text_of("enc").is_some();
        value
    }

    fn start_segment(&mut self) {
        if self.dots == 0 {
            let unencoded = self.unencoded_length(self.at);
            self.finished_header = Some(std::mem::take(&mut self.progress));
            if let Some(length) = unencoded {
                self.push_unencoded(length);
            }
        } else {
            self.has_claims |= self.dots == 1 && self.progress.has_name;
            self.progress = ObjectProgress::default();
        }
        self.dots += 1;
    }

    /// The length in bytes of the unencoded payload at `at`, if the header that was just collected says that there is
    /// one, and a signature follows. It holds any character but a dot: RFC 7797 section 5.2.
    pub(super) fn unencoded_length(&mut self, at: usize) -> Option<usize> {
        self.read_header().as_ref().filter(|header| is_unencoded_by(header))?;
        let rest = self.bytes.get(at..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'.').filter(|length| *length > 0)?;
        rest.get(length + 1).is_some_and(|byte| base64url::is_character(*byte)).then_some(length)
    }

    fn push_unencoded(&mut self, length: usize) {
        let paste = Span::new(self.at, self.at + length);
        let start = self.collected.text.len();
        self.collected.text.push_str(&String::from_utf8_lossy(paste.of(self.bytes)));
        self.push_piece(Span::new(start, self.collected.text.len()), paste);
        self.at += length;
    }

    fn finish(mut self) -> Collected {
        let first = self.collected.pieces.first().map_or(self.at, |piece| piece.paste.start);
        let last = self.collected.pieces.last().map_or(self.at, |piece| piece.paste.end);
        self.collected.span = Span::new(first, last);
        self.collected.whitespace.retain(|(_, span)| span.end <= last);
        self.collected
    }
}
