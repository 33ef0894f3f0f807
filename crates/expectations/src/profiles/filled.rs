//! What a profile takes from a token: values of the form that its issuer's documentation gives, and forms to fill in.

use decode::Token;
use inspect::jose::issuers::KnownIssuer;
use inspect::recognise;

use crate::said;
use crate::{ClaimDemand, Expectations, ExpectedValue};

/// By how many seconds the clocks may differ, to begin with.
pub(super) const LEEWAY: u32 = 60;

/// Signature algorithms of RFC 7518 section 3, RFC 8037 and RFC 9864.
pub(super) const SIGNATURES: &[&str] = &[
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519", "Ed448",
    "HS256", "HS384", "HS512",
];

/// Those of them that are checked with a public key.
pub(super) const WITH_PUBLIC_KEY: &[&str] =
    &["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519", "Ed448"];

/// A form with more slashes would not help the reader.
const MOST_SEGMENTS: usize = 8;

/// What every profile expects: a signature of a public key, and clocks that differ by a minute at most.
pub(super) fn signed(issuers: Vec<String>, audiences: Vec<String>, algorithm: &str) -> Expectations {
    Expectations {
        issuers,
        audiences,
        algorithms: vec![algorithm.to_owned()],
        leeway: LEEWAY,
        signature: true,
        ..Expectations::default()
    }
}

/// The token's own algorithm where the documentation allows it, or the first that it allows. One key has one algorithm:
/// RFC 8725 section 3.1.
pub(super) fn algorithm<'t>(token: &'t Token, allowed: &[&'t str]) -> &'t str {
    let first = allowed.first().copied().unwrap_or_default();
    said::header_text(token, "alg").filter(|alg| allowed.contains(alg)).unwrap_or(first)
}

/// The token's issuer where it has the form of this one, or else the form.
pub(super) fn issuer(token: &Token, known: &[KnownIssuer], form: &str) -> String {
    let is_known = recognise::profile(token).known_issuer().is_some_and(|issuer| known.contains(&issuer));
    said::text_claim(token, "iss").filter(|_| is_known).unwrap_or(form).to_owned()
}

/// The reader's own audience, which the token does not tell and whose form the issuer leaves open: a form with as many
/// slashes as the token's has.
pub(super) fn open_audience(token: &Token, name: &str) -> Vec<String> {
    let said = said::audiences(token).first().copied().unwrap_or_default();
    let (scheme, rest) = match said.split_once("://") {
        Some((scheme, rest)) if scheme.chars().all(|character| character.is_ascii_alphanumeric()) => {
            (format!("{scheme}://"), rest)
        }
        _ => (String::new(), said),
    };
    if rest.split('/').nth(MOST_SEGMENTS).is_some() {
        return vec![format!("<{name}>")];
    }
    let mut segments = rest.split('/');
    segments.next();
    let path = segments.map(|segment| if segment.is_empty() { "/" } else { "/<path>" });
    vec![format!("{scheme}<{name}>{}", path.collect::<String>())]
}

/// A claim that must be there, whatever it says.
pub(super) fn required(name: &str) -> ClaimDemand {
    ClaimDemand { name: name.to_owned(), value: None }
}

pub(super) fn with_text(name: &str, text: impl Into<String>) -> ClaimDemand {
    ClaimDemand { name: name.to_owned(), value: Some(ExpectedValue::Text(text.into())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_with;

    #[test]
    fn a_form_of_an_audience_fits_the_audience() {
        for (said, form) in [
            ("", "<API>"),
            ("orders", "<API>"),
            ("api://default", "api://<API>"),
            ("https://api.example.com", "https://<API>"),
            ("https://api.example.com/", "https://<API>/"),
            ("https://api.example.com/v1/orders", "https://<API>/<path>/<path>"),
            ("a/b", "<API>/<path>"),
            ("a b://c", "<API>//<path>"),
            ("a/b/c/d/e/f/g/h/i", "<API>"),
        ] {
            assert_eq!(open_audience(&token_with(&format!(r#"{{"aud":"{said}"}}"#)), "API"), [form], "{said}");
        }
    }
}
