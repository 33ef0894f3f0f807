//! What claims say in the tokens of build services, clouds, sign-in servers and apps.

use super::{SpecialClaim, special};

const ADOBE: &str = "Adobe identity service documentation";
#[rustfmt::skip]
pub(in crate::jose) const ADOBE_IMS: &[SpecialClaim] = &[
    special("as", "Authorization server", "Part of Adobe that issued it", "the part of Adobe's identity service that issued it", ADOBE),
    special("created_at", "Created at", "When it was issued, in milliseconds", "when it was issued, in milliseconds and as text", ADOBE),
    special("expires_in", "Expires in", "How long it lasts, in milliseconds", "how long it lasts from created_at, in milliseconds and as text", ADOBE),
    special("type", "Kind of token", "Access token or another kind", "access_token or another kind of token from Adobe", ADOBE),
];

const ARGO: &str = "Argo CD user management documentation";
#[rustfmt::skip]
pub(in crate::jose) const ARGO_CD: &[SpecialClaim] = &[
    special("sub", "Account", "Subject: the account or project role", "the account with :login or :apiKey, or proj: with project and role", ARGO),
];

const FORGE: &str = "Atlassian Forge Remote documentation";
#[rustfmt::skip]
pub(in crate::jose) const ATLASSIAN_FORGE: &[SpecialClaim] = &[
    special("app", "App", "Forge app and its installation", "the Forge app, its version, installation and environment", FORGE),
    special("aud", "App ID", "Audience: the app whose remote it is", "the app whose remote is called", FORGE),
    special("context", "Context", "Site, and where in it the call began", "the site, and where in it the call comes from", FORGE),
    special("principal", "User", "Account that caused the call", "the Atlassian account that caused the call; absent where no user did", FORGE),
];

const AUTHENTIK_DOCS: &str = "authentik OAuth2 provider documentation";
#[rustfmt::skip]
pub(in crate::jose) const AUTHENTIK: &[SpecialClaim] = &[
    special("acr", "Authentication context", "Provider name, not sign-in strength", "names authentik's own OAuth2 provider, not how strong the sign-in was", AUTHENTIK_DOCS),
    special("uid", "Token ID", "Unique value of this token", "a unique value for this token", AUTHENTIK_DOCS),
];

const AZURE: &str = "Azure DevOps workload identity federation documentation";
#[rustfmt::skip]
pub(in crate::jose) const AZURE_DEVOPS: &[SpecialClaim] = &[
    special("sub", "Service connection", "Service connection it is for", "organisation, project and service connection that it is for", AZURE),
];

const COMMUNICATION: &str = "Azure Communication Services documentation";
#[rustfmt::skip]
pub(in crate::jose) const AZURE_COMMUNICATION: &[SpecialClaim] = &[
    special("acsScope", "Scopes", "What it allows, such as chat", "what it allows, such as chat and voip", COMMUNICATION),
    special("resourceId", "Resource", "Azure resource that issued it", "the Communication Services resource that issued it", COMMUNICATION),
    special("skypeid", "User", "Resource and the user in it", "the resource and the user in it, by their IDs", COMMUNICATION),
];

const IDENTITY_CENTER: &str = "AWS IAM Identity Center documentation";
#[rustfmt::skip]
pub(in crate::jose) const AWS_IDENTITY_CENTER: &[SpecialClaim] = &[
    special("sts:identity_context", "Identity context", "Proves the user to AWS STS", "proof of the user for AWS STS, which makes sessions that know the user", IDENTITY_CENTER),
];

const PIPELINES: &str = "Bitbucket Pipelines OpenID Connect documentation";
#[rustfmt::skip]
pub(in crate::jose) const BITBUCKET: &[SpecialClaim] = &[
    special("branchName", "Branch", "Branch the pipeline runs on", "the branch that the pipeline runs on", PIPELINES),
    special("repositoryUuid", "Repository", "Repository, by ID in braces", "the repository, by its ID in braces", PIPELINES),
    special("sub", "Step", "Subject: repository and step", "repository, perhaps the deployment environment, and the step, by their IDs", PIPELINES),
];

