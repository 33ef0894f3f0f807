//! What it means: what the names and values of a token say, what kind it is, and what its times come to.
//!
//! What an instant cannot change ([`describe`](describe::describe)) is worked out once for a text; what it can
//! ([`validity`], [`summary`], [`exposure`]) once for each instant.

pub mod anatomy;
pub mod calendar;
pub mod certificate;
pub mod compare;
pub mod describe;
pub mod digest;
pub mod display;
pub mod enclosed;
pub mod evaluation;
pub mod exposure;
pub mod key;
pub mod lifetime;
pub mod lookalike;
pub mod masked;
pub mod nature;
pub mod numeric_date;
pub mod order;
pub mod problem;
pub mod profile;
pub mod registry;
pub mod sd_jwt;
pub mod severity;
pub mod summary;
pub mod validity;

pub use evaluation::{Context, Evaluation};
pub use severity::Severity;
