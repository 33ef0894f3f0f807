//! What claims say in the tokens of build services, clouds, sign-in servers and apps.

use super::{SpecialClaim, special};

const ADOBE: &str = "Adobe identity service documentation";
#[rustfmt::skip]
pub(in crate::jose) const ADOBE_IMS: &[SpecialClaim] = &[
    special("as", "Authorization server", "the part of Adobe's identity service that issued it", ADOBE),
    special("created_at", "Created at", "when it was issued, in milliseconds and as text", ADOBE),
    special("expires_in", "Expires in", "how long it lasts from created_at, in milliseconds and as text", ADOBE),
    special("type", "Kind of token", "access_token or another kind of token from Adobe", ADOBE),
];

const ARGO: &str = "Argo CD user management documentation";
#[rustfmt::skip]
pub(in crate::jose) const ARGO_CD: &[SpecialClaim] = &[
    special("sub", "Account", "the account with :login or :apiKey, or proj: with project and role", ARGO),
];

const FORGE: &str = "Atlassian Forge Remote documentation";
#[rustfmt::skip]
pub(in crate::jose) const ATLASSIAN_FORGE: &[SpecialClaim] = &[
    special("app", "App", "the Forge app, its version, installation and environment", FORGE),
    special("aud", "App ID", "the app whose remote is called", FORGE),
    special("context", "Context", "the site, and where in it the call comes from", FORGE),
    special("principal", "User", "the Atlassian account that caused the call; absent where no user did", FORGE),
];

const AUTHENTIK_DOCS: &str = "authentik OAuth2 provider documentation";
#[rustfmt::skip]
pub(in crate::jose) const AUTHENTIK: &[SpecialClaim] = &[
    special("acr", "Authentication context", "names authentik's own OAuth2 provider, not how strong the sign-in was", AUTHENTIK_DOCS),
    special("uid", "Token ID", "a unique value for this token", AUTHENTIK_DOCS),
];

const AZURE: &str = "Azure DevOps workload identity federation documentation";
#[rustfmt::skip]
pub(in crate::jose) const AZURE_DEVOPS: &[SpecialClaim] = &[
    special("sub", "Service connection", "organisation, project and service connection that it is for", AZURE),
];

const COMMUNICATION: &str = "Azure Communication Services documentation";
#[rustfmt::skip]
pub(in crate::jose) const AZURE_COMMUNICATION: &[SpecialClaim] = &[
    special("acsScope", "Scopes", "what it allows, such as chat and voip", COMMUNICATION),
    special("resourceId", "Resource", "the Communication Services resource that issued it", COMMUNICATION),
    special("skypeid", "User", "the resource and the user in it, by their IDs", COMMUNICATION),
];

const IDENTITY_CENTER: &str = "AWS IAM Identity Center documentation";
#[rustfmt::skip]
pub(in crate::jose) const AWS_IDENTITY_CENTER: &[SpecialClaim] = &[
    special("sts:identity_context", "Identity context", "proof of the user for AWS STS, which makes sessions that know the user", IDENTITY_CENTER),
];

const PIPELINES: &str = "Bitbucket Pipelines OpenID Connect documentation";
#[rustfmt::skip]
pub(in crate::jose) const BITBUCKET: &[SpecialClaim] = &[
    special("branchName", "Branch", "the branch that the pipeline runs on", PIPELINES),
    special("repositoryUuid", "Repository", "the repository, by its ID in braces", PIPELINES),
    special("sub", "Step", "repository, perhaps the deployment environment, and the step, by their IDs", PIPELINES),
];

const BOX: &str = "Box JWT authentication documentation";
#[rustfmt::skip]
pub(in crate::jose) const BOX_APP: &[SpecialClaim] = &[
    special("box_sub_type", "Kind of subject", "enterprise for the app's service account, user for one user", BOX),
    special("iss", "Client ID", "the Box app that signed it", BOX),
    special("sub", "Subject (Box)", "ID of the enterprise or user, as box_sub_type says", BOX),
];

const BUILDKITE_DOCS: &str = "Buildkite agent OIDC documentation";
#[rustfmt::skip]
pub(in crate::jose) const BUILDKITE: &[SpecialClaim] = &[
    special("build_branch", "Branch", "the branch of the build", BUILDKITE_DOCS),
    special("sub", "Subject (Buildkite)", "organisation, pipeline, ref, commit and step: what trust conditions should pin", BUILDKITE_DOCS),
];

