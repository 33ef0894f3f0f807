//! What a token means: its names and values, its kind, and its times at an instant.
//!
//! The parts that do not depend on the time ([`describe`](describe::describe)) are computed once for a text; the others
//! ([`validity`], [`summary`], [`exposure`]) once for each instant.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod compare;
pub mod describe;
pub mod display;
pub mod evaluation;
pub mod exposure;
pub mod lifetime;
pub mod masked;
pub mod material;
pub mod nature;
pub mod not_a_jwt;
pub mod problem;
pub mod profile;
pub mod registry;
pub mod severity;
pub mod summary;
pub mod time;
pub mod validity;

pub use evaluation::{Context, Evaluation};
pub use severity::Severity;

// TEMPORARY: old names, until the other rooms follow
pub mod order;
pub use crate::material::jwe as anatomy;
pub use crate::material::{certificate, digest, enclosed, key, sd_jwt};
pub use crate::not_a_jwt as lookalike;

/// Numbers and texts of time claims, as one module had them.
pub mod numeric_date {
    pub use crate::time::date_text::*;
    pub use crate::time::numeric_date::*;
}

/// The calendar and the texts of instants, as one module had them.
pub mod calendar {
    pub use crate::time::calendar::*;
    pub use crate::time::instants::*;
}
