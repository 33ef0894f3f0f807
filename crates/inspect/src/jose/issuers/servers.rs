//! Further issuers that sign users in: servers, services, and networks whose accounts other sites accept.

use super::IssuerFacts;
use crate::jose::special_claims as claims;

pub(super) const AUTHENTIK: IssuerFacts =
    IssuerFacts::named("authentik", "authentik").with_claims(&[claims::AUTHENTIK]);

pub(super) const CASDOOR: IssuerFacts = IssuerFacts::named("casdoor", "Casdoor").with_claims(&[claims::CASDOOR]);

pub(super) const DESCOPE: IssuerFacts = IssuerFacts::named("descope", "Descope").with_claims(&[claims::DESCOPE]);

pub(super) const DEX: IssuerFacts = IssuerFacts::named("dex", "Dex").with_claims(&[claims::DEX]);

pub(super) const FACEBOOK: IssuerFacts = IssuerFacts::named("facebook", "Facebook");

pub(super) const FORGEROCK: IssuerFacts =
    IssuerFacts::named("forgerock", "ForgeRock (PingAM)").with_claims(&[claims::FORGEROCK]);

pub(super) const FUSIONAUTH: IssuerFacts =
    IssuerFacts::named("fusionauth", "FusionAuth").with_claims(&[claims::FUSIONAUTH]);

pub(super) const KAKAO: IssuerFacts = IssuerFacts::named("kakao", "Kakao");

pub(super) const KINDE: IssuerFacts = IssuerFacts::named("kinde", "Kinde").with_claims(&[claims::KINDE]);

pub(super) const LINE: IssuerFacts = IssuerFacts::named("line", "LINE");

pub(super) const LINKEDIN: IssuerFacts = IssuerFacts::named("linkedin", "LinkedIn");

pub(super) const LOGTO: IssuerFacts = IssuerFacts::named("logto", "Logto");

pub(super) const ONELOGIN: IssuerFacts = IssuerFacts::named("onelogin", "OneLogin");

pub(super) const ORY: IssuerFacts = IssuerFacts::named("ory", "Ory").with_claims(&[claims::ORY]);

pub(super) const PAYPAL: IssuerFacts = IssuerFacts::named("paypal", "PayPal");

pub(super) const SAP_IAS: IssuerFacts =
    IssuerFacts::named("sap-ias", "SAP Cloud Identity Services").with_claims(&[claims::SAP_IAS]);

pub(super) const SAP_XSUAA: IssuerFacts =
    IssuerFacts::named("sap-xsuaa", "SAP XSUAA").with_claims(&[claims::SAP_XSUAA]);

pub(super) const SIGSTORE: IssuerFacts = IssuerFacts::named("sigstore", "Sigstore").with_claims(&[claims::DEX]);

pub(super) const SLACK: IssuerFacts = IssuerFacts::named("slack", "Slack");

pub(super) const STYTCH: IssuerFacts =
    IssuerFacts::named("stytch", "Stytch").with_private_key().with_claims(&[claims::STYTCH]);

pub(super) const SUPERTOKENS: IssuerFacts =
    IssuerFacts::named("supertokens", "SuperTokens").with_claims(&[claims::SUPERTOKENS]);

pub(super) const TWITCH: IssuerFacts = IssuerFacts::named("twitch", "Twitch");

pub(super) const YAHOO: IssuerFacts = IssuerFacts::named("yahoo", "Yahoo");

pub(super) const ZITADEL: IssuerFacts = IssuerFacts::named("zitadel", "ZITADEL");
