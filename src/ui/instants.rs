//! An instant as people read it: in UTC, in the local zone with its name, and from now.

use inspect::calendar;
use yew::prelude::*;

use super::app::Zone;
use super::element::element;

/// `is_bad` when it is this instant that makes the token unusable now.
pub fn instant(seconds: i64, now: i64, zone: &Zone, is_bad: bool) -> Html {
    let from_now =
        element("em").with_some("data-severity", is_bad.then_some("error")).text(calendar::relative(seconds, now));
    element("span")
        .class("instant")
        .hold(element("em").text(calendar::utc(seconds)))
        .say(" ")
        .when_some(local(seconds, zone), |instant, local| instant.hold(element("span").text(local)).say(" "))
        .hold(from_now)
        .node()
}

/// "14:00:00 Europe/Berlin", with the day where it is another one there. None where it says the same as UTC.
fn local(seconds: i64, zone: &Zone) -> Option<String> {
    if matches!(&*zone.name, "UTC" | "Etc/UTC" | "") {
        return None;
    }
    let local = calendar::local(seconds, (zone.offset)(seconds)?);
    let (day, rest) = local.split_once(' ')?;
    let (time, offset) = rest.split_once(' ')?;
    let is_same_day = calendar::utc(seconds).starts_with(day);
    let day = if is_same_day { String::new() } else { [day, " "].concat() };
    Some([&day, time, " ", &zone.name, " (", offset, ")"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_day_where_it_is_another_one() {
        let zone = |offset| Zone { name: "Pacific/Auckland".into(), offset };
        let noon = 1_795_176_000;
        assert_eq!(local(noon, &zone(|_| Some(60))).as_deref(), Some("13:00:00 Pacific/Auckland (+01:00)"));
        assert_eq!(local(noon, &zone(|_| Some(780))).as_deref(), Some("2026-11-21 01:00:00 Pacific/Auckland (+13:00)"));
        assert_eq!(local(noon, &zone(|_| None)), None);
        assert_eq!(local(noon, &Zone { name: "UTC".into(), offset: |_| Some(0) }), None);
    }
}
