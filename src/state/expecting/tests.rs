//! The form and its JSON, and which rounds are asked for.

mod linked;
mod rereading;
mod undo;

use decode::json;
use expectations::KnownSignature;

use super::asking::known_signature;
use super::form::{ExpectationField as Field, ExpectationForm};
use super::*;
use crate::state::check_answer::CheckAnswer;
use crate::state::checking::{CheckStage, Checking};
use crate::state::paste::Origin;
use crate::state::{Action, Copied, Effect, State};
use crate::views::testing::{NOW, state, token};

fn form(written: &[(Field, &str)]) -> ExpectationForm {
    let mut form = ExpectationForm::default();
    written.iter().for_each(|(field, text)| form.write(*field, (*text).to_owned()));
    form
}

#[test]
fn an_empty_form_expects_nothing() {
    assert_eq!(ExpectationForm::default().json(), "{}");
    assert!(ExpectationForm::default().is_empty());
    assert!(form(&[(Field::Leeway, "60"), (Field::Issuer, "  \n")]).is_empty());
    let mut signed = ExpectationForm::default();
    signed.signature = true;
    assert!(!signed.is_empty());
}

#[test]
fn writes_what_the_fields_say() {
    let mut form = form(&[
        (Field::Issuer, " https://a.example \n\nhttps://b.example"),
        (Field::Audience, "api://orders"),
        (Field::Algorithms, "RS256, ES256 PS256"),
        (Field::Type, "at+jwt"),
        (
            Field::Claims,
            "sub\ntid = 72f9\nnumber = 1.50\nverified=true\nnone = null\nquoted = \"1\"\nequal = a=b\nempty =",
        ),
        (Field::Scopes, "Orders.Read  Orders.Write"),
        (Field::Leeway, "60"),
        (Field::Lifetime, "1 hour"),
    ]);
    form.signature = true;
    assert_eq!(
        form.json(),
        concat!(
            r#"{"issuer":["https://a.example","https://b.example"],"audience":["api://orders"],"#,
            r#""algorithms":["RS256","ES256","PS256"],"type":["at+jwt"],"required":["sub"],"#,
            r#""claims":{"tid":"72f9","number":1.50,"verified":true,"none":null,"quoted":"1","equal":"a=b","empty":""},"#,
            r#""scopes":["Orders.Read","Orders.Write"],"leeway":60,"longestLifetime":3600,"signature":true}"#
        )
    );
}

#[test]
fn texts_of_any_kind_are_json() {
    let json = form(&[(Field::Issuer, "\"\\\u{1}</script>"), (Field::Claims, "a\"b = \"open")]).json();
    let read = json::read(json.as_bytes());
    assert!(read.faults.is_empty(), "{json}");
    let back = ExpectationForm::of_json(&read.value.unwrap(), &json);
    assert_eq!((back.text(Field::Issuer), back.text(Field::Claims)), ("\"\\\u{1}</script>", "a\"b = \"open"));
}

#[test]
fn reads_what_it_writes() {
    let mut written = form(&[
        (Field::Issuer, "https://a.example\nhttps://b.example"),
        (Field::Audience, "api://orders"),
        (Field::Algorithms, "RS256, ES256"),
        (Field::Type, "at+jwt, JWT"),
        (Field::Claims, "sub\nname = Grace Hopper\nnumber = 1.50\ntext = \"1\"\nflag = false"),
        (Field::Scopes, "a b"),
        (Field::Leeway, "60"),
        (Field::Lifetime, "90 min"),
    ]);
    written.signature = true;
    let json = written.json();
    assert_eq!(ExpectationForm::of_json(&json::read(json.as_bytes()).value.unwrap(), &json), written);
    for (seconds, text) in
        [(1, "1 second"), (60, "1 min"), (3_600, "1 hour"), (7_200, "2 hours"), (86_400, "1 day"), (90, "90 seconds")]
    {
        let json = format!("{{\"longestLifetime\":{seconds}}}");
        let read = ExpectationForm::of_json(&json::read(json.as_bytes()).value.unwrap(), &json);
        assert_eq!((read.text(Field::Lifetime), read.json()), (text, json));
    }
    let single = r#"{"issuer":"https://a.example","type":"JWT","leeway":0}"#;
    let read = ExpectationForm::of_json(&json::read(single.as_bytes()).value.unwrap(), single);
    assert_eq!(read, form(&[(Field::Issuer, "https://a.example"), (Field::Type, "JWT")]));
}

