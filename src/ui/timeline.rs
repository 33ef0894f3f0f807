//! Issued, not before, now and expires on one bar: long gaps are compressed, and say so by a break in the line.

use jwt_inspector::inspect::calendar;
use jwt_inspector::inspect::validity::Validity;
use yew::prelude::*;

use super::marks::{Kind, Mark, day, id, marks, name, sentence, short_duration};

const LINE: &str = "44";

/// None without any time but now.
pub fn timeline(validity: &Validity, now: i64) -> Html {
    let marks = marks(validity, now);
    if marks.len() < 2 {
        return Html::default();
    }
    html! {
        <svg class="timeline" role="img" width="100%" height="92" aria-label={sentence(&marks, now)}>
            { line("base", 0, 1_000) }
            { stretches(validity, &marks) }
            { for marks.windows(2).map(|pair| gap(pair, &marks)) }
            { for marks.iter().map(sign) }
            { for (0..marks.len()).map(|position| words(&marks, position, now)) }
        </svg>
    }
}

/// From when to when it may be used; and what lies between that and now.
fn stretches(validity: &Validity, marks: &[Mark]) -> Html {
    let at = |kind| marks.iter().find(|mark| mark.kind == kind).map(|mark| mark.at);
    let now = at(Kind::Now).unwrap_or_default();
    let start = at(Kind::NotBefore).filter(|_| validity.not_before >= validity.issued_at).or(at(Kind::Issued));
    let end = at(Kind::Expires);
    let (from, until) = (start.or(at(Kind::NotBefore)).unwrap_or(0), end.unwrap_or(1_000));
    html! {
        <>
            if from < until {
                { line("usable", from, until) }
            }
            if until < now {
                { line("past", until, now) }
            }
            if now < from {
                { line("ahead", now, from) }
            }
        </>
    }
}

fn line(class: &'static str, from: u128, until: u128) -> Html {
    html! { <line class={class} x1={percent(from)} x2={percent(until)} y1={LINE} y2={LINE} /> }
}

/// How long it is from one mark to the next; with a break where the line is much denser than elsewhere.
fn gap(pair: &[Mark], marks: &[Mark]) -> Html {
    let [one, other] = pair else {
        return Html::default();
    };
    let middle = percent((one.at + other.at) / 2);
    let seconds = one.instant.abs_diff(other.instant);
    let density =
        |one: &Mark, other: &Mark| u128::from(one.instant.abs_diff(other.instant)) / (other.at - one.at).max(1);
    let least =
        marks.windows(2).filter_map(|pair| Some(density(pair.first()?, pair.get(1)?))).min().unwrap_or_default();
    html! {
        <>
            if density(one, other) > 4 * (least + 1) {
                <svg x={middle.clone()} y={LINE} class="break">
                    <path class="hole" d="M-4 0h8" />
                    <path d="M-7 7l6 -14M1 7l6 -14" />
                </svg>
            }
            if seconds > 0 {
                <text class="gap" x={middle} y="32" text-anchor="middle">{ short_duration(seconds) }</text>
            }
        </>
    }
}

/// The kinds are told apart by their shapes.
fn sign(mark: &Mark) -> Html {
    let path = match mark.kind {
        Kind::Issued => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
        Kind::NotBefore => "M-5 -7v14l10 -7z",
        Kind::Expires => "M-5.5 -5.5h11v11h-11z",
        Kind::Now => "M0 -16v32",
    };
    html! { <svg x={percent(mark.at)} y={LINE} class="sign" data-mark={id(mark.kind)}><path d={path} /></svg> }
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
    html! {
        <>
            <text x={x.clone()} y="16" text-anchor={anchor} class="what" data-mark={id(mark.kind)} data-past={is_past.then_some("")}>
                { name(mark.kind, is_past) }
            </text>
            <text x={x.clone()} y="72" text-anchor={anchor}>
                { calendar::clock_time(mark.instant, 0) }
                if position == 0 {
                    { " UTC" }
                }
            </text>
            if is_new_day {
                <text x={x} y="87" text-anchor={anchor} class="day">{ day }</text>
            }
        </>
    }
}

fn percent(thousandths: u128) -> AttrValue {
    AttrValue::from([&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, markup};
    use super::*;
    use jwt_inspector::inspect::validity::Status;

    fn validity(issued_at: Option<i64>, not_before: Option<i64>, expires_at: Option<i64>) -> Validity {
        Validity { status: Status::Unknown, issued_at, not_before, expires_at }
    }

    #[test]
    fn stands_any_instant() {
        let extremes = [None, Some(i64::MIN), Some(0), Some(NOW), Some(i64::MAX)];
        for issued in extremes {
            for expires in extremes {
                markup(timeline(&validity(issued, Some(5), expires), NOW));
            }
        }
    }

    #[test]
    fn is_left_out_without_times() {
        assert_eq!(markup(timeline(&validity(None, None, None), NOW)), "");
    }
}
