//! `typ` of the header is one of the expected types: RFC 7515 section 4.1.9, RFC 8725 section 3.11.

use decode::Token;
use inspect::display::quoted;

use super::algorithm::header_not_read;
use super::difference;
use super::judged_line::{JudgedLine, Refusal};
use crate::ExpectationKind;

/// The most characters of a type's name.
const NAME: usize = 60;

pub(super) fn judged(token: &Token, expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Type;
    let differs = || Refusal::Differs("the type".to_owned());
    let line = match token.parameter("typ") {
        None => match header_not_read(token) {
            Some(why) => JudgedLine::not_checked(kind, why),
            None if token.format.is_encrypted() => JudgedLine::not_checked(
                kind,
                "It is encrypted. Its header has no `typ`, but a token inside may have one.",
            ),
            None => JudgedLine::not_met(kind, Refusal::Missing("the type".to_owned()), "The header has no `typ`.")
                .saying_nothing("typ"),
        },
        Some(value) => match value.as_str() {
            None => JudgedLine::not_met(kind, differs(), format!("`typ` is {}, not a string.", value.type_name())),
            Some(said) if expected.iter().any(|it| it == said) => JudgedLine::met(kind).saying_text(said),
            Some(said) if expected.iter().any(|it| is_same_type(it, said)) => JudgedLine::met(kind)
                .because(format!(
                    "It is written {}, which is the same type (RFC 7515 section 4.1.9).",
                    quoted(said, NAME)
                ))
                .saying_text(said),
            Some(said) => {
                let reason = difference::sentence(said, expected, &kind);
                JudgedLine::not_met(kind, differs(), reason).saying_text(said)
            }
        },
    };
    line.expecting(expected)
}

/// Media types have no case, and `application/` may be left out where no other slash stands in the name.
fn is_same_type(one: &str, other: &str) -> bool {
    let full = |name: &str| match name.contains('/') {
        true => name.to_ascii_lowercase(),
        false => format!("application/{}", name.to_ascii_lowercase()),
    };
    full(one) == full(other)
}
