//! The questions of the guide, by name.

/// A question that the guide answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    MoreSecure,
    Decoded,
    Revoke,
    Lifetime,
    LocalStorage,
    Size,
    Stale,
    PersonalData,
    SignOrEncrypt,
    Algorithms,
    Keys,
    Audience,
    Profiles,
    Times,
    Exact,
    Damaged,
}

impl Question {
    /// The position in [`ASKED`](crate::ASKED).
    pub fn position(self) -> usize {
        self as usize
    }
}
