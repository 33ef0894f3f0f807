//! What tells the kinds of token apart.

use super::condition::{
    Condition, address, any_of, begins, claim, claim_count, ends, header, header_is, is, no_claim, no_claim_unsaid,
    object, same_as, typ,
};
use crate::jose::kinds::TokenKind;

/// A token is of this kind when all conditions hold. The first row that fits counts.
pub(super) struct KindRow {
    pub(super) conditions: &'static [Condition],
    pub(super) kind: TokenKind,
}

const fn row(conditions: &'static [Condition], kind: TokenKind) -> KindRow {
    KindRow { conditions, kind }
}

/// What `typ` in the header says it is: RFC 7515 section 4.1.9. `jose::types` has the document of each type.
pub(super) const TYPED: &[KindRow] = &[
    row(&[typ("at+jwt")], TokenKind::OauthAccessToken),
    row(&[typ("dpop+jwt")], TokenKind::DpopProof),
    row(&[typ("authorization-grant+jwt")], TokenKind::JwtBearerGrant),
    row(&[typ("client-authentication+jwt")], TokenKind::ClientAssertion),
    row(&[typ("dc+sd-jwt"), begins("vct", &["urn:eudi:pid:"])], TokenKind::PersonIdentification),
    row(&[typ("dc+sd-jwt")], TokenKind::SdJwtVc),
    row(&[typ("vc+sd-jwt"), begins("vct", &["urn:eudi:pid:"])], TokenKind::PersonIdentification),
    row(&[typ("vc+sd-jwt"), claim("vct")], TokenKind::SdJwtVc),
    row(&[typ("cmw+jws")], TokenKind::AttestationMessage),
    row(&[typ("didcomm-encrypted+json")], TokenKind::DidcommMessage),
    row(&[typ("didcomm-signed+json")], TokenKind::DidcommMessage),
    row(&[typ("eat+jwt")], TokenKind::EntityAttestation),
    row(&[typ("entity-statement+jwt")], TokenKind::EntityStatement),
    row(&[typ("example+sd-jwt")], TokenKind::SdJwt),
    row(&[typ("explicit-registration-response+jwt")], TokenKind::FederationResponse),
    row(&[typ("global-token-revocation+jwt")], TokenKind::RevocationRequest),
    row(&[typ("gnap-binding-jws")], TokenKind::GnapProof),
    row(&[typ("gnap-binding-jwsd")], TokenKind::GnapProof),
    row(&[typ("gnap-binding-rotation-jws")], TokenKind::GnapProof),
    row(&[typ("gnap-binding-rotation-jwsd")], TokenKind::GnapProof),
    row(&[typ("jwk-set+jwt")], TokenKind::SignedKeySet),
    row(&[typ("kb+jwt")], TokenKind::KeyBindingJwt),
    row(&[typ("key-attestation+jwt")], TokenKind::KeyAttestation),
    row(&[typ("keyattestation+jwt")], TokenKind::KeyAttestation),
    row(&[typ("logout+jwt")], TokenKind::OidcLogoutToken),
    row(&[typ("oauth-authz-req+jwt")], TokenKind::RequestObject),
    row(&[typ("oauth-client-attestation+jwt")], TokenKind::ClientAttestation),
    row(&[typ("oauth-client-attestation-pop+jwt")], TokenKind::ClientAttestationProof),
    row(&[typ("oauth-id-jag+jwt")], TokenKind::IdentityAssertionGrant),
    row(&[typ("okta-internal-at+jwt")], TokenKind::OauthAccessToken),
    row(&[typ("openid4vci-proof+jwt")], TokenKind::CredentialRequestProof),
    row(&[typ("passport")], TokenKind::Passport),
    row(&[typ("pop")], TokenKind::SignedHttpRequest),
    row(&[typ("provided-claims+jwt")], TokenKind::ProvidedClaims),
    row(&[typ("rc-wrp+jwt")], TokenKind::RegistrationCertificate),
    row(&[typ("resolve-response+jwt")], TokenKind::FederationResponse),
    row(&[typ("sd-jwt")], TokenKind::SdJwt),
    row(&[typ("secevent+jwt")], TokenKind::SecurityEventToken),
    row(&[typ("statuslist+jwt")], TokenKind::StatusList),
    row(&[typ("token-introspection+jwt")], TokenKind::TokenIntrospectionResponse),
    row(&[typ("trust-mark+jwt")], TokenKind::TrustMark),
    row(&[typ("trust-mark-delegation+jwt")], TokenKind::TrustMark),
    row(&[typ("trust-mark-status-response+jwt")], TokenKind::FederationResponse),
    row(&[typ("txntoken+jwt")], TokenKind::TransactionToken),
    row(&[typ("vc+jwt")], TokenKind::VerifiableCredential),
    row(&[typ("vc+ld+json+jwt")], TokenKind::VerifiableCredential),
    row(&[typ("vc+ld+json+sd-jwt")], TokenKind::VerifiableCredential),
    row(&[typ("vc+ld+jwt")], TokenKind::VerifiableCredential),
    row(&[typ("vc+sd-jwt")], TokenKind::VerifiableCredential),
    row(&[typ("verifier-attestation+jwt")], TokenKind::VerifierAttestation),
    row(&[typ("vnd.ga4gh.passport+jwt")], TokenKind::ResearcherPassport),
    row(&[typ("vnd.ga4gh.visa+jwt")], TokenKind::ResearcherVisa),
    row(&[typ("vnd.verifier-attestation+jwt")], TokenKind::VerifierAttestation),
    row(&[typ("voucher-jws+json")], TokenKind::OnboardingVoucher),
    row(&[typ("vp+jwt")], TokenKind::VerifiablePresentation),
    row(&[typ("vp+ld+json+jwt")], TokenKind::VerifiablePresentation),
    row(&[typ("vp+ld+json+sd-jwt")], TokenKind::VerifiablePresentation),
    row(&[typ("vp+ld+jwt")], TokenKind::VerifiablePresentation),
    row(&[typ("vp+sd-jwt")], TokenKind::VerifiablePresentation),
    row(&[typ("wit+jwt")], TokenKind::WorkloadIdentityToken),
    row(&[typ("wpt+jwt")], TokenKind::WorkloadProof),
];

