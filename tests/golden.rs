//! Pasted texts in, reports out: every file `tests/golden/*.txt` gives exactly the `.json` beside it.
//!
//! `UPDATE_EXPECT=1 cargo test --test golden` writes the reports anew; the change is then there to be read.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use inspection::inspect;
use share::report;

/// 2023-11-14T22:13:20Z.
const NOW: i64 = 1_700_000_000;

#[test]
fn every_paste_gives_its_report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut pastes: Vec<_> = fs::read_dir(&folder)
        .expect("tests/golden")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pastes.sort();
    assert!(pastes.len() >= 36, "only {} pastes were found", pastes.len());
    for paste in pastes {
        let text = fs::read_to_string(&paste).expect("a paste is UTF-8");
        let report = report::json(&inspect(&text, NOW)) + "\n";
        expect_file![paste.with_extension("json")].assert_eq(&report);
    }
}
