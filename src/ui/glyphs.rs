//! Text of hostile origin as text nodes: characters that cannot be seen become marks that can.

use inspect::display::{Glyphs, visible};
use yew::prelude::*;

use super::element::{element, row_of, words};

/// Any text at all.
pub fn shown(text: &str) -> Html {
    let node = |glyphs| match glyphs {
        Glyphs::Text(text) => words(text),
        Glyphs::Mark(mark) => {
            element("span").class("glyph").with("title", "a character that cannot be seen").text(mark).node()
        }
    };
    row_of(visible(text).into_iter().map(node))
}

/// A sentence of ours, in which back quotes stand around `code`.
pub fn prose(text: &str) -> Html {
    prose_with("code", text)
}

/// A sentence of ours, in which back quotes stand around what goes into this element.
pub fn prose_with(tag: &'static str, text: &str) -> Html {
    let pieces = text.split('`').enumerate().map(|(position, piece)| match position % 2 {
        1 => element(tag).hold(shown(piece)).node(),
        _ => shown(piece),
    });
    row_of(pieces)
}

/// "595 bytes", "12.3 kB", "4.0 MB".
pub fn size(bytes: usize) -> String {
    let tenths = |unit: usize| [&(bytes / unit).to_string(), ".", &(bytes % unit * 10 / unit).to_string()].concat();
    match bytes {
        1 => "1 byte".to_owned(),
        0..10_000 => bytes.to_string() + " bytes",
        10_000..1_000_000 => tenths(1_000) + " kB",
        _ => tenths(1_000_000) + " MB",
    }
}

/// "RFC 7519 §4.1.4", "OIDC Core §5.1".
pub fn short_reference(reference: &str) -> String {
    reference.replace(" section ", " §").replace("OpenID Connect Core 1.0", "OIDC Core")
}

/// The first `characters` of a text, where it has more.
pub fn beginning(text: &str, characters: usize) -> Option<&str> {
    text.char_indices().nth(characters).and_then(|(end, _)| text.get(..end))
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
