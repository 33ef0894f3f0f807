//! What the outline says of tokens of several kinds.
