//! The JSON report, schema 1: an API with stable names.

use serde::Serialize;

use crate::decode::error::Fault;
use crate::decode::{Content, Note, Part, Repair, Span};
use crate::inspect::describe::DescribedMember;
use crate::inspect::profile::Profile;
use crate::inspect::rules::Finding;
use crate::inspect::{Inspected, Inspection, Verification};

/// Raised when a name changes its meaning or goes; new names come without.
const SCHEMA: u32 = 1;

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
        parts: token
            .parts
            .iter()
            .zip(&description.parts)
            .map(|(read, described)| part(read, &described.members))
            .collect(),
        validity: ReportedValidity {
            status: validity.status.id(),
            issued_at: validity.issued_at,
            not_before: validity.not_before,
            expires_at: validity.expires_at,
        },
        verification: match judgement.verification {
            Verification::NotVerified => "not-verified",
        },
        findings: judgement.findings.iter().map(finding).collect(),
        nested: [],
    }
}

fn part<'a>(part: &'a Part, members: &'a [DescribedMember]) -> ReportedPart<'a> {
    let is_json = part.content != Content::Binary;
    ReportedPart {
        role: part.role.id(),
        span: part.span,
        bytes: part.bytes.len(),
        text: is_json.then(|| part.text().into_owned()),
        error: part.error().map(fault),
        faults: part.faults.iter().map(fault).collect(),
        members: is_json.then(|| members.iter().map(member).collect()),
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
