//! The certificates that a header brings along, and what its thumbprints come to.

use inspect::calendar;
use inspect::certificate::{Certificate, Chain, Comparison, Thumbprint};
use inspect::display::counted;
use inspect::enclosed::EnclosedChain;
use yew::prelude::*;

use super::element::{Element, element, row_of};
use super::glyphs::{prose, shown};
use super::keys::kind_and_size;
use super::panel::section;
use super::problems::problems;

/// So many names of one certificate are shown.
const NAMES: usize = 10;

pub fn certificates(chains: &[EnclosedChain], now: i64) -> Html {
    row_of(chains.iter().map(|found| of_chain(&found.chain, now)))
}

fn of_chain(chain: &Chain, now: i64) -> Html {
    let remark = "Whoever made the token chose these. They count only where they lead to a certificate that the reader \
                  trusts already, which is not checked here.";
    section("Certificates", counted(chain.certificates.len(), "certificate"))
        .when(!chain.certificates.is_empty(), |panel| panel.hold(element("p").class("remark").say(remark)))
        .hold_all(chain.certificates.iter().map(|certificate| facts(certificate, now)))
        .hold_all(chain.thumbprints.iter().map(thumbprint))
        .hold(problems(&chain.problems))
        .node()
}

fn facts(certificate: &Certificate, now: i64) -> Element {
    let text = |text: &str| element("dd").hold(shown(text));
    let facts = element("dl")
        .class("facts")
        .when_some(certificate.subject.as_ref(), |facts, subject| facts.fact("Subject", text(subject)))
        .when_some(certificate.issuer.as_ref(), |facts, issuer| {
            let itself = certificate.is_self_issued == Some(true);
            facts.fact("Says its issuer is", if itself { text("itself") } else { text(issuer) })
        })
        .when_some(validity(certificate, now), |facts, validity| facts.fact("Valid", validity))
        .when_some(certificate.public_key.as_ref(), |facts, key| {
            facts.fact("Key", element("dd").text(kind_and_size(&key.kind, key.bits)))
        })
        .when_some(names(certificate), |facts, names| facts.fact("Names", text(&names)))
        .when_some(certificate.signature_algorithm.as_ref(), |facts, algorithm| {
            facts.fact("Signed with", text(algorithm).hold(element("small").say("not checked here")))
        })
        .fact("SHA-256", element("dd").hold(element("code").class("value").text(certificate.sha256.clone())));
    element("div").class("enclosed").hold(facts).hold(problems(&certificate.problems))
}

fn validity(certificate: &Certificate, now: i64) -> Option<Element> {
    let (from, until) = (certificate.not_before?, certificate.not_after?);
    let said = element("dd").text([&calendar::utc(from), " to ", &calendar::utc(until)].concat());
    let (word, instant) = match () {
        () if until < now => ("it ended ", until),
        () if from > now => ("it begins ", from),
        () => return Some(said),
    };
    let sentence = [word, &calendar::relative(instant, now)].concat();
    Some(said.hold(element("small").class("severity").with("data-severity", "warning").text(sentence)))
}

fn names(certificate: &Certificate) -> Option<String> {
    let names = certificate.alternative_names.iter().take(NAMES).map(|name| [name.kind, " ", &name.name].concat());
    let shown: Vec<_> = names.collect();
    let hidden = certificate.alternative_names.len() - shown.len() + certificate.alternative_names_left_out;
    let more = if hidden > 0 { [", and ", &hidden.to_string(), " more"].concat() } else { String::new() };
    (!shown.is_empty()).then(|| shown.join(", ") + &more)
}

fn thumbprint(thumbprint: &Thumbprint) -> Element {
    let is_bad = !matches!(thumbprint.comparison, Comparison::Match | Comparison::NothingToCompare);
    element("p").class("remark").with_some("data-severity", is_bad.then_some("error")).hold(prose(&thumbprint.message))
}
