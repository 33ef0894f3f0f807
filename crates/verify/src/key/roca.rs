//! RSA keys of a faulty generator, CVE-2017-15361 ("ROCA").
//!
//! Nemec et al., "The Return of Coppersmith's Attack", ACM CCS 2017, section 2.3: the moduli that it makes are powers of
//! 65537 modulo each of the first odd primes. Other moduli are so only by a chance of less than one in 2^27.

/// The odd primes up to 167, as the authors' own test has them.
const PRIMES: [u32; 38] = [
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113,
    127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/// Whether a modulus, big-endian, has the fingerprint.
pub(super) fn has_fingerprint(modulus: &[u8]) -> bool {
    PRIMES.into_iter().all(|prime| {
        let remainder = modulus.iter().fold(0, |remainder: u32, byte| (remainder << 8 | u32::from(*byte)) % prime);
        let powers = std::iter::successors(Some(1), |power: &u32| Some(power * 65_537 % prime));
        powers.take(prime as usize).any(|power| power == remainder)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes of 65537^exponent, which is what the fingerprint asks for modulo every prime.
    fn power(exponent: usize) -> Vec<u8> {
        let mut bytes = vec![1_u8];
        for _ in 0..exponent {
            // Times 65537: itself, and itself two bytes further left.
            let mut carry = 0_u32;
            let length = bytes.len();
            let little: Vec<u8> = bytes.iter().rev().copied().collect();
            bytes = (0..length + 2)
                .map(|at| {
                    let low = little.get(at).copied().unwrap_or(0);
                    let high = at.checked_sub(2).and_then(|at| little.get(at)).copied().unwrap_or(0);
                    carry += u32::from(low) + u32::from(high);
                    let byte = carry as u8;
                    carry >>= 8;
                    byte
                })
                .collect();
            bytes.reverse();
        }
        bytes
    }

    #[test]
    fn powers_of_65537_have_the_fingerprint_and_their_neighbours_have_not() {
        for exponent in [1, 7, 64, 127] {
            let mut modulus = power(exponent);
            assert!(has_fingerprint(&modulus), "{exponent}");
            *modulus.last_mut().expect("a byte") += 2;
            assert!(!has_fingerprint(&modulus), "{exponent}");
        }
    }
}