/// What a claim made for that says it is: `token_use` of Amazon Cognito, `typ` of Keycloak, whose refresh tokens
/// otherwise look like access tokens, `token_type` of Simple JWT, the kind of message in LTI, and the visa of GA4GH.
pub(super) const STATED: &[KindRow] = &[
    row(&[is("token_use", &["access"])], TokenKind::OauthAccessToken),
    row(&[is("token_use", &["id"])], TokenKind::OidcIdToken),
    row(&[is("typ", &["Bearer", "DPoP"])], TokenKind::OauthAccessToken),
    row(&[is("typ", &["Refresh", "Offline"])], TokenKind::RefreshToken),
    row(&[is("typ", &["ID"])], TokenKind::OidcIdToken),
    row(&[is("token_type", &["refresh"])], TokenKind::RefreshToken),
    row(&[is("token_type", &["access"])], TokenKind::AccessToken),
    row(
        &[
            claim("https://purl.imsglobal.org/spec/lti/claim/message_type"),
            claim("https://purl.imsglobal.org/spec/lti/claim/version"),
        ],
        TokenKind::LtiMessage,
    ),
    row(&[object("ga4gh_visa_v1")], TokenKind::ResearcherVisa),
];

/// Tokens that state facts about a person or thing. They may have disclosures.
pub(super) const CREDENTIALS: &[KindRow] = &[
    row(&[header_is("zip", &["DEF"]), header_is("alg", &["ES256"])], TokenKind::SmartHealthCard),
    row(&[begins("vct", &["urn:eudi:pid:"])], TokenKind::PersonIdentification),
    row(&[claim("vct")], TokenKind::SdJwtVc),
    row(&[object("vp")], TokenKind::VerifiablePresentation),
    row(&[object("vc")], TokenKind::VerifiableCredential),
    row(&[claim("@context"), claim("verifiableCredential")], TokenKind::VerifiablePresentation),
    row(&[claim("@context"), claim("credentialSubject")], TokenKind::VerifiableCredential),
];

