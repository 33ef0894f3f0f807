//! The three verdicts in words. None of them says that a token is good.

use decode::format::Format;
use decode::json::Value;
use decode::{Content, Part, Role, Token};
use inspect::describe::{self, Description};
use inspect::display::counted;
use inspect::jose::algorithms::is_disguised_none;
use inspect::jose::kinds::Expiry;
use inspect::masked::MASK;
use inspect::time::{instants, numeric_date};
use inspect::validity::{Status, Validity, part_with_times};
use inspect::{Severity, display};

use crate::views::glyphs::size;

#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    pub topic: &'static str,
    pub word: String,
    pub detail: String,
    /// Where it is not as it should be.
    pub severity: Option<Severity>,
}

/// The last that RFC 3339 can write.
const LAST_PLAUSIBLE_YEAR: i64 = 9_999;

/// The time alone, in as few words as there are.
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Active => "not expired",
        Status::Expired => "expired",
        Status::NotYetValid => "not yet valid",
        Status::NoExpiry => "no expiry time",
        Status::Unknown => "no time known",
    }
}

pub fn structure(token: &Token, description: &Description) -> Verdict {
    let topic = "Structure";
    let disclosures = token.parts.iter().filter(|part| part.role == Role::Disclosure).count();
    let parts = match (token.format.is_json(), disclosures) {
        (true, _) => "JSON serialization".to_owned(),
        (false, 0) => counted(token.parts.len() + token.unsplit_segments(), "part"),
        (false, _) => {
            format!("{}, {}", counted(token.parts.len() - disclosures, "part"), counted(disclosures, "disclosure"))
        }
    };
    if let Some(part) = token.parts.iter().find(|part| part.mask().is_some()) {
        let detail = format!("{parts}, {} masked by whoever shared it", part.role.name());
        return Verdict { topic, word: "Masked in part".to_owned(), detail, severity: None };
    }
    let mut described = token.parts.iter().zip(&description.parts);
    if let Some((part, _)) = described.find(|(_, described)| described.error.is_some()) {
        let what = if part.is_cut() { "ends too early" } else { "cannot be read whole" };
        let detail = format!("{parts}, {} {what}", part.role.name());
        return Verdict { topic, word: "Damaged".to_owned(), detail, severity: Some(Severity::Error) };
    }
    let extra = token.parts.iter().filter(|part| part.role == Role::Extra).count() + token.unsplit_segments();
    let is_json = token.parts.iter().all(|part| part.role != Role::Payload || part.value().is_some());
    let is_plain = token.parts.iter().all(|part| part.faults.is_empty());
    let kind = match token.format {
        _ if extra > 0 => format!("{extra} too many"),
        format if format.is_encrypted() => "encrypted".to_owned(),
        _ if token.is_detached() => "payload left out".to_owned(),
        _ if describe::is_nested(token) => "a token inside".to_owned(),
        _ if !is_json => "payload is no JSON".to_owned(),
        _ if !is_plain => "irregular encoding".to_owned(),
        _ => "strict JSON".to_owned(),
    };
    let severity = (extra > 0).then_some(Severity::Warning);
    Verdict { topic, word: "Readable".to_owned(), detail: format!("{parts}, {kind}"), severity }
}

/// Of one signature of a JSON serialization; other tokens have number 0 alone.
pub fn signature(token: &Token, group: usize, was_left_out: bool) -> Verdict {
    let topic = if token.format.is_encrypted() { "Encryption" } else { "Signature" };
    let text = |name| token.parameter_of(group, name).and_then(Value::as_str);
    let algorithm = text("alg").map(|alg| display::quoted(alg, 24));
    let key = text("kid").map(|kid| "key ".to_owned() + &display::quoted(&display::shortened(kid), 24));
    let of_group = token.parts_of(group).map(|(_, part)| part).find(|part| part.role == Role::Signature);
    let of_all = || token.signature().filter(|signature| signature.group.is_none());
    let signature = of_group.or_else(of_all).filter(|signature| !signature.span.is_empty());
    let bytes = signature.map(|signature| match signature.mask() {
        Some(_) => "masked".to_owned(),
        None => size(signature.bytes.len()),
    });
    let detail = |pieces: [Option<String>; 3]| pieces.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let verdict = |word: &str, detail, severity| Verdict { topic, word: word.to_owned(), detail, severity };

    let is_none = text("alg").is_some_and(|alg| alg == "none" || is_disguised_none(alg));
    if token.format.is_encrypted() {
        let encryption = text("enc").map(|enc| display::quoted(enc, 24));
        return verdict("Not decrypted", detail([algorithm, encryption, key]), None);
    }
    if token.format == Format::Segment {
        return verdict("Not in this piece", "a single segment".to_owned(), None);
    }
    match (signature, was_left_out) {
        // With a key its length is one thing too many; the panel of the signature has it.
        (Some(_), _) => verdict("Not verified", detail([algorithm, bytes.filter(|_| key.is_none()), key]), None),
        // Anybody can write a link that says so. Of an unsecured token there was no signature to leave out.
        (None, true) if !is_none => verdict("Left out by the sender", detail([algorithm, None, key]), None),
        (None, _) if is_none => verdict("None: unsecured", "no signature".to_owned(), Some(Severity::Error)),
        (None, _) => verdict("Missing", detail([algorithm, None, key]), Some(Severity::Warning)),
    }
}

