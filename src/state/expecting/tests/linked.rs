//! What a service expects, out of a link and into one.

use share::link::{self, LinkExpectations};

use super::*;
use crate::state::sharing::{MaskChoice, ShareForm};

const CLAIMS: &str = r#"{"iss":"https://a.example","aud":"orders","sub":"grace-17"}"#;

fn opened(state: &mut State, fields: &str) -> Vec<Effect> {
    let link = format!("#token={}{fields}", token(HEADER, CLAIMS, 0));
    let link::Arrival { text, signature_left_out, claims_redacted, expectations } =
        link::read_fragment(&link).expect("a token");
    state.reduce(Action::LinkOpened { text, signature_left_out, claims_redacted, expectations, now: NOW }).effects
}

const FIELDS: &str = "&expected-issuer=https%3A//a.example&expected-audience=a%26b&expected-audience=%3Cb%3E&expected-algorithms=RS256,ES256";

#[test]
fn a_link_fills_the_fields_and_is_answered_at_once() {
    let mut state = state("");
    let (_, request) = asked(&opened(&mut state, FIELDS)).expect("it is asked for without being seen");
    let wanted =
        r#""expectations":{"issuer":["https://a.example"],"audience":["a&b","<b>"],"algorithms":["RS256","ES256"]}"#;
    assert!(request.contains(wanted), "{request}");
    let expecting = &state.expecting;
    assert_eq!(
        (expecting.is_open, expecting.start.as_deref(), expecting.before.is_none()),
        (true, Some(FROM_LINK), true)
    );
    // Once the reader changes them they are the reader's.
    written(&mut state, Field::Type, "JWT");
    assert_eq!(state.expecting.start, None);
}

#[test]
fn a_link_without_expectations_opens_nothing() {
    let mut state = state("");
    assert_eq!(asked(&opened(&mut state, "&signature=left-out&expected-issuer=%20")), None);
    assert!(!state.expecting.is_open && state.expecting.start.is_none());
    // The reader's own stay, as for any other text.
    written(&mut state, Field::Issuer, "mine");
    opened(&mut state, "");
    assert_eq!(state.expecting.form.text(Field::Issuer), "mine");
}

#[test]
fn what_the_reader_wrote_comes_back_and_another_link_replaces_the_first() {
    let mut state = state("");
    opened(&mut state, "");
    used(&mut state, ExpectationUse::Opened);
    written(&mut state, Field::Issuer, "mine");
    opened(&mut state, FIELDS);
    assert_eq!(state.expecting.form.text(Field::Audience), "a&b\n<b>");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!((state.expecting.form.text(Field::Issuer), state.expecting.start.as_deref()), ("mine", None));
    opened(&mut state, FIELDS);
    opened(&mut state, "&expected-issuer=second");
    assert_eq!(state.expecting.form, form(&[(Field::Issuer, "second")]));
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(state.expecting.form.text(Field::Issuer), "mine", "those of the first link are gone");
    opened(&mut state, "&expected-issuer=third");
    opened(&mut state, "");
    assert!(state.expecting.form.is_empty() && !state.expecting.is_open);
    opened(&mut state, FIELDS);
    used(&mut state, ExpectationUse::Cleared);
    assert!(state.expecting.form.is_empty() && state.expecting.before.is_some());
    state.reduce(Action::PageLeft);
    assert!(state.expecting.before.is_none() && state.expecting.start.is_none());
}

#[test]
fn a_link_carries_them_only_where_that_is_chosen() {
    let mut state = state(&token(HEADER, CLAIMS, 256));
    state.settings.address = "https://jwt.example/".into();
    written(&mut state, Field::Issuer, "https://a.example\ngrace-17");
    written(&mut state, Field::Audience, "a&b");
    written(&mut state, Field::Algorithms, "RS256 ES256");
    written(&mut state, Field::Scopes, "Orders.Read");
    state.reduce(Action::ShareOpened);
    let links = [
        (ShareForm::Masked, Copied::RedactedLink),
        (ShareForm::Unsigned, Copied::LinkWithoutSignature),
        (ShareForm::Whole, Copied::WholeLink),
    ];
    for (form, what) in links {
        state.reduce(Action::ShareFormChosen(form));
        let without = state.text_of(what).expect("a link");
        assert!(!without.contains("expected"), "{without}");
        state.reduce(Action::ExpectationsShareToggled);
        let with = state.text_of(what).expect("a link");
        let fragment = with.strip_prefix("https://jwt.example/").expect("the address");
        let read = link::read_fragment(fragment).expect("a token").expectations;
        let texts = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
        // The masked claim is in no field.
        let issuers =
            if form == ShareForm::Masked { vec!["https://a.example"] } else { vec!["https://a.example", "grace-17"] };
        let algorithms = texts(&["RS256", "ES256"]);
        assert_eq!(read, LinkExpectations { issuers: texts(&issuers), audiences: texts(&["a&b"]), algorithms });
        assert!(with.starts_with(&without) && !with.contains("Orders"), "{with}");
        state.reduce(Action::ExpectationsShareToggled);
    }
    state.reduce(Action::ShareFormChosen(ShareForm::Masked));
    state.reduce(Action::MasksChosen(MaskChoice::All));
    state.reduce(Action::ExpectationsShareToggled);
    let masked = state.text_of(Copied::RedactedLink).expect("a link");
    assert!(!masked.contains("expected-issuer") && masked.contains("expected-audience=a%26b"), "{masked}");
    assert!(!state.report(&|_, _| None).contains("a&b"));
    // Chosen anew for another token.
    state.reduce(Action::Edited { text: token(HEADER, "{}", 256), origin: Origin::Pasted, now: NOW });
    assert!(!state.sharing.has_expectations);
}
