//! Tokens that bring certificates along.

use expect_test::expect;

use super::*;

const ROOT: (&str, &str) = ("EC P-384", "certificate");
const KEY: &str = r#"{"index":1,"kid":null,"kind":"EC P-256","from":"the first certificate of the token's `x5c`"}"#;
const LINES: &str = r#"[{"subject":"leaf.example","signer":"next","message":"Signed by the next.","notAfter":1000000000,"validity":"expired"},{"subject":"","signer":"is-pasted","message":"This is the one that you pasted.","notAfter":2000000000,"validity":"valid"}]"#;

/// The check of a signature whose certificates end here.
fn fits(whose: &str, remark: &str, end: &str) -> String {
    format!(
        r#"{{"signature":"fits","whose":"{whose}","key":{KEY},"remarks":[{{"id":"{remark}","message":"R."}}],"tried":1,"chain":{{"certificates":{LINES},{end},"message":"It is `Root`. Paste it.","caution":"Paste `Root`."}}}}"#
    )
}

fn of(whose: &str, remark: &str, end: &str) -> State {
    checked(&token(r#"{"alg":"ES256"}"#, "{}", 64), "-----BEGIN", &answer(&[ROOT, ROOT], &[&fits(whose, remark, end)]))
}

#[test]
fn nine_certificates_lead_to_what_was_pasted() {
    let state = of("pasted", "x5c-chain-to-pasted-root", r#""end":"pasted","at":1"#);
    same(
        below(&state),
        expect![[r#"
            <div class="understood">
            <ul>
            <li>Key 1: EC P-384, from certificate.</li>
            <li>Key 2: EC P-384, from certificate.</li>
            </ul>
            </div>
            <dl class="three">
            <div>
            <dt>Signature</dt>
            <dd>
            <span aria-hidden="true" class="eq">=</span>
            <span>
            <b>Fits.</b> <small>
            <code>ES256</code> over header and payload.</small>
            </span>
            </dd>
            </div>
            <div>
            <dt>Key</dt>
            <dd>
            <span aria-hidden="true" class="eq">
            </span>
            <span>
            <b>Fit for <code>ES256</code>.</b> <small>EC P-256.</small>
            </span>
            </dd>
            </div>
            <div>
            <dt>Whose key</dt>
            <dd>
            <span aria-hidden="true" class="eq">
            </span>
            <span>
            <b>The key in the token’s first certificate.</b> <small>Its certificates lead to what you pasted. Only you know whether that came from the issuer.</small>
            </span>
            </dd>
            </div>
            </dl>
            <dl class="three">
            <div>
            <dt>Certificates</dt>
            <dd>
            <span aria-hidden="true" class="eq">=</span>
            <div>
            <b>They lead to what you pasted.</b> <small>Paste <code>Root</code>.</small>
            <ol class="certificates">
            <li>
            <span>leaf.example</span> <small>Signed by the next. Expired on 2001-09-09.</small>
            </li>
            <li>
            <span>No name</span> <small>This is the one that you pasted. Valid until 2033-05-18.</small>
            </li>
            </ol>
            </div>
            </dd>
            </div>
            </dl>
            <p class="not-checked">Nothing else was checked: not the issuer, the audience or the time.</p>"#]],
    );
    let page = page(&state);
    assert!(page.contains(
        "<h2>Signature fits a key whose certificates lead to what you pasted. Nothing else was checked.</h2>"
    ));
    assert!(
        page.contains("<span>Fits, up to your root</span>") && page.contains("<small>fits, up to your root</small>")
    );
}

#[test]
fn certificates_that_lead_nowhere_affirm_nothing() {
    for (remark, end, word) in [
        ("x5c-chain-whole", r#""end":"whole","at":null"#, "They lead to nothing that you pasted."),
        ("x5c-chain-broken", r#""end":"broken","at":0"#, "They lead no further than certificate 1."),
        ("x5c-chain-not-checked", r#""end":"not-checked","at":1"#, "Not checked beyond certificate 2."),
    ] {
        let state = of("token", remark, end);
        let below = markup(below(&state));
        assert!(below.contains(&format!("<b>{word}</b>")) && below.contains("this proves nothing"), "{below}");
        assert_eq!(CheckOutcome::of(&state), CheckOutcome::FitsOwnKey);
    }
}

/// The remark alone affirms nothing: a certificate chain says nothing of a signature that does not fit.
#[test]
fn only_the_readers_certificates_affirm() {
    let state = of("token", "x5c-chain-to-pasted-root", r#""end":"pasted","at":1"#);
    assert_eq!(CheckOutcome::of(&state), CheckOutcome::FitsOwnKey);
}

#[test]
fn the_root_is_asked_for_once() {
    let told = |end: &str, hint: &str| {
        let fits = fits("token", "x5c-chain-whole", end);
        let hint = format!(r#"{{"whereKeysAre":{{"id":"{hint}","sentence":"Paste that root here."}},"#);
        let answer = answer(&[], &[&fits]).replacen('{', &hint, 1);
        markup(below(&checked(&token(r#"{"alg":"ES256"}"#, "{}", 64), "", &answer)))
    };
    let asked = told(r#""end":"whole","at":null"#, "x5c-root");
    assert!(asked.contains("<h3>Get the root yourself</h3>") && asked.contains("Paste that root here."), "{asked}");
    assert!(!asked.contains("Paste <code>Root</code>."), "{asked}");
    // Where the issuer publishes its keys, nothing else asks for it.
    let published = told(r#""end":"whole","at":null"#, "keys-at");
    assert!(published.contains("Paste <code>Root</code>.") && published.contains("issuer’s keys"), "{published}");
    // What was not checked stays there.
    assert!(told(r#""end":"pasted","at":1"#, "x5c-root").contains("Paste <code>Root</code>."));
}
