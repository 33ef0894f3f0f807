//! Characters in names and values that are invisible or change the direction of the text.

use guide::Question;
use inspect::display::{self, Glyphs};

use crate::query::values::by_value;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// How many characters are named.
const SHOWN: usize = 5;

pub(crate) static RECORD: Record = Record {
    id: "invisible-characters",
    severity: Severity::Warning,
    title: "Invisible characters",
    why: "The text looks like another text but is not the same: people see one value and programs compare another.",
    advice: "Compare the characters, not their look. In the issuer, refuse such characters in names.",
    references: &["Unicode Standard Annex 9", "Unicode Technical Standard 39", "CVE-2021-42574"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen| {
        let in_name = seen.named().map_or(Vec::new(), |member| marks(&member.name.text));
        let is_of_name = !in_name.is_empty();
        let (what, marks) = if is_of_name { ("The name ", in_name) } else { ("", marks(&seen.text()?.text)) };
        if marks.is_empty() {
            return None;
        }
        let more = if marks.len() > SHOWN { ", …" } else { "" };
        let shown = marks.get(..SHOWN).unwrap_or(&marks).join(", ");
        let subject = seen.subject();
        let message = format!("{what}{subject} holds invisible or direction-changing characters: {shown}{more}.");
        Some(if is_of_name { seen.evidence_on_name(&RECORD, message) } else { seen.evidence(&RECORD, message) })
    })
}

/// The names of such characters, each once, except those that the spelling of a language needs.
fn marks(text: &str) -> Vec<String> {
    let mut marks = Vec::new();
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return marks;
    }
    let mut before = '\0';
    for glyphs in display::visible(text) {
        match glyphs {
            Glyphs::Text(text) => before = text.chars().next_back().unwrap_or(before),
            Glyphs::Mark(name) if !marks.contains(&name) && !is_spelling(before, &name) => marks.push(name),
            Glyphs::Mark(_) => {}
        }
        if marks.len() > SHOWN {
            break;
        }
    }
    marks
}

/// Persian and the scripts of India join and part letters (Unicode Standard Annex 31 section 2.3), Mongolian letters
/// and Han characters have variants, and some systems end lines with two characters.
fn is_spelling(before: char, mark: &str) -> bool {
    match mark {
        "U+000D" => true,
        "U+200C" | "U+200D" | "U+180B" | "U+180C" | "U+180D" | "U+180E" => matches!(before, '\u{600}'..='\u{1CFF}'),
        _ if mark.starts_with("U+FE0") || mark.starts_with("U+E01") => matches!(before, '\u{2E80}'..='\u{3FFFF}'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires_on_values_and_names() {
        let seed = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiYWxpY2VcdTIwMmVuaW1kYSJ9.91x49Lsho8LGQvI-7D1WnMUURVGRXkKHGxqmPEoIjxA";
        let message = "`name` holds invisible or direction-changing characters: U+202E.";
        check(&RULE, &token_of(seed), "invisible-characters", "/payload/name", message);
        let message = "The name `ad⟨U+200B⟩min` holds invisible or direction-changing characters: U+200B.";
        let token = token_with("{\"a\":[{\"ad\u{200B}min\":1}]}");
        check(&RULE, &token, "invisible-characters", "/payload/a", message);
        let message =
            "`a` holds invisible or direction-changing characters: U+200B, U+200C, U+200D, U+200E, U+200F, ….";
        let token = token_with("{\"a\":\"\u{200B}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\"}");
        check(&RULE, &token, "invisible-characters", "/payload/a", message);
    }

    #[test]
    fn is_quiet_on_spelling() {
        for text in
            ["Grüße 张三 عربي", "line\\r\\nline\\ttab", "👩‍💻 ❤️ 1️⃣", "می\u{200C}خواهم", "क्\u{200D}ष", "葛\u{E0100}城"]
        {
            check_quiet(&RULE, &token_with(&["{\"name\":\"", text, "\"}"].concat()));
        }
    }

    #[test]
    fn knows_what_spelling_asks_for() {
        let found = |text: &str| {
            let token = token_with(&["{\"name\":\"", text, "\"}"].concat());
            crate::testing::found_by(&RULE, &token).len()
        };
        for mark in ['\u{200C}', '\u{200D}', '\u{180B}', '\u{180C}', '\u{180D}', '\u{180E}'] {
            assert_eq!(found(&['\u{628}', mark, '\u{628}'].iter().collect::<String>()), 0, "{mark:?}");
            assert_eq!(found(&['a', mark, 'b'].iter().collect::<String>()), 1, "{mark:?}");
        }
        assert_eq!(found("\u{6F22}\u{FE00}"), 0);
        assert_eq!(found("a\u{FE00}"), 1);
    }
}
