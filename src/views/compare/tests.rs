//! How two tokens look side by side.

use super::*;
use crate::state::Action;
use crate::views::testing::{NOW, check, dispatch, markup, state, token};
use expect_test::expect;

fn two(one: &str, other: &str) -> State {
    let header = r#"{"alg":"HS256","kid":"k1"}"#;
    let text = [token(header, one, 32), token(header, other, 32)].join("\n");
    let mut state = state(&text);
    state.reduce(Action::ComparisonChosen(1));
    state
}

fn view(state: &State) -> Html {
    side_by_side(state, state.comparing.as_ref().expect("a comparison"), &dispatch())
}

/// The classes, words and texts of one of its panels.
fn panel(state: &State, label: &str) -> String {
    let markup = markup(view(state));
    let from = markup.find(&format!("aria-label=\"{label}\"")).unwrap_or_else(|| panic!("no {label} in {markup}"));
    let rest = &markup[from..];
    rest[..rest.find("</section>").expect("its end")].to_owned()
}

#[test]
fn stand_member_by_member() {
    let state = two(
        r#"{"sub":"1","exp":1795179600,"role":"reader","address":{"city":"Berlin"},"old":1}"#,
        r#"{"sub":"1","exp":1795183200,"role":"writer","address":{"city":"Bern"}}"#,
    );
    check(
        view(&state),
        expect![[r#"
            <div id="answer" tabindex="-1" role="tabpanel" aria-label="Two tokens side by side" class="stack compare">
            <div class="cluster">
            <button>‹ Back to token 1</button>
            <p class="choice">
            <label>Compared with <select>
            <option value="1" selected="selected">token 2</option>
            <option value="another">another token…</option>
            </select>
            </label>
            </p>
            <button>Swap sides</button>
            </div>
            <div class="sides">
            <div class="side">
            <span class="whose">Before</span>
            <b>token 1</b>
            <small>JSON Web Token, expired</small>
            </div>
            <div class="side">
            <span class="whose">After</span>
            <b>token 2</b>
            <small>JSON Web Token, expired</small>
            </div>
            </div>
            <section aria-label="What the two reveal together" class="panel">
            <article data-finding="same-signature" class="finding">
            <span data-severity="error" class="severity">
            <span aria-hidden="true">✕</span> Error</span>
            <div>
            <p>Both end in the same signature, but what it signs differs: it fits one of them at most.</p>
            <p class="why">One of them was most likely changed after it was signed, or given the signature of the other. <span class="reference">RFC 7515 §5.2</span>
            </p>
            </div>
            </article>
            </section>
            <section aria-label="In short" class="panel">
            <header>
            <h2>In short</h2>
            </header>
            <dl class="facts">
            <dt>User</dt>
            <dd>
            <span class="outcome">
            <span aria-hidden="true">?</span> not known</span>
            <span>Both have the same <code>sub</code>, but neither says who issued it.</span>
            </dd>
            <dt>Roles</dt>
            <dd>
            <span class="outcome">
            <span aria-hidden="true">≠</span> different</span>
            <span>After: <code>writer</code> · Before: <code>reader</code>.</span>
            </dd>
            <dt>Key</dt>
            <dd>
            <span class="outcome">
            <span aria-hidden="true">=</span> same</span>
            <span>Both name the same key <code>k1</code> and algorithm, which proves nothing.</span>
            </dd>
            <dt>Times</dt>
            <dd>
            <span class="outcome">
            <span aria-hidden="true">≠</span> different</span>
            <span>After: expires 1 hour later.</span>
            </dd>
            </dl>
            </section>
            <section data-role="payload" aria-label="Claims compared" class="panel">
            <header>
            <h2>
            <i aria-hidden="true">
            </i>Claims</h2>
            <span class="size">3 changed, 1 removed, 1 the same</span>
            <button aria-label="Guide: What should not stand in a token?" class="link to-guide">Guide</button>
            </header>
            <ul class="rows">
            <li class="diff">
            <p class="what">
            <span class="name">exp</span>
            <span class="outcome">
            <span aria-hidden="true">≠</span> changed</span>
            </p>
            <div class="side">
            <span class="whose">Before</span>
            <span dir="ltr" class="value">17951<mark>796</mark>00</span>
            <span class="when">2026-11-20 13:00:00 UTC</span>
            <span class="when">3 days ago</span>
            </div>
            <div class="side">
            <span class="whose">After</span>
            <span dir="ltr" class="value">17951<mark>832</mark>00</span>
            <span class="when">2026-11-20 14:00:00 UTC</span>
            <span class="when">3 days ago</span>
            </div>
            <p class="note">After: 1 hour later.</p>
            </li>
            <li class="diff">
            <p class="what">
            <span class="name">role</span>
            <span class="outcome">
            <span aria-hidden="true">≠</span> changed</span>
            </p>
            <div class="side">
            <span class="whose">Before</span>
            <span dir="ltr" class="value">"<mark>read</mark>er"</span>
            </div>
            <div class="side">
            <span class="whose">After</span>
            <span dir="ltr" class="value">"<mark>writ</mark>er"</span>
            </div>
            </li>
            <li class="diff">
            <p class="what">
            <span class="name">address</span>
            <span class="outcome">
            <span aria-hidden="true">≠</span> changed</span>
            </p>
            <div class="side">
            <span class="whose">Before</span>
            <span dir="ltr" class="value">{"city":"Berlin"}</span>
            </div>
            <div class="side">
            <span class="whose">After</span>
            <span dir="ltr" class="value">{"city":"Bern"}</span>
            </div>
            <ul class="within">
            <li>
            <code>/city</code> <code dir="ltr">"Berlin"</code> ≠ <code dir="ltr">"Bern"</code>
            </li>
            </ul>
            </li>
            <li class="diff">
            <p class="what">
            <span class="name">old</span>
            <span class="outcome">
            <span aria-hidden="true">−</span> removed</span>
            </p>
            <div class="side">
            <span class="whose">Before</span>
            <span dir="ltr" class="value">1</span>
            </div>
            <div class="side">
            <span class="whose">After</span>
            <span class="none">not there</span>
            </div>
            </li>
            </ul>
            <details class="alike">
            <summary>1 the same</summary>
            <ul>
            <li>
            <span class="name">sub</span>
            <span dir="ltr" class="value">"1"</span>
            </li>
            </ul>
            </details>
            </section>
            <section data-role="header" aria-label="Header compared" class="panel">
            <header>
            <h2>
            <i aria-hidden="true">
            </i>Header</h2>
            <span class="size">2 the same</span>
            <button aria-label="Guide: Who chooses the algorithm?" class="link to-guide">Guide</button>
            </header>
            <p class="nothing">Nothing differs here.</p>
            <details class="alike">
            <summary>2 the same</summary>
            <ul>
            <li>
            <span class="name">alg</span>
            <span dir="ltr" class="value">"HS256"</span>
            </li>
            <li>
            <span class="name">kid</span>
            <span dir="ltr" class="value">"k1"</span>
            </li>
            </ul>
            </details>
            </section>
            </div>"#]],
    );
}

#[test]
fn follow_the_clock_but_not_with_what_they_compare() {
    let mut state = two(r#"{"exp":1795446003,"a":1}"#, r#"{"exp":1795446060,"a":2}"#);
    assert!(panel(&state, "Claims compared").contains("in 3 seconds"));
    assert!(markup(view(&state)).contains("JSON Web Token, not expired"), "{}", markup(view(&state)));
    state.reduce(Action::Ticked(NOW + 5));
    assert!(panel(&state, "Claims compared").contains("2 seconds ago"));
    assert!(markup(view(&state)).contains("JSON Web Token, expired"));
}

#[test]
fn a_sign_has_its_word() {
    let state = two(r#"{"n":1000,"x":1,"s":"a"}"#, r#"{"n":1e3,"y":1,"s":"b"}"#);
    let panel = panel(&state, "Claims compared");
    for (sign, word) in [
        ("≈", "written differently, same value"),
        ("−", "only in the first"),
        ("+", "only in the second"),
        ("≠", "changed"),
    ] {
        assert!(panel.contains(&format!("{sign}</span> {word}</span>")), "{word}: {panel}");
    }
    assert!(panel.contains("1 changed, 1 only in the first, 1 only in the second, 1 written differently"), "{panel}");
}

#[test]
fn what_is_redacted_is_no_difference() {
    let state = two(
        r#"{"sub":"redacted by the sender","email":"redacted by the sender","n":1}"#,
        r#"{"sub":"grace","email":"redacted by the sender","n":2}"#,
    );
    let panel = panel(&state, "Claims compared");
    assert!(panel.contains("1 changed, 2 redacted"), "{panel}");
    assert_eq!(panel.matches("?</span> redacted</span>").count(), 2, "{panel}");
    assert_eq!(panel.matches("<mark>").count(), 2, "only `n` differs: {panel}");
    assert_eq!(
        announcement(state.comparing.unwrap().comparison.as_ref().unwrap()),
        "Two tokens side by side: 1 difference. Decoded, not verified."
    );
}

#[test]
fn many_rows_are_folded() {
    let claims = |value: usize| {
        let all: Vec<String> = (0..1_000).map(|n| format!(r#""n{n}":{}"#, if n < 500 { 0 } else { value })).collect();
        format!("{{{}}}", all.join(","))
    };
    let mut state = two(&claims(1), &claims(2));
    let folded = panel(&state, "Claims compared");
    assert_eq!(folded.matches("class=\"diff\"").count(), 200);
    assert!(folded.contains("show 300 more") && folded.contains("500 the same") && folded.contains("and 300 more"));
    assert!(folded.matches("<li").count() <= 400, "{}", folded.matches("<li").count());
    state.reduce(Action::Unfolded(crate::state::Fold::Compared { part: 0 }));
    assert_eq!(panel(&state, "Claims compared").matches("class=\"diff\"").count(), 500);
}

#[test]
fn hostile_text_stays_text() {
    let state = two(
        "{\"<img src=x>\":\"</script><b>\",\"x\":\"a\u{202e}b\",\"iss\":\"<i>`\",\"o\":{\"<u>\":1}}",
        "{\"<img src=x>\":\"<s>\",\"x\":\"ab\",\"iss\":\"<i>\",\"o\":{\"<u>\":\"\u{202e}\"}}",
    );
    let markup = markup(view(&state));
    for bad in ["<img", "</script", "<s>", "<u>", "<i>", "\u{202e}"] {
        assert!(!markup.contains(bad), "{bad}: {markup}");
    }
    assert!(markup.contains("U+202E"), "{markup}");
}

#[test]
fn the_others_of_a_text_are_offered() {
    let text =
        [r#"{"sub":"1"}"#, r#"{"sub":"2"}"#, r#"{"sub":"1"}"#].map(|claims| token(r#"{"alg":"HS256"}"#, claims, 32));
    check(
        offer(&state(&text.join("\n")), &dispatch()),
        expect![[r#"
            <p class="choice">
            <label>Compare it with <select>
            <option value="" selected="selected">choose…</option>
            <option value="1">token 2</option>
            <option value="another">another token…</option>
            </select>
            </label>
            </p>"#]],
    );
    assert_eq!(markup(offer(&state(&text[0]), &dispatch())), "");
    assert_eq!(markup(offer(&two("{}", r#"{"a":1}"#), &dispatch())), "", "they are compared already");
}

#[test]
fn a_second_text_has_its_box() {
    let mut state = state(&token(r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#, 32));
    state.reduce(Action::SecondTextWanted);
    let empty = markup(view(&state));
    assert!(empty.contains("<textarea id=\"second\"") && !empty.contains("class=\"sides\""), "{empty}");
    assert!(!empty.contains("No token found"));
    state.reduce(Action::SecondWritten("nothing".to_owned()));
    assert!(markup(view(&state)).contains("No token found in this text."));
    let [one, other] = [r#"{"sub":"1"}"#, r#"{"sub":"2"}"#].map(|claims| token(r#"{"alg":"HS256"}"#, claims, 32));
    state.reduce(Action::SecondWritten([&*other, " ", &one].concat()));
    let read = markup(view(&state));
    assert!(
        read.contains("It holds several tokens: the first is compared.") && read.contains("the second text"),
        "{read}"
    );
    assert_eq!(
        announcement(state.comparing.unwrap().comparison.as_ref().unwrap()),
        "Two tokens side by side: 1 difference. Decoded, not verified."
    );
}

#[test]
fn sets_stand_word_by_word() {
    let state = two(
        r#"{"iat":1,"scope":"openid read","aud":"api","realm_access":{"roles":["a","b"]}}"#,
        r#"{"iat":2,"scope":"write openid","aud":["api","new"],"realm_access":{"roles":["b","c"]}}"#,
    );
    let panel = panel(&state, "Claims compared");
    let word = |sign: &str, said: &str, word: &str| {
        let differs = if sign == "=" { "" } else { " data-differs=\"\"" };
        let sign = format!("<span{differs} class=\"word\">\n<span aria-hidden=\"true\" class=\"sign\">{sign}</span>");
        panel.contains(&format!("{sign}\n<span class=\"unseen\">{said} </span>\n<bdi dir=\"ltr\">{word}</bdi>"))
    };
    for (sign, said, text) in [
        ("−", "removed", "read"),
        ("+", "added", "write"),
        ("=", "stayed", "openid"),
        ("+", "added", "new"),
        ("=", "stayed", "api"),
        ("−", "removed", "a"),
        ("+", "added", "c"),
    ] {
        assert!(word(sign, said, text), "{sign} {text}: {panel}");
    }
    assert!(panel.contains("<span class=\"whose\">Before</span>") && panel.contains("<code>/roles</code>"), "{panel}");
}
