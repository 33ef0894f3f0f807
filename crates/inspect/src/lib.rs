//! What a token means: its names and values, its kind, and its times at an instant.
//!
//! [`describe`](describe::describe) needs no clock and runs once for a text. [`validity`], [`summary`] and [`exposure`]
//! depend on the instant and run again when it changes.

pub mod compare;
pub mod describe;
pub mod display;
pub mod evaluation;
pub mod exposure;
pub mod jose;
pub mod look_alikes;
pub mod masked;
pub mod material;
pub mod normalization;
pub mod not_a_jwt;
pub mod problem;
pub mod recognise;
pub mod sent;
pub mod severity;
pub mod summary;
pub mod time;
pub mod validity;
pub mod without_token;

pub use evaluation::{Context, Evaluation, EvaluationAt};
pub use severity::Severity;
