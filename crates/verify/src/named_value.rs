//! A value with its name, as files of settings have them: `NAME=value`, `export NAME='value'`, `name: "value",`.

/// What is told where the value alone is the secret. The name is not repeated: what stands there may be part of a secret.
pub(crate) const UNNAMED: &str =
    "It fits without the name before the secret: only the value behind the `=` or `:` is the secret.";

/// What may stand before a name: in shells, in PowerShell, in a Dockerfile and in a list of YAML.
const BEFORE: [&str; 5] = ["export ", "set ", "$env:", "ENV ", "- "];

/// So many bytes of a line are looked through for the end of its name.
const LONGEST_NAME: usize = 100;

/// The name of a line, and where its value begins.
pub(crate) fn name_of(line: &str) -> Option<(&str, usize)> {
    let start = BEFORE.iter().find(|word| line.starts_with(**word)).map_or(0, |word| word.len());
    let behind = line.get(start..)?;
    let length = behind.bytes().take(LONGEST_NAME).position(|byte| matches!(byte, b'=' | b':'))?;
    let name = behind.get(..length)?.trim();
    let name = unquoted(name).unwrap_or(name);
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    // Base64 ends in `=`.
    let is_value = behind.get(length + 1..).is_some_and(|value| !value.trim_start_matches('=').trim().is_empty());
    (is_name && !name.is_empty() && is_value).then_some((name, start + length + 1))
}

/// The values that a text with a name may mean, the likeliest first: without quotes and a comment behind, then with them.
pub(crate) fn values(text: &str) -> Vec<&str> {
    let Some(value) = name_of(text).and_then(|(_, at)| text.get(at..)) else { return Vec::new() };
    let value = value.trim();
    let bare = value.trim_end_matches([',', ';']);
    let is_comment = |at: &usize| bare.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
    let comment = bare.match_indices('#').map(|(at, _)| at).find(is_comment);
    let uncommented = comment.and_then(|at| bare.get(..at)).unwrap_or(bare).trim_end();
    let mut values = Vec::new();
    for value in [unquoted(uncommented), Some(uncommented), unquoted(bare), Some(bare), Some(value)] {
        values.extend(value.filter(|value| !value.is_empty() && !values.contains(value)));
    }
    values
}

pub(crate) fn unquoted(text: &str) -> Option<&str> {
    ['"', '\'', '`'].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_files_of_settings_have_them() {
        for line in [
            "AUTH_SECRET=a b",
            "export AUTH_SECRET='a b'",
            "AUTH_SECRET = \"a b\"",
            "AUTH_SECRET=\"a b\" # Added by a tool: \"x\".",
            "AUTH_SECRET=a b\t# made in 2026",
            "ENV AUTH_SECRET=`a b`",
            "set AUTH_SECRET=a b",
            "$env:AUTH_SECRET = 'a b';",
            "- AUTH_SECRET=a b",
            "AUTH_SECRET: 'a b'",
            "'AUTH_SECRET': 'a b',",
            "\"AUTH_SECRET\": \"a b\",",
        ] {
            assert_eq!(values(line)[0], "a b", "{line}");
        }
        assert_eq!(values("A='b#c' # d,"), ["b#c", "'b#c'", "'b#c' # d", "'b#c' # d,"]);
        assert_eq!(values("A='b #c'"), ["'b", "b #c", "'b #c'"]);
    }

    #[test]
    fn what_has_no_name_has_no_value() {
        for text in ["", "=", "A=", "A= ", "A:", "=b", "YWJj=", "YWI==", "a b=c", "\u{e4}=c", "https//x", "export "] {
            assert_eq!(values(text), [""; 0], "{text:?}");
        }
    }
}
