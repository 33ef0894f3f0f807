//! A registered claim whose value is not of the form that its definition asks for.

use crate::evidence::LIMIT;
use crate::query::claims;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::{Kind, Member, Value};
use guide::Question;

pub(crate) static CLAIM_WRONG_TYPE: Record = Record {
    id: "claim-wrong-type",
    severity: Severity::Error,
    title: "Claim of the wrong form",
    why: "Strict libraries refuse it. Others compare it wrongly: the number 1 is not the text “1”, and the text “false” counts as true.",
    advice: "Write each claim in the form that its definition says, and leave out what has no value.",
    references: &[
        "RFC 7519 section 4.1",
        "RFC 7519 section 2",
        "RFC 7800 section 3.1",
        "RFC 8693 section 4",
        "RFC 9068 section 2.2",
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Core 1.0 section 5.1",
    ],
    guide: Question::Exact,
};

pub(crate) static CLAIM_NULL: Record = Record {
    id: "claim-null",
    severity: Severity::Notice,
    title: "Claim of the wrong form",
    why: "Strict libraries refuse it. Others compare it wrongly: the number 1 is not the text “1”, and the text “false” counts as true.",
    advice: "Write each claim in the form that its definition says, and leave out what has no value.",
    references: &[
        "RFC 7519 section 4.1",
        "RFC 7519 section 2",
        "RFC 7800 section 3.1",
        "RFC 8693 section 4",
        "RFC 9068 section 2.2",
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Core 1.0 section 5.1",
    ],
    guide: Question::Exact,
};

pub(crate) static STRINGORURI_INVALID: Record = Record {
    id: "stringoruri-invalid",
    severity: Severity::Notice,
    title: "Claim of the wrong form",
    why: "Strict libraries refuse it. Others compare it wrongly: the number 1 is not the text “1”, and the text “false” counts as true.",
    advice: "Write each claim in the form that its definition says, and leave out what has no value.",
    references: &[
        "RFC 7519 section 4.1",
        "RFC 7519 section 2",
        "RFC 7800 section 3.1",
        "RFC 8693 section 4",
        "RFC 9068 section 2.2",
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Core 1.0 section 5.1",
    ],
    guide: Question::Exact,
};

pub(crate) static SCOPE_ARRAY: Record = Record {
    id: "scope-array",
    severity: Severity::Info,
    title: "Claim of the wrong form",
    why: "Strict libraries refuse it. Others compare it wrongly: the number 1 is not the text “1”, and the text “false” counts as true.",
    advice: "Write each claim in the form that its definition says, and leave out what has no value.",
    references: &[
        "RFC 7519 section 4.1",
        "RFC 7519 section 2",
        "RFC 7800 section 3.1",
        "RFC 8693 section 4",
        "RFC 9068 section 2.2",
        "OpenID Connect Core 1.0 section 2",
        "OpenID Connect Core 1.0 section 5.1",
    ],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule =
    Rule { records: &[&CLAIM_WRONG_TYPE, &CLAIM_NULL, &STRINGORURI_INVALID, &SCOPE_ARRAY], check };

const STRINGS: &str = "a string or an array of strings";

/// What a claim must be, as [`Value::type_name`] says it. Not `address`, `events`, `groups` or `roles`, which ordinary
/// tokens hold in forms of their own. Times have findings of their own.
fn expected(name: &str) -> Option<&'static str> {
    Some(match name {
        "iss" | "sub" | "jti" | "azp" | "nonce" | "sid" | "client_id" | "acr" | "at_hash" | "c_hash" | "scope" => {
            "a string"
        }
        "aud" => STRINGS,
        "cnf" | "act" | "may_act" => "an object",
        "amr" => "an array",
        "email_verified" | "phone_number_verified" => "a boolean",
        _ => return None,
    })
}

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(payload) = evaluation.token.payload().filter(|_| !claims::is_other_message(evaluation)) else {
        return Vec::new();
    };
    let judged = payload.members().iter().filter_map(|member| {
        let (id, severity, message) = judge(claims::issuer(evaluation), member, expected(&member.name.text)?)?;
        let message = ["`", &member.name.text, "` ", &message].concat();
        let mut evidence =
            Evidence::new(RULE.by_id("claim-wrong-type"), message, Place::member(evaluation.token, payload, member));
        evidence.record = RULE.by_id(id);
        evidence.severity = severity;
        Some(evidence)
    });
    judged.take(LIMIT).collect::<Vec<_>>()
}

