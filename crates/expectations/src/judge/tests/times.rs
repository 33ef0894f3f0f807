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
    expect![[r#""#]].assert_eq(&told.join("\n"));
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
    expect![[r#""#]].assert_eq(&told);
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
