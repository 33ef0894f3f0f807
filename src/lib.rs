//! The pure core of JWT Inspector: text in, tokens out, and what they mean at one instant.
//!
//! Four rooms. [`decode`] says what a pasted text holds, [`inspect`](mod@inspect) what that means at an instant
//! it is told, [`share`] how it travels on, [`guide`] what to know beside it. No room has a clock, a page or a network.

pub mod decode;
pub mod guide;
pub mod inspect;
pub mod share;

pub use decode::{Decoded, decode};
pub use inspect::{Circumstances, Inspection, inspect};
