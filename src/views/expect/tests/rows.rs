//! The rows of fields, and what is said of each.

use expect_test::expect;

use super::*;
use crate::views::expect::rows::rows as drawn_rows;
use crate::views::outline::bar::bar;
use crate::views::outline::outline;

#[test]
fn each_row_says_what_came_of_it() {
    let mut state = page();
    used(&mut state, ExpectationUse::SignatureToggled);
    let written = [(Field::Issuer, "https://a.example"), (Field::Audience, "orders"), (Field::Claims, "tid")];
    answered(&mut state, &written, REFUSED);
    same(
        drawn_rows(&state, &dispatch()),
        expect![[r#"
        <ul class="expects">
        <li>
        <label for="expected-issuer">Issuer</label>
        <div class="written">
        <textarea id="expected-issuer" placeholder="any; several: one a line" aria-describedby="expected-issuer-said" rows="1" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">https://a.example</textarea>
        </div>
        <div id="expected-issuer-said" class="met">
        <p data-outcome="met">
        <span aria-hidden="true" class="eq">=</span>
        <b>Met</b> </p>
        </div>
        </li>
        <li data-severity="error">
        <label for="expected-audience">Audience</label>
        <div class="written">
        <textarea id="expected-audience" placeholder="any; several: one a line" aria-describedby="expected-audience-said" rows="1" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">orders</textarea>
        </div>
        <div id="expected-audience-said" class="met">
        <p data-outcome="not-met">
        <span aria-hidden="true" class="eq">≠</span>
        <b>Not met</b> <small>The token says <code>api://orders</code>.</small> <small>Ask for a scope of <code>orders</code>.</small> </p>
        </div>
        </li>
        <li>
        <label for="expected-algorithms">Algorithms</label>
        <div class="written">
        <input value="" id="expected-algorithms" placeholder="any; for example RS256, ES256" aria-describedby="expected-algorithms-said" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        </div>
        <div id="expected-algorithms-said" class="met">
        </div>
        </li>
        <li>
        <label for="expected-type">Type</label>
        <div class="written">
        <input value="" id="expected-type" placeholder="any; for example at+jwt" aria-describedby="expected-type-said" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        </div>
        <div id="expected-type-said" class="met">
        </div>
        </li>
        <li>
        <span id="expected-time" class="name">Time</span>
        <div class="written">
        <label for="expected-leeway">Clock leeway</label>
        <input value="" id="expected-leeway" placeholder="0" aria-describedby="expected-seconds expected-time expected-leeway-said" class="short" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        <span id="expected-seconds">seconds</span>
        </div>
        <div id="expected-leeway-said" class="met">
        <p data-outcome="met">
        <span aria-hidden="true" class="eq">=</span>
        <b>Met</b> <small>It has no <code>exp</code>: most libraries then take it at any time.</small> </p>
        </div>
        </li>
        <li>
        <span class="name">Signature</span>
        <div class="written">
        <label class="choice">
        <input checked type="checkbox" id="expected-signature" aria-describedby="expected-signature-said">
        <span>fits the key you paste</span>
        </label>
        </div>
        <div id="expected-signature-said" class="met">
        <p data-outcome="not-checked">
        <span aria-hidden="true" class="eq">–</span>
        <b>Not checked</b> <small>No key was pasted.</small> <button class="link">Check the signature</button>
        </p>
        </div>
        </li>
        <li data-severity="error">
        <label for="expected-claims">Required claims</label>
        <div class="written">
        <textarea id="expected-claims" placeholder="name, or name = value; one a line" aria-describedby="expected-claims-said" rows="1" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">tid</textarea>
        </div>
        <div id="expected-claims-said" class="met">
        <p data-outcome="not-met">
        <span aria-hidden="true" class="eq">≠</span>
        <code>tid</code> <b>Not met</b> <small>It is missing.</small> </p>
        </div>
        </li>
        <li>
        <label for="expected-scopes">Scopes</label>
        <div class="written">
        <input value="" id="expected-scopes" placeholder="none; several: with spaces" aria-describedby="expected-scopes-said" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        </div>
        <div id="expected-scopes-said" class="met">
        </div>
        </li>
        <li>
        <label for="expected-lifetime">Longest lifetime</label>
        <div class="written">
        <input value="" id="expected-lifetime" placeholder="any; for example 1 hour" aria-describedby="expected-lifetime-said" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        </div>
        <div id="expected-lifetime-said" class="met">
        </div>
        </li>
        <li class="further-rows">
        <button aria-expanded="true" class="link">Fewer expectations</button>
        </li>
        </ul>"#]],
    );
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::Refuses);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("data-severity=\"error\" class=\"service-says\">"), "{drawn}");
    assert!(drawn.contains("would refuse it: the audience differs."), "{drawn}");
    assert!(drawn.contains("<li>Whether it was revoked.</li>"), "{drawn}");
    assert!(drawn.contains("It checks all five."), "{drawn}");
    let outline = markup(outline(&state, state.shown().unwrap(), &dispatch()));
    assert!(outline.contains("✕ </span>no</em>"), "{outline}");
    let bar = markup(bar(&state, state.shown().unwrap(), &dispatch()));
    assert!(bar.contains("✕ </span>no</b>"), "{bar}");
}

