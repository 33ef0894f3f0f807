//! What the guide shows, and what it does with the token.
