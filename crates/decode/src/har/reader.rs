//! Reads the entries of a HAR file, in one pass and a stretch at a time.

use super::Exchange;
use crate::Span;

/// The longest text that is kept of a member, in bytes. Longer addresses are cut.
const LONGEST_VALUE: usize = 2_000;

/// The most requests that are kept.
const MOST: usize = 100_000;

/// Of so many headers and parameters that may carry a token the places are kept, for each request.
const MOST_CREDENTIALS: usize = 20;

/// Reads a text for the exchanges of a HAR file, stretch by stretch. Any other text gives none.
#[derive(Debug, Default)]
pub struct HarReader {
    /// How many bytes were read.
    at: usize,
    /// The objects and lists around this place that are of interest, the outermost first.
    open: Vec<HarPart>,
    /// How many others are open inside the last of those.
    others: usize,
    /// The name of the member whose value comes next, in the last of `open`.
    name: String,
    /// A member's name comes next, and not a value.
    expects_name: bool,
    string: Option<StringInProgress>,
    /// The characters of a number or literal.
    literal: String,
    entry: Exchange,
    exchanges: Vec<Exchange>,
    /// Of the header or the list of cookies that is open: its first byte and its name.
    header: (usize, String),
    /// The first byte of the string that is open.
    string_start: usize,
    /// The text is no JSON object.
    is_other: bool,
}

/// An object or list of a HAR file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HarPart {
    File,
    Log,
    Entries,
    Entry,
    Request,
    Headers,
    Header,
    Cookies,
    Cookie,
    Body,
    Response,
}

impl HarPart {
    /// What a member of this one is.
    fn member(self, name: &str) -> Option<Self> {
        match (self, name) {
            (Self::File, "log") => Some(Self::Log),
            (Self::Log, "entries") => Some(Self::Entries),
            (Self::Entries, _) => Some(Self::Entry),
            (Self::Entry, "request") => Some(Self::Request),
            (Self::Entry, "response") => Some(Self::Response),
            (Self::Request, "headers") => Some(Self::Headers),
            (Self::Headers, _) => Some(Self::Header),
            (Self::Request, "cookies") => Some(Self::Cookies),
            (Self::Cookies, _) => Some(Self::Cookie),
            (Self::Request, "postData") => Some(Self::Body),
            _ => None,
        }
    }

    fn is_list(self) -> bool {
        matches!(self, Self::Entries | Self::Headers | Self::Cookies)
    }
}

#[derive(Debug, Default)]
struct StringInProgress {
    text: Vec<u8>,
    is_kept: bool,
    is_after_backslash: bool,
}

