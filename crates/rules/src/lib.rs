//! The findings: what reads well but deserves a second look.
//!
//! A [`Record`] says everything that is the same for every token: why it matters and what to do. A [`Rule`] looks for
//! it and gives [`Evidence`]: what it has seen, and where. Of several findings with one cause only the most telling one
//! is shown.

mod address;
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
mod request;
mod rule;
mod rules;
mod sd_jwt;
mod segment;
mod signature;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod theme;
mod time;
mod unknown_kind;

pub use address::{Addressed, fragment, read_fragment};
pub use evidence::{Evidence, Place};
pub use finding::Finding;
pub use privacy::sensitive_claims;
pub use record::Record;
pub use rule::Rule;
pub use rules::RULES;
pub use theme::CheckTheme;

use inspect::{Evaluation, EvaluationAt, Severity};

pub(crate) use rule::Check;

/// Every record of every rule, in the order of the rules.
pub fn records() -> impl Iterator<Item = &'static Record> {
    RULES.iter().flat_map(|rule| rule.records.iter().copied())
}

/// What the rules find that do not ask what time it is. Looking for it takes nearly all the time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LastingFindings {
    /// Each with the position of its rule.
    found: Vec<(usize, Finding)>,
    /// How many rules have looked.
    looked: usize,
}

impl LastingFindings {
    /// Lets one more rule look. Returns false once all have looked.
    pub fn look_further(&mut self, evaluation: &Evaluation) -> bool {
        let Some(rule) = RULES.get(self.looked) else { return false };
        if let Check::Once(check) = rule.check {
            let evidence = check(evaluation).into_iter();
            self.found.extend(evidence.map(|evidence| (self.looked, Finding::from(evidence))));
        }
        self.looked += 1;
        self.looked < RULES.len()
    }

    /// What all rules find.
    pub fn of(evaluation: &Evaluation) -> Self {
        let mut lasting = Self::default();
        while lasting.look_further(evaluation) {}
        lasting
    }
}

/// All findings on a token at an instant: the gravest first, then by place.
pub fn findings(evaluation: &EvaluationAt, lasting: &LastingFindings) -> Vec<Finding> {
    let of_instant = RULES.iter().enumerate().flat_map(|(position, rule)| {
        let evidence = match rule.check {
            Check::Once(_) => Vec::new(),
            Check::AtInstant(check) => check(evaluation),
        };
        evidence.into_iter().map(move |evidence| (position, Finding::from(evidence)))
    });
    let mut found: Vec<(usize, Finding)> = lasting.found.iter().cloned().chain(of_instant).collect();
    found.sort_by_key(|(position, _)| *position);
    let found: Vec<Finding> = found.into_iter().map(|(_, finding)| finding).collect();
    let is_masked = |finding: &Finding| {
        evaluation.claims_redacted && masked::is_of_masked(evaluation.token, finding.id(), &finding.place)
    };
    let is_left_out =
        |finding: &Finding| is_masked(finding) || precedence::gives_way(evaluation.token, finding, &found);
    let mut findings: Vec<Finding> = found.iter().filter(|finding| !is_left_out(finding)).cloned().collect();
    if unknown_kind::is_unknown(evaluation) {
        findings = findings.into_iter().map(unknown_kind::lowered).collect();
    }
    // The sort is stable: findings that are equal by this stay in the order of the rules.
    findings.sort_by_key(|finding| (finding.severity, finding.place.order()));
    findings
}
