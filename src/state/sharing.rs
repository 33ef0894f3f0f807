//! Which claims are masked in what is shared.

use decode::Token;
use share::redact::{self, Maskable, Redacted};

use super::State;

/// The names of the claims that are to be masked: those that were chosen, or those that are suggested.
pub fn masks(maskable: &[Maskable], chosen: Option<&[String]>) -> Vec<String> {
    let suggested = || maskable.iter().filter(|claim| claim.is_suggested).map(|claim| claim.name.clone()).collect();
    chosen.map_or_else(suggested, <[String]>::to_vec)
}

/// The token with these claims masked.
pub fn redacted(token: &Token, masks: &[String]) -> Option<Redacted> {
    redact::redacted(token, &masks.iter().map(String::as_str).collect::<Vec<_>>())
}

impl State {
    fn maskable(&self) -> Vec<Maskable> {
        self.shown().map_or_else(Vec::new, |shown| redact::maskable(&shown.token, &shown.description))
    }

    /// The token that is shown, with the chosen claims masked.
    pub fn redacted(&self) -> Option<Redacted> {
        redacted(&self.shown()?.token, &masks(&self.maskable(), self.masked.as_deref()))
    }

    /// Masks the claim at this position, or shows it again.
    pub(super) fn toggle_mask(&mut self, position: usize) {
        let maskable = self.maskable();
        let mut masks = masks(&maskable, self.masked.as_deref());
        if let Some(claim) = maskable.into_iter().nth(position) {
            match masks.iter().position(|name| *name == claim.name) {
                Some(at) => drop(masks.remove(at)),
                None => masks.push(claim.name),
            }
        }
        self.masked = Some(masks);
    }
}
