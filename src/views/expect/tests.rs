//! The panel in its states, and what outline and bar say then.

use expect_test::expect;

use super::rows::rows as drawn_rows;
use super::*;
use crate::state::expecting::form::ExpectationField as Field;
use crate::views::outline::bar::bar;
use crate::views::outline::outline;
use crate::views::testing::{check as same, dispatch, markup, state, token};

const REFUSED: &str = include_str!("tests/refused.json");

fn page() -> State {
    state(&token(r#"{"alg":"RS256","typ":"JWT"}"#, r#"{"iss":"https://a.example","aud":"api://orders"}"#, 256))
}

fn used(state: &mut State, used: ExpectationUse) {
    state.reduce(Action::ExpectationUsed(used));
}

/// The page after this was written, and the block answered so.
fn answered(state: &mut State, written: &[(Field, &str)], answer: &str) {
    used(state, ExpectationUse::Opened);
    for (field, text) in written {
        used(state, ExpectationUse::Written { field: *field, text: (*text).to_owned() });
    }
    for round in 0..20 {
        used(state, ExpectationUse::Due(round));
        used(state, ExpectationUse::Judged { round, answer: answer.into() });
    }
}

fn panel(state: &State) -> Html {
    super::expect(state, state.shown().expect("a token"), &dispatch())
}

#[test]
fn is_a_line_as_long_as_nobody_asks() {
    let mut state = page();
    same(
        panel(&state),
        expect![[r#"
        <section id="expect" aria-labelledby="expect-title" class="panel expect">
        <header>
        <h2 id="expect-title">Would my service accept it?</h2>
        <span class="size">Say what it expects</span>
        <select id="expected-start" aria-label="Start from">
        <option value="" selected="selected">Start from…</option>
        <option value="token">This token</option>
        </select>
        <button>Write it</button>
        </header>
        <i aria-hidden="true" class="unseen">
        </i>
        <p role="status" class="refilled">
        </p>
        <p role="status" class="service-says">
        </p>
        </section>"#]],
    );
    used(&mut state, ExpectationUse::Seen);
    let round = 1;
    used(&mut state, ExpectationUse::Judged { round, answer: REFUSED.into() });
    let folded = markup(panel(&state));
    assert!(folded.contains("Okta (looks like this token)") && !folded.contains("would refuse"), "{folded}");
    assert!(folded.find("Okta") < folded.find("OpenID Connect"), "the likely one stands first");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NotAsked);
}

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
        <label for="expected-leeway">Clock leeway</label>
        <div class="written">
        <input value="" id="expected-leeway" placeholder="0" aria-describedby="expected-seconds expected-leeway-said" class="short" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
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
        <li class="further-rows">
        <button aria-expanded="true" class="link">Fewer expectations</button> <span>Required claims, scopes, longest lifetime</span>
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
        <pre dir="ltr" class="code">check({
        <span class="here">
        <span class="unseen">This line refuses the token: </span>  audience: "orders",  // the token says "api://orders"
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

#[test]
fn nothing_against_it_is_no_yes() {
    let mut state = page();
    let answer = r#"{"answer":{"verdict":"nothing-against","sentence":"Nothing here would make a service refuse it.","notChecked":["The signature: no key was pasted."],"lines":[]},"profiles":[],"libraries":[],"code":null,"others":[],"error":null}"#;
    answered(&mut state, &[(Field::Issuer, "https://a.example")], answer);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("Nothing here would make a service refuse it."), "{drawn}");
    assert!(drawn.contains("<li>The signature: no key was pasted.</li>") && !drawn.contains("as-code"), "{drawn}");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NothingAgainst);
    let outline = markup(outline(&state, state.shown().unwrap(), &dispatch()));
    assert!(outline.contains("<small>nothing against</small>"), "{outline}");
    // What cannot be read is not left out in silence.
    answered(&mut state, &[(Field::Leeway, "a while")], answer);
    let drawn = markup(panel(&state));
    assert!(!drawn.contains("Nothing here would make"), "{drawn}");
    assert!(drawn.contains("No answer yet: clock leeway cannot be read."), "{drawn}");
    assert!(drawn.contains("<code>a while</code> is not a whole number of seconds."), "{drawn}");
    assert!(drawn.contains("aria-invalid=\"true\""), "{drawn}");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NotAsked);
    // What refuses it anyway, refuses it whatever that was to be.
    answered(&mut state, &[(Field::Leeway, "a long while")], REFUSED);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("would refuse it: the audience differs."), "{drawn}");
    assert!(drawn.contains("<li>Clock leeway: what stands there cannot be read.</li>"), "{drawn}");
}

#[test]
fn an_empty_form_says_nothing_unless_the_time_is_over() {
    let mut state = page();
    let answer = REFUSED.replace("would-refuse", "nothing-against");
    answered(&mut state, &[], &answer);
    let drawn = markup(panel(&state));
    assert!(
        !drawn.contains("would refuse it") && drawn.contains("<p role=\"status\" class=\"service-says\">"),
        "{drawn}"
    );
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NotAsked);
    answered(&mut state, &[], REFUSED);
    used(&mut state, ExpectationUse::LibraryChosen("kong".to_owned()));
    answered(&mut state, &[], REFUSED);
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::Refuses);
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
fn says_what_filled_the_fields_and_offers_the_way_back() {
    let mut state = page();
    answered(&mut state, &[(Field::Issuer, "mine")], REFUSED);
    used(&mut state, ExpectationUse::StartChosen("oidc".to_owned()));
    answered(&mut state, &[], &REFUSED.replace(r#""filled":null"#, r#""filled":{"issuer":"theirs"}"#));
    let drawn = markup(panel(&state));
    assert!(
        drawn.contains("Filled in from <b>OpenID Connect ID token</b>. The audience is your <code>client_id</code>."),
        "{drawn}"
    );
    assert!(
        drawn.contains("https://openid.net/specs/openid-connect-core-1_0.html") && drawn.contains("expected-undo"),
        "{drawn}"
    );
    used(&mut state, ExpectationUse::Cleared);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("Cleared.") && drawn.contains("expected-undo"), "{drawn}");
}

#[test]
fn a_text_with_invisible_characters_is_shown_as_such() {
    let mut state = page();
    answered(&mut state, &[(Field::Audience, "orders")], &REFUSED.replace("says `api", "says `\\u202e<b>api"));
    let drawn = markup(panel(&state));
    assert!(drawn.contains("&lt;b&gt;api") && !drawn.contains('\u{202e}'), "{drawn}");
}

/// A HAR file with a request for each of these claims.
fn har(claims: &[&str]) -> String {
    let entry = |claims: &&str| {
        let bearer = token(r#"{"alg":"RS256"}"#, claims, 256);
        format!(
            r#"{{"startedDateTime":"2026-11-23T14:00:05.000Z","request":{{"method":"GET","url":"https://a.example/orders","headers":[{{"name":"Authorization","value":"Bearer {bearer}"}}]}},"response":{{"status":401,"content":{{}}}}}}"#
        )
    };
    format!(r#"{{"log":{{"entries":[{}]}}}}"#, claims.iter().map(entry).collect::<Vec<_>>().join(","))
}

#[test]
fn tells_which_tokens_of_a_har_file_would_be_refused() {
    let mut state = state(&har(&[r#"{"sub":"1"}"#, r#"{"sub":"2"}"#]));
    let sent = state.sent_tokens();
    assert_eq!(
        sent.iter().map(|it| (it.position, it.at)).collect::<Vec<_>>(),
        [(0, 1_795_442_405), (1, 1_795_442_405)]
    );
    let others = r#""others":[null,"A service that expects this would refuse it: the issuer differs."]"#;
    answered(&mut state, &[(Field::Audience, "orders")], &REFUSED.replace(r#""others":[]"#, others));
    let drawn = markup(panel(&state));
    assert!(
        drawn.contains("The tokens of this file, each at the time of its request: <b>1 of 2 would be refused</b>."),
        "{drawn}"
    );
    assert!(
        drawn.contains("<code>GET /orders</code>, 2026-11-23 14:00:05 UTC: <span>the issuer differs.</span>"),
        "{drawn}"
    );
    // An answer on another number of tokens is on other tokens.
    answered(&mut state, &[(Field::Issuer, "a")], &REFUSED.replace(r#""others":[]"#, r#""others":[null]"#));
    assert!(!markup(panel(&state)).contains("would be refused"));
    // One token, or none that was sent, needs no list.
    for text in [har(&[r#"{"sub":"1"}"#]), token(r#"{"alg":"RS256"}"#, "{}", 256)] {
        assert!(crate::views::testing::state(&text).sent_tokens().is_empty());
    }
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
fn says_that_they_came_with_the_link() {
    let (mut page, said) = (page(), "These expectations came with the link.");
    let issuers = vec!["https://a.example".to_owned(), "</textarea><script>".to_owned()];
    page.reduce(Action::LinkOpened {
        text: token(r#"{"alg":"RS256"}"#, "{}", 0),
        signature_left_out: true,
        claims_redacted: false,
        expectations: share::link::LinkExpectations { issuers, ..Default::default() },
        now: crate::views::testing::NOW,
    });
    let drawn = markup(panel(&page));
    assert!(drawn.contains(said) && drawn.contains("<option value=\"\" selected"), "{drawn}");
    assert!(drawn.contains("&lt;/textarea") && !drawn.contains("<script"), "{drawn}");
    used(&mut page, ExpectationUse::Written { field: Field::Issuer, text: "mine".to_owned() });
    assert!(!markup(panel(&page)).contains(said));
}
