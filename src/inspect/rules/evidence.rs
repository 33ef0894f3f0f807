//! What a rule has seen, and where.

use crate::decode::error::Fault;
use crate::decode::json::Member;
use crate::decode::{Part, Role, Span};

use super::Severity;

/// What was seen.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The finding's id where it is not the rule's.
    pub(super) id: Option<String>,
    /// The finding's severity where it is not the rule's.
    pub(super) severity: Option<Severity>,
    pub message: String,
    pub place: Place,
}

impl Evidence {
    pub(super) fn new(message: impl Into<String>, place: Place) -> Self {
        Self { id: None, severity: None, message: message.into(), place }
    }
}

/// Where it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// None for the token as a whole.
    pub role: Option<Role>,
    /// The top-level member it is in.
    pub member: Option<String>,
    /// Bytes of the decoded part.
    pub span: Option<Span>,
}

impl Place {
    pub(super) fn role(role: Role) -> Self {
        Self { role: Some(role), ..Self::default() }
    }

    pub(super) fn member(part: &Part, member: &Member) -> Self {
        Self { role: Some(part.role), member: Some(member.name.text.clone()), span: Some(member.span) }
    }

    /// A part's top-level member by name: the last of that name, which is the one that counts.
    pub(super) fn of(part: &Part, name: &str) -> Self {
        let member = part.members().iter().rev().find(|member| member.name.text == name);
        member.map_or_else(|| Self::role(part.role), |member| Self::member(part, member))
    }

    /// RFC 6901: `/header/alg`, `/signature`, or nothing for the whole token.
    pub fn pointer(&self) -> String {
        let role = self.role.map_or(String::new(), |role| ["/", role.id()].concat());
        match &self.member {
            Some(name) => [&role, "/", &name.replace('~', "~0").replace('/', "~1")].concat(),
            None => role,
        }
    }

    /// Sorts places as they stand in a token.
    pub(super) fn order(&self) -> (Option<u8>, usize) {
        (self.role.map(|role| role as u8), self.span.map_or(0, |span| span.start))
    }
}

/// Of thousands of signatures, disclosures or keys with one fault, the first ones say it.
pub(super) const LIMIT: usize = 20;

/// One piece of evidence for each part of the token that has a fault of this kind; `sentence` gets the part's name.
/// A part that is cut off ends anyhow: that is said by itself.
pub(super) fn by_fault(subject: &super::Subject, id: &str, sentence: fn(&str, &Fault) -> String) -> Vec<Evidence> {
    let of_part = |part: &Part| {
        let fault = part.faults.iter().find(|fault| fault.kind.id() == id)?;
        Some(Evidence::new(sentence(part.role.name(), fault), Place::role(part.role)))
    };
    let cut = super::truncated_token::cut_part(subject.token).map(|part| part.span);
    subject.token.parts.iter().filter(|part| cut != Some(part.span)).filter_map(of_part).take(LIMIT).collect()
}
