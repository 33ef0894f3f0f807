//! The map of the pure core: text in, tokens out, and what they mean at one instant.
