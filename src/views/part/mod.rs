//! The parts of a token: tables of members, exact texts, signatures, keys, certificates, disclosures, status lists.

pub mod certificates;
pub mod disclosures;
pub mod exact_text;
pub mod flags;
mod inside;
mod instants;
pub mod json_pieces;
mod json_view;
pub mod keys;
pub mod members;
pub mod panel;
pub mod parts;
mod problems;
mod row;
mod scopes;
pub mod signature;
pub mod status_list;
mod values;
