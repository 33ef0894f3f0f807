//! Fields for texts that nobody else is to keep.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

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
    kept_nowhere(html! {
        <textarea
            id={props.id}
            placeholder={props.placeholder}
            aria-label={props.label}
            rows="1"
            class="notranslate"
            maxlength={props.max_length.map(|length| length.to_string())}
            value={props.value.clone()}
            oninput={props.oninput.clone()}
        />
    })
}

/// Keep browsers and extensions from storing what is in a field, or sending it to their makers.
const KEPT_NOWHERE: [(&str, &str); 13] = [
    ("inputmode", "text"),
    ("autocomplete", "off"),
    ("autocorrect", "off"),
    ("autocapitalize", "off"),
    ("spellcheck", "false"),
    ("writingsuggestions", "false"),
    ("translate", "no"),
    ("data-gramm", "false"),
    ("data-gramm_editor", "false"),
    ("data-enable-grammarly", "false"),
    ("data-1p-ignore", ""),
    ("data-lpignore", "true"),
    ("data-bwignore", ""),
];

/// A field that takes what may be a credential, or tells when one was used.
pub fn kept_nowhere(mut field: Html) -> Html {
    if let VNode::VTag(tag) = &mut field {
        let tag = Rc::make_mut(tag);
        KEPT_NOWHERE.iter().for_each(|(name, value)| tag.add_attribute(name, *value));
    }
    field
}
