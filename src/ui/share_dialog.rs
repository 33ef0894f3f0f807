//! What is handed on: without the signature by default, with claims masked, and whole as a deliberate choice.

use std::collections::HashSet;

use jwt_inspector::decode::gather::Gather;
use jwt_inspector::inspect::exposure::Topic;
use jwt_inspector::inspect::validity::{Status, Validity};
use jwt_inspector::inspect::{Inspected, calendar, display};
use jwt_inspector::share::redact::{self, Maskable};
use jwt_inspector::share::{copy, link, redact::Redacted};
use yew::prelude::*;

use super::app::State;
use super::commands::{Command, Copy};
use super::element::{Element, button, button_for, element};
use super::glyphs::{beginning, prose, shown};

const WHO_SEES_IT: &str = "The token stands behind the # of the link. Browsers do not send that part to any server, but \
    it is kept in the browser's history, and by every chat or mail the link goes through. Whoever sees the link can \
    read the claims. It is not compressed, so that scanners for secrets still recognize it.";

/// Links up to this many characters go through everywhere.
const CARRIED: usize = 2_000;
/// Longer ones go through so little that the text is offered instead.
const LONGEST: usize = 8_000;

/// So much of the masked payload is shown.
const SHOWN: usize = 1_500;

/// Written out only while it is open.
pub fn share_dialog(state: &State, inspected: &Inspected) -> Html {
    let header = element("header")
        .hold(element("h2").with("id", "share-title").say("Share this token"))
        .hold(button(Command::CloseShare, "Close"));
    let dialog = element("dialog").with("id", "share").with("aria-labelledby", "share-title").hold(header);
    dialog.when(state.shows_share, |dialog| contents(dialog, state, inspected)).node()
}

fn contents(dialog: Element, state: &State, inspected: &Inspected) -> Element {
    let token = &inspected.token;
    let maskable = redact::maskable(token);
    let redacted = state.redacted().filter(|_| !maskable.is_empty());
    let length = |fragment: &str| state.address.chars().count() + fragment.chars().count();
    let whole_length = length(&link::whole(token));
    let unsigned = copy::without_signature(token);
    dialog
        .hold(without_the_signature(&maskable, unsigned.unread, length(&link::of_unsigned(&unsigned))))
        .when_some(redacted, |dialog, redacted| {
            let length = length(&link::redacted(&redacted));
            dialog.hold(with_claims_masked(&maskable, &state.masks(), &redacted, length))
        })
        .when(token.has_signature(), |dialog| dialog.hold(whole(inspected, whole_length)))
        .hold(reports())
        .hold(element("p").class("fine").say(WHO_SEES_IT))
}

fn section(title: &'static str) -> Element {
    element("section").hold(element("h3").say(title))
}

fn without_the_signature(maskable: &[Maskable], unread: usize, length: usize) -> Element {
    let personal: Vec<_> = maskable
        .iter()
        .filter(|claim| claim.is_suggested)
        .take(8)
        .map(|claim| ["`", &display::capped(&claim.name, 40), "`"].concat())
        .gather();
    let what = "Whoever opens the link reads the same header and claims. Without its signature the token cannot be used \
        to sign in.";
    let among = ["Among the claims: ", &personal.join(", "), "."].concat();
    section("Without the signature")
        .hold(element("p").say(what))
        .when(!personal.is_empty(), |section| section.hold(element("p").hold(prose(&among))))
        .when_some(left_out(unread), |section, said| section.hold(said))
        .hold(
            copy_button(length, Copy::LinkWithoutSignature, "Copy link", Copy::TokenWithoutSignature, "Copy text")
                .class("primary"),
        )
        .hold(length_of_link(length))
}

fn with_claims_masked(maskable: &[Maskable], masks: &[String], redacted: &Redacted, length: usize) -> Element {
    let masks: HashSet<&String> = masks.iter().collect();
    let choices = maskable.iter().enumerate().map(|(position, claim)| {
        let is_masked = masks.contains(&claim.name);
        button_for(Command::Mask(position))
            .with("aria-pressed", if is_masked { "true" } else { "false" })
            .hold(shown(beginning(&claim.name, 40).unwrap_or(&claim.name)))
    });
    let also = redacted.also.iter().map(|pointer| ["`", &display::capped(pointer, 80), "`"].concat()).gather();
    let also = ["Masked too, for they hold the same: ", &also.join(", "), "."].concat();
    let disclosures = [&display::counted(redacted.left_out, "disclosure"), " left out."].concat();
    let text = beginning(&redacted.payload, SHOWN);
    let is_cut = text.is_some();
    let payload = element("pre")
        .with("tabindex", "0")
        .with("aria-label", "The claims as they are handed on")
        .hold(shown(text.unwrap_or(&redacted.payload)))
        .say(if is_cut { "…" } else { "" });
    section("Redacted")
        .hold(
            element("p").say(
                "Press what is to be masked. The signature is left out, and the link says that claims are masked.",
            ),
        )
        .hold(element("div").class("cluster masks").hold_all(choices))
        .hold(payload)
        .when(!redacted.also.is_empty(), |section| section.hold(element("p").hold(prose(&also))))
        .when(redacted.left_out > 0, |section| section.hold(element("p").text(disclosures)))
        .when_some(left_out(redacted.unread), |section, said| section.hold(said))
        .hold(
            element("div")
                .class("cluster")
                .hold(copy_button(
                    length,
                    Copy::RedactedLink,
                    "Copy redacted link",
                    Copy::RedactedToken,
                    "Copy redacted text",
                ))
                .hold(button(Command::Copy(Copy::RedactedMarkdown), "Copy redacted report")),
        )
        .hold(length_of_link(length))
}

