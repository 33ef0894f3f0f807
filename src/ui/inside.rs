//! The tokens inside a part or a member, each with a button that opens it.

use decode::Span;
use inspection::Inspected;

use super::commands::Command;
use super::element::{Element, button};

/// So many buttons in one place.
const LIMIT: usize = 10;

/// Those inside the part at this position, or inside bytes `within` of it.
pub fn openers(inspected: &Inspected, part: usize, within: Option<Span>) -> Vec<Element> {
    let places = inspected.token.nested.iter().zip(&inspected.nested).enumerate();
    let is_here = |place: Span| within.is_none_or(|within| within.overlaps(place));
    let here = places.filter(|(_, (place, _))| place.part == part && is_here(place.token.span));
    here.take(LIMIT)
        .map(|(position, (_, nested))| {
            let text = ["Open the ", nested.description.profile.name, " inside"].concat();
            button(Command::OpenNested(position), text).class("open")
        })
        .collect::<Vec<_>>()
}
