//! What is shared: without the signature at first, with some claims masked, and whole as a deliberate choice.

mod expected;
mod options;
mod preview;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::rc::Rc;

use decode::Token;
use inspect::display;
use inspection::Inspected;
use share::copy;
use share::link::{self, LinkExpectations};
use share::redact::{self, Maskable, Redacted};
use yew::prelude::*;

use crate::state::sharing::{self, MaskChoice, ShareForm, Sharing};
use crate::state::{Action, Copied, Dispatch, Toast};
use crate::views::same::Same;

const WHO_SEES_IT: &str = "The token stands behind the # of the link. Browsers do not send that part to any server, \
    but it is kept in the browser's history, and by every chat or mail the link goes through. Whoever sees the link \
    can read the claims. It is not compressed, so that scanners for secrets still recognize it.";

/// Links up to this many characters go through everywhere.
const CARRIED: usize = 2_000;
/// Longer ones go through so little that the text is offered instead.
const LONGEST: usize = 8_000;

#[derive(Properties, PartialEq)]
pub struct ShareDialogProps {
    pub is_open: bool,
    pub shown: Same<Inspected>,
    pub sharing: Sharing,
    /// What the service expects, as the reader wrote it.
    pub expectations: LinkExpectations,
    /// What else it expects, which no link carries: "scopes".
    pub left_by_link: Vec<String>,
    /// The text holds other tokens too.
    pub is_one_of_several: bool,
    /// What a button just did. The page's own toast stands behind the dialog, where it is neither seen nor read aloud.
    pub toast: Option<Toast>,
    /// Of the page.
    pub address: Rc<str>,
    pub dispatch: Dispatch,
}

/// Written out only while it is open.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let shared = props.is_open.then(|| SharedToken::new(props));
    html! {
        <dialog id="share" aria-labelledby="share-title">
            <header>
                <h2 id="share-title">{"Share this token"}</h2>
                <button class="quiet" onclick={props.dispatch.on(Action::DialogClosed)}>
                    {"Close"}<kbd aria-hidden="true">{"Esc"}</kbd>
                </button>
            </header>
            if let Some(shared) = &shared {
                {options::options(props, shared)}
                {what_differs(props, shared)}
                {expected::choice(props, shared)}
                {preview::preview(props, shared)}
                {who_sees_it(shared)}
            }
            <footer>
                if let Some(shared) = &shared {
                    {actions(props, shared)}
                }
                <p class="said" role="status">
                    {shared.as_ref().zip(props.toast).map(|(shared, toast)| said(shared, toast))}
                </p>
                if let Some(shared) = &shared {
                    {facts(props, shared)}
                }
            </footer>
        </dialog>
    }
}

/// What goes to the reader, as it is chosen now.
struct SharedToken {
    maskable: Vec<Maskable>,
    masks: Vec<String>,
    form: ShareForm,
    has_signature: bool,
    is_encrypted: bool,
    /// As it is handed on.
    text: String,
    /// None where the text is that of the token itself.
    redacted: Option<Redacted>,
    /// Values that could not be read, and were left out.
    unread: usize,
    /// What the service expects, as far as the link carries it; empty where that was not chosen.
    expectations: LinkExpectations,
    /// Of the link, in characters.
    length: usize,
}

impl SharedToken {
    fn new(props: &ShareDialogProps) -> Self {
        let token: &Token = &props.shown.token;
        let maskable = redact::maskable(token, &props.shown.description);
        let masks = props.sharing.masks(&maskable);
        let form = props.sharing.form(&maskable);
        // Without a mask it is what it is without the signature.
        let is_masked = form == ShareForm::Masked && !masks.is_empty();
        let redacted = is_masked.then(|| sharing::redacted(token, &masks)).flatten();
        let (fragment, text, unread) = match (&redacted, form) {
            (Some(redacted), _) => (link::redacted(redacted), redacted.text.clone(), redacted.unread),
            (None, ShareForm::Whole) => (link::whole(token), token.text.clone(), 0),
            (None, _) => {
                let unsigned = copy::without_signature(token);
                (link::of_unsigned(&unsigned), unsigned.text, unsigned.unread)
            }
        };
        let expectations = match props.sharing.has_expectations {
            true => {
                let masks = if form == ShareForm::Masked { &*masks } else { &[] };
                sharing::shared_expectations(token, masks, &props.expectations)
            }
            false => LinkExpectations::default(),
        };
        let fragment = link::with_expectations(&fragment, &expectations);
        Self {
            maskable,
            masks,
            form,
            has_signature: token.has_signature(),
            is_encrypted: token.format.is_encrypted(),
            text,
            redacted,
            unread,
            expectations,
            length: props.address.chars().count() + fragment.chars().count(),
        }
    }

    /// The link, or the text itself where a link would be too long to go through.
    fn copied(&self) -> (Copied, &'static str) {
        match (self.length > LONGEST, self.redacted.is_some(), self.form) {
            (false, true, _) => (Copied::RedactedLink, "Copy link"),
            (true, true, _) => (Copied::RedactedToken, "Copy text"),
            (false, false, ShareForm::Whole) => (Copied::WholeLink, "Copy link"),
            (true, false, ShareForm::Whole) => (Copied::WholeToken, "Copy text"),
            (false, false, _) => (Copied::LinkWithoutSignature, "Copy link"),
            (true, false, _) => (Copied::TokenWithoutSignature, "Copy text"),
        }
    }

