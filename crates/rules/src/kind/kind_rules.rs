//! A token that lacks what its kind demands, or has what its kind forbids.

use crate::claim::audience;
use crate::query::claims;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use decode::json::{Kind, Value};
use guide::Question;
use inspect::profile::Certainty;
use inspect::registry::{self, Usage};

pub(crate) static FIREBASE_MISSING_CLAIM: Record = Record {
    id: "firebase-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_WRONG_ALG: Record = Record {
    id: "firebase-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_SESSION_MISSING_CLAIM: Record = Record {
    id: "firebase-session-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_SESSION_WRONG_ALG: Record = Record {
    id: "firebase-session-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static GOOGLE_IAP_MISSING_CLAIM: Record = Record {
    id: "google-iap-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static GOOGLE_IAP_WRONG_ALG: Record = Record {
    id: "google-iap-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static COGNITO_MISSING_CLAIM: Record = Record {
    id: "cognito-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static APPLE_CONNECT_MISSING_CLAIM: Record = Record {
    id: "apple-connect-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static APPLE_CONNECT_WRONG_ALG: Record = Record {
    id: "apple-connect-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static APPLE_CLIENT_SECRET_MISSING_CLAIM: Record = Record {
    id: "apple-client-secret-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static OAUTH_ACCESS_TOKEN_MISSING_CLAIM: Record = Record {
    id: "oauth-access-token-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static OAUTH_ACCESS_TOKEN_UNTYPED: Record = Record {
    id: "oauth-access-token-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static OIDC_ID_TOKEN_MISSING_CLAIM: Record = Record {
    id: "oidc-id-token-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static OIDC_LOGOUT_TOKEN_MISSING_CLAIM: Record = Record {
    id: "oidc-logout-token-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static OIDC_LOGOUT_TOKEN_FORBIDDEN_CLAIM: Record = Record {
    id: "oidc-logout-token-forbidden-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static SECURITY_EVENT_TOKEN_MISSING_CLAIM: Record = Record {
    id: "security-event-token-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static SECURITY_EVENT_TOKEN_FORBIDDEN_CLAIM: Record = Record {
    id: "security-event-token-forbidden-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static DPOP_PROOF_MISSING_CLAIM: Record = Record {
    id: "dpop-proof-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static DPOP_PROOF_WRONG_ALG: Record = Record {
    id: "dpop-proof-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static DPOP_PROOF_UNTYPED: Record = Record {
    id: "dpop-proof-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static CLIENT_ASSERTION_MISSING_CLAIM: Record = Record {
    id: "client-assertion-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static CLIENT_ASSERTION_UNTYPED: Record = Record {
    id: "client-assertion-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static JWT_BEARER_GRANT_MISSING_CLAIM: Record = Record {
    id: "jwt-bearer-grant-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static JWT_BEARER_GRANT_UNTYPED: Record = Record {
    id: "jwt-bearer-grant-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static REQUEST_OBJECT_MISSING_CLAIM: Record = Record {
    id: "request-object-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static REQUEST_OBJECT_FORBIDDEN_CLAIM: Record = Record {
    id: "request-object-forbidden-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static TOKEN_INTROSPECTION_RESPONSE_MISSING_CLAIM: Record = Record {
    id: "token-introspection-response-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static TOKEN_INTROSPECTION_RESPONSE_FORBIDDEN_CLAIM: Record = Record {
    id: "token-introspection-response-forbidden-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static TOKEN_INTROSPECTION_RESPONSE_UNTYPED: Record = Record {
    id: "token-introspection-response-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static KEY_BINDING_JWT_MISSING_CLAIM: Record = Record {
    id: "key-binding-jwt-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static KEY_BINDING_JWT_UNTYPED: Record = Record {
    id: "key-binding-jwt-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static CREDENTIAL_REQUEST_PROOF_MISSING_CLAIM: Record = Record {
    id: "credential-request-proof-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static CREDENTIAL_REQUEST_PROOF_WRONG_ALG: Record = Record {
    id: "credential-request-proof-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static KEY_ATTESTATION_MISSING_CLAIM: Record = Record {
    id: "key-attestation-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static VERIFIER_ATTESTATION_MISSING_CLAIM: Record = Record {
    id: "verifier-attestation-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static CLIENT_ATTESTATION_MISSING_CLAIM: Record = Record {
    id: "client-attestation-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static CLIENT_ATTESTATION_PROOF_MISSING_CLAIM: Record = Record {
    id: "client-attestation-proof-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static ENTITY_STATEMENT_MISSING_CLAIM: Record = Record {
    id: "entity-statement-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static ENTITY_STATEMENT_UNTYPED: Record = Record {
    id: "entity-statement-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static TRUST_MARK_MISSING_CLAIM: Record = Record {
    id: "trust-mark-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static TRUST_MARK_UNTYPED: Record = Record {
    id: "trust-mark-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static STATUS_LIST_MISSING_CLAIM: Record = Record {
    id: "status-list-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static STATUS_LIST_UNTYPED: Record = Record {
    id: "status-list-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static SD_JWT_VC_MISSING_CLAIM: Record = Record {
    id: "sd-jwt-vc-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static IDENTITY_ASSERTION_GRANT_MISSING_CLAIM: Record = Record {
    id: "identity-assertion-grant-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static TRANSACTION_TOKEN_MISSING_CLAIM: Record = Record {
    id: "transaction-token-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static WORKLOAD_IDENTITY_TOKEN_MISSING_CLAIM: Record = Record {
    id: "workload-identity-token-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static WORKLOAD_IDENTITY_TOKEN_UNTYPED: Record = Record {
    id: "workload-identity-token-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static WORKLOAD_PROOF_MISSING_CLAIM: Record = Record {
    id: "workload-proof-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static PASSPORT_MISSING_CLAIM: Record = Record {
    id: "passport-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static PASSPORT_UNTYPED: Record = Record {
    id: "passport-untyped",
    severity: Severity::Warning,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static JWT_SVID_MISSING_CLAIM: Record = Record {
    id: "jwt-svid-missing-claim",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) static JWT_SVID_WRONG_ALG: Record = Record {
    id: "jwt-svid-wrong-alg",
    severity: Severity::Error,
    title: "Against the rules of its kind",
    why: "Who receives this kind of token relies on these rules, and refuses one that breaks them or skips a check.",
    advice: "Let the issuer follow the document named. If the token was meant as another kind, let its `typ` say so.",
    references: &["RFC 7519 section 4", "RFC 8725 section 3.11", "RFC 8725 section 3.12"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &FIREBASE_MISSING_CLAIM,
        &FIREBASE_WRONG_ALG,
        &FIREBASE_SESSION_MISSING_CLAIM,
        &FIREBASE_SESSION_WRONG_ALG,
        &GOOGLE_IAP_MISSING_CLAIM,
        &GOOGLE_IAP_WRONG_ALG,
        &COGNITO_MISSING_CLAIM,
        &APPLE_CONNECT_MISSING_CLAIM,
        &APPLE_CONNECT_WRONG_ALG,
        &APPLE_CLIENT_SECRET_MISSING_CLAIM,
        &OAUTH_ACCESS_TOKEN_MISSING_CLAIM,
        &OAUTH_ACCESS_TOKEN_UNTYPED,
        &OIDC_ID_TOKEN_MISSING_CLAIM,
        &OIDC_LOGOUT_TOKEN_MISSING_CLAIM,
        &OIDC_LOGOUT_TOKEN_FORBIDDEN_CLAIM,
        &SECURITY_EVENT_TOKEN_MISSING_CLAIM,
        &SECURITY_EVENT_TOKEN_FORBIDDEN_CLAIM,
        &DPOP_PROOF_MISSING_CLAIM,
        &DPOP_PROOF_WRONG_ALG,
        &DPOP_PROOF_UNTYPED,
        &CLIENT_ASSERTION_MISSING_CLAIM,
        &CLIENT_ASSERTION_UNTYPED,
        &JWT_BEARER_GRANT_MISSING_CLAIM,
        &JWT_BEARER_GRANT_UNTYPED,
        &REQUEST_OBJECT_MISSING_CLAIM,
        &REQUEST_OBJECT_FORBIDDEN_CLAIM,
        &TOKEN_INTROSPECTION_RESPONSE_MISSING_CLAIM,
        &TOKEN_INTROSPECTION_RESPONSE_FORBIDDEN_CLAIM,
        &TOKEN_INTROSPECTION_RESPONSE_UNTYPED,
        &KEY_BINDING_JWT_MISSING_CLAIM,
        &KEY_BINDING_JWT_UNTYPED,
        &CREDENTIAL_REQUEST_PROOF_MISSING_CLAIM,
        &CREDENTIAL_REQUEST_PROOF_WRONG_ALG,
        &KEY_ATTESTATION_MISSING_CLAIM,
        &VERIFIER_ATTESTATION_MISSING_CLAIM,
        &CLIENT_ATTESTATION_MISSING_CLAIM,
        &CLIENT_ATTESTATION_PROOF_MISSING_CLAIM,
        &ENTITY_STATEMENT_MISSING_CLAIM,
        &ENTITY_STATEMENT_UNTYPED,
        &TRUST_MARK_MISSING_CLAIM,
        &TRUST_MARK_UNTYPED,
        &STATUS_LIST_MISSING_CLAIM,
        &STATUS_LIST_UNTYPED,
        &SD_JWT_VC_MISSING_CLAIM,
        &IDENTITY_ASSERTION_GRANT_MISSING_CLAIM,
        &TRANSACTION_TOKEN_MISSING_CLAIM,
        &WORKLOAD_IDENTITY_TOKEN_MISSING_CLAIM,
        &WORKLOAD_IDENTITY_TOKEN_UNTYPED,
        &WORKLOAD_PROOF_MISSING_CLAIM,
        &PASSPORT_MISSING_CLAIM,
        &PASSPORT_UNTYPED,
        &JWT_SVID_MISSING_CLAIM,
        &JWT_SVID_WRONG_ALG,
    ],
    check,
};

/// The kind or issuer, and `where that is written|demands`. What is said of an issuer goes before what is said of a kind.
///
/// | Written | Demands |
/// |---|---|
/// | `a`, `#a` | this claim, this header parameter |
/// | `a/b` | one of them at least |
/// | `-a` | no such claim |
/// | `?at+jwt` | this `typ` |
/// | `=ES256/PS` | one of these algorithms, or families of them |
/// | `!HS` | none of this family |
///
/// A `~` before a demand makes it a weaker one, another one a still weaker one. Before a type it means that nothing is
/// demanded of tokens that do not name it: others of that kind follow rules of their own.
///
/// Left out is what other findings say: `sd_hash` is looked at together with what stands before it, `none` is never
/// accepted, and keys in headers are judged wherever they stand.
const DEMANDS: [(&str, &str); 31] = [
    ("firebase", "Firebase's documentation|sub aud exp iat auth_time #kid =RS256"),
    ("firebase-session", "Firebase's documentation|sub aud exp iat auth_time #kid =RS256"),
    ("google-iap", "Google's documentation|sub aud exp iat #kid =ES256"),
    ("cognito", "Amazon's documentation|~token_use"),
    ("apple-connect", "Apple's documentation|exp #kid =ES256"),
    ("apple-client-secret", "Apple's documentation|iat exp #kid"),
    ("oauth-access-token", "RFC 9068 section 2.2|~?at+jwt iss exp aud ~sub ~client_id ~iat ~jti"),
    ("oidc-id-token", "OpenID Connect Core 1.0 section 2|iss sub aud exp iat"),
    (
        "oidc-logout-token",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4|iss aud iat jti events sub/sid ~exp -nonce",
    ),
    ("security-event-token", "RFC 8417 section 2.2|iss iat jti events ~~-exp"),
    ("dpop-proof", "RFC 9449 section 4.2|?dpop+jwt jti htm htu iat #jwk !HS"),
    ("client-assertion", "RFC 7523 section 3|~?client-authentication+jwt iss sub aud exp"),
    ("jwt-bearer-grant", "RFC 7523 section 3|~?authorization-grant+jwt iss sub aud exp"),
    ("request-object", "RFC 9101 section 4|client_id -request -request_uri"),
    (
        "token-introspection-response",
        "RFC 9701 section 5|?token-introspection+jwt iss aud iat token_introspection ~-sub ~-exp",
    ),
    ("key-binding-jwt", "RFC 9901 section 4.3|?kb+jwt iat aud nonce"),
    ("credential-request-proof", "OpenID4VCI 1.0 appendix F.1|aud iat #kid/#jwk/#x5c/#trust_chain !HS"),
    ("key-attestation", "OpenID4VCI 1.0 appendix D.1|iat attested_keys"),
    ("verifier-attestation", "OpenID4VP 1.0 section 12|iss sub exp cnf"),
    ("client-attestation", "OAuth 2.0 Attestation-Based Client Authentication|sub exp cnf"),
    ("client-attestation-proof", "OAuth 2.0 Attestation-Based Client Authentication|aud jti iat"),
    ("entity-statement", "OpenID Federation 1.0 section 3.1|?entity-statement+jwt iss sub iat exp #kid"),
    ("trust-mark", "OpenID Federation 1.0 section 7.1|?trust-mark+jwt iss sub iat trust_mark_type/id"),
    ("status-list", "Token Status List section 5.1|?statuslist+jwt sub iat status_list"),
    ("sd-jwt-vc", "SD-JWT VC section 2.2.2|vct"),
    ("identity-assertion-grant", "Identity Assertion JWT Authorization Grant|iss sub aud exp iat jti client_id"),
    ("transaction-token", "Transaction Tokens|aud iat exp txn sub"),
    ("workload-identity-token", "WIMSE Workload Credentials|~?wit+jwt sub exp cnf"),
    ("workload-proof", "WIMSE Workload Proof Token|aud exp jti wth"),
    ("passport", "RFC 8225 section 4|?passport iat orig dest"),
    ("jwt-svid", "SPIFFE JWT-SVID section 3|sub aud exp =RS/ES/PS"),
];

/// What is demanded of one token.
struct Demands<'s> {
    evaluation: &'s Evaluation<'s>,
    payload: &'s Part,
    id: &'static str,
    reference: &'static str,
    words: &'static str,
    /// A guess at a kind is no error.
    gravest: Severity,
}

