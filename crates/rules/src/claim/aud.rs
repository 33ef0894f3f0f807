//! An audience that names no service, any service or several services.

use decode::Part;
use decode::json::{JsonKind, Member, Value};
use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise::Certainty;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static AUD_EMPTY: Record = Record {
    id: "aud-empty",
    severity: Severity::Error,
    title: "Empty audience",
    why: "The token names no service that it is for. A correct service finds itself missing and refuses it; one that skips the check of `aud` accepts it like any other.",
    advice: "Write the identifier of the service into `aud`.",
    references: &["RFC 7519 section 4.1.3", "RFC 8725 section 3.9"],
    guide: Question::Audience,
};

pub(crate) static AUD_WILDCARD: Record = Record {
    id: "aud-wildcard",
    severity: Severity::Warning,
    title: "Wildcard audience",
    why: "`aud` has no wildcards: services compare it exactly. A service that does treat this as “any” accepts tokens that were made for others.",
    advice: "Name the one service that the token is for.",
    references: &["RFC 7519 section 4.1.3", "RFC 8725 section 3.9"],
    guide: Question::Audience,
};

pub(crate) static AUD_MULTIPLE: Record = Record {
    id: "aud-multiple",
    severity: Severity::Notice,
    title: "Several audiences",
    why: "Each service that receives this token can pass it on to the other services and act there in the name of the user.",
    advice: "Issue a token of its own for each service, with one audience each.",
    references: &["RFC 7519 section 4.1.3", "RFC 9700 section 2.3"],
    guide: Question::Audience,
};

pub(crate) static ID_TOKEN_AZP: Record = Record {
    id: "id-token-azp",
    severity: Severity::Notice,
    title: "Several audiences without `azp`",
    why: "An ID token with several audiences should name in `azp` the client that asked for it. Earlier versions of the standard required this, and many clients still refuse the token without it.",
    advice: "Write the client's ID into `azp`, or issue ID tokens with one audience.",
    references: &["OpenID Connect Core 1.0 section 3.1.3.7"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Claims,
    records: &[&AUD_EMPTY, &AUD_WILDCARD, &AUD_MULTIPLE, &ID_TOKEN_AZP],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    claims::claim(evaluation, "aud").and_then(|(part, member)| judge(evaluation, part, member)).into_iter().collect()
}

fn judge(evaluation: &Evaluation, part: &Part, member: &Member) -> Option<Evidence> {
    let evidence =
        |record, message| Some(Evidence::new(record, message, Place::member(evaluation.token, part, member)));
    let profile = &evaluation.description.profile;
    let entries = match &member.value.kind {
        JsonKind::Array(entries) => entries.as_slice(),
        _ => std::slice::from_ref(&member.value),
    };
    if is_empty(&member.value) {
        let found = evidence(&AUD_EMPTY, "The audience is empty: no service is meant.".to_owned())?;
        // Ory Hydra writes an empty list where the client asked for no audience.
        let is_guess = profile.kind == TokenKind::OauthAccessToken && profile.certainty == Certainty::Likely;
        return Some(if is_guess { found.with_severity(Severity::Notice) } else { found });
    }
    if let Some(any) = entries.iter().filter_map(Value::as_str).find(|text| is_wildcard(text)) {
        let any = display::quoted(any, 80);
        return evidence(&AUD_WILDCARD, format!("The audience {any} is a wildcard: it may mean any service."));
    }
    // OpenID Connect Core 1.0 section 5.3: every access token of a sign-in may be sent to the userinfo endpoint.
    let is_service = |entry: &&Value| !entry.as_str().is_some_and(|text| text.ends_with("/userinfo"));
    let count = entries.iter().filter(is_service).count();
    // SAP XSUAA names every application whose scopes the token has.
    let is_usual = profile.known_issuer() == Some(KnownIssuer::SapXsuaa);
    if count < 2 || is_usual || !claims::is_bearer(evaluation) || !claims::lacks(evaluation, "cnf") {
        return None;
    }
    // OpenID Connect Core 1.0 required `azp` of these until its second errata, and many clients still do.
    if profile.kind == TokenKind::OidcIdToken && claims::lacks(evaluation, "azp") {
        let message = format!(
            "Meant for {count} audiences, and no `azp` says which of them asked for it: some clients refuse that."
        );
        return evidence(&ID_TOKEN_AZP, message);
    }
    evidence(&AUD_MULTIPLE, format!("Meant for {count} audiences: each can use it at the others."))
}

/// Whether the audience names nobody: an empty string, or a list of only such.
pub(crate) fn is_empty(aud: &Value) -> bool {
    let is_empty = |value: &Value| value.as_str() == Some("");
    match &aud.kind {
        JsonKind::Array(entries) => entries.iter().all(is_empty),
        _ => is_empty(aud),
    }
}

fn is_wildcard(text: &str) -> bool {
    text.contains('*') || ["any", "all"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, encode, findings, token_of, token_with};

    #[track_caller]
    fn fires(aud: &str, id: &str, message: &str) {
        check(&RULE, &token_with(&["{\"aud\":", aud, "}"].concat()), id, "/payload/aud", message);
    }

    #[track_caller]
    fn severity(claims: &str) -> Option<Severity> {
        findings(&token_with(claims)).into_iter().find(|it| crate::testing::is_of(&RULE, it)).map(|it| it.severity)
    }

    #[test]
    fn a_list_that_is_cut_off_is_not_judged() {
        let cut = |claims: &str| token_of(&format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(claims)));
        for claims in [
            r#"{"aud":["#,
            r#"{"aud":[ "#,
            r#"{"aud":["#,
            r#"{"aud":["","#,
            r#"{"aud":["a","b""#,
            r#"{"sub":"u","aud":["a","b","#,
            r#"{"aud":["*","#,
            r#"{"aud":""#,
        ] {
            check_quiet(&RULE, &cut(claims));
        }
        // Whether `cnf` or `azp` follows is not known.
        check_quiet(&RULE, &cut(r#"{"nonce":"n","aud":["a","b"],"sub":"u""#));
        // What was read to its end is.
        let message = "The audience `*` is a wildcard: it may mean any service.";
        check(&RULE, &cut(r#"{"aud":["*"],"sub":"#), "aud-wildcard", "/payload/aud", message);
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
            r#"{"iss":"https://a.authentication.eu10.hana.ondemand.com/oauth/token","aud":["a!t1","b!t1"]}"#,
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
