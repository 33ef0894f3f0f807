//! What stands in the place of a token where a program or a person put none: `Bearer undefined`, `token={{token}}`.

use super::{CharacterClass, beginning_of, is_made_of};
use decode::Note;

/// No placeholder is longer, in characters.
const LONGEST: usize = 80;

/// What comes before a token: a scheme, a header, a parameter or member.
const NAMES: [&str; 3] = ["bearer", "authorization", "token"];

/// What languages write where a value is absent.
const ABSENT: [&str; 6] = ["undefined", "null", "None", "nil", "(null)", "<nil>"];

/// The note on a text that has a placeholder where the token belongs, or is one.
pub(super) fn note(text: &str) -> Option<Note> {
    let text = beginning_of(text);
    let whole = text.trim_matches(|c: char| c.is_whitespace() || "\"'`,;".contains(c));
    let lower = text.to_ascii_lowercase();
    let behind_names = || {
        NAMES.iter().find_map(|name| {
            lower.match_indices(name).find_map(|(at, _)| {
                let before = lower.get(..at)?;
                let behind = text.get(at + name.len()..)?;
                let behind = behind.get(..behind.floor_char_boundary(LONGEST))?;
                if *name == "bearer" { said_behind_scheme(before, behind) } else { said_of(assigned(behind)?) }
            })
        })
    };
    Some(Note::new("token-placeholder", said_of(whole).or_else(behind_names)?))
}

/// What is said of what follows `Bearer`.
fn said_behind_scheme(before: &str, behind: &str) -> Option<String> {
    if before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let value = up_to_end(behind);
    let is_header = before.trim_end_matches([' ', '"', '\'', ':', '=']).ends_with("authorization");
    // In a program, the token is added behind the quote.
    let rest = behind.get(value.len()..).unwrap_or_default().trim_start_matches(['"', '\'', '`', '\\', ' ']);
    let is_joined = rest.starts_with(['+', '.', '%', '&']);
    if value.trim().is_empty() && is_header && !is_joined && !before.ends_with("authorization") {
        let said = "There is no token after `Bearer`: the variable that holds it was probably empty or not set.";
        return Some(said.to_owned());
    }
    said_of(value.strip_prefix("%20").or_else(|| value.strip_prefix([' ', '+']))?.trim())
}

/// The value that is given to a name: `=undefined`, `: undefined`, `": "undefined"`. The `null` of JSON is a value.
fn assigned(behind: &str) -> Option<&str> {
    let unquoted = behind.trim_start_matches(['"', '\'']);
    let value = unquoted.strip_prefix([':', '='])?.trim_start_matches(' ');
    let is_json_null = unquoted.len() < behind.len() && value.starts_with("null");
    (!is_json_null).then(|| up_to_end(value.trim_start_matches(['"', '\''])).trim())
}

/// A value without what follows it on its line.
fn up_to_end(behind: &str) -> &str {
    behind.split(['\n', '\r', '"', '\'', '`', ',', ';', '&', '\\']).next().unwrap_or(behind)
}

/// What is said of a value that is no token. A bracket or full stop after it does not belong to it.
fn said_of(value: &str) -> Option<String> {
    if value.len() > LONGEST {
        return None;
    }
    std::iter::successors(Some(value), |value| value.strip_suffix(['}', ')', ']', '>', '.'])).find_map(said_exactly)
}

fn said_exactly(value: &str) -> Option<String> {
    if ABSENT.contains(&value) {
        return Some(format!(
            "The word `{value}` stands where the token belongs: the variable was not set when the request was made."
        ));
    }
    match value {
        "[object Object]" => {
            return Some(
                "`[object Object]` stands where the token belongs: an object was made into text, and not the token that is in it."
                    .to_owned(),
            );
        }
        "[object Promise]" => {
            return Some(
                "`[object Promise]` stands where the token belongs: a promise was made into text before it gave the token."
                    .to_owned(),
            );
        }
        _ => {}
    }
    let between = |start: &str, end: &str| value.strip_prefix(start)?.strip_suffix(end);
    let name = between("{{", "}}")
        .or_else(|| between("${{", "}}"))
        .or_else(|| between("${", "}"))
        .or_else(|| between("%", "%"))
        .or_else(|| value.strip_prefix("$env:"))
        .or_else(|| value.strip_prefix('$'))?
        .trim();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.split('.').all(|part| !part.is_empty() && is_made_of(part, CharacterClass::Base64url));
    is_name.then(|| {
        format!(
            "`{value}` stands where the token belongs: it is the name of a variable, and was not replaced by its value."
        )
    })
}
