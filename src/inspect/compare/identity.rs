//! Whether the two speak of one user, one sign-in and one client.

use super::sets::quoted;
use super::{Outcome, Side, Topic};
use crate::decode::Token;

/// Claims that name the sign-in, the most telling first: OpenID Connect Front-Channel Logout section 3, Keycloak,
/// Amazon Cognito.
const SESSIONS: [&str; 3] = ["sid", "session_state", "origin_jti"];
/// RFC 9068 section 2.2, OpenID Connect Core section 2, Entra, Okta.
const CLIENTS: [&str; 4] = ["azp", "client_id", "appid", "cid"];

pub(super) fn topics(one: Side, other: Side) -> Vec<Topic> {
    let [a, b] = [one, other].map(Claims::of);
    let mut topics = Vec::new();
    topics.extend(issuer(&a, &b));
    topics.extend(user(&a, &b));
    topics.extend(session(&a, &b));
    topics.extend(client(&a, &b));
    topics
}

struct Claims<'a> {
    token: &'a Token,
    is_id_token: bool,
}

impl<'a> Claims<'a> {
    fn of(side: Side<'a>) -> Self {
        Self { token: side.token, is_id_token: side.description.profile.id == "oidc-id-token" }
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        claim(self.token, name)
    }

    /// The client of an ID token is whom it is for.
    fn client(&self) -> Option<&'a str> {
        let audience = || self.text("aud").filter(|_| self.is_id_token);
        CLIENTS.iter().find_map(|name| self.text(name)).or_else(audience)
    }
}

/// A claim that is text.
pub(super) fn claim<'t>(token: &'t Token, name: &str) -> Option<&'t str> {
    token.payload()?.value()?.member(name)?.as_str().filter(|text| !text.is_empty())
}

fn issuer(a: &Claims, b: &Claims) -> Option<Topic> {
    let name = "Issuer";
    Some(match (a.text("iss"), b.text("iss")) {
        (Some(one), Some(other)) if one == other => {
            Topic::new(name, Outcome::Same, &["Both say they were issued by ", &quoted(one), "."])
        }
        (Some(one), Some(other)) => {
            let says = ["They say they were issued by ", &quoted(one), " and by ", &quoted(other), "."];
            Topic::new(name, Outcome::Different, &says)
        }
        (Some(_), None) => Topic::new(name, Outcome::Unknown, &["Only this token says who issued it."]),
        (None, Some(_)) => Topic::new(name, Outcome::Unknown, &["Only the other says who issued it."]),
        (None, None) => return None,
    })
}

fn user(a: &Claims, b: &Claims) -> Option<Topic> {
    let name = "User";
    let both = |claim: &str| Some((a.text(claim)?, b.text(claim)?));
    // Entra: `sub` is another one for each application, `oid` the same for all in one directory.
    if let (Some(tenants), Some(objects)) = (both("tid"), both("oid")) {
        return Some(if tenants.0 == tenants.1 && objects.0 == objects.1 {
            Topic::new(name, Outcome::Same, &["Both speak of the same user or app: `tid` and `oid` are the same."])
        } else {
            let differs = if tenants.0 == tenants.1 { "`oid` differs" } else { "the directory, `tid`, differs" };
            Topic::new(name, Outcome::Different, &["They speak of different accounts: ", differs, "."])
        });
    }
    let Some((one, other)) = both("sub") else {
        return match (a.text("sub"), b.text("sub")) {
            (Some(_), None) => Some(Topic::new(name, Outcome::Unknown, &["Only this token has a subject, `sub`."])),
            (None, Some(_)) => Some(Topic::new(name, Outcome::Unknown, &["Only the other has a subject, `sub`."])),
            _ => None,
        };
    };
    let has_same_issuer = a.text("iss") == b.text("iss");
    Some(match (one == other, has_same_issuer) {
        (true, true) if a.text("iss").is_some() => {
            Topic::new(name, Outcome::Same, &["Both speak of the same user: `iss` and `sub` are the same."])
        }
        (true, true) => {
            Topic::new(name, Outcome::Unknown, &["Both have the same `sub`, but neither says who issued it."])
        }
        // RFC 7519 section 4.1.2: unique at its issuer, or else everywhere.
        (true, false) => Topic::new(
            name,
            Outcome::Unknown,
            &["Both have the same `sub`, but not the same issuer, who alone gives it a meaning."],
        ),
        (false, true) if a.client() == b.client() => {
            Topic::new(name, Outcome::Different, &["They speak of different users: `sub` differs."])
        }
        // OpenID Connect Core section 8.
        (false, true) => Topic::new(
            name,
            Outcome::Unknown,
            &["`sub` differs, and so does the client: some issuers call one user by another name for each client."],
        ),
        (false, false) => Topic::new(name, Outcome::Unknown, &["Issuer and `sub` differ: the user may still be one."]),
    })
}

fn session(a: &Claims, b: &Claims) -> Option<Topic> {
    let name = "Session";
    let both = |claim: &str| Some((a.text(claim)?, b.text(claim)?));
    for claim in SESSIONS {
        if let Some((one, other)) = both(claim) {
            return Some(match one == other {
                true => Topic::new(name, Outcome::Same, &["Both name the same sign-in: `", claim, "` is the same."]),
                false => {
                    Topic::new(name, Outcome::Different, &["They name different sign-ins: `", claim, "` differs."])
                }
            });
        }
    }
    let time = |claims: &Claims| {
        let payload = claims.token.payload()?;
        Some(payload.source(payload.value()?.member("auth_time")?.span).into_owned())
    };
    // One second says little of two users.
    if a.text("sub") != b.text("sub") {
        return None;
    }
    match (time(a)?, time(b)?) {
        (one, other) if one == other => Some(Topic::new(
            name,
            Outcome::Same,
            &["Both tell of a sign-in at the same second, `auth_time`: likely the same one."],
        )),
        _ => Some(Topic::new(name, Outcome::Different, &["They tell of sign-ins at different times: `auth_time`."])),
    }
}

fn client(a: &Claims, b: &Claims) -> Option<Topic> {
    let (one, other) = (a.client()?, b.client()?);
    Some(match one == other {
        true => Topic::new("Client", Outcome::Same, &["Both say they were given to ", &quoted(one), "."]),
        false => {
            let says = ["They say they were given to ", &quoted(one), " and to ", &quoted(other), "."];
            Topic::new("Client", Outcome::Different, &says)
        }
    })
}
