//! Makes the WASM small enough to travel inside the page, and takes it out again.

use std::io::{Read, Write};
use std::ops::Range;

use lzma_rust2::{LzmaOptions, LzmaReader, LzmaWriter};

use crate::machine::Outcome;

/// Magic number and version.
pub(super) const HEADER: usize = 8;
const CUSTOM: u8 = 0;

/// How many bits of the byte before choose the table of guesses for a byte. The other two numbers of LZMA count on
/// data in rows of two, four or eight bytes, which WASM is not. Of all that there are these pack it best.
const CONTEXT_BITS: u32 = 4;

/// In bytes.
const SMALLEST_WINDOW: u32 = 4096;

/// LZMA in the form of .lzma files, which src/boot/unpack.js reads.
pub fn packed(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let options = LzmaOptions {
        dict_size: u32::try_from(wasm.len()).unwrap_or(u32::MAX).max(SMALLEST_WINDOW),
        lc: CONTEXT_BITS,
        lp: 0,
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        depth_limit: 1_000,
        ..LzmaOptions::with_preset(9)
    };
    LzmaWriter::new_use_header(Vec::new(), &options, Some(wasm.len() as u64))
        .and_then(|mut writer| writer.write_all(wasm).and_then(|()| writer.finish()))
        .map_err(|error| format!("the WASM could not be packed: {error}"))
}

pub fn unpacked(packed: &[u8]) -> Outcome<Vec<u8>> {
    let mut wasm = Vec::new();
    LzmaReader::new_mem_limit(packed, u32::MAX, None)
        .and_then(|mut reader| reader.read_to_end(&mut wasm))
        .map_err(|error| format!("the WASM in the page is no LZMA: {error}"))?;
    Ok(wasm)
}

/// The module without names and other notes for debuggers: browsers skip them, and they are a third of the size.
pub fn without_custom_sections(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let broken = || "the WASM that Trunk built ends in the middle of a section".to_owned();
    if !wasm.starts_with(b"\0asm") {
        return Err("the file that Trunk built is no WASM: it does not start with `\\0asm`".to_owned());
    }
    let mut kept = wasm.get(..HEADER).ok_or_else(broken)?.to_vec();
    let mut at = HEADER;
    while at < wasm.len() {
        let (kind, content) = section(wasm, at).ok_or_else(broken)?;
        if kind != CUSTOM {
            kept.extend_from_slice(&wasm[at..content.end]);
        }
        at = content.end;
    }
    Ok(kept)
}

/// The kind of the section that begins here, and where its content stands.
pub(super) fn section(wasm: &[u8], at: usize) -> Option<(u8, Range<usize>)> {
    let (size, start) = length(wasm, at + 1)?;
    let content = start..start.checked_add(size)?;
    wasm.get(content.clone())?;
    Some((*wasm.get(at)?, content))
}

/// An unsigned LEB128 number, and where it ends.
pub(super) fn length(wasm: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut value = 0usize;
    for shift in (0..35).step_by(7) {
        let byte = *wasm.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_custom_sections_and_keeps_the_rest() {
        let wasm = b"\0asm\x01\0\0\0\x00\x02\x01n\x01\x81\x00t\x00\x03\x01xy";
        assert_eq!(without_custom_sections(wasm), Ok(b"\0asm\x01\0\0\0\x01\x81\x00t".to_vec()));
    }

    #[test]
    fn refuses_a_module_that_is_cut_off() {
        assert!(without_custom_sections(b"\0asm\x01\0\0\0\x01\x05ab").is_err());
        assert!(without_custom_sections(b"<html>").is_err());
    }

    #[test]
    fn unpacks_what_it_packed() {
        let wasm = b"the same words, the same words, the same words";
        assert_eq!(packed(wasm).and_then(|packed| unpacked(&packed)), Ok(wasm.to_vec()));
    }
}
