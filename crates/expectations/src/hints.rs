//! What to change where the reason for a difference is known: one file for an issuer or a family, the general last.

mod auth0;
mod cognito;
mod encrypted;
mod entra;
mod firebase;
mod general;
mod github_actions;
mod google;
mod keycloak;
mod kubernetes;
mod look_alikes;
mod okta;
mod scopes;
mod spelling;
mod supabase;
mod times;
mod token_kinds;

#[cfg(test)]
mod tests;

use decode::Token;
use inspect::display::{quoted, shortened};
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise::Profile;

pub(crate) use encrypted::fix_of_encrypted;

use crate::{ExpectationKind, said};

/// What is known of a line that is not met.
#[derive(Debug)]
pub(crate) struct HintInput<'a> {
    pub token: &'a Token,
    pub profile: &'a Profile,
    pub kind: &'a ExpectationKind,
    /// What is expected, one of these.
    pub expected: &'a [String],
    /// What the token says, as it stands there; the first element of an array. None where it says nothing.
    pub said: Option<&'a str>,
    /// In seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
}

/// A full sentence or two, or None where the reason for the difference is not known.
type HintFunction = fn(&HintInput) -> Option<String>;

/// In the order in which they are asked. What is known of an issuer goes before what is known of every token, but for an
/// audience that is only spelled in another way, and for what only looks the same.
const HINTS: [HintFunction; 17] = [
    look_alikes::hint,
    spelling::of_audience,
    auth0::hint,
    cognito::hint,
    entra::hint,
    firebase::hint,
    github_actions::hint,
    google::hint,
    keycloak::hint,
    kubernetes::hint,
    okta::hint,
    supabase::hint,
    spelling::hint,
    token_kinds::hint,
    scopes::hint,
    general::hint,
    times::hint,
];

/// What to change, in a full sentence or two.
pub(crate) fn fix(input: &HintInput) -> Option<String> {
    let is_malformed = |name: &str| input.said.is_none() && said::claim(input.token, name).is_some();
    match input.kind {
        ExpectationKind::Audience if is_malformed("aud") => return None,
        ExpectationKind::Issuer if is_malformed("iss") => return None,
        _ => {}
    }
    HINTS.iter().find_map(|hint| hint(input))
}

impl<'a> HintInput<'a> {
    fn issuer(&self) -> Option<KnownIssuer> {
        self.profile.known_issuer()
    }

    fn is_id_token(&self) -> bool {
        self.profile.kind == TokenKind::OidcIdToken
    }

    /// An ID token beside which its issuer gives an access token that an API can check. Those of Apple and Google are for
    /// themselves, and Firebase's ID tokens are made for the app's own servers.
    fn is_id_token_beside_access_token(&self) -> bool {
        let has_none = [KnownIssuer::Apple, KnownIssuer::Firebase, KnownIssuer::FirebaseEmulator, KnownIssuer::Google];
        self.is_id_token() && !self.issuer().is_some_and(|issuer| has_none.contains(&issuer))
    }

    /// The token has nothing by the name of the claim that is expected.
    fn is_missing(&self, name: &str) -> bool {
        said::claim(self.token, name).is_none()
    }

    fn claim(&self, name: &str) -> Option<&'a str> {
        said::text_claim(self.token, name)
    }

    fn expects(&self, condition: impl Fn(&str) -> bool) -> bool {
        self.expected.iter().any(|text| condition(text))
    }

    /// The claim that has what is expected, where that claim names the client that got the token.
    fn claim_of_client(&self) -> Option<&'static str> {
        let is_expected = |name: &&str| self.claim(name).is_some_and(|client| self.expects(|text| text == client));
        OF_CLIENT.into_iter().find(is_expected)
    }

    /// The first of what is expected, in quotes. None where the reader still has to fill something in.
    fn first_expected(&self) -> Option<String> {
        self.expected.first().filter(|text| !text.contains('<')).map(|text| shown(text))
    }
}

/// Claims that name the client that got the token.
const OF_CLIENT: [&str; 4] = ["azp", "client_id", "appid", "cid"];

/// The most characters of a text in a hint.
const SHOWN: usize = 100;

fn shown(text: &str) -> String {
    quoted(text, SHOWN)
}

/// For sentences in which the text is only recognised, not copied.
fn shown_short(text: &str) -> String {
    quoted(&shortened(text), SHOWN)
}

/// Without the slash at its end.
fn bare(text: &str) -> &str {
    text.strip_suffix('/').unwrap_or(text)
}

/// The host of an address, and what stands after it.
fn host_and_path(address: &str) -> Option<(&str, &str)> {
    let (_, rest) = address.split_once("://")?;
    Some(rest.split_at(rest.find('/').unwrap_or(rest.len())))
}
