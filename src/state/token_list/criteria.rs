//! Which tokens of a list are wanted, and in which order.

use std::rc::Rc;

use super::TokenList;

/// What the reader chose. The default lists all, those that were refused first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Criteria {
    /// Words, all of which must stand in what is known of a token.
    pub query: Rc<str>,
    pub only: Only,
    /// None until somebody chose.
    pub sort: Option<Sort>,
}

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    #[default]
    All,
    /// Sent, and answered 401 or 403.
    Refused,
    Expired,
    /// By the short name of the kind.
    Kind(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    pub column: Column,
    pub is_descending: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Status,
    Place,
    Kind,
    Subject,
    Issuer,
    Expires,
    Count,
}

impl Column {
    pub const ALL: [Self; 7] =
        [Self::Status, Self::Place, Self::Kind, Self::Subject, Self::Issuer, Self::Expires, Self::Count];

    /// Its order when it is pressed for the first time.
    fn begins_descending(self) -> bool {
        matches!(self, Self::Status | Self::Count)
    }
}

impl Criteria {
    pub fn sort(&self, list: &TokenList) -> Sort {
        self.sort.unwrap_or(match list.has_requests {
            true => Sort { column: Column::Status, is_descending: true },
            false => Sort { column: Column::Place, is_descending: false },
        })
    }

    /// By this column, or the other way round where it is by that already.
    pub fn sort_by(&mut self, column: Column, list: &TokenList) {
        let now = self.sort(list);
        let is_descending = if now.column == column { !now.is_descending } else { column.begins_descending() };
        self.sort = Some(Sort { column, is_descending });
    }
}
