//! Apps and services whose tokens have a form of their own.

use super::{IssuerRow, row};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;
use crate::recognise::condition::{
    begins, claim, ends, header, header_is, is, label, no_claim, no_claim_unsaid, object,
};

pub(super) const NAMED: &[IssuerRow] = &[
    row(&[is("iss", &["argocd"]), begins("sub", &["proj:"])], KnownIssuer::ArgoCd, Some(TokenKind::ApiKey)),
    row(&[is("iss", &["argocd"]), ends("sub", &[":apiKey"])], KnownIssuer::ArgoCd, Some(TokenKind::ApiKey)),
    row(&[is("iss", &["argocd"])], KnownIssuer::ArgoCd, Some(TokenKind::SessionToken)),
    row(
        &[is("iss", &["Azure Container Registry"]), is("grant_type", &["refresh_token"])],
        KnownIssuer::AzureContainerRegistry,
        Some(TokenKind::RefreshToken),
    ),
    row(
        &[is("iss", &["Azure Container Registry"]), is("grant_type", &["access_token"])],
        KnownIssuer::AzureContainerRegistry,
        Some(TokenKind::RegistryToken),
    ),
    row(&[is("iss", &["directus"]), claim("app_access")], KnownIssuer::Directus, Some(TokenKind::AccessToken)),
    row(&[is("iss", &["forge/invocation-token"])], KnownIssuer::AtlassianForge, Some(TokenKind::SelfSignedApiToken)),
    row(&[is("iss", &["harbor-token-issuer"])], KnownIssuer::Harbor, Some(TokenKind::RegistryToken)),
];

pub(super) const FORMS: &[IssuerRow] = &[
    row(
        &[
            label(&[
                "authjs.session-token",
                "__Secure-authjs.session-token",
                "next-auth.session-token",
                "__Secure-next-auth.session-token",
            ]),
            header_is("alg", &["dir"]),
            header_is("enc", &["A256GCM", "A256CBC-HS512"]),
        ],
        KnownIssuer::AuthJs,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[begins("as", &["ims-"]), is("type", &["access_token"]), claim("created_at")],
        KnownIssuer::AdobeIms,
        Some(TokenKind::OauthAccessToken),
    ),
    row(
        &[begins("as", &["ims-"]), is("type", &["refresh_token"]), claim("created_at")],
        KnownIssuer::AdobeIms,
        Some(TokenKind::RefreshToken),
    ),
    row(
        &[claim("box_sub_type"), is("aud", &["https://api.box.com/oauth2/token"])],
        KnownIssuer::BoxApp,
        Some(TokenKind::JwtBearerGrant),
    ),
    row(
        &[
            header_is("alg", &["HS256"]),
            header("kid"),
            is("aud", &["/admin/", "/canary/admin/", "/v2/admin/", "/v3/admin/", "/v4/admin/"]),
            claim("iat"),
            claim("exp"),
        ],
        KnownIssuer::Ghost,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[begins("sub", &["vpaas-magic-cookie-"]), is("aud", &["jitsi"])],
        KnownIssuer::JitsiJaas,
        Some(TokenKind::AccessToken),
    ),
    row(
        &[
            header_is("alg", &["HS256"]),
            object("resource"),
            object("params"),
            claim("exp"),
            no_claim("iss"),
            no_claim("sub"),
            no_claim_unsaid("aud"),
        ],
        KnownIssuer::Metabase,
        Some(TokenKind::AccessToken),
    ),
    row(
        &[claim("collectionId"), claim("id"), is("type", &["auth", "authRecord"])],
        KnownIssuer::Pocketbase,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[header_is("alg", &["HS256"]), claim("channel_id"), claim("opaque_user_id"), claim("role")],
        KnownIssuer::TwitchExtension,
        Some(TokenKind::SessionToken),
    ),
];
