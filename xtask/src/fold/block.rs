//! A WASM module as the page carries it: packed as gzip, which browsers unpack by themselves, in base64, in chunks that
//! are unpacked and compiled while the rest of the page still arrives. src/boot/start.js takes them out again.

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;

use super::page::{SCRIPT_CLOSES, SCRIPT_OPENS};
use crate::machine::Outcome;

/// How many bytes of gzip stand in one chunk: about 24 kB of base64. A multiple of three, so that each chunk can be
/// decoded by itself.
const CHUNK: usize = 18 * 1024;

pub struct Block<'source> {
    /// As the boot script asks for it.
    pub name: &'source str,
    pub wasm: Vec<u8>,
    /// The script that stands before its chunks. The app has none: its own is part of the start script.
    pub script: Option<String>,
}

impl Block<'_> {
    /// The elements that carry it: its script, its chunks, and one that says that there are no more.
    pub fn elements(&self) -> Outcome<String> {
        let script = self.script.iter().map(|script| format!("{SCRIPT_OPENS}{script}{SCRIPT_CLOSES}\n"));
        let packed = packed(&self.wasm)?;
        let chunks = packed
            .chunks(CHUNK)
            .map(|chunk| format!("{}{}\">{}{CHUNK_CLOSES}\n", CHUNK_OPENS, self.name, STANDARD.encode(chunk)));
        Ok(script.chain(chunks).collect::<String>() + &format!("{END_OF_BLOCK}{}\"></template>\n", self.name))
    }
}

pub const CHUNK_OPENS: &str = "<script type=\"application/octet-stream\" data-block=\"";
pub const CHUNK_CLOSES: &str = "</script>";
pub const END_OF_BLOCK: &str = "<template data-end-of=\"";

fn packed(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, wasm, &mut packed)
        .map_err(|error| format!("the WASM could not be packed: {error}"))?;
    Ok(packed)
}

/// The module again, from the texts of its chunks.
pub fn unpacked(chunks: &[&str]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    for chunk in chunks {
        let bytes = STANDARD.decode(chunk).map_err(|error| format!("a chunk in the page is no base64: {error}"))?;
        packed.extend(bytes);
    }
    let mut wasm = Vec::new();
    GzDecoder::new(packed.as_slice())
        .read_to_end(&mut wasm)
        .map_err(|error| format!("the WASM in the page is no gzip: {error}"))?;
    Ok(wasm)
}
