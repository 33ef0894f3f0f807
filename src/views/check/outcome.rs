//! What a check comes to, in the few words of banner, verdict, outline and announcement.

use inspect::Severity;

use crate::state::State;
use crate::state::check_answer::{CheckAnswer, CheckedSignature, DecryptionAnswer, KeyOwnerAnswer, SignatureOutcome};
use crate::state::checking::CheckStage;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckOutcome {
    NotChecked,
    UnderWay,
    /// All signatures fit a key that the reader pasted.
    FitsPasted,
    /// All signatures fit, and at least one a key from which certificates lead to what the reader pasted.
    FitsByCertificates,
    /// So many of so many.
    FitsInPart(usize, usize),
    /// It fits a key that the reader pasted, but names something that forbids to accept it.
    MustBeRefused,
    FitsOwnKey,
    /// The key that `cnf` of the token around it names.
    FitsConfirmedKey,
    FitsPublicSecret,
    /// As it stands, where it fits in another way.
    DoesNotFit {
        is_explained: bool,
    },
    CannotBeChecked,
    Unsigned,
    Decrypted,
    NotDecrypted,
}

impl CheckOutcome {
    pub fn of(state: &State) -> Self {
        match &state.checking.stage {
            CheckStage::NotBegun | CheckStage::Failed(_) => Self::NotChecked,
            CheckStage::Waiting | CheckStage::Running => Self::UnderWay,
            CheckStage::Checked(answer) => Self::of_answer(answer, !state.checking.key.is_blank()),
        }
    }

    fn of_answer(answer: &CheckAnswer, has_key: bool) -> Self {
        match &answer.decryption {
            Some(DecryptionAnswer::Text { .. } | DecryptionAnswer::Bytes { .. }) => return Self::Decrypted,
            Some(DecryptionAnswer::Failed(_)) if has_key => return Self::NotDecrypted,
            Some(DecryptionAnswer::Failed(_)) => return Self::NotChecked,
            None => {}
        }
        Self::of_signatures(&answer.signatures, has_key)
    }

    pub fn of_signatures(signatures: &[CheckedSignature], has_key: bool) -> Self {
        let any = |is_so: &dyn Fn(&CheckedSignature) -> bool| signatures.iter().any(is_so);
        let fitting = signatures.iter().filter(|it| it.fits(KeyOwnerAnswer::Pasted) && !it.must_be_refused()).count();
        if fitting > 0 && fitting == signatures.len() {
            if any(&|it| it.fits_by_certificates()) { Self::FitsByCertificates } else { Self::FitsPasted }
        } else if any(&|it| it.fits(KeyOwnerAnswer::Pasted) && it.must_be_refused()) {
            Self::MustBeRefused
        } else if any(&|it| it.fits(KeyOwnerAnswer::Public)) {
            Self::FitsPublicSecret
        } else if fitting > 0 {
            Self::FitsInPart(fitting, signatures.len())
        } else if any(&CheckedSignature::fits_confirmed_key) {
            Self::FitsConfirmedKey
        } else if any(&|it| it.fits(KeyOwnerAnswer::Token)) {
            Self::FitsOwnKey
        } else if !has_key {
            Self::NotChecked
        } else if any(&|it| it.outcome == SignatureOutcome::DoesNotFit) {
            Self::DoesNotFit { is_explained: any(&CheckedSignature::fits_otherwise) }
        } else if any(&|it| it.outcome == SignatureOutcome::Unsigned) {
            Self::Unsigned
        } else if signatures.is_empty() {
            Self::NotChecked
        } else {
            Self::CannotBeChecked
        }
    }

