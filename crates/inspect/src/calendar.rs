//! Instants and spans of time as text, for every `i64` of seconds since 1970-01-01T00:00:00Z.

const SECONDS_PER_DAY: i64 = 86_400;

/// The Gregorian calendar repeats after 400 years.
const YEARS_PER_ERA: i64 = 400;
const DAYS_PER_ERA: i64 = 146_097;

/// Days from 0000-03-01, where an era starts, to 1970-01-01.
const DAYS_FROM_ERA_START_TO_1970: i64 = 719_468;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Largest first. A year is the Gregorian mean of 365.2425 days.
const UNITS: [(u64, &str); 5] = [(31_556_952, "year"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];

/// A point on a wall calendar (proleptic Gregorian) and its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CivilTime {
    /// Astronomical: year 0 is 1 BC.
    pub year: i64,
    /// From 1.
    pub month: i64,
    /// From 1.
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
}

/// "2026-11-20 13:00:00 UTC"
pub fn utc(seconds: i64) -> String {
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
    let civil_time = civil_time(seconds, offset_minutes);
    let sign = if offset_minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset_minutes.unsigned_abs() / 60, offset_minutes.unsigned_abs() % 60);
    format!("{} {} {sign}{hours:02}:{minutes:02}", iso_date(&civil_time), iso_time(&civil_time))
}

/// "20 Nov 2026, 13:00:00 UTC"
pub fn day_and_time(seconds: i64) -> String {
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

/// "45 seconds", "1 hour 30 minutes", "1 year 40 days": a unit and the next smaller one, truncated.
pub fn duration(seconds: u64) -> String {
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

/// "3 days ago", "in 12 minutes", "now": one unit, truncated towards now.
pub fn relative(instant: i64, now: i64) -> String {
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

/// Calendar and clock at an instant, `offset_minutes` east of Greenwich.
pub fn civil_time(seconds: i64, offset_minutes: i32) -> CivilTime {
    // Days are split off first, so that the offset cannot overflow at either end of i64.
    let shifted_second = seconds.rem_euclid(SECONDS_PER_DAY) + i64::from(offset_minutes) * 60;
    let days = seconds.div_euclid(SECONDS_PER_DAY) + shifted_second.div_euclid(SECONDS_PER_DAY);
    let second_of_day = shifted_second.rem_euclid(SECONDS_PER_DAY);

    // Years start in March here: the leap day comes last, and month lengths follow one formula.
    let days_since_era_start = days + DAYS_FROM_ERA_START_TO_1970;
    let era = days_since_era_start.div_euclid(DAYS_PER_ERA);
    let day_of_era = days_since_era_start.rem_euclid(DAYS_PER_ERA);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (day_of_year * 5 + 2) / 153;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    CivilTime {
        year: era * YEARS_PER_ERA + year_of_era + i64::from(month <= 2),
        month,
        day: day_of_year - (month_from_march * 153 + 2) / 5 + 1,
        hour: second_of_day / 3_600,
        minute: second_of_day / 60 % 60,
        second: second_of_day % 60,
    }
}

/// The instant at which a calendar and clock in UTC show this; `None` for the 30th of February and its like.
///
/// A leap second (RFC 3339 section 5.7) is the first second of the next minute, as on every POSIX clock.
pub fn seconds_at(civil_time: CivilTime) -> Option<i64> {
    let CivilTime { year, month, day, hour, minute, second } = civil_time;
    let exists = (-999_999_999..=999_999_999).contains(&year)
        && (1..=days_in_month(year, month)).contains(&day)
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..=60).contains(&second);
    if !exists {
        return None;
    }
    let (year_from_march, month_from_march) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let year_of_era = year_from_march.rem_euclid(YEARS_PER_ERA);
    let days = year_from_march.div_euclid(YEARS_PER_ERA) * DAYS_PER_ERA
        + (year_of_era * 365 + year_of_era / 4 - year_of_era / 100)
        + (month_from_march * 153 + 2) / 5
        + (day - 1)
        - DAYS_FROM_ERA_START_TO_1970;
    Some(days * SECONDS_PER_DAY + hour * 3_600 + minute * 60 + second)
}

/// 11 for "Nov", in either case.
pub fn month_named(name: &str) -> Option<i64> {
    (1..).zip(MONTHS).find(|(_, month)| month.eq_ignore_ascii_case(name)).map(|(number, _)| number)
}

/// 0 for a month that does not exist.
fn days_in_month(year: i64, month: i64) -> i64 {
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(is_leap_year),
        _ => 0,
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
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    let plural = if count == 1 { "" } else { "s" };
    format!("{text} {unit}{plural}")
}

#[cfg(test)]
mod tests {
    use time::{Date, Month, OffsetDateTime, UtcOffset};

    use super::*;

    const FRIDAY: i64 = 1_795_179_600; // 2026-11-20T13:00:00Z

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
        let exists =
            |year, month, day| seconds_at(CivilTime { year, month, day, hour: 0, minute: 0, second: 0 }).is_some();
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
        assert_eq!(relative(i64::MAX, i64::MIN), "in 584,554,049,253 years");
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
    fn knows_months_by_name() {
        assert_eq!(month_named("Jan"), Some(1));
        assert_eq!(month_named("DEC"), Some(12));
        assert_eq!(month_named("November"), None);
        assert_eq!(month_named(""), None);
    }
}
