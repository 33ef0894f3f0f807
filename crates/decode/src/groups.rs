//! Which parts of a token belong to which of its signatures or recipients.

use crate::Part;

/// Made once for a token, so that finding the parts of each of many signatures does not take the square of their number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Groups {
    /// Positions of the headers that belong to all. They stand before those of one.
    common_headers: Vec<usize>,
    /// For each group the positions of its own parts, in order.
    own: Vec<Vec<usize>>,
}

impl Groups {
    pub(crate) fn of(parts: &[Part]) -> Self {
        let mut groups = Self::default();
        for (position, part) in parts.iter().enumerate() {
            match part.group {
                None if part.role.is_header() => groups.common_headers.push(position),
                None => {}
                Some(group) => {
                    // A signature that cannot be read has no parts, but it counts.
                    if groups.own.len() <= group {
                        groups.own.resize(group + 1, Vec::new());
                    }
                    if let Some(own) = groups.own.get_mut(group) {
                        own.push(position);
                    }
                }
            }
        }
        groups
    }

    pub(crate) fn count(&self) -> usize {
        self.own.len()
    }

    /// The positions of the group's own parts.
    pub(crate) fn own(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.own.get(group).into_iter().flatten().copied()
    }

    /// The positions of the headers that belong to all.
    pub(crate) fn common_headers(&self) -> impl Iterator<Item = usize> + '_ {
        self.common_headers.iter().copied()
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
            let own = token.parts.iter().enumerate().filter(|(_, part)| part.group == Some(group));
            assert!(token.parts_of(group).eq(own));
        }
        assert_eq!(token.parts_of(7).count(), 0);
    }

    #[test]
    fn the_headers_of_all_belong_to_each() {
        let text = r#"{"protected":"eyJlbmMiOiJBMTI4R0NNIn0","recipients":[{"header":{"alg":"a"}},{"header":{"alg":"b"}}],"ciphertext":"AA"}"#;
        let token = only(text);
        for (group, alg) in ["a", "b"].into_iter().enumerate() {
            let text = |name| token.parameter_of(group, name).and_then(|value| value.as_str());
            assert_eq!((text("enc"), text("alg")), (Some("A128GCM"), Some(alg)));
        }
    }
}
