//! Secrets of services that are base64 of JSON, so that they begin as a JWT does.

use super::known::TextKind;
use super::{CharacterClass, PastedText, RecognisedText, bytes_of, is_made_of};
use decode::json::{self, JsonKind, Value};

/// No such secret is longer, in characters.
pub(super) const LONGEST: usize = 4096;

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    of(subject.bare)
}

/// What a stretch of base64 is, with what its maker put before it.
pub(super) fn of(text: &str) -> Option<RecognisedText> {
    let (is_one_password, base64) = text.strip_prefix("ops_").map_or((false, text), |rest| (true, rest));
    if !base64.starts_with("eyJ") || base64.len() > LONGEST {
        return None;
    }
    let value = json::read(&bytes_of(base64)?).value?;
    let kind = match is_one_password {
        true => is_one_password_account(&value).then_some(TextKind::OnePasswordServiceAccount),
        false if is_cloudflare_tunnel(&value) => Some(TextKind::CloudflareTunnelToken),
        false if is_elasticsearch_enrollment(&value) => Some(TextKind::ElasticsearchEnrollmentToken),
        false => is_grafana_key(&value).then_some(TextKind::GrafanaApiKey),
    };
    Some(kind?.recognised())
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.member(name).and_then(Value::as_str).unwrap_or_default()
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && is_made_of(text, CharacterClass::HexDigits)
}

/// The documentation of 1Password Service Accounts: the account's address, how it signs in, and its secret key.
fn is_one_password_account(value: &Value) -> bool {
    !text(value, "signInAddress").is_empty()
        && (!text(value, "secretKey").is_empty() || value.member("userAuth").is_some())
}

/// cloudflared, `TunnelToken`: an account's number, a tunnel's UUID, a secret.
fn is_cloudflare_tunnel(value: &Value) -> bool {
    let groups = text(value, "t").split('-');
    let is_uuid = groups.clone().map(str::len).eq([8, 4, 4, 4, 12])
        && groups.clone().all(|group| is_made_of(group, CharacterClass::HexDigits));
    is_hex(text(value, "a"), 32) && is_uuid && bytes_of(text(value, "s")).is_some_and(|secret| secret.len() >= 16)
}

/// Elasticsearch, `EnrollmentToken`: the fingerprint is a SHA-256, the API key an ID and a secret.
fn is_elasticsearch_enrollment(value: &Value) -> bool {
    let has_addresses = value.member("adr").is_some_and(|it| matches!(it.kind, JsonKind::Array(_)));
    has_addresses
        && !text(value, "ver").is_empty()
        && is_hex(text(value, "fgr"), 64)
        && text(value, "key").contains(':')
}

/// Grafana, `apikeygen`: the key is 32 letters and digits.
fn is_grafana_key(value: &Value) -> bool {
    let key = text(value, "k");
    let has_organization = value.member("id").is_some_and(|it| matches!(it.kind, JsonKind::Number));
    key.len() == 32
        && is_made_of(key, CharacterClass::Alphanumeric)
        && has_organization
        && value.member("n").is_some_and(|name| name.as_str().is_some())
}
