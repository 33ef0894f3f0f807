//! Statements on where the token belongs, what depends on the place, and how long it should last.

use super::{LeakedToken, Statements, Topic};
use crate::jose::lifetimes::{AdvisedLifetime, DAY, Lifetime};
use crate::time::instants;
use guide::Question;

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

pub(super) fn statements(leaked: &LeakedToken, statements: &mut Statements) {
    statements.add(Topic::Storage, "kept-where", Question::LocalStorage, leaked.advice.kept);
    if leaked.advice.is_in_browser {
        for (id, text) in IN_BROWSER {
            statements.add(Topic::Storage, id, Question::LocalStorage, text);
        }
    }
    let lifetime = leaked.times.lifetime();
    if let Lifetime::Advised(AdvisedLifetime { words, .. }) =
        leaked.evaluation.description.profile.kind.facts().lifetime
    {
        let made_to_last = match lifetime.map(instants::duration) {
            Some(lasts) => format!("This one is made to last {lasts}."),
            None if leaked.is_endless => "This one never ends.".to_owned(),
            None => "How long this one is made to last cannot be told from it.".to_owned(),
        };
        let text = format!("A healthy lifetime for this kind of token is {words}. {made_to_last}");
        statements.add(Topic::Lifetime, "healthy-lifetime", Question::Lifetime, text);
    }
    let renewed = leaked.advice.renewed;
    let text = match lifetime.filter(|_| leaked.advice.is_refreshed) {
        Some(lifetime @ ..=FIVE_MINUTES) => {
            format!("At {} it is already as short as tokens that are refreshed.", instants::duration(lifetime))
        }
        Some(lifetime @ ..=DAY) => {
            format!("{renewed} That makes {} tokens in the place of this one.", lifetime.div_ceil(FIVE_MINUTES))
        }
        _ => renewed.to_owned(),
    };
    statements.add(Topic::Lifetime, "renewal", Question::Lifetime, text);
}

/// In seconds.
const FIVE_MINUTES: u64 = 300;
