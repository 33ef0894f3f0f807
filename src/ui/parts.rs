//! Parts that have no panel of their own: what they are for, how long they are, and what that says.

use decode::{Part, Role};
use inspect::anatomy;
use inspection::Inspected;
use yew::prelude::*;

use super::element::{Element, element};
use super::glyphs::{prose, size};
use super::inside::openers;
use super::panel::with_place;
use super::reading::Spot;

fn has_panel(role: Role) -> bool {
    matches!(
        role,
        Role::Header
            | Role::UnprotectedHeader
            | Role::SharedHeader
            | Role::Payload
            | Role::Signature
            | Role::Disclosure
    )
}

pub fn other_parts(inspected: &Inspected) -> Html {
    let token = &inspected.token;
    let mut others = token.parts.iter().enumerate().filter(|(_, part)| !has_panel(part.role)).peekable();
    if others.peek().is_none() {
        return Html::default();
    }
    let title = if token.format.is_encrypted() { "Encrypted content" } else { "Other parts" };
    let knowable = if token.format.is_encrypted() { anatomy::knowable(token) } else { Vec::new() };
    element("section")
        .class("panel")
        .with("aria-label", title)
        .hold(with_place(element("header").hold(element("h2").say(title)), title))
        .hold_all(knowable.iter().map(|sentence| element("p").class("remark").hold(prose(sentence))))
        .hold(element("ul").class("rows").hold_all(others.map(|(position, part)| row(inspected, position, part))))
        .node()
}

fn row(inspected: &Inspected, position: usize, part: &Part) -> Element {
    let said = anatomy::of_part(&inspected.token, part).unwrap_or_default();
    let openers = openers(inspected, position, None);
    let spot = Spot { part: position, member: None }.to_attribute();
    element("li")
        .class("row")
        .with_value("id", ["row-", &spot].concat())
        .with_value("data-spot", spot)
        .with("data-role", part.role.id())
        .hold(element("span").class("name").text(name(part)))
        .hold(element("span").class("value").text(size(part.bytes.len())))
        .hold(element("p").class("meaning").hold(element("em").hold(prose(&said))).say(" ").say(meaning(part.role)))
        .when(!openers.is_empty(), |row| row.hold(element("p").class("inside").hold_all(openers)))
}

/// "encrypted key", or "encrypted key 2" where there are several.
fn name(part: &Part) -> String {
    let group = part.group.filter(|group| *group > 0);
    [part.role.name(), &group.map_or(String::new(), |group| [" ", &(group + 1).to_string()].concat())].concat()
}

fn meaning(role: Role) -> &'static str {
    match role {
        Role::EncryptedKey => "The key of the content, for the recipient alone",
        Role::InitializationVector => "Makes each encryption with one key a different one; no secret",
        Role::Ciphertext => "The content. Only who has the key can read it, and this page has none",
        Role::AuthenticationTag => "Shows the recipient whether anything was changed on the way",
        Role::KeyBinding => "Proof that the one who presents the token holds a key that it names",
        Role::AdditionalData => "Readable by everyone; the authentication tag covers it",
        _ => "The format has no place for it; whoever reads the token should refuse it",
    }
}
