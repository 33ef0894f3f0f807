//! The report as Markdown, for a ticket: what it says, what stands out, and never a signature.
//!
//! What comes from a token stands in code spans alone. Ticket systems turn much into links and mentions, but nothing
//! in there; and a table ends at no character of it (GitHub Flavored Markdown section 4.10, CommonMark section 6.1).

use crate::{copy, shape};
use decode::format::is_json_serialization;
use decode::json::Value;
use decode::{Part, Role};
use inspect::describe::{DescribedMember, DescribedPart};
use inspect::display::{self, counted};
use inspect::time::{instants, numeric_date};
use inspect::validity::Status;
use inspection::Inspected;
use rules::Finding;

/// So many members of a part, and so many findings, are listed.
const LISTED: usize = 100;
/// So many characters of a value.
const LONGEST_VALUE: usize = 200;
const LONGEST_NAME: usize = 80;

/// What stands in the place of a name or value that holds a token.
const HOLDS_TOKEN: &str = "(holds another token)";

/// `redacted` is the same token with claims masked, where there are such: then nothing else is told of those.
pub fn markdown(whole: &Inspected, redacted: Option<&Inspected>, now: i64) -> String {
    markdown_with(whole, redacted, now, None)
}

/// As [`markdown`], with a sentence on what a check of the signature, or decrypting, came to.
pub fn markdown_with(whole: &Inspected, redacted: Option<&Inspected>, now: i64, check: Option<&str>) -> String {
    let told = redacted.unwrap_or(whole);
    let not_verified = if check.is_none() { ", not verified" } else { "" };
    let mut report = format!("## {}: decoded{not_verified}\n\n", told.description.profile.kind.name());
    for phrase in &told.judgement.summary {
        report += &message(without_token(&phrase.text));
    }
    report += "\n\n";
    let checked = check.map(|sentence| format!("**Check**: {}", message(sentence)));
    let facts = [time(told, now), signature(whole, told, check.is_some()), checked, redaction(redacted.is_some())];
    for fact in facts.into_iter().flatten() {
        report = format!("{report}- {fact}\n");
    }
    for (part, described) in told.token.parts.iter().zip(&told.description.parts) {
        if part.role.is_header() || part.role == Role::Payload {
            report += &table(told, part, described);
        }
    }
    if let Some(sd_jwt) = told.description.sd_jwt.as_ref().filter(|_| told.token.nested.is_empty()) {
        // Claims that are cut are no JSON.
        let processed = copy::json_without_signatures(&sd_jwt.processed)
            .unwrap_or_else(|| without_token(&sd_jwt.processed).to_owned());
        report = format!("{report}\n### Claims put together\n\n{}", block(&processed));
    }
    report += &findings(whole, told);
    let verified = if check.is_some() { "Nothing else was verified." } else { "Nothing here was verified." };
    report += &format!("\nBy JWT Inspector {}. {verified}\n", env!("CARGO_PKG_VERSION"));
    report
}

fn time(told: &Inspected, now: i64) -> Option<String> {
    let validity = told.judgement.validity;
    let at =
        |instant: Option<i64>| instant.map(|at| format!("{} ({})", instants::utc(at), instants::relative(at, now)));
    let what = match validity.status {
        Status::Active if !is_in_range(validity.expires_at) => "not expired; `exp` is out of range".to_owned(),
        Status::Expired if !is_in_range(validity.expires_at) => "expired; `exp` is out of range".to_owned(),
        Status::NotYetValid if !is_in_range(validity.not_before) => {
            "not to be used yet; `nbf` is out of range".to_owned()
        }
        Status::Active => format!("not expired; expires {}", at(validity.expires_at)?),
        Status::Expired if validity.expiry_meant().is_some() => {
            "expired as written; its exp is a duration, not an instant".to_owned()
        }
        Status::Expired => format!("expired {}", at(validity.expires_at)?),
        Status::NotYetValid => format!("not to be used before {}", at(validity.not_before)?),
        Status::NoExpiry => "no expiry time".to_owned(),
        Status::Unknown => "not known".to_owned(),
    };
    Some(format!("**Time**, as of {}: {what}", instants::utc(now)))
}

fn is_in_range(instant: Option<i64>) -> bool {
    instant.is_none_or(numeric_date::is_in_range)
}

fn signature(whole: &Inspected, told: &Inspected, is_checked: bool) -> Option<String> {
    let algorithm = told
        .token
        .parameter("alg")
        .and_then(Value::as_str)
        .map_or("no algorithm named".to_owned(), |alg| code(alg, LONGEST_NAME, false));
    if whole.token.format.is_encrypted() {
        let not_decrypted = if is_checked { "" } else { ", not decrypted" };
        return Some(format!("**Encryption**: {algorithm}{not_decrypted}"));
    }
    let length = whole.token.signature().map_or(0, |signature| signature.bytes.len());
    let left_out = if is_checked { "not part of this report" } else { "not verified, and not part of this report" };
    Some(format!("**Signature**: {algorithm}, {}, {left_out}", counted(length, "byte")))
}

fn redaction(is_redacted: bool) -> Option<String> {
    is_redacted.then(|| "**Redacted**: some claims were masked by whoever made this report".to_owned())
}

