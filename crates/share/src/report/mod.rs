//! The reports: JSON, schema 1, an API with stable names; and Markdown for people.

mod checked;
mod enclosed;
mod expected;
mod markdown;
mod signature_check;
mod value;

use decode::error::Fault;
use decode::format::Format;
use decode::har::{Exchange, ExchangeSide};
use decode::{Coding, Content, Nested, Note, Part, Repair, Token};
use inspect::describe::{DescribedMember, DescribedPart};
use inspect::exposure::Statement;
use inspect::recognise::Profile;
use inspect::time::numeric_date;
use inspect::validity::{self, Status, Validity};
use inspection::{Inspected, Inspection, TokenPlace, Verification};
use rules::Finding;
use value::{Json, Object, list, object};

pub use checked::{CheckedToken, DecryptedContent, json_with_keys};
pub use expected::ReportedExpectations;
pub use markdown::{markdown, markdown_with};

/// Raised when a name changes its meaning or goes; new names come without.
const SCHEMA: i64 = 1;

/// A part full of bytes that are not UTF-8 has a fault for each: the first ones say it.
const FAULTS_TOLD: usize = 100;

/// What a check of its signatures found out about a token, which may stand in another one.
/// None for one that was not checked.
pub type Checks<'c> = &'c dyn Fn(&Token, Option<(&Token, &Nested)>) -> Option<CheckedToken>;

/// The report on an inspection, pretty-printed.
pub fn json(inspection: &Inspection) -> String {
    json_with(inspection, None)
}

/// As [`json`], with `signatureCheck`, `decrypted` and `expectations` in every token that was checked.
pub fn json_with(inspection: &Inspection, checks: Option<Checks>) -> String {
    let report = object()
        .with("schema", SCHEMA)
        // Seconds since 1970-01-01T00:00:00Z.
        .with("evaluatedAt", inspection.evaluated_at)
        .with("tokens", list(&inspection.tokens, |inspected| token(inspected, None, &inspection.exchanges, checks)))
        .with("notes", list(&inspection.notes, |remark| note(remark, inspection.evaluated_at)))
        .json();
    // Nothing in a report can fail to be written: its keys are text and it holds no floating-point number.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

/// `place` says where in the token around it a nested one stands. `exchanges` are the requests of a HAR file.
fn token<'a>(
    inspected: &'a Inspected,
    place: Option<(&'a Token, &'a Nested)>,
    exchanges: &'a [Exchange],
    checks: Option<Checks>,
) -> Json<'a> {
    let Inspected { token: read, description, judgement, nested, .. } = inspected;
    let Profile { kind, because, certainty, issuer } = &description.profile;
    let sentences = |because| list(because, |sentence: &'_ String| sentence.as_str().into());
    let issuer = issuer.as_ref().map(|recognised| {
        object()
            .with("id", recognised.issuer.id())
            .with("name", recognised.issuer.name())
            .with("because", sentences(&recognised.because))
            .with("certainty", recognised.certainty.id())
            .json()
    });
    let profile = object()
        .with("id", kind.id())
        .with("name", kind.name())
        .with("because", sentences(because))
        .with("certainty", certainty.id())
        .with("issuer", issuer);
    let verification = match judgement.verification {
        Verification::NotVerified => "not-verified",
    };
    let summary: String = judgement.summary.iter().map(|phrase| phrase.text.as_str()).collect();
    let object = match place {
        // RFC 6901: the role of a part, then the way to the value in it; and which of the `parts` around that is.
        Some((_, place)) => object().with("path", place.path.as_str()).with("part", place.part),
        None => object(),
    };
    let object = object
        .with("label", read.label.as_str())
        // Bytes of the pasted text; of a nested token, of the decoded part that holds it.
        .with("span", read.span)
        .with("repairs", list(&read.repairs, repair))
        .with("text", read.text.as_str())
        .with("format", read.format.id())
        .with("profile", profile.json())
        .with("summary", summary)
        .with(
            "parts",
            list(read.parts.iter().zip(&description.parts), |(of, described)| part(of, described, read.format)),
        )
        .with("validity", validity(&judgement.validity))
        .with("verification", verification)
        .with("findings", list(&judgement.findings, finding))
        .with(
            "nested",
            list(read.nested.iter().zip(nested), |(nested, inspected)| {
                token(inspected, Some((&**read, nested)), &[], checks)
            }),
        );
    let object = if inspected.places.len() > 1 || inspected.places.iter().any(|place| place.exchange.is_some()) {
        // All of them, the first one included. Only where there are several, or where it belongs to a request.
        object.with("places", list(inspected.places.iter(), |place| token_place(place, read, exchanges)))
    } else {
        object
    };
    let object = match &judgement.exposure {
        // What it costs if the token leaks; only where something of that applies.
        Some(exposure) => object.with("exposure", list(&exposure.statements, statement)),
        None => object,
    };
    let object = match checks.and_then(|checks| checks(read, place)) {
        Some(checked) => checked.add_to(object, checks),
        None => object,
    };
    enclosed::add(object, description).json()
}

