//! A time claim's exact text as an instant, without a floating-point number on the way.

use super::calendar::{self, CivilTime};

/// No instant here lies further from 1970, so the difference of any two fits an `i64`.
pub const MAXIMUM_SECONDS: i64 = i64::MAX / 2;

/// RFC 7519 section 2, NumericDate
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumericDate {
    /// Rounded towards minus infinity; within ±[`MAXIMUM_SECONDS`].
    pub seconds: i64,
    /// The number was not a whole one.
    pub fraction: bool,
    /// The number lay beyond ±[`MAXIMUM_SECONDS`], where `seconds` now stands.
    pub out_of_range: bool,
}

/// What a number of seconds was probably counted in by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

impl Unit {
    const ALL: [Unit; 3] = [Unit::Milliseconds, Unit::Microseconds, Unit::Nanoseconds];

    pub fn name(self) -> &'static str {
        match self {
            Unit::Milliseconds => "milliseconds",
            Unit::Microseconds => "microseconds",
            Unit::Nanoseconds => "nanoseconds",
        }
    }

    pub fn per_second(self) -> i64 {
        match self {
            Unit::Milliseconds => 1_000,
            Unit::Microseconds => 1_000_000,
            Unit::Nanoseconds => 1_000_000_000,
        }
    }
}

/// What a time claim that is text most likely means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateText {
    /// "1700000000"
    Number(NumericDate),
    /// "2026-11-20T13:00:00Z", "Fri, 20 Nov 2026 13:00:00 GMT"; seconds since 1970, read as UTC where no offset stands.
    Date(i64),
}

/// The instant a JSON number names; `None` when the text is not one.
///
/// RFC 8259 section 6: `[ minus ] int [ frac ] [ exp ]`
pub fn parse(number: &str) -> Option<NumericDate> {
    let (is_negative, after_minus) = match number.strip_prefix('-') {
        Some(after_minus) => (true, after_minus),
        None => (false, number),
    };
    let (integer, after_integer) = leading_digits(after_minus);
    if integer.is_empty() || (integer.len() > 1 && integer.starts_with('0')) {
        return None;
    }
    let (fraction, after_fraction) = match after_integer.strip_prefix('.') {
        Some(after_point) => leading_digits(after_point),
        None => ("", after_integer),
    };
    if fraction.is_empty() && after_integer.starts_with('.') {
        return None;
    }
    let exponent = match after_fraction.strip_prefix(['e', 'E']) {
        Some(after_e) => exponent(after_e)?,
        None if after_fraction.is_empty() => 0,
        None => return None,
    };
    Some(numeric_date(is_negative, integer, fraction, exponent))
}

/// Read as this unit, the number falls in 2000-01-01 ..= 2100-01-01.
pub fn likely_unit(seconds: i64) -> Option<Unit> {
    const YEAR_2000: i64 = 946_684_800;
    const YEAR_2100: i64 = 4_102_444_800;
    Unit::ALL.into_iter().find(|unit| {
        let per_second = unit.per_second();
        (YEAR_2000 * per_second..=YEAR_2100 * per_second).contains(&seconds)
    })
}

/// A number, an RFC 3339 or ISO 8601 date, or an RFC 2822 date; spaces around it do not matter.
pub fn read_text(text: &str) -> Option<DateText> {
    let trimmed = text.trim();
    parse(trimmed)
        .map(DateText::Number)
        .or_else(|| internet_date(trimmed).map(DateText::Date))
        .or_else(|| mail_date(trimmed).map(DateText::Date))
}

/// Saturating far beyond the length of any text, so that digits cannot bring the point back.
fn exponent(text: &str) -> Option<i64> {
    const MAXIMUM_EXPONENT: i64 = i64::MAX / 4;
    let (is_negative, after_sign) = match text.strip_prefix('-') {
        Some(after_minus) => (true, after_minus),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, rest) = leading_digits(after_sign);
    if digits.is_empty() || !rest.is_empty() {
        return None;
    }
    let magnitude = digits.bytes().fold(0_i64, |magnitude, digit| {
        magnitude.saturating_mul(10).saturating_add(i64::from(digit - b'0')).min(MAXIMUM_EXPONENT)
    });
    Some(if is_negative { -magnitude } else { magnitude })
}

