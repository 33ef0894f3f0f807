//! A signature that was left out, several signatures, encrypted tokens, and texts in the wrong box.

use expect_test::expect;

use super::*;
use crate::state::paste::Origin;

#[test]
fn eight_it_cannot_be_checked() {
    let answer = answer(&[("RSA 1023", "certificate")], &[r#"{"signature":"cannot-be-checked"}"#]);
    let mut left_out = state("");
    let (text, now) = (token(RSA, "{}", 0), NOW);
    left_out.reduce(Action::LinkOpened {
        text,
        signature_left_out: true,
        claims_redacted: false,
        expectations: Default::default(),
        now,
    });
    let left_out = checked_on(left_out, "-----BEGIN", &answer);
    same(
        below(&left_out),
        expect![[r#"
        <div class="understood">
        <ul>
        <li>RSA 1023, from certificate.</li>
        </ul>
        </div>
        <dl class="three">
        <div>
        <dt>Signature</dt>
        <dd>
        <span aria-hidden="true" class="eq">–</span>
        <span>
        <b>Cannot be checked.</b> <small>The link that brought this token left its signature out.</small>
        </span>
        </dd>
        </div>
        <div>
        <dt>Whose key</dt>
        <dd>
        <span aria-hidden="true" class="eq">
        </span>
        <span>
        <b>The key you pasted.</b>
        </span>
        </dd>
        </div>
        </dl>"#]],
    );
}

#[test]
fn some_of_several_signatures_fit() {
    let both =
        FITS.replace(r#""tried":2}]"#, r#""tried":2},{"signature":"does-not-fit","whose":null,"key":null,"tried":2}]"#);
    let state = checked(&token(RSA, "{}", 256), "{}", &both);
    assert!(page(&state).contains("<h2>1 of 2 signatures fits the key you pasted. Nothing else was checked.</h2>"));
    assert!(markup(below(&state)).contains("Signature 2 of 2"));
}

#[test]
fn what_must_be_refused_is_not_affirmed() {
    let refused = FITS.replace(
        r#""remarks":[],"explanations""#,
        r#""remarks":[{"id":"crit-unknown","message":"`crit` names `x`, which nobody here understands."}],"explanations""#,
    );
    let state = checked(&token(RSA, "{}", 256), "{}", &refused);
    let page = page(&state);
    assert!(page.contains("Decoded, not verified</h2>") && page.contains("a service must refuse this token"), "{page}");
    assert!(markup(below(&state)).contains("<b>Must be refused.</b>"));
}

#[test]
fn an_encrypted_token_shows_what_was_inside() {
    let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
    let inside = r#"{"keys":[{"kind":"oct, 16 bytes","from":"base64url"}],"signatures":[],"decrypted":{"key":{"kind":"oct"},"how":"With the key itself (`dir`).","text":"{\"sub\":\"1\"}"}}"#;
    let state = checked(&text, "AAAA", inside);
    same(
        below(&state),
        expect![[r#"
            <div class="understood">
            <ul>
            <li>Oct, 16 bytes, from base64url.</li>
            </ul>
            </div>
            <div class="cause decrypted">
            <h3>= Decrypted with your key</h3>
            <p>With the key itself (<code>dir</code>).</p>
            <p>It was encrypted for this key. That does not say who wrote it.</p>
            <div class="cluster">
            <button class="open">Open what was inside</button>
            <button>Copy it</button>
            </div>
            <pre dir="ltr" class="exact">{"sub":"1"}</pre>
            </div>"#]],
    );
    let page = page(&state);
    assert!(page.contains("Decrypted with your key</span>") && page.contains("Decoded, not verified</h2>"), "{page}");
    let failed = r#"{"signatures":[],"decrypted":{"reasons":[{"id":"wrong-key","message":"Wrong key or damaged."}]}}"#;
    assert!(markup(below(&checked(&text, "AAAA", failed))).contains("Wrong key or damaged."));
}

#[test]
fn the_key_box_keeps_nothing_anywhere() {
    let state = state(&token(RSA, "{}", 256));
    let markup = markup(key_box(&state.checking, &dispatch()));
    for attribute in [r#"autocomplete="off""#, r#"spellcheck="false""#, "data-1p-ignore", r#"data-gramm="false""#] {
        assert!(markup.contains(attribute), "{attribute}: {markup}");
    }
}

#[test]
fn a_token_in_the_key_box_can_be_moved() {
    let answer = r#"{"keys":[],"keyRemarks":[{"id":"is-token","message":"This is a token, not a key."}],"signatures":[{"signature":"does-not-fit"}]}"#;
    let state = checked(&token(RSA, "{}", 256), "eyJ", answer);
    assert!(markup(below(&state)).contains("<button>Move it to the token box</button>"));
}

#[test]
fn a_key_in_the_token_box_can_be_used() {
    let offered = |text: &str| page(&state(text)).contains("Use it as key");
    assert!(offered(r#"{"kty":"oct","k":"AAAA"}"#));
    assert!(offered(r#"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}"#));
    assert!(!offered("hello") && !offered("") && !offered(r#"{"sub":"1"}"#));
}

#[test]
fn a_key_that_stays_says_so() {
    let mut state = checked(&token(RSA, "{}", 256), "{}", FITS);
    assert!(!markup(panel(&state)).contains("pasted for another token"));
    let text = token(RSA, r#"{"sub":"2"}"#, 256);
    state.reduce(Action::Edited { text, origin: Origin::Pasted, now: NOW });
    let panel = markup(panel(&state));
    assert!(
        panel.contains("pasted for another token") && panel.contains("Remove the key") && panel.contains("Checking…")
    );
    state.reduce(Action::Edited { text: String::new(), origin: Origin::Typed, now: NOW });
    assert!(page(&state).contains("A key is here for the token that you paste next."));
}

#[test]
fn a_single_segment_has_nothing_to_check() {
    let state = state("eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ");
    assert!(state.shown().is_some() && !page(&state).contains("Check the signature"));
}
