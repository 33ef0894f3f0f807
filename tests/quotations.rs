//! What comes from a token stands in our sentences as a quotation: between back quotes, capped, in one line, with
//! nothing in it that ends the quotation or hides. All rules and all other sentences are asked, with hostile values in
//! the place of every name and value of the corpus, and in tokens made for it.

mod common;
#[path = "quotations/hostile_tokens.rs"]
mod hostile_tokens;
#[path = "quotations/sentences.rs"]
mod sentences;

use std::collections::BTreeSet;

use inspection::inspect;
use share::report;

use hostile_tokens::{HOSTILE, MARKER, tokens};
use sentences::{Sentence, sentences};

/// 2023-11-14T22:13:20Z.
const NOW: i64 = 1_700_000_000;

/// More than any sentence quotes of one value: 120 characters, each as the name of an invisible one. The contents of what
/// is no JWT may be 2,000 characters.
const LONGEST: usize = 120 * 9 + 1;
const LONGEST_INSIDE: usize = 2_000 * 9 + 1;

#[track_caller]
fn check(sentence: &Sentence, text: &str) {
    let pieces: Vec<&str> = sentence.text.split('`').collect();
    let told = || format!("{}: {}\nof {text:.2000}", sentence.of, sentence.text);
    assert!(pieces.len() % 2 == 1, "a quotation does not end in {}", told());
    for (position, piece) in pieces.iter().enumerate() {
        assert!(!piece.contains(['\n', '\t', '\r', '\u{202E}']), "a control character stands in {}", told());
        if position % 2 == 0 {
            assert!(!HOSTILE.iter().any(|hostile| piece.contains(hostile)), "not quoted in {}", told());
            assert!(!piece.contains(MARKER) && !piece.contains("QQQQ"), "not quoted in {}", told());
        } else {
            let longest = if sentence.of == "looks-like-inside" { LONGEST_INSIDE } else { LONGEST };
            assert!(piece.chars().count() <= longest, "too long in {}", told());
        }
    }
}

/// What stands outside code spans. CommonMark section 6.1: a span ends with as many back quotes as it begins with.
fn outside_code(markdown: &str) -> String {
    let mut outside = String::new();
    let mut rest = markdown;
    while let Some(start) = rest.find('`') {
        outside += &rest[..start];
        rest = &rest[start..];
        let fence = rest.len() - rest.trim_start_matches('`').len();
        let behind = &rest[fence..];
        let mut at = 0;
        let end = loop {
            let Some(next) = behind[at..].find('`').map(|next| at + next) else { break None };
            let run = behind[next..].len() - behind[next..].trim_start_matches('`').len();
            if run == fence {
                break Some(next + run);
            }
            at = next + run;
        };
        match end {
            Some(end) => rest = &behind[end..],
            None => {
                outside += &rest[..fence];
                rest = behind;
            }
        }
    }
    outside + rest
}

#[test]
fn quote_what_comes_from_a_token() {
    let mut quoted_by = BTreeSet::new();
    for text in tokens() {
        let inspection = inspect(&text, NOW);
        for sentence in sentences(&inspection) {
            check(&sentence, &text);
            if sentence.text.contains(MARKER) || sentence.text.contains("QQQQ") {
                quoted_by.insert(sentence.of);
            }
        }
        for inspected in inspection.tokens.iter().take(1) {
            let markdown = report::markdown(inspected, None, NOW);
            let outside = outside_code(&markdown);
            let is_hostile = outside.contains(MARKER) || outside.contains("QQQQ") || outside.contains('✔');
            assert!(!is_hostile, "not quoted in {markdown}\nof {text:.2000}");
        }
    }
    // So that the tokens reach the sentences that they are meant for.
    let of_findings = quoted_by.iter().filter(|of| rules::records().any(|record| record.id == **of)).count();
    assert!(of_findings >= 50, "{of_findings} findings quote: {quoted_by:?}");
    for of in ["summary", "exposure", "weight", "shown", "problem", "key", "comparison", "looks-like-inside"] {
        assert!(quoted_by.contains(of), "{of} is not among {quoted_by:?}");
    }
}
