//! What is known of every token: the client in the place of the audience, types, keys.

use inspect::jose::{self, algorithms::CheckedWith};

use super::{HintInput, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    match input.kind {
        ExpectationKind::Audience => audience(input),
        ExpectationKind::Type => media_type(input),
        ExpectationKind::Algorithm => algorithm(input),
        _ => None,
    }
}

fn audience(input: &HintInput) -> Option<String> {
    let name = input.claim_of_client()?;
    Some(match input.said {
        Some(said) => {
            format!("You expect the client. Expect the API, {}, or check `{name}` as a claim of its own.", shown(said))
        }
        None => format!("You expect the client: check `{name}` as a claim of its own."),
    })
}

fn media_type(input: &HintInput) -> Option<String> {
    let said = input.said.unwrap_or_default();
    let expects = |name: &str| input.expects(|typ| is_type(typ, name));
    if expects("at+jwt") && input.is_id_token() {
        return Some("This is an ID token. Send the access token.".to_owned());
    }
    if expects("at+jwt") && (said.is_empty() || is_type(said, "JWT")) {
        return Some(
            "Many issuers do not give access tokens the type of RFC 9068. If yours is one of them, expect no type, and tell ID \
             tokens apart by another claim."
                .to_owned(),
        );
    }
    if expects("JWT") && is_type(said, "at+jwt") {
        return Some("This is an access token by RFC 9068: expect `at+jwt`.".to_owned());
    }
    if expects("dc+sd-jwt") && is_type(said, "vc+sd-jwt") {
        return Some(
            "The draft of SD-JWT VC had `vc+sd-jwt` until November 2024, and has `dc+sd-jwt` since then. In the issuer, write \
             that, or expect `vc+sd-jwt` too."
                .to_owned(),
        );
    }
    if expects("vc+sd-jwt") && is_type(said, "dc+sd-jwt") {
        return Some(
            "The draft of SD-JWT VC has `dc+sd-jwt` in the place of `vc+sd-jwt` since November 2024: expect that."
                .to_owned(),
        );
    }
    (expects("JWT") && said.is_empty()).then(|| "`typ` is optional (RFC 7519 section 5.1): expect no type.".to_owned())
}

fn is_type(one: &str, other: &str) -> bool {
    one.strip_prefix("application/").unwrap_or(one).eq_ignore_ascii_case(other)
}

fn algorithm(input: &HintInput) -> Option<String> {
    let said = input.said?;
    let edwards = ["EdDSA", "Ed25519", "Ed448"];
    if edwards.contains(&said)
        && input.expects(|name| (name == "EdDSA") != (said == "EdDSA") && edwards.contains(&name))
    {
        return Some(format!("Expect {} too.", shown(said)));
    }
    let all = |way: CheckedWith| input.expected.iter().all(|name| checked_with(name) == Some(way));
    match checked_with(said)? {
        CheckedWith::PublicKey if all(CheckedWith::SharedSecret) => {
            Some(format!("Expect {}, and give the library the public key of the issuer, not a secret.", shown(said)))
        }
        CheckedWith::SharedSecret if all(CheckedWith::PublicKey) => Some(format!(
            "In the issuer, sign with {}, or expect {} alone and check with the secret.",
            input.first_expected()?,
            shown(said)
        )),
        _ => None,
    }
}

fn checked_with(name: &str) -> Option<CheckedWith> {
    Some(jose::algorithm(name)?.checked_with)
}
