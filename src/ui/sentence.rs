//! The token in one or two plain sentences.

use jwt_inspector::inspect::summary::Phrase;
use yew::prelude::*;

use super::element::element;
use super::glyphs::shown;

pub fn sentence(summary: &[Phrase]) -> Html {
    let phrase = |phrase: &Phrase| match phrase.strong {
        true => element("b").hold(shown(&phrase.text)).node(),
        false => shown(&phrase.text),
    };
    element("p").class("sentence").hold_all(summary.iter().map(phrase)).node()
}
