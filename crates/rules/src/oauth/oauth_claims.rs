//! Claims that the rules of OAuth and OpenID kinds of tokens do not let stand as they are.

use crate::evidence::LIMIT;
use crate::query::key_address;
use crate::query::times;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use decode::json::{Kind, Value};
use guide::Question;
use inspect::display;
use inspect::profile::Certainty;

pub(crate) static ID_TOKEN_SUB_LONG: Record = Record {
    id: "id-token-sub-long",
    severity: Severity::Error,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static ID_TOKEN_NOT_FOR_APIS: Record = Record {
    id: "id-token-not-for-apis",
    severity: Severity::Info,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static LOGOUT_TOKEN_EVENT: Record = Record {
    id: "logout-token-event",
    severity: Severity::Error,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static SET_SUB: Record = Record {
    id: "set-sub",
    severity: Severity::Notice,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static DPOP_PROOF_HTU: Record = Record {
    id: "dpop-proof-htu",
    severity: Severity::Error,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static DPOP_PROOF_OLD: Record = Record {
    id: "dpop-proof-old",
    severity: Severity::Notice,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static CLIENT_ASSERTION_AUD: Record = Record {
    id: "client-assertion-aud",
    severity: Severity::Warning,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static REQUEST_OBJECT_IMPLICIT: Record = Record {
    id: "request-object-implicit",
    severity: Severity::Warning,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) static REQUEST_OBJECT_REDIRECT: Record = Record {
    id: "request-object-redirect",
    severity: Severity::Warning,
    title: "Not as this kind of token should be",
    why: "Servers compare these claims strictly, and what they let pass has been used to turn one token into another.",
    advice: "Let whoever makes the token follow the document named.",
    references: &[
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "RFC 9449 section 4",
        "RFC 9700 section 2.1",
        "CVE-2025-27370",
    ],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &ID_TOKEN_SUB_LONG,
        &ID_TOKEN_NOT_FOR_APIS,
        &LOGOUT_TOKEN_EVENT,
        &SET_SUB,
        &DPOP_PROOF_HTU,
        &DPOP_PROOF_OLD,
        &CLIENT_ASSERTION_AUD,
        &REQUEST_OBJECT_IMPLICIT,
        &REQUEST_OBJECT_REDIRECT,
    ],
    check,
};

/// Evidence on one claim, which may be missing: then on the claims as a whole.
pub(crate) fn on(
    record: &'static Record,
    evaluation: &Evaluation,
    severity: Severity,
    name: &str,
    message: &[&str],
) -> Evidence {
    let place = evaluation.token.payload().map(|payload| Place::of(evaluation.token, payload, name));
    Evidence::new(record, message.concat(), place.unwrap_or_default()).with_severity(severity)
}

/// The members of a list, or the one value that is none. So many matter.
pub(crate) fn one_or_many(value: &Value) -> &[Value] {
    match &value.kind {
        Kind::Array(values) => values.get(..LIMIT).unwrap_or(values),
        _ => std::slice::from_ref(value),
    }
}

type Check = fn(&Evaluation, &Part, Severity) -> Vec<Evidence>;

const CHECKS: [(&str, Check); 6] = [
    ("oidc-id-token", id_token),
    ("oidc-logout-token", logout_token),
    ("security-event-token", security_event),
    ("dpop-proof", dpop_proof),
    ("client-assertion", client_assertion),
    ("request-object", request_object),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let check = CHECKS.iter().find(|(kind, _)| *kind == profile.id);
    // A guess at a kind is no error.
    let gravest = if profile.certainty == Certainty::Stated { Severity::Error } else { Severity::Warning };
    match (check, evaluation.token.payload()) {
        (Some((_, check)), Some(payload)) => check(evaluation, payload, gravest),
        _ => Vec::new(),
    }
}

pub(crate) fn claim<'p>(payload: &'p Part, name: &str) -> Option<&'p Value> {
    payload.value()?.member(name)
}

fn text<'p>(payload: &'p Part, name: &str) -> Option<&'p str> {
    claim(payload, name)?.as_str()
}

/// Issuers whose documentation lets their ID tokens be sent to APIs.
const FOR_APIS: [&str; 5] = ["apple", "cognito", "firebase", "firebase-emulator", "google"];

/// OpenID Connect Core 1.0 section 2.
fn id_token(evaluation: &Evaluation, payload: &Part, gravest: Severity) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(sub) = text(payload, "sub").filter(|sub| sub.len() > 255) {
        let length = display::counted(sub.len(), "byte");
        let message = ["`sub` has ", &length, ", but must not have more than 255."];
        found.push(on(RULE.by_id("id-token-sub-long"), evaluation, gravest, "sub", &message));
    }
    let issuer = evaluation.description.profile.issuer.as_ref();
    if issuer.is_none_or(|issuer| !FOR_APIS.contains(&issuer.id)) {
        let message =
            ["An ID token tells the app named in `aud` who signed in. APIs are meant to get an access token."];
        found.push(on(RULE.by_id("id-token-not-for-apis"), evaluation, Severity::Info, "aud", &message));
    }
    found
}

const LOGOUT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// OpenID Connect Back-Channel Logout 1.0 section 2.4.
fn logout_token(evaluation: &Evaluation, payload: &Part, gravest: Severity) -> Vec<Evidence> {
    let event = claim(payload, "events").and_then(|events| events.member(LOGOUT));
    let wrong = event.filter(|event| !matches!(event.kind, Kind::Object(_)));
    let evidence = wrong.map(|event| {
        let message = ["The value of the logout event must be an object, `{}`, but is ", event.type_name(), "."];
        on(RULE.by_id("logout-token-event"), evaluation, gravest, "events", &message)
    });
    evidence.into_iter().collect::<Vec<_>>()
}

/// OpenID Shared Signals Framework 1.0: the subject stands in `sub_id`, so that nobody takes an event for an ID token.
fn security_event(evaluation: &Evaluation, payload: &Part, _: Severity) -> Vec<Evidence> {
    let events = claim(payload, "events").map_or(&[][..], Value::members);
    let is_shared = events.iter().any(|event| event.name.text.starts_with("https://schemas.openid.net/secevent/"));
    let message =
        ["Has `sub`, where such events name whom they are about in `sub_id`: it could be taken for an ID token."];
    let is_it = is_shared && claim(payload, "sub").is_some();
    is_it
        .then(|| on(RULE.by_id("set-sub"), evaluation, Severity::Notice, "sub", &message))
        .into_iter()
        .collect::<Vec<_>>()
}

/// What servers accept at most, in seconds.
const PROOF_AGE: i64 = 300;

/// RFC 9449 sections 4.2, 4.3 and 11.1.
fn dpop_proof(evaluation: &Evaluation, payload: &Part, gravest: Severity) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(htu) = text(payload, "htu").filter(|htu| htu.contains(['?', '#'])) {
        let message = ["`htu` must be without query and fragment, but is `", &display::capped(htu, 80), "`."];
        found.push(on(RULE.by_id("dpop-proof-htu"), evaluation, gravest, "htu", &message));
    }
    if let Some((_, _, iat)) = times::sensible(evaluation, "iat") {
        let now = evaluation.context.now;
        if now.saturating_sub(iat) > PROOF_AGE {
            let age = times::between(iat, now);
            let message = ["Says it was made ", &age, " ago: servers accept such a proof for some minutes at most."];
            found.push(on(RULE.by_id("dpop-proof-old"), evaluation, Severity::Notice, "iat", &message));
        }
    }
    found
}

