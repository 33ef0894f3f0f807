//! A token whose end is missing.

use crate::{Check, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "truncated-token",
    severity: Severity::Error,
    title: "Cut off",
    why: "Terminals, log viewers, spreadsheets and database columns cut long texts. The end is lost, including the signature.",
    advice: "Copy the whole token again from its source.",
    references: &["RFC 7515 section 7.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.is_cut {
        let message = "The token is cut off: its JSON ends before its last brace.";
        return vec![Evidence::new(&RECORD, message, Place::default())];
    }
    let Some(part) = evaluation.token.cut_part() else { return Vec::new() };
    let whole = part.members().len();
    let names = match part.role {
        Role::Header => "header parameters",
        _ => "claims",
    };
    let read = match whole {
        0 => format!("no {names} could be read"),
        1 => format!("1 of the {names} could still be read"),
        _ => format!("{whole} {names} could still be read"),
    };
    let place = Place::at(evaluation.token, part);
    vec![Evidence::new(&RECORD, format!("The token is cut off in its {}; {read}.", part.role.name()), place)]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires_on_a_cut_payload_or_header() {
        let token = token_of(&format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(r#"{"sub":"u","name":"Gra"#)));
        let message = "The token is cut off in its payload; 1 of the claims could still be read.";
        check(&RULE, &token, "truncated-token", "/payload", message);
        let token = token_of(&encode(r#"{"alg":"RS256","kid":"1","ty"#));
        let message = "The token is cut off in its header; 2 header parameters could still be read.";
        check(&RULE, &token, "truncated-token", "/header", message);
    }

    #[test]
    fn is_quiet_on_whole_ones_and_on_damage_in_the_middle() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_with(r#"{"sub":"#));
    }

    #[test]
    fn fires_on_json_that_stops() {
        let whole = format!(r#"{{"payload":"e30","protected":"{}","signature":"AAAA"}}"#, encode(r#"{"alg":"RS256"}"#));
        let message = "The token is cut off: its JSON ends before its last brace.";
        for cut in [1, 4, 18] {
            let token = token_of(&whole[..whole.len() - cut]);
            check(&RULE, &token, "truncated-token", "", message);
        }
        check_quiet(&RULE, &token_of(&whole));
    }
}
