//! Text of hostile origin as text nodes: characters that cannot be seen become marks that can.

use jwt_inspector::decode::search::replaced;
use jwt_inspector::inspect::display::{self, Glyphs, visible};
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
    display::size(bytes)
}

/// "RFC 7519 §4.1.4", "OIDC Core §5.1".
pub fn short_reference(reference: &str) -> String {
    replaced(&replaced(reference, " section ", " §"), "OpenID Connect Core 1.0", "OIDC Core")
}

/// The first `characters` of a text, where it has more.
pub fn beginning(text: &str, characters: usize) -> Option<&str> {
    text.char_indices().nth(characters).and_then(|(end, _)| text.get(..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_characters() {
        assert_eq!(beginning("a€b", 2), Some("a€"));
        assert_eq!(beginning("a€b", 3), None);
    }
}
