//! The verdict strip: structure, signature and time, each for itself.

use inspect::Severity;
use inspection::Inspected;
use yew::prelude::*;

use super::verdict_words::{Verdict, signatures, structure, time};
use crate::views::findings::severity::sign;
use crate::views::glyphs::prose;

/// `check` is the word of a check that was made.
pub fn verdicts(
    inspected: &Inspected,
    signature_left_out: bool,
    check: Option<(String, Option<Severity>)>,
    now: i64,
) -> Html {
    let token = &inspected.token;
    let unchecked = signatures(token, signature_left_out);
    let signatures = match check {
        Some((word, severity)) => Verdict { word, severity, ..unchecked },
        None => unchecked,
    };
    html! {
        <dl class="verdicts">
            {verdict(structure(token, &inspected.description))}
            {verdict(signatures)}
            {verdict(time(token, &inspected.judgement.validity, inspected.description.profile.expiry(), now))}
        </dl>
    }
}

fn verdict(verdict: Verdict) -> Html {
    html! {
        <div data-severity={verdict.severity.map(Severity::id)}>
            <dt>{verdict.topic}</dt>
            <dd>
                <span>
                    if let Some(severity) = verdict.severity {
                        <span class="sign" aria-hidden="true">{sign(severity)}</span>{" "}
                    }
                    {verdict.word}
                </span>
                <small>{prose(&verdict.detail)}</small>
            </dd>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{NOW, check, inspected, markup, token};
    use expect_test::expect;

    #[test]
    fn of_an_expired_token() {
        let payload = r#"{"iss":"i","sub":"u","aud":"a","jti":"j","iat":1795176000,"exp":1795179600}"#;
        let text = token(r#"{"alg":"RS256","kid":"7c9d4a"}"#, payload, 256);
        check(
            verdicts(&inspected(&text), false, None, NOW),
            expect![[r#"
                <dl class="verdicts">
                <div>
                <dt>Structure</dt>
                <dd>
                <span>Readable</span>
                <small>3 parts, strict JSON</small>
                </dd>
                </div>
                <div>
                <dt>Signature</dt>
                <dd>
                <span>Not verified</span>
                <small>
                <code>RS256</code>, key <code>7c9d4a</code>
                </small>
                </dd>
                </div>
                <div data-severity="error">
                <dt>Time</dt>
                <dd>
                <span>
                <span aria-hidden="true" class="sign">✕</span> Expired 3 days ago</span>
                <small>20 Nov 2026, 13:00:00 UTC</small>
                </dd>
                </div>
                </dl>"#]],
        );
    }

    #[test]
    fn of_an_active_token() {
        let payload = format!(r#"{{"iss":"i","sub":"u","aud":"a","jti":"j","iat":{NOW},"exp":{}}}"#, NOW + 724);
        check(
            verdicts(&inspected(&token(r#"{"alg":"HS256"}"#, &payload, 32)), false, None, NOW),
            expect![[r#"
                <dl class="verdicts">
                <div>
                <dt>Structure</dt>
                <dd>
                <span>Readable</span>
                <small>3 parts, strict JSON</small>
                </dd>
                </div>
                <div>
                <dt>Signature</dt>
                <dd>
                <span>Not verified</span>
                <small>
                <code>HS256</code>, 32 bytes</small>
                </dd>
                </div>
                <div>
                <dt>Time</dt>
                <dd>
                <span>12:04 left</span>
                <small>until 23 Nov 2026, 15:12:04 UTC</small>
                </dd>
                </div>
                </dl>"#]],
        );
    }

    #[test]
    fn of_an_unsecured_token_without_expiry() {
        check(
            verdicts(&inspected(&token(r#"{"alg":"none"}"#, r#"{"sub":"1"}"#, 0)), false, None, NOW),
            expect![[r#"
                <dl class="verdicts">
                <div>
                <dt>Structure</dt>
                <dd>
                <span>Readable</span>
                <small>3 parts, strict JSON</small>
                </dd>
                </div>
                <div data-severity="error">
                <dt>Signature</dt>
                <dd>
                <span>
                <span aria-hidden="true" class="sign">✕</span> None: unsecured</span>
                <small>no signature</small>
                </dd>
                </div>
                <div data-severity="warning">
                <dt>Time</dt>
                <dd>
                <span>
                <span aria-hidden="true" class="sign">▲</span> No expiry time</span>
                <small>it has no exp</small>
                </dd>
                </div>
                </dl>"#]],
        );
    }

    #[test]
    fn warns_of_a_missing_expiry_only_where_one_is_needed() {
        let of =
            |header: &str, claims: &str| markup(verdicts(&inspected(&token(header, claims, 64)), false, None, NOW));
        let usual = "<span>No expiry time</span>\n<small>as is usual for this kind of token</small>";
        let proof = r#"{"jti":"j","htm":"GET","htu":"https://api.example/a","iat":1795176000}"#;
        let key = r#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#;
        assert!(of(&format!(r#"{{"alg":"ES256","typ":"dpop+jwt","jwk":{key}}}"#), proof).contains(usual));
        let store = r#"{"transactionId":"1","originalTransactionId":"1","bundleId":"com.example","productId":"p","purchaseDate":1700000000000,"environment":"Sandbox","signedDate":1700000000000}"#;
        assert!(of(r#"{"alg":"ES256","x5c":["AA","AA","AA"]}"#, store).contains(usual));
        let elsewhere =
            r#"{"as":"ims-na1","type":"access_token","created_at":"1700000000123","expires_in":"86400000"}"#;
        assert!(of(r#"{"alg":"RS256"}"#, elsewhere).contains("its expiry is not in exp"));
        assert!(of(r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#).contains("it has no exp"));
    }

    #[test]
    fn a_link_changes_nothing_that_it_does_not_explain() {
        for alg in ["none", "nOnE", "none ", "no\u{200B}ne"] {
            let text = token(&format!(r#"{{"alg":"{alg}"}}"#), r#"{"sub":"1"}"#, 0);
            let of = |was_left_out| markup(verdicts(&inspected(&text), was_left_out, None, NOW));
            assert!(of(true).contains("None: unsecured") && of(true) == of(false), "{alg}");
        }
        let signed = token(r#"{"alg":"RS256"}"#, r#"{"sub":"1"}"#, 256);
        assert!(markup(verdicts(&inspected(&signed), true, None, NOW)).contains("Not verified"));
    }

    #[test]
    fn a_masked_part_is_not_called_damaged() {
        let text = token(r#"{"alg":"HS256"}"#, r#"{"sub":"1","exp":4102444800}"#, 0) + "[REDACTED]";
        let markup = markup(verdicts(&inspected(&text), false, None, NOW));
        assert!(
            markup.contains("<span>Masked in part</span>\n<small>3 parts, signature masked by whoever shared it"),
            "{markup}"
        );
        assert!(markup.contains("</code>, masked") && !markup.contains("Damaged"), "{markup}");
    }

    #[test]
    fn what_is_out_of_range_has_no_date() {
        for (claims, word) in [
            (r#"{"exp":1e400}"#, "Expiry out of range</span>\n<small>until a time later than any calendar reaches"),
            (r#"{"exp":-1e400}"#, "Expired</span>\n<small>a time before any calendar begins"),
            (r#"{"nbf":1e400}"#, "Not valid yet</span>\n<small>until a time later than any calendar reaches"),
        ] {
            let markup = markup(verdicts(&inspected(&token(r#"{"alg":"HS256"}"#, claims, 32)), false, None, NOW));
            assert!(markup.contains(word) && !markup.contains("146138514283"), "{markup}");
        }
    }

    #[test]
    fn of_a_token_whose_signature_was_left_out() {
        let text = token(r#"{"alg":"RS256"}"#, r#"{"iss":"i","sub":"1","aud":"a","iat":1795176000,"jti":"j"}"#, 0);
        check(
            verdicts(&inspected(&text), true, None, NOW),
            expect![[r#"
                <dl class="verdicts">
                <div>
                <dt>Structure</dt>
                <dd>
                <span>Readable</span>
                <small>3 parts, strict JSON</small>
                </dd>
                </div>
                <div>
                <dt>Signature</dt>
                <dd>
                <span>Left out by the sender</span>
                <small>
                <code>RS256</code>
                </small>
                </dd>
                </div>
                <div data-severity="warning">
                <dt>Time</dt>
                <dd>
                <span>
                <span aria-hidden="true" class="sign">▲</span> No expiry time</span>
                <small>it has no exp</small>
                </dd>
                </div>
                </dl>"#]],
        );
    }
}
