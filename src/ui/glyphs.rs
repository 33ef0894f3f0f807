//! Text of hostile origin as text nodes: characters that cannot be seen become marks that can.

use jwt_inspector::inspect::display::{Glyphs, visible};
use yew::prelude::*;

/// Any text at all.
pub fn shown(text: &str) -> Html {
    visible(text)
        .into_iter()
        .map(|glyphs| match glyphs {
            Glyphs::Text(text) => html! { { text } },
            Glyphs::Mark(mark) => html! { <span class="glyph" title="a character that cannot be seen">{ mark }</span> },
        })
        .collect()
}

/// A sentence of ours, in which back quotes stand around `code`.
pub fn prose(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(position, piece)| {
            if position % 2 == 1 {
                html! { <code>{ shown(piece) }</code> }
            } else {
                shown(piece)
            }
        })
        .collect()
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

/// "1 part", "3 parts".
pub fn counted(count: usize, name: &str) -> String {
    [&*count.to_string(), " ", name, if count == 1 { "" } else { "s" }].concat()
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
