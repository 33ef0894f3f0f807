//! Parts that have no panel of their own: what they are for and how long they are.

use jwt_inspector::decode::{Part, Role};
use yew::prelude::*;

use super::glyphs::size;
use super::reading::Spot;

pub fn has_panel(role: Role) -> bool {
    matches!(role, Role::Header | Role::Payload | Role::Signature)
}

pub fn other_parts(parts: &[Part]) -> Html {
    let others: Vec<(usize, &Part)> = parts.iter().enumerate().filter(|(_, part)| !has_panel(part.role)).collect();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel" aria-label="Other parts">
            <header><h2>{ "Other parts" }</h2></header>
            <ul class="rows">
                for (position, part) in others {
                    <li class="row" data-spot={Spot { part: position, member: None }.to_attribute()} data-role={part.role.id()}>
                        <span class="name">{ part.role.name() }</span>
                        <span class="value">{ size(part.bytes.len()) }</span>
                        <p class="meaning">{ meaning(part.role) }</p>
                    </li>
                }
            </ul>
        </section>
    }
}

fn meaning(role: Role) -> &'static str {
    match role {
        Role::EncryptedKey => {
            "The key of the content, encrypted to the recipient. Empty when both sides have it already"
        }
        Role::InitializationVector => "Makes each encryption with one key a different one; no secret",
        Role::Ciphertext => "The content. Only who has the key can read it, and this page has none",
        Role::AuthenticationTag => "Shows the recipient whether anything was changed on the way",
        Role::Disclosure => "A claim that the issuer hid behind a hash, told by whoever holds the token",
        Role::KeyBinding => "Proof that the one who presents the token holds a key that it names",
        _ => "The format has no place for it; whoever reads the token should refuse it",
    }
}
