//! A time claim that is text where a number should be: what it most likely means.

use super::calendar::{self, CivilTime};
use super::numeric_date::{NumericDate, leading_digits, parse};

/// What a time claim that is text most likely means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateText {
    /// "1700000000"
    Number(NumericDate),
    /// "2026-11-20T13:00:00Z", "Fri, 20 Nov 2026 13:00:00 GMT"; seconds since 1970, read as UTC where no offset stands.
    Date(i64),
}

/// A number, an RFC 3339 or ISO 8601 date, or an RFC 2822 date; spaces around it do not matter.
pub fn read_text(text: &str) -> Option<DateText> {
    let trimmed = text.trim();
    parse(trimmed)
        .map(DateText::Number)
        .or_else(|| internet_date(trimmed).map(DateText::Date))
        .or_else(|| mail_date(trimmed).map(DateText::Date))
}

/// The instant that an RFC 3339 or ISO 8601 date and time names: one without a zone names none.
pub fn instant(text: &str) -> Option<i64> {
    let (midnight, behind) = internet_day(text.trim())?;
    let (clock, zone) = with_clock(midnight, behind.strip_prefix(['T', 't', ' '])?)?;
    let zone = Some(zone.trim_start()).filter(|zone| !zone.is_empty())?;
    Some(calendar::seconds_at(clock)? - zone_seconds(zone)?)
}

/// RFC 3339 section 5.6, `date-time`, `full-date`
///
/// Also what ISO 8601 and its writers add: no offset, a space before it, an offset without colon or minutes, a time
/// without seconds, a comma for the decimal point, and years beyond four digits with a sign.
fn internet_date(text: &str) -> Option<i64> {
    let (midnight, after_day) = internet_day(text)?;
    if after_day.is_empty() {
        return calendar::seconds_at(midnight);
    }
    let (clock, after_clock) = with_clock(midnight, after_day.strip_prefix(['T', 't', ' '])?)?;
    Some(calendar::seconds_at(clock)? - zone_seconds(after_clock.trim_start())?)
}

/// A day, and what stands behind it.
fn internet_day(text: &str) -> Option<(CivilTime, &str)> {
    let (year, after_year) = signed_year(text)?;
    let (month, after_month) = two_digits(after_year.strip_prefix('-')?)?;
    let (day, after_day) = two_digits(after_month.strip_prefix('-')?)?;
    Some((CivilTime { year, month, day, hour: 0, minute: 0, second: 0 }, after_day))
}

/// RFC 2822 section 3.3
///
/// The day of the week may be wrong; time and zone may be missing; a comment may follow the zone.
fn mail_date(text: &str) -> Option<i64> {
    const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let without_comment = match text.strip_suffix(')') {
        Some(open_comment) => open_comment.split_once('(')?.0,
        None => text,
    };
    let date = match without_comment.split_once(',') {
        Some((weekday, date)) if WEEKDAYS.iter().any(|name| name.eq_ignore_ascii_case(weekday)) => date,
        Some(_) => return None,
        None => without_comment,
    };
    let mut words = date.split_whitespace();
    let day = number_of_length(words.next()?, 1, 2)?;
    let month = calendar::month_named(words.next()?)?;
    let year = number_of_length(words.next()?, 4, 4)?;
    let midnight = CivilTime { year, month, day, hour: 0, minute: 0, second: 0 };
    let Some(clock_word) = words.next() else {
        return calendar::seconds_at(midnight);
    };
    let (clock, "") = with_clock(midnight, clock_word)? else {
        return None;
    };
    let offset = zone_seconds(words.next().unwrap_or(""))?;
    if words.next().is_some() {
        return None;
    }
    Some(calendar::seconds_at(clock)? - offset)
}

/// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fraction`; the fraction is cut off.
fn with_clock(midnight: CivilTime, text: &str) -> Option<(CivilTime, &str)> {
    let (hour, after_hour) = two_digits(text)?;
    let (minute, after_minute) = two_digits(after_hour.strip_prefix(':')?)?;
    let Some(seconds_text) = after_minute.strip_prefix(':') else {
        return Some((CivilTime { hour, minute, ..midnight }, after_minute));
    };
    let (second, after_second) = two_digits(seconds_text)?;
    let rest = match after_second.strip_prefix(['.', ',']).map(leading_digits) {
        Some(("", _)) => return None,
        Some((_, after_fraction)) => after_fraction,
        None => after_second,
    };
    Some((CivilTime { hour, minute, second, ..midnight }, rest))
}

/// RFC 3339 section 5.6, `time-offset`; RFC 2822 section 4.3, `obs-zone`
fn zone_seconds(text: &str) -> Option<i64> {
    const ZONES: [(&str, i64); 13] = [
        ("", 0),
        ("Z", 0),
        ("UTC", 0),
        ("GMT", 0),
        ("UT", 0),
        ("EDT", -4),
        ("EST", -5),
        ("CDT", -5),
        ("CST", -6),
        ("MDT", -6),
        ("MST", -7),
        ("PDT", -7),
        ("PST", -8),
    ];
    if let Some((_, hours)) = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
        return Some(hours * 3_600);
    }
    let (sign, after_sign) = match text.strip_prefix('-') {
        Some(after_minus) => (-1, after_minus),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, after_hours) = two_digits(after_sign)?;
    let (minutes, rest) = match after_hours {
        "" => (0, ""),
        _ => two_digits(after_hours.strip_prefix(':').unwrap_or(after_hours))?,
    };
    let exists = rest.is_empty() && hours < 24 && minutes < 60;
    exists.then_some(sign * (hours * 3_600 + minutes * 60))
}

/// Four digits, or a sign with four to nine of them.
fn signed_year(text: &str) -> Option<(i64, &str)> {
    let after_sign = text.strip_prefix(['+', '-']);
    let (digits, rest) = leading_digits(after_sign.unwrap_or(text));
    let magnitude = number_of_length(digits, 4, if after_sign.is_some() { 9 } else { 4 })?;
    Some((if text.starts_with('-') { -magnitude } else { magnitude }, rest))
}

fn two_digits(text: &str) -> Option<(i64, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    Some((number_of_length(digits, 2, 2)?, rest))
}

/// Nothing but digits, at least `shortest` and at most `longest` of them.
fn number_of_length(digits: &str, shortest: usize, longest: usize) -> Option<i64> {
    let fits = (shortest..=longest).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
