//! The ways that can be recommended, each with its reasons and its costs.

use super::Way;
use crate::choices::Answer::*;
use crate::side_by_side::{BEST_FOR, FORGERY, REVOCATION, SCALING, SCRIPTS, SIZE, STATE};

const FORGED: &str = "A cookie is sent by itself, so requests forged by other sites must be refused: `SameSite`, and a \
    check of `Origin` or of a token in the form.";

pub(super) static SESSION: Way = Way {
    id: "session",
    title: "A session cookie",
    summary: "A random number in a cookie that is `HttpOnly`, `Secure` and `SameSite`. All that is known of the session \
        stays on the server.",
    reasons: &[
        (&[], BEST_FOR, "For people at a website it is the plain choice: little to build, and browsers guard it."),
        (&[AtOnce], REVOCATION, "Access must end at the next request: deleting the record does that."),
        (&[Minutes, Hour], REVOCATION, "Access can end sooner than you ask for: delete the record."),
        (&[OwnSite], SCRIPTS, "Page and server share a site, so the cookie gets there, and no script can read it."),
        (&[One], SCALING, "One service checks it, so nobody else has to be able to."),
        (&[Several, Store], SCALING, "All your services can ask the same store."),
        (&[Store], STATE, "The store it needs is there already."),
    ],
    costs: &[
        (&[], "Every request asks the store, which has to be quick and up."),
        (&[NoStore], "There is no shared store yet. One service can use its database; more of them need one to share."),
        (&[], FORGED),
    ],
    reference: "OWASP Session Management Cheat Sheet",
};

pub(super) static BOTH: Way = Way {
    id: "session-and-jwt",
    title: "A session for the browser, short JWTs behind it",
    summary: "The browser holds a session cookie. The service in front looks it up, and passes a JWT of a few minutes to \
        the services behind.",
    reasons: &[
        (&[], SCALING, "The services behind check the JWT by themselves; none of them has to ask the session store."),
        (&[AtOnce], REVOCATION, "Deleting the session stops the browser at its next request."),
        (
            &[Minutes, Hour],
            REVOCATION,
            "Deleting the session stops the browser at once, and all behind it within minutes.",
        ),
        (&[People, OwnSite], SCRIPTS, "No token reaches the browser, so no script can carry one away."),
        (&[NoStore], STATE, "Only the service in front needs a store."),
        (&[], SIZE, "The claims travel between your servers alone, not with every request of the browser."),
    ],
    costs: &[
        (&[], "Two things to build and to watch: sessions in front, keys and their change behind."),
        (
            &[AtOnce],
            "A JWT passed on just before works until it ends. Keep it to a minute, or let what cannot wait ask the \
            session.",
        ),
        (&[NoStore], "The service in front needs a store that is not there yet."),
        (&[], FORGED),
    ],
    reference: "RFC 8693 section 1, OWASP Session Management Cheat Sheet",
};

pub(super) static COOKIE: Way = Way {
    id: "jwt-in-cookie",
    title: "A JWT in an `HttpOnly` cookie",
    summary: "The token stands in a cookie that no script can read, ends after some minutes and is renewed by the server \
        while it is in use.",
    reasons: &[
        (&[], STATE, "No store has to be asked: the server checks the signature and the times."),
        (&[], SCRIPTS, "`HttpOnly` keeps scripts from reading it, which local storage cannot."),
        (&[Hour], REVOCATION, "Access may go on until the token ends, so nothing has to be asked in between."),
        (&[Minutes], REVOCATION, "A token of a few minutes ends as soon as you ask for."),
        (&[Several], SCALING, "Several services of one site get the same cookie, and each can check it."),
    ],
    costs: &[
        (&[], "It cannot be called back: signing out deletes the cookie, and a copy of it works until `exp`."),
        (
            &[],
            "Renewal has to ask whether the account may still come in, and must end some day: a copy can be renewed too.",
        ),
        (&[], "All of it travels on every request, and browsers need not keep more than 4,096 bytes in a cookie."),
        (&[], "The roles in it are those of the moment it was issued."),
        (&[], FORGED),
    ],
    reference: "RFC 6265 section 6.1, OWASP JSON Web Token Cheat Sheet",
};

