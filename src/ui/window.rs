//! The window in which a copy can be used, on one scale with a short-lived token and a session.

use inspect::calendar;
use inspect::exposure::window::{Life, Until, Window};
use inspect::validity::Validity;
use yew::prelude::*;

use super::element::{Element, element};

/// Where on the scale a token without an end is now, in thousandths, and how long 5 minutes then are.
const NOW_OF_ENDLESS: u64 = 250;
const SHORT_OF_ENDLESS: u64 = 60;
/// The words below the scale need so much room.
const ROOM: u64 = 260;

pub fn picture(window: &Window, validity: &Validity) -> Element {
    let is_over = window.ends.is_some_and(|ends| window.now >= ends);
    let title = match (window.leaks == window.now, is_over) {
        (true, _) => "How long a copy made now can be used:",
        (false, true) => "How long a copy made at the beginning could be used:",
        (false, false) => "How long a copy made at the beginning will be of use:",
    };
    element("div")
        .class("window")
        .hold(element("p").say(title))
        .hold(element("ul").hold_all(window.lives.iter().map(|life| row(window, life))))
        .hold(scale(window, validity, is_over))
}

fn row(window: &Window, life: &Life) -> Element {
    let leaks = place(window, window.leaks);
    let svg = || element("svg").with("width", "100%").with("height", "12").with("aria-hidden", "true");
    let bar = match life.until {
        Until::Instant(instant) => {
            let until = if window.ends.is_some() { place(window, instant) } else { leaks + SHORT_OF_ENDLESS };
            // However short it is, it can be seen.
            svg().hold(line("past", 0, leaks)).hold(line("usable", leaks, until.max(leaks + 8)))
        }
        Until::KeyChange => {
            let arrow = element("path").with("d", "M-9 -5l8 5l-8 5");
            let end = element("svg").class("arrow").with("x", "100%").with("y", "6").hold(arrow);
            svg().hold(line("past", 0, leaks)).hold(line("usable", leaks, 985)).hold(end)
        }
        Until::Deletion => svg().hold(line("past", 0, leaks)).hold(line("open", leaks, 1_000)),
    };
    element("li")
        .with("data-life", life.id)
        .hold(element("span").say(life.name))
        .hold(element("span").class("amount").text(words(window, life)))
        .hold(bar)
}

fn words(window: &Window, life: &Life) -> String {
    match life.until {
        Until::Instant(instant) => {
            let lasts = calendar::duration(instant.abs_diff(window.leaks));
            if life.id == "short-lived" { lasts + " at most" } else { lasts }
        }
        Until::KeyChange => "until its key is changed".to_owned(),
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

fn line(class: &'static str, from: u64, until: u64) -> Element {
    element("line")
        .class(class)
        .with_value("x1", percent(from))
        .with_value("x2", percent(until.min(1_000)))
        .with("y1", "6")
        .with("y2", "6")
}

/// What stands where below the bars.
fn scale(window: &Window, validity: &Validity, is_over: bool) -> Element {
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
        None => "no end",
    };
    let text = |at: u64, anchor: &'static str, what: &'static str| {
        element("text").with_value("x", percent(at)).with("y", "11").with("text-anchor", anchor).say(what)
    };
    let is_clear = |other: u64| !has_now || now.abs_diff(other) >= ROOM;
    let anchor = match now {
        ..ROOM => "start",
        now if now > 1_000 - ROOM => "end",
        _ => "middle",
    };
    element("svg")
        .class("scale")
        .with("width", "100%")
        .with("height", "14")
        .with("aria-hidden", "true")
        .when(is_clear(0), |svg| svg.hold(text(0, "start", begins)))
        .when(has_now, |svg| svg.hold(text(now, anchor, "now").class("now")))
        .when(is_clear(1_000), |svg| svg.hold(text(1_000, "end", ends)))
}

pub fn percent(thousandths: u64) -> AttrValue {
    AttrValue::from([&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, check, inspected, markup, token};
    use super::*;
    use expect_test::expect;

    fn of(claims: &str) -> Html {
        let inspected = inspected(&token(r#"{"alg":"HS256"}"#, claims, 32));
        let judgement = inspected.judgement;
        let window = judgement.exposure.and_then(|exposure| exposure.window).expect("a window");
        picture(&window, &judgement.validity).node()
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
                <line class="past" x1="0.0%" x2="50.0%" y1="6" y2="6">
                </line>
                <line class="usable" x1="50.0%" x2="100.0%" y1="6" y2="6">
                </line>
                </svg>
                </li>
                <li data-life="short-lived">
                <span>A 5-minute token</span>
                <span class="amount">5 minutes at most</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line class="past" x1="0.0%" x2="50.0%" y1="6" y2="6">
                </line>
                <line class="usable" x1="50.0%" x2="58.3%" y1="6" y2="6">
                </line>
                </svg>
                </li>
                <li data-life="session-row">
                <span>A session row</span>
                <span class="amount">until the row is deleted</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line class="past" x1="0.0%" x2="50.0%" y1="6" y2="6">
                </line>
                <line class="open" x1="50.0%" x2="100.0%" y1="6" y2="6">
                </line>
                </svg>
                </li>
                </ul>
                <svg class="scale" width="100%" height="14" aria-hidden="true">
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
        assert!(markup.contains("until its key is changed") && markup.contains("class=\"arrow\""), "{markup}");
    }
}
