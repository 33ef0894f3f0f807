//! The certificates that a header brings along, and what its thumbprints come to.

use inspect::display::{counted, quoted};
use inspect::material::certificate::{Certificate, Chain, Thumbprint, ThumbprintMatch};
use inspect::material::enclosed::EnclosedChain;
use inspect::time::instants;
use yew::prelude::*;

use super::keys::kind_and_size;
use super::panel::section;
use super::problems::problems;
use crate::state::Dispatch;
use crate::views::glyphs::{prose, shown};

/// So many names of one certificate are shown.
const NAMES: usize = 10;
/// A longer name is cut, in characters.
const NAME: usize = 200;

pub fn certificates(chains: &[EnclosedChain], now: i64, dispatch: &Dispatch) -> Html {
    chains.iter().map(|found| of_chain(&found.chain, now, dispatch)).collect()
}

fn of_chain(chain: &Chain, now: i64, dispatch: &Dispatch) -> Html {
    let contents = html! {
        <>
            if !chain.certificates.is_empty() {
                <p class="remark">
                    {"The writer of the token chose these. They prove something only if they lead to a root that you \
                        already trust, which is not checked here."}
                </p>
            }
            {for chain.certificates.iter().map(|certificate| facts(certificate, now))}
            {for chain.thumbprints.iter().map(thumbprint)}
            {problems(&chain.problems)}
        </>
    };
    section("Certificates", counted(chain.certificates.len(), "certificate"), dispatch, contents)
}

fn facts(certificate: &Certificate, now: i64) -> Html {
    html! {
        <div class="enclosed">
            <dl class="facts">
                if let Some(subject) = &certificate.subject {
                    <dt>{"Subject"}</dt><dd>{prose(&quoted(subject, NAME))}</dd>
                }
                if let Some(issuer) = &certificate.issuer {
                    <dt>{"Issuer"}</dt>
                    <dd>
                        if certificate.is_self_issued == Some(true) {
                            {"itself"}
                        } else {
                            {prose(&quoted(issuer, NAME))}
                        }
                    </dd>
                }
                {validity(certificate, now)}
                if let Some(key) = &certificate.public_key {
                    <dt>{"Key"}</dt><dd>{prose(&kind_and_size(&key.kind, key.bits))}</dd>
                }
                if let Some(names) = names(certificate) {
                    <dt>{"Names"}</dt><dd>{prose(&names)}</dd>
                }
                if let Some(algorithm) = &certificate.signature_algorithm {
                    <dt>{"Signed with"}</dt><dd>{shown(algorithm)}<small>{"not checked here"}</small></dd>
                }
                <dt>{"SHA-256"}</dt>
                <dd><code class="value">{certificate.sha256.clone()}</code></dd>
            </dl>
            {problems(&certificate.problems)}
        </div>
    }
}

fn validity(certificate: &Certificate, now: i64) -> Html {
    let (Some(from), Some(until)) = (certificate.not_before, certificate.not_after) else { return Html::default() };
    let remark = if until < now {
        Some(format!("it ended {}", instants::relative(until, now)))
    } else if from > now {
        Some(format!("it begins {}", instants::relative(from, now)))
    } else {
        None
    };
    html! {
        <>
            <dt>{"Valid"}</dt>
            <dd>
                {format!("{} to {}", instants::utc(from), instants::utc(until))}
                if let Some(remark) = remark {
                    <small class="severity" data-severity="warning">{remark}</small>
                }
            </dd>
        </>
    }
}

fn names(certificate: &Certificate) -> Option<String> {
    let names = certificate
        .alternative_names
        .iter()
        .take(NAMES)
        .map(|name| format!("{} {}", name.kind, quoted(&name.name, NAME)));
    let shown: Vec<String> = names.collect();
    let hidden = certificate.alternative_names.len() - shown.len() + certificate.alternative_names_left_out;
    let more = if hidden > 0 { format!(", and {hidden} more") } else { String::new() };
    (!shown.is_empty()).then(|| shown.join(", ") + &more)
}

fn thumbprint(thumbprint: &Thumbprint) -> Html {
    let is_bad = !matches!(thumbprint.comparison, ThumbprintMatch::Match | ThumbprintMatch::NothingToCompare);
    html! { <p class="remark" data-severity={is_bad.then_some("error")}>{prose(&thumbprint.message)}</p> }
}
