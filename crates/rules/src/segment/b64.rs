//! A payload without base64url (`b64`, RFC 7797) where that is not allowed or not marked.

use decode::format::Format;
use decode::json::{JsonKind, Value};
use guide::Question;

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static B64_FALSE: Record = Record {
    id: "b64-false",
    severity: Severity::Error,
    title: "Unencoded payload in a JWT",
    why: "A JWT must not use `b64`. A verifier that does not know the parameter decodes the payload and gets other bytes than those that were signed.",
    advice: "Leave out `b64`, and encode the payload with base64url.",
    references: &["RFC 7797 section 7"],
    guide: Question::Exact,
};

pub(crate) static B64_NOT_CRITICAL: Record = Record {
    id: "b64-not-critical",
    severity: Severity::Warning,
    title: "Unencoded payload not marked as critical",
    why: "A token with an unencoded payload must list `b64` in `crit`. A verifier that does not know `b64` otherwise decodes the payload and misreads it.",
    advice: "Write `\"crit\":[\"b64\"]` into the protected header.",
    references: &["RFC 7797 section 6", "RFC 7515 section 4.1.11"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Encoding, records: &[&B64_FALSE, &B64_NOT_CRITICAL], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    headers::parameters(evaluation, "b64")
        .take(LIMIT)
        .filter(|(_, member)| matches!(member.value.kind, JsonKind::Bool(false)))
        .filter_map(|(part, member)| {
            let parameter = |name| evaluation.token.parameter_of(part.group.unwrap_or_default(), name);
            let is_listed = parameter("crit").is_some_and(|crit| match &crit.kind {
                JsonKind::Array(names) => names.iter().any(|name| name.as_str() == Some("b64")),
                _ => false,
            });
            let typ = parameter("typ").and_then(Value::as_str).unwrap_or_default();
            let (record, message) = if typ.to_ascii_lowercase().ends_with("jwt") {
                (&B64_FALSE, "`b64` is false, which a JWT must not say: the payload is not encoded in base64url.")
            } else if is_listed {
                return None;
            } else {
                let message =
                    "`b64` is false, but `crit` does not list it: readers that do not know it misread the payload.";
                (&B64_NOT_CRITICAL, message)
            };
            Some(headers::evidence(record, evaluation, part, member, message))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_from};

    #[track_caller]
    fn fires(rest: &str, id: &str, place: &str, message: &str) {
        check(&RULE, &token_from(&format!(r#"{{"alg":"HS256",{rest}}}"#), "{}"), id, place, message);
    }

    #[test]
    fn fires_on_unencoded_payloads_of_jwts() {
        let message = "`b64` is false, which a JWT must not say: the payload is not encoded in base64url.";
        fires(r#""typ":"JWT","b64":false,"crit":["b64"]"#, "b64-false", "/header/b64", message);
        let message = "`b64` is false, but `crit` does not list it: readers that do not know it misread the payload.";
        fires(r#""b64":false"#, "b64-not-critical", "/header/b64", message);
    }

    #[test]
    fn is_quiet_on_messages_in_their_own_form() {
        for header in [
            r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#,
            r#"{"alg":"HS256","typ":"JWT","b64":true}"#,
            r#"{"alg":"HS256"}"#,
        ] {
            check_quiet(&RULE, &token_from(header, r#"{"b64":false,"zip":"DEF"}"#));
        }
    }

    #[test]
    fn reads_what_crit_lists() {
        for (header, id, severity) in [
            (r#"{"alg":"HS256","b64":false,"crit":"b64"}"#, "b64-not-critical", Some(Severity::Warning)),
            (r#"{"alg":"HS256","b64":false,"crit":["x"]}"#, "b64-not-critical", Some(Severity::Warning)),
            (r#"{"alg":"HS256","b64":false,"typ":"at+JWT"}"#, "b64-false", Some(Severity::Error)),
        ] {
            let found = findings(&token_from(header, "{}"));
            let found = found.iter().find(|finding| finding.id() == id).map(|finding| finding.severity);
            assert_eq!(found, severity, "{header}");
        }
    }
}
