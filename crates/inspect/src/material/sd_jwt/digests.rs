//! Finds disclosures by their digests, and remembers every digest met. RFC 9901 section 7.1.

use decode::Span;

use super::Disclosure;

/// Where a digest was met.
pub(super) struct Met<'t> {
    digest: &'t str,
    /// An index into the token's parts.
    pub part: usize,
    pub span: Span,
}

pub(super) struct Digests<'t> {
    /// Positions of the disclosures, sorted by their digests.
    sorted: Vec<usize>,
    used: Vec<bool>,
    met: Vec<Met<'t>>,
}

pub(super) enum DigestLookup {
    /// The position of a disclosure that no digest led to before.
    Disclosure(usize),
    /// One that some digest led to already: this digest is met twice.
    Again,
    Nothing,
}

impl<'t> Digests<'t> {
    pub fn new(disclosures: &[Disclosure]) -> Self {
        let digest = |at: &usize| disclosures.get(*at).and_then(|disclosure| disclosure.digest.as_deref());
        let mut sorted: Vec<usize> = (0..disclosures.len()).collect();
        sorted.sort_by_key(digest);
        Self { sorted, used: vec![false; disclosures.len()], met: Vec::new() }
    }

    /// The disclosure of a digest, which counts as used from now on.
    pub fn find(&mut self, disclosures: &[Disclosure], digest: &'t str, part: usize, span: Span) -> DigestLookup {
        self.met.push(Met { digest, part, span });
        let of = |at: usize| disclosures.get(at).and_then(|disclosure| disclosure.digest.as_deref());
        let first = self.sorted.partition_point(|at| of(*at) < Some(digest));
        match self.sorted.get(first).copied().filter(|at| of(*at) == Some(digest)) {
            Some(at) => match self.used.get_mut(at) {
                Some(used) if !*used => {
                    *used = true;
                    DigestLookup::Disclosure(at)
                }
                _ => DigestLookup::Again,
            },
            None => DigestLookup::Nothing,
        }
    }

    pub fn is_used(&self, at: usize) -> bool {
        self.used.get(at).copied().unwrap_or(false)
    }

    /// The disclosures that repeat an earlier one, character for character.
    pub fn repeated(&self, disclosures: &[Disclosure]) -> Vec<usize> {
        let of = |at: &usize| disclosures.get(*at).and_then(|disclosure| disclosure.digest.as_deref());
        let groups = self.sorted.chunk_by(|a, b| of(a).is_some() && of(a) == of(b));
        groups.flat_map(|group| group.iter().skip(1).copied()).collect::<Vec<_>>()
    }

    /// One place for each digest that was met more than once, with how often: the second of its places.
    pub fn met_twice(&self) -> Vec<(&Met<'t>, usize)> {
        let mut sorted: Vec<&Met> = self.met.iter().collect();
        sorted.sort_by_key(|met| met.digest);
        let groups = sorted.chunk_by(|a, b| a.digest == b.digest);
        groups.filter_map(|group| group.get(1).map(|second| (*second, group.len()))).collect::<Vec<_>>()
    }
}

impl<'t> Met<'t> {
    pub fn digest(&self) -> &'t str {
        self.digest
    }
}
