//! A claim in the header whose value differs from that in the payload.

use decode::json::{JsonKind, Value};
use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;

use crate::evidence::LIMIT;
use crate::query::{claims, headers};
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "claims-in-header",
    severity: Severity::Warning,
    title: "Claim in the header differs from the payload",
    why: "Claims are repeated in the header of an encrypted token so that they can be read without the key, and whoever receives it should check that both are the same. Where they differ, one service may decide by the one value and the next by the other.",
    advice: "Refuse the token, and read claims from the payload alone.",
    references: &["RFC 7519 section 5.3"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // The header of an AWS load balancer, or of Verified Access, speaks of that service.
    if matches!(claims::issuer(evaluation), Some(KnownIssuer::AwsAlb | KnownIssuer::AwsVerifiedAccess)) {
        return Vec::new();
    }
    let members = ["iss", "sub", "aud"].into_iter().flat_map(|name| headers::parameters(evaluation, name));
    let differing = members.filter_map(|(part, member)| {
        let name = member.name.text.as_str();
        let (payload, claim) = claims::claim(evaluation, name)?;
        let claim = &claim.value;
        if is_same(&member.value, claim) {
            return None;
        }
        let here = display::quoted(&part.source(member.value.span), 60);
        let there = display::quoted(&payload.source(claim.span), 60);
        let message = format!("`{name}` is {here} in the header, but {there} in the payload.");
        Some(Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member)))
    });
    differing.take(LIMIT).collect()
}

/// Compares strings and lists of strings by their text, and other values by their type alone.
fn is_same(here: &Value, there: &Value) -> bool {
    match (&here.kind, &there.kind) {
        (JsonKind::String(here), JsonKind::String(there)) => here.text == there.text,
        (JsonKind::Array(here), JsonKind::Array(there)) => {
            here.len() == there.len() && here.iter().zip(there).all(|(a, b)| a.as_str() == b.as_str())
        }
        // RFC 7519 section 4.1.3: one audience may stand in a list or by itself.
        (JsonKind::Array(list), JsonKind::String(one)) | (JsonKind::String(one), JsonKind::Array(list)) => {
            matches!(list.as_slice(), [only] if only.as_str() == Some(one.text.as_str()))
        }
        _ => here.type_name() == there.type_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_on_another_value() {
        let token = token_from(r#"{"alg":"HS256","iss":"https://a.example"}"#, r#"{"iss":"https://b.example"}"#);
        let message = r#"`iss` is `"https://a.example"` in the header, but `"https://b.example"` in the payload."#;
        check(&RULE, &token, "claims-in-header", "/header/iss", message);
        let token = token_from(r#"{"alg":"HS256","aud":["a","b"]}"#, r#"{"aud":"a"}"#);
        let message = r#"`aud` is `["a","b"]` in the header, but `"a"` in the payload."#;
        check(&RULE, &token, "claims-in-header", "/header/aud", message);
    }

    #[test]
    fn is_quiet_on_the_same_and_on_one_alone() {
        for (header, payload) in [
            (r#"{"alg":"HS256","iss":"a"}"#, r#"{"iss":"\u0061"}"#),
            (r#"{"alg":"HS256","aud":["a"]}"#, r#"{"aud":"a"}"#),
            (r#"{"alg":"HS256","sub":"a"}"#, r#"{"iss":"b"}"#),
            (r#"{"alg":"HS256"}"#, r#"{"iss":"b"}"#),
        ] {
            check_quiet(&RULE, &token_from(header, payload));
        }
    }

    #[test]
    fn compares_lists_one_for_one() {
        for (header, payload, is_same) in [
            (r#""sub":"a""#, r#"{"sub":"b"}"#, false),
            (r#""aud":["a","b"]"#, r#"{"aud":["a","b"]}"#, true),
            (r#""aud":["a","b"]"#, r#"{"aud":["a","c"]}"#, false),
            (r#""aud":["a","b"]"#, r#"{"aud":["a"]}"#, false),
            (r#""aud":["a"]"#, r#"{"aud":["b"]}"#, false),
            (r#""aud":"a""#, r#"{"aud":["a"]}"#, true),
            (r#""sub":1"#, r#"{"sub":2}"#, true),
            (r#""sub":1"#, r#"{"sub":"a"}"#, false),
            (r#""iss":"a","signer":"arn:aws:elasticloadbalancing:eu:1:x""#, r#"{"iss":"b"}"#, true),
        ] {
            let token = token_from(&[r#"{"alg":"ES256","#, header, "}"].concat(), payload);
            let found = crate::testing::found_by(&RULE, &token);
            assert_eq!(found.is_empty(), is_same, "{header} {payload}");
        }
    }
}
