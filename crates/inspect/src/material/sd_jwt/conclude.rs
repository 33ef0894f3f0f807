//! The last step, after every digest was read: repeated digests, and disclosures without a digest.

use crate::display;
use decode::Span;

use super::SdJwt;
use super::process::Processor;

/// The most repeated digests that are reported.
const DUPLICATE_LIMIT: usize = 20;

const REPEATED: &str = "sd-repeated-disclosure";

impl Processor<'_> {
    pub fn finish(mut self) -> SdJwt {
        self.name_duplicates();
        for at in self.digests.repeated(&self.sd_jwt.disclosures) {
            if let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) {
                disclosure.problem(REPEATED, Span::default(), "The same disclosure stands in the token before.");
            }
        }
        // The disclosure that leads to another one may be cut off.
        let is_cut = self.is_cut_off();
        for (at, disclosure) in self.sd_jwt.disclosures.iter_mut().enumerate() {
            let is_known = self.digests.is_used(at) || disclosure.problems.iter().any(|problem| problem.id == REPEATED);
            if self.sd_jwt.hash.is_some() && !is_known && !is_cut {
                let message = if self.is_partial {
                    "No digest that was read leads to this disclosure; not all of them could be."
                } else {
                    "No digest leads to this disclosure, neither in the payload nor in a disclosure that one leads to: a verifier must reject the token."
                };
                disclosure.problem("sd-unmatched-disclosure", Span::default(), message);
            }
        }
        let (processed, processed_is_cut) = self.pretty.finish();
        SdJwt { processed, processed_is_cut, ..self.sd_jwt }
    }

    /// Step 4.
    fn name_duplicates(&mut self) {
        let twice: Vec<_> = self
            .digests
            .met_twice()
            .into_iter()
            .take(DUPLICATE_LIMIT)
            .map(|(met, count)| (met.part, met.span, display::quoted(met.digest(), 50), count.to_string()))
            .collect();
        for (part, span, digest, count) in twice {
            let message = format!("The digest {digest} stands in the token {count} times: a verifier must reject it.");
            self.problem("sd-duplicate-digest", part, span, message);
        }
    }
}
