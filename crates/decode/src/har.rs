//! The requests of a HAR file: which of them a place of the text belongs to, so that a token can be told by its request.
//!
//! A HAR file is JSON: `{"log":{"entries":[…]}}`, where each entry has `request`, `response` and `startedDateTime` (HTTP
//! Archive 1.2). It can be large, so it is read in one pass and a stretch at a time, and nothing is kept but what is told
//! of each request.

mod reader;
#[cfg(test)]
mod tests;

use crate::Span;

pub use reader::HarReader;

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
    /// The `Authorization` header of the request, if it has one: its object in the list of headers.
    pub authorization: Span,
    /// What else may carry a token or a key: its `Cookie` header, headers that are named for one, and an address with a
    /// parameter that is.
    pub other_credentials: Vec<Span>,
    /// What was sent behind the headers.
    pub body: Span,
}

/// What a token was sent in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    Authorization,
    /// A cookie, another header or the address.
    Other,
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

    /// `GET /orders/17`: the method and the path with the names of its query. Empty where the file says neither.
    pub fn name(&self) -> String {
        let url = self.public_url();
        let without_scheme = url.split_once("://").map_or(&*url, |(_, rest)| rest);
        let path = match without_scheme.find('/') {
            Some(start) => without_scheme.get(start..).unwrap_or_default(),
            None if without_scheme.is_empty() => "",
            None => "/",
        };
        [&*self.method, path].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// In what the byte `at` of the text was sent, if that is where credentials are sent.
    pub fn carrier(&self, at: usize) -> Option<Carrier> {
        let is_in = |span: &Span| span.start <= at && at < span.end;
        match () {
            () if is_in(&self.authorization) => Some(Carrier::Authorization),
            () if self.other_credentials.iter().any(is_in) => Some(Carrier::Other),
            () => None,
        }
    }

    /// Whether the request has anything that may carry a token or a key, as far as names tell.
    pub fn has_credentials(&self) -> bool {
        !self.authorization.is_empty() || !self.other_credentials.is_empty()
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
