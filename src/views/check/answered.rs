//! What a check answered: the keys, three lines for each signature, explanations, and what is left to do.

use inspect::display::{counted, grouped, quoted, shortened};
use inspection::Inspected;
use yew::prelude::*;

use super::chain::chain;
use super::decrypted::decryption;
use super::verdict_lines::{Surroundings, verdict_lines};
use crate::browser::time::now;
use crate::state::check_answer::{
    CheckAnswer, CheckNote, CheckedSignature, KeyLine, KeyOwnerAnswer, KeysPublished, SignatureOutcome,
};
use crate::state::{Action, Copied, Dispatch, State};
use crate::views::glyphs::{capitalized, prose, shown};

/// So many keys have a line each at once.
const KEYS: usize = 4;

/// More signatures at the end that cannot be checked for the same reason have one line.
const SIGNATURES: usize = 4;

pub fn answered(state: &State, inspected: &Inspected, answer: &CheckAnswer, dispatch: &Dispatch) -> Html {
    let has_key = !state.checking.key.is_blank();
    let signature_left_out = state.paste.signature_left_out && state.answer.opened.is_empty();
    let around = Surroundings { inspected, answer, has_key, signature_left_out };
    let binding = state.key_binding().and_then(|binding| Some((binding, &**state.check_of(&binding.token)?)));
    let count = answer.signatures.len();
    let (drawn, folded) = answer.signatures.split_at(count - alike_at_end(&answer.signatures));
    html! {
        <>
            {understood(answer, dispatch)}
            for (group, check) in drawn.iter().enumerate().filter(|_| answer.decryption.is_none()) {
                if count > 1 {
                    <h3 class="which">{format!("Signature {} of {count}", group + 1)}</h3>
                } else if binding.is_some() {
                    <h3 class="which">{"Issuer’s signature"}</h3>
                }
                {of_signature(check, group, &around)}
            }
            if let Some(last) = folded.last().filter(|_| answer.decryption.is_none()) {
                <p class="not-checked">
                    {format!("{} more signatures were not checked. ", grouped(folded.len()))}
                    {prose(last.reason.as_deref().unwrap_or_default())}
                </p>
            }
            if let Some((inspected, answer)) = binding {
                <h3 class="which">{"Key binding"}</h3>
                for (group, check) in answer.signatures.iter().enumerate() {
                    {of_signature(check, group, &Surroundings { inspected, answer, signature_left_out: false, ..around })}
                }
            }
            if fits_pasted(answer) {
                <p class="not-checked">{"Nothing else was checked: not the issuer, the audience or the time."}</p>
            }
            {decryption(state, answer.decryption.as_ref(), has_key, dispatch)}
            if let Some(published) = keys_wanted(answer) {
                {get_the_keys(published, dispatch)}
            }
        </>
    }
}

fn fits_pasted(answer: &CheckAnswer) -> bool {
    answer.signatures.iter().any(|check| check.fits(KeyOwnerAnswer::Pasted))
}

/// Where the keys are, as long as no signature fits one of the reader's.
fn keys_wanted(answer: &CheckAnswer) -> Option<&KeysPublished> {
    answer.keys_published.as_ref().filter(|_| answer.decryption.is_none() && !fits_pasted(answer))
}

/// How many signatures at the end, behind the first, have one line: nothing was tried for them, and all say the same.
fn alike_at_end(signatures: &[CheckedSignature]) -> usize {
    let Some((last, before)) = signatures.split_last() else { return 0 };
    let is_folded = last.outcome == SignatureOutcome::CannotBeChecked && last.tried == 0;
    let count = before.iter().rev().take_while(|check| is_folded && *check == last).count() + 1;
    if count > SIGNATURES && count < signatures.len() { count } else { 0 }
}

fn of_signature(check: &CheckedSignature, group: usize, around: &Surroundings) -> Html {
    let is_unexplained = check.outcome == SignatureOutcome::DoesNotFit && check.causes().next().is_none();
    html! {
        <>
            {verdict_lines(check, group, around)}
            if let Some(of_token) = &check.chain {
                {chain(of_token, &check.remarks, keys_wanted(around.answer).is_some_and(KeysPublished::is_root))}
            }
            {explanations(check, around.answer.keys.len())}
            if around.has_key && is_unexplained {
                {nothing_fits(check)}
            }
        </>
    }
}

