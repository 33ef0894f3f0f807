//! Kubernetes, GitHub Actions and Supabase.

use inspect::jose::issuers::KnownIssuer;

use super::ServiceProfile;
use super::filled::{algorithm, issuer, open_audience, required, signed, with_text};
use crate::{Expectations, said};

pub(super) const KUBERNETES: ServiceProfile = ServiceProfile {
    id: "kubernetes",
    name: "Kubernetes service account",
    reference: "https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-in-code",
    note: "Fill in the audience of your service, and the service account. Without an `audience` of its own in the \
           projected volume, a token is for the API server.",
    expectations: |token| {
        let issuer = issuer(token, &[KnownIssuer::K8sBound, KnownIssuer::Eks], "https://<cluster>");
        Expectations {
            claims: vec![with_text("sub", "system:serviceaccount:<namespace>:<service account>")],
            ..signed(
                vec![issuer],
                open_audience(token, "audience"),
                algorithm(token, &["RS256", "ES256", "ES384", "ES512"]),
            )
        }
    },
};

pub(super) const GITHUB_ACTIONS: ServiceProfile = ServiceProfile {
    id: "github-actions",
    name: "GitHub Actions",
    reference: "https://docs.github.com/en/actions/reference/security/oidc",
    note: "Fill in the repository: every workflow on GitHub can get a token of this issuer. The audience is by \
           default the address of the repository's owner, so better ask for one of your own.",
    expectations: |token| {
        let owner = said::text_claim(token, "repository_owner").map(|owner| format!("https://github.com/{owner}"));
        let own = owner.filter(|owner| said::audiences(token).contains(&owner.as_str()));
        let audiences = own.map_or_else(|| open_audience(token, "audience"), |owner| vec![owner]);
        let issuer = issuer(token, &[KnownIssuer::GithubActions], "https://token.actions.githubusercontent.com");
        Expectations {
            claims: vec![required("sub"), with_text("repository", "<owner>/<repository>")],
            ..signed(vec![issuer], audiences, "RS256")
        }
    },
};

pub(super) const SUPABASE: ServiceProfile = ServiceProfile {
    id: "supabase",
    name: "Supabase user",
    reference: "https://supabase.com/docs/guides/auth/jwt-fields",
    note: "Check that the project in the issuer is yours: the audience of users who signed in is `authenticated` in every \
           project. Tokens are signed with ES256 or RS256, or with HS256 and a shared secret, as in older projects.",
    expectations: |token| {
        let form = "https://<project>.supabase.co/auth/v1";
        let issuer = issuer(token, &[KnownIssuer::SupabaseUser], form);
        let algorithm = algorithm(token, &["ES256", "RS256", "HS256"]);
        Expectations {
            claims: ["sub", "role", "session_id"].map(required).into(),
            ..signed(vec![issuer], vec!["authenticated".to_owned()], algorithm)
        }
    },
};
