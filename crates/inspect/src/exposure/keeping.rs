//! Statements on where the token belongs, what depends on the place, and how long it should last.

use super::{LeakedToken, Statements, Topic};
use crate::jose::lifetimes::{AdvisedLifetime, DAY, Lifetime, RuleSource};
use crate::time::instants;
use guide::Question;

/// Statements on a token that a browser holds: RFC 10017, on scripts, backends and storage.
const IN_BROWSER: [(&str, &str); 3] = [
    (
        "script-access",
        "A script that gets into the page (XSS) reads local storage and sends the token away. It cannot read a \
         cookie with `HttpOnly`, but it can send requests with that cookie while the page is open.",
    ),
    (
        "cross-site-requests",
        "Browsers add cookies to requests by themselves, even to some that other sites cause (CSRF): `SameSite` and a \
         check of `Origin` prevent that. A header is added only by the app's own code.",
    ),
    (
        "backend-holds-it",
        "With a backend for the frontend (BFF) no token reaches the browser: the backend holds it, and the browser \
         gets a session cookie such as this.",
    ),
];

pub(super) fn statements(leaked: &LeakedToken, statements: &mut Statements) {
    statements.add(Topic::Storage, "kept-where", Question::LocalStorage, leaked.advice.kept);
    if leaked.advice.is_in_browser {
        for (id, text) in IN_BROWSER {
            statements.add(Topic::Storage, id, Question::LocalStorage, text);
        }
    }
    let lifetime = leaked.evaluation.validity.lifetime();
    if let Lifetime::Advised(AdvisedLifetime { words, source, .. }) =
        leaked.evaluation.description.profile.kind.facts().lifetime
    {
        let made_to_last = match lifetime.map(instants::duration) {
            Some(lasts) => format!("This one is valid for {lasts}."),
            None if leaked.is_endless => "This one has no expiry time.".to_owned(),
            None => "The lifetime of this one is unknown.".to_owned(),
        };
        let advised = match source {
            RuleSource::Document(document) => format!("{document} asks for {words} for this kind of token."),
            RuleSource::OwnJudgement => format!("No limit is known for this kind of token; our advice is {words}."),
        };
        let text = format!("{advised} {made_to_last}");
        statements.add(Topic::Lifetime, "healthy-lifetime", Question::Lifetime, text);
    }
    let renewed = leaked.advice.renewed;
    let text = match lifetime.filter(|_| leaked.advice.is_refreshed) {
        Some(lifetime @ ..=FIVE_MINUTES) => {
            format!("It lasts {}, as short as tokens that are refreshed.", instants::duration(lifetime))
        }
        Some(lifetime @ ..=DAY) => {
            format!("{renewed} That takes {} tokens instead of this one.", lifetime.div_ceil(FIVE_MINUTES))
        }
        _ => renewed.to_owned(),
    };
    statements.add(Topic::Lifetime, "renewal", Question::Lifetime, text);
}

/// In seconds.
const FIVE_MINUTES: u64 = 300;
