//! Selective disclosure.

pub(crate) mod disclosure_broken;
