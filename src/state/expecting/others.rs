//! The tokens that the requests of a HAR file carry, each at the time of its request.

use inspect::time::date_text;

use crate::state::State;
use crate::state::token_list::Section;

/// No more tokens are judged together.
pub const MOST_SENT: usize = 300;

/// A token that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentToken {
    /// Among the tokens of the text.
    pub position: usize,
    pub name: String,
    /// "GET /orders/17"; empty where the file does not say.
    pub request: String,
    /// What was answered.
    pub status: Option<u16>,
    /// In seconds since 1970-01-01T00:00:00Z.
    pub at: i64,
}

impl State {
    /// Each token once, at the most telling of its requests. Empty where there are fewer than two.
    pub fn sent_tokens(&self) -> Vec<SentToken> {
        let reading = &self.paste.reading;
        let exchanges = reading.exchanges_of(self.paste.origin.whole_text().map(|whole| &**whole));
        if exchanges.is_empty() {
            return Vec::new();
        }
        let sent = reading.groups.iter().filter_map(|group| {
            let is_sent = matches!(group.sighting.section, Section::Refused | Section::Sent);
            let exchange = exchanges.get(group.sighting.exchange.filter(|_| is_sent)?)?;
            let at = date_text::instant(&exchange.started)?;
            Some(SentToken {
                position: group.first,
                name: group.name.clone(),
                request: exchange.name(),
                status: exchange.status,
                at,
            })
        });
        let sent: Vec<SentToken> = sent.take(MOST_SENT).collect();
        if sent.len() < 2 { Vec::new() } else { sent }
    }

    /// As the block takes them.
    pub(super) fn others(&self) -> Vec<serde_json::Value> {
        let of = |sent: SentToken| {
            let token = self.paste.reading.tokens.get(sent.position)?;
            Some(serde_json::json!({ "token": token.text, "at": sent.at }))
        };
        self.sent_tokens().into_iter().filter_map(of).collect()
    }
}
