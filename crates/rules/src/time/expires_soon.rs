//! A token that is about to expire.

use guide::Question;
use inspect::jose::kinds::TokenKind;
use inspect::time::instants;
use inspect::validity::Status;

use crate::query::times;
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Place, Record, Rule, Severity};

/// Five minutes count as soon, if at least half of the lifetime has passed.
const SOON: i64 = 300;
/// One minute counts as soon where the lifetime is unknown.
const MINUTE: i64 = 60;
/// The last tenth of a lifetime counts as soon, but never more than a day.
const DAY: i64 = 86_400;

pub(crate) static RECORD: Record = Record {
    id: "expires-soon",
    severity: Severity::Notice,
    title: "Expires soon",
    why: "Requests sent after `exp` are refused, so work that takes longer fails halfway.",
    advice: "Renew the token before you start anything long.",
    references: &["RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let Some((part, member, exp)) = times::sensible(evaluation, "exp") else { return Vec::new() };
    let now = evaluation.now;
    let left = exp.saturating_sub(now);
    let lifetime = evaluation.validity.lifetime().and_then(|lifetime| i64::try_from(lifetime).ok());
    let is_soon = match lifetime {
        None => left <= MINUTE,
        Some(lifetime) => left <= SOON && left <= lifetime / 2 || left <= DAY && left <= lifetime / 10,
    };
    // Assertions are sent once, right after they were made.
    let is_sent_once =
        matches!(evaluation.description.profile.kind, TokenKind::ClientAssertion | TokenKind::JwtBearerGrant);
    if is_sent_once || evaluation.validity.status != Status::Active || !is_soon {
        return Vec::new();
    }
    let message = format!("Expires {}.", instants::relative(exp, now));
    vec![Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member))]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_in_the_last_minutes_and_the_last_tenth() {
        let message = "Expires in 1 minute.";
        check(&RULE, &token_with(r#"{"exp":1700000060}"#), "expires-soon", "/payload/exp", message);
        let message = "Expires in 5 minutes.";
        let token = token_with(r#"{"iat":1699996700,"exp":1700000300}"#);
        check(&RULE, &token, "expires-soon", "/payload/exp", message);
        let message = "Expires in 2 hours.";
        let token = token_with(r#"{"nbf":1699922240,"exp":1700008640}"#);
        check(&RULE, &token, "expires-soon", "/payload/exp", message);
    }

    #[test]
    fn is_quiet_before_and_after() {
        for claims in [
            r#"{"exp":1700000061}"#,
            r#"{"iss":"c","sub":"c","aud":"a","jti":"j","exp":1700000030}"#,
            r#"{"iss":"i","sub":"s","aud":"https://a.example/token","iat":1699999900,"exp":1700000030}"#,
            r#"{"exp":1700000000}"#,
            r#"{"iat":1699999999,"exp":1700000299}"#,
            r#"{"nbf":1699922239,"exp":1700008641}"#,
            r#"{"iat":1500000000,"exp":1700086401}"#,
            r#"{"nbf":1700000100,"exp":1700000200}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
