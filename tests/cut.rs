//! A token whose end is missing is not judged as if it were whole: of the healthy tokens of the corpus, cut at any place,
//! nothing grave is said but that they are cut off.

mod common;

use std::collections::BTreeSet;

use decode::Role;
use inspect::Severity;
use inspection::{Inspected, inspect};

/// Every error and warning of a token and of those inside it.
fn grave(inspected: &Inspected, found: &mut Vec<(&'static str, String)>) {
    let findings = inspected.judgement.findings.iter().filter(|finding| finding.severity <= Severity::Warning);
    found.extend(findings.map(|it| (it.id(), format!("{} at {}: {}", it.id(), it.place.pointer(), it.message))));
    inspected.nested.iter().for_each(|nested| grave(nested, found));
}

/// What is said of the cut itself.
fn is_of_the_cut(id: &str) -> bool {
    ["truncated-token"].contains(&id)
}

#[test]
fn explore() {
    let mut seen = std::collections::BTreeMap::<String, (usize, String)>::new();
    let mut count = 0;
    for (at, (name, text, now)) in common::corpus().into_iter().enumerate() {
        let Some(now) = now.filter(|_| !name.contains("near-miss")) else { continue };
        let whole = inspect(&text, now);
        let mut of_whole = Vec::new();
        whole.tokens.iter().for_each(|token| grave(token, &mut of_whole));
        let of_whole: BTreeSet<_> = of_whole.into_iter().map(|(id, _)| id).collect();
        for cut in (4 + at % 3..text.len()).step_by(3) {
            let Some(cut_text) = text.get(..cut) else { continue };
            count += 1;
            for token in &inspect(cut_text, now).tokens {
                let mut found = Vec::new();
                grave(token, &mut found);
                for (id, message) in found.into_iter().filter(|(id, _)| !is_of_the_cut(id) && !of_whole.contains(id)) {
                    let last = token.token.parts.last().map_or("?", |part| part.role.id());
                    let entry = seen.entry(format!("{id} in {last} of {:?}", token.token.format)).or_insert((0, format!("{name} {cut}: {message}")));
                    entry.0 += 1;
                    let _ = Role::Header;
                }
            }
        }
    }
    for (key, (times, example)) in seen { println!("{times:5} {key}\n        {example}"); }
    println!("{count}");
}
