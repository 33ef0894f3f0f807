//! The order in which a text is looked at: what has a form of its own first, a secret last.

use decode::Span;
use decode::format::Format;
use decode::json::Value;

use super::collector::FoundKeys;
use super::json_keys::is_named_like_secret;
use super::source::{KeyText, percent_decoded};
use super::{KeyRing, LONGEST, bare, json_keys, pem};
use crate::named_value::{name_of, unquoted};
use crate::steps::Work;

/// How many texts may stand inside each other: JSON in base64 in JSON.
const DEPTH: usize = 4;

/// A line costs as much as so many bytes, beside its own.
const LINE: usize = 16;

pub(super) async fn read(whole: &str) -> KeyRing {
    let text = whole.get(..whole.floor_char_boundary(LONGEST)).unwrap_or_default();
    let mut found = FoundKeys::new(text);
    let source = KeyText::whole(text);
    if text.len() < whole.len() {
        found.remark(
            "key-text-cut",
            "The text of the key is longer than 1 MB: only the first 1 MB was read. Paste fewer keys at once.",
        );
    }
    if !text.trim().is_empty() && !structured(&mut found, source, 0).await {
        unstructured(&mut found, source).await;
    } else {
        named_secrets(&mut found, source).await;
    }
    found.finish()
}

/// Whether a string in JSON is worth a look.
pub(super) fn may_hold_keys(text: &str) -> bool {
    text.contains("BEGIN") || text.contains("kty") || text.contains("AAAA") || text.len() >= 56
}

/// Reads what has a form of its own. Whether there was anything.
pub(super) fn structured<'a>(found: &'a mut FoundKeys, source: KeyText<'a>, depth: usize) -> Work<'a, bool> {
    Box::pin(structured_at(found, source, depth))
}

async fn structured_at(found: &mut FoundKeys<'_>, source: KeyText<'_>, depth: usize) -> bool {
    if depth > DEPTH || found.is_full() {
        return false;
    }
    let before = found.found();
    let trimmed = source.trimmed();
    if let Some(key) = linked_key(trimmed.text) {
        let whole = Span::new(0, trimmed.text.len());
        return structured(found, trimmed.respelled(whole, &key), depth + 1).await;
    }
    // Values that hold nothing are text like any other: a PEM may stand in them.
    let mut at = 0;
    for (value, span) in json_keys::values(source.text) {
        let before = found.found();
        json_keys::read(found, KeyText::part(source, Span::new(span.start, source.text.len())), &value, depth).await;
        found.rest_after(span.len()).await;
        if found.found() > before {
            pem::read(found, source.part(Span::new(at, span.start))).await;
            if value.is_cut {
                found
                    .remark("json-cut", "The JSON ends too early or has an error: what stands behind it was not read.");
            }
            at = span.end;
        }
    }
    pem::read(found, source.part(Span::new(at, source.text.len()))).await;
    found.rest_after(source.text.len()).await;
    if found.found() > before {
        return true;
    }
    // JSON in a string of another language or of JSON: `"{\"kty\":…}"`.
    if source.text.contains("\\\"kty") || source.text.contains("\\\"keys") {
        let unescaped = source.text.replace("\\\\", "\u{0}").replace("\\\"", "\"").replace('\u{0}', "\\");
        let whole = Span::new(0, source.text.len());
        return structured(found, source.respelled(whole, &unescaped), depth + 1).await;
    }
    bare::read(found, trimmed, depth).await || each_value(found, source, depth).await
}

/// `NAME=value` or a value on each line, without quotes.
async fn each_value(found: &mut FoundKeys<'_>, source: KeyText<'_>, depth: usize) -> bool {
    let before = found.found();
    for line in lines_of(source) {
        let value = value_of(line);
        if value.text.len() < source.text.len() {
            bare::read(found, value, depth).await;
        }
        found.rest_after(line.text.len() + LINE).await;
    }
    found.found() > before
}

