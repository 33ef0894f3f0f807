//! The verdict strip: structure, signature and time, each for itself.

use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::rules::{Finding, Severity};
use yew::prelude::*;

use super::commands::Command;
use super::findings::told_by_verdict;
use super::glyphs::counted;
use super::severity::sign;
use super::verdict_words::{Verdict, signature, structure, time};

pub fn verdicts(inspected: &Inspected, signature_left_out: bool, now: i64) -> Html {
    let token = &inspected.token;
    html! {
        <>
            <dl class="verdicts">
                { verdict(&structure(token, &inspected.description)) }
                { verdict(&signature(token, signature_left_out)) }
                { verdict(&time(token, &inspected.judgement.validity, now)) }
            </dl>
            { count(&inspected.judgement.findings) }
        </>
    }
}

fn verdict(verdict: &Verdict) -> Html {
    html! {
        <div data-severity={verdict.severity.map(Severity::id)}>
            <dt>{ verdict.topic }</dt>
            <dd>
                if let Some(severity) = verdict.severity {
                    <span class="sign" aria-hidden="true">{ sign(severity) }</span>
                    { " " }
                }
                { &verdict.word }
                <small>{ &verdict.detail }</small>
            </dd>
        </div>
    }
}

/// "2 findings: 1 error, 1 notice", which leads to them.
fn count(findings: &[Finding]) -> Html {
    // What the verdict on time has said is not said twice.
    if findings.iter().all(told_by_verdict) {
        return Html::default();
    }
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    html! {
        <p class="finding-count">
            <button class="link" data-do={Command::ShowFindings.to_attribute()}>
                { counted(findings.len(), "finding") }
            </button>
            for severity in [Severity::Error, Severity::Warning, Severity::Notice, Severity::Info] {
                if of(severity) > 0 {
                    <span class="severity" data-severity={severity.id()}>
                        <span aria-hidden="true">{ sign(severity) }</span>
                        { " " }
                        { counted(of(severity), &severity.name().to_ascii_lowercase()) }
                    </span>
                }
            }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, check, inspected, token};
    use super::*;
    use expect_test::expect;

    #[test]
    fn of_an_expired_token() {
        let text = token(r#"{"alg":"RS256","kid":"7c9d4a"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 256);
        check(
            verdicts(&inspected(&text), false, NOW),
            expect![[r#"
            <dl class="verdicts">
            <div>
            <dt>Structure</dt>
            <dd>Readable<small>3 parts, strict JSON</small>
            </dd>
            </div>
            <div>
            <dt>Signature</dt>
            <dd>Not verified<small>RS256, 256 bytes, key 7c9d4a</small>
            </dd>
            </div>
            <div data-severity="error">
            <dt>Time</dt>
            <dd>
            <span aria-hidden="true" class="sign">✕</span> Expired 3 days ago<small>20 Nov 2026, 13:00:00 UTC</small>
            </dd>
            </div>
            </dl>"#]],
        );
    }

    #[test]
    fn of_an_active_token() {
        let payload = format!(r#"{{"exp":{}}}"#, NOW + 724);
        check(
            verdicts(&inspected(&token(r#"{"alg":"HS256"}"#, &payload, 32)), false, NOW),
            expect![[r#"
            <dl class="verdicts">
            <div>
            <dt>Structure</dt>
            <dd>Readable<small>3 parts, strict JSON</small>
            </dd>
            </div>
            <div>
            <dt>Signature</dt>
            <dd>Not verified<small>HS256, 32 bytes</small>
            </dd>
            </div>
            <div>
            <dt>Time</dt>
            <dd>12:04 left<small>until 23 Nov 2026, 15:12:04 UTC</small>
            </dd>
            </div>
            </dl>"#]],
        );
    }

    #[test]
    fn of_an_unsecured_token_without_expiry() {
        check(
            verdicts(&inspected(&token(r#"{"alg":"none"}"#, r#"{"sub":"1"}"#, 0)), false, NOW),
            expect![[r#"
                <dl class="verdicts">
                <div>
                <dt>Structure</dt>
                <dd>Readable<small>3 parts, strict JSON</small>
                </dd>
                </div>
                <div data-severity="error">
                <dt>Signature</dt>
                <dd>
                <span aria-hidden="true" class="sign">✕</span> None: unsecured<small>nobody has signed it</small>
                </dd>
                </div>
                <div data-severity="warning">
                <dt>Time</dt>
                <dd>
                <span aria-hidden="true" class="sign">▲</span> Never expires<small>it has no exp</small>
                </dd>
                </div>
                </dl>
                <p class="finding-count">
                <button data-do="findings" class="link">2 findings</button>
                <span data-severity="error" class="severity">
                <span aria-hidden="true">✕</span> 1 error</span>
                <span data-severity="warning" class="severity">
                <span aria-hidden="true">▲</span> 1 warning</span>
                </p>"#]],
        );
    }

    #[test]
    fn of_a_token_whose_signature_was_left_out() {
        let text = token(r#"{"alg":"RS256"}"#, r#"{"sub":"1"}"#, 0);
        check(
            verdicts(&inspected(&text), true, NOW),
            expect![[r#"
                <dl class="verdicts">
                <div>
                <dt>Structure</dt>
                <dd>Readable<small>3 parts, strict JSON</small>
                </dd>
                </div>
                <div>
                <dt>Signature</dt>
                <dd>Left out by the sender<small>RS256</small>
                </dd>
                </div>
                <div data-severity="warning">
                <dt>Time</dt>
                <dd>
                <span aria-hidden="true" class="sign">▲</span> Never expires<small>it has no exp</small>
                </dd>
                </div>
                </dl>
                <p class="finding-count">
                <button data-do="findings" class="link">2 findings</button>
                <span data-severity="error" class="severity">
                <span aria-hidden="true">✕</span> 1 error</span>
                <span data-severity="warning" class="severity">
                <span aria-hidden="true">▲</span> 1 warning</span>
                </p>"#]],
        );
    }
}
