//! What an iterator gives, as a list.

/// Collects in a plain loop. What the standard library lays out for each kind of iterator, so that it allocates once,
/// is several times as long.
pub trait Gather: Iterator + Sized {
    fn gather(self) -> Vec<Self::Item> {
        let mut items = Vec::new();
        for item in self {
            items.push(item);
        }
        items
    }
}

impl<I: Iterator> Gather for I {}
