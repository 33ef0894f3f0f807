//! Issuers and platforms that are known by what else stands in their tokens.

use super::{IssuerRow, row};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;
use crate::recognise::condition::{
    any_of, apple_id, begins, claim, claim_count, digits, header_apple_id, header_is, hexadecimal_32, is, no_claim,
    object, objects,
};

pub(super) const ISSUERS: &[IssuerRow] = &[
    row(&[is("iss", &["kubernetes/serviceaccount"])], KnownIssuer::K8sLegacy, Some(TokenKind::ServiceAccountToken)),
    row(&[begins("iss", &["zm:cid:"])], KnownIssuer::Zoom, Some(TokenKind::OauthAccessToken)),
    row(&[begins("sub", &["spiffe://"])], KnownIssuer::Spiffe, Some(TokenKind::JwtSvid)),
    row(
        &[begins("sub", &["system:serviceaccount:"]), object("kubernetes.io")],
        KnownIssuer::K8sBound,
        Some(TokenKind::ServiceAccountToken),
    ),
    row(
        &[claim("project_path"), claim("pipeline_id"), claim("ref_protected")],
        KnownIssuer::GitlabCi,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(&[claim("pi.sri")], KnownIssuer::Pingfederate, None),
    row(&[begins("sid", &["sess_"]), begins("sub", &["user_"])], KnownIssuer::Clerk, Some(TokenKind::SessionToken)),
    row(
        &[claim("qsh"), claim("iss"), claim("iat"), claim("exp")],
        KnownIssuer::AtlassianConnect,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[
            claim("name"),
            claim("email"),
            claim("iat"),
            claim("jti"),
            no_claim("exp"),
            no_claim("iss"),
            no_claim("sub"),
            header_is("alg", &["HS256"]),
        ],
        KnownIssuer::Zendesk,
        Some(TokenKind::DatedToken),
    ),
    row(
        &[header_apple_id("kid"), apple_id("iss"), claim("iat"), claim_count(2), header_is("alg", &["ES256"])],
        KnownIssuer::ApplePush,
        Some(TokenKind::DatedToken),
    ),
    row(
        &[
            header_apple_id("kid"),
            apple_id("iss"),
            claim("iat"),
            claim("exp"),
            no_claim("aud"),
            no_claim("sub"),
            header_is("alg", &["ES256"]),
        ],
        KnownIssuer::AppleMusic,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[header_is("alg", &["ES256"]), is("aud", &["https://appleid.apple.com"]), claim("iss"), claim("sub")],
        KnownIssuer::AppleClientSecret,
        Some(TokenKind::ClientSecret),
    ),
    row(
        &[is("aud", &["appstoreconnect-v1"]), claim("iss"), claim("bid")],
        KnownIssuer::AppleStoreServer,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[is("aud", &["appstoreconnect-v1"]), claim("iss")],
        KnownIssuer::AppleConnect,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[header_is("alg", &["RS256"]), digits("iss"), claim("iat"), claim("exp"), claim_count(3)],
        KnownIssuer::GithubApp,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[header_is("alg", &["RS256"]), begins("iss", &["Iv"]), claim("iat"), claim("exp"), claim_count(3)],
        KnownIssuer::GithubApp,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(&[header_is("cty", &["twilio-fpa;v=1"])], KnownIssuer::Twilio, Some(TokenKind::AccessToken)),
    row(&[any_of(&["sdkKey", "appKey"]), claim("mn")], KnownIssuer::ZoomMeetingSdk, Some(TokenKind::AccessToken)),
    row(&[claim("app_key"), claim("tpc")], KnownIssuer::ZoomVideoSdk, Some(TokenKind::AccessToken)),
    row(
        &[header_is("alg", &["HS256"]), object("video"), claim("iss"), claim("exp")],
        KnownIssuer::Livekit,
        Some(TokenKind::AccessToken),
    ),
    row(
        &[header_is("alg", &["HS256"]), hexadecimal_32("iss"), claim("iat"), claim("exp"), claim_count(3)],
        KnownIssuer::HomeAssistant,
        Some(TokenKind::AccessToken),
    ),
    row(
        &[header_is("alg", &["ed25519-nkey", "ed25519"]), object("nats")],
        KnownIssuer::Nats,
        Some(TokenKind::NatsCredential),
    ),
    row(&[objects("access"), claim("iss"), claim("aud")], KnownIssuer::DockerRegistry, Some(TokenKind::RegistryToken)),
];
