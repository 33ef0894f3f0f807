//! What the guide shows, and what it does with the token.

use ::guide::choices::CHOICES;
use ::guide::side_by_side::ROWS;
use ::guide::{Answer, Answers};
use expect_test::expect;

use super::*;
use crate::state::examples::EXAMPLES;
use crate::state::paste::Origin;
use crate::state::{Action, State};
use crate::views::testing::{NOW, check, dispatch, markup, state, token, zone};

fn press(state: &mut State, action: Action) {
    state.reduce(action);
}

fn open(text: &str) -> State {
    let mut state = state(text);
    press(&mut state, Action::GuideOpened);
    state
}

fn try_out(state: &mut State, id: &str) {
    press(state, Action::QuestionTried { question: named(id), now: NOW });
}

fn named(id: &str) -> Question {
    Question::from_id(id).expect("a question")
}

fn own() -> String {
    token(r#"{"alg":"HS256"}"#, r#"{"sub":"mine"}"#, 32)
}

#[test]
fn is_not_there_until_it_is_opened() {
    assert_eq!(markup(guide(&State::new(NOW, zone()), &dispatch())), "");
    assert!(markup(guide(&open(""), &dispatch())).contains("which fits?"));
}

#[test]
fn shows_everything_at_once() {
    let shown = markup(guide(&open(""), &dispatch()));
    for asked in &ASKED {
        assert!(shown.contains(&["id=\"guide-", asked.id, "\""].concat()), "{}", asked.id);
    }
    assert!(ROWS.iter().all(|row| shown.contains(row.topic)));
    assert!(CHOICES.iter().flat_map(|choice| choice.answers).all(|(_, text)| shown.contains(text)));
    assert!(!shown.contains("<details"), "nothing is folded away, so that print and search find it");
}

#[test]
fn every_example_it_names_is_there() {
    for asked in &ASKED {
        assert!(EXAMPLES.iter().any(|example| example.name == asked.example), "{}", asked.example);
    }
}

#[test]
fn answers_change_what_fits_and_which_rows_decide() {
    let mut state = open("");
    let deciding = |state: &State| markup(guide(state, &dispatch())).matches("data-decides").count();
    assert!(markup(guide(&state, &dispatch())).contains("Default"));
    assert_eq!(deciding(&state), 0, "nothing has been decided");
    press(&mut state, Action::AnswerToggled(Answer::People));
    press(&mut state, Action::AnswerToggled(Answer::AtOnce));
    assert!(markup(guide(&state, &dispatch())).contains("What fits so far"));
    assert_eq!(deciding(&state), 2);
    for question in &CHOICES {
        let (last, _) = question.answers[question.answers.len() - 1];
        press(&mut state, Action::AnswerToggled(last));
    }
    assert!(markup(guide(&state, &dispatch())).contains(">What fits: "));
}

#[test]
fn what_fits() {
    let answers = Answers::default();
    check(
        chooser::chooser(answers, &recommend(answers), &dispatch()),
        expect![[r#"
            <div class="chooser">
            <div role="group" aria-label="Who calls?" class="question">
            <p>Who calls?</p>
            <div class="cluster">
            <button aria-pressed="false">People who sign in</button>
            <button aria-pressed="false">Our own programs</button>
            <button aria-pressed="false">Programs of others</button>
            </div>
            </div>
            <div role="group" aria-label="Is there a browser?" class="question">
            <p>Is there a browser?</p>
            <div class="cluster">
            <button aria-pressed="false">Yes, on our own site</button>
            <button aria-pressed="false">Yes, on another site</button>
            <button aria-pressed="false">No: an app or a server</button>
            </div>
            </div>
            <div role="group" aria-label="How soon must access end when you say so?" class="question">
            <p>How soon must access end when you say so?</p>
            <div class="cluster">
            <button aria-pressed="false">At the next request</button>
            <button aria-pressed="false">Within minutes</button>
            <button aria-pressed="false">Within the hour</button>
            </div>
            </div>
            <div role="group" aria-label="How many services check it?" class="question">
            <p>How many services check it?</p>
            <div class="cluster">
            <button aria-pressed="false">One</button>
            <button aria-pressed="false">Several of our own</button>
            <button aria-pressed="false">Also those of others</button>
            </div>
            </div>
            <div role="group" aria-label="Is there a store that all of them can ask?" class="question">
            <p>Is there a store that all of them can ask?</p>
            <div class="cluster">
            <button aria-pressed="false">Yes</button>
            <button aria-pressed="false">No</button>
            </div>
            </div>
            <article data-fits="session" class="panel fits">
            <header>
            <div role="status">
            <small>Default: </small>
            <h4>A session cookie</h4>
            </div>
            </header>
            <p>A random number in a cookie that is <code>HttpOnly</code>, <code>Secure</code> and <code>SameSite</code>. All data of the session stays on the server.</p>
            <dl class="facts">
            <dt>Because</dt>
            <dd>
            <ul>
            <li>The simplest choice for people at a website: little to build, and browsers protect the cookie.</li>
            </ul>
            </dd>
            <dt>Trade-offs</dt>
            <dd>
            <ul>
            <li>Every request asks the store, which must be fast and available.</li>
            <li>Browsers send a cookie automatically, so requests forged by other sites must be refused: <code>SameSite</code>, and a check of <code>Origin</code> or of a token in the form.</li>
            </ul>
            </dd>
            <dt>Source</dt>
            <dd>
            <span class="reference">OWASP Session…</span>
            </dd>
            </dl>
            </article>
            </div>"#]],
    );
}

#[test]
fn one_question() {
    check(
        asked::one(Question::Stale, &dispatch()),
        expect![[r#"
            <article id="guide-stale" tabindex="-1" class="asked">
            <h4>What goes stale in a token?</h4>
            <p>All that can change before <code>exp</code>: roles, groups, an e-mail address, whether the account still exists. The token keeps the values from when it was issued. Look such things up where they matter, or keep the lifetime so short that it does no harm.</p>
            <p class="source">
            <span class="reference">OpenID CAEP 1.0 §3.2</span> <button class="link">Try it: Roles and groups</button>
            </p>
            </article>"#]],
    );
}

#[test]
fn the_rows_that_decide_say_so() {
    let shown = markup(table::table(&[1]));
    assert_eq!((shown.matches("data-decides").count(), shown.matches("decides</small>").count()), (1, 1));
    assert_eq!(shown.matches("<tr").count(), ROWS.len() + 1);
}

#[test]
fn the_token_is_kept() {
    let mut state = open(&own());
    assert!(markup(guide(&state, &dispatch())).contains("Back to the token"));
    press(&mut state, Action::QuestionOpened(Question::Lifetime));
    assert_eq!(state.guide.address(), Some(ASKED[3].id));
    state.reduce(Action::Ticked(NOW + 1));
    press(&mut state, Action::GuideClosed);
    assert_eq!((&*state.paste.text, state.guide.address()), (&*own(), None));
    assert_eq!(state.shown().map(|shown| shown.token.text.clone()), Some(own()));
}

#[test]
fn a_text_that_comes_closes_it() {
    let mut state = open("");
    state.reduce(Action::Edited { text: own(), origin: Origin::Pasted, now: NOW });
    assert!(!state.guide.is_open);
    let mut state = open(&own());
    state.reduce(Action::LinkOpened {
        text: own(),
        signature_left_out: false,
        claims_redacted: false,
        expectations: Default::default(),
        now: NOW,
    });
    assert!(!state.guide.is_open);
    let mut state = open(&own());
    press(&mut state, Action::Cleared { now: NOW });
    assert!(!state.guide.is_open && state.paste.text.is_empty());
}

#[test]
fn an_example_sets_the_own_text_aside_and_gives_it_back() {
    let mut state = open(&own());
    try_out(&mut state, "decoded");
    assert!(!state.guide.is_open && *state.paste.text != *own());
    assert!(state.kept_behind_example().is_some());
    // From one example to the next it stays the same.
    press(&mut state, Action::QuestionOpened(Question::Decoded));
    try_out(&mut state, "stale");
    press(&mut state, Action::UndoWanted { now: NOW });
    assert_eq!((&*state.paste.text, &state.paste.origin), (&*own(), &Origin::Pasted));
    assert_eq!(markup(tried::tried(&state, &dispatch())), "");
    // There is nothing more to go back to.
    press(&mut state, Action::UndoWanted { now: NOW });
    assert_eq!(&*state.paste.text, own());
}

#[test]
fn a_text_from_a_link_comes_back_as_one() {
    let unsigned = token(r#"{"alg":"HS256"}"#, r#"{"sub":"mine"}"#, 0);
    let mut state = State::new(NOW, zone());
    state.reduce(Action::LinkOpened {
        text: unsigned,
        signature_left_out: true,
        claims_redacted: false,
        expectations: Default::default(),
        now: NOW,
    });
    try_out(&mut state, "size");
    assert!(!state.paste.signature_left_out);
    press(&mut state, Action::UndoWanted { now: NOW });
    assert!(state.paste.signature_left_out && state.paste.origin == Origin::Link);
}

#[test]
fn what_was_set_aside_can_still_come_back_after_the_next_text_and_after_clearing() {
    let set_aside = || {
        let mut state = open(&own());
        try_out(&mut state, "exact");
        state
    };
    let mut state = set_aside();
    state.reduce(Action::Edited { text: "x".to_owned(), origin: Origin::Pasted, now: NOW });
    assert!(state.guide.tried.is_none());
    press(&mut state, Action::UndoWanted { now: NOW });
    assert_eq!(&*state.paste.text, own());
    let mut state = set_aside();
    press(&mut state, Action::Cleared { now: NOW });
    assert!(state.guide.tried.is_none());
    press(&mut state, Action::UndoWanted { now: NOW });
    assert_eq!(&*state.paste.text, own());
    // A letter typed into the example does not lose it.
    let mut state = set_aside();
    state.reduce(Action::Edited { text: "eyJ".to_owned(), origin: Origin::Typed, now: NOW });
    assert!(state.guide.tried.is_some());
}

#[test]
fn an_example_is_no_text_of_ones_own() {
    let mut state = open("");
    try_out(&mut state, "keys");
    assert!(markup(tried::tried(&state, &dispatch())).contains("Back to the guide"));
    assert!(state.kept.is_none());
    let mut state = State::new(NOW, zone());
    state.reduce(Action::Edited { text: own(), origin: Origin::Example, now: NOW });
    try_out(&mut state, "keys");
    assert!(state.guide.tried.is_some() && state.kept.is_none());
}

/// What "try it" promises is what the page then says.
#[test]
fn the_examples_show_what_the_answers_say() {
    let ids = |id: &str| {
        let mut state = open("");
        try_out(&mut state, id);
        let found = &state.shown().expect("a token").judgement.findings;
        found.iter().map(|finding| finding.id()).collect::<Vec<_>>()
    };
    for (id, finding) in [
        ("decoded", "alg-none"),
        ("algorithms", "alg-none"),
        ("lifetime", "exp-missing"),
        ("keys", "jwk-embedded"),
        ("times", "exp-in-milliseconds"),
        ("exact", "json-duplicate-key"),
        ("damaged", "truncated-token"),
    ] {
        assert!(ids(id).contains(&finding), "{id}: {:?}", ids(id));
    }
    let mut state = open("");
    try_out(&mut state, "size");
    assert!(state.paste.text.len() > 4_096, "{} bytes fit into a cookie", state.paste.text.len());
}

#[test]
fn every_finding_leads_into_it() {
    for record in rules::records() {
        let shown = markup(to_place(record.guide, "In the guide", &dispatch()));
        let shown = shown.replace("&#x27;", "'").replace("&quot;", "\"");
        assert!(shown.contains(&record.guide.asked().question.replace('`', "")), "{}: {shown}", record.id);
    }
}
