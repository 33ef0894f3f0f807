//! What a service expects, held against a token: the member `expectations` of a token in the report.

use decode::json::{self, Value};
use expectations::{ExpectationAnswer, KnownSignature};
use verify::{KeyOwner, SignatureCheck, SignatureVerdict};

use super::value::Json;

/// What a service's expectations come to, as the report has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportedExpectations(pub(super) Json<'static>);

impl ReportedExpectations {
    pub(super) fn of(answer: &ExpectationAnswer) -> Self {
        let written = answer.json();
        let read = json::read(written.as_bytes()).value;
        read.map_or(Self(Json::Null), |answer| Self::read(&answer, &written))
    }

    /// From JSON that an [`ExpectationAnswer`] wrote.
    pub fn read(answer: &Value, source: &str) -> Self {
        Self(Json::read(answer, source).into_owned())
    }
}

/// What the checks of a token's signatures come to. Without a key of the reader's, one that does not fit was only tried with
/// keys that the token carries and published secrets.
pub(super) fn known_signature(checks: &[SignatureCheck], has_key: bool) -> KnownSignature {
    KnownSignature::of_several(checks.iter().map(|check| match check.signature {
        SignatureVerdict::Fits if check.whose == Some(KeyOwner::Pasted) && !check.fits_published_secret() => {
            KnownSignature::FitsPastedKey
        }
        SignatureVerdict::Fits => KnownSignature::FitsOtherKey,
        SignatureVerdict::Unsigned => KnownSignature::Unsigned,
        _ if !has_key => KnownSignature::NotChecked,
        SignatureVerdict::CannotBeChecked => KnownSignature::CannotBeChecked,
        SignatureVerdict::DoesNotFit => KnownSignature::DoesNotFit,
    }))
}

#[cfg(test)]
mod tests {
    use expectations::KnownSignature::*;
    use verify::Remark;

    use super::*;

    fn check(signature: SignatureVerdict, whose: Option<KeyOwner>) -> SignatureCheck {
        SignatureCheck {
            signature,
            whose,
            key: None,
            remarks: Vec::new(),
            explanations: Vec::new(),
            tried: 1,
            reason: None,
            chain: None,
        }
    }

    #[test]
    fn each_verdict_is_known_as_what_it_is() {
        for (signature, whose, with_key, without) in [
            (SignatureVerdict::Fits, Some(KeyOwner::Pasted), FitsPastedKey, FitsPastedKey),
            (SignatureVerdict::Fits, Some(KeyOwner::Token), FitsOtherKey, FitsOtherKey),
            (SignatureVerdict::Fits, Some(KeyOwner::Public), FitsOtherKey, FitsOtherKey),
            (SignatureVerdict::DoesNotFit, None, DoesNotFit, NotChecked),
            (SignatureVerdict::CannotBeChecked, None, CannotBeChecked, NotChecked),
            (SignatureVerdict::Unsigned, None, Unsigned, Unsigned),
        ] {
            let checks = [check(signature, whose)];
            assert_eq!(known_signature(&checks, true), with_key, "{signature:?}");
            assert_eq!(known_signature(&checks, false), without, "{signature:?}");
        }
        assert_eq!(known_signature(&[], true), NotChecked);
    }

    #[test]
    fn a_published_secret_stays_one_when_it_is_pasted() {
        let mut published = check(SignatureVerdict::Fits, Some(KeyOwner::Pasted));
        published.remarks.push(Remark { id: "key-short-secret", message: String::new() });
        assert_eq!(known_signature(std::slice::from_ref(&published), true), FitsPastedKey);
        published.remarks.push(Remark { id: "key-is-public", message: String::new() });
        assert_eq!(known_signature(&[published], true), FitsOtherKey);
    }

    #[test]
    fn of_several_one_that_cannot_be_checked_may_still_fit() {
        let wrong = || check(SignatureVerdict::DoesNotFit, None);
        let unknown = || check(SignatureVerdict::CannotBeChecked, None);
        let fits = check(SignatureVerdict::Fits, Some(KeyOwner::Pasted));
        assert_eq!(known_signature(&[wrong(), unknown()], true), CannotBeChecked);
        assert_eq!(known_signature(&[wrong(), check(SignatureVerdict::Unsigned, None)], true), DoesNotFit);
        assert_eq!(known_signature(&[wrong(), unknown(), fits], true), FitsPastedKey);
    }
}
