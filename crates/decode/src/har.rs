//! The requests of a HAR file: which of them a place of the text belongs to, so that a token can be told by its request.
//!
//! A HAR file is JSON: `{"log":{"entries":[…]}}`, where each entry has `request`, `response` and `startedDateTime` (HTTP
//! Archive 1.2). It can be large, so it is read in one pass and a stretch at a time, and nothing is kept but what is told
//! of each request.

use crate::Span;

/// The longest text that is kept of a member, in bytes. Longer addresses are cut.
const LONGEST_VALUE: usize = 2_000;

/// The most requests that are kept.
const MOST: usize = 100_000;

/// One request and its response.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exchange {
    /// Of the entry, in bytes of the text.
    pub span: Span,
    pub request: Span,
    pub response: Span,
    /// `GET`
    pub method: String,
    /// As it was sent, with its query.
    pub url: String,
    /// None where no answer came, which browsers write as 0.
    pub status: Option<u16>,
    /// When the request was sent, as it is written: `2026-11-23T14:00:05.123Z`.
    pub started: String,
}

/// The side of an exchange on which something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeSide {
    Request,
    Response,
}

impl Exchange {
    /// The address without what may be secret: the values of its query, its fragment, a password, and tokens in its path
    /// are `…`.
    pub fn public_url(&self) -> String {
        let without_fragment = self.url.split('#').next().unwrap_or_default();
        let (address, query) = without_fragment.split_once('?').map_or((without_fragment, None), |(a, b)| (a, Some(b)));
        let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = host.rsplit('@').next().unwrap_or_default();
        let public = |segment| if may_be_secret(segment) { "…" } else { segment };
        let path: Vec<_> = path.split('/').map(public).collect();
        let separator = if scheme.is_empty() { "" } else { "://" };
        let mut url = format!("{scheme}{separator}{host}{}", path.join("/"));
        if let Some(query) = query {
            let names = query.split('&').map(|pair| match pair.split_once('=') {
                Some((name, "")) => format!("{}=", public(name)),
                Some((name, _)) => format!("{}=…", public(name)),
                None => public(pair).to_owned(),
            });
            url = format!("{url}?{}", names.collect::<Vec<_>>().join("&"));
        }
        url
    }

    /// On which side the byte `at` of the text stands. None if it stands beside both, or in another exchange.
    pub fn side(&self, at: usize) -> Option<ExchangeSide> {
        let is_in = |span: Span| span.start <= at && at < span.end;
        match () {
            () if is_in(self.request) => Some(ExchangeSide::Request),
            () if is_in(self.response) => Some(ExchangeSide::Response),
            () => None,
        }
    }
}

/// Whether a part of an address may be a token or key: it is long, and has no word boundaries as names have.
fn may_be_secret(segment: &str) -> bool {
    let longest = segment.split(['-', '_', '.', '%', '+', '~', ',', ';', ':']).map(str::len).max();
    segment.len() > 60 || segment.contains("eyJ") || longest.is_some_and(|length| length > 24)
}

