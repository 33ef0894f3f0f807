//! Credentials that stand somewhere in a text: each begins where a word does, and has the form of its kind.

use super::api_key_forms::API_KEYS;
use super::{RecognisedText, api_keys, base64_secrets, bytes_of, formats};
use decode::json::{self, Value};
use decode::{Note, Span, Token};

/// How many kinds are named.
const NAMED: usize = 5;

/// What stands in a text.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// The first of each kind, in the order of the text.
    pub firsts: Vec<(Span, RecognisedText)>,
    /// Where something stands that a JWT could be read out of, in the order of the text.
    like_tokens: Vec<Span>,
}

/// The beginning of a stretch, and what it is.
struct Examined {
    /// How much was looked at, in bytes. Nothing else begins in it.
    length: usize,
    found: Option<RecognisedText>,
    is_like_token: bool,
}

/// Goes through the text once.
pub(super) fn find(text: &str) -> Mentions {
    let mut may_begin = [false; 256];
    let beginnings = API_KEYS.iter().map(|form| form.beginning).chain(["eyJ", "ops_", "v"]);
    for byte in beginnings.filter_map(|beginning| beginning.bytes().next()) {
        if let Some(entry) = may_begin.get_mut(usize::from(byte)) {
            *entry = true;
        }
    }
    let mut mentions = Mentions::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let begins = may_begin.get(usize::from(*byte)).is_some_and(|it| *it) && ends_word(bytes.get(..at));
        let Some(examined) = text.get(at..).filter(|_| begins).and_then(examine) else {
            at += 1;
            continue;
        };
        let span = Span::new(at, at + examined.length);
        if let Some(found) = examined.found {
            if examined.is_like_token {
                mentions.like_tokens.push(span);
            }
            mentions.push(span, found);
        }
        at += examined.length.max(1);
    }
    for (colon, _) in text.match_indices(":APA91b") {
        let before = bytes.get(colon.saturating_sub(23)..colon).unwrap_or_default();
        let start = colon - before.iter().rev().take_while(|byte| is_base64url(**byte)).count();
        let after = bytes.get(colon + 1..).unwrap_or_default();
        let end = colon + 1 + after.iter().take(401).take_while(|byte| is_base64url(**byte)).count();
        let span = Span::new(start, end);
        if let Some(found) = formats::firebase(span.in_str(text)) {
            mentions.push(span, found);
        }
    }
    mentions
}

impl Mentions {
    fn push(&mut self, span: Span, found: RecognisedText) {
        if self.firsts.iter().all(|(_, first)| first.name != found.name) {
            self.firsts.push((span, found));
        }
    }

    /// Whether a token was read out of something else.
    pub(super) fn is_part_of_another(&self, token: &Token) -> bool {
        let behind = self.like_tokens.partition_point(|span| span.end <= token.span.start);
        self.like_tokens.get(behind).is_some_and(|span| span.overlaps(token.span))
    }

    /// What to say of a text that holds no token, but these.
    pub(super) fn notes_without_token(self) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut secret = None;
        for (_, found) in self.firsts.into_iter().take(NAMED) {
            let RecognisedText { id, name, message, advice, is_secret, expires_at, .. } = &found;
            let start = if notes.is_empty() { "There is no JWT in this text, but" } else { "There is also" };
            let mut said = format!("{start} {name}. {message}");
            match is_secret {
                true => secret = Some(*advice),
                false => said = format!("{said} {advice}"),
            }
            let mut note = Note::new(id, said);
            note.expires_at = *expires_at;
            notes.push(note);
            notes.extend(found.note_on_inside());
        }
        notes.extend(secret.map(|advice| Note::new("looks-like-secret", advice)));
        notes
    }

    /// What to say of them beside tokens.
    pub(super) fn note_beside(&self, tokens: &[Token]) -> Option<Note> {
        let is_in_token = |span: &Span| tokens.iter().any(|token| token.span.overlaps(*span));
        let names: Vec<String> = self
            .firsts
            .iter()
            .filter(|(span, _)| !is_in_token(span))
            .take(NAMED)
            .map(|(_, found)| found.name.to_owned())
            .collect();
        let what = match names.as_slice() {
            [] => return None,
            [_] => "which is not a JWT",
            _ => "which are not JWTs",
        };
        let names = crate::display::listed(&names, " and ");
        Some(Note::new("also-in-text", format!("The text also holds {names}, {what}.")))
    }
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether a word may begin behind this: an escape such as `%20` or `\n` ends one too.
fn ends_word(before: Option<&[u8]>) -> bool {
    match before.unwrap_or_default() {
        [.., b'%', first, second] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit() => true,
        [.., b'\\', b'n' | b'r' | b't'] => true,
        [.., last] => !is_base64url(*last) && !matches!(last, b'.' | b'~' | b'+' | b'%'),
        [] => true,
    }
}

