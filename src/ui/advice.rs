//! What holds for every token, whatever it says: shown once, at the foot of the page.

use super::element::{Element, element};
use super::glyphs::{prose, short_reference};

/// What holds, and where that is written.
const ADVICE: [(&str, &str); 8] = [
    (
        "A token works until it expires. Signing out, a new password or a deleted account do not stop it, unless the server \
         keeps a list. Keep access tokens to minutes, and refresh them.",
        "RFC 6750 section 5.3, RFC 9700 section 4.14",
    ),
    (
        "To stop one sooner takes state: a list of `iss` and `jti` that are refused until `exp`, a time before which a \
         user's tokens no longer count, or a new key. Not a list of token texts: one token can be written in several ways. \
         Where all this is needed everywhere, a session on the server may be simpler.",
        "RFC 7519 section 4.1.7, OWASP JSON Web Token Cheat Sheet",
    ),
    (
        "The payload is sent with every request, and whoever holds the token can read it. Put in who somebody is, not all \
         that is known of them.",
        "RFC 7519 section 12",
    ),
    (
        "In a browser, a cookie that is `HttpOnly`, `Secure` and `SameSite`, or a backend that keeps the tokens. Any script \
         of the page can read its local storage. A cookie keeps a script from taking the session away, not from using it, and \
         it needs protection against requests from other sites.",
        "OWASP Session Management Cheat Sheet",
    ),
    ("Never in a URL: those stand in histories, logs and referrers.", "RFC 6750 section 5.3, RFC 9700 section 4.3.2"),
    (
        "Check in this order: the signature, with an algorithm you allow and a key you chose by issuer; then `iss`, `aud`, \
         `exp` and `nbf`, and `typ`; and only then what the claims permit.",
        "RFC 8725 section 3",
    ),
    (
        "Bind tokens to a key where you can: with DPoP or mutual TLS a stolen one is useless by itself.",
        "RFC 9700 section 4.10.1",
    ),
    (
        "A live token that was pasted into a website which is not yours has leaked: revoke it, or wait it out.",
        "RFC 6750 section 5.3",
    ),
];

pub fn advice() -> Element {
    let said = ADVICE.iter().map(|(sentences, reference)| {
        let reference = element("span").class("reference").text(short_reference(reference));
        element("li").hold(prose(sentences)).say(" ").hold(reference)
    });
    element("details")
        .with("id", "advice")
        .hold(element("summary").say("What holds for every token"))
        .hold(element("ul").hold_all(said))
}
