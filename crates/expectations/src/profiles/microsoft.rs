//! Microsoft Entra ID, whose tokens come in two versions.

use decode::Token;
use inspect::jose::issuers::KnownIssuer;
use inspect::recognise;

use super::said_claims::{SaidClaims, equal};
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

const REFERENCE: &str = "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference";

pub(super) const ENTRA_V1: ServiceProfile = ServiceProfile {
    id: "entra-v1",
    name: "Microsoft Entra ID, v1.0",
    reference: REFERENCE,
    note: "Write your tenant, and your API as audience: its application ID URI, or its client ID where the client asked by that. Which \
           version a token has is chosen by the API's app registration, not by the address at which it was asked for.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&["https://sts.windows.net/<tenant id>/"]),
        audiences: audiences_v1(token),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("ver", "1.0")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

/// An application ID URI may be any address of the tenant's: it is taken from a token that is for an API of the reader's.
fn audiences_v1(token: &Token) -> Vec<String> {
    let is_own = recognise::profile(token).known_issuer() == Some(KnownIssuer::EntraV1);
    let own = SaidClaims::of(token).text("aud").filter(|audience| is_own && audience.starts_with("https://"));
    own.map_or_else(|| texts(&["api://<application id>", "<application id>"]), |own| texts(&[own]))
}

pub(super) const ENTRA_V2: ServiceProfile = ServiceProfile {
    id: "entra-v2",
    name: "Microsoft Entra ID, v2.0",
    reference: REFERENCE,
    note: "Write your tenant, and the client ID of your API as audience. `common` and `organizations` never stand in a token: an app for \
           several tenants compares the issuer with the token's own `tid`.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&[
            "https://login.microsoftonline.com/<tenant id>/v2.0",
            "https://login.microsoftonline.us/<tenant id>/v2.0",
            "https://login.partner.microsoftonline.cn/<tenant id>/v2.0",
        ]),
        audiences: texts(&["<client id>"]),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("ver", "2.0")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
