//! The members of an object, in order and as often as they stand there.

use std::ops::Deref;

use super::Member;

/// From so many members on, names are looked up in an index.
const MANY: usize = 32;

/// Reads like a slice of members.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Members {
    list: Vec<Member>,
    /// The positions of the members by name, and by position within a name. Empty where there are few.
    by_name: Vec<usize>,
}

impl Members {
    /// The last member of this name, which is the one that counts: RFC 7519 section 4.
    pub fn last_of(&self, name: &str) -> Option<&Member> {
        if self.by_name.is_empty() {
            return self.list.iter().rev().find(|member| member.name.text == name);
        }
        let name_at = |position: &usize| self.list.get(*position).map_or("", |member| &*member.name.text);
        let end = self.by_name.partition_point(|position| name_at(position) <= name);
        let last = self.by_name.get(end.checked_sub(1)?)?;
        self.list.get(*last).filter(|member| member.name.text == name)
    }
}

impl From<Vec<Member>> for Members {
    fn from(list: Vec<Member>) -> Self {
        let mut by_name: Vec<usize> = if list.len() < MANY { Vec::new() } else { (0..list.len()).collect() };
        // The sort is stable, so equal names stay in order.
        by_name.sort_by_key(|position| list.get(*position).map(|member| &member.name.text));
        Self { list, by_name }
    }
}

impl Deref for Members {
    type Target = [Member];

    fn deref(&self) -> &[Member] {
        &self.list
    }
}

impl<'m> IntoIterator for &'m Members {
    type Item = &'m Member;
    type IntoIter = std::slice::Iter<'m, Member>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

#[cfg(test)]
mod tests {
    use crate::json;

    #[test]
    fn the_last_of_a_name_counts_among_few_and_many() {
        for count in [3, 31, 32, 500] {
            let members: Vec<String> = (0..count).map(|at| format!("\"n{}\":{at}", at % 7)).collect();
            let value = json::read(format!("{{{}}}", members.join(",")).as_bytes()).value.expect("a value");
            for name in ["n0", "n1", "n6", "n7", "", "n"] {
                let by_search = value.members().iter().rev().find(|member| member.name.text == name);
                assert_eq!(value.member(name), by_search.map(|member| &member.value), "{name} of {count}");
            }
        }
    }
}
