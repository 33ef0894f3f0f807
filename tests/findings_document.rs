//! docs/FINDINGS.md is what the rules say. `UPDATE_EXPECT=1 cargo test --test findings_document` writes it anew.

use expect_test::expect_file;
use inspect::Severity;
use rules::{RULES, Rule};

const HEAD: &str = "\
# Findings

What the inspector says of a token beyond what stands in it, without a key and without a network. Written from the rules
in `crates/rules/src/` by a test; change it there.

A severity means the same everywhere. **Error**: breaks a MUST, cannot work as written, is past a hard limit, or matches a
known attack. **Warning**: legal, but a known weakness or very likely a mistake. **Notice**: unusual, worth a look, often
fine. **Info**: helps reading. A rule of several near-identical findings lists them with their severities; a `*` in an id stands for a claim, a kind of token, or
one of several problems. An
ordinary, well-made token has no error and no warning; tests hold that for all healthy tokens of `tests/corpus/`.
";

fn section(severity: Severity) -> String {
    let of_severity = RULES.iter().filter(|rule| rule.severity == severity);
    let entries: String = of_severity.map(|rule| entry(rule)).collect();
    format!("\n## {}\n{entries}", severity.name())
}

fn entry(rule: &Rule) -> String {
    let Rule { title, why, advice, references, .. } = rule;
    let name = |letter| match letter {
        'E' => "error",
        'W' => "warning",
        'N' => "notice",
        _ => "info",
    };
    let ids: Vec<_> = rule
        .ids()
        .map(|(id, severities)| match severities {
            "" => format!("`{id}`"),
            _ => format!("`{id}` ({})", severities.chars().map(name).collect::<Vec<_>>().join(" or ")),
        })
        .collect();
    format!("\n### {title}\n\n{}. {why}\n{advice}\n\nSee {}.\n", ids.join(", "), references.join(", "))
}

#[test]
fn is_what_the_rules_say() {
    let sections = [Severity::Error, Severity::Warning, Severity::Notice, Severity::Info].map(section);
    expect_file!["../docs/FINDINGS.md"].assert_eq(&[HEAD, &sections.concat()].concat());
}
