//! Where tokens of each kind belong, how they are stopped, and how they are renewed.

use super::claims::Claims;
use crate::profile::Profile;
use decode::json::Value;

/// For kinds that are alike in this.
pub(super) struct Advice {
    /// With spaces between; or issuers, which go before kinds.
    kinds: &'static str,
    pub(super) is_in_browser: bool,
    /// It can be cut into shorter ones with a refresh token or a session behind them.
    pub(super) is_refreshed: bool,
    pub(super) stop: Stop,
    pub(super) kept: &'static str,
    pub(super) renewed: &'static str,
}

/// Who could refuse a copy before it expires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Every server that accepts it, from a list.
    DenyList,
    /// Its issuer, who alone sees it.
    Issuer,
    /// The one server that it goes to, by the key that signs it.
    Key,
    /// A server that looks whether something that the token names is still there.
    Object(&'static str),
    /// Whoever accepts it, once it was used.
    Use,
}

/// A kind that has no advice: nobody should accept it.
pub(super) const UNSECURED: &str = "unsecured-jwt";

/// The cookie that draft-ietf-oauth-browser-based-apps asks of a backend. `__Host-` makes browsers insist on `Secure`
/// and `Path=/`, and refuse a `Domain`: RFC 6265bis section 4.1.3.2.
pub(super) const HEADER_LINE: &str =
    "Set-Cookie: __Host-session=RANDOM_SESSION_ID; Path=/; Secure; HttpOnly; SameSite=Strict";

/// An issuer whose tokens are published by design, so that they cannot leak.
const PUBLIC: &str = "supabase-anon";

pub(super) fn of(profile: &Profile, claims: &Claims) -> Option<&'static Advice> {
    let named = |id: &str| ADVICE.iter().find(|advice| advice.kinds.split(' ').any(|of| of == id));
    let issuer = profile.issuer_id();
    match profile.id {
        _ if issuer == PUBLIC => None,
        "jwt" if !is_of_session(claims) => Some(&ANY),
        kind => named(issuer).or_else(|| named(kind)),
    }
}

/// Whether it tells for a while who somebody is. Of tokens that a caller signs for itself `iss` begins with `sub`.
fn is_of_session(claims: &Claims) -> bool {
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    let is_own = text("sub").zip(text("iss")).is_some_and(|(sub, iss)| iss.starts_with(sub));
    let has = |name: &str| claims.get(name).is_some();
    has("exp") && ["sub", "user_id", "userId", "uid"].into_iter().any(has) && !is_own
}

const OF_WORKLOAD: &str = "Keep it in a file or secret store that this workload alone can read: not in an image, a \
    repository, a log or a browser.";
const BY_PLATFORM: &str = "Platforms put a fresh one in its place before the old one expires: read it again for each use \
    instead of once at the start.";

/// For claims of which nothing shows what they are for.
const ANY: Advice = Advice {
    kinds: "jwt",
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: "On a server it belongs in memory or a secret store, and in no log. If a browser holds it, it belongs in a \
        cookie that no script can read, never in local storage.",
    renewed: "If its sender signs it, a new one for each use costs nothing but a signature. If another issued it, a \
        refresh token or a session behind it allows a short one.",
};

