//! A session cookie and a JWT side by side, always whole; the rows that the answers turn on are marked.

use guide::side_by_side::{ROWS, Row};

use super::super::element::{Element, element};
use super::super::glyphs::prose;

pub fn table(deciding: &[usize]) -> Element {
    let column = |name| element("th").with("scope", "col").say(name);
    let head = element("tr").hold(element("td")).hold(column("Session cookie")).hold(column("JWT"));
    let rows = ROWS.iter().enumerate().map(|(position, row)| line(row, deciding.contains(&position)));
    element("table").class("side-by-side").hold(element("thead").hold(head)).hold(element("tbody").hold_all(rows))
}

fn line(row: &Row, decides: bool) -> Element {
    let topic = element("th")
        .with("scope", "row")
        .say(row.topic)
        .when(decides, |topic| topic.say(" ").hold(element("small").say("decides")));
    let cell = |with, text| element("td").with("data-with", with).hold(prose(text));
    element("tr")
        .with_mark("data-decides", decides)
        .hold(topic)
        .hold(cell("Session cookie", row.session))
        .hold(cell("JWT", row.jwt))
}
