//! The JSON report, schema 1: an API with stable names.

use serde::Serialize;

use crate::decode::error::Fault;
use crate::decode::{Content, Note, Part, Repair, Role, Span};
use crate::inspect::describe::{DescribedMember, DescribedPart};
use crate::inspect::numeric_date;
use crate::inspect::profile::Profile;
use crate::inspect::rules::Finding;
use crate::inspect::{Inspected, Inspection, Verification};

/// Raised when a name changes its meaning or goes; new names come without.
const SCHEMA: u32 = 1;

/// A part full of bytes that are not UTF-8 has a fault for each: the first ones say it.
const FAULTS_TOLD: usize = 100;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    schema: u32,
    /// Seconds since 1970-01-01T00:00:00Z.
    evaluated_at: i64,
    tokens: Vec<ReportedToken<'a>>,
    notes: Vec<ReportedNote<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportedToken<'a> {
    label: &'a str,
    /// Bytes of the pasted text.
    span: Span,
    repairs: Vec<ReportedNote<'a>>,
    text: &'a str,
    format: &'static str,
    profile: ReportedProfile<'a>,
    summary: String,
    parts: Vec<ReportedPart<'a>>,
    validity: ReportedValidity,
    verification: &'static str,
    findings: Vec<ReportedFinding<'a>>,
    nested: [(); 0],
}

#[derive(Serialize)]
struct ReportedProfile<'a> {
    id: &'static str,
    name: &'static str,
    because: &'a [String],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportedPart<'a> {
    role: &'static str,
    /// Bytes of the token's `text`.
    span: Span,
    /// How many bytes the part decodes to.
    bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    error: Option<ReportedFault>,
    faults: Vec<ReportedFault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<Vec<ReportedMember<'a>>>,
}

#[derive(Serialize)]
struct ReportedFault {
    id: &'static str,
    message: String,
    /// Bytes of the token's `text` for faults of the encoding, of the decoded part for others.
    span: Span,
}

#[derive(Serialize)]
struct ReportedMember<'a> {
    name: &'a str,
    raw: &'a str,
    /// From the name to the end of the value, in bytes of the decoded part.
    span: Span,
    title: &'static str,
    meaning: &'static str,
    shown: Option<&'a str>,
    reference: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportedValidity {
    status: &'static str,
    /// Seconds since 1970-01-01T00:00:00Z, like the two below.
    issued_at: Option<i64>,
    not_before: Option<i64>,
    expires_at: Option<i64>,
}

#[derive(Serialize)]
struct ReportedFinding<'a> {
    id: &'a str,
    severity: &'static str,
    /// A JSON Pointer: the part, then the member.
    path: String,
    message: &'a str,
    why: &'static str,
    advice: &'static str,
    references: &'static [&'static str],
}

#[derive(Serialize)]
struct ReportedNote<'a> {
    id: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
}

/// The report on an inspection, pretty-printed.
pub fn json(inspection: &Inspection) -> String {
    let report = Report {
        schema: SCHEMA,
        evaluated_at: inspection.evaluated_at,
        tokens: inspection.tokens.iter().map(token).collect(),
        notes: inspection.notes.iter().map(note).collect(),
    };
    // Nothing in a report can fail to be written: its keys are text and it holds no floating-point number.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn token(inspected: &Inspected) -> ReportedToken<'_> {
    let Inspected { token, description, judgement } = inspected;
    let Profile { id, name, because } = &description.profile;
    let validity = &judgement.validity;
    ReportedToken {
        label: &token.label,
        span: token.span,
        repairs: token.repairs.iter().map(repair).collect(),
        text: &token.text,
        format: token.format.id(),
        profile: ReportedProfile { id, name, because },
        summary: judgement.summary.iter().map(|phrase| phrase.text.as_str()).collect(),
        parts: token.parts.iter().zip(&description.parts).map(|(read, described)| part(read, described)).collect(),
        validity: ReportedValidity {
            status: validity.status.id(),
            issued_at: validity.issued_at.filter(is_as_written),
            not_before: validity.not_before.filter(is_as_written),
            expires_at: validity.expires_at.filter(is_as_written),
        },
        verification: match judgement.verification {
            Verification::NotVerified => "not-verified",
        },
        findings: judgement.findings.iter().map(finding).collect(),
        nested: [],
    }
}

/// A number like 1e400 is judged by where it lies, but has no seconds to report.
fn is_as_written(seconds: &i64) -> bool {
    seconds.abs() < numeric_date::MAXIMUM_SECONDS
}

