//! The page at another time: yesterday's failing token as it was when it failed.

use inspect::time::instants;
use inspect::validity::Validity;
use inspect::{Severity, display};
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::clock::{Clock, Moment};
use crate::state::{Action, Dispatch};
use crate::views::fields::kept_nowhere;
use crate::views::findings::severity::badge;
use crate::views::glyphs::prose;

/// Says so where the page is not looked at now.
pub fn as_of(clock: &Clock, dispatch: &Dispatch) -> Html {
    let Some(instant) = clock.looked_at else { return Html::default() };
    let away = instants::relative(instant, clock.device);
    html! {
        <p class="as-of" role="status">
            <span>
                {"Seen as of "}<b>{format!("{} ({away})", instants::day_and_time(instant))}</b>{", not as of now."}
            </span>
            {" "}
            <button onclick={dispatch.on(Action::MomentChosen(Moment::Now))}>{"Back to now"}</button>
        </p>
    }
}

pub fn chooser(clock: &Clock, validity: &Validity, dispatch: &Dispatch) -> Html {
    let choice = |moment: Moment, words: &'static str| {
        html! {
            if moment.of(validity).is_some() {
                <button onclick={dispatch.on(Action::MomentChosen(moment))}>{words}</button>
            }
        }
    };
    html! {
        <details class="moment">
            <summary>{"See it at another time"}</summary>
            <div class="cluster">
                {choice(Moment::Issued, "At issue")}
                {choice(Moment::LastSecond, "Just before expiry")}
                <label>
                    {"At "}
                    {kept_nowhere(html! {
                        <input
                            type="text"
                            class="notranslate"
                            placeholder="2026-11-23 14:00:00"
                            onchange={dispatch.from(|event: Event| Some(Action::MomentWritten(value_of(&event)?)))}
                        />
                    })}
                </label>
                // A press on it takes the focus out of the field, whose change is then heard.
                <button>{"Show"}</button>
            </div>
            if let Some(text) = &clock.unread {
                {unread(text)}
            }
            <p class="fine">
                {"A date and time, in UTC unless it names a zone, or seconds since 1970, as logs write them. The whole \
                  page is then judged at that instant."}
            </p>
        </details>
    }
}

fn unread(text: &str) -> Html {
    let sentence = format!("Cannot read {}; try 2026-11-23 14:00.", display::quoted(text, 40));
    html! { <p role="alert">{badge(Severity::Error, "")}{prose(&sentence)}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;
    use crate::state::paste::Origin;
    use crate::views::testing::{NOW, dispatch, markup, state, token};

    #[test]
    fn the_whole_page_follows() {
        let mut state = state(&token(r#"{"alg":"HS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 32));
        let status = |state: &State| state.shown().map(|shown| shown.judgement.validity.status.id());
        assert_eq!(status(&state), Some("expired"));
        state.reduce(Action::MomentChosen(Moment::LastSecond));
        assert_eq!((status(&state), state.clock.now), (Some("active"), 1_795_179_599));
        // The clock goes on; the chosen time does not move.
        state.reduce(Action::Ticked(NOW + 5));
        assert_eq!((status(&state), state.clock.now, state.clock.device), (Some("active"), 1_795_179_599, NOW + 5));
        let said = markup(as_of(&state.clock, &dispatch()));
        assert!(said.contains("20 Nov 2026, 12:59:59 UTC (3 days ago)"), "{said}");
        state.reduce(Action::MomentWritten("never".to_owned()));
        assert_eq!(state.clock.now, 1_795_179_599);
        assert!(
            markup(chooser(&state.clock, &state.shown().expect("a token").judgement.validity, &dispatch()))
                .contains("Cannot read <code>never</code>; try 2026-11-23 14:00.")
        );
        state.reduce(Action::MomentWritten("2026-11-20 12:30".to_owned()));
        assert_eq!((state.clock.now, state.clock.unread.as_deref()), (1_795_177_800, None));
        state.reduce(Action::MomentChosen(Moment::Now));
        assert_eq!((status(&state), state.clock.now), (Some("expired"), NOW + 5));
        assert_eq!(markup(as_of(&state.clock, &dispatch())), "");
    }

    #[test]
    fn is_offered_only_where_there_are_times() {
        for (claims, is_offered) in [
            (r#"{"sub":"1"}"#, false),
            (r#"{"sub":"1","exp":"soon"}"#, false),
            (r#"{"exp":1795179600}"#, true),
            (r#"{"iat":1795179600}"#, true),
        ] {
            let page = markup(crate::views::screen(&state(&token(r#"{"alg":"HS256"}"#, claims, 32)), &dispatch()));
            assert_eq!(page.contains("See it at another time"), is_offered, "{claims}");
        }
    }

    #[test]
    fn the_next_token_is_seen_at_the_same_time_and_none_is_after_clearing() {
        let text = token(r#"{"alg":"HS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 32);
        let mut state = state(&text);
        state.reduce(Action::MomentWritten("1795179000".to_owned()));
        state.reduce(Action::Edited { text, origin: Origin::Pasted, now: NOW + 9 });
        assert_eq!((state.clock.now, state.clock.device), (1_795_179_000, NOW + 9));
        state.reduce(Action::Cleared { now: NOW + 9 });
        assert_eq!((state.clock.looked_at, state.clock.now), (None, NOW + 9));
    }
}
