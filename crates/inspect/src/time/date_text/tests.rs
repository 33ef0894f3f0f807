//! Dates that are read, and texts that are not dates.

use super::super::instants;
use super::*;

#[track_caller]
fn check_date(text: &str, expected: &str) {
    let Some(DateText::Date(seconds)) = read_text(text) else { panic!("{text:?} is read as {:?}", read_text(text)) };
    assert_eq!(instants::rfc3339(seconds), expected);
}

#[track_caller]
fn check_no_date(text: &str) {
    assert_eq!(read_text(text), None, "{text:?}");
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
        assert_eq!(read_text(&instants::rfc3339(seconds)), Some(DateText::Date(seconds)));
        assert_eq!(read_text(&instants::utc(seconds)), Some(DateText::Date(seconds)));
        assert_eq!(read_text(&instants::local(seconds, -210)), Some(DateText::Date(seconds)));
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

#[test]
fn an_instant_has_a_zone() {
    for text in [
        // As Chrome, Firefox and Charles write them.
        "2023-11-14T22:13:55.000Z",
        "2023-11-14T22:13:55Z",
        "2023-11-14T23:13:55.123+01:00",
        "2023-11-14T23:13:55+01:00",
        "2023-11-14T17:13:55.1234567-05:00",
        "2023-11-14T23:13:55+0100",
        " 2023-11-14 22:13:55 UTC ",
    ] {
        assert_eq!(instant(text), Some(1_700_000_035), "{text}");
    }
    for text in
        ["", "2023-11-14", "2023-11-14T22:13:55", "2023-11-14T22:13:55.Z", "14.11.2023 22:13", "1700000035", "now"]
    {
        assert_eq!(instant(text), None, "{text}");
    }
}
