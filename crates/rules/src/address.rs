//! The address of a record: the fragment `#finding=ID` of a link to the page.

use crate::{Record, records};

/// What stands before the id.
const NAME: &str = "finding=";

/// What a link's fragment names.
#[derive(Debug, Clone, Copy)]
pub enum Addressed {
    Record(&'static Record),
    /// No record has this id.
    Unknown,
}

/// `#finding=ID`.
pub fn fragment(id: &str) -> String {
    format!("#{NAME}{id}")
}

/// Reads `#finding=ID`. None for every other fragment: with a second field it could bring a token.
pub fn read_fragment(fragment: &str) -> Option<Addressed> {
    let id = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(NAME)?;
    if id.contains('&') {
        return None;
    }
    Some(records().find(|record| record.id == id).map_or(Addressed::Unknown, Addressed::Record))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_own_fragments() {
        for record in records() {
            match read_fragment(&fragment(record.id)) {
                Some(Addressed::Record(read)) => assert_eq!(read.id, record.id),
                other => panic!("{}: {other:?}", record.id),
            }
        }
        for unknown in ["#finding=", "#finding=nothing", "finding=ALG-NONE", "#finding=eyJhbGciOiJIUzI1NiJ9.e30.AA"] {
            assert!(matches!(read_fragment(unknown), Some(Addressed::Unknown)), "{unknown}");
        }
    }

    #[test]
    fn is_quiet_on_other_fragments() {
        for other in [
            "",
            "#",
            "#finding",
            "#findings=alg-none",
            "#token=finding=alg-none",
            "#guide=finding",
            "#finding=alg-none&token=eyJhbGciOiJIUzI1NiJ9.e30.AA",
            "#Finding=alg-none",
        ] {
            assert!(read_fragment(other).is_none(), "{other}");
        }
    }
}
