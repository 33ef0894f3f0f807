//! Parts that have no panel of their own: what they are for and how long they are.

use jwt_inspector::decode::{Part, Role};
use yew::prelude::*;

use super::element::{Element, element};
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
    element("section")
        .class("panel")
        .with("aria-label", "Other parts")
        .hold(element("header").hold(element("h2").say("Other parts")))
        .hold(element("ul").class("rows").hold_all(others.into_iter().map(row)))
        .node()
}

fn row((position, part): (usize, &Part)) -> Element {
    element("li")
        .class("row")
        .with_value("data-spot", Spot { part: position, member: None }.to_attribute())
        .with("data-role", part.role.id())
        .hold(element("span").class("name").say(part.role.name()))
        .hold(element("span").class("value").text(size(part.bytes.len())))
        .hold(element("p").class("meaning").say(meaning(part.role)))
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
        Role::UnprotectedHeader => {
            "Header parameters of one signature or recipient. Nothing protects them: anyone can change them"
        }
        Role::SharedHeader => "Header parameters for all recipients. Nothing protects them: anyone can change them",
        Role::AdditionalData => "Readable by everyone; the authentication tag covers it",
        _ => "The format has no place for it; whoever reads the token should refuse it",
    }
}
