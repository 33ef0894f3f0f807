//! Clouds, build services and schedulers.

use super::{IssuerRow, row};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;
use crate::recognise::condition::{
    address, any_of, begins, claim, contains, header_begins, header_contains, header_is, is, object,
};

pub(super) const NAMED: &[IssuerRow] = &[
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
        &[
            header_begins("signer", &["arn:aws:ec2:", "arn:aws-us-gov:ec2:"]),
            header_contains("signer", &[":verified-access-instance/"]),
        ],
        KnownIssuer::AwsVerifiedAccess,
        Some(TokenKind::ProxyIdentity),
    ),
    row(&[header_is("tty", &["sfdc-core-token"])], KnownIssuer::Salesforce, Some(TokenKind::OauthAccessToken)),
    row(&[claim("ac"), claim("orchid")], KnownIssuer::GithubRuntime, Some(TokenKind::AccessToken)),
    row(&[is("typ", &["savetowallet", "savetoandroidpay"])], KnownIssuer::GoogleWallet, Some(TokenKind::WalletPass)),
    row(
        &[address("iss", &["https://firebaseappcheck.googleapis.com/*"])],
        KnownIssuer::FirebaseAppCheck,
        Some(TokenKind::AppAttestation),
    ),
    row(
        &[is("iss", &["chat@system.gserviceaccount.com"])],
        KnownIssuer::GoogleChat,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[is("iss", &["https://cognito-identity.amazonaws.com"])],
        KnownIssuer::CognitoIdentity,
        Some(TokenKind::OidcIdToken),
    ),
    row(
        &[is("iss", &["https://api.botframework.com", "https://api.botframework.us"])],
        KnownIssuer::BotFramework,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(
        &[is("iss", &["https://nras.attestation.nvidia.com"])],
        KnownIssuer::NvidiaAttestation,
        Some(TokenKind::EntityAttestation),
    ),
    row(
        &[is("iss", &["https://portal.trustauthority.intel.com"])],
        KnownIssuer::IntelTrustAuthority,
        Some(TokenKind::EntityAttestation),
    ),
    row(
        &[address("iss", &["https://vstoken.dev.azure.com/*", "https://app.vstoken.visualstudio.com"])],
        KnownIssuer::AzureDevops,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(&[is("iss", &["app.vstoken.visualstudio.com"])], KnownIssuer::AzureDevops, None),
    row(
        &[address("iss", &["https://api.bitbucket.org/2.0/workspaces/*/pipelines-config/identity/oidc"])],
        KnownIssuer::Bitbucket,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(&[is("iss", &["https://agent.buildkite.com"])], KnownIssuer::Buildkite, Some(TokenKind::WorkloadIdentityToken)),
    row(
        &[address("iss", &["https://oidc.circleci.com/org/*"])],
        KnownIssuer::CircleCi,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(&[address("iss", &["https://oidc.fly.io/*"])], KnownIssuer::Fly, Some(TokenKind::WorkloadIdentityToken)),
    row(&[is("iss", &["https://app.terraform.io"])], KnownIssuer::HcpTerraform, Some(TokenKind::WorkloadIdentityToken)),
    row(&[is("iss", &["https://api.pulumi.com/oidc"])], KnownIssuer::Pulumi, Some(TokenKind::WorkloadIdentityToken)),
    row(
        &[address("iss", &["https://*.app.spacelift.io"])],
        KnownIssuer::Spacelift,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(
        &[address("iss", &["https://oidc.vercel.com", "https://oidc.vercel.com/*"])],
        KnownIssuer::Vercel,
        Some(TokenKind::WorkloadIdentityToken),
    ),
];

pub(super) const FORMS: &[IssuerRow] = &[
    row(
        &[claim("nomad_namespace"), claim("nomad_job_id"), claim("nomad_allocation_id")],
        KnownIssuer::Nomad,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(
        &[claim("terraform_run_id"), claim("terraform_workspace_id")],
        KnownIssuer::HcpTerraform,
        Some(TokenKind::WorkloadIdentityToken),
    ),
    row(&[claim("sts:identity_context")], KnownIssuer::AwsIdentityCenter, Some(TokenKind::OidcIdToken)),
    row(
        &[begins("skypeid", &["acs:"]), any_of(&["acsScope", "resourceId"])],
        KnownIssuer::AzureCommunication,
        Some(TokenKind::AccessToken),
    ),
    row(
        &[claim("sub"), contains("iss", &[".SHA256:"]), claim("iat"), claim("exp")],
        KnownIssuer::Snowflake,
        Some(TokenKind::SelfSignedApiToken),
    ),
    row(&[object("ext_attr"), claim("zid"), claim("rev_sig")], KnownIssuer::SapXsuaa, None),
];
