//! How long a copy can be used, what would stop it sooner, and what can be read in it whatever the time is.

use super::claims::Claims;
use super::{LeakedToken, Statements, Topic};
use crate::jose;
use crate::jose::keeping::Stop;
use crate::time::{instants, numeric_date};
use crate::validity::{self, Status};
use decode::Token;
use decode::json::{JsonKind, Member, Value};
use guide::Question;

pub(super) fn statements(leaked: &LeakedToken, said: &mut Statements) {
    let status = leaked.evaluation.validity.status;
    let is_over = status == Status::Expired;
    let is_bound = !is_over && bound(leaked, said);
    until(leaked, is_bound, said);
    if !is_over {
        said.add(Topic::Revocation, "stopped-sooner", Question::Revoke, sooner(leaked));
    }
    if let Some(names) = leaked.claims.telling() {
        let who = if is_over { "Expired or not, whoever" } else { "Whoever" };
        personal(said, Topic::Revocation, format!("{who} sees it can read {names}: a signature hides nothing."));
    }
}

/// None where there is nothing that would be worth saying.
pub(super) fn of_what_is_no_credential(claims: &Claims, token: &Token, said: &mut Statements) -> Option<()> {
    let names = claims.telling()?;
    let alg = || token.parameter("alg").and_then(Value::as_str).unwrap_or_default();
    let why = match token.has_signature() {
        true if alg().eq_ignore_ascii_case("none") => "Its `alg` is `none`",
        true => "It is not whole",
        false => "There is no signature on this copy",
    };
    // A token that nobody accepts needs no revocation, so the topic is State.
    personal(said, Topic::State, format!("{why}, so nobody should accept it. Whoever sees it can still read {names}."));
    Some(())
}

fn personal(said: &mut Statements, topic: Topic, text: String) {
    said.add(topic, "personal-data", Question::PersonalData, text);
}

/// Members of `cnf` and how a sender shows the key: RFC 9449 section 6.1, RFC 8705 section 3.1; RFC 7800 section 3
/// for all others.
const PROOFS: [(&str, &str); 2] = [("jkt", "DPoP"), ("x5t#S256", "a client certificate")];

/// RFC 7800 section 3.
fn bound(leaked: &LeakedToken, said: &mut Statements) -> bool {
    let Some(confirmation) = leaked.claims.get("cnf") else { return false };
    let is_said =
        |member: &Member| member.value.kind != JsonKind::Null && jose::confirmation_method(&member.name.text).is_some();
    if !confirmation.members().iter().any(is_said) {
        return false;
    }
    let is_named = |name: &str| confirmation.members().iter().any(|it| it.name.text == name && is_said(it));
    let proof = PROOFS.iter().find(|(name, _)| is_named(name));
    let proof = proof.map_or("a proof of possession", |(_, proof)| proof);
    let pieces = format!("`cnf` binds it to a key: where {proof} is demanded with it, a copy alone is useless.");
    said.add(Topic::Revocation, "bound-to-key", Question::Revoke, pieces);
    true
}

/// RFC 7519 section 4.1.4 speaks of a few minutes; some libraries take five as they come.
const LEEWAY: i64 = 300;

