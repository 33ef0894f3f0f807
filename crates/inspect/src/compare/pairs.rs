//! Finds the names of one list in another list.

use std::collections::BTreeMap;

/// For each of `names`, the position of the last equal name in `among`. Of members with one name the last counts
/// (RFC 7519 section 4).
pub(super) fn partners(names: &[&str], among: &[&str]) -> Vec<Option<usize>> {
    let last: BTreeMap<&str, usize> = among.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    names.iter().map(|name| last.get(name).copied()).collect()
}

/// The position of the last member of each name, with whether the name is repeated.
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
    is_repeated.into_iter().enumerate().filter(|(at, _)| lasts.get(*at) == Some(&Some(*at))).collect()
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
