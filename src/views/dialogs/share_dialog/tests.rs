//! What the dialog says of what is shared.

use super::*;
use crate::state::Dialog;
use crate::views::testing::{dispatch, markup, state, token};

fn dialog(text: &str, actions: Vec<Action>) -> String {
    let mut state = state(text);
    state.settings.address = "https://jwt.example/".into();
    state.reduce(Action::ShareOpened);
    for action in actions {
        state.reduce(action);
    }
    markup(html! {
        <ShareDialog
            is_open={state.open_dialog == Some(Dialog::Share)}
            shown={state.shown().expect("a token")}
            sharing={state.sharing.clone()}
            expectations={state.expectations_for_link()}
            left_by_link={crate::views::expect::left_by_link(&state.expecting)}
            is_one_of_several={state.paste.reading.groups.len() > 1}
            toast={state.toast}
            address={Rc::clone(&state.settings.address)}
            dispatch={dispatch()}
        />
    })
}

const CLAIMS: &str = r#"{"sub":"grace-17","email":"grace@example.com","scope":"read"}"#;

#[test]
fn is_written_only_while_it_is_open() {
    let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
    assert!(dialog(&text, vec![]).contains("Copy link"));
    assert!(!dialog(&text, vec![Action::DialogClosed]).contains("Copy link"));
}

/// Names and values of the preview, without their markup.
fn preview_of(markup: &str) -> String {
    let from = markup.find("class=\"preview\"").expect("a preview");
    let rest = &markup[from..];
    let list = &rest[rest.find('>').expect("its end") + 1..rest.find("</ol>").expect("its end")];
    let mut text = String::new();
    let mut is_tag = false;
    for char in list.chars().filter(|char| !char.is_whitespace()) {
        match char {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(char),
            _ => {}
        }
    }
    text.replace("&quot;", "\"").replace("redactedbythesender", "#")
}