const BOX: &str = "Box JWT authentication documentation";
#[rustfmt::skip]
pub(in crate::jose) const BOX_APP: &[SpecialClaim] = &[
    special("box_sub_type", "Kind of subject", "Service account or a single user", "enterprise for the app's service account, user for one user", BOX),
    special("iss", "Client ID", "Box app that signed it", "the Box app that signed it", BOX),
    special("sub", "Subject (Box)", "Subject: enterprise or user, by ID", "ID of the enterprise or user, as box_sub_type says", BOX),
];

const BUILDKITE_DOCS: &str = "Buildkite agent OIDC documentation";
#[rustfmt::skip]
pub(in crate::jose) const BUILDKITE: &[SpecialClaim] = &[
    special("build_branch", "Branch", "Branch of the build", "the branch of the build", BUILDKITE_DOCS),
    special("sub", "Subject (Buildkite)", "Pipeline and ref: pin it for trust", "organisation, pipeline, ref, commit and step: what trust conditions should pin", BUILDKITE_DOCS),
];

const CASDOOR_DOCS: &str = "Casdoor token documentation";
#[rustfmt::skip]
pub(in crate::jose) const CASDOOR: &[SpecialClaim] = &[
    special("owner", "Organisation", "Organisation of the user", "the Casdoor organisation of the user", CASDOOR_DOCS),
    special("tokenType", "Kind of token", "Access token or refresh token", "access-token or refresh-token", CASDOOR_DOCS),
];

const CIRCLE: &str = "CircleCI OpenID Connect documentation";
#[rustfmt::skip]
pub(in crate::jose) const CIRCLE_CI: &[SpecialClaim] = &[
    special("aud", "Audience", "Audience: often the organisation", "the organisation's ID, unless the job asked for another", CIRCLE),
    special("sub", "Subject (CircleCI)", "Project and user: pin it for trust", "organisation, project and user by their IDs: what trust conditions should pin", CIRCLE),
];

const IDENTITY_POOLS: &str = "Amazon Cognito identity pools documentation";
#[rustfmt::skip]
pub(in crate::jose) const COGNITO_IDENTITY: &[SpecialClaim] = &[
    special("amr", "How signed in", "Signed in or guest, and with whom", "authenticated or unauthenticated, then the provider that signed the user in", IDENTITY_POOLS),
    special("aud", "Identity pool", "Audience: the identity pool", "the identity pool, as region and ID", IDENTITY_POOLS),
    special("sub", "Identity ID", "Subject: user or guest in this pool", "the user or guest in this pool, as region and ID", IDENTITY_POOLS),
];

