//! The three lines of a checked signature: whether it fits, whether the key is fit for it, and whose key it is.

use decode::Token;
use inspect::Severity;
use inspect::display::{counted, grouped, quoted, shortened};
use inspect::jose::algorithms::is_disguised_none;
use inspect::jose::kinds::TokenKind;
use inspection::Inspected;
use yew::prelude::*;

use crate::state::check_answer::{CheckAnswer, CheckedSignature, FittingKeyAnswer, KeyOwnerAnswer, SignatureOutcome};
use crate::views::findings::severity::sign;
use crate::views::glyphs::{capitalized, prose};

/// What is known beside the answer.
pub struct Surroundings<'a> {
    pub inspected: &'a Inspected,
    pub answer: &'a CheckAnswer,
    pub has_key: bool,
    /// The link that brought the token says so.
    pub signature_left_out: bool,
}

/// Remarks on the token, not on the key.
const OF_TOKEN: [&str; 2] = ["crit-unknown", "b64-without-crit"];
/// How the ids of remarks on the token's certificates begin: `chain.rs` tells of those.
const OF_CERTIFICATES: &str = "x5c-";
/// Remarks that the last line says.
const OF_OWNER: [&str; 3] = ["key-binding", "key-is-token-own", "key-is-public"];
/// What is said of the pasted keys already.
const OF_PASTED: &str = "key-is-private";
/// Remarks that are no weakness.
const HARMLESS: [&str; 1] = ["kid-differs"];

#[derive(Default)]
struct VerdictLine {
    topic: &'static str,
    sign: &'static str,
    severity: Option<Severity>,
    word: String,
    more: Vec<String>,
}

pub fn verdict_lines(check: &CheckedSignature, group: usize, around: &Surroundings) -> Html {
    let lines = [
        Some(signature(check, group, around)),
        must_be_refused(check),
        key(check, group, around),
        owner(check, around),
    ];
    html! {
        <dl class="three">
            for line in lines.into_iter().flatten() {
                <div data-severity={line.severity.map(Severity::id)}>
                    <dt>{line.topic}</dt>
                    <dd>
                        <span class="eq" aria-hidden="true">{line.sign}</span>
                        <span>
                            <b>{prose(&line.word)}</b>
                            for more in line.more.iter().filter(|more| !more.is_empty()) {
                                {" "}<small>{prose(more)}</small>
                            }
                        </span>
                    </dd>
                </div>
            }
        </dl>
    }
}

fn signature(check: &CheckedSignature, group: usize, around: &Surroundings) -> VerdictLine {
    let topic = "Signature";
    let line =
        |sign, word: &str, more| VerdictLine { topic, sign, severity: None, word: word.to_owned(), more: vec![more] };
    let wrong = |line| VerdictLine { severity: Some(Severity::Error), ..line };
    let token = &around.inspected.token;
    match check.outcome {
        SignatureOutcome::Fits => line("=", "Fits.", format!("{} over header and payload.", algorithm(token, group))),
        SignatureOutcome::DoesNotFit if !around.has_key => line(
            "–",
            "Not checked with a key of yours.",
            "No key that the token carries and no published secret fits.".to_owned(),
        ),
        SignatureOutcome::DoesNotFit if check.fits_otherwise() => {
            wrong(line("≠", "Does not fit as it stands.", "It fits in another way: see below.".to_owned()))
        }
        SignatureOutcome::DoesNotFit => wrong(line(
            "≠",
            "Does not fit.",
            match around.answer.keys.len() {
                0 | 1 => String::new(),
                several => format!("None of the {several} keys fits."),
            },
        )),
        SignatureOutcome::CannotBeChecked | SignatureOutcome::Unsigned
            if around.signature_left_out && !token.has_signature() && !says_none(token, group) =>
        {
            line("–", "Cannot be checked.", "The link that brought this token left its signature out.".to_owned())
        }
        SignatureOutcome::CannotBeChecked => {
            let remarks = check.remarks.iter().map(|remark| &remark.message);
            let why = check.reason.iter().chain(remarks).cloned().collect();
            VerdictLine { more: why, ..line("–", "Cannot be checked.", String::new()) }
        }
        SignatureOutcome::Unsigned => line("–", "Nothing to check.", "The token has no signature.".to_owned()),
    }
}

/// Then there was no signature to leave out.
fn says_none(token: &Token, group: usize) -> bool {
    token
        .parameter_of(group, "alg")
        .and_then(|alg| alg.as_str())
        .is_some_and(|alg| alg == "none" || is_disguised_none(alg))
}

fn algorithm(token: &Token, group: usize) -> String {
    let algorithm = token.parameter_of(group, "alg").and_then(|alg| alg.as_str());
    algorithm.map_or_else(|| "The signature".to_owned(), |alg| quoted(alg, 24))
}

fn must_be_refused(check: &CheckedSignature) -> Option<VerdictLine> {
    let reasons = || check.remarks.iter().filter(|remark| OF_TOKEN.contains(&&*remark.id));
    reasons().next()?;
    Some(VerdictLine {
        topic: "Token",
        sign: sign(Severity::Warning),
        severity: Some(Severity::Warning),
        word: "Must be refused.".to_owned(),
        more: reasons().map(|reason| reason.message.clone()).collect(),
    })
}

