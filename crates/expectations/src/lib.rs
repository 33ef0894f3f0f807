//! Would a service accept it: what a service expects, held against a token, and the same expectations as code.
//!
//! Pure and total: any token and any expectations give an answer. Nothing here says "accepted": where all is met, the
//! answer says that nothing here would make a service refuse the token, and what was not checked.

mod answer;
pub mod code;
mod expected;
mod hints;
pub mod json;
mod judge;
mod known_signature;
pub mod profiles;
mod said;

pub use answer::{ExpectationAnswer, ExpectationOutcome, JudgedExpectation, ServiceVerdict};
pub use expected::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};
pub use judge::{NOTHING_AGAINST, judge};
pub use known_signature::KnownSignature;
