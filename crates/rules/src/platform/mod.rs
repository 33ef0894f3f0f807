//! Findings on tokens of well-known issuers and services.

pub(crate) mod auth0_opaque_jwe;
pub(crate) mod entra_personal_account;
pub(crate) mod entra_tenant_differs;
pub(crate) mod firebase_claims;
pub(crate) mod firebase_custom_token;
pub(crate) mod firebase_emulator;
pub(crate) mod github_default_audience;
pub(crate) mod github_pull_request;
pub(crate) mod gitlab_unprotected_ref;
pub(crate) mod jwt_svid_header;
pub(crate) mod k8s_extended_lifetime;
pub(crate) mod k8s_legacy;
pub(crate) mod ms_graph_token;
pub(crate) mod okta_org_access_token;
pub(crate) mod sample_token;
pub(crate) mod supabase_anon;
pub(crate) mod supabase_demo_key;
pub(crate) mod supabase_editable_role;
pub(crate) mod supabase_service_role;
pub(crate) mod vapid_aud_path;
pub(crate) mod vapid_local_contact;
pub(crate) mod vapid_no_contact;
