//! What two tokens are called: by their times, or by their places where those do not tell.

use std::cmp::Ordering;

use decode::Token;

use super::times::is_known;
use crate::validity::validity;

/// What one of the two is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideName {
    /// The earlier token.
    Before,
    /// The later token.
    After,
    /// The one at the left, where their times do not tell.
    First,
    Second,
}

impl SideName {
    /// Above a column and before a colon.
    pub fn label(self) -> &'static str {
        match self {
            Self::Before => "Before",
            Self::After => "After",
            Self::First => "First",
            Self::Second => "Second",
        }
    }

    /// In a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Before => "the earlier token",
            Self::After => "the later token",
            Self::First => "the first token",
            Self::Second => "the second token",
        }
    }

    /// At the beginning of a sentence.
    pub fn beginning(self) -> &'static str {
        match self {
            Self::Before => "The earlier token",
            Self::After => "The later token",
            Self::First => "The first token",
            Self::Second => "The second token",
        }
    }
}

/// What these two are called, in their order.
pub fn side_names(one: &Token, other: &Token) -> [SideName; 2] {
    match order(one, other) {
        Some(Ordering::Less) => [SideName::Before, SideName::After],
        Some(Ordering::Greater) => [SideName::After, SideName::Before],
        _ => [SideName::First, SideName::Second],
    }
}

/// By the time of issue, then by the others. None where no time that both name differs.
fn order(one: &Token, other: &Token) -> Option<Ordering> {
    // Only the times as written are compared, so any instant will do.
    let [a, b] = [one, other].map(|token| validity(token, 0));
    let pairs = [(a.issued_at, b.issued_at), (a.not_before, b.not_before), (a.expires_at, b.expires_at)].into_iter();
    pairs.filter_map(|(a, b)| Some((a.filter(|at| is_known(*at))?, b.filter(|at| is_known(*at))?))).find_map(
        |(a, b)| {
            let order = a.cmp(&b);
            order.is_ne().then_some(order)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_with;

    #[test]
    fn the_earlier_one_is_before() {
        use SideName::{After, Before, First, Second};
        for (one, other, names) in [
            (r#"{"iat":1}"#, r#"{"iat":2}"#, [Before, After]),
            (r#"{"iat":2}"#, r#"{"iat":1}"#, [After, Before]),
            (r#"{"iat":1,"exp":9}"#, r#"{"iat":2,"exp":3}"#, [Before, After]),
            (r#"{"iat":1,"exp":9}"#, r#"{"iat":1,"exp":3}"#, [After, Before]),
            (r#"{"iat":1,"nbf":5}"#, r#"{"nbf":6}"#, [Before, After]),
            (r#"{"exp":5}"#, r#"{"exp":6}"#, [Before, After]),
            (r#"{"iat":5}"#, r#"{"exp":6}"#, [First, Second]),
            (r#"{"iat":5}"#, r#"{"iat":5.0}"#, [First, Second]),
            (r#"{"iat":1e400}"#, r#"{"iat":5}"#, [First, Second]),
            ("{}", "{}", [First, Second]),
        ] {
            assert_eq!(side_names(&token_with(one), &token_with(other)), names, "{one} {other}");
        }
    }
}
