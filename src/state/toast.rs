//! What a button or a key just did, said for a moment.

use super::Copied;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toast {
    Copied(Copied),
    NotCopied,
    NotPasted,
    ValuesHidden,
    ValuesShown,
}

impl Toast {
    pub fn message(self) -> &'static str {
        match self {
            Self::Copied(what) => what.message(),
            Self::NotCopied => "The browser did not allow copying",
            Self::NotPasted => "The browser did not allow reading the clipboard: paste into the box",
            Self::ValuesHidden => "Values hidden",
            Self::ValuesShown => "Values shown",
        }
    }
}
