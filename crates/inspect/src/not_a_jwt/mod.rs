//! What a text is when it holds no token: what it looks like, what to do with it, and whether it may be a secret.
//!
//! The most certain recognisers come first. Each looks at a bounded beginning of the text, or walks through it once.

mod api_key_forms;
mod api_keys;
mod base64_secrets;
mod cbor;
mod cookies;
mod decoded_claims;
mod encoded;
mod envelopes;
mod formats;
mod identifiers;
mod keys;
mod known;
mod loose_object;
mod mentions;
mod placeholders;
mod presigned;
mod responses;
mod saml;
mod schemes;
mod what_to_do;

use super::display;
use decode::format::Format;
use decode::{Decoded, Note, Token, base64url, find};

/// What a text looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognisedText {
    /// Stable, kebab-case, beginning with `looks-like-`.
    pub id: &'static str,
    /// As a sentence says it, with its article.
    pub name: &'static str,
    /// What it is: full sentences that quote nothing of the text.
    pub message: String,
    /// What to do: full sentences.
    pub advice: &'static str,
    /// Whether it gives access to its holder, if it is real.
    pub is_secret: bool,
    /// What can be read in it without a key, where that is no secret.
    pub inside: Option<String>,
    /// What of it that is, as a sentence begins: `It`, `Its footer`.
    pub readable_part: &'static str,
    /// When it says that it expires, in seconds since 1970.
    pub expires_at: Option<i64>,
}

/// How much of a text is looked at for what begins it, in bytes.
const BEGINNING: usize = 64 * 1024;

/// How much of what is inside is shown, in characters.
const LONGEST_INSIDE: usize = 2000;

type Recognise = fn(&PastedText) -> Option<RecognisedText>;

/// All but the last, which looks into what is encoded with these.
const RECOGNISERS: [Recognise; 13] = [
    keys::recognise,
    presigned::recognise,
    responses::recognise,
    envelopes::recognise,
    decoded_claims::recognise,
    saml::recognise,
    schemes::recognise,
    cbor::recognise,
    api_keys::recognise,
    base64_secrets::recognise,
    formats::recognise,
    cookies::recognise,
    identifiers::recognise,
];

/// What a text looks like, if it is anything known. Total and linear in time.
pub fn recognise(text: &str) -> Option<RecognisedText> {
    let subject = PastedText::of(text);
    by_what_it_says(&subject).or_else(|| encoded::recognise(&subject))
}

/// The name of a well-known service's secret, with its article, if the text has its form. It is cheap to call often.
pub fn secret(text: &str) -> Option<&'static str> {
    api_keys::secret(text)
}

fn by_what_it_says(subject: &PastedText) -> Option<RecognisedText> {
    RECOGNISERS.iter().find_map(|recognise| recognise(subject))
}

/// What to say of a text that holds no token: nothing where it is empty.
pub fn notes(text: &str) -> Vec<Note> {
    let recognised = recognise(text);
    if recognised.as_ref().is_none_or(|it| GENERAL.contains(&it.id)) {
        let mentions = mentions::find(text);
        if !mentions.firsts.is_empty() {
            return mentions.notes_without_token();
        }
        if let Some(note) = placeholders::note(text) {
            return vec![note];
        }
    }
    let Some(recognised) = recognised else { return find::notes_on_tokenless_text(text) };
    let RecognisedText { id, name, message, advice, is_secret, expires_at, .. } = &recognised;
    let what_it_is = format!("This is not a JWT. It looks like {name}. {message}");
    let mut notes = match is_secret {
        true => vec![Note::new(id, what_it_is), Note::new("looks-like-secret", *advice)],
        false => vec![Note::new(id, format!("{what_it_is} {advice}"))],
    };
    if let Some(first) = notes.first_mut() {
        first.expires_at = *expires_at;
    }
    notes.extend(recognised.note_on_inside());
    notes
}

impl RecognisedText {
    fn note_on_inside(&self) -> Option<Note> {
        let inside = display::quoted(self.inside.as_deref()?, LONGEST_INSIDE);
        Some(Note::new("looks-like-inside", format!("{} can be read without a key: {inside}.", self.readable_part)))
    }
}

/// What says less than the name of a credential that stands in the text.
const GENERAL: [&str; 6] = [
    "looks-like-token-response",
    "looks-like-link-with-token",
    "looks-like-authorization-code",
    "looks-like-error-response",
    "looks-like-base64",
    "looks-like-opaque-token",
];

/// Texts that begin like a part of a token. They are named if only such parts were found.
const LIKE_SEGMENTS: [&str; 5] = [
    "looks-like-django-signed",
    "looks-like-rails-signed",
    "looks-like-laravel-cookie",
    "looks-like-sentry-token",
    "looks-like-webauthn-client-data",
];

/// Formats with base64url JSON that are not JOSE tokens.
const LIKE_TOKENS: [&str; 10] = [
    "looks-like-paseto-public",
    "looks-like-paseto-local",
    "looks-like-discord-token",
    "looks-like-mapbox-token",
    "looks-like-facebook-signed-request",
    "looks-like-dsse-envelope",
    "looks-like-cloudflare-tunnel-token",
    "looks-like-elasticsearch-enrollment-token",
    "looks-like-grafana-api-key",
    "looks-like-1password-service-account-token",
];

