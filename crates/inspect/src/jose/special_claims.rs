//! What claims say in tokens of one kind or from one issuer, where that is more than they say anywhere.

mod services;

pub(super) use services::*;

/// One claim in tokens of one kind or from one issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpecialClaim {
    pub name: &'static str,
    /// A few words for a heading.
    pub title: &'static str,
    /// One phrase, no full stop.
    pub meaning: &'static str,
    pub reference: &'static str,
}

const fn special(
    name: &'static str,
    title: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> SpecialClaim {
    SpecialClaim { name, title, meaning, reference }
}

#[rustfmt::skip]
pub(super) const APPLE_CLIENT_SECRET: &[SpecialClaim] = &[
    special("iss", "Team ID", "the developer team that signed it: ten characters", "Sign in with Apple documentation"),
    special("sub", "Client ID", "the app or service that the secret is for", "Sign in with Apple documentation"),
];

#[rustfmt::skip]
pub(super) const APPLE_CONNECT: &[SpecialClaim] = &[
    special("bid", "Bundle ID", "the app that a call to the App Store server is about", "App Store Connect API documentation"),
    special("iss", "Issuer ID", "the team's issuer ID in App Store Connect", "App Store Connect API documentation"),
    special("scope", "Requests", "the requests that it is for, where it is limited to some", "App Store Connect API documentation"),
    special("sub", "Subject", "user, in tokens signed with a person's own key", "App Store Connect API documentation"),
];

#[rustfmt::skip]
pub(super) const APPLE_TEAM: &[SpecialClaim] = &[
    special("iss", "Team ID", "the developer team that signed it: ten characters", "Apple developer documentation"),
];

#[rustfmt::skip]
pub(super) const APPLE: &[SpecialClaim] = &[
    special("email", "Email address", "the user's address, or Apple's relay for it if they chose to hide their own", "Sign in with Apple documentation"),
    special("is_private_email", "Private relay", "whether the address is a relay of Apple's that hides the user's own", "Sign in with Apple documentation"),
    special("sub", "User ID (Apple)", "the user, one name for all apps of a developer team", "Sign in with Apple documentation"),
];

#[rustfmt::skip]
pub(super) const AUTH0: &[SpecialClaim] = &[
    special("azp", "Client", "the application that asked for the token", "Auth0 token documentation"),
    special("gty", "Grant type", "how the application got it; client-credentials means that no user was there", "Auth0 token documentation"),
    special("permissions", "Permissions", "what the API's roles allow this user; part of the token only if switched on for the API", "Auth0 token documentation"),
    special("sub", "Subject (Auth0)", "connection and user joined by a bar, or client ID and @clients for a machine", "Auth0 token documentation"),
];

#[rustfmt::skip]
pub(super) const AZURE_B2C: &[SpecialClaim] = &[
    special("newUser", "New user", "whether the user has just signed up", "Azure AD B2C tokens overview"),
];

#[rustfmt::skip]
pub(super) const CLERK: &[SpecialClaim] = &[
    special("azp", "Origin", "the origin of the page that asked for it: compare it with your own", "Clerk session token documentation"),
    special("v", "Version", "version of the session token's layout", "Clerk session token documentation"),
];

#[rustfmt::skip]
pub(super) const COGNITO: &[SpecialClaim] = &[
    special("client_id", "App client", "the app client it was issued to; access tokens have this instead of aud", "Amazon Cognito token documentation"),
    special("cognito:groups", "Groups", "groups of the user pool that the user is in", "Amazon Cognito token documentation"),
    special("cognito:username", "User name", "the user's name in the pool, which is not always sub", "Amazon Cognito token documentation"),
    special("origin_jti", "Original token ID", "the sign-in it stems from; revoking the refresh token revokes all that share it", "Amazon Cognito token documentation"),
    special("token_use", "Token use", "access is meant for APIs, id for the app itself", "Amazon Cognito token documentation"),
];

#[rustfmt::skip]
pub(super) const ENTRA: &[SpecialClaim] = &[
    special("aud", "Audience", "the application or API it is meant for, by client ID or URI", "Microsoft Entra access token claims reference"),
    special("azpacr", "Client authentication", "how the client proved itself: 0 not at all, 1 by secret, 2 by certificate", "Microsoft Entra access token claims reference"),
    special("azp", "Client", "the application that asked for the token", "Microsoft Entra access token claims reference"),
    special("email", "Email address", "can be changed and need not be verified: never identify a user by it", "Microsoft Entra access token claims reference"),
    special("oid", "Object ID", "the user or app in its directory: the same for every application, unlike sub", "Microsoft Entra access token claims reference"),
    special("preferred_username", "Sign-in name", "for display only: it can change and be given to someone else", "Microsoft Entra access token claims reference"),
    special("roles", "App roles", "roles given in this application; without scp, the permissions of an app acting by itself", "Microsoft Entra access token claims reference"),
    special("scp", "Scopes", "what the app may do for a signed-in user; a token without it may be an app's own", "Microsoft Entra access token claims reference"),
    special("sub", "Subject", "the user as this one application sees them; oid is the same for all", "Microsoft Entra access token claims reference"),
    special("tid", "Tenant ID", "the directory it comes from; 9188040d-6c67-4c5b-b112-36a304b66dad means personal accounts", "Microsoft Entra access token claims reference"),
    special("ver", "Version", "1.0 or 2.0: which form the token has, chosen by the API it is for", "Microsoft Entra access token claims reference"),
];

#[rustfmt::skip]
pub(super) const FIREBASE_CUSTOM: &[SpecialClaim] = &[
    special("claims", "Custom claims", "what the developer adds to the ID tokens that it is exchanged for", "Firebase ID token documentation"),
    special("iss", "Service account", "the service account that signed it", "Firebase ID token documentation"),
    special("sub", "Service account", "the same service account as iss", "Firebase ID token documentation"),
    special("uid", "User ID", "the user who is to be signed in", "Firebase ID token documentation"),
];

#[rustfmt::skip]
pub(super) const FIREBASE: &[SpecialClaim] = &[
    special("aud", "Project", "the Firebase project ID", "Firebase ID token documentation"),
    special("firebase", "Sign-in details", "how the user signed in, and who they are at those providers", "Firebase ID token documentation"),
    special("user_id", "User ID", "the same as sub", "Firebase ID token documentation"),
];

#[rustfmt::skip]
pub(super) const GITHUB_ACTIONS: &[SpecialClaim] = &[
    special("environment", "Environment", "deployment environment that the job names, if it names one", "GitHub Actions OpenID Connect reference"),
    special("job_workflow_ref", "Job's workflow", "the workflow file and git ref that define the job; a reusable one if it calls one", "GitHub Actions OpenID Connect reference"),
    special("sub", "Subject (GitHub Actions)", "repository, perhaps with IDs behind @, and ref, environment or pull_request: pin it in trust conditions", "GitHub Actions OpenID Connect reference"),
];

#[rustfmt::skip]
pub(super) const GITHUB_APP: &[SpecialClaim] = &[
    special("iss", "App", "the GitHub App by its ID or client ID", "GitHub Apps documentation"),
];

#[rustfmt::skip]
pub(super) const GITLAB_CI: &[SpecialClaim] = &[
    special("aud", "Audience", "what the pipeline's configuration says it is for", "GitLab CI ID token documentation"),
    special("ref_protected", "Ref protected", "whether the branch or tag is protected: true or false as text", "GitLab CI ID token documentation"),
    special("sub", "Subject (GitLab CI)", "project, type of ref and ref of the job: what trust conditions should pin", "GitLab CI ID token documentation"),
];

#[rustfmt::skip]
pub(super) const GOOGLE_IAP: &[SpecialClaim] = &[
    special("aud", "Protected resource", "project and backend that the proxy protects", "Google Identity-Aware Proxy documentation"),
    special("gcip", "Identity Platform", "claims about the user from Identity Platform, where that signs users in", "Google Identity-Aware Proxy documentation"),
    special("google", "Access levels", "access levels that the request met, as access_levels", "Google Identity-Aware Proxy documentation"),
    special("hd", "Workspace domain", "the user's Google Workspace or Cloud domain; absent for personal accounts", "Google Identity-Aware Proxy documentation"),
    special("sub", "User", "the user, with the sign-in service in front, such as accounts.google.com:", "Google Identity-Aware Proxy documentation"),
];

#[rustfmt::skip]
pub(super) const GOOGLE_SERVICE_ACCOUNT: &[SpecialClaim] = &[
    special("iss", "Service account", "the service account that signed it, by e-mail address", "Google service account authentication"),
    special("scope", "Scopes", "what the access token in exchange is to allow", "Google service account authentication"),
    special("sub", "Subject", "the service account, or the user that it acts for, by e-mail address", "Google service account authentication"),
];

#[rustfmt::skip]
pub(super) const GOOGLE: &[SpecialClaim] = &[
    special("azp", "Client", "the client that asked for it, if another than the audience", "Google OpenID Connect documentation"),
    special("email", "Email address", "can change hands: identify the user by sub", "Google OpenID Connect documentation"),
    special("hd", "Workspace domain", "the user's Google Workspace or Cloud domain; absent for personal accounts", "Google OpenID Connect documentation"),
    special("sub", "User ID (Google)", "the Google Account: never reused, the same for all clients", "Google OpenID Connect documentation"),
];

#[rustfmt::skip]
pub(super) const KEYCLOAK: &[SpecialClaim] = &[
    special("azp", "Client", "the client it was issued to", "Keycloak server administration guide"),
    special("realm_access", "Realm roles", "roles that count in the whole realm", "Keycloak server administration guide"),
    special("sid", "Session ID", "the user's session at Keycloak, shared by all clients signed in with it", "Keycloak server administration guide"),
    special("typ", "Kind of token", "Bearer and DPoP are for APIs, ID for the client, Refresh and Offline for Keycloak alone", "Keycloak server administration guide"),
];

#[rustfmt::skip]
pub(super) const LTI_MESSAGE: &[SpecialClaim] = &[
    special("https://purl.imsglobal.org/spec/lti/claim/deployment_id", "Deployment", "the tool's installation on the platform", "1EdTech LTI 1.3 core specification"),
    special("https://purl.imsglobal.org/spec/lti/claim/message_type", "Kind of message", "what the message does, such as LtiResourceLinkRequest", "1EdTech LTI 1.3 core specification"),
    special("https://purl.imsglobal.org/spec/lti/claim/roles", "Roles", "the user's roles in the course and the institution", "1EdTech LTI 1.3 core specification"),
    special("https://purl.imsglobal.org/spec/lti/claim/target_link_uri", "Target", "the address that the tool is to open", "1EdTech LTI 1.3 core specification"),
];

#[rustfmt::skip]
pub(super) const NATS: &[SpecialClaim] = &[
    special("iss", "Issuer key", "public key of the account or operator that signed it", "NATS JWT documentation"),
    special("nats", "Permissions and limits", "the kind of credential, and what its holder may publish and subscribe to", "NATS JWT documentation"),
    special("sub", "Public key", "public key of the user, account or operator it is about", "NATS JWT documentation"),
];

#[rustfmt::skip]
pub(super) const OKTA: &[SpecialClaim] = &[
    special("cid", "Client ID", "the client it was issued to", "Okta tokens documentation"),
    special("scp", "Scopes", "what it says it allows, as a list", "Okta tokens documentation"),
    special("sub", "Subject (Okta)", "the user's sign-in name, or the client's ID if no user was there", "Okta tokens documentation"),
    special("uid", "User ID", "Okta's own identifier of the user; absent if no user was there", "Okta tokens documentation"),
];

#[rustfmt::skip]
pub(super) const REGISTRY_TOKEN: &[SpecialClaim] = &[
    special("access", "Permissions", "repositories and what may be done with each, such as pull and push", "CNCF Distribution token specification"),
];

#[rustfmt::skip]
pub(super) const REQUEST_OBJECT: &[SpecialClaim] = &[
    special("client_id", "Client ID", "who asks; without a prefix that ends in a colon, a client registered in advance", "RFC 9101 section 4 and OpenID4VP 1.0 section 5.9"),
];

#[rustfmt::skip]
pub(super) const SERVICE_ACCOUNT_TOKEN: &[SpecialClaim] = &[
    special("aud", "Audience", "the servers it is meant for; the cluster's own if none was asked for", "Kubernetes service account documentation"),
    special("kubernetes.io", "Bound to", "namespace, pod and service account; past warnafter it should have been replaced", "Kubernetes service account documentation"),
    special("sub", "Service account", "system:serviceaccount, then namespace and name", "Kubernetes service account documentation"),
];

#[rustfmt::skip]
pub(super) const REGISTRATION_CERTIFICATE: &[SpecialClaim] = &[
    special("credentials", "Credentials", "the credentials and claims that it is registered to ask for", "ETSI TS 119 475"),
    special("entitlements", "Entitlements", "what it is registered as, such as a service provider", "ETSI TS 119 475"),
    special("purpose", "Purpose", "what it asks for the data for, in one or more languages", "ETSI TS 119 475"),
    special("registry_uri", "Register", "address of the register that it stands in", "ETSI TS 119 475"),
    special("sub", "Relying party", "the relying party, by its official identifier", "ETSI TS 119 475"),
];

#[rustfmt::skip]
pub(super) const SIGNED_HTTP_REQUEST: &[SpecialClaim] = &[
    special("at", "Access token", "the access token, which is bound to the key that signed this", "draft-ietf-oauth-signed-http-request"),
    special("m", "Method", "HTTP method of the request", "draft-ietf-oauth-signed-http-request"),
    special("p", "Path", "path of the request", "draft-ietf-oauth-signed-http-request"),
    special("ts", "Time", "when it was signed", "draft-ietf-oauth-signed-http-request"),
    special("u", "Host", "host of the request", "draft-ietf-oauth-signed-http-request"),
];

#[rustfmt::skip]
pub(super) const SPIFFE: &[SpecialClaim] = &[
    special("sub", "SPIFFE ID", "the workload, as trust domain and path", "SPIFFE JWT-SVID specification"),
];

#[rustfmt::skip]
pub(super) const SUPABASE: &[SpecialClaim] = &[
    special("app_metadata", "App metadata", "details that only the project can change, so fit for deciding access", "Supabase JWT claims reference"),
    special("ref", "Project", "the Supabase project", "Supabase JWT claims reference"),
    special("role", "Database role", "anon and authenticated obey row-level security, service_role bypasses it", "Supabase JWT claims reference"),
    special("user_metadata", "User metadata", "details that users can change themselves, so not for deciding access", "Supabase JWT claims reference"),
];

#[rustfmt::skip]
pub(super) const VAULT: &[SpecialClaim] = &[
    special("namespace", "Namespace", "the Vault namespace that issued it", "HashiCorp Vault identity tokens documentation"),
    special("sub", "Entity", "the Vault entity it is about", "HashiCorp Vault identity tokens documentation"),
];

#[rustfmt::skip]
pub(super) const ZOOM: &[SpecialClaim] = &[
    special("role", "Role", "0 for a participant, 1 for a host", "Zoom Meeting SDK documentation"),
];