#[test]
fn fields_that_are_seldom_needed_are_folded_while_they_are_empty() {
    let mut state = page();
    used(&mut state, ExpectationUse::Opened);
    let drawn = |state: &State| markup(panel(state));
    assert!(!drawn(&state).contains("expected-scopes"));
    used(&mut state, ExpectationUse::MoreToggled);
    assert!(drawn(&state).contains("expected-scopes") && drawn(&state).contains("Fewer expectations"));
    used(&mut state, ExpectationUse::Written { field: Field::Scopes, text: "a".to_owned() });
    used(&mut state, ExpectationUse::MoreToggled);
    assert!(drawn(&state).contains("expected-scopes") && !drawn(&state).contains("expected-lifetime"));
    // Emptied by hand, it stays under the caret.
    used(&mut state, ExpectationUse::Written { field: Field::Scopes, text: String::new() });
    assert!(drawn(&state).contains("expected-scopes"));
}

#[test]
fn a_text_with_invisible_characters_is_shown_as_such() {
    let mut state = page();
    answered(&mut state, &[(Field::Audience, "orders")], &REFUSED.replace("says `api", "says `\\u202e<b>api"));
    let drawn = markup(panel(&state));
    assert!(drawn.contains("&lt;b&gt;api") && !drawn.contains('\u{202e}'), "{drawn}");
}

#[test]
fn claims_stand_in_the_order_in_which_they_are_written() {
    let mut state = page();
    let two = REFUSED.replace(
        r#"{"expectation":"signature""#,
        r#"{"expectation":"claim","claim":"sub","outcome":"met"},{"expectation":"signature""#,
    );
    answered(&mut state, &[(Field::Claims, "sub\ntid = 1")], &two);
    let drawn = markup(drawn_rows(&state, &dispatch()));
    assert!(drawn.find("<code>sub</code>").is_some_and(|sub| Some(sub) < drawn.find("<code>tid</code>")), "{drawn}");
}

#[test]
fn another_way_to_read_a_field_is_offered_unless_it_is_met() {
    let mut state = page();
    used(&mut state, ExpectationUse::Opened);
    used(&mut state, ExpectationUse::Written { field: Field::Audience, text: "orders, shop".to_owned() });
    let drawn = markup(drawn_rows(&state, &dispatch()));
    assert!(
        drawn.contains("<small>Taken as one value.</small> <button class=\"link\">Read as 2 values</button>"),
        "{drawn}"
    );
    assert!(drawn.contains("aria-describedby=\"expected-audience-offer expected-audience-said\""), "{drawn}");
    answered(&mut state, &[], REFUSED);
    assert!(markup(drawn_rows(&state, &dispatch())).contains("Read as 2 values"), "it is not met");
    answered(&mut state, &[(Field::Audience, ""), (Field::Issuer, "https://a.example/,b")], REFUSED);
    assert!(!markup(drawn_rows(&state, &dispatch())).contains("Read as 2 values"), "it is met as it stands");
}

#[test]
fn the_unit_of_the_leeway_stands_there_once() {
    let mut state = page();
    used(&mut state, ExpectationUse::Opened);
    for (text, unit) in [("", "seconds"), ("60", "seconds"), ("5 min", ""), ("90 s", "")] {
        used(&mut state, ExpectationUse::Written { field: Field::Leeway, text: text.to_owned() });
        let drawn = markup(drawn_rows(&state, &dispatch()));
        let said = format!("<span id=\"expected-seconds\">{unit}</span>").replace("><", ">\n<");
        assert!(drawn.contains(&said), "{text}: {drawn}");
    }
}

#[test]
fn the_line_for_more_stands_behind_all_rows_and_names_what_is_folded() {
    let mut state = page();
    answered(&mut state, &[(Field::Claims, "tid")], REFUSED);
    used(&mut state, ExpectationUse::MoreToggled);
    let drawn = markup(drawn_rows(&state, &dispatch()));
    let claims = drawn.find("expected-claims").expect("the row");
    let more = drawn.find("More expectations</button> <span>Scopes, longest lifetime</span>").expect("the line");
    assert!(claims < more, "{drawn}");
    let effects = state.reduce(Action::ExpectationUsed(ExpectationUse::MoreToggled)).effects;
    assert!(effects.contains(&crate::state::Effect::GoTo("expected-scopes".to_owned())), "{effects:?}");
}

#[test]
fn what_every_service_demands_has_a_row_where_it_is_not_met() {
    let mut state = page();
    answered(&mut state, &[], REFUSED);
    assert!(!markup(drawn_rows(&state, &dispatch())).contains("what every service demands"));
    let line = |outcome: &str| {
        format!(r#"{{"expectation":"token","claim":null,"outcome":"{outcome}","reason":"It is masked.","fix":null}}"#)
    };
    let answer = |verdict: &str, outcome: &str| {
        let lines = line(outcome);
        format!(
            r#"{{"answer":{{"verdict":"{verdict}","sentence":"S.","notChecked":["It is masked.","N."],"lines":[{lines}]}},"profiles":[],"libraries":[],"code":null,"others":[],"error":null}}"#
        )
    };
    answered(&mut state, &[], &answer("would-refuse", "not-met"));
    let drawn = markup(drawn_rows(&state, &dispatch()));
    assert!(
        drawn.starts_with("<ul class=\"expects\">\n<li data-severity=\"error\">\n<span class=\"name\">Token</span>"),
        "{drawn}"
    );
    answered(&mut state, &[(Field::Issuer, "a")], &answer("nothing-against", "not-checked"));
    let drawn = markup(panel(&state));
    assert!(drawn.contains("<span class=\"name\">Token</span>") && drawn.contains("–</span>"), "{drawn}");
    assert_eq!(drawn.matches("It is masked.").count(), 1, "the row says it: {drawn}");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::Unsure);
}
