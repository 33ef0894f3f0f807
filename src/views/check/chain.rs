//! The certificates that the token brings along: one line each, and how far they lead.

use inspect::Severity;
use inspect::time::instants;
use yew::prelude::*;

use crate::state::chain_answer::{CertificateLine, ChainAnswer, ChainEndAnswer};
use crate::state::check_answer::CheckNote;
use crate::views::findings::severity::sign;
use crate::views::glyphs::{prose, shown};

/// Remarks on the certificates that their lines do not say.
const BESIDE: [&str; 2] = ["x5c-not-authority", "x5c-long"];

/// `remarks` are those of the check. The caution of certificates that lead to nothing that was pasted asks for the root: it
/// is left out where `root_is_wanted`, because the panel asks for it once, below.
pub fn chain(chain: &ChainAnswer, remarks: &[CheckNote], root_is_wanted: bool) -> Html {
    let is_said_below = root_is_wanted && chain.end == ChainEndAnswer::Whole;
    let (word, sign, severity) = match chain.end {
        ChainEndAnswer::Pasted => ("They lead to what you pasted.".to_owned(), "=", None),
        ChainEndAnswer::Whole => ("They lead to nothing that you pasted.".to_owned(), "–", None),
        ChainEndAnswer::NotChecked(at) => (format!("Not checked beyond certificate {at}."), "–", None),
        ChainEndAnswer::Broken(at) => {
            (format!("They lead no further than certificate {at}."), sign(Severity::Warning), Some(Severity::Warning))
        }
    };
    html! {
        <dl class="three">
            <div data-severity={severity.map(Severity::id)}>
                <dt>{"Certificates"}</dt>
                <dd>
                    <span class="eq" aria-hidden="true">{sign}</span>
                    <div>
                        <b>{word}</b>
                        if !chain.caution.is_empty() && !is_said_below {
                            {" "}<small>{prose(&chain.caution)}</small>
                        }
                        <ol class="certificates">
                            for line in &chain.certificates {
                                {certificate(line)}
                            }
                        </ol>
                        for remark in remarks.iter().filter(|remark| BESIDE.contains(&&*remark.id)) {
                            <p>{prose(&remark.message)}</p>
                        }
                    </div>
                </dd>
            </div>
        </dl>
    }
}

/// "leaf.example. Signed by the next. Until 2027-01-01."
fn certificate(line: &CertificateLine) -> Html {
    let date = line.not_after.map(|instant| instants::utc(instant).chars().take(10).collect::<String>());
    let until = match date {
        _ if line.is_not_yet_valid => " Not valid yet.".to_owned(),
        Some(date) if line.is_expired => format!(" Expired on {date}."),
        Some(date) => format!(" Valid until {date}."),
        None => String::new(),
    };
    let subject = if line.subject.is_empty() { "No name" } else { &line.subject };
    html! {
        <li>
            <span>{shown(subject)}</span>
            {" "}
            <small>{prose(&line.message)}{until}</small>
        </li>
    }
}
