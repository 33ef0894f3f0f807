//! Two tokens side by side: what they have in common, what differs, and what that says.
//!
//! Nothing here is verified, so every sentence tells what the two say, and is true of forged ones too. The two are called
//! by their times: the earlier token is "Before", the later one "After".

mod identity;
mod members;
mod order;
mod pairs;
mod said;
mod sets;
mod signatures;
mod times;
mod value;

#[cfg(test)]
mod cautious_tests;
#[cfg(test)]
mod limit_tests;
#[cfg(test)]
mod set_tests;
#[cfg(test)]
mod tests;

use decode::json::JsonKind;
use decode::{Part, Role, Token};

use super::describe::{Description, is_nested};
use crate::Severity;

pub use members::{Change, Held, MemberRow};
pub use order::{SideName, side_names};
pub use sets::{SetDifference, WordList};
pub use value::{Difference, is_same_number, middle};

/// A token and what is known of it.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub token: &'a Token,
    pub description: &'a Description,
}

impl<'a> Side<'a> {
    fn named(self, name: SideName) -> NamedSide<'a> {
        NamedSide { token: self.token, description: self.description, name }
    }
}

/// The same, with what it is called.
#[derive(Clone, Copy)]
struct NamedSide<'a> {
    token: &'a Token,
    description: &'a Description,
    name: SideName,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What the two are called, in the order in which they stand.
    pub names: [SideName; 2],
    /// What the two together reveal, the gravest first.
    pub remarks: Vec<ComparisonRemark>,
    /// One entry for each topic that at least one of the tokens mentions.
    pub topics: Vec<ComparedTopic>,
    /// Claims, then headers.
    pub parts: Vec<ComparedPart>,
}

/// Something that only shows in two tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRemark {
    /// Stable, kebab-case.
    pub id: &'static str,
    pub severity: Severity,
    /// Full sentences, with back quotes around what is code.
    pub message: String,
    /// Why it matters and what to do, in full sentences; empty where the message says it all.
    pub advice: &'static str,
    pub references: &'static [&'static str],
}

/// Whether the two say the same of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedTopic {
    /// One or two words.
    pub name: &'static str,
    pub outcome: Likeness,
    /// A full sentence, with back quotes around what is code.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    Same,
    Different,
    /// The two do not say enough.
    Unknown,
}

/// A part that one of the two has at least, member by member.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedPart {
    pub role: Role,
    /// What keeps the two from being compared whole.
    pub remarks: Vec<String>,
    /// Those of the one in its order, then those that only the other has.
    pub rows: Vec<MemberRow>,
}

pub fn compare(one: Side, other: Side) -> Comparison {
    let names = side_names(one.token, other.token);
    let [first, second] = names;
    let (one, other) = (one.named(first), other.named(second));
    let (topics, parts) = (topics(one, other), parts(one, other));
    Comparison { names, remarks: signatures::remarks(one, other, &topics, &parts), topics, parts }
}

fn topics(one: NamedSide, other: NamedSide) -> Vec<ComparedTopic> {
    let mut topics = identity::topics(one, other);
    topics.extend(sets::topics(one, other));
    topics.extend(signatures::key(one, other));
    topics.extend(times::topic(one, other));
    topics
}

impl ComparedTopic {
    fn new(name: &'static str, outcome: Likeness, message: impl Into<String>) -> Self {
        Self { name, outcome, message: message.into() }
    }
}

const ROLES: [Role; 4] = [Role::Payload, Role::Header, Role::SharedHeader, Role::UnprotectedHeader];

fn parts(one: NamedSide, other: NamedSide) -> Vec<ComparedPart> {
    let mut parts = Vec::new();
    for role in ROLES {
        let has = |side: NamedSide| side.token.parts.iter().any(|part| part.role == role);
        if has(one) || has(other) {
            let can_be_told = role != Role::Payload || (is_readable(one) && is_readable(other));
            let rows = if can_be_told { members::rows(one, other, role) } else { Vec::new() };
            parts.push(ComparedPart { role, remarks: remarks(one, other, role), rows });
        }
    }
    parts
}

/// Whether its claims stand there to be read.
fn is_readable(side: NamedSide) -> bool {
    side.token.payload().is_some_and(|payload| !payload.members().is_empty() || is_empty_object(payload))
}

fn is_empty_object(part: &Part) -> bool {
    part.error().is_none() && part.value().is_some_and(|value| matches!(value.kind, JsonKind::Object(_)))
}

fn remarks(one: NamedSide, other: NamedSide, role: Role) -> Vec<String> {
    let mut remarks = Vec::new();
    for side in [one, other] {
        let of_role = |part: &&Part| part.role == role;
        let at = side.token.parts.iter().position(|part| part.role == role);
        let part = at.and_then(|at| side.token.parts.get(at));
        let is_broken = at.and_then(|at| side.description.parts.get(at)).is_some_and(|part| part.error.is_some());
        let is_payload = role == Role::Payload;
        let why = match part {
            _ if is_payload && side.token.format.is_encrypted() => " is encrypted: its claims cannot be read here.",
            _ if is_payload && side.token.is_detached() => " left its payload out.",
            Some(part) if is_broken && part.is_cut() => " breaks off here: what seems to be missing may only be cut.",
            Some(_) if is_broken => " cannot be read whole here.",
            _ if is_payload && is_nested(side.token) => {
                " has a whole token in place of claims: open it to compare that."
            }
            Some(part) if is_payload && part.members().is_empty() && !is_empty_object(part) => {
                " has no claims by name."
            }
            None if is_payload => " has no claims.",
            Some(_) if side.token.parts.iter().filter(of_role).nth(1).is_some() => {
                " has several of these: the first is compared."
            }
            Some(_) if is_payload && side.description.sd_jwt.is_some() => {
                " discloses claims one by one: they are compared as they are signed, without what its disclosures add."
            }
            _ => continue,
        };
        remarks.push(format!("{}{why}", side.name.beginning()));
    }
    let payloads = [one, other].map(|side| side.token.payload().filter(|_| role == Role::Payload));
    if let [Some(a), Some(b)] = payloads
        && !(is_readable(one) && is_readable(other))
        && !one.token.format.is_encrypted()
    {
        let same = if a.bytes == b.bytes { "The two payloads are the same bytes." } else { "The two payloads differ." };
        remarks.push(same.to_owned());
    }
    remarks
}
