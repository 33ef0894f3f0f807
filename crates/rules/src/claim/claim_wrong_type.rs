//! A registered claim whose value does not have the form that its definition asks for.

use decode::json::{JsonKind, Member, Value};
use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::evidence::LIMIT;
use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static CLAIM_WRONG_TYPE: Record = Record {
    id: "claim-wrong-type",
    severity: Severity::Error,
    title: "Claim of the wrong type",
    why: "Strict libraries refuse the token. Others compare wrongly: the number 1 is not the text “1”, and the text “false” counts as true in many languages.",
    advice: "Write the claim in the type that its definition names.",
    references: &[
        "RFC 7519 section 4.1",
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
    title: "Empty claim",
    why: "A check for the presence of an empty claim passes, and an empty `sub` of one user equals that of every \
        other.",
    advice: "Leave out a claim that has no value.",
    references: &["RFC 7519 section 4.1"],
    guide: Question::Exact,
};

pub(crate) static STRINGORURI_INVALID: Record = Record {
    id: "stringoruri-invalid",
    severity: Severity::Notice,
    title: "Colon in a value that is not a URI",
    why: "A value with a colon must be a URI in `iss`, `sub` and `aud`. Strict libraries refuse one that does not begin with a scheme.",
    advice: "Write a URI with its scheme, or a name without a colon.",
    references: &["RFC 7519 section 2"],
    guide: Question::Exact,
};

pub(crate) static SCOPE_ARRAY: Record = Record {
    id: "scope-array",
    severity: Severity::Info,
    title: "Scope as an array",
    why: "The standard form of `scope` is one string with spaces between the scopes. Services that expect it find none of the scopes in an array.",
    advice: "Write `scope` as one string, or make sure that every service reads arrays.",
    references: &["RFC 8693 section 4.2", "RFC 9068 section 2.2.3"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Claims,
    records: &[&CLAIM_WRONG_TYPE, &CLAIM_NULL, &STRINGORURI_INVALID, &SCOPE_ARRAY],
    check: Check::Once(check),
};

const STRINGS: &str = "a string or an array of strings";

/// What a claim must be, in the words of [`Value::type_name`]. `address`, `events`, `groups` and `roles` are left out,
/// because ordinary tokens hold them in forms of their own. Times have findings of their own.
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
    let issuer = claims::issuer(evaluation);
    let judgeable = payload.members().iter().filter(|member| claims::can_be_judged(evaluation, &member.value));
    let judged = judgeable.filter_map(|member| {
        let (record, severity, fault) = judge(issuer, member, expected(&member.name.text)?)?;
        let message = format!("`{}` {fault}", member.name.text);
        let place = Place::member(evaluation.token, payload, member);
        Some(Evidence::new(record, message, place).with_severity(severity))
    });
    judged.take(LIMIT).collect()
}

/// What is wrong with the claim, as the end of a sentence that begins with its name.
type WrongType = (&'static Record, Severity, String);

fn judge(issuer: Option<KnownIssuer>, member: &Member, expected: &str) -> Option<WrongType> {
    let found = member.value.type_name();
    if found == expected {
        return judge_text(issuer, member, std::slice::from_ref(&member.value));
    }
    if expected == STRINGS && found != "null" {
        return judge_strings(issuer, member);
    }
    match member.name.text.as_str() {
        _ if found == "null" => Some((&CLAIM_NULL, Severity::Notice, "is `null`.".to_owned())),
        // SAP XSUAA and ForgeRock always write a list.
        "scope" if found == "an array" && matches!(issuer, Some(KnownIssuer::Forgerock | KnownIssuer::SapXsuaa)) => {
            None
        }
        "scope" if found == "an array" => {
            let fault = "is an array; the standard form is one string with spaces between.";
            Some((&SCOPE_ARRAY, Severity::Info, fault.to_owned()))
        }
        // GitHub accepts the number of an app as its issuer.
        "iss" if issuer == Some(KnownIssuer::GithubApp) => None,
        name => {
            let severity = match name {
                "iss" | "sub" | "jti" | "cnf" => Severity::Error,
                _ if expected == "a boolean" && is_boolean_text(&member.value) && writes_booleans_as_text(issuer) => {
                    Severity::Notice
                }
                _ => Severity::Warning,
            };
            Some((&CLAIM_WRONG_TYPE, severity, format!("should be {expected}, but is {found}.")))
        }
    }
}

fn is_boolean_text(value: &Value) -> bool {
    matches!(value.as_str(), Some("true" | "false"))
}

/// Apple and Amazon Cognito do, and so do AWS load balancers, which pass on what Cognito says of the user.
fn writes_booleans_as_text(issuer: Option<KnownIssuer>) -> bool {
    matches!(issuer, Some(KnownIssuer::Apple | KnownIssuer::AwsAlb | KnownIssuer::Cognito))
}

/// For `aud`, which may be one string or an array of strings.
fn judge_strings(issuer: Option<KnownIssuer>, member: &Member) -> Option<WrongType> {
    let (values, verb) = match &member.value.kind {
        JsonKind::Array(values) => (values.as_slice(), "holds"),
        _ => (std::slice::from_ref(&member.value), "is"),
    };
    match values.iter().find(|value| value.as_str().is_none()) {
        Some(other) => {
            let fault = format!("should be {STRINGS}, but {verb} {}.", other.type_name());
            Some((&CLAIM_WRONG_TYPE, Severity::Error, fault))
        }
        None => judge_text(issuer, member, values),
    }
}

/// For a claim of the right type. Well-known issuers have subjects of a form of their own.
fn judge_text(issuer: Option<KnownIssuer>, member: &Member, values: &[Value]) -> Option<WrongType> {
    if issuer.is_some() {
        return None;
    }
    let name = member.name.text.as_str();
    // An empty scope is a scope too, and an empty audience has a finding of its own.
    if member.value.as_str() == Some("") && !matches!(name, "aud" | "scope") {
        return Some(empty());
    }
    let fault = "has a colon and so must be a URI, but does not begin like one.";
    let is_wrong = matches!(name, "iss" | "sub" | "aud") && values.iter().filter_map(Value::as_str).any(has_no_scheme);
    is_wrong.then(|| (&STRINGORURI_INVALID, Severity::Notice, fault.to_owned()))
}

fn empty() -> WrongType {
    (&CLAIM_NULL, Severity::Notice, "is there, but empty.".to_owned())
}

/// RFC 7519 section 2: a value that contains a colon must be a URI, and that begins with a scheme (RFC 3986
/// section 3.1).
fn has_no_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        let is_of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        !scheme.starts_with(|letter: char| letter.is_ascii_alphabetic()) || !scheme.bytes().all(is_of_scheme)
    })
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, check_severity, encode, token_from, token_of, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, severity: Severity, place: &str, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        check_severity(&token, id, severity);
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
            (r#"{"cnf":null}"#, "/payload/cnf", "`cnf` is `null`."),
            (r#"{"aud":null}"#, "/payload/aud", "`aud` is `null`."),
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
    fn booleans_as_text_are_a_notice_where_the_issuer_writes_them() {
        let header = r#"{"alg":"ES256","kid":"k","signer":"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/50dc6c495c0c9188","iss":"https://idp.example","client":"c","exp":1700000100}"#;
        let of = |value: &str| token_from(header, &[r#"{"sub":"u1","email_verified":"#, value, "}"].concat());
        for value in [r#""true""#, r#""false""#] {
            check_severity(&of(value), "claim-wrong-type", Severity::Notice);
        }
        check_severity(&of(r#""yes""#), "claim-wrong-type", Severity::Warning);
        check_quiet(&RULE, &of("true"));
    }

    #[test]
    fn is_quiet_on_the_right_forms() {
        for claims in [
            r#"{"iss":"i","sub":"auth0|1","aud":["a","urn:b"],"jti":"j","scope":"","amr":[{}],"cnf":{},"email_verified":false}"#,
            r#"{"sub":"system:serviceaccount:a:b","aud":"api://default","iss":"kubernetes/serviceaccount"}"#,
            r#"{"iss":"https://a.authentication.eu10.hana.ondemand.com/oauth/token","scope":["a!t1.Read"]}"#,
            r#"{"tokenName":"access_token","cts":"c","scope":["read"]}"#,
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