fn lines_of(source: KeyText<'_>) -> impl Iterator<Item = KeyText<'_>> {
    let mut at = 0;
    source.text.split('\n').map(move |line| {
        let span = Span::new(at, at + line.len());
        at = span.end + 1;
        source.part(span).trimmed()
    })
}

fn value_of(line: KeyText) -> KeyText {
    let mut value = line;
    if let Some((_, at)) = name_of(line.text) {
        value = line.part(Span::new(at, line.text.len())).trimmed();
    }
    let bare = value.text.trim_end_matches([',', ';']);
    if let Some(inside) = unquoted(bare) {
        value = value.part(Span::new(1, 1 + inside.len()));
    }
    match value.text.strip_prefix("base64:") {
        Some(_) => value.part(Span::new("base64:".len(), value.text.len())),
        None => value,
    }
}

/// The `publicKey` of a link to jwt.io, decoded.
fn linked_key(text: &str) -> Option<String> {
    if !is_address(text) {
        return None;
    }
    let value = text.split(['?', '#', '&']).find_map(|parameter| parameter.strip_prefix("publicKey="))?;
    Some(percent_decoded(value))
}

fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}

/// What has no form of a key: a token or an address in the wrong box, or a secret.
async fn unstructured(found: &mut FoundKeys<'_>, source: KeyText<'_>) {
    let trimmed = source.trimmed();
    if is_token(trimmed.text) {
        found.remark("is-token", "This is a token and no key. Paste it in the box for the token, and its key here.");
        return;
    }
    if is_address(trimmed.text) {
        found.remark(
            "is-address",
            "This is an address. Nothing is fetched here: open it yourself, and paste what it shows.",
        );
    }
    let starts_json = trimmed.text.starts_with(['{', '[']);
    let value = json_keys::values(trimmed.text).next().filter(|(_, span)| starts_json && span.start == 0);
    if let Some((value, _)) = value.as_ref().filter(|(value, _)| !value.members().is_empty()) {
        found.remark("json-without-key", "This is JSON, but no key was found in it.");
        secrets_of(found, trimmed, value);
    }
    found.rest_after(trimmed.text.len()).await;
    // As it stands there: what else it may mean is found by trying.
    found.secret(source.text, source.span());
    let lines: Vec<KeyText> =
        lines_of(source).filter(|line| !line.text.is_empty() && !line.text.starts_with('#')).collect();
    let is_one_a_line =
        lines.iter().all(|line| name_of(line.text).is_some() || !line.text.contains(char::is_whitespace));
    if lines.len() > 1 && is_one_a_line && value.is_none() {
        for line in lines {
            found.secret(line.text, line.span());
            found.rest().await;
        }
    }
}

fn secrets_of(found: &mut FoundKeys, source: KeyText, value: &Value) {
    let mut secrets = Vec::new();
    json_keys::named_secrets(value, &mut secrets);
    for secret in secrets {
        found.secret(secret.as_str().unwrap_or_default(), source.in_paste(secret.span));
    }
}

/// The lines of a `.env` file that are named like secrets, beside what else it holds.
async fn named_secrets(found: &mut FoundKeys<'_>, source: KeyText<'_>) {
    if source.trimmed().text.starts_with(['{', '[', '"']) {
        return;
    }
    for line in lines_of(source) {
        found.rest_after(line.text.len() + LINE).await;
        let Some((name, at)) = name_of(line.text) else { continue };
        let value = line.text.get(at..).unwrap_or_default().trim();
        // Of a key itself, or a block of YAML that follows.
        let is_other = value.contains("BEGIN") || value.contains(['{', ' ']) || value.len() < 4;
        let span = line.span();
        if is_named_like_secret(name) && !is_other && !found.has_key_at(span) {
            found.secret(line.text, span);
        }
    }
}

/// Whether a text is a whole token and little else.
fn is_token(text: &str) -> bool {
    let may_be = text.contains("eyJ") || text.starts_with('{') && text.contains("\"protected\"");
    may_be
        && decode::decode(text).tokens.iter().any(|token| {
            token.format != Format::Segment
                && token.header().is_some_and(|header| header.members().iter().any(|member| member.name.text == "alg"))
        })
}
