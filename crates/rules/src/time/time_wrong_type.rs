//! A time that is neither a number nor text.

use crate::query::times;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::json::Kind;
use decode::search;
use guide::Question;

pub(crate) static EXP_WRONG_TYPE: Record = Record {
    id: "exp-wrong-type",
    severity: Severity::Error,
    title: "A time of the wrong type",
    why: "A time must be a number. What a library does with anything else is anyone's guess.",
    advice: "Write seconds since 1970 as a JSON number.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static NBF_WRONG_TYPE: Record = Record {
    id: "nbf-wrong-type",
    severity: Severity::Error,
    title: "A time of the wrong type",
    why: "A time must be a number. What a library does with anything else is anyone's guess.",
    advice: "Write seconds since 1970 as a JSON number.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static IAT_WRONG_TYPE: Record = Record {
    id: "iat-wrong-type",
    severity: Severity::Error,
    title: "A time of the wrong type",
    why: "A time must be a number. What a library does with anything else is anyone's guess.",
    advice: "Write seconds since 1970 as a JSON number.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_WRONG_TYPE: Record = Record {
    id: "auth-time-wrong-type",
    severity: Severity::Error,
    title: "A time of the wrong type",
    why: "A time must be a number. What a library does with anything else is anyone's guess.",
    advice: "Write seconds since 1970 as a JSON number.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule =
    Rule { records: &[&EXP_WRONG_TYPE, &NBF_WRONG_TYPE, &IAT_WRONG_TYPE, &AUTH_TIME_WRONG_TYPE], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::members(evaluation)
        .filter(|(_, member)| !matches!(member.value.kind, Kind::Number | Kind::String(_)))
        .map(|(part, member)| {
            let rest = ["is ", member.value.type_name(), ", but must be a number of seconds since 1970."].concat();
            let mut evidence = times::evidence(RULE.by_id("time-wrong-type"), evaluation, part, member, &rest);
            evidence.record = RULE.by_id(&search::replaced(&[&member.name.text, "-wrong-type"].concat(), "_", "-"));
            evidence
        })
        .collect::<Vec<_>>()
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
