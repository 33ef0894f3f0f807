//! Stands in until the judging is there.

/// An answer in JSON.
pub fn expect(_request: &str) -> String {
    include_str!("stub.json").to_owned()
}