/// Of all signatures of a token together.
pub fn signatures(token: &Token, was_left_out: bool) -> Verdict {
    let last = token.group_count().checked_sub(1).filter(|_| !token.format.is_encrypted());
    let mut verdict = signature(token, 0, was_left_out);
    if let Some(last) = last.filter(|last| *last > 0) {
        let algorithms: Vec<_> = (0..=last.min(3)).map(|group| token.parameter_of(group, "alg")).collect();
        let named = algorithms
            .iter()
            .map(|alg| alg.and_then(Value::as_str).map_or("?".to_owned(), |alg| display::quoted(alg, 24)));
        let more = if last > 3 { ", …" } else { "" };
        let named = named.collect::<Vec<_>>().join(", ");
        verdict.detail = format!("{}: {named}{more}", counted(last + 1, "signature"));
    }
    verdict
}

/// `expiry` says whether such tokens need `exp`.
pub fn time(token: &Token, validity: &Validity, expiry: Expiry, now: i64) -> Verdict {
    let topic = "Time";
    let origin = if token.format.is_encrypted() { ", by its header" } else { "" };
    let at = |instant: Option<i64>| instant.map(instants::day_and_time).unwrap_or_default() + origin;
    let verdict = |word: String, detail: String, severity| Verdict { topic, word, detail, severity };
    let left = |instant: Option<i64>| instants::countdown(instant.unwrap_or(now).abs_diff(now));
    let (expires_at, not_before) = (validity.expires_at, validity.not_before);
    let is_out_of_range = |instant: Option<i64>| instant.is_some_and(|instant| !numeric_date::is_in_range(instant));
    match validity.status {
        Status::Active if is_out_of_range(expires_at) => {
            let detail = "until ".to_owned() + &at(expires_at);
            verdict("Expiry out of range".to_owned(), detail, Some(Severity::Warning))
        }
        Status::Expired if is_out_of_range(expires_at) => {
            verdict("Expired".to_owned(), at(expires_at), Some(Severity::Error))
        }
        Status::NotYetValid if is_out_of_range(not_before) => {
            let detail = "until ".to_owned() + &at(not_before);
            verdict("Not valid yet".to_owned(), detail, Some(Severity::Error))
        }
        Status::Active => {
            let is_far = expires_at.is_some_and(|instant| instants::year(instant) > LAST_PLAUSIBLE_YEAR);
            let severity = is_far.then_some(Severity::Warning);
            verdict(left(expires_at) + " left", "until ".to_owned() + &at(expires_at), severity)
        }
        Status::Expired if validity.expiry_meant().is_some() => verdict(
            "Expired as written".to_owned(),
            "its exp is a duration, not an instant".to_owned(),
            Some(Severity::Error),
        ),
        Status::Expired => {
            let ago = expires_at.map(|instant| instants::relative(instant, now)).unwrap_or_default();
            let ago = if ago == "now" { "just now" } else { &ago };
            verdict("Expired ".to_owned() + ago, at(expires_at), Some(Severity::Error))
        }
        Status::NotYetValid => {
            let detail = "until ".to_owned() + &at(not_before);
            verdict(format!("Not valid for {} yet", left(not_before)), detail, Some(Severity::Error))
        }
        Status::NoExpiry => {
            let (detail, severity) = match expiry {
                Expiry::Needed => ("it has no exp", Some(Severity::Warning)),
                Expiry::NotNeeded => ("as is usual for this kind of token", None),
                Expiry::Elsewhere => ("its expiry is not in exp", None),
            };
            verdict("No expiry time".to_owned(), detail.to_owned(), severity)
        }
        Status::Unknown => {
            let exp = part_with_times(token).and_then(|part| part.value()?.member("exp"));
            let is_json = |part: &Part| matches!(part.content, Content::Json(_));
            let detail = match token.payload() {
                _ if exp.is_some_and(|exp| exp.as_str() == Some(MASK)) => "its sender masked its exp",
                _ if exp.is_some() => "its exp is not a time",
                _ if token.format.is_encrypted() => "its claims are encrypted",
                _ if token.is_detached() => "its payload is not here",
                _ if describe::is_nested(token) => "see the token inside",
                Some(payload) if payload.value().is_some_and(|claims| claims.member("_sd").is_some()) => {
                    "its exp may be kept back"
                }
                Some(payload) if token.format == Format::Segment && payload.error().is_none() => {
                    "it has no registered claims"
                }
                Some(payload) if is_json(payload) && payload.members().is_empty() => "its claims could not be read",
                Some(payload) if is_json(payload) => "no exp could be read",
                _ => "it shows no claims",
            };
            verdict("No time known".to_owned(), detail.to_owned(), None)
        }
    }
}
