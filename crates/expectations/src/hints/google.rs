//! Google: one issuer in two spellings.

use inspect::jose::issuers::KnownIssuer;

use super::HintInput;
use crate::ExpectationKind;

const SPELLINGS: [&str; 2] = ["accounts.google.com", "https://accounts.google.com"];

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let is_issuer = *input.kind == ExpectationKind::Issuer && input.issuer() == Some(KnownIssuer::Google);
    let is_spelling = SPELLINGS.contains(&input.said?) && input.expects(|text| SPELLINGS.contains(&text));
    (is_issuer && is_spelling)
        .then(|| "Expect both `accounts.google.com` and `https://accounts.google.com`.".to_owned())
}
