//! Words that mix letters of alphabets that look alike.

use decode::Role;
use guide::Question;
use inspect::display;

use crate::query::values::by_value;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// Claims that say who somebody is or what they may do.
const IDENTITIES: [&str; 7] = ["iss", "sub", "aud", "azp", "client_id", "role", "roles"];

pub(crate) static RECORD: Record = Record {
    id: "mixed-script",
    severity: Severity::Notice,
    title: "Look-alike letters",
    why: "Latin, Greek and Cyrillic have letters that look the same, so one name can pass for another: an `аdmin` with a Cyrillic first letter is not `admin`.",
    advice: "Compare the exact characters. In the issuer, refuse names that mix alphabets in one word.",
    references: &["Unicode Technical Standard 39 section 5"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen| {
        if let Some(member) = seen.named().filter(|member| is_mixed(&member.name.text)) {
            let name = display::quoted(&member.name.text, 80);
            return Some(
                seen.evidence_on_name(&RECORD, format!("The name {name} mixes letters of alphabets that look alike.")),
            );
        }
        let text = seen.text().map(|text| text.text.as_str())?;
        let name = seen.member.map_or("", |member| member.name.text.as_str());
        let is_identity = seen.part.role == Role::Payload && seen.depth <= 2 && IDENTITIES.contains(&name);
        let what = if !is_identity {
            return None;
        } else if has_encoded_host(text) {
            "has a host name that encodes other letters (`xn--`)"
        } else if is_mixed(text) {
            "mixes letters of alphabets that look alike"
        } else {
            return None;
        };
        Some(seen.evidence(&RECORD, format!("`{name}` {what}: {}.", display::quoted(text, 80))))
    })
}

/// Whether a Latin letter and one that is Greek or Cyrillic stand in one word.
fn is_mixed(text: &str) -> bool {
    !text.is_ascii()
        && text.split(|character: char| !character.is_alphabetic()).any(|word| {
            word.contains(|letter: char| letter.is_ascii_alphabetic())
                && word.contains(|letter: char| matches!(letter, '\u{370}'..='\u{52F}'))
        })
}

/// RFC 5890 section 2.3.2.1: a label that begins with `xn--` is the ASCII form of a name in other letters.
fn has_encoded_host(text: &str) -> bool {
    let host = text.split_once("://").and_then(|(_, rest)| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.split('.').any(|label| label.to_ascii_lowercase().starts_with("xn--")))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_names_identities_and_hosts() {
        let message = "The name `rоle` mixes letters of alphabets that look alike.";
        check(&RULE, &token_with("{\"r\u{43E}le\":1}"), "mixed-script", "/payload/rоle", message);
        let message = "`roles` mixes letters of alphabets that look alike: `аdmin`.";
        check(&RULE, &token_with("{\"roles\":[\"\u{430}dmin\"]}"), "mixed-script", "/payload/roles", message);
        let message = "`iss` has a host name that encodes other letters (`xn--`): `https://login.xn--pple-43d.com/`.";
        let token = token_with(r#"{"iss":"https://login.xn--pple-43d.com/"}"#);
        check(&RULE, &token, "mixed-script", "/payload/iss", message);
    }

    #[test]
    fn is_quiet_on_words_of_one_alphabet() {
        let claims =
            r#"{"sub":"Иван Smith","aud":["Ωmega"],"name":"аdmin","имя":1,"iss":"https://a.example/xn--a","größe":1}"#;
        check_quiet(&RULE, &token_with(&claims.replace("Ωmega", "Ωμέγα")));
    }

    #[test]
    fn looks_at_each_identity_but_not_deeper() {
        let found = |claims: &str| crate::testing::found_by(&RULE, &token_with(claims)).len();
        for name in ["iss", "sub", "aud", "azp", "client_id", "role", "roles"] {
            assert_eq!(found(&["{\"", name, "\":\"\u{430}dmin\"}"].concat()), 1, "{name}");
            assert_eq!(found(&["{\"x", name, "\":\"\u{430}dmin\"}"].concat()), 0, "{name}");
        }
        assert_eq!(found("{\"a\":{\"sub\":\"\u{430}dmin\"}}"), 1);
        assert_eq!(found("{\"a\":{\"b\":{\"sub\":\"\u{430}dmin\"}}}"), 0);
        for (letter, count) in [('\u{2AF}', 0), ('\u{370}', 1), ('\u{52F}', 1), ('\u{531}', 0)] {
            assert_eq!(found(&format!("{{\"sub\":\"a{letter}\"}}")), count, "{letter}");
        }
    }
}
