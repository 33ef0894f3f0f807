//! A time that is neither a number nor text.

use super::{Evidence, Rule, Severity, Evaluation, times};
use decode::json::Kind;

pub(super) const RULE: Rule = Rule {
    id: "time-wrong-type",
    title: "A time of the wrong type",
    severity: Severity::Error,
    why: "A time must be a number. What a library does with anything else is anyone's guess.",
    advice: "Write seconds since 1970 as a JSON number.",
    references: &["RFC 7519 section 2"],
    members: "*-wrong-type:E",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::members(evaluation)
        .filter(|(_, member)| !matches!(member.value.kind, Kind::Number | Kind::String(_)))
        .map(|(part, member)| {
            let rest = ["is ", member.value.type_name(), ", but must be a number of seconds since 1970."].concat();
            let mut evidence = times::evidence(evaluation, part, member, &rest);
            evidence.id = Some([&member.name.text, "-wrong-type"].concat().replace('_', "-"));
            evidence
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn names_the_type() {
        let message = "`exp` is null, but must be a number of seconds since 1970.";
        check("time-wrong-type", &token_with(r#"{"exp":null}"#), "exp-wrong-type", "/payload/exp", message);
    }

    #[test]
    fn is_quiet_on_numbers_and_text() {
        check_quiet("time-wrong-type", &token_with(r#"{"exp":1,"iat":"x","active":true}"#));
    }
}
