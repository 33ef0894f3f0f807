//! Microsoft's tokens for its own services: the header was signed with the hash of `nonce` in place of it.

use std::rc::Rc;

use decode::base64url;
use decode::json::{self, Value};

use super::{Case, Tries};
use crate::check::{self, Sha2};
use crate::signed_message::joined;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let Some(header) = with_hashed_nonce(&case.message.header_bytes) else { return Box::new(std::iter::empty()) };
    let input: Rc<[u8]> = joined(&base64url::encode(&header), case.message.payload_text.as_bytes()).into();
    let attempts = case.plain_attempts().into_iter();
    let tries = attempts.map(move |attempt| {
        attempt.input(Rc::clone(&input)).named(
            "entra-nonce",
            "As it stands, the signature does not fit. It fits once the header's `nonce` is replaced by its SHA-256: so Microsoft signs tokens for its own services. The key is right, and nothing was changed. But the token is for Microsoft Graph or another of these services, and only they are meant to check it: if your API received it, let the client ask for a scope of your API (`api://<client id>/.default`). Do not copy this check into production.",
        )
    });
    Box::new(tries)
}

/// The same text in the same order, with the base64url of the SHA-256 of the value in place of it.
fn with_hashed_nonce(header: &[u8]) -> Option<Vec<u8>> {
    let document = json::read(header);
    let nonce = document.value.as_ref()?.member("nonce")?;
    let hash = base64url::encode(&check::digest(Sha2::Sha256, Value::as_str(nonce)?.as_bytes()));
    let (before, after) = (header.get(..nonce.span.start)?, header.get(nonce.span.end..)?);
    Some([before, b"\"", hash.as_bytes(), b"\"", after].concat())
}
