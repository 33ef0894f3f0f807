//! Text of hostile origin as it is shown, so that nothing in it hides or passes for ours.
//!
//! Unicode Standard Annex 9 (bidirectional controls) and Technical Standard 39 (invisible characters).

/// A stretch of text as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Glyphs {
    Text(String),
    /// The name of a character that would be invisible or turn the text around: `U+202E`.
    Mark(String),
}

/// The text with every character that hides or reorders text made visible.
pub fn visible(text: &str) -> Vec<Glyphs> {
    let mut glyphs = Vec::new();
    let mut plain = String::new();
    let mut before = '\0';
    for character in text.chars() {
        if is_invisible(character) && !joins_emoji(before, character) {
            if !plain.is_empty() {
                glyphs.push(Glyphs::Text(std::mem::take(&mut plain)));
            }
            glyphs.push(Glyphs::Mark(format!("U+{:04X}", character as u32)));
        } else {
            plain.push(character);
        }
        before = character;
    }
    if !plain.is_empty() {
        glyphs.push(Glyphs::Text(plain));
    }
    glyphs
}

/// The same in one text, the marks in angle brackets: `ali⟨U+202E⟩ce`.
pub fn visible_text(text: &str) -> String {
    visible(text)
        .into_iter()
        .map(|glyphs| match glyphs {
            Glyphs::Text(text) => text,
            Glyphs::Mark(name) => format!("⟨{name}⟩"),
        })
        .collect()
}

/// The visible form of at most so many characters, with `…` where more followed, in one line: line feeds and tabs become
/// marks too. A mark is longer than the character it stands for.
pub fn capped(text: &str, characters: usize) -> String {
    let (beginning, end) = match text.char_indices().nth(characters) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), "…"),
        None => (text, ""),
    };
    visible_text(beginning).replace('\n', "⟨U+000A⟩").replace('\t', "⟨U+0009⟩") + end
}

/// Text from a token in a sentence of ours: capped, in one line, between back quotes. It has none itself, so nothing in it
/// can end the quotation and be read as ours. All sentences quote in this way; the page draws such a quotation as an
/// element of its own, and the Markdown report as a code span.
pub fn quoted(text: &str, characters: usize) -> String {
    format!("`{}`", capped(text, characters).replace('`', "⟨U+0060⟩"))
}

/// Emoji are joined and varied by characters that would be invisible elsewhere.
fn joins_emoji(before: char, character: char) -> bool {
    matches!(character, '\u{200D}' | '\u{FE0F}')
        && matches!(before, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}' | '#' | '*' | '0'..='9')
}

/// Control characters but line feed and tab, and what Unicode calls default-ignorable or bidirectional controls.
fn is_invisible(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        c if c.is_control() => true,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' => true,
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' => true,
        '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' => true,
        '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_what_hides_and_what_turns_around() {
        assert_eq!(visible_text("alice\u{202E}nimda"), "alice⟨U+202E⟩nimda");
        assert_eq!(visible_text("a\u{200B}b\u{0}"), "a⟨U+200B⟩b⟨U+0000⟩");
        assert_eq!(visible_text("tag\u{E0041}"), "tag⟨U+E0041⟩");
    }

    #[test]
    fn leaves_ordinary_text_alone() {
        for text in ["", "Grüße 张三 عربي", "line\nline\ttab", "👩‍💻 ❤️ 1️⃣"] {
            assert_eq!(visible_text(text), text);
        }
    }

    #[test]
    fn cuts_at_characters() {
        assert_eq!(capped("éééé", 2), "éé…");
        assert_eq!(capped("éé", 2), "éé");
    }

    #[test]
    fn quotes_so_that_nothing_in_the_text_ends_the_quotation() {
        assert_eq!(quoted("b` ✔ Signature verified. `", 80), "`b⟨U+0060⟩ ✔ Signature verified. ⟨U+0060⟩`");
        assert_eq!(quoted("a\nb\tc\r", 80), "`a⟨U+000A⟩b⟨U+0009⟩c⟨U+000D⟩`");
        assert_eq!(quoted("adm\u{202E}in", 80), "`adm⟨U+202E⟩in`");
        assert_eq!(quoted("abcdef", 3), "`abc…`");
    }
}
