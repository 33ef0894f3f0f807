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
fn of_several_recipients_it_says_whose_key_opened_it() {
    const GENERAL: &str = include_str!("../../../../tests/golden/jwe-json-general.txt");
    let decrypted = |recipient: &str, content: &str| {
        let told = format!(r#"{{"key":{{"kind":"secret"}},{recipient}"how":"",{content}}}"#);
        checked(GENERAL, "key", &format!(r#"{{"signatures":[],"decrypted":{told}}}"#))
    };
    for content in [r#""text":"hello""#, r#""base64url":"_w""#] {
        let state = decrypted(r#""recipient":1,"#, content);
        assert!(markup(below(&state)).contains("<h3>= Decrypted with your key, as recipient 2 of 3</h3>"));
        let page = page(&state);
        assert!(page.contains("Recipient 2 of 3<small>decrypted with your key: <code>ECDH-ES+A256KW</code>"), "{page}");
        assert!(page.contains("Recipient 1 of 3<small>\n<code>RSA1_5</code>"), "{page}");
    }
    assert!(page(&decrypted("", r#""text":"hello""#)).contains("Recipient 1 of 3<small>decrypted with your key"));
    // As long as none did, none is named.
    let before = page(&state(GENERAL));
    assert_eq!((before.matches("<small>Not decrypted: ").count(), before.matches("with your key").count()), (3, 0));
    // A token for one alone has no number.
    assert!(markup(below(&bytes("AA"))).contains("<h3>= Decrypted with your key</h3>"));
}

#[test]
fn an_encrypted_token_has_no_lines_on_a_signature() {
    assert!(!markup(below(&bytes("AA"))).contains("Whose key"));
}

#[test]
fn signatures_that_were_not_checked_share_one_line() {
    const REASON: &str = "The token has 10000 signatures. Only the first 100 are checked here.";
    let left_out = format!(r#",{{"signature":"cannot-be-checked","reason":"{REASON}","tried":0}}"#);
    let answer = |count: usize| FITS.replace(r#""tried":2}]"#, &format!(r#""tried":2}}{}]"#, left_out.repeat(count)));
    let many = markup(below(&checked(&token(RSA, "{}", 256), "{}", &answer(9_900))));
    assert!(many.contains(&format!("9,900 more signatures were not checked. {REASON}</p>")), "{many}");
    assert_eq!(many.matches("class=\"which\"").count(), 1, "{many}");
    // A few have their places.
    let few = markup(below(&checked(&token(RSA, "{}", 256), "{}", &answer(2))));
    assert!(!few.contains("more signatures") && few.matches("class=\"which\"").count() == 3, "{few}");
    // Nor do those that say different things.
    let other = answer(9).replacen(REASON, "It is another.", 6);
    let different = markup(below(&checked(&token(RSA, "{}", 256), "{}", &other)));
    assert!(
        !different.contains("more signatures") && different.matches("class=\"which\"").count() == 10,
        "{different}"
    );
}

#[test]
fn the_heading_says_whose_key_does_not_fit() {
    let headed = |signature: &str, whose: &str, id: &str, keys: usize| {
        let check = format!(
            r#"{{"signature":"{signature}","whose":{whose},"explanations":[{{"id":"{id}","message":"E."}}],"tried":3}}"#
        );
        let answer = answer(&vec![("secret", "text"); keys], &[&check]);
        let answer = answer.replacen('{', r#"{"whereKeysAre":{"sentence":"E."},"#, 1);
        let markup = markup(below(&checked(&token(RSA, "{}", 256), "key", &answer)));
        let headings = markup.split("<h3>").skip(1).map(|rest| rest.split("</h3>").next().unwrap_or_default());
        (headings.map(str::to_owned).collect::<Vec<_>>(), markup.contains("It fits in another way"))
    };
    const GET: &str = "Get the issuer’s keys yourself";
    for (signature, whose, id, keys, expected, otherwise) in [
        ("fits", r#""token""#, "token-own-key", 1, vec!["Your key does not fit", GET], false),
        ("fits", r#""public""#, "public-secret", 2, vec!["Your keys do not fit", GET], false),
        ("fits", r#""pasted""#, "other-key-in-set", 2, vec!["Another key fits than the token names"], false),
        ("does-not-fit", "null", "secret-base64", 1, vec!["Why it does not fit", GET], true),
        ("does-not-fit", "null", "kid-not-in-set", 1, vec!["Why it does not fit", GET], false),
        // Where the keys are is no cause, and is said once.
        ("does-not-fit", "null", "keys-at", 1, vec!["No cause was found", GET], false),
        ("cannot-be-checked", "null", "keys-at", 1, vec![GET], false),
    ] {
        let told = headed(signature, whose, id, keys);
        assert_eq!(told, (expected.into_iter().map(str::to_owned).collect(), otherwise), "{id}");
    }
}
