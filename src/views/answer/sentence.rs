//! The token in one or two plain sentences.

use inspect::jose::kinds::TokenKind;
use inspect::recognise::{Certainty, Profile};
use inspect::summary::Phrase;
use yew::prelude::*;

use crate::views::glyphs::prose;

pub fn sentence(summary: &[Phrase]) -> Html {
    let phrase = |phrase: &Phrase| match phrase.strong {
        true => html! { <b>{prose(&phrase.text)}</b> },
        false => prose(&phrase.text),
    };
    html! { <p class="sentence">{for summary.iter().map(phrase)}</p> }
}

/// Why it is called what it is called, and its issuer too. Where nothing but the form says it, nothing.
pub fn evidence(profile: &Profile) -> Html {
    let issuer = profile.issuer.as_ref();
    if issuer.is_none() && FORMS.contains(&profile.kind) {
        return Html::default();
    }
    let is_likely =
        profile.certainty == Certainty::Likely || issuer.is_some_and(|it| it.certainty == Certainty::Likely);
    let mut because: Vec<&str> = Vec::new();
    for sentence in profile.because.iter().chain(issuer.iter().flat_map(|issuer| &issuer.because)) {
        // One thing may tell the kind and the issuer too.
        if !because.contains(&sentence.as_str()) {
            because.push(sentence);
        }
    }
    html! {
        <details class="evidence">
            <summary>{if is_likely { "Why it looks like that" } else { "Why this kind" }}</summary>
            <p>{prose(&because.join(" "))}</p>
        </details>
    }
}

/// Kinds that are read off the form, which the page shows anyway.
const FORMS: [TokenKind; 7] = [
    TokenKind::Jwt,
    TokenKind::Jws,
    TokenKind::JoseHeader,
    TokenKind::JwtClaims,
    TokenKind::Segment,
    TokenKind::Unreadable,
    TokenKind::EncryptedToken,
];
