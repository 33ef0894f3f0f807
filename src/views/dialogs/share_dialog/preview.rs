//! What the reader gets to see.

use decode::{Part, Token, decode};
use inspect::display;
use yew::prelude::*;

use super::{ShareDialogProps, SharedToken, expected};
use crate::pretty_json;
use crate::views::glyphs::prose;
use crate::views::part::json_pieces::json_code;

/// So many lines are shown, and so many characters of a value.
const LINES: usize = 300;
const CHARACTERS: usize = 300;

pub(super) fn preview(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    let token = decode(&shared.text).tokens.into_iter().next();
    html! {
        <section aria-labelledby="share-preview">
            <h3 id="share-preview">{"What the reader gets"}</h3>
            if let Some(part) = token.as_ref().and_then(readable) {
                {json(part, expected::carried(shared))}
            } else {
                <p class="fine">{"Nothing of it can be read as JSON."}</p>
                {expected::carried(shared)}
            }
            {left_out(shared)}
            {expected::left_out(props, shared)}
        </section>
    }
}

/// The claims, or the header where no claims can be read.
fn readable(token: &Token) -> Option<&Part> {
    let has_value = |part: &&Part| part.value().is_some();
    token
        .payload()
        .filter(has_value)
        .or_else(|| token.parts.iter().find(|part| part.role.is_header() && has_value(part)))
}

/// With what goes beside it.
fn json(part: &Part, beside: Html) -> Html {
    let lines = part.value().map(|value| pretty_json::lines_of(value, part, LINES)).unwrap_or_default();
    html! {
        <div class="preview" tabindex="0" role="group" aria-labelledby="share-preview">
            {beside}
            <ol class="json">
                for line in &lines {
                    <li>{json_code(part, line, CHARACTERS)}</li>
                }
                if lines.len() == LINES {
                    <li>{"…"}</li>
                }
            </ol>
        </div>
    }
}

fn left_out(shared: &SharedToken) -> Html {
    let also = shared.redacted.as_ref().map_or(&[][..], |redacted| &redacted.also);
    let also: Vec<String> = also.iter().map(|pointer| display::quoted(place(pointer), 80)).collect();
    let left_out = shared.redacted.as_ref().map_or(0, |redacted| redacted.left_out);
    let verb = if shared.unread == 1 { "was" } else { "were" };
    html! {
        <>
            if !also.is_empty() {
                <p class="also">{prose(&format!("Also masked (same value): {}.", also.join(", ")))}</p>
            }
            if left_out > 0 {
                <p class="fine">{format!("{} left out.", display::counted(left_out, "disclosure"))}</p>
            }
            if shared.unread > 0 {
                <p class="fine">
                    {format!("{} could not be read whole and {verb} left out.", display::counted(shared.unread, "value"))}
                </p>
            }
        </>
    }
}

/// Of what stands in the payload the part need not be named.
fn place(pointer: &str) -> &str {
    pointer.strip_prefix("/payload/").unwrap_or(pointer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_place() {
        assert_eq!(["/payload/a", "/payload/a/0", "/header/kid"].map(place), ["a", "a/0", "/header/kid"]);
    }
}
