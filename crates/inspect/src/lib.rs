//! What a token means: its names and values, its kind, and its times at an instant.
//!
//! The parts that do not depend on the time ([`describe`](describe::describe)) are computed once for a text; the others
//! ([`validity`], [`summary`], [`exposure`]) once for each instant.

pub mod compare;
pub mod describe;
pub mod display;
pub mod evaluation;
pub mod exposure;
pub mod jose;
pub mod masked;
pub mod material;
pub mod not_a_jwt;
pub mod problem;
pub mod recognise;
pub mod severity;
pub mod summary;
pub mod time;
pub mod validity;

pub use evaluation::{Context, Evaluation};
pub use severity::Severity;
