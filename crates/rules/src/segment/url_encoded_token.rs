//! A token that was copied out of a URL or a page.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "url-encoded-token",
    severity: Severity::Notice,
    title: "Encoded for a URL or a page",
    why: "The token was probably copied out of a URL. Tokens in URLs stay in histories and logs, and can reach other sites in the `Referer` header.",
    advice: "Send tokens in the `Authorization` header or in the body of a request.",
    references: &["RFC 6750 sections 2.3 and 5.3", "RFC 9700 section 4.3.2"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = evaluation.token.repairs.iter().find_map(|repair| match repair.id {
        "percent-encoding" => Some("The token is percent-encoded, as in a URL; it was decoded before reading."),
        "html-entities" => Some("The token is written with HTML entities; they were decoded before reading."),
        _ => None,
    });
    message.map(|message| Evidence::new(&RECORD, message, Place::default())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let text = token_with("{}").text;
        let message = "The token is percent-encoded, as in a URL; it was decoded before reading.";
        let token = token_of(&text.replace('.', "%2E"));
        check(&RULE, &token, "url-encoded-token", "", message);
        let message = "The token is written with HTML entities; they were decoded before reading.";
        check(&RULE, &token_of(&text.replace('.', "&#46;")), "url-encoded-token", "", message);
    }

    #[test]
    fn is_quiet_on_plain_ones() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of(&format!("https://a.example/?x=%2E&token={}", token_with("{}").text)));
    }
}
