//! The members of a part of each token, side by side by their names.

use super::pairs::{last_of_each, partners};
use super::sets::SetDifference;
use super::value::{self, Difference};
use super::{NamedSide, SideName, times};
use crate::describe::DescribedMember;
use crate::masked::MASK;
use decode::json::Value;
use decode::{Part, Role};

/// One name, and what each of the two says under it.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberRow {
    pub name: String,
    pub change: Change,
    pub one: Option<Held>,
    pub other: Option<Held>,
    /// A sentence or none: by how much a time moved, and that a name is repeated.
    pub note: String,
    /// Inside objects and arrays. At most a dozen.
    pub inside: Vec<Difference>,
    /// Where it is a set or holds sets that differ. At most a dozen.
    pub sets: Vec<SetDifference>,
    pub has_more_inside: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Same,
    /// Equal by value, but written differently.
    Rewritten,
    Changed,
    OnlyOne,
    OnlyOther,
    /// The sender of one at least masked it, or a part of it; what can be compared does not differ.
    Redacted,
}

/// What one of them says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The value's exact source text.
    pub raw: String,
    /// For a claim that holds a time.
    pub instant: Option<i64>,
}

struct SideMembers<'a> {
    name: SideName,
    part: Option<&'a Part>,
    described: &'a [DescribedMember],
    names: Vec<&'a str>,
}

impl<'a> SideMembers<'a> {
    fn of(side: NamedSide<'a>, role: Role) -> Self {
        let position = side.token.parts.iter().position(|part| part.role == role);
        let part = position.and_then(|position| side.token.parts.get(position));
        let described: &[DescribedMember] = position
            .and_then(|position| side.description.parts.get(position))
            .map_or(&[], |described| &described.members);
        Self {
            name: side.name,
            part,
            described,
            names: described.iter().map(|member| &*member.name).collect::<Vec<_>>(),
        }
    }

    fn value(&self, at: usize) -> Option<(&'a Part, &'a Value)> {
        let part = self.part?;
        Some((part, &part.members().get(at)?.value))
    }

    fn held(&self, at: usize) -> Option<Held> {
        self.described.get(at).map(|member| Held { raw: member.raw.clone(), instant: member.instant })
    }
}

pub(super) fn rows(one: NamedSide, other: NamedSide, role: Role) -> Vec<MemberRow> {
    let (here, there) = (SideMembers::of(one, role), SideMembers::of(other, role));
    let repeated_there: Vec<(usize, bool)> = last_of_each(&there.names);
    let partner = partners(&here.names, &there.names);
    let mut rows = Vec::new();
    for (at, is_repeated) in last_of_each(&here.names) {
        let with = partner.get(at).copied().flatten();
        let repeats = |with: usize| {
            let found = repeated_there.binary_search_by(|(last, _)| last.cmp(&with)).ok();
            found.and_then(|found| repeated_there.get(found)).is_some_and(|(_, is_repeated)| *is_repeated)
        };
        rows.extend(row(&here, Some(at), &there, with, [is_repeated, with.is_some_and(repeats)]));
    }
    let partner = partners(&there.names, &here.names);
    for (at, is_repeated) in repeated_there {
        if partner.get(at) == Some(&None) {
            rows.extend(row(&here, None, &there, Some(at), [false, is_repeated]));
        }
    }
    rows
}

fn row(
    here: &SideMembers,
    at: Option<usize>,
    there: &SideMembers,
    with: Option<usize>,
    repeated: [bool; 2],
) -> Option<MemberRow> {
    let one = at.and_then(|at| here.held(at));
    let other = with.and_then(|with| there.held(with));
    let name = at.and_then(|at| here.names.get(at)).or_else(|| there.names.get(with?))?;
    let mut row = MemberRow {
        name: (*name).to_owned(),
        change: Change::Same,
        note: String::new(),
        inside: Vec::new(),
        sets: Vec::new(),
        has_more_inside: false,
        one,
        other,
    };
    row.change = match (&row.one, &row.other) {
        (Some(_), Some(_)) if row.name == MASK => Change::Redacted,
        (Some(a), Some(b)) if a.raw == b.raw && !a.raw.contains(MASK) => Change::Same,
        (Some(a), Some(b)) => {
            let values = (at.and_then(|at| here.value(at))?, with.and_then(|with| there.value(with))?);
            let differences = value::differences(&row.name, values.0, values.1);
            let is_equal = differences.found.is_empty() && differences.sets.is_empty();
            (row.inside, row.has_more_inside) = (differences.found, differences.has_more);
            row.sets = differences.sets;
            if let (Some(from), Some(to)) = (a.instant, b.instant) {
                row.note = times::moved(from, to, there.name);
            }
            match is_equal {
                false => Change::Changed,
                true if differences.has_masks => Change::Redacted,
                true if a.raw == b.raw => Change::Same,
                true => Change::Rewritten,
            }
        }
        (Some(_), None) => Change::OnlyOne,
        (None, _) => Change::OnlyOther,
    };
    // An empty path is the value itself, which the row shows already.
    row.inside.retain(|difference| !difference.path.is_empty());
    let of_one = |who: SideName| format!("{} repeats the name: the last one is compared.", who.beginning());
    let repeats = match repeated {
        [false, false] => String::new(),
        [true, false] => of_one(here.name),
        [false, true] => of_one(there.name),
        [true, true] => "Both repeat the name: the last one of each is compared.".to_owned(),
    };
    if !repeats.is_empty() {
        row.note = if row.note.is_empty() { repeats } else { format!("{} {repeats}", row.note) };
    }
    Some(row)
}
