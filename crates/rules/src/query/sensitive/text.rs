//! A text, judged by the characters that it contains.

use inspect::jose::natures;
use inspect::not_a_jwt;

use super::check_digits::{is_bank_account, is_card_number};
use super::{Sensitive, by_name, ends_in};
use crate::key::kid_odd;
use crate::query::key_address;
use crate::query::values::Seen;

/// How hashes of passwords begin that are written by crypt(3), RFC 2307 and web frameworks.
const HASHES: [&str; 22] = [
    "$2a$",
    "$2b$",
    "$2y$",
    "$argon2",
    "$scrypt$",
    "$7$",
    "$pbkdf2",
    "$6$",
    "$5$",
    "$1$",
    "$y$",
    "$apr1$",
    "{SSHA",
    "{SHA",
    "{SMD5}",
    "{CRYPT}",
    "{PBKDF2",
    "pbkdf2_sha",
    "pbkdf2:sha",
    "scrypt:",
    "bcrypt$",
    "bcrypt_sha256$",
];

/// Names of passwords in settings.
const SETTINGS: [&str; 4] = ["password=", "pwd=", "accountkey=", "sharedaccesskey="];

// Classes of characters: bits of a set.
const LETTER: u8 = 1;
const DIGIT: u8 = 1 << 1;
const DOT: u8 = 1 << 2;
const GAP: u8 = 1 << 3;
const AT: u8 = 1 << 4;
const EQUALS: u8 = 1 << 5;
const SIGN: u8 = 1 << 6;
const OTHER: u8 = 1 << 7;

fn class_of(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => LETTER,
        b'0'..=b'9' => DIGIT,
        b'.' => DOT,
        b' ' | b'-' => GAP,
        b'@' => AT,
        b'=' => EQUALS,
        b'$' | b'{' | b':' | b'/' | b'\\' => SIGN,
        _ => OTHER,
    }
}

/// A text with the classes of its characters, so that most texts need no closer look.
#[derive(Clone, Copy)]
pub(crate) struct SensitiveText<'t> {
    text: &'t str,
    classes: u8,
}

impl<'t> SensitiveText<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, classes: text.bytes().fold(0, |classes, byte| classes | class_of(byte)) }
    }

    fn has(self, class: u8) -> bool {
        self.classes & class != 0
    }

    fn has_only(self, classes: u8) -> bool {
        self.classes & !classes == 0
    }

    /// What it looks like by itself.
    pub(crate) fn kind(self) -> Option<Sensitive> {
        let text = self.text;
        if self.has_only(LETTER) || text.len() < 12 {
            return None;
        }
        let first = text.trim_ascii_start().as_bytes().first();
        if matches!(first, Some(b'-' | b'{')) && kid_odd::is_private_key(text) {
            return Some(Sensitive::PrivateKey);
        }
        if self.has(SIGN) && HASHES.iter().any(|beginning| text.starts_with(beginning)) {
            return Some(Sensitive::PasswordHash);
        }
        if let Some(name) = not_a_jwt::secret(text) {
            return Some(Sensitive::KnownSecret(name));
        }
        let in_address =
            || text.contains("://") && key_address::read(text).is_some_and(|address| has_password(address.user));
        let in_setting = || text.contains(';') && SETTINGS.iter().any(|name| key_address::holds(text, name));
        if self.has(AT) && in_address() || self.has(EQUALS) && in_setting() {
            return Some(Sensitive::SettingWithPassword);
        }
        is_bank_account(text).then_some(Sensitive::BankAccount)
    }

    /// What it looks like under this name, where it stands.
    pub(crate) fn kind_by_name(self, name: &str, seen: &Seen) -> Option<Sensitive> {
        let text = self.text;
        let kind = by_name(name);
        // An identifier or a time may look like anything.
        let is_identifier =
            || ["id", "sub", "jti", "sid", "exp", "iat", "nbf", "at", "time"].iter().any(|word| ends_in(name, word));
        if self.has_only(DIGIT | GAP)
            && (kind == Some(Sensitive::CardNumber) || seen.text().is_some() && !is_identifier())
            && is_card_number(text)
        {
            return Some(Sensitive::CardNumber);
        }
        let kind = kind?;
        let is_one = match kind {
            // A postal code is called a pin in some countries.
            Sensitive::Password if ["pin", "otp"].iter().any(|word| ends_in(name, word)) => {
                seen.depth == 1 && (4..=8).contains(&text.len()) && self.has_only(DIGIT)
            }
            Sensitive::Token => text.len() >= 16,
            Sensitive::NationalId => self.has(DIGIT) && text.len() >= 5,
            Sensitive::CardNumber => false,
            _ => self.has(LETTER | DIGIT),
        };
        let is_hexadecimal =
            || text.len() >= 32 && text.len().is_multiple_of(8) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match kind {
            _ if !is_one => None,
            Sensitive::Password if is_hexadecimal() => Some(Sensitive::PasswordHash),
            kind => Some(kind),
        }
    }

    /// An e-mail address, or a telephone number with its country code: ITU-T E.164.
    pub(crate) fn is_personal(self) -> bool {
        // Service accounts of Google have no mailbox.
        let is_address = || natures::is_email_address(self.text) && !self.text.ends_with(".gserviceaccount.com");
        self.has(AT) && is_address() || self.text.starts_with('+') && is_phone_number(self.text)
    }

    /// Whether it describes the inside of a network or of a machine.
    pub(crate) fn is_internal(self) -> bool {
        const FOLDERS: [&str; 8] =
            ["/home/", "/var/", "/etc/", "/usr/", "/opt/", "/Users/", "file:///", "Traceback (most recent call last)"];
        let text = self.text;
        if self.has_only(DIGIT | DOT) {
            return self.has(DOT) && is_internal_number(text);
        }
        let is_host = || self.has_only(LETTER | DIGIT | DOT | GAP) && !text.contains(' ') && is_internal_host(text);
        let is_path = || FOLDERS.iter().any(|folder| text.starts_with(folder)) || text.get(1..3) == Some(":\\");
        let in_address = || {
            key_address::read(text)
                .filter(|address| address.scheme.starts_with("http"))
                .is_some_and(|address| is_internal_host(&address.host) || is_internal_number(&address.host))
        };
        let is_stack_trace = || ["\n\tat ", "\n    at "].iter().any(|line| text.contains(line));
        self.has(DOT) && is_host()
            || self.has(SIGN) && (is_path() || self.has(DOT) && in_address())
            || self.has(OTHER) && is_stack_trace()
    }
}

/// RFC 3986 section 3.2.1: `user:password`.
fn has_password(user: Option<&str>) -> bool {
    user.and_then(|user| user.split_once(':')).is_some_and(|(_, password)| !password.is_empty())
}

fn is_phone_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or_default();
    (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_internal_host(host: &str) -> bool {
    // Every Kubernetes cluster has this name, so it tells nothing of a network.
    key_address::has_internal_ending(host) && !host.ends_with(".cluster.local")
}

/// An IPv4 address, written as four numbers, that is reached from inside a network only. Loopback says nothing of one.
fn is_internal_number(text: &str) -> bool {
    text.split('.').count() == 4
        && !text.starts_with("127.")
        && key_address::read(&format!("x://{text}")).is_some_and(|address| address.is_internal())
}
