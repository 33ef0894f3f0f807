//! The box that takes the text, over the same text in colours.

use std::rc::Rc;

use decode::Span;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::runs::{coloured, runs};
use crate::browser::events;
use crate::state::{Dispatch, State};

/// A text box that keeps browsers and extensions from storing what is in it, or sending it to their makers.
#[derive(Properties, PartialEq)]
pub struct TextBoxProps {
    pub id: &'static str,
    pub placeholder: &'static str,
    pub label: &'static str,
    /// What it holds; None leaves that to the browser.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// In UTF-16 units.
    #[prop_or_default]
    pub max_length: Option<usize>,
    pub oninput: Callback<InputEvent>,
}

#[component]
pub fn TextBox(props: &TextBoxProps) -> Html {
    let mut text_box = html! {
        <textarea
            id={props.id}
            placeholder={props.placeholder}
            aria-label={props.label}
            rows="1"
            maxlength={props.max_length.map(|length| length.to_string())}
            value={props.value.clone()}
            oninput={props.oninput.clone()}
            inputmode="text"
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            spellcheck="false"
            writingsuggestions="false"
            translate="no"
            class="notranslate"
            data-gramm="false"
            data-gramm_editor="false"
            data-enable-grammarly="false"
            data-lpignore="true"
            data-bwignore=""
        />
    };
    if let VNode::VTag(tag) = &mut text_box {
        // A name that `html!` cannot write.
        Rc::make_mut(tag).add_attribute("data-1p-ignore", "");
    }
    text_box
}

pub fn paste_box(state: &State, dispatch: &Dispatch) -> Html {
    let paste = &state.paste;
    let runs = runs(&paste.text, &paste.reading, state.answer.chosen, &state.answer.opened);
    let whole = Span::new(0, paste.text.len());
    html! {
        <div class="box">
            <div class="backdrop" aria-hidden="true">
                {coloured(&paste.text, &runs, whole, state.marks.marked())}
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
