//! Takes the built page apart again, to check it and to weigh it.

use super::block::{self, CHUNK_CLOSES, CHUNK_OPENS};
use super::page::{POLICY_OPENS, SCRIPT_CLOSES, SCRIPT_OPENS, STYLE_CLOSES, STYLE_OPENS};
use crate::machine::Outcome;

/// The built page, taken apart. The pieces are the exact bytes between the tags, which is what a browser hashes.
pub struct Parts<'html> {
    pub policy: String,
    pub style: &'html str,
    pub scripts: Vec<&'html str>,
    /// In the order of the page.
    pub blocks: Vec<FoldedBlock<'html>>,
    /// The page with the three kinds of content above left out.
    pub markup: String,
}

/// A block as it stands in the page.
pub struct FoldedBlock<'html> {
    pub name: &'html str,
    pub chunks: Vec<&'html str>,
}

impl FoldedBlock<'_> {
    pub fn wasm(&self) -> Outcome<Vec<u8>> {
        block::unpacked(&self.chunks).map_err(|problem| format!("block {}: {problem}", self.name))
    }

    /// In bytes of the page.
    pub fn length(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }
}

impl<'html> Parts<'html> {
    pub fn of(html: &'html str) -> Outcome<Parts<'html>> {
        let missing =
            |what: &str| format!("index.html in dist/ has no {what}: it was not written by `cargo xtask dist`");
        let mut markup = String::new();
        let mut style = None;
        let mut scripts = Vec::new();
        let mut blocks: Vec<FoldedBlock> = Vec::new();
        let mut rest = html;
        loop {
            let next = [(CHUNK_OPENS, CHUNK_CLOSES), (SCRIPT_OPENS, SCRIPT_CLOSES), (STYLE_OPENS, STYLE_CLOSES)]
                .into_iter()
                .filter_map(|(opens, closes)| rest.find(opens).map(|at| (at, opens, closes)))
                .min();
            let Some((at, opens, closes)) = next else {
                break;
            };
            markup += &rest[..at + opens.len()];
            let inside = &rest[at + opens.len()..];
            let end = inside.find(closes).ok_or_else(|| missing(closes))?;
            let content = &inside[..end];
            match opens {
                CHUNK_OPENS => {
                    let (name, chunk) = content.split_once("\">").ok_or_else(|| missing("name of a block"))?;
                    match blocks.last_mut().filter(|block| block.name == name) {
                        Some(block) => block.chunks.push(chunk),
                        None => blocks.push(FoldedBlock { name, chunks: vec![chunk] }),
                    }
                }
                STYLE_OPENS => style = Some(content),
                _ => scripts.push(content),
            }
            rest = &inside[end..];
        }
        markup += rest;
        let policy = markup
            .split_once(POLICY_OPENS)
            .and_then(|(_, after)| after.split_once('"'))
            .map(|(policy, _)| policy.to_owned())
            .ok_or_else(|| missing("policy"))?;
        if blocks.is_empty() {
            return Err(missing("WASM"));
        }
        Ok(Parts { policy, style: style.ok_or_else(|| missing("style"))?, scripts, blocks, markup })
    }
}