/// None where nothing is known, or the claims cannot be read whole.
fn demands<'s>(evaluation: &'s Evaluation) -> Option<Demands<'s>> {
    let profile = &evaluation.description.profile;
    let line = |id: &'static str, certainty| {
        let (_, line) = DEMANDS.iter().find(|(of, _)| *of == id)?;
        let (reference, words) = line.split_once('|')?;
        Some((id, reference, words, certainty))
    };
    let of_issuer = profile.issuer.as_ref().and_then(|issuer| line(issuer.id, issuer.certainty));
    let (id, reference, words, certainty) = of_issuer.or_else(|| line(profile.id, profile.certainty))?;
    let payload = evaluation.token.payload()?;
    let is_object = payload.value().is_some_and(|value| matches!(value.kind, Kind::Object(_)));
    let gravest = if certainty == Certainty::Stated { Severity::Error } else { Severity::Warning };
    // What is not shown may be in a disclosure.
    let is_shown = evaluation.description.sd_jwt.is_none() || id == "sd-jwt-vc";
    let is_whole = is_object && is_shown && payload.error().is_none() && !evaluation.token.is_cut_off();
    is_whole.then_some(Demands { evaluation, payload, id, reference, words, gravest })
}

impl<'s> Demands<'s> {
    fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.split(' ')
    }

    fn has(&self, name: &str) -> bool {
        match name.strip_prefix('#') {
            Some(name) => self.evaluation.token.parameter(name).is_some(),
            None => claims::has(self.payload, name),
        }
    }

    /// The words for what must be there and is not. None for a token that is only thought to be of this kind, and has
    /// less than half of that: then it is none.
    fn missing(&self) -> Option<Vec<&'static str>> {
        let is_name = |word: &&str| !word.trim_start_matches('~').starts_with(['-', '?', '=', '!']);
        let is_missing = |word: &&str| !word.trim_start_matches('~').split('/').any(|name| self.has(name));
        let demanded = self.words().filter(is_name).count();
        let missing = self.words().filter(is_name).filter(is_missing).collect::<Vec<_>>();
        let is_of_kind = self.gravest == Severity::Error || missing.len() * 2 <= demanded;
        is_of_kind.then_some(missing)
    }

    /// The type that a token must name before anything is demanded of it, and does not.
    fn unnamed_type(&self) -> Option<&'static str> {
        let expected = self.words.strip_prefix("~?")?.split(' ').next()?;
        let bare = self.typ().rsplit('/').next().unwrap_or_default();
        (!bare.eq_ignore_ascii_case(expected)).then_some(expected)
    }

    fn typ(&self) -> &'s str {
        self.evaluation.token.parameter("typ").and_then(Value::as_str).unwrap_or_default()
    }

    fn evidence(&self, id: &str, severity: Severity, place: Place, message: &[&str]) -> Evidence {
        let mut evidence = Evidence::new(RULE.by_id("kind-rules"), message.concat(), place);
        evidence.record = RULE.by_id(&[self.id, id].concat());
        evidence.severity = severity;
        evidence
    }

    /// Whose rules they are, as a sentence ends.
    fn of_whom(&self) -> [&'static str; 3] {
        let profile = &self.evaluation.description.profile;
        match profile.issuer.as_ref().filter(|issuer| issuer.id == self.id) {
            Some(issuer) => [" of every such token from ", issuer.name, "."],
            // Others are as their issuers like.
            None if self.id == "oauth-access-token" => [" of every token", " of type ", "`at+jwt`."],
            None => [" of every ", profile.name, "."],
        }
    }
}

