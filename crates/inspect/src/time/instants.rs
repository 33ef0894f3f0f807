//! Instants and spans of time as text, for every `i64` of seconds since 1970-01-01T00:00:00Z.
//!
//! At the ends of the range of [`numeric_date`] stand numbers that are out of range: no date is given for those.

use crate::display::grouped;

use super::calendar::{CivilTime, MONTHS, civil_time};
use super::numeric_date;

/// In seconds: the Gregorian mean of 365.2425 days.
const YEAR: u64 = 31_556_952;

/// Largest first.
const UNITS: [(u64, &str); 5] = [(YEAR, "year"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];

/// "2026-11-20 13:00:00 UTC"
pub fn utc(seconds: i64) -> String {
    if let Some(words) = out_of_range(seconds) {
        return words.to_owned();
    }
    let civil_time = civil_time(seconds, 0);
    format!("{} {} UTC", iso_date(&civil_time), iso_time(&civil_time))
}

/// "2026-11-20T13:00:00Z"
///
/// RFC 3339 section 5.6, which stops at the years 0 and 9999; beyond them, the signed years of ISO 8601.
pub fn rfc3339(seconds: i64) -> String {
    let civil_time = civil_time(seconds, 0);
    format!("{}T{}Z", iso_date(&civil_time), iso_time(&civil_time))
}

/// "2026-11-20 14:00:00 +01:00"
pub fn local(seconds: i64, offset_minutes: i32) -> String {
    if let Some(words) = out_of_range(seconds) {
        return words.to_owned();
    }
    let civil_time = civil_time(seconds, offset_minutes);
    let sign = if offset_minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset_minutes.unsigned_abs() / 60, offset_minutes.unsigned_abs() % 60);
    format!("{} {} {sign}{hours:02}:{minutes:02}", iso_date(&civil_time), iso_time(&civil_time))
}

/// "20 Nov 2026, 13:00:00 UTC"
pub fn day_and_time(seconds: i64) -> String {
    if let Some(words) = out_of_range(seconds) {
        return words.to_owned();
    }
    let civil_time = civil_time(seconds, 0);
    format!("{}, {} UTC", day_month_year(&civil_time), iso_time(&civil_time))
}

/// "13:00"
pub fn clock_time(seconds: i64, offset_minutes: i32) -> String {
    let CivilTime { hour, minute, .. } = civil_time(seconds, offset_minutes);
    format!("{hour:02}:{minute:02}")
}

/// "20 Nov 2026"
pub fn short_day(seconds: i64, offset_minutes: i32) -> String {
    day_month_year(&civil_time(seconds, offset_minutes))
}

/// The year in UTC; year 0 is 1 BC.
pub fn year(seconds: i64) -> i64 {
    civil_time(seconds, 0).year
}

/// "45 seconds", "1 hour 30 minutes", "1 year 40 days": a unit and the next smaller one, truncated. Years of 365 days
/// are years too: "10 years" of 3,650 days.
pub fn duration(seconds: u64) -> String {
    let seconds = whole_years(seconds).unwrap_or(seconds);
    let mut units = UNITS.iter().skip_while(|(size, _)| seconds < *size);
    let Some((size, name)) = units.next() else {
        return counted(0, "second");
    };
    let largest = counted(seconds / size, name);
    match units.next() {
        Some((next_size, next_name)) if seconds % size >= *next_size => {
            format!("{largest} {}", counted(seconds % size / next_size, next_name))
        }
        _ => largest,
    }
}

/// The length of two to a hundred whole years, if it was reckoned with some years of 365 days.
fn whole_years(seconds: u64) -> Option<u64> {
    const SHORT_YEAR: u64 = 365 * 86_400;
    let years = seconds.div_ceil(YEAR);
    ((2..=100).contains(&years) && seconds >= years * SHORT_YEAR).then(|| years * YEAR)
}

/// "3 days ago", "in 12 minutes", "now": one unit, truncated towards now.
pub fn relative(instant: i64, now: i64) -> String {
    if !numeric_date::is_in_range(instant) {
        return "out of range".to_owned();
    }
    let distance = instant.abs_diff(now);
    let Some((size, name)) = UNITS.iter().find(|(size, _)| distance >= *size) else {
        return "now".to_owned();
    };
    let count = counted(distance / size, name);
    if instant < now { format!("{count} ago") } else { format!("in {count}") }
}

/// "12:04", "1:02:03"; from a day on the words of [`duration`].
pub fn countdown(seconds: u64) -> String {
    let (hours, minutes, seconds_of_minute) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes:02}:{seconds_of_minute:02}"),
        1..24 => format!("{hours}:{minutes:02}:{seconds_of_minute:02}"),
        _ => duration(seconds),
    }
}

/// What is said in the place of a date that would be none.
fn out_of_range(seconds: i64) -> Option<&'static str> {
    match seconds {
        _ if numeric_date::is_in_range(seconds) => None,
        1.. => Some("a time later than any calendar reaches"),
        _ => Some("a time before any calendar begins"),
    }
}

fn iso_date(civil_time: &CivilTime) -> String {
    let CivilTime { year, month, day, .. } = civil_time;
    let plus = if *year > 9_999 { "+" } else { "" };
    format!("{plus}{}-{month:02}-{day:02}", four_digit_year(*year))
}

fn iso_time(civil_time: &CivilTime) -> String {
    let CivilTime { hour, minute, second, .. } = civil_time;
    format!("{hour:02}:{minute:02}:{second:02}")
}

fn day_month_year(civil_time: &CivilTime) -> String {
    let month = (1..).zip(MONTHS).find(|(number, _)| *number == civil_time.month).map_or("", |(_, name)| name);
    format!("{} {month} {}", civil_time.day, four_digit_year(civil_time.year))
}

/// At least four digits after the sign, so that the year 33 does not read as 1933 or a day.
fn four_digit_year(year: i64) -> String {
    let minus = if year < 0 { "-" } else { "" };
    format!("{minus}{:04}", year.unsigned_abs())
}

/// "1 day", "50,294 years"
fn counted(count: u64, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {unit}{plural}", grouped(count))
}

#[cfg(test)]
mod tests;