fn token_place<'a>(place: &'a TokenPlace, token: &Token, exchanges: &'a [Exchange]) -> Json<'a> {
    let object = object().with("label", place.label.as_str()).with("span", place.span);
    match place.exchange.and_then(|position| exchanges.get(position)) {
        Some(exchange) => object.with("exchange", exchange_of(place, token, exchange)).json(),
        None => object.json(),
    }
}

/// The request of a HAR file that a token belongs to.
fn exchange_of<'a>(place: &TokenPlace, token: &Token, exchange: &'a Exchange) -> Json<'a> {
    let object = object()
        .with("method", exchange.method.as_str())
        // Without the values of its query.
        .with("url", exchange.public_url())
        .with("status", exchange.status.map_or(Json::Null, |status| Json::Number(status.into())))
        // As it is written: an ISO 8601 date and time.
        .with("startedDateTime", exchange.started.as_str());
    match place.side {
        Some(ExchangeSide::Request) => state_then(object.with("side", "request"), place, token).json(),
        Some(ExchangeSide::Response) => object.with("side", "response").json(),
        None => object.json(),
    }
}

/// How the token stood when it was sent, by the clock of the client. Left out where the instant is not known.
fn state_then<'a>(object: Object<'a>, place: &TokenPlace, token: &Token) -> Object<'a> {
    let Some(sent_at) = place.sent_at else { return object };
    let validity = validity::validity(token, sent_at);
    let object = object.with("stateThen", validity.status.id());
    // As a finding says it: not where `exp` can be no such instant.
    match validity.ends_at().filter(|_| validity.status == Status::Expired) {
        Some(ends_at) => object.with("secondsAfterExpiry", sent_at - ends_at),
        None => object,
    }
}

/// Times are in seconds since 1970-01-01T00:00:00Z.
fn validity(validity: &Validity) -> Json<'static> {
    // A number like 1e400 is judged by where it lies, but has no seconds to report.
    let time = |seconds: Option<i64>| match seconds {
        Some(seconds) if seconds.abs() < numeric_date::MAXIMUM_SECONDS => Json::Number(seconds),
        _ => Json::Null,
    };
    object()
        .with("status", validity.status.id())
        .with("issuedAt", time(validity.issued_at))
        .with("notBefore", time(validity.not_before))
        .with("expiresAt", time(validity.expires_at))
        .json()
}

