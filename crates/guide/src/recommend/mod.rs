//! From the answers of a reader to the way that fits, with its reasons and its costs.

mod ways;

#[cfg(test)]
mod tests;

use crate::choices::Answer::{self, *};
use crate::choices::Answers;
use ways::{BFF, BOTH, COOKIE, LOOKUP, PROGRAMS, REFRESH, SESSION};

/// What fits the answers.
pub struct Recommendation {
    pub id: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
    pub reasons: Vec<&'static str>,
    pub costs: Vec<&'static str>,
    /// Positions in `side_by_side::ROWS` that the reasons rest on.
    pub deciding: Vec<usize>,
    pub reference: &'static str,
}

/// A way to remember who is signed in. Its reasons and costs depend on the answers.
struct Way {
    id: &'static str,
    title: &'static str,
    summary: &'static str,
    /// A condition on the answers, the row of `side_by_side::ROWS` that the reason rests on, and the reason.
    reasons: &'static [(&'static [Answer], usize, &'static str)],
    /// A condition on the answers, and the cost.
    costs: &'static [(&'static [Answer], &'static str)],
    reference: &'static str,
}

/// The first condition that is met decides. The last one is always met.
const DECISIONS: [(&[Answer], &Way); 14] = [
    (&[OwnPrograms, OthersPrograms, AtOnce], &LOOKUP),
    (&[OwnPrograms, OthersPrograms], &PROGRAMS),
    (&[NoBrowser, AtOnce], &LOOKUP),
    (&[NoBrowser], &REFRESH),
    (&[OtherSites], &BFF),
    (&[OwnSite, Others], &BFF),
    (&[People, Others], &BFF),
    (&[Others, AtOnce], &LOOKUP),
    (&[Others], &REFRESH),
    (&[Several, Store], &SESSION),
    (&[Several, NoStore, Hour], &COOKIE),
    (&[Several], &BOTH),
    (&[NoStore, Minutes, Hour], &COOKIE),
    (&[], &SESSION),
];

pub fn recommend(answers: Answers) -> Recommendation {
    let way = DECISIONS.iter().find(|(condition, _)| answers.meet(condition)).map_or(&SESSION, |(_, way)| *way);
    let reasons = || way.reasons.iter().filter(|(condition, ..)| answers.meet(condition));
    let mut deciding: Vec<usize> = Vec::new();
    for (_, row, _) in reasons() {
        if !deciding.contains(row) {
            deciding.push(*row);
        }
    }
    Recommendation {
        id: way.id,
        title: way.title,
        summary: way.summary,
        reasons: reasons().map(|(.., said)| *said).collect(),
        costs: way.costs.iter().filter(|(condition, _)| answers.meet(condition)).map(|(_, said)| *said).collect(),
        deciding,
        reference: way.reference,
    }
}
