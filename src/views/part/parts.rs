//! Parts that have no panel of their own: what they are for, how long they are, and what that says.

use std::ops::Range;
use std::rc::Rc;

use decode::{Part, Role};
use inspect::material::jwe;
use inspection::Inspected;
use yew::prelude::*;

use super::inside::openers;
use super::panel::{guide_to, panel_id};
use crate::state::{Dispatch, Selection};
use crate::views::glyphs::{prose, size};
use crate::views::long_list::{LongList, Rows};
use crate::views::same::SameToken;

fn has_panel(role: Role) -> bool {
    matches!(
        role,
        Role::Header
            | Role::UnprotectedHeader
            | Role::SharedHeader
            | Role::Payload
            | Role::Signature
            | Role::Disclosure
    )
}

pub fn other_parts(inspected: &Rc<Inspected>, marked: Option<Selection>, dispatch: &Dispatch) -> Html {
    let token = &inspected.token;
    let others = token.parts.iter().enumerate().filter(|(_, part)| !has_panel(part.role));
    let others: Vec<usize> = others.map(|(position, _)| position).collect();
    if others.is_empty() {
        return Html::default();
    }
    let title = if token.format.is_encrypted() { "Encrypted content" } else { "Other parts" };
    let knowable = if token.format.is_encrypted() { jwe::knowable(token) } else { Vec::new() };
    let needed = marked.and_then(|marked| others.binary_search(&marked.part).ok());
    let count = others.len();
    let rows = PartRows { shown: inspected.into(), others: others.into(), dispatch: dispatch.clone() };
    html! {
        <section class="panel" aria-label={title} id={panel_id(title)}>
            <header><h2>{title}</h2>{guide_to(title, dispatch)}</header>
            for sentence in &knowable {
                <p class="remark">{prose(sentence)}</p>
            }
            <LongList<PartRows> {rows} {count} {needed} />
        </section>
    }
}

#[derive(Clone, PartialEq)]
struct PartRows {
    shown: SameToken,
    /// Positions of the parts.
    others: Rc<[usize]>,
    dispatch: Dispatch,
}

impl Rows for PartRows {
    fn draw(&self, rows: Range<usize>) -> Html {
        let positions = self.others.get(rows).unwrap_or_default();
        let parts = positions.iter().filter_map(|position| Some((*position, self.shown.token.parts.get(*position)?)));
        parts.map(|(position, part)| row(&self.shown, position, part, &self.dispatch)).collect()
    }

    fn only(&self, _: &Range<usize>) -> Self {
        self.clone()
    }
}

fn row(inspected: &Inspected, position: usize, part: &Part, dispatch: &Dispatch) -> Html {
    let said = jwe::of_part(&inspected.token, part).unwrap_or_default();
    let selection = Selection { part: position, member: None };
    html! {
        <li
            class="row"
            id={selection.row_id()}
            data-selection={selection.to_attribute()}
            data-role={part.role.id()}
        >
            <span class="name">{name(part)}</span>
            <span class="value">{size(part.bytes.len())}</span>
            <p class="meaning"><em>{prose(&said)}</em>{" "}{meaning(part.role)}</p>
            {openers(inspected, position, None, dispatch)}
        </li>
    }
}

/// "encrypted key", or "encrypted key 2" where there are several.
fn name(part: &Part) -> String {
    match part.group {
        Some(group @ 1..) => format!("{} {}", part.role.name(), group + 1),
        _ => part.role.name().to_owned(),
    }
}

fn meaning(role: Role) -> &'static str {
    match role {
        Role::EncryptedKey => "The key of the content, for the recipient alone",
        Role::InitializationVector => "Makes every encryption with the same key different; not secret",
        Role::Ciphertext => "The content. Only holders of the key can read it; this page has no key",
        Role::AuthenticationTag => "Shows the recipient whether anything was changed on the way",
        Role::KeyBinding => "Proof that the one who presents the token holds a key that it names",
        Role::AdditionalData => "Readable by everyone; the authentication tag covers it",
        _ => "Not part of the format; a verifier should refuse the token",
    }
}
