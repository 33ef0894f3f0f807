//! Takes the characters of one token, one by one.

use super::super::format::payload::says_unencoded;
use super::super::json::{self, Value};
use super::super::{Piece, Span, base64url};
use super::anchor;
use super::probe::Probe;
use super::unit::{self, Gap, Spelling, Unit, is_base64};

/// How far ahead a decision may look, in bytes of the pasted text.
pub(super) const LOOK_AHEAD: usize = 16 * 1024;

/// In how many characters the first name of a header must have been read.
const LONGEST_NAME: usize = 160;

/// The decoded lengths, in base64url characters, that signatures by registered algorithms have. RFC 7518 sections
/// 3.2 to 3.5, RFC 8037 section 3.1, RFC 9964.
pub(super) fn signature_lengths(alg: &str) -> &'static [usize] {
    match alg {
        "HS256" => &[43],
        "HS384" => &[64],
        "HS512" | "ES256" | "ES256K" | "Ed25519" => &[86],
        "ES384" => &[128],
        "ES512" => &[176],
        "EdDSA" => &[86, 152],
        "Ed448" => &[152],
        "RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" => &[342, 512, 683, 1366],
        "ML-DSA-44" => &[3227],
        "ML-DSA-65" => &[4412],
        "ML-DSA-87" => &[6170],
        _ => &[],
    }
}

/// The characters of one token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Collected {
    /// Bytes of the pasted text.
    pub span: Span,
    pub text: String,
    pub pieces: Vec<Piece>,
    /// What was left out between the first and the last character, merged where it adjoins.
    pub gaps: Vec<(Gap, Span)>,
    /// The first character of each unusual spelling.
    pub spellings: Vec<(Spelling, Span)>,
}

impl Collected {
    pub(super) fn is_single_segment(&self) -> bool {
        !self.text.contains('.')
    }

    /// Whether the second segment is a JSON object and no header, as in a token that lost its head.
    pub(super) fn has_readable_payload(&self) -> bool {
        let Some(payload) = self.text.split('.').nth(1) else { return false };
        let document = json::read(&base64url::decode(payload).bytes);
        document.value.is_some_and(|value| {
            !value.members().is_empty() && value.member("alg").is_none() && value.member("enc").is_none()
        })
    }
}

/// The token that begins at `start`, if what stands there reads like one.
pub(super) fn from(bytes: &[u8], start: usize) -> Option<Collected> {
    let mut collector = Collector { bytes, at: start, ..Collector::default() };
    collector.run();
    let readable = collector.header_reads || collector.probe_of_first().has_name || collector.has_empty_header();
    (readable && !collector.lacks_claims()).then(|| collector.finish())
}

#[derive(Default)]
pub(super) struct Collector<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    pub(super) collected: Collected,
    /// Of the segment that is being collected.
    pub(super) probe: Probe,
    pub(super) first_probe: Option<Probe>,
    pub(super) dots: usize,
    pub(super) header_reads: bool,
    /// The header was taken unread.
    is_skimmed: bool,
    /// A member's name was read in the payload, which is whole.
    has_claims: bool,
    /// RFC 7516 section 9: the header has `enc`.
    pub(super) is_encrypted: bool,
    pub(super) has_tilde: bool,
    /// A `-` or `_` was seen, so `+` and `/` are not of its alphabet.
    pub(super) is_url_safe: bool,
    pub(super) signature_lengths: &'static [usize],
    /// The length at which the signature will be whole, once a look ahead has found it.
    pub(super) signature_target: usize,
    /// Characters since the last line break, and how many stood on the lines before it.
    pub(super) line_length: usize,
    pub(super) line_width: usize,
}