const CASDOOR_DOCS: &str = "Casdoor token documentation";
#[rustfmt::skip]
pub(in crate::jose) const CASDOOR: &[SpecialClaim] = &[
    special("owner", "Organisation", "the Casdoor organisation of the user", CASDOOR_DOCS),
    special("tokenType", "Kind of token", "access-token or refresh-token", CASDOOR_DOCS),
];

const CIRCLE: &str = "CircleCI OpenID Connect documentation";
#[rustfmt::skip]
pub(in crate::jose) const CIRCLE_CI: &[SpecialClaim] = &[
    special("aud", "Audience", "the organisation's ID, unless the job asked for another", CIRCLE),
    special("sub", "Subject (CircleCI)", "organisation, project and user by their IDs: what trust conditions should pin", CIRCLE),
];

const IDENTITY_POOLS: &str = "Amazon Cognito identity pools documentation";
#[rustfmt::skip]
pub(in crate::jose) const COGNITO_IDENTITY: &[SpecialClaim] = &[
    special("amr", "How signed in", "authenticated or unauthenticated, then the provider that signed the user in", IDENTITY_POOLS),
    special("aud", "Identity pool", "the identity pool, as region and ID", IDENTITY_POOLS),
    special("sub", "Identity ID", "the user or guest in this pool, as region and ID", IDENTITY_POOLS),
];

