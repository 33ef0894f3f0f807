//! The token in one or two plain sentences.

use jwt_inspector::inspect::summary::Phrase;
use yew::prelude::*;

use super::glyphs::shown;

pub fn sentence(summary: &[Phrase]) -> Html {
    let phrase = |phrase: &Phrase| {
        if phrase.strong {
            html! { <b>{ shown(&phrase.text) }</b> }
        } else {
            shown(&phrase.text)
        }
    };
    html! { <p class="sentence">{ for summary.iter().map(phrase) }</p> }
}
