//! What claims say in tokens of one kind or from one issuer, where that is more than they say anywhere.

use super::{Entry, Kind, claim as anywhere, table};

/// `id|name|title|meaning|reference`, sorted. The id is that of a kind or an issuer, or the beginning that several
/// issuers share, as `entra` is of `entra-v1` and `entra-v2`.
pub(super) const PROFILE_CLAIMS: &str = "\
apple-client-secret|iss|Team ID|the developer team that signed it: ten characters|Sign in with Apple documentation
apple-client-secret|sub|Client ID|the app or service that the secret is for|Sign in with Apple documentation
apple|email|Email address|the user's address, or Apple's relay for it if they chose to hide their own|Sign in with Apple documentation
apple|is_private_email|Private relay|whether the address is a relay of Apple's that hides the user's own|Sign in with Apple documentation
apple|sub|User ID (Apple)|the user, one name for all apps of a developer team|Sign in with Apple documentation
auth0|azp|Client|the application that asked for the token|Auth0 token documentation
auth0|gty|Grant type|how the application got it; client-credentials means that no user was there|Auth0 token documentation
auth0|permissions|Permissions|what the API's roles allow this user; part of the token only if switched on for the API|Auth0 token documentation
auth0|sub|Subject (Auth0)|connection and user joined by a bar, or client ID and @clients for a machine|Auth0 token documentation
cognito|client_id|App client|the app client it was issued to; access tokens have this instead of aud|Amazon Cognito token documentation
cognito|cognito:groups|Groups|groups of the user pool that the user is in|Amazon Cognito token documentation
cognito|cognito:username|User name|the user's name in the pool, which is not always sub|Amazon Cognito token documentation
cognito|origin_jti|Original token ID|the sign-in it stems from; revoking the refresh token revokes all that share it|Amazon Cognito token documentation
cognito|token_use|Token use|access is meant for APIs, id for the app itself|Amazon Cognito token documentation
entra|aud|Audience|the application or API it is meant for, by client ID or URI|Microsoft Entra access token claims reference
entra|azpacr|Client authentication|how the client proved itself: 0 not at all, 1 by secret, 2 by certificate|Microsoft Entra access token claims reference
entra|azp|Client|the application that asked for the token|Microsoft Entra access token claims reference
entra|email|Email address|can be changed and need not be verified: never identify a user by it|Microsoft Entra access token claims reference
entra|oid|Object ID|the user or app in its directory: the same for every application, unlike sub|Microsoft Entra access token claims reference
entra|preferred_username|Sign-in name|for display only: it can change and be given to someone else|Microsoft Entra access token claims reference
entra|roles|App roles|roles given in this application; without scp, the permissions of an app acting by itself|Microsoft Entra access token claims reference
entra|scp|Scopes|what the app may do for a signed-in user; a token without it may be an app's own|Microsoft Entra access token claims reference
entra|sub|Subject|the user as this one application sees them; oid is the same for all|Microsoft Entra access token claims reference
entra|tid|Tenant ID|the directory it comes from; 9188040d-6c67-4c5b-b112-36a304b66dad means personal accounts|Microsoft Entra access token claims reference
entra|ver|Version|1.0 or 2.0: which form the token has, chosen by the API it is for|Microsoft Entra access token claims reference
firebase-custom|claims|Custom claims|what the developer adds to the ID tokens that it is exchanged for|Firebase ID token documentation
firebase-custom|uid|User ID|the user who is to be signed in|Firebase ID token documentation
firebase|aud|Project|the Firebase project ID|Firebase ID token documentation
firebase|firebase|Sign-in details|how the user signed in, and who they are at those providers|Firebase ID token documentation
firebase|user_id|User ID|the same as sub|Firebase ID token documentation
github-actions|environment|Environment|deployment environment that the job names, if it names one|GitHub Actions OpenID Connect reference
github-actions|job_workflow_ref|Job's workflow|the workflow file and git ref that define the job; a reusable one if it calls one|GitHub Actions OpenID Connect reference
github-actions|sub|Subject (GitHub Actions)|repository with branch, tag, environment or pull_request: what trust conditions should pin|GitHub Actions OpenID Connect reference
github-app|iss|App|the GitHub App by its ID or client ID|GitHub Apps documentation
gitlab-ci|aud|Audience|what the pipeline's configuration says it is for|GitLab CI ID token documentation
gitlab-ci|ref_protected|Ref protected|whether the branch or tag is protected: true or false as text|GitLab CI ID token documentation
gitlab-ci|sub|Subject (GitLab CI)|project, type of ref and ref of the job: what trust conditions should pin|GitLab CI ID token documentation
google-iap|aud|Protected resource|project and backend that the proxy protects|Google Identity-Aware Proxy documentation
google|azp|Client|the client that asked for it, if another than the audience|Google OpenID Connect documentation
google|email|Email address|can change hands: identify the user by sub|Google OpenID Connect documentation
google|hd|Workspace domain|the user's Google Workspace or Cloud domain; absent for personal accounts|Google OpenID Connect documentation
google|sub|User ID (Google)|the Google Account: never reused, the same for all clients|Google OpenID Connect documentation
keycloak|azp|Client|the client it was issued to|Keycloak server administration guide
keycloak|realm_access|Realm roles|roles that count in the whole realm|Keycloak server administration guide
keycloak|sid|Session ID|the user's session at Keycloak, shared by all clients signed in with it|Keycloak server administration guide
keycloak|typ|Kind of token|Bearer is for APIs, ID for the client, Refresh and Offline for Keycloak alone|Keycloak server administration guide
nats|iss|Issuer key|public key of the account or operator that signed it|NATS JWT documentation
nats|nats|Permissions and limits|the kind of credential, and what its holder may publish and subscribe to|NATS JWT documentation
nats|sub|Public key|public key of the user, account or operator it is about|NATS JWT documentation
okta|cid|Client ID|the client it was issued to|Okta tokens documentation
okta|scp|Scopes|what it says it allows, as a list|Okta tokens documentation
okta|sub|Subject (Okta)|the user's sign-in name, or the client's ID if no user was there|Okta tokens documentation
okta|uid|User ID|Okta's own identifier of the user; absent if no user was there|Okta tokens documentation
registry-token|access|Permissions|repositories and what may be done with each, such as pull and push|CNCF Distribution token specification
service-account-token|aud|Audience|the servers it is meant for; the cluster's own if none was asked for|Kubernetes service account documentation
service-account-token|kubernetes.io|Bound to|namespace, pod and service account; past warnafter it should have been replaced|Kubernetes service account documentation
service-account-token|sub|Service account|system:serviceaccount, then namespace and name|Kubernetes service account documentation
spiffe|sub|SPIFFE ID|the workload, as trust domain and path|SPIFFE JWT-SVID specification
supabase|app_metadata|App metadata|details that only the project can change, so fit for deciding access|Supabase JWT claims reference
supabase|ref|Project|the Supabase project|Supabase JWT claims reference
supabase|role|Database role|anon and authenticated obey row-level security, service_role bypasses it|Supabase JWT claims reference
supabase|user_metadata|User metadata|details that users can change themselves, so not for deciding access|Supabase JWT claims reference
vault|namespace|Namespace|the Vault namespace that issued it|HashiCorp Vault identity tokens documentation
vault|sub|Entity|the Vault entity it is about|HashiCorp Vault identity tokens documentation
zoom|role|Role|0 for a participant, 1 for a host|Zoom Meeting SDK documentation
";

