//! Texts as the strings of several languages. Whatever stands in a text, it stays one string on one line.

use std::fmt::Write;

/// A character that stands for itself: visible ASCII and the space, and letters and digits of every script.
/// What cannot be seen, what turns the direction of writing and what combines is escaped.
fn is_plain(character: char) -> bool {
    matches!(character, ' '..='~') || (!character.is_ascii() && character.is_alphanumeric())
}

/// Each character that is not plain, as `escape` writes it.
fn escaped(text: &str, escape: impl Fn(&mut String, char), marks: &[char]) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    for character in text.chars() {
        match character {
            mark if marks.contains(&mark) => written.extend(['\\', mark]),
            plain if is_plain(plain) => written.push(plain),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            other => escape(&mut written, other),
        }
    }
    written
}

/// In double quotes, with the escapes that Go, C#, YAML and TOML have in common: `\uXXXX` and `\UXXXXXXXX`.
/// Go: "Rune literals"; C#: section 6.4.5.6; YAML 1.2.2: section 5.7; TOML 1.0: "String".
pub(super) fn double_quoted(text: &str) -> String {
    let escape = |written: &mut String, character: char| {
        let code = u32::from(character);
        // Nothing can fail to be written into a string.
        let _ = if code > 0xFFFF { write!(written, "\\U{code:08x}") } else { write!(written, "\\u{code:04x}") };
    };
    format!("\"{}\"", escaped(text, escape, &['"', '\\']))
}

/// In double quotes. Java reads `\uXXXX` before it looks for the end of a string (JLS section 3.3), so ASCII characters are
/// escaped in octal (section 3.10.7).
pub(super) fn java(text: &str) -> String {
    let escape = |written: &mut String, character: char| {
        if character.is_ascii() {
            let _ = write!(written, "\\{:03o}", u32::from(character));
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(written, "\\u{unit:04x}");
            }
        }
    };
    format!("\"{}\"", escaped(text, escape, &['"', '\\']))
}

/// In single quotes, in which PHP knows `\'` and `\\` alone; in double quotes where a character needs an escape.
/// PHP manual, "Strings".
pub(super) fn php(text: &str) -> String {
    if text.chars().all(is_plain) {
        return format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    }
    let escape = |written: &mut String, character: char| {
        let _ = write!(written, "\\u{{{:x}}}", u32::from(character));
    };
    format!("\"{}\"", escaped(text, escape, &['"', '\\', '$']))
}

/// A pattern for exactly this text, for a string in double quotes: nginx keeps `\x` as it stands (`ngx_conf_file.c`), and
/// PCRE reads it as the byte.
pub(super) fn nginx_pattern(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 8);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'/' | b':' | b'@' | b'%' | b'=' | b'&' | b'~' => {
                written.push(char::from(byte));
            }
            b'.' => written.push_str("\\."),
            other => {
                let _ = write!(written, "\\x{other:02x}");
            }
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text, and how it is written: in common, in Java, in PHP, as a pattern of nginx.
    const HOSTILE: [[&str; 5]; 11] = [
        ["api://x-1_2", r#""api://x-1_2""#, r#""api://x-1_2""#, "'api://x-1_2'", "api://x-1_2"],
        [r#"a"b'c"#, r#""a\"b'c""#, r#""a\"b'c""#, r#"'a"b\'c'"#, r"a\x22b\x27c"],
        [r"a\", r#""a\\""#, r#""a\\""#, r"'a\\'", r"a\x5c"],
        [r"\u0022", r#""\\u0022""#, r#""\\u0022""#, r"'\\u0022'", r"\x5cu0022"],
        ["a\nb\r\t", r#""a\nb\r\t""#, r#""a\nb\r\t""#, r#""a\nb\r\t""#, r"a\x0ab\x0d\x09"],
        [
            "$a ${b} {$c}",
            r#""$a ${b} {$c}""#,
            r#""$a ${b} {$c}""#,
            "'$a ${b} {$c}'",
            r"\x24a\x20\x24\x7bb\x7d\x20\x7b\x24c\x7d",
        ],
        ["\n$a", r#""\n$a""#, r#""\n$a""#, r#""\n\$a""#, r"\x0a\x24a"],
        ["\0\u{7f}1", r#""\u0000\u007f1""#, r#""\000\1771""#, r#""\u{0}\u{7f}1""#, r"\x00\x7f1"],
        ["é\u{301}", r#""é\u0301""#, r#""é\u0301""#, r#""é\u{301}""#, r"\xc3\xa9\xcc\x81"],
        [
            "\u{202e}\u{1f600}",
            r#""\u202e\U0001f600""#,
            r#""\u202e\ud83d\ude00""#,
            r#""\u{202e}\u{1f600}""#,
            r"\xe2\x80\xae\xf0\x9f\x98\x80",
        ],
        [
            "; } # .*(x)|^?+[]<t>",
            r#""; } # .*(x)|^?+[]<t>""#,
            r#""; } # .*(x)|^?+[]<t>""#,
            "'; } # .*(x)|^?+[]<t>'",
            r"\x3b\x20\x7d\x20\x23\x20\.\x2a\x28x\x29\x7c\x5e\x3f\x2b\x5b\x5d\x3ct\x3e",
        ],
    ];

    #[test]
    fn a_text_stays_one_string() {
        for [text, in_common, in_java, in_php, in_nginx] in HOSTILE {
            let written = [double_quoted(text), java(text), php(text), nginx_pattern(text)];
            assert_eq!(written, [in_common, in_java, in_php, in_nginx], "{text:?}");
        }
    }

    /// Whatever stands in a text, nothing but the closing quote ends it, and nothing ends the line.
    #[test]
    fn each_ascii_character_stays_inside() {
        for code in 0..=127_u8 {
            let text = format!("a{}b", char::from(code));
            for written in [double_quoted(&text), java(&text), php(&text)] {
                let quote = written.chars().next().expect("a quote");
                let mut inside = written.chars().skip(1);
                let mut end = None;
                while let Some(character) = inside.next() {
                    assert!((' '..='~').contains(&character), "{written}");
                    match character {
                        '\\' => drop(inside.next()),
                        _ if character == quote => end = Some(inside.clone().count()),
                        _ => {}
                    }
                }
                assert_eq!(end, Some(0), "{written}");
            }
            assert!(nginx_pattern(&text).bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'${};#".contains(&byte)));
        }
    }
}
