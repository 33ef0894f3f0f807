//! The second WASM module of the page: a request in, as JSON, and what was found out about a token out.
//!
//! The page compiles it when the reader gives the first key. `main.rs` is what the page calls; everything here is pure, and
//! tested without a browser.

mod answer;
mod checking;
mod expecting;
mod request;

pub use checking::OngoingCheck;
pub use expecting::expect;
pub use request::CheckRequest;
