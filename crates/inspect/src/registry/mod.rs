//! What the names in a token mean: tables of claims, header parameters, algorithms and types.
//!
//! A table is one text, one line a name, sorted by name. A line of [`Entry`] reads `name|kind|title|meaning|reference`,
//! where the kind is the letter that [`Kind`] gives it. A line of [`Algorithm`] reads
//! `name|usage|standing|title|meaning|reference|signature lengths|checked with`, with the letters of [`Usage`] and
//! [`CheckedWith`] and IANA's word for the standing.

mod claims;
mod profile_claims;
mod vendor_claims;

mod header_parameters;

mod algorithms;
mod types;

mod confirmation;

pub(super) mod table;

use super::profile::Profile;

/// What one name says. True of a forged token too: it tells what is claimed, not what is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// As it stands in a token; only its beginning where an entry covers a family of names.
    pub name: &'static str,
    /// A few words for a heading.
    pub title: &'static str,
    pub kind: Kind,
    /// One phrase, no full stop.
    pub meaning: &'static str,
    /// The document that defines the name, with its section where there is one.
    pub reference: &'static str,
}

/// How a value is to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `t`. A string to be shown as it is.
    Text,
    /// `n`. NumericDate, seconds since 1970-01-01T00:00:00Z: RFC 7519 section 2.
    Timestamp,
    /// `d`. A number of seconds.
    Duration,
    /// `u`. The address of something. Not to be fetched.
    Uri,
    /// `k`. A JSON Web Key, or a set of them: RFC 7517.
    Key,
    /// `a`. A name for [`algorithm`]: how it was signed, or how its key was encrypted.
    Algorithm,
    /// `e`. A name for [`algorithm`]: how the content was encrypted.
    Encryption,
    /// `y`. A media type for [`token_type`], perhaps without its `application/`.
    Type,
    /// `b`. True or false. Some issuers write it as a string or as 0 and 1.
    Boolean,
    /// `o`. A list, an object, a plain number, or different things at different issuers.
    Other,
}

/// What one value of `alg` or `enc` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Algorithm {
    pub name: &'static str,
    pub usage: Usage,
    pub standing: Standing,
    /// The cryptographic name.
    pub title: &'static str,
    /// One phrase, no full stop.
    pub meaning: &'static str,
    pub reference: &'static str,
    /// For [`Algorithm::signature_bytes`], with commas between.
    lengths: &'static str,
    pub checked_with: CheckedWith,
}

impl Algorithm {
    /// Every length that a signature by it commonly has, once decoded. Empty where it makes none.
    pub fn signature_bytes(&self) -> Vec<usize> {
        self.lengths.split(',').filter_map(|length| length.parse().ok()).collect::<Vec<_>>()
    }
}

/// Where an algorithm's name may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// `s`. `alg` of a signed token.
    Signature,
    /// `m`. `alg` of an encrypted token.
    KeyManagement,
    /// `c`. `enc` of an encrypted token.
    ContentEncryption,
    /// `k`. In a JSON Web Key alone, never in a token; IANA's usage "JWK".
    KeyOnly,
}

/// What IANA asks of implementations. RFC 7518 section 7.1 says what plus and minus mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Required,
    /// Likely to become required.
    RecommendedPlus,
    Recommended,
    /// Likely to become optional or deprecated.
    RecommendedMinus,
    Optional,
    Deprecated,
    Prohibited,
}

/// What it takes to check a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedWith {
    /// `s`. The very secret that made it, so whoever can check can also forge.
    SharedSecret,
    /// `p`.
    PublicKey,
    /// `n`. There is no signature to check: `none`.
    Nothing,
    /// `-`.
    NotASignature,
}

/// What claims say in tokens of one kind or from one issuer.
pub struct Words {
    of_issuer: Vec<&'static str>,
    of_kind: Vec<&'static str>,
}

impl Words {
    /// Looked up once for a token, and asked for each of its claims.
    pub fn of(profile: &Profile) -> Self {
        let issuer = profile.issuer.as_ref();
        Self {
            of_issuer: issuer.map_or_else(Vec::new, |issuer| profile_claims::lines(issuer.id)),
            of_kind: profile_claims::lines(profile.id),
        }
    }

    /// The issuer's words come first, then the kind's, then what the claim says anywhere.
    pub fn claim(&self, name: &str) -> Option<Entry> {
        let special =
            || profile_claims::claim(&self.of_issuer, name).or_else(|| profile_claims::claim(&self.of_kind, name));
        special().or_else(|| claim(name))
    }
}

