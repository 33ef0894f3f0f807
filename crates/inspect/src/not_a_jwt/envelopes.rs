//! JSON of other signed formats: DSSE envelopes, and the client data of WebAuthn.

use super::known::TextKind;
use super::{PastedText, RecognisedText, bytes_of, readable};
use crate::display;
use decode::json::{self, JsonKind, Value};

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let text = subject.beginning();
    if text.starts_with('{') {
        let value = json::read(text.as_bytes()).value?;
        return client_data(text.as_bytes(), &value).or_else(|| dsse(&value)).or_else(|| credential(&value));
    }
    let bytes = bytes_of(subject.bare).filter(|bytes| bytes.starts_with(b"{"))?;
    client_data(&bytes, &json::read(&bytes).value?)
}

/// W3C Web Authentication section 5.8.1.
fn client_data(source: &[u8], value: &Value) -> Option<RecognisedText> {
    let text = |name: &str| value.member(name).and_then(Value::as_str);
    let what = match text("type")? {
        "webauthn.get" => "A passkey was used",
        "webauthn.create" => "A passkey was created",
        "payment.get" => "A payment was confirmed",
        _ => return None,
    };
    let (_, origin) = text("challenge").zip(text("origin"))?;
    let origin = display::capped(origin, 80);
    let found = TextKind::WebauthnClientData.recognised().saying(&format!("{what} at `{origin}`."));
    Some(found.showing(readable(source)))
}

/// The answer of `navigator.credentials`, which holds client data.
fn credential(value: &Value) -> Option<RecognisedText> {
    let client_data_json = value.member("response")?.member("clientDataJSON")?.as_str()?;
    let bytes = bytes_of(client_data_json)?;
    client_data(&bytes, &json::read(&bytes).value?)
}

/// secure-systems-lab/dsse, `envelope.md`.
fn dsse(value: &Value) -> Option<RecognisedText> {
    let text = |name: &str| value.member(name).and_then(Value::as_str);
    let (_, payload) = text("payloadType").zip(text("payload"))?;
    let JsonKind::Array(signatures) = &value.member("signatures")?.kind else { return None };
    let is_signature = |signature: &Value| signature.member("sig").is_some_and(|sig| sig.as_str().is_some());
    if signatures.is_empty() || !signatures.iter().all(is_signature) {
        return None;
    }
    let inside = bytes_of(payload).and_then(|bytes| readable(&bytes));
    let count = display::counted(signatures.len(), "signature");
    Some(TextKind::DsseEnvelope.recognised().saying(&format!("It has {count}.")).showing(inside))
}
