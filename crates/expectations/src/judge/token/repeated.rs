//! Names that stand in the header or in the payload several times: RFC 7515 section 4, RFC 7519 section 4.

use std::collections::HashSet;

use decode::{Part, Token};
use inspect::display::{first_listed, quoted};

use super::doubted;
use crate::ExpectationKind;
use crate::judge::held_claims::NAME;
use crate::judge::judged_line::JudgedLine;

/// The most names in a sentence.
const NAMES: usize = 4;

/// Those of which no other line says it.
pub(in crate::judge) fn judged(token: &Token, lines: &[JudgedLine]) -> Vec<JudgedLine> {
    let is_told = |name: &str| lines.iter().filter(|line| line.repeats).any(|line| claim(&line.kind) == Some(name));
    let of_part = |part: &Part, section: &str, is_told: &dyn Fn(&str) -> bool| {
        let mut names: Vec<&str> = repeated(part);
        names.retain(|name| !is_told(name));
        let shown = first_listed(names.iter().map(|name| quoted(name, NAME)), NAMES, " and ");
        let verb = if names.len() == 1 { "stands" } else { "stand" };
        let clause = format!("{shown} {verb} in its {} several times", part.role.name());
        let sentence = format!(
            "In its {}, {shown} {verb} several times: a service may refuse that, or take the last one ({section}).",
            part.role.name()
        );
        (!names.is_empty()).then(|| doubted(clause, sentence))
    };
    let header = token.header().and_then(|header| of_part(header, "RFC 7515 section 4", &|_| false));
    let payload = token.payload().and_then(|payload| of_part(payload, "RFC 7519 section 4", &is_told));
    header.into_iter().chain(payload).collect()
}

/// Each once, in the order in which they come again.
fn repeated(part: &Part) -> Vec<&str> {
    let (mut seen, mut again) = (HashSet::new(), HashSet::new());
    let names = part.members().iter().map(|member| member.name.text.as_str());
    names.filter(|name| !seen.insert(*name) && again.insert(*name)).collect()
}

/// The claim that a line is about.
fn claim(kind: &ExpectationKind) -> Option<&str> {
    match kind {
        ExpectationKind::Issuer => Some("iss"),
        ExpectationKind::Audience => Some("aud"),
        ExpectationKind::Time => Some("exp"),
        _ => kind.claim(),
    }
}