#[test]
fn says_what_it_cannot_read() {
    let fault = |field, text: &str| form(&[(field, text)]).fault(field);
    for field in [Field::Leeway, Field::Lifetime] {
        for text in ["-1", "1.5", "a minute", "long", "1 fortnight", "-5 min"] {
            assert!(fault(field, text).is_some_and(|it| it.contains("is no length of time")), "{text}");
        }
        for text in ["99999999999999999999", "999999999999999999 days"] {
            assert!(fault(field, text).is_some_and(|it| it.contains("is too long: at most ")), "{text}");
        }
        for text in ["3600", "3600 s", "60 MIN", "1h", "1 Hour", "2 days", "5 min", "1h 30m", "90 s"] {
            assert_eq!(fault(field, text), None, "{text}");
        }
    }
    let too_long = fault(Field::Leeway, "99999999999");
    assert_eq!(too_long, Some("`99999999999` is too long: at most 4,294,967,295 seconds.".to_owned()));
    assert_eq!(fault(Field::Leeway, "0"), None);
    assert_eq!(fault(Field::Lifetime, "0"), Some("A lifetime is at least 1 second.".to_owned()));
    assert_eq!(form(&[(Field::Leeway, "1h 30m")]).json(), r#"{"leeway":5400}"#);
    assert_eq!(fault(Field::Claims, "tid = 1\ntid"), Some("`tid` stands in two lines.".to_owned()));
    assert_eq!(fault(Field::Claims, "= 1"), Some("`= 1` has no name before `=`.".to_owned()));
    assert!(fault(Field::Claims, "roles = [\"a\"]").is_some_and(|it| it.starts_with("`roles` can be compared with")));
    // What cannot be read is not asked for.
    assert_eq!(
        form(&[(Field::Claims, "= 1"), (Field::Leeway, "x"), (Field::Type, "JWT")]).json(),
        r#"{"type":["JWT"]}"#
    );
}

const HEADER: &str = r#"{"alg":"RS256"}"#;

fn used(state: &mut State, used: ExpectationUse) -> Vec<Effect> {
    state.reduce(Action::ExpectationUsed(used)).effects
}

fn written(state: &mut State, field: Field, text: &str) -> Vec<Effect> {
    used(state, ExpectationUse::Written { field, text: text.to_owned() })
}

/// The round and the request of the effect that asks.
fn asked(effects: &[Effect]) -> Option<(u32, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::JudgeExpectations { round, request } => Some((*round, request.as_str().to_owned())),
        _ => None,
    })
}

fn soon(effects: &[Effect]) -> Option<u32> {
    effects.iter().find_map(|effect| match effect {
        Effect::JudgeSoon(round) => Some(*round),
        _ => None,
    })
}

pub const ANSWER: &str = r#"{"answer":{"verdict":"nothing-against","sentence":"Nothing here would make a service refuse it.","notChecked":[],"lines":[]},"profiles":[{"id":"oidc","name":"OpenID Connect","reference":"R","note":"N."}],"likelyProfile":null,"filled":null,"libraries":[],"code":{"lines":[{"text":"a","said":null,"refuses":false},{"text":"b","said":"// the token says `c`","refuses":true}],"notes":[]},"others":[],"error":null}"#;

fn judged(state: &mut State, round: u32, answer: &str) -> Vec<Effect> {
    used(state, ExpectationUse::Judged { round, answer: answer.into() })
}

