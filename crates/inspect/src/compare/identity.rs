//! Whether the two speak of one user, one sign-in and one client.

use super::said::{claim, each, lacks};
use super::sets::quoted;
use super::value::is_same_number;
use super::{ComparedTopic, Likeness, NamedSide};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;
use decode::json::JsonKind;

/// Claims that name the sign-in, the most telling first: OpenID Connect Front-Channel Logout section 3, Keycloak,
/// Amazon Cognito.
const SESSIONS: [&str; 3] = ["sid", "session_state", "origin_jti"];
/// RFC 9068 section 2.2, OpenID Connect Core section 2, Entra, Okta.
const CLIENTS: [&str; 4] = ["azp", "client_id", "appid", "cid"];

pub(super) fn topics(one: NamedSide, other: NamedSide) -> Vec<ComparedTopic> {
    let [a, b] = [one, other].map(SideClaims);
    let user = user(&a, &b);
    let is_one_user = user.as_ref().is_some_and(|user| user.outcome == Likeness::Same);
    let mut topics = Vec::new();
    topics.extend(issuer(&a, &b));
    topics.extend(user);
    topics.extend(session(&a, &b, is_one_user));
    topics.extend(client(&a, &b));
    topics
}

struct SideClaims<'a>(NamedSide<'a>);

impl<'a> SideClaims<'a> {
    fn text(&self, name: &str) -> Option<&'a str> {
        claim(self.0.token, name)
    }

    /// The client of an ID token is whom it is for.
    fn client(&self) -> Option<&'a str> {
        let is_id_token = self.0.description.profile.kind == TokenKind::OidcIdToken;
        let audience = || self.text("aud").filter(|_| is_id_token);
        CLIENTS.iter().find_map(|name| self.text(name)).or_else(audience)
    }

    /// Entra: the directory, where the issuer's address names the same one.
    fn directory(&self) -> Option<&'a str> {
        let tid = self.text("tid")?;
        self.text("iss")?.split('/').any(|piece| piece == tid).then_some(tid)
    }

    fn is_entra(&self) -> bool {
        self.0.description.profile.known_issuer().is_some_and(KnownIssuer::is_entra)
    }
}

/// What both say under a name.
fn both<'a>(a: &SideClaims<'a>, b: &SideClaims<'a>, name: &str) -> Option<(&'a str, &'a str)> {
    Some((a.text(name)?, b.text(name)?))
}

/// None if one of them lacks the claim.
fn is_alike(a: &SideClaims, b: &SideClaims, name: &str) -> Option<bool> {
    both(a, b, name).map(|(one, other)| one == other)
}

/// Entra issues tokens of one directory under several addresses.
fn has_one_issuer(a: &SideClaims, b: &SideClaims) -> bool {
    is_alike(a, b, "iss") == Some(true)
        || a.is_entra() && b.is_entra() && a.directory().is_some() && a.directory() == b.directory()
}

/// The topic if at most one of the claims can be read.
fn only_one(topic: &'static str, a: &SideClaims, b: &SideClaims, name: &str, says: &str) -> Option<ComparedTopic> {
    let (with, without) = match (a.text(name), b.text(name)) {
        (Some(_), None) => (a, b),
        (None, Some(_)) => (b, a),
        _ => return None,
    };
    let readable = format!(" has a readable `{name}`.");
    let says = if lacks(without.0, name) { says } else { &readable };
    Some(ComparedTopic::new(topic, Likeness::Unknown, format!("Only {}{says}", with.0.name.noun())))
}

fn issuer(a: &SideClaims, b: &SideClaims) -> Option<ComparedTopic> {
    let name = "Issuer";
    let Some((one, other)) = both(a, b, "iss") else {
        return only_one(name, a, b, "iss", " says who issued it.");
    };
    Some(match one == other {
        true => ComparedTopic::new(name, Likeness::Same, format!("Both name the issuer {}.", quoted(one))),
        false => {
            let says = each(a.0.name, &quoted(one), b.0.name, &quoted(other));
            ComparedTopic::new(name, Likeness::Different, says)
        }
    })
}

