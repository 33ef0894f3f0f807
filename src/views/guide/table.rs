//! A session cookie and a JWT side by side, always whole; the rows that the answers turn on are marked.

use ::guide::side_by_side::{ROWS, Row};
use yew::prelude::*;

use crate::views::glyphs::{mark, prose};

pub fn table(deciding: &[usize]) -> Html {
    html! {
        <table class="side-by-side">
            <thead>
                <tr><td /><th scope="col">{"Session cookie"}</th><th scope="col">{"JWT"}</th></tr>
            </thead>
            <tbody>
                {for ROWS.iter().enumerate().map(|(position, row)| line(row, deciding.contains(&position)))}
            </tbody>
        </table>
    }
}

fn line(row: &Row, decides: bool) -> Html {
    html! {
        <tr data-decides={mark(decides)}>
            <th scope="row">
                {row.topic}
                if decides {
                    {" "}<small>{"decides"}</small>
                }
            </th>
            <td data-with="Session cookie">{prose(row.session)}</td>
            <td data-with="JWT">{prose(row.jwt)}</td>
        </tr>
    }
}