impl HarReader {
    /// Reads the next stretch.
    pub fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let (false, Some((byte, behind))) = (self.is_other, rest.split_first()) {
            rest = behind;
            if let Some(string) = &mut self.string {
                if !string.is_kept && !string.is_after_backslash && !matches!(byte, b'"' | b'\\') {
                    // Most of a HAR file is the contents of long strings.
                    let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')).unwrap_or(rest.len());
                    rest = rest.get(length..).unwrap_or_default();
                    self.at += length;
                } else {
                    self.string_byte(*byte);
                }
            } else {
                self.byte(*byte);
            }
            self.at += 1;
        }
    }

    /// The exchanges, in the order of the text. Of a text that is cut off those that are whole.
    pub fn finish(self) -> Vec<Exchange> {
        self.exchanges
    }

    fn string_byte(&mut self, byte: u8) {
        let Some(string) = &mut self.string else { return };
        if string.is_after_backslash {
            string.is_after_backslash = false;
        } else if byte == b'\\' {
            string.is_after_backslash = true;
            return;
        } else if byte == b'"' {
            let text = String::from_utf8_lossy(&std::mem::take(&mut string.text)).into_owned();
            let is_kept = string.is_kept;
            self.string = None;
            if is_kept {
                self.string_ends(text);
            }
            return;
        }
        if string.is_kept && string.text.len() < LONGEST_VALUE {
            string.text.push(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        match byte {
            b'"' => {
                let is_kept = self.others == 0 && (self.expects_name || self.is_wanted());
                self.string_start = self.at;
                self.string = Some(StringInProgress { is_kept, ..StringInProgress::default() });
            }
            b'{' | b'[' => self.opens(byte == b'{'),
            b'}' | b']' => self.closes(),
            b',' if self.others == 0 => {
                self.literal_ends();
                self.expects_name = self.open.last().is_some_and(|part| !part.is_list());
            }
            b':' if self.others == 0 => self.expects_name = false,
            // Whitespace, or the byte order mark before it all.
            b' ' | b'\t' | b'\r' | b'\n' | 0xEF | 0xBB | 0xBF => {}
            _ if self.open.is_empty() => self.is_other = true,
            _ if self.others == 0 && self.literal.len() < 20 => self.literal.push(char::from(byte)),
            _ => {}
        }
    }

    fn opens(&mut self, is_object: bool) {
        let part = match self.open.last() {
            None => Some(HarPart::File),
            Some(_) if self.others > 0 => None,
            Some(outer) => outer.member(&self.name),
        };
        match part.filter(|part| is_object != part.is_list()) {
            Some(part) => {
                match part {
                    HarPart::Entry => {
                        self.entry = Exchange { span: Span::new(self.at, self.at), ..Exchange::default() }
                    }
                    HarPart::Request => self.entry.request.start = self.at,
                    HarPart::Response => self.entry.response.start = self.at,
                    HarPart::Header | HarPart::Cookies => self.header = (self.at, String::new()),
                    HarPart::Cookie => self.header.1 = "cookie".to_owned(),
                    HarPart::Body => self.entry.body.start = self.at,
                    HarPart::File | HarPart::Log | HarPart::Entries | HarPart::Headers => {}
                }
                self.open.push(part);
                self.expects_name = is_object;
            }
            None if self.open.is_empty() => self.is_other = true,
            None => self.others += 1,
        }
    }

    fn closes(&mut self) {
        if let Some(left) = self.others.checked_sub(1) {
            self.others = left;
            return;
        }
        self.literal_ends();
        self.expects_name = false;
        let end = self.at + 1;
        match self.open.pop() {
            Some(HarPart::Entry) if self.exchanges.len() < MOST && !self.entry.request.is_empty() => {
                self.entry.span.end = end;
                self.exchanges.push(std::mem::take(&mut self.entry));
            }
            Some(HarPart::Request) => self.entry.request.end = end,
            Some(HarPart::Response) => self.entry.response.end = end,
            Some(HarPart::Body) => self.entry.body.end = end,
            // The list of cookies has their name once it has a cookie.
            Some(HarPart::Header | HarPart::Cookies) => self.header_ends(end),
            // Text after the file does not belong to it.
            Some(HarPart::File) | None => self.is_other = true,
            Some(HarPart::Log | HarPart::Entries | HarPart::Entry | HarPart::Headers | HarPart::Cookie) => {}
        }
    }

    fn string_ends(&mut self, text: String) {
        if self.expects_name {
            self.name = text;
            return;
        }
        match self.name.as_str() {
            "startedDateTime" => self.entry.started = text,
            "method" => self.entry.method = text,
            "name" => self.header.1 = text,
            _ => {
                if has_credential(&text) {
                    self.keep_credential(Span::new(self.string_start, self.at + 1));
                }
                self.entry.url = text;
            }
        }
    }

    fn header_ends(&mut self, end: usize) {
        let (start, name) = std::mem::take(&mut self.header);
        let span = Span::new(start, end);
        if name.eq_ignore_ascii_case("authorization") {
            self.entry.authorization = span;
        } else if is_of_credential(&name) {
            self.keep_credential(span);
        }
    }

    fn keep_credential(&mut self, span: Span) {
        if self.entry.other_credentials.len() < MOST_CREDENTIALS {
            self.entry.other_credentials.push(span);
        }
    }

    /// At the end of a number or literal.
    fn literal_ends(&mut self) {
        if self.open.last() == Some(&HarPart::Response) && self.name == "status" && !self.literal.is_empty() {
            self.entry.status = self.literal.parse().ok().filter(|status| *status > 0);
        }
        self.literal.clear();
    }

    /// Whether the string that begins here is one that is kept.
    fn is_wanted(&self) -> bool {
        match self.open.last() {
            Some(HarPart::Entry) => self.name == "startedDateTime",
            Some(HarPart::Request) => self.name == "method" || self.name == "url",
            Some(HarPart::Header) => self.name == "name",
            _ => false,
        }
    }
}

/// Whether a header or a parameter of an address is named for something that lets its sender in.
fn is_of_credential(name: &str) -> bool {
    const HELD: [&str; 16] = [
        "authoriz",
        "authent",
        "oauth",
        "auth-",
        "auth_",
        "token",
        "jwt",
        "cookie",
        "secret",
        "session",
        "password",
        "credential",
        "assertion",
        "signature",
        "dpop",
        "ticket",
    ];
    const ENDINGS: [&str; 3] = ["auth", "key", "sig"];
    let name = name.to_ascii_lowercase();
    // `:authority` is the host, `Sec-WebSocket-Key` no key, and an `id_token_hint` lets nobody in.
    let is_of_protocol = name.starts_with(':') || name.starts_with("sec-") || name.ends_with("_hint");
    let is_named = HELD.iter().any(|word| name.contains(word)) || ENDINGS.iter().any(|word| name.ends_with(word));
    is_named && !is_of_protocol
}

/// Whether an address has a name and a password, or a parameter that is named for a credential.
fn has_credential(url: &str) -> bool {
    let without_fragment = url.split('#').next().unwrap_or_default();
    let (address, query) = without_fragment.split_once('?').unwrap_or((without_fragment, ""));
    let authority = address.split_once("://").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
    authority.contains('@') || query.split('&').any(|pair| is_of_credential(pair.split('=').next().unwrap_or_default()))
}