/// Whether it is said here that a token has no such claim though its kind demands it, and so need not be said again.
pub(crate) fn lacks(evaluation: &Evaluation, claim: &str) -> bool {
    demands(evaluation).is_some_and(|demands| {
        let is_it = |word: &&str| word.trim_start_matches('~') == claim;
        demands.unnamed_type().is_none() && demands.missing().is_some_and(|missing| missing.iter().any(is_it))
    })
}

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(demands) = demands(evaluation) else { return Vec::new() };
    let Some(missing) = demands.missing() else { return Vec::new() };
    let header =
        |name| evaluation.token.header().map_or_else(Place::default, |part| Place::of(evaluation.token, part, name));
    if let Some(typ) = demands.unnamed_type() {
        let (all, so) = ("Has all that ", " demands: with `typ` `");
        let apart = "` it could be told apart from other kinds wherever `typ` is checked.";
        let message = [all, demands.reference, so, typ, apart];
        // What a well-known issuer writes is not for its users to change.
        let is_known = evaluation.description.profile.issuer.is_some();
        let is_for_none = demands.payload.value().and_then(|it| it.member("aud")).is_some_and(audience::is_empty);
        let is_it = missing.is_empty() && !is_for_none && !is_known && matches!(demands.typ(), "" | "JWT" | "jwt");
        let evidence = is_it.then(|| demands.evidence("-untyped", Severity::Info, header("typ"), &message));
        return evidence.into_iter().collect::<Vec<_>>();
    }
    let [of, whom, end] = demands.of_whom();
    let mut found = Vec::new();
    if !missing.is_empty() {
        let names = missing.iter().map(|word| named(word)).collect::<Vec<_>>();
        let names = match names.split_last() {
            Some((last, others)) if !others.is_empty() => [&*others.join(", "), " and ", last].concat(),
            _ => names.concat(),
        };
        let is_weak = missing.iter().all(|word| word.starts_with('~'));
        let severity = if is_weak { Severity::Warning } else { demands.gravest };
        let place = Place::at(evaluation.token, demands.payload);
        let message = ["Lacks ", &names, ", which ", demands.reference, " demands", of, whom, end];
        found.push(demands.evidence("-missing-claim", severity, place, &message));
    }
    for word in demands.words() {
        let bare = word.trim_start_matches('~');
        let Some((kind, rest)) = bare.split_at_checked(1) else { continue };
        match kind {
            "?" if demands.gravest == Severity::Warning => {
                let message = ["Its `typ` is not `", rest, "`, as ", demands.reference, " demands", of, whom, end];
                found.push(demands.evidence("-untyped", Severity::Warning, header("typ"), &message));
            }
            "-" if demands.has(rest) => {
                let (severity, verb) = match word.len() - bare.len() {
                    0 => (demands.gravest, " forbids"),
                    1 => (Severity::Warning, " says should not be there"),
                    _ => (Severity::Notice, " advises against"),
                };
                let place = Place::of(evaluation.token, demands.payload, rest);
                let message = ["Has `", rest, "`, which ", demands.reference, verb, "."];
                found.push(demands.evidence("-forbidden-claim", severity, place, &message));
            }
            "=" | "!" => {
                let alg = evaluation.token.parameter("alg").and_then(Value::as_str).unwrap_or_default();
                let is_one = |it: &str| alg == it || it.len() == 2 && alg.starts_with(it);
                let is_signature = registry::algorithm(alg).is_some_and(|it| it.usage == Usage::Signature);
                if is_signature && alg != "none" && rest.split('/').any(is_one) == (kind == "!") {
                    let allowed = match kind {
                        "!" => "a private key to sign with".to_owned(),
                        _ => ["`", &rest.split('/').collect::<Vec<_>>().join("`, `"), "`"].concat(),
                    };
                    let message =
                        ["`alg` is `", alg, "`, but ", demands.reference, " demands ", &allowed, of, whom, end];
                    found.push(demands.evidence("-wrong-alg", demands.gravest, header("alg"), &message));
                }
            }
            _ => {}
        }
    }
    found
}

