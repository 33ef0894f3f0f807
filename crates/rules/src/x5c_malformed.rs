//! Certificates inside the token that cannot be ones, or thumbprints that name none.

use super::disclosure_broken::of;
use super::evidence::LIMIT;
use super::{Evidence, Place, Rule, Severity, Evaluation};
use inspect::certificate::{Comparison, Thumbprint};

pub(super) const RULE: Rule = Rule {
    id: "x5c-malformed",
    title: "Broken certificate inside",
    severity: Severity::Error,
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    members: "x5c-*:EW x5t-mismatch:E x5t-length:E x5t-not-string:E",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    for enclosed in &evaluation.description.chains {
        let of_certificates = enclosed.chain.certificates.iter().flat_map(|certificate| &certificate.problems);
        let problems = enclosed.chain.problems.iter().chain(of_certificates);
        found.extend(problems.take(LIMIT).map(|problem| of(evaluation, enclosed.part, problem)));
        let thumbprints = enclosed.chain.thumbprints.iter();
        found.extend(thumbprints.filter_map(|thumbprint| of_thumbprint(evaluation, enclosed.part, thumbprint)));
    }
    found.truncate(LIMIT);
    found
}

fn of_thumbprint(evaluation: &Evaluation, part: usize, thumbprint: &Thumbprint) -> Option<Evidence> {
    let id = match thumbprint.comparison {
        Comparison::Match | Comparison::NothingToCompare => return None,
        Comparison::Mismatch => "x5t-mismatch",
        Comparison::Hexadecimal { .. } | Comparison::WrongLength => "x5t-length",
        Comparison::WrongType => "x5t-not-string",
    };
    let place = Place::inside(evaluation.token, part, thumbprint.span);
    let mut evidence = Evidence::new(thumbprint.message.as_str(), place);
    evidence.id = Some(id.to_owned());
    Some(evidence)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_from};

    #[track_caller]
    fn fires(parameter: &str, id: &str, place: &str, message: &str) {
        check("x5c-malformed", &token_from(&format!(r#"{{"alg":"RS256",{parameter}}}"#), "{}"), id, place, message);
    }

    #[test]
    fn fires_on_what_is_no_list() {
        let message = "`x5c` must be an array of strings, but is a string.";
        fires(r#""x5c":"MIIB""#, "x5c-no-array", "/header/x5c", message);
        let message = "`x5c` is empty: it must hold at least the certificate of the key.";
        fires(r#""x5c":[]"#, "x5c-empty", "/header/x5c", message);
    }

    #[test]
    fn fires_on_thumbprints_that_cannot_be() {
        let message = "`x5t` holds 3 bytes, but a SHA-1 thumbprint has 20 bytes.";
        fires(r#""x5t":"AAAA""#, "x5t-length", "/header/x5t", message);
        let message = "`x5t` must be a string, but is null.";
        fires(r#""x5t":null"#, "x5t-not-string", "/header/x5t", message);
        let message = "`x5t` holds hexadecimal digits where the bytes themselves should be in base64url. There is no certificate here to compare it with.";
        fires(&format!(r#""x5t":"{}""#, "a1".repeat(20)), "x5t-length", "/header/x5t", message);
    }

    #[test]
    fn is_quiet_on_thumbprints() {
        let header = r#"{"alg":"RS256","x5t":"AAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
        check_quiet("x5c-malformed", &token_from(header, r#"{"x5c":[],"x5t":"A"}"#));
    }

    #[test]
    fn fires_on_the_thumbprint_of_another_certificate() {
        let header = r#"{"alg":"RS256","x5c":["MIIB"],"x5t":"AAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
        let found = crate::testing::found_by("x5c-malformed", &token_from(header, "{}"));
        assert!(found.iter().any(|(id, place, _)| id == "x5t-mismatch" && place == "/header/x5t"), "{found:?}");
    }
}
