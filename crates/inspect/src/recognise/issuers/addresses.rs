//! Issuers that are known by `iss`, or by `aud` and another claim.

use super::{IssuerRow, row};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;
use crate::recognise::condition::{address, any_of, claim, ends, header, header_is, is, same_as};

pub(super) const ISSUERS: &[IssuerRow] = &[
    row(
        &[header_is("alg", &["none"]), address("iss", &["https://securetoken.google.com/*"])],
        KnownIssuer::FirebaseEmulator,
        Some(TokenKind::OidcIdToken),
    ),
    row(&[address("iss", &["https://securetoken.google.com/*"])], KnownIssuer::Firebase, Some(TokenKind::OidcIdToken)),
    row(
        &[address("iss", &["https://session.firebase.google.com/*"])],
        KnownIssuer::FirebaseSession,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[
            is("aud", &["https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit"]),
            claim("uid"),
        ],
        KnownIssuer::FirebaseCustom,
        Some(TokenKind::CustomToken),
    ),
    row(
        &[
            ends("iss", &[".iam.gserviceaccount.com"]),
            is(
                "aud",
                &[
                    "https://oauth2.googleapis.com/token",
                    "https://www.googleapis.com/oauth2/v4/token",
                    "https://accounts.google.com/o/oauth2/token",
                ],
            ),
        ],
        KnownIssuer::GoogleServiceAccount,
        Some(TokenKind::JwtBearerGrant),
    ),
    row(
        &[ends("iss", &[".iam.gserviceaccount.com"]), same_as("iss", "sub")],
        KnownIssuer::GoogleServiceAccount,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(&[is("iss", &["https://cloud.google.com/iap"])], KnownIssuer::GoogleIap, Some(TokenKind::ProxyIdentity)),
    row(
        &[is("iss", &["https://accounts.google.com", "accounts.google.com"])],
        KnownIssuer::Google,
        Some(TokenKind::OidcIdToken),
    ),
    row(&[is("iss", &["https://accounts.google.com/"])], KnownIssuer::Google, None),
    row(
        &[
            address("iss", &["https://login.microsoftonline.com/*/v2.0", "https://sts.windows.net/*/"]),
            is("aud", &["00000003-0000-0000-c000-000000000000", "https://graph.microsoft.com"]),
            header("nonce"),
        ],
        KnownIssuer::EntraGraph,
        Some(TokenKind::OauthAccessToken),
    ),
    row(
        &[
            address("iss", &["https://login.microsoftonline.com/*/v2.0", "https://sts.windows.net/*/"]),
            is("aud", &["00000003-0000-0000-c000-000000000000", "https://graph.microsoft.com"]),
        ],
        KnownIssuer::EntraGraph,
        Some(TokenKind::OauthAccessToken),
    ),
    row(
        &[address(
            "iss",
            &[
                "https://login.microsoftonline.com/*/v2.0",
                "https://login.microsoftonline.us/*/v2.0",
                "https://login.partner.microsoftonline.cn/*/v2.0",
            ],
        )],
        KnownIssuer::EntraV2,
        None,
    ),
    row(
        &[address("iss", &["https://sts.windows.net/*/", "https://sts.chinacloudapi.cn/*/"])],
        KnownIssuer::EntraV1,
        None,
    ),
    row(&[address("iss", &["https://*.ciamlogin.com/*/v2.0"])], KnownIssuer::EntraExternal, None),
    row(
        &[address(
            "iss",
            &[
                "https://*.b2clogin.com/*/v2.0/",
                "https://*.b2clogin.com/tfp/*/*/v2.0/",
                "https://login.microsoftonline.com/tfp/*/*/v2.0/",
            ],
        )],
        KnownIssuer::AzureB2c,
        None,
    ),
    row(
        &[address(
            "iss",
            &[
                "https://cognito-idp.*.amazonaws.com/*",
                "https://issuer-cognito-idp.*.amazonaws.com/*",
                "https://issuer.cognito-idp.*.amazonaws.com/*",
            ],
        )],
        KnownIssuer::Cognito,
        None,
    ),
    row(
        &[address("iss", &["https://oidc.eks.*.amazonaws.com/id/*", "https://oidc.eks.*.amazonaws.com.cn/id/*"])],
        KnownIssuer::Eks,
        Some(TokenKind::ServiceAccountToken),
    ),
    row(&[address("iss", &["https://**.auth0.com/"])], KnownIssuer::Auth0, None),
    row(
        &[address(
            "iss",
            &["https://*.okta.com/oauth2/*", "https://*.oktapreview.com/oauth2/*", "https://*.okta-emea.com/oauth2/*"],
        )],
        KnownIssuer::OktaCustom,
        None,
    ),
    row(
        &[address("iss", &["https://*.okta.com", "https://*.oktapreview.com", "https://*.okta-emea.com"])],
        KnownIssuer::OktaOrg,
        None,
    ),
    row(
        &[address("iss", &["//**/realms/*", "//**/*/realms/*"]), any_of(&["typ", "realm_access"])],
        KnownIssuer::Keycloak,
        None,
    ),
    row(
        &[address(
            "iss",
            &[
                "https://auth.pingone.com/*/as",
                "https://auth.pingone.eu/*/as",
                "https://auth.pingone.ca/*/as",
                "https://auth.pingone.asia/*/as",
                "https://auth.pingone.com.au/*/as",
                "https://auth.pingone.sg/*/as",
            ],
        )],
        KnownIssuer::Pingone,
        None,
    ),
    row(&[is("iss", &["https://appleid.apple.com"])], KnownIssuer::Apple, Some(TokenKind::OidcIdToken)),
    row(
        &[address(
            "iss",
            &[
                "https://token.actions.githubusercontent.com",
                "https://token.actions.githubusercontent.com/*",
                "https://token.actions.*.ghe.com",
                "https://token.actions.*.ghe.com/*",
            ],
        )],
        KnownIssuer::GithubActions,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(
        &[address("iss", &["//**/_services/token"]), claim("repository"), claim("workflow")],
        KnownIssuer::GithubActions,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(
        &[is("iss", &["https://gitlab.com", "gitlab.com"]), claim("project_path"), claim("ref_protected")],
        KnownIssuer::GitlabCi,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(&[is("iss", &["https://gitlab.com"])], KnownIssuer::Gitlab, Some(TokenKind::OidcIdToken)),
    row(
        &[address("iss", &["//**/v1/identity/oidc/provider/*", "//**/v1/*/identity/oidc/provider/*"])],
        KnownIssuer::Vault,
        Some(TokenKind::OidcIdToken),
    ),
    row(
        &[address("iss", &["//**/v1/identity/oidc", "//**/v1/*/identity/oidc"])],
        KnownIssuer::Vault,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(
        &[address("iss", &["https://*.supabase.co/auth/v1"]), claim("role")],
        KnownIssuer::SupabaseUser,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[address("iss", &["//**/auth/v1"]), claim("aal"), claim("session_id"), claim("role")],
        KnownIssuer::SupabaseUser,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[is("iss", &["supabase", "supabase-demo"]), is("role", &["anon"])],
        KnownIssuer::SupabaseAnon,
        Some(TokenKind::ApiKey),
    ),
    row(
        &[is("iss", &["supabase", "supabase-demo"]), is("role", &["service_role"])],
        KnownIssuer::SupabaseServiceRole,
        Some(TokenKind::ApiKey),
    ),
    row(&[address("iss", &["//**/adfs/services/trust", "//**/adfs"])], KnownIssuer::Adfs, None),
    row(
        &[address("iss", &["https://*.myshopify.com/admin"]), claim("dest")],
        KnownIssuer::Shopify,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[
            address(
                "iss",
                &["https://api.workos.com/user_management/*", "https://api.workos.com", "https://api.workos.com/"],
            ),
            claim("sid"),
        ],
        KnownIssuer::Workos,
        Some(TokenKind::SessionToken),
    ),
    row(
        &[address("iss", &["https://*.tokens.sts.global.api.aws"])],
        KnownIssuer::AwsSts,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(
        &[address("iss", &["https://*.cloudflareaccess.com"])],
        KnownIssuer::CloudflareAccess,
        Some(TokenKind::ProxyIdentity),
    ),
];