/// All other tokens, by what they contain. The rows with the most particular conditions come first.
///
/// DPoP: RFC 9449 section 4.2. ACME: RFC 8555 section 6.2. Introspection: RFC 9701 section 5. Key binding: RFC 9901
/// section 4.3. PASSporT: RFC 8225. EAT: RFC 9711. Federation: OpenID Federation 1.0 section 3. JAR: RFC 9101
/// section 4. JARM: JARM 1.0 section 2.1. VAPID: RFC 8292 section 2. Access tokens: RFC 9068 section 2.2. ID tokens:
/// OpenID Connect Core 1.0 section 2. Assertions: RFC 7523 section 3. Userinfo: OpenID Connect Core 1.0 section 5.3.2.
/// Software statements: RFC 7591 section 2.3.
pub(super) const SHAPES: &[KindRow] = &[
    row(&[header("jwk"), claim("htm"), claim("htu")], TokenKind::DpopProof),
    row(&[header("url"), header("nonce")], TokenKind::AcmeRequest),
    row(&[object("token_introspection")], TokenKind::TokenIntrospectionResponse),
    row(&[claim("sd_hash")], TokenKind::KeyBindingJwt),
    row(&[object("status_list"), claim("sub")], TokenKind::StatusList),
    row(&[header("ppt")], TokenKind::Passport),
    row(&[claim("orig"), claim("dest"), claim("iat")], TokenKind::Passport),
    row(&[claim("apkPackageName"), claim("ctsProfileMatch")], TokenKind::DeviceAttestation),
    row(&[object("requestDetails"), object("deviceIntegrity")], TokenKind::DeviceAttestation),
    row(&[claim("x-ms-attestation-type")], TokenKind::DeviceAttestation),
    row(&[any_of(&["eat_profile", "eat_nonce"])], TokenKind::EntityAttestation),
    row(&[claim("trust_mark_type")], TokenKind::TrustMark),
    row(
        &[claim("iss"), claim("sub"), claim("jwks"), any_of(&["metadata", "authority_hints", "metadata_policy"])],
        TokenKind::EntityStatement,
    ),
    row(&[claim("response_type"), claim("client_id")], TokenKind::RequestObject),
    row(
        &[claim("signedDate"), any_of(&["transactionId", "originalTransactionId", "notificationUUID"])],
        TokenKind::AppStoreStatement,
    ),
    row(
        &[
            claim("software_id"),
            any_of(&["client_name", "software_client_name"]),
            no_claim_unsaid("software_statement"),
        ],
        TokenKind::SoftwareStatement,
    ),
    row(
        &[claim("iss"), claim("aud"), claim("exp"), claim("state"), claim("code"), no_claim("sub")],
        TokenKind::AuthorizationResponse,
    ),
    row(
        &[claim("iss"), claim("aud"), claim("exp"), claim("state"), claim("error"), no_claim("sub")],
        TokenKind::AuthorizationResponse,
    ),
    row(
        &[
            header_is("alg", &["ES256"]),
            address(
                "aud",
                &[
                    "https://fcm.googleapis.com",
                    "https://updates.push.services.mozilla.com",
                    "https://web.push.apple.com",
                    "https://*.notify.windows.com",
                ],
            ),
            claim("exp"),
            no_claim("iss"),
        ],
        TokenKind::VapidToken,
    ),
    row(
        &[header_is("alg", &["ES256"]), begins("sub", &["mailto:"]), claim("aud"), claim("exp"), claim_count(3)],
        TokenKind::VapidToken,
    ),
    row(
        &[
            any_of(&["scope", "scp"]),
            any_of(&["client_id", "azp", "cid", "appid"]),
            no_claim_unsaid("nonce"),
            no_claim_unsaid("at_hash"),
            no_claim_unsaid("c_hash"),
        ],
        TokenKind::OauthAccessToken,
    ),
    row(
        &[
            any_of(&["client_id", "azp", "cid", "appid"]),
            any_of(&["azpacr", "appidacr", "gty"]),
            no_claim_unsaid("nonce"),
            no_claim_unsaid("at_hash"),
            no_claim_unsaid("c_hash"),
        ],
        TokenKind::OauthAccessToken,
    ),
    row(&[claim("nonce"), any_of(&["at_hash", "c_hash"])], TokenKind::OidcIdToken),
    row(&[any_of(&["at_hash", "c_hash"])], TokenKind::OidcIdToken),
    row(&[claim("nonce"), claim("iss"), claim("sub"), claim("aud")], TokenKind::OidcIdToken),
    row(&[claim("auth_time"), no_claim_unsaid("scope"), no_claim_unsaid("scp")], TokenKind::OidcIdToken),
    row(
        &[
            claim("iss"),
            claim("sub"),
            claim("aud"),
            claim("exp"),
            claim("iat"),
            any_of(&["azp", "sid"]),
            no_claim("scope"),
            no_claim_unsaid("scp"),
            no_claim_unsaid("roles"),
        ],
        TokenKind::OidcIdToken,
    ),
    row(
        &[
            address(
                "iss",
                &[
                    "https://login.microsoftonline.com/*/v2.0",
                    "https://sts.windows.net/*/",
                    "https://*.ciamlogin.com/*/v2.0",
                ],
            ),
            claim("tid"),
            claim("oid"),
            no_claim("azp"),
            no_claim("appid"),
        ],
        TokenKind::OidcIdToken,
    ),
    row(
        &[is("aud", &["sts.amazonaws.com"]), claim("iss"), claim("sub"), claim("exp")],
        TokenKind::WorkloadIdentityToken,
    ),
    row(
        &[
            same_as("iss", "sub"),
            claim("aud"),
            claim("exp"),
            claim("jti"),
            no_claim_unsaid("scope"),
            no_claim_unsaid("scp"),
        ],
        TokenKind::ClientAssertion,
    ),
    row(
        &[
            ends("aud", &["/token"]),
            same_as("iss", "sub"),
            claim("exp"),
            no_claim_unsaid("scope"),
            no_claim_unsaid("scp"),
        ],
        TokenKind::ClientAssertion,
    ),
    row(&[ends("aud", &["/token"]), claim("iss"), claim("sub"), claim("exp")], TokenKind::JwtBearerGrant),
    row(
        &[
            claim("iss"),
            claim("sub"),
            claim("aud"),
            any_of(&["email", "name", "preferred_username", "given_name"]),
            no_claim("exp"),
            no_claim("iat"),
        ],
        TokenKind::UserinfoResponse,
    ),
];

/// Single segments.
pub(super) const SEGMENTS: &[KindRow] = &[row(&[claim("iv"), claim("value"), claim("mac")], TokenKind::LaravelCookie)];