const DESCOPE_DOCS: &str = "Descope session documentation";
#[rustfmt::skip]
pub(in crate::jose) const DESCOPE: &[SpecialClaim] = &[
    special("drn", "Kind of token", "DS for a session token, DSR for a refresh token", DESCOPE_DOCS),
    special("rexp", "Refresh expires", "until when the session can be refreshed, as a date in text", DESCOPE_DOCS),
    special("tenants", "Tenants", "the user's tenants, with roles and permissions in each", DESCOPE_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const DEX: &[SpecialClaim] = &[
    special("federated_claims", "Signed in at", "the connector that signed the user in, and the user's ID there", "Dex custom scopes and claims documentation"),
];

const DIRECTUS_DOCS: &str = "Directus authentication documentation";
#[rustfmt::skip]
pub(in crate::jose) const DIRECTUS: &[SpecialClaim] = &[
    special("admin_access", "Administrator", "whether the user may do everything", DIRECTUS_DOCS),
    special("app_access", "App access", "whether the user may use the administration app", DIRECTUS_DOCS),
    special("id", "User ID", "the Directus user", DIRECTUS_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const FIREBASE_APP_CHECK: &[SpecialClaim] = &[
    special("aud", "Project", "the Firebase project, by its number and its ID", "Firebase App Check documentation"),
    special("sub", "App ID", "the app of the project that was found genuine", "Firebase App Check documentation"),
];

const FLY_DOCS: &str = "Fly.io OpenID Connect documentation";
#[rustfmt::skip]
pub(in crate::jose) const FLY: &[SpecialClaim] = &[
    special("machine_id", "Machine", "the machine that asked for it", FLY_DOCS),
    special("sub", "Subject (Fly.io)", "organisation, app and machine: what trust conditions should pin", FLY_DOCS),
];

const AM: &str = "ForgeRock Access Management OAuth 2.0 guide";
#[rustfmt::skip]
pub(in crate::jose) const FORGEROCK: &[SpecialClaim] = &[
    special("auditTrackingId", "Audit ID", "links it with entries in the audit log", AM),
    special("realm", "Realm", "the realm of the server that issued it", AM),
    special("subname", "Subject name", "the user or client by its plain name", AM),
    special("tokenName", "Kind of token", "access_token, refresh_token or id_token", AM),
];

const FUSION: &str = "FusionAuth token documentation";
#[rustfmt::skip]
pub(in crate::jose) const FUSIONAUTH: &[SpecialClaim] = &[
    special("applicationId", "Application", "the FusionAuth application that the user signed in to", FUSION),
    special("authenticationType", "How signed in", "how the token was obtained, such as PASSWORD or REFRESH_TOKEN", FUSION),
    special("roles", "Roles", "the user's roles in this application", FUSION),
    special("tid", "Tenant", "the FusionAuth tenant", FUSION),
];

#[rustfmt::skip]
pub(in crate::jose) const GITHUB_RUNTIME: &[SpecialClaim] = &[
    special("ac", "Cache access", "branches whose caches the job may read or write, as JSON in text", "not publicly documented"),
    special("orchid", "Job", "the run and the job in it, by GitHub's own ID", "not publicly documented"),
    special("scp", "Scopes", "what the job may do at the services of the runner", "not publicly documented"),
];

#[rustfmt::skip]
pub(in crate::jose) const GOOGLE_CHAT: &[SpecialClaim] = &[
    special("aud", "Project number", "the project of the Chat app that is called", "Google Chat documentation"),
];

const WALLET: &str = "Google Wallet documentation";
#[rustfmt::skip]
pub(in crate::jose) const GOOGLE_WALLET: &[SpecialClaim] = &[
    special("iss", "Service account", "the service account of the pass's issuer, by e-mail address", WALLET),
    special("origins", "Origins", "sites that may show the button for this pass", WALLET),
    special("payload", "Passes", "the classes and objects of the passes to save", WALLET),
    special("typ", "Kind of token", "savetowallet: a link that saves a pass", WALLET),
];

const TERRAFORM: &str = "HCP Terraform workload identity documentation";
#[rustfmt::skip]
pub(in crate::jose) const HCP_TERRAFORM: &[SpecialClaim] = &[
    special("sub", "Subject (HCP Terraform)", "organisation, project, workspace and run phase: what trust conditions should pin", TERRAFORM),
    special("terraform_run_phase", "Run phase", "plan or apply", TERRAFORM),
];

const JAAS: &str = "8x8 JaaS documentation";
#[rustfmt::skip]
pub(in crate::jose) const JITSI_JAAS: &[SpecialClaim] = &[
    special("context", "User and features", "the user, and what they may do in the meeting", JAAS),
    special("room", "Room", "the room to join; * stands for any", JAAS),
    special("sub", "App ID", "the JaaS app", JAAS),
];

const KINDE_DOCS: &str = "Kinde token documentation";
#[rustfmt::skip]
pub(in crate::jose) const KINDE: &[SpecialClaim] = &[
    special("azp", "Client", "the application that asked for it", KINDE_DOCS),
    special("org_code", "Organisation", "the organisation that the user signed in to", KINDE_DOCS),
];

const EMBEDDING: &str = "Metabase embedding documentation";
#[rustfmt::skip]
pub(in crate::jose) const METABASE: &[SpecialClaim] = &[
    special("params", "Parameters", "locked filters and their values", EMBEDDING),
    special("resource", "Shown", "the dashboard or question that may be shown, by its number", EMBEDDING),
];

const NOMAD_DOCS: &str = "HashiCorp Nomad workload identity documentation";
#[rustfmt::skip]
pub(in crate::jose) const NOMAD: &[SpecialClaim] = &[
    special("nomad_allocation_id", "Allocation", "the allocation that it was made for", NOMAD_DOCS),
    special("nomad_job_id", "Job", "the Nomad job", NOMAD_DOCS),
    special("nomad_namespace", "Namespace", "the job's namespace", NOMAD_DOCS),
    special("nomad_task", "Task", "the task of the job", NOMAD_DOCS),
    special("sub", "Workload", "region, namespace, job, group, task and identity", NOMAD_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const ORY: &[SpecialClaim] = &[
    special("ext", "Extra claims", "claims that the consent app added for this session", "Ory Hydra documentation"),
    special("scp", "Scopes", "the scopes granted, as a list", "Ory Hydra documentation"),
];

const POCKET: &str = "PocketBase authentication documentation";
#[rustfmt::skip]
pub(in crate::jose) const POCKETBASE: &[SpecialClaim] = &[
    special("collectionId", "Collection", "the collection that the user's record is in", POCKET),
    special("id", "Record", "the user's record", POCKET),
    special("type", "Kind of token", "auth for signed-in users; other kinds open files or confirm a change", POCKET),
];

#[rustfmt::skip]
pub(in crate::jose) const PULUMI: &[SpecialClaim] = &[
    special("sub", "Subject (Pulumi)", "what asked for it: a deployment's stack and operation, or an environment", "Pulumi OIDC documentation"),
];

const CORE_TOKEN: &str = "Salesforce JWT-based access token documentation";
#[rustfmt::skip]
pub(in crate::jose) const SALESFORCE: &[SpecialClaim] = &[
    special("aud", "Audience", "addresses of the Salesforce org whose APIs it opens", CORE_TOKEN),
    special("scp", "Scopes", "what it allows, separated by spaces", CORE_TOKEN),
    special("sub", "User", "uid: and the ID of the Salesforce user", CORE_TOKEN),
];

const IAS: &str = "SAP Cloud Identity Services documentation";
#[rustfmt::skip]
pub(in crate::jose) const SAP_IAS: &[SpecialClaim] = &[
    special("app_tid", "Tenant", "the tenant of the application", IAS),
    special("ias_iss", "Issuer's own address", "address of the service where iss is a domain of the customer", IAS),
    special("user_uuid", "User", "the user's global ID, the same in every SAP application", IAS),
];

const XSUAA: &str = "SAP XSUAA documentation";
#[rustfmt::skip]
pub(in crate::jose) const SAP_XSUAA: &[SpecialClaim] = &[
    special("ext_attr", "Extra attributes", "attributes added by XSUAA, such as subaccount and service instance", XSUAA),
    special("scope", "Scopes", "what it allows; each begins with the name of the application that defines it", XSUAA),
    special("zid", "Tenant", "the identity zone: the tenant of a subscriber", XSUAA),
];

#[rustfmt::skip]
pub(in crate::jose) const SNOWFLAKE: &[SpecialClaim] = &[
    special("iss", "Account, user and key", "ACCOUNT.USER.SHA256: and the public key's fingerprint, without the region", "Snowflake SQL API documentation"),
    special("sub", "Account and user", "ACCOUNT.USER in capital letters, without the region", "Snowflake SQL API documentation"),
];

const SPACELIFT_DOCS: &str = "Spacelift OIDC documentation";
#[rustfmt::skip]
pub(in crate::jose) const SPACELIFT: &[SpecialClaim] = &[
    special("scope", "Scope", "read or write: whether the run may change something", SPACELIFT_DOCS),
    special("sub", "Subject (Spacelift)", "space, stack or module, run type and scope: what trust conditions should pin", SPACELIFT_DOCS),
];

#[rustfmt::skip]
pub(in crate::jose) const STYTCH: &[SpecialClaim] = &[
    special("https://stytch.com/session", "Session (Stytch)", "the session: when it began and ends, and how the user signed in", "Stytch session documentation"),
];

const SUPER: &str = "SuperTokens session documentation";
#[rustfmt::skip]
pub(in crate::jose) const SUPERTOKENS: &[SpecialClaim] = &[
    special("refreshTokenHash1", "Refresh token hash", "hash of the refresh token that goes with it", SUPER),
    special("rsub", "Recipe user ID", "the user's ID for the way they signed in; sub is the same for all ways", SUPER),
    special("sessionHandle", "Session", "the session, by which the server can end it", SUPER),
    special("tId", "Tenant", "the tenant that the user signed in to", SUPER),
];

const EXTENSIONS: &str = "Twitch extensions documentation";
#[rustfmt::skip]
pub(in crate::jose) const TWITCH_EXTENSION: &[SpecialClaim] = &[
    special("channel_id", "Channel", "the channel that the extension is shown on", EXTENSIONS),
    special("opaque_user_id", "Viewer", "U and an ID for a signed-in viewer, A and an ID for one who is not", EXTENSIONS),
    special("pubsub_perms", "Messages", "what the holder may send and listen to", EXTENSIONS),
    special("role", "Role", "viewer, moderator or broadcaster; external for the extension's own server", EXTENSIONS),
];

const VERCEL_DOCS: &str = "Vercel OIDC reference";
#[rustfmt::skip]
pub(in crate::jose) const VERCEL: &[SpecialClaim] = &[
    special("environment", "Environment", "production, preview or development", VERCEL_DOCS),
    special("owner", "Team", "the team by its name in addresses", VERCEL_DOCS),
    special("sub", "Subject (Vercel)", "team, project and environment: what trust conditions should pin", VERCEL_DOCS),
];
