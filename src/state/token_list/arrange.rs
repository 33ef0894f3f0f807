//! The lines of a list: those tokens that are wanted, in the order that is wanted, under the heads of their sections.

use std::cmp::Ordering;

use inspect::validity::Status;

use super::criteria::{Column, Criteria, Only, Sort};
use super::{Section, TokenList, TokenRow};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Head {
        section: Section,
        /// Of the tokens below it.
        count: usize,
    },
    /// The row at this position.
    Row(usize),
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    pub lines: Vec<Line>,
    /// How many tokens are listed.
    pub count: usize,
}

/// How many tokens each part of the list has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    pub all: usize,
    pub refused: usize,
    pub expired: usize,
    /// By the short name of the kind, the most frequent first.
    pub kinds: Vec<(&'static str, usize)>,
}

impl Arranged {
    pub fn of(list: &TokenList, criteria: &Criteria, now: i64) -> Self {
        let query = criteria.query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        let is_wanted =
            |row: &TokenRow| is_among(row, criteria.only, now) && words.iter().all(|word| row.searched.contains(word));
        let all = list.rows.iter().enumerate();
        let mut wanted: Vec<(usize, &TokenRow)> = all.filter(|(_, row)| is_wanted(row)).collect();
        let sort = criteria.sort(list);
        put_in_order(&mut wanted, sort, list);
        let count = wanted.len();
        let has_heads = sort.column == Column::Status && list.has_requests;
        let mut lines = Vec::with_capacity(count);
        for section in
            wanted.chunk_by(|(_, one), (_, other)| !has_heads || one.sighting.section == other.sighting.section)
        {
            if let Some((_, row)) = section.first().filter(|_| has_heads) {
                lines.push(Line::Head { section: row.sighting.section, count: section.len() });
            }
            lines.extend(section.iter().map(|(position, _)| Line::Row(*position)));
        }
        Self { lines, count }
    }

    /// The positions of the rows, in their order.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row(position) => Some(*position),
            Line::Head { .. } => None,
        })
    }
}

impl Counts {
    pub fn of(list: &TokenList, now: i64) -> Self {
        let count = |only| list.rows.iter().filter(|row| is_among(row, only, now)).count();
        let mut kinds: Vec<(&'static str, usize)> = Vec::new();
        for row in &list.rows {
            let kind = row.kind_in_short();
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((kind, 1)),
            }
        }
        kinds.sort_by_key(|(_, count)| usize::MAX - count);
        Self { all: list.rows.len(), refused: count(Only::Refused), expired: count(Only::Expired), kinds }
    }
}

fn is_among(row: &TokenRow, only: Only, now: i64) -> bool {
    match only {
        Only::All => true,
        Only::Refused => row.sighting.section == Section::Refused,
        Only::Expired => row.times.at(now).status == Status::Expired,
        Only::Kind(kind) => row.kind_in_short() == kind,
    }
}

fn put_in_order(rows: &mut [(usize, &TokenRow)], Sort { column, is_descending }: Sort, list: &TokenList) {
    let turned = |order: Ordering| if is_descending { order.reverse() } else { order };
    // What is not there goes last, whichever the order.
    let by_text = |rows: &mut [(usize, &TokenRow)], text: &dyn Fn(&TokenRow) -> Option<String>| {
        let mut keyed: Vec<_> =
            rows.iter().map(|(at, row)| (text(row).map(|text| text.to_lowercase()), *at, *row)).collect();
        keyed
            .sort_by(|(one, ..), (other, ..)| one.is_none().cmp(&other.is_none()).then_with(|| turned(one.cmp(other))));
        rows.iter_mut().zip(keyed).for_each(|(place, (_, at, row))| *place = (at, row));
    };
    let by = |rows: &mut [(usize, &TokenRow)], order: &dyn Fn(&TokenRow, &TokenRow) -> Ordering| {
        rows.sort_by(|(_, one), (_, other)| order(one, other));
    };
    // By place first: what follows keeps this order among equals.
    by(rows, &|one, other| one.sighting.at.cmp(&other.sighting.at));
    match column {
        Column::Status if is_descending => by(rows, &|one, other| one.sighting.section.cmp(&other.sighting.section)),
        Column::Status => by(rows, &|one, other| {
            let sections = other.sighting.section.cmp(&one.sighting.section);
            sections.then_with(|| status(one).cmp(&status(other)))
        }),
        Column::Place if list.has_requests => {
            by_text(rows, &|row| row.request.as_ref().map(|request| format!("{} {}", request.address, request.method)))
        }
        Column::Place => by(rows, &|one, other| turned(one.sighting.at.cmp(&other.sighting.at))),
        Column::Kind => by_text(rows, &|row| Some(row.kind_in_short().to_owned())),
        Column::Subject => by_text(rows, &|row| row.named.subject.clone()),
        Column::Issuer => by_text(rows, &|row| row.named.issuer.clone()),
        Column::Expires => by(rows, &|one, other| {
            let [one, other] = [one, other].map(|row| row.times.at(0).expires_at);
            one.is_none().cmp(&other.is_none()).then_with(|| turned(one.cmp(&other)))
        }),
        Column::Count => by(rows, &|one, other| turned(one.count.cmp(&other.count))),
    }
}

fn status(row: &TokenRow) -> Option<u16> {
    row.request.as_ref().and_then(|request| request.status)
}
