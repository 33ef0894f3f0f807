//! How much of the token is shared, and what each choice means.

use inspect::exposure::Topic;
use inspect::time::instants;
use inspect::validity::{Status, Validity};
use inspection::Inspected;
use yew::prelude::*;

use super::{ShareDialogProps, SharedToken};
use crate::state::Action;
use crate::state::sharing::ShareForm;
use crate::views::glyphs::prose;

pub(super) fn options(props: &ShareDialogProps, shared: &SharedToken) -> Html {
    let offered = [ShareForm::Masked, ShareForm::Unsigned, ShareForm::Whole].into_iter().filter(|form| match form {
        ShareForm::Masked => !shared.maskable.is_empty(),
        ShareForm::Unsigned => true,
        // Else nothing is kept back before.
        ShareForm::Whole => shared.has_signature || shared.is_encrypted || props.is_one_of_several,
    });
    html! {
        <section>
            <fieldset class="options">
                <legend class="unseen">{"What to share"}</legend>
                for form in offered {
                    <label>
                        <input
                            type="radio"
                            name="share-form"
                            checked={form == shared.form}
                            onchange={props.dispatch.on(Action::ShareFormChosen(form))}
                        />
                        <b>{name(form, shared)}</b>
                        {meaning(form, props, shared)}
                    </label>
                }
            </fieldset>
        </section>
    }
}

fn name(form: ShareForm, shared: &SharedToken) -> &'static str {
    match form {
        ShareForm::Masked => "Claims, some masked",
        ShareForm::Unsigned if shared.is_encrypted => "The header alone",
        ShareForm::Unsigned if shared.maskable.is_empty() => "Without the signature",
        ShareForm::Unsigned => "All claims",
        ShareForm::Whole => "The whole token",
    }
}

fn meaning(form: ShareForm, props: &ShareDialogProps, shared: &SharedToken) -> Html {
    let says = match form {
        ShareForm::Whole if !shared.has_signature && !shared.is_encrypted => "it has no signature",
        ShareForm::Whole => return html! { <span data-severity="warning">{risk(&props.shown)}</span> },
        _ if shared.is_encrypted => "nothing of what is encrypted",
        _ if !shared.has_signature => "it has no signature",
        _ => "no signature: nobody can sign in with it",
    };
    html! { <span>{says}</span> }
}

/// What the whole token is to whoever has it, in a few words.
fn risk(inspected: &Inspected) -> String {
    let Validity { status, expires_at, .. } = inspected.judgement.validity;
    match (status, expires_at) {
        _ if !is_credential(inspected) => "▲ with its signature".to_owned(),
        (Status::Expired, _) => "▲ may work wherever it is still accepted".to_owned(),
        (_, Some(at)) => format!("▲ may work like a password until {}", instants::day_and_time(at)),
        (Status::NoExpiry, None) => "▲ may work like a password until it is revoked".to_owned(),
        (_, None) => "▲ may work like a password".to_owned(),
    }
}

fn is_credential(inspected: &Inspected) -> bool {
    let exposure = inspected.judgement.exposure.as_ref();
    exposure.is_some_and(|exposure| exposure.statements.iter().any(|said| said.topic == Topic::Revocation))
}

/// The same in a sentence.
pub(super) fn warning(inspected: &Inspected) -> Html {
    let claims = inspected.token.payload().and_then(|payload| payload.value());
    let is_bound = claims.is_some_and(|claims| claims.member("cnf").is_some());
    let (warning, what) = if is_credential(inspected) {
        let until = until(&inspected.judgement.validity);
        let unless = if is_bound { ", unless they must show the key that `cnf` binds it to." } else { "." };
        let what = format!("if it is genuine, whoever has the link can use the token as its owner {until}{unless}");
        ("▲ A credential: ", what)
    } else {
        ("▲ All of it: ", "whoever has the link can show it wherever such tokens are accepted.".to_owned())
    };
    html! {
        <section>
            <p><b class="severity" data-severity="warning">{warning}</b>{prose(&what)}</p>
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
