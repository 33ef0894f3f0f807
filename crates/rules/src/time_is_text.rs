//! A time that is text instead of a number.

use super::{Evidence, Rule, Severity, Evaluation, claims, times};
use inspect::numeric_date::{self, DateText};
use inspect::profile::Certainty;
use inspect::{calendar, display};

pub(super) const RULE: Rule = Rule {
    id: "time-is-text",
    title: "A time as text",
    severity: Severity::Error,
    why: "A time must be a number. Strict libraries refuse text; lax ones skip the check, so that the token never expires.",
    advice: "Write seconds since 1970 as a JSON number.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    members: "*-is-text:EWN",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::members(evaluation)
        .filter_map(|(part, member)| {
            let text = member.value.as_str()?;
            let shown = display::capped(text, 40);
            let rest = match numeric_date::read_text(text) {
                Some(DateText::Number(date)) => {
                    format!(
                        "is text (`{shown}`), but must be a number. As one it would mean {}.",
                        calendar::day_and_time(date.seconds)
                    )
                }
                Some(DateText::Date(seconds)) => {
                    format!("is a date as text (`{shown}`), but must be seconds since 1970, here {seconds}.")
                }
                None => format!("is text (`{shown}`), but must be a number of seconds since 1970."),
            };
            let mut evidence = times::evidence(evaluation, part, member, &rest);
            evidence.severity = (member.name.text == "auth_time").then(|| of_auth_time(evaluation));
            evidence.id = Some([&member.name.text, "-is-text"].concat().replace('_', "-"));
            Some(evidence)
        })
        .collect::<Vec<_>>()
}

/// OpenID Connect Core 1.0 section 2 defines it, for kinds of token that this may not be. AD FS writes a date.
fn of_auth_time(evaluation: &Evaluation) -> Severity {
    let profile = &evaluation.description.profile;
    let is_bound = matches!(profile.id, "oauth-access-token" | "oidc-id-token");
    match claims::issuer(evaluation) {
        "adfs" => Severity::Notice,
        _ if is_bound && profile.certainty == Certainty::Stated => Severity::Error,
        _ => Severity::Warning,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, findings, token_from, token_with};
    use super::*;

    #[test]
    fn says_what_it_would_mean() {
        let message =
            "`exp` is text (`1700003500`), but must be a number. As one it would mean 14 Nov 2023, 23:11:40 UTC.";
        check("time-is-text", &token_with(r#"{"exp":"1700003500"}"#), "exp-is-text", "/payload/exp", message);
        let message =
            "`iat` is a date as text (`2023-11-14T23:11:40Z`), but must be seconds since 1970, here 1700003500.";
        check("time-is-text", &token_with(r#"{"iat":"2023-11-14T23:11:40Z"}"#), "iat-is-text", "/payload/iat", message);
        let message = "`nbf` is text (`soon`), but must be a number of seconds since 1970.";
        check("time-is-text", &token_with(r#"{"nbf":"soon"}"#), "nbf-is-text", "/payload/nbf", message);
    }

    #[test]
    fn is_milder_where_the_claim_may_be_another() {
        let severity = |typ: &str, claims: &str| {
            let token = token_from(&[r#"{"alg":"RS256","typ":""#, typ, "\"}"].concat(), claims);
            findings(&token).into_iter().find(|it| it.id == "auth-time-is-text").map(|it| it.severity)
        };
        let date = r#"{"auth_time":"2023-11-14T22:00:00.000Z"}"#;
        assert_eq!(severity("at+jwt", date), Some(Severity::Error));
        assert_eq!(severity("JWT", date), Some(Severity::Warning));
        let adfs = r#"{"iss":"http://adfs.example/adfs/services/trust","auth_time":"2023-11-14T22:00:00.000Z"}"#;
        assert_eq!(severity("JWT", adfs), Some(Severity::Notice));
    }

    #[test]
    fn is_quiet_on_numbers_and_on_other_claims() {
        check_quiet("time-is-text", &token_with(r#"{"exp":1,"sub":"1700003500"}"#));
    }
}
