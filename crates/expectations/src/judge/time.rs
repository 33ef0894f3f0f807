//! `exp` and `nbf` at an instant, with a leeway: RFC 7519 sections 4.1.4 and 4.1.5.

use decode::Token;
use inspect::display::{grouped, quoted};
use inspect::time::{instants, numeric_date};
use inspect::validity;

use super::claim::NO_OBJECT;
use super::held_claims::{FoundClaim, HeldClaims, TimeClaim};
use super::judged_line::{JudgedLine, Refusal};
use super::sentence::capitalised;
use crate::ExpectationKind;

pub(super) fn judged(token: &Token, claims: &HeldClaims, leeway: u32, now: i64, demands_exp: bool) -> JudgedLine {
    let kind = ExpectationKind::Time;
    let [exp, nbf] = ["exp", "nbf"].map(|name| claims.time(name));
    if let FoundClaim::NoObject = claims.find("exp") {
        return JudgedLine::not_met(kind, Refusal::Because("its payload is no JSON object".to_owned()), NO_OBJECT);
    }
    let clock = LenientClock { now, leeway };
    for (name, time) in [("exp", &exp), ("nbf", &nbf)] {
        if let TimeClaim::Broken(what) = time {
            let reason = format!("`{name}` is {what}, not a number: libraries refuse it or misread it.");
            return JudgedLine::not_met(kind, Refusal::Because(format!("`{name}` is not a number")), reason);
        }
    }
    if let TimeClaim::At(exp) = exp
        && !clock.is_before(exp)
    {
        let meant = validity::validity(token, now).expiry_meant();
        let refusal = Refusal::Because("it has expired".to_owned());
        return JudgedLine::not_met(kind, refusal, clock.expired(exp, meant.is_some())).saying_time("exp", exp);
    }
    if let TimeClaim::At(nbf) = nbf
        && !clock.is_at_or_after(nbf)
    {
        let refusal = Refusal::Because("it is not valid yet".to_owned());
        return JudgedLine::not_met(kind, refusal, clock.not_yet(nbf)).saying_time("nbf", nbf);
    }
    let begins = if let TimeClaim::At(nbf) = nbf { Some(clock.began(nbf)) } else { None };
    let line = match exp {
        TimeClaim::At(exp) => {
            let ends = clock.ends(exp);
            let sentence =
                begins.map_or_else(|| format!("{}.", capitalised(&ends)), |begins| format!("{begins}, {ends}."));
            JudgedLine::met(kind).because(sentence + &misread("exp", exp)).saying_time("exp", exp)
        }
        TimeClaim::Unknown(why) => JudgedLine::not_checked(kind, why),
        _ if demands_exp => JudgedLine {
            refusal: None,
            ..JudgedLine::not_met(kind, Refusal::Missing("`exp`".to_owned()), "It has no `exp`, which is expected.")
        }
        .saying_nothing("exp"),
        _ => {
            let begins = begins.map_or_else(String::new, |begins| format!("{begins}. "));
            JudgedLine::met(kind)
                .because(format!("{begins}It has no `exp`: most libraries then take it at any time."))
                .saying_nothing("exp")
        }
    };
    let line = if claims.is_repeated("exp") { line.repeating("exp") } else { line };
    match claims.time("iat") {
        TimeClaim::At(iat) if !clock.is_at_or_after(iat) => {
            let line = line.adding("`iat` lies in the future, which some libraries refuse.");
            line.cautioning("`iat` lies in the future")
        }
        TimeClaim::Broken(what) => {
            let line = line.adding(&format!("`iat` is {what}, not a number, which some libraries refuse."));
            line.cautioning("`iat` is not a number")
        }
        _ => line,
    }
}

/// The time of now, and by how many seconds it may be wrong.
#[derive(Clone, Copy)]
struct LenientClock {
    now: i64,
    leeway: u32,
}

impl LenientClock {
    /// "on or after which the JWT MUST NOT be accepted"
    fn is_before(self, exp: i64) -> bool {
        self.now.saturating_sub(self.leeway.into()) < exp
    }

    fn is_at_or_after(self, nbf: i64) -> bool {
        nbf <= self.now.saturating_add(self.leeway.into())
    }

    fn expired(self, exp: i64, is_duration: bool) -> String {
        if is_duration {
            let year = instants::year(exp);
            return format!(
                "`exp` is {exp}: a number of seconds to last, not a time. As a time it is in the year {year}."
            );
        }
        if !numeric_date::is_in_range(exp) {
            return "`exp` is a time before any calendar begins.".to_owned();
        }
        let ago = match exp.abs_diff(self.now) {
            0 => "Expired just now".to_owned(),
            seconds => format!("Expired {} ago", instants::duration(seconds)),
        };
        format!("{ago}{}.", self.leeway_in_words("; the leeway is ", ""))
    }

    fn not_yet(self, nbf: i64) -> String {
        let unit = misread("nbf", nbf);
        if !unit.is_empty() {
            return unit.trim_start().to_owned();
        }
        let leeway = self.leeway_in_words("; the leeway is ", "");
        match numeric_date::is_in_range(nbf) {
            true => format!("Not valid for another {}{leeway}.", instants::duration(nbf.abs_diff(self.now))),
            false => "`nbf` is a time later than any calendar reaches.".to_owned(),
        }
    }

    /// "Not before 20 minutes ago"
    fn began(self, nbf: i64) -> String {
        match nbf > self.now {
            true => format!("Not before {} from now{}", instants::duration(nbf.abs_diff(self.now)), self.within()),
            false if !numeric_date::is_in_range(nbf) => "Not before a time before any calendar begins".to_owned(),
            false => format!("Not before {}", instants::relative(nbf, self.now)),
        }
    }

    /// "expires in 48 minutes"
    fn ends(self, exp: i64) -> String {
        match exp > self.now {
            true if !numeric_date::is_in_range(exp) => "expires at a time later than any calendar reaches".to_owned(),
            true => format!("expires {}", instants::relative(exp, self.now)),
            false if exp == self.now => format!("expired just now{}", self.within()),
            false => format!("expired {} ago{}", instants::duration(exp.abs_diff(self.now)), self.within()),
        }
    }

    fn within(self) -> String {
        self.leeway_in_words(" (the leeway is ", ")")
    }

    fn leeway_in_words(self, before: &str, behind: &str) -> String {
        match self.leeway {
            0 => String::new(),
            seconds => format!("{before}{}{behind}", instants::duration(seconds.into())),
        }
    }
}

/// A sentence, with a space before it, on a time that is in another unit.
fn misread(name: &str, seconds: i64) -> String {
    match numeric_date::likely_unit(seconds) {
        Some(unit) => {
            let year = grouped(instants::year(seconds));
            format!(" `{name}` counts {}, but libraries read seconds: the year {year}.", unit.name())
        }
        None => String::new(),
    }
}

impl JudgedLine {
    fn saying_time(self, name: &str, seconds: i64) -> Self {
        Self { said: Some(quoted(&format!("{name}: {}", instants::utc(seconds)), 60)), ..self }
    }
}
