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
    let (mut page, said) = (page(), "These expectations came with the link: issuer, audience and algorithms alone.");
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

#[test]
fn what_was_changed_by_hand_keeps_the_way_back() {
    let mut state = page();
    answered(&mut state, &[(Field::Issuer, "mine")], REFUSED);
    used(&mut state, ExpectationUse::Cleared);
    used(&mut state, ExpectationUse::Written { field: Field::Issuer, text: "new".to_owned() });
    let drawn = markup(panel(&state));
    assert!(drawn.contains("Cleared.") && drawn.contains(">Undo</button>"), "{drawn}");
    used(&mut state, ExpectationUse::UndoWanted);
    let drawn = markup(panel(&state));
    assert!(
        drawn.contains("Undone.") && drawn.contains(">Redo</button>") && drawn.contains(">mine</textarea>"),
        "{drawn}"
    );
}

#[test]
fn the_line_beside_the_answer_says_what_the_link_expects() {
    let mut page = page();
    let line = |page: &State| markup(super::super::from_link::from_link(page, &dispatch()));
    assert_eq!(line(&page), "");
    page.reduce(Action::LinkOpened {
        text: token(r#"{"alg":"RS256"}"#, "{}", 0),
        signature_left_out: true,
        claims_redacted: false,
        expectations: share::link::LinkExpectations { issuers: vec!["a".to_owned()], ..Default::default() },
        now: crate::views::testing::NOW,
    });
    assert!(line(&page).contains("The link also says what a service expects. <button"), "{}", line(&page));
    let round = (0..20).map(|round| ExpectationUse::Judged { round, answer: REFUSED.into() });
    round.for_each(|judged| used(&mut page, judged));
    let said = line(&page);
    assert!(
        said.contains("data-severity=\"error\"") && said.contains("would refuse it: the audience differs."),
        "{said}"
    );
    used(&mut page, ExpectationUse::Written { field: Field::Issuer, text: "mine".to_owned() });
    assert_eq!(line(&page), "");
}
