//! The signature: what it is said to be, how long it is, and who could check it.

use decode::{Part, Role, Token};
use inspect::jose::CheckedWith;
use inspect::{display, jose};
use yew::prelude::*;

use super::panel::{head, label_of};
use crate::state::{Dispatch, Selection, State};
use crate::views::glyphs::{beginning, mark, prose, size};

/// Where the signature is the part at this position.
pub fn signature(state: &State, token: &Token, position: usize, part: &Part, dispatch: &Dispatch) -> Html {
    let selection = Selection { part: position, member: None };
    html! {
        <section
            class="panel"
            data-role={Role::Signature.id()}
            aria-label={label_of("Signature", token, part)}
            id={selection.row_id()}
            data-selection={selection.to_attribute()}
            data-marked={mark(state.marks.marked() == Some(selection))}
        >
            <header>{head("Signature", size(part.bytes.len()), dispatch)}</header>
            {facts(token, part)}
        </section>
    }
}

fn facts(token: &Token, part: &Part) -> Html {
    let group = part.group.unwrap_or_default();
    let header_text = |name| token.parameter_of(group, name).and_then(|value| value.as_str());
    let algorithm = header_text("alg").and_then(jose::algorithm);
    let expected = algorithm.map(|algorithm| algorithm.signature_lengths()).unwrap_or_default();
    let characters = part.span.in_str(&token.text);
    html! {
        <dl class="facts">
            <dt>{"Algorithm"}</dt>
            <dd>
                {header_text("alg").map_or_else(|| html! { "not named" }, |alg| prose(&display::quoted(alg, 40)))}
                if let Some(algorithm) = algorithm {
                    <small>{format!("{}: {}", algorithm.title, algorithm.meaning)}</small>
                }
            </dd>
            <dt>{"Could be checked with"}</dt>
            <dd>
                {checked_with(algorithm.map(|algorithm| algorithm.checked_with))}
                if let Some(kid) = header_text("kid") {
                    <small>{"The header names the key "}{prose(&display::quoted(kid, 60))}{"."}</small>
                }
            </dd>
            <dt>{"Length"}</dt>
            <dd>{length(part.bytes.len(), expected)}</dd>
            if !characters.is_empty() {
                <dt>{"Begins"}</dt>
                <dd>
                    <code class="value">
                        {beginning(characters, 43).map_or_else(|| characters.to_owned(), |short| format!("{short}…"))}
                    </code>
                </dd>
            }
        </dl>
    }
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

/// Both in bytes.
fn length(bytes: usize, expected: &[usize]) -> String {
    let size = size(bytes);
    if expected.is_empty() {
        format!("{size}.")
    } else if expected.contains(&bytes) {
        format!("{size}, the usual length for this algorithm. That does not show that it is genuine.")
    } else {
        let usual: Vec<String> = expected.iter().map(usize::to_string).collect();
        format!("{size}; this algorithm usually makes {}.", usual.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_the_length_only_where_one_is_known() {
        assert_eq!(
            length(256, &[256, 384]),
            "256 bytes, the usual length for this algorithm. That does not show that it is genuine."
        );
        assert_eq!(length(31, &[32]), "31 bytes; this algorithm usually makes 32.");
        assert_eq!(length(5, &[]), "5 bytes.");
    }
}
