//! Which claims are masked in what is shared.

use share::redact::{self, Maskable, Redacted};

use super::State;

impl State {
    fn maskable(&self) -> Vec<Maskable> {
        self.shown().map_or_else(Vec::new, |shown| redact::maskable(&shown.token))
    }

    /// The names of the claims that are to be masked.
    pub fn masks(&self) -> Vec<String> {
        let suggested =
            || self.maskable().into_iter().filter(|claim| claim.is_suggested).map(|claim| claim.name).collect();
        self.masked.clone().unwrap_or_else(suggested)
    }

    /// The token that is shown, with the chosen claims masked.
    pub fn redacted(&self) -> Option<Redacted> {
        let masks = self.masks();
        redact::redacted(&self.shown()?.token, &masks.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Masks the claim at this position, or shows it again.
    pub(super) fn toggle_mask(&mut self, position: usize) {
        let mut masks = self.masks();
        if let Some(claim) = self.maskable().into_iter().nth(position) {
            match masks.iter().position(|name| *name == claim.name) {
                Some(at) => drop(masks.remove(at)),
                None => masks.push(claim.name),
            }
        }
        self.masked = Some(masks);
    }
}
