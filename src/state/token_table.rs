//! The table in which the tokens of a text are chosen, where there are many.

use decode::Token;
use decode::json::{JsonKind, Value};
use inspect::time::instants;
use share::csv::{self, TokenLine};

use super::change::StateChange;
use super::paste::Origin;
use super::token_list::arrange::Arranged;
use super::token_list::criteria::{Column, Criteria, Only};
use super::token_list::{RequestLine, TokenRow};
use super::{Effect, State};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct TokenTable {
    pub criteria: Criteria,
    /// The text stands there in its place.
    pub shows_text: bool,
    /// On narrow pages, where one of the two is shown: the answer is.
    pub is_left: bool,
    /// The token that was chosen before, as a position in the text.
    pub before: Option<usize>,
}

/// What was done in the table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableUse {
    Filtered(String),
    Narrowed(Only),
    SortedBy(Column),
    /// The token at this position of the text, to see its answer.
    Opened(usize),
    /// From the answer back to the table, on narrow pages.
    ReturnedTo,
    TextWanted,
    TableWanted,
    ComparedWithBefore,
    CsvWanted,
}

impl State {
    /// Whether the table stands in the place of the text.
    pub fn shows_table(&self) -> bool {
        self.paste.reading.is_many() && !self.table.shows_text
    }

    /// Before this text takes the place of the one that is there.
    pub(super) fn begin_table(&mut self, origin: &Origin, text: &str) {
        let is_in_box = match origin {
            Origin::Typed => true,
            // Put into the text, at which somebody works.
            Origin::PastedIntoBox => !self.paste.text.is_empty() && text.contains(&*self.paste.text),
            _ => false,
        };
        let shows_text = is_in_box && !text.is_empty();
        self.table = TokenTable { shows_text, ..TokenTable::default() };
    }

    pub(super) fn use_table(&mut self, table_use: TableUse) -> StateChange {
        let table = &mut self.table;
        match table_use {
            TableUse::Filtered(query) => table.criteria.query = query.into(),
            TableUse::Narrowed(only) => table.criteria.only = only,
            TableUse::SortedBy(column) => table.criteria.sort_by(column, &self.paste.reading.list),
            TableUse::Opened(position) => {
                table.is_left = true;
                self.choose_another(position);
                return StateChange::then(Effect::GoToAnswerIfNarrow);
            }
            TableUse::ReturnedTo => {
                table.is_left = false;
                return StateChange::then(Effect::GoToTable);
            }
            TableUse::TextWanted => {
                table.shows_text = true;
                return StateChange::then(Effect::GoTo("token-switch".to_owned()));
            }
            TableUse::TableWanted => {
                (table.shows_text, table.is_left) = (false, false);
                return StateChange::then(Effect::GoToTable);
            }
            TableUse::ComparedWithBefore => {
                if let Some(other) = table.before {
                    table.is_left = true;
                    return self.compare_with(other);
                }
            }
            TableUse::CsvWanted => return StateChange::only(Effect::SaveTable(self.csv())),
        }
        StateChange::VISIBLE
    }

    /// Shows another token, and remembers which one was shown.
    pub(super) fn choose_another(&mut self, position: usize) {
        let reading = &self.paste.reading;
        let before = reading.first_of(self.answer.chosen);
        if before != reading.first_of(position) {
            self.table.before = before;
        }
        self.choose(position);
    }

    /// What the table lists, in its order.
    pub fn csv(&self) -> String {
        let reading = &self.paste.reading;
        let arranged = Arranged::of(&reading.list, &self.table.criteria, self.clock.now);
        csv::tokens(arranged.rows().filter_map(|position| {
            let row = reading.list.rows.get(position)?;
            Some(line(row, reading.tokens.get(row.first)?, self.clock.now))
        }))
    }
}

fn line(row: &TokenRow, token: &Token, now: i64) -> TokenLine {
    let times = row.times.at(now);
    let instant = |seconds: Option<i64>| seconds.map(instants::rfc3339).unwrap_or_default();
    let RequestLine { method, address, status, started } = row.request.clone().unwrap_or_default();
    TokenLine {
        kind: row.kind.name().to_owned(),
        subject: claim(token, "sub"),
        issuer: claim(token, "iss"),
        audience: claim(token, "aud"),
        issued: instant(times.issued_at),
        expires: instant(times.expires_at),
        state: times.status.id().to_owned(),
        label: token.label.clone(),
        method,
        address,
        status: status.map(|status| status.to_string()).unwrap_or_default(),
        requested: started,
        times_seen: row.count,
    }
}

/// What a claim says: a text, a number, or the texts of a list. Empty where a token stands in it.
fn claim(token: &Token, name: &str) -> String {
    let holds_token = token.nested.iter().any(|nested| nested.path.strip_prefix("/payload/") == Some(name));
    let claim = token.payload().and_then(|part| Some((part, part.value()?.member(name)?)));
    let Some((part, value)) = claim.filter(|_| !holds_token) else { return String::new() };
    let text = |value: &Value| value.as_str().map_or_else(|| part.source(value.span).into_owned(), str::to_owned);
    match &value.kind {
        JsonKind::Array(values) => values.iter().map(text).collect::<Vec<_>>().join(" "),
        _ => text(value),
    }
}
