//! Statements on where the token belongs, what depends on the place, and how long it should last.

use super::{Asked, Said, Topic};
use crate::calendar;
use crate::jose::lifetimes::{AdvisedLifetime, DAY, Lifetime};
use crate::validity::Status;

/// Statements on a token that a browser holds: draft-ietf-oauth-browser-based-apps, on scripts, backends and storage.
const IN_BROWSER: [(&str, &str); 3] = [
    (
        "script-access",
        "A script that gets into the page (XSS) reads local storage and sends the token away. A cookie with `HttpOnly` \
         it cannot read, though it can send requests with it while the page is open.",
    ),
    (
        "cross-site-requests",
        "A browser adds cookies to requests by itself, even to some that other sites cause (CSRF): `SameSite` and a \
         check of `Origin` keep those out. A header is added by the app's own code alone.",
    ),
    (
        "backend-holds-it",
        "With a backend for the frontend (BFF) no token reaches the browser: the backend holds it, and the browser gets \
         a session cookie such as this.",
    ),
];

pub(super) fn statements(asked: &Asked, said: &mut Said) {
    said.say(Topic::Storage, "kept-where", "local-storage", &[asked.advice.kept]);
    if asked.advice.is_in_browser {
        for (id, text) in IN_BROWSER {
            said.say(Topic::Storage, id, "local-storage", &[text]);
        }
    }
    let lifetime = asked.times.lifetime();
    if let Lifetime::Advised(AdvisedLifetime { words, .. }) = asked.evaluation.description.profile.kind.facts().lifetime
    {
        let usual = format!("A healthy lifetime for this kind of token is {words}. ");
        let lasts = lifetime.map(calendar::duration);
        let pieces: &[&str] = match (&lasts, asked.evaluation.validity.status) {
            (Some(lasts), _) => &[&usual, "This one is made to last ", lasts, "."],
            (None, Status::NoExpiry) => &[&usual, "This one never ends."],
            (None, _) => &[&usual, "How long this one is made to last cannot be told from it."],
        };
        said.say(Topic::Lifetime, "healthy-lifetime", "lifetime", pieces);
    }
    let renewed = asked.advice.renewed;
    match lifetime.filter(|_| asked.advice.is_refreshed) {
        Some(lifetime @ ..=FIVE_MINUTES) => {
            let lasts = calendar::duration(lifetime);
            said.say(
                Topic::Lifetime,
                "renewal",
                "lifetime",
                &["At ", &lasts, " it is already as short as tokens that are refreshed."],
            );
        }
        Some(lifetime @ ..=DAY) => {
            let count = lifetime.div_ceil(FIVE_MINUTES).to_string();
            said.say(
                Topic::Lifetime,
                "renewal",
                "lifetime",
                &[renewed, " That makes ", &count, " tokens in the place of this one."],
            );
        }
        _ => said.say(Topic::Lifetime, "renewal", "lifetime", &[renewed]),
    }
}

const FIVE_MINUTES: u64 = 300;
