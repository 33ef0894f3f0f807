//! A time that is neither a number nor text.

use decode::json::JsonKind;
use guide::Question;

use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static EXP_WRONG_TYPE: Record = Record {
    id: "exp-wrong-type",
    severity: Severity::Error,
    title: "Expiry is not a number",
    why: "`exp` must be a number. Some libraries refuse the token, others treat it as one without an expiry time.",
    advice: "Write `exp` as a JSON number of seconds since 1970, or leave it out.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) static NBF_WRONG_TYPE: Record = Record {
    id: "nbf-wrong-type",
    severity: Severity::Error,
    title: "Start is not a number",
    why: "`nbf` must be a number. Some libraries refuse the token, others accept it at any time.",
    advice: "Write `nbf` as a JSON number of seconds since 1970, or leave it out.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) static IAT_WRONG_TYPE: Record = Record {
    id: "iat-wrong-type",
    severity: Severity::Error,
    title: "Time of issue is not a number",
    why: "`iat` must be a number. Some libraries refuse the token, others cannot tell how old it is.",
    advice: "Write `iat` as a JSON number of seconds since 1970, or leave it out.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_WRONG_TYPE: Record = Record {
    id: "auth-time-wrong-type",
    severity: Severity::Error,
    title: "Time of sign-in is not a number",
    why: "`auth_time` must be a number. A client cannot compare anything else with `max_age`.",
    advice: "Write `auth_time` as a JSON number of seconds since 1970, or leave it out.",
    references: &["RFC 7519 section 2", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Times,
    records: &[&EXP_WRONG_TYPE, &NBF_WRONG_TYPE, &IAT_WRONG_TYPE, &AUTH_TIME_WRONG_TYPE],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::members(evaluation)
        .filter(|(_, member)| !matches!(member.value.kind, JsonKind::Number | JsonKind::String(_)))
        .filter_map(|(part, member)| {
            let rest = format!("is {}, but must be a number of seconds since 1970.", member.value.type_name());
            let record = times::record(RULE.records, member, "-wrong-type")?;
            Some(times::evidence(record, evaluation, part, member, &rest))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn names_the_type() {
        let message = "`exp` is null, but must be a number of seconds since 1970.";
        check(&RULE, &token_with(r#"{"exp":null}"#), "exp-wrong-type", "/payload/exp", message);
    }

    #[test]
    fn is_quiet_on_numbers_and_text() {
        check_quiet(&RULE, &token_with(r#"{"exp":1,"iat":"x","active":true}"#));
    }
}
