//! What panels have in common: a frame, for a part in the colour of its role, and a head.

use jwt_inspector::decode::Role;

use super::element::{Element, element};

pub fn panel(role: Role, title: &'static str) -> Element {
    element("section").class("panel").with("data-role", role.id()).with("aria-label", title)
}

/// A panel for what is no part by itself.
pub fn section(title: &'static str, extent: String) -> Element {
    let head = element("header").hold(element("h2").say(title)).hold(element("span").class("size").text(extent));
    element("section").class("panel").with("aria-label", title).hold(head)
}

/// `extent` says how much there is.
pub fn head(title: &'static str, extent: String) -> Element {
    element("header")
        .hold(element("h2").hold(element("i").with("aria-hidden", "true")).say(title))
        .hold(element("span").class("size").text(extent))
}