    /// "1,378 characters, no signature, 5 claims masked".
    fn extent(&self) -> String {
        let length = if self.length > LONGEST { self.text.chars().count() } else { self.length };
        let characters = display::counted(length, "character");
        let signature = match (self.form, self.has_signature) {
            (_, false) => "it has no signature",
            (ShareForm::Whole, true) => "with its signature",
            (_, true) => "no signature",
        };
        let expected = match self.expectations.count() {
            0 => String::new(),
            _ if self.length > LONGEST => String::new(),
            count => format!(", {}", display::counted(count, "expectation")),
        };
        let masks = if self.redacted.is_some() { self.masks.len() } else { 0 };
        let masked = match (masks, self.maskable.is_empty()) {
            (_, true) => String::new(),
            (0, false) => ", no claim masked".to_owned(),
            (count, false) => format!(", {} masked", display::counted(count, "claim")),
        };
        format!("{characters}, {signature}{masked}{expected}")
    }
}

/// The masks, or what it means to hand on the signature.
fn what_differs(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    match shared.form {
        ShareForm::Masked => masks(props, shared),
        ShareForm::Whole => options::warning(&props.shown),
        ShareForm::Unsigned => Html::default(),
    }
}

fn masks(ShareDialogProps { sharing, dispatch, .. }: &ShareDialogProps, shared: &SharedToken) -> Html {
    let chosen = sharing.choice(&shared.maskable);
    let suggested = shared.maskable.iter().filter(|claim| claim.is_suggested).count();
    let choices = [
        (MaskChoice::Suggested, format!("Suggested ({suggested})")),
        (MaskChoice::All, format!("All ({})", shared.maskable.len())),
        (MaskChoice::None, "None".to_owned()),
    ];
    let masks: HashSet<&String> = shared.masks.iter().collect();
    html! {
        <section aria-labelledby="share-masks">
            <div class="between">
                <h3 id="share-masks">{"Mask"}</h3>
                <span class="mask-choice" role="group" aria-label="Which claims to mask">
                    for (choice, words) in choices {
                        <button
                            aria-pressed={(chosen == Some(choice)).to_string()}
                            onclick={dispatch.on(Action::MasksChosen(choice))}
                        >
                            {words}
                        </button>
                    }
                </span>
            </div>
            <div class="masks" role="group" aria-label="Claims to mask">
                for (position, claim) in shared.maskable.iter().enumerate() {
                    <button
                        aria-pressed={masks.contains(&claim.name).to_string()}
                        onclick={dispatch.on(Action::MaskToggled(position))}
                    >
                        <code>{display::capped(&claim.name, 40)}</code>
                    </button>
                }
            </div>
        </section>
    }
}

fn actions(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    let button = |(what, words): (Copied, &'static str), class: Option<&'static str>| {
        // The one that was pressed says for a moment that it is done.
        let words = if props.toast == Some(Toast::Copied(what)) { "Copied" } else { words };
        html! { <button {class} onclick={props.dispatch.on(Action::CopyWanted(what))}>{words}</button> }
    };
    let ticket = if shared.redacted.is_some() { Copied::RedactedMarkdown } else { Copied::Markdown };
    html! {
        <div class="cluster">
            {button(shared.copied(), Some("primary"))}
            {button((ticket, "Copy report for a ticket"), None)}
            <button onclick={props.dispatch.on(Action::ReportWanted)}>{"Save as JSON"}</button>
            {button((Copied::Report, "Copy as JSON"), None)}
        </div>
    }
}

fn who_sees_it(shared: &SharedToken) -> Html {
    html! {
        <details class="fine">
            <summary>{"Who can see it"}</summary>
            <p>{WHO_SEES_IT}</p>
            if shared.form == ShareForm::Whole {
                <p>{"The JSON report is on all tokens of the text, signatures included."}</p>
            }
        </details>
    }
}

/// What a button did.
fn said(shared: &SharedToken, toast: Toast) -> Html {
    let (copied, _) = shared.copied();
    if toast != Toast::Copied(copied) {
        return html! { <b>{toast.message()}{"."}</b> };
    }
    let what = if shared.length > LONGEST { "Text copied." } else { "Link copied." };
    html! {
        <>
            <b>{what}</b>
            {format!(" {}. Whoever opens it sees “Decoded, not verified”.", shared.extent())}
        </>
    }
}

/// What the first button copies.
fn facts(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    let is_said = props.toast == Some(Toast::Copied(shared.copied().0));
    let characters = display::counted(shared.length, "character");
    html! {
        <>
            if !is_said {
                <p class="fine">
                    if shared.length > LONGEST {
                        {format!("Text: {}. ", shared.extent())}
                        {format!("A link would have {characters}, more than most programs carry.")}
                    } else {
                        {format!("Link: {}.", shared.extent())}
                    }
                </p>
            }
            if shared.length > CARRIED && shared.length <= LONGEST {
                <p class="fine">
                    <span class="severity" data-severity="warning">{"▲ "}</span>
                    {"Some chats and mail programs cut a link of this length."}
                </p>
            }
        </>
    }
}
