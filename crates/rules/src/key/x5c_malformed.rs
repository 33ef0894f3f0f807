//! Malformed certificates inside the token, and thumbprints that fit no certificate.

use crate::evidence::{LIMIT, of_problem};
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::material::certificate::{Thumbprint, ThumbprintMatch};

pub(crate) static X5C_NO_ARRAY: Record = Record {
    id: "x5c-no-array",
    severity: Severity::Error,
    title: "Certificates are not in an array",
    why: "`x5c` must be an array of strings, even for a single certificate. Libraries refuse the token.",
    advice: "Put the certificates into an array, that of the signing key first.",
    references: &["RFC 7515 section 4.1.6"],
    guide: Question::Keys,
};

pub(crate) static X5C_EMPTY: Record = Record {
    id: "x5c-empty",
    severity: Severity::Error,
    title: "Empty certificate list",
    why: "`x5c` must contain at least the certificate of the signing key. Libraries fail or find no key.",
    advice: "Write the certificate of the signing key into `x5c`, or leave it out.",
    references: &["RFC 7515 section 4.1.6"],
    guide: Question::Keys,
};

pub(crate) static X5C_LONG: Record = Record {
    id: "x5c-long",
    severity: Severity::Warning,
    title: "Very long certificate chain",
    why: "Real chains have a few certificates. A very long one costs a verifier time and memory before the signature is checked.",
    advice: "Send only the certificates up to the root, and limit the length of chains in the verifier.",
    references: &["RFC 7515 section 4.1.6"],
    guide: Question::Keys,
};

pub(crate) static X5C_ORDER: Record = Record {
    id: "x5c-order",
    severity: Severity::Error,
    title: "Certificates in the wrong order",
    why: "Each certificate must certify the one before it. A verifier that follows the order finds no chain, and one that takes the first certificate may use the wrong key.",
    advice: "Put the certificate of the signing key first, and then each issuer after the certificate that it issued.",
    references: &["RFC 7515 section 4.1.6"],
    guide: Question::Keys,
};

pub(crate) static X5C_NO_STRING: Record = Record {
    id: "x5c-no-string",
    severity: Severity::Error,
    title: "Certificate is not a string",
    why: "Every entry of `x5c` must be a string. Libraries cannot read this one.",
    advice: "Write each certificate as a base64 string of its DER bytes.",
    references: &["RFC 7515 section 4.1.6"],
    guide: Question::Keys,
};

pub(crate) static X5C_BROKEN: Record = Record {
    id: "x5c-broken",
    severity: Severity::Error,
    title: "Damaged certificate",
    why: "The bytes are not a complete X.509 certificate. Libraries cannot take the key from it.",
    advice: "Export the certificate again as DER, and encode all of its bytes with base64.",
    references: &["RFC 7515 section 4.1.6", "RFC 5280 section 4.1"],
    guide: Question::Keys,
};

pub(crate) static X5C_PEM: Record = Record {
    id: "x5c-pem",
    severity: Severity::Error,
    title: "Certificate in PEM",
    why: "`x5c` contains the base64 text only. Strict libraries refuse the `BEGIN` and `END` lines.",
    advice: "Remove the `BEGIN` and `END` lines and all line breaks.",
    references: &["RFC 7515 section 4.1.6", "RFC 7468 section 5.1"],
    guide: Question::Keys,
};

pub(crate) static X5C_WHITE_SPACE: Record = Record {
    id: "x5c-white-space",
    severity: Severity::Warning,
    title: "White space in a certificate",
    why: "The base64 text of a certificate must not contain line breaks or spaces. Strict libraries refuse it.",
    advice: "Write each certificate on one line. `base64 -w 0` and similar options do not wrap.",
    references: &["RFC 7515 section 4.1.6"],
    guide: Question::Keys,
};

pub(crate) static X5C_PADDING: Record = Record {
    id: "x5c-padding",
    severity: Severity::Warning,
    title: "Certificate in base64url or without padding",
    why: "Unlike other values in the header, certificates are in standard base64 with padding. Strict libraries refuse another form.",
    advice: "Encode the certificates with standard base64, including padding.",
    references: &["RFC 7515 section 4.1.6", "RFC 4648 section 4"],
    guide: Question::Keys,
};

pub(crate) static X5T_MISMATCH: Record = Record {
    id: "x5t-mismatch",
    severity: Severity::Error,
    title: "Thumbprint of another certificate",
    why: "The thumbprint does not belong to the first certificate in `x5c`. One verifier uses the certificate that the thumbprint names, another one uses the one in the token.",
    advice: "Compute the thumbprint from the DER bytes of the signing certificate.",
    references: &["RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5T_LENGTH: Record = Record {
    id: "x5t-length",
    severity: Severity::Error,
    title: "Thumbprint of the wrong length",
    why: "A SHA-1 thumbprint has 20 bytes and a SHA-256 one has 32. A thumbprint in another length or in hexadecimal digits matches no certificate.",
    advice: "Encode the raw bytes of the hash with base64url.",
    references: &["RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) static X5T_NOT_STRING: Record = Record {
    id: "x5t-not-string",
    severity: Severity::Error,
    title: "Thumbprint is not a string",
    why: "A thumbprint must be a base64url string. Libraries refuse the token or ignore the thumbprint.",
    advice: "Write the thumbprint as a string where the token is made.",
    references: &["RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Keys,
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
    check: Check::Once(check),
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
    let record = match thumbprint.comparison {
        ThumbprintMatch::Match | ThumbprintMatch::NothingToCompare => return None,
        ThumbprintMatch::Mismatch => &X5T_MISMATCH,
        ThumbprintMatch::Hexadecimal { .. } | ThumbprintMatch::WrongLength => &X5T_LENGTH,
        ThumbprintMatch::WrongType => &X5T_NOT_STRING,
    };
    let place = Place::inside(evaluation.token, part, thumbprint.span);
    Some(Evidence::new(record, thumbprint.message.as_str(), place))
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
