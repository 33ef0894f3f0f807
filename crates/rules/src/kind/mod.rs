//! Findings on tokens that break the rules of their kind, by kind of token or issuer.

pub(crate) mod apple_client_secret;
pub(crate) mod apple_connect;
pub(crate) mod apple_store_server;
pub(crate) mod client_assertion;
pub(crate) mod client_attestation;
pub(crate) mod client_attestation_proof;
pub(crate) mod cognito;
pub(crate) mod credential_request_proof;
pub(crate) mod demands;
pub(crate) mod dpop_proof;
pub(crate) mod entity_statement;
pub(crate) mod firebase;
pub(crate) mod firebase_session;
pub(crate) mod google_iap;
pub(crate) mod identity_assertion_grant;
pub(crate) mod jwt_bearer_grant;
pub(crate) mod jwt_svid;
pub(crate) mod key_attestation;
pub(crate) mod key_binding_jwt;
pub(crate) mod oauth_access_token;
pub(crate) mod oidc_id_token;
pub(crate) mod oidc_logout_token;
pub(crate) mod passport;
pub(crate) mod request_object;
pub(crate) mod sd_jwt_vc;
pub(crate) mod security_event_token;
pub(crate) mod status_list;
pub(crate) mod token_introspection_response;
pub(crate) mod transaction_token;
pub(crate) mod trust_mark;
pub(crate) mod verifier_attestation;
pub(crate) mod workload_identity_token;
pub(crate) mod workload_proof;

use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

use crate::{Check, CheckTheme, Record, Rule};

/// The records of one kind of token, or of the tokens of one issuer.
pub(crate) struct KindRecords {
    missing_claim: &'static Record,
    forbidden_claim: Option<&'static Record>,
    wrong_alg: Option<&'static Record>,
    untyped: Option<&'static Record>,
}

impl KindRecords {
    /// None where no finding is about tokens of this kind alone.
    fn of_kind(kind: TokenKind) -> Option<&'static Self> {
        Some(match kind {
            TokenKind::ClientAssertion => &client_assertion::RECORDS,
            TokenKind::ClientAttestation => &client_attestation::RECORDS,
            TokenKind::ClientAttestationProof => &client_attestation_proof::RECORDS,
            TokenKind::CredentialRequestProof => &credential_request_proof::RECORDS,
            TokenKind::DpopProof => &dpop_proof::RECORDS,
            TokenKind::EntityStatement => &entity_statement::RECORDS,
            TokenKind::IdentityAssertionGrant => &identity_assertion_grant::RECORDS,
            TokenKind::JwtBearerGrant => &jwt_bearer_grant::RECORDS,
            TokenKind::JwtSvid => &jwt_svid::RECORDS,
            TokenKind::KeyAttestation => &key_attestation::RECORDS,
            TokenKind::KeyBindingJwt => &key_binding_jwt::RECORDS,
            TokenKind::OauthAccessToken => &oauth_access_token::RECORDS,
            TokenKind::OidcIdToken => &oidc_id_token::RECORDS,
            TokenKind::OidcLogoutToken => &oidc_logout_token::RECORDS,
            TokenKind::Passport => &passport::RECORDS,
            TokenKind::RequestObject => &request_object::RECORDS,
            TokenKind::SdJwtVc => &sd_jwt_vc::RECORDS,
            TokenKind::SecurityEventToken => &security_event_token::RECORDS,
            TokenKind::StatusList => &status_list::RECORDS,
            TokenKind::TokenIntrospectionResponse => &token_introspection_response::RECORDS,
            TokenKind::TransactionToken => &transaction_token::RECORDS,
            TokenKind::TrustMark => &trust_mark::RECORDS,
            TokenKind::VerifierAttestation => &verifier_attestation::RECORDS,
            TokenKind::WorkloadIdentityToken => &workload_identity_token::RECORDS,
            TokenKind::WorkloadProof => &workload_proof::RECORDS,
            _ => return None,
        })
    }

    /// None where no finding is about tokens of this issuer alone.
    fn of_issuer(issuer: KnownIssuer) -> Option<&'static Self> {
        Some(match issuer {
            KnownIssuer::AppleClientSecret => &apple_client_secret::RECORDS,
            KnownIssuer::AppleConnect => &apple_connect::RECORDS,
            KnownIssuer::AppleStoreServer => &apple_store_server::RECORDS,
            KnownIssuer::Cognito => &cognito::RECORDS,
            KnownIssuer::Firebase => &firebase::RECORDS,
            KnownIssuer::FirebaseSession => &firebase_session::RECORDS,
            KnownIssuer::GoogleIap => &google_iap::RECORDS,
            _ => return None,
        })
    }
}

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Kinds,
    records: &[
        &firebase::MISSING_CLAIM,
        &firebase::WRONG_ALG,
        &firebase_session::MISSING_CLAIM,
        &firebase_session::WRONG_ALG,
        &google_iap::MISSING_CLAIM,
        &google_iap::WRONG_ALG,
        &cognito::MISSING_CLAIM,
        &apple_connect::MISSING_CLAIM,
        &apple_connect::WRONG_ALG,
        &apple_store_server::MISSING_CLAIM,
        &apple_store_server::WRONG_ALG,
        &apple_client_secret::MISSING_CLAIM,
        &oauth_access_token::MISSING_CLAIM,
        &oauth_access_token::UNTYPED,
        &oidc_id_token::MISSING_CLAIM,
        &oidc_logout_token::MISSING_CLAIM,
        &oidc_logout_token::FORBIDDEN_CLAIM,
        &security_event_token::MISSING_CLAIM,
        &security_event_token::FORBIDDEN_CLAIM,
        &dpop_proof::MISSING_CLAIM,
        &dpop_proof::WRONG_ALG,
        &dpop_proof::UNTYPED,
        &client_assertion::MISSING_CLAIM,
        &client_assertion::UNTYPED,
        &jwt_bearer_grant::MISSING_CLAIM,
        &jwt_bearer_grant::UNTYPED,
        &request_object::MISSING_CLAIM,
        &request_object::FORBIDDEN_CLAIM,
        &token_introspection_response::MISSING_CLAIM,
        &token_introspection_response::FORBIDDEN_CLAIM,
        &token_introspection_response::UNTYPED,
        &key_binding_jwt::MISSING_CLAIM,
        &key_binding_jwt::UNTYPED,
        &credential_request_proof::MISSING_CLAIM,
        &credential_request_proof::WRONG_ALG,
        &key_attestation::MISSING_CLAIM,
        &verifier_attestation::MISSING_CLAIM,
        &client_attestation::MISSING_CLAIM,
        &client_attestation_proof::MISSING_CLAIM,
        &entity_statement::MISSING_CLAIM,
        &entity_statement::UNTYPED,
        &trust_mark::MISSING_CLAIM,
        &trust_mark::UNTYPED,
        &status_list::MISSING_CLAIM,
        &status_list::UNTYPED,
        &sd_jwt_vc::MISSING_CLAIM,
        &identity_assertion_grant::MISSING_CLAIM,
        &transaction_token::MISSING_CLAIM,
        &workload_identity_token::MISSING_CLAIM,
        &workload_identity_token::UNTYPED,
        &workload_proof::MISSING_CLAIM,
        &passport::MISSING_CLAIM,
        &passport::UNTYPED,
        &jwt_svid::MISSING_CLAIM,
        &jwt_svid::WRONG_ALG,
    ],
    check: Check::Once(demands::check),
};
