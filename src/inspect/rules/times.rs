//! The claims that hold times, for the rules about them.

use super::{Evidence, Place, Subject};
use crate::decode::Part;
use crate::decode::json::{Kind, Member};
use crate::inspect::numeric_date::{self, NumericDate};

/// Registered claims that are a NumericDate. RFC 7519 section 2; OpenID Connect Core 1.0 sections 2 and 5.1.
const CLAIMS: [&str; 6] = ["exp", "nbf", "iat", "auth_time", "updated_at", "toe"];

/// The claims set's members that should hold a time.
pub(super) fn members<'s>(subject: &Subject<'s>) -> impl Iterator<Item = (&'s Part, &'s Member)> {
    let payload = subject.token.payload();
    let of_part = |part: &'s Part| part.members().iter().map(move |member| (part, member));
    payload.into_iter().flat_map(of_part).filter(|(_, member)| CLAIMS.contains(&member.name.text.as_str()))
}

/// The same, for those that hold a number, with the number.
pub(super) fn numbers<'s>(subject: &Subject<'s>) -> impl Iterator<Item = (&'s Part, &'s Member, NumericDate)> {
    members(subject).filter_map(|(part, member)| match member.value.kind {
        Kind::Number => Some((part, member, numeric_date::parse(&part.source(member.value.span))?)),
        _ => None,
    })
}

/// A sentence that begins with the claim's name.
pub(super) fn evidence(part: &Part, member: &Member, rest: &str) -> Evidence {
    Evidence::new(["`", &member.name.text, "` ", rest].concat(), Place::member(part, member))
}