fn part<'a>(part: &'a Part, described: &'a DescribedPart, format: Format) -> Json<'a> {
    let is_json = part.content != Content::Binary;
    // A message that was never meant as JSON is no fault.
    let is_to_be_told = |fault: &&Fault| {
        fault.kind.is_of_encoding() || fault.kind.is_soft() || described.error.is_some() || part.error().is_none()
    };
    let mut object = object()
        .with("role", part.role.id())
        // Bytes of the token's `text`.
        .with("span", part.span)
        // How many bytes the part decodes to.
        .with("bytes", part.bytes.len());
    if let Some(group) = part.group {
        // Of a JSON serialization, from 0: the signature or the recipient that the part belongs to.
        object = object.with(if format.is_encrypted() { "recipient" } else { "signature" }, group);
    }
    object = match part.coding {
        Coding::Base64url => object,
        Coding::Plain => object.with("encoding", "plain"),
        // base64url of a raw DEFLATE stream, and how many bytes of that there are.
        Coding::Deflated { compressed } => object.with("encoding", "deflate").with("compressedBytes", compressed),
    };
    if is_json && !(described.error.is_none() && part.error().is_some() && std::str::from_utf8(&part.bytes).is_err()) {
        object = object.with("text", Json::Text(part.text()));
    }
    object = object
        .with("error", described.error.as_ref().map(fault))
        .with("faults", list(part.faults.iter().filter(is_to_be_told).take(FAULTS_TOLD), fault));
    if is_json {
        object = object.with("members", list(&described.members, member));
    }
    object.json()
}

fn fault(fault: &Fault) -> Json<'static> {
    object()
        .with("id", fault.kind.id())
        .with("message", fault.to_string())
        // Bytes of the token's `text` for faults of the encoding, of the decoded part for others.
        .with("span", fault.span)
        .json()
}

fn member(member: &DescribedMember) -> Json<'_> {
    object()
        .with("name", member.name.as_str())
        .with("raw", member.raw.as_str())
        // From the name to the end of the value, in bytes of the decoded part.
        .with("span", member.span)
        .with("title", member.title)
        .with("meaning", member.meaning)
        .with("shown", member.shown.as_deref())
        .with("reference", member.reference)
        .json()
}

fn finding(finding: &Finding) -> Json<'_> {
    object()
        .with("id", finding.id())
        .with("severity", finding.severity.id())
        // A JSON Pointer: the part, then the member.
        .with("path", finding.place.pointer())
        .with("message", finding.message.as_str())
        .with("why", finding.record.why)
        .with("advice", finding.record.advice)
        .with("references", list(finding.record.references, |reference| (*reference).into()))
        .json()
}

fn statement(statement: &Statement) -> Json<'_> {
    object().with("id", statement.id).with("topic", statement.topic.id()).with("text", statement.text.as_str()).json()
}

fn repair(repair: &Repair) -> Json<'_> {
    object().with("id", repair.id).with("message", repair.message.as_str()).with("span", repair.span).json()
}

fn note(note: &Note, now: i64) -> Json<'_> {
    let object = object().with("id", note.id).with("message", note.message.as_str());
    match note.expires_at {
        // As a token's validity says it.
        Some(expires_at) => {
            let status = if now < expires_at { Status::Active } else { Status::Expired };
            object.with("status", status.id()).with("expiresAt", expires_at).json()
        }
        None => object.json(),
    }
}

#[cfg(test)]
mod tests {
    use inspection::inspect;
    use test_tokens::{encode, token_from, token_with};

    use super::*;

    #[test]
    fn judges_the_times_of_what_is_no_token() {
        let note = |exp: i64| report(&format!("{{'sub': 'ann', 'exp': {exp}}}"))["notes"][0].clone();
        assert_eq!(
            (&note(1_700_000_001)["status"], &note(1_700_000_001)["expiresAt"]),
            (&"active".into(), &1_700_000_001_i64.into())
        );
        assert_eq!(note(1_700_000_000)["status"], "expired");
        assert!(report("hello")["notes"][0].get("status").is_none());
    }

    fn report(text: &str) -> serde_json::Value {
        serde_json::from_str(&json(&inspect(text, 1_700_000_000))).expect("JSON")
    }

