//! What the headers of a token hold, for the rules about them.

use super::{Evaluation, Evidence, Place};
use decode::json::Member;
use decode::{Part, Token};

/// The parts that are headers, of every signature or recipient.
pub(super) fn of_token(token: &Token) -> impl Iterator<Item = &Part> {
    token.parts.iter().filter(|part| part.role.is_header())
}

/// The same of the token that a rule looks at.
pub(super) fn headers<'s>(evaluation: &Evaluation<'s>) -> impl Iterator<Item = &'s Part> {
    of_token(evaluation.token)
}

/// The header parameters of this name. Of several in one header the last counts.
pub(super) fn parameters<'s>(
    evaluation: &Evaluation<'s>,
    name: &'static str,
) -> impl Iterator<Item = (&'s Part, &'s Member)> {
    let last = move |part: &'s Part| part.members().iter().rfind(|member| member.name.text == name);
    headers(evaluation).filter_map(move |part| Some((part, last(part)?)))
}

/// A finding of a family, on one header parameter.
pub(super) fn evidence(evaluation: &Evaluation, part: &Part, member: &Member, id: &str, message: &[&str]) -> Evidence {
    let mut evidence = Evidence::new(message.concat(), Place::member(evaluation.token, part, member));
    evidence.id = Some(id.to_owned());
    evidence
}