fn user(a: &SideClaims, b: &SideClaims) -> Option<ComparedTopic> {
    fn topic(outcome: Likeness, message: impl Into<String>) -> Option<ComparedTopic> {
        Some(ComparedTopic::new("User", outcome, message))
    }
    let issuer = is_alike(a, b, "iss");
    // Entra: `sub` is another one for each application, `oid` the same for all in one directory.
    if let (Some(one), Some(other), Some(is_one_object)) = (a.directory(), b.directory(), is_alike(a, b, "oid"))
        && (issuer == Some(true) || a.is_entra() && b.is_entra())
    {
        return match (one == other, is_one_object) {
            (true, true) => topic(Likeness::Same, "Both are about the same user or app: `tid` and `oid` are the same."),
            (true, false) => topic(Likeness::Different, "They are about different accounts: `oid` differs."),
            _ => topic(Likeness::Different, "They are about different accounts: the directory, `tid`, differs."),
        };
    }
    let Some(is_one_subject) = is_alike(a, b, "sub") else {
        return only_one("User", a, b, "sub", " has a subject, `sub`.");
    };
    let says = match (is_one_subject, issuer) {
        (true, Some(true)) => {
            return topic(Likeness::Same, "Both are about the same user or app: `iss` and `sub` are the same.");
        }
        // RFC 7519 section 4.1.2: unique at its issuer, or else everywhere.
        (true, Some(false)) => {
            "Both have the same `sub`, but not the same issuer: a `sub` has a meaning only within \
            its issuer."
        }
        (false, Some(false)) => "Issuer and `sub` differ: the user may still be the same.",
        (_, None) => {
            let sub = if is_one_subject { "Both have the same `sub`" } else { "`sub` differs" };
            let is_silent = lacks(a.0, "iss") && lacks(b.0, "iss");
            let why = if is_silent { "neither says who issued it." } else { "their issuers cannot be compared." };
            return topic(Likeness::Unknown, format!("{sub}, but {why}"));
        }
        // OpenID Connect Core section 8.
        (false, Some(true)) => {
            let client = match (a.client(), b.client()) {
                (Some(one), Some(other)) if one == other => {
                    return topic(Likeness::Different, "They are about different users or apps: `sub` differs.");
                }
                (Some(_), Some(_)) => "and so does the client",
                _ => "but they do not both name a client",
            };
            let why = ": some issuers call one user by another name for each client.";
            return topic(Likeness::Unknown, format!("`sub` differs, {client}{why}"));
        }
    };
    topic(Likeness::Unknown, says)
}

fn session(a: &SideClaims, b: &SideClaims, is_one_user: bool) -> Option<ComparedTopic> {
    fn topic(outcome: Likeness, message: impl Into<String>) -> Option<ComparedTopic> {
        Some(ComparedTopic::new("Session", outcome, message))
    }
    if let Some((claim, is_same)) = SESSIONS.iter().find_map(|name| Some((*name, is_alike(a, b, name)?))) {
        // OpenID Connect Front-Channel Logout section 3: unique at one issuer.
        return match (is_same, has_one_issuer(a, b)) {
            (true, true) => topic(Likeness::Same, format!("Both name the same sign-in: `{claim}` is the same.")),
            (false, true) => topic(Likeness::Different, format!("They name different sessions: `{claim}` differs.")),
            (_, false) => {
                let is = if is_same { "` is the same" } else { "` differs" };
                topic(Likeness::Unknown, format!("`{claim}{is}, but they are not known to be of one issuer."))
            }
        };
    }
    let time = |claims: &SideClaims| {
        let payload = claims.0.token.payload()?;
        let value = payload.value()?.member("auth_time").filter(|value| value.kind == JsonKind::Number)?;
        // Some write 0 where they do not know.
        Some(payload.source(value.span).into_owned()).filter(|number| !is_same_number(number, "0"))
    };
    let (one, other) = (time(a)?, time(b)?);
    // Two users can sign in within the same second.
    match (is_one_user, is_same_number(&one, &other)) {
        (false, _) => None,
        (_, true) => topic(Likeness::Same, "Both name a sign-in at the same second, `auth_time`: likely the same one."),
        _ => topic(Likeness::Different, "They name sign-ins at different times: `auth_time`."),
    }
}

fn client(a: &SideClaims, b: &SideClaims) -> Option<ComparedTopic> {
    let (one, other) = (a.client()?, b.client()?);
    let quoted_one = quoted(one);
    Some(match one == other {
        true if is_alike(a, b, "iss") == Some(false) && !has_one_issuer(a, b) => ComparedTopic::new(
            "Client",
            Likeness::Unknown,
            format!(
                "Both name the client {quoted_one}, but different issuers: a client ID is unique only within its \
                 issuer."
            ),
        ),
        true => ComparedTopic::new("Client", Likeness::Same, format!("Both name the client {quoted_one}.")),
        false => {
            let says = each(a.0.name, &quoted_one, b.0.name, &quoted(other));
            ComparedTopic::new("Client", Likeness::Different, says)
        }
    })
}
