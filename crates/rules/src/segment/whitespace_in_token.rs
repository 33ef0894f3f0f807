//! Line breaks, spaces or invisible characters inside the token.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "whitespace-in-token",
    severity: Severity::Warning,
    title: "White space inside the token",
    why: "Line breaks, spaces and invisible characters may not stand inside a token. They were removed to read it here, but a server refuses the text as it was pasted.",
    advice: "Copy the token again without line wrapping before you send it anywhere.",
    references: &["RFC 7515 sections 2 and 7.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

/// The ids of the repairs, and what they removed.
const REMOVED: [(&str, &str); 4] = [
    ("line-breaks", "line breaks"),
    ("written-out-line-breaks", "written-out line breaks (`\\n`)"),
    ("spaces", "spaces"),
    ("invisible-characters", "invisible characters"),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // In JSON white space between the values is allowed.
    if evaluation.token.format.is_json() {
        return Vec::new();
    }
    let is_done = |id: &str| evaluation.token.repairs.iter().any(|repair| repair.id == id);
    let removed: Vec<&str> = REMOVED.into_iter().filter(|(id, _)| is_done(id)).map(|(_, what)| what).collect();
    let message = || format!("The text has {} inside the token: a server refuses it like that.", removed.join(" and "));
    (!removed.is_empty()).then(|| Evidence::new(&RECORD, message(), Place::default())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let text = token_with(r#"{"sub":"1234567890","name":"somebody"}"#).text;
        let (start, end) = text.split_at(64);
        let message = "The text has line breaks inside the token: a server refuses it like that.";
        let token = token_of(&format!("{start}\n{end}"));
        check(&RULE, &token, "whitespace-in-token", "", message);
        let message = "The text has invisible characters inside the token: a server refuses it like that.";
        let token = token_of(&format!("{start}\u{200B}{end}"));
        check(&RULE, &token, "whitespace-in-token", "", message);
    }

    #[test]
    fn is_quiet_on_whole_ones_and_on_blanks_around() {
        let text = token_with("{}").text;
        check_quiet(&RULE, &token_of(&text));
        check_quiet(&RULE, &token_of(&format!("\n  Bearer {text} \n")));
        check_quiet(
            &RULE,
            &token_of("{\n \"payload\": \"e30\",\n \"protected\":\"eyJhbGciOiJIUzI1NiJ9\", \"signature\":\"AA\"}"),
        );
    }
}
