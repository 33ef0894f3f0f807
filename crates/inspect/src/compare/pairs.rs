//! Which of one list of names stand in another.

use crate::order::order;

/// For each of `names`, the position of the last one like it in `among`. RFC 7519 section 4: of members with one name
/// the last counts.
pub(super) fn partners(names: &[&str], among: &[&str]) -> Vec<Option<usize>> {
    let sorted = order(among.len(), &|a, b| among.get(a) < among.get(b));
    let partner = |name: &&str| {
        let upto = sorted.partition_point(|at| among.get(*at).is_some_and(|other| other <= name));
        sorted.get(upto.checked_sub(1)?).copied().filter(|at| among.get(*at) == Some(name))
    };
    names.iter().map(partner).collect::<Vec<_>>()
}

/// Those that count, by position, each with whether its name stands there more than once.
pub(super) fn last_of_each(names: &[&str]) -> Vec<(usize, bool)> {
    let lasts = partners(names, names);
    let mut is_repeated = vec![false; names.len()];
    for (at, last) in lasts.iter().enumerate() {
        if let Some(last) = last.filter(|last| *last != at)
            && let Some(mark) = is_repeated.get_mut(last)
        {
            *mark = true;
        }
    }
    is_repeated.into_iter().enumerate().filter(|(at, _)| lasts.get(*at) == Some(&Some(*at))).collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_last_of_each_name() {
        assert_eq!(partners(&["b", "a", "x", ""], &["a", "b", "a", "c"]), [Some(1), Some(2), None, None]);
        assert_eq!(partners(&[], &["a"]), []);
        assert_eq!(partners(&["a"], &[]), [None]);
        assert_eq!(last_of_each(&["a", "b", "a", "c"]), [(1, false), (2, true), (3, false)]);
    }
}
