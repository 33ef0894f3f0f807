//! A name that differs from another one only in its case.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::Member;
use decode::{Part, Token};
use guide::Question;
use inspect::display;

pub(crate) static RECORD: Record = Record {
    id: "json-case-variant-key",
    severity: Severity::Warning,
    title: "Name in another case",
    why: "Names are case-sensitive, but some readers ignore the case, such as Go's `encoding/json`. One service then uses a value that another one does not see.",
    advice: "Write names exactly as they are defined, and refuse names that differ only in case.",
    references: &["RFC 7519 section 10.1.1", "RFC 7515 section 4"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

/// What verifiers act on. RFC 7519 section 4.1, RFC 7515 section 4.1, RFC 7516 section 4.1, RFC 7797 section 3.
const CLAIMS: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];
const HEADER_PARAMETERS: [&str; 12] =
    ["alg", "enc", "zip", "jku", "jwk", "kid", "x5u", "x5c", "typ", "cty", "crit", "b64"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let of_header =
        headers::of_token(evaluation.token).flat_map(|part| of_part(evaluation.token, part, &HEADER_PARAMETERS));
    let of_payload = evaluation.token.payload().into_iter().flat_map(|part| of_part(evaluation.token, part, &CLAIMS));
    of_header.chain(of_payload).take(LIMIT).collect()
}

fn of_part(token: &Token, part: &Part, defined: &[&'static str]) -> Vec<Evidence> {
    let mut members: Vec<&Member> = part.members().iter().collect();
    members.sort_by_cached_key(|member| member.name.text.to_ascii_lowercase());
    members
        .chunk_by(|a, b| a.name.text.eq_ignore_ascii_case(&b.name.text))
        .filter_map(|group| of_group(token, part, group, defined))
        .collect()
}

/// The evidence on members whose names differ in nothing but their case.
fn of_group(token: &Token, part: &Part, group: &[&Member], defined: &[&'static str]) -> Option<Evidence> {
    let first = *group.first()?;
    let (odd, other) = match group.iter().copied().find(|member| member.name.text != first.name.text) {
        // The defined name is the right one, whichever comes first.
        Some(other) if defined.contains(&other.name.text.as_str()) => (first, other.name.text.as_str()),
        Some(other) => (other, first.name.text.as_str()),
        None => (first, *defined.iter().find(|name| name.eq_ignore_ascii_case(&first.name.text))?),
    };
    let name = display::quoted(&odd.name.text, 80);
    let message = format!("{name} differs from {} in case alone.", display::quoted(other, 80));
    (odd.name.text != other).then(|| Evidence::new(&RECORD, message, Place::member(token, part, odd)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires_on_two_names_and_on_one_that_is_defined_otherwise() {
        let message = "`Sub` differs from `sub` in case alone.";
        for claims in [r#"{"sub":"a","Sub":"b"}"#, r#"{"Sub":"b","sub":"a"}"#, r#"{"Sub":"b"}"#] {
            check(&RULE, &token_with(claims), "json-case-variant-key", "/payload/Sub", message);
        }
        let message = "`userid` differs from `userId` in case alone.";
        let token = token_with(r#"{"userId":1,"x":0,"userid":2}"#);
        check(&RULE, &token, "json-case-variant-key", "/payload/userid", message);
        let message = "`Alg` differs from `alg` in case alone.";
        let token = token_from(r#"{"alg":"HS256","Alg":"none"}"#, "{}");
        check(&RULE, &token, "json-case-variant-key", "/header/Alg", message);
    }

    #[test]
    fn is_quiet_on_names_used_twice_and_on_names_of_no_meaning() {
        check_quiet(&RULE, &token_with(r#"{"sub":"a","sub":"b"}"#));
        check_quiet(&RULE, &token_with(r#"{"Name":"a","a":{"x":1},"A1":{"X":1},"KID":1}"#));
    }
}
