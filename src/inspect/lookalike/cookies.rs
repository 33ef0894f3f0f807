//! Values that web frameworks sign or encrypt: sessions of Flask, Django, Rails, Laravel, ASP.NET Core, Express.

use super::{Lookalike, SECRET, Subject, beginning_of, bytes_of, is_made_of, readable, unescaped};
use crate::decode::json::{self, Kind, Value};

/// Those that a decoder may take for a part of a token.
pub(super) const IDS: [&str; 3] = ["looks-like-django-signed", "looks-like-rails-cookie", "looks-like-laravel-cookie"];

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let text = beginning_of(subject.bare);
    let whole = beginning_of(subject.whole);
    asp_net(text)
        .or_else(|| flask(text))
        .or_else(|| django(text).or_else(|| django(whole)))
        .or_else(|| rails(&unescaped(text)))
        .or_else(|| laravel(&unescaped(text)))
        .or_else(|| express(&unescaped(text)).or_else(|| express(&unescaped(whole))))
}

fn cookie(id: &'static str, name: &'static str, message: &str, inside: Option<String>) -> Lookalike {
    Lookalike { id, name, message: message.to_owned(), advice: SECRET, is_secret: true, inside }
}

/// All protected payloads begin with the same magic number: 09 F0 C9 F0.
fn asp_net(text: &str) -> Option<Lookalike> {
    (text.starts_with("CfDJ8") && text.len() >= 60 && is_made_of(text, "w")).then(|| {
        cookie(
            "looks-like-aspnet-data-protection",
            "data protected by ASP.NET Core",
            "It is encrypted with a key of the server, as cookies and anti-forgery tokens of ASP.NET Core are.",
            None,
        )
    })
}

/// `data.time.signature` of itsdangerous; the data begins with a dot where it is compressed.
fn flask(text: &str) -> Option<Lookalike> {
    let (compressed, rest) = match text.strip_prefix('.') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = rest.split('.');
    let (data, time, signature) = (bytes_of(parts.next()?)?, bytes_of(parts.next()?)?, parts.next()?);
    let is_signed = matches!(time.len(), 4..=6)
        && matches!(signature.len(), 27 | 43 | 64 | 86)
        && is_made_of(signature, "w")
        && parts.next().is_none();
    if !is_signed {
        return None;
    }
    if compressed {
        return is_zlib(&data).then(|| {
            cookie(
                "looks-like-flask-session",
                "a Flask session cookie",
                "It holds the session's data, compressed (hence the dot it begins with), then a time and a signature.",
                None,
            )
        });
    }
    let value = json::read(&data).value?;
    let is_session = matches!(value.kind, Kind::Object(_)) && value.member("alg").is_none();
    is_session.then(|| {
        cookie(
            "looks-like-flask-session",
            "a Flask session cookie",
            "Unlike in a JWT, its first part is the data, its second a time.",
            readable(&data),
        )
    })
}

/// RFC 1950: the first two bytes, read as a number, are a multiple of 31.
pub(super) fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [first @ 0x78, second, ..] if (u16::from(*first) * 256 + u16::from(*second)) % 31 == 0)
}

/// `data:time:signature`, the time in base 62.
fn django(text: &str) -> Option<Lookalike> {
    let mut parts = text.rsplitn(3, ':');
    let (signature, time, data) = (parts.next()?, parts.next()?, parts.next()?);
    let is_signed = matches!(signature.len(), 27 | 43)
        && is_made_of(signature, "w")
        && matches!(time.len(), 5..=7)
        && is_made_of(time, "a")
        && !data.is_empty()
        && is_made_of(data.strip_prefix('.').unwrap_or(data), "w");
    is_signed.then(|| {
        let inside = bytes_of(data).and_then(|bytes| readable(&bytes)).filter(|text| text.starts_with(['{', '[', '"']));
        let message = "It is data, a time and a signature, joined by colons, as Django signs cookies and links.";
        cookie("looks-like-django-signed", "a value signed by Django", message, inside)
    })
}

/// `data--signature`, or `ciphertext--initialization vector--tag`.
fn rails(text: &str) -> Option<Lookalike> {
    let mut parts = text.split("--");
    let (data, second, third) = (parts.next()?, parts.next()?, parts.next());
    let bytes = bytes_of(data)?;
    if parts.next().is_some() {
        return None;
    }
    match third {
        Some(tag) => (bytes_of(second)?.len() == 12 && bytes_of(tag)?.len() == 16).then(|| {
            let message = "It is encrypted with a key of the server: ciphertext, initialization vector and tag.";
            cookie("looks-like-rails-cookie", "an encrypted cookie of Rails", message, None)
        }),
        None => (matches!(second.len(), 40 | 64) && is_made_of(second, "x") && data.len() >= 8).then(|| {
            let message = "It is data and a signature, joined by two hyphens.";
            cookie("looks-like-rails-cookie", "a signed cookie of Rails", message, readable(&bytes))
        }),
    }
}

/// Base64 of a JSON object with `iv`, `value` and `mac`.
fn laravel(text: &str) -> Option<Lookalike> {
    let value = json::read(&bytes_of(text)?).value?;
    let has_text = |name: &str| value.member(name).and_then(Value::as_str).is_some();
    (has_text("iv") && has_text("value") && has_text("mac")).then(|| {
        let message = "It is encrypted with the application's key, as Laravel writes its cookies.";
        cookie("looks-like-laravel-cookie", "an encrypted value of Laravel", message, None)
    })
}

/// `s:value.signature`, the signature 32 bytes in base64 without padding.
fn express(text: &str) -> Option<Lookalike> {
    let (value, signature) = text.strip_prefix("s:")?.rsplit_once('.')?;
    (value.len() >= 8 && is_made_of(value, "w") && bytes_of(signature)?.len() == 32).then(|| {
        let message = "It is a session's ID and a signature, as Express signs cookies.";
        cookie("looks-like-express-cookie", "a signed cookie of Express", message, None)
    })
}
