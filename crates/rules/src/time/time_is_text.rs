//! A time that is text instead of a number.

use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise::Certainty;
use inspect::time::date_text::DateText;
use inspect::time::{date_text, instants};

use crate::query::{claims, times};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static EXP_IS_TEXT: Record = Record {
    id: "exp-is-text",
    severity: Severity::Error,
    title: "Expiry as text",
    why: "`exp` must be a number. Strict libraries refuse the token; lax ones skip the check, as if it had no expiry time.",
    advice: "Write `exp` as a JSON number of seconds since 1970, without quotes.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) static NBF_IS_TEXT: Record = Record {
    id: "nbf-is-text",
    severity: Severity::Error,
    title: "Start as text",
    why: "`nbf` must be a number. Strict libraries refuse the token; lax ones skip the check and accept it too early.",
    advice: "Write `nbf` as a JSON number of seconds since 1970, without quotes.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) static IAT_IS_TEXT: Record = Record {
    id: "iat-is-text",
    severity: Severity::Error,
    title: "Time of issue as text",
    why: "`iat` must be a number. Strict libraries refuse the token; lax ones cannot tell how old it is.",
    advice: "Write `iat` as a JSON number of seconds since 1970, without quotes.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IS_TEXT: Record = Record {
    id: "auth-time-is-text",
    severity: Severity::Error,
    title: "Time of sign-in as text",
    why: "`auth_time` must be a number. A client that gets text cannot compare it with `max_age`, and so cannot tell whether the user must sign in again.",
    advice: "Write `auth_time` as a JSON number of seconds since 1970, without quotes.",
    references: &["RFC 7519 section 2", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Times,
    records: &[&EXP_IS_TEXT, &NBF_IS_TEXT, &IAT_IS_TEXT, &AUTH_TIME_IS_TEXT],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::members(evaluation)
        .filter_map(|(part, member)| {
            let text = member.value.as_str()?;
            let shown = display::quoted(text, 40);
            let rest = match date_text::read_text(text) {
                Some(DateText::Number(date)) => {
                    let meant = instants::day_and_time(date.seconds);
                    format!("is text ({shown}), but must be a number. As one it would mean {meant}.")
                }
                Some(DateText::Date(seconds)) => {
                    format!("is a date as text ({shown}), but must be seconds since 1970, here {seconds}.")
                }
                None => format!("is text ({shown}), but must be a number of seconds since 1970."),
            };
            let record = times::record(RULE.records, member, "-is-text")?;
            let evidence = times::evidence(record, evaluation, part, member, &rest);
            let is_sign_in = member.name.text == "auth_time";
            Some(if is_sign_in { evidence.with_severity(of_auth_time(evaluation)) } else { evidence })
        })
        .collect()
}

/// OpenID Connect Core 1.0 section 2 defines `auth_time` for ID tokens; in other kinds of tokens it need not follow that
/// definition. AD FS always writes a date.
fn of_auth_time(evaluation: &Evaluation) -> Severity {
    let profile = &evaluation.description.profile;
    let is_bound = matches!(profile.kind, TokenKind::OauthAccessToken | TokenKind::OidcIdToken);
    match claims::issuer(evaluation) {
        Some(KnownIssuer::Adfs) => Severity::Notice,
        _ if is_bound && profile.certainty == Certainty::Stated => Severity::Error,
        _ => Severity::Warning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, token_from, token_with};

    #[test]
    fn says_what_it_would_mean() {
        let message =
            "`exp` is text (`1700003500`), but must be a number. As one it would mean 14 Nov 2023, 23:11:40 UTC.";
        check(&RULE, &token_with(r#"{"exp":"1700003500"}"#), "exp-is-text", "/payload/exp", message);
        let message =
            "`iat` is a date as text (`2023-11-14T23:11:40Z`), but must be seconds since 1970, here 1700003500.";
        check(&RULE, &token_with(r#"{"iat":"2023-11-14T23:11:40Z"}"#), "iat-is-text", "/payload/iat", message);
        let message = "`nbf` is text (`soon`), but must be a number of seconds since 1970.";
        check(&RULE, &token_with(r#"{"nbf":"soon"}"#), "nbf-is-text", "/payload/nbf", message);
    }

    #[test]
    fn is_milder_where_the_claim_may_be_another() {
        let severity = |typ: &str, claims: &str| {
            let token = token_from(&[r#"{"alg":"RS256","typ":""#, typ, "\"}"].concat(), claims);
            findings(&token).into_iter().find(|it| it.id() == "auth-time-is-text").map(|it| it.severity)
        };
        let date = r#"{"auth_time":"2023-11-14T22:00:00.000Z"}"#;
        assert_eq!(severity("at+jwt", date), Some(Severity::Error));
        assert_eq!(severity("JWT", date), Some(Severity::Warning));
        let adfs = r#"{"iss":"http://adfs.example/adfs/services/trust","auth_time":"2023-11-14T22:00:00.000Z"}"#;
        assert_eq!(severity("JWT", adfs), Some(Severity::Notice));
    }

    #[test]
    fn is_quiet_on_numbers_and_on_other_claims() {
        check_quiet(&RULE, &token_with(r#"{"exp":1,"sub":"1700003500"}"#));
    }
}
