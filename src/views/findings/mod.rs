//! What to look out for, the gravest first, each with why and what to do.

pub mod severity;

use inspect::Severity;
use inspect::display::counted;
use inspection::Inspected;
use rules::{Finding, Record};
use yew::prelude::*;

use crate::state::selection::finding_element;
use crate::state::{Action, Dispatch, Selection};
use crate::views::glyphs::{prose, reference, shown};
use crate::views::guide::to_place;
use crate::views::same::ShownProps;
use severity::badge;

#[component]
pub fn Findings(props: &ShownProps) -> Html {
    findings(&props.shown, &props.dispatch)
}

fn findings(inspected: &Inspected, dispatch: &Dispatch) -> Html {
    let groups = groups(&inspected.judgement.findings);
    let views = groups.iter().enumerate().map(|(position, group)| {
        // A record is explained where it is found first.
        let is_explained = groups.iter().take(position).any(|before| before.record().id == group.record().id);
        (group.first.severity, one(group, inspected, is_explained, dispatch))
    });
    let (facts, grave): (Vec<_>, Vec<_>) = views.partition(|(severity, _)| *severity == Severity::Info);
    // Errors all stand in the open.
    let errors = grave.iter().filter(|(severity, _)| *severity == Severity::Error).count();
    let (open, folded) = grave.split_at(grave.len().min(IN_THE_OPEN.max(errors)));
    let views = |all: &[(Severity, Html)]| all.iter().map(|(_, view)| view.clone()).collect::<Html>();
    html! {
        <section class="panel findings" id="findings" tabindex="-1" aria-labelledby="findings-title">
            <header>
                <h2 id="findings-title">{"Findings"}</h2>
                <span class="size">{extent(&grave)}</span>
            </header>
            if grave.is_empty() {
                <p class="nothing">{"Nothing stands out. That says nothing about who wrote the token."}</p>
            }
            {views(open)}
            if !folded.is_empty() {
                <details class="more-findings">
                    <summary>{format!("{} more: {}", folded.len(), extent(folded))}</summary>
                    {views(folded)}
                </details>
            }
            <div class="more-findings">
                if !facts.is_empty() {
                    <details>
                        <summary>{format!("Good to know: {}", counted(facts.len(), "fact"))}</summary>
                        {views(&facts)}
                    </details>
                }
                <button class="quiet" onclick={dispatch.on(Action::CatalogueOpened)}>{"All checks"}</button>
            </div>
        </section>
    }
}

/// "1 error, 2 notices"
fn extent(findings: &[(Severity, Html)]) -> String {
    let of = |severity: Severity| {
        let count = findings.iter().filter(|(it, _)| *it == severity).count();
        (count > 0).then(|| counted(count, &severity.name().to_ascii_lowercase()))
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Notice].into_iter().filter_map(of);
    counts.collect::<Vec<_>>().join(", ")
}

/// Findings of one record and one severity, wherever they are.
struct FindingGroup<'f> {
    first: &'f Finding,
    further: Vec<&'f Finding>,
}

impl FindingGroup<'_> {
    fn record(&self) -> &'static Record {
        self.first.record
    }
}

/// In the order of the first of each.
fn groups(findings: &[Finding]) -> Vec<FindingGroup<'_>> {
    let mut groups: Vec<FindingGroup> = Vec::new();
    for finding in findings {
        let is_like =
            |group: &&mut FindingGroup| group.record().id == finding.id() && group.first.severity == finding.severity;
        match groups.iter_mut().find(is_like) {
            Some(group) => group.further.push(finding),
            None => groups.push(FindingGroup { first: finding, further: Vec::new() }),
        }
    }
    groups
}

/// So many findings stand in the open, and so many of a group that is unfolded.
const IN_THE_OPEN: usize = 3;

/// Whether the verdict on time says it already.
pub fn told_by_verdict(finding: &Finding) -> bool {
    matches!(finding.id(), "expired" | "not-yet-valid")
}

/// A line that unfolds to what there is to say, and beside it the place that it speaks of.
fn one(group: &FindingGroup, inspected: &Inspected, is_explained: bool, dispatch: &Dispatch) -> Html {
    let FindingGroup { first, further } = group;
    let (open, folded) = further.split_at(further.len().min(IN_THE_OPEN - 1));
    let is_open = first.severity == Severity::Error && !told_by_verdict(first);
    html! {
        <article
            class="finding"
            id={finding_element(group.record().id, first.severity)}
            tabindex="-1"
            data-finding={group.record().id}
            data-severity={first.severity.id()}
        >
            <details open={is_open}>
                <summary>
                    {badge(first.severity, first.severity.name())}
                    <span class="title">{prose(&first.message)}</span>
                </summary>
                <div class="about">
                    {for open.iter().map(|finding| message(finding, inspected, Some(finding.id()), dispatch))}
                    if !folded.is_empty() {
                        <details>
                            <summary>{format!("and {} more", folded.len())}</summary>
                            {for folded.iter().map(|it| message(it, inspected, Some(it.id()), dispatch))}
                        </details>
                    }
                    if is_explained {
                        <p class="fine">{"Explained above."}</p>
                    } else {
                        {explanation(group, dispatch)}
                    }
                </div>
            </details>
            {place(first, inspected, dispatch)}
        </article>
    }
}

