//! Who a token says it comes from: well-known issuers, and platforms with a form of their own.

use super::condition::{
    Condition, ValueTest, address, any_of, apple_id, begins, claim, claim_count, digits, ends, header, header_apple_id,
    header_begins, header_is, hexadecimal_32, is, no_claim, object, objects, same_as,
};
use super::token_members::TokenMembers;
use super::{Certainty, RecognisedIssuer, condition};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;

/// A token comes from this issuer when all conditions hold. The first row that fits counts.
pub(super) struct IssuerRow {
    pub(super) conditions: &'static [Condition],
    pub(super) issuer: KnownIssuer,
    /// The kind of every token from this issuer that fulfils these conditions. None where the issuer makes several.
    pub(super) kind: Option<TokenKind>,
}

const fn row(conditions: &'static [Condition], issuer: KnownIssuer, kind: Option<TokenKind>) -> IssuerRow {
    IssuerRow { conditions, issuer, kind }
}

pub(super) const ISSUERS: &[IssuerRow] = &[
    row(
        &[header_begins(
            "signer",
            &[
                "arn:aws:elasticloadbalancing:",
                "arn:aws-us-gov:elasticloadbalancing:",
                "arn:aws-cn:elasticloadbalancing:",
            ],
        )],
        KnownIssuer::AwsAlb,
        Some(TokenKind::ProxyIdentity),
    ),
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
    row(&[address("iss", &["https://cognito-idp.*.amazonaws.com/*"])], KnownIssuer::Cognito, None),
    row(
        &[address("iss", &["https://oidc.eks.*.amazonaws.com/id/*"])],
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
            &["https://token.actions.githubusercontent.com", "https://token.actions.githubusercontent.com/*"],
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

impl IssuerRow {
    /// Stated where `iss` names the issuer. A form of `iss` that fits any host is only known from that issuer.
    fn certainty(&self) -> Certainty {
        match self.conditions.first() {
            Some(Condition::Claim("iss", ValueTest::Address(forms)))
                if forms.iter().any(|form| form.starts_with("//")) =>
            {
                Certainty::Likely
            }
            Some(Condition::Claim("iss", _)) => Certainty::Stated,
            _ => Certainty::Likely,
        }
    }
}

/// The issuer, and the kind of token if the issuer makes only one such kind.
pub(super) fn recognise(members: &TokenMembers) -> Option<(RecognisedIssuer, Option<TokenKind>)> {
    ISSUERS.iter().find_map(|row| {
        let because = condition::sentences(row.conditions, members)?;
        Some((RecognisedIssuer::new(row.issuer, because, row.certainty()), row.kind))
    })
}

#[cfg(test)]
mod tests;
