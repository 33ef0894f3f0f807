//! PBKDF2 in slices: hundreds of thousands of rounds take seconds in a page. RFC 8018 section 5.2.

use ::hmac::digest::{Output, OutputSizeUser};
use ::hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha384, Sha512};

use crate::check::Sha2;

/// A password on its way to a key that is no longer than its hash, as those of PBES2 are: RFC 7518 section 4.8.
pub(super) enum Stretching {
    Sha256(Rounds<Hmac<Sha256>>),
    Sha384(Rounds<Hmac<Sha384>>),
    Sha512(Rounds<Hmac<Sha512>>),
}

pub(super) struct Rounds<M: OutputSizeUser> {
    keyed: M,
    last: Output<M>,
    sum: Output<M>,
    left: u64,
}

impl Stretching {
    /// None where there are no rounds.
    pub(super) fn new(hash: Sha2, password: &[u8], salt: &[u8], rounds: u64) -> Option<Self> {
        Some(match hash {
            Sha2::Sha256 => Self::Sha256(Rounds::new(password, salt, rounds)?),
            Sha2::Sha384 => Self::Sha384(Rounds::new(password, salt, rounds)?),
            Sha2::Sha512 => Self::Sha512(Rounds::new(password, salt, rounds)?),
        })
    }

    /// How many rounds are left.
    pub(super) fn left(&self) -> u64 {
        match self {
            Self::Sha256(rounds) => rounds.left,
            Self::Sha384(rounds) => rounds.left,
            Self::Sha512(rounds) => rounds.left,
        }
    }

    /// Goes on for at most so many rounds.
    pub(super) fn advance(&mut self, rounds: u64) {
        match self {
            Self::Sha256(state) => state.advance(rounds),
            Self::Sha384(state) => state.advance(rounds),
            Self::Sha512(state) => state.advance(rounds),
        }
    }

    /// The first `length` bytes of the key.
    pub(super) fn key(&self, length: usize) -> Vec<u8> {
        let sum: &[u8] = match self {
            Self::Sha256(rounds) => &rounds.sum,
            Self::Sha384(rounds) => &rounds.sum,
            Self::Sha512(rounds) => &rounds.sum,
        };
        sum.iter().copied().take(length).collect()
    }
}

impl<M: Mac + KeyInit + Clone> Rounds<M> {
    fn new(password: &[u8], salt: &[u8], rounds: u64) -> Option<Self> {
        let left = rounds.checked_sub(1)?;
        let keyed = <M as KeyInit>::new_from_slice(password).ok()?;
        // The number of the block, of which there is one.
        let first = keyed.clone().chain_update(salt).chain_update(1u32.to_be_bytes()).finalize().into_bytes();
        Some(Self { keyed, last: first.clone(), sum: first, left })
    }

    fn advance(&mut self, rounds: u64) {
        for _ in 0..rounds.min(self.left) {
            self.last = self.keyed.clone().chain_update(&self.last).finalize().into_bytes();
            for (sum, byte) in self.sum.iter_mut().zip(&self.last) {
                *sum ^= byte;
            }
            self.left -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// However it is cut into slices, the key is that of the `pbkdf2` crate.
        #[test]
        fn slices_give_the_same_key(
            password in prop::collection::vec(any::<u8>(), 0..100),
            salt in prop::collection::vec(any::<u8>(), 0..40),
            rounds in 1u32..300,
            slice in 1u64..100,
        ) {
            for (hash, length) in [(Sha2::Sha256, 16), (Sha2::Sha384, 24), (Sha2::Sha512, 32)] {
                let mut stretching = Stretching::new(hash, &password, &salt, rounds.into()).unwrap();
                while stretching.left() > 0 {
                    stretching.advance(slice);
                }
                let mut key = vec![0; length];
                match hash {
                    Sha2::Sha256 => pbkdf2::pbkdf2::<Hmac<Sha256>>(&password, &salt, rounds, &mut key),
                    Sha2::Sha384 => pbkdf2::pbkdf2::<Hmac<Sha384>>(&password, &salt, rounds, &mut key),
                    Sha2::Sha512 => pbkdf2::pbkdf2::<Hmac<Sha512>>(&password, &salt, rounds, &mut key),
                }.unwrap();
                prop_assert_eq!(stretching.key(length), key);
            }
        }
    }
}
