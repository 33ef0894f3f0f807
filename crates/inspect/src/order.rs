//! Positions sorted by what stands there. Write `sort_by_key` instead: this goes with its last use.

use std::cmp::Ordering;

/// The positions below `length`, sorted by `is_less`. Equals keep their order.
pub fn order(length: usize, is_less: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..length).collect();
    positions.sort_by(|a, b| match (is_less(*a, *b), is_less(*b, *a)) {
        (true, _) => Ordering::Less,
        (_, true) => Ordering::Greater,
        _ => Ordering::Equal,
    });
    positions
}
