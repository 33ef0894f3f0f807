//! A DPoP proof whose `htu` has a query or a fragment.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, kinds};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "dpop-proof-htu",
    severity: Severity::Error,
    title: "DPoP proof with query or fragment",
    why: "`htu` is the address of the request without query and fragment. A server that compares it strictly refuses the proof.",
    advice: "Cut the address before `?` and `#` when you make the proof.",
    references: &["RFC 9449 section 4.2", "RFC 9449 section 4.3"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// RFC 9449 section 4.2.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_proof = evaluation.description.profile.kind == TokenKind::DpopProof;
    let htu = claims::text(evaluation, "htu").filter(|htu| is_proof && htu.contains(['?', '#']));
    let evidence = htu.map(|htu| {
        let message = format!("`htu` must be without query and fragment, but is {}.", display::quoted(htu, 80));
        Evidence::new(&RECORD, message, claims::place(evaluation, "htu")).with_severity(kinds::gravest(evaluation))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_severity, token_from};

    #[test]
    fn is_an_error_in_a_typed_proof() {
        let proof = |typ: &str| {
            let header = format!(r#"{{"alg":"ES256","jwk":{{}},"typ":"{typ}"}}"#);
            token_from(&header, r#"{"htm":"GET","htu":"https://a.example/x?y","iat":1700000000}"#)
        };
        let message = "`htu` must be without query and fragment, but is `https://a.example/x?y`.";
        for (typ, severity) in [("dpop+jwt", Severity::Error), ("JWT", Severity::Warning)] {
            check(&RULE, &proof(typ), "dpop-proof-htu", "/payload/htu", message);
            check_severity(&proof(typ), "dpop-proof-htu", severity);
        }
    }
}
