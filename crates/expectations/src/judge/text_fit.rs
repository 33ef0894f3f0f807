//! Whether a text is one of those that are expected, and what a placeholder in these stands for.

use inspect::display::{listed, quoted};

use super::held_claims::NAME;

pub(super) enum TextFit {
    Fits,
    /// It would fit once the reader has filled in what is left open. A full sentence.
    Unfilled(String),
    Differs,
}

/// `<tenant>` in an expected text stands for any text without a slash.
pub(super) fn fit(said: &str, expected: &[String]) -> TextFit {
    let patterns = expected.iter().map(|text| (text, Pattern::of(text)));
    let mut unfilled = None;
    for (text, pattern) in patterns {
        if pattern.names.is_empty() && text == said {
            return TextFit::Fits;
        }
        if !pattern.names.is_empty() && unfilled.is_none() && (text == said || pattern.matches(said)) {
            unfilled = Some(pattern.sentence());
        }
    }
    unfilled.map_or(TextFit::Differs, TextFit::Unfilled)
}

/// What is left open in an expected text, with the angle brackets.
pub(crate) fn placeholders(expected: &str) -> Vec<&str> {
    Pattern::of(expected).names
}

/// An expected text, taken apart at its placeholders: there is one between each two texts.
struct Pattern<'e> {
    texts: Vec<&'e str>,
    /// With the angle brackets.
    names: Vec<&'e str>,
}

impl<'e> Pattern<'e> {
    fn of(expected: &'e str) -> Self {
        let (mut texts, mut names) = (Vec::new(), Vec::new());
        let mut rest = expected;
        while let Some((before, name, behind)) = first_placeholder(rest) {
            texts.push(before);
            names.push(name);
            rest = behind;
        }
        texts.push(rest);
        Self { texts, names }
    }

    /// The earliest place of each text is the best: what stands between two holds no slash.
    fn matches(&self, said: &str) -> bool {
        let is_open = |gap: &str| !gap.is_empty() && !gap.contains('/');
        let Some((first, others)) = self.texts.split_first() else { return false };
        let Some((last, middle)) = others.split_last() else { return said == *first };
        let Some(mut rest) = said.strip_prefix(first) else { return false };
        for text in middle {
            // A placeholder stands for one character at least.
            let from = rest.chars().next().map_or(0, char::len_utf8);
            let place = rest.get(from..).and_then(|behind| behind.find(text)).map(|at| at + from);
            let Some((_, behind)) = place
                .and_then(|at| Some((rest.get(..at)?, rest.get(at + text.len()..)?)))
                .filter(|(gap, _)| is_open(gap))
            else {
                return false;
            };
            rest = behind;
        }
        rest.strip_suffix(last).is_some_and(is_open)
    }

    fn sentence(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| quoted(name, NAME)).collect();
        format!("Fill in {}.", listed(&names, " and "))
    }
}

/// What stands before it, itself, and what stands behind it.
fn first_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let is_of_name = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | ' ' | '.');
    text.match_indices('<').find_map(|(start, _)| {
        let length = text.get(start + 1..)?.find(|character| !is_of_name(character))?;
        let end = start + 1 + length;
        let is_closed = length > 0 && text.get(end..)?.starts_with('>');
        is_closed.then_some((text.get(..start)?, text.get(start..=end)?, text.get(end + 1..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_stands_for_a_text_without_a_slash() {
        let sentence = |said: &str, expected: &str| match fit(said, &[expected.to_owned()]) {
            TextFit::Fits => "fits".to_owned(),
            TextFit::Unfilled(sentence) => sentence,
            TextFit::Differs => "differs".to_owned(),
        };
        for (said, expected, answer) in [
            ("a", "a", "fits"),
            ("a", "b", "differs"),
            ("https://x/1/v2.0", "https://x/<tenant>/v2.0", "Fill in `<tenant>`."),
            ("https://x/<tenant>/v2.0", "https://x/<tenant>/v2.0", "Fill in `<tenant>`."),
            ("https://x//v2.0", "https://x/<tenant>/v2.0", "differs"),
            ("https://x/1/2/v2.0", "https://x/<tenant>/v2.0", "differs"),
            ("https://x/1/v1.0", "https://x/<tenant>/v2.0", "differs"),
            ("https://x/1", "https://x/<tenant>", "Fill in `<tenant>`."),
            ("https://x/1/", "https://x/<tenant>", "differs"),
            ("1-2", "<a>-<b>", "Fill in `<a>` and `<b>`."),
            ("1-", "<a>-<b>", "differs"),
            ("-1-2", "<a>-<b>", "Fill in `<a>` and `<b>`."),
            ("é", "<a>", "Fill in `<a>`."),
            ("", "<a>", "differs"),
            ("ab", "<a><b>", "Fill in `<a>` and `<b>`."),
            ("a", "<a><b>", "differs"),
            // No placeholders.
            ("<>", "<>", "fits"),
            ("x", "<>", "differs"),
            ("a<b", "a<b", "fits"),
            ("a", "<a/b>", "differs"),
            ("1 <x", "<a> <x", "Fill in `<a>`."),
        ] {
            assert_eq!(sentence(said, expected), answer, "{said} for {expected}");
        }
    }

    #[test]
    fn what_fits_without_a_placeholder_fits() {
        let expected = ["https://x/<tenant>".to_owned(), "https://x/1".to_owned()];
        assert!(matches!(fit("https://x/1", &expected), TextFit::Fits));
        assert!(matches!(fit("https://x/2", &expected), TextFit::Unfilled(_)));
    }
}
