//! An algorithm that is not registered, or that is written in the wrong case.

use crate::evidence::LIMIT;
use crate::query::algorithms::{algorithm, is_disguised_none};
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::{Part, Token};
use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::{display, jose};

pub(crate) static ALG_UNKNOWN: Record = Record {
    id: "alg-unknown",
    severity: Severity::Warning,
    title: "Unregistered algorithm",
    why: "Libraries know the registered algorithms. A name that is not registered is a typing error, a private agreement or newer than this page.",
    advice: "Use a registered name. A verifier must refuse an algorithm that it does not know.",
    references: &["RFC 7515 section 4.1.1", "RFC 7518 section 7.1", "RFC 8725 section 3.1"],
    guide: Question::Algorithms,
};

pub(crate) static ALG_CASE: Record = Record {
    id: "alg-case",
    severity: Severity::Error,
    title: "Algorithm in the wrong case",
    why: "Names of algorithms are case-sensitive. Strict libraries refuse this one, and a lenient one may treat it differently from the allowed name.",
    advice: "Write the name exactly as it is registered, and compare it exactly when verifying.",
    references: &["RFC 7515 section 4.1.1", "RFC 8725 section 3.1"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Algorithm, records: &[&ALG_UNKNOWN, &ALG_CASE], check: Check::Once(check) };

/// Names that are longer, in bytes, are not compared with registered ones.
const LONGEST: usize = 32;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // NATS uses algorithm names of its own.
    if evaluation.description.profile.known_issuer() == Some(KnownIssuer::Nats) {
        return Vec::new();
    }
    headers::of_token(evaluation.token).filter_map(|header| evidence(evaluation.token, header)).take(LIMIT).collect()
}

fn evidence(token: &Token, header: &Part) -> Option<Evidence> {
    let member = algorithm(header)?;
    let alg = member.value.as_str()?;
    if alg.is_empty() || is_disguised_none(alg) || jose::algorithm(alg).is_some() {
        return None;
    }
    let shown = display::quoted(alg, 80);
    let place = Place::member(token, header, member);
    if let Some(name) = jose::algorithm_names().find(|name| name.eq_ignore_ascii_case(alg)) {
        let message = format!("{shown} should be written `{name}`: names are case-sensitive.");
        return Some(Evidence::new(&ALG_CASE, message, place));
    }
    let hint = nearest(alg).map_or(String::new(), |name| format!(" The nearest name that is one is `{name}`."));
    Some(Evidence::new(&ALG_UNKNOWN, format!("The algorithm {shown} is not registered.{hint}"), place))
}

/// The registered name that was probably meant: the one with the fewest differences, if there are few.
fn nearest(alg: &str) -> Option<&'static str> {
    if alg.len() > LONGEST {
        return None;
    }
    let alg = alg.to_ascii_uppercase();
    let mut nearest = (alg.len().div_ceil(2).min(3), None);
    for name in jose::algorithm_names() {
        let changes = changes(alg.as_bytes(), name.to_ascii_uppercase().as_bytes());
        if changes < nearest.0 {
            nearest = (changes, Some(name));
        } else if changes == nearest.0 {
            // Two names are equally near, so neither of them is suggested.
            nearest.1 = None;
        }
    }
    nearest.1
}

/// The Levenshtein distance: how many bytes must be inserted, deleted or replaced.
fn changes(from: &[u8], to: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, byte) in from.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(to) {
            let replaced = diagonal + usize::from(byte != other);
            diagonal = *cell;
            left = replaced.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from, token_of};
    use decode::Token;

    fn with(alg: &str) -> Token {
        token_from(&format!("{{\"alg\":\"{alg}\"}}"), "{}")
    }

    #[test]
    fn fires_and_names_the_nearest() {
        let message = "The algorithm `RS265` is not registered. The nearest name that is one is `RS256`.";
        check(&RULE, &with("RS265"), "alg-unknown", "/header/alg", message);
        let message = "The algorithm `frog-7` is not registered.";
        check(&RULE, &with("frog-7"), "alg-unknown", "/header/alg", message);
        for (alg, name) in [
            ("HS-256", Some("HS256")),
            ("RSA256", Some("RS256")),
            ("hs 512", Some("HS512")),
            ("ML-DSA44", Some("ML-DSA-44")),
            ("RSA_OAEP", Some("RSA-OAEP")),
            ("XS256", None),
            ("foo", None),
            ("", None),
            ("HS256HS256HS256HS256HS256HS256HS256HS256", None),
        ] {
            assert_eq!(nearest(alg), name, "{alg}");
        }
    }

    #[test]
    fn is_an_error_where_only_the_case_is_wrong() {
        let message = "`hs256` should be written `HS256`: names are case-sensitive.";
        check(&RULE, &with("hs256"), "alg-case", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_every_registered_name_and_on_private_ones_in_their_place() {
        for alg in jose::algorithm_names() {
            check_quiet(&RULE, &with(alg));
        }
        check_quiet(&RULE, &with(""));
        check_quiet(&RULE, &token_of("eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_from(r#"{"alg":"ed25519-nkey"}"#, r#"{"nats":{}}"#));
    }

    #[test]
    fn counts_changes() {
        for (from, to, count) in
            [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 2)]
        {
            assert_eq!(changes(from.as_bytes(), to.as_bytes()), count, "{from} {to}");
        }
    }
}
