//! What is drawn: plain functions from what is known to what is shown, in folders by their place on the page.
//!
//! A view takes what it shows and a [`Dispatch`](crate::state::Dispatch), with which its buttons say what happened.

mod answer;
mod check;
mod compare;
mod dialogs;
mod expect;
mod exposure;
mod fields;
mod findings;
mod frame;
mod glyphs;
mod guide;
mod in_sight;
mod long_list;
mod outline;
mod part;
mod paste;
mod same;
mod tokens;

#[cfg(test)]
mod quotations;
#[cfg(test)]
pub mod testing;

pub use frame::screen;