    #[test]
    fn has_the_names_of_schema_1() {
        let report = report(&token_with(r#"{"sub":"u1","exp":1e400}"#).text);
        let names = |value: &serde_json::Value| {
            value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ")
        };
        let token = &report["tokens"][0];
        assert_eq!(names(&report), "evaluatedAt notes schema tokens");
        assert_eq!(
            names(token),
            "exposure findings format label nested parts profile repairs span summary text validity verification"
        );
        assert_eq!(names(&token["parts"][1]), "bytes error faults members role span text");
        assert_eq!(names(&token["parts"][1]["members"][0]), "meaning name raw reference shown span title");
        assert_eq!(names(&token["parts"][2]), "bytes error faults role span");
        assert_eq!(names(&token["findings"][0]), "advice id message path references severity why");
        assert_eq!(names(&token["exposure"][0]), "id text topic");
        assert_eq!(names(&token["validity"]), "expiresAt issuedAt notBefore status");
        assert_eq!((&report["schema"], &report["evaluatedAt"]), (&1.into(), &1_700_000_000.into()));
        assert_eq!(token["parts"][1]["members"][1]["raw"], "1e400");
        assert_eq!(token["parts"][1]["members"][1]["span"], serde_json::json!([12, 23]));
        assert_eq!(token["exposure"][0]["topic"], "revocation");
        assert!(token["validity"]["expiresAt"].is_null(), "no number stands in for 1e400");
    }

    #[test]
    fn a_message_that_is_no_json_is_no_error() {
        let report = report(&token_from(r#"{"alg":"HS256"}"#, "It's a dangerous business").text);
        let payload = &report["tokens"][0]["parts"][1];
        assert_eq!(
            (&payload["error"], &payload["text"]),
            (&serde_json::Value::Null, &"It's a dangerous business".into())
        );
    }

    #[test]
    fn stays_small_however_broken_a_part_is() {
        let [header, signature] = [encode(r#"{"alg":"HS256"}"#), encode("signature")];
        // {"a":"…"} with bytes that are not UTF-8.
        let text = [&header, ".eyJhIjoi", &"____".repeat(10_000), "In0.", &signature].concat();
        let report = json(&inspect(&text, 0));
        assert!(report.len() < 10 * text.len(), "{} bytes for {}", report.len(), text.len());
    }

    #[test]
    fn says_which_signature_and_which_encoding() {
        let general = report(
            r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJIUzI1NiJ9","header":{"kid":"a"},"signature":"AA"}]}"#,
        );
        let parts = &general["tokens"][0]["parts"];
        let of = |at: usize| (&parts[at]["role"], &parts[at]["signature"], &parts[at]["encoding"]);
        let nothing = &serde_json::Value::Null;
        assert_eq!(of(0), (&"header".into(), &0.into(), nothing));
        assert_eq!(of(1), (&"unprotectedHeader".into(), &0.into(), &"plain".into()));
        assert_eq!(of(2), (&"payload".into(), nothing, nothing));
        assert_eq!(of(3), (&"signature".into(), &0.into(), nothing));
        let encrypted = report(r#"{"header":{"alg":"dir","enc":"A128GCM"},"iv":"AA","ciphertext":"AA","tag":"AA"}"#);
        assert_eq!(encrypted["tokens"][0]["parts"][0]["recipient"], 0);
        let zipped = report(&[&encode(r#"{"alg":"ES256","zip":"DEF"}"#), ".q1ZKrShQsjK0MICCWgA", ".AAAA"].concat());
        let payload = &zipped["tokens"][0]["parts"][1];
        assert_eq!((&payload["encoding"], &payload["compressedBytes"]), (&"deflate".into(), &14.into()));
    }

    #[test]
    fn holds_the_tokens_inside_with_their_paths() {
        let inner = token_with(r#"{"sub":"inner"}"#).text;
        let report = report(&token_with(&format!(r#"{{"id_token_hint":"{inner}"}}"#)).text);
        let nested = &report["tokens"][0]["nested"][0];
        assert_eq!((&nested["path"], &nested["label"]), (&"/payload/id_token_hint".into(), &"id_token_hint".into()));
        assert_eq!((&nested["part"], &nested["text"]), (&1.into(), &inner.as_str().into()));
        assert_eq!(nested["span"], serde_json::json!([18, 18 + inner.len()]));
        assert_eq!(nested["parts"][1]["members"][0]["raw"], "\"inner\"");
        assert_eq!(report["tokens"][0].get("path"), None);
    }
}
