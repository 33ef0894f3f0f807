//! A number that is too large for a double, or written in a form that libraries read differently.

use crate::query::times::CLAIMS;
use crate::query::values::{Seen, by_value};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::Role;
use decode::json::JsonKind;
use guide::Question;
use inspect::display;
use inspect::time::numeric_date;

pub(crate) static JSON_BIG_NUMBER: Record = Record {
    id: "json-big-number",
    severity: Severity::Warning,
    title: "Number too large for JavaScript",
    why: "JavaScript and many other readers keep numbers as doubles, which are exact only up to 9007199254740991. A larger identifier turns into that of somebody else.",
    advice: "Write large identifiers as strings.",
    references: &["RFC 8259 section 6", "RFC 7493 section 2.2"],
    guide: Question::Exact,
};

pub(crate) static JSON_NUMBER_ODD: Record = Record {
    id: "json-number-odd",
    severity: Severity::Notice,
    title: "Number in an unusual form",
    why: "Exponents, `-0` and very long fractions are valid JSON, but libraries read and write them differently. Two services may compare different values.",
    advice: "Write whole numbers as plain digits, and numbers with many digits as strings.",
    references: &["RFC 8259 section 6", "RFC 7493 section 2.2"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Json, records: &[&JSON_BIG_NUMBER, &JSON_NUMBER_ODD], check: Check::Once(check) };

/// The largest number up to which a double can hold every integer: 2⁵³ − 1.
const LARGEST: u64 = (1 << 53) - 1;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen| {
        if seen.value.kind != JsonKind::Number {
            return None;
        }
        let source = seen.part.source(seen.value.span);
        let digits = source.strip_prefix('-').unwrap_or(&source);
        match digits.bytes().all(|byte| byte.is_ascii_digit()) && digits != "0" {
            true => big(seen, &source, digits),
            false => odd(seen, &source),
        }
    })
}

fn big(seen: &Seen, source: &str, digits: &str) -> Option<Evidence> {
    let number = digits.parse::<u64>().ok();
    // A time in another unit has a finding of its own.
    let is_time = seen.is_top(Role::Payload, &CLAIMS)
        && numeric_date::parse(source).is_some_and(|date| numeric_date::likely_unit(date.seconds).is_some());
    if is_time || number.is_some_and(|number| number <= LARGEST) {
        return None;
    }
    let read = number.and_then(as_double);
    let is = format!("{} is {}", seen.subject(), display::quoted(source, 80));
    let is_exact = read.is_some() && read == number;
    let message = match read {
        Some(_) if is_exact => format!("{is}, beyond what JavaScript keeps apart from its neighbours."),
        Some(read) => {
            let sign = if source.starts_with('-') { "-" } else { "" };
            format!("{is}, which JavaScript reads as {sign}{}.", as_written(read))
        }
        None => format!("{is}, too large for JavaScript to keep all its digits."),
    };
    let severity = if is_exact { Severity::Notice } else { Severity::Warning };
    Some(seen.evidence(&JSON_BIG_NUMBER, message).with_severity(severity))
}

/// The nearest integer that a double can hold. Of two equally near ones, the even one. None above 64 bits.
fn as_double(number: u64) -> Option<u64> {
    let spare = 11_u32.checked_sub(number.leading_zeros())?;
    let step = 1_u64 << spare;
    let (kept, lost) = (number / step, number % step);
    let is_up = 2 * lost > step || 2 * lost == step && kept % 2 == 1;
    kept.checked_add(u64::from(is_up))?.checked_mul(step)
}

/// How JavaScript prints this double: with the fewest digits that identify it, then zeros.
fn as_written(double: u64) -> u64 {
    let rounded = |unit: u64| Some(double.checked_add(unit / 2)? / unit * unit);
    let units = (1..20).map(|zeros| 10_u64.pow(zeros));
    let candidates = units.map_while(rounded).take_while(|candidate| as_double(*candidate) == Some(double));
    candidates.last().unwrap_or(double)
}

/// `-0`, an exponent, or more digits than a double has.
fn odd(seen: &Seen, source: &str) -> Option<Evidence> {
    let has_exponent = source.contains(['e', 'E']);
    let digits = source.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    let is_odd = source == "-0" || has_exponent || digits > 17;
    let message = || {
        let written = display::quoted(source, 80);
        format!("{} is written as {written}, which some libraries refuse or change.", seen.subject())
    };
    is_odd.then(|| seen.evidence(&JSON_NUMBER_ODD, message()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, token_of, token_with};

    #[test]
    fn fires_and_shows_what_is_read() {
        let seed = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImFjY291bnQiOjkwMDcxOTkyNTQ3NDA5OTN9.HlPzII8xjiuiOhV0bUtZYf2w3i7b1Y8R6S_OnuYol1g";
        let message = "`account` is `9007199254740993`, which JavaScript reads as 9007199254740992.";
        check(&RULE, &token_of(seed), "json-big-number", "/payload/account", message);
        for (number, rest) in [
            ("-9007199254740993", ", which JavaScript reads as -9007199254740992."),
            ("100002348117421473", ", which JavaScript reads as 100002348117421470."),
            ("10000000000000000000", ", beyond what JavaScript keeps apart from its neighbours."),
            ("18446744073709551615", ", too large for JavaScript to keep all its digits."),
            ("123456789012345678901234567890", ", too large for JavaScript to keep all its digits."),
            ("10000000000000000", ", beyond what JavaScript keeps apart from its neighbours."),
        ] {
            let token = token_with(&format!("{{\"ids\":[{number}]}}"));
            let message = format!("`ids` is `{number}`{rest}");
            check(&RULE, &token, "json-big-number", "/payload/ids", &message);
        }
    }

    #[test]
    fn reads_as_doubles_do() {
        let mut number: u64 = 1;
        for _ in 0..2000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            for number in [number, number >> 7, number | LARGEST, number >> 11 << 11 | 1 << 10] {
                let [exact, written] = [format!("{:.0}", number as f64), (number as f64).to_string()];
                let read = if number <= LARGEST { Some(number) } else { as_double(number) };
                assert!(read.map_or(exact == "18446744073709551616", |read| read.to_string() == exact), "{number}");
                assert!(read.is_none_or(|read| as_written(read).to_string() == written), "{number}");
            }
        }
    }

    #[test]
    fn fires_on_odd_forms() {
        for number in ["-0", "1e400", "1E5", "0.12345678901234567890", "-1.7e9"] {
            let token = token_with(&format!("{{\"n\":{number}}}"));
            let message = format!("`n` is written as `{number}`, which some libraries refuse or change.");
            check(&RULE, &token, "json-number-odd", "/payload/n", &message);
        }
    }

    #[test]
    fn is_quiet_on_ordinary_numbers_and_on_times_in_other_units() {
        let claims = r#"{"a":9007199254740991,"b":-9007199254740991,"c":0,"d":0.1,"e":1700000000.123456,"f":0.0000000000000000000001}"#;
        check_quiet(&RULE, &token_with(claims));
        check_quiet(&RULE, &token_with(r#"{"iat":1588938000000000001}"#));
        let nested = token_with(r#"{"a":{"iat":1588938000000000001}}"#);
        assert!(findings(&nested).iter().any(|finding| crate::testing::is_of(&RULE, finding)));
    }
}
