//! What the records cite and say, where that was once wrong.

use std::collections::HashSet;

use crate::{Record, records};

#[track_caller]
fn record(id: &str) -> &'static Record {
    records().find(|record| record.id == id).unwrap_or_else(|| panic!("no record {id}"))
}

/// A record that cites these documents, in this order.
#[track_caller]
fn cites(id: &str, references: &[&str]) {
    assert_eq!(record(id).references, references, "{id}");
}

#[test]
fn unsigned_tokens_cite_the_weakness_that_let_them_pass() {
    cites(
        "alg-none",
        &[
            "RFC 7519 section 6",
            "RFC 7518 section 3.6",
            "RFC 8725 section 3.2",
            "draft-ietf-jose-deprecate-none-rsa15",
            "CVE-2022-23540",
        ],
    );
    // That one is of a public key taken for a secret.
    assert!(record("alg-hmac-key-confusion").references.contains(&"CVE-2015-9235"));
}

#[test]
fn what_a_draft_deprecates_cites_it() {
    cites("jwe-alg-rsa1-5", &["RFC 7518 section 4.2", "RFC 8725 section 3.2", "draft-ietf-jose-deprecate-none-rsa15"]);
}

#[test]
fn a_redirect_without_https_cites_its_section() {
    cites("request-object-redirect", &["RFC 9700 section 2.6"]);
}

#[test]
fn the_algorithms_of_spiffe_cite_their_section() {
    cites("jwt-svid-wrong-alg", &["SPIFFE JWT-SVID section 2.1"]);
}

#[test]
fn shared_signals_cite_what_they_forbid() {
    assert_eq!(record("set-sub").references.first(), Some(&"OpenID Shared Signals Framework 1.0 section 4.1.2"));
    assert_eq!(record("set-exp").references.first(), Some(&"OpenID Shared Signals Framework 1.0 section 4.1.7"));
}

#[test]
fn a_cookie_is_measured_by_its_name_and_value() {
    cites("size-cookie", &["draft-ietf-httpbis-rfc6265bis", "RFC 6265 section 6.1"]);
    assert!(record("size-cookie").why.contains("name and value"));
}

#[test]
fn the_referer_can_hold_a_token_but_need_not() {
    assert!(record("url-encoded-token").why.ends_with("and can reach other sites in the `Referer` header."));
}

#[test]
fn an_access_token_does_not_always_come_back_in_the_address() {
    assert_eq!(record("request-object-implicit").title, "Access token in the authorization response");
    assert!(record("request-object-implicit").why.contains("usually in the redirect address"));
}

#[test]
fn claims_in_the_header_should_be_the_same_in_encrypted_tokens() {
    let why = record("claims-in-header").why;
    assert!(why.contains("encrypted token") && why.contains("should check") && !why.contains("must"), "{why}");
}

#[test]
fn a_nested_token_may_be_encrypted() {
    assert!(record("cty-nested").why.contains("may be signed or encrypted"));
}

#[test]
fn no_expiry_time_is_not_forever() {
    // Some thousand years are.
    for record in records().filter(|record| !["exp-in-milliseconds", "exp-in-microseconds"].contains(&record.id)) {
        for text in [record.title, record.why, record.advice] {
            assert!(!text.contains("never expire"), "{}: {text}", record.id);
        }
    }
    assert!(record("exp-missing").why.contains("limit its age in another way"));
}

#[test]
fn kubernetes_ends_what_nobody_used_for_a_year() {
    assert!(record("k8s-legacy").why.contains("once they were not used for a year"));
    assert!(record("k8s-legacy").references.contains(&"KEP-2799"));
}

#[test]
fn passwords_need_as_many_rounds_as_owasp_asks_and_libraries_take_fewer() {
    let advice = record("p2c-too-low").advice;
    for number in ["600,000", "220,000", "10,000 to 32,768"] {
        assert!(advice.contains(number), "{number}: {advice}");
    }
    assert!(record("p2c-too-low").references.contains(&"OWASP Password Storage Cheat Sheet"));
    assert!(record("p2c-too-high").advice.contains("10,000 to 32,768"));
}

#[test]
fn what_oauth_asks_of_issuers_is_said_to_be_of_oauth() {
    for id in ["iss-odd-url", "iss-http"] {
        assert!(record(id).why.contains("OAuth and OpenID Connect"), "{id}");
    }
}

#[test]
fn rfc_7523_allows_a_token_endpoint_as_audience() {
    assert!(record("client-assertion-aud").advice.contains("RFC 7523 allows the token endpoint as well"));
}

#[test]
fn transaction_tokens_need_their_scope_and_who_asked() {
    let advice = record("transaction-token-missing-claim").advice;
    assert!(advice.contains("`scope` and `req_wl`"), "{advice}");
}

/// A leaked key and a missing contact are not told the same.
#[test]
fn no_two_findings_on_a_platform_have_the_same_why_or_advice() {
    let of_platforms =
        || records().filter(|record| record.id.starts_with("supabase-") || record.id.starts_with("vapid-"));
    let count = of_platforms().count();
    assert_eq!(count, 7);
    assert_eq!(of_platforms().map(|record| record.why).collect::<HashSet<_>>().len(), count);
    assert_eq!(of_platforms().map(|record| record.advice).collect::<HashSet<_>>().len(), count);
}