/// "`sub` or `sid`", "`jwk` in its header".
fn named(word: &str) -> String {
    let quoted = |name: &str| match name.strip_prefix('#') {
        Some(name) => ["`", name, "` in its header"].concat(),
        None => ["`", name, "`"].concat(),
    };
    word.trim_start_matches('~').split('/').map(quoted).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, found_by, token_from, token_of, token_with};
    use inspect::profile;

    #[track_caller]
    fn severity(token: &decode::Token) -> Option<Severity> {
        findings(token)
            .into_iter()
            .find(|finding| crate::testing::is_of(&RULE, &finding))
            .map(|finding| finding.severity)
    }

    #[test]
    fn says_all_that_is_missing_at_once() {
        let typed = token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET","htu":"https://a.example"}"#);
        let message =
            "Lacks `jti`, `iat` and `jwk` in its header, which RFC 9449 section 4.2 demands of every DPoP proof.";
        check(&RULE, &typed, "dpop-proof-missing-claim", "/payload", message);
        assert_eq!(severity(&typed), Some(Severity::Error));
        let logout = r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}},"iss":"i","aud":"a","iat":1,"jti":"j","exp":2}"#;
        let message = "Lacks `sub` or `sid`, which OpenID Connect Back-Channel Logout 1.0 section 2.4 demands of every OpenID Connect logout token.";
        check(&RULE, &token_with(logout), "oidc-logout-token-missing-claim", "/payload", message);
    }

    #[test]
    fn is_milder_where_the_demand_or_the_evidence_is_weaker() {
        let typed = token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"iss":"i","aud":"a","exp":1,"client_id":"c"}"#);
        let message =
            "Lacks `sub`, `iat` and `jti`, which RFC 9068 section 2.2 demands of every token of type `at+jwt`.";
        check(&RULE, &typed, "oauth-access-token-missing-claim", "/payload", message);
        assert_eq!(severity(&typed), Some(Severity::Warning));
        let guessed = token_with(r#"{"nonce":"n","at_hash":"x","iss":"i","sub":"s","aud":"a","iat":1}"#);
        let message = "Lacks `exp`, which OpenID Connect Core 1.0 section 2 demands of every OpenID Connect ID token.";
        check(&RULE, &guessed, "oidc-id-token-missing-claim", "/payload", message);
        assert_eq!(severity(&guessed), Some(Severity::Warning));
        assert!(lacks_of(&guessed, "exp") && !lacks_of(&guessed, "nbf") && !lacks_of(&token_with("{}"), "exp"));
        assert!(found_by(&crate::time::exp_missing::RULE, &guessed).is_empty(), "one cause, one finding");
    }

    fn lacks_of(token: &decode::Token, claim: &str) -> bool {
        let validity = inspect::validity::validity(token, 0);
        let description = inspect::describe::describe(token);
        let context = inspect::Context::default();
        lacks(&Evaluation { token, description: &description, validity: &validity, context }, claim)
    }

    #[test]
    fn knows_what_issuers_demand() {
        let header = r#"{"alg":"RS384"}"#;
        let token =
            token_from(header, r#"{"iss":"https://securetoken.google.com/p","aud":"p","sub":"u","exp":1,"iat":1}"#);
        let found = found_by(&RULE, &token);
        let alg = "`alg` is `RS384`, but Firebase's documentation demands `RS256` of every such token from Firebase Authentication.";
        let missing = "Lacks `auth_time` and `kid` in its header, which Firebase's documentation demands of every such token from Firebase Authentication.";
        let expected = [("firebase-wrong-alg", "/header/alg", alg), ("firebase-missing-claim", "/payload", missing)];
        assert_eq!(found, expected.map(|(id, place, message)| (id.to_owned(), place.to_owned(), message.to_owned())));
    }

    #[test]
    fn says_what_is_forbidden() {
        let claims = r#"{"iss":"i","aud":"a","iat":1,"exp":2,"jti":"j","sid":"s","nonce":"n","events":{}}"#;
        let token = token_from(r#"{"alg":"RS256","typ":"logout+jwt"}"#, claims);
        let message = "Has `nonce`, which OpenID Connect Back-Channel Logout 1.0 section 2.4 forbids.";
        check(&RULE, &token, "oidc-logout-token-forbidden-claim", "/payload/nonce", message);
        assert_eq!(severity(&token), Some(Severity::Error));
        let claims = r#"{"iss":"i","iat":1,"exp":2,"jti":"j","events":{"urn:x":{}}}"#;
        let message = "Has `exp`, which RFC 8417 section 2.2 advises against.";
        check(&RULE, &token_with(claims), "security-event-token-forbidden-claim", "/payload/exp", message);
        assert_eq!(severity(&token_with(claims)), Some(Severity::Notice));
        let claims = r#"{"iss":"i","aud":"a","iat":1,"sub":"s","token_introspection":{}}"#;
        let token = token_from(r#"{"alg":"RS256","typ":"token-introspection+jwt"}"#, claims);
        let message = "Has `sub`, which RFC 9701 section 5 says should not be there.";
        check(&RULE, &token, "token-introspection-response-forbidden-claim", "/payload/sub", message);
        assert_eq!(severity(&token), Some(Severity::Warning));
    }

    #[test]
    fn says_which_algorithms_are_for_its_kind() {
        let claims = r#"{"jti":"j","htm":"GET","htu":"https://a.example","iat":1}"#;
        let token = token_from(r#"{"alg":"HS256","typ":"dpop+jwt","jwk":{}}"#, claims);
        let message =
            "`alg` is `HS256`, but RFC 9449 section 4.2 demands a private key to sign with of every DPoP proof.";
        check(&RULE, &token, "dpop-proof-wrong-alg", "/header/alg", message);
        assert!(found_by(&crate::algorithm::alg_hmac_key_confusion::RULE, &token).is_empty(), "one cause, one finding");
        let token = token_with(r#"{"sub":"spiffe://a.example/b","aud":"a","exp":1}"#);
        let message = "`alg` is `HS256`, but SPIFFE JWT-SVID section 3 demands `RS`, `ES`, `PS` of every workload identity document (JWT-SVID).";
        check(&RULE, &token, "jwt-svid-wrong-alg", "/header/alg", message);
        assert_eq!(severity(&token), Some(Severity::Warning));
    }

    #[test]
    fn says_that_the_type_is_missing() {
        let claims = r#"{"jti":"j","htm":"GET","htu":"https://a.example","iat":1}"#;
        let token = token_from(r#"{"alg":"ES256","typ":"JWT","jwk":{}}"#, claims);
        let message = "Its `typ` is not `dpop+jwt`, as RFC 9449 section 4.2 demands of every DPoP proof.";
        check(&RULE, &token, "dpop-proof-untyped", "/header/typ", message);
        assert_eq!(severity(&token), Some(Severity::Warning));
        let claims = r#"{"iss":"i","aud":"a","exp":1,"client_id":"c","scope":"s","sub":"s","iat":1,"jti":"j"}"#;
        let message = "Has all that RFC 9068 section 2.2 demands: with `typ` `at+jwt` it could be told apart from other kinds wherever `typ` is checked.";
        check(&RULE, &token_with(claims), "oauth-access-token-untyped", "/header/typ", message);
        assert_eq!(severity(&token_with(claims)), Some(Severity::Info));
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256","typ":"Application/AT+JWT"}"#, claims));
        check_quiet(&RULE, &token_with(&claims.replace(r#""iss":"i""#, r#""iss":"https://a.auth0.com/""#)));
        // An audience that names nobody is not what it demands.
        for none in ["[]", "\"\"", "null"] {
            let claims = claims.replace(r#""aud":"a""#, &[r#""aud":"#, none].concat());
            check_quiet(&RULE, &token_with(&claims));
        }
        let without = token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, &claims.replace(r#""aud":"a""#, r#""aud":null"#));
        let message = "Lacks `aud`, which RFC 9068 section 2.2 demands of every token of type `at+jwt`.";
        check(&RULE, &without, "oauth-access-token-missing-claim", "/payload", message);
    }

    #[test]
    fn is_quiet_where_nothing_is_demanded_or_it_cannot_be_known() {
        for (header, claims) in [
            (r#"{"alg":"RS256"}"#, r#"{"sub":"u","auth_time":1}"#),
            (r#"{"alg":"RS256"}"#, r#"{"scope":"a","client_id":"c"}"#),
            (r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"iss":"i","#),
            (r#"{"alg":"RS256","typ":"at+jwt"}"#, "hello"),
            (r#"{"alg":"dir","enc":"A128GCM","typ":"at+jwt"}"#, "[]"),
            (r#"{"alg":"HS256","typ":"JWT"}"#, r#"{"sub":"u"}"#),
            (r#"{"alg":"none"}"#, r#"{"sub":"spiffe://a/b","aud":"a","exp":1}"#),
        ] {
            check_quiet(&RULE, &token_from(header, claims));
        }
        let hidden = token_of(&[&token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"_sd":[]}"#).text, "~"].concat());
        check_quiet(&RULE, &hidden);
    }

    #[test]
    fn every_line_is_about_a_kind_or_an_issuer_that_there_is() {
        for (id, line) in DEMANDS {
            assert_eq!(line.split('|').count(), 2, "{line}");
            assert!(profile::is_known(id), "{id}");
        }
    }

    /// By kind or issuer: how grave a breach is, the `typ`, and a token that keeps the rules. `+` is there for the kind
    /// to be known; without any other word, or with what has a `-` before it, a rule is broken, and more mildly for each
    /// `~`. `=` is an algorithm that is let pass, `!` one that is not.
    const WHOLE: [(&str, Severity, &str, &str); 31] = [
        (
            "firebase",
            Severity::Error,
            "JWT",
            "+iss=https://securetoken.google.com/p sub aud exp iat auth_time #kid =RS256 !RS384 !ES256",
        ),
        (
            "firebase-session",
            Severity::Error,
            "JWT",
            "+iss=https://session.firebase.google.com/p sub aud exp iat auth_time #kid =RS256 !PS256 !ES256",
        ),
        (
            "google-iap",
            Severity::Error,
            "JWT",
            "+iss=https://cloud.google.com/iap sub aud exp iat #kid =ES256 !RS256 !ES384",
        ),
        ("cognito", Severity::Error, "JWT", "+iss=https://cognito-idp.eu-west-1.amazonaws.com/p ~token_use=access"),
        ("apple-connect", Severity::Warning, "JWT", "+aud=appstoreconnect-v1 +iss exp #kid =ES256 !RS256 !ES384"),
        (
            "apple-client-secret",
            Severity::Warning,
            "JWT",
            "+aud=https://appleid.apple.com +iss +sub iat exp #kid =ES256",
        ),
        ("oauth-access-token", Severity::Error, "at+jwt", "iss exp aud ~sub ~client_id ~iat ~jti =RS256 =HS256"),
        ("oidc-id-token", Severity::Error, "JWT", "+typ=ID iss sub aud exp iat"),
        ("oidc-logout-token", Severity::Error, "logout+jwt", "iss aud iat jti events sub/sid ~exp -nonce"),
        ("security-event-token", Severity::Error, "secevent+jwt", "iss iat jti events ~~-exp"),
        ("dpop-proof", Severity::Error, "dpop+jwt", "jti htm htu iat #jwk =ES256 =PS256 !HS256 !HS512"),
        ("client-assertion", Severity::Error, "client-authentication+jwt", "iss sub aud exp"),
        ("jwt-bearer-grant", Severity::Error, "authorization-grant+jwt", "iss sub aud exp"),
        ("request-object", Severity::Error, "oauth-authz-req+jwt", "client_id -request -request_uri"),
        (
            "token-introspection-response",
            Severity::Error,
            "token-introspection+jwt",
            "iss aud iat token_introspection ~-sub ~-exp",
        ),
        ("key-binding-jwt", Severity::Error, "kb+jwt", "iat aud nonce"),
        (
            "credential-request-proof",
            Severity::Error,
            "openid4vci-proof+jwt",
            "aud iat #kid/#jwk/#x5c/#trust_chain =ES256 =RS256 !HS256",
        ),
        ("key-attestation", Severity::Error, "key-attestation+jwt", "iat attested_keys"),
        ("verifier-attestation", Severity::Error, "verifier-attestation+jwt", "iss sub exp cnf"),
        ("client-attestation", Severity::Error, "oauth-client-attestation+jwt", "sub exp cnf"),
        ("client-attestation-proof", Severity::Error, "oauth-client-attestation-pop+jwt", "aud jti iat"),
        ("entity-statement", Severity::Error, "entity-statement+jwt", "iss sub iat exp #kid"),
        ("trust-mark", Severity::Error, "trust-mark+jwt", "iss sub iat trust_mark_type/id"),
        ("status-list", Severity::Error, "statuslist+jwt", "sub iat status_list"),
        ("sd-jwt-vc", Severity::Error, "dc+sd-jwt", "vct"),
        ("identity-assertion-grant", Severity::Error, "oauth-id-jag+jwt", "iss sub aud exp iat jti client_id"),
        ("transaction-token", Severity::Error, "txntoken+jwt", "aud iat exp txn sub"),
        ("workload-identity-token", Severity::Error, "wit+jwt", "sub exp cnf"),
        ("workload-proof", Severity::Error, "wpt+jwt", "aud exp jti wth"),
        ("passport", Severity::Error, "passport", "iat orig dest"),
        ("jwt-svid", Severity::Warning, "JWT", "+sub=spiffe://a.example/b aud exp =RS256 =ES384 =PS512 !HS256 !EdDSA"),
    ];

    /// `name`, `name=text`, and with `#` for the header.
    fn made(typ: &str, alg: &str, words: &[&str]) -> decode::Token {
        let (mut header, mut claims) = (Vec::new(), Vec::new());
        for word in words {
            let (name, text) = word.split_once('=').unwrap_or((word, "x"));
            let (name, members) = name.strip_prefix('#').map_or((name, &mut claims), |name| (name, &mut header));
            let value = match name {
                "iat" | "auth_time" => "1700000000".to_owned(),
                "exp" => "1700000100".to_owned(),
                "events" => r#"{"http://schemas.openid.net/event/backchannel-logout":{}}"#.to_owned(),
                "cnf" | "jwk" | "status_list" | "token_introspection" | "orig" | "dest" => "{}".to_owned(),
                _ => ["\"", text, "\""].concat(),
            };
            members.push(["\"", name, "\":", &value].concat());
        }
        header.push([r#""alg":""#, alg, r#"","typ":""#, typ, "\""].concat());
        token_from(&["{", &header.join(","), "}"].concat(), &["{", &claims.join(","), "}"].concat())
    }

    #[test]
    fn every_line_asks_for_just_what_is_written() {
        assert_eq!(WHOLE.map(|(id, ..)| id), DEMANDS.map(|(id, _)| id));
        for (id, gravest, typ, words) in WHOLE {
            let words: Vec<&str> = words.split(' ').collect();
            let algs = |sign: char| words.iter().filter_map(|word| word.strip_prefix(sign)).collect::<Vec<_>>();
            let alg = algs('=').first().copied().unwrap_or("RS256");
            let bare = |word: &'static str| word.trim_start_matches(['~', '+']);
            let is_there = |word: &&&'static str| !bare(word).starts_with(['-', '=', '!']);
            // Of several that are as good the one that is asked for.
            let members = |but: &str, choice: usize| -> Vec<&'static str> {
                let there = words.iter().filter(is_there).filter(|word| **word != but);
                there
                    .map(|word| bare(word))
                    .map(|word| word.split('/').nth(choice).filter(|_| !word.contains('=')).unwrap_or(word))
                    .collect()
            };
            let expect = |alg: &str, members: &[&str], broken: &str, severity: Severity| {
                let token = made(typ, alg, members);
                let found = findings(&token).into_iter().filter(|finding| crate::testing::is_of(&RULE, &finding));
                let found: Vec<_> = found.map(|finding| (finding.id().to_owned(), finding.severity)).collect();
                let expected: Vec<_> = [([id, broken].concat(), severity)].into();
                let expected = if broken.is_empty() { Vec::new() } else { expected };
                assert_eq!(found, expected, "{id}: {alg} {members:?}");
            };
            for word in &words {
                let severity = match word.len() - word.trim_start_matches('~').len() {
                    0 => gravest,
                    1 => Severity::Warning,
                    _ => Severity::Notice,
                };
                let name = bare(word);
                match name.split_at(1) {
                    ("=", alg) => expect(alg, &members("", 0), "", gravest),
                    ("!", alg) => expect(alg, &members("", 0), "-wrong-alg", gravest),
                    ("-", name) => expect(alg, &[&*members("", 0), &[name]].concat(), "-forbidden-claim", severity),
                    _ if word.starts_with('+') => {}
                    _ => expect(alg, &members(word, 0), "-missing-claim", severity),
                }
                for choice in 0..if is_there(&word) && !name.contains('=') { name.split('/').count() } else { 0 } {
                    expect(alg, &members("", choice), "", gravest);
                }
            }
        }
    }

    #[test]
    fn says_of_each_kind_that_has_one_that_its_type_is_missing() {
        for (kind, words, severity) in [
            ("oauth-access-token", "iss exp aud sub client_id iat jti scope", Severity::Info),
            ("dpop-proof", "jti htm htu iat #jwk", Severity::Warning),
            ("client-assertion", "iss sub aud exp jti", Severity::Info),
            ("jwt-bearer-grant", "iss sub=y aud=https://a.example/token exp", Severity::Info),
            ("token-introspection-response", "iss aud iat token_introspection", Severity::Warning),
            ("key-binding-jwt", "iat aud nonce sd_hash", Severity::Warning),
            ("entity-statement", "iss sub iat exp jwks metadata #kid", Severity::Warning),
            ("trust-mark", "iss sub iat trust_mark_type", Severity::Warning),
            ("status-list", "sub iat status_list", Severity::Warning),
            ("passport", "iat orig dest", Severity::Warning),
        ] {
            for typ in ["JWT", "jwt", ""] {
                let token = made(typ, "ES256", &words.split(' ').collect::<Vec<_>>());
                let found = findings(&token).into_iter().filter(|finding| crate::testing::is_of(&RULE, &finding));
                let found: Vec<_> = found.map(|finding| (finding.id().to_owned(), finding.severity)).collect();
                assert_eq!(found, [([kind, "-untyped"].concat(), severity)], "{typ}");
            }
        }
    }
}
