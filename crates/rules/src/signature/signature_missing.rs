//! A token without a signature whose header names an algorithm.

use crate::query::algorithms::is_disguised_none;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::format::Format;
use decode::json::Value;
use decode::{Role, Token};
use guide::Question;
use inspect::display;

pub(crate) static RECORD: Record = Record {
    id: "signature-missing",
    severity: Severity::Error,
    title: "Signature missing",
    why: "The header names an algorithm, but the signature was removed or lost. Some libraries have accepted such tokens as verified.",
    advice: "Copy the token again from its source. A verifier must refuse it without a signature.",
    references: &["RFC 7515 section 5.2", "CVE-2020-28042"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.signature_left_out {
        return Vec::new();
    }
    let Some(alg) = missing(evaluation.token) else { return Vec::new() };
    let message = match alg {
        Some(alg) => format!("`alg` is {}, but there is no signature.", display::quoted(alg, 80)),
        None => "Has no signature.".to_owned(),
    };
    vec![Evidence::new(&RECORD, message, Place::role(Role::Signature))]
}

/// The algorithm of a missing signature, if a signature is missing.
pub(crate) fn missing(token: &Token) -> Option<Option<&str>> {
    let payload = token.payload()?;
    let signatures = token.parts.iter().filter(|part| part.role == Role::Signature && !part.span.is_empty()).count();
    let is_missing = match token.format {
        Format::JwsCompact => signatures == 0,
        // Each header needs a signature.
        Format::JwsJsonFlattened | Format::JwsJsonGeneral => signatures < token.group_count().max(1),
        _ => false,
    };
    let is_cut = token.is_cut || token.signature().is_none() && payload.is_cut();
    let alg = token.parameter("alg").and_then(Value::as_str);
    // `none` in any spelling has a finding of its own.
    let is_unsecured = alg.is_some_and(|alg| alg == "none" || is_disguised_none(alg));
    (is_missing && !is_cut && !is_unsecured).then_some(alg)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires_with_and_without_the_last_dot() {
        let unsigned = [encode(r#"{"alg":"RS256"}"#), encode(r#"{"sub":"u"}"#)].join(".");
        for end in ["", "."] {
            let token = token_of(&format!("{unsigned}{end}"));
            check(&RULE, &token, "signature-missing", "/signature", "`alg` is `RS256`, but there is no signature.");
        }
    }

    #[test]
    fn is_quiet_on_signed_unsecured_and_cut_ones() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_of(&format!("{}.{}.", encode(r#"{"alg":"none"}"#), encode(r#"{"sub":"u"}"#))));
        check_quiet(&RULE, &token_of(&format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(r#"{"sub":"u","na"#))));
    }

    #[test]
    fn counts_the_signatures_of_a_json_serialization() {
        let [rs256, claims] = [encode(r#"{"alg":"RS256"}"#), encode(r#"{"sub":"u"}"#)];
        let message = "`alg` is `RS256`, but there is no signature.";
        let unsigned = token_of(&format!(r#"{{"payload":"{claims}","protected":"{rs256}"}}"#));
        check(&RULE, &unsigned, "signature-missing", "/signature", message);
        let signature = format!(r#"{{"protected":"{rs256}","signature":"AAAA"}}"#);
        let one_of_two = format!(r#"{{"payload":"{claims}","signatures":[{{"protected":"{rs256}"}},{signature}]}}"#);
        check(&RULE, &token_of(&one_of_two), "signature-missing", "/signature", message);
        let both = format!(r#"{{"payload":"{claims}","signatures":[{signature},{signature}]}}"#);
        check_quiet(&RULE, &token_of(&both));
        check_quiet(&RULE, &token_of(&both[..both.len() - 30]));
        check_quiet(&RULE, &token_of(&signature));
        check_quiet(&RULE, &token_of(&format!("..{}", encode([7; 64]))));
    }
}
