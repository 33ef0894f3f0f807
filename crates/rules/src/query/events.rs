//! The security events of a token, for the rules about them.

use decode::json::Value;
use inspect::jose::kinds::TokenKind;

use super::claims;
use crate::Evaluation;

/// How the names of the events begin that the OpenID Shared Signals Framework is for: its own, CAEP and RISC.
const SHARED_SIGNALS: [&str; 3] = [
    "https://schemas.openid.net/secevent/caep/event-type/",
    "https://schemas.openid.net/secevent/risc/event-type/",
    "https://schemas.openid.net/secevent/ssf/event-type/",
];

/// Whether it is a security event token with at least one event of the Shared Signals Framework.
pub(crate) fn are_shared_signals(evaluation: &Evaluation) -> bool {
    let events = claims::value(evaluation, "events").map_or(&[][..], Value::members);
    evaluation.description.profile.kind == TokenKind::SecurityEventToken
        && events.iter().any(|event| SHARED_SIGNALS.iter().any(|start| event.name.text.starts_with(start)))
}
