//! An audience that keeps no service, or few, from accepting the token.

use crate::query::claims;
use crate::query::headers;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::Part;
use decode::json::{Kind, Member, Value};
use guide::Question;
use inspect::display;
use inspect::profile::Certainty;

pub(crate) static AUD_EMPTY: Record = Record {
    id: "aud-empty",
    severity: Severity::Error,
    title: "Odd audience",
    why: "A service must refuse what is not meant for it. What is meant for several, each can use at the others.",
    advice: "Let the issuer name the one service that each token is for.",
    references: &[
        "RFC 7519 section 4.1.3",
        "RFC 8725 section 3.9",
        "RFC 9700 section 2.3",
        "OpenID Connect Core 1.0 section 3.1.3.7",
    ],
    guide: Question::Audience,
};

pub(crate) static AUD_WILDCARD: Record = Record {
    id: "aud-wildcard",
    severity: Severity::Warning,
    title: "Odd audience",
    why: "A service must refuse what is not meant for it. What is meant for several, each can use at the others.",
    advice: "Let the issuer name the one service that each token is for.",
    references: &[
        "RFC 7519 section 4.1.3",
        "RFC 8725 section 3.9",
        "RFC 9700 section 2.3",
        "OpenID Connect Core 1.0 section 3.1.3.7",
    ],
    guide: Question::Audience,
};

pub(crate) static AUD_MULTIPLE: Record = Record {
    id: "aud-multiple",
    severity: Severity::Notice,
    title: "Odd audience",
    why: "A service must refuse what is not meant for it. What is meant for several, each can use at the others.",
    advice: "Let the issuer name the one service that each token is for.",
    references: &[
        "RFC 7519 section 4.1.3",
        "RFC 8725 section 3.9",
        "RFC 9700 section 2.3",
        "OpenID Connect Core 1.0 section 3.1.3.7",
    ],
    guide: Question::Audience,
};