/// What the text in the key box was read as.
fn understood(answer: &CheckAnswer, dispatch: &Dispatch) -> Html {
    if answer.keys.is_empty() && answer.key_remarks.is_empty() {
        return Html::default();
    }
    let count = answer.keys.len();
    let (first, rest) = answer.keys.split_at(count.min(KEYS));
    let lines = |keys: &[KeyLine], from: usize| -> Html {
        keys.iter()
            .enumerate()
            .map(|(position, key)| key_line(key, (count > 1).then_some(from + position + 1)))
            .collect()
    };
    html! {
        <div class="understood">
            <ul>{lines(first, 0)}</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{format!("{} more", counted(rest.len(), "key"))}</summary>
                    <ul>{lines(rest, KEYS)}</ul>
                </details>
            }
            for remark in &answer.key_remarks {
                <p>{prose(&remark.message)}</p>
            }
            if answer.key_is_token() {
                <button onclick={dispatch.from(|_: MouseEvent| Some(Action::KeyMovedToBox { now: now() }))}>
                    {"Move it to the token box"}
                </button>
            }
        </div>
    }
}

/// "Key 3: RSA 2048, kid 7c9d4a, from JWKS."
fn key_line(key: &KeyLine, number: Option<usize>) -> Html {
    let kid = key.kid.as_ref().map(|kid| format!("`kid` {}", quoted(&shortened(kid), 24)));
    let from = Some(&key.from).filter(|from| !from.is_empty()).map(|from| format!("from {from}"));
    let private = key.is_private.then(|| "private".to_owned());
    let said = [Some(key.kind.clone()), private, kid, from].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let (number, said) = match number {
        Some(number) => (format!("Key {number}: "), said),
        None => (String::new(), capitalized(&said)),
    };
    html! {
        <li>
            {number}{prose(&said)}{"."}
            for remark in &key.remarks {
                {" "}<span>{prose(&remark.message)}</span>
            }
        </li>
    }
}

/// The likeliest is open.
fn explanations(check: &CheckedSignature, keys: usize) -> Html {
    let causes: Vec<&CheckNote> = check.causes().collect();
    let Some((first, others)) = causes.split_first() else { return Html::default() };
    let heading = match (check.outcome, check.owner) {
        (SignatureOutcome::Fits, Some(KeyOwnerAnswer::Pasted)) => "Another key fits than the token names",
        (SignatureOutcome::Fits, _) if keys > 1 => "Your keys do not fit",
        (SignatureOutcome::Fits, _) => "Your key does not fit",
        _ => "Why it does not fit",
    };
    html! {
        <div class="cause">
            <h3>{heading}</h3>
            <p data-explanation={first.id.clone()}>{prose(&first.message)}</p>
            if !others.is_empty() {
                <details>
                    <summary>{format!("{} more that would explain it", others.len())}</summary>
                    <ul>
                        for other in others {
                            <li data-explanation={other.id.clone()}>{prose(&other.message)}</li>
                        }
                    </ul>
                </details>
            }
        </div>
    }
}

fn nothing_fits(check: &CheckedSignature) -> Html {
    html! {
        <div class="cause">
            <h3>{"No cause was found"}</h3>
            <p>
                if check.tried > 1 {
                    {format!("{} ways were tried. ", grouped(check.tried))}
                }
                {"What is left: another key, or a token that was changed after it was signed."}
            </p>
        </div>
    }
}

fn get_the_keys(published: &KeysPublished, dispatch: &Dispatch) -> Html {
    html! {
        <div class="cause">
            <h3>{if published.is_root() { "Get the root yourself" } else { "Get the issuer’s keys yourself" }}</h3>
            <p>{prose(&published.sentence)}</p>
            if let Some(command) = &published.command {
                <p>{"This page cannot fetch keys. Run this, then paste what it prints."}</p>
                <div class="header-line">
                    <code>{shown(command)}</code>
                    <button
                        aria-label="Copy the command"
                        onclick={dispatch.on(Action::CopyWanted(Copied::KeysCommand))}
                    >
                        {"Copy"}
                    </button>
                </div>
            }
        </div>
    }
}
