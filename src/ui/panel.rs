//! What panels have in common: a frame, for a part in the colour of its role, and a head.

use decode::Role;
use guide::position;

use super::element::{Element, element};
use super::guide::to_place;

pub fn panel(role: Role, title: &'static str) -> Element {
    element("section").class("panel").with("data-role", role.id()).with("aria-label", title)
}

/// A panel for what is no part by itself.
pub fn section(title: &'static str, extent: String) -> Element {
    let head = element("header").hold(element("h2").say(title)).hold(element("span").class("size").text(extent));
    let head = with_place(head, title);
    element("section").class("panel").with("aria-label", title).hold(head)
}

/// `extent` says how much there is.
pub fn head(title: &'static str, extent: String) -> Element {
    let head = element("header")
        .hold(element("h2").hold(element("i").with("aria-hidden", "true")).say(title))
        .hold(element("span").class("size").text(extent));
    with_place(head, title)
}

/// The titles of panels, and the questions of the guide they belong to.
const PLACES: [(&str, &str); 11] = [
    ("Header", "algorithms"),
    ("Unprotected header", "algorithms"),
    ("Shared header", "algorithms"),
    ("Claims", "personal-data"),
    ("Payload", "exact"),
    ("Signature", "decoded"),
    ("Keys inside", "keys"),
    ("Certificates", "keys"),
    ("Encrypted content", "sign-or-encrypt"),
    ("Disclosures", "personal-data"),
    ("If this token leaks", "revoke"),
];

/// A head, and a link to where the guide speaks of what this panel shows.
pub fn with_place(head: Element, title: &str) -> Element {
    let place = PLACES.iter().find(|(panel, _)| *panel == title);
    head.when_some(place, |head, (_, id)| head.hold(to_place(position(id), "Guide")))
}
