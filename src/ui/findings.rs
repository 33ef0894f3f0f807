//! What to look out for, the gravest first, each with why and what to do.

use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::rules::{Finding, Severity};
use yew::prelude::*;

use super::commands::Command;
use super::element::{Element, button_for, element};
use super::glyphs::{prose, short_reference, shown};
use super::reading::Spot;
use super::severity::badge;

pub fn findings(inspected: &Inspected) -> Html {
    let findings = &inspected.judgement.findings;
    element("section")
        .class("panel findings")
        .with("id", "findings")
        .with("tabindex", "-1")
        .with("aria-labelledby", "findings-title")
        .hold(element("header").hold(element("h2").with("id", "findings-title").say("Findings")))
        .when(findings.is_empty(), |panel| {
            let nothing = "Nothing stands out. That says nothing about who wrote the token.";
            panel.hold(element("p").class("nothing").say(nothing))
        })
        .hold_all(findings.iter().enumerate().map(|(position, finding)| {
            // Of several in a row by one rule, the first says why and what to do.
            let before = position.checked_sub(1).and_then(|before| findings.get(before));
            one(finding, inspected, before.is_some_and(|before| before.rule.id == finding.rule.id))
        }))
        .node()
}

/// Whether there is an error that must not wait until the end of the page.
pub fn are_pressing(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error && !told_by_verdict(finding))
}

/// Whether the verdict on time says it already.
pub fn told_by_verdict(finding: &Finding) -> bool {
    matches!(finding.rule.id, "expired" | "not-yet-valid")
}

fn one(finding: &Finding, inspected: &Inspected, is_explained: bool) -> Element {
    let rule = finding.rule;
    let message =
        element("p").hold(prose(&finding.message)).when_some(spot(finding, inspected), |message, (spot, name)| {
            message.say(" ").hold(button_for(Command::GoTo(spot)).class("link").hold(shown(&name)))
        });
    let reference = element("span").class("reference").text(short_reference(&rule.references.join(", ")));
    let said = element("div").hold(message).when(!is_explained, |said| {
        said.hold(element("p").class("advice").hold(prose(rule.advice)))
            .hold(element("p").class("why").hold(prose(rule.why)).say(" ").hold(reference))
    });
    element("article")
        .class("finding")
        .with_value("data-finding", finding.id.clone())
        .hold(badge(finding.severity, finding.severity.name()))
        .hold(said)
}

/// The member or part that it speaks of, and its name.
fn spot(finding: &Finding, inspected: &Inspected) -> Option<(Spot, String)> {
    let role = finding.place.role?;
    let first = || inspected.token.parts.iter().position(|part| part.role == role);
    let part = finding.place.part.or_else(first)?;
    let Some(name) = &finding.place.member else {
        return Some((Spot { part, member: None }, role.name().to_owned()));
    };
    let members = &inspected.description.parts.get(part)?.members;
    let here = |member: &&jwt_inspector::inspect::describe::DescribedMember| {
        finding.place.span.is_some_and(|span| span.overlaps(member.span))
    };
    let named = || members.iter().rposition(|member| member.name == *name);
    let member = members.iter().position(|member| here(&member) && member.name == *name).or_else(named)?;
    Some((Spot { part, member: Some(member) }, name.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, inspected, markup, token};
    use super::*;
    use expect_test::expect;

    #[test]
    fn stand_with_why_and_what_to_do() {
        let text = token(r#"{"alg":"none"}"#, r#"{"sub":"1","exp":4102444800}"#, 0);
        check(
            findings(&inspected(&text)),
            expect![[r#"
                <section class="panel findings" id="findings" tabindex="-1" aria-labelledby="findings-title">
                <header>
                <h2 id="findings-title">Findings</h2>
                </header>
                <article class="finding" data-finding="alg-none">
                <span class="severity" data-severity="error">
                <span aria-hidden="true">✕</span> Error</span>
                <div>
                <p>Unsigned: anyone can change any claim in this token. <button data-do="go:0:0" class="link">alg</button>
                </p>
                <p class="advice">Refuse <code>none</code>: let the server accept only the algorithms that it expects.</p>
                <p class="why">An unsecured token proves nothing about who wrote it. Servers that accept one by mistake accept any claims. <span class="reference">RFC 7519 §6, RFC 7518 §3.6, RFC 8725 §3.2, CVE-2015-9235</span>
                </p>
                </div>
                </article>
                </section>"#]],
        );
    }

    #[test]
    fn of_one_rule_are_explained_once() {
        let text = token(r#"{"alg":"RS256","jku":"http://169.254.169.254/keys"}"#, r#"{"exp":4102444800}"#, 256);
        let markup = markup(findings(&inspected(&text)));
        assert_eq!(markup.matches("data-finding=\"key-url-").count(), 2, "{markup}");
        assert_eq!(markup.matches("A server that fetches it").count(), 1, "{markup}");
    }

    #[test]
    fn expiry_alone_is_not_pressing() {
        let text = token(r#"{"alg":"RS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 256);
        assert!(!are_pressing(&inspected(&text).judgement.findings));
        let text = token(r#"{"alg":"none"}"#, r#"{"exp":4102444800}"#, 0);
        assert!(are_pressing(&inspected(&text).judgement.findings));
    }
}
