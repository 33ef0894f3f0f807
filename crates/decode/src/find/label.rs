//! The label of a token, from the text before it.

use super::text_before::{TextBefore, trim_wrapper};

/// The labels that say nothing of where a token stood.
const GENERIC: [&str; 3] = ["token", "Bearer token", "DPoP-bound token"];

/// Whether a label is generic: it does not tell where the token stood.
pub(crate) fn is_generic(label: &str) -> bool {
    GENERIC.contains(&label)
}

/// The name that stands before the token in the words of its place, such as `cookie session`, or else the scheme's
/// label, or else `token`.
pub(super) fn label(before: &TextBefore) -> String {
    let scheme = before.scheme.map(|(label, _)| label);
    let Some(mut name) = before.name else { return scheme.unwrap_or("token").to_owned() };
    let mut line = before.line;
    if name == "value"
        && let Some((outer, named)) = har_name(line)
    {
        name = named;
        line = outer;
        if name.eq_ignore_ascii_case("cookie") {
            return "cookie".to_owned();
        }
        if har_list(line) == Some("cookies") {
            return format!("cookie {name}");
        }
    }
    if name == "value"
        && let Some(named) = name_beside_value(line).filter(|named| !named.is_empty() && named.len() <= 64)
    {
        return named.to_owned();
    }
    if is_in_cookie(line) {
        return format!("cookie {name}");
    }
    if name.eq_ignore_ascii_case("authorization") || name.eq_ignore_ascii_case("dpop") {
        let capital = if name.eq_ignore_ascii_case("dpop") { "DPoP" } else { "Authorization" };
        return format!("{capital} header");
    }
    let begins_line =
        line.trim_end_matches(['>', '<', ' ', '\'', '"', '*']).ends_with(['\n', 'H']) || line.trim().is_empty();
    if begins_line && name.contains('-') && !name.contains(['_', '.']) {
        return format!("{name} header");
    }
    if name.starts_with("http:") || name.starts_with("https:") {
        return scheme.unwrap_or("token").to_owned();
    }
    name.to_owned()
}

/// The name `X` of `"name": "X", "value":`, as in the header, cookie and query lists of a HAR file, and the text before
/// `"name"`. `line` ends before `"value"`.
fn har_name(line: &str) -> Option<(&str, &str)> {
    let rest = trim_wrapper(line.trim_end_matches(['"', '\\', ' ', '\n', '\t', '\r']).strip_suffix(',')?);
    let start = rest.rfind(['"', '\\'])? + 1;
    let name = rest.get(start..)?;
    let outer = trim_wrapper(rest.get(..start)?);
    let named = trim_wrapper(outer.strip_suffix(':')?);
    let outer = named.strip_suffix("name").or(named.strip_suffix("key"))?;
    Some((outer, name))
}

/// The name `X` of `key="X" value="`, as in XML, or of `name: X` on the line before `value:`, as in YAML. `line` ends
/// before `value`.
fn name_beside_value(line: &str) -> Option<&str> {
    let line = line.trim_end();
    if let Some(quoted) = line.strip_suffix('"') {
        let (before, name) = quoted.rsplit_once('"')?;
        let is_named = ["key=", "name=", "id=", "Key=", "Name="].iter().any(|attribute| before.ends_with(attribute));
        return Some(name).filter(|_| is_named);
    }
    let (_, last) = line.rsplit_once('\n').unwrap_or(("", line));
    let name = last.trim_start().trim_start_matches("- ").strip_prefix("name:")?;
    Some(name.trim().trim_matches(['"', '\'']))
}

/// Which list of a HAR entry the text ends in.
fn har_list(line: &str) -> Option<&'static str> {
    ["cookies", "headers", "queryString"]
        .into_iter()
        .filter_map(|list| line.rfind(list).map(|at| (at, list)))
        .max()
        .map(|(_, list)| list)
}

/// Whether the text ends inside the value of a `Cookie` or `Set-Cookie` header field or of curl's option `-b`.
fn is_in_cookie(line: &str) -> bool {
    let line = line.rsplit(['\n', '\r']).next().unwrap_or_default();
    let line = line.rfind("\\n").and_then(|at| line.get(at + 2..)).unwrap_or(line);
    let lower = line.to_ascii_lowercase();
    let cookie = ["cookie:", "cookie\",\"value\":", "cookie\", \"value\":", "--cookie ", "-b '", "-b \"", "cookie'"]
        .iter()
        .filter_map(|start| lower.rfind(start).map(|at| at + start.len()))
        .max();
    // A closing quote or the next `-H` ends that value.
    cookie.is_some_and(|start| {
        let value = lower.get(start..).unwrap_or_default();
        !value.contains(" -h ") && !value.trim_start_matches([' ', '"', '\'']).contains(['"', '\''])
    })
}
