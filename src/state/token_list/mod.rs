//! Many tokens of one text as a list: what is told of each, and where the most telling place of each is.
//!
//! Made once for a text; [`arrange`] says which of them are listed and in which order.

pub mod arrange;
pub mod criteria;

#[cfg(test)]
mod tests;

use decode::har::{Exchange, ExchangeSide, exchange_at};
use decode::{Part, Role, Span, Token};
use inspect::jose::kinds::TokenKind;
use inspect::recognise;
use inspect::summary::{Named, named};
use inspect::validity::TokenTimes;

use super::reading::Group;

/// From so many distinct tokens on there is a table; fewer are tabs.
pub const MANY: usize = 4;

/// Where a token stands, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// In a request that was answered 401 or 403.
    Refused,
    /// In another request.
    Sent,
    Received,
    /// Beside the requests of a HAR file, or in any other text.
    Elsewhere,
}

impl Section {
    pub fn name(self) -> &'static str {
        match self {
            Self::Refused => "Sent, answered 401 or 403",
            Self::Sent => "Sent, answered otherwise",
            Self::Received => "Received",
            Self::Elsewhere => "Elsewhere in the text",
        }
    }
}

/// One of the places of a token. The least is the most telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    pub section: Section,
    /// Byte of the text.
    pub at: usize,
    /// A position among the requests of the text.
    pub exchange: Option<usize>,
}

impl Sighting {
    pub fn of(span: Span, exchanges: &[Exchange]) -> Self {
        let at = span.start;
        let position = exchange_at(exchanges, at);
        let exchange = position.and_then(|position| exchanges.get(position));
        let section = match exchange.map(|exchange| (exchange.side(at), exchange.status)) {
            Some((Some(ExchangeSide::Request), Some(401 | 403))) => Section::Refused,
            Some((Some(ExchangeSide::Request), _)) => Section::Sent,
            Some((Some(ExchangeSide::Response), _)) => Section::Received,
            Some((None, _)) | None => Section::Elsewhere,
        };
        Self { section, at, exchange: position }
    }
}

/// The request of a HAR file that a token is told by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RequestLine {
    pub method: String,
    /// Without what may be secret.
    pub address: String,
    pub status: Option<u16>,
    /// As it is written.
    pub started: String,
}

/// What is told of one token.
#[derive(Debug, Clone, PartialEq)]
pub struct TokenRow {
    /// Position of the token where it first stands.
    pub first: usize,
    pub count: usize,
    pub kind: TokenKind,
    pub named: Named,
    pub times: TokenTimes,
    /// What the text calls it.
    pub label: String,
    pub sighting: Sighting,
    pub request: Option<RequestLine>,
    /// All that a filter looks through, in lower case.
    searched: String,
}

impl TokenRow {
    fn of(token: &Token, group: &Group, exchanges: &[Exchange]) -> Self {
        let profile = recognise::profile(token);
        let named = named(token, &profile);
        let exchange = group.sighting.exchange.and_then(|position| exchanges.get(position));
        let request = exchange.map(|exchange| RequestLine {
            method: exchange.method.clone(),
            address: exchange.public_url(),
            status: exchange.status,
            started: exchange.started.clone(),
        });
        let mut row = Self {
            first: group.first,
            count: group.count,
            kind: profile.kind,
            named,
            times: group.times,
            label: group.name.clone(),
            sighting: group.sighting,
            request,
            searched: String::new(),
        };
        row.searched = row.searchable(token).to_lowercase();
        row
    }

    /// Address, kind, subject, issuer, label, claim names and values.
    fn searchable(&self, token: &Token) -> String {
        let mut text = format!("{}\n{}\n", self.label, self.kind.name());
        if let Some(RequestLine { method, address, status, .. }) = &self.request {
            let status = status.map(|status| status.to_string()).unwrap_or_default();
            text += &format!("{method} {address}\n{status}\n");
        }
        text.extend(self.named.subject.iter().chain(&self.named.issuer).flat_map(|name| [name, "\n"]));
        let parts = token.parts.iter().filter(|part| matches!(part.role, Role::Payload | Role::Disclosure));
        parts.for_each(|part| add_claims(part, &mut text));
        text
    }

    /// The kind in as few words as there are: "access", "ID", "JWT".
    pub fn kind_in_short(&self) -> &'static str {
        kind_in_short(self.kind)
    }
}

fn add_claims(part: &Part, text: &mut String) {
    for member in part.members() {
        *text += &member.name.text;
        *text += "\n";
        match member.value.as_str() {
            Some(value) => *text += value,
            None => *text += &part.source(member.value.span),
        }
        *text += "\n";
    }
    if part.members().is_empty() && part.value().is_some() {
        *text += &part.text();
    }
}

fn kind_in_short(kind: TokenKind) -> &'static str {
    let name = kind.name();
    let name = ["OAuth 2.0 ", "OpenID Connect ", "OpenID Federation "]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name);
    match name {
        "JSON Web Token" => "JWT",
        "unsecured JSON Web Token" => "unsecured JWT",
        _ => name.strip_suffix(" token").unwrap_or(name),
    }
}

/// The tokens of a text that has many. Empty for any other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TokenList {
    pub rows: Vec<TokenRow>,
    /// Some stand in requests.
    pub has_requests: bool,
    /// All addresses have this scheme and host.
    pub host: Option<String>,
}

impl TokenList {
    /// Adds the next of these groups. False where all are listed.
    pub fn add(&mut self, token: &Token, group: &Group, exchanges: &[Exchange]) {
        let row = TokenRow::of(token, group, exchanges);
        if let Some(RequestLine { address, .. }) = &row.request {
            let host = host(address);
            match &self.host {
                None if !self.has_requests => self.host = Some(host.to_owned()),
                Some(other) if other != host => self.host = None,
                _ => {}
            }
            self.has_requests = true;
        }
        self.rows.push(row);
    }

    /// The address as far as it tells one request from another.
    pub fn path<'a>(&self, address: &'a str) -> &'a str {
        let path = self.host.as_deref().and_then(|host| address.strip_prefix(host)).filter(|path| !path.is_empty());
        path.unwrap_or_else(|| address.split_once("://").map_or(address, |(_, rest)| rest))
    }

    /// The token that is shown first: the first of the most telling section.
    pub fn first_choice(&self) -> Option<usize> {
        self.rows.iter().min_by_key(|row| row.sighting).map(|row| row.first)
    }
}

/// Scheme and host of an address.
fn host(address: &str) -> &str {
    let begin = address.find("://").map_or(0, |at| at + 3);
    let end = address.get(begin..).and_then(|rest| rest.find(['/', '?'])).map_or(address.len(), |at| begin + at);
    address.get(..end).unwrap_or(address)
}