/// Which key fits, and what is to be said of it; or how many were tried.
fn key(check: &CheckedSignature, group: usize, around: &Surroundings) -> Option<VerdictLine> {
    let topic = "Key";
    let Some(key) = &check.key else {
        let count = around.answer.keys.len();
        let is_tried = check.outcome == SignatureOutcome::DoesNotFit && around.has_key && count > 0;
        let in_ways = (check.tried > count).then(|| format!("In {} ways.", grouped(check.tried)));
        let word = format!("{} tried.", counted(count, "key"));
        return is_tried.then(|| VerdictLine {
            topic,
            word,
            more: in_ways.into_iter().collect(),
            ..VerdictLine::default()
        });
    };
    let messages = |are_harmless: bool| -> Vec<String> {
        let is_elsewhere =
            |id: &str| OF_TOKEN.contains(&id) || OF_OWNER.contains(&id) || id.starts_with(OF_CERTIFICATES);
        let is_of_key = |id: &str| !is_elsewhere(id) && id != OF_PASTED;
        let of_key = check.remarks.iter().filter(|remark| is_of_key(&remark.id));
        let wanted = of_key.filter(|remark| HARMLESS.contains(&&*remark.id) == are_harmless);
        wanted.map(|remark| remark.message.clone()).collect()
    };
    // The key of a certificate is none of those that were pasted.
    let count = if check.fits_by_certificates() { 1 } else { around.answer.keys.len() };
    let described = described(key, count);
    let mut weak = messages(false).into_iter();
    let line = match weak.next() {
        Some(first) => VerdictLine {
            topic,
            sign: sign(Severity::Warning),
            severity: Some(Severity::Warning),
            word: first,
            more: weak.chain([described]).chain(messages(true)).collect(),
        },
        None => VerdictLine {
            topic,
            word: format!("Fit for {}.", algorithm(&around.inspected.token, group)),
            more: [described].into_iter().chain(messages(true)).collect(),
            ..VerdictLine::default()
        },
    };
    Some(line)
}

/// "RSA 2048, `kid` 7c9d4a, key 3 of 4."
fn described(key: &FittingKeyAnswer, count: usize) -> String {
    let kid = key.kid.as_ref().map(|kid| format!("`kid` {}", quoted(&shortened(kid), 24)));
    let place = key.index.filter(|_| count > 1).map(|index| format!("key {} of {count}", index + 1));
    let pieces = [Some(key.kind.clone()).filter(|kind| !kind.is_empty()), kid, place];
    let described = pieces.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if described.is_empty() { described } else { capitalized(&described) + "." }
}

fn owner(check: &CheckedSignature, around: &Surroundings) -> Option<VerdictLine> {
    let topic = "Whose key";
    let line = |word: &str, more: &str| VerdictLine {
        topic,
        word: word.to_owned(),
        more: vec![more.to_owned()],
        ..VerdictLine::default()
    };
    let doubtful = |line| VerdictLine { sign: sign(Severity::Warning), severity: Some(Severity::Warning), ..line };
    let is_proof = around.inspected.description.profile.kind == TokenKind::DpopProof;
    match check.whose() {
        Some(KeyOwnerAnswer::Pasted) if check.fits_by_certificates() => Some(line(
            "The key in the token’s first certificate.",
            "Its certificates lead to what you pasted. Only you know whether that came from the issuer.",
        )),
        Some(KeyOwnerAnswer::Pasted) => {
            Some(line("The key you pasted.", "Only you know whether it came from the issuer."))
        }
        // RFC 9449 section 4.3: the proof is checked with the key in its header.
        Some(KeyOwnerAnswer::Token) if is_proof => Some(line(
            "The key that the token itself carries.",
            "In a DPoP proof this is as it should be. Compare its thumbprint with `cnf.jkt` in the access token.",
        )),
        Some(KeyOwnerAnswer::Token) if check.fits_confirmed_key() => Some(line(
            "The key that `cnf` of the token around it names.",
            "Its holder signed this. Whether the issuer named that key is what the issuer’s signature says.",
        )),
        Some(KeyOwnerAnswer::Token) => Some(doubtful(line(
            "The key that the token itself carries: this proves nothing.",
            "Whoever wrote the token also chose the key.",
        ))),
        Some(KeyOwnerAnswer::Public) => {
            let published = check.remarks.iter().find(|remark| remark.id == "key-is-public");
            let change = "If a service of yours accepts this token, change its secret now.";
            let more = published.map(|remark| remark.message.clone()).into_iter().chain([change.to_owned()]);
            let line = line("A published secret: anyone can sign with it.", "");
            Some(doubtful(VerdictLine { more: more.collect(), ..line }))
        }
        None if !around.has_key || around.answer.keys.is_empty() => None,
        None if check.outcome == SignatureOutcome::Unsigned => None,
        None if around.answer.keys.len() == 1 => Some(line("The key you pasted.", "")),
        None => Some(line("The keys you pasted.", "")),
    }
}
