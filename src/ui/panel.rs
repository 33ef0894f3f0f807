//! What the panels of parts have in common: a frame in the colour of the role, and a head.

use jwt_inspector::decode::Role;

use super::element::{Element, element};

pub fn panel(role: Role, title: &'static str) -> Element {
    element("section").class("panel").with("data-role", role.id()).with("aria-label", title)
}

/// `extent` says how much there is.
pub fn head(title: &'static str, extent: String) -> Element {
    element("header")
        .hold(element("h2").hold(element("i").with("aria-hidden", "true")).say(title))
        .hold(element("span").class("size").text(extent))
}
