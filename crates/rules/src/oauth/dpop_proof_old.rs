//! A DPoP proof that was made too long ago to be accepted.

use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, times};
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Record, Rule, Severity};

/// In seconds. Servers accept a proof for no longer than this. RFC 9449 sections 4.3 and 11.1.
const LONGEST_AGE: i64 = 300;

pub(crate) static RECORD: Record = Record {
    id: "dpop-proof-old",
    severity: Severity::Notice,
    title: "Old DPoP proof",
    why: "Servers accept a proof for a short time after `iat`, so that a stolen one cannot be used again. This one is most likely refused.",
    advice: "Make a new proof for every request. If a new one is refused too, compare the clocks, or use the nonce that the server sends.",
    references: &["RFC 9449 section 4.3", "RFC 9449 section 11.1"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let now = evaluation.now;
    let is_proof = evaluation.description.profile.kind == TokenKind::DpopProof;
    let issued = times::sensible(evaluation, "iat").map(|(_, _, iat)| iat);
    let evidence = issued.filter(|iat| is_proof && now.saturating_sub(*iat) > LONGEST_AGE).map(|iat| {
        let age = times::between(iat, now);
        let message = format!("Made {age} ago, but servers accept such a proof for a few minutes at most.");
        Evidence::new(&RECORD, message, claims::place(evaluation, "iat"))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_after_five_minutes() {
        let proof = |iat: &str| {
            let claims = format!(r#"{{"htm":"GET","htu":"https://a.example/x","iat":{iat}}}"#);
            token_from(r#"{"alg":"ES256","jwk":{},"typ":"dpop+jwt"}"#, &claims)
        };
        let message = "Made 5 minutes 1 second ago, but servers accept such a proof for a few minutes at most.";
        check(&RULE, &proof("1699999699"), "dpop-proof-old", "/payload/iat", message);
        check_quiet(&RULE, &proof("1699999700"));
    }
}