/// Registered claims come first, then exact names of vendors, then their families of names.
pub fn claim(name: &str) -> Option<Entry> {
    named(claims::CLAIMS, name).or_else(|| named(vendor_claims::VENDOR_CLAIMS, name)).or_else(|| family(name))
}

/// The longest beginning of a name that a vendor has for itself.
fn family(name: &str) -> Option<Entry> {
    // A longer beginning comes behind the shorter ones that it starts with.
    let fits = |line: &&str| name.starts_with(table::name_of(line));
    vendor_claims::VENDOR_PREFIXES.trim_end().rsplit('\n').find(fits).and_then(Entry::of)
}

/// Registered header parameters come first, then those of vendors.
pub fn header_parameter(name: &str) -> Option<Entry> {
    named(header_parameters::HEADER_PARAMETERS, name).or_else(|| named(header_parameters::VENDOR, name))
}

/// A value of `alg` or `enc`, in exactly this case: RFC 7515 section 4.1.1.
pub fn algorithm(name: &str) -> Option<Algorithm> {
    table::line(algorithms::ALGORITHMS, &|at| at.cmp(name)).and_then(Algorithm::of)
}

/// Every registered value of `alg` and `enc`.
pub fn algorithm_names() -> impl Iterator<Item = &'static str> {
    algorithms::ALGORITHMS.lines().map(table::name_of)
}

/// A value of `typ`, in any case, with or without `application/`: RFC 7515 section 4.1.9.
pub fn token_type(name: &str) -> Option<Entry> {
    const PREFIX: &str = "application/";
    let bare = match name.split_at_checked(PREFIX.len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case(PREFIX) => rest,
        _ => name,
    };
    let wanted = bare.to_ascii_lowercase();
    table::line(types::TYPES, &|at| at.to_ascii_lowercase().cmp(&wanted)).and_then(Entry::of)
}

/// A member of the `cnf` claim.
pub fn confirmation_method(name: &str) -> Option<Entry> {
    named(confirmation::CONFIRMATION_METHODS, name)
}

