//! What a check of the signature found, read from the JSON in which it comes.

use decode::base64url;
use decode::json::{self, JsonKind, Value};
use share::report::CheckedToken;

use super::chain_answer::ChainAnswer;

/// The whole answer for one token.
#[derive(Debug, PartialEq)]
pub struct CheckAnswer {
    /// What the text in the key box was read as.
    pub keys: Vec<KeyLine>,
    pub key_remarks: Vec<CheckNote>,
    /// One for each signature of the token.
    pub signatures: Vec<CheckedSignature>,
    pub keys_published: Option<KeysPublished>,
    /// Of an encrypted token.
    pub decryption: Option<DecryptionAnswer>,
    /// All of it as it stands in reports, without what was decrypted.
    pub reported: CheckedToken,
}

/// One key of those that were pasted.
#[derive(Debug, PartialEq, Default)]
pub struct KeyLine {
    pub kid: Option<String>,
    /// "RSA 2048".
    pub kind: String,
    /// "JWKS", "PEM".
    pub from: String,
    pub is_private: bool,
    pub remarks: Vec<CheckNote>,
}

#[derive(Debug, PartialEq)]
pub struct CheckNote {
    /// Stable, in kebab case.
    pub id: String,
    /// A full sentence for people.
    pub message: String,
}

#[derive(Debug, PartialEq)]
pub struct CheckedSignature {
    pub outcome: SignatureOutcome,
    /// Whose key fits; None where none does.
    pub owner: Option<KeyOwnerAnswer>,
    pub key: Option<FittingKeyAnswer>,
    pub remarks: Vec<CheckNote>,
    /// Why it does not fit as it stands, the likeliest first.
    pub explanations: Vec<CheckNote>,
    /// In how many ways it was tried.
    pub tried: usize,
    /// Of the certificates in the token's `x5c`.
    pub chain: Option<ChainAnswer>,
    /// Why it cannot be checked, in a sentence.
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureOutcome {
    Fits,
    DoesNotFit,
    CannotBeChecked,
    Unsigned,
}

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOwnerAnswer {
    /// The reader's.
    Pasted,
    /// The token carries it.
    Token,
    /// It is published, so that anyone can sign with it.
    Public,
}

#[derive(Debug, PartialEq, Default)]
pub struct FittingKeyAnswer {
    /// Its position among the keys that were pasted.
    pub index: Option<usize>,
    pub kid: Option<String>,
    pub kind: String,
    pub from: String,
}

/// Where a known issuer publishes its keys.
#[derive(Debug, PartialEq)]
pub struct KeysPublished {
    /// Stable, in kebab case.
    pub id: String,
    pub sentence: String,
    /// Prints them.
    pub command: Option<String>,
}

#[derive(Debug, PartialEq)]
pub enum DecryptionAnswer {
    Text {
        key: FittingKeyAnswer,
        /// Its position in a JSON serialization.
        recipient: usize,
        how: String,
        text: String,
    },
    /// What was encrypted is not UTF-8.
    Bytes { recipient: usize, how: String, bytes: Vec<u8> },
    /// Why it could not be decrypted.
    Failed(Vec<CheckNote>),
}

impl CheckAnswer {
    /// None for what is no such answer.
    pub fn read(answer: &str) -> Option<Self> {
        let value = json::read(answer.as_bytes()).value?;
        let reader = AnswerReader { answer };
        Some(Self {
            keys: items(value.member("keys")).map(|key| reader.key_line(key)).collect(),
            key_remarks: notes(value.member("keyRemarks")),
            signatures: items(value.member("signatures"))
                .map(|check| reader.signature(check))
                .collect::<Option<_>>()?,
            keys_published: value.member("whereKeysAre").and_then(|published| {
                let sentence = text(published, "sentence")?;
                let id = text(published, "id").unwrap_or_default();
                Some(KeysPublished { id, sentence, command: text(published, "command") })
            }),
            decryption: value.member("decrypted").and_then(|decrypted| reader.decryption(decrypted)),
            reported: CheckedToken::read(&value, answer),
        })
    }

