//! Secrets that are published: whoever signs with one of them has signed nothing.

/// A secret, and where it is published.
#[derive(Debug)]
pub(crate) struct PublicSecret {
    pub text: &'static str,
    pub publisher: &'static str,
}

const fn secret(text: &'static str, publisher: &'static str) -> PublicSecret {
    PublicSecret { text, publisher }
}

const JWT_IO: &str = "the example of jwt.io";
const SUPABASE: &str = "the local development set-up of Supabase";
const EXAMPLES: &str = "countless examples and exercises";
const UNSET: &str = "what a program signs with if its setting is missing";

pub(crate) const ALL: &[PublicSecret] = &[
    secret("your-256-bit-secret", JWT_IO),
    secret("your-384-bit-secret", JWT_IO),
    secret("your-512-bit-secret", JWT_IO),
    secret("a-string-secret-at-least-256-bits-long", JWT_IO),
    secret("a-valid-string-secret-that-is-at-least-384-bits-long", JWT_IO),
    secret("a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long", JWT_IO),
    secret("super-secret-jwt-token-with-at-least-32-characters-long", SUPABASE),
    secret("secret", EXAMPLES),
    secret("", UNSET),
];
