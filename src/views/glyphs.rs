//! Text of hostile origin as text nodes: characters that cannot be seen become marks that can.

use inspect::display::{Glyphs, visible};
use yew::prelude::*;

use crate::state::comparing::SECOND_TEXT;

/// Any text at all.
pub fn shown(text: &str) -> Html {
    visible(text)
        .into_iter()
        .map(|glyphs| match glyphs {
            Glyphs::Text(text) => html! { text },
            Glyphs::Mark(mark) => html! { <span class="glyph" title="a character that cannot be seen">{mark}</span> },
        })
        .collect()
}

/// A sentence of ours, in which back quotes stand around `code`.
pub fn prose(text: &str) -> Html {
    prose_with("code", text)
}

/// A sentence of ours, in which back quotes stand around what goes into this element.
pub fn prose_with(tag: &'static str, text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(position, piece)| match position % 2 {
            1 => html! { <@{tag}>{shown(piece)}</@> },
            _ => shown(piece),
        })
        .collect()
}

/// The name of a token, which may be the paste's own word: then it is a quotation.
pub fn label(name: &str) -> Html {
    match is_own_name(name) {
        true => html! { name },
        false => html! { <code>{shown(name)}</code> },
    }
}

/// The same where no element can stand, as in the entries of a list to choose from. A plain name needs no quotes, and people
/// type it to find the entry.
pub fn in_quotes(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '×');
    let words = name.split(' ');
    // A name of more words could be a sentence: "cookie session ×3" is not.
    match is_own_name(name) || words.clone().count() <= 3 && words.flat_map(str::chars).all(is_plain) {
        true => name.to_owned(),
        false => format!("“{}”", name.replace('“', "⟨U+201C⟩").replace('”', "⟨U+201D⟩")),
    }
}

fn is_own_name(name: &str) -> bool {
    OWN_NAMES.contains(&name.trim_end_matches(|last: char| last.is_ascii_digit() || last == ' '))
}

/// What tokens are called where the paste has no name for them.
const OWN_NAMES: [&str; 5] = ["token", "Bearer token", SECOND_TEXT, "decrypted token", "decrypted claims"];

/// With its first letter as a capital.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "595 bytes", "12.3 kB", "4.0 MB".
pub fn size(bytes: usize) -> String {
    let tenths = |unit: usize| format!("{}.{}", bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        1 => "1 byte".to_owned(),
        0..10_000 => format!("{bytes} bytes"),
        10_000..1_000_000 => format!("{} kB", tenths(1_000)),
        _ => format!("{} MB", tenths(1_000_000)),
    }
}

/// Where a fact is written, in short: "RFC 7519 §4.1.4", "OIDC Core §5.1".
pub fn reference(reference: &str) -> Html {
    html! { <span class="reference">{short_reference(reference)}</span> }
}

pub fn short_reference(reference: &str) -> String {
    let short =
        reference.replace(" section ", " §").replace("OpenID Connect Core 1.0", "OIDC Core").replace("Microsoft ", "");
    // Of a vendor's document its first words are enough to find it.
    let words: Vec<&str> = short.split(' ').collect();
    let is_title = short.len() > 24 && !short.contains(['§', ',']) && words.len() > 3;
    if is_title {
        return words.get(..2).unwrap_or_default().join(" ") + "…";
    }
    short
}

/// The first `characters` of a text, where it has more.
pub fn beginning(text: &str, characters: usize) -> Option<&str> {
    text.char_indices().nth(characters).and_then(|(end, _)| text.get(..end))
}

/// An attribute without a value, which is there or is not.
pub fn mark(is_there: bool) -> Option<&'static str> {
    is_there.then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sizes() {
        let sizes: Vec<String> = [0, 1, 595, 12_345, 4_000_000].map(size).into();
        assert_eq!(sizes, ["0 bytes", "1 byte", "595 bytes", "12.3 kB", "4.0 MB"]);
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(beginning("a€b", 2), Some("a€"));
        assert_eq!(beginning("a€b", 3), None);
    }
}
