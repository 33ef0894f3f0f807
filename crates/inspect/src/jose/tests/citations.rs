//! Entries cite the documents and sections that say so.

use super::*;

#[test]
fn federation_claims_cite_the_sections_that_define_them() {
    for (name, section) in [
        ("authority_hints", "3.1.2"),
        ("trust_anchor_hints", "3.1.2"),
        ("trust_mark_issuers", "3.1.2"),
        ("trust_mark_owners", "3.1.2"),
        ("trust_marks", "3.1.2"),
        ("metadata_policy", "3.1.3"),
        ("metadata_policy_crit", "3.1.3"),
        ("source_endpoint", "3.1.3"),
    ] {
        let reference = claim(name).map(|entry| entry.reference);
        assert_eq!(reference, Some(&*format!("OpenID Federation 1.0 section {section}")), "{name}");
    }
}

#[test]
fn credential_types_name_the_edition_that_used_them() {
    for (name, edition) in [
        ("vc+ld+json+jwt", "Candidate Recommendation of 2024-04-25"),
        ("vc+ld+json+sd-jwt", "Candidate Recommendation of 2024-04-25"),
        ("vp+ld+json+jwt", "Candidate Recommendation of 2024-04-25"),
        ("vp+ld+json+sd-jwt", "Candidate Recommendation of 2024-04-25"),
        ("vc+ld+jwt", "Working Draft of 2023-04-27"),
        ("vp+ld+jwt", "Working Draft of 2023-04-27"),
    ] {
        let reference = token_type(name).map(|entry| entry.reference);
        assert_eq!(reference, Some(&*format!("W3C Securing Verifiable Credentials, {edition}")), "{name}");
    }
}

#[test]
fn what_was_dropped_from_a_draft_says_so() {
    let vctm = header_parameter("vctm").expect("a header parameter");
    assert!(vctm.meaning.ends_with("later drafts dropped it") && vctm.reference.ends_with("before draft 11"));
}

#[test]
fn what_a_verifier_asks_of_a_wallet_is_explained() {
    for (name, section) in [
        ("client_metadata", "5.1"),
        ("dcql_query", "6"),
        ("response_uri", "8.2"),
        ("transaction_data", "8.4"),
        ("verifier_info", "5.11"),
    ] {
        let reference = claim(name).map(|entry| entry.reference);
        assert_eq!(reference, Some(&*format!("OpenID4VP 1.0 section {section}")), "{name}");
    }
    let request = TokenKind::RequestObject.facts().claims;
    let client_id = request.iter().flat_map(|list| list.iter()).find(|special| special.name == "client_id");
    assert!(client_id.is_some_and(|it| it.meaning.contains("without a prefix") && it.reference.ends_with("5.9")));
}