/// The lines for a kind or an issuer, to be asked for many claims.
pub(super) fn lines(id: &str) -> Vec<&'static str> {
    let is_of_family = |key: &str| id.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let mut lines = Vec::new();
    for line in PROFILE_CLAIMS.lines() {
        if is_of_family(table::name_of(line)) {
            lines.push(line);
        }
    }
    lines
}

/// What a claim says by these lines.
pub(super) fn claim(lines: &[&'static str], name: &str) -> Option<Entry> {
    lines.iter().find_map(|line| {
        let mut fields = line.split('|').skip(1);
        let listed = fields.next().filter(|listed| *listed == name)?;
        // How a value is to be explained depends on no issuer.
        let kind = anywhere(name).map_or(Kind::Other, |entry| entry.kind);
        Some(Entry { name: listed, kind, title: fields.next()?, meaning: fields.next()?, reference: fields.next()? })
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::profile;
    use super::super::Words;
    use super::*;
    use test_tokens::token_with;

    #[test]
    fn lines_are_sorted_and_short() {
        let all: Vec<_> = PROFILE_CLAIMS.lines().collect();
        for pair in all.windows(2) {
            assert!(pair[0] < pair[1], "move {:?} before {:?}", pair[1], pair[0]);
        }
        for line in all {
            let fields: Vec<_> = line.split('|').collect();
            let [id, name, title, meaning, reference] = fields.as_slice() else { panic!("{line}: five fields") };
            for text in [title, meaning, reference] {
                assert!(!text.is_empty() && !text.ends_with('.') && text.trim() == *text, "{line}");
                assert!(text.chars().count() <= 120, "{line}: shorten");
            }
            assert_eq!(claim(&lines(id), name).map(|entry| entry.meaning), Some(*meaning), "{line}: it must be found");
        }
    }

    #[test]
    fn the_issuer_comes_before_the_kind_and_both_before_the_registry() {
        let token = |claims| profile::profile(&token_with(claims));
        let title = |profile: &profile::Profile, name: &str| Words::of(profile).claim(name).map(|entry| entry.title);
        let entra = token(r#"{"iss":"https://sts.windows.net/t/","tid":"t","oid":"o"}"#);
        assert_eq!(title(&entra, "oid"), Some("Object ID"));
        assert_eq!(title(&entra, "exp"), Some("Expires"));
        let eks = token(r#"{"iss":"https://oidc.eks.eu-west-1.amazonaws.com/id/0","kubernetes.io":{}}"#);
        assert_eq!(title(&eks, "kubernetes.io"), Some("Bound to"));
        assert_eq!(title(&token("{}"), "sub"), Some("Subject"));
        assert_eq!(title(&token("{}"), "made-up"), None);
    }

    #[test]
    fn families_share_their_words() {
        let title = |id, name| claim(&lines(id), name).map(|entry| entry.title);
        assert_eq!(title("entra-v1", "oid"), Some("Object ID"));
        assert_eq!(title("entra", "oid"), Some("Object ID"));
        assert_eq!(title("entrance", "oid"), None);
        assert_eq!(title("google-iap", "hd"), Some("Workspace domain"));
        assert_eq!(title("google-iap", "jti"), None);
        assert_eq!(claim(&lines("supabase-user"), "role").map(|entry| entry.kind), Some(Kind::Text));
    }
}
