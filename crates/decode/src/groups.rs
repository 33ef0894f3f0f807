//! Which parts of a token belong to which of its signatures or recipients.

use std::ops::Range;

use crate::Part;

/// Made once for a token, so that finding the parts of each of many signatures does not take the square of their number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Groups {
    /// Positions of the parts that belong to all, in order.
    common: Vec<usize>,
    /// For each group the positions of its own parts, which stand in a row.
    own: Vec<Range<usize>>,
}

impl Groups {
    pub(crate) fn of(parts: &[Part]) -> Self {
        let mut groups = Self::default();
        for (position, part) in parts.iter().enumerate() {
            let Some(group) = part.group else {
                groups.common.push(position);
                continue;
            };
            // A signature that cannot be read has no parts, but it counts.
            if groups.own.len() <= group {
                groups.own.resize(group + 1, position..position);
            }
            if let Some(own) = groups.own.get_mut(group) {
                own.end = position + 1;
            }
        }
        groups
    }

    pub(crate) fn count(&self) -> usize {
        self.own.len()
    }

    /// The positions of the parts of this group and of those that belong to all, in order.
    pub(crate) fn positions(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        let own = self.own.get(group).cloned().unwrap_or_default();
        let (before, behind) = self.common.split_at(self.common.partition_point(|position| *position < own.start));
        before.iter().copied().chain(own).chain(behind.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{HS256, only};

    #[test]
    fn each_signature_has_its_parts_and_those_of_all() {
        let signature =
            |kid: usize| format!(r#"{{"protected":"{HS256}","header":{{"kid":"{kid}"}},"signature":"AAEC"}}"#);
        let signatures: Vec<String> = (0..3).map(signature).collect();
        let token = only(&format!(r#"{{"payload":"e30","signatures":[{}]}}"#, signatures.join(",")));
        assert_eq!(token.group_count(), 3);
        for group in 0..3 {
            let kid = token.parameter_of(group, "kid").and_then(|value| value.as_str());
            assert_eq!(kid, Some(group.to_string().as_str()));
            let by_search = token.parts.iter().filter(|part| part.group.is_none_or(|of| of == group));
            assert!(token.parts_of(group).map(|(_, part)| part).eq(by_search));
        }
        assert!(token.parts_of(7).all(|(_, part)| part.group.is_none()));
    }
}
