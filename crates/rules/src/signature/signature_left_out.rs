//! A token from a shared link whose sender left out the signature.

use crate::signature::signature_missing;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "signature-left-out",
    severity: Severity::Info,
    title: "Signature left out of the link",
    why: "The sender shared the token without its signature. It can still be read, but not verified, and servers \
        should reject it.",
    advice: "Ask the sender for the whole token only if the signature itself must be examined.",
    references: &["RFC 6750 section 5.3"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !evaluation.signature_left_out || signature_missing::missing(evaluation.token).is_none() {
        return Vec::new();
    }
    let message = "The sender left the signature out. Servers should reject it without its signature.";
    vec![Evidence::new(&RECORD, message, Place::role(Role::Signature))]
}

#[cfg(test)]
mod tests {
    use crate::testing::{findings_in, token_of};
    use inspect::Context;

    #[test]
    fn takes_the_place_of_the_missing_signature() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDAwMzUwMH0.");
        let context = Context { now: 1_700_000_000, signature_left_out: true, ..Context::default() };
        let findings = findings_in(&token, context);
        let is_shown = |id: &&str| *id != "lifetime-unknown";
        let ids: Vec<_> = findings.iter().map(|finding| finding.id()).filter(is_shown).collect();
        assert_eq!(ids, ["claims-missing", "signature-left-out"]);
    }
}
