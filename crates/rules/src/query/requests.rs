//! The requests in which a token was sent, for the rules about them.

use decode::har::Carrier;
use inspect::display;
use inspect::sent::SentIn;
use inspect::validity::{Status, TokenTimes};

use crate::Evaluation;

/// The one to tell of: the first that was answered 401, or else 403, or else the first.
pub(crate) fn most_telling<'f, 'e, T>(found: &'f [(SentIn<'e>, T)]) -> Option<&'f (SentIn<'e>, T)> {
    let answered = |status| found.iter().find(|(sent, _)| sent.exchange.status == Some(status));
    answered(401).or_else(|| answered(403)).or_else(|| found.first())
}

/// The requests with the token in their `Authorization` header that were answered 401 or 403, and not because of its times
/// as far as these tell.
pub(crate) fn refused_in_time<'e>(evaluation: &Evaluation<'e>) -> Vec<(SentIn<'e>, ())> {
    let times = TokenTimes::of(evaluation.token);
    let is_out_of_time =
        |sent: &SentIn| sent.at.is_some_and(|at| matches!(times.at(at).status, Status::Expired | Status::NotYetValid));
    let is_one = |sent: &&SentIn| sent.carrier == Carrier::Authorization && sent.is_refused() && !is_out_of_time(sent);
    evaluation.requests.iter().filter(is_one).map(|sent| (*sent, ())).collect()
}

/// How the request was answered, as a sentence. `is_cause` says that nothing else is needed for a 401.
pub(crate) fn outcome(sent: &SentIn, is_cause: bool) -> String {
    let name = sent.exchange.name();
    let name = if name.is_empty() { None } else { Some(display::quoted(&name, 80)) };
    match (sent.exchange.status, name) {
        (Some(401), Some(name)) if is_cause => format!(" That explains the 401 of {name}."),
        (Some(401), None) if is_cause => " That explains the 401.".to_owned(),
        (Some(status @ (401 | 403)), Some(name)) => format!(" That may be why {name} was answered {status}."),
        (Some(status @ (401 | 403)), None) => format!(" That may explain the {status}."),
        (Some(status), Some(name)) => format!(" {name} was answered {status} all the same."),
        (Some(status), None) => format!(" It was answered {status} all the same."),
        (None, Some(name)) => format!(" The file has no answer to {name}."),
        (None, None) => " The file has no answer.".to_owned(),
    }
}

/// In how many other requests it was so, as a sentence.
pub(crate) fn others(count: usize) -> String {
    match count.saturating_sub(1) {
        0 => String::new(),
        more => format!(" The same holds for {} more.", display::grouped(more)),
    }
}
