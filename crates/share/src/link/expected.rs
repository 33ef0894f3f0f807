//! What a service expects, as a link carries it beside the token: issuers, audiences and algorithms.
//!
//! Each is a text that the sender wrote, and nothing more: whoever opens the link compares it with the token. None of
//! them is a key or a secret.

use inspect::{display, not_a_jwt};

use super::{escaped, unescaped};
use crate::copy;
use crate::redact::MaskedValues;
use crate::shape;

const ISSUER: &str = "expected-issuer=";
const AUDIENCE: &str = "expected-audience=";
const ALGORITHMS: &str = "expected-algorithms=";

/// So many of each kind are written and read.
const MOST: usize = 10;
/// A longer one is not, in characters.
const LONGEST: usize = 1_000;
/// Random names of applications are not longer, in characters.
const LONGEST_NAME: usize = 32;

/// What a service expects of a token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkExpectations {
    /// Any of these.
    pub issuers: Vec<String>,
    /// Any of these.
    pub audiences: Vec<String>,
    /// The values of `alg`.
    pub algorithms: Vec<String>,
}

impl LinkExpectations {
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    pub fn count(&self) -> usize {
        self.issuers.len() + self.audiences.len() + self.algorithms.len()
    }

    /// Those that may go into a link. Left out are: what may be a token, a key or a secret, what holds a value that is
    /// masked in the token, and what would not be read.
    pub fn shareable(&self, masked: Option<&MaskedValues>) -> Self {
        let may_go =
            |value: &str| is_plain(value) && !is_secret(value) && !masked.is_some_and(|masked| masked.are_in(value));
        let of = |values: &[String]| match is_private_key(&values.join("\n")) {
            true => Vec::new(),
            false => read_values(values.iter().map(|value| value.trim()).filter(|value| may_go(value))),
        };
        let is_one = |name: &&String| !name.contains(|c: char| c == ',' || c.is_whitespace());
        Self {
            issuers: of(&self.issuers),
            audiences: of(&self.audiences),
            algorithms: of(&self.algorithms.iter().filter(is_one).cloned().collect::<Vec<_>>()),
        }
    }

    /// The fields of a fragment, each with its `&`.
    pub(super) fn fields(&self) -> String {
        let one_each = |name: &str, values: &[String]| -> String {
            values.iter().map(|value| ["&", name, &escaped(value)].concat()).collect()
        };
        let algorithms: Vec<String> = self.algorithms.iter().map(|name| escaped(name)).collect();
        let algorithms = match algorithms.is_empty() {
            true => String::new(),
            false => ["&", ALGORITHMS, &algorithms.join(",")].concat(),
        };
        [one_each(ISSUER, &self.issuers), one_each(AUDIENCE, &self.audiences), algorithms].concat()
    }

    /// Those in the fields of a fragment. What cannot be shown as it stands is not read.
    pub(super) fn of_fragment(fragment: &str) -> Self {
        let of = |name: &str| -> Vec<String> {
            fragment.split('&').filter_map(|field| field.strip_prefix(name)).map(unescaped).collect()
        };
        let (issuers, audiences, algorithms) = (of(ISSUER), of(AUDIENCE), of(ALGORITHMS));
        let is_one = |name: &&str| !name.trim().contains(char::is_whitespace);
        Self {
            issuers: read_values(issuers.iter().map(String::as_str)),
            audiences: read_values(audiences.iter().map(String::as_str)),
            algorithms: read_values(algorithms.iter().flat_map(|names| names.split(',')).filter(is_one)),
        }
    }
}

/// Whether a field of a fragment is one of these.
pub(super) fn is_expectation(field: &str) -> bool {
    [ISSUER, AUDIENCE, ALGORITHMS].iter().any(|name| field.starts_with(name))
}

/// Each once, in their order.
fn read_values<'v>(values: impl Iterator<Item = &'v str>) -> Vec<String> {
    let mut read: Vec<String> = Vec::new();
    for value in values.map(str::trim).filter(|value| is_plain(value)) {
        if !read.iter().any(|known| known == value) {
            read.push(value.to_owned());
        }
        if read.len() == MOST {
            break;
        }
    }
    read
}

/// Whether it is a text of one line without invisible characters.
fn is_plain(value: &str) -> bool {
    !value.is_empty() && value.chars().count() <= LONGEST && display::capped(value, LONGEST) == value
}

/// Whether it may give access to whoever reads it. The names of applications may be random, too: those stay.
fn is_secret(value: &str) -> bool {
    copy::may_hold_token(value) || has_password(value) || is_long_and_random(value) || looks_like_secret(value)
}

fn looks_like_secret(value: &str) -> bool {
    let notes = not_a_jwt::notes(value);
    let any = |id: &str| notes.iter().any(|note| note.id == id);
    any("looks-like-secret") && !any("looks-like-opaque-token")
}

/// Of several lines, each of which is a value.
fn is_private_key(lines: &str) -> bool {
    let is_recognised = |lines| not_a_jwt::recognise(lines).is_some_and(|it| it.id.starts_with("looks-like-private"));
    lines.contains("PRIVATE KEY-----") || is_recognised(lines)
}

/// RFC 3986 section 3.2.1: `https://user:password@host`.
fn has_password(value: &str) -> bool {
    let authority = value.split_once("://").map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let user = authority.and_then(|authority| authority.rsplit_once('@'));
    user.is_some_and(|(user, _)| user.contains(':'))
}

/// As a key or a secret is in base64 or in hexadecimal digits.
fn is_long_and_random(value: &str) -> bool {
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=-_".contains(&byte);
    let is_path = value.starts_with('/') || !value.bytes().all(is_base64);
    let runs = value.split(|c: char| !(c.is_ascii_alphanumeric() || "+=-_".contains(c)));
    let whole = Some(value).filter(|_| !is_path);
    runs.chain(whole).filter(|run| run.len() > LONGEST_NAME).any(|run| {
        let has_digit = run.bytes().any(|byte| byte.is_ascii_digit());
        has_digit && (run.bytes().all(|byte| byte.is_ascii_hexdigit()) || shape::could_be_signature(run.as_bytes()))
    })
}

#[cfg(test)]
mod tests;
