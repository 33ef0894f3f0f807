//! A header parameter that must be a string but is not.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static KID_NOT_STRING: Record = Record {
    id: "kid-not-string",
    severity: Severity::Error,
    title: "Key ID is not a string",
    why: "`kid` must be a string. Some libraries refuse the token, others convert the value and look up another key than was meant.",
    advice: "Put the key ID into quotes where the token is made.",
    references: &["RFC 7515 section 4.1.4"],
    guide: Question::Keys,
};

pub(crate) static TYP_NOT_STRING: Record = Record {
    id: "typ-not-string",
    severity: Severity::Error,
    title: "Type is not a string",
    why: "`typ` must be a string. A service that tells kinds of tokens apart by it refuses the token or skips the check.",
    advice: "Write `typ` as a string where the token is made, such as `\"JWT\"`.",
    references: &["RFC 7515 section 4.1.9"],
    guide: Question::Profiles,
};

pub(crate) static CTY_NOT_STRING: Record = Record {
    id: "cty-not-string",
    severity: Severity::Error,
    title: "Content type is not a string",
    why: "`cty` must be a string. A reader cannot tell from this value how the payload is to be read.",
    advice: "Write `cty` as a string where the token is made, or leave it out.",
    references: &["RFC 7515 section 4.1.10"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Header,
    records: &[&KID_NOT_STRING, &TYP_NOT_STRING, &CTY_NOT_STRING],
    check: Check::Once(check),
};

/// RFC 7515 sections 4.1.4, 4.1.9 and 4.1.10.
const PARAMETERS: [(&str, &Record); 3] = [("kid", &KID_NOT_STRING), ("typ", &TYP_NOT_STRING), ("cty", &CTY_NOT_STRING)];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    PARAMETERS
        .into_iter()
        .flat_map(|(name, record)| {
            headers::parameters(evaluation, name).map(move |(part, member)| (record, part, member))
        })
        .filter(|(_, _, member)| member.value.as_str().is_none())
        .map(|(record, part, member)| {
            let message = format!("`{}` must be a string, but is {}.", member.name.text, member.value.type_name());
            headers::evidence(record, evaluation, part, member, message)
        })
        .take(LIMIT)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_on_other_types() {
        let message = "`kid` must be a string, but is a number.";
        let token = token_from(r#"{"alg":"HS256","kid":1}"#, "{}");
        check(&RULE, &token, "kid-not-string", "/header/kid", message);
        let message = "`typ` must be a string, but is null.";
        let token = token_from(r#"{"alg":"HS256","typ":null}"#, "{}");
        check(&RULE, &token, "typ-not-string", "/header/typ", message);
    }

    #[test]
    fn is_quiet_on_strings() {
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","kid":"","typ":"JWT"}"#, r#"{"kid":1}"#));
    }
}
