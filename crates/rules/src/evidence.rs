//! What a rule has seen in a token, and where.

use std::ptr;

use decode::error::Fault;
use decode::json::{self, Member};
use decode::{Part, Role, Span, Token};
use inspect::problem::Problem;

use crate::{Evaluation, Record, Severity, record};

/// What was seen.
#[derive(Debug, Clone)]
pub struct Evidence {
    pub(crate) record: &'static Record,
    pub(crate) severity: Severity,
    pub message: String,
    pub place: Place,
}

impl Evidence {
    /// As grave as its record says.
    pub(crate) fn new(record: &'static Record, message: impl Into<String>, place: Place) -> Self {
        Self { record, severity: record.severity, message: message.into(), place }
    }

    /// The same with a severity that is not the record's.
    pub(crate) fn with_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }
}

/// Where it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// None for the token as a whole.
    pub role: Option<Role>,
    /// Which part it is: an index into [`Token::parts`]. None for one that is missing, and for the token as a whole.
    pub part: Option<usize>,
    /// For a further signature or recipient of a JSON serialization: the member that lists them all, and which of them
    /// it is, counted from 0. None for the first, which may be the only one, and for what all of them share.
    pub further: Option<(&'static str, usize)>,
    /// The top-level member it is in.
    pub member: Option<String>,
    /// Bytes of the decoded part.
    pub span: Option<Span>,
}

impl Place {
    /// A part that is missing.
    pub(crate) fn role(role: Role) -> Self {
        Self { role: Some(role), ..Self::default() }
    }

    /// `part` is one of the token's.
    pub(crate) fn at(token: &Token, part: &Part) -> Self {
        let list = if token.format.is_encrypted() { "recipients" } else { "signatures" };
        Self {
            // They lie in a row, so their addresses ascend.
            part: token.parts.binary_search_by_key(&ptr::from_ref(part), ptr::from_ref).ok(),
            further: part.group.filter(|group| *group > 0).map(|group| (list, group)),
            ..Self::role(part.role)
        }
    }

    pub(crate) fn member(token: &Token, part: &Part, member: &Member) -> Self {
        Self { member: Some(member.name.text.clone()), span: Some(member.span), ..Self::at(token, part) }
    }

    /// The name of a member, whatever its value is.
    pub(crate) fn name(token: &Token, part: &Part, member: &Member) -> Self {
        Self { span: Some(member.name_span(&part.bytes)), ..Self::member(token, part, member) }
    }

    /// A part's top-level member by name: the last of that name, which is the one that counts.
    pub(crate) fn of(token: &Token, part: &Part, name: &str) -> Self {
        let member = part.last_member(name);
        member.map_or_else(|| Self::at(token, part), |member| Self::member(token, part, member))
    }

    /// The name of that member: it is there, whatever its value is.
    pub(crate) fn of_name(token: &Token, part: &Part, name: &str) -> Self {
        let member = part.last_member(name);
        member.map_or_else(|| Self::at(token, part), |member| Self::name(token, part, member))
    }

    /// Bytes of a part by its position, with the top-level member that they stand in.
    pub(crate) fn inside(token: &Token, part: usize, span: Span) -> Self {
        let Some(part) = token.parts.get(part) else { return Self::default() };
        let member = part.members().iter().find(|member| !span.is_empty() && member.span.overlaps(span));
        Self { member: member.map(|member| member.name.text.clone()), span: Some(span), ..Self::at(token, part) }
    }

    /// RFC 6901: `/header/alg`, `/signatures/1/header/alg`, `/signature`, or nothing for the whole token.
    pub fn pointer(&self) -> String {
        let list = self.further.map_or(String::new(), |(list, at)| format!("/{list}/{at}"));
        let mut pointer = self.role.map_or(String::new(), |role| format!("{list}/{}", role.id()));
        if let Some(name) = &self.member {
            json::descend(&mut pointer, name.chars());
        }
        pointer
    }

    /// Sorts places as they stand in a token.
    pub(crate) fn order(&self) -> (Option<u8>, Option<usize>, usize) {
        (self.role.map(|role| role as u8), self.part, self.span.map_or(0, |span| span.start))
    }
}

/// How many findings of one rule are listed. A hostile token can have the same fault in thousands of parts.
pub(crate) const LIMIT: usize = 20;

/// One piece of evidence for each part of the token with the fault that has the record's id. `sentence` gets the name
/// of the part. A part that is cut off is left out: the cut has a finding of its own.
pub(crate) fn by_fault(
    record: &'static Record,
    evaluation: &Evaluation,
    sentence: fn(&str, &Fault) -> String,
) -> Vec<Evidence> {
    let token = evaluation.token;
    let cut = token.cut_part().map(|part| part.span);
    token
        .parts
        .iter()
        .filter(|part| cut != Some(part.span))
        .filter_map(|part| {
            let fault = part.faults.iter().find(|fault| fault.kind.id() == record.id)?;
            Some(Evidence::new(record, sentence(part.role.name(), fault), Place::at(token, part)))
        })
        .take(LIMIT)
        .collect()
}

/// A problem of a key, a certificate or a disclosure, as evidence. None if the rule has no record for it.
pub(crate) fn of_problem(
    records: &[&'static Record],
    evaluation: &Evaluation,
    part: usize,
    problem: &Problem,
) -> Option<Evidence> {
    let record = record::find(records, problem.id)?;
    let place = Place::inside(evaluation.token, part, problem.span);
    Some(Evidence::new(record, problem.message.as_str(), place).with_severity(problem.severity))
}

#[cfg(test)]
mod tests {
    use crate::Rule;
    use crate::json::json_duplicate_key;
    use crate::segment::base64_padding;
    use crate::testing::{found_by, token_of};

    #[track_caller]
    fn check(rule: &Rule, text: &str, pointers: &[&str]) {
        let found = found_by(rule, &token_of(text));
        assert_eq!(found.iter().map(|(_, place, _)| place.as_str()).collect::<Vec<_>>(), pointers);
    }

    #[test]
    fn says_of_which_signature_or_recipient_it_speaks() {
        let twice = "eyJhIjoxLCJhIjoyfQ";
        let plain = "eyJhbGciOiJIUzI1NiJ9";
        check(
            &json_duplicate_key::RULE,
            &format!(
                r#"{{"payload":"e30","signatures":[{{"protected":"{twice}","signature":"AA"}},{{"protected":"{plain}","signature":"AA"}},{{"protected":"{twice}","signature":"AA"}}]}}"#
            ),
            &["/header/a", "/signatures/2/header/a"],
        );
        check(
            &base64_padding::RULE,
            &format!(
                r#"{{"protected":"{plain}","recipients":[{{}},{{"encrypted_key":"AA=="}}],"iv":"AA==","ciphertext":"AA","tag":"AA"}}"#
            ),
            &["/recipients/1/encryptedKey", "/initializationVector"],
        );
    }

    #[test]
    fn knows_which_of_many_parts_it_is() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.e30.AAAA~WyJhIl0~WyJhYSJd=~");
        let finding = crate::testing::findings(&token).into_iter().find(|it| it.id() == "base64-padding");
        assert_eq!(finding.map(|finding| finding.place.part), Some(Some(4)));
    }
}
