//! What a token is by its form alone.

use crate::decode::Role;
use crate::decode::format::Format;

use super::{Evidence, Profile};

pub(super) fn recognise(evidence: &Evidence) -> Option<Profile> {
    let one = |id, name, because: &str| Some(Profile { id, name, because: vec![because.to_owned()] });
    match evidence.token.format {
        Format::JweCompact | Format::JweJsonFlattened | Format::JweJsonGeneral => {
            one("encrypted-token", "encrypted token (JWE)", "It has the parts of an encrypted token.")
        }
        Format::SdJwt | Format::SdJwtWithKeyBinding => {
            one("sd-jwt", "token with selective disclosure (SD-JWT)", "Disclosures follow it, joined by `~`.")
        }
        Format::Segment if evidence.token.part(Role::Header).is_some() => {
            one("jose-header", "token header by itself", "It is a single segment with header parameters.")
        }
        Format::Segment if evidence.has_claims() => {
            one("jwt-claims", "set of claims by itself", "It is a single segment with a JSON object.")
        }
        Format::Segment => one("segment", "single segment", "It is a single segment."),
        // RFC 7519 section 6.
        Format::JwsCompact | Format::JwsJsonFlattened | Format::JwsJsonGeneral
            if evidence.has_claims() && evidence.header_text("alg") == Some("none") =>
        {
            one("unsecured-jwt", "unsecured JSON Web Token", "Its `alg` is `none`.")
        }
        Format::JwsCompact | Format::JwsJsonFlattened | Format::JwsJsonGeneral => None,
    }
}

pub(super) fn unrecognised(evidence: &Evidence) -> Profile {
    let is_unreadable = evidence.payload.is_none() && evidence.header.is_none();
    let (id, name, because) = if evidence.has_claims() {
        ("jwt", "JSON Web Token", "Its payload is a set of claims.")
    } else if is_unreadable {
        ("unreadable", "token that cannot be read", "Neither its header nor its payload is JSON.")
    } else {
        ("jws", "signed message (JWS)", "Its payload is no JSON object.")
    };
    Profile { id, name, because: vec![because.to_owned()] }
}
