//! How it travels: links that carry a token, and the report.

pub mod link;
pub mod report;
