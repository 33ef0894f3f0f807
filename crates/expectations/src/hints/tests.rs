//! Each hint with a token that needs it, and with one that nearly does.
