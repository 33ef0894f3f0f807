//! What filled the fields.

use super::*;

#[test]
fn says_what_filled_the_fields_and_offers_the_way_back() {
    let mut state = page();
    answered(&mut state, &[(Field::Issuer, "mine")], REFUSED);
    used(&mut state, ExpectationUse::StartChosen("oidc".to_owned()));
    answered(&mut state, &[], &REFUSED.replace(r#""filled":null"#, r#""filled":{"issuer":"theirs"}"#));
    let drawn = markup(panel(&state));
    assert!(
        drawn.contains("Filled in from <b>OpenID Connect ID token</b>. The audience is your <code>client_id</code>."),
        "{drawn}"
    );
    assert!(
        drawn.contains("https://openid.net/specs/openid-connect-core-1_0.html") && drawn.contains("expected-undo"),
        "{drawn}"
    );
    used(&mut state, ExpectationUse::Cleared);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("Cleared.") && drawn.contains("expected-undo"), "{drawn}");
}

#[test]
fn says_that_they_came_with_the_link() {
    let (mut page, said) = (page(), "These expectations came with the link.");
    let issuers = vec!["https://a.example".to_owned(), "</textarea><script>".to_owned()];
    page.reduce(Action::LinkOpened {
        text: token(r#"{"alg":"RS256"}"#, "{}", 0),
        signature_left_out: true,
        claims_redacted: false,
        expectations: share::link::LinkExpectations { issuers, ..Default::default() },
        now: crate::views::testing::NOW,
    });
    let drawn = markup(panel(&page));
    assert!(drawn.contains(said) && drawn.contains("<option value=\"\" selected"), "{drawn}");
    assert!(drawn.contains("&lt;/textarea") && !drawn.contains("<script"), "{drawn}");
    used(&mut page, ExpectationUse::Written { field: Field::Issuer, text: "mine".to_owned() });
    assert!(!markup(panel(&page)).contains(said));
}
