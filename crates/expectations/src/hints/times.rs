//! Times: clocks that differ a little, other units than seconds, and texts.

use decode::json::JsonKind;
use inspect::display::grouped;
use inspect::time::numeric_date;
use inspect::validity::{Validity, validity};

use super::HintInput;
use crate::{ExpectationKind, said};

/// RFC 7519 sections 4.1.4 and 4.1.5: a leeway is "usually no more than a few minutes".
const FEW_MINUTES: u64 = 300;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let Validity { not_before, expires_at, .. } = validity(input.token, input.now);
    match input.kind {
        ExpectationKind::Time => text(input)
            .or_else(|| expires_at.and_then(|exp| expired(input, exp)))
            .or_else(|| not_before.and_then(|nbf| not_yet(input.now, nbf))),
        ExpectationKind::Lifetime => unit("exp", expires_at?),
        _ => None,
    }
}

/// RFC 7519 section 2, NumericDate.
fn text(input: &HintInput) -> Option<String> {
    let is_text =
        |name: &&str| said::claim(input.token, name).is_some_and(|value| matches!(value.kind, JsonKind::String(_)));
    let name = ["exp", "nbf"].into_iter().find(is_text)?;
    Some(format!("In the issuer, write `{name}` as a number of seconds, without quotes."))
}

fn expired(input: &HintInput, exp: i64) -> Option<String> {
    if input.now < exp {
        return None;
    }
    if validity(input.token, input.now).expiry_meant().is_some() {
        return Some("In the issuer, add it to the time at which the token is made.".to_owned());
    }
    let ago = exp.abs_diff(input.now);
    (ago < FEW_MINUTES).then(|| {
        format!("Get a fresh token, or, if the clocks differ, allow a leeway of {} or more.", seconds(ago + 1))
    })
}

fn not_yet(now: i64, nbf: i64) -> Option<String> {
    if nbf <= now {
        return None;
    }
    let ahead = nbf.abs_diff(now);
    let leeway = || format!("If the clocks differ, allow a leeway of {} or more.", seconds(ahead));
    unit("nbf", nbf).or_else(|| (ahead <= FEW_MINUTES).then(leeway))
}

fn unit(name: &str, written: i64) -> Option<String> {
    let unit = numeric_date::likely_unit(written)?;
    Some(format!("In the issuer, divide `{name}` by {}, so that it counts seconds.", grouped(unit.per_second())))
}

/// Exact up to the few minutes, which a leeway is set in.
fn seconds(count: u64) -> String {
    match count {
        1 => "1 second".to_owned(),
        _ => format!("{count} seconds"),
    }
}
