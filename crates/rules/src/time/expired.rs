//! A token whose `exp` has passed.

use guide::Question;
use inspect::time::{instants, numeric_date};
use inspect::validity::Status;

use crate::query::times;
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Record, Rule, Severity};

/// What services usually allow for clocks that differ, in seconds. RFC 7519 section 4.1.4: "a few minutes" at most.
pub(crate) const LEEWAY: i64 = 60;

pub(crate) static RECORD: Record = Record {
    id: "expired",
    severity: Severity::Error,
    title: "Expired",
    why: "Services must refuse a token from the moment of its `exp` on, so requests with it fail, usually with status 401.",
    advice: "Get a new token: use the refresh token if there is one, else sign in again.",
    references: &["RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let (Status::Expired, Some(exp)) = (evaluation.validity.status, evaluation.validity.expires_at) else {
        return Vec::new();
    };
    // A time in another unit and a duration have findings of their own.
    if numeric_date::likely_unit(exp).is_some() || evaluation.validity.expiry_meant().is_some() {
        return Vec::new();
    }
    let now = evaluation.now;
    let mut message = if exp == -numeric_date::MAXIMUM_SECONDS {
        "Expired before any calendar begins.".to_owned()
    } else {
        let relative = match instants::relative(exp, now).as_str() {
            "now" => "just now".to_owned(),
            relative => relative.to_owned(),
        };
        format!("Expired {relative} ({}){}.", instants::day_and_time(exp), times::origin(evaluation))
    };
    if now < exp.saturating_add(LEEWAY) {
        message.push_str(" Some services still accept it, within the usual leeway of 60 seconds.");
    }
    vec![Evidence::new(&RECORD, message, times::place(evaluation, "exp"))]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires_on_and_after_exp() {
        let message = "Expired just now (14 Nov 2023, 22:13:20 UTC). Some services still accept it, within the usual leeway of 60 seconds.";
        check(&RULE, &token_with(r#"{"exp":1700000000}"#), "expired", "/payload/exp", message);
        let message = "Expired 2 hours ago (14 Nov 2023, 20:13:20 UTC).";
        check(&RULE, &token_with(r#"{"exp":1699992800}"#), "expired", "/payload/exp", message);
    }

    #[test]
    fn reads_the_header_of_an_encrypted_token() {
        let of = |times: &str| {
            token_of(&format!("{}..AAAA.AAAA.AAAA", encode(format!(r#"{{"alg":"dir","enc":"A256GCM"{times}}}"#))))
        };
        let message = "Expired 2 hours ago (14 Nov 2023, 20:13:20 UTC), as its header says.";
        for times in [
            r#","exp":1699992800"#,
            r#","iat":1699990000,"exp":1699992800"#,
            r#","iat":1699990000,"uat":1699991000,"exp":1699992800"#,
            r#","exp":1,"exp":1699992800"#,
            r#","nbf":1699990000,"exp":1699992800,"iss":"i""#,
        ] {
            check(&RULE, &of(times), "expired", "/header/exp", message);
        }
        for times in ["", r#","exp":1700000001"#, r#","iat":1699990000"#, r#","exp":"1699992800""#] {
            check_quiet(&RULE, &of(times));
        }
        // In the header of a signed token it means nothing.
        check_quiet(&RULE, &crate::testing::token_from(r#"{"alg":"HS256","exp":1}"#, r#"{"exp":1700000001}"#));
    }

    #[test]
    fn is_quiet_before_exp_and_without_one() {
        for claims in [r#"{"exp":1700000001}"#, "{}", r#"{"exp":"1"}"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
