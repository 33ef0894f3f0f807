//! What is known of a token of some kind or issuer, beyond what it says itself.

use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::profile;

pub(crate) static SUPABASE_SERVICE_ROLE: Record = Record {
    id: "supabase-service-role",
    severity: Severity::Error,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static REFRESH_TOKEN: Record = Record {
    id: "refresh-token",
    severity: Severity::Warning,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static K8S_LEGACY: Record = Record {
    id: "k8s-legacy",
    severity: Severity::Warning,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static OKTA_ORG_ACCESS_TOKEN: Record = Record {
    id: "okta-org-access-token",
    severity: Severity::Warning,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static REQUEST_OBJECT_SUB: Record = Record {
    id: "request-object-sub",
    severity: Severity::Warning,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static MS_GRAPH_TOKEN: Record = Record {
    id: "ms-graph-token",
    severity: Severity::Notice,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static GITHUB_PULL_REQUEST: Record = Record {
    id: "github-pull-request",
    severity: Severity::Notice,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static GITHUB_DEFAULT_AUDIENCE: Record = Record {
    id: "github-default-audience",
    severity: Severity::Notice,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static GITLAB_UNPROTECTED_REF: Record = Record {
    id: "gitlab-unprotected-ref",
    severity: Severity::Notice,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static VAPID_NO_CONTACT: Record = Record {
    id: "vapid-no-contact",
    severity: Severity::Notice,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static REQUEST_OBJECT_NO_PKCE: Record = Record {
    id: "request-object-no-pkce",
    severity: Severity::Notice,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static SUPABASE_DEMO_KEY: Record = Record {
    id: "supabase-demo-key",
    severity: Severity::Info,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static SUPABASE_ANON: Record = Record {
    id: "supabase-anon",
    severity: Severity::Info,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static ENTRA_PERSONAL_ACCOUNT: Record = Record {
    id: "entra-personal-account",
    severity: Severity::Info,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_EMULATOR: Record = Record {
    id: "firebase-emulator",
    severity: Severity::Info,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_CUSTOM_TOKEN: Record = Record {
    id: "firebase-custom-token",
    severity: Severity::Info,
    title: "Known about such tokens",
    why: "What a token may be used for, and how far it can be relied on, depends on where it comes from.",
    advice: "Use and check it as the documentation of its issuer says.",
    references: &[
        "RFC 8292 section 2.1",
        "RFC 9101 section 10.8",
        "RFC 9700 section 2.1.1",
        "the documentation of the issuer",
    ],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &SUPABASE_SERVICE_ROLE,
        &REFRESH_TOKEN,
        &K8S_LEGACY,
        &OKTA_ORG_ACCESS_TOKEN,
        &REQUEST_OBJECT_SUB,
        &MS_GRAPH_TOKEN,
        &GITHUB_PULL_REQUEST,
        &GITHUB_DEFAULT_AUDIENCE,
        &GITLAB_UNPROTECTED_REF,
        &VAPID_NO_CONTACT,
        &REQUEST_OBJECT_NO_PKCE,
        &SUPABASE_DEMO_KEY,
        &SUPABASE_ANON,
        &ENTRA_PERSONAL_ACCOUNT,
        &FIREBASE_EMULATOR,
        &FIREBASE_CUSTOM_TOKEN,
    ],
    check,
};

/// `issuers or kinds|conditions|severity|id|where|what is known`, the conditions as in the tables of profiles. Of several
/// lines with one id the first counts.
///
/// Microsoft Graph: "Access tokens in the Microsoft identity platform"; the nonce: the issues of its libraries. Okta:
/// "Validate access tokens". Supabase: "Understanding API keys". Kubernetes: KEP-1205 and KEP-2799. GitHub: "OpenID
/// Connect reference". GitLab: "OpenID Connect (OIDC) authentication using ID tokens".
const KNOWN: &str = "\
supabase-service-role|iss=supabase|E|supabase-service-role|role|Such keys have full access to the database, past Row Level Security. Keep them on a server, and replace one that was ever in a browser, an app or a repository.
supabase-service-role supabase-anon|iss=supabase-demo|I|supabase-demo-key|iss|Every Supabase on a developer's own machine has such a key by default: no server that others reach should accept it.
supabase-anon|iss=supabase|I|supabase-anon|role|Such keys are public by design: Row Level Security decides what they may read and write.
refresh-token||W|refresh-token||A refresh token brings new tokens: it is for its issuer alone, and never for an API.
k8s-legacy||W|k8s-legacy||Never expires: such tokens work until their Secret in Kubernetes is deleted.
okta-org|scp,cid|W|okta-org-access-token|iss|An access token of Okta's org authorization server is for Okta's own APIs alone: others cannot rely on it.
entra-graph|#nonce|N|ms-graph-token|aud|Says it is for Microsoft Graph alone. Such tokens are signed with another `nonce` in the header, so others find the signature wrong.
entra-graph||N|ms-graph-token|aud|Says it is for Microsoft Graph alone: no other API should accept it.
entra-v1 entra-v2 entra-graph|tid=9188040d-6c67-4c5b-b112-36a304b66dad|I|entra-personal-account|tid|This `tid` stands for personal Microsoft accounts, which anybody can have.
github-actions|sub$:pull_request|N|github-pull-request|sub|Says it comes from a pull request: from code that perhaps nobody has reviewed.
github-actions|aud~https://github.com/*|N|github-default-audience|aud|Has the audience that GitHub gives by default: each service that accepts it can pass it on to the others.
gitlab-ci|ref_protected=false|N|gitlab-unprotected-ref|ref_protected|Says it comes from a branch or tag that is not protected, so more people may have changed what ran.
vapid-token|!sub|N|vapid-no-contact||Has no `sub`, so the push service cannot reach its sender: some refuse that.
request-object|sub=<client_id>|W|request-object-sub|sub|`sub` is the client's own ID: a server could take it for an assertion that signs the client in.
request-object|response_type=code,!code_challenge,-nonce|N|request-object-no-pkce||Asks for a code without `code_challenge` and `nonce`: whoever catches the code may be able to use it.
firebase-emulator||I|firebase-emulator|iss|The Firebase emulator makes such tokens, and signs nothing: no server outside of a test should accept one.
firebase-custom||I|firebase-custom-token|aud|Such tokens are for signing in to Firebase alone, which gives an ID token for one: no API should accept it.
";

/// The kinds of the table: what else stands there are issuers.
const KINDS: [&str; 3] = ["refresh-token", "request-object", "vapid-token"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let issuer = profile.issuer_id();
    let mut found: Vec<Evidence> = Vec::new();
    if issuer.is_empty() && !KINDS.contains(&profile.id) {
        return found;
    }
    let Some(payload) = evaluation.token.payload().filter(|payload| !payload.members().is_empty()) else {
        return found;
    };
    for line in KNOWN.lines() {
        let Some((who, rest)) = line.split_once('|') else { continue };
        if !who.split(' ').any(|id| id == issuer || id == profile.id) {
            continue;
        }
        let mut fields = rest.split('|');
        let mut field = || fields.next().unwrap_or_default();
        let [conditions, severity, id, place, message] = [field(), field(), field(), field(), field()];
        let is_new = !found.iter().any(|evidence| evidence.record.id == id);
        if is_new && (conditions.is_empty() || profile::holds(conditions, evaluation.token)) {
            let mut evidence =
                Evidence::new(RULE.by_id("known-tokens"), message, Place::of(evaluation.token, payload, place));
            evidence.record = RULE.by_id(id);
            evidence.severity = match severity {
                "E" => Severity::Error,
                "W" => Severity::Warning,
                "N" => Severity::Notice,
                _ => Severity::Info,
            };
            found.push(evidence);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, token_from, token_of, token_with};
    use decode::Token;

    #[track_caller]
    fn fires(token: &Token, id: &str, place: &str, severity: Severity, beginning: &str) {
        let found: Vec<_> =
            findings(token).into_iter().filter(|finding| crate::testing::is_of(&RULE, &finding)).collect();
        let [found] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&*found.id(), &*found.place.pointer(), found.severity), (id, place, severity));
        assert!(found.message.starts_with(beginning), "{}", found.message);
    }

    #[test]
    fn knows_keys_that_open_everything() {
        let token = token_with(r#"{"iss":"supabase","ref":"r","role":"service_role","exp":2000000000}"#);
        let message = "Such keys have full access to the database, past Row Level Security. Keep them on a server, and replace one that was ever in a browser, an app or a repository.";
        check(&RULE, &token, "supabase-service-role", "/payload/role", message);
        fires(&token, "supabase-service-role", "/payload/role", Severity::Error, "Such keys have full");
        let demo = token_with(r#"{"iss":"supabase-demo","role":"service_role","exp":2000000000}"#);
        fires(&demo, "supabase-demo-key", "/payload/iss", Severity::Info, "Every Supabase");
        let anon = token_with(r#"{"iss":"supabase","role":"anon","exp":2000000000}"#);
        fires(&anon, "supabase-anon", "/payload/role", Severity::Info, "Such keys are public");
    }

    #[test]
    fn knows_tokens_that_are_not_for_every_api() {
        let refresh = token_with(r#"{"token_type":"refresh","exp":2000000000}"#);
        fires(&refresh, "refresh-token", "/payload", Severity::Warning, "A refresh token");
        let okta = r#"{"iss":"https://a.okta.com","scp":["a"],"cid":"c","exp":2000000000}"#;
        fires(&token_with(okta), "okta-org-access-token", "/payload/iss", Severity::Warning, "An access token of Okta");
        check_quiet(&RULE, &token_with(r#"{"iss":"https://a.okta.com/oauth2/x","scp":["a"],"cid":"c"}"#));
        let graph = r#"{"iss":"https://sts.windows.net/t/","aud":"https://graph.microsoft.com"}"#;
        let [plain, with_nonce] = [r#"{"alg":"RS256"}"#, r#"{"alg":"RS256","nonce":"n"}"#];
        let message = "Says it is for Microsoft Graph alone: no other";
        fires(&token_from(plain, graph), "ms-graph-token", "/payload/aud", Severity::Notice, message);
        let message = "Says it is for Microsoft Graph alone. Such tokens are signed";
        fires(&token_from(with_nonce, graph), "ms-graph-token", "/payload/aud", Severity::Notice, message);
        let custom = r#"{"aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit","uid":"u"}"#;
        fires(
            &token_with(custom),
            "firebase-custom-token",
            "/payload/aud",
            Severity::Info,
            "Such tokens are for signing in",
        );
        let emulated = token_of(
            &["eyJhbGciOiJub25lIn0.", &crate::testing::encode(r#"{"iss":"https://securetoken.google.com/p"}"#), "."]
                .concat(),
        );
        fires(&emulated, "firebase-emulator", "/payload/iss", Severity::Info, "The Firebase emulator makes such");
    }

    #[test]
    fn knows_who_else_may_have_made_it() {
        let github = |sub: &str, aud: &str| {
            let claims =
                [r#"{"iss":"https://token.actions.githubusercontent.com","sub":""#, sub, r#"","aud":""#, aud, r#""}"#];
            token_from(r#"{"alg":"RS256"}"#, &claims.concat())
        };
        let request = github("repo:a/b:pull_request", "sts.amazonaws.com");
        fires(&request, "github-pull-request", "/payload/sub", Severity::Notice, "Says it comes from a pull request");
        let default = github("repo:a/b:ref:refs/heads/main", "https://github.com/a");
        fires(&default, "github-default-audience", "/payload/aud", Severity::Notice, "Has the audience");
        check_quiet(&RULE, &github("repo:a/b:environment:pull_request-x", "https://github.com/a/b"));
        let gitlab = |it: &str| {
            token_with(&[r#"{"project_path":"a","pipeline_id":"1","ref_protected":""#, it, r#""}"#].concat())
        };
        fires(&gitlab("false"), "gitlab-unprotected-ref", "/payload/ref_protected", Severity::Notice, "Says it comes");
        check_quiet(&RULE, &gitlab("true"));
        let tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";
        let personal =
            [r#"{"iss":"https://login.microsoftonline.com/"#, tenant, r#"/v2.0","tid":""#, tenant, r#""}"#].concat();
        fires(&token_with(&personal), "entra-personal-account", "/payload/tid", Severity::Info, "This `tid`");
    }

    #[test]
    fn knows_what_requests_should_have() {
        let typed = r#"{"alg":"ES256","typ":"oauth-authz-req+jwt"}"#;
        let object =
            |more: &str| token_from(typed, &[r#"{"client_id":"c","response_type":"code""#, more, "}"].concat());
        fires(&object(""), "request-object-no-pkce", "/payload", Severity::Notice, "Asks for a code");
        fires(
            &object(r#","nonce":"n","sub":"c""#),
            "request-object-sub",
            "/payload/sub",
            Severity::Warning,
            "`sub` is",
        );
        check_quiet(&RULE, &object(r#","code_challenge":"x","sub":"user""#));
        let push = token_from(r#"{"alg":"ES256"}"#, r#"{"aud":"https://fcm.googleapis.com","exp":1700003600}"#);
        fires(&push, "vapid-no-contact", "/payload", Severity::Notice, "Has no `sub`");
    }

    #[test]
    fn is_quiet_on_the_unknown() {
        check_quiet(&RULE, &token_with(r#"{"iss":"https://a.example","role":"service_role"}"#));
        check_quiet(&RULE, &token_with("[]"));
    }

    #[test]
    fn every_line_is_whole() {
        for line in KNOWN.lines() {
            let fields: Vec<_> = line.split('|').collect();
            let [who, _, severity, _, _, message] = fields.as_slice() else { panic!("{line}: six fields") };
            assert!(who.split(' ').all(|id| profile::is_kind(id) == KINDS.contains(&id)), "{who}");
            assert!(who.split(' ').all(profile::is_known), "{who}");
            assert!(["E", "W", "N", "I"].contains(severity) && message.ends_with('.'), "{line}");
        }
    }

    #[test]
    fn knows_each_from_what_is_almost_the_same() {
        const TENANT: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";
        let ids = |header: &str, claims: &str| {
            let found = crate::testing::found_by(&RULE, &token_from(header, claims));
            found.into_iter().map(|(id, ..)| id).collect::<Vec<_>>().join(" ")
        };
        for (id, claims, near_miss) in [
            (
                "supabase-service-role",
                r#"{"iss":"supabase","role":"service_role"}"#,
                r#"{"iss":"a","role":"service_role"}"#,
            ),
            ("supabase-anon", r#"{"iss":"supabase","role":"anon"}"#, r#"{"iss":"supabase","role":"anonymous"}"#),
            (
                "supabase-demo-key",
                r#"{"iss":"supabase-demo","role":"anon"}"#,
                r#"{"iss":"supabase-demo2","role":"anon"}"#,
            ),
            (
                "supabase-demo-key",
                r#"{"iss":"supabase-demo","role":"service_role"}"#,
                r#"{"iss":"supabase-demo","role":"service"}"#,
            ),
            ("refresh-token", r#"{"token_type":"refresh"}"#, r#"{"token_type":"access"}"#),
            ("k8s-legacy", r#"{"iss":"kubernetes/serviceaccount"}"#, r#"{"iss":"kubernetes"}"#),
            (
                "okta-org-access-token",
                r#"{"iss":"https://a.okta.com","scp":["a"],"cid":"c"}"#,
                r#"{"iss":"https://a.okta.com","scp":["a"]}"#,
            ),
            (
                "okta-org-access-token",
                r#"{"iss":"https://a.okta.com","scp":["a"],"cid":"c"}"#,
                r#"{"iss":"https://a.okta.com","cid":"c"}"#,
            ),
            (
                "ms-graph-token",
                r#"{"iss":"https://sts.windows.net/t/","aud":"https://graph.microsoft.com"}"#,
                r#"{"iss":"https://sts.windows.net/t/","aud":"https://graph.windows.net"}"#,
            ),
            (
                "entra-personal-account",
                &[r#"{"iss":"https://login.microsoftonline.com/"#, TENANT, r#"/v2.0","tid":""#, TENANT, "\"}"].concat(),
                r#"{"iss":"https://login.microsoftonline.com/t/v2.0","tid":"t"}"#,
            ),
            (
                "entra-personal-account",
                &[r#"{"iss":"https://sts.windows.net/"#, TENANT, r#"/","tid":""#, TENANT, "\"}"].concat(),
                &[r#"{"iss":"https://a.example/","tid":""#, TENANT, "\"}"].concat(),
            ),
            (
                "github-pull-request",
                r#"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:a/b:pull_request"}"#,
                r#"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:a/pull_request"}"#,
            ),
            (
                "github-default-audience",
                r#"{"iss":"https://token.actions.githubusercontent.com","aud":"https://github.com/a"}"#,
                r#"{"iss":"https://token.actions.githubusercontent.com","aud":"https://github.com"}"#,
            ),
            (
                "gitlab-unprotected-ref",
                r#"{"iss":"https://gitlab.com","project_path":"a","ref_protected":"false"}"#,
                r#"{"iss":"https://gitlab.com","project_path":"a","ref_protected":"true"}"#,
            ),
            (
                "firebase-custom-token",
                r#"{"aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit","uid":"u"}"#,
                r#"{"aud":"https://identitytoolkit.googleapis.com","uid":"u"}"#,
            ),
        ] {
            assert_eq!(ids(r#"{"alg":"HS256"}"#, claims), id, "{claims}");
            assert_eq!(ids(r#"{"alg":"HS256"}"#, near_miss), "", "{near_miss}");
        }
        let push = r#"{"alg":"ES256"}"#;
        assert_eq!(
            ids(push, r#"{"aud":"https://fcm.googleapis.com","exp":1700003600,"sub":"mailto:a@b.example"}"#),
            ""
        );
        let request = r#"{"alg":"ES256","typ":"oauth-authz-req+jwt"}"#;
        for (claims, expected) in [
            (r#"{"client_id":"c","sub":"c"}"#, "request-object-sub"),
            (r#"{"client_id":"c","sub":"d"}"#, ""),
            (r#"{"client_id":"c","response_type":"code"}"#, "request-object-no-pkce"),
            (r#"{"client_id":"c","response_type":"code","nonce":"n"}"#, ""),
            (r#"{"client_id":"c","response_type":"code","code_challenge":"x"}"#, ""),
            (r#"{"client_id":"c","response_type":"id_token"}"#, ""),
        ] {
            assert_eq!(ids(request, claims), expected, "{claims}");
        }
        let emulated = r#"{"iss":"https://securetoken.google.com/p"}"#;
        assert_eq!(ids(r#"{"alg":"RS256"}"#, emulated), "");
    }
}
