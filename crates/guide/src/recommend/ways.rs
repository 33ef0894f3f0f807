//! The ways that can be recommended, each with its reasons and its costs.

use super::Way;
use crate::choices::Answer::*;
use crate::side_by_side::{BEST_FOR, FORGERY, REVOCATION, SCALING, SCRIPTS, SIZE, STATE};

const FORGED: &str = "Browsers send a cookie automatically, so requests forged by other sites must be refused: \
    `SameSite`, and a check of `Origin` or of a token in the form.";

pub(super) static SESSION: Way = Way {
    id: "session",
    title: "A session cookie",
    summary: "A random number in a cookie that is `HttpOnly`, `Secure` and `SameSite`. All data of the session stays \
        on the server.",
    reasons: &[
        (
            &[],
            BEST_FOR,
            "The simplest choice for people at a website: little to build, and browsers protect the \
            cookie.",
        ),
        (&[AtOnce], REVOCATION, "Access must end at the next request: deleting the record does that."),
        (&[Minutes, Hour], REVOCATION, "Access can end sooner than you ask for: delete the record."),
        (
            &[OwnSite],
            SCRIPTS,
            "Page and server share a site, so the browser sends the cookie, and no script can read \
            it.",
        ),
        (&[One], SCALING, "Only one service has to check it."),
        (&[Several, Store], SCALING, "All your services can ask the same store."),
        (&[Store], STATE, "The store it needs exists already."),
    ],
    costs: &[
        (&[], "Every request asks the store, which must be fast and available."),
        (&[NoStore], "There is no shared store yet. One service can use its database; several need a shared one."),
        (&[], FORGED),
    ],
    reference: "OWASP Session Management Cheat Sheet",
};

pub(super) static BOTH: Way = Way {
    id: "session-and-jwt",
    title: "A session for the browser, short JWTs behind it",
    summary: "The browser holds a session cookie. The service in front looks it up, and passes a JWT of a few minutes \
        to the services behind.",
    reasons: &[
        (&[], SCALING, "The services behind check the JWT by themselves; none of them has to ask the session store."),
        (&[AtOnce], REVOCATION, "Deleting the session stops the browser at its next request."),
        (
            &[Minutes, Hour],
            REVOCATION,
            "Deleting the session stops the browser at once, and all behind it within minutes.",
        ),
        (&[People, OwnSite], SCRIPTS, "No token reaches the browser, so no script can steal one."),
        (&[NoStore], STATE, "Only the service in front needs a store."),
        (&[], SIZE, "The claims travel only between your servers, not with every request of the browser."),
    ],
    costs: &[
        (&[], "Two things to run: sessions in front, and keys and their rotation behind."),
        (
            &[AtOnce],
            "A JWT passed on just before works until it expires. Keep it to a minute, or ask the session where that is \
             too long.",
        ),
        (&[NoStore], "The service in front needs a store that does not exist yet."),
        (&[], FORGED),
    ],
    reference: "RFC 8693 section 1, OWASP Session Management Cheat Sheet",
};

pub(super) static COOKIE: Way = Way {
    id: "jwt-in-cookie",
    title: "A JWT in an `HttpOnly` cookie",
    summary: "The token is in a cookie that no script can read. It expires after some minutes, and the server renews \
        it while it is in use.",
    reasons: &[
        (&[], STATE, "No store has to be asked: the server checks the signature and the times."),
        (&[], SCRIPTS, "`HttpOnly` keeps scripts from reading it, which local storage cannot."),
        (&[Hour], REVOCATION, "Access may go on until the token expires, so nothing has to be looked up in between."),
        (&[Minutes], REVOCATION, "A token of a few minutes expires soon enough."),
        (&[Several], SCALING, "Several services of one site get the same cookie, and each can check it."),
    ],
    costs: &[
        (&[], "It cannot be revoked: signing out deletes the cookie, but a copy of it works until `exp`."),
        (
            &[],
            "Renewal must check that the account may still sign in, and must end at some point: a copy can be renewed \
             too.",
        ),
        (&[], "All of it travels on every request, and browsers need not keep more than 4,096 bytes in a cookie."),
        (&[], "Its roles are those from when it was issued."),
        (&[], FORGED),
    ],
    reference: "RFC 6265 section 6.1, OWASP JSON Web Token Cheat Sheet",
};

