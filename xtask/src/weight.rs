//! What the page weighs, measured on the built file itself. The budget is the time to the answer: nothing here is a limit.

use std::fmt;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::fold::pack;
use crate::fold::parts::Parts;
use crate::machine::Outcome;

pub struct PageWeight {
    wasm: usize,
    wasm_packed: usize,
    script: usize,
    style: usize,
    file: usize,
    file_sent: usize,
}

pub fn of(html: &str) -> Outcome<PageWeight> {
    let parts = Parts::of(html)?;
    let packed = parts.wasm_packed()?;
    Ok(PageWeight {
        wasm: pack::unpacked(&packed)?.len(),
        wasm_packed: packed.len(),
        script: parts.scripts.iter().map(|script| script.len()).sum(),
        style: parts.style.len(),
        file: html.len(),
        file_sent: gzip_9(html.as_bytes())?.len(),
    })
}

impl fmt::Display for PageWeight {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let f = &mut *f;
        let mut line = |name: &str, bytes: usize| writeln!(f, "    {name:<34}{bytes:>9} bytes");
        line("WASM", self.wasm)?;
        line("WASM, packed", self.wasm_packed)?;
        line("script", self.script)?;
        line("styles", self.style)?;
        line("whole file", self.file)?;
        line("whole file, gzip -9", self.file_sent)?;
        // One by construction: the audit of the folded page refuses anything that would load another file.
        writeln!(f, "    {:<34}{:>9}", "requests", 1)
    }
}

fn gzip_9(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("the page could not be measured: {error}"))
}
