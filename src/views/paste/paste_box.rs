//! The box that takes the text, over the same text in colours.

use std::rc::Rc;

use yew::prelude::*;

use super::coloured_text::ColouredText;
use crate::browser::events;
use crate::state::{Dispatch, State};
use crate::views::fields::TextBox;

pub fn paste_box(state: &State, dispatch: &Dispatch) -> Html {
    let paste = &state.paste;
    html! {
        <div class="box">
            <div class="backdrop" aria-hidden="true">
                <ColouredText
                    text={Rc::clone(&paste.text)}
                    reading={&paste.reading}
                    chosen={state.answer.chosen}
                    opened={state.answer.opened.clone()}
                    marked={state.marks.marked().filter(|_| state.standing().is_some())}
                />
                // As the box has it: a line break at the very end begins one more line.
                {"\n"}
            </div>
            // With a new key after each clearing, undo and redo bring nothing back.
            <TextBox
                key={paste.clearings}
                id="box"
                placeholder="Paste a token, or anything that holds one"
                label="Token, or a text that holds one"
                value={AttrValue::from(paste.text.clone())}
                oninput={dispatch.from(|event: InputEvent| events::edit(&event))}
            />
        </div>
    }
}
