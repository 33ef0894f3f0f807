//! Lengths of time as people write them: "3600", "90 s", "5 min", "1h 30m".

use inspect::display::{counted, grouped, quoted};

/// The units, the longest first, with the seconds of each and how it is written.
const UNITS: [(u64, &[&str]); 5] = [
    (604_800, &["w", "week", "weeks"]),
    (86_400, &["d", "day", "days"]),
    (3_600, &["h", "hr", "hrs", "hour", "hours"]),
    (60, &["m", "min", "mins", "minute", "minutes"]),
    (1, &["s", "sec", "secs", "second", "seconds"]),
];

/// In seconds, at most `longest`; None where nothing is written. A number without a unit counts seconds. The error is a
/// sentence.
pub(super) fn read_length(text: &str, longest: u64) -> Result<Option<u64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let too_long = || format!("{} is too long: at most {} seconds.", quoted(text, 24), grouped(longest));
    let seconds = match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text.parse::<u64>().map_err(|_| too_long())?,
        false => {
            let parts = parts(text).ok_or_else(|| {
                format!("{} is no length of time, such as `90`, `5 min` or `1h 30m`.", quoted(text, 24))
            })?;
            let seconds = parts
                .into_iter()
                .try_fold(0_u64, |sum, (count, unit)| sum.checked_add(count.parse::<u64>().ok()?.checked_mul(unit)?));
            seconds.ok_or_else(too_long)?
        }
    };
    if seconds > longest { Err(too_long()) } else { Ok(Some(seconds)) }
}

/// Whether it names a unit.
pub fn has_unit(text: &str) -> bool {
    text.contains(|c: char| c.is_alphabetic())
}

/// Digits and the seconds of their unit; None where it is written otherwise. Longer units stand before shorter ones, each
/// once.
fn parts(text: &str) -> Option<Vec<(&str, u64)>> {
    let mut parts: Vec<(&str, u64)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (count, behind) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let behind = behind.trim_start();
        let (name, behind) = behind.split_at(behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len()));
        let name = name.to_ascii_lowercase();
        let (unit, _) = UNITS.into_iter().find(|(_, names)| names.contains(&&*name))?;
        if count.is_empty() || parts.last().is_some_and(|(_, longer)| *longer <= unit) {
            return None;
        }
        parts.push((count, unit));
        rest = behind.trim_start();
    }
    Some(parts)
}

/// In the longest unit of which it is a whole number.
pub(super) fn in_longest_unit(seconds: u64) -> String {
    let of = |unit: u64| usize::try_from(seconds / unit).unwrap_or(usize::MAX);
    match seconds {
        0 => "0".to_owned(),
        _ if seconds.is_multiple_of(86_400) => counted(of(86_400), "day"),
        _ if seconds.is_multiple_of(3_600) => counted(of(3_600), "hour"),
        _ if seconds.is_multiple_of(60) => format!("{} min", of(60)),
        _ => counted(of(1), "second"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lengths_in_one_unit_or_several() {
        for (text, seconds) in [
            ("0", 0),
            ("90", 90),
            (" 90 s ", 90),
            ("5 min", 300),
            ("5min", 300),
            ("60 MIN", 3_600),
            ("90 minutes", 5_400),
            ("1h", 3_600),
            ("1 Hour", 3_600),
            ("1h 30m", 5_400),
            ("1h30m", 5_400),
            ("1 hour 30 minutes 10 seconds", 5_410),
            ("2 days", 172_800),
            ("1 week 1 day", 691_200),
            ("4294967295", 4_294_967_295),
        ] {
            assert_eq!(read_length(text, u32::MAX.into()), Ok(Some(seconds)), "{text}");
        }
        assert_eq!(read_length(" ", 1), Ok(None));
    }

    #[test]
    fn says_what_is_no_length_and_what_is_too_long() {
        for text in [
            "-1",
            "1.5",
            "1.5 h",
            "a minute",
            "min",
            "5 fortnights",
            "1h 30",
            "30m 1h",
            "1h 1h",
            "1h, 30m",
            "٣ min",
            "1 ms",
        ] {
            let said = read_length(text, u32::MAX.into()).expect_err(text);
            assert_eq!(said, format!("`{text}` is no length of time, such as `90`, `5 min` or `1h 30m`."));
        }
        for text in
            ["4294967296", "99999999999", "99999999999999999999", "8000 weeks", "9999999999999999999 weeks 1 day"]
        {
            let said = read_length(text, u32::MAX.into()).expect_err(text);
            assert!(said.ends_with(" is too long: at most 4,294,967,295 seconds."), "{said}");
        }
    }

    #[test]
    fn tells_units_from_bare_numbers() {
        assert!(has_unit("5 min") && has_unit("5m"));
        assert!(!has_unit("") && !has_unit("60") && !has_unit("-1"));
    }
}
