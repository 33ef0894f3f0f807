//! The signature: what it is said to be, how long it is, and who could check it.

use decode::{Part, Role, Span, Token};
use inspect::{display, registry};
use registry::CheckedWith;
use yew::prelude::*;

use super::app::State;
use super::element::{Element, element};
use super::glyphs::{beginning, size};
use super::panel::{head, panel};
use super::reading::Spot;

/// Where the signature is the part at this position.
pub fn signature(state: &State, token: &Token, position: usize, part: &Part) -> Html {
    let spot = Spot { part: position, member: None };
    panel(Role::Signature, "Signature")
        .with_value("id", ["row-", &spot.to_attribute()].concat())
        .with_value("data-spot", spot.to_attribute())
        .with_mark("data-marked", state.marked() == Some(spot))
        .hold(head("Signature", size(part.bytes.len())))
        .hold(facts(token, part))
        .node()
}

fn facts(token: &Token, part: &Part) -> Element {
    let group = part.group.unwrap_or_default();
    let header_text = |name| token.parameter_of(group, name).and_then(|value| value.as_str());
    let algorithm = header_text("alg").and_then(registry::algorithm);
    let expected = algorithm.map(|algorithm| algorithm.signature_bytes()).unwrap_or_default();
    let characters = part.span.in_str(&token.text);
    let named = element("dd")
        .text(header_text("alg").map_or("not named".to_owned(), |alg| display::capped(alg, 40)))
        .when_some(algorithm, |named, algorithm| {
            named.hold(element("small").text([algorithm.title, ": ", algorithm.meaning].concat()))
        });
    let key = element("dd").say(checked_with(algorithm.map(|algorithm| algorithm.checked_with)));
    let key = key.when_some(header_text("kid"), |key, kid| {
        let kid = element("code").text(display::capped(kid, 60));
        key.hold(element("small").say("The header names the key ").hold(kid).say("."))
    });
    element("dl")
        .class("facts")
        .fact("Algorithm", named)
        .fact("Could be checked with", key)
        .fact("Length", element("dd").text(length(part.bytes.len(), &expected)))
        .when(!characters.is_empty(), |facts| {
            let short = beginning(characters, 43).map_or(characters.to_owned(), |short| short.to_owned() + "…");
            facts.fact("Begins", element("dd").hold(element("code").class("value").text(short)))
        })
}

fn checked_with(checked_with: Option<CheckedWith>) -> &'static str {
    match checked_with {
        Some(CheckedWith::SharedSecret) => {
            "The secret that issuer and service share. Whoever can check it can also forge it."
        }
        Some(CheckedWith::PublicKey) => "The signer's public key, fetched from the issuer and never from the token.",
        Some(CheckedWith::Nothing) => "Nothing: an unsecured token has no signature.",
        Some(CheckedWith::NotASignature) => "Not known: this algorithm makes no signatures.",
        None => "Not known: the algorithm is not a registered one.",
    }
}

fn length(bytes: usize, expected: &[usize]) -> String {
    let sizes: Vec<String> = expected.iter().map(usize::to_string).collect();
    match (sizes.is_empty(), expected.contains(&bytes)) {
        (true, _) => [&size(bytes), "."].concat(),
        (false, true) => [&size(bytes), ", as this algorithm makes them. That is no sign that it is genuine."].concat(),
        (false, false) => [&size(bytes), "; this algorithm usually makes ", &sizes.join(", "), "."].concat(),
    }
}

impl State {
    /// The marked member of the part at this position, in bytes of the decoded part.
    pub fn marked_in(&self, position: usize) -> Option<Span> {
        let spot = self.marked().filter(|spot| spot.part == position)?;
        let part = self.shown()?.token.parts.get(position)?;
        part.members().get(spot.member?).map(|member| member.span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_the_length_only_where_one_is_known() {
        assert_eq!(
            length(256, &[256, 384]),
            "256 bytes, as this algorithm makes them. That is no sign that it is genuine."
        );
        assert_eq!(length(31, &[32]), "31 bytes; this algorithm usually makes 32.");
        assert_eq!(length(5, &[]), "5 bytes.");
    }
}
