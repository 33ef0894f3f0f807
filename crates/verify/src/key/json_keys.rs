//! Keys in JSON: JWK, JWKS, a bare array of JWKs, Google's map of key IDs, Cloudflare's `public_certs`, service accounts,
//! realms of Keycloak, Hasura's setting, and any other object with a key in a string.

use decode::Span;
use decode::json::{self, JsonKind, Value};
use inspect::display::quoted;

use super::collector::{FoundKeys, QUOTED};
use super::source::KeyText;
use super::{KeyForm, jwk, reading};
use crate::steps::Work;

/// JSON values in a text, one behind the other, with the bytes that they take. A value that ends too early is given as far
/// as it goes. Linear: what was read once is not read again.
pub(super) fn values(text: &str) -> impl Iterator<Item = (Value, Span)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(['{', '['])?;
            let value = json::read(text.get(start..)?.as_bytes()).value;
            let length = value.as_ref().map_or(1, |value| value.span.end.max(1));
            at = text.ceil_char_boundary(start + length);
            if let Some(value) = value {
                return Some((value, Span::new(start, at)));
            }
        }
    })
}

/// Reads what a value holds. `source` is the text of which the value's spans count bytes.
pub(super) async fn read(found: &mut FoundKeys<'_>, source: KeyText<'_>, value: &Value, depth: usize) {
    JsonKeys { source, depth }.value(found, value, KeyForm::Jwk).await;
}

struct JsonKeys<'t> {
    source: KeyText<'t>,
    depth: usize,
}

impl JsonKeys<'_> {
    /// Recursion ends where the reader of JSON does: at `JSON_DEPTH`.
    async fn value(&self, found: &mut FoundKeys<'_>, value: &Value, form: KeyForm) {
        match &value.kind {
            JsonKind::Array(values) => {
                for value in values {
                    self.inner(found, value, KeyForm::Jwks).await;
                }
            }
            JsonKind::Object(_) => self.object(found, value, form).await,
            JsonKind::String(_) => self.string(found, value).await,
            _ => {}
        }
        found.rest().await;
    }

    fn inner<'a>(&'a self, found: &'a mut FoundKeys, value: &'a Value, form: KeyForm) -> Work<'a, ()> {
        Box::pin(self.value(found, value, form))
    }

    async fn object(&self, found: &mut FoundKeys<'_>, object: &Value, form: KeyForm) {
        if let Some(key_type) = object.member("kty").and_then(Value::as_str) {
            self.jwk(found, object, key_type, form);
            return;
        }
        let text = |name: &str| object.member(name).and_then(Value::as_str);
        if let Some(address) = text("jwks_uri").or(text("jwk_url")) {
            let address = quoted(address, 200);
            found.remark(
                "is-oidc-metadata",
                format!("This names the address of the keys and holds none itself. Open {address} yourself, and paste what it shows."),
            );
        }
        // docs.hasura.io, HASURA_GRAPHQL_JWT_SECRET: `{"type": "HS256", "key": "…"}`.
        if let (Some(algorithm), Some(secret)) =
            (text("type").filter(|name| name.starts_with("HS")), object.member("key"))
        {
            if let Some(key) = secret.as_str().and_then(|text| found.secret(text, self.source.in_paste(secret.span))) {
                key.alg = Some(algorithm.to_owned());
            }
            return;
        }
        let is_map =
            object.members().iter().all(|member| member.value.as_str().is_some_and(|text| text.contains("BEGIN")));
        for member in object.members() {
            let before = found.key_count();
            self.inner(found, &member.value, KeyForm::Jwk).await;
            if member.value.as_str().is_none() {
                continue;
            }
            let name = &*member.name.text;
            let kid = match name {
                _ if is_map => Some(name),
                "private_key" => text("private_key_id").or(text("kid")),
                _ => text("kid"),
            };
            let algorithm = text("alg").or(text("algorithm")).or(text("type").filter(|kind| kind.len() == 5));
            for key in found.keys_since(before) {
                key.kid = key.kid.take().or(kid.map(str::to_owned));
                key.alg = key.alg.take().or(algorithm.map(str::to_owned));
                key.public_use = key.public_use.take().or(text("use").map(str::to_ascii_lowercase));
                if is_map {
                    key.form = KeyForm::KidMap;
                }
            }
        }
    }

    fn jwk(&self, found: &mut FoundKeys, object: &Value, key_type: &str, form: KeyForm) {
        match jwk::read(object, key_type, form) {
            Ok(read) => {
                if let Some(key) = found.key(read, self.source.in_paste(object.span)) {
                    jwk::describe(key, object);
                }
            }
            Err(mut remark) => {
                remark.message.push('.');
                let kid = object.member("kid").and_then(Value::as_str);
                let what = kid.map_or("A JWK".to_owned(), |kid| format!("The JWK {}", quoted(kid, QUOTED)));
                found.not_read(&what, self.source.part(object.span), remark);
            }
        }
    }

    async fn string(&self, found: &mut FoundKeys<'_>, value: &Value) {
        let Some(text) = value.as_str() else { return };
        // Without its quotes it stands there byte for byte, unless it has escapes.
        let inside = Span::new(value.span.start + 1, value.span.end.saturating_sub(1));
        let source = match inside.in_str(self.source.text) == text {
            true => self.source.part(inside),
            false => self.source.respelled(value.span, text),
        };
        if reading::may_hold_keys(text) {
            reading::structured(found, source, self.depth + 1).await;
        }
    }
}

/// The strings of members that are named like a secret, at any depth.
pub(super) fn named_secrets<'v>(value: &'v Value, secrets: &mut Vec<&'v Value>) {
    match &value.kind {
        JsonKind::Array(values) => values.iter().for_each(|value| named_secrets(value, secrets)),
        JsonKind::Object(members) => {
            for member in members {
                match member.value.as_str() {
                    Some(text) if !text.is_empty() && is_named_like_secret(&member.name.text) => {
                        secrets.push(&member.value)
                    }
                    _ => named_secrets(&member.value, secrets),
                }
            }
        }
        _ => {}
    }
}

/// Whether a variable or member has a name that secrets have.
pub(super) fn is_named_like_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["secret", "passw", "passphrase", "jwt_key", "signing_key", "hmac"].iter().any(|word| name.contains(word))
}
