//! Numbers of every form, and numbers in a wrong unit.

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
        (946_684_800_000, Some(TimeUnit::Milliseconds)),
        (1_588_938_000_000, Some(TimeUnit::Milliseconds)),
        (4_102_444_800_000, Some(TimeUnit::Milliseconds)),
        (4_102_444_800_001, None),
        (946_684_799_999_999, None),
        (946_684_800_000_000, Some(TimeUnit::Microseconds)),
        (4_102_444_800_000_000, Some(TimeUnit::Microseconds)),
        (4_102_444_800_000_001, None),
        (946_684_800_000_000_000, Some(TimeUnit::Nanoseconds)),
        (4_102_444_800_000_000_000, Some(TimeUnit::Nanoseconds)),
        (4_102_444_800_000_000_001, None),
        (MAXIMUM_SECONDS, None),
        (-1_700_000_000_000, None),
        (i64::MIN, None),
        (i64::MAX, None),
    ];
    for (seconds, expected) in cases {
        assert_eq!(likely_unit(seconds), expected, "{seconds}");
    }
    assert_eq!(TimeUnit::ALL.map(TimeUnit::name), ["milliseconds", "microseconds", "nanoseconds"]);
}