/// A server that is told another's endpoint as its own could use the assertion there: the newer rules, which come with
/// a type of their own, leave the identifier of the server alone.
fn client_assertion(evaluation: &Evaluation, payload: &Part, gravest: Severity) -> Vec<Evidence> {
    let Some(aud) = claim(payload, "aud") else { return Vec::new() };
    let severity = if gravest == Severity::Error { Severity::Warning } else { Severity::Notice };
    let say = |message: &[&str]| vec![on(RULE.by_id("client-assertion-aud"), evaluation, severity, "aud", message)];
    let should = "It should be the authorization server's issuer identifier alone.";
    match one_or_many(aud) {
        [_, _, ..] => say(&["Has several audiences: each could use it to sign in to the others. ", should]),
        [one] => match one.as_str().filter(|one| one.ends_with("/token")) {
            Some(one) => say(&["`aud` is an endpoint, `", &display::capped(one, 80), "`. ", should]),
            None => Vec::new(),
        },
        [] => Vec::new(),
    }
}

/// RFC 9700 sections 2.1.2 and 2.6.
fn request_object(evaluation: &Evaluation, payload: &Part, _: Severity) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(response) = text(payload, "response_type").filter(|it| it.split(' ').any(|word| word == "token")) {
        let response = display::capped(response, 80);
        let message = ["`response_type` is `", &response, "`: the access token would come back in the address."];
        found.push(on(RULE.by_id("request-object-implicit"), evaluation, Severity::Warning, "response_type", &message));
    }
    let address = text(payload, "redirect_uri").and_then(|it| Some((it, key_address::read(it)?)));
    if let Some((text, _)) = address.filter(|(_, it)| it.scheme.eq_ignore_ascii_case("http") && !it.is_internal()) {
        let message = ["The answer would travel unencrypted: `redirect_uri` is `", &display::capped(text, 80), "`."];
        found.push(on(RULE.by_id("request-object-redirect"), evaluation, Severity::Warning, "redirect_uri", &message));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, token_from, token_with};
    use decode::Token;

    #[track_caller]
    fn fires(token: &Token, id: &str, place: &str, severity: Severity, message: &str) {
        check(&RULE, token, id, place, message);
        let found = findings(token).into_iter().find(|finding| crate::testing::is_of(&RULE, &finding));
        assert_eq!(found.map(|finding| finding.severity), Some(severity));
    }

    #[test]
    fn looks_at_id_tokens() {
        let message = "An ID token tells the app named in `aud` who signed in. APIs are meant to get an access token.";
        let token = token_with(r#"{"nonce":"n","at_hash":"h","aud":"a"}"#);
        fires(&token, "id-token-not-for-apis", "/payload/aud", Severity::Info, message);
        let google = |length: usize| {
            token_with(&[r#"{"iss":"https://accounts.google.com","sub":""#, &"a".repeat(length), "\"}"].concat())
        };
        check_quiet(&RULE, &google(255));
        let message = "`sub` has 256 bytes, but must not have more than 255.";
        fires(&google(256), "id-token-sub-long", "/payload/sub", Severity::Error, message);
    }

    #[test]
    fn looks_at_events() {
        let logout = |value: &str| {
            token_with(&[r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":"#, value, "}}"].concat())
        };
        let message = "The value of the logout event must be an object, `{}`, but is null.";
        fires(&logout("null"), "logout-token-event", "/payload/events", Severity::Error, message);
        check_quiet(&RULE, &logout("{}"));
        let shared =
            r#"{"sub":"u","events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#;
        let message =
            "Has `sub`, where such events name whom they are about in `sub_id`: it could be taken for an ID token.";
        fires(&token_with(shared), "set-sub", "/payload/sub", Severity::Notice, message);
        check_quiet(&RULE, &token_with(r#"{"sub":"u","events":{"urn:x":{}}}"#));
    }

    #[test]
    fn looks_at_proofs() {
        let proof = |typ: &str, htu: &str, iat: &str| {
            let header = [r#"{"alg":"ES256","jwk":{},"typ":""#, typ, "\"}"].concat();
            token_from(&header, &[r#"{"htm":"GET","htu":""#, htu, r#"","iat":"#, iat, "}"].concat())
        };
        let message = "`htu` must be without query and fragment, but is `https://a.example/x?y`.";
        let token = proof("dpop+jwt", "https://a.example/x?y", "1700000000");
        fires(&token, "dpop-proof-htu", "/payload/htu", Severity::Error, message);
        let token = proof("JWT", "https://a.example/x?y", "1700000000");
        fires(&token, "dpop-proof-htu", "/payload/htu", Severity::Warning, message);
        let message = "Says it was made 5 minutes 1 second ago: servers accept such a proof for some minutes at most.";
        let token = proof("dpop+jwt", "https://a.example/x", "1699999699");
        fires(&token, "dpop-proof-old", "/payload/iat", Severity::Notice, message);
        check_quiet(&RULE, &proof("dpop+jwt", "https://a.example/x", "1699999700"));
    }

    #[test]
    fn looks_at_assertions() {
        let assertion = |typ: &str, aud: &str| {
            let header = [r#"{"alg":"ES256","typ":""#, typ, "\"}"].concat();
            token_from(&header, &[r#"{"iss":"c","sub":"c","exp":1700000100,"jti":"j","aud":"#, aud, "}"].concat())
        };
        let message = "`aud` is an endpoint, `https://a.example/token`. It should be the authorization server's issuer identifier alone.";
        let token = assertion("client-authentication+jwt", r#""https://a.example/token""#);
        fires(&token, "client-assertion-aud", "/payload/aud", Severity::Warning, message);
        let token = assertion("JWT", r#"["https://a.example/token"]"#);
        fires(&token, "client-assertion-aud", "/payload/aud", Severity::Notice, message);
        let message = "Has several audiences: each could use it to sign in to the others. It should be the authorization server's issuer identifier alone.";
        let token = assertion("client-authentication+jwt", r#"["https://a.example","https://b.example"]"#);
        fires(&token, "client-assertion-aud", "/payload/aud", Severity::Warning, message);
        for aud in [r#""https://a.example""#, r#"["https://a.example"]"#, "[]", "1"] {
            check_quiet(&RULE, &assertion("client-authentication+jwt", aud));
        }
    }

    #[test]
    fn looks_at_requests() {
        let object = |response: &str, redirect: &str| {
            let claims = [r#"{"client_id":"c","response_type":""#, response, r#"","redirect_uri":""#, redirect, "\"}"];
            token_from(r#"{"alg":"ES256","typ":"oauth-authz-req+jwt"}"#, &claims.concat())
        };
        let message = "`response_type` is `id_token token`: the access token would come back in the address.";
        let token = object("id_token token", "https://a.example");
        fires(&token, "request-object-implicit", "/payload/response_type", Severity::Warning, message);
        let message = "The answer would travel unencrypted: `redirect_uri` is `http://a.example/cb`.";
        let token = object("code", "http://a.example/cb");
        fires(&token, "request-object-redirect", "/payload/redirect_uri", Severity::Warning, message);
        for redirect in
            ["https://a.example", "http://localhost:3000/cb", "http://127.0.0.1/cb", "com.example.app:/cb", ""]
        {
            check_quiet(&RULE, &object("code id_token", redirect));
        }
    }

    #[test]
    fn knows_whose_id_tokens_are_for_apis() {
        for (iss, is_for_apis) in [
            ("https://appleid.apple.com", true),
            ("https://cognito-idp.eu-west-1.amazonaws.com/p", true),
            ("https://securetoken.google.com/p", true),
            ("https://accounts.google.com", true),
            ("https://a.okta.com", false),
            ("https://gitlab.com", false),
        ] {
            let token = token_with(&[r#"{"typ":"ID","iss":""#, iss, "\"}"].concat());
            let found = findings(&token).iter().any(|finding| finding.id() == "id-token-not-for-apis");
            assert_eq!(found, !is_for_apis, "{iss}");
        }
        let emulated = [
            &crate::testing::encode(r#"{"alg":"none"}"#),
            &*crate::testing::encode(r#"{"iss":"https://securetoken.google.com/p"}"#),
            "",
        ];
        check_quiet(&RULE, &crate::testing::token_of(&emulated.join(".")));
    }

    #[test]
    fn one_shared_event_of_several_is_enough() {
        let claims = r#"{"sub":"u","events":{"urn:x":{},"https://schemas.openid.net/secevent/risc/y":{}}}"#;
        let found = crate::testing::found_by(&RULE, &token_with(claims));
        assert_eq!(found.first().map(|(id, ..)| &**id), Some("set-sub"));
    }
}
