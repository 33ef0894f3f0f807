//! Names and texts that give away what not everybody who holds a token should read.

use super::values::Seen;
use super::{Evidence, Place, Severity};
use super::{key_address, kid_odd};
use inspect::{display, lookalike};

/// What a value looks like: the finding's id, and the end of its sentence.
pub(super) type Kind = (&'static str, &'static str);

pub(super) const PRIVATE_KEY: Kind = ("private-key-in-payload", "a private key");
const PASSWORD: Kind = ("password-in-payload", "a password");
const HASH: Kind = ("password-hash-in-payload", "a password's hash, at which one can guess offline");
const WITH_PASSWORD: Kind = ("secret-in-payload", "an address or setting with a password in it");
const SECRET: Kind = ("secret-in-payload", "a secret");
const TOKEN: Kind = ("refresh-token-in-payload", "a token that can be used by itself");
const CARD: Kind = ("card-number", "the number of a payment card");
const ACCOUNT: Kind = ("bank-account", "the number of a bank account");
const NATIONAL: Kind = ("national-id", "a number by which a state knows a person");

/// The last words of names, in lower case and joined: `password` is that of `db_password` and of `userPassword`, but
/// not of `password_expires`.
const NAMES: [(Kind, &[&str]); 5] = [
    (PASSWORD, &["password", "passwd", "pwd", "passphrase", "passcode", "pin", "otp", "totpsecret", "securityanswer"]),
    (SECRET, &["secret", "apikey", "secretkey", "privatekey", "secretaccesskey", "accountkey", "connectionstring"]),
    (TOKEN, &["refreshtoken", "accesstoken", "idtoken"]),
    (
        NATIONAL,
        &[
            "ssn",
            "socialsecurity",
            "socialsecuritynumber",
            "nationalid",
            "nationalidnumber",
            "taxid",
            "passport",
            "passportnumber",
            "nin",
            "cpf",
            "aadhaar",
            "bsn",
            "personnummer",
        ],
    ),
    (CARD, &["card", "cardnumber", "creditcard", "ccnumber", "cc", "pan"]),
];

/// Of the words above, so that most names need no look at them.
const LAST_LETTERS: &[u8] = b"cdefgnprty";

/// Beginnings of hashes as crypt(3), RFC 2307 and web frameworks write them.
const HASHES: &str = "$2a$ $2b$ $2y$ $argon2 $scrypt$ $7$ $pbkdf2 $6$ $5$ $1$ $y$ $apr1$ {SSHA {SHA {SMD5} {CRYPT} \
    {PBKDF2 pbkdf2_sha pbkdf2:sha scrypt: bcrypt$ bcrypt_sha256$";

/// Which characters a text has.
const LETTER: u8 = 1;
const DIGIT: u8 = 1 << 1;
const DOT: u8 = 1 << 2;
const GAP: u8 = 1 << 3;
const AT: u8 = 1 << 4;
const EQUALS: u8 = 1 << 5;
const SIGN: u8 = 1 << 6;
const OTHER: u8 = 1 << 7;

/// Which of them an ASCII character is.
const SIGNS: [u8; 128] = {
    let mut signs = [OTHER; 128];
    let mut byte: u8 = 0;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'.' => DOT,
            b' ' | b'-' => GAP,
            b'@' => AT,
            b'=' => EQUALS,
            b'$' | b'{' | b':' | b'/' | b'\\' => SIGN,
            _ => OTHER,
        };
        byte += 1;
    }
    signs
};

/// A text, with what was seen in one look at it.
#[derive(Clone, Copy)]
pub(super) struct Word<'t> {
    text: &'t str,
    has: u8,
}

