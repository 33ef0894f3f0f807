//! Text that a careless page or query would run.

use crate::query::values::{Seen, by_value};
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::Role;
use guide::Question;

pub(crate) static MARKUP_IN_CLAIM: Record = Record {
    id: "markup-in-claim",
    severity: Severity::Notice,
    title: "Text that can act as code",
    why: "What stands in a claim may have been typed by anyone. A page that shows it as it is, makes a link of it, or builds a query from it would run it.",
    advice: "Escape claims wherever they are shown, and make links of https addresses alone.",
    references: &["CWE-79", "CWE-89", "CWE-1336"],
    guide: Question::Decoded,
};

pub(crate) static DANGEROUS_URL: Record = Record {
    id: "dangerous-url",
    severity: Severity::Warning,
    title: "Text that can act as code",
    why: "What stands in a claim may have been typed by anyone. A page that shows it as it is, makes a link of it, or builds a query from it would run it.",
    advice: "Escape claims wherever they are shown, and make links of https addresses alone.",
    references: &["CWE-79", "CWE-89", "CWE-1336"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { records: &[&MARKUP_IN_CLAIM, &DANGEROUS_URL], check };

/// Beginnings of addresses that no link should have, in lower case.
const SCHEMES: [&str; 6] = ["javascript:", "vbscript:", "data:text/html", "data:image/svg", "file:/", "blob:http"];

/// What markup, templates and SQL that was broken into look like, in lower case.
const CODE: [&str; 14] =
    ["<script", "<img", "<svg", "<iframe", "<%", "{{", "{%", "${", "' or '", "' or 1", "' union ", "';", "'--", "' --"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen: &Seen| {
        let text = seen.text().filter(|_| matches!(seen.part.role, Role::Payload | Role::Disclosure))?;
        let text = text.text.as_str();
        if let Some(scheme) = scheme(text) {
            let message = [&seen.subject(), " is a `", scheme, "` link, which can harm whoever follows it."];
            let mut evidence = seen.evidence(RULE.by_id("markup-in-claim"), message.concat());
            evidence.record = RULE.by_id("dangerous-url");
            evidence.severity = Severity::Warning;
            return Some(evidence);
        }
        let code = code(text.as_bytes())?;
        Some(seen.evidence(
            RULE.by_id("markup-in-claim"),
            [&seen.subject(), " holds what looks like code: `", code, "`."].concat(),
        ))
    })
}

/// As browsers read it: without control characters and spaces before it, and without line ends and tabs within. WHATWG
/// URL section 4.4.
fn scheme(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches(|letter| letter <= ' ');
    if !text.starts_with(['j', 'J', 'v', 'V', 'd', 'D', 'f', 'F', 'b', 'B']) {
        return None;
    }
    let is_it = |scheme: &&&str| {
        let mut bytes = text.bytes().filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r'));
        scheme.bytes().all(|wanted| bytes.next().is_some_and(|byte| byte.eq_ignore_ascii_case(&wanted)))
    };
    SCHEMES.iter().find(is_it).copied()
}

fn code(bytes: &[u8]) -> Option<&'static str> {
    let begins = |at: usize| {
        let is_here = |code: &&&str| {
            let here = bytes.get(at..at + code.len()).unwrap_or_default();
            here.eq_ignore_ascii_case(code.as_bytes())
        };
        CODE.iter().find(is_here).copied()
    };
    bytes.iter().enumerate().find_map(|(at, byte)| match byte {
        b'<' | b'{' | b'$' | b'\'' => begins(at),
        b'=' => is_handler(bytes.get(..at)?).then_some("on…="),
        _ => None,
    })
}

/// Whether it ends on an attribute such as `onclick`.
fn is_handler(before: &[u8]) -> bool {
    let start = before.iter().rposition(|byte| !byte.is_ascii_alphabetic());
    let (gap, name) = before.split_at_checked(start.map_or(0, |start| start + 1)).unwrap_or_default();
    let is_apart = gap.last().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'"' | b'\'' | b'/'));
    is_apart && name.len() > 5 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"on"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_of, token_with};

    #[test]
    fn warns_of_links_that_run() {
        for (picture, scheme) in [
            ("javascript:alert(1)", "javascript:"),
            (" \\u0001Java\\tScript:x", "javascript:"),
            ("DATA:text/html;base64,AA", "data:text/html"),
            ("file:///etc/passwd", "file:/"),
        ] {
            let message = ["`picture` is a `", scheme, "` link, which can harm whoever follows it."].concat();
            let token = token_with(&["{\"picture\":\"", picture, "\"}"].concat());
            check(&RULE, &token, "dangerous-url", "/payload/picture", &message);
        }
    }

    #[test]
    fn fires_on_code() {
        for (name, code) in [
            ("Ann <SCRIPT>alert(1)</script>", "<script"),
            ("{{7*7}}", "{{"),
            ("${jndi:ldap://x}", "${"),
            ("x' OR '1'='1", "' or '"),
            ("x\\\" onMouseOver=alert(1)", "on…="),
        ] {
            let message = ["`name` holds what looks like code: `", code, "`."].concat();
            let token = token_with(&["{\"a\":{\"name\":\"", name, "\"}}"].concat());
            check(&RULE, &token, "markup-in-claim", "/payload/a", &message);
        }
        let token = token_of(&[&token_from(r#"{"alg":"ES256"}"#, "{}").text, "~WyJzYWx0IiwiYSIsIjxzdmc-Il0~"].concat());
        let message = "A value of the disclosure holds what looks like code: `<svg`.";
        check(&RULE, &token, "markup-in-claim", "/disclosure", message);
    }

    #[test]
    fn is_quiet_on_people_and_addresses() {
        for name in [
            "Seán O'Brien",
            "Ann <ann@example.com>",
            "data:image/png;base64,AA==",
            "https://a.example/?one=1&only=2",
            "blob:read file: b",
            "a < b, 5 $ = 4 €, {x}",
            "once=1 on=2",
            "日本<語'",
        ] {
            check_quiet(&RULE, &token_with(&["{\"name\":\"", name, "\"}"].concat()));
        }
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","kid":"' or '1"}"#, "{}"));
    }

    #[test]
    fn knows_each_beginning_and_each_sign() {
        let found = |text: &str| {
            let token = token_with(&["{\"a\":\"x", "\",\"name\":\"", text, "\"}"].concat());
            let found = crate::testing::findings(&token);
            let found = found.into_iter().filter(|finding| crate::testing::is_of(&RULE, &finding));
            found.map(|finding| (finding.id().to_owned(), finding.severity)).collect::<Vec<_>>()
        };
        let dangerous = [("dangerous-url".to_owned(), super::Severity::Warning)];
        for scheme in ["javascript:", "vbscript:", "data:text/html", "data:image/svg", "file:/", "blob:http"] {
            assert_eq!(found(scheme), dangerous, "{scheme}");
            assert_eq!(found(&scheme[..scheme.len() - 1]), [], "{scheme}");
        }
        for code in [
            "<script",
            "<img",
            "<svg",
            "<iframe",
            "<%",
            "{{",
            "{%",
            "${",
            "' or '",
            "' or 1",
            "' union ",
            "';",
            "'--",
            "' --",
            " ondrag=",
            "\\tondrag=",
            "\\nondrag=",
            "\\\"ondrag=",
            "'ondrag=",
            "/ondrag=",
        ] {
            assert_eq!(found(&["x", code].concat()).len(), 1, "{code}");
        }
        for text in ["x ondra=", "ondrag=", "x-ondrag=", "x indrag=", "x ondrag"] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
