//! The algorithm or the type differs.

use inspect::jose::issuers::KnownIssuer;

use super::HintInput;

const EDWARDS: [&str; 2] = ["EdDSA", "Ed25519"];

pub(super) fn fix_of_algorithm(input: &HintInput) -> Option<&'static str> {
    let said = input.said?;
    if EDWARDS.contains(&said) && input.is_expected(|expected| EDWARDS.contains(&expected)) {
        return Some(
            "RFC 9864 gives `EdDSA` with Ed25519 the name `Ed25519`. Expect both names while issuers change over.",
        );
    }
    let is_secret = |alg: &str| alg.starts_with("HS");
    let are_secret = !input.expected.is_empty() && input.expected.iter().all(|expected| is_secret(expected));
    if are_secret && !is_secret(said) && !said.eq_ignore_ascii_case("none") {
        return Some(
            "It is signed with a private key of its issuer. No shared secret can check it: expect this algorithm, and take the issuer's public keys.",
        );
    }
    if is_secret(said) && !input.is_expected(is_secret) {
        return match input.issuer {
            Some(KnownIssuer::SupabaseUser) => Some(
                "This project signs with its legacy JWT secret. Move it to signing keys in the dashboard of Supabase, or expect `HS256` and take the secret.",
            ),
            _ => Some(
                "It is signed with a shared secret, which no public key checks. Find out why the issuer signs so; never let a service take both kinds with one key.",
            ),
        };
    }
    None
}

pub(super) fn fix_of_type(input: &HintInput) -> Option<&'static str> {
    let is_access = |typ: &str| typ.eq_ignore_ascii_case("at+jwt") || typ.eq_ignore_ascii_case("application/at+jwt");
    let is_plain = |typ: &str| typ.eq_ignore_ascii_case("JWT");
    match input.said {
        Some(said) if is_access(said) && input.is_expected(is_plain) => Some(
            "It is an access token by RFC 9068, whose `typ` is `at+jwt`. Expect that where access tokens are taken.",
        ),
        Some(said) if !is_plain(said) => None,
        _ if input.is_expected(is_access) && input.is_id_token() => {
            Some("This is an ID token. Send the API the access token instead.")
        }
        _ if input.is_expected(is_access) => match input.issuer {
            Some(KnownIssuer::Auth0) => Some(
                "Auth0 writes `at+jwt` where the API's access token profile is RFC 9068. Choose that profile, or expect `JWT`.",
            ),
            _ => Some("Many issuers do not write `at+jwt`, which RFC 9068 asks for. Expect what yours writes."),
        },
        None => Some("`typ` is optional (RFC 7519 section 5.1). Expect none where the issuer writes none."),
        Some(_) => None,
    }
}
