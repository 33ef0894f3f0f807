//! A payload that is compressed, or said to be.

use decode::format::Format;
use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static JWE_ZIP: Record = Record {
    id: "jwe-zip",
    severity: Severity::Warning,
    title: "Compressed before encryption",
    why: "The length of the compressed text depends on what is in it. An attacker who can add text and see the length can guess secrets in the content.",
    advice: "Encrypt without `zip`, at least where the content contains text from others. Limit the inflated size where tokens are read.",
    references: &["RFC 7516 section 4.1.3", "RFC 8725 section 3.6"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static ZIP_IN_JWS: Record = Record {
    id: "zip-in-jws",
    severity: Severity::Warning,
    title: "Compressed payload in a signed token",
    why: "`zip` is defined for encrypted tokens only. Most verifiers of signed tokens ignore it and find compressed bytes instead of claims.",
    advice: "Sign the claims without compression. A reader that supports such tokens should limit the inflated size.",
    references: &["RFC 7516 section 4.1.3", "RFC 8725 section 3.6"],
    guide: Question::Exact,
};

pub(crate) static ZIP_UNKNOWN: Record = Record {
    id: "zip-unknown",
    severity: Severity::Error,
    title: "Unknown compression",
    why: "`DEF` is the only registered compression. A recipient that does not know this one cannot read the content.",
    advice: "Leave out `zip`, or write `DEF` and compress with raw DEFLATE.",
    references: &["RFC 7516 section 4.1.3"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Encoding, records: &[&JWE_ZIP, &ZIP_IN_JWS, &ZIP_UNKNOWN], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    headers::parameters(evaluation, "zip")
        .take(LIMIT)
        .filter_map(|(part, member)| {
            let (record, message) = match member.value.as_str() {
                Some("DEF") if evaluation.token.format.is_encrypted() => (
                    &JWE_ZIP,
                    "The content was compressed before it was encrypted, so its length can reveal something about it."
                        .to_owned(),
                ),
                // SMART Health Cards Framework: the payload is compressed so that it fits into a QR code.
                Some("DEF") if evaluation.description.profile.kind == TokenKind::SmartHealthCard => return None,
                Some("DEF") => {
                    (&ZIP_IN_JWS, "The payload is compressed, which is no standard for signed tokens.".to_owned())
                }
                Some(other) => {
                    let other = display::quoted(other, 40);
                    (&ZIP_UNKNOWN, format!("The compression {other} is not known: only `DEF` is."))
                }
                None => (&ZIP_UNKNOWN, format!("`zip` must be a string, but is {}.", member.value.type_name())),
            };
            Some(headers::evidence(record, evaluation, part, member, message))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, encode, findings, token_from, token_of};

    #[track_caller]
    fn fires(rest: &str, id: &str, place: &str, message: &str) {
        check(&RULE, &token_from(&format!(r#"{{"alg":"HS256",{rest}}}"#), "{}"), id, place, message);
    }

    #[test]
    fn fires_on_compression() {
        let message = "The payload is compressed, which is no standard for signed tokens.";
        fires(r#""zip":"DEF""#, "zip-in-jws", "/header/zip", message);
        let message = "The compression `GZ` is not known: only `DEF` is.";
        fires(r#""zip":"GZ""#, "zip-unknown", "/header/zip", message);
        let message = "`zip` must be a string, but is null.";
        fires(r#""zip":null"#, "zip-unknown", "/header/zip", message);
        let header = encode(r#"{"alg":"dir","enc":"A256GCM","zip":"DEF"}"#);
        let token = token_of(&format!("{header}..{}.AAAA.{}", encode([0; 12]), encode([0; 16])));
        let message =
            "The content was compressed before it was encrypted, so its length can reveal something about it.";
        check(&RULE, &token, "jwe-zip", "/header/zip", message);
    }

    #[test]
    fn is_quiet_without_the_parameter() {
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, r#"{"b64":false,"zip":"DEF"}"#));
    }

    #[test]
    fn knows_health_cards() {
        for (header, id, severity) in [
            (r#"{"alg":"ES256","zip":"DEF"}"#, "zip-in-jws", None),
            (r#"{"alg":"ES256","zip":"DEFLATE"}"#, "zip-unknown", Some(Severity::Error)),
            (r#"{"alg":"RS256","zip":"DEF"}"#, "zip-in-jws", Some(Severity::Warning)),
        ] {
            let found = findings(&token_from(header, "{}"));
            let found = found.iter().find(|finding| finding.id() == id).map(|finding| finding.severity);
            assert_eq!(found, severity, "{header}");
        }
    }
}
