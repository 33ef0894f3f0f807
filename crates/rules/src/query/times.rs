//! The claims that hold times, for the rules about them.

use crate::query::claims;
use crate::{Evaluation, Evidence, Place, Record, record};
use decode::Part;
use decode::json::{JsonKind, Member};
use inspect::time::numeric_date::NumericDate;
use inspect::time::{instants, numeric_date};
use inspect::validity;

/// Claims that verifiers read as a NumericDate. RFC 7519 sections 4.1.4 to 4.1.6; OpenID Connect Core 1.0 section 2.
/// `updated_at` is left out, because ordinary issuers write it as text.
pub(crate) const CLAIMS: [&str; 4] = ["exp", "nbf", "iat", "auth_time"];

/// The claims that should hold a time. If a name occurs several times, the last one counts.
pub(crate) fn members<'s>(evaluation: &Evaluation<'s>) -> impl Iterator<Item = (&'s Part, &'s Member)> {
    let part = validity::part_with_times(evaluation.token);
    CLAIMS.into_iter().filter_map(move |name| {
        let member = part?.last_member(name)?;
        claims::can_be_judged(evaluation, &member.value).then_some((part?, member))
    })
}

/// Where a time of the token stands. The place of one in the header of an encrypted token says so.
pub(crate) fn place(evaluation: &Evaluation, name: &str) -> Place {
    let part = validity::part_with_times(evaluation.token);
    part.map_or_else(Place::default, |part| Place::of(evaluation.token, part, name))
}

/// What ends a sentence about the times of a token: where they stand, if that is not where they usually do.
pub(crate) fn origin(evaluation: &Evaluation) -> &'static str {
    if evaluation.token.format.is_encrypted() { ", as its header says" } else { "" }
}

/// The claims that hold a time as a number, with the number.
pub(crate) fn numbers<'s>(evaluation: &Evaluation<'s>) -> impl Iterator<Item = (&'s Part, &'s Member, NumericDate)> {
    members(evaluation).filter_map(|(part, member)| match member.value.kind {
        JsonKind::Number => Some((part, member, numeric_date::parse(&part.source(member.value.span))?)),
        _ => None,
    })
}

/// A time that can be compared with others. Other rules report the times that cannot.
pub(crate) fn sensible<'s>(evaluation: &Evaluation<'s>, name: &str) -> Option<(&'s Part, &'s Member, i64)> {
    let (part, member, date) = numbers(evaluation).find(|(_, member, _)| member.name.text == name)?;
    (numeric_date::is_sensible(date.seconds) && !date.out_of_range).then_some((part, member, date.seconds))
}

/// The time between two instants, in words.
pub(crate) fn between(from: i64, to: i64) -> String {
    instants::duration(to.abs_diff(from))
}

/// Evidence whose message begins with the name of the claim.
pub(crate) fn evidence(
    record: &'static Record,
    evaluation: &Evaluation,
    part: &Part,
    member: &Member,
    rest: &str,
) -> Evidence {
    Evidence::new(record, format!("`{}` {rest}", member.name.text), Place::member(evaluation.token, part, member))
}

/// The record of a finding on one of the claims: `auth_time` and `-is-text` make `auth-time-is-text`.
pub(crate) fn record(records: &[&'static Record], member: &Member, ending: &str) -> Option<&'static Record> {
    record::find(records, &format!("{}{ending}", member.name.text.replace('_', "-")))
}
