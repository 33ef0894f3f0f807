//! What is handed on: without the signature by default, with claims masked, and whole as a deliberate choice.

use std::collections::HashSet;
use std::rc::Rc;

use inspect::display;
use inspect::exposure::Topic;
use inspect::time::instants;
use inspect::validity::{Status, Validity};
use inspection::Inspected;
use share::redact::{self, Maskable, Redacted};
use share::{copy, link};
use yew::prelude::*;

use crate::state::{Action, Copied, Dispatch, Toast, sharing};
use crate::views::glyphs::{beginning, prose, shown};
use crate::views::same::Same;

const WHO_SEES_IT: &str = "The token stands behind the # of the link. Browsers do not send that part to any server, but \
    it is kept in the browser's history, and by every chat or mail the link goes through. Whoever sees the link can \
    read the claims. It is not compressed, so that scanners for secrets still recognize it.";

/// Links up to this many characters go through everywhere.
const CARRIED: usize = 2_000;
/// Longer ones go through so little that the text is offered instead.
const LONGEST: usize = 8_000;
/// So many characters of the masked payload are shown.
const SHOWN: usize = 1_500;

#[derive(Properties, PartialEq)]
pub struct ShareDialogProps {
    pub is_open: bool,
    pub shown: Same<Inspected>,
    /// The names of the claims that the reader chose to mask.
    pub masked: Option<Vec<String>>,
    /// What a button just did. The page's own toast stands behind the dialog, where it is neither seen nor read aloud.
    pub toast: Option<Toast>,
    /// Of the page.
    pub address: Rc<str>,
    pub dispatch: Dispatch,
}

/// Written out only while it is open.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    html! {
        <dialog id="share" aria-labelledby="share-title">
            <header>
                <h2 id="share-title">{"Share this token"}</h2>
                <button onclick={props.dispatch.on(Action::DialogClosed)}>{"Close"}</button>
            </header>
            if props.is_open {
                {contents(props)}
            }
            <p class="fine done" role="status">{props.toast.filter(|_| props.is_open).map(Toast::message)}</p>
        </dialog>
    }
}

fn contents(ShareDialogProps { shown: inspected, masked, toast, address, dispatch, .. }: &ShareDialogProps) -> Html {
    let token = &inspected.token;
    let maskable = redact::maskable(token, &inspected.description);
    let masks = sharing::masks(&maskable, masked.as_deref());
    let redacted = sharing::redacted(token, &masks).filter(|_| !maskable.is_empty());
    let unsigned = copy::without_signature(token);
    let copying = &Copying { toast: *toast, dispatch };
    let length = |fragment: &str| address.chars().count() + fragment.chars().count();
    html! {
        <>
            {without_the_signature(&maskable, unsigned.unread, length(&link::of_unsigned(&unsigned)), copying)}
            if let Some(redacted) = redacted {
                {with_claims_masked(&maskable, &masks, &redacted, length(&link::redacted(&redacted)), copying)}
            }
            if token.has_signature() {
                {whole(inspected, length(&link::whole(token)), copying)}
            }
            {reports(copying)}
            <p class="fine">{WHO_SEES_IT}</p>
        </>
    }
}

fn without_the_signature(maskable: &[Maskable], unread: usize, length: usize, copying: &Copying) -> Html {
    let personal = maskable.iter().filter(|claim| claim.is_suggested).take(8);
    let personal: Vec<String> = personal.map(|claim| display::quoted(&claim.name, 40)).collect();
    let link = (Copied::LinkWithoutSignature, "Copy link");
    let text = (Copied::TokenWithoutSignature, "Copy text");
    html! {
        <section>
            <h3>{"Without the signature"}</h3>
            <p>
                {"Whoever opens the link reads the same header and claims. Without its signature the token cannot be \
                  used to sign in."}
            </p>
            if !personal.is_empty() {
                <p>{prose(&format!("Among the claims: {}.", personal.join(", ")))}</p>
            }
            {left_out(unread)}
            {copying.link_or_text(length, link, text, Some("primary"))}
            {length_of_link(length)}
        </section>
    }
}

