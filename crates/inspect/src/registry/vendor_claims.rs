//! What well-known claims outside the IANA registry say, as their vendors document them.

/// Exact names. Where several vendors share one, the meaning says so.
pub(super) const VENDOR_CLAIMS: &str = "\
_id|t|ID|an identifier, often of the user; no fixed meaning|no registration known
aal|t|Authentication level (Supabase)|aal1 for one factor, aal2 when a second was used|Supabase JWT claims reference
account_id|t|Account ID|the account; no fixed meaning|no registration known
acct|o|Account status (Entra)|0 for a member of the tenant, 1 for a guest|Microsoft Entra optional claims reference
acr_values|t|Requested authentication level|how strong a sign-in the client asks for|OpenID Connect Core 1.0 section 3.1.2.1
acrs|o|Authentication contexts (Entra)|conditional access contexts that the sign-in is said to satisfy|Microsoft Entra optional claims reference
actor|t|Actor|in GitHub Actions, the account that started the run|GitHub Actions OpenID Connect reference
actor_id|t|Actor ID (GitHub Actions)|ID of the account that started the run|GitHub Actions OpenID Connect reference
admin|b|Administrator|whether the user is said to be an administrator; no fixed meaning|no registration known
aio|t|Internal (Entra)|opaque data for Entra's own use; receivers should ignore it|Microsoft Entra access token claims reference
allowed-origins|o|Allowed origins (Keycloak)|web origins from which a browser may use the token|Keycloak server administration guide
appKey|t|App key (Zoom)|the app that joins a Zoom meeting|Zoom Meeting SDK documentation
app_metadata|o|App metadata|details kept by the application; in Supabase users cannot change them|Supabase JWT claims reference
appid|t|Application ID (Entra, AD FS)|the client application that asked for the token; azp in v2.0 tokens|Microsoft Entra access token claims reference
appidacr|t|Client authentication (Entra)|how the client proved itself: 0 not at all, 1 secret, 2 certificate|Microsoft Entra access token claims reference
apptype|t|Application type (AD FS)|whether the client is public or confidential|AD FS OpenID Connect documentation
authmethod|t|Authentication method (AD FS)|how the user is said to have signed in|AD FS OpenID Connect documentation
authorities|o|Authorities|what the subject is said to be allowed; in Spring Security and Cloud Foundry|Cloud Foundry UAA documentation
authorization|o|Authorization (Keycloak)|permissions that the token says were granted for single resources|Keycloak server administration guide
az_attr|o|Authorization attributes (UAA)|extra attributes that the client asked for|Cloud Foundry UAA documentation
azpacr|t|Client authentication (Entra)|how the client proved itself: 0 not at all, 1 secret, 2 certificate|Microsoft Entra access token claims reference
base_ref|t|Base branch (GitHub Actions)|target branch of the pull request|GitHub Actions OpenID Connect reference
bid|t|Bundle ID (Apple)|the app that calls to Apple's App Store server are about|App Store Connect API documentation
check_run_id|t|Check run (GitHub Actions)|the very job that asked for the token|GitHub Actions OpenID Connect reference
ci_config_ref_uri|t|Configuration (GitLab CI)|path and git ref of the pipeline's definition|GitLab CI ID token documentation
ci_config_sha|t|Configuration commit (GitLab CI)|commit of the pipeline's definition|GitLab CI ID token documentation
cid|t|Client ID|the client that the token was issued to; in Okta and Cloud Foundry|Okta tokens documentation
claims|o|Claims|extra claims to copy into the ID token in Firebase custom tokens; otherwise custom|Firebase ID token documentation
code_challenge|t|PKCE challenge|hash of a secret that the client will show when it redeems the code|RFC 7636 section 4.3
code_challenge_method|t|PKCE method|how the challenge was made; S256 is the safe one|RFC 7636 section 4.3
context|o|Context|user and room in Jitsi; user or issue in Atlassian Connect|Jitsi token documentation
csrf|t|CSRF value|value a form must repeat when the token is in a cookie; in Flask-JWT-Extended|Flask-JWT-Extended documentation
ctry|t|Country (Entra)|the user's country as a two-letter code|Microsoft Entra optional claims reference
customer_id|t|Customer ID|the customer; no fixed meaning|no registration known
deployment_tier|t|Deployment tier (GitLab CI)|tier of the environment, such as production|GitLab CI ID token documentation
device_id|t|Device ID|the device; no fixed meaning|no registration known
deviceid|t|Device ID (Entra)|the device that the user signed in from|not publicly documented
enterprise|t|Enterprise (GitHub Actions)|the enterprise that the repository belongs to|GitHub Actions OpenID Connect reference
enterprise_id|t|Enterprise ID (GitHub Actions)|ID of the enterprise that the repository belongs to|GitHub Actions OpenID Connect reference
environment|t|Environment|deployment environment of the job in GitHub Actions and GitLab CI; otherwise custom|GitHub Actions OpenID Connect reference
environment_action|t|Environment action (GitLab CI)|what the job does to its environment, such as start|GitLab CI ID token documentation
environment_protected|t|Environment protected (GitLab CI)|whether the environment is said to be protected|GitLab CI ID token documentation
event_id|t|Event ID (Cognito)|the sign-in event that led to this token|Amazon Cognito token documentation
event_name|t|Event (GitHub Actions)|what started the run, such as push or pull_request|GitHub Actions OpenID Connect reference
ext_attr|o|Extra attributes (SAP)|attributes added by SAP, such as the service instance|SAP XSUAA documentation
fea|t|Features (Clerk)|features of the plan that the user or organisation is said to have|Clerk session token documentation
firebase|o|Sign-in (Firebase)|how the user signed in, and their identities with other providers|Firebase ID token documentation
first_name|t|First name|the person's first name; given_name is the registered claim|no registration known
fresh|o|Fresh|whether the user has just signed in, not refreshed; in Flask-JWT-Extended|Flask-JWT-Extended documentation
fullname|t|Full name|the person's whole name; name is the registered claim|no registration known
fva|o|Factor age (Clerk)|minutes since the first and second factor were checked; -1 for never|Clerk session token documentation
fwd|t|Forwarded address (Entra)|the original address of the client that connected|Microsoft Entra optional claims reference
google|o|Instance (Google Cloud)|which Compute Engine instance asked for the token|Google Compute Engine identity documentation
grant_type|t|Grant type|how the token was obtained; in Cloud Foundry and SAP|Cloud Foundry UAA documentation
grants|o|Grants (Twilio)|what a client may use: voice, chat, video and so on|Twilio access token documentation
groups:src1|t|Groups elsewhere (Entra)|the groups are too many to list and have to be looked up in the directory|Microsoft Entra access token claims reference
groups_direct|o|Direct groups (GitLab)|groups that the user is directly a member of|GitLab CI ID token documentation
gty|t|Grant type (Auth0)|how the token was obtained, such as client-credentials|Auth0 token documentation
hasgroups|b|Has groups (Entra)|says that the user is in too many groups to list here|Microsoft Entra access token claims reference
hd|t|Hosted domain (Google)|Google Workspace or Cloud organisation that the user is said to belong to|Google OpenID Connect documentation
head_ref|t|Head branch (GitHub Actions)|source branch of the pull request|GitHub Actions OpenID Connect reference
id|t|ID|an identifier, often of the user; no fixed meaning|no registration known
identities|o|Linked identities (Cognito)|accounts at other providers that are linked to the user; also in Firebase|Amazon Cognito token documentation
idp|t|Identity provider|where the user signed in; in Okta, Entra and Duende IdentityServer|Okta tokens documentation
idtyp|t|Token kind (Entra)|app for an application without a user, user for a signed-in user|Microsoft Entra access token claims reference
ipaddr|t|IP address (Entra)|address from which the user is said to have signed in|Microsoft Entra access token claims reference
isAdmin|b|Administrator|whether the user is said to be an administrator; no fixed meaning|no registration known
is_admin|b|Administrator|whether the user is said to be an administrator; no fixed meaning|no registration known
is_anonymous|b|Anonymous (Supabase)|whether the user signed in without giving an identity|Supabase JWT claims reference
is_private_email|b|Private email (Apple)|whether the address is one that Apple forwards|Sign in with Apple documentation
job_id|t|Job ID (GitLab CI)|the job that the token was made for|GitLab CI ID token documentation
job_source|t|Job source (GitLab CI)|what caused the job, such as push or schedule|GitLab CI ID token documentation
job_workflow_ref|t|Job workflow (GitHub Actions)|the reusable workflow that the job comes from|GitHub Actions OpenID Connect reference
job_workflow_sha|t|Job workflow commit (GitHub Actions)|commit of the reusable workflow|GitHub Actions OpenID Connect reference
kubernetes.io|o|Workload (Kubernetes)|the namespace, pod, node and service account the token is bound to|Kubernetes service account documentation
kubernetes.io/serviceaccount/namespace|t|Namespace (Kubernetes)|namespace of the service account, in older tokens that never expire|Kubernetes service account documentation
kubernetes.io/serviceaccount/secret.name|t|Secret (Kubernetes)|secret that holds the token, in older tokens that never expire|Kubernetes service account documentation
kubernetes.io/serviceaccount/service-account.name|t|Service account (Kubernetes)|name of the service account, in older tokens that never expire|Kubernetes service account documentation
kubernetes.io/serviceaccount/service-account.uid|t|Service account UID (Kubernetes)|UID of the service account, in older tokens that never expire|Kubernetes service account documentation
lang|t|Language|the user's language; locale is the registered claim|no registration known
last_name|t|Last name|the person's last name; family_name is the registered claim|no registration known
login|t|Login|the user's sign-in name; no fixed meaning|no registration known
login_hint|t|Login hint|which account to sign in with; in Entra an opaque value|Microsoft Entra optional claims reference
max_age|d|Maximum age|how old the sign-in may be, in an authorization request|OpenID Connect Core 1.0 section 3.1.2.1
mn|t|Meeting number (Zoom)|the Zoom meeting to join|Zoom Meeting SDK documentation
nameid|t|Name identifier (.NET)|the user's identifier, from the long .NET claim name|Microsoft .NET claim types
namespace_id|t|Namespace ID (GitLab CI)|ID of the project's group or user namespace|GitLab CI ID token documentation
namespace_path|t|Namespace (GitLab CI)|path of the project's group or user namespace|GitLab CI ID token documentation
nonce_supported|b|Nonce supported (Apple)|whether Apple's service could take a nonce on this platform|Sign in with Apple documentation
o|o|Organisation (Clerk)|the active organisation, with the user's role in it|Clerk session token documentation
oid|t|Object ID (Entra)|the user or service principal, by an ID that stays the same within the tenant|Microsoft Entra access token claims reference
onprem_sid|t|On-premises SID (Entra)|the user's security identifier in the local Active Directory|Microsoft Entra access token claims reference
org|t|Organisation|the organisation; no fixed meaning|no registration known
org_id|t|Organisation ID|the organisation signed in to; in Auth0, WorkOS and Clerk|Auth0 token documentation
org_name|t|Organisation name|name of the organisation signed in to; in Auth0|Auth0 token documentation
org_role|t|Organisation role (Clerk)|role the user is said to have in the organisation|Clerk session token documentation
org_slug|t|Organisation slug (Clerk)|short name of the organisation|Clerk session token documentation
organization_id|t|Organisation ID|the organisation; no fixed meaning|no registration known
orig_iat|n|First issued|when the first token of a chain of refreshed ones was issued|Django REST framework JWT documentation
origin|t|Origin|where the user signed in; in Cloud Foundry and SAP|Cloud Foundry UAA documentation
origin_jti|t|Original token ID (Cognito)|the sign-in that the token stems from, for revoking it|Amazon Cognito token documentation
password|t|Password|by its name a password; a signed token hides nothing from its reader|no registration known
payload|o|Payload|the application's own data, wrapped in one claim|no registration known
permissions|o|Permissions|what the token says it allows; in Auth0 and WorkOS|Auth0 token documentation
phone|t|Phone number|a telephone number for the user; in Supabase and others|Supabase JWT claims reference
pipeline_id|t|Pipeline ID (GitLab CI)|the pipeline that the job belongs to|GitLab CI ID token documentation
pipeline_source|t|Pipeline source (GitLab CI)|what started the pipeline, such as push or web|GitLab CI ID token documentation
pla|t|Plan (Clerk)|the plan that the user or organisation is said to have|Clerk session token documentation
platf|t|Platform (Entra)|number that stands for the device's operating system|not publicly documented
project_id|t|Project ID|the project; in GitLab CI a number|GitLab CI ID token documentation
project_path|t|Project (GitLab CI)|path of the project, as group/name|GitLab CI ID token documentation
project_visibility|t|Visibility (GitLab CI)|public, internal or private|GitLab CI ID token documentation
prompt|t|Prompt|whether to ask the user again, in an authorization request|OpenID Connect Core 1.0 section 3.1.2.1
prv|t|Provider hash (Laravel)|hash of the user model's class name|Laravel jwt-auth documentation
puid|t|Internal user ID (Entra)|a Microsoft identifier of the user|not publicly documented
pwd_exp|o|Password expires (Entra)|when the user's password expires|Microsoft Entra optional claims reference
pwd_url|u|Change password (Entra)|where the user can change their password|Microsoft Entra optional claims reference
qsh|t|Query hash (Atlassian)|hash of the request that the token is for|Atlassian Connect documentation
rctx|o|Requester context|context of the original request, such as its IP address|draft-ietf-oauth-transaction-tokens
real_user_status|o|Real user (Apple)|how likely Apple thinks the user is a person: 0, 1 or 2|Sign in with Apple documentation
realm_access|o|Realm roles (Keycloak)|roles that the subject is said to have in the whole realm|Keycloak server administration guide
redirect_uri|u|Redirect address|where the answer to an authorization request is to go|RFC 6749 section 4.1.1
ref_path|t|Ref path (GitLab CI)|the complete git ref, such as refs/heads/main|GitLab CI ID token documentation
ref_protected|t|Ref protected|whether the git ref is said to be protected; in GitHub Actions and GitLab CI|GitHub Actions OpenID Connect reference
ref_type|t|Ref type|branch or tag; in GitHub Actions and GitLab CI|GitHub Actions OpenID Connect reference
repository|t|Repository (GitHub Actions)|repository that the workflow runs in, as owner/name|GitHub Actions OpenID Connect reference
repository_id|t|Repository ID (GitHub Actions)|ID of the repository; survives renaming|GitHub Actions OpenID Connect reference
repository_owner|t|Repository owner (GitHub Actions)|owner of the repository|GitHub Actions OpenID Connect reference
repository_owner_id|t|Repository owner ID (GitHub Actions)|ID of the repository's owner; survives renaming|GitHub Actions OpenID Connect reference
repository_visibility|t|Visibility (GitHub Actions)|public, private or internal|GitHub Actions OpenID Connect reference
req_wl|t|Requesting workload|the software that asked for the transaction token|draft-ietf-oauth-transaction-tokens
request_uri|u|Request address|where the authorization request is to be found|RFC 9101 section 5
resource_access|o|Client roles (Keycloak)|roles that the subject is said to have in each client|Keycloak server administration guide
response_mode|t|Response mode|how the answer to an authorization request is to be sent|OAuth 2.0 Multiple Response Type Encoding Practices
response_type|t|Response type|what an authorization request asks for, such as code|RFC 6749 section 4.1.1
rev_sig|t|Revocation signature (UAA)|changes when the client or user does, which revokes older tokens|Cloud Foundry UAA documentation
rh|t|Internal (Entra)|opaque data for Entra's own use; receivers should ignore it|Microsoft Entra access token claims reference
role|t|Role|role the subject is said to have; in Supabase and PostgREST the database role|Supabase JWT claims reference
room|t|Room|the room to join; in Jitsi the * stands for any|Jitsi token documentation
run_attempt|t|Run attempt (GitHub Actions)|how many times the run has been tried|GitHub Actions OpenID Connect reference
run_id|t|Run ID (GitHub Actions)|the workflow run that asked for the token|GitHub Actions OpenID Connect reference
run_number|t|Run number (GitHub Actions)|how many times the workflow has run|GitHub Actions OpenID Connect reference
runner_environment|t|Runner|whose machine runs the job: hosted or self-hosted; in GitHub Actions and GitLab CI|GitHub Actions OpenID Connect reference
runner_id|o|Runner ID (GitLab CI)|the runner that executes the job|GitLab CI ID token documentation
s_hash|t|State hash|half a hash of the state value, which ties the ID token to the request|FAPI 1.0 Part 2 (Advanced)
scopes|o|Scopes|what the token says it allows; scope is the registered claim|no registration known
scp|o|Scopes|delegated permissions; text with spaces in Entra, a list in Okta|Microsoft Entra access token claims reference
sdkKey|t|SDK key (Zoom)|the app that joins a Zoom meeting|Zoom Meeting SDK documentation
sessionId|t|Session ID|the sign-in session; no fixed meaning|no registration known
session_id|t|Session ID|the sign-in session; in Supabase and others|Supabase JWT claims reference
session_state|t|Session (Keycloak)|the sign-in session; the same as sid|Keycloak server administration guide
sha|t|Commit|the commit that the job runs on; in GitHub Actions and GitLab CI|GitHub Actions OpenID Connect reference
sign_in_provider|t|Sign-in provider (Firebase)|the provider the user signed in with|Firebase ID token documentation
signin_state|o|Sign-in state (Entra)|context of the sign-in, such as a known device|Microsoft Entra optional claims reference
state|t|State|the client's value, returned so that it can match answer and request|RFC 6749 section 4.1.1
sts|t|Session status (Clerk)|whether the session is active or still pending|Clerk session token documentation
target_audience|t|Target audience (Google)|who the ID token that a service account asks for is to be meant for|Google service account authentication
tctx|o|Transaction context|details of the operation, which stay the same from service to service|draft-ietf-oauth-transaction-tokens
tenant|t|Tenant|the customer or directory; no fixed meaning|no registration known
tenantId|t|Tenant ID|the customer or directory; no fixed meaning|no registration known
tenant_ctry|t|Tenant country (Entra)|the tenant's country as a two-letter code|Microsoft Entra optional claims reference
tenant_id|t|Tenant ID|the customer or directory; no fixed meaning|no registration known
tenant_region_scope|t|Tenant region (Entra)|the region of the tenant, such as EU or NA|Microsoft Entra optional claims reference
tfp|t|User flow (Azure AD B2C)|the user flow or policy through which the user signed in|Azure AD B2C tokens overview
tid|t|Tenant ID (Entra)|the directory that the user signed in to|Microsoft Entra access token claims reference
tokenExp|n|Token expires (Zoom)|expiry besides exp in Zoom meeting tokens|Zoom Meeting SDK documentation
token_type|t|Token type|access, refresh or similar; in Django Simple JWT and others|Django REST framework Simple JWT documentation
token_use|t|Token use (Cognito)|id or access: which of the two tokens this is|Amazon Cognito token documentation
transfer_sub|t|Transfer ID (Apple)|the user's identifier while an app moves to another team|Sign in with Apple documentation
typ|t|Type|kind of token as a claim: Bearer, ID, Refresh and others in Keycloak|Keycloak server administration guide
type|t|Type|kind of token or of user; no fixed meaning|no registration known
uid|t|User ID|the user; in Okta access tokens, Firebase custom tokens and many others|Okta tokens documentation
unique_name|t|Unique name (Entra)|a readable name for the user; can change, so not for deciding access|Microsoft Entra access token claims reference
upn|t|User principal name (Entra)|the user's sign-in name; can change, so not for deciding access|Microsoft Entra access token claims reference
user|o|User|the user, by name or as an object; no fixed meaning|no registration known
userId|t|User ID|the user; no fixed meaning|no registration known
user_access_level|t|Access level (GitLab CI)|the user's role in the project, such as developer|GitLab CI ID token documentation
user_email|t|Email (GitLab CI)|email address of the user who started the job|GitLab CI ID token documentation
user_id|t|User ID|the user; in Firebase, GitLab CI, Django Simple JWT and many others|Firebase ID token documentation
user_identities|o|Identities (GitLab CI)|the user's accounts at other providers|GitLab CI ID token documentation
user_login|t|Username (GitLab CI)|the user who started the job|GitLab CI ID token documentation
user_metadata|o|User metadata|details that users can change themselves in Supabase; not for deciding access|Supabase JWT claims reference
user_name|t|User name|the user's sign-in name; in Spring Security and Cloud Foundry|Cloud Foundry UAA documentation
username|t|User name|the user's sign-in name; in Cognito access tokens and many others|Amazon Cognito token documentation
uti|t|Token identifier (Entra)|identifier of this token in Entra's sign-in logs|Microsoft Entra access token claims reference
vct|t|Credential type|which type of credential this is|draft-ietf-oauth-sd-jwt-vc
vct#integrity|t|Type integrity|hash of the description of the credential type|draft-ietf-oauth-sd-jwt-vc
ver|t|Version|version of the token's layout; in Entra 1.0 or 2.0, in Okta a number|Microsoft Entra access token claims reference
verified_primary_email|o|Primary email (Entra)|the user's primary addresses according to the directory|Microsoft Entra optional claims reference
verified_secondary_email|o|Secondary email (Entra)|further addresses of the user according to the directory|Microsoft Entra optional claims reference
version|t|Version|version of the token's layout; no fixed meaning|no registration known
video|o|Video grants (LiveKit)|rooms that may be joined and what may be done there|LiveKit authentication documentation
vnet|t|Virtual network (Entra)|virtual network from which the request came|Microsoft Entra optional claims reference
wids|o|Directory roles (Entra)|template IDs of the tenant-wide roles that the user is said to have|Microsoft Entra access token claims reference
winaccountname|t|Windows account (AD FS)|the user as domain and account name|AD FS OpenID Connect documentation
workflow|t|Workflow (GitHub Actions)|name of the workflow|GitHub Actions OpenID Connect reference
workflow_ref|t|Workflow reference (GitHub Actions)|path and git ref of the workflow file|GitHub Actions OpenID Connect reference
workflow_sha|t|Workflow commit (GitHub Actions)|commit of the workflow file|GitHub Actions OpenID Connect reference
wth|t|Workload token hash|hash of the workload identity token that the proof goes with|draft-ietf-wimse-wpt
xms_cc|o|Client capabilities (Entra)|what the client can handle; cp1 means claims challenges|Microsoft Entra optional claims reference
xms_edov|b|Domain owner verified (Entra)|whether the tenant is said to own the domain of the email address|Microsoft Entra optional claims reference
xms_mirid|t|Managed identity (Entra)|Azure resource ID of the managed identity|not publicly documented
xms_pdl|t|Preferred data location (Entra)|where the user's data is to be kept|Microsoft Entra optional claims reference
xms_pl|t|Preferred language (Entra)|the user's preferred language|Microsoft Entra optional claims reference
xms_tcdt|n|Tenant created (Entra)|when the tenant is said to have been created|not publicly documented
xms_tpl|t|Tenant language (Entra)|the tenant's preferred language|Microsoft Entra optional claims reference
xs.system.attributes|o|System attributes (SAP)|role collections and groups that the user is said to have|SAP XSUAA documentation
xs.user.attributes|o|User attributes (SAP)|attributes that narrow what the user may see|SAP XSUAA documentation
zid|t|Zone ID|identity zone or tenant; in SAP and Cloud Foundry|Cloud Foundry UAA documentation
";

