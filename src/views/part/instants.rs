//! An instant as people read it: in UTC, in the local zone with its name, and from now.

use inspect::time::instants;
use yew::prelude::*;

use crate::state::clock::Zone;

/// How far it is from now, and when in the local zone. `is_bad` when it is this instant that makes the token unusable now.
pub fn distance(seconds: i64, now: i64, zone: &Zone, is_bad: bool) -> Html {
    html! {
        <span class="instant">
            <em data-severity={is_bad.then_some("error")}>{instants::relative(seconds, now)}</em>
            if let Some(local) = local(seconds, zone) {
                {", "}<span>{local}</span>
            }
        </span>
    }
}

/// The instant in UTC, beside the number that says it.
pub fn utc(seconds: i64) -> Html {
    html! { <time>{instants::utc(seconds)}</time> }
}

/// "14:00:00 Europe/Berlin", with the day where it is another one there. None where it says the same as UTC.
fn local(seconds: i64, zone: &Zone) -> Option<String> {
    let offset = (zone.offset)(seconds)?;
    let name = match zone.name.as_deref() {
        Some("UTC" | "Etc/UTC" | "") => return None,
        None if offset == 0 => return None,
        Some(name) => name,
        None => "local time",
    };
    let local = instants::local(seconds, offset);
    let (day, rest) = local.split_once(' ')?;
    let (time, offset) = rest.split_once(' ')?;
    let is_same_day = instants::utc(seconds).starts_with(day);
    let day = if is_same_day { String::new() } else { format!("{day} ") };
    Some(format!("{day}{time} {name} ({offset})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_day_where_it_is_another_one() {
        let zone = |offset| Zone { name: Some("Pacific/Auckland".into()), offset };
        let noon = 1_795_176_000;
        assert_eq!(local(noon, &zone(|_| Some(60))).as_deref(), Some("13:00:00 Pacific/Auckland (+01:00)"));
        assert_eq!(local(noon, &zone(|_| Some(780))).as_deref(), Some("2026-11-21 01:00:00 Pacific/Auckland (+13:00)"));
        assert_eq!(local(noon, &zone(|_| None)), None);
        assert_eq!(local(noon, &Zone { name: Some("UTC".into()), offset: |_| Some(0) }), None);
        let unnamed = |offset| Zone { name: None, offset };
        assert_eq!(local(noon, &unnamed(|_| Some(60))).as_deref(), Some("13:00:00 local time (+01:00)"));
        assert_eq!(local(noon, &unnamed(|_| Some(0))), None);
    }
}