/// The point is moved instead of the number multiplied: one pass over the digits, whatever the exponent.
fn numeric_date(is_negative: bool, integer: &str, fraction: &str, exponent: i64) -> NumericDate {
    let digits = integer.bytes().chain(fraction.bytes()).map(|digit| digit - b'0');
    let point = length(integer) + exponent;
    let mut whole: i64 = 0;
    let mut has_fraction = false;
    for (index, digit) in (0_i64..).zip(digits) {
        if index < point {
            whole = whole.saturating_mul(10).saturating_add(i64::from(digit));
        } else {
            has_fraction |= digit != 0;
        }
    }
    // Twenty zeros take any number but 0 past an i64.
    let missing_zeros = (point - length(integer) - length(fraction)).clamp(0, 20);
    for _ in 0..missing_zeros {
        whole = whole.saturating_mul(10);
    }
    let rounded = if is_negative { (-whole).saturating_sub(i64::from(has_fraction)) } else { whole };
    let seconds = rounded.clamp(-MAXIMUM_SECONDS, MAXIMUM_SECONDS);
    NumericDate { seconds, fraction: has_fraction, out_of_range: seconds != rounded }
}

/// RFC 3339 section 5.6, `date-time`, `full-date`
///
/// Also what ISO 8601 and its writers add: no offset, a space before it, an offset without colon or minutes, a time
/// without seconds, a comma for the decimal point, and years beyond four digits with a sign.
fn internet_date(text: &str) -> Option<i64> {
    let (year, after_year) = signed_year(text)?;
    let (month, after_month) = two_digits(after_year.strip_prefix('-')?)?;
    let (day, after_day) = two_digits(after_month.strip_prefix('-')?)?;
    let midnight = CivilTime { year, month, day, hour: 0, minute: 0, second: 0 };
    if after_day.is_empty() {
        return calendar::seconds_at(midnight);
    }
    let (clock, after_clock) = with_clock(midnight, after_day.strip_prefix(['T', 't', ' '])?)?;
    Some(calendar::seconds_at(clock)? - zone_seconds(after_clock.trim_start())?)
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

fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: &str, expected: i64) {
        assert_eq!(parse(number), Some(NumericDate { seconds: expected, fraction: false, out_of_range: false }));
    }

    #[track_caller]
    fn check_fraction(number: &str, expected: i64) {
        assert_eq!(parse(number), Some(NumericDate { seconds: expected, fraction: true, out_of_range: false }));
    }

    #[track_caller]
    fn check_out_of_range(number: &str, expected: i64) {
        assert_eq!(parse(number), Some(NumericDate { seconds: expected, fraction: false, out_of_range: true }));
    }

    #[track_caller]
    fn check_date(text: &str, expected: &str) {
        let Some(DateText::Date(seconds)) = read_text(text) else {
            panic!("{text:?} is read as {:?}", read_text(text))
        };
        assert_eq!(calendar::rfc3339(seconds), expected);
    }

    #[track_caller]
    fn check_no_date(text: &str) {
        assert_eq!(read_text(text), None, "{text:?}");
    }

    #[test]
    fn reads_whole_numbers() {
        check("0", 0);
        check("-0", 0);
        check("1700000000", 1_700_000_000);
        check("-1", -1);
        check("1.0", 1);
        check("-0.0e5", 0);
        check("1.5e9", 1_500_000_000);
        check("1.5E+9", 1_500_000_000);
        check("1700000000000e-3", 1_700_000_000);
        check("0.0017e12", 1_700_000_000);
        check("17e00000000000000000000000000000000008", 1_700_000_000);
        check("0e999999999999999999999999", 0);
        check("0.000e-999999999999999999999999", 0);
        // One more than an f64 can tell apart.
        check("9007199254740993", 9_007_199_254_740_993);
    }

    #[test]
    fn rounds_fractions_towards_minus_infinity() {
        check_fraction("1598358554.3746235", 1_598_358_554);
        check_fraction("-1598358554.3746235", -1_598_358_555);
        check_fraction("1700000000.000000000000000000000001", 1_700_000_000);
        check_fraction("1700000000.999999999999999999999999", 1_700_000_000);
        check_fraction("0.5", 0);
        check_fraction("-0.5", -1);
        check_fraction("15e-1", 1);
        check_fraction("1E-400", 0);
        check_fraction("-1E-400", -1);
        check_fraction("1e-99999999999999999999999999", 0);
    }

    #[test]
    fn stops_at_the_limits() {
        check("4611686018427387903", MAXIMUM_SECONDS);
        check("-4611686018427387903", -MAXIMUM_SECONDS);
        check_out_of_range("4611686018427387904", MAXIMUM_SECONDS);
        check_out_of_range("-4611686018427387904", -MAXIMUM_SECONDS);
        check_out_of_range("9223372036854775807", MAXIMUM_SECONDS);
        check_out_of_range("-9223372036854775808", -MAXIMUM_SECONDS);
        check_out_of_range("99999999999999999999", MAXIMUM_SECONDS);
        check_out_of_range("1e400", MAXIMUM_SECONDS);
        check_out_of_range("-1e400", -MAXIMUM_SECONDS);
        check_out_of_range("1e99999999999999999999999999", MAXIMUM_SECONDS);
        check_out_of_range("0.000000000000000000000000000000001e52", MAXIMUM_SECONDS);
        let beyond = NumericDate { seconds: -MAXIMUM_SECONDS, fraction: true, out_of_range: true };
        assert_eq!(parse("-4611686018427387903.1"), Some(beyond));
        assert_eq!(parse("-99999999999999999999.1"), Some(beyond));
    }

    #[test]
    fn refuses_what_is_not_a_json_number() {
        let others = [
            "",
            "-",
            "+1",
            "01",
            "-01",
            "00",
            ".5",
            "1.",
            "1.e5",
            "e5",
            "1e",
            "1e+",
            "1e-",
            "1e1.5",
            "1e5x",
            "1 ",
            " 1",
            "--1",
            "0x10",
            "1_000",
            "1,000",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "1.2.3",
            "1e5e5",
            "١",
            "1é",
        ];
        for other in others {
            assert_eq!(parse(other), None, "{other:?}");
        }
    }

    #[test]
    fn reads_numbers_of_a_million_digits() {
        let million = 1_000_000;
        check_out_of_range(&"9".repeat(million), MAXIMUM_SECONDS);
        check(&format!("17{}e-999992", "0".repeat(million)), 1_700_000_000);
        check(&format!("0.{}17e1000010", "0".repeat(million)), 1_700_000_000);
        check_fraction(&format!("17.{}1", "0".repeat(million)), 17);
        check_out_of_range(&format!("1e{}", "9".repeat(million)), MAXIMUM_SECONDS);
        check_fraction(&format!("-1e-{}", "9".repeat(million)), -1);
        check(&format!("5e{}1", "0".repeat(million)), 50);
    }

    #[test]
    fn agrees_with_integers_moved_by_an_exponent() {
        for mantissa in [1_i64, 7, 10, 99, 120, 1_234_567, 1_700_000_001] {
            for exponent in 0..=9_u32 {
                let power = 10_i64.pow(exponent);
                check(&format!("{mantissa}e{exponent}"), mantissa * power);
                check(&format!("-{mantissa}e{exponent}"), -mantissa * power);
                for sign in ["", "-"] {
                    let signed = if sign.is_empty() { mantissa } else { -mantissa };
                    let expected = NumericDate {
                        seconds: signed.div_euclid(power),
                        fraction: signed % power != 0,
                        out_of_range: false,
                    };
                    assert_eq!(parse(&format!("{sign}{mantissa}e-{exponent}")), Some(expected));
                }
            }
        }
    }

    #[test]
    fn tells_units_by_the_years_they_give() {
        let cases = [
            (1_700_000_000, None),
            (946_684_799_999, None),
            (946_684_800_000, Some(Unit::Milliseconds)),
            (1_588_938_000_000, Some(Unit::Milliseconds)),
            (4_102_444_800_000, Some(Unit::Milliseconds)),
            (4_102_444_800_001, None),
            (946_684_799_999_999, None),
            (946_684_800_000_000, Some(Unit::Microseconds)),
            (4_102_444_800_000_000, Some(Unit::Microseconds)),
            (4_102_444_800_000_001, None),
            (946_684_800_000_000_000, Some(Unit::Nanoseconds)),
            (4_102_444_800_000_000_000, Some(Unit::Nanoseconds)),
            (4_102_444_800_000_000_001, None),
            (MAXIMUM_SECONDS, None),
            (-1_700_000_000_000, None),
            (i64::MIN, None),
            (i64::MAX, None),
        ];
        for (seconds, expected) in cases {
            assert_eq!(likely_unit(seconds), expected, "{seconds}");
        }
        assert_eq!(Unit::ALL.map(Unit::name), ["milliseconds", "microseconds", "nanoseconds"]);
    }

    #[test]
    fn reads_numbers_in_text() {
        assert_eq!(read_text("1700000000"), parse("1700000000").map(DateText::Number));
        assert_eq!(read_text(" 1700000000.5\n"), parse("1700000000.5").map(DateText::Number));
        assert_eq!(read_text("20261120"), parse("20261120").map(DateText::Number));
        assert_eq!(read_text("1e400"), parse("1e400").map(DateText::Number));
    }

    #[test]
    fn reads_internet_dates() {
        check_date("2026-11-20T13:00:00Z", "2026-11-20T13:00:00Z");
        check_date("2026-11-20t13:00:00z", "2026-11-20T13:00:00Z");
        check_date("2026-11-20 13:00:00", "2026-11-20T13:00:00Z");
        check_date("2026-11-20 13:00:00 UTC", "2026-11-20T13:00:00Z");
        check_date(" 2026-11-20T13:00 ", "2026-11-20T13:00:00Z");
        check_date("2026-11-20", "2026-11-20T00:00:00Z");
        check_date("2026-11-20T13:00:00.999999999Z", "2026-11-20T13:00:00Z");
        check_date("2026-11-20T13:00:00,5+01:00", "2026-11-20T12:00:00Z");
        check_date("2026-11-20T13:00:00-03:30", "2026-11-20T16:30:00Z");
        check_date("2026-11-20T13:00:00+0545", "2026-11-20T07:15:00Z");
        check_date("2026-11-20 13:00:00 +01", "2026-11-20T12:00:00Z");
        check_date("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z");
        check_date("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z");
        check_date("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00Z");
        check_date("+052320-11-20T00:00:00.000Z", "+52320-11-20T00:00:00Z");
        check_date("-0001-12-31T23:59:59Z", "-0001-12-31T23:59:59Z");
    }

    #[test]
    fn reads_what_the_calendar_writes() {
        for seconds in (-70_000_000_000_000_i64..70_000_000_000_000).step_by(123_456_789_011) {
            assert_eq!(read_text(&calendar::rfc3339(seconds)), Some(DateText::Date(seconds)));
            assert_eq!(read_text(&calendar::utc(seconds)), Some(DateText::Date(seconds)));
            assert_eq!(read_text(&calendar::local(seconds, -210)), Some(DateText::Date(seconds)));
        }
    }

    #[test]
    fn reads_mail_dates() {
        check_date("Fri, 20 Nov 2026 13:00:00 GMT", "2026-11-20T13:00:00Z");
        check_date("Fri, 20 Nov 2026 13:00:00 +0100", "2026-11-20T12:00:00Z");
        check_date("Fri, 20 Nov 2026 13:00:00 +0100 (Central European Time)", "2026-11-20T12:00:00Z");
        check_date("fri, 20 nov 2026 13:00:00 est", "2026-11-20T18:00:00Z");
        check_date("Fri,20 Nov 2026 13:00 -0330", "2026-11-20T16:30:00Z");
        check_date("1 Jan 2026 00:00:00", "2026-01-01T00:00:00Z");
        check_date("20 Nov 2026", "2026-11-20T00:00:00Z");
    }

    #[test]
    fn refuses_other_text() {
        let others = [
            "",
            " ",
            "never",
            "tomorrow",
            "1h",
            "+1700000000",
            "0170",
            "2026-11",
            "2026-11-20T",
            "2026-11-20T13",
            "2026-11-20T1:00:00Z",
            "2026-11-20T13:00:00.Z",
            "2026-11-20T13:00:00X",
            "2026-11-20T13:00:00+1",
            "2026-11-20T13:00:00+24:00",
            "2026-11-20T13:00:00+01:60",
            "2026-11-20T13:00:00+01:",
            "2026-11-20T13:00:00+01:000",
            "2026-11-20T24:00:00Z",
            "2026-11-20T13:60:00Z",
            "2026-11-20T13:00:61Z",
            "2026-13-01",
            "2026-02-29",
            "2026-00-10",
            "2026-01-00",
            "2026/11/20",
            "20.11.2026",
            "12026-11-20",
            "+9999999999-01-01",
            "26-11-20",
            "2026-1-2",
            "é026-11-20",
            "2026-é1-20",
            "2026-11-2é",
            "2026-11-20T1é:00",
            "Foo, 20 Nov 2026 13:00:00 GMT",
            "Fri, 20 Nov",
            "Fri, 31 Nov 2026",
            "Fri, 20 Nov 26 13:00:00 GMT",
            "Fri, 20 Nov 2026 13:00:00 XYZ",
            "Fri, 20 Nov 2026 13:00:00 GMT extra",
            "Fri, 20 Nov 2026 13:00:00GMT",
            "Fri, +1 Nov 2026",
            "120 Nov 2026",
            "20 Nov 2026 13:00:00 GMT (",
            "20 Nov 2026 13:00:00 GMT )",
        ];
        for other in others {
            check_no_date(other);
        }
        check_no_date(&"2026-".repeat(200_000));
    }
}
