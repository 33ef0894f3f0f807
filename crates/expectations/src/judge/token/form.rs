//! The parts of a signed token are there and can be read: RFC 7519 section 7.2, RFC 7515 section 5.2.

use decode::error::{Fault, FaultKind};
use decode::json::JsonKind;
use decode::{Part, Role, Token};

use super::{doubted, refused, unknown};
use crate::judge::held_claims::{FoundClaim, HeldClaims};
use crate::judge::judged_line::JudgedLine;

pub(super) fn judged(token: &Token, claims: &HeldClaims) -> Vec<JudgedLine> {
    if token.is_cut_off() {
        return vec![cut()];
    }
    let count = token.parts.iter().filter(|part| !is_beside(part)).count() + token.unsplit_segments();
    if token.part(Role::Extra).is_some() {
        let sentence = format!("It has {count} parts, but a signed token has 3 (RFC 7515 section 7.1).");
        return vec![refused(format!("it has {count} parts"), sentence)];
    }
    let is_read = |part: &&Part| match part.role {
        // The line on the time says that it is no JSON object.
        Role::Payload => !matches!(claims.find("exp"), FoundClaim::NoObject),
        // Of several signatures one is enough.
        Role::Header | Role::Signature => part.group.is_none() || token.group_count() < 2,
        _ => false,
    };
    let parts = || token.parts.iter().filter(is_read);
    let faults = || parts().flat_map(|part| part.faults.iter().map(move |fault| (part, fault)));
    let mut lines: Vec<JudgedLine> = parts().filter(|part| part.mask().is_some()).map(masked).collect();
    let whole = |part: &Part| part.mask().is_none();
    let broken = faults().find(|(part, fault)| whole(part) && is_grave(&fault.kind));
    lines.extend(broken.map(|(part, fault)| unreadable(part, fault)).or_else(|| no_object(token.header()?)));
    let lenient = faults().find(|(part, fault)| broken.is_none() && whole(part) && !is_grave(&fault.kind));
    lines.extend(lenient.map(|(part, fault)| told_apart(part, fault)));
    lines.extend(token.format.is_json().then(|| {
        let sentence = "It is in the JSON serialization. A JWT is in the compact one (RFC 7519 section 3), and many libraries \
                        read no other.";
        doubted("it is not in the compact serialization", sentence)
    }));
    lines.extend(token.is_detached().then(|| {
        let sentence =
            "Its payload is not in it, but travels apart (RFC 7515 appendix F): many libraries do not read that.";
        doubted("its payload is not in it", sentence)
    }));
    lines
}

pub(super) fn cut() -> JudgedLine {
    refused("it is cut off", "As pasted, it is cut off. Copy the whole token.")
}

fn is_beside(part: &Part) -> bool {
    matches!(part.role, Role::Disclosure | Role::KeyBinding)
}

fn masked(part: &Part) -> JudgedLine {
    unknown(format!("Its {} is masked here.", part.role.name()))
}

/// No reader can read past it. Bytes that are not UTF-8 are replaced by some.
fn is_grave(kind: &FaultKind) -> bool {
    !kind.is_soft() && !matches!(kind, FaultKind::InvalidUtf8(_) | FaultKind::TooDeep | FaultKind::InflatesTooFar)
}

fn unreadable(part: &Part, fault: &Fault) -> JudgedLine {
    let name = part.role.name();
    let clause = match fault.kind {
        FaultKind::Empty => format!("its {name} is empty"),
        _ if part.role == Role::Signature => "its signature is damaged".to_owned(),
        _ if fault.kind.is_of_encoding() => format!("its {name} cannot be decoded"),
        _ => format!("its {name} is no JSON"),
    };
    refused(clause, format!("As pasted, its {name} cannot be read: {}.", fault.kind))
}

/// A header must be an object, but for one that is left out: RFC 8225 section 7.
fn no_object(header: &Part) -> Option<JudgedLine> {
    let value = header.value().filter(|value| !matches!(value.kind, JsonKind::Object(_)))?;
    let sentence = format!("Its header is {}, not a JSON object.", value.type_name());
    header.error().is_none().then(|| refused("its header is no JSON object", sentence))
}

/// Some libraries read it all the same.
fn told_apart(part: &Part, fault: &Fault) -> JudgedLine {
    let name = part.role.name();
    let (clause, section) = match fault.kind {
        FaultKind::Padding => (format!("its {name} has padding"), "RFC 7515 section 2"),
        FaultKind::StandardAlphabet => (format!("its {name} is in ordinary base64"), "RFC 7515 section 2"),
        FaultKind::TrailingBits => (format!("its {name} has stray bits at its end"), "RFC 4648 section 3.5"),
        FaultKind::ByteOrderMark => (format!("its {name} has a byte-order mark"), "RFC 8259 section 8.1"),
        FaultKind::InvalidUtf8(_) => (format!("its {name} is not UTF-8"), "RFC 7519 section 7.2"),
        _ => return unknown(format!("Its {name} was not read to its end: {}.", fault.kind)),
    };
    doubted(clause, format!("In its {name}: {} ({section}). Some libraries refuse that.", fault.kind))
}
