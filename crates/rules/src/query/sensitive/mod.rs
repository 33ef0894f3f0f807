//! Recognizes values that not everybody who holds a token should read, by their text and by their name.

mod check_digits;
mod named_values;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use named_values::NamedValues;
pub(crate) use text::SensitiveText;

/// What a value looks like that should not be in a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sensitive {
    PrivateKey,
    Password,
    PasswordHash,
    /// An address or a setting that contains a password.
    SettingWithPassword,
    Secret,
    /// A secret of a known service, which is named: "a Stripe secret key".
    KnownSecret(&'static str),
    /// A token that can be used by itself.
    Token,
    CardNumber,
    BankAccount,
    /// A number by which a state identifies a person.
    NationalId,
}

impl Sensitive {
    /// The end of a sentence that begins "looks like".
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::PrivateKey => "a private key",
            Self::Password => "a password",
            Self::PasswordHash => "a password hash, which can be guessed offline",
            Self::SettingWithPassword => "an address or setting with a password in it",
            Self::Secret => "a secret",
            Self::KnownSecret(name) => name,
            Self::Token => "a token that can be used by itself",
            Self::CardNumber => "the number of a payment card",
            Self::BankAccount => "the number of a bank account",
            Self::NationalId => "a national identity number",
        }
    }
}

/// The last words of names, in lower case and joined: `password` is that of `db_password` and of `userPassword`, but
/// not of `password_expires`.
const NAMES: [(Sensitive, &[&str]); 5] = [
    (
        Sensitive::Password,
        &["password", "passwd", "pwd", "passphrase", "passcode", "pin", "otp", "totpsecret", "securityanswer"],
    ),
    (
        Sensitive::Secret,
        &["secret", "apikey", "secretkey", "privatekey", "secretaccesskey", "accountkey", "connectionstring"],
    ),
    (Sensitive::Token, &["refreshtoken", "accesstoken", "idtoken"]),
    (
        Sensitive::NationalId,
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
    (Sensitive::CardNumber, &["card", "cardnumber", "creditcard", "ccnumber", "cc", "pan"]),
];

/// The last letters of the words above: most names end in another letter, and need no comparison.
const LAST_LETTERS: &[u8] = b"cdefgnprty";

/// What a value should be by its name alone.
fn by_name(name: &str) -> Option<Sensitive> {
    let last = name.as_bytes().last()?.to_ascii_lowercase();
    if !LAST_LETTERS.contains(&last) {
        return None;
    }
    let is_named = |word: &&str| word.as_bytes().last() == Some(&last) && ends_in(name, word);
    NAMES.iter().find(|(_, words)| words.iter().any(is_named)).map(|(kind, _)| *kind)
}

/// Whether a value of this name is a token that can be used by itself.
pub(crate) fn names_token(name: &str) -> bool {
    by_name(name) == Some(Sensitive::Token)
}

/// Whether a name is these words or ends in them. Words may be separated by `_`, `-`, a dot or a capital.
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
