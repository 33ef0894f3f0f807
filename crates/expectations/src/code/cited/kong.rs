//! Kong Gateway 3.12: the plugin `openid-connect` where there is a JWK Set, else the plugin `jwt`. It cannot be run here.
//!
//! Written from the reference of both plugins (the schema of 3.12), "Claims-based authorization" and "Claim requirements" of
//! `openid-connect`, "Using the plugin" of `jwt`, and `kong/plugins/jwt/handler.lua`, `schema.lua` and `daos.lua`.

use super::quoted::double_quoted;
use super::{block, listed_as, names_of, of_claim};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations};

pub(crate) const LIBRARY: Library = Library {
    id: "kong",
    name: "Kong Gateway",
    version: "3.12",
    reference: "https://developer.konghq.com/plugins/openid-connect/",
    comment: "#",
    write,
};

/// `daos.lua`, `algorithm`.
const ALGORITHMS: [&str; 13] = [
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA",
];

fn write(input: &CodeInput, code: &mut CodeWriter) {
    code.line("_format_version: \"3.0\"");
    match &input.keys {
        KeyPlace::JwkSet(address) => openid_connect(input.expectations, address, code),
        KeyPlace::Secret | KeyPlace::PublicKey => jwt(input, code),
    }
}

fn openid_connect(expected: &Expectations, address: &str, code: &mut CodeWriter) {
    block(code, "plugins:\n- name: openid-connect\n  config:");
    // `using_pseudo_issuer`: nothing is discovered from `issuer`, which is still what `iss` is compared with.
    let issuer = expected.issuers.first().map_or("<issuer>", String::as_str);
    code.line(format!("    issuer: {}", double_quoted(issuer)));
    code.line("    using_pseudo_issuer: true");
    // `issuers_allowed`: "The issuers allowed to be present in the tokens".
    if !expected.issuers.is_empty() {
        let issuers = listed_as(&expected.issuers, double_quoted);
        code.line_for(&ExpectationKind::Issuer, format!("    issuers_allowed: [{issuers}]"));
    }
    code.line_for(&ExpectationKind::Signature, format!("    extra_jwks_uris: [{}]", double_quoted(address)));
    block(code, "    auth_methods: [\"bearer\"]\n    bearer_token_param_type: [\"header\"]");
    // `leeway`: for `exp`, `iat`, `nbf` and `auth_time`; 0 by default.
    code.line_for(&ExpectationKind::Time, format!("    leeway: {}", expected.leeway));
    // "AND: Space-separated values"; several elements are alternatives.
    let audiences: Vec<String> = expected.audiences.iter().filter(|text| is_one(text)).cloned().collect();
    if !audiences.is_empty() {
        let audiences = listed_as(&audiences, double_quoted);
        code.line_for(&ExpectationKind::Audience, format!("    audience_required: [{audiences}]"));
    }
    if !expected.scopes.is_empty() {
        let scopes = double_quoted(&expected.scopes.join(" "));
        code.line("    scopes_claim: [\"scope\"]");
        code.line_for(&ExpectationKind::Scope, format!("    scopes_required: [{scopes}]"));
        code.note("Kong reads scopes from one claim: write `scp` into `scopes_claim` where your issuer uses that.");
    }
    // Two more pairs of a claim and what it has to have.
    let mut pairs = ["groups", "roles"].iter();
    let mut left_out = Vec::new();
    for demand in &expected.claims {
        match super::expected_text(demand).filter(|text| is_one(text)).and_then(|text| Some((text, pairs.next()?))) {
            Some((text, pair)) => {
                // "If multiple values are set, it means the claim is inside a nested object of the token payload."
                let names = listed_as(&code.names_to(demand), double_quoted);
                code.line(format!("    {pair}_claim: [{names}]"));
                code.line_for(&of_claim(demand), format!("    {pair}_required: [{}]", double_quoted(text)));
            }
            None => left_out.push(demand.name.as_str()),
        }
    }
    code.note("`openid-connect` is a plugin of Kong Enterprise.");
    if expected.issuers.is_empty() {
        code.note("Kong needs an issuer: fill in `<issuer>`.");
    }
    if audiences.len() < expected.audiences.len() {
        code.note("Kong reads a space as \"and\": an audience with spaces is left out.");
    }
    if !expected.algorithms.is_empty() {
        code.note(
            "`openid-connect` has no list of algorithms; it takes HS256 and its kin only with `enable_hs_signatures`.",
        );
    }
    if expected.longest_lifetime.is_some() {
        code.note("`openid-connect` does not check the lifetime: your service has to.");
    }
    unchecked(expected, left_out, code);
}

