//! The claims that hold times, for the rules about them.

use super::{Evidence, Place, Subject};
use crate::decode::Part;
use crate::decode::json::{Kind, Member};
use crate::inspect::numeric_date::{self, NumericDate};

/// Claims that verifiers read as a NumericDate. RFC 7519 sections 4.1.4 to 4.1.6; OpenID Connect Core 1.0 section 2.
/// Not `updated_at`, which ordinary issuers write as text.
const CLAIMS: [&str; 4] = ["exp", "nbf", "iat", "auth_time"];

/// The claims set's members that should hold a time. Of several with one name the last counts.
pub(super) fn members<'s>(subject: &Subject<'s>) -> impl Iterator<Item = (&'s Part, &'s Member)> {
    let payload = subject.token.payload();
    CLAIMS.into_iter().filter_map(move |name| {
        let member = payload?.members().iter().rfind(|member| member.name.text == name)?;
        Some((payload?, member))
    })
}

/// The same, for those that hold a number, with the number.
pub(super) fn numbers<'s>(subject: &Subject<'s>) -> impl Iterator<Item = (&'s Part, &'s Member, NumericDate)> {
    members(subject).filter_map(|(part, member)| match member.value.kind {
        Kind::Number => Some((part, member, numeric_date::parse(&part.source(member.value.span))?)),
        _ => None,
    })
}

/// A sentence that begins with the claim's name.
pub(super) fn evidence(subject: &Subject, part: &Part, member: &Member, rest: &str) -> Evidence {
    Evidence::new(["`", &member.name.text, "` ", rest].concat(), Place::member(subject.token, part, member))
}
