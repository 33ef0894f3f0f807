//! The dialog that copies a link: without the signature by default, with it as a deliberate second choice.

use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::calendar;
use jwt_inspector::inspect::validity::{Status, Validity};
use yew::prelude::*;

use super::commands::{Command, Copy};

pub fn share_dialog(inspected: &Inspected) -> Html {
    let has_signature = inspected.token.signature().is_some_and(|signature| !signature.span.is_empty());
    let has_expired = inspected.judgement.validity.status == Status::Expired;
    html! {
        <dialog id="share" aria-labelledby="share-title">
            <header>
                <h2 id="share-title">{ "Share this token" }</h2>
                <button data-do={Command::CloseShare.to_attribute()}>{ "Close" }</button>
            </header>
            <section>
                <h3>{ "Without the signature" }</h3>
                <p>{ "Whoever opens the link reads the same header and claims. Without its signature the token cannot be used to sign in." }</p>
                <button class="primary" data-do={Command::Copy(Copy::LinkWithoutSignature).to_attribute()}>{ "Copy link" }</button>
            </section>
            if has_signature {
                <section>
                    <h3>{ "The whole token" }</h3>
                    <p>
                        <b class="severity" data-severity="warning">{ if has_expired { "▲ A credential: " } else { "▲ A working credential: " } }</b>
                        { "whoever has the link can use the token as its owner " }
                        { until(&inspected.judgement.validity) }
                        { "." }
                    </p>
                    <button data-do={Command::Copy(Copy::WholeLink).to_attribute()}>{ "Copy link with the signature" }</button>
                </section>
            }
            <section>
                <h3>{ "As a report" }</h3>
                <p>{ "Everything that stands on this page as JSON, for all tokens of the paste, signatures included." }</p>
                <div class="cluster">
                    <button data-do={Command::SaveReport.to_attribute()}>{ "Save report (JSON)" }</button>
                    <button data-do={Command::Copy(Copy::Report).to_attribute()}>{ "Copy report" }</button>
                </div>
            </section>
            <p class="fine">
                { "The token stands behind the # of the link. Browsers do not send that part to any server, but it is kept in \
                   the browser's history, and by every chat or mail the link goes through. Whoever sees the link can read \
                   the claims." }
            </p>
        </dialog>
    }
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
