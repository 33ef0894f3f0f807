//! What reports and other copies say of a check.

use super::*;
use crate::state::sharing::ShareForm;

const KEY: &str = "a-secret-of-mine";
const INSIDE: &str = r#"{"keys":[],"signatures":[{"signature":"cannot-be-checked"}],"decrypted":{"key":{"index":0,"kind":"secret"},"how":"With it.","text":"the plaintext","tried":1}}"#;

fn report(state: &State) -> serde_json::Value {
    serde_json::from_str(&state.text_of(Copied::Report).expect("a report")).expect("JSON")
}

fn encrypted() -> String {
    [&token(r#"{"alg":"dir","enc":"A128GCM","kid":"k"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat()
}

/// The page with this text, checked with a key.
fn checked(text: &str, found: &str) -> State {
    let mut state = state(text);
    let (check, _) = begin(&mut state, KEY);
    answer(&mut state, check, found);
    state
}

#[test]
fn the_whole_report_says_what_was_checked() {
    let mut state = checked(&[of("1"), of("2")].join("\n"), FITS);
    state.reduce(Action::ShareFormChosen(ShareForm::Whole));
    let tokens = report(&state)["tokens"].clone();
    assert_eq!(tokens[0]["signatureCheck"]["signature"], "fits");
    assert_eq!(tokens[0]["signatureCheck"]["key"]["kind"], "secret");
    assert_eq!(tokens[1].get("signatureCheck"), None, "nobody looked at it");
    assert!(!tokens.to_string().contains(KEY));
    state.reduce(Action::KeyRemoved);
    assert_eq!(report(&state)["tokens"][0].get("signatureCheck"), None);
}

#[test]
fn without_a_key_no_report_tells_of_a_check() {
    let mut state = state(&of("1"));
    let (check, _) = request(&state.reduce(Action::CheckSeen).effects).expect("a request");
    answer(&mut state, check, FITS);
    state.reduce(Action::ShareFormChosen(ShareForm::Whole));
    assert_eq!(report(&state)["tokens"][0].get("signatureCheck"), None);
    assert!(state.text_of(Copied::Markdown).expect("a report").contains("decoded, not verified"));
}

#[test]
fn a_copy_that_keeps_something_back_has_a_sentence_alone() {
    for form in [ShareForm::Masked, ShareForm::Unsigned] {
        let mut state = checked(&of("1"), FITS);
        state.reduce(Action::ShareFormChosen(form));
        let report = report(&state);
        assert_eq!(report["tokens"][0].get("signatureCheck"), None, "{form:?}");
        assert_eq!(report["notes"][0]["id"], "checked-before");
        let said = report["notes"][0]["message"].as_str().expect("a sentence");
        assert!(said.starts_with("The signature fits a key that the author of this report pasted."), "{said}");
        assert!(!report.to_string().contains(KEY));
    }
    let mut unchecked = state(&of("1"));
    unchecked.reduce(Action::ShareFormChosen(ShareForm::Unsigned));
    assert_eq!(report(&unchecked)["notes"], serde_json::json!([]));
}

#[test]
fn what_was_decrypted_goes_along_only_with_the_whole_token() {
    let mut state = checked(&encrypted(), INSIDE);
    state.reduce(Action::ShareFormChosen(ShareForm::Whole));
    let decrypted = report(&state)["tokens"][0]["decrypted"].clone();
    assert_eq!((&decrypted["text"], &decrypted["how"]), (&"the plaintext".into(), &"With it.".into()));
    state.reduce(Action::ShareFormChosen(ShareForm::Unsigned));
    let header = report(&state);
    assert_eq!((header["tokens"][0].get("decrypted"), &header["notes"][0]["id"]), (None, &"checked-before".into()));
    assert!(!header.to_string().contains("the plaintext") && !header.to_string().contains("AAAAAAAA"), "{header}");
    for what in [Copied::Markdown, Copied::WholeLink, Copied::LinkWithoutSignature, Copied::WholeToken] {
        let copied = state.text_of(what).expect("a text");
        assert!(!copied.contains("the plaintext") && !copied.contains(KEY), "{what:?}");
    }
    let markdown = state.text_of(Copied::Markdown).expect("a report");
    assert!(markdown.contains("- **Check**: It was decrypted with a key"), "{markdown}");
}

#[test]
fn what_is_no_text_is_copied_in_hexadecimal_digits() {
    let bytes = INSIDE.replace(r#""text":"the plaintext""#, r#""text":null,"base64url":"H4sIAP_-""#);
    let mut state = checked(&encrypted(), &bytes);
    assert_eq!(state.text_of(Copied::DecryptedText).as_deref(), Some("1f8b0800fffe"));
    state.reduce(Action::ShareFormChosen(ShareForm::Whole));
    assert_eq!(report(&state)["tokens"][0]["decrypted"]["base64url"], "H4sIAP_-");
}

#[test]
fn a_report_for_a_ticket_says_what_the_check_came_to() {
    let markdown = |found: &str| checked(&of("1"), found).text_of(Copied::Markdown).expect("a report");
    let fits = markdown(FITS);
    assert!(fits.starts_with("## JSON Web Token: decoded\n"), "{fits}");
    assert!(fits.contains("- **Check**: The signature fits a key that the author of this report pasted.\n"), "{fits}");
    assert!(fits.ends_with("Nothing else was verified.\n"), "{fits}");
    for (found, said) in [
        (r#"{"signature":"does-not-fit"}"#, "The signature does not fit a key that"),
        (r#"{"signature":"unsigned"}"#, "The signature is missing"),
        (r#"{"signature":"fits","whose":"public"}"#, "The signature fits a published secret"),
        (r#"{"signature":"fits","whose":"token"}"#, "which proves nothing"),
        (r#"{"signature":"fits"},{"signature":"unsigned"}"#, "Signature 2 of 2 is missing"),
    ] {
        let report = markdown(&format!(r#"{{"keys":[],"signatures":[{found}]}}"#));
        assert!(report.contains(said), "{said} in {report}");
    }
}

#[test]
fn going_back_to_a_token_checks_nothing_twice() {
    let mut state = checked(&[of("1"), of("2")].join("\n"), FITS);
    assert!(request(&state.reduce(Action::TokenChosen(1)).effects).is_some());
    assert_eq!(request(&state.reduce(Action::TokenChosen(0)).effects), None);
    assert!(fits(&state));
    state.reduce(Action::KeyWritten("other".into()));
    assert!(!fits(&state), "another key is another check");
    let mut state = checked(&[of("1"), of("2")].join("\n"), FITS);
    edit(&mut state, &[of("1"), of("3")].join("\n"), Origin::Pasted);
    state.reduce(Action::TokenChosen(1));
    assert!(!fits(&state));
}
