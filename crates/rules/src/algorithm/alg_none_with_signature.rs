//! A signature in a token with the algorithm `none`.

use crate::evidence::LIMIT;
use crate::query::algorithms::{is_disguised_none, signatures};
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::display::counted;

pub(crate) static RECORD: Record = Record {
    id: "alg-none-with-signature",
    severity: Severity::Error,
    title: "Signature beside `none`",
    why: "With `none` the signature must be empty. The header of a signed token was probably changed to get past a verifier.",
    advice: "Refuse the token, and compare its header with the one that the issuer writes.",
    references: &["RFC 7518 section 3.6", "RFC 7519 section 6"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_one = |alg: &str| alg == "none" || is_disguised_none(alg);
    signatures(evaluation.token)
        .filter(|(part, alg)| !part.span.is_empty() && alg.is_some_and(is_one))
        .map(|(part, _)| {
            let bytes = counted(part.bytes.len(), "byte");
            let message = format!("`alg` says unsigned, but there is a signature of {bytes}.");
            Evidence::new(&RECORD, message, Place::role(part.role))
        })
        .take(LIMIT)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires_on_none_and_its_disguises() {
        let message = "`alg` says unsigned, but there is a signature of 3 bytes.";
        for header in ["eyJhbGciOiJub25lIn0", "eyJhbGciOiJuT25FIn0"] {
            let token = token_of(&format!("{header}.eyJzdWIiOiJ1MSJ9.AAEC"));
            check(&RULE, &token, "alg-none-with-signature", "/signature", message);
        }
        let unsigned = r#"{"header":{"alg":"none"},"signature":"AAEC"}"#;
        let text = [r#"{"payload":"e30","signatures":["#, unsigned, r#",{"header":{"alg":"x"},"signature":"AA"}]}"#];
        check(&RULE, &token_of(&text.concat()), "alg-none-with-signature", "/signature", message);
    }

    #[test]
    fn is_quiet_without_a_signature_and_on_signed_ones() {
        check_quiet(&RULE, &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_with("{}"));
        let unsigned = r#"{"header":{"alg":"none"},"signature":""}"#;
        let text =
            [r#"{"payload":"e30","signatures":["#, unsigned, r#",{"header":{"alg":"HS256"},"signature":"AA"}]}"#];
        check_quiet(&RULE, &token_of(&text.concat()));
    }
}
