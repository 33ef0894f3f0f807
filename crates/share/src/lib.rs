//! How it travels: links that carry a token, what is masked in them, and the reports.
//!
//! Each file builds on those behind it alone: `link` and `report`, `redact`, `copy`, `rewrite` and `secrets`, `readings` and
//! `shape`.

pub mod copy;
pub mod link;
mod readings;
pub mod redact;
pub mod report;
mod rewrite;
mod secrets;
mod shape;
