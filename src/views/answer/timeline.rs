//! Issued, not before, now and expires on one bar: long gaps are compressed, and say so by a break in the line.

use inspect::time::instants;
use inspect::validity::Validity;
use yew::prelude::*;

use super::marks::{Instant, TimelineMark, day, id, marks, name, sentence, short_duration};
use crate::views::exposure::window::percent;
use crate::views::glyphs::mark;

/// How far down the line lies.
const LINE: &str = "25";

/// None without any time of the token's own. `sent` is when a request with it was sent.
pub fn timeline(validity: &Validity, sent: Option<i64>, now: i64, is_live: bool) -> Html {
    let marks = marks(validity, sent, now, is_live);
    if marks.iter().all(|mark| matches!(mark.instant, Instant::Sent | Instant::Now | Instant::AsOf)) {
        return Html::default();
    }
    html! {
        <svg class="timeline" role="img" width="100%" height="34" aria-label={sentence(&marks, now)}>
            {line("base", 0, 1_000)}
            {stretches(validity, &marks)}
            {for marks.windows(2).map(|pair| gap(pair, &marks))}
            {for marks.iter().map(sign)}
            {for (0..marks.len()).map(|position| words(&marks, position, now))}
        </svg>
    }
}

/// From when to when it may be used; and what lies between that and now.
fn stretches(validity: &Validity, marks: &[TimelineMark]) -> Html {
    let at = |instant| marks.iter().find(|mark| mark.instant == instant).map(|mark| mark.at);
    let now = at(Instant::Now).or(at(Instant::AsOf)).unwrap_or_default();
    let start = at(Instant::NotBefore).filter(|_| validity.not_before >= validity.issued_at).or(at(Instant::Issued));
    let end = at(Instant::Expires);
    let (from, until) = (start.or(at(Instant::NotBefore)).unwrap_or(0), end.unwrap_or(1_000));
    let stretch = |class, from, until| if from < until { line(class, from, until) } else { Html::default() };
    html! {
        <>
            {stretch("usable", from, until)}
            {stretch("past", until, now)}
            {stretch("ahead", now, from)}
        </>
    }
}

fn line(class: &'static str, from: u64, until: u64) -> Html {
    html! { <line {class} x1={percent(from)} x2={percent(until)} y1={LINE} y2={LINE} /> }
}

/// How long it is from one mark to the next; with a break where the line is much denser than elsewhere.
fn gap(pair: &[TimelineMark], marks: &[TimelineMark]) -> Html {
    let [one, other] = pair else { return Html::default() };
    let middle = (one.at + other.at) / 2;
    // The first words begin at the edge, with the zone and the day, and reach far into the first gap.
    let for_words = if Some(one) == marks.first() { one.at + (other.at - one.at) * 3 / 4 } else { middle };
    let seconds = one.seconds.abs_diff(other.seconds);
    let density =
        |one: &TimelineMark, other: &TimelineMark| one.seconds.abs_diff(other.seconds) / (other.at - one.at).max(1);
    let least =
        marks.windows(2).filter_map(|pair| Some(density(pair.first()?, pair.get(1)?))).min().unwrap_or_default();
    let is_dense = density(one, other) > 4 * (least + 1);
    html! {
        <>
            if is_dense {
                {drawing("break", None, middle, html! { <><path class="hole" d="M-4 0h8" />{path("M-7 7l6 -14M1 7l6 -14")}</> })}
            }
            // Beside four marks there is no room behind the first words, which have the zone and the day.
            if seconds > 0 && (marks.len() < 4 || Some(one) != marks.first()) {
                <text x={percent(for_words)} y="11" text-anchor="middle" class="gap">{short_duration(seconds)}</text>
            }
        </>
    }
}

/// The instants are told apart by their shapes.
fn sign(mark: &TimelineMark) -> Html {
    let shape = match mark.instant {
        Instant::Issued => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
        Instant::NotBefore => "M-5 -7v14l10 -7z",
        Instant::Expires => "M-5.5 -5.5h11v11h-11z",
        Instant::Sent => "M0 -6v12",
        Instant::Now | Instant::AsOf => "M0 -9v18",
    };
    drawing("sign", Some(id(mark.instant)), mark.at, path(shape))
}

/// Its origin is a place on the line.
fn drawing(class: &'static str, mark: Option<&'static str>, at: u64, shapes: Html) -> Html {
    html! { <svg {class} x={percent(at)} y={LINE} data-mark={mark}>{shapes}</svg> }
}

fn path(shape: &'static str) -> Html {
    html! { <path d={shape} /> }
}

fn words(marks: &[TimelineMark], position: usize, now: i64) -> Html {
    let Some(this) = marks.get(position) else { return Html::default() };
    // The words at the ends begin or stop at the edge, the mark stands a little inside.
    let (anchor, x) = match position {
        0 => ("start", percent(0)),
        _ if position + 1 == marks.len() => ("end", percent(1_000)),
        _ => ("middle", percent(this.at)),
    };
    let day_of = |mark: &TimelineMark| day(mark.seconds, now);
    let before = position.checked_sub(1).and_then(|before| marks.get(before));
    let is_new_day = before.is_none_or(|before| day_of(before) != day_of(this));
    let is_past = this.instant == Instant::Expires && this.seconds <= now;
    let time = instants::clock_time(this.seconds, 0);
    let zone = if position == 0 { " UTC" } else { "" };
    html! {
        <>
            <text class="in-one" x={x.clone()} y="11" text-anchor={anchor} data-mark={id(this.instant)}>
                <tspan class="what" data-past={mark(is_past)}>{name(this.instant, is_past)}</tspan>
                {" "}{time.clone()}{zone}
                if is_new_day {
                    {", "}{day_of(this)}
                }
            </text>
            // Where there is no room for all of it above the line, the time stands below.
            <text class="what in-two" x={x.clone()} y="11" text-anchor={anchor} data-past={mark(is_past)}>
                {name(this.instant, is_past)}
            </text>
            <text class="in-two" {x} y="46" text-anchor={anchor}>{time}</text>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{NOW, markup};
    use inspect::validity::Status;

    fn validity(issued_at: Option<i64>, not_before: Option<i64>, expires_at: Option<i64>) -> Validity {
        Validity { status: Status::Unknown, issued_at, not_before, expires_at }
    }

    #[test]
    fn stands_any_instant() {
        let extremes = [None, Some(i64::MIN), Some(0), Some(NOW), Some(i64::MAX)];
        for issued in extremes {
            for expires in extremes {
                markup(timeline(&validity(issued, Some(5), expires), Some(NOW - 1), NOW, true));
            }
        }
    }

    #[test]
    fn is_left_out_without_times() {
        assert_eq!(markup(timeline(&validity(None, None, None), Some(NOW - 1), NOW, true)), "");
    }
}
