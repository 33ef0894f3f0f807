//! What the rules look at, so that a long list of them can be told in groups.

use crate::{RULES, Record};

/// What a rule looks at. The order is that of the list of all checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckTheme {
    Requests,
    Times,
    Signature,
    Algorithm,
    Keys,
    Claims,
    Kinds,
    Oauth,
    Services,
    Privacy,
    Header,
    Encoding,
    Json,
    Encryption,
    SdJwt,
}

impl CheckTheme {
    pub const ALL: [Self; 15] = [
        Self::Requests,
        Self::Times,
        Self::Signature,
        Self::Algorithm,
        Self::Keys,
        Self::Claims,
        Self::Kinds,
        Self::Oauth,
        Self::Services,
        Self::Privacy,
        Self::Header,
        Self::Encoding,
        Self::Json,
        Self::Encryption,
        Self::SdJwt,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Requests => "Requests of a HAR file",
            Self::Times => "Times",
            Self::Signature => "Signature",
            Self::Algorithm => "Algorithm",
            Self::Keys => "Keys and certificates",
            Self::Claims => "Claims",
            Self::Kinds => "Kinds of tokens",
            Self::Oauth => "OAuth and OpenID Connect",
            Self::Services => "Services",
            Self::Privacy => "Personal data and secrets",
            Self::Header => "Header",
            Self::Encoding => "Encoding and parts",
            Self::Json => "JSON",
            Self::Encryption => "Encryption (JWE)",
            Self::SdJwt => "Selective disclosure (SD-JWT)",
        }
    }

    /// The records of its rules, the gravest first, then by title.
    pub fn records(self) -> Vec<&'static Record> {
        let rules = RULES.iter().filter(|rule| rule.theme == self);
        let mut records: Vec<&Record> = rules.flat_map(|rule| rule.records.iter().copied()).collect();
        records.sort_by_key(|record| (record.severity, record.title));
        records
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records;

    #[test]
    fn every_record_belongs_to_one() {
        let listed: Vec<&str> =
            CheckTheme::ALL.iter().flat_map(|theme| theme.records()).map(|record| record.id).collect();
        assert_eq!(listed.len(), records().count());
        assert!(records().all(|record| listed.contains(&record.id)));
    }

    #[test]
    fn the_gravest_come_first() {
        for theme in CheckTheme::ALL {
            let records = theme.records();
            assert!(!records.is_empty() && records.is_sorted_by_key(|record| record.severity), "{theme:?}");
        }
    }
}
