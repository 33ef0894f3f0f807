//! Tests of the facts of kinds and issuers.

use super::*;
use crate::jose::issuers::KnownIssuer;
use crate::jose::lifetimes::AdvisedLifetime;

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[test]
fn kinds_and_issuers_are_in_order_and_ids_are_unique() {
    assert!(TokenKind::ALL.is_sorted_by(|one, next| one < next && one.id() < next.id()));
    assert!(KnownIssuer::ALL.is_sorted_by(|one, next| one < next && one.id() <= next.id()));
}

#[test]
fn ids_and_names_are_well_formed() {
    let of_kinds = TokenKind::ALL.map(|kind| (kind.id(), kind.name()));
    let of_issuers = KnownIssuer::ALL.map(|issuer| (issuer.id(), issuer.name()));
    for (id, name) in of_kinds.into_iter().chain(of_issuers) {
        assert!(is_id(id), "{id}");
        assert!(!name.is_empty() && name.trim() == name && !name.ends_with('.'), "{id}: {name}");
    }
    for kind in TokenKind::ALL {
        assert!(KnownIssuer::ALL.into_iter().all(|issuer| issuer.id() != kind.id()), "{kind:?} has an issuer's id");
    }
}

#[test]
fn every_bearer_kind_says_how_it_is_kept_and_renewed() {
    let of_kinds = TokenKind::ALL.map(|kind| kind.facts().possession);
    let of_issuers = KnownIssuer::ALL.into_iter().filter_map(|issuer| issuer.facts().possession);
    for possession in of_kinds.into_iter().chain(of_issuers) {
        if let Possession::Bearer(keeping) = possession {
            assert!(keeping.kept.ends_with('.') && keeping.renewed.ends_with('.'), "{keeping:?}");
        }
    }
    assert!(matches!(TokenKind::OauthAccessToken.facts().possession, Possession::Bearer(_)));
}

#[test]
fn a_warning_needs_a_longer_lifetime_than_a_notice() {
    for kind in TokenKind::ALL {
        if let Lifetime::Advised(AdvisedLifetime { words, notice_over, warning_over, .. }) = kind.facts().lifetime {
            assert!(!words.is_empty() && warning_over.is_none_or(|warning| warning > notice_over), "{kind:?}");
        }
    }
}

#[test]
fn an_assertion_may_last_as_long_as_entra_advises() {
    let Lifetime::Advised(advised) = TokenKind::ClientAssertion.facts().lifetime else { panic!("a lifetime") };
    assert_eq!((advised.words, advised.notice_over), ("ten minutes at most", 600));
}

#[test]
fn demands_name_a_document_and_something_to_fulfil() {
    let of_kinds = TokenKind::ALL.into_iter().filter_map(|kind| kind.facts().demands);
    let of_issuers = KnownIssuer::ALL.into_iter().filter_map(|issuer| issuer.facts().demands);
    let all: Vec<Demands> = of_kinds.chain(of_issuers).collect();
    assert_eq!(all.len(), 32);
    assert!(all.iter().all(|demands| !demands.document.is_empty() && !demands.list.is_empty()));
}

#[test]
fn claims_that_mean_something_special_are_phrases_and_no_list_repeats_one() {
    let of_kinds = TokenKind::ALL.map(|kind| kind.facts().claims);
    let of_issuers = KnownIssuer::ALL.map(|issuer| issuer.facts().claims);
    for list in of_kinds.into_iter().chain(of_issuers).flatten() {
        for (at, special) in list.iter().enumerate() {
            for text in [special.title, special.meaning, special.reference] {
                assert!(!text.is_empty() && !text.ends_with('.') && text.trim() == text, "{special:?}");
                assert!(text.chars().count() <= 120, "{special:?}: shorten");
            }
            assert!(!list[..at].iter().any(|earlier| earlier.name == special.name), "{special:?} twice");
        }
    }
}
