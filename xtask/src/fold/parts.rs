//! Takes the built page apart again, to check it and to weigh it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::page::{POLICY_OPENS, SCRIPT_CLOSES, SCRIPT_OPENS, STYLE_CLOSES, STYLE_OPENS, WASM_OPENS};
use crate::machine::Outcome;

/// The built page, taken apart. The pieces are the exact bytes between the tags, which is what a browser hashes.
pub struct Parts<'html> {
    pub policy: String,
    pub style: &'html str,
    pub scripts: Vec<&'html str>,
    pub wasm: &'html str,
    /// The page with the three kinds of content above left out.
    pub markup: String,
}

impl<'html> Parts<'html> {
    pub fn of(html: &'html str) -> Outcome<Parts<'html>> {
        let missing =
            |what: &str| format!("index.html in dist/ has no {what}: it was not written by `cargo xtask dist`");
        let mut markup = String::new();
        let mut style = None;
        let mut wasm = None;
        let mut scripts = Vec::new();
        let mut rest = html;
        loop {
            let next = [(WASM_OPENS, SCRIPT_CLOSES), (SCRIPT_OPENS, SCRIPT_CLOSES), (STYLE_OPENS, STYLE_CLOSES)]
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
                WASM_OPENS => wasm = Some(content),
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
        Ok(Parts {
            policy,
            style: style.ok_or_else(|| missing("style"))?,
            scripts,
            wasm: wasm.ok_or_else(|| missing("WASM"))?,
            markup,
        })
    }

    pub fn wasm_packed(&self) -> Outcome<Vec<u8>> {
        STANDARD.decode(self.wasm).map_err(|error| format!("the WASM in the page is no base64: {error}"))
    }
}
