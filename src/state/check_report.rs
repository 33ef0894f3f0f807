//! What reports say of a check with the reader's key. They never hold the key.

use decode::{Note, Token};
use share::report::{CheckedToken, DecryptedContent};

use super::State;
use super::check_answer::{CheckAnswer, CheckedSignature, DecryptionAnswer, KeyOwnerAnswer, SignatureOutcome};

impl State {
    /// None for a token that was not checked with a key of the reader's.
    pub(super) fn reported_check(&self, token: &Token) -> Option<CheckedToken> {
        let answer = self.check_with_key(token)?;
        let reported = answer.reported.clone();
        let plaintext = match &answer.decryption {
            Some(DecryptionAnswer::Text { text, .. }) => text.clone().into_bytes(),
            Some(DecryptionAnswer::Bytes { bytes, .. }) => bytes.clone(),
            Some(DecryptionAnswer::Failed(_)) | None => return Some(reported),
        };
        Some(reported.with_content(DecryptedContent::of(plaintext, self.context())))
    }

    /// The same with what a service expects of it, where the reader wrote that.
    pub(super) fn reported(&self, token: &Token) -> Option<CheckedToken> {
        let checked = self.reported_check(token);
        match self.expecting.reported_on(token) {
            Some(answer) => Some(checked.unwrap_or_default().with_expectations(answer.clone())),
            None => checked,
        }
    }

    fn check_with_key(&self, token: &Token) -> Option<&CheckAnswer> {
        let is_with_key = !self.checking.key.is_blank();
        self.check_of(token).filter(|_| is_with_key).map(AsRef::as_ref)
    }

    /// What the check of the token that is shown came to.
    pub(super) fn check_sentence(&self) -> Option<String> {
        let said = sentence(self.check_with_key(&self.shown()?.token)?)?;
        let binding = self.key_binding().and_then(|binding| sentence(self.check_with_key(&binding.token)?));
        Some(match binding {
            Some(binding) => format!("{said} Of the key binding: {binding}"),
            None => said,
        })
    }

    /// In a report on a copy without the signature, or with claims masked: there is nothing in it that could be checked.
    pub(super) fn note_on_check(&self) -> Option<Note> {
        let message = format!(
            "{} That was found out about the whole token; this copy keeps something back, and the details with it.",
            self.check_sentence()?
        );
        Some(Note::new("checked-before", message))
    }
}

/// None where there is no signature, and nothing was encrypted.
fn sentence(answer: &CheckAnswer) -> Option<String> {
    match &answer.decryption {
        Some(DecryptionAnswer::Failed(_)) => {
            return Some("No key that the author of this report pasted decrypts it.".to_owned());
        }
        Some(_) => {
            let said =
                "It was decrypted with a key that the author of this report pasted. What was inside is not told here.";
            return Some(said.to_owned());
        }
        None => {}
    }
    if let [alone] = &*answer.signatures {
        return Some(format!("The signature {}.", of_signature(alone)));
    }
    let count = answer.signatures.len();
    let numbered = answer.signatures.iter().enumerate();
    let sentences =
        numbered.map(|(position, check)| format!("Signature {} of {count} {}.", position + 1, of_signature(check)));
    Some(sentences.collect::<Vec<_>>().join(" ")).filter(|said| !said.is_empty())
}

/// "fits a key that the author of this report pasted".
fn of_signature(check: &CheckedSignature) -> &'static str {
    match (check.outcome, check.whose()) {
        (SignatureOutcome::Fits, _) if check.must_be_refused() => "fits a key, but a service must refuse the token",
        (SignatureOutcome::Fits, Some(KeyOwnerAnswer::Pasted)) => "fits a key that the author of this report pasted",
        (SignatureOutcome::Fits, Some(KeyOwnerAnswer::Public)) => "fits a published secret: anyone can sign with it",
        (SignatureOutcome::Fits, _) if check.fits_confirmed_key() => "fits the key in `cnf` of the token around it",
        (SignatureOutcome::Fits, _) => "fits a key that the token itself carries, which proves nothing",
        (SignatureOutcome::DoesNotFit, _) if check.fits_otherwise() => {
            "does not fit a key that the author of this report pasted as it stands"
        }
        (SignatureOutcome::DoesNotFit, _) => "does not fit a key that the author of this report pasted",
        (SignatureOutcome::CannotBeChecked, _) => "cannot be checked with what the author of this report pasted",
        (SignatureOutcome::Unsigned, _) => "is missing: there is nothing to check",
    }
}