fn with_claims_masked(
    maskable: &[Maskable],
    masks: &[String],
    redacted: &Redacted,
    length: usize,
    copying: &Copying,
) -> Html {
    let masks: HashSet<&String> = masks.iter().collect();
    let also: Vec<String> = redacted.also.iter().map(|pointer| display::quoted(pointer, 80)).collect();
    let text = beginning(&redacted.payload, SHOWN);
    let link = (Copied::RedactedLink, "Copy redacted link");
    let whole_text = (Copied::RedactedToken, "Copy redacted text");
    html! {
        <section>
            <h3>{"Redacted"}</h3>
            <p>{"Press what is to be masked. The signature is left out, and the link says that claims are masked."}</p>
            <div class="cluster masks">
                for (position, claim) in maskable.iter().enumerate() {
                    <button
                        aria-pressed={masks.contains(&claim.name).to_string()}
                        onclick={copying.dispatch.on(Action::MaskToggled(position))}
                    >
                        <code>{display::capped(&claim.name, 40)}</code>
                    </button>
                }
            </div>
            <pre tabindex="0" aria-label="The claims as they are handed on">
                {shown(text.unwrap_or(&redacted.payload))}{text.map_or("", |_| "…")}
            </pre>
            if !also.is_empty() {
                <p class="also">{prose(&format!("Masked too, for they hold the same: {}.", also.join(", ")))}</p>
            }
            if redacted.left_out > 0 {
                <p>{format!("{} left out.", display::counted(redacted.left_out, "disclosure"))}</p>
            }
            {left_out(redacted.unread)}
            <div class="cluster">
                {copying.link_or_text(length, link, whole_text, None)}
                {copying.button(Copied::RedactedMarkdown, "Copy redacted report", None)}
            </div>
            {length_of_link(length)}
        </section>
    }
}

/// What a copy does not hold because nobody could tell what it says.
fn left_out(unread: usize) -> Html {
    let verb = if unread == 1 { "was" } else { "were" };
    html! {
        if unread > 0 {
            <p>{format!("{} could not be read whole and {verb} left out.", display::counted(unread, "value"))}</p>
        }
    }
}

fn whole(inspected: &Inspected, length: usize, copying: &Copying) -> Html {
    let exposure = inspected.judgement.exposure.as_ref();
    let has = |topic| exposure.is_some_and(|exposure| exposure.statements.iter().any(|said| said.topic == topic));
    let claims = inspected.token.payload().and_then(|payload| payload.value());
    let is_bound = claims.is_some_and(|claims| claims.member("cnf").is_some());
    let (warning, what) = if has(Topic::Revocation) {
        let until = until(&inspected.judgement.validity);
        let unless = if is_bound { ", unless they must show the key that `cnf` binds it to." } else { "." };
        let what = format!("if it is genuine, whoever has the link can use the token as its owner {until}{unless}");
        ("▲ A credential: ", what)
    } else {
        ("▲ All of it: ", "whoever has the link can show it wherever such tokens are accepted.".to_owned())
    };
    let link = (Copied::WholeLink, "Copy link with the signature");
    let text = (Copied::WholeToken, "Copy text with the signature");
    html! {
        <section>
            <h3>{"The whole token"}</h3>
            <details>
                <summary>{"Share it with the signature"}</summary>
                <p><b class="severity" data-severity="warning">{warning}</b>{prose(&what)}</p>
                {copying.link_or_text(length, link, text, None)}
                {length_of_link(length)}
            </details>
        </section>
    }
}

/// Makes the buttons that copy. The one that was pressed says for a moment that it is done.
struct Copying<'d> {
    toast: Option<Toast>,
    dispatch: &'d Dispatch,
}

