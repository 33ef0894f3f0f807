//! Texts that look the same, but have other characters: nobody should expect a name because it looks like another one.

use inspect::look_alikes::shape;
use inspect::normalization::composed;

use super::{HintInput, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let is_text = matches!(input.kind, ExpectationKind::Issuer | ExpectationKind::Audience | ExpectationKind::Claim(_));
    let said = input.said.filter(|_| is_text)?;
    if input.expects(|text| text != said && composed(text) == composed(said)) {
        return Some("Write it with the same characters in both places: the composed form (NFC) is usual.".to_owned());
    }
    // What is of ASCII throughout was mistyped, and other hints say more.
    let looks_like = |text: &str| {
        text != said && said.is_ascii() != text.is_ascii() && said.chars().map(shape).eq(text.chars().map(shape))
    };
    if !input.expects(looks_like) {
        return None;
    }
    Some(match (input.kind, said.is_ascii()) {
        (_, true) => format!("Expect it with the characters of the token: {}.", shown(said)),
        (ExpectationKind::Issuer, false) => {
            "Do not expect it as the token writes it: whoever has an address that looks like yours can issue tokens."
                .to_owned()
        }
        (_, false) => "Find out who wrote it so, and do not expect it as the token writes it.".to_owned(),
    })
}
