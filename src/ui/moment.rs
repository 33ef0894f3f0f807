//! The page at another time: yesterday's failing token as it was when it failed.

use inspect::calendar;
use inspect::display;
use inspect::numeric_date::{self, DateText};
use inspect::validity::Validity;
use yew::prelude::*;

use super::app::State;
use super::commands::Command;
use super::element::{Element, button, element};
use super::glyphs::prose;
use super::paste_box::kept_nowhere;
use super::severity::badge;

/// An instant that a button stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Now,
    /// Its `iat`, or else its `nbf`.
    Issued,
    /// The last one before its `exp`.
    LastSecond,
    /// The one that stands in the field beside the button.
    Written,
}

impl Moment {
    /// In seconds since 1970-01-01T00:00:00Z.
    pub fn of(self, validity: &Validity) -> Option<i64> {
        match self {
            Self::Now | Self::Written => None,
            Self::Issued => validity.issued_at.or(validity.not_before),
            Self::LastSecond => validity.expires_at.map(|instant| instant.saturating_sub(1)),
        }
    }
}

/// An instant as people write it: seconds or milliseconds since 1970, or a date; one without a zone is meant in UTC.
pub fn read(text: &str) -> Option<i64> {
    let seconds = match numeric_date::read_text(text)? {
        DateText::Date(seconds) => seconds,
        DateText::Number(date) if date.out_of_range => return None,
        DateText::Number(date) => match numeric_date::likely_unit(date.seconds) {
            Some(unit) => date.seconds / unit.per_second(),
            None => date.seconds,
        },
    };
    (1..=9_999).contains(&calendar::year(seconds)).then_some(seconds)
}

/// Says so where the page is not looked at now.
pub fn as_of(state: &State) -> Html {
    let Some(instant) = state.looked_at else { return Html::default() };
    let away = calendar::relative(instant, state.clock);
    let when = [&calendar::day_and_time(instant), " (", &away, ")"].concat();
    element("p")
        .class("as-of")
        .with("role", "status")
        .hold(element("span").say("Seen as of ").hold(element("b").text(when)).say(", not as of now."))
        .say(" ")
        .hold(button(Command::LookAt(Moment::Now), "Back to now"))
        .node()
}

pub fn chooser(state: &State, validity: &Validity) -> Html {
    let has = |moment: Moment| moment.of(validity).is_some();
    let field = kept_nowhere(element("input"))
        .with("type", "text")
        .with("data-do", "look-at")
        .with("placeholder", "2026-11-23 14:00:00");
    let written = element("label").say("At ").hold(field);
    element("details")
        .class("moment")
        .hold(element("summary").say("See it at another time"))
        .hold(
            element("div")
                .class("cluster")
                .when(has(Moment::Issued), |row| row.hold(button(Command::LookAt(Moment::Issued), "When it began")))
                .when(has(Moment::LastSecond), |row| {
                    row.hold(button(Command::LookAt(Moment::LastSecond), "In its last second"))
                })
                .hold(written)
                .hold(button(Command::LookAt(Moment::Written), "Show")),
        )
        .when_some(state.unread_moment.as_deref(), |details, text| details.hold(unread(text)))
        .hold(element("p").class("fine").say(
            "A date and time, in UTC unless it names a zone, or seconds since 1970, as logs write them. The whole page \
             is then judged at that instant.",
        ))
        .node()
}

fn unread(text: &str) -> Element {
    let what = ["`", &display::capped(text, 40), "` is no time that can be read here."].concat();
    element("p").with("role", "alert").hold(badge(inspect::Severity::Error, "")).hold(prose(&what))
}

#[cfg(test)]
mod tests {
    use super::super::app::Action;
    use super::super::testing::{NOW, markup, state, token};
    use super::*;

    #[test]
    fn reads_what_logs_write() {
        for text in [
            "1700003500",
            "1700003500000",
            "1700003500.25",
            "2023-11-14T23:11:40Z",
            " 2023-11-14 23:11:40 ",
            "2023-11-15T00:11:40+01:00",
        ] {
            assert_eq!(read(text), Some(1_700_003_500), "{text}");
        }
        for text in ["", "yesterday", "1e400", "2023-13-01", "99999999999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_whole_page_follows() {
        let mut state = state(&token(r#"{"alg":"HS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 32));
        let status = |state: &State| state.shown().map(|shown| shown.judgement.validity.status.id());
        assert_eq!(status(&state), Some("expired"));
        state.learn(Action::Pressed(Command::LookAt(Moment::LastSecond)));
        assert_eq!((status(&state), state.now), (Some("active"), 1_795_179_599));
        // The clock goes on; what is looked at does not.
        state.learn(Action::Ticked(NOW + 5));
        assert_eq!((status(&state), state.now, state.clock), (Some("active"), 1_795_179_599, NOW + 5));
        let said = markup(as_of(&state));
        assert!(said.contains("20 Nov 2026, 12:59:59 UTC (3 days ago)"), "{said}");
        state.learn(Action::MomentWritten("never".to_owned()));
        assert_eq!(state.now, 1_795_179_599);
        assert!(markup(chooser(&state, &state.shown().expect("a token").judgement.validity)).contains("is no time"));
        state.learn(Action::MomentWritten("2026-11-20 12:30".to_owned()));
        assert_eq!((state.now, state.unread_moment.as_deref()), (1_795_177_800, None));
        state.learn(Action::Pressed(Command::LookAt(Moment::Now)));
        assert_eq!((status(&state), state.now), (Some("expired"), NOW + 5));
        assert_eq!(markup(as_of(&state)), "");
    }

    #[test]
    fn the_next_token_is_seen_at_the_same_time_and_none_is_after_clearing() {
        let text = token(r#"{"alg":"HS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 32);
        let mut state = state(&text);
        state.learn(Action::MomentWritten("1795179000".to_owned()));
        state.learn(Action::Edited { text, origin: super::super::app::Origin::Pasted, now: NOW + 9 });
        assert_eq!((state.now, state.clock), (1_795_179_000, NOW + 9));
        state.learn(Action::Pressed(Command::Clear));
        assert_eq!((state.looked_at, state.now), (None, NOW + 9));
    }
}
