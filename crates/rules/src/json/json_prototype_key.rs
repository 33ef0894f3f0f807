//! A name that changes the prototype of JavaScript objects.

use crate::query::values::{Seen, by_value};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "json-prototype-key",
    severity: Severity::Warning,
    title: "Name that changes JavaScript objects",
    why: "JavaScript code that merges this object into another one can change every object in the program (prototype pollution). An attacker can then give everybody a role, for example.",
    advice: "Copy the claims that you need by name, and do not merge claims into other objects.",
    references: &["CWE-1321"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen: &Seen| {
        let member = seen.named()?;
        // `constructor` is an ordinary word. Only `constructor.prototype` leads to the prototype.
        let leads_there = match member.name.text.as_str() {
            "__proto__" => true,
            "constructor" => member.value.member("prototype").is_some(),
            _ => false,
        };
        let message = || format!("{} can change other objects in JavaScript code that merges claims.", seen.subject());
        leads_there.then(|| seen.evidence(&RECORD, message()))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_both_ways() {
        let message = "`__proto__` can change other objects in JavaScript code that merges claims.";
        let token = token_with(r#"{"a":{"__proto__":{"admin":true}}}"#);
        check(&RULE, &token, "json-prototype-key", "/payload/a", message);
        let message = "`constructor` can change other objects in JavaScript code that merges claims.";
        let token = token_with(r#"{"constructor":{"prototype":{"admin":true}}}"#);
        check(&RULE, &token, "json-prototype-key", "/payload/constructor", message);
    }

    #[test]
    fn is_quiet_on_the_words() {
        check_quiet(&RULE, &token_with(r#"{"constructor":"McLaren","prototype":{"x":1},"a":"__proto__","proto":1}"#));
    }
}
