//! The meaning of a name that stands in one line beside its value.

use super::*;
use crate::jose::entry::LONGEST_SHORT;

/// Every short meaning, with its table, its name and its title.
fn short_meanings() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
    let of_entries = tables()
        .into_iter()
        .flat_map(|(table, entries)| entries.iter().map(move |entry| (table, entry.name, entry.title, entry.short)));
    let of_issuers = KnownIssuer::ALL.into_iter().map(|issuer| (issuer.id(), issuer.facts().claims));
    let of_kinds = TokenKind::ALL.into_iter().map(|kind| (kind.id(), kind.facts().claims));
    let special = of_issuers.chain(of_kinds).flat_map(|(table, lists)| {
        lists.iter().copied().flatten().map(move |claim| (table, claim.name, claim.title, claim.short))
    });
    of_entries.chain(special).collect()
}

#[test]
fn fit_one_line_and_say_more_than_the_title() {
    for (table, name, title, short) in short_meanings() {
        are_phrases(table, name, &[short]);
        let length = short.chars().count();
        assert!(length <= LONGEST_SHORT, "{table}, {name}: {short:?} has {length} characters, not {LONGEST_SHORT}");
        assert_ne!(short.to_lowercase(), title.to_lowercase(), "{table}, {name}: say more than the title");
    }
}

#[test]
fn stand_by_themselves() {
    for (table, name, _, short) in short_meanings() {
        assert!(!short.starts_with(char::is_lowercase), "{table}, {name}: begin {short:?} with a capital letter");
        assert!(!short.starts_with("A claim "), "{table}, {name}: say what it is instead of that it is a claim");
    }
}

#[test]
fn the_issuer_says_it_in_its_own_words() {
    let short = |issuer, name| ClaimMeanings::of(TokenKind::AccessToken, issuer).claim(name).map(|entry| entry.short);
    assert_eq!(short(None, "aud"), Some("Audience: who it is for"));
    assert_eq!(short(Some(KnownIssuer::EntraV1), "aud"), Some("Audience: the API it is for"));
    assert_eq!(short(Some(KnownIssuer::Google), "sub"), Some("Subject: the account, never reused"));
    assert_eq!(short(Some(KnownIssuer::EntraV1), "rh"), Some("Internal to Entra: ignore it"));
    assert_eq!(short(None, "made-up"), None);
}