/// Beginnings of names, for claims whose names vendors or users make up; the longest that fits counts.
pub(super) const VENDOR_PREFIXES: &str = "\
cognito:|o|Amazon Cognito|a claim of Amazon Cognito about the user, their groups or IAM roles|Amazon Cognito token documentation
custom:|o|Custom attribute (Cognito)|an attribute that the Cognito user pool's owner defined|Amazon Cognito token documentation
extension_|o|Directory extension (Entra)|an attribute that an application added to the directory|Microsoft Entra optional claims reference
extn.|o|Directory extension (Entra)|an attribute that an application added to the directory|Microsoft Entra optional claims reference
http://|o|Namespaced claim|the issuer's own claim, named by URL so that it cannot clash with others|RFC 7519 section 4.2
http://schemas.microsoft.com/|o|Microsoft claim (.NET)|a claim under its long Microsoft name, which ends in what it says|Microsoft .NET claim types
http://schemas.xmlsoap.org/|o|Identity claim (.NET)|a claim under its long WS-Federation name, which ends in what it says|Microsoft .NET claim types
https://|o|Namespaced claim|the issuer's own claim, named by URL so that it cannot clash with others|RFC 7519 section 4.2
https://aws.amazon.com/|o|AWS session|tags or source identity to set on the AWS session|AWS STS documentation
https://hasura.io/jwt/claims|o|Hasura|roles and session variables for Hasura, as an object or as JSON text|Hasura JWT authentication documentation
https://purl.imsglobal.org/spec/|o|LTI|launch details that a learning platform hands to a tool|1EdTech LTI 1.3 core specification
kubernetes.io/|o|Kubernetes|a claim of Kubernetes about the service account|Kubernetes service account documentation
oidc.circleci.com/|o|CircleCI|project, context or job that the token was made for|CircleCI OpenID Connect documentation
terraform_|o|HCP Terraform|organisation, project, workspace or run that the token was made for|HCP Terraform workload identity documentation
urn:|o|Namespaced claim|the issuer's own claim, named by URN so that it cannot clash with others|RFC 7519 section 4.2
urn:zitadel:iam:|o|ZITADEL|roles, organisation or metadata from ZITADEL|ZITADEL claims reference
x-hasura-|o|Hasura|a role or session variable for Hasura|Hasura JWT authentication documentation
xms_|o|Internal (Entra)|data for Microsoft's own use; receivers should not rely on it|Microsoft Entra optional claims reference
";
