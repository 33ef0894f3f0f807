//! The dialog that copies a link: without the signature by default, with it as a deliberate second choice.

use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::calendar;
use jwt_inspector::inspect::validity::{Status, Validity};
use yew::prelude::*;

use super::commands::{Command, Copy};
use super::element::{Element, button, element};

const WHO_SEES_IT: &str = "The token stands behind the # of the link. Browsers do not send that part to any server, but \
    it is kept in the browser's history, and by every chat or mail the link goes through. Whoever sees the link can \
    read the claims.";

pub fn share_dialog(inspected: &Inspected) -> Html {
    let has_signature = inspected.token.signature().is_some_and(|signature| !signature.span.is_empty());
    let header = element("header")
        .hold(element("h2").with("id", "share-title").say("Share this token"))
        .hold(button(Command::CloseShare, "Close"));
    element("dialog")
        .with("id", "share")
        .with("aria-labelledby", "share-title")
        .hold(header)
        .hold(without_the_signature())
        .when(has_signature, |dialog| dialog.hold(whole(&inspected.judgement.validity)))
        .hold(report())
        .hold(element("p").class("fine").say(WHO_SEES_IT))
        .node()
}

fn section(title: &'static str, what: Element) -> Element {
    element("section").hold(element("h3").say(title)).hold(what)
}

fn without_the_signature() -> Element {
    let what = element("p").say(
        "Whoever opens the link reads the same header and claims. Without its signature the token cannot be used to \
         sign in.",
    );
    section("Without the signature", what)
        .hold(button(Command::Copy(Copy::LinkWithoutSignature), "Copy link").class("primary"))
}

fn whole(validity: &Validity) -> Element {
    let warning = match validity.status {
        Status::Expired => "▲ A credential: ",
        _ => "▲ A working credential: ",
    };
    let what = element("p")
        .hold(element("b").class("severity").with("data-severity", "warning").say(warning))
        .text(["whoever has the link can use the token as its owner ", &until(validity), "."].concat());
    section("The whole token", what).hold(button(Command::Copy(Copy::WholeLink), "Copy link with the signature"))
}

fn report() -> Element {
    let what = element("p")
        .say("Everything that stands on this page as JSON, for all tokens of the paste, signatures included.");
    let buttons = element("div")
        .class("cluster")
        .hold(button(Command::SaveReport, "Save report (JSON)"))
        .hold(button(Command::Copy(Copy::Report), "Copy report"));
    section("As a report", what).hold(buttons)
}

/// Until when it works.
fn until(validity: &Validity) -> String {
    match (validity.status, validity.expires_at) {
        (Status::Expired, Some(at)) => {
            ["wherever it is still accepted, though it has expired (", &calendar::day_and_time(at), ")"].concat()
        }
        (Status::NoExpiry, _) => "until it is revoked: it never expires".to_owned(),
        (_, Some(at)) => ["until ", &calendar::day_and_time(at)].concat(),
        (_, None) => "for as long as it works".to_owned(),
    }
}
