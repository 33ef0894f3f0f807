//! How long a token of each kind should last.

use crate::profile;

const MINUTE: u64 = 60;
const HOUR: u64 = 3_600;
pub const DAY: u64 = 86_400;
const NEVER: u64 = u64::MAX;

/// Kinds, what they should last, and what is too long for a notice and for a warning, in seconds.
///
/// RFC 6750 section 5.3 asks for an hour at most, and issuers that give access tokens 75 minutes on average or 28
/// hours to clients that they can call off are counted as ordinary. Logout tokens: OpenID Connect Back-Channel Logout
/// 1.0 section 2.4. Request objects: Financial-grade API 1.0 part 2 section 5.2.2. The others are our own judgement.
pub const LIMITS: [(&str, &str, u64, u64); 8] = [
    ("oauth-access-token", "an hour at most", 90 * MINUTE, 30 * HOUR),
    ("oidc-id-token", "a day at most", DAY, 30 * DAY),
    ("oidc-logout-token", "two minutes at most", 2 * MINUTE, HOUR),
    ("client-assertion", "a few minutes", 5 * MINUTE, HOUR),
    ("jwt-bearer-grant", "an hour at most", HOUR, DAY),
    ("request-object", "an hour at most", HOUR, DAY),
    ("refresh-token", "some weeks", 90 * DAY, 366 * DAY),
    ("api-key", "a year at most", 366 * DAY, NEVER),
];

/// Kinds that are meant to last, or whose length other findings judge.
const LASTING: [&str; 9] = [
    "client-attestation",
    "client-secret",
    "entity-statement",
    "federation-response",
    "nats-credential",
    "researcher-passport",
    "service-account-token",
    "vapid-token",
    "verifier-attestation",
];

/// What a token of this kind should last, in words; None for those that are meant to last.
pub fn advised(kind: &str) -> Option<&'static str> {
    let limits = LIMITS.iter().find(|(id, ..)| *id == kind);
    let is_lasting = LASTING.contains(&kind) || limits.is_none() && !profile::expects_expiry(kind);
    (!is_lasting).then_some(limits.map_or("a day at most", |(_, advised, ..)| advised))
}