/// The finding's id, its severity, and what its sentence says of the claim.
fn judge(issuer: &str, member: &Member, expected: &str) -> Option<(&'static str, Severity, String)> {
    let name = member.name.text.as_str();
    let value = &member.value;
    let found = value.type_name();
    if found == expected || expected == STRINGS && found != "null" {
        let texts = match &value.kind {
            Kind::Array(values) if expected == STRINGS => values.as_slice(),
            _ => std::slice::from_ref(value),
        };
        let mut others = texts.iter().filter(|value| value.as_str().is_none() && expected == STRINGS);
        if let Some(other) = others.next() {
            let holds = if texts.len() == 1 && found != "an array" { "is " } else { "holds " };
            let message = ["should be ", STRINGS, ", but ", holds, other.type_name(), "."].concat();
            return Some(("claim-wrong-type", Severity::Error, message));
        }
        // No scope is one too. Cloudflare and container registries leave the subject of a machine empty.
        if value.as_str() == Some("") && issuer.is_empty() && !matches!(name, "aud" | "scope") {
            return Some(("claim-null", Severity::Notice, EMPTY.to_owned()));
        }
        // GitLab and others have subjects of a form of their own.
        let should_be_uri = issuer.is_empty() && matches!(name, "iss" | "sub" | "aud");
        let message = "has a colon and so must be a URI, but does not begin like one.";
        let is_wrong = should_be_uri && texts.iter().filter_map(Value::as_str).any(has_no_scheme);
        return is_wrong.then(|| ("stringoruri-invalid", Severity::Notice, message.to_owned()));
    }
    match name {
        _ if found == "null" => Some(("claim-null", Severity::Notice, EMPTY.to_owned())),
        "scope" if found == "an array" => {
            let message = "is an array; the standard form is one string with spaces between.";
            Some(("scope-array", Severity::Info, message.to_owned()))
        }
        // GitHub takes the number of an app for its issuer.
        "iss" if issuer == "github-app" => None,
        _ => {
            let severity = match name {
                "iss" | "sub" | "jti" | "cnf" => Severity::Error,
                // Apple and Amazon Cognito write booleans as text.
                _ if expected == "a boolean" && matches!(issuer, "apple" | "cognito") => Severity::Notice,
                _ => Severity::Warning,
            };
            Some(("claim-wrong-type", severity, ["should be ", expected, ", but is ", found, "."].concat()))
        }
    }
}

const EMPTY: &str = "is there, but empty.";