impl<'t> Word<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let sign_of = |byte: u8| SIGNS.get(usize::from(byte)).copied().unwrap_or(OTHER);
        Self { text, has: text.bytes().fold(0, |has, byte| has | sign_of(byte)) }
    }

    fn has_only(self, signs: u8) -> bool {
        self.has & !signs == 0
    }

    /// What it looks like by itself.
    pub(super) fn kind(self) -> Option<Kind> {
        let Self { text, has } = self;
        if self.has_only(LETTER) || text.len() < 12 {
            return None;
        }
        let begins = text.trim_ascii_start().as_bytes().first();
        if matches!(begins, Some(b'-' | b'{')) && kid_odd::is_private_key(text) {
            return Some(PRIVATE_KEY);
        }
        let is_hash = || HASHES.split(' ').any(|beginning| text.starts_with(beginning));
        if has & SIGN != 0 && matches!(begins, Some(b'$' | b'{' | b'p' | b's' | b'b')) && is_hash() {
            return Some(HASH);
        }
        if let Some(name) = lookalike::secret(text) {
            return Some((SECRET.0, name));
        }
        let in_address = || text.contains("://") && key_address::read(text).is_some_and(|it| names_password(it.user));
        let in_setting = || text.contains(';') && SETTINGS.iter().any(|name| key_address::holds(text, name));
        if has & AT != 0 && in_address() || has & EQUALS != 0 && in_setting() {
            return Some(WITH_PASSWORD);
        }
        is_account(text).then_some(ACCOUNT)
    }

    /// What it looks like under this name, where it stands.
    pub(super) fn kind_by_name(self, name: &str, seen: &Seen) -> Option<Kind> {
        let Self { text, has } = self;
        let kind = by_name(name);
        // What only identifies something may look like anything.
        let is_identifier =
            || ["id", "sub", "jti", "sid", "exp", "iat", "nbf", "at", "time"].iter().any(|word| ends_in(name, word));
        let is_plain = |from: usize, to: usize| (from..=to).contains(&text.len()) && self.has_only(DIGIT);
        if self.has_only(DIGIT | GAP)
            && (kind == Some(CARD) || seen.text().is_some() && !is_identifier())
            && is_card(text)
        {
            return Some(CARD);
        }
        let kind = kind?;
        let is_one = match kind {
            // A postal code is a pin, too.
            PASSWORD if ["pin", "otp"].iter().any(|word| ends_in(name, word)) => seen.depth == 1 && is_plain(4, 8),
            TOKEN => text.len() >= 16,
            NATIONAL => has & DIGIT != 0 && text.len() >= 5,
            CARD => false,
            _ => has & (LETTER | DIGIT) != 0,
        };
        let is_hexadecimal =
            || text.len() >= 32 && text.len() % 8 == 0 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match kind {
            _ if !is_one => None,
            PASSWORD if is_hexadecimal() => Some(HASH),
            kind => Some(kind),
        }
    }

    /// An address of e-mail or a telephone number with its country's. RFC 5322 section 3.4.1, ITU-T E.164.
    pub(super) fn is_personal(self) -> bool {
        let is_host = |host: &str| {
            host.contains('.') && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
        };
        let is_mail = || {
            // A service of Google has no mailbox.
            self.text.split_once('@').is_some_and(|(local, host)| {
                !local.is_empty()
                    && !local.contains(['/', ':', '|', ' '])
                    && is_host(host)
                    && !host.ends_with(".gserviceaccount.com")
            })
        };
        let is_phone = || {
            let digits = self.text.strip_prefix('+').unwrap_or_default();
            (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        self.has & AT != 0 && is_mail() || self.text.starts_with('+') && is_phone()
    }

    /// Whether it is about the inside of a network or of a machine.
    pub(super) fn is_internal(self) -> bool {
        const ENDINGS: [&str; 5] = [".internal", ".local", ".corp", ".lan", ".intranet"];
        const FOLDERS: [&str; 8] =
            ["/home/", "/var/", "/etc/", "/usr/", "/opt/", "/Users/", "file:///", "Traceback (most recent call last)"];
        let Self { text, has } = self;
        let is_host =
            |host: &str| ENDINGS.iter().any(|ending| host.ends_with(ending)) && !host.ends_with(".cluster.local");
        let is_number = |text: &str| {
            text.split('.').count() == 4
                && !text.starts_with("127.")
                && key_address::read(&["x://", text].concat()).is_some_and(|it| it.is_internal())
        };
        if self.has_only(DIGIT | DOT) {
            return has & DOT != 0 && is_number(text);
        }
        let in_address = || {
            key_address::read(text)
                .filter(|it| it.scheme.starts_with("http"))
                .is_some_and(|it| is_host(&it.host) || is_number(&it.host))
        };
        has & DOT != 0 && self.has_only(LETTER | DIGIT | DOT | GAP) && !text.contains(' ') && is_host(text)
            || has & SIGN != 0
                && (FOLDERS.iter().any(|folder| text.starts_with(folder)) || text.get(1..3) == Some(":\\"))
            || has & SIGN != 0 && has & DOT != 0 && in_address()
            || has & OTHER != 0 && ["\n\tat ", "\n    at "].iter().any(|line| text.contains(line))
    }
}

/// Names of passwords in settings.
const SETTINGS: [&str; 4] = ["password=", "pwd=", "accountkey=", "sharedaccesskey="];

/// RFC 3986 section 3.2.1: `user:password`.
fn names_password(user: Option<&str>) -> bool {
    user.and_then(|user| user.split_once(':')).is_some_and(|(_, password)| !password.is_empty())
}

/// Whether what stands under the name is a token that can be used by itself.
pub(super) fn names_token(name: &str) -> bool {
    by_name(name) == Some(TOKEN)
}

fn by_name(name: &str) -> Option<Kind> {
    let last = name.as_bytes().last()?.to_ascii_lowercase();
    if !LAST_LETTERS.contains(&last) {
        return None;
    }
    let is_named = |word: &&str| word.as_bytes().last() == Some(&last) && ends_in(name, word);
    NAMES.iter().find(|(_, words)| words.iter().any(is_named)).map(|(kind, _)| *kind)
}

/// Whether a name is these words or ends in them, whatever stands between words: `_`, `-`, a dot or a capital.
fn ends_in(name: &str, words: &str) -> bool {
    let mut rest = name.as_bytes();
    let mut first = 0;
    for wanted in words.bytes().rev() {
        while let Some((b'_' | b'-' | b'.' | b' ', before)) = rest.split_last() {
            rest = before;
        }
        let Some((last, before)) = rest.split_last() else { return false };
        if last.to_ascii_lowercase() != wanted {
            return false;
        }
        (first, rest) = (*last, before);
    }
    rest.last().is_none_or(|before| {
        !before.is_ascii_alphanumeric() || first.is_ascii_uppercase() && !before.is_ascii_uppercase()
    })
}

/// ISO/IEC 7812-1: 14 to 19 digits that begin as a scheme's do and have the right last one.
fn is_card(text: &str) -> bool {
    let mut digits = [0_u8; 19];
    let mut count = 0;
    for digit in text.bytes().filter(u8::is_ascii_digit) {
        let Some(free) = digits.get_mut(count) else { return false };
        (*free, count) = (digit - b'0', count + 1);
    }
    let digits = digits.get(..count).unwrap_or_default();
    let begins = digits.iter().take(4).fold(0, |number, digit| number * 10 + u16::from(*digit));
    let is_of_scheme = match begins {
        4000..=4999 => matches!(count, 16 | 19),
        5100..=5599 | 2221..=2720 => count == 16,
        3400..=3499 | 3700..=3799 => count == 15,
        3000..=3059 | 3600..=3699 | 3800..=3999 => count == 14,
        3528..=3589 | 6011 | 6200..=6299 | 6440..=6599 => count == 16,
        _ => false,
    };
    // ISO/IEC 7812-1 annex B.
    let sum = |(at, digit): (usize, &u8)| match (at % 2, *digit) {
        (0, digit) => digit,
        (_, digit @ 5..) => digit * 2 - 9,
        (_, digit) => digit * 2,
    };
    is_of_scheme && digits.iter().rev().enumerate().map(sum).sum::<u8>() % 10 == 0
}

/// ISO 13616-1: country, two check digits, account; the whole, with its beginning behind, leaves 1 by 97.
fn is_account(text: &str) -> bool {
    let [a, b, c, d, ..] = text.as_bytes() else { return false };
    if ![a, b].iter().all(|byte| byte.is_ascii_uppercase()) || ![c, d].iter().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (first, rest) = text.split_at_checked(4).unwrap_or_default();
    let mut count = 0;
    let mut left = 0;
    for byte in rest.bytes().chain(first.bytes()).filter(|byte| *byte != b' ') {
        count += 1;
        left = match byte {
            b'0'..=b'9' => left * 10 + u32::from(byte - b'0'),
            b'A'..=b'Z' => left * 100 + u32::from(byte - b'A') + 10,
            _ => return false,
        } % 97;
    }
    (15..=34).contains(&count) && left == 1
}

/// The names of values that one finding speaks of.
#[derive(Default)]
pub(super) struct Names {
    /// The first of them.
    pub(super) names: Vec<String>,
    more: usize,
    place: Place,
}

/// So many names are told.
const TOLD: usize = 6;

impl Names {
    pub(super) fn add(&mut self, name: &str, place: &dyn Fn() -> Place) {
        let name = display::capped(name, 40);
        if self.names.is_empty() {
            self.place = place();
        }
        match self.names.contains(&name) {
            true => {}
            false if self.names.len() < TOLD => self.names.push(name),
            false => self.more += 1,
        }
    }

    pub(super) fn evidence(self, id: &str, severity: Severity, beginning: &str) -> Option<Evidence> {
        let more = if self.more == 0 { String::new() } else { [" and ", &self.more.to_string(), " more"].concat() };
        let message = [beginning, "`", &self.names.join("`, `"), "`", &more, "."].concat();
        let of_family =
            Evidence { id: Some(id.to_owned()), severity: Some(severity), ..Evidence::new(message, self.place) };
        (!self.names.is_empty()).then_some(of_family)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_names_by_their_last_words() {
        for name in
            ["password", "Password", "DB_PASSWORD", "user-password", "userPassword", "data.password", "pass_word"]
        {
            assert!(ends_in(name, "password"), "{name}");
        }
        for name in ["password_expires", "passwords", "nopassword", "NOPASSWORD", "word", ""] {
            assert!(!ends_in(name, "password"), "{name}");
        }
        assert!(ends_in("apiKey", "apikey") && ends_in("x-api-key", "apikey") && !ends_in("monkey", "key"));
    }

    #[test]
    fn last_letters_are_those_of_the_words() {
        let words = NAMES.iter().flat_map(|(_, words)| *words);
        assert!(
            words
                .into_iter()
                .all(|word| by_name(word).is_some() && LAST_LETTERS.contains(&word.as_bytes()[word.len() - 1]))
        );
    }

    #[test]
    fn knows_cards_by_their_schemes_and_last_digits() {
        for text in [
            "4242424242424242",
            "4242 4242 4242 4242",
            "5555-5555-5555-4444",
            "2223003122003222",
            "378282246310005",
            "30569309025904",
            "6011111111111117",
            "3530111333300000",
        ] {
            assert!(is_card(text), "{text}");
        }
        for text in ["4242424242424241", "1234567812345670", "42424242424242", "4242424242424242424242", "", "0"] {
            assert!(!is_card(text), "{text}");
        }
    }

    #[test]
    fn knows_accounts_by_their_check_digits() {
        for text in ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "NO9386011117947"] {
            assert!(is_account(text), "{text}");
        }
        for text in ["DE88370400440532013000", "DE8937040044é32013000", "de89370400440532013000", "DE89", "€€"] {
            assert!(!is_account(text), "{text}");
        }
    }

    #[test]
    fn knows_people_and_networks() {
        for text in ["ada@example.com", "+4915112345678"] {
            assert!(Word::of(text).is_personal(), "{text}");
        }
        for text in ["ada", "x@clients", "mailto:a@b.example", "a@b.iam.gserviceaccount.com", "+1", "@a.example", "+x"]
        {
            assert!(!Word::of(text).is_personal(), "{text}");
        }
        for text in [
            "10.0.0.7",
            "https://192.168.1.1/x",
            "db.prod.internal",
            "http://wiki.corp/x",
            "/home/ada/.ssh",
            "C:\\Users",
            "Error\n    at main.js:1",
        ] {
            assert!(Word::of(text).is_internal(), "{text}");
        }
        for text in
            ["8.8.8.8", "1.2.3", "https://a.example", "api", "https://kubernetes.default.svc.cluster.local", "/x"]
        {
            assert!(!Word::of(text).is_internal(), "{text}");
        }
    }
}
