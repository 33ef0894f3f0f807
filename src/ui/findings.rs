//! What to look out for, the gravest first, each with why and what to do.

use inspect::Severity;
use inspect::display::counted;
use inspection::Inspected;
use rules::{Finding, Record};
use yew::prelude::*;

use super::commands::Command;
use super::element::{Element, button, button_for, element, link};
use super::glyphs::{prose, short_reference, shown};
use super::guide::to_place;
use super::reading::Spot;
use super::severity::badge;

pub fn findings(inspected: &Inspected) -> Html {
    let groups = groups(&inspected.judgement.findings);
    let views = groups.iter().enumerate().map(|(position, group)| {
        // A record is explained where it is found first.
        let is_explained = groups.iter().take(position).any(|before| before.record().id == group.record().id);
        (group.first.severity, one(group, inspected, is_explained))
    });
    let (facts, grave): (Vec<_>, Vec<_>) = views.partition(|(severity, _)| *severity == Severity::Info);
    let header = element("header")
        .hold(element("h2").with("id", "findings-title").say("Findings"))
        .hold(button(Command::ShowCatalogue, "All there are"));
    element("section")
        .class("panel findings")
        .with("id", "findings")
        .with("tabindex", "-1")
        .with("aria-labelledby", "findings-title")
        .hold(header)
        .when(grave.is_empty(), |panel| {
            let nothing = "Nothing stands out. That says nothing about who wrote the token.";
            panel.hold(element("p").class("nothing").say(nothing))
        })
        .hold_all(grave.into_iter().map(|(_, view)| view))
        .when(!facts.is_empty(), |panel| {
            let summary = ["Good to know: ", &counted(facts.len(), "fact")].concat();
            let details = element("details").class("facts-found").hold(element("summary").text(summary));
            panel.hold(details.hold_all(facts.into_iter().map(|(_, view)| view)))
        })
        .node()
}

/// Findings of one record and one severity, wherever they are.
struct Group<'f> {
    first: &'f Finding,
    further: Vec<&'f Finding>,
}

impl Group<'_> {
    fn record(&self) -> &'static Record {
        self.first.record
    }
}

/// In the order of the first of each.
fn groups(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in findings {
        let is_like =
            |group: &&mut Group| group.record().id == finding.id() && group.first.severity == finding.severity;
        match groups.iter_mut().find(is_like) {
            Some(group) => group.further.push(finding),
            None => groups.push(Group { first: finding, further: Vec::new() }),
        }
    }
    groups
}

/// So many findings of a group stand in the open.
const IN_THE_OPEN: usize = 3;

/// Whether there is an error that must not wait until the end of the page.
pub fn are_pressing(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error && !told_by_verdict(finding))
}

/// Whether the verdict on time says it already.
pub fn told_by_verdict(finding: &Finding) -> bool {
    matches!(finding.id(), "expired" | "not-yet-valid")
}

fn one(group: &Group, inspected: &Inspected, is_explained: bool) -> Element {
    let record = group.record();
    let (open, folded) = group.further.split_at(group.further.len().min(IN_THE_OPEN - 1));
    let position = rules::records().position(|known| known.id == record.id).unwrap_or_default();
    let about = link(Command::ShowEntry(position), record.id).with_value("aria-label", format!("About {}", record.id));
    let reference = element("span").class("reference").text(short_reference(&record.references.join(", ")));
    let said = element("div")
        .hold(message(group.first, inspected))
        .hold_all(open.iter().map(|finding| message(finding, inspected).with_value("data-finding", finding.id())))
        .when(!folded.is_empty(), |said| {
            let summary = ["and ", &folded.len().to_string(), " more"].concat();
            let more = element("details").hold(element("summary").text(summary));
            let folded = folded.iter().map(|it| message(it, inspected).with_value("data-finding", it.id()));
            said.hold(more.hold_all(folded))
        })
        .when(!is_explained, |said| {
            said.hold(element("p").class("advice").hold(prose(record.advice))).hold(
                element("p")
                    .class("why")
                    .hold(prose(record.why))
                    .say(" ")
                    .hold(reference)
                    .say(" ")
                    .hold(about)
                    .say(" ")
                    .hold(to_place(record.guide.position(), "In the guide")),
            )
        });
    element("article")
        .class("finding")
        .with_value("data-finding", record.id)
        .hold(badge(group.first.severity, group.first.severity.name()))
        .hold(said)
}

fn message(finding: &Finding, inspected: &Inspected) -> Element {
    element("p").hold(prose(&finding.message)).when_some(spot(finding, inspected), |message, (spot, name)| {
        message.say(" ").hold(button_for(Command::GoTo(spot)).class("link").hold(shown(&name)))
    })
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
    let here = |member: &&inspect::describe::DescribedMember| {
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
        let text = token(r#"{"alg":"none"}"#, r#"{"sub":"1","iat":1795442400,"exp":1795449600}"#, 0);
        check(
            findings(&inspected(&text)),
            expect![[r#"
                <section class="panel findings" id="findings" tabindex="-1" aria-labelledby="findings-title">
                <header>
                <h2 id="findings-title">Findings</h2>
                <button data-do="catalogue">All there are</button>
                </header>
                <article class="finding" data-finding="alg-none">
                <span class="severity" data-severity="error">
                <span aria-hidden="true">✕</span> Error</span>
                <div>
                <p>Unsigned: anyone can change any claim in this token. <button data-do="go:0:0" class="link">alg</button>
                </p>
                <p class="advice">Accept only the algorithms that the service expects, and never <code>none</code>.</p>
                <p class="why">A token with <code>none</code> has no signature, so nothing shows who wrote it. Services that accepted such tokens by mistake let anybody sign in as anyone. <span class="reference">RFC 7519 §6, RFC 7518 §3.6, RFC 8725 §3.2, CVE-2015-9235</span> <button data-do="entry:2" class="link" aria-label="About alg-none">alg-none</button> <button data-do="guide:9" class="link to-guide" aria-label="In the guide: Who chooses the algorithm?">In the guide</button>
                </p>
                </div>
                </article>
                </section>"#]],
        );
    }

    #[test]
    fn of_one_record_are_explained_once() {
        let header = r#"{"alg":"RS256","jku":"http://keys.example","x5u":"http://keys.example"}"#;
        let markup = markup(findings(&inspected(&token(header, r#"{"exp":4102444800}"#, 256))));
        assert_eq!(markup.matches("data-finding=\"key-url-insecure\"").count(), 2, "{markup}");
        assert_eq!(markup.matches("aria-label=\"About key-url-insecure\"").count(), 1, "{markup}");
    }

    #[test]
    fn expiry_alone_is_not_pressing() {
        let text = token(r#"{"alg":"RS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 256);
        assert!(!are_pressing(&inspected(&text).judgement.findings));
        let text = token(r#"{"alg":"none"}"#, r#"{"exp":4102444800}"#, 0);
        assert!(are_pressing(&inspected(&text).judgement.findings));
    }
}
