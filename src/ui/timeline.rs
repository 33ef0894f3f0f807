//! Issued, not before, now and expires on one bar: long gaps are compressed, and say so by a break in the line.

use inspect::calendar;
use inspect::validity::Validity;
use yew::prelude::*;

use super::element::{Element, element, row_of};
use super::marks::{Kind, Mark, day, id, marks, name, sentence, short_duration};
use super::window::percent;

const LINE: &str = "44";

/// None without any time but now.
pub fn timeline(validity: &Validity, now: i64, is_live: bool) -> Html {
    let marks = marks(validity, now, is_live);
    if marks.len() < 2 {
        return Html::default();
    }
    element("svg")
        .class("timeline")
        .with("role", "img")
        .with("width", "100%")
        .with("height", "92")
        .with_value("aria-label", sentence(&marks, now))
        .hold(line("base", 0, 1_000))
        .hold(stretches(validity, &marks))
        .hold_all(marks.windows(2).map(|pair| gap(pair, &marks)))
        .hold_all(marks.iter().map(sign))
        .hold_all((0..marks.len()).map(|position| words(&marks, position, now)))
        .node()
}

/// From when to when it may be used; and what lies between that and now.
fn stretches(validity: &Validity, marks: &[Mark]) -> Html {
    let at = |kind| marks.iter().find(|mark| mark.kind == kind).map(|mark| mark.at);
    let now = at(Kind::Now).or(at(Kind::AsOf)).unwrap_or_default();
    let start = at(Kind::NotBefore).filter(|_| validity.not_before >= validity.issued_at).or(at(Kind::Issued));
    let end = at(Kind::Expires);
    let (from, until) = (start.or(at(Kind::NotBefore)).unwrap_or(0), end.unwrap_or(1_000));
    let stretch = |class, from, until| match from < until {
        true => line(class, from, until).node(),
        false => Html::default(),
    };
    row_of([stretch("usable", from, until), stretch("past", until, now), stretch("ahead", now, from)])
}

fn line(class: &'static str, from: u64, until: u64) -> Element {
    element("line")
        .class(class)
        .with_value("x1", percent(from))
        .with_value("x2", percent(until))
        .with("y1", LINE)
        .with("y2", LINE)
}

/// How long it is from one mark to the next; with a break where the line is much denser than elsewhere.
fn gap(pair: &[Mark], marks: &[Mark]) -> Html {
    let [one, other] = pair else {
        return Html::default();
    };
    let middle = (one.at + other.at) / 2;
    let seconds = one.instant.abs_diff(other.instant);
    let density = |one: &Mark, other: &Mark| one.instant.abs_diff(other.instant) / (other.at - one.at).max(1);
    let least =
        marks.windows(2).filter_map(|pair| Some(density(pair.first()?, pair.get(1)?))).min().unwrap_or_default();
    let is_dense = density(one, other) > 4 * (least + 1);
    row_of([
        if is_dense { break_at(middle).node() } else { Html::default() },
        match seconds {
            0 => Html::default(),
            _ => text(&percent(middle), "32", "middle").class("gap").text(short_duration(seconds)).node(),
        },
    ])
}

fn break_at(at: u64) -> Element {
    drawing("break", at).hold(path("M-4 0h8").class("hole")).hold(path("M-7 7l6 -14M1 7l6 -14"))
}

/// The kinds are told apart by their shapes.
fn sign(mark: &Mark) -> Element {
    let shape = match mark.kind {
        Kind::Issued => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
        Kind::NotBefore => "M-5 -7v14l10 -7z",
        Kind::Expires => "M-5.5 -5.5h11v11h-11z",
        Kind::Now | Kind::AsOf => "M0 -16v32",
    };
    drawing("sign", mark.at).with("data-mark", id(mark.kind)).hold(path(shape))
}

/// Its origin is a place on the line.
fn drawing(class: &'static str, at: u64) -> Element {
    element("svg").class(class).with_value("x", percent(at)).with("y", LINE)
}

fn path(shape: &'static str) -> Element {
    element("path").with("d", shape)
}

fn text(x: &AttrValue, y: &'static str, anchor: &'static str) -> Element {
    element("text").with_value("x", x.clone()).with("y", y).with("text-anchor", anchor)
}

fn words(marks: &[Mark], position: usize, now: i64) -> Html {
    let Some(mark) = marks.get(position) else {
        return Html::default();
    };
    let anchor = match position {
        0 => "start",
        _ if position + 1 == marks.len() => "end",
        _ => "middle",
    };
    // The words at the ends begin or stop at the edge, the mark stands a little inside.
    let x = match anchor {
        "start" => percent(0),
        "end" => percent(1_000),
        _ => percent(mark.at),
    };
    let day = day(mark.instant, now);
    let is_new_day =
        position == 0 || marks.get(position - 1).is_none_or(|before| super::marks::day(before.instant, now) != day);
    let is_past = mark.kind == Kind::Expires && mark.instant <= now;
    let what = text(&x, "16", anchor)
        .class("what")
        .with("data-mark", id(mark.kind))
        .with_mark("data-past", is_past)
        .say(name(mark.kind, is_past));
    let zone = if position == 0 { " UTC" } else { "" };
    let time = text(&x, "72", anchor).text(calendar::clock_time(mark.instant, 0) + zone);
    let day = is_new_day.then(|| text(&x, "87", anchor).class("day").text(day).node());
    row_of([what.node(), time.node(), day.unwrap_or_default()])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, markup};
    use super::*;
    use inspect::validity::Status;

    fn validity(issued_at: Option<i64>, not_before: Option<i64>, expires_at: Option<i64>) -> Validity {
        Validity { status: Status::Unknown, issued_at, not_before, expires_at }
    }

    #[test]
    fn stands_any_instant() {
        let extremes = [None, Some(i64::MIN), Some(0), Some(NOW), Some(i64::MAX)];
        for issued in extremes {
            for expires in extremes {
                markup(timeline(&validity(issued, Some(5), expires), NOW, true));
            }
        }
    }

    #[test]
    fn is_left_out_without_times() {
        assert_eq!(markup(timeline(&validity(None, None, None), NOW, true)), "");
    }
}