#[test]
fn masks_what_is_suggested_until_somebody_chooses() {
    let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
    let masked = |actions| preview_of(&dialog(&text, actions));
    assert_eq!(masked(vec![]), r##"{"sub":"#","email":"#","scope":"read"}"##);
    let chosen = vec![Action::MaskToggled(0), Action::MaskToggled(2)];
    assert_eq!(masked(chosen), r##"{"sub":"grace-17","email":"#","scope":"#"}"##);
    let all = vec![Action::MasksChosen(MaskChoice::All)];
    assert_eq!(masked(all), r##"{"sub":"#","email":"#","scope":"#"}"##);
    let none = vec![Action::MasksChosen(MaskChoice::None)];
    assert_eq!(masked(none), CLAIMS);
    for form in [ShareForm::Unsigned, ShareForm::Whole] {
        assert_eq!(masked(vec![Action::ShareFormChosen(form)]), CLAIMS);
    }
}

#[test]
fn says_what_is_masked_too() {
    let text = token(r#"{"alg":"HS256","kid":"grace-17"}"#, r#"{"sub":"grace-17","by":["grace-17"],"n":"DE"}"#, 32);
    let said = dialog(&text, vec![]);
    assert!(said.contains("Also masked (same value): <code>/header/kid</code>, <code>by/0</code>."), "{said}");
    let address = token(r#"{"alg":"HS256"}"#, r#"{"address":{"country":"DE"},"regions":["DE"]}"#, 32);
    assert_eq!(preview_of(&dialog(&address, vec![])), r##"{"address":"#","regions":["DE"]}"##);
    assert!(!dialog(&address, vec![]).contains("Also masked"));
}

#[test]
fn counts_what_is_suggested_and_tells_which_choice_it_is() {
    let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
    let said = dialog(&text, vec![]);
    assert!(said.contains("<button aria-pressed=\"true\">Suggested (2)</button>"), "{said}");
    assert!(said.contains("<button aria-pressed=\"false\">All (3)</button>"), "{said}");
    let all = dialog(&text, vec![Action::MasksChosen(MaskChoice::All)]);
    assert!(all.contains("<button aria-pressed=\"true\">All (3)</button>"), "{all}");
    // Nothing tells who it is.
    let plain = dialog(&token(r#"{"alg":"HS256"}"#, r#"{"scope":"read"}"#, 32), vec![]);
    assert!(!plain.contains("Suggested") && plain.contains("Claims, some masked"), "{plain}");
}

#[test]
fn says_no_more_of_a_token_than_is_known() {
    let whole = || vec![Action::ShareFormChosen(ShareForm::Whole)];
    let with = |header: &str, claims: &str| dialog(&token(header, claims, 64), whole());
    let es256 = r#"{"alg":"ES256"}"#;
    let owner = "if it is genuine, whoever has the link can use the token as its owner until";
    assert!(with(es256, r#"{"sub":"u","exp":4102444800}"#).contains(owner));
    assert!(!with(es256, r#"{"sub":"u","exp":4102444800}"#).contains("unless"));
    let bound = with(es256, r#"{"sub":"u","exp":4102444800,"cnf":{"jkt":"k"}}"#);
    assert!(bound.contains(", unless they must show the key that "), "{bound}");
    let later = with(es256, r#"{"sub":"u","nbf":4102444000,"exp":4102444800}"#);
    assert!(later.contains("as its owner from 31 Dec 2099"), "{later}");
    let choice = dialog(&token(es256, r#"{"sub":"u","exp":4102444800}"#, 64), vec![]);
    assert!(choice.contains("may work like a password until 1 Jan 2100"), "{choice}");
    assert!(!choice.contains(owner), "not at first: {choice}");
    for (header, claims) in
        [(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, "{}"), (es256, r#"{"iss":"i","events":{"urn:x":{}}}"#)]
    {
        let text = with(header, claims);
        assert!(text.contains("wherever such tokens are accepted") && !text.contains("owner"), "{text}");
    }
}

#[test]
fn says_how_long_a_link_would_be() {
    let padded = |bytes: usize| token(r#"{"alg":"HS256"}"#, &["{\"a\":\"", &"x".repeat(bytes), "\"}"].concat(), 32);
    let short = dialog(&padded(10), vec![]);
    assert!(short.contains("Link: 92 characters, no signature, no claim masked."), "{short}");
    assert!(dialog(&padded(2_000), vec![]).contains("Some chats and mail programs cut a link of this length."));
    let long = dialog(&padded(8_000), vec![]);
    assert!(long.contains("Copy text") && !long.contains("Copy link"), "{long}");
}

#[test]
fn says_what_could_not_be_read_and_was_left_out() {
    let said = |claims: &str| dialog(&token(r#"{"alg":"HS256"}"#, claims, 32), vec![]);
    assert!(!said(CLAIMS).contains("could not be read whole"));
    let one = said(r#"{"a":"b","t":"cut off"#);
    assert_eq!(one.matches("1 value could not be read whole and was left out.").count(), 1, "{one}");
    // A blank before its brace: no reader of tokens knows such a header.
    let odd = token(r#" {"alg":"HS256"}"#, "{}", 32);
    let two = said(&format!(r#"{{"a":"x {odd}","b":["y {odd}"]}}"#));
    assert_eq!(two.matches("2 values could not be read whole and were left out.").count(), 1, "{two}");
}

#[test]
fn says_that_it_has_copied_where_it_can_be_seen() {
    let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
    let copied = |what, is_done| dialog(&text, vec![Action::Copied { what, is_done }]);
    let link = copied(Copied::RedactedLink, true);
    assert!(link.contains(">Copied</button>") && !link.contains(">Copy link</button>"), "{link}");
    let said = "<b>Link copied.</b> 191 characters, no signature, 2 claims masked. Whoever opens it sees “Decoded, not verified”.";
    assert!(link.contains(said), "{link}");
    let refused = copied(Copied::Report, false);
    assert!(refused.contains("did not allow copying.</b>") && refused.contains(">Copy as JSON</button>"), "{refused}");
    let faded = vec![Action::Copied { what: Copied::Report, is_done: true }, Action::ToastFaded];
    assert!(!dialog(&text, faded).contains("Copied"));
}

#[test]
fn offers_no_masks_where_there_are_no_claims() {
    let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
    let said = dialog(&text, vec![]);
    assert!(!said.contains("Mask") && said.contains("The header alone") && said.contains("The whole token"), "{said}");
}

#[test]
fn offers_what_the_service_expects_only_where_it_is_written() {
    use crate::state::expecting::ExpectationUse;
    use crate::state::expecting::form::ExpectationField as Field;
    let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
    assert!(!dialog(&text, vec![]).contains("With what the service expects"));
    let written = |field, text: &str| Action::ExpectationUsed(ExpectationUse::Written { field, text: text.to_owned() });
    let scopes = dialog(&text, vec![written(Field::Scopes, "read")]);
    assert!(!scopes.contains("With what the service expects"), "{scopes}");
    let actions = |chosen: bool, audience: &str| {
        let mut actions = vec![written(Field::Issuer, "<b>\u{202e}x"), written(Field::Audience, audience)];
        actions.extend(chosen.then_some(Action::ExpectationsShareToggled));
        actions
    };
    let off = dialog(&text, actions(false, "orders"));
    assert!(off.contains("With what the service expects") && !off.contains("Expected audience"), "{off}");
    assert!(!off.contains("expectation,") && !off.contains("left out"), "{off}");
    let on = dialog(&text, actions(true, "orders\n<i>hi</i>"));
    assert!(on.contains("<dt>Expected audience</dt>") && on.contains("&lt;i&gt;hi&lt;/i&gt;"), "{on}");
    assert!(on.contains("2 claims masked, 2 expectations."), "{on}");
    assert!(on.contains("1 expectation left out: ") && !on.contains("Expected issuer"), "{on}");
    // What goes along, and what does not.
    assert!(on.contains("In the link: audience.") && !on.contains("Not in the link"), "{on}");
    let more = [
        written(Field::Scopes, "read"),
        written(Field::Leeway, "5 min"),
        Action::ExpectationUsed(ExpectationUse::SignatureToggled),
    ];
    let more = |chosen: bool| dialog(&text, actions(chosen, "orders").into_iter().chain(more.clone()).collect());
    assert!(
        more(true).contains("In the link: audience. Not in the link: clock leeway, scopes, signature."),
        "{}",
        more(true)
    );
    assert!(!more(false).contains("n the link: audience."), "{}", more(false));
    // The value of a masked claim.
    let masked = dialog(&text, actions(true, "grace-17"));
    assert!(masked.contains("2 expectations left out: ") && !masked.contains("Expected"), "{masked}");
    let whole = actions(true, "grace-17").into_iter().chain([Action::ShareFormChosen(ShareForm::Whole)]).collect();
    let whole = dialog(&text, whole);
    assert!(whole.contains("<dt>Expected audience</dt>") && whole.contains("<code>grace-17</code>"), "{whole}");
    // A text that is no link carries none of it.
    let padded = token(r#"{"alg":"HS256"}"#, &["{\"a\":\"", &"x".repeat(8_000), "\"}"].concat(), 32);
    let long = dialog(&padded, actions(true, "orders"));
    assert!(long.contains("Only a link carries what the service expects.") && !long.contains("Expected"), "{long}");
    // Nobody holds such a token against expectations.
    let encrypted = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
    assert!(!dialog(&encrypted, actions(true, "orders")).contains("With what the service expects"));
}
