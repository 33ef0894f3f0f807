//! Servers and services that sign users in, and networks whose accounts other sites accept.

use super::{IssuerRow, row, with_likely_kind};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;
use crate::recognise::condition::{address, any_of, begins, claim, is, no_claim_unsaid, object, typ};

pub(super) const NAMED: &[IssuerRow] = &[
    row(&[typ("okta-internal-at+jwt")], KnownIssuer::OktaOrg, Some(TokenKind::OauthAccessToken)),
    row(
        &[is("iss", &["https://www.facebook.com", "https://facebook.com"])],
        KnownIssuer::Facebook,
        Some(TokenKind::OidcIdToken),
    ),
    row(&[is("iss", &["https://kauth.kakao.com"])], KnownIssuer::Kakao, Some(TokenKind::OidcIdToken)),
    row(&[is("iss", &["https://access.line.me"])], KnownIssuer::Line, Some(TokenKind::OidcIdToken)),
    row(
        &[is("iss", &["https://www.linkedin.com/oauth", "https://www.linkedin.com"])],
        KnownIssuer::Linkedin,
        Some(TokenKind::OidcIdToken),
    ),
    row(&[is("iss", &["https://www.paypal.com"])], KnownIssuer::Paypal, Some(TokenKind::OidcIdToken)),
    row(&[is("iss", &["https://slack.com"])], KnownIssuer::Slack, Some(TokenKind::OidcIdToken)),
    row(&[is("iss", &["https://id.twitch.tv/oauth2"])], KnownIssuer::Twitch, Some(TokenKind::OidcIdToken)),
    row(&[is("iss", &["https://api.login.yahoo.com"])], KnownIssuer::Yahoo, Some(TokenKind::OidcIdToken)),
    row(&[is("iss", &["https://oauth2.sigstore.dev/auth"])], KnownIssuer::Sigstore, Some(TokenKind::OidcIdToken)),
    row(
        &[begins("iss", &["stytch.com/project-"]), claim("https://stytch.com/session")],
        KnownIssuer::Stytch,
        Some(TokenKind::SessionToken),
    ),
    row(&[address("iss", &["https://*.kinde.com"])], KnownIssuer::Kinde, None),
    row(&[address("iss", &["https://*.logto.app/oidc"])], KnownIssuer::Logto, None),
    row(&[address("iss", &["https://*.onelogin.com/oidc/2"])], KnownIssuer::Onelogin, None),
    row(&[address("iss", &["https://*.projects.oryapis.com"])], KnownIssuer::Ory, None),
    row(
        &[address(
            "iss",
            &["https://*.accounts.ondemand.com", "https://*.accounts400.ondemand.com", "https://*.accounts.cloud.sap"],
        )],
        KnownIssuer::SapIas,
        None,
    ),
    row(&[address("iss", &["https://*.authentication.*.hana.ondemand.com/oauth/token"])], KnownIssuer::SapXsuaa, None),
    with_likely_kind(
        &[
            address("iss", &["https://*.zitadel.cloud", "https://*.*.zitadel.cloud"]),
            claim("client_id"),
            claim("jti"),
            no_claim_unsaid("at_hash"),
            no_claim_unsaid("nonce"),
        ],
        KnownIssuer::Zitadel,
        TokenKind::OauthAccessToken,
    ),
    row(&[address("iss", &["https://*.zitadel.cloud", "https://*.*.zitadel.cloud"])], KnownIssuer::Zitadel, None),
];

pub(super) const FORMS: &[IssuerRow] = &[
    row(&[begins("acr", &["goauthentik.io/"])], KnownIssuer::Authentik, None),
    row(&[address("iss", &["//**/application/o/*/"]), any_of(&["acr", "uid"])], KnownIssuer::Authentik, None),
    row(&[claim("ias_iss")], KnownIssuer::SapIas, None),
    row(
        &[any_of(&["urn:zitadel:iam:user:resourceowner:id", "urn:zitadel:iam:org:project:roles"])],
        KnownIssuer::Zitadel,
        None,
    ),
    row(&[is("drn", &["DS"]), claim("sub"), claim("exp")], KnownIssuer::Descope, Some(TokenKind::SessionToken)),
    row(&[is("drn", &["DSR"]), claim("sub"), claim("exp")], KnownIssuer::Descope, Some(TokenKind::RefreshToken)),
    row(&[claim("https://stytch.com/session")], KnownIssuer::Stytch, Some(TokenKind::SessionToken)),
    row(&[claim("sessionHandle"), claim("refreshTokenHash1")], KnownIssuer::Supertokens, Some(TokenKind::SessionToken)),
    row(
        &[is("tokenName", &["access_token"]), any_of(&["auditTrackingId", "cts"])],
        KnownIssuer::Forgerock,
        Some(TokenKind::OauthAccessToken),
    ),
    row(
        &[is("tokenName", &["id_token"]), any_of(&["auditTrackingId", "cts"])],
        KnownIssuer::Forgerock,
        Some(TokenKind::OidcIdToken),
    ),
    row(
        &[is("tokenName", &["refresh_token"]), any_of(&["auditTrackingId", "cts"])],
        KnownIssuer::Forgerock,
        Some(TokenKind::RefreshToken),
    ),
    row(
        &[claim("signupApplication"), is("tokenType", &["access-token"])],
        KnownIssuer::Casdoor,
        Some(TokenKind::OauthAccessToken),
    ),
    row(
        &[claim("signupApplication"), is("tokenType", &["refresh-token"])],
        KnownIssuer::Casdoor,
        Some(TokenKind::RefreshToken),
    ),
    row(
        &[claim("applicationId"), claim("authenticationType"), any_of(&["at_hash", "c_hash", "nonce"])],
        KnownIssuer::Fusionauth,
        Some(TokenKind::OidcIdToken),
    ),
    row(
        &[claim("applicationId"), claim("authenticationType")],
        KnownIssuer::Fusionauth,
        Some(TokenKind::OauthAccessToken),
    ),
    row(&[object("federated_claims")], KnownIssuer::Dex, Some(TokenKind::OidcIdToken)),
    row(&[object("ext"), claim("scp"), claim("client_id")], KnownIssuer::Ory, Some(TokenKind::OauthAccessToken)),
];
