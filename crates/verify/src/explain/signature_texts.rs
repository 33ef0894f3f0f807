//! A signature that is written otherwise than in base64url.

use crate::hexadecimal::hexadecimal;
use std::rc::Rc;

use decode::base64url;

use super::{Case, Tries};

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let message = &case.message;
    let as_hex = hexadecimal(&message.signature).or_else(|| hexadecimal(message.signature_text.as_bytes()));
    let as_hex: Option<Rc<[u8]>> = as_hex.map(Into::into);
    let mut tries = Vec::new();
    for attempt in case.attempts() {
        if message.signature_text.contains(['+', '/']) {
            tries.push(attempt.clone().named(
                "standard-base64-signature",
                "It fits once the signature is read as ordinary base64, with `+` and `/`. RFC 7515 section 2 asks for base64url: in the code that signs, encode with `-` and `_` and without `=`.",
            ));
        }
        if message.is_signature_broken {
            tries.push(attempt.clone().named(
                "signature-foreign-character",
                "It fits without the last characters of the signature, which are not base64url: something else follows the token, or a character was added. Copy the token alone.",
            ));
        }
        if let Some(bytes) = &as_hex {
            tries.push(attempt.signature(Rc::clone(bytes)).named(
                "signature-hex",
                "It fits once the signature is read as hexadecimal digits. In the code that signs, encode the bytes of the signature themselves in base64url, not their hexadecimal digits; in PHP `hash_hmac` needs `true` as its last argument.",
            ));
        }
    }
    // The characters as they are, where someone encoded base64url once more.
    if let Ok(inner) = std::str::from_utf8(&message.signature)
        && inner.len() > 20
        && inner.bytes().all(|byte| base64url::value_of(byte).is_some() || byte == b'=')
    {
        let bytes: Rc<[u8]> = base64url::decode(inner).bytes.into();
        tries.extend(case.attempts().into_iter().map(|attempt| {
            attempt.signature(Rc::clone(&bytes)).named(
                "signature-encoded-twice",
                "It fits once the signature is decoded a second time. The code that signs encodes it twice: leave one of the two out.",
            )
        }));
    }
    Box::new(tries.into_iter())
}
