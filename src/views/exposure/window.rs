//! The window in which a copy can be used, on one scale with a short-lived token and a session.

use inspect::exposure::window::{Life, Until, Window};
use inspect::time::instants;
use inspect::validity::Validity;
use yew::prelude::*;

/// Where on the scale a token without an end is now, in thousandths, and how long 5 minutes then are.
const NOW_OF_ENDLESS: u64 = 250;
const SHORT_OF_ENDLESS: u64 = 60;
/// The words below the scale need so much room, in thousandths.
const ROOM: u64 = 260;

pub fn picture(window: &Window, validity: &Validity) -> Html {
    let is_over = window.ends.is_some_and(|ends| window.now >= ends);
    let title = match (window.leaks == window.now, is_over) {
        (true, _) => "How long a copy made now can be used:",
        (false, true) => "How long a copy made at the start worked:",
        (false, false) => "How long a copy made at the start will work:",
    };
    html! {
        <div class="window">
            <p>{title}</p>
            <ul>{for window.lives.iter().map(|life| row(window, life))}</ul>
            {scale(window, validity, is_over)}
        </div>
    }
}

fn row(window: &Window, life: &Life) -> Html {
    let leaks = place(window, window.leaks);
    let usable = match life.until {
        Until::Instant(instant) => {
            let until = if window.ends.is_some() { place(window, instant) } else { leaks + SHORT_OF_ENDLESS };
            // However short it is, it can be seen.
            line("usable", leaks, until.max(leaks + 8))
        }
        Until::NoExpiry => html! {
            <>
                {line("usable", leaks, 985)}
                <svg class="arrow" x="100%" y="6"><path d="M-9 -5l8 5l-8 5" /></svg>
            </>
        },
        Until::Deletion => line("open", leaks, 1_000),
    };
    html! {
        <li data-life={life.id}>
            <span>{life.name}</span>
            <span class="amount">{words(window, life)}</span>
            <svg width="100%" height="12" aria-hidden="true">{line("past", 0, leaks)}{usable}</svg>
        </li>
    }
}

fn words(window: &Window, life: &Life) -> String {
    match life.until {
        Until::Instant(instant) => {
            let lasts = instants::duration(instant.abs_diff(window.leaks));
            if life.id == "short-lived" { lasts + " at most" } else { lasts }
        }
        Until::NoExpiry => "as long as it is accepted".to_owned(),
        Until::Deletion => "until the row is deleted".to_owned(),
    }
}

/// Thousandths of the width.
fn place(window: &Window, instant: i64) -> u64 {
    match window.ends {
        Some(ends) => {
            let whole = ends.abs_diff(window.begins).max(1);
            let since = u64::try_from(instant.saturating_sub(window.begins)).unwrap_or_default();
            (since.saturating_mul(1_000) / whole).min(1_000)
        }
        None if window.begins < window.now => NOW_OF_ENDLESS,
        None => 0,
    }
}

fn line(class: &'static str, from: u64, until: u64) -> Html {
    html! { <line {class} x1={percent(from)} x2={percent(until.min(1_000))} y1="6" y2="6" /> }
}

/// What stands where below the bars.
fn scale(window: &Window, validity: &Validity, is_over: bool) -> Html {
    let begins = match validity.issued_at {
        _ if window.begins == window.now => "now",
        Some(issued_at) if issued_at == window.begins => "issued",
        _ => "not before",
    };
    let now = place(window, window.now);
    let has_now = window.leaks == window.now && window.begins < window.now;
    let ends = match window.ends {
        Some(_) if is_over => "expired",
        Some(_) => "expires",
        None => "no expiry",
    };
    let is_clear = |other: u64| !has_now || now.abs_diff(other) >= ROOM;
    let anchor = match now {
        ..ROOM => "start",
        now if now > 1_000 - ROOM => "end",
        _ => "middle",
    };
    html! {
        <svg class="scale" width="100%" height="14" aria-hidden="true">
            if is_clear(0) {
                <text x={percent(0)} y="11" text-anchor="start">{begins}</text>
            }
            if has_now {
                <text x={percent(now)} y="11" text-anchor={anchor} class="now">{"now"}</text>
            }
            if is_clear(1_000) {
                <text x={percent(1_000)} y="11" text-anchor="end">{ends}</text>
            }
        </svg>
    }
}

/// Of thousandths of the width.
pub fn percent(thousandths: u64) -> AttrValue {
    AttrValue::from(format!("{}.{}%", thousandths / 10, thousandths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{NOW, check, inspected, markup, token};
    use expect_test::expect;

    fn of(claims: &str) -> Html {
        let inspected = inspected(&token(r#"{"alg":"HS256"}"#, claims, 32));
        let judgement = &inspected.judgement;
        let window = judgement.exposure.as_ref().and_then(|exposure| exposure.window.as_ref()).expect("a window");
        picture(window, &judgement.validity)
    }

    fn times(issued: i64, expires: i64) -> String {
        [r#"{"iat":"#, &(NOW + issued).to_string(), r#","exp":"#, &(NOW + expires).to_string(), "}"].concat()
    }

    #[test]
    fn shows_what_is_left_beside_what_would_be() {
        check(
            of(&times(-1_800, 1_800)),
            expect![[r#"
                <div class="window">
                <p>How long a copy made now can be used:</p>
                <ul>
                <li data-life="this-token">
                <span>This token</span>
                <span class="amount">30 minutes</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line x1="0.0%" x2="50.0%" y1="6" y2="6" class="past">
                </line>
                <line x1="50.0%" x2="100.0%" y1="6" y2="6" class="usable">
                </line>
                </svg>
                </li>
                <li data-life="short-lived">
                <span>A 5-minute token</span>
                <span class="amount">5 minutes at most</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line x1="0.0%" x2="50.0%" y1="6" y2="6" class="past">
                </line>
                <line x1="50.0%" x2="58.3%" y1="6" y2="6" class="usable">
                </line>
                </svg>
                </li>
                <li data-life="session-row">
                <span>A session row</span>
                <span class="amount">until the row is deleted</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line x1="0.0%" x2="50.0%" y1="6" y2="6" class="past">
                </line>
                <line x1="50.0%" x2="100.0%" y1="6" y2="6" class="open">
                </line>
                </svg>
                </li>
                </ul>
                <svg width="100%" height="14" aria-hidden="true" class="scale">
                <text x="0.0%" y="11" text-anchor="start">issued</text>
                <text x="50.0%" y="11" text-anchor="middle" class="now">now</text>
                <text x="100.0%" y="11" text-anchor="end">expires</text>
                </svg>
                </div>"#]],
        );
    }

    #[test]
    fn words_stand_apart() {
        for (issued, expires, words) in [
            (-60, 36_000, ["now", "expires"].as_slice()),
            (-36_000, 60, &["issued", "now"]),
            (-7_200, -3_600, &["issued", "expired"]),
            (-1_800, 1_800, &["issued", "now", "expires"]),
        ] {
            let markup = markup(of(&times(issued, expires)));
            for word in ["issued", "now", "expires", "expired"] {
                let end = [">", word, "</text>"].concat();
                assert_eq!(markup.contains(&end), words.contains(&word), "{word} in {issued} {expires}");
            }
        }
    }

    #[test]
    fn what_never_ends_goes_on() {
        let markup = markup(of("{}"));
        assert!(markup.contains("as long as it is accepted") && markup.contains("class=\"arrow\""), "{markup}");
    }
}