fn named(table: &'static str, name: &str) -> Option<Entry> {
    table::line(table, &|at| at.cmp(name)).and_then(Entry::of)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const CLAIMS_CSV: &str = include_str!("../../../../tests/data/iana-jwt-claims.csv");
    const HEADER_PARAMETERS_CSV: &str = include_str!("../../../../tests/data/iana-jose-header-parameters.csv");
    const ALGORITHMS_CSV: &str = include_str!("../../../../tests/data/iana-jose-algorithms.csv");
    const CONFIRMATION_METHODS_CSV: &str = include_str!("../../../../tests/data/iana-jwt-confirmation-methods.csv");
    const TYPES_CSV: &str = include_str!("../../../../tests/data/jose-typ-values.csv");

    /// Every table of entries with the name to show in a failure.
    fn tables() -> [(&'static str, Vec<Entry>); 7] {
        [
            ("CLAIMS", claims::CLAIMS),
            ("VENDOR_CLAIMS", vendor_claims::VENDOR_CLAIMS),
            ("VENDOR_PREFIXES", vendor_claims::VENDOR_PREFIXES),
            ("HEADER_PARAMETERS", header_parameters::HEADER_PARAMETERS),
            ("VENDOR", header_parameters::VENDOR),
            ("TYPES", types::TYPES),
            ("CONFIRMATION_METHODS", confirmation::CONFIRMATION_METHODS),
        ]
        .map(|(name, table)| (name, entries(table)))
    }

    fn entries(table: &'static str) -> Vec<Entry> {
        lines(table, 5).map(|line| Entry::of(line).unwrap_or_else(|| panic!("{line}: no such kind"))).collect()
    }

    fn algorithms() -> Vec<Algorithm> {
        let read = |line| Algorithm::of(line).unwrap_or_else(|| panic!("{line}: no such usage, standing or key"));
        lines(algorithms::ALGORITHMS, 8).map(read).collect()
    }

    fn lines(table: &'static str, fields: usize) -> impl Iterator<Item = &'static str> {
        assert!(table.ends_with('\n'), "the last line ends like the others");
        table.lines().inspect(move |line| assert_eq!(line.split('|').count(), fields, "{line}: fields"))
    }

    #[test]
    fn tables_are_sorted_and_names_unique() {
        for (table, entries) in tables() {
            let names = entries.iter().map(|entry| match table {
                "TYPES" => entry.name.to_ascii_lowercase(),
                _ => entry.name.to_owned(),
            });
            is_strictly_sorted(table, names.collect());
        }
        is_strictly_sorted("ALGORITHMS", algorithms().iter().map(|it| it.name.to_owned()).collect());
    }

    #[track_caller]
    fn is_strictly_sorted(table: &str, names: Vec<String>) {
        for (before, after) in names.iter().zip(names.iter().skip(1)) {
            assert!(before < after, "{table}: move the line of {after:?} before {before:?}, or drop one of the two");
        }
    }

    #[test]
    fn texts_are_phrases() {
        for (table, entries) in tables() {
            for entry in entries {
                are_phrases(table, entry.name, &[entry.title, entry.meaning, entry.reference]);
            }
        }
        for algorithm in algorithms() {
            are_phrases("ALGORITHMS", algorithm.name, &[algorithm.title, algorithm.meaning, algorithm.reference]);
        }
    }

    #[track_caller]
    fn are_phrases(table: &str, name: &str, texts: &[&str]) {
        for text in texts {
            assert!(!text.is_empty(), "{table}, {name}: say something");
            assert!(text.chars().count() <= 120, "{table}, {name}: shorten {text:?} to 120 characters");
            assert_eq!(*text, text.trim(), "{table}, {name}: drop the outer spaces");
            assert!(!text.ends_with('.'), "{table}, {name}: drop the full stop of {text:?}");
        }
    }

    #[test]
    fn vendor_tables_repeat_no_registered_name() {
        for entry in entries(vendor_claims::VENDOR_CLAIMS) {
            assert!(
                named(claims::CLAIMS, entry.name).is_none(),
                "{} is registered: drop the vendor's line",
                entry.name
            );
        }
        for entry in entries(header_parameters::VENDOR) {
            let registered = named(header_parameters::HEADER_PARAMETERS, entry.name);
            assert!(registered.is_none(), "{} is registered: drop the vendor's line", entry.name);
        }
    }

    #[test]
    fn claims_are_those_of_iana() {
        same_names_and_references(&entries(claims::CLAIMS), CLAIMS_CSV, "claims.rs");
    }

    #[test]
    fn header_parameters_are_those_of_iana() {
        same_names_and_references(
            &entries(header_parameters::HEADER_PARAMETERS),
            HEADER_PARAMETERS_CSV,
            "header_parameters.rs",
        );
    }

    #[test]
    fn confirmation_methods_are_those_of_iana() {
        same_names_and_references(
            &entries(confirmation::CONFIRMATION_METHODS),
            CONFIRMATION_METHODS_CSV,
            "confirmation.rs",
        );
    }

    #[test]
    fn types_are_those_of_the_list() {
        same_names_and_references(&entries(types::TYPES), &TYPES_CSV.replace("application/", ""), "types.rs");
    }

    #[test]
    fn algorithms_are_those_of_iana() {
        let records = records(ALGORITHMS_CSV);
        let registered: BTreeSet<&str> = records.iter().map(|record| cell(record, 0)).collect();
        let explained: BTreeSet<&str> = algorithms().iter().map(|algorithm| algorithm.name).collect();
        assert_eq!(explained, registered, "algorithms.rs and its CSV must hold the same names");
        for record in &records {
            let algorithm = algorithm(cell(record, 0));
            assert_eq!(algorithm.map(|it| usage_in_csv(it.usage)), Some(cell(record, 2)), "usage of {record:?}");
            assert_eq!(
                algorithm.map(|it| standing_in_csv(it.standing)),
                Some(cell(record, 3)),
                "standing of {record:?}"
            );
            assert!(algorithm.is_some_and(|it| cites(it.reference, cell(record, 5))), "reference of {record:?}");
        }
    }

    fn usage_in_csv(usage: Usage) -> &'static str {
        match usage {
            Usage::Signature | Usage::KeyManagement => "alg",
            Usage::ContentEncryption => "enc",
            Usage::KeyOnly => "JWK",
        }
    }

    fn standing_in_csv(standing: Standing) -> &'static str {
        match standing {
            Standing::Required => "Required",
            Standing::RecommendedPlus => "Recommended+",
            Standing::Recommended => "Recommended",
            Standing::RecommendedMinus => "Recommended-",
            Standing::Optional => "Optional",
            Standing::Deprecated => "Deprecated",
            Standing::Prohibited => "Prohibited",
        }
    }

    #[test]
    fn signature_lengths_go_with_keys() {
        for algorithm in algorithms() {
            let signs = matches!(algorithm.checked_with, CheckedWith::SharedSecret | CheckedWith::PublicKey);
            assert_eq!(!algorithm.signature_bytes().is_empty(), signs, "{}", algorithm.name);
            if algorithm.usage == Usage::Signature {
                assert_ne!(algorithm.checked_with, CheckedWith::NotASignature, "{}", algorithm.name);
            }
        }
    }

    #[test]
    fn every_line_is_found_by_its_name() {
        let claims = [claims::CLAIMS, vendor_claims::VENDOR_CLAIMS, vendor_claims::VENDOR_PREFIXES];
        for entry in claims.into_iter().flat_map(entries) {
            assert_eq!(claim(entry.name), Some(entry));
        }
        let header_parameters = [header_parameters::HEADER_PARAMETERS, header_parameters::VENDOR];
        for entry in header_parameters.into_iter().flat_map(entries) {
            assert_eq!(header_parameter(entry.name), Some(entry));
        }
        for algorithm in algorithms() {
            assert_eq!(super::algorithm(algorithm.name), Some(algorithm));
        }
        for entry in entries(types::TYPES) {
            assert_eq!(token_type(entry.name), Some(entry));
        }
        for entry in entries(confirmation::CONFIRMATION_METHODS) {
            assert_eq!(confirmation_method(entry.name), Some(entry));
        }
    }

    #[test]
    fn names_nobody_documented_are_unknown() {
        for name in ["", "é", "Exp", "exp ", "applicatiöns/"] {
            assert_eq!(claim(name), None, "{name:?}");
            assert_eq!(header_parameter(name), None, "{name:?}");
            assert_eq!(algorithm(name), None, "{name:?}");
            assert_eq!(token_type(name), None, "{name:?}");
            assert_eq!(confirmation_method(name), None, "{name:?}");
        }
        assert_eq!(algorithm("hs256"), None);
        assert_eq!(algorithm("NONE"), None);
    }

    #[test]
    fn types_are_found_in_any_case_with_or_without_application() {
        for name in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"] {
            assert_eq!(token_type(name).map(|entry| entry.name), Some("at+jwt"), "{name}");
        }
        assert_eq!(token_type("jwt").map(|entry| entry.name), Some("JWT"));
        assert_eq!(token_type("application/"), None);
    }

    #[test]
    fn the_longest_prefix_counts() {
        let found = |name| claim(name).map(|entry| entry.name);
        assert_eq!(found("cognito:groups"), Some("cognito:"));
        assert_eq!(found("https://hasura.io/jwt/claims"), Some("https://hasura.io/jwt/claims"));
        assert_eq!(found("https://example.com/roles"), Some("https://"));
        assert_eq!(found("xms_tcdt"), Some("xms_tcdt"));
        assert_eq!(found("xms_unheard_of"), Some("xms_"));
    }

    #[track_caller]
    fn same_names_and_references(entries: &[Entry], csv: &str, file: &str) {
        let records = records(csv);
        for record in &records {
            let entry = entries.iter().find(|entry| entry.name == cell(record, 0));
            assert!(entry.is_some(), "{file}: add a line for {:?}", cell(record, 0));
            let reference = record.last().map_or("", String::as_str);
            assert!(
                entry.is_some_and(|it| cites(it.reference, reference)),
                "{file}: cite {reference} for {:?}",
                cell(record, 0)
            );
        }
        for entry in entries {
            let registered = records.iter().any(|record| cell(record, 0) == entry.name);
            assert!(registered, "{file}: {:?} is not in the CSV, so it belongs to the vendors", entry.name);
        }
    }

    /// Whether the first RFC and the section that `[RFC7519, Section 4.1.4]` names stand in our reference.
    fn cites(reference: &str, registered: &str) -> bool {
        let after = |marker: &str, ends: &[char]| {
            let (_, rest) = registered.split_once(marker)?;
            rest.split(ends).next().map(str::to_owned)
        };
        after("[RFC", &[',', ']', ' ', '-'])
            .is_none_or(|number| number.is_empty() || reference.contains(&format!("RFC {number}")))
            && after(", Section ", &[']']).is_none_or(|section| reference.contains(&format!("section {section}")))
    }

    #[track_caller]
    fn cell(record: &[String], column: usize) -> &str {
        record.get(column).map_or("", String::as_str)
    }

    /// RFC 4180 without line breaks inside cells; the row of column names is left out.
    fn records(csv: &str) -> Vec<Vec<String>> {
        csv.lines().skip(1).map(cells).collect()
    }

    fn cells(line: &str) -> Vec<String> {
        let mut cells = Vec::new();
        let mut cell = String::new();
        let mut quoted = false;
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                _ => cell.push(character),
            }
        }
        cells.push(cell);
        cells
    }

    #[test]
    fn reads_quoted_cells() {
        assert_eq!(
            cells(r#"exi,"""Expires in"". Lifetime, in s",[IETF]"#),
            ["exi", r#""Expires in". Lifetime, in s"#, "[IETF]"]
        );
    }
}
