//! Findings on tokens of OAuth 2.0 and OpenID Connect.

pub(crate) mod client_assertion_aud;
pub(crate) mod dpop_proof_htu;
pub(crate) mod dpop_proof_old;
pub(crate) mod id_token_not_for_apis;
pub(crate) mod id_token_sub_long;
pub(crate) mod logout_token_event;
pub(crate) mod refresh_token;
pub(crate) mod request_object_implicit;
pub(crate) mod request_object_no_pkce;
pub(crate) mod request_object_redirect;
pub(crate) mod request_object_sub;
pub(crate) mod set_exp;
pub(crate) mod set_sub;