/// Adds to what was decoded what the text looks like, where it holds no token, or only what something else has in
/// common with one.
pub fn annotate(text: &str, decoded: &mut Decoded) {
    if let ([_], Some((_, name, id))) = (decoded.tokens.as_slice(), carrier(text)) {
        let message =
            format!("The token stands in {name}. The whole text is the credential: whoever holds it gets in.");
        decoded.notes.push(Note::new(id, message));
        return;
    }
    let mentions = mentions::find(text);
    decoded.tokens.retain(|token| !mentions.is_part_of_another(token));
    if !decoded.tokens.is_empty() {
        decoded.notes.extend(mentions.note_beside(&decoded.tokens));
    }
    let has_segments_alone = decoded.tokens.iter().all(|token| token.format == Format::Segment);
    // A text that only looks like a token has no `alg`, or a purpose such as `.public.` near its start. Other texts
    // need no second look.
    let is_unreadable = |token: &Token| {
        token.header().is_none_or(|header| header.members().iter().all(|member| member.name.text != "alg"))
    };
    let may_be_another = || {
        decoded.tokens.iter().any(is_unreadable)
            || [".public.", ".local."].iter().any(|purpose| beginning_of(text).contains(purpose))
    };
    if !has_segments_alone && (decoded.tokens.len() > 1 || !may_be_another()) {
        return;
    }
    let id = recognise(text).map_or("", |recognised| recognised.id);
    if LIKE_TOKENS.contains(&id) {
        decoded.tokens.clear();
    }
    if decoded.tokens.is_empty() || has_segments_alone && LIKE_SEGMENTS.contains(&id) {
        decoded.notes = notes(text);
    }
}

/// Tokens of services that carry a JWT behind a beginning of their own: the beginning, the name and the id.
/// docs.github.com, "Generating an installation access token for a GitHub App": `ghs_APPID_JWT`.
const CARRIERS: [(&str, &str, &str); 2] = [
    ("ghs_", "an installation access token of a GitHub App", "looks-like-github-token"),
    ("glcbt-", "a GitLab CI job token", "looks-like-gitlab-token"),
];

/// What carries a token, if the text is such a thing.
fn carrier(text: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let bare = PastedText::of(text).bare;
    let found = CARRIERS.into_iter().find(|(beginning, ..)| bare.starts_with(beginning))?;
    (bare.contains("eyJ") && !bare.contains(char::is_whitespace)).then_some(found)
}

/// A text as the recognisers see it.
struct PastedText<'t> {
    /// Without the space around it.
    whole: &'t str,
    /// Without quotes, without the name of a header, variable or parameter before it.
    bare: &'t str,
}

impl<'t> PastedText<'t> {
    fn of(text: &'t str) -> Self {
        let whole = text.trim();
        let mut bare = whole;
        // `export TOKEN="…"`, `Authorization: Bearer …`
        for _ in 0..3 {
            bare = bare.trim_matches(['"', '\'', '`', '<', '>', ',', ';', ' ']);
            bare = ["export ", "set ", "bearer ", "token "]
                .iter()
                .find_map(|word| strip_word(bare, word))
                .or_else(|| behind_name(bare))
                .unwrap_or(bare);
        }
        Self { whole, bare }
    }

    fn beginning(&self) -> &'t str {
        beginning_of(self.whole)
    }
}

fn beginning_of(text: &str) -> &str {
    text.get(..text.floor_char_boundary(BEGINNING)).unwrap_or(text)
}

/// What follows a word, in any case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then(|| rest.trim_start())
}

/// What follows `name=` or `name:`, where the name is one and something follows.
fn behind_name(text: &str) -> Option<&str> {
    let at = text.bytes().take(64).position(|byte| matches!(byte, b'=' | b':'))?;
    let (name, rest) = text.split_at_checked(at)?;
    let is_name = name.bytes().next()?.is_ascii_alphabetic() && is_made_of(name.trim_end(), CharacterClass::Base64url);
    let value = rest.get(1..)?.trim();
    (is_name && !value.is_empty() && !value.starts_with(['=', ':', '/'])).then_some(value)
}

/// A set of ASCII characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CharacterClass {
    Digits,
    HexDigits,
    CapitalsAndDigits,
    Alphanumeric,
    /// Letters, digits, `-` and `_`.
    Base64url,
    /// Both alphabets of base64 with padding, and dots, tildes and percent signs.
    AnyBase64,
}

impl CharacterClass {
    fn contains(self, byte: u8) -> bool {
        match self {
            Self::Digits => byte.is_ascii_digit(),
            Self::HexDigits => byte.is_ascii_hexdigit(),
            Self::CapitalsAndDigits => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::Alphanumeric => byte.is_ascii_alphanumeric(),
            Self::Base64url => byte.is_ascii_alphanumeric() || b"-_".contains(&byte),
            Self::AnyBase64 => byte.is_ascii_alphanumeric() || b"-_.~+/=%".contains(&byte),
        }
    }
}

/// Whether every character of a text is of a class.
fn is_made_of(text: &str, class: CharacterClass) -> bool {
    text.bytes().all(|byte| class.contains(byte))
}

/// The bytes of base64 of either alphabet, with or without padding; of a long text those of its beginning. None where
/// any of it is something else.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let unpadded = text.trim_end_matches('=');
    let is_base64 =
        text.len() - unpadded.len() <= 2 && unpadded.bytes().all(|byte| base64url::value_of(byte).is_some());
    if !is_base64 || unpadded.is_empty() || unpadded.len() % 4 == 1 {
        return None;
    }
    Some(base64url::decode(unpadded.get(..BEGINNING).unwrap_or(unpadded)).bytes)
}

/// Bytes as text to be quoted, if they are text.
fn readable(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let is_text = !text.is_empty() && text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    // One more than is shown, so that it shows that there was more.
    is_text.then(|| text.chars().take(LONGEST_INSIDE + 1).collect())
}

/// Replaces percent escapes such as `%2B`. The result is empty if the bytes are not UTF-8.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let escaped = behind.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let escaped = escaped
            .filter(|two| is_made_of(two, CharacterClass::HexDigits))
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match escaped.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests;
