//! Where a token stands in a text, and in which requests of a HAR file it was sent.

use std::rc::Rc;

use decode::har::{self, Exchange, ExchangeSide};
use decode::slices::WholeText;
use decode::{Span, Token};
use inspect::sent::{self, SentIn};

/// Where a token stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenPlace {
    /// What the text around it calls it there.
    pub label: String,
    /// Bytes of the text.
    pub span: Span,
    /// The request of a HAR file that it belongs to: a position in [`Inspection::exchanges`](crate::Inspection::exchanges).
    pub exchange: Option<usize>,
    /// Whether it was sent or received there.
    pub side: Option<ExchangeSide>,
    /// When that request was sent by the clock of the client, in seconds since 1970-01-01T00:00:00Z, where that is known.
    pub sent_at: Option<i64>,
}

impl TokenPlace {
    pub(crate) fn new(label: &str, span: Span, exchanges: &[Exchange]) -> Self {
        let position = har::exchange_at(exchanges, span.start);
        let exchange = position.and_then(|position| exchanges.get(position));
        let side = exchange.and_then(|exchange| exchange.side(span.start));
        let sent_at = exchange.and_then(sent::instant);
        Self { label: label.to_owned(), span, exchange: position, side, sent_at }
    }
}

/// All places of this token among the tokens of a text. `exchanges` are the requests of that text.
pub fn places(token: &Token, all: &[Rc<Token>], exchanges: &[Exchange]) -> Vec<TokenPlace> {
    let same = all.iter().filter(|other| other.text == token.text);
    same.map(|token| TokenPlace::new(&token.label, token.span, exchanges)).collect()
}

/// The same in a text of which an excerpt is kept.
pub fn places_within(token: &Token, whole: &WholeText) -> Vec<TokenPlace> {
    let spans = whole.places.get(&token.text).into_iter().flatten();
    spans.map(|span| TokenPlace::new(&token.label, *span, &whole.exchanges)).collect()
}

/// The requests in which a token was sent where credentials are, each once. The same token can stand in a header, and once
/// more in the list of cookies.
pub(crate) fn sent_in<'e>(places: &[TokenPlace], exchanges: &'e [Exchange]) -> Vec<SentIn<'e>> {
    let mut sent: Vec<SentIn> = Vec::new();
    for place in places {
        let Some(exchange) = place.exchange.and_then(|position| exchanges.get(position)) else { continue };
        let Some(carrier) = exchange.carrier(place.span.start) else { continue };
        match sent.last_mut().filter(|last| std::ptr::eq(last.exchange, exchange)) {
            Some(last) if carrier == har::Carrier::Authorization => last.carrier = carrier,
            Some(_) => {}
            None => sent.push(SentIn { exchange, carrier, at: place.sent_at }),
        }
    }
    sent
}
