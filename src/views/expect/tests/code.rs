//! The expectations as code.

use expect_test::expect;

use super::*;

#[test]
fn the_line_that_refuses_is_told_in_words() {
    let mut state = page();
    answered(&mut state, &[(Field::Audience, "orders")], REFUSED);
    let answer = state.expecting.answer().unwrap();
    same(
        code(&state.expecting, answer, &dispatch()),
        expect![[r#"
            <div class="as-code">
            <div class="choosing">
            <label for="expected-library">Copy as code for</label>
            <select id="expected-library">
            <option value="jose" selected="selected">jose (Node, browsers)</option>
            <option value="kong">Kong</option>
            </select>
            <span class="fine">It checks all five.</span>
            <button aria-label="Copy the code">Copy</button>
            </div>
            <pre dir="ltr" class="code">
            <span class="line">check({
            </span>
            <span class="here">
            <span class="unseen">This line refuses the token: </span>  audience: "orders",<span class="said">  // the token says `api://orders`</span>
            </span>
            </pre>
            <p class="fine">Version 6.1.0. The tests of this page run its code. <span class="reference">https://example.com/jose</span>
            </p>
            </div>"#]],
    );
}

#[test]
fn what_a_library_cannot_check_stands_above_its_code() {
    let mut state = page();
    let notes = r#""notes":["Kong does not check `typ`."]"#;
    answered(&mut state, &[(Field::Audience, "orders")], &REFUSED.replace(r#""notes":[]"#, notes));
    used(&mut state, ExpectationUse::LibraryChosen("kong".to_owned()));
    let drawn = markup(panel(&state));
    assert!(
        drawn.contains("<li>Kong does not check <code>typ</code>.</li>") && !drawn.contains("It checks"),
        "{drawn}"
    );
    assert!(drawn.contains("Its code is written from this documentation: no test of this page runs it."), "{drawn}");
}