impl Copying<'_> {
    fn button(&self, what: Copied, words: &'static str, class: Option<&'static str>) -> Html {
        let words = if self.toast == Some(Toast::Copied(what)) { "Copied" } else { words };
        html! { <button {class} onclick={self.dispatch.on(Action::CopyWanted(what))}>{words}</button> }
    }

    /// Copies the link, or the text itself where a link would be too long to go through.
    fn link_or_text(
        &self,
        length: usize,
        link: (Copied, &'static str),
        text: (Copied, &'static str),
        class: Option<&'static str>,
    ) -> Html {
        let (what, words) = if length > LONGEST { text } else { link };
        self.button(what, words, class)
    }
}

fn length_of_link(length: usize) -> Html {
    let characters = display::counted(length, "character");
    html! {
        <p class="fine">
            if length > LONGEST {
                {format!("A link would have {characters}, more than most programs carry: so the text is copied.")}
            } else if length > CARRIED {
                <span class="severity" data-severity="warning">{"▲ "}</span>
                {format!("A link of {characters}: some chats and mail programs cut it.")}
            } else {
                {format!("A link of {characters}.")}
            }
        </p>
    }
}

fn reports(copying: &Copying) -> Html {
    html! {
        <section>
            <h3>{"As a report"}</h3>
            <p>{"For a ticket: verdicts, claims and findings in Markdown, without the signature."}</p>
            {copying.button(Copied::Markdown, "Copy as Markdown", None)}
            <p>{"As JSON: everything that stands on this page, for all tokens of the paste, signatures included."}</p>
            <div class="cluster">
                <button onclick={copying.dispatch.on(Action::ReportWanted)}>{"Save report (JSON)"}</button>
                {copying.button(Copied::Report, "Copy report", None)}
            </div>
        </section>
    }
}

/// Until when it works.
fn until(validity: &Validity) -> String {
    let ends = match (validity.status, validity.expires_at) {
        (Status::Expired, Some(at)) => {
            format!("wherever it is still accepted, though it has expired ({})", instants::day_and_time(at))
        }
        (Status::NoExpiry, _) => "until it is revoked: it has no expiry time".to_owned(),
        (_, Some(at)) => format!("until {}", instants::day_and_time(at)),
        (_, None) => "for as long as it works".to_owned(),
    };
    match validity.not_before.filter(|_| validity.status == Status::NotYetValid) {
        Some(from) => format!("from {} {ends}", instants::day_and_time(from)),
        None => ends,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Dialog;
    use crate::views::testing::{dispatch, markup, state, token};

    fn dialog(text: &str, actions: Vec<Action>) -> String {
        let mut state = state(text);
        state.settings.address = "https://jwt.example/".into();
        state.reduce(Action::ShareOpened);
        for action in actions {
            state.reduce(action);
        }
        markup(html! {
            <ShareDialog
                is_open={state.open_dialog == Some(Dialog::Share)}
                shown={state.shown().expect("a token")}
                masked={state.masked.clone()}
                toast={state.toast}
                address={Rc::clone(&state.settings.address)}
                dispatch={dispatch()}
            />
        })
    }

    const CLAIMS: &str = r#"{"sub":"grace-17","email":"grace@example.com","scope":"read"}"#;

    #[test]
    fn is_written_only_while_it_is_open() {
        let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
        assert!(dialog(&text, vec![]).contains("Copy link"));
        assert!(!dialog(&text, vec![Action::DialogClosed]).contains("Copy link"));
    }

    #[test]
    fn masks_what_is_suggested_until_somebody_chooses() {
        let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
        let suggested = dialog(&text, vec![]);
        assert!(
            suggested.contains(r#"{"sub":"redacted by the sender","email":"redacted by the sender","scope":"read"}"#)
                || suggested
                    .replace("&quot;", "\"")
                    .contains(r#"{"sub":"redacted by the sender","email":"redacted by the sender","scope":"read"}"#),
            "{suggested}"
        );
        let chosen = dialog(&text, vec![Action::MaskToggled(0), Action::MaskToggled(2)]);
        assert!(
            chosen
                .replace("&quot;", "\"")
                .contains(r#"{"sub":"grace-17","email":"redacted by the sender","scope":"redacted by the sender"}"#),
            "{chosen}"
        );
    }

    #[test]
    fn says_no_more_of_a_token_than_is_known() {
        let with = |header: &str, claims: &str| dialog(&token(header, claims, 64), vec![]);
        let es256 = r#"{"alg":"ES256"}"#;
        let owner = "if it is genuine, whoever has the link can use the token as its owner until";
        assert!(with(es256, r#"{"sub":"u","exp":4102444800}"#).contains(owner));
        assert!(!with(es256, r#"{"sub":"u","exp":4102444800}"#).contains("unless"));
        let bound = with(es256, r#"{"sub":"u","exp":4102444800,"cnf":{"jkt":"k"}}"#);
        assert!(bound.contains(", unless they must show the key that "), "{bound}");
        let later = with(es256, r#"{"sub":"u","nbf":4102444000,"exp":4102444800}"#);
        assert!(later.contains("as its owner from 31 Dec 2099"), "{later}");
        for (header, claims) in
            [(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, "{}"), (es256, r#"{"iss":"i","events":{"urn:x":{}}}"#)]
        {
            let text = with(header, claims);
            assert!(text.contains("wherever such tokens are accepted") && !text.contains("owner"), "{text}");
        }
    }

    #[test]
    fn says_how_long_a_link_would_be() {
        let padded = |bytes: usize| token(r#"{"alg":"HS256"}"#, &["{\"a\":\"", &"x".repeat(bytes), "\"}"].concat(), 32);
        assert!(dialog(&padded(10), vec![]).contains("A link of 92 characters."), "{}", dialog(&padded(10), vec![]));
        assert!(dialog(&padded(2_000), vec![]).contains("some chats and mail programs cut it"));
        let long = dialog(&padded(8_000), vec![]);
        assert!(long.contains("Copy text") && !long.contains("Copy link"), "{long}");
    }

    #[test]
    fn says_what_could_not_be_read_and_was_left_out() {
        let said = |claims: &str| dialog(&token(r#"{"alg":"HS256"}"#, claims, 32), vec![]);
        assert!(!said(CLAIMS).contains("could not be read whole"));
        let one = said(r#"{"a":"b","t":"cut off"#);
        assert_eq!(one.matches("1 value could not be read whole and was left out.").count(), 1, "{one}");
        // A blank before its brace: no reader of tokens knows such a header.
        let odd = token(r#" {"alg":"HS256"}"#, "{}", 32);
        let two = said(&format!(r#"{{"a":"x {odd}","b":["y {odd}"]}}"#));
        assert_eq!(two.matches("2 values could not be read whole and were left out.").count(), 2, "{two}");
    }

    #[test]
    fn says_that_it_has_copied_where_it_can_be_seen() {
        let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
        let copied = |what, is_done| dialog(&text, vec![Action::Copied { what, is_done }]);
        let link = copied(Copied::LinkWithoutSignature, true);
        assert!(link.contains(">Copied</button>") && link.contains(">Copied the link</p>"), "{link}");
        assert!(!link.contains(">Copy link</button>") && link.contains(">Copy redacted link</button>"), "{link}");
        let refused = copied(Copied::Report, false);
        assert!(
            refused.contains("did not allow copying</p>") && refused.contains(">Copy report</button>"),
            "{refused}"
        );
        let faded = vec![Action::Copied { what: Copied::Report, is_done: true }, Action::ToastFaded];
        assert!(!dialog(&text, faded).contains("Copied"));
    }

    #[test]
    fn offers_no_masks_where_there_are_no_claims() {
        let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
        assert!(!dialog(&text, vec![]).contains("Redacted"));
    }
}
