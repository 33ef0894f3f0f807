//! The panel in its states, and what banner, verdict and outline say then.

mod beside;
mod chain;
mod inside;

use expect_test::expect;

use super::outcome::CheckOutcome;
use super::*;
use crate::views::testing::{NOW, check as same, dispatch, markup, state, token};

const RSA: &str = r#"{"alg":"RS256","kid":"7c9d4a"}"#;

/// The page after a check that answered this, with this text in the key box.
fn checked(text: &str, key: &str, answer: &str) -> State {
    checked_on(state(text), key, answer)
}

/// The same, on a page as it was before.
fn checked_on(mut state: State, key: &str, answer: &str) -> State {
    state.reduce(Action::KeyWritten(key.into()));
    state.reduce(Action::CheckSeen);
    for check in 0..5 {
        state.reduce(Action::CheckDue(check));
        state.reduce(Action::SignatureChecked { check, answer: answer.into() });
    }
    state
}

/// What a check answers: its keys by kind and form, and its signatures as JSON.
fn answer(keys: &[(&str, &str)], signatures: &[&str]) -> String {
    let key = |(kind, from): &(&str, &str)| format!(r#"{{"kind":"{kind}","from":"{from}"}}"#);
    let keys = keys.iter().map(key).collect::<Vec<_>>().join(",");
    format!(r#"{{"keys":[{keys}],"signatures":[{}]}}"#, signatures.join(","))
}

fn panel(state: &State) -> Html {
    check(state, state.shown().expect("a token"), &dispatch())
}

/// What is said below the key box.
fn below(state: &State) -> Html {
    said(state, state.shown().expect("a token"), &dispatch())
}

fn page(state: &State) -> String {
    markup(crate::views::screen(state, &dispatch()))
}

#[test]
fn one_nothing_pasted_yet() {
    let answer = r#"{"signatures":[{"signature":"cannot-be-checked","remarks":[{"id":"no-key","message":"There is no key."}]}],"whereKeysAre":{"id":"keys-at","sentence":"Google publishes its keys at `https://www.googleapis.com/oauth2/v3/certs`.","command":"curl -s https://www.googleapis.com/oauth2/v3/certs"}}"#;
    let state = checked(&token(RSA, "{}", 256), "", answer);
    same(
        panel(&state),
        expect![[r#"
        <section id="check" aria-labelledby="check-title" class="panel check">
        <header>
        <h2 id="check-title">Check the signature</h2>
        <span class="size">
        <code>RS256</code>, key <code>7c9d4a</code>
        </span>
        </header>
        <i aria-hidden="true" class="unseen">
        </i>
        <div class="try">
        <textarea id="key" placeholder="Paste a key: secret, PEM, certificate, JWK, JWKS, or the issuer’s metadata" aria-label="Secret or public key" rows="2" maxlength="1048577" class="notranslate" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        </textarea>
        <div class="cluster">
        <button class="quiet">Open key file…</button>
        <span class="fine">The key stays in this tab. No link and no report holds it.</span>
        </div>
        <input type="file" id="key-file" aria-label="Key file" hidden="hidden">
        </div>
        <dl class="three">
        <div>
        <dt>Signature</dt>
        <dd>
        <span aria-hidden="true" class="eq">–</span>
        <span>
        <b>Cannot be checked.</b> <small>There is no key.</small>
        </span>
        </dd>
        </div>
        </dl>
        <div class="cause">
        <h3>Get the issuer’s keys yourself</h3>
        <p>Google publishes its keys at <code>https://www.googleapis.com/oauth2/v3/certs</code>.</p>
        <p>This page cannot fetch keys. Run this, then paste what it prints.</p>
        <div class="header-line">
        <code>curl -s https://www.googleapis.com/oauth2/v3/certs</code>
        <button aria-label="Copy the command">Copy</button>
        </div>
        </div>
        </section>"#]],
    );
    assert!(page(&state).contains("The signature was not checked.") && page(&state).contains("not checked</small>"));
}

const FITS: &str = r#"{"keys":[{"kid":"51b0e2","kind":"RSA 2048","from":"JWKS","remarks":[{"id":"key-for-encryption","message":"It is for encryption (`use` is `enc`)."}]},{"kid":"7c9d4a","kind":"RSA 2048","from":"JWKS"}],"signatures":[{"signature":"fits","whose":"pasted","key":{"index":1,"kid":"7c9d4a","kind":"RSA 2048","from":"JWKS"},"remarks":[],"explanations":[],"tried":2}]}"#;

#[test]
fn two_it_fits() {
    let state = checked(&token(RSA, "{}", 256), "{}", FITS);
    same(
        below(&state),
        expect![[r#"
        <div class="understood">
        <ul>
        <li>Key 1: RSA 2048, <code>kid</code> <code>51b0e2</code>, from JWKS. <span>It is for encryption (<code>use</code> is <code>enc</code>).</span>
        </li>
        <li>Key 2: RSA 2048, <code>kid</code> <code>7c9d4a</code>, from JWKS.</li>
        </ul>
        </div>
        <dl class="three">
        <div>
        <dt>Signature</dt>
        <dd>
        <span aria-hidden="true" class="eq">=</span>
        <span>
        <b>Fits.</b> <small>
        <code>RS256</code> over header and payload.</small>
        </span>
        </dd>
        </div>
        <div>
        <dt>Key</dt>
        <dd>
        <span aria-hidden="true" class="eq">
        </span>
        <span>
        <b>Fit for <code>RS256</code>.</b> <small>RSA 2048, <code>kid</code> <code>7c9d4a</code>, key 2 of 2.</small>
        </span>
        </dd>
        </div>
        <div>
        <dt>Whose key</dt>
        <dd>
        <span aria-hidden="true" class="eq">
        </span>
        <span>
        <b>The key you pasted.</b> <small>Only you know whether it came from the issuer.</small>
        </span>
        </dd>
        </div>
        </dl>
        <p class="not-checked">Nothing else was checked: not the issuer, the audience or the time.</p>"#]],
    );
    let page = page(&state);
    assert!(page.contains("<h2>Signature fits the key you pasted. Nothing else was checked.</h2>"), "{page}");
    assert!(page.contains("<span>Fits your key</span>") && page.contains("<small>fits your key</small>"));
    assert!(page.contains("no expiry time. Signature fits the key you pasted. Nothing else was checked.</p>"));
    assert!(!page.contains("Decoded, not verified") && !page.contains('✓') && !page.contains('✔'));
}

const EXPLAINED: &str = r#"{"keys":[{"kind":"secret, 48 characters","from":"text"}],"signatures":[{"signature":"does-not-fit","whose":"pasted","explanations":[{"id":"secret-base64","message":"It fits when the secret is read as base64."},{"id":"secret-trimmed","message":"It fits without the space at its end."}],"tried":17}]}"#;

#[test]
fn three_it_does_not_fit_and_the_cause_was_found() {
    let state = checked(&token(r#"{"alg":"HS256"}"#, "{}", 32), "c2Vj", EXPLAINED);
    same(
        below(&state),
        expect![[r#"
            <div class="understood">
            <ul>
            <li>Secret, 48 characters, from text.</li>
            </ul>
            </div>
            <dl class="three">
            <div data-severity="error">
            <dt>Signature</dt>
            <dd>
            <span aria-hidden="true" class="eq">≠</span>
            <span>
            <b>Does not fit as it stands.</b> <small>It fits in another way: see below.</small>
            </span>
            </dd>
            </div>
            <div>
            <dt>Key</dt>
            <dd>
            <span aria-hidden="true" class="eq">
            </span>
            <span>
            <b>1 key tried.</b> <small>In 17 ways.</small>
            </span>
            </dd>
            </div>
            <div>
            <dt>Whose key</dt>
            <dd>
            <span aria-hidden="true" class="eq">
            </span>
            <span>
            <b>The key you pasted.</b> <small>Only you know whether it came from the issuer.</small>
            </span>
            </dd>
            </div>
            </dl>
            <div class="cause">
            <h3>Why it does not fit</h3>
            <p data-explanation="secret-base64">It fits when the secret is read as base64.</p>
            <details>
            <summary>1 more that would explain it</summary>
            <ul>
            <li data-explanation="secret-trimmed">It fits without the space at its end.</li>
            </ul>
            </details>
            </div>"#]],
    );
    let page = page(&state);
    assert!(
        page.contains("Decoded, not verified</h2>\n<p>As it stands, the signature does not fit what you pasted.</p>")
    );
    assert!(page.contains("<small>does not fit</small>"));
}

#[test]
fn four_the_key_is_inside_the_token() {
    let fits = r#"{"signature":"fits","whose":"token","key":{"kind":"EC P-256","from":"header jwk"},"tried":1}"#;
    let answer = answer(&[], &[fits]);
    let state = checked(&token(r#"{"alg":"ES256"}"#, "{}", 64), "", &answer);
    same(
        below(&state),
        expect![[r#"
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
        <div data-severity="warning">
        <dt>Whose key</dt>
        <dd>
        <span aria-hidden="true" class="eq">▲</span>
        <span>
        <b>The key that the token itself carries: this proves nothing.</b> <small>Whoever wrote the token also chose the key.</small>
        </span>
        </dd>
        </div>
        </dl>"#]],
    );
    assert!(page(&state).contains("Decoded, not verified</h2>"), "it changes nothing");
    let proof = r#"{"alg":"ES256","typ":"dpop+jwt","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}"#;
    let proof = token(proof, r#"{"jti":"j","htm":"GET","htu":"https://api.example/a","iat":1795176000}"#, 64);
    let proof = markup(below(&checked(&proof, "", &answer)));
    assert!(proof.contains("as it should be") && !proof.contains('▲'), "{proof}");
}

#[test]
fn five_an_entra_token_for_graph() {
    let answer = EXPLAINED.replace("secret-base64", "entra-nonce").replace(
        "It fits when the secret is read as base64.",
        "It fits once `nonce` in the header is replaced by its SHA-256.",
    );
    let markup = markup(below(&checked(&token(RSA, "{}", 256), "{}", &answer)));
    assert!(markup.contains(r#"data-explanation="entra-nonce">It fits once <code>nonce</code>"#), "{markup}");
}

#[test]
fn six_none_fits() {
    let answer = r#"{"keys":[{"kid":"a","kind":"RSA 2048","from":"JWKS"},{"kid":"b","kind":"RSA 2048","from":"JWKS"},{"kid":"ec-1","kind":"EC P-256","from":"JWKS"}],"keyRemarks":[{"id":"kid-absent","message":"None has the `kid` that the token names."}],"signatures":[{"signature":"does-not-fit","tried":31}]}"#;
    let state = checked(&token(RSA, "{}", 256), "{}", answer);
    same(
        below(&state),
        expect![[r#"
        <div class="understood">
        <ul>
        <li>Key 1: RSA 2048, <code>kid</code> <code>a</code>, from JWKS.</li>
        <li>Key 2: RSA 2048, <code>kid</code> <code>b</code>, from JWKS.</li>
        <li>Key 3: EC P-256, <code>kid</code> <code>ec-1</code>, from JWKS.</li>
        </ul>
        <p>None has the <code>kid</code> that the token names.</p>
        </div>
        <dl class="three">
        <div data-severity="error">
        <dt>Signature</dt>
        <dd>
        <span aria-hidden="true" class="eq">≠</span>
        <span>
        <b>Does not fit.</b> <small>None of the 3 keys fits.</small>
        </span>
        </dd>
        </div>
        <div>
        <dt>Key</dt>
        <dd>
        <span aria-hidden="true" class="eq">
        </span>
        <span>
        <b>3 keys tried.</b> <small>In 31 ways.</small>
        </span>
        </dd>
        </div>
        <div>
        <dt>Whose key</dt>
        <dd>
        <span aria-hidden="true" class="eq">
        </span>
        <span>
        <b>The keys you pasted.</b>
        </span>
        </dd>
        </div>
        </dl>
        <div class="cause">
        <h3>No cause was found</h3>
        <p>31 ways were tried. What is left: another key, or a token that was changed after it was signed.</p>
        </div>"#]],
    );
    assert_eq!(CheckOutcome::of(&state), CheckOutcome::DoesNotFit { is_explained: false });
}

#[test]
fn seven_a_published_demo_secret() {
    let fits = r#"{"signature":"fits","whose":"public","key":{"kind":"secret","from":"jwt.io"},"remarks":[{"id":"key-short-secret","message":"152 bits: `HS256` needs 256 or more."}],"tried":1}"#;
    let answer = answer(&[("secret, 19 characters", "text")], &[fits]);
    let state = checked(&token(r#"{"alg":"HS256"}"#, "{}", 32), "your-256-bit-secret", &answer);
    same(
        below(&state),
        expect![[r#"
            <div class="understood">
            <ul>
            <li>Secret, 19 characters, from text.</li>
            </ul>
            </div>
            <dl class="three">
            <div>
            <dt>Signature</dt>
            <dd>
            <span aria-hidden="true" class="eq">=</span>
            <span>
            <b>Fits.</b> <small>
            <code>HS256</code> over header and payload.</small>
            </span>
            </dd>
            </div>
            <div data-severity="warning">
            <dt>Key</dt>
            <dd>
            <span aria-hidden="true" class="eq">▲</span>
            <span>
            <b>152 bits: <code>HS256</code> needs 256 or more.</b> <small>Secret.</small>
            </span>
            </dd>
            </div>
            <div data-severity="warning">
            <dt>Whose key</dt>
            <dd>
            <span aria-hidden="true" class="eq">▲</span>
            <span>
            <b>A published secret: anyone can sign with it.</b> <small>If a service of yours accepts this token, change its secret now.</small>
            </span>
            </dd>
            </div>
            </dl>"#]],
    );
    assert!(page(&state).contains("Decoded, not verified</h2>") && page(&state).contains("Fits a public secret"));
}
