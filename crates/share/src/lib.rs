//! How it travels: links that carry a token, what is masked in them, the reports, and lists for a spreadsheet.
//!
//! Each file builds on those behind it alone: `link` and `report`, `redact`, `copy`, `rewrite` and `secrets`, `readings` and
//! `shape`.

pub mod copy;
pub mod csv;
pub mod link;
mod readings;
pub mod redact;
pub mod report;
mod rewrite;
mod secrets;
mod shape;
