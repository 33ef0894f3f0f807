//! Inflates what is compressed: raw DEFLATE streams (RFC 1951) and those of zlib (RFC 1950).

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use crate::error::FaultKind;

/// The bytes that a stream inflates to, at most `limit`, and the fault that ended it too early. What was inflated before
/// the fault is kept.
pub fn inflate(stream: &[u8], limit: usize) -> (Vec<u8>, Option<FaultKind>) {
    inflate_with(0, stream, limit)
}

/// As [`inflate`], of a stream with the header and the checksum of zlib.
pub fn inflate_zlib(stream: &[u8], limit: usize) -> (Vec<u8>, Option<FaultKind>) {
    inflate_with(TINFL_FLAG_PARSE_ZLIB_HEADER, stream, limit)
}

fn inflate_with(wrapping: u32, stream: &[u8], limit: usize) -> (Vec<u8>, Option<FaultKind>) {
    let mut inflated = vec![0; stream.len().saturating_mul(4).clamp(1, limit.max(1))];
    let mut decompressor = Box::<DecompressorOxide>::default();
    let (mut read, mut written) = (0, 0);
    loop {
        let rest = stream.get(read..).unwrap_or_default();
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | wrapping;
        let (status, consumed, produced) = decompress(&mut decompressor, rest, &mut inflated, written, flags);
        read += consumed;
        written += produced;
        let fault = match status {
            TINFLStatus::Done => None,
            TINFLStatus::HasMoreOutput if inflated.len() < limit => {
                inflated.resize(inflated.len().saturating_mul(2).min(limit), 0);
                continue;
            }
            TINFLStatus::HasMoreOutput => Some(FaultKind::InflatesTooFar),
            _ => Some(FaultKind::BrokenDeflate),
        };
        inflated.truncate(written.min(limit));
        return (inflated, fault);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "hello hello hello" in one block of fixed codes, with one repetition.
    const HELLO: [u8; 10] = [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x90, 0x00];

    #[test]
    fn inflates_a_whole_stream() {
        assert_eq!(inflate(&HELLO, crate::limits::INFLATED_PER_TOKEN), (b"hello hello hello".to_vec(), None));
    }

    #[test]
    fn keeps_what_came_before_the_damage() {
        let (inflated, fault) = inflate(&HELLO[..6], crate::limits::INFLATED_PER_TOKEN);
        assert!(b"hello hello hello".starts_with(&inflated) && inflated.len() > 2, "{inflated:?}");
        assert_eq!(fault, Some(FaultKind::BrokenDeflate));
        // Block type 3 does not exist: RFC 1951 section 3.2.3.
        assert_eq!(
            inflate(&[0xFF, 0xFF], crate::limits::INFLATED_PER_TOKEN),
            (Vec::new(), Some(FaultKind::BrokenDeflate))
        );
        assert_eq!(inflate(&[], crate::limits::INFLATED_PER_TOKEN), (Vec::new(), Some(FaultKind::BrokenDeflate)));
    }

    #[test]
    fn inflates_what_zlib_wraps() {
        let zlib = |sum: u8| [&[0x78, 0x9C][..], &HELLO, &[0x3A, 0x2E, 0x06, sum]].concat();
        let (inflated, fault) = inflate_zlib(&zlib(0x7D), 100);
        assert_eq!((inflated.as_slice(), fault), (&b"hello hello hello"[..], None));
        assert_eq!(inflate_zlib(&zlib(0x7C), 100).1, Some(FaultKind::BrokenDeflate));
        assert_eq!(inflate_zlib(&HELLO, 100).1, Some(FaultKind::BrokenDeflate));
        assert_eq!(inflate_zlib(&zlib(0x7D), 4), (b"hell".to_vec(), Some(FaultKind::InflatesTooFar)));
    }

    #[test]
    fn stops_at_its_limit() {
        assert_eq!(inflate(&HELLO, 8), (b"hello he".to_vec(), Some(FaultKind::InflatesTooFar)));
        assert_eq!(inflate(&HELLO, 0).0.len(), 0);
    }
}
