//! The headers of a token and their parameters.

use crate::query::claims;
use crate::{Evaluation, Evidence, Place, Record};
use decode::json::Member;
use decode::{Part, Token};

/// The headers of all signatures or recipients.
pub(crate) fn of_token(token: &Token) -> impl Iterator<Item = &Part> {
    token.parts.iter().filter(|part| part.role.is_header())
}

/// The headers of the token that a rule looks at.
pub(crate) fn headers<'s>(evaluation: &Evaluation<'s>) -> impl Iterator<Item = &'s Part> {
    of_token(evaluation.token)
}

/// The header parameters with this name that can be [judged](claims::can_be_judged). Of several in one header, the last
/// one counts.
pub(crate) fn parameters<'s>(
    evaluation: &Evaluation<'s>,
    name: &'static str,
) -> impl Iterator<Item = (&'s Part, &'s Member)> {
    let judgeable = |member: &&'s Member| claims::can_be_judged(evaluation, &member.value);
    headers(evaluation).filter_map(move |part| Some((part, part.last_member(name).filter(judgeable)?)))
}

/// Evidence on one header parameter, or one claim.
pub(crate) fn evidence(
    record: &'static Record,
    evaluation: &Evaluation,
    part: &Part,
    member: &Member,
    message: impl Into<String>,
) -> Evidence {
    Evidence::new(record, message, Place::member(evaluation.token, part, member))
}
