//! docs/FINDINGS.md is written from the records. `UPDATE_EXPECT=1 cargo test --test findings_document` writes it anew.

use expect_test::expect_file;
use inspect::Severity;
use rules::Record;

const HEAD: &str = "\
# Findings

Every check that the inspector makes, without a key and without a network. A test writes this document from the records in
`crates/rules/src/`; change the text there.

A severity means the same everywhere. **Error**: breaks a MUST, cannot work as written, is past a hard limit, or matches a
known attack. **Warning**: legal, but a known weakness or very likely a mistake. **Notice**: unusual, worth a look, often
fine. **Info**: helps reading. Each finding is listed under the gravest severity that it can have. An ordinary, well-made
token has no error and no warning; tests hold that for all healthy tokens of `tests/corpus/`.
";

fn section(severity: Severity) -> String {
    let entries: String = rules::records().filter(|record| record.severity == severity).map(entry).collect();
    format!("\n## {}\n{entries}", severity.name())
}

fn entry(record: &Record) -> String {
    let Record { id, title, why, advice, references, .. } = record;
    format!("\n### {title}\n\n`{id}`. {why}\n{advice}\n\nSee {}.\n", references.join(", "))
}

#[test]
fn is_what_the_records_say() {
    let sections = [Severity::Error, Severity::Warning, Severity::Notice, Severity::Info].map(section);
    expect_file!["../docs/FINDINGS.md"].assert_eq(&format!("{HEAD}{}", sections.concat()));
}
