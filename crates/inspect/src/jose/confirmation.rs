//! What the members of the `cnf` claim say.

use super::entry::{Entry, key, other, text, uri};

/// IANA "JWT Confirmation Methods".
#[rustfmt::skip]
pub(super) const CONFIRMATION_METHODS: &[Entry] = &[
    text("jkt", "Key thumbprint", "Key that must sign a DPoP proof", "SHA-256 hash of the key that must sign a DPoP proof for each request", "RFC 9449 section 6"),
    uri("jku", "Key set address", "Address of the presenter's key", "address of the presenter's key; fetch it only if it is on a list you trust", "RFC 7800 section 3.5"),
    text("jwe", "Encrypted key", "Secret key, encrypted for the API", "a symmetric key the presenter must prove to hold, encrypted for the receiver", "RFC 7800 section 3.3"),
    key("jwk", "Public key", "Key that the presenter must prove", "the public key whose private half the presenter must prove to hold", "RFC 7800 section 3.2"),
    text("kid", "Key ID", "Names the key that must be proved", "which key the presenter must prove to hold; the receiver has to know it", "RFC 7800 section 3.4"),
    other("osc", "OSCORE input", "Secret and settings for OSCORE", "secret and settings for protecting messages with OSCORE", "RFC 9203 section 3.2.1"),
    text("x5t#S256", "Certificate thumbprint", "Client certificate it is bound to", "SHA-256 hash of the client certificate that the connection must use", "RFC 8705 section 3.1"),
];
