//! Profiles as rows, and what is taken from a token.