fn until(leaked: &LeakedToken, is_bound: bool, said: &mut Statements) {
    let who = if is_bound { "Where that proof is not demanded, whoever" } else { "Whoever" };
    let can = format!("{who} holds a copy can use it ");
    let validity = leaked.evaluation.validity;
    let mut say = |id, text: String| said.add(Topic::Revocation, id, Question::Revoke, text);
    let (ends, written) = (leaked.times.ends, validity.expires_at);
    match (validity.status, ends) {
        (Status::Expired, _) if validity.expiry_meant().is_some() => {
            let text = "As written it has expired long ago, so a copy is refused wherever `exp` is checked: its `exp` is probably a duration.";
            say("expired", text.to_owned());
        }
        (Status::Expired, _) => {
            let ago = written.map_or(String::new(), |at| instants::relative(at, leaked.now));
            let when = if ago == "now" { "just now" } else { &ago };
            let is_recent = written.is_some_and(|at| leaked.now.saturating_sub(at) <= LEEWAY);
            let late = if is_recent { ", though some allow for clocks a few minutes off." } else { "." };
            // An instant that no calendar reaches is not counted in years.
            let is_countable = written.is_some_and(|at| at > -numeric_date::MAXIMUM_SECONDS);
            let text = match is_countable {
                true => format!("It expired {when}: wherever `exp` is checked, a copy is refused{late}"),
                false => "It has expired: wherever `exp` is checked, a copy is refused.".to_owned(),
            };
            say("expired", text);
        }
        (Status::NotYetValid, Some(ends)) if validity.not_before.is_some_and(|from| from < ends) => {
            let from = validity.not_before.unwrap_or_default();
            let lasts = instants::duration(ends.abs_diff(from));
            let until = instants::day_and_time(ends);
            say("usable-later", format!("{can}for {lasts} from its `nbf` on, until {until}, wherever it is accepted."));
        }
        (Status::NotYetValid, _) if written.is_some() && written <= validity.not_before => {
            say("usable-never", "It can never be used: it expires before its `nbf`.".to_owned());
        }
        (Status::NotYetValid, None) if written.is_none() => {
            say(
                "usable-later-without-end",
                format!("{can}from its `nbf` on, as long as it is accepted: it has no `exp`."),
            );
        }
        (Status::Active, Some(ends)) => {
            let left = instants::relative(ends, leaked.now);
            let left = left.strip_prefix("in ").unwrap_or(&left);
            let until = instants::day_and_time(ends);
            say("usable-until", format!("{can}for {left} more, until {until}, wherever it is accepted."));
        }
        (Status::NoExpiry, _) if !leaked.is_endless => {
            say(
                "usable-until-elsewhere",
                format!("{can}until it expires, which this kind of token does not say in `exp`."),
            );
        }
        // A token that only its issuer accepts ends when the issuer refuses it.
        (Status::NoExpiry, _) => match leaked.advice.stop {
            Stop::Issuer => say("usable-until-refused", format!("{can}until its issuer refuses it: it has no `exp`.")),
            Stop::Object(object) => {
                say("usable-until-refused", format!("{can}until {object} that it names is deleted: it has no `exp`."));
            }
            _ => {
                let text = match validity::counted_expiry(leaked.evaluation.token).map(instants::day_and_time) {
                    Some(until) => format!(
                        "{can}until {until} where `created_at` and `expires_in` are counted, and for longer elsewhere: it has no `exp`."
                    ),
                    None => format!("{can}as long as it is accepted: it has no `exp`."),
                };
                say("usable-without-end", text);
            }
        },
        (Status::Active | Status::NotYetValid, None) if written.is_some() => {
            say("usable-as-written", format!("{can}practically forever: `exp` is far beyond any usual time."));
        }
        _ => say("usable-unknown", "How long a copy can be used is unknown: its times cannot be read.".to_owned()),
    }
}

/// What would stop a copy before it expires.
fn sooner(leaked: &LeakedToken) -> String {
    let claims = &leaked.claims;
    let has = |name: &str| claims.get(name).is_some();
    let has_id = claims.get("jti").and_then(Value::as_str).is_some();
    match (leaked.advice.stop, has_id) {
        (Stop::Issuer, _) => "Only its issuer accepts it, and can refuse it at the next use.".to_owned(),
        (Stop::Key, _) => {
            "It cannot be revoked by itself: revoking its key where that is registered ends every token signed with \
             the key."
                .to_owned()
        }
        (Stop::Object(object), _) => format!(
            "Kubernetes refuses it once {object} that it names is deleted. Other servers that check only its signature and times do not notice."
        ),
        (Stop::Use, true) => "Whoever accepts it can remember its `jti` and accept it once. Whether they do, a token \
            cannot say."
            .to_owned(),
        (Stop::Use, false) => "It has no `jti`, but whoever accepts it can remember a hash of its header and payload \
            and accept it once. Whether they do, a token cannot say."
            .to_owned(),
        // Token Status List, draft-ietf-oauth-status-list.
        (Stop::DenyList, _) if has("status") => format!("{TO_STOP} check the list that its `status` names."),
        (Stop::DenyList, true) if has("iss") => format!("{TO_STOP} check a deny-list of `iss` and `jti`."),
        (Stop::DenyList, true) => format!("{TO_STOP} check a deny-list of `jti`."),
        (Stop::DenyList, false) => {
            let listed = SUBSTITUTES.iter().find(|(names, _)| names.iter().all(|name| has(name)));
            let listed = listed.map_or("a hash of its header and payload", |(_, listed)| listed);
            format!("{TO_STOP} check a deny-list. It has no `jti`, so that would have to hold {listed}.")
        }
    }
}

const TO_STOP: &str = "To stop it, change the key, which ends every token signed with it, or let every server";

/// Claims that are all there, and what a list could hold of them.
const SUBSTITUTES: [(&[&str], &str); 4] = [
    (&["uti"], "its `uti`"),
    (&["sid"], "its `sid`, which ends the whole session"),
    (&["session_id"], "its `session_id`, which ends the whole session"),
    (&["sub", "iat"], "its `sub` and a time, which ends all that was issued to that subject before"),
];