/// What this text begins with. None where it begins like nothing known.
fn examine(text: &str) -> Option<Examined> {
    match text.as_bytes() {
        [b'v', b'1'..=b'4', b'.', ..] => paseto(text),
        [b'p' | b's' | b't', b'k', b'.', b'e', b'y', b'J', ..] => Some(mapbox(text)),
        [b'e', b'y', b'J', ..] | [b'o', b'p', b's', b'_', b'e', b'y', b'J', ..] => Some(base64_secret(text)),
        _ => {
            let (length, form) = api_keys::at_start_of(text)?;
            let found = form.map(api_keys::recognised);
            Some(Examined { length, found, is_like_token: false })
        }
    }
}

/// As many characters from the start as are in this set.
fn run(text: &str, is_in: impl Fn(u8) -> bool) -> &str {
    text.split_at_checked(text.bytes().take_while(|byte| is_in(*byte)).count()).map_or("", |(run, _)| run)
}

fn paseto(text: &str) -> Option<Examined> {
    let purpose = text.get(2..)?;
    if !purpose.starts_with(".public.") && !purpose.starts_with(".local.") {
        return None;
    }
    // A sentence may end behind it.
    let stretch = run(text, |byte| is_base64url(byte) || byte == b'.').trim_end_matches('.');
    Some(Examined { length: stretch.len(), found: formats::paseto(stretch), is_like_token: true })
}

/// JSON that names a user (`u`) and, but in temporary ones, an access (`a`), and a signature, or what is left of it.
fn mapbox(text: &str) -> Examined {
    let stretch = run(text, |byte| is_base64url(byte) || byte == b'.').trim_end_matches('.');
    let mut parts = stretch.splitn(4, '.').skip(1);
    let (claims, signature, rest) = (parts.next(), parts.next().unwrap_or_default(), parts.next());
    let value = claims.and_then(bytes_of).and_then(|bytes| json::read(&bytes).value);
    let has = |name: &str| value.as_ref().and_then(|it| it.member(name)).and_then(Value::as_str).is_some();
    let is_mapbox = has("u")
        && (has("a") || text.starts_with('t'))
        && value.as_ref().is_some_and(|it| it.member("alg").is_none())
        && signature.len() <= 64
        && rest.is_none();
    let form = API_KEYS.iter().find(|form| is_mapbox && text.starts_with(form.beginning));
    Examined { length: stretch.len(), found: form.map(api_keys::recognised), is_like_token: true }
}

/// A stretch of base64 that no other part follows.
fn base64_secret(text: &str) -> Examined {
    let unpadded = run(text, |byte| is_base64url(byte) || matches!(byte, b'+' | b'/'));
    let (_, rest) = text.split_at_checked(unpadded.len()).unwrap_or_default();
    let padding = run(rest, |byte| byte == b'=').len();
    let length = unpadded.len() + padding;
    let is_alone = !rest.starts_with('.') && length <= base64_secrets::LONGEST;
    let found = text.get(..length).filter(|_| is_alone).and_then(base64_secrets::of);
    Examined { length, found, is_like_token: true }
}