/// The member or part that it speaks of, as a button that leads there.
fn place(finding: &Finding, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    match selection(finding, inspected) {
        Some((selection, name)) => html! {
            <button class="link place" onclick={dispatch.on(Action::SelectionFollowed(selection))}>{name}</button>
        },
        None => Html::default(),
    }
}

fn explanation(group: &FindingGroup, dispatch: &Dispatch) -> Html {
    let Record { id, why, advice, references, guide, .. } = group.record();
    html! {
        <>
            <p class="advice">{prose(advice)}</p>
            <p class="why">
                {prose(why)}{" "}{reference(&references.join(", "))}{" "}
                <button
                    class="link"
                    aria-label={format!("About {id}")}
                    onclick={dispatch.on(Action::CatalogueEntryOpened(id))}
                >
                    {*id}
                </button>
                {" "}{to_place(*guide, "In the guide", dispatch)}
            </p>
        </>
    }
}

fn message(finding: &Finding, inspected: &Inspected, id: Option<&'static str>, dispatch: &Dispatch) -> Html {
    html! { <p data-finding={id}>{prose(&finding.message)}{" "}{place(finding, inspected, dispatch)}</p> }
}

/// The part that it speaks of, and the member there.
pub fn place_of(finding: &Finding, inspected: &Inspected) -> Option<Selection> {
    let role = finding.place.role?;
    let first = || inspected.token.parts.iter().position(|part| part.role == role);
    let part = finding.place.part.or_else(first)?;
    let Some(name) = &finding.place.member else { return Some(Selection { part, member: None }) };
    let members = &inspected.description.parts.get(part)?.members;
    // They stand in the order of the text.
    let at_span = finding.place.span.map(|span| members.partition_point(|member| member.span.end <= span.start));
    let here = at_span.filter(|at| members.get(*at).is_some_and(|member| member.name == *name));
    let member = here.or_else(|| members.iter().rposition(|member| member.name == *name))?;
    Some(Selection { part, member: Some(member) })
}

/// The member or part that it speaks of, and its name.
fn selection(finding: &Finding, inspected: &Inspected) -> Option<(Selection, Html)> {
    let selection = place_of(finding, inspected)?;
    let name = match (&finding.place.member, finding.place.role) {
        (Some(name), _) => html! { <code>{shown(name)}</code> },
        (None, role) => html! { {role?.name()} },
    };
    Some((selection, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, inspected, markup, token};
    use expect_test::expect;

    #[test]
    fn stand_with_why_and_what_to_do() {
        let text = token(r#"{"alg":"none"}"#, r#"{"sub":"1","iat":1795442400,"exp":1795449600}"#, 0);
        check(
            findings(&inspected(&text), &dispatch()),
            expect![[r#"
                <section id="findings" tabindex="-1" aria-labelledby="findings-title" class="panel findings">
                <header>
                <h2 id="findings-title">Findings</h2>
                <span class="size">1 error</span>
                </header>
                <article id="found-alg-none-error" tabindex="-1" data-finding="alg-none" data-severity="error" class="finding">
                <details open="open">
                <summary>
                <span data-severity="error" class="severity">
                <span aria-hidden="true">✕</span> Error</span>
                <span class="title">Unsigned: anyone can change any claim in this token.</span>
                </summary>
                <div class="about">
                <p class="advice">Accept only the algorithms that the service expects, and never <code>none</code>.</p>
                <p class="why">A token with <code>none</code> has no signature, so nothing shows who wrote it. Services that accepted such tokens by mistake let anybody sign in as anyone. <span class="reference">RFC 7519 §6, RFC 7518 §3.6, RFC 8725 §3.2, draft-ietf-jose-deprecate-none-rsa15, CVE-2022-23540</span> <button aria-label="About alg-none" class="link">alg-none</button> <button aria-label="In the guide: Who chooses the algorithm?" class="link to-guide">In the guide</button>
                </p>
                </div>
                </details>
                <button class="link place">
                <code>alg</code>
                </button>
                </article>
                <div class="more-findings">
                <button class="quiet">All checks</button>
                </div>
                </section>"#]],
        );
    }

    #[test]
    fn of_one_record_are_explained_once() {
        let header = r#"{"alg":"RS256","jku":"http://keys.example","x5u":"http://keys.example"}"#;
        let markup = markup(findings(&inspected(&token(header, r#"{"exp":4102444800}"#, 256)), &dispatch()));
        assert_eq!(markup.matches("data-finding=\"key-url-insecure\"").count(), 2, "{markup}");
        assert_eq!(markup.matches("aria-label=\"About key-url-insecure\"").count(), 1, "{markup}");
    }

    #[test]
    fn errors_are_unfolded_but_for_what_the_verdict_says() {
        let opened = |header: &str, claims: &str| {
            let markup = markup(findings(&inspected(&token(header, claims, 256)), &dispatch()));
            markup.matches("<details open").count()
        };
        assert_eq!(opened(r#"{"alg":"RS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#), 0);
        assert_eq!(opened(r#"{"alg":"none"}"#, r#"{"exp":4102444800}"#), 2);
    }

    #[test]
    fn three_stand_in_the_open() {
        let claims = r#"{"iss":"http://a.example","aud":"*","email":"a@example.com","iat":"1","role":"admin"}"#;
        let markup = markup(findings(&inspected(&token(r#"{"alg":"HS256","kid":"a b"}"#, claims, 32)), &dispatch()));
        assert!(markup.contains(" more: "), "{markup}");
    }
}
