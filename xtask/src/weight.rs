//! What the page weighs, measured on the built file itself. The budget is the time to the answer: nothing here is a limit.

use std::fmt;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::fold::block::END_OF_BLOCK;
use crate::fold::parts::Parts;
use crate::machine::Outcome;

pub struct PageWeight {
    /// Name, bytes of the module, and bytes of the page that carry it.
    blocks: Vec<(String, usize, usize)>,
    script: usize,
    style: usize,
    file: usize,
    file_sent: usize,
    /// Up to the end of the first block: what a browser has to have before the app starts.
    start_sent: usize,
}

pub fn of(html: &str) -> Outcome<PageWeight> {
    let parts = Parts::of(html)?;
    let mut blocks = Vec::new();
    for block in &parts.blocks {
        blocks.push((block.name.to_owned(), block.wasm()?.len(), block.length()));
    }
    let start = html.find(END_OF_BLOCK).and_then(|end| html.get(..end)).unwrap_or(html);
    Ok(PageWeight {
        blocks,
        script: parts.scripts.iter().map(|script| script.len()).sum(),
        style: parts.style.len(),
        file: html.len(),
        file_sent: gzip_9(html.as_bytes())?.len(),
        start_sent: gzip_9(start.as_bytes())?.len(),
    })
}

impl fmt::Display for PageWeight {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let f = &mut *f;
        let mut line = |name: &str, bytes: usize| writeln!(f, "    {name:<40}{bytes:>9} bytes");
        for (name, wasm, length) in &self.blocks {
            line(&format!("block {name}: WASM"), *wasm)?;
            line(&format!("block {name}: packed, in the page"), *length)?;
        }
        line("script", self.script)?;
        line("styles", self.style)?;
        line("whole file", self.file)?;
        line("whole file, gzip -9", self.file_sent)?;
        line("up to the end of the first block, gzip -9", self.start_sent)?;
        // One by construction: the audit of the folded page refuses anything that would load another file.
        writeln!(f, "    {:<40}{:>9}", "requests", 1)
    }
}

fn gzip_9(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("the page could not be measured: {error}"))
}