#[test]
fn nothing_is_asked_before_the_panel_is_seen() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    assert_eq!(state.reduce(Action::Ticked(NOW + 61)).effects, []);
    let (_, request) = asked(&used(&mut state, ExpectationUse::Seen)).expect("a request");
    let read = json::read(request.as_bytes());
    assert!(read.faults.is_empty(), "{request}");
    let document = read.value.unwrap();
    assert!(document.member("expectations").is_some_and(|it| it.members().is_empty()));
    assert_eq!(document.member("signature").and_then(|it| it.as_str()), Some("not-checked"));
    assert!(asked(&used(&mut state, ExpectationUse::Seen)).is_none(), "once");
}

#[test]
fn typing_waits_and_late_answers_are_dropped() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    let (first, _) = asked(&used(&mut state, ExpectationUse::Seen)).unwrap();
    let second = soon(&written(&mut state, Field::Issuer, "a")).expect("a pause");
    let third = soon(&written(&mut state, Field::Issuer, "ab")).expect("a pause");
    judged(&mut state, first, ANSWER);
    assert!(state.expecting.answer().is_none(), "late");
    assert!(asked(&used(&mut state, ExpectationUse::Due(second))).is_none());
    let (round, request) = asked(&used(&mut state, ExpectationUse::Due(third))).expect("a request");
    assert!(round == third && request.contains(r#""issuer":["ab"]"#), "{request}");
    judged(&mut state, round, ANSWER);
    assert!(state.expecting.whole_answer().is_some());
    assert_eq!(state.text_of(Copied::ServiceCode).as_deref(), Some("a\nb\n"));
    // The others keep what was said of them.
    written(&mut state, Field::Issuer, "abc");
    assert!(state.expecting.answer_on(Field::Issuer).is_none() && state.expecting.answer_on(Field::Audience).is_some());
    assert!(state.expecting.whole_answer().is_none() && state.text_of(Copied::ServiceCode).is_none());
}

#[test]
fn the_report_on_the_whole_token_has_the_answer_to_what_is_written() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    let expectations = |state: &State| state.text_of(Copied::Report).expect("a report").contains("\"expectations\"");
    state.reduce(Action::ShareFormChosen(crate::state::sharing::ShareForm::Whole));
    let (round, _) = asked(&used(&mut state, ExpectationUse::Seen)).unwrap();
    judged(&mut state, round, ANSWER);
    assert!(!expectations(&state), "nothing is written");
    used(&mut state, ExpectationUse::Opened);
    let due = soon(&written(&mut state, Field::Issuer, "a")).expect("a pause");
    assert!(!expectations(&state), "not answered yet");
    let (round, _) = asked(&used(&mut state, ExpectationUse::Due(due))).expect("a request");
    judged(&mut state, round, ANSWER);
    assert!(expectations(&state));
    state.reduce(Action::ShareFormChosen(crate::state::sharing::ShareForm::Masked));
    assert!(!expectations(&state), "not where something is kept back");
}

