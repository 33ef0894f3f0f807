//! A time claim's exact text as an instant, without a floating-point number on the way.

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
pub enum TimeUnit {
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

impl TimeUnit {
    const ALL: [TimeUnit; 3] = [TimeUnit::Milliseconds, TimeUnit::Microseconds, TimeUnit::Nanoseconds];

    pub fn name(self) -> &'static str {
        match self {
            TimeUnit::Milliseconds => "milliseconds",
            TimeUnit::Microseconds => "microseconds",
            TimeUnit::Nanoseconds => "nanoseconds",
        }
    }

    pub fn per_second(self) -> i64 {
        match self {
            TimeUnit::Milliseconds => 1_000,
            TimeUnit::Microseconds => 1_000_000,
            TimeUnit::Nanoseconds => 1_000_000_000,
        }
    }
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

/// Whether these seconds are what was written. A number that lies further away was moved to the nearest end of the range.
pub fn is_in_range(seconds: i64) -> bool {
    (1 - MAXIMUM_SECONDS..MAXIMUM_SECONDS).contains(&seconds)
}

/// 2000-01-01T00:00:00Z. No token is older: a smaller number is in another unit, or was never set.
pub const YEAR_2000: i64 = 946_684_800;

/// Whether a time can be compared with others: after the year 2000, on the calendar, and probably written in seconds.
pub fn is_sensible(seconds: i64) -> bool {
    (YEAR_2000..MAXIMUM_SECONDS).contains(&seconds) && likely_unit(seconds).is_none()
}

/// Read as this unit, the number falls in 2000-01-01 ..= 2100-01-01.
pub fn likely_unit(seconds: i64) -> Option<TimeUnit> {
    const YEAR_2100: i64 = 4_102_444_800;
    TimeUnit::ALL.into_iter().find(|unit| {
        let per_second = unit.per_second();
        (YEAR_2000 * per_second..=YEAR_2100 * per_second).contains(&seconds)
    })
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

pub(super) fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests;
