//! Objects and arrays that are nested deeper than some parsers allow.

use crate::query::values::walk;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use decode::json::JsonKind;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "json-deep",
    severity: Severity::Warning,
    title: "Deeply nested JSON",
    why: "Parsers stop at different depths, and some crash or run out of memory before that.",
    advice: "Flatten the claims, and limit the depth in the parser that reads tokens.",
    references: &["RFC 8259 section 9"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

/// How many levels are ordinary.
const ORDINARY: usize = 32;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut deepest: Option<(usize, &Part)> = None;
    walk(evaluation.token, &mut |seen| {
        let levels = seen.depth + usize::from(matches!(seen.value.kind, JsonKind::Object(_) | JsonKind::Array(_)));
        if levels > deepest.map_or(ORDINARY, |(levels, _)| levels) {
            deepest = Some((levels, seen.part));
        }
    });
    // JSON that is deeper than this parser goes is an error with a finding of its own.
    let deepest = deepest.filter(|(_, part)| part.error().is_none());
    let evidence = |(levels, part): (usize, &Part)| {
        let message = format!("The {} is nested {levels} levels deep.", part.role.name());
        Evidence::new(&RECORD, message, Place::role(part.role))
    };
    deepest.map(evidence).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};
    use decode::Token;

    fn nested(levels: usize) -> Token {
        token_with(&format!("{{\"a\":{}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1)))
    }

    #[test]
    fn fires_beyond_what_is_ordinary() {
        check(&RULE, &nested(33), "json-deep", "/payload", "The payload is nested 33 levels deep.");
        check(&RULE, &nested(128), "json-deep", "/payload", "The payload is nested 128 levels deep.");
    }

    #[test]
    fn is_quiet_on_ordinary_ones_and_where_json_invalid_says_it() {
        check_quiet(&RULE, &nested(32));
        check_quiet(&RULE, &nested(129));
    }
}
