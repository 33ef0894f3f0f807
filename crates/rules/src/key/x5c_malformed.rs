//! Certificates inside the token that cannot be ones, or thumbprints that name none.

use crate::evidence::{LIMIT, of_problem};
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::certificate::{Comparison, Thumbprint};

pub(crate) static X5C_NO_ARRAY: Record = Record {
    id: "x5c-no-array",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_EMPTY: Record = Record {
    id: "x5c-empty",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_LONG: Record = Record {
    id: "x5c-long",
    severity: Severity::Warning,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_ORDER: Record = Record {
    id: "x5c-order",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_NO_STRING: Record = Record {
    id: "x5c-no-string",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_BROKEN: Record = Record {
    id: "x5c-broken",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_PEM: Record = Record {
    id: "x5c-pem",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_WHITE_SPACE: Record = Record {
    id: "x5c-white-space",
    severity: Severity::Warning,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5C_PADDING: Record = Record {
    id: "x5c-padding",
    severity: Severity::Warning,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5T_MISMATCH: Record = Record {
    id: "x5t-mismatch",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5T_LENGTH: Record = Record {
    id: "x5t-length",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5T_NOT_STRING: Record = Record {
    id: "x5t-not-string",
    severity: Severity::Error,
    title: "Broken certificate inside",
    why: "A library that looks for the key by this certificate fails.",
    advice: "Write certificates as ordinary base64 of their bytes, thumbprints as base64url of the bytes of the hash.",
    references: &["RFC 7515 section 4.1.6", "RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &X5C_NO_ARRAY,
        &X5C_EMPTY,
        &X5C_LONG,
        &X5C_ORDER,
        &X5C_NO_STRING,
        &X5C_BROKEN,
        &X5C_PEM,
        &X5C_WHITE_SPACE,
        &X5C_PADDING,
        &X5T_MISMATCH,
        &X5T_LENGTH,
        &X5T_NOT_STRING,
    ],
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    for enclosed in &evaluation.description.chains {
        let of_certificates = enclosed.chain.certificates.iter().flat_map(|certificate| &certificate.problems);
        let problems = enclosed.chain.problems.iter().chain(of_certificates);
        found.extend(
            problems.filter_map(|problem| of_problem(RULE.records, evaluation, enclosed.part, problem)).take(LIMIT),
        );
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
    let mut evidence = Evidence::new(RULE.by_id("x5c-malformed"), thumbprint.message.as_str(), place);
    evidence.record = RULE.by_id(id);
    Some(evidence)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[track_caller]
    fn fires(parameter: &str, id: &str, place: &str, message: &str) {
        check(&RULE, &token_from(&format!(r#"{{"alg":"RS256",{parameter}}}"#), "{}"), id, place, message);
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
        check_quiet(&RULE, &token_from(header, r#"{"x5c":[],"x5t":"A"}"#));
    }

    #[test]
    fn fires_on_the_thumbprint_of_another_certificate() {
        let header = r#"{"alg":"RS256","x5c":["MIIB"],"x5t":"AAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
        let found = crate::testing::found_by(&RULE, &token_from(header, "{}"));
        assert!(found.iter().any(|(id, place, _)| id == "x5t-mismatch" && place == "/header/x5t"), "{found:?}");
    }
}