pub(super) static BFF: Way = Way {
    id: "bff",
    title: "A backend that keeps the tokens (BFF)",
    summary: "The page talks to a small backend of its own site, with a session cookie. The backend alone holds access and \
        refresh tokens, and adds them when it calls the APIs.",
    reasons: &[
        (
            &[],
            SCRIPTS,
            "No token reaches the browser: a script that slips in can act while the page is open, but take none away.",
        ),
        (
            &[OtherSites],
            FORGERY,
            "Browsers hold back cookies between sites. The page's own backend gets its cookie, and calls \
            the other site.",
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
        (&[Store], STATE, "The store for its sessions is there already."),
    ],
    costs: &[
        (&[], "One more service to run, in the way of every request, with sessions and tokens to keep."),
        (
            &[AtOnce],
            "A token that it has used elsewhere works there until `exp`: keep access tokens to minutes, and revoke \
            the refresh token.",
        ),
        (&[NoStore], "Its sessions need a store that is not there yet, or an encrypted cookie."),
        (&[], FORGED),
    ],
    reference: "RFC 10017 section 6.1",
};

pub(super) static REFRESH: Way = Way {
    id: "refresh",
    title: "Short JWTs, and a refresh token",
    summary: "An access token of five to fifteen minutes. A refresh token, which the issuer can revoke, gets the next one.",
    reasons: &[
        (&[], REVOCATION, "Access ends within the life of one access token: the issuer refuses to renew it."),
        (&[Several, Others], SCALING, "Each service checks it by itself with the issuer's public key."),
        (
            &[NoBrowser],
            SCRIPTS,
            "There is no page for a script to slip into; an app has protected storage of its system.",
        ),
        (&[NoStore], STATE, "Only the issuer keeps anything: its refresh tokens."),
        (&[Hour, Minutes], BEST_FOR, "A few minutes of delay are allowed, and that is what it takes."),
    ],
    costs: &[
        (&[], "An access token works until `exp`, whatever has happened since."),
        (
            &[],
            "The refresh token is the more precious one: exchange it at each use, and revoke its whole line when an old one \
            comes back.",
        ),
        (&[One], "With one service alone, a random token that it looks up does the same with less."),
    ],
    reference: "RFC 9700 section 4.14, RFC 9068",
};

pub(super) static PROGRAMS: Way = Way {
    id: "programs",
    title: "Short JWTs that programs fetch for themselves",
    summary: "Each program shows its own credential to an issuer and gets a token for one audience and some minutes (client \
        credentials).",
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
            "Programs of others prove who they are in one place, and your services need to know that one alone.",
        ),
        (&[Minutes, Hour], REVOCATION, "Access ends within the life of one token: the issuer gives no other."),
        (&[NoStore], STATE, "The services keep nothing."),
    ],
    costs: &[
        (&[], "Keys to publish and to change, and every service must choose them by issuer."),
        (
            &[],
            "Who copies a token can use it until `exp`. Bind it to the client's key (mutual TLS, DPoP) where you can.",
        ),
        (&[One], "With one service alone, a random key that it looks up may be enough."),
    ],
    reference: "RFC 6749 section 4.4, RFC 9700 section 4.10.1",
};

pub(super) static LOOKUP: Way = Way {
    id: "lookup",
    title: "A random token that is looked up",
    summary: "It says nothing by itself. The service asks the issuer, or a store, what it stands for (token introspection).",
    reasons: &[
        (&[], REVOCATION, "Access must end at the next request: what is not found is refused."),
        (&[], SIZE, "It is short, and tells nothing to whoever finds it."),
        (&[One], SCALING, "One service asks, so one answer for each request is all it takes."),
        (&[Store], STATE, "The store to ask is there already."),
    ],
    costs: &[
        (&[], "Every request waits for the answer, and is refused while there is none."),
        (&[], "Whoever remembers an answer, remembers it for seconds: so long access goes on."),
        (
            &[Several, Others],
            "Every service must be able to ask. A JWT beside a list of refused `jti` would ask just as often.",
        ),
        (&[NoStore], "There is nothing to ask yet: it has to be built."),
    ],
    reference: "RFC 7662 section 4",
};
