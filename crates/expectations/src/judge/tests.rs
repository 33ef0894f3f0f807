//! What the answers say.

use test_tokens::{NOW, token_with};

use super::*;

#[test]
fn nothing_expected_gives_a_line_for_the_time() {
    let answer = judge(&token_with("{}"), &Expectations::default(), KnownSignature::NotChecked, NOW);
    assert_eq!(answer.lines.len(), 1);
}
