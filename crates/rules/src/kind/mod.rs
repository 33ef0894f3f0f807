//! What a kind of token demands.

pub(crate) mod kind_rules;
