//! A payload that is written or compressed in another way than that of a JWT.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::format::Format;
use decode::json::{Kind, Value};
use guide::Question;
use inspect::display;

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
    Rule { records: &[&B64_FALSE, &B64_NOT_CRITICAL, &JWE_ZIP, &ZIP_IN_JWS, &ZIP_UNKNOWN], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (part, member) in headers::parameters(evaluation, "b64").take(LIMIT) {
        if !matches!(member.value.kind, Kind::Bool(false)) {
            continue;
        }
        let group = part.group.unwrap_or_default();
        let parameter = |name| evaluation.token.parameter_of(group, name);
        let is_listed = parameter("crit").is_some_and(|crit| match &crit.kind {
            Kind::Array(names) => names.iter().any(|name| name.as_str() == Some("b64")),
            _ => false,
        });
        let typ = parameter("typ").and_then(Value::as_str).unwrap_or_default();
        if typ.to_ascii_lowercase().ends_with("jwt") {
            let message = ["`b64` is false, which no JWT may say: the payload stands there without base64url."];
            let mut evidence = headers::evidence(RULE.by_id("b64-false"), evaluation, part, member, message.concat());
            evidence.severity = Severity::Error;
            found.push(evidence);
        } else if !is_listed {
            let message =
                ["`b64` is false, but `crit` does not list it: readers that do not know it misread the payload."];
            found.push(headers::evidence(RULE.by_id("b64-not-critical"), evaluation, part, member, message.concat()));
        }
    }
    for (part, member) in headers::parameters(evaluation, "zip").take(LIMIT) {
        let mut say = |id: &str, severity, message: &[&str]| {
            let mut evidence = headers::evidence(RULE.by_id(id), evaluation, part, member, message.concat());
            evidence.severity = severity;
            found.push(evidence);
        };
        match member.value.as_str() {
            Some("DEF") if evaluation.token.format.is_encrypted() => {
                say(
                    "jwe-zip",
                    Severity::Warning,
                    &["Compressed before it was encrypted: its length can tell of its content."],
                );
            }
            // SMART Health Cards Framework: their payload is compressed, so that it fits into a picture.
            Some("DEF") if evaluation.description.profile.id == "smart-health-card" => {}
            Some("DEF") => {
                let message = ["The payload is compressed, which is no standard for signed tokens."];
                say("zip-in-jws", Severity::Warning, &message);
            }
            Some(other) => {
                let message = ["The compression `", &display::capped(other, 40), "` is not known: only `DEF` is."];
                say("zip-unknown", Severity::Error, &message);
            }
            None => {
                say(
                    "zip-unknown",
                    Severity::Error,
                    &["`zip` must be a string, but is ", member.value.type_name(), "."],
                );
            }
        }
    }
    found.truncate(LIMIT);
    found
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[track_caller]
    fn fires(rest: &str, id: &str, place: &str, message: &str) {
        check(&RULE, &token_from(&format!(r#"{{"alg":"HS256",{rest}}}"#), "{}"), id, place, message);
    }

    #[test]
    fn fires_on_unencoded_payloads_of_jwts() {
        let message = "`b64` is false, which no JWT may say: the payload stands there without base64url.";
        fires(r#""typ":"JWT","b64":false,"crit":["b64"]"#, "b64-false", "/header/b64", message);
        let message = "`b64` is false, but `crit` does not list it: readers that do not know it misread the payload.";
        fires(r#""b64":false"#, "b64-not-critical", "/header/b64", message);
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
        let token = token_of(&[&header, "..", &encode([0; 12]), ".AAAA.", &encode([0; 16])].concat());
        let message = "Compressed before it was encrypted: its length can tell of its content.";
        check(&RULE, &token, "jwe-zip", "/header/zip", message);
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
    fn knows_what_crit_and_health_cards_say() {
        use super::Severity;
        for (header, id, severity) in [
            (r#"{"alg":"HS256","b64":false,"crit":"b64"}"#, "b64-not-critical", Some(Severity::Warning)),
            (r#"{"alg":"HS256","b64":false,"crit":["x"]}"#, "b64-not-critical", Some(Severity::Warning)),
            (r#"{"alg":"HS256","b64":false,"typ":"at+JWT"}"#, "b64-false", Some(Severity::Error)),
            (r#"{"alg":"ES256","zip":"DEF"}"#, "zip-in-jws", None),
            (r#"{"alg":"ES256","zip":"DEFLATE"}"#, "zip-unknown", Some(Severity::Error)),
            (r#"{"alg":"RS256","zip":"DEF"}"#, "zip-in-jws", Some(Severity::Warning)),
        ] {
            let found = crate::testing::findings(&token_from(header, "{}"));
            let found = found.iter().find(|finding| finding.id() == id).map(|finding| finding.severity);
            assert_eq!(found, severity, "{header}");
        }
    }
}
