//! Content keys wrapped with a symmetric key: AES Key Wrap (RFC 3394).

use aes_kw::{KeyInit, KwAes128, KwAes192, KwAes256};

/// No content key is longer than 64 bytes; a wrapped one has 8 more.
const WRAPPED: std::ops::RangeInclusive<usize> = 24..=1_024;

/// The wrapped key, or None where its integrity check fails.
pub(super) fn unwrap_aes_kw(key: &[u8], wrapped: &[u8]) -> Option<Vec<u8>> {
    if !WRAPPED.contains(&wrapped.len()) {
        return None;
    }
    let mut unwrapped = vec![0; wrapped.len()];
    let unwrapped = match key.len() {
        16 => KwAes128::new_from_slice(key).ok()?.unwrap_key(wrapped, &mut unwrapped),
        24 => KwAes192::new_from_slice(key).ok()?.unwrap_key(wrapped, &mut unwrapped),
        32 => KwAes256::new_from_slice(key).ok()?.unwrap_key(wrapped, &mut unwrapped),
        _ => return None,
    };
    unwrapped.ok().map(<[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3394 section 4.1.
    #[test]
    fn unwraps_the_example_of_the_standard() {
        let key: Vec<u8> = (0..16).collect();
        let mut wrapped = [
            0x1F, 0xA6, 0x8B, 0x0A, 0x81, 0x12, 0xB4, 0x47, 0xAE, 0xF3, 0x4B, 0xD8, 0xFB, 0x5A, 0x7B, 0x82, 0x9D, 0x3E,
            0x86, 0x23, 0x71, 0xD2, 0xCF, 0xE5,
        ];
        let data: Vec<u8> = (0..16).map(|byte| byte * 0x11).collect();
        assert_eq!(unwrap_aes_kw(&key, &wrapped), Some(data));
        wrapped[3] ^= 1;
        assert_eq!(unwrap_aes_kw(&key, &wrapped), None);
        for length in 0..24 {
            assert_eq!(unwrap_aes_kw(&key, &wrapped[..length]), None);
            assert_eq!(unwrap_aes_kw(&wrapped[..length.min(15)], &wrapped), None);
        }
    }
}
