//! A session cookie and a JWT side by side.

/// What is compared, and how it is with each.
pub struct Row {
    pub topic: &'static str,
    pub session: &'static str,
    pub jwt: &'static str,
}

pub const STATE: usize = 0;
pub const REVOCATION: usize = 1;
pub const SCALING: usize = 2;
pub const SIZE: usize = 3;
pub const BEST_FOR: usize = 4;
pub const SCRIPTS: usize = 5;
pub const FORGERY: usize = 6;

pub const ROWS: [Row; 7] = [
    Row {
        topic: "State on the server",
        session: "One record for each session.",
        jwt: "None, until one must end early: then a list of those that are refused.",
    },
    Row {
        topic: "Revocation",
        session: "Delete the record, and the next request is refused.",
        jwt: "It works until `exp`, unless every service asks a list or the key is changed.",
    },
    Row {
        topic: "Scaling",
        session: "Every service asks the store, or the one in front that does.",
        jwt: "Every service checks it by itself with the issuer's public key.",
    },
    Row {
        topic: "Payload size",
        session: "A random number of some 32 bytes, whatever it stands for.",
        jwt: "All claims and a signature on every request: hundreds of bytes, or thousands.",
    },
    Row {
        topic: "Best for",
        session: "People in browsers, and sign-outs that work at once.",
        jwt: "Programs and services of several owners, for a few minutes at a time.",
    },
    Row {
        topic: "Scripts that slip in (XSS)",
        session: "They cannot read an `HttpOnly` cookie; they can act while the page is open.",
        jwt: "The same in such a cookie. In local storage any script can read it and send it away.",
    },
    Row {
        topic: "Forged requests (CSRF)",
        session: "The browser sends it automatically: `SameSite`, and a check of where the request comes from.",
        jwt: "The same in a cookie. A header that a script must set is not sent automatically.",
    },
];
