//! How it travels: links that carry a token, what is masked in them, and the reports.

pub mod link;
pub mod redact;
pub mod report;
mod rewrite;
mod secrets;
