//! Text that a careless page or query would run as code.

use decode::Role;
use guide::Question;

use crate::query::values::{Seen, by_value};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// How addresses begin that no link should have, in lower case.
const SCHEMES: [&str; 6] = ["javascript:", "vbscript:", "data:text/html", "data:image/svg", "file:/", "blob:http"];

/// Signs of markup, templates and SQL injection, in lower case.
const CODE: [&str; 14] =
    ["<script", "<img", "<svg", "<iframe", "<%", "{{", "{%", "${", "' or '", "' or 1", "' union ", "';", "'--", "' --"];

pub(crate) static MARKUP_IN_CLAIM: Record = Record {
    id: "markup-in-claim",
    severity: Severity::Notice,
    title: "Text that looks like code",
    why: "Users can often choose what stands in a claim. A page that inserts it unescaped, or a query or template that is built from it, would run it.",
    advice: "Escape claims wherever you display them, and pass them to queries as parameters.",
    references: &["CWE-79", "CWE-89", "CWE-1336"],
    guide: Question::Decoded,
};

pub(crate) static DANGEROUS_URL: Record = Record {
    id: "dangerous-url",
    severity: Severity::Warning,
    title: "Link that can run code",
    why: "A page that makes a link or a picture of this address lets it run script in the page or open local files.",
    advice: "Allow only https addresses in links, and show anything else as plain text.",
    references: &["CWE-79"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Claims, records: &[&MARKUP_IN_CLAIM, &DANGEROUS_URL], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen: &Seen| {
        let text = seen.text().filter(|_| matches!(seen.part.role, Role::Payload | Role::Disclosure))?;
        let text = text.text.as_str();
        let subject = seen.subject();
        if let Some(scheme) = scheme(text) {
            let message = format!("{subject} is a `{scheme}` link, which can harm whoever follows it.");
            return Some(seen.evidence(&DANGEROUS_URL, message));
        }
        let code = code(text.as_bytes())?;
        Some(seen.evidence(&MARKUP_IN_CLAIM, format!("{subject} holds what looks like code: `{code}`.")))
    })
}

/// Reads the scheme as browsers do: they skip control characters and spaces at the beginning, and line ends and tabs
/// anywhere. WHATWG URL section 4.4.
fn scheme(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches(|letter| letter <= ' ');
    if !text.starts_with(['j', 'J', 'v', 'V', 'd', 'D', 'f', 'F', 'b', 'B']) {
        return None;
    }
    let begins_with = |scheme: &&&str| {
        let mut bytes = text.bytes().filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r'));
        scheme.bytes().all(|wanted| bytes.next().is_some_and(|byte| byte.eq_ignore_ascii_case(&wanted)))
    };
    SCHEMES.iter().find(begins_with).copied()
}

fn code(bytes: &[u8]) -> Option<&'static str> {
    let code_at = |at: usize| {
        let is_here = |code: &&&str| {
            let here = bytes.get(at..at + code.len()).unwrap_or_default();
            here.eq_ignore_ascii_case(code.as_bytes())
        };
        CODE.iter().find(is_here).copied()
    };
    bytes.iter().enumerate().find_map(|(at, byte)| match byte {
        b'<' | b'{' | b'$' | b'\'' => code_at(at),
        b'=' => ends_in_handler(bytes.get(..at)?).then_some("on…="),
        _ => None,
    })
}

/// Whether the text ends in the name of an event handler, such as `onclick`.
fn ends_in_handler(before: &[u8]) -> bool {
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
            let found = found.into_iter().filter(|finding| crate::testing::is_of(&RULE, finding));
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
