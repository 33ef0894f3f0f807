//! How to keep a bearer token, how to stop a copy of it, and how it is renewed.

/// How to keep tokens of one sort, and what helps once a copy has leaked.
#[derive(Debug, PartialEq, Eq)]
pub struct Keeping {
    /// A browser may hold it.
    pub is_in_browser: bool,
    /// It can be cut into shorter tokens, with a refresh token or a session behind them.
    pub is_refreshed: bool,
    pub stop: Stop,
    /// Where it should be kept. Full sentences.
    pub kept: &'static str,
    /// How it is replaced by a new one. Full sentences.
    pub renewed: &'static str,
}

/// Who could refuse a copy before it expires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Every server that accepts it, from a list.
    DenyList,
    /// Its issuer, the only server that it is sent to.
    Issuer,
    /// The one server that it is sent to, by dropping the key that signs it.
    Key,
    /// A server that checks whether the object that the token names still exists.
    Object(&'static str),
    /// The service that accepts it, after its first use.
    Use,
}

const OF_WORKLOAD: &str = "Keep it in a file or secret store that this workload alone can read: not in an image, a \
    repository, a log or a browser.";
const BY_PLATFORM: &str = "Platforms put a fresh one in its place before the old one expires: read it again for each use \
    instead of once at the start.";

/// General tokens whose claims do not show what they are for.
pub(crate) const UNKNOWN_CLAIMS: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: "On a server it belongs in memory or a secret store, and in no log. If a browser holds it, it belongs in a \
        cookie that no script can read, never in local storage.",
    renewed: "If its sender signs it, it can sign a new one for each use. If another service issued it, it can be short \
        where a refresh token or a session brings the next one.",
};

/// Access tokens.
pub(super) const ACCESS_TOKEN: Keeping = Keeping {
    is_in_browser: true,
    is_refreshed: true,
    stop: Stop::DenyList,
    kept: "An access token is for its API alone. Keep it on the app's server; where there is none, in the page's \
        memory. Never in local storage.",
    renewed: "Refreshing would look like this: access tokens of 5 minutes, and a refresh token that its issuer \
        replaces at each use and can refuse at once.",
};

/// ID tokens.
pub(super) const ID_TOKEN: Keeping = Keeping {
    is_in_browser: true,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: "An ID token tells an app who signed in. Read it once, start a session of the app itself, and keep no copy \
        in the browser: not in local storage, and never as the key to an API.",
    renewed: "It need not be refreshed: the app's own session lasts as long as the app decides, and ends when its \
        row is deleted.",
};

/// Refresh tokens.
pub(super) const REFRESH_TOKEN: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::Issuer,
    kept: "A refresh token is worth more than the tokens it brings. Keep it on a server, encrypted; a page has no \
        good place for it, and local storage is the worst.",
    renewed: "Rotation limits a leak: each use brings a new one, and when an old one comes back, all that came \
        from it are refused (RFC 9700 section 4.14.2).",
};

/// Session tokens.
pub(super) const SESSION_TOKEN: Keeping = Keeping {
    is_in_browser: true,
    is_refreshed: true,
    stop: Stop::DenyList,
    kept: "A session token belongs in a cookie that no script can read, never in local storage.",
    renewed: "Refreshing would look like this: tokens of 5 minutes, renewed while the user is there, from a \
        session that the server can end at once.",
};

/// Tokens that a platform gives to a workload.
pub(super) const WORKLOAD: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: OF_WORKLOAD,
    renewed: BY_PLATFORM,
};

/// KEP-1205: at each review, Kubernetes looks whether what the token is bound to still exists. Other servers know
/// only if they ask it.
pub(super) const BOUND_SERVICE_ACCOUNT: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::Object("the pod or ServiceAccount"),
    kept: OF_WORKLOAD,
    renewed: BY_PLATFORM,
};

/// Service account tokens that Kubernetes keeps in a Secret.
pub(super) const LEGACY_SERVICE_ACCOUNT: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::Object("the Secret or ServiceAccount"),
    kept: OF_WORKLOAD,
    renewed: "Replace it by bound tokens, which Kubernetes gives to pods and on request, and which expire.",
};

/// Client secrets in the form of a token.
pub(super) const CLIENT_SECRET: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::Key,
    kept: "Keep it on the app's server, which sends it to one server alone. What ships with a page or an app is \
        published. What must be kept best is the key that signs it.",
    renewed: "Whoever has that key can sign the next one at any time: it need not last for months.",
};

/// API keys in the form of a token.
pub(super) const API_KEY: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: "Keep it in a secret store on a server. What ships with a page, an app or a repository is published.",
    renewed: "Replacing it would look like this: issue the next one, switch over while both work, then revoke \
        this one.",
};

/// Tokens made for one use, signed by the caller itself.
pub(super) const USED_ONCE: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::Use,
    kept: "It is made for one use: send it and forget it. What must be kept well is the key that signs it.",
    renewed: "Its sender can sign a new one for every use.",
};

/// Tokens by which an app on a device shows that it is genuine.
pub(super) const APP_ATTESTATION: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: "The app's SDK keeps it. It shows which app calls, not which user: whoever copies it from the app can send \
        it as well.",
    renewed: "The SDK asks for a new one before this one expires. A server can accept each only once, if it asks the \
        issuer to mark it as used.",
};

/// Tokens that services hand to one another.
pub(super) const BETWEEN_MACHINES: Keeping = Keeping {
    is_in_browser: false,
    is_refreshed: false,
    stop: Stop::DenyList,
    kept: "It goes from machine to machine: hold it in memory, and keep it out of logs, files and browsers.",
    renewed: "The next request or sign-in brings a new one; this one need not outlast it.",
};

/// General tokens whose claims tell for a while who somebody is.
pub(super) const SESSION_CLAIMS: Keeping = Keeping {
    is_in_browser: true,
    is_refreshed: true,
    stop: Stop::DenyList,
    kept: "In a browser it belongs in a cookie that no script can read, or in memory, never in local storage. On \
        a server it belongs in memory or a secret store, and in no log.",
    renewed: "Refreshing would look like this: tokens of 5 minutes, and behind them a refresh token or a session \
        that the server can end at once.",
};
