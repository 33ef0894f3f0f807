//! One sort for everything that needs one: the standard library's is compiled anew, at kilobytes, for each type.

/// The positions below `length` as sorted by what stands there. Equals keep their order.
pub fn order(length: usize, is_less: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..length).collect();
    let mut width = 1;
    while width < length {
        let mut merged = Vec::with_capacity(length);
        for pair in positions.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            loop {
                let next = match (left.first(), right.first()) {
                    (Some(a), Some(b)) if is_less(*b, *a) => &mut right,
                    (Some(_), _) => &mut left,
                    (None, Some(_)) => &mut right,
                    (None, None) => break,
                };
                if let Some((first, rest)) = next.split_first() {
                    merged.push(*first);
                    *next = rest;
                }
            }
        }
        positions = merged;
        width *= 2;
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut random: u32 = 1;
        for length in 0..70 {
            let mut items: Vec<(u32, usize)> = Vec::new();
            for at in 0..length {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                items.push((random >> 27, at));
            }
            let found: Vec<_> =
                order(length, &|a, b| items[a].0 < items[b].0).into_iter().map(|at| items[at]).collect();
            items.sort_by_key(|item| item.0);
            assert_eq!(found, items);
        }
    }
}