const DESCOPE_DOCS: &str = "Descope session documentation";
#[rustfmt::skip]
pub(in crate::jose) const DESCOPE: &[SpecialClaim] = &[
    special("drn", "Kind of token", "DS for session, DSR for refresh", "DS for a session token, DSR for a refresh token", DESCOPE_DOCS),
    special("rexp", "Refresh expires", "When refreshing the session ends", "until when the session can be refreshed, as a date in text", DESCOPE_DOCS),
    special("tenants", "Tenants", "Roles and permissions by tenant", "the user's tenants, with roles and permissions in each", DESCOPE_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const DEX: &[SpecialClaim] = &[
    special("federated_claims", "Signed in at", "Connector that signed the user in", "the connector that signed the user in, and the user's ID there", "Dex custom scopes and claims documentation"),
];

const DIRECTUS_DOCS: &str = "Directus authentication documentation";
#[rustfmt::skip]
pub(in crate::jose) const DIRECTUS: &[SpecialClaim] = &[
    special("admin_access", "Administrator", "Whether the user may do everything", "whether the user may do everything", DIRECTUS_DOCS),
    special("app_access", "App access", "Whether the admin app may be used", "whether the user may use the administration app", DIRECTUS_DOCS),
    special("id", "User ID", "Directus user, by ID", "the Directus user", DIRECTUS_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const FIREBASE_APP_CHECK: &[SpecialClaim] = &[
    special("aud", "Project", "Audience: the Firebase project", "the Firebase project, by its number and its ID", "Firebase App Check documentation"),
    special("sub", "App ID", "App that was found genuine", "the app of the project that was found genuine", "Firebase App Check documentation"),
];

const FLY_DOCS: &str = "Fly.io OpenID Connect documentation";
#[rustfmt::skip]
pub(in crate::jose) const FLY: &[SpecialClaim] = &[
    special("machine_id", "Machine", "Machine that asked for it", "the machine that asked for it", FLY_DOCS),
    special("sub", "Subject (Fly.io)", "App and machine: pin it for trust", "organisation, app and machine: what trust conditions should pin", FLY_DOCS),
];

const AM: &str = "ForgeRock Access Management OAuth 2.0 guide";
#[rustfmt::skip]
pub(in crate::jose) const FORGEROCK: &[SpecialClaim] = &[
    special("auditTrackingId", "Audit ID", "Finds it in the audit log", "links it with entries in the audit log", AM),
    special("realm", "Realm", "Part of the server that issued it", "the realm of the server that issued it", AM),
    special("subname", "Subject name", "User or client, by plain name", "the user or client by its plain name", AM),
    special("tokenName", "Kind of token", "Access, refresh or ID token", "access_token, refresh_token or id_token", AM),
];

const FUSION: &str = "FusionAuth token documentation";
#[rustfmt::skip]
pub(in crate::jose) const FUSIONAUTH: &[SpecialClaim] = &[
    special("applicationId", "Application", "App that the user signed in to", "the FusionAuth application that the user signed in to", FUSION),
    special("authenticationType", "How signed in", "How it was obtained", "how the token was obtained, such as PASSWORD or REFRESH_TOKEN", FUSION),
    special("roles", "Roles", "Roles in this application", "the user's roles in this application", FUSION),
    special("tid", "Tenant", "Tenant at FusionAuth", "the FusionAuth tenant", FUSION),
];

#[rustfmt::skip]
pub(in crate::jose) const GITHUB_RUNTIME: &[SpecialClaim] = &[
    special("ac", "Cache access", "Caches the job may read or write", "branches whose caches the job may read or write, as JSON in text", "not publicly documented"),
    special("orchid", "Job", "The run, and the job in it", "the run and the job in it, by GitHub's own ID", "not publicly documented"),
    special("scp", "Scopes", "What the job may do at the runner", "what the job may do at the services of the runner", "not publicly documented"),
];

#[rustfmt::skip]
pub(in crate::jose) const GOOGLE_CHAT: &[SpecialClaim] = &[
    special("aud", "Project number", "Audience: the Chat app's project", "the project of the Chat app that is called", "Google Chat documentation"),
];

const WALLET: &str = "Google Wallet documentation";
#[rustfmt::skip]
pub(in crate::jose) const GOOGLE_WALLET: &[SpecialClaim] = &[
    special("iss", "Service account", "Service account that signed it", "the service account of the pass's issuer, by e-mail address", WALLET),
    special("origins", "Origins", "Sites that may show the button", "sites that may show the button for this pass", WALLET),
    special("payload", "Passes", "Passes to save", "the classes and objects of the passes to save", WALLET),
    special("typ", "Kind of token", "A link that saves a pass", "savetowallet: a link that saves a pass", WALLET),
];

const TERRAFORM: &str = "HCP Terraform workload identity documentation";
#[rustfmt::skip]
pub(in crate::jose) const HCP_TERRAFORM: &[SpecialClaim] = &[
    special("sub", "Subject (HCP Terraform)", "Workspace, phase: pin it for trust", "organisation, project, workspace and run phase: what trust conditions should pin", TERRAFORM),
    special("terraform_run_phase", "Run phase", "Plan or apply", "plan or apply", TERRAFORM),
];

const JAAS: &str = "8x8 JaaS documentation";
#[rustfmt::skip]
pub(in crate::jose) const JITSI_JAAS: &[SpecialClaim] = &[
    special("context", "User and features", "User, and what they may do", "the user, and what they may do in the meeting", JAAS),
    special("room", "Room", "Meeting room to join", "the room to join; * stands for any", JAAS),
    special("sub", "App ID", "Subject: the JaaS app", "the JaaS app", JAAS),
];

const KINDE_DOCS: &str = "Kinde token documentation";
#[rustfmt::skip]
pub(in crate::jose) const KINDE: &[SpecialClaim] = &[
    special("azp", "Client", "Application that asked for it", "the application that asked for it", KINDE_DOCS),
    special("org_code", "Organisation", "Organisation that was signed in to", "the organisation that the user signed in to", KINDE_DOCS),
];

const EMBEDDING: &str = "Metabase embedding documentation";
#[rustfmt::skip]
pub(in crate::jose) const METABASE: &[SpecialClaim] = &[
    special("params", "Parameters", "Locked filters and their values", "locked filters and their values", EMBEDDING),
    special("resource", "Shown", "Dashboard or question to show", "the dashboard or question that may be shown, by its number", EMBEDDING),
];

const NOMAD_DOCS: &str = "HashiCorp Nomad workload identity documentation";
#[rustfmt::skip]
pub(in crate::jose) const NOMAD: &[SpecialClaim] = &[
    special("nomad_allocation_id", "Allocation", "Allocation it was made for", "the allocation that it was made for", NOMAD_DOCS),
    special("nomad_job_id", "Job", "Job it was made for", "the Nomad job", NOMAD_DOCS),
    special("nomad_namespace", "Namespace", "Namespace of the job", "the job's namespace", NOMAD_DOCS),
    special("nomad_task", "Task", "Task of the job", "the task of the job", NOMAD_DOCS),
    special("sub", "Workload", "Subject: the job, task and identity", "region, namespace, job, group, task and identity", NOMAD_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const ORY: &[SpecialClaim] = &[
    special("ext", "Extra claims", "Added by the consent app", "claims that the consent app added for this session", "Ory Hydra documentation"),
    special("scp", "Scopes", "Scopes: what it allows", "the scopes granted, as a list", "Ory Hydra documentation"),
];

const POCKET: &str = "PocketBase authentication documentation";
#[rustfmt::skip]
pub(in crate::jose) const POCKETBASE: &[SpecialClaim] = &[
    special("collectionId", "Collection", "Where the user's record is kept", "the collection that the user's record is in", POCKET),
    special("id", "Record", "Record of the user", "the user's record", POCKET),
    special("type", "Kind of token", "Sign-in (auth) or another purpose", "auth for signed-in users; other kinds open files or confirm a change", POCKET),
];

#[rustfmt::skip]
pub(in crate::jose) const PULUMI: &[SpecialClaim] = &[
    special("sub", "Subject (Pulumi)", "Deployment or environment it is for", "what asked for it: a deployment's stack and operation, or an environment", "Pulumi OIDC documentation"),
];

const CORE_TOKEN: &str = "Salesforce JWT-based access token documentation";
#[rustfmt::skip]
pub(in crate::jose) const SALESFORCE: &[SpecialClaim] = &[
    special("aud", "Audience", "Audience: the org it opens", "addresses of the Salesforce org whose APIs it opens", CORE_TOKEN),
    special("scp", "Scopes", "Scopes: what it allows", "what it allows, separated by spaces", CORE_TOKEN),
    special("sub", "User", "Subject: the Salesforce user", "uid: and the ID of the Salesforce user", CORE_TOKEN),
];

const IAS: &str = "SAP Cloud Identity Services documentation";
#[rustfmt::skip]
pub(in crate::jose) const SAP_IAS: &[SpecialClaim] = &[
    special("app_tid", "Tenant", "Tenant of the application", "the tenant of the application", IAS),
    special("ias_iss", "Issuer's own address", "Address where iss is a custom domain", "address of the service where iss is a domain of the customer", IAS),
    special("user_uuid", "User", "User, the same in every SAP app", "the user's global ID, the same in every SAP application", IAS),
];

const XSUAA: &str = "SAP XSUAA documentation";
#[rustfmt::skip]
pub(in crate::jose) const SAP_XSUAA: &[SpecialClaim] = &[
    special("ext_attr", "Extra attributes", "Attributes that XSUAA added", "attributes added by XSUAA, such as subaccount and service instance", XSUAA),
    special("scope", "Scopes", "Scopes: what it allows", "what it allows; each begins with the name of the application that defines it", XSUAA),
    special("zid", "Tenant", "Tenant: the subscriber's zone", "the identity zone: the tenant of a subscriber", XSUAA),
];

#[rustfmt::skip]
pub(in crate::jose) const SNOWFLAKE: &[SpecialClaim] = &[
    special("iss", "Account, user and key", "Account, user and key fingerprint", "ACCOUNT.USER.SHA256: and the public key's fingerprint, without the region", "Snowflake SQL API documentation"),
    special("sub", "Account and user", "Subject: account and user", "ACCOUNT.USER in capital letters, without the region", "Snowflake SQL API documentation"),
];

const SPACELIFT_DOCS: &str = "Spacelift OIDC documentation";
#[rustfmt::skip]
pub(in crate::jose) const SPACELIFT: &[SpecialClaim] = &[
    special("scope", "Scope", "Whether the run may change things", "read or write: whether the run may change something", SPACELIFT_DOCS),
    special("sub", "Subject (Spacelift)", "Stack and run: pin it for trust", "space, stack or module, run type and scope: what trust conditions should pin", SPACELIFT_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const STYTCH: &[SpecialClaim] = &[
    special("https://stytch.com/session", "Session (Stytch)", "When and how the user signed in", "the session: when it began and ends, and how the user signed in", "Stytch session documentation"),
];

const SUPER: &str = "SuperTokens session documentation";
#[rustfmt::skip]
pub(in crate::jose) const SUPERTOKENS: &[SpecialClaim] = &[
    special("refreshTokenHash1", "Refresh token hash", "Ties its refresh token to it", "hash of the refresh token that goes with it", SUPER),
    special("rsub", "Recipe user ID", "User, by the way they signed in", "the user's ID for the way they signed in; sub is the same for all ways", SUPER),
    special("sessionHandle", "Session", "Session, by which it can be ended", "the session, by which the server can end it", SUPER),
    special("tId", "Tenant", "Tenant that was signed in to", "the tenant that the user signed in to", SUPER),
];

const EXTENSIONS: &str = "Twitch extensions documentation";
#[rustfmt::skip]
pub(in crate::jose) const TWITCH_EXTENSION: &[SpecialClaim] = &[
    special("channel_id", "Channel", "Channel that shows the extension", "the channel that the extension is shown on", EXTENSIONS),
    special("opaque_user_id", "Viewer", "Viewer: U signed in, A not", "U and an ID for a signed-in viewer, A and an ID for one who is not", EXTENSIONS),
    special("pubsub_perms", "Messages", "What it may send and listen to", "what the holder may send and listen to", EXTENSIONS),
    special("role", "Role", "Viewer, moderator or broadcaster", "viewer, moderator or broadcaster; external for the extension's own server", EXTENSIONS),
];

const VERCEL_DOCS: &str = "Vercel OIDC reference";
#[rustfmt::skip]
pub(in crate::jose) const VERCEL: &[SpecialClaim] = &[
    special("environment", "Environment", "Where the code is deployed", "production, preview or development", VERCEL_DOCS),
    special("owner", "Team", "Team, by its name in addresses", "the team by its name in addresses", VERCEL_DOCS),
    special("sub", "Subject (Vercel)", "Team and project: pin it for trust", "team, project and environment: what trust conditions should pin", VERCEL_DOCS),
];
