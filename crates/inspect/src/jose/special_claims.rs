//! What claims say in tokens of one kind or from one issuer, where that is more than they say anywhere.

mod services;

pub(super) use services::*;

/// One claim in tokens of one kind or from one issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpecialClaim {
    pub name: &'static str,
    /// A few words for a heading.
    pub title: &'static str,
    /// As in [`Entry`](super::Entry).
    pub short: &'static str,
    /// One phrase, no full stop.
    pub meaning: &'static str,
    pub reference: &'static str,
}

const fn special(
    name: &'static str,
    title: &'static str,
    short: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> SpecialClaim {
    SpecialClaim { name, title, short, meaning, reference }
}

#[rustfmt::skip]
pub(super) const APPLE_CLIENT_SECRET: &[SpecialClaim] = &[
    special("iss", "Team ID", "Developer team that signed it", "the developer team that signed it: ten characters", "Sign in with Apple documentation"),
    special("sub", "Client ID", "App or service the secret is for", "the app or service that the secret is for", "Sign in with Apple documentation"),
];

#[rustfmt::skip]
pub(super) const APPLE_CONNECT: &[SpecialClaim] = &[
    special("bid", "Bundle ID", "App that the call is about", "the app that a call to the App Store server is about", "App Store Connect API documentation"),
    special("iss", "Issuer ID", "Issuer: the team, by its issuer ID", "the team's issuer ID in App Store Connect", "App Store Connect API documentation"),
    special("scope", "Requests", "Requests that it is limited to", "the requests that it is for, where it is limited to some", "App Store Connect API documentation"),
    special("sub", "Subject", "Says user if a person's key signed", "user, in tokens signed with a person's own key", "App Store Connect API documentation"),
];

#[rustfmt::skip]
pub(super) const APPLE_TEAM: &[SpecialClaim] = &[
    special("iss", "Team ID", "Developer team that signed it", "the developer team that signed it: ten characters", "Apple developer documentation"),
];

#[rustfmt::skip]
pub(super) const APPLE: &[SpecialClaim] = &[
    special("email", "Email address", "Email address, or Apple's relay", "the user's address, or Apple's relay for it if they chose to hide their own", "Sign in with Apple documentation"),
    special("is_private_email", "Private relay", "Whether Apple hides the real address", "whether the address is a relay of Apple's that hides the user's own", "Sign in with Apple documentation"),
    special("sub", "User ID (Apple)", "Subject: one ID per developer team", "the user, one name for all apps of a developer team", "Sign in with Apple documentation"),
];

#[rustfmt::skip]
pub(super) const AUTH0: &[SpecialClaim] = &[
    special("azp", "Client", "Application that asked for it", "the application that asked for the token", "Auth0 token documentation"),
    special("gty", "Grant type", "How the application got it", "how the application got it; client-credentials means that no user was there", "Auth0 token documentation"),
    special("permissions", "Permissions", "What the user's roles allow", "what the API's roles allow this user; part of the token only if switched on for the API", "Auth0 token documentation"),
    special("sub", "Subject (Auth0)", "Subject: connection and user", "connection and user joined by a bar, or client ID and @clients for a machine", "Auth0 token documentation"),
];

#[rustfmt::skip]
pub(super) const AZURE_B2C: &[SpecialClaim] = &[
    special("newUser", "New user", "Whether the user has just signed up", "whether the user has just signed up", "Azure AD B2C tokens overview"),
];

#[rustfmt::skip]
pub(super) const CLERK: &[SpecialClaim] = &[
    special("azp", "Origin", "Page that asked for it: compare it", "the origin of the page that asked for it: compare it with your own", "Clerk session token documentation"),
    special("v", "Version", "Version of this token's layout", "version of the session token's layout", "Clerk session token documentation"),
];

#[rustfmt::skip]
pub(super) const COGNITO: &[SpecialClaim] = &[
    special("client_id", "App client", "App client it was issued to", "the app client it was issued to; access tokens have this instead of aud", "Amazon Cognito token documentation"),
    special("cognito:groups", "Groups", "Groups in the user pool", "groups of the user pool that the user is in", "Amazon Cognito token documentation"),
    special("cognito:username", "User name", "User's name in the pool", "the user's name in the pool, which is not always sub", "Amazon Cognito token documentation"),
    special("origin_jti", "Original token ID", "Sign-in it stems from", "the sign-in it stems from; revoking the refresh token revokes all that share it", "Amazon Cognito token documentation"),
    special("token_use", "Token use", "For APIs (access) or the app (id)", "access is meant for APIs, id for the app itself", "Amazon Cognito token documentation"),
];

#[rustfmt::skip]
pub(super) const ENTRA: &[SpecialClaim] = &[
    special("aud", "Audience", "Audience: the API it is for", "the application or API it is meant for, by client ID or URI", "Microsoft Entra access token claims reference"),
    special("azpacr", "Client authentication", "How the client proved itself", "how the client proved itself: 0 not at all, 1 by secret, 2 by certificate", "Microsoft Entra access token claims reference"),
    special("azp", "Client", "Application that asked for it", "the application that asked for the token", "Microsoft Entra access token claims reference"),
    special("email", "Email address", "Email address; it can change hands", "can be changed and need not be verified: never identify a user by it", "Microsoft Entra access token claims reference"),
    special("oid", "Object ID", "User or app, the same for every app", "the user or app in its directory: the same for every application, unlike sub", "Microsoft Entra access token claims reference"),
    special("preferred_username", "Sign-in name", "Sign-in name; it can change", "for display only: it can change and be given to someone else", "Microsoft Entra access token claims reference"),
    special("roles", "App roles", "Roles in this application", "roles given in this application; without scp, the permissions of an app acting by itself", "Microsoft Entra access token claims reference"),
    special("scp", "Scopes", "Scopes: what the app may do", "what the app may do for a signed-in user; a token without it may be an app's own", "Microsoft Entra access token claims reference"),
    special("sub", "Subject", "Subject: as this one app sees them", "the user as this one application sees them; oid is the same for all", "Microsoft Entra access token claims reference"),
    special("tid", "Tenant ID", "Tenant: the directory it comes from", "the directory it comes from; 9188040d-6c67-4c5b-b112-36a304b66dad means personal accounts", "Microsoft Entra access token claims reference"),
    special("ver", "Version", "Which form it has: 1.0 or 2.0", "1.0 or 2.0: which form the token has, chosen by the API it is for", "Microsoft Entra access token claims reference"),
];

#[rustfmt::skip]
pub(super) const FIREBASE_CUSTOM: &[SpecialClaim] = &[
    special("claims", "Custom claims", "Claims for the user's ID tokens", "what the developer adds to the ID tokens that it is exchanged for", "Firebase ID token documentation"),
    special("iss", "Service account", "Service account that signed it", "the service account that signed it", "Firebase ID token documentation"),
    special("sub", "Service account", "Subject: the same as iss", "the same service account as iss", "Firebase ID token documentation"),
    special("uid", "User ID", "User who is to be signed in", "the user who is to be signed in", "Firebase ID token documentation"),
];

#[rustfmt::skip]
pub(super) const FIREBASE: &[SpecialClaim] = &[
    special("aud", "Project", "Audience: the Firebase project", "the Firebase project ID", "Firebase ID token documentation"),
    special("firebase", "Sign-in details", "How the user signed in, and where", "how the user signed in, and who they are at those providers", "Firebase ID token documentation"),
    special("user_id", "User ID", "The user, the same as sub", "the same as sub", "Firebase ID token documentation"),
];

#[rustfmt::skip]
pub(super) const GITHUB_ACTIONS: &[SpecialClaim] = &[
    special("environment", "Environment", "Where the job deploys to", "deployment environment that the job names, if it names one", "GitHub Actions OpenID Connect reference"),
    special("job_workflow_ref", "Job's workflow", "Workflow that defines the job", "the workflow file and git ref that define the job; a reusable one if it calls one", "GitHub Actions OpenID Connect reference"),
    special("sub", "Subject (GitHub Actions)", "Repository and ref: pin it for trust", "repository, perhaps with IDs behind @, and ref, environment or pull_request: pin it in trust conditions", "GitHub Actions OpenID Connect reference"),
];

#[rustfmt::skip]
pub(super) const GITHUB_APP: &[SpecialClaim] = &[
    special("iss", "App", "Issuer: the GitHub App, by its ID", "the GitHub App by its ID or client ID", "GitHub Apps documentation"),
];

#[rustfmt::skip]
pub(super) const GITLAB_CI: &[SpecialClaim] = &[
    special("aud", "Audience", "Audience, as configured in the job", "what it is for, as the pipeline's configuration sets it", "GitLab CI ID token documentation"),
    special("ref_protected", "Ref protected", "Whether the branch or tag is guarded", "whether the branch or tag is protected: true or false as text", "GitLab CI ID token documentation"),
    special("sub", "Subject (GitLab CI)", "Project and ref: pin it for trust", "project, type of ref and ref of the job: what trust conditions should pin", "GitLab CI ID token documentation"),
];

#[rustfmt::skip]
pub(super) const GOOGLE_IAP: &[SpecialClaim] = &[
    special("aud", "Protected resource", "Audience: the protected backend", "project and backend that the proxy protects", "Google Identity-Aware Proxy documentation"),
    special("gcip", "Identity Platform", "About the user, from the sign-in", "claims about the user from Identity Platform, where that signs users in", "Google Identity-Aware Proxy documentation"),
    special("google", "Access levels", "Access levels the request met", "access levels that the request met, as access_levels", "Google Identity-Aware Proxy documentation"),
    special("hd", "Workspace domain", "Workspace domain of the user", "the user's Google Workspace or Cloud domain; absent for personal accounts", "Google Identity-Aware Proxy documentation"),
    special("sub", "User", "Subject: sign-in service and user", "the user, with the sign-in service in front, such as accounts.google.com:", "Google Identity-Aware Proxy documentation"),
];

#[rustfmt::skip]
pub(super) const GOOGLE_SERVICE_ACCOUNT: &[SpecialClaim] = &[
    special("iss", "Service account", "Service account that signed it", "the service account that signed it, by e-mail address", "Google service account authentication"),
    special("scope", "Scopes", "What the access token is to allow", "what the access token in exchange is to allow", "Google service account authentication"),
    special("sub", "Subject", "Subject: the account it acts for", "the service account, or the user that it acts for, by e-mail address", "Google service account authentication"),
];

#[rustfmt::skip]
pub(super) const GOOGLE: &[SpecialClaim] = &[
    special("azp", "Client", "Client that asked for it", "the client that asked for it, if another than the audience", "Google OpenID Connect documentation"),
    special("email", "Email address", "Email address; it can change hands", "can change hands: identify the user by sub", "Google OpenID Connect documentation"),
    special("hd", "Workspace domain", "Workspace domain of the user", "the user's Google Workspace or Cloud domain; absent for personal accounts", "Google OpenID Connect documentation"),
    special("sub", "User ID (Google)", "Subject: the account, never reused", "the Google Account: never reused, the same for all clients", "Google OpenID Connect documentation"),
];

#[rustfmt::skip]
pub(super) const KEYCLOAK: &[SpecialClaim] = &[
    special("azp", "Client", "Client it was issued to", "the client it was issued to", "Keycloak server administration guide"),
    special("realm_access", "Realm roles", "Roles in the whole realm", "roles that count in the whole realm", "Keycloak server administration guide"),
    special("sid", "Session ID", "Session at Keycloak, for all clients", "the user's session at Keycloak, shared by all clients signed in with it", "Keycloak server administration guide"),
    special("typ", "Kind of token", "Bearer: for APIs, ID: for the client", "Bearer and DPoP are for APIs, ID for the client, Refresh and Offline for Keycloak alone", "Keycloak server administration guide"),
];

#[rustfmt::skip]
pub(super) const LTI_MESSAGE: &[SpecialClaim] = &[
    special("https://purl.imsglobal.org/spec/lti/claim/deployment_id", "Deployment", "Installation of the tool", "the tool's installation on the platform", "1EdTech LTI 1.3 core specification"),
    special("https://purl.imsglobal.org/spec/lti/claim/message_type", "Kind of message", "What the message does", "what the message does, such as LtiResourceLinkRequest", "1EdTech LTI 1.3 core specification"),
    special("https://purl.imsglobal.org/spec/lti/claim/roles", "Roles", "Roles in course and institution", "the user's roles in the course and the institution", "1EdTech LTI 1.3 core specification"),
    special("https://purl.imsglobal.org/spec/lti/claim/target_link_uri", "Target", "Address the tool is to open", "the address that the tool is to open", "1EdTech LTI 1.3 core specification"),
];

#[rustfmt::skip]
pub(super) const NATS: &[SpecialClaim] = &[
    special("iss", "Issuer key", "Account or operator that signed it", "public key of the account or operator that signed it", "NATS JWT documentation"),
    special("nats", "Permissions and limits", "What its holder may do, and how much", "the kind of credential, and what its holder may publish and subscribe to", "NATS JWT documentation"),
    special("sub", "Public key", "Subject: user, account or operator", "public key of the user, account or operator it is about", "NATS JWT documentation"),
];

#[rustfmt::skip]
pub(super) const OKTA: &[SpecialClaim] = &[
    special("cid", "Client ID", "Client it was issued to", "the client it was issued to", "Okta tokens documentation"),
    special("scp", "Scopes", "Scopes: what it allows", "what it allows, as a list", "Okta tokens documentation"),
    special("sub", "Subject (Okta)", "Subject: sign-in name, or the client", "the user's sign-in name, or the client's ID if no user was there", "Okta tokens documentation"),
    special("uid", "User ID", "User, by Okta's own ID", "Okta's own identifier of the user; absent if no user was there", "Okta tokens documentation"),
];

#[rustfmt::skip]
pub(super) const REGISTRY_TOKEN: &[SpecialClaim] = &[
    special("access", "Permissions", "What may be done with repositories", "repositories and what may be done with each, such as pull and push", "CNCF Distribution token specification"),
];

#[rustfmt::skip]
pub(super) const REQUEST_OBJECT: &[SpecialClaim] = &[
    special("client_id", "Client ID", "Who asks", "who asks; without a prefix that ends in a colon, a client registered in advance", "RFC 9101 section 4 and OpenID4VP 1.0 section 5.9"),
];

#[rustfmt::skip]
pub(super) const SERVICE_ACCOUNT_TOKEN: &[SpecialClaim] = &[
    special("aud", "Audience", "Audience: the servers it is for", "the servers it is meant for; the cluster's own if none was asked for", "Kubernetes service account documentation"),
    special("kubernetes.io", "Bound to", "Pod and account it is bound to", "namespace, pod and service account; past warnafter it should have been replaced", "Kubernetes service account documentation"),
    special("sub", "Service account", "Subject: the service account", "system:serviceaccount, then namespace and name", "Kubernetes service account documentation"),
];

#[rustfmt::skip]
pub(super) const REGISTRATION_CERTIFICATE: &[SpecialClaim] = &[
    special("credentials", "Credentials", "What it is registered to ask for", "the credentials and claims that it is registered to ask for", "ETSI TS 119 475"),
    special("entitlements", "Entitlements", "What it is registered as", "what it is registered as, such as a service provider", "ETSI TS 119 475"),
    special("purpose", "Purpose", "What it asks for the data for", "what it asks for the data for, in one or more languages", "ETSI TS 119 475"),
    special("registry_uri", "Register", "Address of the register", "address of the register that it stands in", "ETSI TS 119 475"),
    special("sub", "Relying party", "Subject: the relying party", "the relying party, by its official identifier", "ETSI TS 119 475"),
];

#[rustfmt::skip]
pub(super) const SIGNED_HTTP_REQUEST: &[SpecialClaim] = &[
    special("at", "Access token", "Access token that is sent with it", "the access token, which is bound to the key that signed this", "draft-ietf-oauth-signed-http-request"),
    special("m", "Method", "HTTP method of the request", "HTTP method of the request", "draft-ietf-oauth-signed-http-request"),
    special("p", "Path", "Path of the request", "path of the request", "draft-ietf-oauth-signed-http-request"),
    special("ts", "Time", "When it was signed", "when it was signed", "draft-ietf-oauth-signed-http-request"),
    special("u", "Host", "Host of the request", "host of the request", "draft-ietf-oauth-signed-http-request"),
];

#[rustfmt::skip]
pub(super) const SPIFFE: &[SpecialClaim] = &[
    special("sub", "SPIFFE ID", "Subject: the workload", "the workload, as trust domain and path", "SPIFFE JWT-SVID specification"),
];

#[rustfmt::skip]
pub(super) const SUPABASE: &[SpecialClaim] = &[
    special("app_metadata", "App metadata", "Users can't edit it: fit for access", "details that only the project can change, so fit for deciding access", "Supabase JWT claims reference"),
    special("ref", "Project", "Supabase project", "the Supabase project", "Supabase JWT claims reference"),
    special("role", "Database role", "Role in the database", "row-level security applies to anon and authenticated, not to service_role", "Supabase JWT claims reference"),
    special("user_metadata", "User metadata", "Users can edit it: not for access", "details that users can change themselves, so not for deciding access", "Supabase JWT claims reference"),
];

#[rustfmt::skip]
pub(super) const VAULT: &[SpecialClaim] = &[
    special("namespace", "Namespace", "Vault namespace that issued it", "the Vault namespace that issued it", "HashiCorp Vault identity tokens documentation"),
    special("sub", "Entity", "Subject: the Vault entity", "the Vault entity it is about", "HashiCorp Vault identity tokens documentation"),
];

#[rustfmt::skip]
pub(super) const ZOOM: &[SpecialClaim] = &[
    special("role", "Role", "0 for a participant, 1 for a host", "0 for a participant, 1 for a host", "Zoom Meeting SDK documentation"),
];