    /// The title of the banner, and the sentence below it.
    pub fn banner(self, is_encrypted: bool) -> (String, &'static str) {
        let sentence = match self {
            Self::FitsPasted => {
                return ("Signature fits the key you pasted. Nothing else was checked.".to_owned(), "");
            }
            Self::FitsByCertificates => {
                let title =
                    "Signature fits a key whose certificates lead to what you pasted. Nothing else was checked.";
                return (title.to_owned(), "");
            }
            Self::FitsInPart(some, all) => {
                let fit = if some == 1 { "fits" } else { "fit" };
                return (format!("{some} of {all} signatures {fit} the key you pasted. Nothing else was checked."), "");
            }
            Self::NotChecked | Self::UnderWay if is_encrypted => {
                "Anyone could have written this. Nothing was decrypted or checked."
            }
            Self::NotChecked | Self::UnderWay => "Anyone could have written this. The signature was not checked.",
            Self::MustBeRefused => "The signature fits the key you pasted, but a service must refuse this token.",
            Self::FitsOwnKey => {
                "Anyone could have written this. The signature fits a key that the token itself carries."
            }
            Self::FitsConfirmedKey => {
                "The signature fits the key that the token around it names. Nothing else was checked."
            }
            Self::FitsPublicSecret => "Anyone could have written this. The signature fits a published secret.",
            Self::DoesNotFit { is_explained: true } => "As it stands, the signature does not fit what you pasted.",
            Self::DoesNotFit { is_explained: false } => "The signature does not fit what you pasted.",
            Self::CannotBeChecked => "Anyone could have written this. The signature cannot be checked.",
            Self::Unsigned => "Anyone could have written this. There is no signature to check.",
            Self::Decrypted => {
                "Anyone could have written this. It was decrypted with your key, and nothing was checked."
            }
            Self::NotDecrypted => "Anyone could have written this. What you pasted does not decrypt it.",
        };
        ("Decoded, not verified".to_owned(), sentence)
    }

    /// The word of the verdict on the signature or encryption, where the check has one.
    pub fn verdict(self) -> Option<(String, Option<Severity>)> {
        let word = match self {
            Self::NotChecked | Self::UnderWay | Self::CannotBeChecked | Self::Unsigned => return None,
            Self::FitsInPart(some, all) => return Some((format!("{some} of {all} fit your key"), None)),
            Self::FitsPasted => "Fits your key",
            Self::FitsByCertificates => "Fits, up to your root",
            Self::FitsOwnKey => "Fits its own key",
            Self::FitsConfirmedKey => "Fits the named key",
            Self::DoesNotFit { .. } => "Does not fit your key",
            Self::Decrypted => "Decrypted with your key",
            Self::NotDecrypted => "Not decrypted",
            Self::MustBeRefused => return Some(("Fits, must be refused".to_owned(), Some(Severity::Warning))),
            Self::FitsPublicSecret => return Some(("Fits a public secret".to_owned(), Some(Severity::Warning))),
        };
        Some((word.to_owned(), None))
    }

    /// What is said of one of several signatures. None where nothing was found out about it.
    pub fn of_one(self) -> Option<&'static str> {
        Some(match self {
            Self::NotChecked | Self::UnderWay | Self::Decrypted | Self::NotDecrypted => return None,
            Self::FitsPasted | Self::FitsInPart(..) => "fits the key you pasted",
            Self::FitsByCertificates => "fits a key whose certificates lead to what you pasted",
            Self::MustBeRefused => "fits the key you pasted, but must be refused",
            Self::FitsOwnKey => "fits a key that the token itself carries",
            Self::FitsConfirmedKey => "fits the key that the token around it names",
            Self::FitsPublicSecret => "fits a published secret",
            Self::DoesNotFit { is_explained: true } => "does not fit what you pasted as it stands",
            Self::DoesNotFit { is_explained: false } => "does not fit what you pasted",
            Self::CannotBeChecked => "cannot be checked",
            Self::Unsigned => "missing",
        })
    }

    /// For the outline.
    pub fn in_short(self, is_encrypted: bool) -> String {
        let words = match self {
            Self::NotChecked if is_encrypted => "not decrypted",
            Self::NotChecked => "not checked",
            Self::UnderWay => "checking…",
            Self::FitsPasted => "fits your key",
            Self::FitsByCertificates => "fits, up to your root",
            Self::FitsInPart(some, all) => return format!("{some} of {all} fit"),
            Self::MustBeRefused => "must be refused",
            Self::FitsOwnKey => "fits its own key",
            Self::FitsConfirmedKey => "fits the named key",
            Self::FitsPublicSecret => "fits a public secret",
            Self::DoesNotFit { .. } => "does not fit",
            Self::CannotBeChecked => "cannot be checked",
            Self::Unsigned => "no signature",
            Self::Decrypted => "decrypted",
            Self::NotDecrypted => "not decrypted",
        };
        words.to_owned()
    }

    /// What those hear who do not see the page. None where nothing was checked.
    pub fn announcement(self, is_encrypted: bool) -> Option<String> {
        if matches!(self, Self::NotChecked | Self::UnderWay) {
            return None;
        }
        let (title, sentence) = self.banner(is_encrypted);
        Some(match sentence {
            "" => title,
            sentence => format!("{title}. {sentence}"),
        })
    }
}
