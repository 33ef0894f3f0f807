//! From `iat` (or `nbf`) to `exp` no more time passes than expected.

use inspect::time::instants;

use super::held_claims::{FoundClaim, HeldClaims, TimeClaim};
use super::judged_line::{JudgedLine, Refusal};
use crate::ExpectationKind;

/// That `exp` is missing is told once, where it is demanded.
pub(super) fn judged(claims: &HeldClaims, longest: u64, demands_exp: bool) -> JudgedLine {
    let kind = ExpectationKind::Lifetime;
    if let FoundClaim::NoObject = claims.find("exp") {
        return JudgedLine::no_claims(kind, "exp");
    }
    let exp = match claims.time("exp") {
        TimeClaim::At(exp) => exp,
        TimeClaim::Unknown(why) => return JudgedLine::not_checked(kind, why),
        TimeClaim::Broken(what) => return JudgedLine::not_checked(kind, format!("`exp` is {what}, not a number.")),
        TimeClaim::Absent => {
            let refusal = Refusal::Because("its lifetime has no end".to_owned());
            let line =
                JudgedLine::not_met(kind, refusal, "It has no `exp`, so it lives for ever.").saying_nothing("exp");
            return if demands_exp { JudgedLine { refusal: None, ..line } } else { line };
        }
    };
    let (name, begins) = match (claims.time("iat"), claims.time("nbf")) {
        (TimeClaim::At(iat), _) => ("iat", iat),
        (_, TimeClaim::At(nbf)) => ("nbf", nbf),
        (TimeClaim::Unknown(why), _) | (_, TimeClaim::Unknown(why)) => return JudgedLine::not_checked(kind, why),
        _ => {
            let reason = "It does not say when it begins: neither `iat` nor `nbf` is a time.";
            return JudgedLine::not_checked(kind, reason);
        }
    };
    if exp < begins {
        return JudgedLine::not_checked(kind, format!("`exp` lies before `{name}`, so it has no lifetime."));
    }
    let lasts = exp.abs_diff(begins);
    let words = format!("{} from `{name}` to `exp`", instants::duration(lasts));
    let line = match lasts.checked_sub(longest) {
        None | Some(0) => JudgedLine::met(kind).because(format!("{words}.")),
        Some(more) => {
            let refusal = Refusal::Because("it lives too long".to_owned());
            JudgedLine::not_met(kind, refusal, format!("{words}: {} too long.", instants::duration(more)))
        }
    };
    JudgedLine { said: Some(words), ..line }
}
