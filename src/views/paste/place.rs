//! Where a token would stand in a text that has none.

/// So much of a long text is looked through, in bytes.
const LOOKED_THROUGH: usize = 64 * 1024;

/// Names beside which tokens stand, as they are looked for and as they are written.
const NAMES: [(&str, &str); 6] = [
    ("authorization", "Authorization"),
    ("access_token", "access_token"),
    ("id_token", "id_token"),
    ("refresh_token", "refresh_token"),
    ("set-cookie", "Set-Cookie"),
    ("cookie", "Cookie"),
];

/// Schemes of the Authorization header that carry no token.
const NO_TOKENS: [&str; 6] = ["basic", "digest", "negotiate", "ntlm", "hawk", "aws4-hmac-sha256"];

/// A name beside which a token would stand, and what stands there instead.
#[derive(Debug, PartialEq, Eq)]
pub struct MissingToken<'t> {
    pub name: &'static str,
    /// Without quotation marks and the word `Bearer`.
    pub instead: &'t str,
}

/// The first such place by the order of the names.
pub fn place(text: &str) -> Option<MissingToken<'_>> {
    let text = text.get(..text.floor_char_boundary(LOOKED_THROUGH)).unwrap_or(text);
    let lower = text.to_ascii_lowercase();
    NAMES.iter().find_map(|(name, written)| {
        let behind = |(at, _): (usize, &str)| {
            let is_whole = !lower.get(..at)?.ends_with(|before: char| before.is_ascii_alphanumeric() || before == '-');
            let value = value(text.get(at + name.len()..)?).filter(|_| is_whole)?;
            Some(MissingToken { name: written, instead: value })
        };
        lower.match_indices(name).find_map(behind)
    })
}

/// What is set behind a name: `: value`, `="value"`, `\": \"value`. None where nothing is set, or something else than a token.
fn value(behind: &str) -> Option<&str> {
    let is_around = |c: char| matches!(c, '"' | '\'' | '\\' | ' ');
    let value = behind.trim_start_matches(is_around).strip_prefix([':', '='])?.trim_start_matches(is_around);
    let end = value.find(['"', '\'', '\\', '\n', '\r', ',', ';', '&', '}']).unwrap_or(value.len());
    let value = value.get(..end)?.trim();
    let (scheme, rest) = value.split_once(' ').unwrap_or((value, ""));
    if NO_TOKENS.iter().any(|other| scheme.eq_ignore_ascii_case(other)) {
        return None;
    }
    Some(if scheme.eq_ignore_ascii_case("bearer") { rest.trim() } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_stands_in_the_place_of_a_token() {
        for (text, name, instead) in [
            ("headers: { Authorization: 'Bearer [redacted]' }", "Authorization", "[redacted]"),
            ("GET / HTTP/1.1\nauthorization: Bearer ***\n", "Authorization", "***"),
            (r#"{"access_token": null}"#, "access_token", "null"),
            (r#"{\"id_token\":\"<hidden>\"}"#, "id_token", "<hidden>"),
            ("access_token=&state=1", "access_token", ""),
            ("Authorization: Bearer $TOKEN", "Authorization", "$TOKEN"),
            ("Cookie: session=abc; theme=dark", "Cookie", "session=abc"),
            ("set-cookie: sid=; Path=/", "Set-Cookie", "sid="),
            ("-H 'Authorization: Bearer'", "Authorization", ""),
        ] {
            assert_eq!(place(text), Some(MissingToken { name, instead }), "{text}");
        }
    }

    #[test]
    fn is_quiet_where_no_token_would_stand() {
        for text in [
            "",
            "hello",
            "the authorization code was wrong",
            "Authorization: Basic dXNlcjpwYXNz",
            "authorization = Digest username=\"u\"",
            "x-authorization: yes",
            "We use cookies. Cookie policy",
            "my_cookie_jar",
        ] {
            assert_eq!(place(text), None, "{text}");
        }
    }
}