fn table(told: &Inspected, part: &Part, described: &DescribedPart) -> String {
    if described.members.is_empty() {
        return String::new();
    }
    let title = if part.role == Role::Payload { "Claims" } else { "Header" };
    if part.value().is_some_and(is_json_serialization) {
        return format!("\n### {title}\n\n{HOLDS_TOKEN}\n");
    }
    let mut table = format!("\n### {title}\n\n| Name | Value | Means |\n|---|---|---|\n");
    for (member, read) in described.members.iter().zip(part.members()).take(LISTED) {
        let value = match shape::is_possible_signature(read, part.members()) {
            true => HOLDS_TOKEN.to_owned(),
            false => value(told, part, member),
        };
        table += &format!("| {} | {value} | {} |\n", name(member), meaning(member));
    }
    let more = described.members.len().saturating_sub(LISTED);
    if more > 0 {
        table = format!("{table}\nand {more} more\n");
    }
    table
}

fn value(told: &Inspected, part: &Part, member: &DescribedMember) -> String {
    let mut path = format!("/{}", part.role.id());
    decode::json::descend(&mut path, member.name.chars());
    // A token inside has a signature of its own, whatever text is around it.
    let is_within =
        |nested: &str| nested.strip_prefix(&*path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if told.token.nested.iter().any(|nested| is_within(&nested.path)) || copy::may_hold_token(&member.raw) {
        return HOLDS_TOKEN.to_owned();
    }
    code(&member.raw, LONGEST_VALUE, true)
}

fn name(member: &DescribedMember) -> String {
    match copy::may_hold_token(&member.name) {
        true => HOLDS_TOKEN.to_owned(),
        false => code(&member.name, LONGEST_NAME, true),
    }
}

/// A text that the report quotes, unless there is a token in it.
fn without_token(text: &str) -> &str {
    if copy::may_hold_token(text) { HOLDS_TOKEN } else { text }
}

fn meaning(member: &DescribedMember) -> String {
    match (&member.shown, member.instant) {
        (Some(shown), Some(_)) => format!("{}, {shown}", member.title),
        _ if member.title.is_empty() => "not registered".to_owned(),
        _ => member.title.to_owned(),
    }
}

fn findings(whole: &Inspected, told: &Inspected) -> String {
    let is_of_signature = |finding: &&Finding| finding.place.role == Some(Role::Signature);
    let others = told.judgement.findings.iter().filter(|finding| !is_of_signature(finding));
    let all: Vec<&Finding> = whole.judgement.findings.iter().filter(is_of_signature).chain(others).collect();
    let mut list = "\n### Findings\n\n".to_owned();
    if all.is_empty() {
        return list + "Nothing stands out. That says nothing about who wrote the token.\n";
    }
    for severity in ["error", "warning", "notice", "info"] {
        for finding in all.iter().filter(|finding| finding.severity.id() == severity).take(LISTED) {
            // What is said of a signature may quote it, and what is said of a claim a token in it.
            let said = if is_of_signature(finding) || copy::may_hold_token(&finding.message) {
                format!("{}.", finding.record.title)
            } else {
                finding.message.clone()
            };
            let advice = message(finding.record.advice);
            list = format!(
                "{list}- **{}** {}: {} {advice}\n",
                finding.severity.name(),
                code(finding.id(), LONGEST_NAME, false),
                message(&said)
            );
        }
    }
    list
}

/// A sentence whose code stands in backquotes.
fn message(sentence: &str) -> String {
    let mut said = String::new();
    for (position, piece) in sentence.split('`').enumerate() {
        said += &if position % 2 == 1 && !piece.is_empty() { code(piece, LONGEST_VALUE, false) } else { inline(piece) };
    }
    said
}

/// Words as they are where they could not become anything else; the others each in a code span.
fn inline(text: &str) -> String {
    text.split(' ')
        .map(|word| if is_plain(word) { word.to_owned() } else { code(word, LONGEST_VALUE, false) })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a word is only a word: no address, mention, reference, number of a commit, or markup.
fn is_plain(word: &str) -> bool {
    let inner =
        word.trim_end_matches(['.', ',', ':', ';', ')', '"', '\'', '?', '!']).trim_start_matches(['(', '"', '\'']);
    let is_hash = inner.len() >= 7 && inner.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_number = inner.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','));
    // `PROJ-123` is a ticket.
    let is_ticket = inner.split('-').skip(1).any(|piece| piece.starts_with(|first: char| first.is_ascii_digit()));
    let is_letter =
        |letter: char| letter.is_ascii_alphanumeric() || letter > '\u{9F}' || matches!(letter, '\'' | '-' | ',');
    !is_hash
        && !is_ticket
        && (is_number || inner.chars().all(is_letter))
        && !inner.starts_with('-')
        // A lone mark may begin a list or a heading.
        && (word.is_empty() || !inner.is_empty() || matches!(word, "." | "," | ":" | "(" | ")."))
}

/// A code span that ends where it should.
fn code(text: &str, longest: usize, is_in_table: bool) -> String {
    let mut shown = display::capped(text, longest);
    if is_in_table {
        // An escaped backslash would end before the bar.
        shown = shown.replace("\\|", "⟨U+005C⟩|").replace("|", "\\|");
    }
    let longest_run = shown.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run + 1);
    let is_at_edge = |letter: Option<char>| letter.is_none_or(|letter| matches!(letter, '`' | ' '));
    let space = if is_at_edge(shown.chars().next()) || is_at_edge(shown.chars().next_back()) { " " } else { "" };
    [&fence, space, &shown, space, &fence].concat()
}

/// Lines of text that nothing in them can end.
fn block(text: &str) -> String {
    let shown = display::visible_text(text);
    let longest_run = shown.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run.max(2) + 1);
    format!("{fence}json\n{shown}\n{fence}\n")
}

#[cfg(test)]
mod tests;
