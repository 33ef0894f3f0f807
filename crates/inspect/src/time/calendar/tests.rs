//! The calendar against the `time` crate, at leap days and at both ends.

use ::time::{Date, Month, OffsetDateTime, UtcOffset};

use super::super::instants::{rfc3339, year};
use super::*;

/// Every text of an instant against the `time` crate.
#[track_caller]
fn check_against_time_crate(seconds: i64, offset_minutes: i32) {
    let instant = OffsetDateTime::from_unix_timestamp(seconds).unwrap();
    let offset = UtcOffset::from_whole_seconds(offset_minutes * 60).unwrap();
    let civil = civil_time(seconds, offset_minutes);
    let expected = instant.to_offset(offset);
    assert_eq!(
        (civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second),
        (
            expected.year().into(),
            u8::from(expected.month()).into(),
            expected.day().into(),
            expected.hour().into(),
            expected.minute().into(),
            expected.second().into()
        ),
        "{seconds} at {offset_minutes}"
    );
    assert_eq!(year(seconds), i64::from(instant.year()), "{seconds}");
    assert_eq!(seconds_at(civil), Some(seconds + i64::from(offset_minutes) * 60), "{seconds}");
}

#[track_caller]
fn check_day(year: i32, month: u8, day: u8, expected: &str) {
    assert_eq!(rfc3339(midnight(year, month, day)), format!("{expected}T00:00:00Z"));
}

/// Through the `time` crate's own calendar.
#[track_caller]
fn midnight(year: i32, month: u8, day: u8) -> i64 {
    let date = Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap();
    date.midnight().assume_utc().unix_timestamp()
}

#[test]
fn agrees_with_the_time_crate_on_every_day_of_six_centuries() {
    let first = midnight(1850, 1, 1);
    let last = midnight(2450, 1, 1);
    for (index, seconds) in (first..last).step_by(86_400).enumerate() {
        check_against_time_crate(seconds, 0);
        check_against_time_crate(seconds - 1, 0);
        check_against_time_crate(seconds + 43_210, (index % 1_681) as i32 - 840);
    }
}

#[test]
fn agrees_with_the_time_crate_over_two_million_years() {
    let first = midnight(-999_999, 1, 2);
    let last = midnight(999_999, 12, 30);
    // A prime step, so that every time of day and every part of the era comes by.
    for seconds in (first..last).step_by(1_299_709_003) {
        check_against_time_crate(seconds, 0);
        check_against_time_crate(seconds, -210);
    }
    check_against_time_crate(first, 0);
    check_against_time_crate(last, 0);
}

#[test]
fn tells_days_around_leap_days_and_year_ends() {
    check_day(2000, 2, 29, "2000-02-29");
    check_day(2000, 3, 1, "2000-03-01");
    check_day(1900, 2, 28, "1900-02-28");
    check_day(1900, 3, 1, "1900-03-01");
    check_day(2100, 2, 28, "2100-02-28");
    check_day(2100, 3, 1, "2100-03-01");
    check_day(2400, 2, 29, "2400-02-29");
    check_day(2026, 12, 31, "2026-12-31");
    check_day(1969, 12, 31, "1969-12-31");
    check_day(9999, 12, 31, "9999-12-31");
    check_day(10_000, 1, 1, "+10000-01-01");
    check_day(0, 1, 1, "0000-01-01");
    check_day(-1, 12, 31, "-0001-12-31");
    check_day(999_999, 12, 31, "+999999-12-31");
    check_day(-999_999, 1, 1, "-999999-01-01");
}

#[test]
fn knows_which_days_exist() {
    let exists = |year, month, day| seconds_at(CivilTime { year, month, day, hour: 0, minute: 0, second: 0 }).is_some();
    assert!(exists(2000, 2, 29) && exists(2400, 2, 29) && exists(0, 2, 29) && exists(-4, 2, 29));
    assert!(!exists(1900, 2, 29) && !exists(2100, 2, 29) && !exists(-100, 2, 29));
    assert!(!exists(2026, 4, 31) && !exists(2026, 13, 1) && !exists(2026, 0, 1) && !exists(2026, 1, 0));
    assert!(exists(-999_999_999, 1, 1) && !exists(i64::MAX, 1, 1) && !exists(i64::MIN, 1, 1));
}

#[test]
fn reads_a_leap_second_as_the_next_minute() {
    let leap_second = CivilTime { year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60 };
    assert_eq!(seconds_at(leap_second).map(rfc3339).as_deref(), Some("2017-01-01T00:00:00Z"));
    assert_eq!(seconds_at(CivilTime { second: 61, ..leap_second }), None);
    assert_eq!(seconds_at(CivilTime { minute: 60, ..leap_second }), None);
    assert_eq!(seconds_at(CivilTime { hour: 24, ..leap_second }), None);
}

#[test]
fn knows_months_by_name() {
    assert_eq!(month_named("Jan"), Some(1));
    assert_eq!(month_named("DEC"), Some(12));
    assert_eq!(month_named("November"), None);
    assert_eq!(month_named(""), None);
}