const ADVICE: [Advice; 12] = [
    Advice {
        kinds: "oauth-access-token access-token",
        is_in_browser: true,
        is_refreshed: true,
        stop: Stop::DenyList,
        kept: "An access token is for its API alone. Keep it on the app's server; where there is none, in the page's \
            memory. Never in local storage.",
        renewed: "Refreshing would look like this: access tokens of 5 minutes, and a refresh token that its issuer \
            replaces at each use and can refuse at once.",
    },
    Advice {
        kinds: "oidc-id-token",
        is_in_browser: true,
        is_refreshed: false,
        stop: Stop::DenyList,
        kept: "An ID token tells an app once who signed in. Read it, begin a session of the app's own, and keep no \
            copy in the browser: never in local storage, and never as the key to an API.",
        renewed: "It need not be refreshed: the app's own session lasts as long as the app decides, and ends when its \
            row is deleted.",
    },
    Advice {
        kinds: "refresh-token",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::Issuer,
        kept: "A refresh token is worth more than the tokens it brings. Keep it on a server, encrypted; a page has no \
            good place for it, and local storage is the worst.",
        renewed: "Rotation limits a leak: each use brings a new one, and when an old one comes back, all that came \
            from it are refused (RFC 9700 section 4.14.2).",
    },
    Advice {
        kinds: "session-token",
        is_in_browser: true,
        is_refreshed: true,
        stop: Stop::DenyList,
        kept: "A session token belongs in a cookie that no script can read, never in local storage.",
        renewed: "Refreshing would look like this: tokens of 5 minutes, renewed while the user is there, from a \
            session that the server can end at once.",
    },
    Advice {
        kinds: "service-account-token workload-identity-token jwt-svid",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::DenyList,
        kept: OF_WORKLOAD,
        renewed: BY_PLATFORM,
    },
    // KEP-1205: Kubernetes looks for what the token is bound to at each review, as others do only if they ask it.
    Advice {
        kinds: "k8s-bound eks",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::Object("the pod or ServiceAccount"),
        kept: OF_WORKLOAD,
        renewed: BY_PLATFORM,
    },
    Advice {
        kinds: "k8s-legacy",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::Object("the Secret or ServiceAccount"),
        kept: OF_WORKLOAD,
        renewed: "Replace it by bound tokens, which Kubernetes gives to pods and on request, and which expire.",
    },
    Advice {
        kinds: "client-secret",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::Key,
        kept: "Keep it on the app's server, which sends it to one server alone. What ships with a page or an app is \
            published. What must be kept best is the key that signs it.",
        renewed: "Whoever has that key can sign the next one at any time: it need not last for months.",
    },
    Advice {
        kinds: "api-key",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::DenyList,
        kept: "Keep it in a secret store on a server. What ships with a page, an app or a repository is published.",
        renewed: "Replacing it would look like this: issue the next one, switch over while both work, then revoke \
            this one.",
    },
    Advice {
        kinds: "client-assertion jwt-bearer-grant self-signed-api-token identity-assertion-grant custom-token",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::Use,
        kept: "It is made for one use: send it and forget it. What must be kept well is the key that signs it.",
        renewed: "A new one for every use costs its sender nothing but a signature.",
    },
    Advice {
        kinds: "transaction-token proxy-identity registry-token",
        is_in_browser: false,
        is_refreshed: false,
        stop: Stop::DenyList,
        kept: "It goes from machine to machine: hold it in memory, and keep it out of logs, files and browsers.",
        renewed: "The next request or sign-in brings a new one; this one need not outlast it.",
    },
    Advice {
        kinds: "jwt",
        is_in_browser: true,
        is_refreshed: true,
        stop: Stop::DenyList,
        kept: "In a browser it belongs in a cookie that no script can read, or in memory, never in local storage. On \
            a server it belongs in memory or a secret store, and in no log.",
        renewed: "Refreshing would look like this: tokens of 5 minutes, and behind them a refresh token or a session \
            that the server can end at once.",
    },
];

#[cfg(test)]
mod tests {
    use super::super::super::profile;
    use super::*;

    #[test]
    fn speaks_of_kinds_that_there_are_and_of_each_once() {
        let kinds: Vec<&str> = ADVICE.iter().flat_map(|advice| advice.kinds.split(' ')).chain([UNSECURED]).collect();
        for (at, kind) in kinds.iter().enumerate() {
            assert!(profile::is_known(kind), "{kind} is no kind of token");
            assert!(!kinds[..at].contains(kind), "{kind} twice");
        }
    }

    #[test]
    fn the_header_line_has_what_the_prefix_asks_for_and_no_value() {
        let attributes: Vec<&str> = HEADER_LINE.split("; ").collect();
        assert_eq!(attributes[0], "Set-Cookie: __Host-session=RANDOM_SESSION_ID");
        assert!(["Path=/", "Secure", "HttpOnly", "SameSite=Strict"].iter().all(|part| attributes.contains(part)));
        assert!(!HEADER_LINE.contains("Domain"));
    }
}