impl Collector<'_> {
    fn run(&mut self) {
        loop {
            let run = self.plain_run();
            let (unit, length) = unit::at(self.bytes, self.at);
            match unit {
                Unit::Symbol(symbol, spelling) => {
                    if run > 0 {
                        self.push_plain(run);
                    } else if !self.accepts(symbol, length) {
                        return;
                    } else {
                        self.push(symbol, spelling, length);
                    }
                    if self.is_hopeless() {
                        return;
                    }
                    if self.dots == 0 && self.probe.is_broken && !self.probe.has_name {
                        // Not a header, unless the dot and a payload follow: a head that is cut decides later.
                        self.skim_broken_header();
                        if self.dots == 0 {
                            return;
                        }
                    }
                }
                Unit::Gap(_) => {
                    let (gaps, end) = self.gaps(self.at);
                    if !self.goes_on(end, &gaps) {
                        return;
                    }
                    if gaps.iter().any(|(gap, _)| gap.breaks_line()) {
                        self.line_width = self.line_width.max(self.line_length);
                        self.line_length = 0;
                    }
                    self.collected.gaps.extend(gaps);
                    self.at = end;
                }
                Unit::Stop => return,
            }
        }
    }

    /// A first segment that names nothing for too long, or up to its dot, is no header. Giving up early keeps
    /// a text full of anchors from being read over and over.
    fn is_hopeless(&self) -> bool {
        let first = self.probe_of_first();
        self.lacks_claims() && (self.dots > 1 || self.probe.length > LONGEST_NAME)
            || !self.header_reads
                && !first.has_name
                && !first.is_complete
                && (self.dots > 0 || self.probe.length > LONGEST_NAME)
    }

    /// A nonce may look like two segments: only claims make up for a header that cannot be read.
    fn lacks_claims(&self) -> bool {
        self.is_skimmed && !self.has_claims && !(self.dots == 1 && self.probe.has_name)
    }

    fn probe_of_first(&self) -> &Probe {
        self.first_probe.as_ref().unwrap_or(&self.probe)
    }

    /// `{}`, which names nothing and is whole, before what begins like claims: `e30.` stands in other texts, too.
    fn has_empty_header(&self) -> bool {
        let second = || self.collected.text.split('.').nth(1).unwrap_or_default();
        self.probe_of_first().is_complete && self.dots > 0 && anchor::is_object_start(second().as_bytes())
    }

    /// Takes the rest of a first segment that is no JSON, up to its dot, if a payload follows.
    fn skim_broken_header(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take(LOOK_AHEAD).take_while(|byte| is_base64(**byte)).count();
        let behind = rest.get(length..).unwrap_or_default();
        if behind.strip_prefix(b".").is_some_and(anchor::is_object_start) {
            for _ in 0..=length {
                if let Some(symbol) = self.bytes.get(self.at).copied() {
                    self.push(symbol, Spelling::Plain, 1);
                }
            }
            self.header_reads = true;
            self.is_skimmed = true;
        }
    }

    /// How many characters of the URL-safe alphabet stand here in a row: those need no decision.
    fn plain_run(&self) -> usize {
        if self.collected.text.ends_with('=') {
            return 0;
        }
        // A header is looked at in steps, so that what is none is given up soon.
        let longest = if self.dots == 0 || self.lacks_claims() { LONGEST_NAME } else { usize::MAX };
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
            self.probe.push(symbol);
        }
        self.note_piece(Span::new(start, start + length), paste);
        self.line_length += length;
        self.at += length;
    }

    fn note_piece(&mut self, token: Span, paste: Span) {
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

    fn push(&mut self, symbol: u8, spelling: Spelling, length: usize) {
        let paste = Span::new(self.at, self.at + length);
        let token = Span::new(self.collected.text.len(), self.collected.text.len() + 1);
        self.note_piece(token, paste);
        if spelling != Spelling::Plain && self.collected.spellings.iter().all(|(known, _)| *known != spelling) {
            self.collected.spellings.push((spelling, paste));
        }
        self.collected.text.push(char::from(symbol));
        self.line_length += 1;
        self.at += length;
        match symbol {
            b'.' => self.begin_segment(),
            b'~' => self.has_tilde = true,
            _ => {
                self.is_url_safe |= matches!(symbol, b'-' | b'_');
                self.probe.push(symbol);
            }
        }
    }

    /// What the header says of the segments behind it.
    pub(super) fn read_header(&mut self) -> Option<Value> {
        let header = base64url::decode(self.collected.text.trim_end_matches('.'));
        let value = json::read(&header.bytes).value;
        let text_of = |name: &str| value.as_ref().and_then(|value| value.member(name)).and_then(Value::as_str);
        self.signature_lengths = signature_lengths(text_of("alg").unwrap_or_default());
        self.is_encrypted = text_of("enc").is_some();
        value
    }

    fn begin_segment(&mut self) {
        if self.dots == 0 {
            let unencoded = self.unencoded_length(self.at);
            self.first_probe = Some(std::mem::take(&mut self.probe));
            if let Some(length) = unencoded {
                self.take_unencoded(length);
            }
        } else {
            self.has_claims |= self.dots == 1 && self.probe.has_name;
            self.probe = Probe::default();
        }
        self.dots += 1;
    }

    /// RFC 7797 section 5.2: a payload that stands as it is holds any character but a dot. The length in bytes of the
    /// one at `at`, behind the header that was just collected, if that says so and a signature follows.
    pub(super) fn unencoded_length(&mut self, at: usize) -> Option<usize> {
        self.read_header().as_ref().filter(|header| says_unencoded(header))?;
        let rest = self.bytes.get(at..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'.').filter(|length| *length > 0)?;
        rest.get(length + 1).is_some_and(|byte| is_base64(*byte)).then_some(length)
    }

    fn take_unencoded(&mut self, length: usize) {
        let paste = Span::new(self.at, self.at + length);
        let start = self.collected.text.len();
        self.collected.text.push_str(&String::from_utf8_lossy(paste.of(self.bytes)));
        self.note_piece(Span::new(start, self.collected.text.len()), paste);
        self.at += length;
    }

    fn finish(mut self) -> Collected {
        let first = self.collected.pieces.first().map_or(self.at, |piece| piece.paste.start);
        let last = self.collected.pieces.last().map_or(self.at, |piece| piece.paste.end);
        self.collected.span = Span::new(first, last);
        self.collected.gaps.retain(|(_, span)| span.end <= last);
        self.collected
    }
}
