//! The findings: what reads well but deserves a second look.
//!
//! A [`Record`] says everything that is the same for every token: why it matters and what to do. A [`Rule`] looks for
//! it and gives [`Evidence`]: what it has seen, and where. Of several findings with one cause only the most telling one
//! is shown.

mod algorithm;
mod claim;
mod evidence;
mod finding;
mod header;
mod json;
mod jwe;
mod key;
mod kind;
mod masked;
mod oauth;
mod platform;
mod precedence;
mod privacy;
mod query;
mod record;
mod rule;
mod rules;
mod sd_jwt;
mod segment;
mod signature;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod time;

pub use evidence::{Evidence, Place};
pub use finding::Finding;
pub use record::Record;
pub use rule::Rule;
pub use rules::RULES;

use inspect::{Evaluation, Severity};

/// Every record of every rule, in the order of the rules.
pub fn records() -> impl Iterator<Item = &'static Record> {
    RULES.iter().flat_map(|rule| rule.records.iter().copied())
}

/// All findings on a token: the gravest first, then by place.
pub fn findings(evaluation: &Evaluation) -> Vec<Finding> {
    let found: Vec<Finding> = RULES.iter().flat_map(|rule| (rule.check)(evaluation)).map(Finding::from).collect();
    let is_masked = |finding: &Finding| {
        evaluation.context.claims_redacted && masked::is_of_masked(evaluation.token, finding.id(), &finding.place)
    };
    let mut findings: Vec<Finding> = found
        .iter()
        .filter(|finding| !is_masked(finding) && !precedence::gives_way(finding.record, &found))
        .cloned()
        .collect();
    // The sort is stable: findings that are equal by this stay in the order of the rules.
    findings.sort_by_key(|finding| (finding.severity, finding.place.order()));
    findings
}
