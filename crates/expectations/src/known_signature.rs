//! What is known of a token's signatures, which a check found out before.

/// What is known of the signature. Only a key of the reader's says something about who signed.
///
/// In the order in which one of several signatures counts for all of them: see [`KnownSignature::of_several`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum KnownSignature {
    FitsPastedKey,
    /// The key stands in the token itself or is published.
    FitsOtherKey,
    /// No key of the reader's was there.
    #[default]
    NotChecked,
    /// Whoever shared the token left it out, and says so.
    LeftOut,
    CannotBeChecked,
    DoesNotFit,
    Unsigned,
}

impl KnownSignature {
    const ALL: [Self; 7] = [
        Self::FitsPastedKey,
        Self::FitsOtherKey,
        Self::NotChecked,
        Self::LeftOut,
        Self::CannotBeChecked,
        Self::DoesNotFit,
        Self::Unsigned,
    ];

    /// What several signatures come to for a service that takes a token when any one of them is valid.
    ///
    /// One must be (RFC 7515 section 5.2); whether a service wants more of them is its own decision, of which nothing is
    /// said here. So one that fits is enough, and one that could not be checked may still fit: as long as there is one,
    /// it is not known that the service refuses the token. Where none can fit, one that does not fit says more than one
    /// that is missing. Of no signatures at all nothing was checked.
    pub fn of_several(signatures: impl IntoIterator<Item = Self>) -> Self {
        signatures.into_iter().min().unwrap_or_default()
    }

    /// Stable, as the page asks the block with it.
    pub fn id(self) -> &'static str {
        match self {
            Self::FitsPastedKey => "fits-pasted",
            Self::FitsOtherKey => "fits-other",
            Self::NotChecked => "not-checked",
            Self::LeftOut => "left-out",
            Self::CannotBeChecked => "cannot-be-checked",
            Self::DoesNotFit => "does-not-fit",
            Self::Unsigned => "unsigned",
        }
    }

    /// The one with this id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::KnownSignature::*;
    use super::*;

    #[test]
    fn ids_lead_back() {
        for known in KnownSignature::ALL {
            assert_eq!(KnownSignature::of_id(known.id()), Some(known));
        }
        for id in ["", "fits", "Unsigned", "no such"] {
            assert_eq!(KnownSignature::of_id(id), None);
        }
    }

    #[test]
    fn one_or_none_is_itself() {
        assert_eq!(KnownSignature::of_several([]), NotChecked);
        for known in KnownSignature::ALL {
            assert_eq!(KnownSignature::of_several([known]), known);
            assert_eq!(KnownSignature::of_several([known, known]), known);
        }
    }

    #[test]
    fn all_mixtures_of_two_in_either_order() {
        for (one, other, both) in [
            (FitsPastedKey, FitsOtherKey, FitsPastedKey),
            (FitsPastedKey, NotChecked, FitsPastedKey),
            (FitsPastedKey, CannotBeChecked, FitsPastedKey),
            (FitsPastedKey, DoesNotFit, FitsPastedKey),
            (FitsPastedKey, Unsigned, FitsPastedKey),
            (FitsOtherKey, NotChecked, FitsOtherKey),
            (FitsOtherKey, CannotBeChecked, FitsOtherKey),
            (FitsOtherKey, DoesNotFit, FitsOtherKey),
            (FitsOtherKey, Unsigned, FitsOtherKey),
            (NotChecked, CannotBeChecked, NotChecked),
            (NotChecked, DoesNotFit, NotChecked),
            (NotChecked, Unsigned, NotChecked),
            // It may fit all the same.
            (CannotBeChecked, DoesNotFit, CannotBeChecked),
            (CannotBeChecked, Unsigned, CannotBeChecked),
            // The token is signed.
            (DoesNotFit, Unsigned, DoesNotFit),
        ] {
            assert_eq!(KnownSignature::of_several([one, other]), both, "{one:?} and {other:?}");
            assert_eq!(KnownSignature::of_several([other, one]), both, "{other:?} and {one:?}");
        }
    }

    #[test]
    fn of_more_than_two_the_order_does_not_matter() {
        let mut all = KnownSignature::ALL;
        for _ in 0..all.len() {
            all.rotate_left(1);
            assert_eq!(KnownSignature::of_several(all), FitsPastedKey);
            let none_fits = all.into_iter().filter(|known| *known > CannotBeChecked);
            assert_eq!(KnownSignature::of_several(none_fits), DoesNotFit);
        }
    }
}
