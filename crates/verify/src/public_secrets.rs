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
const SUPABASE: &str = "the local set-up of Supabase";
const FASTAPI: &str = "the tutorial of FastAPI";
const SPRING: &str = "tutorials on Spring Security";
const NODE: &str = "the README of jsonwebtoken for Node.js";
const PYTHON: &str = "the documentation of PyJWT, and countless examples";
const FLASK: &str = "the documentation of Flask-JWT-Extended";
const DOTNET: &str = "the README of Jwt.Net";
const GO: &str = "the examples of golang-jwt";
const POSTGREST: &str = "the tutorial of PostgREST";
const NACOS: &str = "the former default of Nacos";
const RFC: &str = "RFC 7515 appendix A.1";
const FALLBACK: &str = "a fallback in the code of many projects";
const PLACEHOLDER: &str = "a placeholder in the settings of many projects";
const WORD: &str = "one of the words that are tried first";
const UNSET: &str = "what a program signs with if its setting is missing";

pub(crate) const ALL: &[PublicSecret] = &[
    secret("your-256-bit-secret", JWT_IO),
    secret("your-384-bit-secret", JWT_IO),
    secret("your-512-bit-secret", JWT_IO),
    secret("a-string-secret-at-least-256-bits-long", JWT_IO),
    secret("a-valid-string-secret-that-is-at-least-384-bits-long", JWT_IO),
    secret("a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long", JWT_IO),
    secret("super-secret-jwt-token-with-at-least-32-characters-long", SUPABASE),
    secret("your-super-secret-jwt-token-with-at-least-32-characters-long", SUPABASE),
    secret("09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7", FASTAPI),
    secret("404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970", SPRING),
    secret("shhhhh", NODE),
    secret("shhhhhhared-secret", "the README of express-jwt for Node.js"),
    secret("secret", PYTHON),
    secret("super-secret", FLASK),
    secret("GQDstcKsx0NHjPOuXOYg5MbeJ1XT0uFiwDVvVBrk", DOTNET),
    secret("AllYourBase", GO),
    secret("reallyreallyreallyreallyverysafe", POSTGREST),
    secret("SecretKey012345678901234567890123456789012345678901234567890123456789", NACOS),
    secret("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow", RFC),
    secret("fallback-secret", FALLBACK),
    secret("fallback_secret", FALLBACK),
    secret("fallback_secret_for_dev", FALLBACK),
    secret("dev-secret", FALLBACK),
    secret("dev_secret", FALLBACK),
    secret("dev-secret-do-not-use", FALLBACK),
    secret("development-secret", FALLBACK),
    secret("default-secret", FALLBACK),
    secret("default_secret", FALLBACK),
    secret("superSecret", FALLBACK),
    secret("supersecretkey123", FALLBACK),
    secret("test-secret", FALLBACK),
    secret("test-secret-key", FALLBACK),
    secret("test-jwt-secret", FALLBACK),
    secret("jwt-secret", FALLBACK),
    secret("jwt_secret", FALLBACK),
    secret("jwtsecret", FALLBACK),
    secret("jwtSecret", FALLBACK),
    secret("JWT_SECRET", FALLBACK),
    secret("JWT_SECRET_KEY", FALLBACK),
    secret("secretkey", FALLBACK),
    secret("secretKey", FALLBACK),
    secret("secret-key", FALLBACK),
    secret("secret_key", FALLBACK),
    secret("SECRET_KEY", FALLBACK),
    secret("mysecret", FALLBACK),
    secret("my-secret", FALLBACK),
    secret("my_secret", FALLBACK),
    secret("mysecretkey", FALLBACK),
    secret("mySecretKey", FALLBACK),
    secret("my-secret-key", FALLBACK),
    secret("my_secret_key", FALLBACK),
    secret("my-super-secret-key", FALLBACK),
    secret("supersecret", FALLBACK),
    secret("super_secret", FALLBACK),
    secret("supersecretkey", FALLBACK),
    secret("super-secret-key", FALLBACK),
    secret("super_secret_key", FALLBACK),
    secret("topsecret", FALLBACK),
    secret("top-secret", FALLBACK),
    secret("this-is-a-secret", FALLBACK),
    secret("this-is-a-secret-key", FALLBACK),
    secret("your-secret", PLACEHOLDER),
    secret("your_secret", PLACEHOLDER),
    secret("yoursecret", PLACEHOLDER),
    secret("your-secret-key", PLACEHOLDER),
    secret("your_secret_key", PLACEHOLDER),
    secret("your-secret-key-here", PLACEHOLDER),
    secret("your_secret_key_here", PLACEHOLDER),
    secret("your-super-secret-key", PLACEHOLDER),
    secret("your_super_secret_key", PLACEHOLDER),
    secret("your-super-secret-key-here", PLACEHOLDER),
    secret("your-super-secret-jwt-key", PLACEHOLDER),
    secret("your-super-secret-jwt-token", PLACEHOLDER),
    secret("your-super-secret-jwt-key-change-this-in-production", PLACEHOLDER),
    secret("your-jwt-secret", PLACEHOLDER),
    secret("your_jwt_secret", PLACEHOLDER),
    secret("your-jwt-secret-key", PLACEHOLDER),
    secret("your_jwt_secret_key", PLACEHOLDER),
    secret("your-jwt-secret-here", PLACEHOLDER),
    secret("your_jwt_secret_here", PLACEHOLDER),
    secret("your_jwt_secret_key_here", PLACEHOLDER),
    secret("your-256-bit-secret-here", PLACEHOLDER),
    secret("your-256-bit-secret-key-here", PLACEHOLDER),
    secret("changeme", PLACEHOLDER),
    secret("change-me", PLACEHOLDER),
    secret("change_me", PLACEHOLDER),
    secret("CHANGE_ME", PLACEHOLDER),
    secret("changeit", PLACEHOLDER),
    secret("change-me-in-production", PLACEHOLDER),
    secret("change-this-in-production", PLACEHOLDER),
    secret("replace-with-strong-secret", PLACEHOLDER),
    secret("replace_me", PLACEHOLDER),
    secret("key", WORD),
    secret("token", WORD),
    secret("jwt", WORD),
    secret("test", WORD),
    secret("admin", WORD),
    secret("password", WORD),
    secret("123456", WORD),
    secret("12345678", WORD),
    secret("01234567890123456789012345678901", WORD),
    secret("", UNSET),
    secret("undefined", UNSET),
    secret("null", UNSET),
];

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn each_stands_there_once() {
        let mut texts: Vec<&str> = ALL.iter().map(|secret| secret.text).collect();
        texts.sort_unstable();
        let count = texts.len();
        texts.dedup();
        assert_eq!(texts.len(), count);
        assert!(ALL.iter().all(|secret| !secret.publisher.is_empty()));
    }
}