    /// Whether the text in the key box is a token.
    pub fn key_is_token(&self) -> bool {
        self.key_remarks.iter().any(|remark| remark.id == "is-token")
    }
}

impl CheckedSignature {
    /// The mathematics fits, but RFC 7515 section 4.1.11 or RFC 7797 section 6 has a service refuse the token.
    pub fn must_be_refused(&self) -> bool {
        self.remarks.iter().any(|remark| matches!(&*remark.id, "crit-unknown" | "b64-without-crit"))
    }

    /// It fits the key of the token's first certificate, and certificates lead from there to what the reader pasted.
    pub fn fits_by_certificates(&self) -> bool {
        let leads = self.remarks.iter().any(|remark| remark.id == "x5c-chain-to-pasted-root");
        leads && self.fits(KeyOwnerAnswer::Pasted)
    }

    /// It fits the key that the token around it names: the one that holders of an SD-JWT prove to have (RFC 9901 section
    /// 4.1.2).
    pub fn fits_confirmed_key(&self) -> bool {
        self.fits(KeyOwnerAnswer::Token) && self.remarks.iter().any(|remark| remark.id == "key-binding")
    }

    /// It does not fit as it stands, and an explanation says with what change it does.
    pub fn fits_otherwise(&self) -> bool {
        let changed = |note: &CheckNote| !REASONS.contains(&&*note.id) && !note.is_key_source();
        self.outcome == SignatureOutcome::DoesNotFit && self.explanations.iter().any(changed)
    }

    /// Why it does not fit, without where the keys are.
    pub fn causes(&self) -> impl Iterator<Item = &CheckNote> {
        self.explanations.iter().filter(|note| !note.is_key_source())
    }

    pub fn fits(&self, owner: KeyOwnerAnswer) -> bool {
        self.outcome == SignatureOutcome::Fits && self.whose() == Some(owner)
    }

    /// Whose key it is. A published secret stays one when the reader pastes it.
    pub fn whose(&self) -> Option<KeyOwnerAnswer> {
        let is_public = self.remarks.iter().any(|remark| remark.id == "key-is-public");
        if is_public { Some(KeyOwnerAnswer::Public) } else { self.owner }
    }
}

/// The hint that asks for the root of the token's certificates.
const ROOT: &str = "x5c-root";

impl KeysPublished {
    /// It asks for the root to which the token's certificates are to lead.
    pub fn is_root(&self) -> bool {
        self.id == ROOT
    }
}

impl DecryptionAnswer {
    /// The position of the recipient whose key decrypted it.
    pub fn recipient(&self) -> Option<usize> {
        match self {
            Self::Text { recipient, .. } | Self::Bytes { recipient, .. } => Some(*recipient),
            Self::Failed(_) => None,
        }
    }
}

/// Explanations that name a reason, and nothing that fits.
const REASONS: [&str; 3] = ["kid-not-in-set", "signature-cut", "signature-length"];

/// Explanations that say where keys are, which `KeysPublished` says too.
const KEY_SOURCES: [&str; 5] = ["keys-at", "keys-not-published", "project-secret", "site-secret-wanted", ROOT];

impl CheckNote {
    fn is_key_source(&self) -> bool {
        KEY_SOURCES.contains(&&*self.id)
    }
}

pub(super) struct AnswerReader<'a> {
    /// Numbers are the text of their spans.
    answer: &'a str,
}