/// RFC 7519 section 2: what contains a colon must be a URI, and that begins with a scheme (RFC 3986 section 3.1).
fn has_no_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        let is_of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        !scheme.starts_with(|letter: char| letter.is_ascii_alphabetic()) || !scheme.bytes().all(is_of_scheme)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use super::Severity;
    use crate::testing::{check, check_quiet, encode, findings, token_of, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, severity: Severity, place: &str, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        let found = findings(&token).into_iter().find(|it| it.id() == id);
        assert_eq!(found.map(|finding| finding.severity), Some(severity));
    }

    #[test]
    fn fires_on_other_types() {
        for (claims, severity, place, message) in [
            (r#"{"sub":123}"#, Severity::Error, "/payload/sub", "`sub` should be a string, but is a number."),
            (r#"{"cnf":"k"}"#, Severity::Error, "/payload/cnf", "`cnf` should be an object, but is a string."),
            (r#"{"amr":"pwd"}"#, Severity::Warning, "/payload/amr", "`amr` should be an array, but is a string."),
            (
                r#"{"aud":7}"#,
                Severity::Error,
                "/payload/aud",
                "`aud` should be a string or an array of strings, but is a number.",
            ),
            (
                r#"{"aud":["a",{}]}"#,
                Severity::Error,
                "/payload/aud",
                "`aud` should be a string or an array of strings, but holds an object.",
            ),
            (
                r#"{"aud":[7]}"#,
                Severity::Error,
                "/payload/aud",
                "`aud` should be a string or an array of strings, but holds a number.",
            ),
            (
                r#"{"email_verified":"true"}"#,
                Severity::Warning,
                "/payload/email_verified",
                "`email_verified` should be a boolean, but is a string.",
            ),
            (
                r#"{"iss":"https://appleid.apple.com","email_verified":"true"}"#,
                Severity::Notice,
                "/payload/email_verified",
                "`email_verified` should be a boolean, but is a string.",
            ),
            (
                r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/p","phone_number_verified":"true"}"#,
                Severity::Notice,
                "/payload/phone_number_verified",
                "`phone_number_verified` should be a boolean, but is a string.",
            ),
        ] {
            fires(claims, "claim-wrong-type", severity, place, message);
        }
        let message = "`scope` is an array; the standard form is one string with spaces between.";
        fires(r#"{"scope":["a"]}"#, "scope-array", Severity::Info, "/payload/scope", message);
    }

    #[test]
    fn fires_on_empty_ones_and_on_what_is_no_uri() {
        for (claims, place, message) in [
            (r#"{"sub":""}"#, "/payload/sub", "`sub` is there, but empty."),
            (r#"{"cnf":null}"#, "/payload/cnf", "`cnf` is there, but empty."),
            (r#"{"aud":null}"#, "/payload/aud", "`aud` is there, but empty."),
        ] {
            fires(claims, "claim-null", Severity::Notice, place, message);
        }
        for claims in [r#"{"iss":"127.0.0.1:8080"}"#, r#"{"iss":"a/b:c"}"#, r#"{"iss":":a"}"#] {
            let message = "`iss` has a colon and so must be a URI, but does not begin like one.";
            fires(claims, "stringoruri-invalid", Severity::Notice, "/payload/iss", message);
        }
        let message = "`aud` has a colon and so must be a URI, but does not begin like one.";
        fires(r#"{"aud":["a","1:2"]}"#, "stringoruri-invalid", Severity::Notice, "/payload/aud", message);
    }

    #[test]
    fn is_quiet_on_the_right_forms() {
        for claims in [
            r#"{"iss":"i","sub":"auth0|1","aud":["a","urn:b"],"jti":"j","scope":"","amr":[{}],"cnf":{},"email_verified":false}"#,
            r#"{"sub":"system:serviceaccount:a:b","aud":"api://default","iss":"kubernetes/serviceaccount"}"#,
            r#"{"project_path":"a/b","pipeline_id":"1","ref_protected":"true","sub":"project_path:a/b:ref_type:branch"}"#,
            r#"{"roles":"admin","groups":"a","address":"0x1","aud":"","exp":null,"userId":7,"data":{"sub":1}}"#,
            r#"{"iss":"https://a.cloudflareaccess.com","sub":""}"#,
            r#"{"aud":[]}"#,
            r#"{"iss":"a+b-c.d:e"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
        let app = token_of(
            &[&encode(r#"{"alg":"RS256"}"#), ".", &encode(r#"{"iss":12345,"iat":1,"exp":2}"#), ".AA"].concat(),
        );
        check_quiet(&RULE, &app);
    }

    #[test]
    fn knows_the_form_of_each_claim() {
        for (form, names, severity) in [
            ("a string", "iss sub jti", Severity::Error),
            ("a string", "azp nonce sid client_id acr at_hash c_hash scope", Severity::Warning),
            ("an object", "cnf", Severity::Error),
            ("an object", "act may_act", Severity::Warning),
            ("an array", "amr", Severity::Warning),
            ("a boolean", "email_verified phone_number_verified", Severity::Warning),
        ] {
            for name in names.split(' ') {
                let [place, message] =
                    [["/payload/", name].concat(), ["`", name, "` should be ", form, ", but is a number."].concat()];
                fires(&["{\"", name, "\":1}"].concat(), "claim-wrong-type", severity, &place, &message);
            }
        }
    }
}
