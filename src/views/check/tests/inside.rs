//! Key bindings, what was decrypted, and several signatures.

use super::*;
use crate::state::Effect;

/// The golden SD-JWT with a key binding.
const SD_JWT: &str = include_str!("../../../../tests/golden/sd-jwt-kb.txt");
const BINDING: &str = r#"{"keys":[{"kind":"EC P-256","from":"JWK"}],"signatures":[{"signature":"fits","whose":"token","key":{"index":0,"kid":null,"kind":"EC P-256","from":"`cnf` of the token around it"},"remarks":[{"id":"key-binding","message":"It is the one in `cnf`."}],"explanations":[],"tried":1}]}"#;

fn bytes(encoded: &str) -> State {
    let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
    let answer = r#"{"keys":[{"kind":"secret of 16 bytes","from":"text"}],"signatures":[],"decrypted":{"key":{"kind":"secret"},"how":"","text":null,"base64url":"BYTES"}}"#;
    checked(&text, "key", &answer.replace("BYTES", encoded))
}

/// The request of the check that is under way.
fn request(effects: &[Effect]) -> (u32, String) {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::CheckSignature { check, request } => Some((*check, request.as_str().to_owned())),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no check among {effects:?}"))
}

#[test]
fn issuer_and_key_binding_are_both_there() {
    let mut state = state(SD_JWT);
    state.reduce(Action::KeyWritten("{}".into()));
    let check = state.reduce(Action::CheckSeen);
    assert!(check.effects.is_empty(), "somebody is typing");
    let (check, _) = request(&state.reduce(Action::CheckDue(2)).effects);
    let issuer = FITS.replace("RSA 2048", "EC P-256");
    let (check, asked) = request(&state.reduce(Action::SignatureChecked { check, answer: issuer.into() }).effects);
    let binding = state.key_binding().expect("a key binding").token.text.clone();
    let asked = decode::json::read(asked.as_bytes()).value.expect("JSON");
    assert_eq!(asked.member("token").and_then(|token| token.as_str()), Some(&*binding));
    assert_eq!(asked.member("paste").and_then(|paste| paste.as_str()), Some(SD_JWT), "with `cnf`");
    assert!(!markup(below(&state)).contains("Key binding"));
    assert!(state.reduce(Action::SignatureChecked { check, answer: BINDING.into() }).effects.is_empty());
    let drawn = markup(below(&state));
    let (issuer, binding) = drawn.split_once("Key binding</h3>").expect("both");
    assert!(issuer.contains("Issuer’s signature</h3>") && issuer.contains("The key you pasted."), "{issuer}");
    assert!(binding.contains("<b>The key that <code>cnf</code> of the token around it names.</b>"), "{binding}");
    assert!(!binding.contains("proves nothing") && !binding.contains("data-severity"), "{binding}");

    // It is known when it is opened, and so is the other one on the way back.
    let opened = state.reduce(Action::NestedOpened(0));
    assert!(opened.effects.iter().all(|effect| !matches!(effect, Effect::CheckSignature { .. })), "{opened:?}");
    assert_eq!(CheckOutcome::of(&state), CheckOutcome::FitsConfirmedKey);
    state.reduce(Action::OuterOpened(0));
    assert_eq!(CheckOutcome::of(&state), CheckOutcome::FitsPasted);
}

#[test]
fn bytes_that_are_no_text_are_shown_in_hexadecimal_digits() {
    let state = bytes("H4sIAP_-");
    assert_eq!(CheckOutcome::of(&state), CheckOutcome::Decrypted);
    same(
        below(&state),
        expect![[r#"
            <div class="understood">
            <ul>
            <li>Secret of 16 bytes, from text.</li>
            </ul>
            </div>
            <div class="cause decrypted">
            <h3>= Decrypted with your key</h3>
            <p>It was encrypted for this key. That does not say who wrote it.</p>
            <p>It is no text, but 6 bytes. In hexadecimal digits:</p>
            <div class="cluster">
            <button>Copy as hexadecimal</button>
            </div>
            <pre dir="ltr" class="exact">1f 8b 08 00 ff fe 
            </pre>
            </div>"#]],
    );
    assert!(!markup(below(&bytes(""))).contains("Open what was inside"));
}

#[test]
fn each_of_several_signatures_says_its_verdict() {
    let text = r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJFUzI1NiJ9","signature":"AAAA"},{"protected":"eyJhbGciOiJSUzI1NiJ9","signature":"AAAA"},{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AAAA"}]}"#;
    let answer = FITS.replace(
        r#""tried":2}]"#,
        r#""tried":2},{"signature":"does-not-fit","tried":2},{"signature":"cannot-be-checked","reason":"`HS256` needs a secret.","tried":0}]"#,
    );
    let state = checked(text, "{}", &answer);
    let page = page(&state);
    for heading in [
        "Signature 1 of 3<small>fits the key you pasted: <code>ES256</code>",
        "Signature 2 of 3<small>does not fit what you pasted: <code>RS256</code>",
        "Signature 3 of 3<small>cannot be checked: <code>HS256</code>",
    ] {
        assert!(page.contains(heading), "{heading} in {page}");
    }
    assert!(markup(below(&state)).contains("<code>HS256</code> needs a secret."), "the reason is told");
    assert!(self::page(&super::state(text)).contains("Signature 1 of 3<small>Not verified: "));
}

#[test]
fn a_published_secret_stays_one_when_it_is_pasted() {
    let public = FITS.replace(
        r#""remarks":[],"explanations""#,
        r#""remarks":[{"id":"key-is-public","message":"This secret is published (jwt.io)."}],"explanations""#,
    );
    let state = checked(&token(RSA, "{}", 256), "your-256-bit-secret", &public);
    assert_eq!(CheckOutcome::of(&state), CheckOutcome::FitsPublicSecret);
    let below = markup(below(&state));
    assert!(below.contains("<b>A published secret: anyone can sign with it.</b>"), "{below}");
    assert_eq!(below.matches("published (jwt.io)").count(), 1, "{below}");
    assert!(page(&state).contains("Decoded, not verified</h2>"));
}

#[test]
fn an_encrypted_token_has_no_lines_on_a_signature() {
    assert!(!markup(below(&bytes("AA"))).contains("Whose key"));
}