fn part<'a>(part: &'a Part, described: &'a DescribedPart) -> ReportedPart<'a> {
    let is_json = part.content != Content::Binary;
    // A key binding JWT is a whole token, whose dots are no fault; a message that was never meant as JSON is none either.
    let is_to_be_told = |fault: &&Fault| {
        part.role != Role::KeyBinding
            && (fault.kind.is_of_encoding()
                || fault.kind.is_soft()
                || described.error.is_some()
                || part.error().is_none())
    };
    ReportedPart {
        role: part.role.id(),
        span: part.span,
        bytes: part.bytes.len(),
        text: (is_json
            && !(described.error.is_none() && part.error().is_some() && std::str::from_utf8(&part.bytes).is_err()))
        .then(|| part.text().into_owned()),
        error: described.error.as_ref().map(fault),
        faults: part.faults.iter().filter(is_to_be_told).take(FAULTS_TOLD).map(fault).collect(),
        members: is_json.then(|| described.members.iter().map(member).collect()),
    }
}

fn fault(fault: &Fault) -> ReportedFault {
    ReportedFault { id: fault.kind.id(), message: fault.to_string(), span: fault.span }
}

fn member(member: &DescribedMember) -> ReportedMember<'_> {
    ReportedMember {
        name: &member.name,
        raw: &member.raw,
        span: member.span,
        title: member.title,
        meaning: member.meaning,
        shown: member.shown.as_deref(),
        reference: member.reference,
    }
}

fn finding(finding: &Finding) -> ReportedFinding<'_> {
    ReportedFinding {
        id: &finding.id,
        severity: finding.severity.id(),
        path: finding.place.pointer(),
        message: &finding.message,
        why: finding.rule.why,
        advice: finding.rule.advice,
        references: finding.rule.references,
    }
}

fn repair(repair: &Repair) -> ReportedNote<'_> {
    ReportedNote { id: repair.id, message: &repair.message, span: Some(repair.span) }
}

fn note(note: &Note) -> ReportedNote<'_> {
    ReportedNote { id: note.id, message: &note.message, span: None }
}

#[cfg(test)]
mod tests {
    use crate::inspect::inspect;
    use crate::inspect::testing::{encode, token_from, token_with};

    use super::*;

    fn report(text: &str) -> serde_json::Value {
        serde_json::from_str(&json(&inspect(text, 1_700_000_000))).expect("JSON")
    }

    #[test]
    fn has_the_names_of_schema_1() {
        let report = report(&token_with(r#"{"sub":"u1","exp":1e400}"#).text);
        let names = |value: &serde_json::Value| {
            value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ")
        };
        let token = &report["tokens"][0];
        assert_eq!(names(&report), "evaluatedAt notes schema tokens");
        assert_eq!(
            names(token),
            "findings format label nested parts profile repairs span summary text validity verification"
        );
        assert_eq!(names(&token["parts"][1]), "bytes error faults members role span text");
        assert_eq!(names(&token["parts"][1]["members"][0]), "meaning name raw reference shown span title");
        assert_eq!(names(&token["parts"][2]), "bytes error faults role span");
        assert_eq!(names(&token["findings"][0]), "advice id message path references severity why");
        assert_eq!(names(&token["validity"]), "expiresAt issuedAt notBefore status");
        assert_eq!((&report["schema"], &report["evaluatedAt"]), (&1.into(), &1_700_000_000.into()));
        assert_eq!(token["parts"][1]["members"][1]["raw"], "1e400");
        assert_eq!(token["parts"][1]["members"][1]["span"], serde_json::json!([12, 23]));
        assert!(token["validity"]["expiresAt"].is_null(), "no number stands in for 1e400");
    }

    #[test]
    fn a_message_that_is_no_json_is_no_error() {
        let report = report(&token_from(r#"{"alg":"HS256"}"#, "It's a dangerous business").text);
        let payload = &report["tokens"][0]["parts"][1];
        assert_eq!(
            (&payload["error"], &payload["text"]),
            (&serde_json::Value::Null, &"It's a dangerous business".into())
        );
    }

    #[test]
    fn stays_small_however_broken_a_part_is() {
        let [header, signature] = [encode(r#"{"alg":"HS256"}"#), encode("signature")];
        // {"a":"…"} with bytes that are not UTF-8.
        let text = [&header, ".eyJhIjoi", &"____".repeat(10_000), "In0.", &signature].concat();
        let report = json(&inspect(&text, 0));
        assert!(report.len() < 10 * text.len(), "{} bytes for {}", report.len(), text.len());
    }
}