pub(super) static BFF: Way = Way {
    id: "bff",
    title: "A backend that keeps the tokens (BFF)",
    summary: "The page talks to a small backend of its own site, with a session cookie. The backend alone holds access \
        and refresh tokens, and adds them when it calls the APIs.",
    reasons: &[
        (
            &[],
            SCRIPTS,
            "No token reaches the browser: an injected script can act while the page is open, but cannot steal a \
             token.",
        ),
        (
            &[OtherSites],
            FORGERY,
            "Browsers restrict cookies between sites. The page's own backend gets its cookie, and calls the other \
             site.",
        ),
        (
            &[Others],
            SCALING,
            "The services of others want a token that they can check themselves; the backend has one for each.",
        ),
        (&[AtOnce], REVOCATION, "Ending the session at the backend stops the browser at its next request."),
        (
            &[Minutes, Hour],
            REVOCATION,
            "Ending the session stops the browser at once; a token in use ends within minutes.",
        ),
        (&[Store], STATE, "The store for its sessions exists already."),
    ],
    costs: &[
        (&[], "One more service to run, in the path of every request, with sessions and tokens to store."),
        (
            &[AtOnce],
            "A token that it has used elsewhere works there until `exp`: keep access tokens to minutes, and revoke \
            the refresh token.",
        ),
        (&[NoStore], "Its sessions need a store that does not exist yet, or an encrypted cookie."),
        (&[], FORGED),
    ],
    reference: "RFC 10017 section 6.1",
};

pub(super) static REFRESH: Way = Way {
    id: "refresh",
    title: "Short JWTs, and a refresh token",
    summary: "An access token of five to fifteen minutes. A refresh token, which the issuer can revoke, gets the next one.",
    reasons: &[
        (&[], REVOCATION, "Access ends within the lifetime of one access token: the issuer refuses to renew it."),
        (&[Several, Others], SCALING, "Each service checks it by itself with the issuer's public key."),
        (
            &[NoBrowser],
            SCRIPTS,
            "There is no page to inject a script into; an app can use its system's protected storage.",
        ),
        (&[NoStore], STATE, "Only the issuer keeps anything: its refresh tokens."),
        (&[Hour, Minutes], BEST_FOR, "You allow a few minutes of delay, and that is what it takes."),
    ],
    costs: &[
        (&[], "An access token works until `exp`, whatever has happened since."),
        (
            &[],
            "The refresh token is worth more to a thief: replace it at each use, and revoke all of its successors when \
             an old one is used again.",
        ),
        (&[One], "With one service alone, a random token that it looks up does the same with less."),
    ],
    reference: "RFC 9700 section 4.14, RFC 9068",
};

pub(super) static PROGRAMS: Way = Way {
    id: "programs",
    title: "Short JWTs that programs fetch for themselves",
    summary: "Each program shows its own credential to an issuer and gets a token for one audience and some minutes \
        (client credentials).",
    reasons: &[
        (
            &[],
            BEST_FOR,
            "A program can fetch a new token whenever it needs one: nobody signs in, nothing has to be refreshed.",
        ),
        (&[Several, Others], SCALING, "Each service checks it by itself with the issuer's public key."),
        (
            &[OthersPrograms],
            SCALING,
            "Programs of others prove who they are in one place, and your services need to trust only that place.",
        ),
        (&[Minutes, Hour], REVOCATION, "Access ends within the lifetime of one token: the issuer issues no other."),
        (&[NoStore], STATE, "The services keep nothing."),
    ],
    costs: &[
        (&[], "Keys to publish and to change, and every service must choose them by issuer."),
        (
            &[],
            "Whoever copies a token can use it until `exp`. Bind it to the client's key (mutual TLS, DPoP) where you \
             can.",
        ),
        (&[One], "With one service alone, a random key that it looks up may be enough."),
    ],
    reference: "RFC 6749 section 4.4, RFC 9700 section 4.10.1",
};

pub(super) static LOOKUP: Way = Way {
    id: "lookup",
    title: "A random token that is looked up",
    summary: "It holds no data. The service asks the issuer, or a store, what it stands for (token introspection).",
    reasons: &[
        (&[], REVOCATION, "Access must end at the next request: what is not found is refused."),
        (&[], SIZE, "It is short, and shows nothing to whoever finds it."),
        (&[One], SCALING, "Only one service asks, once for each request."),
        (&[Store], STATE, "The store to ask exists already."),
    ],
    costs: &[
        (&[], "Every request waits for the answer, and is refused while there is none."),
        (&[], "Services that cache an answer should do so for seconds: access goes on that long."),
        (
            &[Several, Others],
            "Every service must be able to ask. A JWT beside a list of refused `jti` would ask just as often.",
        ),
        (&[NoStore], "There is no store to ask yet: it has to be built."),
    ],
    reference: "RFC 7662 section 4",
};