pub(crate) static ID_TOKEN_AZP: Record = Record {
    id: "id-token-azp",
    severity: Severity::Notice,
    title: "Odd audience",
    why: "A service must refuse what is not meant for it. What is meant for several, each can use at the others.",
    advice: "Let the issuer name the one service that each token is for.",
    references: &[
        "RFC 7519 section 4.1.3",
        "RFC 8725 section 3.9",
        "RFC 9700 section 2.3",
        "OpenID Connect Core 1.0 section 3.1.3.7",
    ],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { records: &[&AUD_EMPTY, &AUD_WILDCARD, &AUD_MULTIPLE, &ID_TOKEN_AZP], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    claims::claim(evaluation, "aud").and_then(|(part, member)| judge(evaluation, part, member)).into_iter().collect()
}

fn judge(evaluation: &Evaluation, part: &Part, member: &Member) -> Option<Evidence> {
    let say = |id: &str, severity, message: &[&str]| {
        let mut evidence = headers::evidence(RULE.by_id(id), evaluation, part, member, message.concat());
        evidence.severity = severity;
        Some(evidence)
    };
    let entries = match &member.value.kind {
        Kind::Array(entries) => entries.as_slice(),
        _ => std::slice::from_ref(&member.value),
    };
    // A null is told with the forms of claims.
    if is_empty(&member.value) {
        let profile = &evaluation.description.profile;
        // Ory Hydra writes an empty list where the client asked for no audience.
        let is_guess = profile.id == "oauth-access-token" && profile.certainty == Certainty::Likely;
        let severity = if is_guess { Severity::Notice } else { Severity::Error };
        return say("aud-empty", severity, &["The audience is empty: no service is meant."]);
    }
    if let Some(any) = entries.iter().filter_map(Value::as_str).find(|text| is_wildcard(text)) {
        let any = display::capped(any, 80);
        let message = ["The audience `", &any, "` is a wildcard: it may mean any service."];
        return say("aud-wildcard", Severity::Warning, &message);
    }
    // OpenID Connect Core 1.0 section 5.3: where every access token of a sign-in may be sent.
    let is_service = |entry: &&Value| !entry.as_str().is_some_and(|text| text.ends_with("/userinfo"));
    let count = entries.iter().filter(is_service).count();
    if count < 2 || !claims::is_bearer(evaluation) || claims::claim(evaluation, "cnf").is_some() {
        return None;
    }
    let count = count.to_string();
    // OpenID Connect Core 1.0 demanded `azp` of these until its second errata, and many clients still do.
    if evaluation.description.profile.id == "oidc-id-token" && claims::claim(evaluation, "azp").is_none() {
        let message = [
            "Meant for ",
            &count,
            " audiences, and no `azp` says which of them asked for it: some clients refuse that.",
        ];
        return say("id-token-azp", Severity::Notice, &message);
    }
    let message = ["Meant for ", &count, " audiences: each can use it at the others."];
    say("aud-multiple", Severity::Notice, &message)
}

/// Whether nobody is named: an empty text, or a list of none but such.
pub(crate) fn is_empty(aud: &Value) -> bool {
    let is_empty = |value: &Value| value.as_str() == Some("");
    match &aud.kind {
        Kind::Array(entries) => entries.iter().all(is_empty),
        _ => is_empty(aud),
    }
}

fn is_wildcard(text: &str) -> bool {
    text.contains('*') || ["any", "all"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use super::Severity;
    use crate::testing::{check, check_quiet, findings, token_with};

    #[track_caller]
    fn fires(aud: &str, id: &str, message: &str) {
        check(&RULE, &token_with(&["{\"aud\":", aud, "}"].concat()), id, "/payload/aud", message);
    }

    #[track_caller]
    fn severity(claims: &str) -> Option<Severity> {
        findings(&token_with(claims)).into_iter().find(|it| crate::testing::is_of(&RULE, &it)).map(|it| it.severity)
    }

    #[test]
    fn fires_on_none_any_and_several() {
        for none in ["\"\"", "[]", "[\"\"]"] {
            fires(none, "aud-empty", "The audience is empty: no service is meant.");
        }
        fires("\"*\"", "aud-wildcard", "The audience `*` is a wildcard: it may mean any service.");
        fires("\"ANY\"", "aud-wildcard", "The audience `ANY` is a wildcard: it may mean any service.");
        let message = "The audience `https://a.example/*` is a wildcard: it may mean any service.";
        fires(r#"["a","https://a.example/*"]"#, "aud-wildcard", message);
        fires(r#"["a","b"]"#, "aud-multiple", "Meant for 2 audiences: each can use it at the others.");
        fires(r#"["a","b","c"]"#, "aud-multiple", "Meant for 3 audiences: each can use it at the others.");
        let with_userinfo = r#"["a","https://shop.eu.auth0.com/userinfo","b"]"#;
        fires(with_userinfo, "aud-multiple", "Meant for 2 audiences: each can use it at the others.");
    }

    #[test]
    fn is_milder_on_what_is_only_taken_for_an_access_token() {
        assert_eq!(severity(r#"{"aud":[]}"#), Some(Severity::Error));
        assert_eq!(severity(r#"{"aud":[],"client_id":"c","scp":["openid"]}"#), Some(Severity::Notice));
        assert_eq!(severity(r#"{"aud":[],"typ":"Bearer"}"#), Some(Severity::Error));
    }

    #[test]
    fn asks_who_of_several_is_meant_by_an_id_token() {
        let of = |more: &str| token_with(&[r#"{"nonce":"n","at_hash":"h","aud":["a","b"]"#, more, "}"].concat());
        let message = "Meant for 2 audiences, and no `azp` says which of them asked for it: some clients refuse that.";
        check(&RULE, &of(""), "id-token-azp", "/payload/aud", message);
        let message = "Meant for 2 audiences: each can use it at the others.";
        check(&RULE, &of(r#","azp":"a""#), "aud-multiple", "/payload/aud", message);
    }

    #[test]
    fn is_quiet_on_one() {
        for claims in [
            r#"{"aud":"a"}"#,
            r#"{"aud":["a"]}"#,
            r#"{"aud":null}"#,
            r#"{"aud":["all-services"]}"#,
            r#"{"aud":["https://api.example","https://shop.eu.auth0.com/userinfo"]}"#,
            r#"{"aud":["a","b"],"cnf":{"jkt":"k"}}"#,
            r#"{"aud":["a","b"],"events":{"urn:x":{}}}"#,
            r#"{"aud":7}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