/// What a copy does not hold because nobody could tell what it says.
fn left_out(unread: usize) -> Option<Element> {
    let verb = if unread == 1 { "was" } else { "were" };
    let said = format!("{} could not be read whole and {verb} left out.", display::counted(unread, "value"));
    (unread > 0).then(|| element("p").text(said))
}

fn whole(inspected: &Inspected, length: usize) -> Element {
    let exposure = inspected.judgement.exposure.as_ref();
    let has = |topic| exposure.is_some_and(|exposure| exposure.statements.iter().any(|said| said.topic == topic));
    let claims = inspected.token.payload().and_then(|payload| payload.value());
    let is_bound = claims.is_some_and(|claims| claims.member("cnf").is_some());
    let (warning, what) = if has(Topic::Revocation) {
        let can = "if it is genuine, whoever has the link can use the token as its owner ";
        let unless = if is_bound { ", unless they must show the key that `cnf` binds it to." } else { "." };
        ("▲ A credential: ", [can, &until(&inspected.judgement.validity), unless].concat())
    } else {
        ("▲ All of it: ", "whoever has the link can show it wherever such tokens are accepted.".to_owned())
    };
    let what = element("p")
        .hold(element("b").class("severity").with("data-severity", "warning").say(warning))
        .hold(prose(&what));
    let choice = element("details")
        .hold(element("summary").say("Share it with the signature"))
        .hold(what)
        .hold(copy_button(
            length,
            Copy::WholeLink,
            "Copy link with the signature",
            Copy::WholeToken,
            "Copy text with the signature",
        ))
        .hold(length_of_link(length));
    section("The whole token").hold(choice)
}

/// The text itself where a link would be too long to go through.
fn copy_button(length: usize, link: Copy, link_words: &'static str, text: Copy, text_words: &'static str) -> Element {
    match length > LONGEST {
        true => button(Command::Copy(text), text_words),
        false => button(Command::Copy(link), link_words),
    }
}

fn length_of_link(length: usize) -> Element {
    let characters = display::counted(length, "character");
    let said = element("p").class("fine");
    if length > LONGEST {
        return said.text(
            ["A link would have ", &characters, ", more than most programs carry: so the text is copied."].concat(),
        );
    }
    if length > CARRIED {
        let sign = element("span").class("severity").with("data-severity", "warning").say("▲ ");
        return said.hold(sign).text(["A link of ", &characters, ": some chats and mail programs cut it."].concat());
    }
    said.text(["A link of ", &characters, "."].concat())
}

fn reports() -> Element {
    let ticket = "For a ticket: verdicts, claims and findings in Markdown, without the signature.";
    let json = "As JSON: everything that stands on this page, for all tokens of the paste, signatures included.";
    section("As a report")
        .hold(element("p").say(ticket))
        .hold(button(Command::Copy(Copy::Markdown), "Copy as Markdown"))
        .hold(element("p").say(json))
        .hold(
            element("div")
                .class("cluster")
                .hold(button(Command::SaveReport, "Save report (JSON)"))
                .hold(button(Command::Copy(Copy::Report), "Copy report")),
        )
}

/// Until when it works.
fn until(validity: &Validity) -> String {
    let ends = match (validity.status, validity.expires_at) {
        (Status::Expired, Some(at)) => {
            ["wherever it is still accepted, though it has expired (", &calendar::day_and_time(at), ")"].concat()
        }
        (Status::NoExpiry, _) => "until it is revoked: it never expires".to_owned(),
        (_, Some(at)) => ["until ", &calendar::day_and_time(at)].concat(),
        (_, None) => "for as long as it works".to_owned(),
    };
    let later = validity.not_before.filter(|_| validity.status == Status::NotYetValid);
    match later {
        Some(from) => ["from ", &calendar::day_and_time(from), " ", &ends].concat(),
        None => ends,
    }
}

#[cfg(test)]
mod tests {
    use super::super::app::Action;
    use super::super::testing::{markup, state, token};
    use super::*;

    fn dialog(text: &str, actions: Vec<Action>) -> String {
        let mut state = state(text);
        state.address = "https://jwt.example/".into();
        state.learn(Action::Pressed(Command::OpenShare));
        actions.into_iter().for_each(|action| state.learn(action));
        markup(share_dialog(&state, state.shown().expect("a token")))
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
        let chosen = dialog(&text, vec![Action::Pressed(Command::Mask(0)), Action::Pressed(Command::Mask(2))]);
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
        let inner = token(r#"{"alg":"HS256"}"#, "{}", 32);
        let encoded = in_base64(&inner);
        let two = said(&format!(r#"{{"a":"x {encoded}","b":["y {encoded}"]}}"#));
        assert_eq!(two.matches("2 values could not be read whole and were left out.").count(), 2, "{two}");
    }

    fn in_base64(text: &str) -> String {
        jwt_inspector::decode::base64url::encode(format!("user:{text}").as_bytes())
    }

    #[test]
    fn offers_no_masks_where_there_are_no_claims() {
        let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
        assert!(!dialog(&text, vec![]).contains("Redacted"));
    }
}
