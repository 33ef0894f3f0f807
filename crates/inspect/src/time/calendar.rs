//! Instants on the Gregorian calendar, for every `i64` of seconds since 1970-01-01T00:00:00Z.

const SECONDS_PER_DAY: i64 = 86_400;

/// The Gregorian calendar repeats after 400 years.
const YEARS_PER_ERA: i64 = 400;
const DAYS_PER_ERA: i64 = 146_097;

/// Days from 0000-03-01, where an era starts, to 1970-01-01.
const DAYS_FROM_ERA_START_TO_1970: i64 = 719_468;

pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

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

/// The day that eight digits name, in seconds since 1970: 20261120 is 20 November 2026. Years from 1970 to 2100 alone.
pub fn day_in_digits(number: i64) -> Option<i64> {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let is_recent = (1970..=2100).contains(&year);
    seconds_at(CivilTime { year, month, day, hour: 0, minute: 0, second: 0 }).filter(|_| is_recent)
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

#[cfg(test)]
mod tests;