impl AnswerReader<'_> {
    fn signature(&self, check: &Value) -> Option<CheckedSignature> {
        Some(CheckedSignature {
            outcome: match check.member("signature")?.as_str()? {
                "fits" => SignatureOutcome::Fits,
                "does-not-fit" => SignatureOutcome::DoesNotFit,
                "cannot-be-checked" => SignatureOutcome::CannotBeChecked,
                "unsigned" => SignatureOutcome::Unsigned,
                _ => return None,
            },
            owner: match check.member("whose").and_then(Value::as_str) {
                Some("pasted") => Some(KeyOwnerAnswer::Pasted),
                Some("token") => Some(KeyOwnerAnswer::Token),
                Some("public") => Some(KeyOwnerAnswer::Public),
                _ => None,
            },
            key: check.member("key").and_then(|key| self.fitting_key(key)),
            remarks: notes(check.member("remarks")),
            explanations: notes(check.member("explanations")),
            tried: self.number(check, "tried").unwrap_or_default(),
            chain: check.member("chain").and_then(|chain| self.chain(chain)),
            reason: text(check, "reason"),
        })
    }

    fn key_line(&self, key: &Value) -> KeyLine {
        KeyLine {
            kid: text(key, "kid"),
            kind: text(key, "kind").unwrap_or_default(),
            from: text(key, "from").unwrap_or_default(),
            is_private: matches!(key.member("isPrivate"), Some(Value { kind: JsonKind::Bool(true), .. })),
            remarks: notes(key.member("remarks")),
        }
    }

    fn fitting_key(&self, key: &Value) -> Option<FittingKeyAnswer> {
        Some(FittingKeyAnswer {
            index: self.number(key, "index"),
            kid: text(key, "kid"),
            kind: text(key, "kind")?,
            from: text(key, "from").unwrap_or_default(),
        })
    }

    fn decryption(&self, decrypted: &Value) -> Option<DecryptionAnswer> {
        if let Some(reasons) = decrypted.member("reasons") {
            return Some(DecryptionAnswer::Failed(notes(Some(reasons))));
        }
        let how = text(decrypted, "how").unwrap_or_default();
        let recipient = self.number(decrypted, "recipient").unwrap_or_default();
        if let Some(encoded) = text(decrypted, "base64url") {
            return Some(DecryptionAnswer::Bytes { recipient, how, bytes: base64url::decode(&encoded).bytes });
        }
        Some(DecryptionAnswer::Text {
            text: text(decrypted, "text")?,
            key: decrypted.member("key").and_then(|key| self.fitting_key(key)).unwrap_or_default(),
            recipient,
            how,
        })
    }

    pub(super) fn number(&self, value: &Value, name: &str) -> Option<usize> {
        self.instant(value, name)?.try_into().ok()
    }

    pub(super) fn instant(&self, value: &Value, name: &str) -> Option<i64> {
        let number = value.member(name).filter(|number| number.kind == JsonKind::Number)?;
        number.span.in_str(self.answer).parse().ok()
    }
}

pub(super) fn text(value: &Value, name: &str) -> Option<String> {
    value.member(name)?.as_str().map(str::to_owned)
}

pub(super) fn items(list: Option<&Value>) -> impl Iterator<Item = &Value> {
    let items: &[Value] = match list {
        Some(Value { kind: JsonKind::Array(items), .. }) => items,
        _ => &[],
    };
    items.iter()
}

fn notes(list: Option<&Value>) -> Vec<CheckNote> {
    items(list).filter_map(|note| Some(CheckNote { id: text(note, "id")?, message: text(note, "message")? })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_check_says() {
        let answer = CheckAnswer::read(
            r#"{"keys":[{"kid":"a","kind":"RSA 2048","from":"JWKS","isPrivate":true,"remarks":[{"id":"x","message":"X."}]}],
                "keyRemarks":[{"id":"is-token","message":"T."}],
                "signatures":[{"signature":"fits","whose":"pasted","key":{"index":2,"kid":null,"kind":"RSA 2048","from":"JWKS"},
                    "remarks":[],"explanations":[],"tried":612}],
                "whereKeysAre":{"sentence":"S.","command":"curl"},"decrypted":null}"#,
        )
        .expect("an answer");
        assert!(answer.key_is_token() && answer.keys[0].is_private && answer.keys[0].remarks.len() == 1);
        let signature = &answer.signatures[0];
        assert!(signature.fits(KeyOwnerAnswer::Pasted) && !signature.must_be_refused() && signature.tried == 612);
        assert_eq!(signature.key.as_ref().map(|key| (key.index, &key.kid)), Some((Some(2), &None)));
        assert_eq!(answer.keys_published.and_then(|published| published.command).as_deref(), Some("curl"));
        assert_eq!(answer.decryption, None);
    }

    #[test]
    fn claims_nothing_of_what_it_does_not_know() {
        assert_eq!(CheckAnswer::read(r#"{"signatures":[{"signature":"good","whose":"pasted"}]}"#), None);
        assert_eq!(CheckAnswer::read("no JSON"), None);
        let answer = CheckAnswer::read(r#"{"signatures":[{"signature":"fits","whose":"somebody"}]}"#);
        assert!(answer.is_some_and(|answer| answer.signatures[0].owner.is_none()));
        let empty = CheckAnswer::read("{}").expect("an answer");
        assert!(empty.signatures.is_empty() && empty.keys.is_empty() && empty.decryption.is_none());
    }
}
