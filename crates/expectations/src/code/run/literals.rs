//! Texts of the reader's as string literals: nothing in them ends the literal, or hides in it.

/// JavaScript: ECMAScript 2025, section 12.9.4.
pub(super) fn javascript(text: &str) -> String {
    quoted(text, &['"', '\\'], braced)
}

/// Rust: the Rust Reference, "String literals".
pub(super) fn rust(text: &str) -> String {
    quoted(text, &['"', '\\'], braced)
}

/// Ruby: `#` before `{`, `$` or `@` begins an interpolation.
pub(super) fn ruby(text: &str) -> String {
    quoted(text, &['"', '\\', '#'], braced)
}

/// Python: the Python Language Reference, section 2.4.1.
pub(super) fn python(text: &str) -> String {
    quoted(text, &['"', '\\'], |character| match u32::from(character) {
        code @ ..=0xFFFF => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    })
}

fn braced(character: char) -> String {
    format!("\\u{{{:x}}}", u32::from(character))
}

/// What is neither ASCII nor a letter or digit is written by its number, so that no direction mark or line end stays.
fn quoted(text: &str, with_backslash: &[char], by_number: impl Fn(char) -> String) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            _ if with_backslash.contains(&character) => literal.extend(['\\', character]),
            ' '..='~' => literal.push(character),
            _ if character.is_alphanumeric() => literal.push(character),
            _ => literal.push_str(&by_number(character)),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_literal_but_its_quote() {
        let hostile = "\"; process.exit()//\n\\\r\u{2028}\u{202e}${x}#{x}é{}😀";
        assert_eq!(javascript(hostile), r##""\"; process.exit()//\u{a}\\\u{d}\u{2028}\u{202e}${x}#{x}é{}\u{1f600}""##);
        assert_eq!(javascript(hostile), rust(hostile));
        assert_eq!(ruby(hostile), r##""\"; process.exit()//\u{a}\\\u{d}\u{2028}\u{202e}${x}\#{x}é{}\u{1f600}""##);
        assert_eq!(python(hostile), r##""\"; process.exit()//\u000a\\\u000d\u2028\u202e${x}#{x}é{}\U0001f600""##);
    }
}
