//! What the outline says of tokens of several kinds.

use super::places::places;
use super::*;
use crate::state::Action;
use crate::state::columns::Columns;
use crate::views::expect::TITLE;
use crate::views::testing::{check, dispatch, inspected, markup, state, token};
use expect_test::expect;

const HEADER: &str = r#"{"alg":"RS256","kid":"1"}"#;
const CHECK: &str = "Check the signature";

fn names(text: &str, columns: Columns) -> Vec<&'static str> {
    places(&inspected(text), CheckOutcome::NotChecked, ServiceOutcome::NotAsked, columns)
        .iter()
        .map(|place| place.name)
        .collect()
}

fn drawn(state: &State) -> String {
    markup(outline(state, state.shown().unwrap(), &dispatch()))
}

fn many_claims(count: usize) -> String {
    let claims: Vec<String> = (0..count).map(|at| format!("\"n{at}\":{at}")).collect();
    token(HEADER, &format!("{{{}}}", claims.join(",")), 256)
}

#[test]
fn has_the_places_in_the_order_of_the_page() {
    let signed = token(HEADER, r#"{"sub":"1"}"#, 256);
    assert_eq!(
        names(&signed, Columns::Two),
        ["Findings", "Claims", "Header", "Signature", CHECK, TITLE, "If it leaks"]
    );
    assert_eq!(
        names(&signed, Columns::Three),
        ["Claims", "Findings", "Header", "Signature", CHECK, TITLE, "If it leaks"]
    );
    let encrypted = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
    assert_eq!(names(&encrypted, Columns::Two), ["Findings", "Header", "Encrypted content", "Decrypt it", TITLE]);
    assert_eq!(names(&encrypted, Columns::Three), ["Header", "Findings", "Encrypted content", "Decrypt it", TITLE]);
    let disclosing = format!("{signed}~WyJzYWx0IiwiYSIsMV0~");
    assert_eq!(
        names(&disclosing, Columns::Two),
        ["Findings", "Claims", "Disclosures", "Header", "Signature", CHECK, TITLE]
    );
    let general = r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AAAA"},{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"BBBB"}]}"#;
    assert_eq!(names(general, Columns::Two), ["Findings", "Payload", "Signatures", CHECK, TITLE]);
}

#[test]
fn every_place_is_on_the_page() {
    for text in [token(HEADER, r#"{"sub":"1"}"#, 256), many_claims(20), "eyJhbGciOiJub25lIn0.e30.".to_owned()] {
        let state = state(&text);
        let page = markup(crate::views::screen(&state, &dispatch()));
        for place in places(state.shown().unwrap(), CheckOutcome::NotChecked, ServiceOutcome::NotAsked, Columns::Two) {
            assert!(page.contains(&format!("id=\"{}\"", place.id)), "{}", place.id);
        }
    }
}

#[test]
fn says_how_much_there_is() {
    let state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    let places = places(state.shown().unwrap(), CheckOutcome::NotChecked, ServiceOutcome::NotAsked, Columns::Two);
    check(
        html! { <Links places={places[..2].to_vec()} dispatch={dispatch()} /> },
        expect![[r#"
        <ul>
        <li>
        <button>
        <span>Findings</span>
        <small>
        <em data-severity="warning">
        <span aria-hidden="true">▲ 1</span>
        <span class="unseen"> 1 warning</span>
        </em>
        <em data-severity="notice">
        <span aria-hidden="true">○ 1</span>
        <span class="unseen"> 1 notice</span>
        </em>
        </small>
        </button>
        </li>
        <li>
        <button>
        <i data-role="payload" aria-hidden="true">
        </i>
        <span>Claims</span>
        <small>1</small>
        </button>
        </li>
        </ul>"#]],
    );
}

#[test]
fn the_filter_tells_what_is_left() {
    let mut state = state(&token(HEADER, r#"{"sub":"grace","name":"Grace"}"#, 256));
    let mut after = |text: &str| {
        state.reduce(Action::FilterWritten(text.to_owned()));
        drawn(&state)
    };
    assert!(after("grace").contains("2 of 2 claims, 0 of 2 header parameters"));
    assert!(after("sub").contains("1 of 2 claims, 0 of 2 header parameters"));
    let none = after("zebra");
    assert!(none.contains("Nothing matches.") && none.contains("Show all claims"), "{none}");
    assert!(!after("").contains("of 2 claims"));
}

#[test]
fn the_tables_are_narrowed() {
    let mut state = state(&token(HEADER, r#"{"sub":"grace","name":"Hopper","exp":1795179600}"#, 256));
    state.reduce(Action::FilterWritten("hopper".to_owned()));
    let page = markup(crate::views::screen(&state, &dispatch()));
    assert!(page.contains("id=\"row-1:1\"") && !page.contains("id=\"row-1:0\"") && !page.contains("id=\"row-1:2\""));
    assert!(!page.contains("id=\"row-0:0\"") && page.contains("Nothing here matches the filter."), "of the header");
}

#[test]
fn the_names_stand_from_sixteen_claims_on() {
    assert!(!drawn(&state(&many_claims(15))).contains("toolbar"));
    let mut state = state(&many_claims(16));
    let buttons = |drawn: &str| drawn.matches("data-selection=\"1:").count();
    assert_eq!(buttons(&drawn(&state)), 16);
    assert_eq!(drawn(&state).matches("tabindex=\"-1\"").count(), 15, "one stop for the Tab key");
    state.reduce(Action::FilterWritten("n1".to_owned()));
    assert_eq!(buttons(&drawn(&state)), 7, "n1 and n10 to n15");
}

#[test]
fn names_carry_what_is_found_of_them() {
    assert!(!drawn(&state(&many_claims(16))).contains(", error"));
    let expired: Vec<String> = (0..15).map(|at| format!("\"n{at}\":{at}")).collect();
    let expired = token(HEADER, &format!("{{\"exp\":1795179600,{}}}", expired.join(",")), 256);
    let names = drawn(&state(&expired));
    assert!(names.contains("exp<span class=\"unseen\">, error</span>"), "{names}");
}
