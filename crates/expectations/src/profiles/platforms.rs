//! Platforms whose tokens name a workload or a user of theirs: Kubernetes, GitHub Actions, Supabase.

use decode::Token;

use super::said_claims::{SaidClaims, equal, present};
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

pub(super) const KUBERNETES: ServiceProfile = ServiceProfile {
    id: "kubernetes",
    name: "Kubernetes service account",
    reference: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection",
    note: "Write the issuer of your cluster, and your service as audience: a projected token is asked for by `audience`, and without one it is \
           for the API server.",
    expectations: |token| {
        let said = SaidClaims::of(token);
        let is_of_cluster = said.text("sub").is_some_and(|sub| sub.starts_with("system:serviceaccount:"));
        let issuer = said.text("iss").filter(|iss| is_of_cluster && iss.starts_with("https://"));
        Expectations {
            issuers: texts(&[issuer.unwrap_or("https://kubernetes.default.svc.cluster.local")]),
            algorithms: texts(&["RS256"]),
            claims: vec![equal("sub", "system:serviceaccount:<namespace>:<service account>")],
            leeway: LEEWAY,
            ..Expectations::default()
        }
    },
};

pub(super) const GITHUB_ACTIONS: ServiceProfile = ServiceProfile {
    id: "github-actions",
    name: "GitHub Actions",
    reference: "https://docs.github.com/en/actions/reference/security/oidc",
    note: "Write the owner as audience, or what the workflow asked for (`core.getIDToken(audience)`), and the repository: anybody's workflow \
           gets a token of this issuer.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&[
            "https://token.actions.githubusercontent.com",
            "https://token.actions.githubusercontent.com/<enterprise>",
            "https://token.actions.<tenant>.ghe.com",
            "https://token.actions.<tenant>.ghe.com/<enterprise>",
            "https://<host>/_services/token",
        ]),
        audiences: github_owner(token),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("repository", "<owner>/<repository>")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

/// On github.com the audience is the address of the repository's owner, unless the workflow asks for another one.
fn github_owner(token: &Token) -> Vec<String> {
    let issuer = SaidClaims::of(token).text("iss").unwrap_or_default();
    let is_elsewhere = issuer.contains(".ghe.com") || issuer.ends_with("/_services/token");
    if is_elsewhere { Vec::new() } else { texts(&["https://github.com/<owner>"]) }
}

pub(super) const SUPABASE: ServiceProfile = ServiceProfile {
    id: "supabase",
    name: "Supabase user",
    reference: "https://supabase.com/docs/guides/auth/jwt-fields",
    note: "Write your project in the issuer. Projects with a legacy JWT secret sign with HS256, those with signing keys with ES256 or RS256.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&[
            "https://<project>.supabase.co/auth/v1",
            "https://<host>/auth/v1",
            "http://<host>/auth/v1",
        ]),
        audiences: texts(&["authenticated"]),
        claims: vec![
            equal("role", "authenticated"),
            present("sub"),
            present("exp"),
            present("iat"),
            present("aal"),
            present("session_id"),
        ],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
