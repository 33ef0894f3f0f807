//! Instants and spans of time in words.

use super::*;
use crate::time::numeric_date;

const FRIDAY: i64 = 1_795_179_600; // 2026-11-20T13:00:00Z

#[track_caller]
fn check_duration(seconds: u64, expected: &str) {
    assert_eq!(duration(seconds), expected);
}

#[track_caller]
fn check_relative(distance: i64, expected: &str) {
    assert_eq!(relative(FRIDAY + distance, FRIDAY), expected);
}

#[track_caller]
fn check_countdown(seconds: u64, expected: &str) {
    assert_eq!(countdown(seconds), expected);
}

#[test]
fn writes_an_instant_in_every_form() {
    assert_eq!(utc(FRIDAY), "2026-11-20 13:00:00 UTC");
    assert_eq!(rfc3339(FRIDAY), "2026-11-20T13:00:00Z");
    assert_eq!(local(FRIDAY, 60), "2026-11-20 14:00:00 +01:00");
    assert_eq!(local(FRIDAY, 0), "2026-11-20 13:00:00 +00:00");
    assert_eq!(local(FRIDAY, -210), "2026-11-20 09:30:00 -03:30");
    assert_eq!(local(FRIDAY, -30), "2026-11-20 12:30:00 -00:30");
    assert_eq!(local(FRIDAY, 840), "2026-11-21 03:00:00 +14:00");
    assert_eq!(day_and_time(FRIDAY), "20 Nov 2026, 13:00:00 UTC");
    assert_eq!(clock_time(FRIDAY, 0), "13:00");
    assert_eq!(clock_time(FRIDAY, 330), "18:30");
    assert_eq!(short_day(FRIDAY, 0), "20 Nov 2026");
    assert_eq!(short_day(FRIDAY, 660), "21 Nov 2026");
    assert_eq!(year(FRIDAY), 2026);
    assert_eq!(utc(-1), "1969-12-31 23:59:59 UTC");
    assert_eq!(day_and_time(0), "1 Jan 1970, 00:00:00 UTC");
}

#[test]
fn writes_years_of_more_and_of_less_than_four_digits() {
    assert_eq!(year(1_588_938_000_000), 52_321);
    assert_eq!(utc(1_588_938_000_000), "+52321-06-11 02:40:00 UTC");
    assert_eq!(short_day(1_588_938_000_000, 0), "11 Jun 52321");
    assert_eq!(utc(-62_167_219_201), "-0001-12-31 23:59:59 UTC");
    assert_eq!(short_day(-62_167_219_201, 0), "31 Dec -0001");
    assert_eq!(utc(-62_167_219_200), "0000-01-01 00:00:00 UTC");
    assert_eq!(short_day(-61_125_753_600, 0), "1 Jan 0033");
}

#[test]
fn survives_both_ends_of_i64() {
    // Reckoned apart from this code: Python's integers and datetime over one 400-year cycle.
    assert_eq!(rfc3339(i64::MAX), "+292277026596-12-04T15:30:07Z");
    assert_eq!(rfc3339(i64::MIN), "-292277022657-01-27T08:29:52Z");
    for seconds in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX] {
        for offset_minutes in [i32::MIN, -1_440, 0, 1_440, i32::MAX] {
            local(seconds, offset_minutes);
            clock_time(seconds, offset_minutes);
            short_day(seconds, offset_minutes);
        }
        day_and_time(seconds);
        relative(seconds, i64::MIN);
        relative(seconds, i64::MAX);
    }
    let last = numeric_date::MAXIMUM_SECONDS - 1;
    assert_eq!(relative(last, -last), "in 292,277,024,626 years");
    assert_eq!(day_and_time(last), "19 Jun 146138514283, 07:45:02 UTC");
    assert_eq!(duration(u64::MAX), "584,554,049,253 years 312 days");
    assert_eq!(countdown(u64::MAX), duration(u64::MAX));
}

#[test]
fn tells_durations_in_two_units_at_most() {
    check_duration(0, "0 seconds");
    check_duration(1, "1 second");
    check_duration(45, "45 seconds");
    check_duration(59, "59 seconds");
    check_duration(60, "1 minute");
    check_duration(61, "1 minute 1 second");
    check_duration(300, "5 minutes");
    check_duration(3_599, "59 minutes 59 seconds");
    check_duration(3_600, "1 hour");
    check_duration(3_659, "1 hour");
    check_duration(5_400, "1 hour 30 minutes");
    check_duration(86_399, "23 hours 59 minutes");
    check_duration(86_400, "1 day");
    check_duration(86_400 + 3_599, "1 day");
    check_duration(3 * 86_400 + 2 * 3_600, "3 days 2 hours");
    check_duration(365 * 86_400, "365 days");
    check_duration(31_556_951, "365 days 5 hours");
    check_duration(31_556_952, "1 year");
    check_duration(31_556_952 + 40 * 86_400, "1 year 40 days");
    check_duration(2 * 31_556_952 + 86_400, "2 years 1 day");
    check_duration(2 * 365 * 86_400, "2 years");
    check_duration(2 * 365 * 86_400 - 1, "1 year 364 days");
    check_duration(10 * 365 * 86_400, "10 years");
    check_duration(3_652 * 86_400, "10 years");
    check_duration(3_653 * 86_400, "10 years");
    check_duration(3_654 * 86_400, "10 years 1 day");
    check_duration(3_649 * 86_400, "9 years 361 days");
    check_duration(100 * 365 * 86_400, "100 years");
    check_duration(50_000 * 31_556_952, "50,000 years");
}

#[test]
fn tells_distances_in_one_unit() {
    check_relative(0, "now");
    check_relative(1, "in 1 second");
    check_relative(-1, "1 second ago");
    check_relative(59, "in 59 seconds");
    check_relative(60, "in 1 minute");
    check_relative(12 * 60 + 30, "in 12 minutes");
    check_relative(3_599, "in 59 minutes");
    check_relative(-3_599, "59 minutes ago");
    check_relative(-3_600, "1 hour ago");
    check_relative(-86_399, "23 hours ago");
    check_relative(-3 * 86_400, "3 days ago");
    check_relative(-400 * 86_400, "1 year ago");
    check_relative(50_294 * 31_556_952, "in 50,294 years");
    check_relative(-1_000 * 31_556_952, "1,000 years ago");
    check_relative(1_000_000 * 31_556_952, "in 1,000,000 years");
}

#[test]
fn counts_down_as_a_clock_below_a_day() {
    check_countdown(0, "00:00");
    check_countdown(5, "00:05");
    check_countdown(724, "12:04");
    check_countdown(3_599, "59:59");
    check_countdown(3_600, "1:00:00");
    check_countdown(3_723, "1:02:03");
    check_countdown(86_399, "23:59:59");
    check_countdown(86_400, "1 day");
    check_countdown(93_600, "1 day 2 hours");
}

#[test]
fn gives_no_date_for_what_is_out_of_range() {
    let [first, last] = [-numeric_date::MAXIMUM_SECONDS, numeric_date::MAXIMUM_SECONDS];
    for words in [utc(last), local(last, 60), day_and_time(last)] {
        assert_eq!(words, "a time later than any calendar reaches");
    }
    for words in [utc(first), local(first, 60), day_and_time(first)] {
        assert_eq!(words, "a time before any calendar begins");
    }
    assert_eq!([relative(first, 0), relative(last, 0)], ["out of range", "out of range"]);
}
