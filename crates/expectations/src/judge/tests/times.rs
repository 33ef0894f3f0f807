//! Times with a leeway, and lifetimes. It is 1700000000.

use expect_test::expect;

use super::table;

#[test]
fn times() {
    let told = [
        table(
            "{}",
            &[
                r#"{"exp":1700002880}"#,
                r#"{"nbf":1699998800,"exp":1700002880}"#,
                r#"{"nbf":1700000000,"exp":1700000001}"#,
                r#"{"exp":1700000000}"#,
                r#"{"exp":1699999999}"#,
                r#"{"nbf":1700000001,"exp":1700002880}"#,
                r#"{"nbf":1700000600}"#,
                r#"{"nbf":1699998800}"#,
                "{}",
                r#"{"exp":"1700002880"}"#,
                r#"{"exp":null}"#,
                r#"{"nbf":"x","exp":1700002880}"#,
                r#"{"exp":1700002880000}"#,
                r#"{"exp":1699999000000}"#,
                r#"{"nbf":1699998800000,"exp":1700002880000}"#,
                r#"{"iat":1700000000,"exp":3600}"#,
                r#"{"exp":0}"#,
                r#"{"exp":-1}"#,
                r#"{"exp":1e400}"#,
                r#"{"exp":-1e400}"#,
                r#"{"nbf":1e400}"#,
                r#"{"nbf":-1e400,"exp":1700002880}"#,
                r#"{"exp":1700002880.75}"#,
                r#"{"iat":1700000300,"exp":1700002880}"#,
                r#"{"iat":"1700000000","exp":1700002880}"#,
                r#"{"exp":"redacted by the sender"}"#,
                r#"{"exp":1,"exp":1700002880}"#,
                r#"{"sub":"u1","ex"#,
                "[1]",
            ],
        ),
        table(
            r#"{"leeway":60}"#,
            &[
                r#"{"exp":1699999941}"#,
                r#"{"exp":1699999940}"#,
                r#"{"exp":1699999000}"#,
                r#"{"exp":1700000000}"#,
                r#"{"nbf":1700000060,"exp":1700002880}"#,
                r#"{"nbf":1700000061,"exp":1700002880}"#,
                r#"{"iat":1700000060,"exp":1700002880}"#,
                r#"{"exp":1700002880}"#,
            ],
        ),
    ];
    expect![[r#"
        {}
          {"exp":1700002880}
            met: Expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
          {"nbf":1699998800,"exp":1700002880}
            met: Not before 20 minutes ago, expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
          {"nbf":1700000000,"exp":1700000001}
            met: Not before now, expires in 1 second. [`exp: 2023-11-14 22:13:21 UTC`]
          {"exp":1700000000}
            not-met: Expired just now. [`exp: 2023-11-14 22:13:20 UTC`]
          {"exp":1699999999}
            not-met: Expired 1 second ago. [`exp: 2023-11-14 22:13:19 UTC`]
          {"nbf":1700000001,"exp":1700002880}
            not-met: Not valid for another 1 second. [`nbf: 2023-11-14 22:13:21 UTC`]
          {"nbf":1700000600}
            not-met: Not valid for another 10 minutes. [`nbf: 2023-11-14 22:23:20 UTC`]
          {"nbf":1699998800}
            met: Not before 20 minutes ago. It has no `exp`: most libraries then take it at any time. [no `exp`]
          {}
            met: It has no `exp`: most libraries then take it at any time. [no `exp`]
          {"exp":"1700002880"}
            not-met: `exp` is a string, not a number: libraries refuse it or misread it.
          {"exp":null}
            not-met: `exp` is null, not a number: libraries refuse it or misread it.
          {"nbf":"x","exp":1700002880}
            not-met: `nbf` is a string, not a number: libraries refuse it or misread it.
          {"exp":1700002880000}
            met: Expires in 53,817 years. `exp` counts milliseconds, but libraries read seconds: the year 55,840. [`exp: +55840-12-12 06:13:20 UTC`]
          {"exp":1699999000000}
            met: Expires in 53,816 years. `exp` counts milliseconds, but libraries read seconds: the year 55,840. [`exp: +55840-10-28 08:26:40 UTC`]
          {"nbf":1699998800000,"exp":1700002880000}
            not-met: `nbf` counts milliseconds, but libraries read seconds: the year 55,840. [`nbf: +55840-10-26 00:53:20 UTC`]
          {"iat":1700000000,"exp":3600}
            not-met: `exp` is 3600: a number of seconds to last, not a time. As a time it is in the year 1970. [`exp: 1970-01-01 01:00:00 UTC`]
          {"exp":0}
            not-met: Expired 53 years 318 days ago. [`exp: 1970-01-01 00:00:00 UTC`]
          {"exp":-1}
            not-met: Expired 53 years 318 days ago. [`exp: 1969-12-31 23:59:59 UTC`]
          {"exp":1e400}
            met: Expires at a time later than any calendar reaches. [`exp: a time later than any calendar reaches`]
          {"exp":-1e400}
            not-met: `exp` is a time before any calendar begins. [`exp: a time before any calendar begins`]
          {"nbf":1e400}
            not-met: `nbf` is a time later than any calendar reaches. [`nbf: a time later than any calendar reaches`]
          {"nbf":-1e400,"exp":1700002880}
            met: Not before a time before any calendar begins, expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
          {"exp":1700002880.75}
            met: Expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
          {"iat":1700000300,"exp":1700002880}
            met: Expires in 48 minutes. `iat` lies in the future, which some libraries refuse. [`exp: 2023-11-14 23:01:20 UTC`]
          {"iat":"1700000000","exp":1700002880}
            met: Expires in 48 minutes. `iat` is a string, not a number, which some libraries refuse. [`exp: 2023-11-14 23:01:20 UTC`]
          {"exp":"redacted by the sender"}
            not-checked: Whoever shared it masked `exp`.
          {"exp":1,"exp":1700002880}
            met: Expires in 48 minutes. `exp` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`exp: 2023-11-14 23:01:20 UTC`]
          {"sub":"u1","ex
            not-checked: Its payload could not be read to the end.
          [1]
            not-met: Its payload is no JSON object, so it has no claims.

        {"leeway":60}
          {"exp":1699999941}
            met: Expired 59 seconds ago (the leeway is 1 minute). [`exp: 2023-11-14 22:12:21 UTC`]
          {"exp":1699999940}
            not-met: Expired 1 minute ago; the leeway is 1 minute. [`exp: 2023-11-14 22:12:20 UTC`]
          {"exp":1699999000}
            not-met: Expired 16 minutes 40 seconds ago; the leeway is 1 minute. [`exp: 2023-11-14 21:56:40 UTC`]
          {"exp":1700000000}
            met: Expired just now (the leeway is 1 minute). [`exp: 2023-11-14 22:13:20 UTC`]
          {"nbf":1700000060,"exp":1700002880}
            met: Not before 1 minute from now (the leeway is 1 minute), expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
          {"nbf":1700000061,"exp":1700002880}
            not-met: Not valid for another 1 minute 1 second; the leeway is 1 minute. [`nbf: 2023-11-14 22:14:21 UTC`]
          {"iat":1700000060,"exp":1700002880}
            met: Expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
          {"exp":1700002880}
            met: Expires in 48 minutes. [`exp: 2023-11-14 23:01:20 UTC`]
    "#]].assert_eq(&told.join("\n"));
}

#[test]
fn lifetimes() {
    let told = table(
        r#"{"longestLifetime":3600}"#,
        &[
            r#"{"iat":1700000000,"exp":1700003600}"#,
            r#"{"iat":1700000000,"exp":1700003601}"#,
            r#"{"iat":1700000000,"exp":1700086400}"#,
            r#"{"nbf":1700000000,"exp":1700001800}"#,
            r#"{"iat":1699990000,"nbf":1700000000,"exp":1700001800}"#,
            r#"{"iat":"x","nbf":1700000000,"exp":1700001800}"#,
            r#"{"exp":1700003600}"#,
            r#"{"iat":1700000000}"#,
            r#"{"iat":1700003600,"exp":1700000000}"#,
            r#"{"iat":1700000000,"exp":"1700003600"}"#,
            r#"{"iat":1700000000,"exp":1700003600000}"#,
            r#"{"iat":1700000000,"ex"#,
        ],
    );
    expect![[r#"
        {"longestLifetime":3600}
          {"iat":1700000000,"exp":1700003600}
            met: 1 hour from `iat` to `exp`. [1 hour from `iat` to `exp`]
          {"iat":1700000000,"exp":1700003601}
            not-met: 1 hour from `iat` to `exp`: 1 second too long. [1 hour from `iat` to `exp`]
          {"iat":1700000000,"exp":1700086400}
            not-met: 1 day from `iat` to `exp`: 23 hours too long. [1 day from `iat` to `exp`]
          {"nbf":1700000000,"exp":1700001800}
            met: 30 minutes from `nbf` to `exp`. [30 minutes from `nbf` to `exp`]
          {"iat":1699990000,"nbf":1700000000,"exp":1700001800}
            not-met: 3 hours 16 minutes from `iat` to `exp`: 2 hours 16 minutes too long. [3 hours 16 minutes from `iat` to `exp`]
          {"iat":"x","nbf":1700000000,"exp":1700001800}
            met: 30 minutes from `nbf` to `exp`. [30 minutes from `nbf` to `exp`]
          {"exp":1700003600}
            not-checked: It does not say when it begins: neither `iat` nor `nbf` is a time.
          {"iat":1700000000}
            not-met: It has no `exp`, so it lives for ever. [no `exp`]
          {"iat":1700003600,"exp":1700000000}
            not-checked: `exp` lies before `iat`, so it has no lifetime.
          {"iat":1700000000,"exp":"1700003600"}
            not-checked: `exp` is a string, not a number.
          {"iat":1700000000,"exp":1700003600000}
            not-met: 53,817 years 36 days from `iat` to `exp`: 53,817 years 36 days too long. [53,817 years 36 days from `iat` to `exp`]
          {"iat":1700000000,"ex
            not-checked: Its payload could not be read to the end.
    "#]].assert_eq(&told);
}

#[test]
fn a_token_without_exp_where_it_is_demanded() {
    let expectations = crate::json::read(r#"{"required":["exp"]}"#).expect("expectations");
    let answer = super::judge(&test_tokens::token_with("{}"), &expectations, super::KnownSignature::NotChecked, 0);
    assert_eq!(answer.sentence, "A service that expects this would refuse it: `exp` is missing.");
    let lines: Vec<_> =
        answer.lines.iter().map(|line| (line.kind.id(), line.outcome.id(), line.reason.as_deref())).collect();
    assert_eq!(
        lines,
        [
            ("time", "not-met", Some("It has no `exp`, which is expected.")),
            ("claim", "not-met", Some("It has no `exp`.")),
        ]
    );
}