/// The exchange that the byte `at` of the text belongs to, as a position in `exchanges`, which are in the order of the text.
pub fn exchange_at(exchanges: &[Exchange], at: usize) -> Option<usize> {
    let next = exchanges.partition_point(|exchange| exchange.span.start <= at);
    let position = next.checked_sub(1)?;
    exchanges.get(position).filter(|exchange| at < exchange.span.end).map(|_| position)
}

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
            _ => None,
        }
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
                self.string = Some(StringInProgress { is_kept, ..StringInProgress::default() });
            }
            b'{' | b'[' => self.opens(byte == b'{'),
            b'}' | b']' => self.closes(),
            b',' if self.others == 0 => {
                self.literal_ends();
                self.expects_name = self.open.last().is_some_and(|part| *part != HarPart::Entries);
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
        match part.filter(|part| is_object == (*part != HarPart::Entries)) {
            Some(part) => {
                match part {
                    HarPart::Entry => {
                        self.entry = Exchange { span: Span::new(self.at, self.at), ..Exchange::default() }
                    }
                    HarPart::Request => self.entry.request.start = self.at,
                    HarPart::Response => self.entry.response.start = self.at,
                    HarPart::File | HarPart::Log | HarPart::Entries => {}
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
            // Text after the file does not belong to it.
            Some(HarPart::File) | None => self.is_other = true,
            Some(HarPart::Log | HarPart::Entries | HarPart::Entry) => {}
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
            _ => self.entry.url = text,
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
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HAR: &str = r#"{"log":{"version":"1.2","creator":{"name":"x","log":{"entries":[1]}},"pages":[{"startedDateTime":"no"}],"entries":[
{"startedDateTime":"2026-11-23T14:00:05.123Z","time":12.5,"request":{"method":"GET","url":"https:\/\/api.example/a?b=1","headers":[{"name":"url","value":"no"}],"cookies":[]},
 "response":{"status":401,"content":{"status":9,"text":"a \"quoted\" text {[ "},"headersSize":-1},"cache":{}},
{"_request":{"url":"no"},"request":{"url":"https://api.example/c","method":"POST"},"response":{"status":0},"startedDateTime":"2026-11-23T14:00:06Z"},
{"request":{},"response":{"content":{},"status":200}}]}}"#;

    fn read(text: &str, stretch: usize) -> Vec<Exchange> {
        let mut reader = HarReader::default();
        text.as_bytes().chunks(stretch).for_each(|stretch| reader.push(stretch));
        reader.finish()
    }

    #[test]
    fn each_entry_is_an_exchange() {
        let exchanges = read(HAR, usize::MAX);
        let told: Vec<_> = exchanges
            .iter()
            .map(|exchange| {
                (exchange.method.as_str(), exchange.url.as_str(), exchange.status, exchange.started.as_str())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("GET", "https://api.example/a?b=1", Some(401), "2026-11-23T14:00:05.123Z"),
                ("POST", "https://api.example/c", None, "2026-11-23T14:00:06Z"),
                ("", "", Some(200), ""),
            ]
        );
        assert!(
            exchanges[0].span.in_str(HAR).starts_with("{\"started") && exchanges[0].span.in_str(HAR).ends_with("}}")
        );
        assert!(exchanges[0].request.in_str(HAR).starts_with("{\"method"));
        assert!(exchanges[0].response.in_str(HAR).ends_with("-1}"));
    }

    #[test]
    fn stretches_of_any_size_give_the_same() {
        let whole = read(HAR, usize::MAX);
        for stretch in [1, 2, 3, 7, 64] {
            assert_eq!(read(HAR, stretch), whole, "in stretches of {stretch}");
        }
    }

    #[test]
    fn a_place_belongs_to_an_exchange_and_a_side() {
        let exchanges = read(HAR, usize::MAX);
        let at = |text: &str| {
            let place = HAR.find(text).unwrap_or_else(|| panic!("{text}"));
            let position = exchange_at(&exchanges, place)?;
            Some((position, exchanges[position].side(place)))
        };
        assert_eq!(at("cookies"), Some((0, Some(ExchangeSide::Request))));
        assert_eq!(at("quoted"), Some((0, Some(ExchangeSide::Response))));
        assert_eq!(at("cache"), Some((0, None)));
        assert_eq!(at("api.example/c"), Some((1, Some(ExchangeSide::Request))));
        assert_eq!(at("version"), None);
    }

    #[test]
    fn an_address_is_told_without_secrets() {
        let public = |url: &str| Exchange { url: url.to_owned(), ..Exchange::default() }.public_url();
        assert_eq!(
            public("https://api.example/a/b?code=abc&state=&flag#id_token=x"),
            "https://api.example/a/b?code=…&state=&flag"
        );
        assert_eq!(public("https://user:secret@api.example:8443/a"), "https://api.example:8443/a");
        assert_eq!(public("https://api.example/verify/eyJhbGciOiJIUzI1NiJ9.e30.AA"), "https://api.example/verify/…");
        assert_eq!(public("https://api.example/k/0123456789abcdef0123456789abcdef/x"), "https://api.example/k/…/x");
        assert_eq!(
            public("https://api.example/orders/7d444840-9dc0-11d1-b245-5ffdce74fad2"),
            "https://api.example/orders/7d444840-9dc0-11d1-b245-5ffdce74fad2"
        );
        assert_eq!(public("/relative?x=1"), "/relative?x=…");
        assert_eq!(public(""), "");
    }

    #[test]
    fn what_is_cut_off_has_the_whole_entries() {
        for length in 0..HAR.len() {
            if let Some(text) = HAR.get(..length) {
                let exchanges = read(text, usize::MAX);
                assert_eq!(exchanges[..], read(HAR, usize::MAX)[..exchanges.len()], "the first {length} bytes");
            }
        }
    }

    #[test]
    fn other_texts_have_none() {
        for text in [
            "",
            "hello",
            "[{\"request\":{\"url\":\"a\"}}]",
            "{\"entries\":[{\"request\":{\"url\":\"a\"}}]}",
            "{",
            "}",
            "{\"log\":[]}",
        ] {
            assert_eq!(read(text, usize::MAX), [], "{text}");
        }
    }
}
