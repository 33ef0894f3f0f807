//! Findings whose only cause is a masked claim.

use decode::json::{JsonKind, Value};
use decode::{Part, Role, Span, Token};
use inspect::masked::MASK;

use super::Place;

/// Whether the only cause of a finding is a masked claim: then it says nothing about the token.
///
/// Anybody can write a link that says that claims are masked. So findings on headers are always shown, findings that
/// other values cause as well, and findings on the name of a member, whatever its value is.
pub(super) fn is_of_masked(token: &Token, id: &str, place: &Place) -> bool {
    let (Some(Role::Payload), Some(span)) = (place.role, place.span) else { return false };
    let part = place.part.and_then(|part| token.parts.get(part)).or_else(|| token.payload());
    let value = part.and_then(Part::value);
    // A duplicate name is not caused by the mask, unless the names are masked.
    match id.starts_with("json-") {
        true => value.is_some_and(|value| is_named_mask(value, span)),
        false => value.is_some_and(|value| covers(value, value.span, span)),
    }
}

/// Whether these bytes are a member with a masked name.
fn is_named_mask(value: &Value, wanted: Span) -> bool {
    match &value.kind {
        JsonKind::Array(values) => values.iter().any(|value| is_named_mask(value, wanted)),
        JsonKind::Object(members) => members
            .iter()
            .any(|member| member.span == wanted && member.name.text == MASK || is_named_mask(&member.value, wanted)),
        _ => false,
    }
}

/// Whether these bytes lie within a masked value, or within the member of that value.
fn covers(value: &Value, around: Span, wanted: Span) -> bool {
    match &value.kind {
        JsonKind::String(text) => text.text == MASK && around.start <= wanted.start && wanted.end <= around.end,
        JsonKind::Array(values) => values.iter().any(|value| covers(value, value.span, wanted)),
        JsonKind::Object(members) => members.iter().any(|member| {
            let is_of_name = wanted.end <= member.value.span.start;
            !is_of_name && covers(&member.value, member.span, wanted)
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use inspect::Context;
    use inspect::masked::MASK;

    use crate::testing::{NOW, findings_in, token_from};

    /// What is found in claims in which `MASK` stands for a mask, where the link says that claims are masked.
    fn found(header: &str, claims: &str) -> Vec<(String, String)> {
        let token = token_from(header, &claims.replace("MASK", MASK));
        let context = Context { now: NOW, claims_redacted: true, ..Context::default() };
        findings_in(&token, context).iter().map(|it| (it.id().to_owned(), it.message.clone())).collect()
    }

    fn ids(header: &str, claims: &str) -> Vec<String> {
        found(header, claims).into_iter().map(|(id, _)| id).collect()
    }

    const HEADER: &str = r#"{"alg":"HS256"}"#;

    #[test]
    fn a_masked_value_raises_nothing() {
        for claims in [r#"{"exp":"MASK"}"#, r#"{"iat":"MASK"}"#, r#"{"email":"MASK"}"#, r#"{"cnf":"MASK"}"#] {
            let found = ids(HEADER, claims);
            let is_of_value = |id: &String| id.contains("is-text") || id.contains("wrong") || id.contains("personal");
            assert!(!found.iter().any(is_of_value), "{claims}: {found:?}");
        }
    }

    #[test]
    fn what_is_said_of_a_name_stays() {
        for (claims, id) in [
            ("{\"adm\u{202E}in\":\"MASK\"}", "invisible-characters"),
            ("{\"a\":{\"adm\u{202E}in\":\"MASK\"}}", "invisible-characters"),
            ("{\"a\u{200B}\" : \"MASK\"}", "invisible-characters"),
            ("{\"p\u{430}yp\u{430}l\":\"MASK\"}", "mixed-script"),
            (r#"{"sub":"a","SUB":"MASK"}"#, "json-case-variant-key"),
            (r#"{"sub":"a","sub":"MASK"}"#, "json-duplicate-key"),
            (r#"{"__proto__":"MASK"}"#, "json-prototype-key"),
        ] {
            let found = ids(HEADER, claims);
            assert!(found.iter().any(|found| found == id), "{claims}: {found:?}");
        }
        // A logout token must not have a nonce, whatever that is.
        let header = r#"{"alg":"RS256","typ":"logout+jwt"}"#;
        let claims = r#"{"iss":"https://a.example","events":{"http://schemas.openid.net/event/backchannel-logout":{}},"nonce":"MASK"}"#;
        let found = found(header, claims);
        assert!(found.iter().any(|(_, message)| message.contains("`nonce`")), "{found:?}");
    }

    #[test]
    fn what_other_values_cause_stays() {
        let found = found(HEADER, r#"{"email":"MASK","phone_number":"+4915112345678"}"#);
        let message = "Contains personal data: `phone_number`.";
        assert!(found.iter().any(|(id, said)| id == "personal-data" && said == message), "{found:?}");
        let ids = ids(HEADER, r#"{"roles":["MASK","admin"],"a":["MASK","<script>"]}"#);
        assert!(["privileged-role", "markup-in-claim"].iter().all(|id| ids.iter().any(|found| found == id)), "{ids:?}");
    }
}
