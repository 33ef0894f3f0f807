//! What panels have in common: a head with a title, how much there is, and a link to the guide.

use ::guide::Question;
use decode::{Part, Token};
use yew::prelude::*;

use crate::state::Dispatch;
use crate::views::guide::to_place;

/// A whole panel, for content that is not a part of the token.
pub fn section(title: &'static str, extent: String, dispatch: &Dispatch, contents: Html) -> Html {
    html! {
        <section class="panel" aria-label={title} id={panel_id(title)}>
            <header>
                <h2>{title}</h2>
                <span class="size">{extent}</span>
                {guide_to(title, dispatch)}
            </header>
            {contents}
        </section>
    }
}

/// The id of a panel that is no part of the token: "panel-keys-inside".
pub fn panel_id(title: &str) -> String {
    format!("panel-{}", title.to_ascii_lowercase().replace(' ', "-"))
}

/// What stands in the head of a part's panel. `extent` says how much there is.
pub fn head(title: &'static str, extent: String, dispatch: &Dispatch) -> Html {
    html! {
        <>
            <h2><i aria-hidden="true" />{title}</h2>
            <span class="size">{extent}</span>
            {guide_to(title, dispatch)}
        </>
    }
}

/// What a part's panel is called: several signatures or recipients have panels of the same title, so each names its own.
pub fn label_of(title: &str, token: &Token, part: &Part) -> String {
    match part.group {
        Some(group) if token.group_count() > 1 => format!("{title} {}", group + 1),
        _ => title.to_owned(),
    }
}

/// The titles of panels, and the questions of the guide they belong to.
const PLACES: [(&str, Question); 11] = [
    ("Header", Question::Algorithms),
    ("Unprotected header", Question::Algorithms),
    ("Shared header", Question::Algorithms),
    ("Claims", Question::PersonalData),
    ("Payload", Question::Exact),
    ("Signature", Question::Decoded),
    ("Keys inside", Question::Keys),
    ("Certificates", Question::Keys),
    ("Encrypted content", Question::SignOrEncrypt),
    ("Disclosures", Question::PersonalData),
    ("Status list", Question::Revoke),
];

/// The link to what the guide says on the panel of this title.
pub fn guide_to(title: &str, dispatch: &Dispatch) -> Html {
    match PLACES.iter().find(|(panel, _)| *panel == title) {
        Some((_, question)) => to_place(*question, "Guide", dispatch),
        None => Html::default(),
    }
}