/// Kong reads a space as "and".
fn is_one(text: &str) -> bool {
    !text.is_empty() && !text.contains(' ')
}

fn jwt(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    block(code, "plugins:\n- name: jwt\n  config:\n    key_claim_name: iss");
    // `claims_to_verify`: none by default. A claim that is verified has to be there.
    let demands_nbf = super::demands(expected, "nbf");
    let claims = if demands_nbf { "[\"exp\", \"nbf\"]" } else { "[\"exp\"]" };
    let is_verified = |demand: &&ClaimDemand| demand.value.is_none() && matches!(demand.name.as_str(), "exp" | "nbf");
    let mut kinds = vec![ExpectationKind::Time];
    kinds.extend(expected.claims.iter().filter(is_verified).map(of_claim));
    code.line_for_any(&kinds, format!("    claims_to_verify: {claims}"));
    // `maximum_expiration`: what is left until `exp`, at most 31536000 seconds.
    if let Some(longest) = expected.longest_lifetime.filter(|longest| (1..=31_536_000).contains(longest)) {
        code.line_for(&ExpectationKind::Lifetime, format!("    maximum_expiration: {longest}"));
        code.note("`maximum_expiration` limits what is left until `exp`, not the time from `iat` to `exp`.");
    }
    block(code, "consumers:\n- username: service\n  jwt_secrets:");
    let usual = if input.keys == KeyPlace::Secret { "HS256" } else { "RS256" };
    let algorithm = expected.algorithms.first().map_or(usual, String::as_str);
    let unnamed = ["<issuer>".to_owned()];
    let issuers = if expected.issuers.is_empty() { &unnamed } else { expected.issuers.as_slice() };
    for issuer in issuers {
        // `key`: what the claim `key_claim_name` says.
        code.line_for(&ExpectationKind::Issuer, format!("  - key: {}", double_quoted(issuer)));
        code.line_for(&ExpectationKind::Algorithm, format!("    algorithm: {}", double_quoted(algorithm)));
        match input.keys {
            KeyPlace::Secret => code.line_for(&ExpectationKind::Signature, "    secret: \"<secret>\""),
            KeyPlace::PublicKey | KeyPlace::JwkSet(_) => {
                code.line("    secret: \"unused\"");
                code.line_for(&ExpectationKind::Signature, "    rsa_public_key: \"<public key as PEM>\"");
            }
        }
    }
    jwt_notes(input, code);
}

fn jwt_notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    match input.keys {
        KeyPlace::Secret => code.note("Fill in `<secret>` when you deploy, and keep it out of your repository."),
        KeyPlace::PublicKey | KeyPlace::JwkSet(_) => {
            code.note("Fill in `<public key as PEM>`: Kong takes it in `rsa_public_key` for elliptic curves too.");
        }
    }
    code.note("The plugin `jwt` has no option for the clock leeway.");
    code.note(
        "The plugin `jwt` refuses a token without a claim that it verifies. So it verifies `exp`, and `nbf` only where you demand that claim.",
    );
    if expected.issuers.is_empty() {
        code.note("Kong finds the key by the issuer: fill in `<issuer>`.");
    }
    if expected.algorithms.len() > 1 {
        code.note("A credential of Kong has one algorithm: the first of yours stands here.");
    }
    let unknown: Vec<&str> =
        expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name)).collect();
    if !unknown.is_empty() {
        code.note(format!("The plugin `jwt` does not have {}.", names_of(unknown)));
    }
    if !expected.audiences.is_empty() || !expected.scopes.is_empty() {
        code.note(
            "The plugin `jwt` does not check `aud` or scopes: the plugin `openid-connect` of Kong Enterprise does.",
        );
    }
    let by_option = |name: &str| matches!(name, "exp" | "nbf" | "iss");
    let claims = expected.claims.iter().filter(|demand| demand.value.is_some() || !by_option(&demand.name));
    unchecked(expected, claims.map(|demand| demand.name.as_str()).collect(), code);
}

fn unchecked(expected: &Expectations, claims: Vec<&str>, code: &mut CodeWriter) {
    if !expected.types.is_empty() {
        code.note("Kong does not check `typ`: your service has to.");
    }
    if !claims.is_empty() {
        code.note(format!("Kong has no option here for {}: your service has to check that.", names_of(claims)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/kong.txt"]);
    }
}