#[test]
fn asks_again_when_token_minute_or_moment_changes() {
    let text = token(HEADER, r#"{"sub":"1","exp":1795999999}"#, 256);
    let mut state = state(&text);
    let (round, _) = asked(&used(&mut state, ExpectationUse::Seen)).unwrap();
    judged(&mut state, round, ANSWER);
    assert_eq!(asked(&state.reduce(Action::Ticked(NOW + 1)).effects), None);
    assert!(
        asked(&state.reduce(Action::Ticked(NOW + 60)).effects)
            .is_some_and(|(_, it)| it.contains(&format!("\"now\":{}", NOW + 60)))
    );
    assert!(asked(&state.reduce(Action::MomentWritten("1795999999".to_owned())).effects).is_some());
    let other = token(HEADER, r#"{"sub":"2"}"#, 256);
    let edited = Action::Edited { text: other, origin: Origin::Pasted, now: NOW };
    let (round, _) = asked(&state.reduce(edited).effects).expect("another token");
    assert!(state.expecting.answer().is_none(), "of the other token");
    judged(&mut state, round, ANSWER);
    assert!(state.expecting.answer().is_some());
    let edited = Action::Edited { text: String::new(), origin: Origin::Typed, now: NOW };
    assert_eq!(asked(&state.reduce(edited).effects), None, "no token");
}

#[test]
fn the_signature_of_the_check_is_told() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    used(&mut state, ExpectationUse::Seen);
    assert_eq!(known_signature(&state.checking), KnownSignature::NotChecked);
    let checked = |answer: &str| {
        let stage = CheckStage::Checked(Rc::new(CheckAnswer::read(answer).unwrap()));
        let mut checking = Checking::default();
        checking.stage = stage;
        known_signature(&checking)
    };
    let with_key = |signatures: &str| checked(&format!(r#"{{"keys":[{{}}],"signatures":[{signatures}]}}"#));
    let without = |signatures: &str| checked(&format!(r#"{{"keys":[],"signatures":[{signatures}]}}"#));
    let one = |signature: &str, owner: &str| format!(r#"{{"signature":"{signature}","whose":{owner}}}"#);
    let (wrong, unknown) = (one("does-not-fit", "null"), one("cannot-be-checked", "null"));
    assert_eq!(with_key(&one("fits", "\"pasted\"")), KnownSignature::FitsPastedKey);
    assert_eq!(without(&one("fits", "\"token\"")), KnownSignature::FitsOtherKey);
    assert_eq!(with_key(&one("fits", "\"public\"")), KnownSignature::FitsOtherKey);
    assert_eq!((with_key(&wrong), without(&wrong)), (KnownSignature::DoesNotFit, KnownSignature::NotChecked));
    assert_eq!((with_key(&unknown), without(&unknown)), (KnownSignature::CannotBeChecked, KnownSignature::NotChecked));
    assert_eq!(without(&one("unsigned", "null")), KnownSignature::Unsigned);
    assert_eq!(checked("{}"), KnownSignature::NotChecked);
    // A published secret stays one when it is pasted.
    let published = r#"{"signature":"fits","whose":"pasted","remarks":[{"id":"key-is-public","message":"M."}]}"#;
    assert_eq!(with_key(published), KnownSignature::FitsOtherKey);
    // The one that cannot be checked may fit.
    assert_eq!(with_key(&format!("{wrong},{unknown}")), KnownSignature::CannotBeChecked);
}

#[test]
fn clearing_the_page_keeps_them_and_leaving_it_does_not() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    written(&mut state, Field::Issuer, "mine");
    state.reduce(Action::Cleared { now: NOW });
    assert_eq!(state.expecting.form.text(Field::Issuer), "mine");
    assert!(!state.report(&|_, _| None).contains("mine"));
    state.reduce(Action::PageLeft);
    assert!(state.expecting.form.is_empty());
}

#[test]
fn an_answer_that_says_no_is_a_sentence() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    for answer in [r#"{"answer":null,"error":"`issuer` is no text."}"#, "no JSON", r#"{"answer":{"verdict":"good"}}"#] {
        written(&mut state, Field::Issuer, answer);
        let round = state.expecting.round;
        judged(&mut state, round, answer);
        assert!(state.expecting.failure.is_some() && state.expecting.whole_answer().is_none(), "{answer}");
    }
    // A single segment is nothing that a service looks at.
    let encrypted = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";
    for (text, is_asked) in [(encrypted, true), ("eyJhbGciOiJkaXIifQ", false)] {
        state.reduce(Action::Edited { text: text.to_owned(), origin: Origin::Pasted, now: NOW });
        assert_eq!(state.asking().is_some(), is_asked, "{text}");
    }
}

#[test]
fn a_signature_that_a_link_left_out_is_not_missing() {
    let whole = token(HEADER, r#"{"sub":"1"}"#, 256);
    let (unsigned, _) = whole.rsplit_once('.').expect("a signature");
    for (signature_left_out, text, expected) in [
        (true, format!("{unsigned}."), "left-out"),
        (false, format!("{unsigned}."), "not-checked"),
        (true, whole.clone(), "not-checked"),
    ] {
        let mut state = state("");
        used(&mut state, ExpectationUse::Seen);
        let expectations = Default::default();
        let opened = Action::LinkOpened { text, signature_left_out, claims_redacted: false, expectations, now: NOW };
        let (_, request) = asked(&state.reduce(opened).effects).expect("a request");
        assert!(request.contains(&format!(r#""signature":"{expected}""#)), "{request}");
    }
}
