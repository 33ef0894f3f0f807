//! Whom a token names, in a few words each: for lists of many tokens.

use decode::Token;

use super::{LONGEST_ISSUER, PERSON, QuotableClaims, names_people};
use crate::display;
use crate::recognise::{Certainty, Profile};

/// As the sentences of the [summary](super::summary) name them, but not in quotes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The person where the token names one, or else its `sub`.
    pub subject: Option<String>,
    /// The name of a well-known issuer, or else the address in `iss`.
    pub issuer: Option<String>,
}

pub fn named(token: &Token, profile: &Profile) -> Named {
    let claims = QuotableClaims { token };
    let short = |text: &str| display::capped(&display::shortened(text.trim()), LONGEST_ISSUER);
    let subject = claims.first(if names_people(profile.kind) { &PERSON } else { &["sub"] }, short);
    let stated = profile.issuer.as_ref().filter(|known| known.certainty == Certainty::Stated);
    let address = |text: &str| short(text.strip_prefix("https://").unwrap_or(text).trim_end_matches('/'));
    let issuer = stated.map(|known| known.issuer.name().to_owned()).or_else(|| claims.first(&["iss"], address));
    Named { subject, issuer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::profile;
    use test_tokens::{token_of, token_with};

    #[track_caller]
    fn check(token: &Token, subject: Option<&str>, issuer: Option<&str>) {
        let Named { subject: who, issuer: by } = named(token, &profile(token));
        assert_eq!((who.as_deref(), by.as_deref()), (subject, issuer));
    }

    #[test]
    fn names_people_before_identifiers() {
        check(
            &token_with(r#"{"iss":"https://login.example.com/","sub":"auth0|507f1f77bcf86cd799439020","exp":1}"#),
            Some("auth0|507f1f77…9020"),
            Some("login.example.com"),
        );
        check(
            &token_with(
                r#"{"iss":"https://accounts.google.com","aud":"c","sub":"1","name":"Grace Hopper","nonce":"n"}"#,
            ),
            Some("Grace Hopper"),
            Some("Google"),
        );
    }

    #[test]
    fn names_nobody_where_nobody_is_named() {
        check(&token_with(r#"{"exp":1}"#), None, None);
        check(&token_with(r#"{"sub":"","iss":7}"#), None, Some("7"));
        check(&token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA"), None, None);
    }
}
